"""Files as people have them: old encodings, one-file web pages, walls instead of articles."""

from __future__ import annotations

import quopri

import pytest

from tests.unit.intake.reading import only, read, refusal, submitted

TEXTS = {
    "Spanish": ("El niño llegó tarde a la estación del ferrocarril, según contó su señora madre.", "cp1252"),
    "Portuguese": ("A biblioteca não abrirá às segundas-feiras até que o telhado seja consertado.", "cp1252"),
    "Swedish": ("Färjan går åter till öarna efter vintern på varvet, säger rederiet på fredagen.", "cp1252"),
    "Polish": ("Prom znów kursuje na wyspy po zimie spędzonej w doku, ogłosiła spółka żeglugowa.", "cp1250"),
    "Hungarian": ("A komp újra közlekedik a szigetek között a hosszú tél után, közölte a társaság, és őrzi útját.", "cp1250"),
    "Turkish": ("Adalara giden feribot kışın ardından yeniden sefere başlıyor, şirket böyle açıkladı.", "cp1254"),
    "Russian": ("Паром снова ходит на острова после зимы в доке, сообщила компания в пятницу.", "koi8_r"),
    "Japanese": ("島へ渡る船が冬のあいだの修理を終え、ふたたび運航を始めたと会社が発表した。", "shift_jis"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "codec"), TEXTS.values(), ids=TEXTS)
def test_an_undeclared_encoding_is_told_by_the_letters_of_the_language(sentence, codec):
    """Code pages of neighbours differ in a few letters; the text's language knows which it has."""
    said = submitted(f"{sentence[:30]}\n\n{sentence}\n\n{sentence}\n".encode(codec))
    assert sentence in said.body_html


def test_an_article_in_a_script_without_spaces_is_not_short():
    """Its length is weighed, not its spaces counted: it is as sure as a text in Latin letters."""
    sentence = "島へ渡る船が冬のあいだの修理を終え、ふたたび運航を始めたと会社が発表した。"
    item = only(read("船がふたたび島へ\n\n" + "\n\n".join([sentence * 2] * 4)))
    sure = {one.field: one.confidence for one in item.provenance}
    assert sure["body"] >= 0.7


PAGE = """<html><head><title>Ferry runs again</title></head><body><h1>Ferry runs again</h1>
<p>The ferry to the outer islands runs again after a winter in dock – the company said on Monday.</p>
<p>It carries two hundred people and a dozen cars, and leaves four times a day, more in summer.</p>
<p>Tickets cost what they cost before the winter, and children ride free until the end of June.</p>
</body></html>"""
ARCHIVE = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://echo.example/ferry/1\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--part"\r\n\r\n'
    b"----part\r\nContent-Type: text/html; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n%s\r\n"
    b"----part\r\nContent-Type: image/png\r\n\r\nx\r\n----part--\r\n"
)


def test_a_page_saved_as_one_file_is_read_as_its_page():
    """MHTML: the page is found among its parts, and its address in the header."""
    reading = read(ARCHIVE % quopri.encodestring(PAGE.encode()))
    said = only(reading).submission
    assert reading.format == "mhtml"
    assert (said.headline, said.canonical_url) == ("Ferry runs again", "https://echo.example/ferry/1")  # fmt: skip
    assert "after a winter in dock – the company" in said.body_html


def test_an_archive_without_a_page_is_refused():
    """Its reason says what to send."""
    error = refusal(ARCHIVE.replace(b"text/html", b"text/css") % b"p{}")
    assert [one.code for one in error.problems] == ["no_article"]


def test_a_page_that_asks_for_a_password_is_a_wall():
    """What was saved is not the article."""
    page = '<!doctype html><title>Log in</title><h1>Log in</h1><form><input type="Password"></form>'
    assert [one.code for one in refusal(page).problems] == ["login_wall"]
