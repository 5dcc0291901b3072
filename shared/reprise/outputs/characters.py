"""
Which characters may go out (X-02), decided fast: nearly all text is clean already.

The scan works on bytes, because :meth:`bytes.translate` passes over a long article in
microseconds; only text that fails it meets the slow expression.
"""

from __future__ import annotations

import dataclasses
import operator
import re
from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar

from reprise.model.base import Frozen
from reprise.text.marks import balanced, is_visible

# Production Char of XML 1.0, turned round. A lone CR would be read back as LF, so it goes too.
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n?")
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n")
_NONCHARACTERS = ("\ufffe", "\uffff")

_Value = TypeVar("_Value")


def is_legal(text: str) -> bool:
    """
    Whether XML 1.0 can carry every character of *text* and give it back unchanged.

    >>> is_legal("📰 news"), is_legal("b\\x08ad"), is_legal("\\ud800")
    (True, False, False)
    """
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        return False
    return len(raw.translate(None, _CONTROLS)) == len(raw) and not any(
        map(text.__contains__, _NONCHARACTERS)
    )


def wanted_of(title: str) -> str:
    """
    What a title has to be that it is not, in words; empty when every output can show it.

    >>> wanted_of("Top stories"), wanted_of(" \\u200f")
    ('', 'text that can be seen')
    """
    if not is_visible(title):
        return "text that can be seen"
    if not is_legal(title):
        return "text without control characters: no feed can carry them"
    if "\n" in title.strip():
        return "one line"
    if balanced(title) != title:
        return "text that closes its marks of direction: they reach beyond it"
    return ""


def legal(text: str) -> str:
    """
    *text* without characters that XML 1.0 forbids; line ends become LF.

    >>> legal("b\\x08ad\\r\\n\\ufffe")
    'bad\\n'
    """
    return text if is_legal(text) else _ILLEGAL.sub("", _LINE_ENDS.sub("\n", text))


def legal_throughout(value: _Value) -> _Value:
    """*value* with :func:`legal` applied to every text in it, however deep; itself if clean."""
    cleaned: Any = _clean(value)
    return cleaned  # type: ignore[no-any-return]


def _clean(value: Any) -> Any:
    match value:
        case str():
            return legal(value)
        case Enum() | datetime() | None:
            return value
        case tuple():
            cleaned = tuple(map(_clean, value))
            return value if all(map(operator.is_, cleaned, value)) else cleaned
        case dict():
            return {_clean(key): _clean(member) for key, member in value.items()}
        case Frozen():
            changed = _changed(value, type(value).model_fields)
            return value.model_copy(update=changed) if changed else value
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            changed = _changed(value, [field.name for field in dataclasses.fields(value)])
            return dataclasses.replace(value, **changed) if changed else value
        case _:
            return value


def _changed(value: Any, names: Iterable[str]) -> dict[str, Any]:
    fields = ((name, getattr(value, name)) for name in names)
    cleaned = ((name, old, _clean(old)) for name, old in fields)
    return {name: new for name, old, new in cleaned if new is not old}
