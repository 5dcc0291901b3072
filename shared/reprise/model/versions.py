"""Everything we hold of one article: the set of versions received, and what they add up to."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reprise.model.article import TextChange
from reprise.model.base import Frozen, Instant, NonEmpty, SetOf
from reprise.model.permission import Permission, Stated
from reprise.model.submission import Action, Picture, Video


class Status(StrEnum):
    """What the set of versions adds up to."""

    USABLE = "usable"
    WITHHELD = "withheld"
    WITHDRAWN = "withdrawn"
    KILLED = "killed"
    EXPIRED = "expired"
    """Taken back by a version that was over when it came."""


class Listing(Frozen):
    """
    The small part of an article that lists need: kept in version and member rows, so that feeds
    and sitemaps are decided without reading bodies.

    Attributes:
        language: BCP 47 tag.
        source: Name of the publication it first appeared in.
        published_at: First publication at the source.
        permissions: Stated by the upload, its sidecar, policies and notices.
        pictures: How many pictures it has.
        identity: How the partner itself names the article.
        feed: The feed it came from, for items that go missing from a complete one (RFC 5005).
        changes: In what its words differ from those that came in.
        images: Its first pictures, with no more than what their right to be shown depends on.
        videos: Its first videos, with what sitemaps say of them.
        translation_of: House id of the article it is a translation of.
        changes_at: Instants at which the article shows itself differently: pictures and videos expire.
    """

    headline: NonEmpty
    guid: NonEmpty
    language: NonEmpty = "und"
    sections: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    series: str | None = None
    source: str | None = None
    canonical_url: str | None = None
    published_at: Instant | None = None
    permissions: tuple[Stated, ...] = ()
    word_count: int = 0
    pictures: int = 0
    identity: str | None = None
    feed: str | None = None
    changes: tuple[TextChange, ...] = ()
    images: tuple[Picture, ...] = ()
    videos: tuple[Video, ...] = ()
    translation_of: str | None = None
    changes_at: tuple[Instant, ...] = ()

    @property
    def forbidden_changes(self) -> tuple[str, ...]:
        """Changes of the words, in words, that are on no list of allowed ones."""
        return tuple(str(change) for change in self.changes if not change.allowed)

    def changes_after(self, now: datetime) -> datetime | None:
        """The first of ``changes_at`` that is still to come."""
        return min((instant for instant in self.changes_at if instant > now), default=None)


class VersionRecord(Frozen):
    """
    One version as received. The order rule (:mod:`reprise.lifecycle.order`) reads
    ``stated_version``, ``stated_at``, ``stored_at`` and ``digest``.

    Attributes:
        action: Publish, withdraw or kill.
        upload: Id of the upload it came by.
        stated_version / stated_at: As the partner states them.
        stored_at: When the bytes were stored in the inbox, by the store's clock.
        digest: Hash of what was sent.
        article_key: Key of the normalised article in the archive bucket; ``None`` for take-backs.
        visible_from: Earliest instant its own permission lets it appear; ``None`` for at once.
        appeared_at: When it appeared first, if it came as part of a back catalogue: long ago.
        let_through_at: When a person let it through, if it had to wait for one: it can't have been
            seen before, but what came meanwhile is newer.
        correction: Whether the partner calls it a correction.
        significance: Fingerprint of the text for telling a typo fix from a change.
        withheld: The partner asks to keep it back (``pub_status: withheld``).
        missing_from: The complete feed that no longer held it, if that is what takes it back.
        listing: What lists need; ``None`` for take-backs.
        files: Keys in the archive of the pictures that came with it in a bundle. Only these may be
            copied to the site, whatever addresses the article names.
    """

    action: Action
    upload: NonEmpty
    stored_at: Instant
    digest: NonEmpty
    stated_version: int | None = None
    stated_at: Instant | None = None
    article_key: str | None = None
    visible_from: Instant | None = None
    appeared_at: Instant | None = None
    let_through_at: Instant | None = None
    correction: bool = False
    significance: tuple[int, ...] = ()
    withheld: bool = False
    missing_from: str | None = None
    listing: Listing | None = None
    files: tuple[str, ...] = ()


class Membership(Frozen):
    """A member row this article has or once had: it must be kept true for ever."""

    channel: NonEmpty
    release_at: Instant


class ArticleRecord(Frozen):
    """
    The row of one article. ``versions`` is a set, kept in the order of the order rule; the state
    is a pure function of it (invariant 4).
    """

    article_id: NonEmpty
    partner: NonEmpty
    identity: NonEmpty
    guid: NonEmpty
    rev: int = 0
    versions: tuple[VersionRecord, ...] = ()
    copies: SetOf[str] = frozenset()
    """Ids of other partners' articles that are the same story."""
    translations: SetOf[str] = frozenset()
    """Ids of its partner's articles that are the same article in other languages."""
    memberships: tuple[Membership, ...] = ()

    def has_version_of(self, upload: str) -> bool:
        """Whether *upload* left a version in it."""
        return any(version.upload == upload for version in self.versions)


