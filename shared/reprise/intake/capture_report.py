"""What was left out of a copied page, and why: the wording of the removal report (row B8)."""

from __future__ import annotations

from collections.abc import Sequence

from reprise.intake.capture_region import Teaser
from reprise.intake.capture_units import Role, Unit
from reprise.model.submission import Removal
from reprise.text.boilerplate import Kind

LABEL_REPEATS = 3
"""Times a short line stands on a page that make it the page's own."""

REASONS = {
    Kind.SHARE: "share or follow line",
    Kind.RELATED: "head of a list of other stories",
    Kind.ALSO: "points to another story",
    Kind.CONTINUE: "opens another text",
    Kind.COMMENTS: "belongs to the comments",
    Kind.NEWSLETTER: "newsletter or membership box",
    Kind.CONSENT: "cookie or consent notice",
    Kind.ADVERTISEMENT: "advertisement marker",
    Kind.PAYWALL: "login or subscription line",
    Kind.FOOTER: "footer or legal line",
    Kind.NAVIGATION: "menu entry",
    Kind.ABOUT_AUTHOR: "box about the author",
    Kind.TAGS: "list of tags",
    Kind.IMAGE_FILE: "name of a picture file",
    Kind.CALL_TO_ACTION: "call to action",
}


def why(unit: Unit) -> tuple[str, str]:
    if unit.furniture:
        return unit.furniture.kind.value, REASONS[unit.furniture.kind]
    if unit.repeats >= LABEL_REPEATS:
        return "repeated-label", f"the same line stands {unit.repeats} times on the page"
    if unit.role in {Role.PICTURE, Role.TIME, Role.BYLINE}:
        return unit.role.value, "not of this article's head or body"
    return (
        ("label", "short line outside the text")
        if unit.role is Role.LABEL
        else ("other-text", "outside the article's text")
    )


def removal(unit: Unit, kind: str, reason: str) -> Removal:
    return Removal(kind=kind, text=unit.text, reason=reason, line=unit.number)


def teaser_removal(units: Sequence[Unit], teaser: Teaser) -> Removal:
    """One removal for a whole teaser, by its title and the credit of its picture."""
    inside = units[teaser.start : teaser.end]
    credit = f", picture credit {teaser.credit}" if teaser.credit else ""
    reason = f"teaser of another story: {teaser.title}{credit}"
    text = "\n".join(unit.text for unit in inside)
    return Removal(kind="teaser", text=text, reason=reason, line=inside[0].number)
