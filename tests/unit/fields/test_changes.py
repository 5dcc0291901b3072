"""What of the words changed on their way in (row B35)."""

import pytest

from reprise.fields.body import read_body
from reprise.fields.changes import read_changes
from reprise.model.configuration import HouseStyle, Partner
from reprise.model.submission import Submission

FIRST = "<p>The tide came in before noon, and went out again by supper.</p>"


def changes(body, headline="Tide", **style):
    partner = Partner(name="Kelp Wire", house_style=HouseStyle(**style))
    submission = Submission(headline=headline, body_html=body)
    read = read_body(submission, base_url=None, partner=partner)
    return read_changes(submission, read, partner.house_style)


SAME = {
    "mark-up": FIRST + '<div class="x"><font>It <b>rained</b>.</font></div><script>x()</script>',
    "spaces and breaks": FIRST + "<p>It&nbsp;rained\n  all<br>day.</p>",
    "a lifted notice": FIRST * 3
    + "<p>This article was first published by Harbour Post and is republished with permission.</p>",
    "a repeated headline": "<h1>Tide</h1>" + FIRST,
    "a hidden line": FIRST + '<p style="display:none">Track me</p>',
    "pictures": FIRST
    + '<figure><img src="https://a.example/b.jpg"><figcaption>B</figcaption></figure>',
}


@pytest.mark.parametrize("body", SAME.values(), ids=SAME)
def test_what_is_no_word_of_the_text_is_no_change(body):
    """
    Mark-up, spacing, pictures, and what is taken out on the record.
    """
    assert changes(body) == ()


def test_lost_words_are_a_change():
    """
    A formula that no output can show is gone from the text, so the text was changed.
    """
    (change,) = changes(
        FIRST + "<p>Height is <math><mi>x</mi><mo>+</mo><mn>2</mn></math> metres.</p>"
    )
    assert (str(change), change.allowed) == ("removed 'x + 2'", False)


def test_an_embed_shown_as_a_link_is_a_change_unless_agreed():
    """
    Words stand where there were none.
    """
    body = FIRST + '<iframe src="https://video.example/embed/1" title="The tide"></iframe>'
    assert [str(one) for one in changes(body)] == ["added 'The tide'"]
    assert [one.allowed for one in changes(body, embeds=True)] == [True]


def test_house_style_is_listed_and_allowed():
    """
    The changes that are configured are made, and each is on the list.
    """
    found = changes(
        '<p>"To Kiew," she said.</p>' + FIRST, names={"Kiew": "Kyiv"}, quotes=("“", "”")
    )
    assert [(str(one), one.allowed) for one in found] == [
        ("'\"To Kiew,\"' became '“To Kyiv,”'", True)
    ]


def test_those_that_may_not_be_come_first_and_are_cut():
    """
    So that the reason is seen however much house style there is.
    """
    words = " ".join(f"Kiew{'.' if at % 2 else ','} word{at}" for at in range(60))
    body = f"<p>{words}</p><p><math><mi>{'z' * 500}</mi></math> ends it.</p>"
    found = changes(body, names={"Kiew": "Kyiv"})
    assert len(found) == 20
    assert found[0].allowed is False
    assert len(found[0].before) == 120
    assert all(one.allowed for one in found[1:])
