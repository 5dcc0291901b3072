"""
Which code page bytes are in whose script is not Latin: the one in which they read like a language.

A detector that looks at bytes alone takes Arabic for Thai and old Cyrillic for new; the model that
tells languages is hardly ever sure of such a text, and is of the right one.
"""

from __future__ import annotations

import re
import unicodedata

from reprise.text.languages import reads_like_a_language

PAGES = (
    "cp1251", "koi8_u", "iso8859_5", "cp866", "cp1253", "cp1255", "cp1256", "iso8859_6", "cp874",
    "cp932", "euc_jp", "gb18030", "big5", "cp949", "cp1252", "cp1250", "cp1254", "cp1257",
)  # fmt: skip
_MARKUP = re.compile(rb"<[^<>]{1,2000}>")
_SCRIPT = 0.3
"""Share of bytes beyond ASCII from which a text is in another script; Vietnamese stays below."""
_MARGIN = 0.005
_STOPS = frozenset("«»„“”‘’…–—、。，．：；！？「」『』（）《》؟،؛·")
_MISPLACED = re.compile(
    r"(?<=[^\W\d_])(?<![A-ZА-ЯΑ-Ω])[А-ЯЁЇІЄΑ-Ω]"
    r"|ς(?=[^\W\d_])|[ךםןףץ](?=[א-ת])"
    r"|(?<=[\s\u0e40-\u0e44])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
)
"""
A capital inside a word, a Greek or Hebrew letter that only ends words, a Thai mark on nothing or on
a vowel that comes before its consonant.
"""
_STRICT = 8
"""Nothing but letters counts for much: the model is taken in by a text that looks foreign."""
_BEYOND = bytes(range(0x80, 0x100))
_ENOUGH = 40
"""Bytes beyond ASCII: a sentence."""
_LONG_ENOUGH = 2000
"""Bytes that are read in each of them."""


def without_markup(data: bytes) -> bytes:
    """*data* without tags, which are English in any language."""
    return _MARKUP.sub(b" ", data)


def is_other_script(data: bytes) -> bool:
    """Whether most letters of *data* are beyond ASCII."""
    bare = without_markup(data)
    beyond = len(bare) - len(bare.translate(None, _BEYOND))
    return beyond > _SCRIPT * max(len(bare.strip()), 1)


def by_language(data: bytes, guess: str, *, better: float = _MARGIN) -> tuple[str, float]:
    """
    The code page in which *data* reads like a language, and how surely; *guess*, if none does
    *better* by so much. Of a few words nothing is sure.

    Example:
        >>> told = "Паром снова ходит к островам, сообщила компания в понедельник утром; билеты есть."
        >>> by_language(told.encode("cp866"), "cp1256")[0]
        'cp866'
    """
    bare = without_markup(data)[:_LONG_ENOUGH]
    scores = {page: _reads(bare, page) for page in (guess, *PAGES)}
    best = max(scores, key=lambda page: scores[page])
    chosen = best if scores[best] > scores[guess] + better else guess
    beyond = len(bare) - len(bare.translate(None, _BEYOND))
    return chosen, scores[chosen] if beyond >= _ENOUGH else 0.0


def _reads(data: bytes, page: str) -> float:
    """How surely *data* is a text in some language; 0 when it is no text in this code page."""
    text = data.decode(page, "ignore")
    lost = len(data) - len(text.encode(page, "ignore"))
    if lost > len(data) // 100 + 1:
        return 0.0
    return reads_like_a_language(text) * _spelled(text) ** _STRICT


def _spelled(text: str) -> float:
    """The share of letters among what is beyond ASCII, less for those that can't stand there."""
    beyond = [one for one in text if one > "\x9f" and not one.isspace()]
    letters = sum(unicodedata.category(one)[0] in "LM" for one in beyond)
    stops = sum(one in _STOPS for one in beyond)
    misplaced = len(_MISPLACED.findall(text))
    return max(letters - 2 * misplaced, 0) / max(len(beyond) - stops, 1)
