"""Permissions, statements and questions, for property tests: few values, so that they meet."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from reprise.model.permission import (
    Duties,
    Noindex,
    Origin,
    Permission,
    Quota,
    Stated,
    Territories,
    Use,
    UseTerms,
)
from reprise.model.ruling import Request

EPOCH = datetime(2031, 5, 1, tzinfo=UTC)
PLACES = ["NZ", "AU", "GB", "SG"]
LANGUAGES = ["en", "en-GB", "en-NZ", "mi", "pt-BR"]
NAMES = ["aggregator one", "Aggregator Two", "third"]
LICENCES = ["CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC0-1.0", "CC BY-SA 3.0", "nonsense 7"]

instants = st.integers(0, 12).map(lambda hours: EPOCH + timedelta(hours=hours))
"""Whole hours of one morning."""


def rarely(values):
    """Mostly not stated, so that statements leave something granted."""
    return st.one_of(*[st.none()] * 5, values)


maybe = st.none() | st.booleans()


def subsets(values, *, least=0):
    return st.frozensets(st.sampled_from(values), min_size=least, max_size=len(values))


use_terms = st.builds(
    UseTerms,
    allowed=maybe,
    recipients=st.none() | subsets(NAMES, least=1),
    max_words=st.none() | st.sampled_from([10, 50, 200]),
)
mostly_yes = st.just(UseTerms(allowed=True)) | use_terms

territories = st.builds(
    Territories,
    allow=st.none() | subsets(PLACES, least=1),
    deny=st.just(frozenset()) | subsets(PLACES),
)

duties = st.builds(
    Duties,
    credit_line=st.none() | st.sampled_from(["Harbour Post", "By the Harbour Post", "Other"]),
    noindex=st.none() | st.sampled_from(list(Noindex)),
    canonical=maybe,
    no_changes=maybe,
)

permissions = st.builds(
    Permission,
    licence=rarely(st.sampled_from(LICENCES)),
    uses=st.dictionaries(st.sampled_from(list(Use)), mostly_yes, max_size=3),
    territories=rarely(territories),
    languages=rarely(subsets(LANGUAGES, least=1)),
    commercial=rarely(st.booleans()),
    starts_at=rarely(instants),
    embargoed_until=rarely(instants),
    embargo_days=rarely(st.integers(0, 1)),
    expires_at=rarely(instants),
    pictures=rarely(st.booleans()),
    duties=rarely(duties).map(lambda some: some or Duties()),
    quota=rarely(
        st.builds(Quota, count=st.integers(1, 3), period=st.sampled_from(["day", "month"]))
    ),
)

statements = st.builds(
    Stated,
    origin=st.sampled_from(list(Origin)),
    permission=permissions,
    name=st.sampled_from(["", "a", "b"]),
    revoked=st.just(False) | st.just(False) | st.booleans(),
)

generous = Stated(
    origin="agreement",
    name="all",
    permission=Permission(uses=dict.fromkeys(Use, UseTerms(allowed=True)), commercial=True),
)

several = st.lists(statements, max_size=3) | st.lists(statements, max_size=3).map(
    lambda more: [generous, *more]
)

requests = st.builds(
    Request,
    use=st.sampled_from(list(Use)),
    territories=st.none() | subsets(PLACES, least=1),
    recipient=subsets([name.upper() for name in NAMES]),
    language=st.sampled_from([*LANGUAGES, "EN-gb", "enm", "und"]),
    commercial=st.booleans(),
    words=st.none() | st.none() | st.sampled_from([5, 10, 11, 500]),
    first_published_at=st.none() | instants.map(lambda at: at - timedelta(days=1)),
    used=st.none()
    | st.none()
    | st.dictionaries(st.sampled_from(["day", "month"]), st.integers(0, 3)),
)
