"""What a copied page was understood as, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reprise.intake.capture_head import Head
from reprise.intake.capture_region import Region
from reprise.model.submission import Removal
from reprise.text.boilerplate import weigh


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body: ``kind`` is ``paragraph``, ``heading`` or ``item``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class CapturedPicture:
    """A picture the page showed with the article; what is not said is ``None``."""

    caption: str | None
    credit: str | None
    file_name: str | None = None


@dataclass(frozen=True, slots=True)
class CaptureReading:
    """
    What was understood of a page.

    Attributes:
        published: The time as written on the page; see ``reprise.text.dates``.
        body: Paragraphs, headings and items in order.
        notices: Paragraphs that say the article was republished; they are not in the body.
        removals: Everything left out, each with its line (from 1) and reason.
        confidence: Per field, 0 to 1; a field that was not found is missing.
    """

    headline: str | None = None
    kicker: str | None = None
    abstract: str | None = None
    sections: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    dateline: str | None = None
    published: str | None = None
    body: tuple[Block, ...] = ()
    pictures: tuple[CapturedPicture, ...] = ()
    notices: tuple[str, ...] = ()
    removals: tuple[Removal, ...] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)

    @property
    def body_text(self) -> str:
        """The body with blank lines between its blocks."""
        return "\n\n".join(block.text for block in self.body)

    @property
    def text(self) -> str:
        """Headline and body as a plain text, which reads back to the same body."""
        headline = re.sub(r"[.。]+$", "", self.headline or "")
        return f"{headline}\n\n{self.body_text}".strip()


_DATELINE = (
    re.compile(
        r"^([A-ZÀ-ÞА-ЯΑ-Ω][\w .'’()/-]{1,40}?(?:,\s[\w .]{2,25})?)\s?(?:\([^()]{2,40}\))?\s?[—–-]{1,2}\s"
    ),
    re.compile(r"^[【［\[(（]([^】］\])）]{2,30})[】］\])）]"),
    re.compile(r"^([\u4e00-\u9fff]{2,8}(?:网|社)?[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日电?)"),
)


def dateline_of(body: Sequence[Block]) -> str | None:
    """Where the report is from, as its first paragraph says; it stays there too."""
    first = body[0].text if body else ""
    place = _DATELINE[0].match(first)
    if place and sum(c.isupper() for c in place.group(1)) > len(place.group(1)) / 2:
        return place.group(1).strip()
    found = next((m for m in (pattern.match(first) for pattern in _DATELINE[1:]) if m), None)
    return found.group(1) if found else None


_SURE_SCORE = 6.0
_FULL_LENGTH = 250.0


def confidence_of(head: Head, body: Sequence[Block], region: Region) -> dict[str, float]:
    """Rough and honest: how well the evidence fits, not a probability."""
    words = sum(weigh(block.text) for block in body)
    found = {
        "body": round(min(1.0, 0.4 + 0.6 * words / _FULL_LENGTH) - 0.1 * (len(region.spans) - 1), 2)
    }
    if head.headline:
        found["headline"] = round(
            max(0.2, min(0.98, 0.5 + head.headline_score / _SURE_SCORE / 2)), 2
        )
    found |= {name: 0.8 for name, value in _fields(head) if value}
    return {name: max(0.0, value) for name, value in found.items()}


def _fields(head: Head) -> tuple[tuple[str, object], ...]:
    return (
        ("kicker", head.kicker),
        ("abstract", head.abstract),
        ("sections", head.sections),
        ("bylines", head.bylines),
        ("published", head.published),
    )
