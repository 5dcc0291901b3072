"""Reading credits, times and bylines from single lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.text.page_lines import (
    PictureLine,
    is_clock_line,
    is_name,
    is_time_line,
    read_byline,
    read_picture_line,
    read_signed_time,
    split_meta,
    time_in,
)

PICTURES = [
    ("[Image: The weir in April. Photo: Ida Rowe/Uplands]", "The weir in April.", "Ida Rowe/Uplands"),
    ("水車小屋の朝＝2026年4月、里見航撮影", "水車小屋の朝", "里見航撮影"),
    ("Photo: Tom Ashby", "", "Tom Ashby"),
    ("Top photo credit: A bus on the pass road in snow (Uplands/ Ida Rowe)",
     "A bus on the pass road in snow", "Uplands/ Ida Rowe"),
    ("The mayor on Tuesday (shutterstock/ Leo Marsh)", "The mayor on Tuesday", "shutterstock/ Leo Marsh"),
    ("Divers working. Photograph: Tom Ashby/Northlight", "Divers working.", "Tom Ashby/Northlight"),
    ("Leiterin Kern zeigt die neuen Regale. Foto: Jan Petersen/NBD",
     "Leiterin Kern zeigt die neuen Regale.", "Jan Petersen/NBD"),
    ("Ratusz w Brzeźnicy. Fot. Marek Sowa", "Ratusz w Brzeźnicy.", "Marek Sowa"),
    ("Фото: А. Лисина", "", "А. Лисина"),
    ("Le four rallumé. © Yann Le Goff", "Le four rallumé.", "Yann Le Goff"),
    ("REUTERS/Noor Haddad", "", "REUTERS/Noor Haddad"),
    ("AFP via Getty Images", "", "AFP via Getty Images"),
    ("Photo by Anna Tern on Unsplash", "", "Anna Tern on Unsplash"),
    ("사진=한지우 기자", "", "한지우 기자"),
    ("駅舎を改装した本屋（高橋直人撮影）", "駅舎を改装した本屋", "高橋直人撮影"),
    ("La torre desde el lavadero viejo del pueblo. / A. Pastor",
     "La torre desde el lavadero viejo del pueblo.", "A. Pastor"),
    ("Image caption, The pier at dawn", "The pier at dawn", ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "caption", "credit"), PICTURES, ids=[p[0] for p in PICTURES])
def test_caption_and_credit_are_told_apart(line, caption, credit):
    """In the forms that papers print below pictures."""
    assert read_picture_line(line) == PictureLine(caption, credit)


@pytest.mark.parametrize(
    "line",
    [
        "Pictures of the goose were shared thousands of times before breakfast.",
        "The source: a spring under the chapel that nobody had mapped before the drought came.",
        "He said the photo had changed his life, and then he sold it.",
        "© 2021 Cedar Courier",
        "Either way / or neither",
    ],
)
def test_sentences_are_no_credits(line):
    """A paragraph that speaks of pictures is the article's own."""
    assert read_picture_line(line) is None


TIMES = [
    "3 March 2021", "March 3, 2021 at 8:14 am", "Updated 4 hours ago", "Published: October 5, 2023 1.25pm BST",
    "12.04.2024, 17:32 Uhr", "Vor 3 Stunden", "Publié le 8 juin 2023 à 09h30, mis à jour le 8 juin 2023 à 11h12",
    "21/09/2022 - 07:45h", "6 min read", "Lesezeit: 4 Min.", "14 марта 2023, 12:40", "2023年6月12日 08:15",
    "입력 2023.05.21 09:30", "منذ 3 ساعات", "12 مايو 2023", "4. prosince 2022 6:30", "Senin, 17 Jul 2023 08:10 WIB",
]  # fmt: skip


@pytest.mark.parametrize("line", TIMES)
def test_lines_that_say_when_are_known(line):
    """Dates, times, ages and reading times, in many languages."""
    assert is_time_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "At 14:05 she left",
        "The crash of 24 October 1929 and its children",
        "On 3 March 2021 the club moved to the harbour.",
        "Chapter 4",
        "A room of one's own",
    ],
)
def test_words_about_a_time_are_not_a_time_line(line):
    """A heading or sentence with a date in it is more than a date."""
    assert not is_time_line(line)


def test_a_time_of_day_alone_heads_a_live_entry():
    """Only the clock, in the usual spellings."""
    assert is_clock_line("14:35")
    assert is_clock_line("7.05 Uhr")
    assert not is_clock_line("14:35 The levee broke")


BYLINES = [
    ("By Ada Kern", ("Ada Kern",)),
    ("By Ada Kern and Jan de Vries in Bergen", ("Ada Kern", "Jan de Vries")),
    ("Von Anna Sommer und Jan de Vries, Hamburg", ("Anna Sommer", "Jan de Vries")),
    ("Von Anna Sommer und Kai Ruh (Fotos)", ("Anna Sommer",)),
    ("Propos recueillis par Nora Achour", ("Nora Achour",)),
    ("di Giulia Renda", ("Giulia Renda",)),
    ("By Ada Kern March 18 at 3:57 PM", ("Ada Kern",)),
    ("By Ada Kern | 3 May 2020 • Rivers", ("Ada Kern",)),
    ("Автор: Иван Петров", ("Иван Петров",)),
    ("Γράφει ο Νίκος Βλάχος", ("Νίκος Βλάχος",)),
    ("記者陳怡君／東嶼報導", ("陳怡君",)),
    ("한지우 기자 hanjiwoo@sanul.example", ("한지우",)),
    ("By the river stands a mill.", ()),
    ("De la mer", ()),
]


@pytest.mark.parametrize(("line", "names"), BYLINES, ids=[line for line, _ in BYLINES])
def test_bylines_give_names(line, names):
    """Names only: no prefix, no place, no office, no photographer."""
    assert read_byline(line) == names


def test_time_and_name_in_one_line_are_both_read():
    """Blogs print the time first."""
    assert read_signed_time("March 2, 2023 by Oona Pell, posted in soil") == (
        ("Oona Pell",),
        "March 2, 2023",
    )
    assert time_in("Par Manon Thiébaut, le 27 février 2022") == "27 février 2022"
    assert split_meta("Ada Kern — 3 May 2020") == ("Ada Kern", "3 May 2020")


def test_names_are_two_capitalised_words_or_a_few_ideographs():
    """Labels and sentences are none."""
    assert all(map(is_name, ("Jan de Vries", "高橋直人", "Ада Керн")))
    assert not any(map(is_name, ("Middle East correspondent", "Sport", "Ada Kern: a life")))


@given(st.text(max_size=200))
def test_no_line_breaks_the_readers(line):
    """Total on any text."""
    read_picture_line(line)
    is_time_line(line)
    read_byline(line)
    read_signed_time(line)
    time_in(line)
