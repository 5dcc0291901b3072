"""
Why an article is shown, or not, in each place: asked of the same rooms that publish it
(rows B29, B92).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reprise.lifecycle.membership import channels_for, is_channel
from reprise.lifecycle.state import state_of
from reprise.model.configuration import SITE, Configuration
from reprise.model.permission import Use
from reprise.model.report import Omission
from reprise.model.ruling import Finding, Outcome, Reason, Ruling
from reprise.model.versions import ArticleRecord, ArticleState
from reprise.pipeline.rulings import Rulings, Subject
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
            **as_json(self.answers, self.effective),
            "left_out": [one.model_dump(mode="json") for one in self.left_out],
        }

    def in_words(self) -> str:
        """For people."""
        released = _text(self.state.published_at) or "never"
        head = f"{self.headline}\n{self.article_id} of {self.partner}: {self.state.status.value}"
        left_out = "".join(
            f"\n{one.document} leaves it out\n  because "
            + "; ".join(map(reason_in_words, one.findings))
            for one in self.left_out
        )
        return f"{head}, first published {released}\n\n{in_words(self.answers)}{left_out}"


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
    answers = tuple(_answers(subject, record, rulings, channel))
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


def _answers(
    subject: Subject, record: ArticleRecord, rulings: Rulings, channel: str | None
) -> Iterator[Answer]:
    if channel in {None, SITE}:
        for use, ruling in rulings.site(subject).by_use().items():
            yield answer(SITE, use, ruling)
    selecting = channels_for(rulings.configuration, record.partner, subject.listing)
    for name in rulings.configuration.channels:
        if channel in {None, name}:
            yield from _of_channel(subject, name, rulings, selected=name in selecting)


def _of_channel(
    subject: Subject, name: str, rulings: Rulings, *, selected: bool
) -> Iterator[Answer]:
    if not selected:
        finding = Finding(reason=Reason.SELECTION)
        yield answer(name, Use.SYNDICATE_FULL, Ruling(Outcome.REFUSED, (finding,)))
        return
    for use, ruling in rulings.channel_uses(subject, name).items():
        yield answer(name, use, ruling)


def _text(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
