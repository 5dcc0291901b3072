"""What is published: entries, the documents made of them, and what we remember of a build."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from reprise.model.article import Direction
from reprise.model.base import Frozen, Instant, NonEmpty
from reprise.model.permission import CreditPlace
from reprise.model.report import HeldBack, Omission
from reprise.model.submission import Byline, Picture, Source, Video


@dataclass(frozen=True, slots=True)
class License:
    """The licence or terms passed on with an entry, from the same record the ruling used."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """
    What is passed on, machine-readable, about the rights in one entry. Never more than granted.

    Attributes:
        rights: Sentence for people (``atom:rights``, ``dc:rights``).
        license: Licence, when one is known (AL-01, RM-04, MR-06).
        license_unstated: The source stated none: say so (AL-02).
        permits / prohibits: RSL usage tokens (RL-04).
        allow / deny: Territories, ``None`` when not limited (MR-08).
        expires: End of the grant.
    """

    rights: str = ""
    license: License | None = None
    license_unstated: bool = True
    copyright_holder: str | None = None
    copyright_notice: str | None = None
    usage_terms: str | None = None
    permits: tuple[str, ...] = ()
    prohibits: tuple[str, ...] = ()
    allow: tuple[str, ...] | None = None
    deny: tuple[str, ...] = ()
    expires: datetime | None = None


class ShownPicture(Picture):
    """
    A picture that may be shown.

    Attributes:
        url: Public address, absolute ASCII.
    """

    url: NonEmpty


class ShownVideo(Video):
    """
    A video that may be shown: it has a file or a player, and its addresses are absolute ASCII.

    Attributes:
        media_type: Known where there is a file.
    """

    @property
    def address(self) -> str:
        """The file, else the page that plays it."""
        return self.url or self.player_url or ""


@dataclass(frozen=True, slots=True)
class Entry:
    """
    An article as one channel (or its own page) shows it: all decided, nothing left to ask.

    Attributes:
        key: Digest of everything that decides its rendering; equal keys, equal bytes.
        url: Our page, absolute ASCII.
        summary: Plain text.
        content_html: Full text or excerpt with credit line, blurb, pixel already in place;
            ``None`` when only the summary may be passed on.
        published_at: Our first publication. updated_at: last significant change.
        source_published_at: First publication at the source.
        canonical_url: The original, absolute.
        robots: Value for the page's robots meta, empty for none; ``googlebot_news`` likewise.
        indexable / news: Whether sitemaps and the news sitemap may list it.
    """

    key: str
    article_id: str
    guid: str
    url: str
    title: str
    published_at: datetime
    updated_at: datetime
    language: str
    direction: Direction = Direction.LTR
    summary: str = ""
    content_html: str | None = None
    kicker: str | None = None
    dateline: str | None = None
    bylines: tuple[Byline, ...] = ()
    sections: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    pictures: tuple[ShownPicture, ...] = ()
    videos: tuple[ShownVideo, ...] = ()
    credit_line: str | None = None
    credit_place: CreditPlace = CreditPlace.TAIL
    source: Source = Source()
    partner_name: str = ""
    source_published_at: datetime | None = None
    canonical_url: str | None = None
    link_canonical: bool = False
    robots: str = ""
    googlebot_news: str = ""
    indexable: bool = False
    news: bool = False
    correction: str | None = None
    terms: Terms = field(default_factory=Terms)
    word_count: int = 0


@dataclass(frozen=True, slots=True)
class Tombstone:
    """
    An entry that is gone (RFC 6721).

    Attributes:
        source: The source the entry had; where it names a feed, that goes with the tombstone
            (TS-02).
        url / published_at: Our page and when it was released, for destinations that must be told
            by an entry that says it has ended (row B45).
    """

    guid: str
    at: datetime
    source: Source | None = None
    url: str | None = None
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """
    The head of a channel's feeds: the same for every format.

    Attributes:
        home_url: The landing page of the channel. self_urls: public address by format name.
        updated_at: Newest change among entries and tombstones, never the clock (RS-20);
            ``None`` while the channel is empty.
        hold_minutes: ``ttl`` (RS-21).
        profile: Name of the destination profile.
        history: Links between the documents of a feed's history, by relation (RFC 5005).
        is_archive: One closed part of that history, which does not change any more.
        has_ended: Nothing new will come in it (JF-16).
    """

    channel: str
    title: str
    description: str
    language: str
    home_url: str
    self_urls: dict[str, str]
    publication_name: str
    publication_url: str
    updated_at: datetime | None = None
    hubs: tuple[str, ...] = ()
    logo: str | None = None
    hold_minutes: int = 10
    profile: str = "readers"
    tombstones: tuple[Tombstone, ...] = ()
    license_url: str | None = None
    history: tuple[tuple[str, str], ...] = ()
    is_archive: bool = False
    has_ended: bool = False

    def followed_at(self, name: str) -> str:
        """Address of the live feed of format *name*, of which this may be an older part."""
        return dict(self.history).get("current") or self.self_urls.get(name) or self.home_url


Fragment = bytes | memoryview
"""Bytes of an entry: made new, or a view of the document they were published in."""


@dataclass(frozen=True, slots=True)
class Document:
    """
    Bytes ready to store under *key* in the site bucket.

    Attributes:
        head / entries / separator / tail: The bytes: ``head + separator.join(entries) + tail``.
            Kept apart so that the next build reuses unchanged entries. Documents that are made
            in one piece have all of it in ``head``.
        entry_keys: :attr:`Entry.key` of each of ``entries``.
        cache_seconds: ``max-age``; immutable documents say so.
        fresh: The CDN has to ask each time: who is told of a change must not get what was before.
        status: What it answers: 200, 410 for gone, 301 for moved (object metadata ``status``).
        location: With 301: the absolute address it is at now.
        noindex: Answer ``X-Robots-Tag: noindex`` (RP-05).
    """

    key: NonEmpty
    media_type: str
    head: bytes
    entries: tuple[Fragment, ...] = ()
    tail: bytes = b""
    separator: bytes = b""
    entry_keys: tuple[str, ...] = ()
    cache_seconds: int = 300
    immutable: bool = False
    fresh: bool = False
    language: str | None = None
    status: int = 200
    location: str | None = None
    noindex: bool = False

    @property
    def pieces(self) -> tuple[Fragment, ...]:
        """All of it in order, nothing copied: feeds run to megabytes."""
        between = [piece for entry in self.entries for piece in (self.separator, entry)][1:]
        return (self.head, *between, self.tail)

    @property
    def body(self) -> bytes:
        """All of it in one piece, each byte copied once."""
        return b"".join(self.pieces)

    @property
    def size(self) -> int:
        """Bytes, counted without joining them."""
        separators = len(self.separator) * max(len(self.entries) - 1, 0)
        return len(self.head) + sum(map(len, self.entries)) + separators + len(self.tail)

    def first(self, count: int) -> Document:
        """The same document with its first *count* entries only."""
        return replace(self, entries=self.entries[:count], entry_keys=self.entry_keys[:count])


class BuiltDocument(Frozen):
    """
    What we remember of a published document, to reuse its entries and to fence its overwrite.

    Attributes:
        digest: Of what it was made of: another one whenever something was decided anew.
        content: Of the bytes themselves.
        entry_keys / lengths: Key and bytes of each of its entries, in order.
        head / separator: Their bytes.
    """

    etag: NonEmpty
    digest: NonEmpty
    content: str = ""
    head: int = 0
    separator: int = 0
    entry_keys: tuple[NonEmpty, ...] = ()
    lengths: tuple[int, ...] = ()


class Recalled(Frozen):
    """An article that is older than the live feed and changed lately: it stands there once more."""

    release_at: Instant
    article_id: NonEmpty


class Build(Frozen):
    """
    The last build of one channel, or of one volume of its history: its documents by key.

    Attributes:
        passed: Nothing released before can be archived, as things stood.
        recalled: Archived articles that were corrected or taken back lately.
        left_out / held: What its documents do not show, and those that were not replaced.
        looked_at: Partners whose articles the site has looked at since the configuration changed,
            and the last one of each so far; ``None`` is all of them.
    """

    channel: NonEmpty
    documents: dict[str, BuiltDocument] = {}
    built_at: Instant | None = None
    passed: Instant | None = None
    recalled: tuple[Recalled, ...] = ()
    left_out: tuple[Omission, ...] = ()
    held: tuple[HeldBack, ...] = ()
    looked_at: dict[str, str | None] = {}
