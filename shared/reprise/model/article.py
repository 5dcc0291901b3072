"""The normalised article: what the fields chain makes of a submission, and what is stored."""

from __future__ import annotations

from enum import StrEnum

from reprise.model.base import Frozen, Instant, NonEmpty
from reprise.model.permission import Stated
from reprise.model.submission import Byline, Picture, Source, Video


class Direction(StrEnum):
    LTR = "ltr"
    RTL = "rtl"


class TextChange(Frozen):
    """
    Words of the text that are others than those received (row B35).

    Attributes:
        before / after: The words, cut to a readable length; empty when there were none.
        allowed: It is on the partner's list of changes that may be made.
    """

    before: str = ""
    after: str = ""
    allowed: bool = False

    def __str__(self) -> str:
        if not self.before:
            return f"added {self.after!r}"
        return (
            f"{self.before!r} became {self.after!r}" if self.after else f"removed {self.before!r}"
        )


class Article(Frozen):
    """
    One version of an article, ready to be ruled on and rendered.

    Attributes:
        article_id: House id; never changes (X-09).
        guid: Public id, the same in every format (X-11).
        partner: The partner that uploaded it.
        headline / kicker / abstract / dateline / correction: Plain text.
        body_html: Allow-listed HTML, absolute addresses; never empty.
        language: BCP 47 tag, ``und`` when it could not be told.
        published_at: When the *source* first published it; ours is in the article's state.
        stated_updated_at: When the partner last changed it, if stated.
        permissions: What the upload itself, its sidecar, policies and notices say; the agreement
            and the grants on file are added when ruling.
        text_digest: Fingerprint of the words (row B35).
        changes: In what they differ from the words that came in, those that may not be first.
        word_count: Words of the body; characters for scripts without spaces.
    """

    article_id: NonEmpty
    guid: NonEmpty
    partner: NonEmpty
    headline: NonEmpty
    body_html: NonEmpty
    language: NonEmpty = "und"
    direction: Direction = Direction.LTR
    kicker: str | None = None
    abstract: str | None = None
    bylines: tuple[Byline, ...] = ()
    dateline: str | None = None
    sections: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    series: str | None = None
    pictures: tuple[Picture, ...] = ()
    videos: tuple[Video, ...] = ()
    canonical_url: str | None = None
    source: Source = Source()
    correction: str | None = None
    published_at: Instant | None = None
    stated_updated_at: Instant | None = None
    permissions: tuple[Stated, ...] = ()
    text_digest: str = ""
    changes: tuple[TextChange, ...] = ()
    word_count: int = 0
