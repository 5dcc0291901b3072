"""Recognising page furniture, one line at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.text.boilerplate import (
    Kind,
    classify,
    classify_paragraph,
    fold,
    is_image_file,
    weigh,
)

FURNITURE = [
    ("Share this article", Kind.SHARE),
    ("Facebook Twitter WhatsApp Email", Kind.SHARE),
    ("Auf Facebook teilen", Kind.SHARE),
    ("Partager sur X", Kind.SHARE),
    ("Поделиться", Kind.SHARE),
    ("شارك المقال", Kind.SHARE),
    ("シェアする", Kind.SHARE),
    ("Enviar a LinkedIn 0", Kind.SHARE),
    ("keep readingShow less", Kind.CONTINUE),
    ("Lire la suite »", Kind.CONTINUE),
    ("Weiterlesen …", Kind.CONTINUE),
    ("続きを読む", Kind.CONTINUE),
    ("더보기", Kind.CONTINUE),
    ("Читать далее", Kind.CONTINUE),
    ("Most read", Kind.RELATED),
    ("Das könnte Sie auch interessieren", Kind.RELATED),
    ("Lo más leído", Kind.RELATED),
    ("相关阅读", Kind.RELATED),
    ("קראו גם: הגשר החדש", Kind.ALSO),
    ("Leia também: a ponte nova", Kind.ALSO),
    ("Czytaj także", Kind.ALSO),
    ("Comments (12)", Kind.COMMENTS),
    ("12 Kommentare", Kind.COMMENTS),
    ("Yorumlar", Kind.COMMENTS),
    ("Sign up for our newsletter", Kind.NEWSLETTER),
    ("Inscrivez-vous à notre newsletter", Kind.NEWSLETTER),
    ("Accept all cookies", Kind.CONSENT),
    ("Alle akzeptieren", Kind.CONSENT),
    ("Advertisement", Kind.ADVERTISEMENT),
    ("Artikeln fortsätter efter annonsen", Kind.ADVERTISEMENT),
    ("विज्ञापन", Kind.ADVERTISEMENT),
    ("Log in", Kind.PAYWALL),
    ("Accedi", Kind.PAYWALL),
    ("All rights reserved", Kind.FOOTER),
    ("Πολιτική απορρήτου", Kind.FOOTER),
    ("Skip to main content", Kind.NAVIGATION),
    ("News Sport Farming Business Opinion Life", Kind.NAVIGATION),
    ("หน้าแรก", Kind.NAVIGATION),
    ("About the author", Kind.ABOUT_AUTHOR),
    ("Tags: rivers, mills", Kind.TAGS),
    ("Read more: The mill that ran on moonlight", Kind.ALSO),
    ("Mehr lesen: Die Mühle am Wehr", Kind.ALSO),
    ("hero cta", Kind.CALL_TO_ACTION),
    ("harbour-crane_2231-scaled", Kind.IMAGE_FILE),
]


@pytest.mark.parametrize(("line", "kind"), FURNITURE, ids=[line for line, _ in FURNITURE])
def test_furniture_is_told_by_its_words(line, kind):
    """In any of the languages, whatever its case, accents, counts and arrows."""
    found = classify(line)
    assert found is not None
    assert found.kind is kind


ARTICLE_LINES = [
    "The last ferry home",
    "Tag der offenen Tür",
    "Pictures of the goose were shared thousands of times before breakfast.",
    "Sharing a boat",
    "Why the mill closed",
    "“We print everything twice,” she said.",
    "Latest of many attempts to save the pier",
    "彼は写真を撮りながら町を歩いた。",
    "Реклама не помогла: завод закрыли",
    "Facebook fights back in court",
    "COVID-19",
]


@pytest.mark.parametrize("line", ARTICLE_LINES)
def test_lines_of_articles_are_not_furniture(line):
    """A heading or sentence that only contains such a word is the article's own."""
    assert classify(line) is None
    assert classify_paragraph(line) is None


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        (
            "Subscribe now to our weekly letter and get the best of the paper in your inbox.",
            Kind.NEWSLETTER,
        ),
        (
            "Wir verwenden Cookies. Mehr dazu steht in unserer Datenschutzerklärung.",
            Kind.CONSENT,
        ),
        ("Follow us on Facebook and join our WhatsApp channel.", Kind.SHARE),
        ("© 2020 Der Bote. Alle Rechte vorbehalten.", Kind.FOOTER),
        ("Your email address will not be published. Required fields are marked.", Kind.COMMENTS),
        ("Сподобалося? Підтримайте нашу роботу донатом.", Kind.NEWSLETTER),
    ],
)
def test_paragraphs_of_furniture_are_told_by_two_cues(paragraph, kind):
    """What a box says about itself, in a whole paragraph."""
    found = classify_paragraph(paragraph)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    "paragraph",
    [
        "The court ruled that cookies placed without consent are unlawful, which surprised nobody.",
        "Her newsletter about lighthouses has four readers, and she knows all of them by name.",
        "Nobody in the village had asked to join the union, and the email went unread for a month.",
    ],
)
def test_one_cue_is_not_enough(paragraph):
    """An article may speak of cookies, newsletters and mail."""
    assert classify_paragraph(paragraph) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("IMG_20230412.jpg", True),
        ("shutterstock_123456789", True),
        ("old-mill-1024x683", True),
        ("The old mill.png", True),
        ("state-of-the-art", False),
        ("2023-04-12", False),
        ("G7", False),
    ],
)
def test_names_of_picture_files_are_told_from_words(name, expected):
    """By extension, by stock agencies' numbers, by size."""
    assert is_image_file(name) is expected


def test_weight_is_comparable_between_scripts():
    """The same sentence weighs about the same in any of them."""
    sentences = (
        "Tomorrow it will rain in the whole country.",
        "明日は全国的に雨が降る見込みです。",
        "कल पूरे देश में बारिश होने की संभावना है।",
        "พรุ่งนี้จะมีฝนตกทั่วประเทศ",
    )
    assert all(5 <= weigh(sentence) <= 10 for sentence in sentences)


@given(st.text(max_size=200))
def test_folding_twice_is_folding_once_and_nothing_raises(text):
    """Comparison keys are stable, and no line breaks the recognisers."""
    assert fold(fold(text)) == fold(text)
    classify(text)
    classify_paragraph(text)
