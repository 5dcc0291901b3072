"""
Why an article is shown, or not, in each place: asked of the same rooms that publish it
(rows B29, B92).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reprise.lifecycle.membership import channels_for, is_channel, member_rows
from reprise.lifecycle.state import state_of
from reprise.model.article import TextChange
from reprise.model.configuration import SITE, Configuration, TextMode
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


@dataclass(frozen=True, slots=True)
class Why:
    """Everything about one article's rights at one moment."""

    article_id: str
    partner: str
    headline: str
    state: ArticleState
    at: datetime
    answers: tuple[Answer, ...]
    effective: Effective
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
        return f"{head}, first published {released}{changes}\n\n{in_words(self.answers)}{left_out}"

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
    return Why(
        article_id=article_id,
        partner=record.partner,
        headline=state.current.listing.headline,
        state=state,
        at=now,
        answers=answers,
        effective=rulings.effective(subject),
        left_out=tuple(_left_out(record, stores, channel)),
    )


def _left_out(record: ArticleRecord, stores: Stores, channel: str | None) -> Iterator[Omission]:
    """Documents that may show it and don't, by the last build of their channels."""
    names = sorted({membership.channel for membership in record.memberships} - {SITE})
    for name in names:
        if channel in {None, name} and is_channel(name):
            omissions = stores.board.build(name).left_out
            yield from (
                one for one in omissions if one.article_id == record.article_id and one.document
            )


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


def _in_words(change: TextChange) -> str:
    return f"{change} (as agreed)" if change.allowed else str(change)


def _text(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
