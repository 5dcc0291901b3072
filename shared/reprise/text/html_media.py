"""Pictures and embeds of a page: which address is the real one, and what is only a pixel."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reprise.text.addresses import cleaned, host_of

# In the order of trust: what a script would have put into src comes before what stands there.
_LAZY = (
    "data-src", "data-lazy-src", "data-original", "data-original-src", "data-actualsrc",
    "data-hi-res-src", "data-full-src", "data-raw-src", "data-img-src", "data-image", "data-url",
    "data-echo", "data-lazy", "data-delayed-url", "data-runner-src", "data-flickity-lazyload",
    "data-orig-file", "data-large-file", "data-fallback-src", "data-pin-media", "data-bg",
)  # fmt: skip
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_PLACEHOLDER = re.compile(
    r"(?:^|[/_.-])(?:placeholder|spacer|blank|pixel|transparent|lazy(?:load|-?placeholder)?|"
    r"loading|1x1|clear|grey|gray|empty|dummy)(?:[_.-][^/]*)?\.(?:gif|png|svg|jpe?g|webp)(?:\?|$)",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(r"\s*([^\s,](?:[^\s]*[^\s,])?)(?:\s+(\d+(?:\.\d+)?)([wxh]))?\s*(?:,|$)")
_TEMPLATE = re.compile(r"\{[^}]*\}|%7B[^%]*%7D", re.IGNORECASE)
_WIDEST = 2000
"""Pixels. Wider candidates cost readers' data and win nothing."""
_ICON = 32
"""Pixels: pictures up to this size are part of the text (smileys, flags), not pictures."""
_EMOJI = re.compile(r"emoji|wp-smiley|twemoji", re.IGNORECASE)

# Embeds that show nothing to read: advertising, counters, buttons.
_NO_CONTENT = re.compile(
    r"(?:^|\.)(?:doubleclick\.net|googlesyndication\.com|googletagmanager\.com|adnxs\.com|"
    r"amazon-adsystem\.com|taboola\.com|outbrain\.com|criteo\.(?:com|net)|scorecardresearch\.com|"
    r"google-analytics\.com|addthis\.com|sharethis\.com|disqus\.com|recaptcha\.net)$"
)


def picture_address(attrs: Mapping[str, str], sources: list[str], base: str | None) -> str | None:
    """
    The address of the picture a reader would see (row B56), absolute; ``None`` if there is none.

    Args:
        attrs: Attributes of the ``img``.

        sources: ``srcset`` values of the ``source`` elements beside it in ``picture``.

        base: Address of the document.
    """
    lazy = [attrs[name] for name in _LAZY if attrs.get(name)]
    sets = [attrs[name] for name in _LAZY_SETS if attrs.get(name)]
    plain = [attrs["src"]] if attrs.get("src") else []
    candidates = [*lazy, *_best(sets), *plain, *_best(sources)]
    if plain and not lazy and not _is_placeholder(plain[0]):
        candidates = [*plain, *_best(sets), *_best(sources)]
    for candidate in candidates:
        if _is_placeholder(candidate) or _TEMPLATE.search(candidate):
            continue
        address = cleaned(candidate, base)
        if address:
            return address
    return None


def is_pixel(attrs: Mapping[str, str]) -> bool:
    """Whether it is there to count readers, not to be seen."""
    width, height = _pixels(attrs.get("width")), _pixels(attrs.get("height"))
    return any(side is not None and side <= 1 for side in (width, height)) or bool(
        re.search(r"(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)", attrs.get("style", ""))
    )


def is_part_of_text(attrs: Mapping[str, str]) -> bool:
    """Whether its ``alt`` reads in its place: emoji and icons."""
    if _EMOJI.search(attrs.get("class", "")):
        return True
    sides = [_pixels(attrs.get("width")), _pixels(attrs.get("height"))]
    return all(side is not None and side <= _ICON for side in sides)


def size(attrs: Mapping[str, str]) -> dict[str, str]:
    """``width`` and ``height`` when both are whole pixels."""
    width = _pixels(attrs.get("width") or attrs.get("data-width"))
    height = _pixels(attrs.get("height") or attrs.get("data-height"))
    return {"width": str(width), "height": str(height)} if width and height else {}


def embed_address(address: str, base: str | None) -> str | None:
    """The page a person can open for an embed; ``None`` for what is no content."""
    found = cleaned(address, base)
    if not found or _NO_CONTENT.search(host_of(found)):
        return None
    video = re.match(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]{11})", found)
    if video:
        return f"https://www.youtube.com/watch?v={video[1]}"
    video = re.match(r"https?://player\.vimeo\.com/video/(\d+)", found)
    return f"https://vimeo.com/{video[1]}" if video else found


def _best(sets: list[str]) -> list[str]:
    """The widest sensible candidate of each ``srcset`` (HTML, section 4.8.4.2)."""
    found = []
    for text in sets:
        candidates = _candidates(text)
        fitting = [one for one in candidates if one[0] <= _WIDEST] or candidates[:1]
        if fitting:
            found.append(max(fitting)[1])
    return found


def _candidates(text: str) -> list[tuple[float, str]]:
    found = []
    for match in _CANDIDATE.finditer(text[:8000]):
        address, amount, unit = match.groups()
        width = float(amount) if amount else 1.0
        found.append((width if unit == "w" else width / 1000, address))
    return sorted(found)


def _is_placeholder(address: str) -> bool:
    return address.lstrip().lower().startswith("data:") or bool(_PLACEHOLDER.search(address))


def _pixels(text: str | None) -> int | None:
    match = re.fullmatch(r"\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*", text or "")
    return int(match[1]) if match else None
