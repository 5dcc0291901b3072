"""
What finished text says about a ruling: the duties in it, and what its destination takes (row B33).

A turn renders and then looks. Receipts and explanations look before, at the same entry, so that
"accepted" and "granted" mean that it will be shown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reprise.errors import Problem, RefusedError
from reprise.model.article import Article
from reprise.model.document import Entry
from reprise.model.permission import Duties, Use
from reprise.model.ruling import Finding, Outcome, Reason, Ruling
from reprise.model.versions import MemberRow
from reprise.outputs.profile import profile_named
from reprise.outputs.projection import project
from reprise.pipeline.rulings import ChannelRuling, Rulings, SiteRuling, Subject
from reprise.rights.duties import Shown, unkept
from reprise.rights.terms import terms_of
from reprise.stores.ports import Stores

NO_DUTIES = Duties()


class Proof:
    """Proofs of one article in every place, each kind of entry made once."""

    def __init__(self, article: Article, row: MemberRow, rulings: Rulings) -> None:
        self.article, self.row, self.rulings = article, row, rulings
        self.subject = Subject(row.article_id, row.partner, row.listed, row.status, row.release_at)
        self._found: dict[tuple[object, ...], tuple[Finding, ...]] = {}

    def site(self, ruling: Ruling) -> Ruling:
        """*ruling* on our own page, unless the finished page would not keep its duties."""
        if ruling.duties == NO_DUTIES:
            return ruling
        return self._unless(ruling, ("site",), self._page_findings)

    def channel(self, name: str, decision: ChannelRuling) -> Ruling:
        """The *decision* on channel *name*, unless its destination does not take the entry."""
        if decision.text is None:
            return decision.ruling
        channel = self.rulings.configuration.channels[name]
        if decision.ruling.duties == NO_DUTIES and profile_named(channel.profile).takes_any_entry:
            return decision.ruling
        kind = (channel.profile, decision.text, decision.ruling.max_words, channel.language)
        look = partial(self._channel_findings, name, decision)
        return self._unless(decision.ruling, kind, look)

    def _unless(
        self, ruling: Ruling, kind: tuple[object, ...], look: Callable[[], tuple[Finding, ...]]
    ) -> Ruling:
        if not ruling.granted:
            return ruling
        if kind not in self._found:
            self._found[kind] = look()
        found = self._found[kind]
        return Ruling(Outcome.REFUSED, found, until=ruling.until) if found else ruling

    def _page_findings(self) -> tuple[Finding, ...]:
        ruling = self.rulings.site(self.subject)
        entry = page_entry(self.article, self.row, ruling, self.rulings)
        return _findings(partial(keep_duties, entry, ruling.display.duties, self.article))

    def _channel_findings(self, name: str, decision: ChannelRuling) -> tuple[Finding, ...]:
        configuration = self.rulings.configuration
        channel = configuration.channels[name]
        entry = channel_entry(self.article, self.row, name, decision, self.rulings)
        language = channel.language or configuration.publication.language
        misfit = profile_named(channel.profile).fits(entry, language)
        if misfit:
            return (finding_of(misfit),)
        full = self.article if decision.is_full else None
        return _findings(partial(keep_duties, entry, decision.ruling.duties, full))


def _findings(look: Callable[[], None]) -> tuple[Finding, ...]:
    try:
        look()
    except RefusedError as error:
        return tuple(map(finding_of, error.problems))
    return ()


def read_article(row: MemberRow, stores: Stores) -> Article:
    """The normalised article *row* is about."""
    if row.article_key is None:
        raise ValueError(f"{row.article_id} in {row.channel}: nothing was published")
    return Article.model_validate_json(stores.archive.get(row.article_key))


# --- Entries --------------------------------------------------------------------------------------


def page_entry(
    article: Article, row: MemberRow, ruling: SiteRuling, rulings: Rulings, *, key: str = ""
) -> Entry:
    """The entry that the article's own page shows."""
    subject = Subject(row.article_id, row.partner, row.listed, row.status, row.release_at)
    return project(
        article,
        row,
        ruling.display,
        terms_of(rulings.effective(subject), ruling.by_use()),
        key=key or row.article_id,
        publication=rulings.configuration.publication,
        channel=None,
        partner=rulings.partner(subject),
        index=ruling.index,
        news=ruling.news,
        pictures=rulings.pictures(subject),
        videos=rulings.videos(subject),
    )


def channel_entry(
    article: Article,
    row: MemberRow,
    name: str,
    decision: ChannelRuling,
    rulings: Rulings,
    *,
    key: str = "",
) -> Entry:
    """The entry of channel *name*, as long as was *decided*."""
    subject = Subject(row.article_id, row.partner, row.listed, row.status, row.release_at)
    site = rulings.site(subject)
    uses = {Use.SYNDICATE_FULL: decision.ruling, **site.by_use()}
    channel = rulings.configuration.channels[name]
    return project(
        article,
        row,
        decision.ruling,
        terms_of(rulings.effective(subject), uses),
        key=key or row.article_id,
        publication=rulings.configuration.publication,
        channel=channel.model_copy(update={"text": decision.text}),
        partner=rulings.partner(subject),
        index=site.index,
        news=site.news,
        pictures=rulings.pictures(subject),
        videos=rulings.videos(subject),
    )


# --- Duties ---------------------------------------------------------------------------------------


def keep_duties(entry: Entry, duties: Duties, full: Article | None) -> None:
    """
    Look for the duties in the finished text (row B33): checked, not assumed.

    Args:
        full: The article, when its whole text is shown.

    Raises:
        RefusedError: A duty is not kept; the entry must not be shown.
    """
    names = (entry.source.name, entry.partner_name, *(byline.name for byline in entry.bylines))
    content = Shown(
        html=entry.content_html or "",
        text_html=full.body_html if full else None,
        original=entry.canonical_url,
        names=tuple(name for name in names if name),
    )
    problems = unkept(duties, content)
    if problems:
        raise RefusedError(entry.article_id, *problems)


def finding_of(problem: Problem) -> Finding:
    """Why an entry could not be made, as a reason code with the words of the problem."""
    if problem.code.startswith("not_for_"):
        reason = Reason.PICTURE if problem.field == "picture" else Reason.DESTINATION
        return Finding(reason=reason, detail=str(problem))
    reason = Reason.CHANGED if problem.code == "text_changed" else Reason.DUTY
    return Finding(reason=reason, detail=f"{problem.code} {problem.found}".strip())
