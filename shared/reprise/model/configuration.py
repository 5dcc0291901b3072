"""
The operator's file: the publication, its partners, its channels.

``docs/configuration.md`` explains it; a JSON Schema for editors is exported from these models.
Reading the file (with line numbers in errors) is :mod:`reprise.configuration`.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, StringConstraints, field_validator, model_validator

from reprise.model.base import Frozen, Instant, LanguageTag, NonEmpty, SetOf, Slug, Territory
from reprise.model.permission import Permission

HttpUrl = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/?#]+(?:[/?#]\S*)?$")]


class Publication(Frozen):
    """
    The site we publish on.

    Attributes:
        name: As it stands on news.google.com, without parentheses (NS-07).
        base_url: Public root of the site bucket, no trailing slash; every address is below it.
        territories: Where its audience is; ``None`` is the whole world.
        commercial: Whether it earns money (ads, fees).
        hubs: WebSub hubs every feed names and tells.
        excerpt_words: Length of excerpts when a permission sets no other.
        tag_year: Year in the ``tag:`` ids we mint (RFC 4151): when the domain was ours.
        shrink_limit: Largest share of entries a document may lose in one turn without a cause on
            record before the old one stays (invariant 5).
        rebuild_limit: Largest share of the articles looked at that a rebuild may change before
            it waits for a person.
        templates: Folder beside the file with page templates to use instead of ours.
    """

    name: Annotated[str, StringConstraints(min_length=1, pattern=r"^[^()]+$")]
    base_url: HttpUrl
    language: LanguageTag
    description: str = ""
    territories: SetOf[Territory] | None = None
    commercial: bool = True
    hubs: tuple[HttpUrl, ...] = ()
    logo: HttpUrl | None = None
    contact: str | None = None
    excerpt_words: int = Field(default=50, ge=1, le=1000)
    tag_year: int = Field(default=2026, ge=1990, le=9999)
    shrink_limit: float = Field(default=0.5, gt=0, le=1)
    rebuild_limit: float = Field(default=0.2, gt=0, le=1)
    expects_uploads: bool = True
    templates: NonEmpty | None = None

    @model_validator(mode="after")
    def base_url_is_a_root(self) -> Publication:
        if self.base_url.endswith("/") or "?" in self.base_url or "#" in self.base_url:
            raise ValueError(
                "base_url: no trailing slash, query or fragment, e.g. https://news.example"
            )
        return self


class HouseStyle(Frozen):
    """
    Changes that are made in a partner's texts; by default none.

    They are also the only ones that pass where a permission allows no changes (row B35): list here
    what the partner has agreed to.

    Attributes:
        names: Place names that are written our way, from theirs to ours.
        quotes: Our opening and closing quotation mark, for those around whole phrases.
        embeds: An embed that we show as a link is no change of the text.
    """

    names: dict[NonEmpty, NonEmpty] = Field(default_factory=dict)
    quotes: tuple[NonEmpty, NonEmpty] | None = None
    embeds: bool = False


class Partner(Frozen):
    """
    An account that uploads.

    Attributes:
        agreement: What its uploads may be used for when they don't say so themselves.
        closed: The relationship has ended: nothing of it is shown any more.
        closed_at: When it ends or ended. Only with this do feeds say that its articles are gone,
            for a tombstone names its instant; ``closed`` alone takes them out silently.
        zone: IANA zone for dates without one; without it they are unsure, and hold the article.
        hosts: Its own web hosts, for telling its pages and self-references.
        feed_url / feed_id / feed_title: The partner's own feed, named as source of its entries.
        preference: Which partner's copy of one story is shown: the lowest number.
        review_below: Confidence under which headline, body or permission wait for a person.
        reviewed_by: Owners of API keys who may let those uploads through: partners, among them this
            one, or names that stand here only. Nobody through the API when not set.
        house_style: Changes we make in its texts, and may make where none are allowed.
        sidecar_required: Hold uploads in other formats until their sidecar is there.
        pictures_required / max_bytes: Limits of what it may send.
    """

    name: NonEmpty
    agreement: Permission = Permission()
    closed: bool = False
    closed_at: Instant | None = None
    language: LanguageTag | None = None
    zone: str | None = None
    hosts: tuple[str, ...] = ()
    url: HttpUrl | None = None
    feed_url: HttpUrl | None = None
    feed_id: str | None = None
    feed_title: str | None = None
    preference: int = 100
    review_below: float = Field(default=0.5, ge=0, le=1)
    reviewed_by: SetOf[Slug] = frozenset()
    house_style: HouseStyle = HouseStyle()
    sidecar_required: bool = False
    max_bytes: int = Field(default=20_000_000, ge=1, le=5_000_000_000)

    def is_closed(self, now: datetime) -> bool:
        """Whether the relationship is over at *now*."""
        return self.closed or (self.closed_at is not None and self.closed_at <= now)


class TextMode(StrEnum):
    """How much of the text a channel passes on."""

    FULL = "full"
    EXCERPT = "excerpt"


class FeedFormat(StrEnum):
    RSS = "rss"
    ATOM = "atom"
    JSON = "json"
    NINJS = "ninjs"
    """For newsrooms: a package of news items in ninjs 3.1."""


class Selection(Frozen):
    """Which articles a channel takes. What is not set takes all; values are compared casefolded."""

    partners: SetOf[Slug] | None = None
    sections: SetOf[str] | None = None
    keywords: SetOf[str] | None = None
    sources: SetOf[str] | None = None
    languages: SetOf[LanguageTag] | None = None
    """``en`` takes ``en-GB`` too (BCP 47 basic filtering, RFC 4647)."""


class Channel(Frozen):
    """
    One outgoing selection and its destination.

    Attributes:
        profile: Destination profile; its limits and dialect.
        text: Full text or excerpt. Where only an excerpt is granted, a full-text channel with
            ``excerpt_if_needed`` shows that, else the article is left out.
        territories: Audience; the publication's when not set.
        recipients: Further names by which permissions may call this destination.
        entries: How many entries its feeds hold.
        hold_minutes: ``ttl`` and cache lifetime, minutes (RS-21).
        per_language: One more channel for each of these languages, named ``<channel>-<language>``:
            the same, but for articles in that language only. A list, or titles by language.
        history: Whether everything older is kept in archived feeds (RFC 5005), where that is
            permitted; as the destination takes it when not set.
        formerly: Names it had: their addresses answer 301 to its own (HTTP-12).
    """

    title: NonEmpty
    description: str = ""
    language: LanguageTag | None = None
    profile: Slug = "readers"
    text: TextMode = TextMode.FULL
    excerpt_if_needed: bool = True
    select: Selection = Selection()
    territories: SetOf[Territory] | None = None
    recipients: SetOf[str] = frozenset()
    formats: tuple[FeedFormat, ...] = (FeedFormat.RSS, FeedFormat.ATOM, FeedFormat.JSON)
    entries: int = Field(default=50, ge=1, le=5000)
    hold_minutes: int = Field(default=10, ge=1, le=1440)
    history: bool | None = None
    formerly: SetOf[Slug] = frozenset()
    per_language: dict[LanguageTag, str] = {}

    @field_validator("per_language", mode="before")
    @classmethod
    def a_list_is_enough(cls, stated: Any) -> Any:
        """``[de, fr]`` for ``{de: "", fr: ""}``."""
        return dict.fromkeys(stated, "") if isinstance(stated, list | tuple) else stated

    def in_language(self, tag: str) -> Channel:
        """The channel of *tag* alone that ``per_language`` asks for."""
        return self.model_copy(
            update={
                "title": self.per_language[tag] or f"{self.title} ({tag})",
                "language": tag,
                "select": self.select.model_copy(update={"languages": frozenset({tag})}),
                "per_language": {},
                "formerly": frozenset(),
            }
        )


class Configuration(Frozen):
    """The whole file."""

    publication: Publication
    partners: dict[Slug, Partner]
    channels: dict[Slug, Channel]
    templates: dict[str, str] = {}
    """Texts of the publisher's own page templates, by file name. Not an entry of the file: they are
    read from the folder that ``publication.templates`` names."""

    @model_validator(mode="after")
    def each_language_gets_its_channel(self) -> Configuration:
        for name, channel in [*self.channels.items()]:
            for tag in channel.per_language:
                own, made = f"{name}-{tag.lower()}", channel.in_language(tag)
                if self.channels.setdefault(own, made) != made:
                    raise ValueError(
                        f"channels.{name}.per_language: {tag} makes channel {own!r}, which is there"
                        " already; rename it, or leave the language out"
                    )
        return self

    @model_validator(mode="after")
    def names_fit_together(self) -> Configuration:
        if SITE in self.channels:
            raise ValueError(
                f"channels.{SITE}: this name is taken by the site's own pages; choose another"
            )
        for name, channel in self.channels.items():
            unknown = sorted((channel.select.partners or frozenset()) - self.partners.keys())
            if unknown:
                known = ", ".join(sorted(self.partners))
                raise ValueError(
                    f"channels.{name}.select.partners: no partner {unknown[0]!r}; known: {known}"
                )
        return self

    @model_validator(mode="after")
    def a_name_moves_to_one_place(self) -> Configuration:
        moved: dict[str, str] = {SITE: SITE}
        for name, channel in self.channels.items():
            for old in sorted(channel.formerly):
                if old in self.channels:
                    raise ValueError(
                        f"channels.{name}.formerly: {old!r} is a channel still; leave one of them out"
                    )
                if old in moved:
                    raise ValueError(
                        f"channels.{name}.formerly: {old!r} is {moved[old]!r} now; name it once only"
                    )
                moved[old] = name
        return self

    def moved(self) -> dict[str, str]:
        """
        Names that channels had, and those they have: also of their languages' channels.

        >>> here = Publication(name="Bay", base_url="https://bay.example", language="en")
        >>> top = Channel(title="Top", formerly={"front"}, per_language=["de"])
        >>> Configuration(publication=here, partners={}, channels={"top": top}).moved()
        {'front': 'top', 'front-de': 'top-de'}
        """
        moved: dict[str, str] = {}
        for name, channel in self.channels.items():
            endings = ["", *(f"-{tag.lower()}" for tag in channel.per_language)]
            for old in sorted(channel.formerly):
                moved |= {f"{old}{end}": f"{name}{end}" for end in endings}
        stated = {old: name for name, one in self.channels.items() for old in one.formerly}
        return {old: new for old, new in (moved | stated).items() if old not in self.channels}

    def has_ended(self, channel: Channel, now: datetime) -> bool:
        """Whether nothing new can come in *channel*: all partners it takes from are closed."""
        names = channel.select.partners
        return names is not None and all(self.partners[name].is_closed(now) for name in names)


SITE = "site"
"""The reserved channel: the publication's own pages, sitemaps, directory and front page."""
