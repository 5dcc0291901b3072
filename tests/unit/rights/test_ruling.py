"""Each reason of a ruling, and each boundary just before, on and just after."""

from datetime import datetime, timedelta

import pytest

from reprise.model.permission import Origin, Use
from reprise.model.ruling import Outcome, Reason
from reprise.rights.combine import combine
from reprise.rights.ruling import NEVER, visible_from
from tests.unit.rights.build import A_MOMENT, NO, NOON, YES, display, ruled, said

BOUNDARIES = {
    # An embargo lifts at its instant.
    "embargo": ({"embargoed_until": NOON}, "no no yes", Reason.EMBARGO),
    # A grant starts at its start.
    "start": ({"starts_at": NOON}, "no no yes", Reason.NOT_STARTED),
    # It holds no more at its end.
    "expiry": ({"expires_at": NOON}, "yes no no", Reason.EXPIRED),
    # Days count from the first publication at the source.
    "days": ({"embargo_days": 2}, "no no yes", Reason.EMBARGO),
}


@pytest.mark.parametrize(("limit", "answers", "reason"), BOUNDARIES.values(), ids=BOUNDARIES)
def test_time_limits_are_half_open(limit, answers, reason):
    """
    Just before, on, just after: a begin holds from its instant, an end until its instant.
    """
    moments = (NOON - A_MOMENT, NOON, NOON + A_MOMENT)
    published = NOON - timedelta(days=2)
    rulings = [ruled(display(**limit), now=now, first_published_at=published) for now in moments]
    expected = ["no", "yes", "yes"] if answers == "no no yes" else ["yes", "no", "no"]

    assert ["yes" if ruling.granted else "no" for ruling in rulings] == expected
    assert {one.reason for one in rulings if not one.granted} == {reason}


def test_waiting_ends_at_its_last_instant():
    """
    Of embargo, start and days the latest decides, and is the end of the ruling.
    """
    article = display(
        embargoed_until=NOON,
        starts_at=NOON + timedelta(hours=2),
        embargo_days=1,
        expires_at=NOON + timedelta(days=9),
    )

    ruling = ruled(article, now=NOON - A_MOMENT, first_published_at=NOON - timedelta(hours=23))

    assert [one.reason for one in ruling.findings] == [
        Reason.NOT_STARTED,
        Reason.EMBARGO,
        Reason.EMBARGO,
    ]
    assert ruling.outcome is Outcome.HELD
    assert ruling.until == NOON + timedelta(hours=2)


def test_waiting_past_the_end_of_the_grant_ends_with_the_grant():
    """
    What would begin after it ended is refused from its end on.
    """
    article = display(expires_at=NOON)
    late = said("upload", embargoed_until=NOON + timedelta(days=1))

    ruling = ruled(article, late, now=NOON - timedelta(hours=1))
    after = ruled(article, late, now=NOON)

    assert (ruling.outcome, ruling.until) == (Outcome.HELD, NOON)
    assert (after.outcome, after.reason, after.until) == (Outcome.REFUSED, Reason.EXPIRED, None)


def test_days_from_an_unknown_first_publication_hold_for_ever():
    """
    An embargo that counts from nothing never lifts by itself.
    """
    article = display(embargo_days=0)

    ruling = ruled(article)

    assert (ruling.outcome, ruling.reason, ruling.until) == (Outcome.HELD, Reason.EMBARGO, None)
    assert visible_from(combine([article]), None) == NEVER
    assert visible_from(combine([article]), NOON) == NOON
    assert visible_from(combine([display()]), None) is None


def test_days_beyond_the_calendar_never_end():
    """
    A first publication in the far future and a long wait don't overflow.
    """
    article = display(embargo_days=36500)
    late = datetime(9990, 1, 1, tzinfo=NOON.tzinfo)

    assert visible_from(combine([article]), late) == NEVER


