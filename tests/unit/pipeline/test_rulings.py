"""Rulings asked together: what is answered once for many articles must be right for each."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from reprise.model.article import TextChange
from reprise.model.configuration import Configuration
from reprise.model.permission import Origin, Permission, Stated
from reprise.model.versions import Listing
from reprise.pipeline.rulings import Rulings, Subject
from tests.newsroom import CONFIGURATION
from tests.unit.rights.strategies import EPOCH, duties, generous

CONFIGURED = Configuration.model_validate(CONFIGURATION)
"""Two partners with an agreement, one without."""

stated = st.builds(
    lambda permission: (generous, Stated(origin=Origin.UPLOAD, permission=permission)),
    st.builds(
        Permission,
        duties=duties,
        embargo_days=st.none() | st.integers(0, 3),
        languages=st.none() | st.just(frozenset({"en"})),
        expires_at=st.none() | st.just(EPOCH),
    ),
)
"""Everything is granted, on terms that ask what the article is like."""

facts = st.fixed_dictionaries(
    {
        "language": st.sampled_from(["en", "en-GB", "de"]),
        "canonical_url": st.sampled_from([None, "https://harbour.example/1", "no address"]),
        "published_at": st.none() | st.sampled_from([EPOCH, EPOCH - timedelta(days=3)]),
        "changes": st.sampled_from([(), (TextChange(before="x"),)]),
    }
)
"""All that articles may differ in on which the same is stated."""


@st.composite
def neighbours(draw: st.DrawFn) -> list[Subject]:
    """Articles of which many state the same."""
    said = draw(st.lists(stated, min_size=1, max_size=2))
    return [
        Subject(
            article_id=f"article-{number}",
            partner=draw(st.sampled_from(["harbour", "silent"])),
            listing=Listing(
                headline="h", guid="g", permissions=draw(st.sampled_from(said)), **draw(facts)
            ),
        )
        for number in range(draw(st.integers(2, 6)))
    ]


def rulings() -> Rulings:
    return Rulings(CONFIGURED, (), EPOCH, lambda subject, quota: 1)


@given(neighbours())
def test_no_article_is_ruled_on_by_what_its_neighbours_are(subjects):
    """Whoever is asked about before, the answer is that of asking about this one alone."""
    together = rulings()
    for subject in subjects:
        alone = rulings()
        assert together.site(subject) == alone.site(subject)
        for channel in CONFIGURED.channels:
            assert together.channel(subject, channel) == alone.channel(subject, channel)
            assert together.archived(subject, channel) == alone.archived(subject, channel)
