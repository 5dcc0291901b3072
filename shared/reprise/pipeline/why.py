"""
Why an article is shown, or not, in each place: asked of the same rooms that publish it
(rows B29, B92).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reprise.lifecycle.membership import channels_for, is_channel, member_rows
from reprise.lifecycle.state import state_of
from reprise.model.article import TextChange
from reprise.model.configuration import SITE, Configuration, TextMode
from reprise.model.document import Build
from reprise.model.permission import Use
from reprise.model.report import Omission
from reprise.model.ruling import Finding, Outcome, Reason, Ruling
from reprise.model.versions import ArticleRecord, ArticleState, Listing
from reprise.pipeline.proof import Proof, read_article
from reprise.pipeline.rulings import ChannelRuling, Rulings, Subject
from reprise.pipeline.usage import Usage
from reprise.rights.combine import Effective
from reprise.rights.explain import Answer, answer, as_json, in_words, reason_in_words
from reprise.stores.ports import Stores

ELSEWHERE = (
    "newer articles fill its feeds, a copy of the story stands there, or its turn is still to come"
)


@dataclass(frozen=True, slots=True)
class Why:
    """
    Everything about one article's rights at one moment.

    Attributes:
        documents: Feeds and volumes of their history that show it, by the last build of each.
        left_out: Those that may show it and don't, and why.
    """

    article_id: str
    partner: str
    headline: str
    state: ArticleState
    at: datetime
    answers: tuple[Answer, ...]
    effective: Effective
    documents: tuple[str, ...] = ()
    left_out: tuple[Omission, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "article_id": self.article_id,
            "partner": self.partner,
            "headline": self.headline,
            "status": self.state.status.value,
            "published_at": _text(self.state.published_at),
            "updated_at": _text(self.state.updated_at),
            "at": _text(self.at),
            "changes": [
                {"change": str(one), "allowed": one.allowed} for one in self.listing.changes
            ],
            **as_json(self.answers, self.effective),
            "documents": list(self.documents),
            "left_out": [one.model_dump(mode="json") for one in self.left_out],
        }

    def in_words(self) -> str:
        """For people."""
        released = _text(self.state.published_at) or "never"
        head = f"{self.headline}\n{self.article_id} of {self.partner}: {self.state.status.value}"
        changes = "".join(f"\nchanged: {_in_words(one)}" for one in self.listing.changes)
        left_out = "".join(
            f"\n{one.document} leaves it out\n  because "
            + "; ".join(map(reason_in_words, one.findings))
            for one in self.left_out
        )
        shown = "".join(f"\nshown in {key}" for key in self.documents)
        shown += "".join(f"\nnot shown by {name}: {ELSEWHERE}" for name in self._shown_nowhere())
        answers = in_words(self.answers)
        return f"{head}, first published {released}{changes}\n\n{answers}{shown}{left_out}"

    def _shown_nowhere(self) -> list[str]:
        """Channels that may carry it, whose documents neither show it nor say why not."""
        told = {*self.documents, *(one.document for one in self.left_out)}
        known = {_channel_of(key) for key in told}
        may = {one.place for one in self.answers if one.granted and one.use is not Use.ARCHIVE}
        return sorted(may - known - {SITE})

    @property
    def listing(self) -> Listing:
        """What lists know of the current version."""
        current = self.state.current
        if current is None or current.listing is None:
            raise ValueError(f"{self.article_id}: nothing was published")
        return current.listing


def why(
    article_id: str,
    *,
    stores: Stores,
    configuration: Configuration,
    now: datetime,
    channel: str | None = None,
) -> Why | None:
    """
    Every use in every place at *now*, or in *channel* only.

    Returns:
        ``None`` when there is no such article, or nothing of it was ever published.
    """
    record = stores.articles.record(article_id)
    if record is None:
        return None
    state = state_of(record)
    if state.current is None or state.current.listing is None:
        return None
    subject = Subject(
        record.article_id, record.partner, state.current.listing, state.status, state.published_at
    )
    rulings = Rulings(configuration, stores.articles.grants(), now, Usage(stores))
    proof = _proof(record, state, rulings, stores)
    answers = tuple(_answers(subject, record, rulings, proof, channel))
    builds = tuple(_builds(record, stores, channel))
    return Why(
        article_id=article_id,
        partner=record.partner,
        headline=state.current.listing.headline,
        state=state,
        at=now,
        answers=answers,
        effective=rulings.effective(subject),
        documents=tuple(_documents(article_id, builds)),
        left_out=tuple(_left_out(article_id, builds)),
    )


def _builds(record: ArticleRecord, stores: Stores, channel: str | None) -> Iterator[Build]:
    """Of the channels the article ever stood in, and of the volumes that would hold it."""
    names = dict.fromkeys(
        name
        for membership in record.memberships
        if is_channel(place := membership.channel) and place != SITE and channel in {None, place}
        for name in (place, *_volume(place, membership.release_at, stores))
    )
    return map(stores.board.build, names)


def _volume(channel: str, released: datetime, stores: Stores) -> Iterator[str]:
    if volume := stores.articles.volume_at(channel, released):
        yield f"{channel}/{volume.name}"


def _documents(article_id: str, builds: Iterable[Build]) -> Iterator[str]:
    for build in builds:
        for key, document in build.documents.items():
            if any(entry.partition(".")[0] == article_id for entry in document.entry_keys):
                yield key


def _left_out(article_id: str, builds: Iterable[Build]) -> Iterator[Omission]:
    for build in builds:
        yield from (one for one in build.left_out if one.article_id == article_id and one.document)


def _proof(
    record: ArticleRecord, state: ArticleState, rulings: Rulings, stores: Stores
) -> Proof | None:
    rows = member_rows(record, state, (SITE,))
    row = next((row for row in rows if row.channel == SITE and row.shows), None)
    return Proof(read_article(row, stores), row, rulings) if row else None


def _answers(
    subject: Subject,
    record: ArticleRecord,
    rulings: Rulings,
    proof: Proof | None,
    channel: str | None,
) -> Iterator[Answer]:
    if channel in {None, SITE}:
        for use, ruling in rulings.site(subject).by_use().items():
            proved = proof.site(ruling) if proof else ruling
            yield answer(SITE, use, proved)
    selecting = channels_for(rulings.configuration, record.partner, subject.listing)
    for name in rulings.configuration.channels:
        if channel not in {None, name}:
            continue
        if name not in selecting:
            finding = Finding(reason=Reason.SELECTION)
            yield answer(name, Use.SYNDICATE_FULL, Ruling(Outcome.REFUSED, (finding,)))
            continue
        for use, ruling in rulings.channel_uses(subject, name).items():
            text = TextMode.FULL if use is Use.SYNDICATE_FULL else TextMode.EXCERPT
            decision = ChannelRuling(ruling, text)
            yield answer(name, use, proof.channel(name, decision) if proof else ruling)
        if rulings.keeps_history(name):
            decision = rulings.archived(subject, name)
            ruling = proof.channel(name, decision) if proof else decision.ruling
            yield answer(name, Use.ARCHIVE, ruling)


def _channel_of(key: str) -> str:
    """
    >>> _channel_of("channels/front/archive/4kx6ffjl.rss")
    'front'
    """
    return key.split("/")[1]


def _in_words(change: TextChange) -> str:
    return f"{change} (as agreed)" if change.allowed else str(change)


def _text(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