NOT_GRANTED = {
    "silence of all": ([], Reason.NO_BASIS, Outcome.HELD),
    "another use only": (
        [said("agreement", uses={"archive": YES})],
        Reason.NOT_STATED,
        Outcome.HELD,
    ),
    "denied": ([display(), said("upload", uses={"display": NO})], Reason.DENIED, Outcome.REFUSED),
    "a notice grants nothing": (
        [said("notice", basis="permission", uses={"display": YES})],
        Reason.NO_BASIS,
        Outcome.HELD,
    ),
    "a notice's licence grants nothing": (
        [said("notice", licence="CC BY 4.0")],
        Reason.NO_BASIS,
        Outcome.HELD,
    ),
    "revoked": (
        [said("grant", "acme", revoked=True, uses={"display": YES})],
        Reason.REVOKED,
        Outcome.REFUSED,
    ),
    "revoked licence": (
        [said("grant", "acme", revoked=True, licence="CC BY 4.0")],
        Reason.REVOKED,
        Outcome.REFUSED,
    ),
    "revoked, for another use": (
        [said("grant", "acme", revoked=True, uses={"archive": YES})],
        Reason.NO_BASIS,
        Outcome.HELD,
    ),
    "unreadable": (
        [display(), said("policy", unreadable=("ex:unknown",))],
        Reason.UNREADABLE,
        Outcome.HELD,
    ),
    "unknown licence": (
        [display(), said("upload", licence="our own")],
        Reason.UNREADABLE,
        Outcome.HELD,
    ),
    "ends before it begins": (
        [display(embargoed_until=NOON, expires_at=NOON)],
        Reason.CONTRADICTION,
        Outcome.HELD,
    ),
    "not commercial": ([display(commercial=False)], Reason.COMMERCIAL, Outcome.REFUSED),
    "elsewhere": ([display(territories={"allow": ["AU"]})], Reason.TERRITORY, Outcome.REFUSED),
    "denied here": ([display(territories={"deny": ["NZ"]})], Reason.TERRITORY, Outcome.REFUSED),
    "in another language": ([display(languages=["mi"])], Reason.LANGUAGE, Outcome.REFUSED),
    "for somebody else": (
        [said("agreement", uses={"display": {"allowed": True, "recipients": ["else"]}})],
        Reason.RECIPIENT,
        Outcome.REFUSED,
    ),
    "too long": (
        [said("agreement", uses={"display": {"allowed": True, "max_words": 99}})],
        Reason.DENIED,
        Outcome.REFUSED,
    ),
}


@pytest.mark.parametrize(("stated", "reason", "outcome"), NOT_GRANTED.values(), ids=NOT_GRANTED)
def test_what_is_not_granted_says_why(stated, reason, outcome):
    """
    Every reason is decisive when it is the only one, and refuses or holds.
    """
    ruling = ruled(
        *stated,
        territories=frozenset({"NZ"}),
        recipient=frozenset({"us"}),
        language="en",
        words=100,
    )

    assert (ruling.reason, ruling.outcome) == (reason, outcome)
    assert ruling.duties.model_dump(exclude_none=True) == {}


def test_every_reason_is_listed_with_who_gave_it():
    """
    A ruling with several reasons names them all, each with its origin.
    """
    ruling = ruled(
        display(expires_at=NOON),
        said("grant", "acme-2031", territories={"allow": ["AU"]}),
        said("upload", commercial=False),
        territories=frozenset({"NZ"}),
    )

    assert [(one.reason, one.origin, one.name) for one in ruling.findings] == [
        (Reason.COMMERCIAL, Origin.UPLOAD, ""),
        (Reason.TERRITORY, Origin.GRANT, "acme-2031"),
        (Reason.EXPIRED, Origin.AGREEMENT, ""),
    ]


def test_a_grant_names_who_granted_its_duties_and_its_end():
    """
    A yes says on whose word, in return for what, and how long.
    """
    ruling = ruled(
        said("grant", "acme", licence="CC BY 4.0"),
        said("upload", expires_at=NOON + A_MOMENT, duties={"credit_line": "Harbour Post"}),
    )

    (finding,) = ruling.findings
    assert (finding.reason, finding.origin, finding.name) == (
        Reason.GRANTED,
        Origin.GRANT,
        "acme",
    )
    assert finding.detail == "CC-BY-4.0"
    assert ruling.duties.credit_line == "Harbour Post"
    assert ruling.duties.attribution is True
    assert ruling.until == NOON + A_MOMENT


TERRITORY = {
    "all covered": ({"allow": ["AU", "NZ"]}, {"AU", "NZ"}, True),
    "one not covered": ({"allow": ["AU", "NZ"]}, {"NZ", "SG"}, False),
    "one denied": ({"deny": ["SG"]}, {"NZ", "SG"}, False),
    "none denied": ({"deny": ["SG"]}, {"NZ"}, True),
    "deny wins over allow": ({"allow": ["AU", "NZ"], "deny": ["NZ"]}, {"NZ"}, False),
    "the world, with an allow list": ({"allow": ["NZ"]}, None, False),
    "the world, with a deny list": ({"deny": ["SG"]}, None, False),
    "nowhere named, with a limit": ({"allow": ["NZ"]}, set(), False),
    "the world, without a limit": ({}, None, True),
}


