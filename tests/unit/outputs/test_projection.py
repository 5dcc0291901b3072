"""Article and ruling to entry: text, credit, pictures, addresses, what search engines are told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reprise.model.article import Direction
from reprise.model.configuration import Channel, TextMode
from reprise.model.permission import CreditPlace, Noindex
from reprise.model.ruling import Outcome, Reason, Ruling
from reprise.model.submission import Byline, Picture, Source
from reprise.outputs.pictures import MediaRights
from tests.unit.outputs.feed_samples import (
    NOW,
    PARTNER,
    PICTURE,
    PUBLICATION,
    a_member,
    an_article,
    granted,
    projected,
    refused,
)

EXCERPT = Channel(title="Excerpts", text=TextMode.EXCERPT)


def test_what_is_not_granted_is_not_projected():
    """
    Invariant 1: nothing unpermitted is rendered, whoever asks.
    """
    with pytest.raises(ValueError, match="not granted"):
        projected(ruling=refused())


def test_full_text_channel_passes_on_the_whole_body():
    """
    M64: the article's own words are all there, unchanged.
    """
    entry = projected()

    assert "<p>The crane at the old quay was switched off on Monday.</p>" in entry.content_html
    assert '<a href="https://museum.example/">museum</a>' in entry.content_html


def test_own_page_shows_the_full_text():
    """
    Without a channel the entry is for the article's own page.
    """
    assert "museum" in projected(channel=None).content_html


# --- Excerpts -------------------------------------------------------------------------------------


def test_excerpt_channel_passes_on_no_more_than_the_limit():
    """
    The publication's excerpt length holds when the permission names none.
    """
    short = PUBLICATION.model_copy(update={"excerpt_words": 6})
    entry = projected(channel=EXCERPT, publication=short)

    assert entry.summary == "The crane at the old quay…"
    assert entry.content_html.startswith("<p>The crane at the old quay…</p>")
    assert entry.word_count == 6


@pytest.mark.parametrize(("limit", "words"), [(3, 3), (60, 16), (16, 16)])
def test_word_limit_of_the_permission_is_kept(limit, words):
    """
    The narrower of both limits counts, and a limited full text is an excerpt too.
    """
    ruling = Ruling(Outcome.GRANTED, granted().findings, max_words=limit)

    assert projected(ruling=ruling).word_count == words


def test_excerpt_is_abstract_or_beginning_but_never_both():
    """
    Together they would pass on more words than were granted.
    """
    entry = projected(an_article(abstract="A landmark falls silent."), channel=EXCERPT)

    assert entry.summary == "A landmark falls silent."
    assert "switched off" not in entry.content_html


def test_excerpt_of_a_script_without_spaces_is_counted_in_characters():
    """
    Word limits hold for Chinese too, where a text would otherwise be one word.
    """
    article = an_article(body_html=f"<p>{'港口的老起重机停了。' * 20}</p>", language="zh")
    entry = projected(article, channel=EXCERPT)

    assert entry.word_count <= PUBLICATION.excerpt_words
    assert len(entry.summary) < 70


def test_excerpt_carries_no_markup_of_the_article():
    """
    An excerpt is plain text: what looks like markup in it is text.
    """
    entry = projected(an_article(body_html="<p>Is 1 &lt; <b>2</b>?</p>"), channel=EXCERPT)

    assert entry.content_html.startswith("<p>Is 1 &lt; 2?</p>")


def test_summary_without_an_abstract_is_the_beginning_of_the_text():
    """
    FL-02: about 300 characters, ended at a sentence or a word, without captions.
    """
    body = "<figure><figcaption>Caption</figcaption></figure><p>" + "One more word. " * 60 + "</p>"
    summary = projected(an_article(body_html=body)).summary

    assert summary.startswith("One more word.")
    assert 250 < len(summary) <= 300
    assert summary.endswith("word. …")


# --- Credit, link, blurb, pixel, correction ------------------------------------------------------


def test_credit_line_stands_at_the_tail_with_its_exact_words_and_link():
    """
    B33: the words as demanded, escaped and not reworded, linked to the original.
    """
    line = 'First in “The Post” <Tuesday> & "online"'
    html = projected(ruling=granted(credit_line=line, link_back=True)).content_html

    words = "First in “The Post” &lt;Tuesday&gt; &amp; &quot;online&quot;"
    assert html.endswith(
        f'<p class="credit"><a href="https://harbour.example/crane">{words}</a></p>'
    )


def test_credit_line_stands_at_the_head_when_the_duty_says_so():
    """
    B33: the place is part of the duty.
    """
    ruling = granted(credit_line="Thanks to the Post", credit_place=CreditPlace.HEAD)
    entry = projected(ruling=ruling)

    assert entry.content_html.startswith('<p class="credit">')
    assert entry.content_html.count("Thanks to the Post") == 1
    assert entry.credit_place is CreditPlace.HEAD


def test_credit_that_may_stand_anywhere_is_not_said_twice():
    """
    Complaint C25: a source line that the text carries already is not added again.
    """
    body = '<p>News.</p><p><a href="https://harbour.example/crane">Harbour Post</a></p>'

    assert projected(an_article(body_html=body)).content_html == body


def test_credit_with_a_place_is_added_although_the_words_occur_in_the_text():
    """
    Words somewhere in the text do not keep a duty to show them at the head.
    """
    ruling = granted(credit_line="Harbour Post", credit_place=CreditPlace.HEAD)
    html = projected(an_article(body_html="<p>The Harbour Post says.</p>"), ruling).content_html

    assert html.startswith('<p class="credit"><a')


def test_text_of_others_names_its_source_without_any_duty():
    """
    C21: readers don't show the source element, so the source is named in the text.
    """
    assert projected().content_html.endswith(
        '<p class="credit"><a href="https://harbour.example/crane">Harbour Post</a></p>'
    )


def test_own_text_needs_no_credit():
    """
    What the publication wrote itself credits nobody.
    """
    article = an_article(source=Source(name=PUBLICATION.name), canonical_url=None)

    assert "credit" not in projected(article).content_html


def test_link_back_may_name_its_own_address():
    """
    A duty can ask for a link to a page that is not the original.
    """
    ruling = granted(credit_line="The Post", link_back="https://harbour.example/terms?a=1&b=2")

    assert (
        'href="https://harbour.example/terms?a=1&amp;b=2"' in projected(ruling=ruling).content_html
    )


def test_blurb_and_pixel_follow_the_text():
    """
    B34: the partner's counting picture is carried with its exact address.
    """
    ruling = granted(blurb="The Post is <free>.", pixel="https://count.example/p?a=1&b=2")
    html = projected(ruling=ruling).content_html

    assert '<p class="about-source">The Post is &lt;free&gt;.</p><p class="credit">' in html
    assert html.endswith(
        '<img src="https://count.example/p?a=1&amp;b=2" alt="" width="1" height="1">'
    )


def test_pixel_in_the_text_is_not_loaded_twice():
    """
    Two counting pictures would count one reader twice.
    """
    body = '<p>News.</p><img src="https://count.example/p" alt="" width="1" height="1">'
    entry = projected(
        an_article(body_html=body),
        granted(pixel="https://count.example/p"),
        pictures=MediaRights(allowed=True),
    )

    assert entry.content_html.count("count.example") == 1


def test_correction_is_said_before_the_text():
    """
    M43: who reads a corrected text sees first that it was corrected.
    """
    html = projected(an_article(correction="The quay is < 100 years old.")).content_html

    assert html.startswith('<p class="correction">The quay is &lt; 100 years old.</p>')


def test_right_to_left_text_says_so_in_its_markup():
    """
    Aggregators that ignore the entry's language still show it the right way.
    """
    article = an_article(body_html="<p>خبر</p>", language="ar", direction=Direction.RTL)

    assert projected(article).content_html.startswith('<div dir="rtl"><p>خبر</p>')


# --- Pictures -------------------------------------------------------------------------------------


def pictures_of(picture: Picture, rights: MediaRights | None):
    entry = projected(an_article(pictures=(picture,)), pictures=rights)
    return bool(entry.pictures), "<img" in entry.content_html


SHOWN, HIDDEN = (True, True), (False, False)
IN_AN_HOUR = NOW + timedelta(hours=1)
PICTURE_CASES = {
    "silence-is-no": (None, None, None, HIDDEN),
    "general-yes": (None, MediaRights(allowed=True), None, SHOWN),
    "its-own-yes-over-general-silence": (True, MediaRights(), None, SHOWN),
    "its-own-no-over-general-yes": (False, MediaRights(allowed=True), None, HIDDEN),
    "its-own-yes-against-the-agreement": (True, MediaRights(barred=True), None, HIDDEN),
    # A picture expires at its instant: just before, on, just after.
    "before-expiry": (True, MediaRights(now=IN_AN_HOUR - timedelta(seconds=1)), IN_AN_HOUR, SHOWN),
    "at-expiry": (True, MediaRights(now=IN_AN_HOUR), IN_AN_HOUR, HIDDEN),
    "after-expiry": (True, MediaRights(now=IN_AN_HOUR + timedelta(seconds=1)), IN_AN_HOUR, HIDDEN),
    "expiry-without-a-clock": (True, MediaRights(), IN_AN_HOUR, HIDDEN),
}  # fmt: skip


@pytest.mark.parametrize(
    ("usable", "rights", "expires_at", "expected"), PICTURE_CASES.values(), ids=PICTURE_CASES
)
def test_picture_goes_without_a_right_and_the_text_stays(usable, rights, expires_at, expected):
    """
    B32, C24: the picture's own word decides, else the general one; silence is no.
    """
    picture = PICTURE.model_copy(update={"usable": usable, "expires_at": expires_at})

    assert pictures_of(picture, rights) == expected


def test_hidden_picture_takes_its_frame_and_caption_along():
    """
    A caption without its picture would describe nothing; every word of the text stays.
    """
    hidden = PICTURE.model_copy(update={"usable": False})
    html = projected(an_article(pictures=(hidden,))).content_html

    assert "figure" not in html
    assert "The old crane" not in html
    assert "switched off on Monday.</p><p>It will become a" in html


def test_text_around_a_hidden_picture_stays():
    """
    Text after a picture in the same paragraph belongs to the article.
    """
    body = '<p>Before <img src="https://harbour.example/x.jpg"> after &amp; on.</p>'

    assert "<p>Before  after &amp; on.</p>" in projected(an_article(body_html=body)).content_html


def test_picture_that_the_upload_did_not_list_needs_the_general_right():
    """
    A picture that stands in the body only says nothing of itself.
    """
    body = '<p>x</p><img src="https://harbour.example/other.jpg">'
    article = an_article(body_html=body, pictures=())

    assert "<img" not in projected(article).content_html
    assert "<img" in projected(article, pictures=MediaRights(allowed=True)).content_html


# --- Title, people, addresses ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Crane stops | Harbour Post", "Crane stops"),
        ("Crane stops – harbour post", "Crane stops"),
        ("Crane stops - harbour.example", "Crane stops"),
        ("Crane stops | Example News", "Crane stops"),
        ("Crane stops | for good", "Crane stops | for good"),
        ("Harbour Post", "Harbour Post"),
        ("Line\nbreak  and   spaces", "Line break and spaces"),
    ],
)
def test_title_is_one_line_without_the_name_of_the_site(headline, title):
    """
    NS-08: only names of sites that are known are cut, and never the whole title.
    """
    article = an_article(
        headline=headline, source=Source(name="Harbour Post", url="https://harbour.example")
    )

    assert projected(article).title == title


def test_email_addresses_of_authors_stay_inside():
    """
    RS-12 has dc:creator for names; a public file is read by harvesters too.
    """
    entry = projected()

    assert entry.bylines == (Byline(name="Ola Brandt"),)


def test_addresses_go_out_as_ascii_and_the_guid_as_it_came():
    """
    X-07 for addresses, X-08 for ids.
    """
    article = an_article(
        guid="http://HARBOUR.example/%7Ecrane/ü",
        canonical_url="https://hafen-köln.example/kran straße",
    )
    entry = projected(article)

    assert entry.canonical_url == "https://xn--hafen-kln-67a.example/kran%20stra%C3%9Fe"
    assert entry.guid == "http://HARBOUR.example/%7Ecrane/ü"


def test_source_of_the_partner_fills_what_the_article_does_not_say():
    """
    RS-11: the partner's feed is named where the article names none.
    """
    partner = PARTNER.model_copy(
        update={"feed_url": "https://harbour.example/all.xml", "feed_title": "All of it"}
    )
    entry = projected(an_article(source=Source()), partner=partner)

    assert entry.source.name == "Harbour Post"
    assert entry.source.feed_url == "https://harbour.example/all.xml"
    assert entry.source.feed_title == "All of it"


def test_source_that_names_its_own_feed_is_not_mixed_with_the_partners():
    """
    AT-12: one source per entry, whole.
    """
    partner = PARTNER.model_copy(update={"feed_id": "tag:partner", "feed_title": "Partner's"})
    entry = projected(partner=partner)

    assert (entry.source.feed_url, entry.source.feed_id, entry.source.feed_title) == (
        "https://harbour.example/feed.xml",
        None,
        None,
    )


def test_update_is_never_before_publication():
    """
    An update recorded while the embargo still held does not predate the release.
    """
    member = a_member(updated_at=NOW - timedelta(days=3))
    entry = projected(member=member)

    assert entry.updated_at == entry.published_at


# --- Search engines -------------------------------------------------------------------------------

YES, NO = granted(), refused()
CANONICAL_ELSEWHERE = refused(Reason.FOREIGN_CANONICAL)
PREVIEW = "max-image-preview:large"
SEARCH_CASES = {
    # duties, index, news -> robots, googlebot-news, in sitemaps, in news sitemap
    "all-granted": ({}, YES, YES, (PREVIEW, "", True, True)),
    "silence": ({}, None, None, ("noindex", "", False, False)),
    "search-only": ({}, YES, NO, (PREVIEW, "noindex", True, False)),
    "no-search": ({}, NO, YES, ("noindex", "", False, False)),
    "noindex-duty": ({"noindex": Noindex.ALL}, YES, YES, ("noindex", "", False, False)),
    "noindex-news-duty": ({"noindex": Noindex.NEWS}, YES, YES, (PREVIEW, "noindex", True, False)),
    "canonical-duty": ({"canonical": True}, YES, YES, (PREVIEW, "", False, False)),
    "canonical-ruling": (
        {"canonical": True},
        CANONICAL_ELSEWHERE,
        CANONICAL_ELSEWHERE,
        (PREVIEW, "", False, False),
    ),
}


@pytest.mark.parametrize(
    ("duties", "index", "news", "expected"), SEARCH_CASES.values(), ids=SEARCH_CASES
)
def test_search_engines_are_told_what_the_permission_says(duties, index, news, expected):
    """
    RP-01, RP-02, B38: noindex and a foreign canonical keep the page out of sitemaps.
    """
    entry = projected(ruling=granted(**duties), index=index, news=news)

    assert (entry.robots, entry.googlebot_news, entry.indexable, entry.news) == expected


def test_canonical_duty_without_an_original_names_none():
    """
    Our page can't point at an address that nobody stated.
    """
    entry = projected(an_article(canonical_url=None), granted(canonical=True))

    assert not entry.link_canonical


def test_same_facts_give_the_same_entry():
    """
    X-12: a projection depends on nothing but its arguments.
    """
    assert projected() == projected()
