"""
Bytes that do not say what they are: read as the language they are in, or held for a person.
"""

from datetime import UTC, datetime

import pytest

from reprise.cli.read import lines
from reprise.model.configuration import Partner
from reprise.text.normalise import decode

TEXTS = {
    "ar": (
        "عادت العبارة إلى الجزر البعيدة بعد شتاء في حوض الإصلاح، كما أعلنت الشركة أمس.",
        ("cp1256", "iso8859_6"),
    ),
    "ru": (
        "Паром к дальним островам снова ходит после зимы в доке, сообщила компания.",
        ("cp1251", "koi8_r", "iso8859_5", "cp866"),
    ),
    "uk": (
        "Пором до далеких островів знову ходить після зими в доці, повідомила компанія.",
        ("cp1251", "koi8_u"),
    ),
    "sr": (
        "Трајект до далеких острва поново вози после зиме у доку, саопштила је компанија.",
        ("cp1251",),
    ),
    "el": (
        "Το φέρι για τα μακρινά νησιά ταξιδεύει ξανά μετά από έναν χειμώνα στη δεξαμενή.",
        ("cp1253", "iso8859_7"),
    ),
    "he": ("המעבורת לאיים הרחוקים שבה להפליג אחרי חורף במספנה, מסרה החברה.", ("cp1255",)),
    "th": ("เรือข้ามฟากไปยังเกาะรอบนอกกลับมาวิ่งอีกครั้งหลังจากเข้าอู่ซ่อมตลอดฤดูหนาว", ("cp874",)),
    "ja": (
        "離島へのフェリーが冬のドック入りを終えて再開したと会社が発表した。二百人を運ぶ。",
        ("cp932", "euc_jp"),
    ),
    "ko": ("먼 섬으로 가는 배가 겨울 수리를 마치고 다시 다닌다고 회사가 밝혔다.", ("cp949",)),
    "zh": ("公司表示，前往外岛的渡轮在船坞度过一个冬天后恢复航行，每天出发四次。", ("gb18030",)),
    "tw": ("公司表示，前往外島的渡輪在船塢度過一個冬天後恢復航行，每天出發四次。", ("big5",)),
    "pl": (
        "Prom na dalekie wyspy znów pływa po zimie spędzonej w doku, podała spółka.",
        ("cp1250", "iso8859_2"),
    ),
    "cs": (
        "Trajekt na vzdálené ostrovy znovu jezdí po zimě v doku, oznámila společnost.",
        ("cp1250", "iso8859_2"),
    ),
    "lt": (
        "Keltas į tolimas salas vėl plaukia po žiemos doke, pranešė bendrovė, šįvakar.",
        ("cp1257",),
    ),
    "tr": (
        "Uzak adalara giden feribot, kışı tersanede geçirdikten sonra yeniden çalışıyor.",
        ("cp1254",),
    ),
}
PAGES = [(text, page) for text, pages in TEXTS.values() for page in pages]
WIDE = [(text, page) for text, _ in TEXTS.values() for page in ("utf-16-le", "utf-16-be")]
SHAPES = {
    "text": "Titel\n\n{0}\n\n{0}\n",
    "HTML": "<html><head><title>T</title></head><body><h1>{0}</h1><p>{0}</p></body></html>",
    "RSS": "<rss version='2.0'><channel><item><title>{0}</title><description>{0} {0}</description></item></channel></rss>",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize(
    ("text", "page"), [*PAGES, *WIDE], ids=[f"{page} {text[:8]}" for text, page in [*PAGES, *WIDE]]
)
def test_what_nobody_declared_is_told_by_the_language(text, page, shape):
    """A few sentences are enough, with markup around them or without; UTF-16 needs no mark."""
    whole = shape.format(text)
    found, _, sure = decode(whole.encode(page))
    assert found == whole
    assert sure >= 0.6


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "latin1"])
def test_cyrillic_that_is_called_latin_is_cyrillic(declared):
    """Old systems name what they were installed with."""
    text = TEXTS["ru"][0]
    assert decode(text.encode("cp1251"), declared)[0] == text
    german = "Die Fähre fährt wieder, und über Öl müßte man reden."
    assert decode(german.encode("cp1252"), declared)[0] == german


def test_letters_of_utf_8_are_believed_beside_broken_ones():
    """A feed that pastes two encodings together loses the smaller part."""
    data = "Die Fähre fährt über Öl. ".encode() + b"\xe4\xf6"
    text, codec, _ = decode(data)
    assert (codec, text[:24]) == ("utf-8", "Die Fähre fährt über Öl.")


def test_a_text_that_reads_like_no_language_waits_for_a_person():
    """Two words are too few to tell; what they were taken for is not published."""
    feed = "<rss><channel><item><guid>1</guid><title>Паром</title><description>Паром.</description></item></channel></rss>"
    partner, now = Partner(name="Harbour Post"), datetime(2026, 3, 2, tzinfo=UTC)
    (line,) = lines(feed.encode("cp1251"), "f", sidecar=None, partner=partner, now=now)
    assert line["outcome"] == "held"
    assert line["origins"]["body"] == "encoding"