@pytest.mark.parametrize(("limits", "audience", "granted"), TERRITORY.values(), ids=TERRITORY)
def test_every_territory_of_the_audience_must_be_covered(limits, audience, granted):
    """
    One territory that is not granted refuses the whole audience (B30).
    """
    places = None if audience is None else frozenset(audience)

    assert ruled(display(territories=limits), territories=places).granted is granted


LANGUAGE = {
    "same": ("en", "en", True),
    "narrower than the range": ("en", "en-NZ", True),
    "other capitals": ("PT-br", "pt-BR", True),
    "wider than the range": ("en-GB", "en", False),
    "a longer word is no continuation": ("en", "enm", False),
    "unknown": ("en", "", False),
    "undetermined": ("en", "und", False),
}


@pytest.mark.parametrize(("allowed", "language", "granted"), LANGUAGE.values(), ids=LANGUAGE)
def test_languages_are_compared_by_basic_filtering(allowed, language, granted):
    """
    A range covers itself and what continues it (RFC 4647 section 3.3.1).
    """
    assert ruled(display(languages=[allowed]), language=language).granted is granted


def test_recipients_are_compared_without_capitals_and_spacing():
    """
    A recipient is met by any of the destination's names, however it is spelled.
    """
    limited = said("agreement", uses={"display": {"allowed": True, "recipients": ["News  Reader"]}})

    assert ruled(limited, recipient=frozenset({"x", "news reader"})).granted
    assert not ruled(limited, recipient=frozenset({"newsreader"})).granted


WORDS = {"one less": (49, True), "as many": (50, True), "one more": (51, False)}


@pytest.mark.parametrize(("words", "granted"), WORDS.values(), ids=WORDS)
def test_an_excerpt_keeps_its_word_limit(words, granted):
    """
    At most so many words; the limit is part of the grant.
    """
    terms = {"syndicate_excerpt": {"allowed": True, "max_words": 50}}
    limited = said("agreement", uses=terms)

    ruling = ruled(limited, use=Use.SYNDICATE_EXCERPT, words=words)

    assert ruling.granted is granted
    assert ruled(limited, use=Use.SYNDICATE_EXCERPT).max_words == 50


SEARCH = {
    "all search": ({"noindex": "all"}, Reason.NOINDEX, Reason.NOINDEX),
    "news only": ({"noindex": "news"}, Reason.GRANTED, Reason.NOINDEX),
    "none": ({"noindex": "none"}, Reason.GRANTED, Reason.GRANTED),
    "canonical": ({"canonical": True}, Reason.FOREIGN_CANONICAL, Reason.FOREIGN_CANONICAL),
    "canonical not needed": ({"canonical": False}, Reason.GRANTED, Reason.GRANTED),
}


@pytest.mark.parametrize(("duties", "index", "news"), SEARCH.values(), ids=SEARCH)
def test_pages_that_hide_from_search_are_not_listed_there(duties, index, news):
    """
    A noindex or canonical duty refuses search, and never display (B38, NS-14).
    """
    uses = {"index": YES, "google_news": YES, "display": YES}
    article = said("agreement", uses=uses, duties=duties)

    assert ruled(article, use=Use.INDEX).reason is index
    assert ruled(article, use=Use.GOOGLE_NEWS).reason is news
    assert ruled(article).granted


QUOTA = {"one left": (1, True), "none left": (2, False), "over": (3, False)}


@pytest.mark.parametrize(("used", "granted"), QUOTA.values(), ids=QUOTA)
def test_what_is_over_a_quota_is_held_until_its_grant_ends(used, granted):
    """
    The last place is granted; what comes after it in its period waits for no day (B37).
    """
    article = display(quota={"count": 2, "period": "month"}, expires_at=NOON + timedelta(days=9))

    ruling = ruled(article, used={"month": used})

    assert ruling.granted is granted
    if not granted:
        assert (ruling.outcome, ruling.reason) == (Outcome.HELD, Reason.QUOTA)
        assert ruling.until == NOON + timedelta(days=9)


def test_syndication_is_never_implied_by_display():
    """
    The right to republish is not the right to pass on (invariant 1, B28).
    """
    for use in Use:
        assert ruled(display(), use=use).granted is (use is Use.DISPLAY)


def test_now_needs_an_offset():
    """
    A moment without a zone is a mistake of the caller, not a ruling.
    """
    with pytest.raises(ValueError, match="has no UTC offset"):
        ruled(display(), now=datetime(2031, 5, 1))  # noqa: DTZ001
