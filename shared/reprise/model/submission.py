"""
The item as the partner stated it: our own public upload format, and what every other format
is read into.

``docs/submission.md`` explains it for partners; its JSON Schema is exported from these models.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from reprise.model.base import Frozen, Instant, LanguageTag, NonEmpty, SetOf
from reprise.model.permission import Permission


class Action(StrEnum):
    """What the upload asks for."""

    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    """Take back; it may return with a later version."""
    KILL = "kill"
    """Take back for ever."""
    GRANT = "grant"
    """Put a named grant on file."""
    REVOKE = "revoke"
    """End a named grant."""


class Byline(Frozen):
    """One author or contributor."""

    name: NonEmpty
    role: str | None = None
    organisation: str | None = None
    email: str | None = None
    url: str | None = None


class PictureWords(Frozen):
    """
    What is said of a picture.

    Attributes:
        rights: The partner's own words about the rights in the picture.
        usable: Whether it may be shown; what is not stated is decided by the article's permission.
        expires_at: First instant at which it may be shown no more.
    """

    caption: str | None = None
    alt: str | None = None
    credit: str | None = None
    rights: str | None = None
    licence: str | None = None
    usable: bool | None = None
    expires_at: Instant | None = None


class Picture(PictureWords):
    """
    One picture.

    Attributes:
        url: Absolute address, or the name of a file in the same bundle. Without it the picture is
            described, as in copied text, and can't be shown.
        width / height: Pixels.
        media_type / bytes: As measured or stated.
    """

    url: NonEmpty | None = None
    width: int | None = Field(default=None, ge=1)
    height: int | None = Field(default=None, ge=1)
    bytes: int | None = Field(default=None, ge=0)
    media_type: str | None = None


class Video(Frozen):
    """
    One video. Whether it may be shown is decided as for pictures, by what is said of videos.

    Attributes:
        url: Address of the file itself.
        player_url: Address of a page that plays it, where there is no file or beside it.
        poster: Address of a still picture that stands for it.
        caption: What it shows.
        duration_seconds: Length.
        width / height / bytes / media_type / rights / usable / expires_at: As of a picture.
    """

    url: NonEmpty | None = None
    player_url: NonEmpty | None = None
    poster: NonEmpty | None = None
    title: str | None = None
    caption: str | None = None
    credit: str | None = None
    rights: str | None = None
    licence: str | None = None
    usable: bool | None = None
    expires_at: Instant | None = None
    duration_seconds: int | None = Field(default=None, ge=1)
    width: int | None = Field(default=None, ge=1)
    height: int | None = Field(default=None, ge=1)
    bytes: int | None = Field(default=None, ge=0)
    media_type: str | None = None


class Source(Frozen):
    """
    The publication the article first appeared in.

    Attributes:
        name: Its name.
        url: Its home page.
        feed_url / feed_id / feed_title: The feed the item came from, if any (RS-11, AT-11).
        chain: Names of earlier publications it passed through, first one first (row B63).
    """

    name: NonEmpty | None = None
    url: str | None = None
    feed_url: str | None = None
    feed_id: str | None = None
    feed_title: str | None = None
    feed_updated_at: Instant | None = None
    chain: tuple[str, ...] = ()


class Grant(Frozen):
    """
    A named grant on file, for ``action: grant`` and ``action: revoke``.

    It covers articles that match every limit that is set.

    Attributes:
        id: Its name, unique for the partner.
        sources / series / articles: Names of sources, of series, or ids of single articles.
        from_at / until_at: First-publication period it covers, half open.
        permission: What it says. Not needed to revoke.
    """

    id: NonEmpty
    sources: SetOf[str] | None = None
    series: SetOf[str] | None = None
    articles: SetOf[str] | None = None
    from_at: Instant | None = None
    until_at: Instant | None = None
    permission: Permission = Permission()


class Removal(Frozen):
    """Something taken out on the way in, and why."""

    kind: NonEmpty
    text: str = ""
    reason: str = ""
    line: int | None = None


class Provenance(Frozen):
    """Where a field's value came from, and how sure that is (0 to 1)."""

    field: NonEmpty
    origin: NonEmpty
    confidence: float = Field(ge=0, le=1)


class Submission(Frozen):
    """
    One item as stated. Everything but ``format`` may be missing; what is missing is not stated.

    Attributes:
        id: The partner's own id, guid or Atom id; kept character for character (X-08).
        version: The partner's version number, if it counts versions.
        updated_at: When the partner last changed it (``version_created``).
        published_at: When its source first published it (``first_created``).
        body_html / body_text: One of them; text has blank lines between paragraphs.
        translation_of: Id or canonical address of the article this is a translation of.
        correction: Words to show with a correction; their presence makes it a correction.
        ed_note: For staff; never published (NJ-05).
        pub_status: ``usable``, ``withheld`` or ``canceled``, in the spelling of IPTC.
    """

    format: Literal["reprise/1"] = "reprise/1"
    action: Action = Action.PUBLISH
    id: NonEmpty | None = None
    version: int | None = Field(default=None, ge=0, le=2**53)
    updated_at: Instant | None = None
    published_at: Instant | None = None
    headline: str | None = None
    kicker: str | None = None
    abstract: str | None = None
    bylines: tuple[Byline, ...] = ()
    dateline: str | None = None
    body_html: str | None = None
    body_text: str | None = None
    language: LanguageTag | None = None
    sections: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    series: str | None = None
    pictures: tuple[Picture, ...] = ()
    videos: tuple[Video, ...] = ()
    canonical_url: str | None = None
    alternate_urls: tuple[str, ...] = ()
    translation_of: NonEmpty | None = None
    source: Source | None = None
    correction: str | None = None
    slugline: str | None = None
    ed_note: str | None = None
    pub_status: Literal["usable", "withheld", "canceled"] = "usable"
    permission: Permission | None = None
    grant: Grant | None = None
