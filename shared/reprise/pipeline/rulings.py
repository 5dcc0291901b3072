"""
Asks the rights room what the pipeline needs to know, for a row, a channel and a moment.

The permissions an article states travel in its row; the partner's agreement and the grants on
file are taken from their own places at the moment of asking. So a changed agreement, a revoked
grant or a closed partner counts from the next turn on, whatever the rows say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, TypeVar

from reprise.model.configuration import SITE, Channel, Configuration, Partner, TextMode
from reprise.model.permission import Origin, Permission, Quota, Stated, Use
from reprise.model.ruling import Finding, Outcome, Reason, Request, Ruling
from reprise.model.versions import GrantRecord, Listing, MemberRow, Status
from reprise.outputs.addresses import public_uri
from reprise.outputs.pictures import MediaRights
from reprise.outputs.profile import profile_named
from reprise.rights.combine import Effective, combine
from reprise.rights.duties import Destination, unfulfillable, unkeepable
from reprise.rights.grants import covering
from reprise.rights.ruling import WAITING, rule

Answer = TypeVar("Answer")

_WHOLE = frozenset({Use.DISPLAY, Use.SYNDICATE_FULL})
"""Uses that show the whole text; an excerpt keeps only what its page keeps."""

_REMEMBERED = 1_000
"""Combinations of statements kept from turn to turn: those of a few channels' rows, some 10 MB."""

