"""
What was granted: one typed permission, in which *not stated* differs from yes and from no.

Every field is optional; ``None`` means its author said nothing about it. What a set of such
statements allows together is decided in :mod:`reprise.rights`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from reprise.model.base import Frozen, Instant, LanguageTag, NonEmpty, SetOf


class Basis(StrEnum):
    """Why republishing is allowed at all."""

    PERMISSION = "permission"
    LICENCE = "licence"
    PUBLIC_DOMAIN = "public_domain"
    OWN_WORK = "own_work"


class Use(StrEnum):
    """Uses of an article, each a right of its own (rows B28, B36)."""

    DISPLAY = "display"
    """Publish on our own page and in our own site's listings."""
    SYNDICATE_FULL = "syndicate_full"
    """Pass the full text on to aggregators."""
    SYNDICATE_EXCERPT = "syndicate_excerpt"
    """Pass headline and an excerpt on to aggregators."""
    INDEX = "index"
    """Let search engines index our page, and list it in sitemaps."""
    GOOGLE_NEWS = "google_news"
    """Let Google News list our page."""
    ARCHIVE = "archive"
    """Keep it public in archives after it left the live feeds."""
    TRANSLATE = "translate"
    ADAPT = "adapt"
    AI_TRAIN = "ai_train"
    AI_INPUT = "ai_input"
    """Retrieval and grounding: shown to a model as input."""


class Origin(StrEnum):
    """Who said it. The order is the order of authority in explanations, not of strength."""

    AGREEMENT = "agreement"
    GRANT = "grant"
    UPLOAD = "upload"
    SIDECAR = "sidecar"
    POLICY = "policy"
    NOTICE = "notice"


class UseTerms(Frozen):
    """
    What is said about one use.

    Attributes:
        allowed: Yes, no, or not stated.
        recipients: Destinations or recipients it is limited to (names of destination
            profiles, channels or organisations); ``None`` is no limit, empty is nobody (MR-09).
        max_words: Longest excerpt, in words.
    """

    allowed: bool | None = None
    recipients: SetOf[str] | None = None
    max_words: int | None = Field(default=None, ge=1)


class Territories(Frozen):
    """
    Where it holds: ISO 3166-1 alpha-2, upper case.

    ``allow=None`` is no limit; an empty ``allow`` is nowhere (MR-09). ``deny`` wins.
    """

    allow: SetOf[str] | None = None
    deny: SetOf[str] = frozenset()


class CreditPlace(StrEnum):
    HEAD = "head"
    TAIL = "tail"
    ANY = "any"


class Noindex(StrEnum):
    """Which search must not list our page."""

    ALL = "all"
    NEWS = "news"
    NONE = "none"


class Duties(Frozen):
    """
    What has to be done in return. ``None`` is not stated.

    Attributes:
        attribution: Author and source must be named, in words of ours where no exact line is
            set; what attribution licences ask for.
        credit_line: Exact words that must be shown.
        credit_place: Where.
        link_back: Address that must be linked from the copy; ``True`` means the original.
        canonical: Our page names the original as canonical.
        noindex: Which search must not list our page.
        keep_links: All links in the text stay.
        no_changes: No derivatives: the text stays as it is.
        pixel: Address of a tracking picture that must be shown.
        blurb: Words about the organisation that must follow the text.
        notify: Whom to tell after use (mailto: or https:).
        delete_at_expiry: Erase stored copies when the grant ends.
    """

    attribution: bool | None = None
    credit_line: NonEmpty | None = None
    credit_place: CreditPlace | None = None
    link_back: bool | NonEmpty | None = None
    canonical: bool | None = None
    noindex: Noindex | None = None
    keep_links: bool | None = None
    no_changes: bool | None = None
    pixel: NonEmpty | None = None
    blurb: NonEmpty | None = None
    notify: NonEmpty | None = None
    delete_at_expiry: bool | None = None


class Quota(Frozen):
    """At most *count* articles in each *period* (row B37); calendar periods in UTC."""

    count: int = Field(ge=0)
    period: Literal["day", "week", "month", "year"]


class Evidence(Frozen):
    """What proves the grant: its words, an address, or the key of a stored document."""

    text: NonEmpty | None = None
    url: NonEmpty | None = None
    document: NonEmpty | None = None


class Permission(Frozen):
    """
    One statement of what may be done with an article.

    Attributes:
        basis: Why it is allowed at all.
        licence: Licence by address, SPDX id or usual name.
        uses: What is said about each use; a use that is missing is not stated.
        territories: Where.
        languages: BCP 47 tags the grant is limited to.
        commercial: Whether commercial use is allowed.
        starts_at: First instant at which it holds (``starts_at <= now``).
        embargoed_until: Nothing may appear before this instant.
        embargo_days: Nothing may appear until so many days after first publication at the source.
        expires_at: First instant at which it holds no more (``now < expires_at``).
        pictures: Whether pictures may be used, unless a picture says otherwise itself.
        videos: The same of videos.
        duties: What has to be done in return.
        quota: How many articles in which period.
        price / price_contact: What asking for more costs, and whom to ask.
        unreadable: Constructs that were stated but not understood; any holds the article.
    """

    basis: Basis | None = None
    licence: NonEmpty | None = None
    rights_holder: NonEmpty | None = None
    granted_to: NonEmpty | None = None
    granted_on: Instant | None = None
    evidence: Evidence | None = None
    contact: NonEmpty | None = None
    copyright_notice: NonEmpty | None = None
    usage_terms: NonEmpty | None = None
    uses: dict[Use, UseTerms] = Field(default_factory=dict)
    territories: Territories | None = None
    languages: SetOf[LanguageTag] | None = None
    commercial: bool | None = None
    starts_at: Instant | None = None
    embargoed_until: Instant | None = None
    embargo_days: int | None = Field(default=None, ge=0, le=36500)
    expires_at: Instant | None = None
    pictures: bool | None = None
    videos: bool | None = None
    duties: Duties = Duties()
    quota: Quota | None = None
    price: NonEmpty | None = None
    price_contact: NonEmpty | None = None
    unreadable: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By the fields that tell permissions apart; pydantic's own hash fails on ``uses``."""
        uses = frozenset(self.uses.items())
        return hash((uses, self.licence, self.territories, self.embargoed_until, self.expires_at))


class Stated(Frozen):
    """
    A permission together with who said it, e.g. *grant* ``acme-2026``.

    ``revoked`` marks a grant that was taken back: it gives nothing and limits nothing any more,
    but lets a ruling say that it once did.
    """

    origin: Origin
    permission: Permission
    name: str = ""
    revoked: bool = False
