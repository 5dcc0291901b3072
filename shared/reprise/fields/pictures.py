"""Pictures: those stated and those in the text, each once, with caption and credit (B32, C23)."""

from __future__ import annotations

from collections.abc import Iterator

from reprise.fields.base import STATED, Context, Found, one_line
from reprise.model.receipt import Note
from reprise.model.submission import Picture
from reprise.text.addresses import cleaned, identity_form
from reprise.text.page_lines import read_picture_line

MAX_PICTURES = 200


def read_pictures(context: Context) -> Found[tuple[Picture, ...]]:
    """
    Stated pictures first. What one says of itself wins; the text adds what it does not say.

    A name that is no address (a file that was not sent, a file named in a copied page) stays as it
    is, and so does a picture without either: it carries caption and credit, and no output shows it.
    """
    found: dict[str | int, Picture] = {}
    for place, stated in enumerate((*context.submission.pictures, *context.body.pictures)):
        picture = _tidy(stated, context.base_url)
        key = place if picture.url is None else identity_form(picture.url)
        found[key] = _joined(found[key], picture) if key in found else picture
    pictures = tuple(found.values())[:MAX_PICTURES]
    origin = STATED if context.submission.pictures else "body" if pictures else ""
    return Found(pictures, origin, notes=tuple(_without_address(pictures)))


def _without_address(pictures: tuple[Picture, ...]) -> Iterator[Note]:
    lost = sum(picture.url is None for picture in pictures)
    if lost:
        send = "send a url for each, or the files in a bundle"
        yield Note(code="no_address", field="pictures", found=f"{lost}", send=send)


def _tidy(picture: Picture, base_url: str | None) -> Picture:
    caption, credit = one_line(picture.caption), one_line(picture.credit)
    if caption and not credit:
        said = read_picture_line(caption)
        if said:
            caption, credit = said.caption, said.credit
    return picture.model_copy(
        update={
            "url": _address(picture.url, base_url),
            "caption": caption or None,
            "credit": credit or None,
            "alt": one_line(picture.alt) or None,
            "rights": one_line(picture.rights) or None,
        }
    )


def _address(stated: str | None, base_url: str | None) -> str | None:
    if stated is None:
        return None
    is_name = "/" not in stated and ":" not in stated
    return stated if is_name else cleaned(stated, base_url) or stated


def _joined(first: Picture, second: Picture) -> Picture:
    missing = {
        name: getattr(second, name)
        for name in Picture.model_fields
        if getattr(first, name) is None and getattr(second, name) is not None
    }
    return first.model_copy(update=missing) if missing else first