_STATUS_REASON = {
    Status.WITHDRAWN: Reason.WITHDRAWN,
    Status.KILLED: Reason.KILLED,
    Status.WITHHELD: Reason.WITHHELD,
    Status.EXPIRED: Reason.EXPIRED,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What is ruled on: one article as its row knows it."""

    article_id: str
    partner: str
    listing: Listing
    status: Status = Status.USABLE
    release_at: datetime | None = None


def subject_of(row: MemberRow) -> Subject:
    """What is ruled on when *row* is looked at."""
    return Subject(row.article_id, row.partner, row.listed, row.status, row.release_at)


@dataclass(frozen=True, slots=True)
class SiteRuling:
    """What our own page, the sitemaps and the news sitemap may do with an article."""

    display: Ruling
    index: Ruling
    news: Ruling
    ai_train: Ruling
    ai_input: Ruling

    @property
    def until(self) -> datetime | None:
        """First instant at which any of the answers may be another."""
        return earliest(self.display.until, self.index.until, self.news.until)

    def by_use(self) -> dict[Use, Ruling]:
        return {
            Use.DISPLAY: self.display,
            Use.INDEX: self.index,
            Use.GOOGLE_NEWS: self.news,
            Use.AI_TRAIN: self.ai_train,
            Use.AI_INPUT: self.ai_input,
        }


@dataclass(frozen=True, slots=True)
class ChannelRuling:
    """Whether a channel may carry an article, and how much of its text."""

    ruling: Ruling
    text: TextMode | None = None

    @property
    def is_full(self) -> bool:
        """Whether the whole text is passed on."""
        return self.text is TextMode.FULL

    @property
    def on_record(self) -> tuple[object, ...]:
        """What of the ruling decides the entry, and on whose word."""
        ruling = self.ruling
        return self.text, ruling.findings, ruling.duties, ruling.max_words


class Rulings:
    """Answers for one configuration, one set of grants and one moment."""

    def __init__(
        self,
        configuration: Configuration,
        grants: Sequence[GrantRecord],
        now: datetime,
        usage: Callable[[Subject, Quota], int],
    ) -> None:
        self.configuration = configuration
        self.now = now
        self._usage = usage
        self._grants = grants
        self._by_listing: dict[tuple[str, int], tuple[Listing, Effective]] = {}
        self._answers: dict[tuple[object, ...], Any] = {}

    def just_before(self, at: datetime) -> Rulings:
        """The answers the moment before *at*, with the grants that were in force then."""
        grants = [grant for grant in self._grants if grant.stored_at < at]
        before = at - timedelta.resolution
        return Rulings(self.configuration, grants, before, self._usage)

    def revoked_at(self, subject: Subject) -> datetime | None:
        """When the last of the grants ended that covered the article and are revoked."""
        names = {one.name for one in self.effective(subject).revoked}
        ends = (
            grant.stored_at
            for grant in self._grants
            if grant.partner == subject.partner and grant.grant_id in names
        )
        return max(ends, default=None)

    def effective(self, subject: Subject) -> Effective:
        """Everything that is stated about the article, combined."""
        # By the listing's identity first: to compare what is stated costs more than a ruling.
        name = (subject.article_id, id(subject.listing))
        if name not in self._by_listing:
            stated = (*self._from_the_house(subject), *subject.listing.permissions)
            self._by_listing[name] = (subject.listing, _combined(stated))
        return self._by_listing[name][1]

    def _once(self, place: str, subject: Subject, rule_on: Callable[[], Answer]) -> Answer:
        """
        The answer of *rule_on* for *place*, asked once for all articles on which the same is
        stated: most of a partner's. Where quotas count, each article is its own question.
        """
        effective = self.effective(subject)
        if effective.quotas:
            return rule_on()
        facts = _facts_asked(effective.permission, subject.listing)
        question = (place, id(effective), subject.partner, subject.status, facts)
        if question not in self._answers:
            self._answers[question] = rule_on()
        answer: Answer = self._answers[question]
        return answer

    def _from_the_house(self, subject: Subject) -> tuple[Stated, ...]:
        partner = self.configuration.partners.get(subject.partner)
        agreement = partner.agreement if partner else None
        grants = covering(
            self._grants,
            partner=subject.partner,
            article_id=subject.article_id,
            identity=subject.listing.identity,
            listing=subject.listing,
        )
        if agreement is None:
            return grants
        named = Stated(origin=Origin.AGREEMENT, name=subject.partner, permission=agreement)
        return (named, *grants)

    def by_grants(self, partner: str, *, since: datetime) -> Iterator[tuple[datetime, Rulings]]:
        """
        The answers by the grants of *partner* that were on file at *since*, and again at each
        instant from which others were; with those instants.
        """
        own = [grant for grant in self._grants if grant.partner == partner]
        later = {grant.stored_at for grant in own if grant.stored_at > since}
        for at in (since, *sorted(later)):
            yield at, self._with_grants([grant for grant in own if grant.stored_at <= at])

    def at(self, now: datetime) -> Rulings:
        """The answers at another moment, by the same grants."""
        return Rulings(self.configuration, self._grants, now, self._usage)

    def without_grants(self) -> Rulings:
        """The answers if nothing were on file."""
        return self._with_grants(()) if self._grants else self

    def _with_grants(self, grants: Sequence[GrantRecord]) -> Rulings:
        return Rulings(self.configuration, grants, self.now, self._usage)

    def display(self, subject: Subject) -> Ruling:
        """Whether our own page may show it: without that nothing else may happen."""
        return self._once("", subject, lambda: self._ask_site(subject, Use.DISPLAY))

    def site(self, subject: Subject) -> SiteRuling:
        """What our own pages and sitemaps may do."""
        return self._once(SITE, subject, lambda: self._site(subject))

    def _site(self, subject: Subject) -> SiteRuling:
        display = self.display(subject)
        index = _also(display, self._ask_site(subject, Use.INDEX, "search"))
        news = self._ask_site(subject, Use.GOOGLE_NEWS, "google-news", "google")
        return SiteRuling(
            display=display,
            index=index,
            news=_also(index, news),
            ai_train=_also(display, self._ask_site(subject, Use.AI_TRAIN)),
            ai_input=_also(display, self._ask_site(subject, Use.AI_INPUT)),
        )

    def _ask_site(self, subject: Subject, use: Use, *names: str) -> Ruling:
        publication = self.configuration.publication
        request = Request(
            use=use,
            territories=publication.territories,
            recipient=frozenset({SITE, publication.name, *names}),
            language=subject.listing.language,
            commercial=publication.commercial,
            first_published_at=subject.listing.published_at,
        )
        return self._rule(subject, request)

    def channel(self, subject: Subject, name: str) -> ChannelRuling:
        """Whether channel *name* may carry the article: our page must be allowed too."""
        return self._once(name, subject, lambda: self._channel(subject, name))

    def _channel(self, subject: Subject, name: str) -> ChannelRuling:
        channel = self.configuration.channels[name]
        uses = self.channel_uses(subject, name)
        full = uses[Use.SYNDICATE_FULL]
        if channel.text is TextMode.FULL:
            if full.granted:
                return ChannelRuling(full, TextMode.FULL)
            if not channel.excerpt_if_needed:
                return ChannelRuling(full)
        return self._excerpt(full, uses[Use.SYNDICATE_EXCERPT])

    def archived(self, subject: Subject, name: str) -> ChannelRuling:
        """Whether the history of channel *name* may keep it: a right besides carrying it."""
        decision = self.channel(subject, name)
        channel = self.configuration.channels[name]
        archive = _also(decision.ruling, self._ask_channel(subject, name, channel, Use.ARCHIVE))
        if not archive.granted:
            return ChannelRuling(archive)
        return replace(decision, ruling=_until(decision.ruling, archive.until))

    def keeps_history(self, name: str) -> bool:
        """Whether channel *name* has archived feeds at all."""
        channel = self.configuration.channels[name]
        return bool(profile_named(channel.profile).archived(channel))

    def channel_uses(self, subject: Subject, name: str) -> dict[Use, Ruling]:
        """The rulings on both ways of passing an article on to channel *name*."""
        channel = self.configuration.channels[name]
        display = self.display(subject)
        uses = (Use.SYNDICATE_FULL, Use.SYNDICATE_EXCERPT)
        return {use: _also(display, self._ask_channel(subject, name, channel, use)) for use in uses}

    def _excerpt(self, full: Ruling, excerpt: Ruling) -> ChannelRuling:
        """Whoever may pass on the whole text may pass on a part of it."""
        if excerpt.granted:
            return ChannelRuling(_until(excerpt, full.until), TextMode.EXCERPT)
        if full.granted and excerpt.reason is Reason.NOT_STATED:
            return ChannelRuling(full, TextMode.EXCERPT)
        return ChannelRuling(_until(excerpt, full.until))

    def _ask_channel(self, subject: Subject, name: str, channel: Channel, use: Use) -> Ruling:
        publication = self.configuration.publication
        territories = (
            publication.territories if channel.territories is None else channel.territories
        )
        ruling = self._rule(
            subject,
            Request(
                use=use,
                territories=territories,
                recipient=frozenset({name, channel.profile, *channel.recipients}),
                language=subject.listing.language,
                commercial=publication.commercial,
                first_published_at=subject.listing.published_at,
            ),
        )
        return self._keepable(ruling, subject, channel) if ruling.granted else ruling

    def _keepable(self, ruling: Ruling, subject: Subject, channel: Channel) -> Ruling:
        """*ruling*, unless the destination takes from a text what a duty puts there (row B33)."""
        profile = profile_named(channel.profile)
        destination = Destination(
            strips_pixels=profile.strips_pixels, strips_links=profile.strips_links
        )
        stripped = unkeepable(self.effective(subject), destination)
        if not stripped:
            return ruling
        return Ruling(outcome=Outcome.REFUSED, findings=stripped, until=ruling.until)

    def _rule(self, subject: Subject, request: Request) -> Ruling:
        if barred := self._barred(subject):
            return barred
        ruling = self._on_terms(subject, request)
        is_coming = ruling.granted or ruling.reason in WAITING
        return self._fulfillable(ruling, subject) if is_coming and request.use in _WHOLE else ruling

    def _fulfillable(self, ruling: Ruling, subject: Subject) -> Ruling:
        """*ruling*, unless a duty can't be kept whatever we do (rows B33, B35)."""
        lost = unfulfillable(
            self.effective(subject),
            original=public_uri(subject.listing.canonical_url),
            changes=subject.listing.forbidden_changes,
        )
        return Ruling(Outcome.REFUSED, lost, until=ruling.until) if lost else ruling

    def _on_terms(self, subject: Subject, request: Request) -> Ruling:
        effective = self.effective(subject)
        if effective.quotas:
            used: dict[str, int] = {
                quota.period: self._usage(subject, quota) for quota in effective.quotas
            }
            request = replace(request, used=used)
        ruling = rule(effective, request, now=self.now)
        return _until(ruling, self.partner(subject).closed_at)

    def _barred(self, subject: Subject) -> Ruling | None:
        """What no permission can open: taken back, kept back, or a partner that is gone."""
        if subject.status is not Status.USABLE:
            return _refused(_STATUS_REASON[subject.status])
        partner = self.configuration.partners.get(subject.partner)
        if partner is None or partner.is_closed(self.now):
            return _refused(Reason.PARTNER_CLOSED, subject.partner)
        return None

    def pictures(self, subject: Subject) -> MediaRights:
        """What holds for its pictures (row B32): default no, and nobody's no can be widened."""
        return self._media(subject, lambda permission: permission.pictures)

    def videos(self, subject: Subject) -> MediaRights:
        """What holds for its videos, in the same way."""
        return self._media(subject, lambda permission: permission.videos)

    def _media(self, subject: Subject, said: Callable[[Permission], bool | None]) -> MediaRights:
        effective = self.effective(subject)
        house = {Origin.AGREEMENT, Origin.GRANT}
        barred = any(
            said(one.permission) is False
            for one in effective.stated
            if one.origin in house and not one.revoked
        )
        allowed = said(effective.permission) is True
        return MediaRights(allowed=allowed, barred=barred, now=self.now)

    def partner(self, subject: Subject) -> Partner:
        return self.configuration.partners[subject.partner]


@lru_cache(maxsize=_REMEMBERED)
def _combined(stated: tuple[Stated, ...]) -> Effective:
    return combine(stated)


def _facts_asked(permission: Permission, listing: Listing) -> tuple[object, ...]:
    """What rulings under *permission* ask of an article besides what is stated about it."""
    duties = permission.duties
    names_original = duties.link_back or duties.canonical
    return (
        listing.language,
        listing.published_at if permission.embargo_days is not None else None,
        public_uri(listing.canonical_url) is None if names_original else None,
        listing.changes if duties.no_changes else (),
    )


def _refused(reason: Reason, name: str = "") -> Ruling:
    return Ruling(outcome=Outcome.REFUSED, findings=(Finding(reason=reason, name=name),))


def _also(first: Ruling, second: Ruling) -> Ruling:
    """*second*, but never without *first*; it stays so until either may change."""
    until = earliest(first.until, second.until)
    return _until(second if first.granted else first, until)


def _until(ruling: Ruling, until: datetime | None) -> Ruling:
    both = earliest(ruling.until, until)
    return ruling if both == ruling.until else replace(ruling, until=both)


def earliest(*instants: datetime | None) -> datetime | None:
    """The first of *instants*; ``None`` is never."""
    known = [instant for instant in instants if instant is not None]
    return min(known) if known else None
