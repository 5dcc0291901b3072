"""
Pictures a reader may see: where a picture has no right, it goes and the text stays (row B32).

A picture's own word decides, else what is said of the pictures in general; silence is no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from lxml import etree, html

from reprise.model.document import ShownPicture
from reprise.model.submission import Picture, Video
from reprise.outputs.addresses import public_uri


@dataclass(frozen=True, slots=True)
class MediaRights:
    """
    What holds for the pictures of one article, or for its videos.

    Attributes:
        allowed: Whether those may be used that say nothing of themselves.
        barred: The agreement or a grant says no to them: an upload can only narrow that, so their
            own word does not help.
        now: One expires *at* its instant; without a time, whatever expires has expired.
    """

    allowed: bool = False
    barred: bool = False
    now: datetime | None = None

    def cover(self, medium: Picture | Video) -> bool:
        """Whether *medium* may be shown."""
        if self.barred or not self._is_alive(medium):
            return False
        return self.allowed if medium.usable is None else medium.usable

    def _is_alive(self, medium: Picture | Video) -> bool:
        if medium.expires_at is None:
            return True
        return self.now is not None and self.now < medium.expires_at


def shown_pictures(pictures: Iterable[Picture], rights: MediaRights) -> tuple[ShownPicture, ...]:
    """Those of *pictures* that may be shown, with public addresses, each address once."""
    shown: dict[str, ShownPicture] = {}
    for picture in pictures:
        address = public_uri(picture.url)
        if address and rights.cover(picture):
            said = picture.model_dump() | {"url": address}
            shown.setdefault(address, ShownPicture.model_validate(said))
    return tuple(shown.values())


def body_with_shown_pictures(
    body_html: str, pictures: Iterable[Picture], rights: MediaRights
) -> str:
    """
    *body_html* without the pictures that may not be shown, and without their captions.

    A picture that is in the body but not among *pictures* says nothing of itself.
    """
    if "<img" not in body_html:
        return body_html
    known = {public_uri(picture.url): picture for picture in pictures}

    def is_shown(source: str) -> bool:
        picture = known.get(address := public_uri(source))
        if picture is None:
            return rights.allowed and not rights.barred and address is not None
        return address is not None and rights.cover(picture)

    return _without(body_html, is_shown)


def _without(body_html: str, is_shown: Callable[[str], bool]) -> str:
    root = html.fragment_fromstring(body_html, create_parent="div")
    hidden = [image for image in root.iter("img") if not is_shown(image.get("src", ""))]
    for image in hidden:
        _remove(_holder(image))
    return _inner_html(root) if hidden else body_html


def _holder(image: html.HtmlElement) -> html.HtmlElement:
    """The picture with what stands around it for its sake alone: link, sources, frame, caption."""
    holder = image
    while (parent := holder.getparent()) is not None and _is_frame(parent, holder):
        holder = parent
    return holder


def _is_frame(parent: html.HtmlElement, child: html.HtmlElement) -> bool:
    if parent.tag == "picture":
        return True
    if parent.tag == "figure":
        return all(image is child or image in child.iter("img") for image in parent.iter("img"))
    alone = len(parent) == 1 and not (parent.text or "").strip() and not (child.tail or "").strip()
    return parent.tag in ("a", "p") and alone


def _remove(element: html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _inner_html(root: html.HtmlElement) -> str:
    parts = [etree.tostring(child, encoding="unicode", method="html") for child in root]
    return html_text(root.text or "") + "".join(parts)


def html_text(text: str) -> str:
    """*text* escaped for HTML element content and for attributes in double quotes."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
