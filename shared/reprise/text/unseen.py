"""What a style says that no reader is to see: hidden text, and notes of word processors."""

from __future__ import annotations

import re
import sys

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?|\\(.)", re.IGNORECASE | re.DOTALL)
_HIDES = re.compile(
    r"(?:^|[;\s])(?:"
    r"display:none|visibility:(?:hidden|collapse)|content-visibility:hidden"
    # Word: hidden text and the comments of editors.
    r"|mso-hide:all|mso-element:(?:comment|annotation)"
    # Moved out of sight, or cut to nothing.
    r"|(?:text-indent|left|top):-\d{3,}"
    r"|clip:rect\(0\D+0\D+0\D+0)"
)
_NO_HEIGHT = re.compile(r"(?:^|[;\s])(?:max-)?height:0(?!\.?\d)")
_NOT_PUBLIC = re.compile(
    r"(?:^|\s)(?:(?:notice-?)?non-?public|not-for-publication)(?:\s|$)", re.IGNORECASE
)
_SHAPED = re.compile(r"padding-(?:top|bottom):[1-9]")
"""Pads to the shape of the film inside: that is seen."""


def hides(style: str) -> bool:
    """
    Whether an element with this ``style`` attribute is not shown.

    Not asked is what scripts turn on (``opacity: 0``): pages fade whole articles in.

    >>> hides("color: red; DISPLAY : none !important"), hides("mso-hide:all"), hides("display:block")
    (True, True, False)
    """
    if not style:
        return False
    plain = re.sub(r"\s*([:;])\s*", r"\1", _ESCAPE.sub(_unescaped, _COMMENT.sub("", style))).lower()
    if _HIDES.search(plain):
        return True
    return bool(
        _NO_HEIGHT.search(plain) and "overflow:hidden" in plain and not _SHAPED.search(plain)
    )


def is_not_public(classes: str) -> bool:
    """Whether an element with this ``class`` attribute says that it is not for publication (dpa)."""
    return bool(classes) and bool(_NOT_PUBLIC.search(classes))


def _unescaped(found: re.Match[str]) -> str:
    return found[2] or chr(min(int(found[1], 16), sys.maxunicode))