@dataclass(frozen=True, slots=True)
class ArticleState:
    """
    What the versions add up to.

    Attributes:
        current: The version that is shown when status is usable, else the one shown last.
        published_at: Our first publication: the release time. Never moves once passed.
        updated_at: Last significant change; at least ``published_at``.
        ended_at: When it was taken back.
    """

    status: Status
    current: VersionRecord | None
    published_at: datetime | None
    updated_at: datetime | None
    ended_at: datetime | None = None


class MemberRow(Frozen):
    """
    One article in one channel, sorted by release time. ``live=False`` is the tombstone.

    Attributes:
        rev: Revision of the article record it was written from; only ever goes up.
        published_at: When it was released, where rows are sorted by another instant.
        moved: The article no longer belongs at this place; nothing is said about it here.
        ended_at: When it was taken back.
    """

    channel: NonEmpty
    article_id: NonEmpty
    partner: NonEmpty
    rev: int
    release_at: Instant
    published_at: Instant | None = None
    updated_at: Instant
    live: bool
    status: Status = Status.USABLE
    moved: bool = False
    ended_at: Instant | None = None
    article_key: str | None = None
    listing: Listing | None = None
    copies: SetOf[str] = frozenset()
    translations: SetOf[str] = frozenset()

    @property
    def shows(self) -> bool:
        """Whether there is anything to rule on at this place."""
        return self.listing is not None and self.article_key is not None and not self.moved

    def as_released(self) -> MemberRow:
        """The row as it stands where rows are sorted by release."""
        at = self.published_at or self.release_at
        return self.model_copy(update={"release_at": at, "published_at": None})

    @property
    def listed(self) -> Listing:
        """Its listing. Raises ValueError when nothing was ever published (see :attr:`shows`)."""
        if self.listing is None:
            raise ValueError(f"{self.article_id} in {self.channel}: nothing was published")
        return self.listing


class AgendaRow(Frozen):
    """
    At *at*, look at this article again: the site at its page and its day's sitemap, a channel at
    the volume of its history that holds it.

    Attributes:
        article_id: Or the name of a whole volume, which no article's id looks like.
        token: Changes with each write, so that only what was read is removed.
        place: Who looks: the site, or a channel.
        is_new: The article was stored for the first time with this row: nobody can have published
            it yet, unless a turn died that looked at the same row.
    """

    at: Instant
    article_id: NonEmpty
    token: NonEmpty
    place: NonEmpty = "site"
    is_new: bool = False


class Volume(Frozen):
    """
    One closed part of a channel's history: what was released from *start* until the next one
    starts; of the newest, until before *end*.
    """

    channel: NonEmpty
    start: Instant
    end: Instant

    @property
    def name(self) -> str:
        """
        Its name in addresses: the same whoever closes it, and it tells no instant.

        >>> at = datetime.fromisoformat("2026-03-01T09:00:00+00:00")
        >>> Volume(channel="front", start=at, end=at).name
        '3i7i6uoc'
        """
        digest = hashlib.sha256(f"{self.channel}\0{self.start.isoformat()}".encode()).digest()
        return base64.b32encode(digest)[:8].decode().lower()


class GrantRecord(Frozen):
    """A grant on file as stored, with its whole life: the newest statement by time wins."""

    partner: NonEmpty
    grant_id: NonEmpty
    stored_at: Instant
    digest: NonEmpty
    revoked: bool = False
    sources: SetOf[str] | None = None
    series: SetOf[str] | None = None
    articles: SetOf[str] | None = None
    from_at: Instant | None = None
    until_at: Instant | None = None
    permission: Permission = Permission()
