"""
Running text as we keep it: NFC, one kind of space, no control characters, no mojibake.

Everything here is total (never raises on text) and idempotent (twice equals once); rows B55-B58
and X-05 of the output rules lean on both. Line ends become ``\\n``; line structure is kept,
because readers of plain text live by it.
"""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from functools import lru_cache

from reprise.text.code_pages import by_language, is_other_script, without_markup
from reprise.text.latin import CODE_PAGES, code_page_of

_ROUNDS = 4
"""Repairs feed each other (an entity may hide mojibake); real text is stable after two rounds."""

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r" {2,}")
_AROUND_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_AROUND_TAB = re.compile(r" *\t *")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")

_LATIN_LIGATURES = {
    0xFB00 + n: s for n, s in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))
}
# Arabic letters stored as glyphs (old desktop exports). The word ligatures U+FDF0-FDFF (the rial
# sign, honorifics) are characters of their own and stay.
_ARABIC_GLYPHS = (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFD3E), *range(0xFD50, 0xFDF0),
                  *range(0xFE70, 0xFEFD))  # fmt: skip
_DROPPED = (0x00AD, 0x200B, 0x2060, 0xFEFF, 0x180E, 0xFFFE, 0xFFFF, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFC)
"""Soft hyphen, zero-width space, word joiner, byte-order mark, non-characters, object marks.
Joiners (U+200C, U+200D) spell words in Persian and Hindi and build emoji: they stay, as do all
direction marks."""


@lru_cache(maxsize=1)
def _mapping() -> dict[int, str | None]:
    """What is replaced character by character; ``None`` goes."""
    table: dict[int, str | None] = dict(_LATIN_LIGATURES)
    for code in _ARABIC_GLYPHS:
        table[code] = unicodedata.normalize("NFKC", chr(code)).strip() or None
    for code in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000):
        table[code] = " "
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), *_DROPPED):
        table[code] = None
    del table[0x09], table[0x0A]
    return table


@lru_cache(maxsize=1)
def _replaced() -> re.Pattern[str]:
    """A character of :func:`_mapping`, or a line end that is none of ours. Most texts hold none."""
    return re.compile(f"[{re.escape(''.join(map(chr, _mapping())))}\u2028\u2029]")


def normalise(text: str) -> str:
    """
    *text* as we keep it. Paragraphs and blank lines stay where they are.

    No-break, thin and ideographic spaces become plain ones and runs of them one; soft hyphens,
    zero-width characters other than joiners, controls and lone surrogates go; ligatures are
    spelled out; mojibake is undone; direction marks stay.

    Example:
        >>> normalise("\\ufeffA\\u00a0 b\\r\\nof\\ufb01ce\\u00ad")
        'A b\\noffice'
    """
    for _ in range(_ROUNDS):
        if _is_plain(text):
            return _spaced(text)
        settled = _normalise_once(text)
        if settled == text:
            break
        text = settled
    return text


def normalise_line(text: str) -> str:
    """
    *text* as one line: as :func:`normalise`, with breaks and tabs turned into spaces.

    Example:
        >>> normalise_line(" two\\n lines ")
        'two lines'
    """
    return " ".join((text if _is_plain(text) else normalise(text)).split())


def _is_plain(text: str) -> bool:
    """Only its spaces may have to be settled. Nearly all text is plain."""
    return (
        _replaced().search(text) is None
        and not may_be_mojibake(text)
        and unicodedata.is_normalized("NFC", text)
    )


def _normalise_once(text: str) -> str:
    text = _LINE_ENDS.sub("\n", repair_mojibake(text))
    text = _replaced().sub(lambda found: _mapping()[ord(found[0])] or "", text)
    return _spaced(unicodedata.normalize("NFC", text))


def _spaced(text: str) -> str:
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if "\t" in text:
        text = _AROUND_TAB.sub("\t", text)
    if "\n" in text:
        text = _AROUND_BREAK.sub("\n", text)
    return text.strip()


def repair_mojibake(text: str) -> str:
    """
    Undo text that was decoded with the wrong encoding, line by line; leave the rest alone.

    Example:
        >>> repair_mojibake("the cafÃ© on the corner")
        'the café on the corner'
    """
    if not may_be_mojibake(text):
        return text
    import ftfy
    from ftfy.badness import is_bad

    def repaired(line: str) -> str:
        return str(ftfy.fix_encoding(line)) if may_be_mojibake(line) and is_bad(line) else line

    return "\n".join(map(repaired, text.split("\n")))


def may_be_mojibake(text: str) -> bool:
    """
    Whether it is worth asking ftfy, whose expression is slow: it looks for two characters beyond
    ASCII side by side, and for a few that stand alone.
    """
    return not text.isascii() and _SUSPECT.search(text) is not None


_SUSPECT = re.compile("[^\x00-\x7f](?:[^\x00-\x7f]|(?<=[ŒœÃÂ\x80-\x9f]))")


def unescape_entities(text: str) -> str:
    """
    Character references that were escaped once too often, resolved (row B58).

    For text, never for HTML: ``&lt;`` becomes a plain ``<``.

    Example:
        >>> unescape_entities("Fish &amp;amp; chips")
        'Fish & chips'
    """
    for _ in range(_ROUNDS):
        if not _ENTITY.search(text):
            break
        settled = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
        if settled == text:
            break
        text = settled
    return text


# --- Bytes ------------------------------------------------------------------------------------

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURE, _DECLARED, _DAMAGED, _GUESSED, _LAST_RESORT = 1.0, 0.9, 0.7, 0.6, 0.2
_SAMPLE = 65_536
"""Bytes shown to the detector; its time grows with them, its answer does not get better."""
_COMMON = re.compile("[\t\n\r -~、。，．]")
_COMMON_SHARE = 0.01
"""Of all characters: even Chinese has that many stops and line ends."""
_SEQUENCES = 3
"""Letters in UTF-8 that no other encoding spells by accident, if there are more of them than errors."""
_CLEARLY = 0.3
_READS = 0.5
"""A text that is less surely in any language was hardly decoded right."""
_BAD_SHARE = 0.005
"""Undecodable share up to which a text is still damaged UTF-8 rather than something else."""
_WEB_PAGES = (
    "cp1250", "iso8859_2", "cp1251", "koi8_r", "koi8_u", "cp1252", "cp1253", "iso8859_7", "cp1254",
    "cp1255", "cp1256", "cp1257", "cp874", "cp932", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
"""What the web was written in; the code pages of old terminals and Macs only win by accident."""
# What pages call Latin-1 is Windows-1252 (WHATWG Encoding Standard, section 4.2).
_WEB_LABELS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254",
               "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
               "shift_jis": "cp932"}  # fmt: skip


def decode(data: bytes, declared: str | None = None) -> tuple[str, str, float]:
    """
    *data* as text: by its byte-order mark, else as UTF-8, else as declared, else as detected.

    Args:
        data: The bytes received.

        declared: Charset named by the transport or the document, in any spelling.

    Returns:
        The text (undecodable bytes as U+FFFD), the codec's name, and how sure it is (0 to 1).

    Example:
        >>> decode("Zażółć".encode("cp1250"), "windows-1250")
        ('Zażółć', 'cp1250', 0.9)
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace"), codec, _SURE
    return _strictly(data) or _as_declared(data, declared) or _as_detected(data)


def _strictly(data: bytes) -> tuple[str, str, float] | None:
    if b"\x1b$" in data or b"\x1b(J" in data:
        return _try(data, "iso2022_jp", _DECLARED)
    return (_wide(data) if b"\x00" in data else None) or _try(data, "utf-8", _SURE)


def _wide(data: bytes) -> tuple[str, str, float] | None:
    """UTF-16 without a mark: read with the right end first it has line ends, spaces and stops."""
    common = {
        codec: len(_COMMON.findall(data[: _SAMPLE * 2].decode(codec, "replace")))
        for codec in ("utf-16-le", "utf-16-be")
    }
    best, other = sorted(common, key=lambda codec: -common[codec])
    enough = common[best] * 2 > _COMMON_SHARE * min(len(data), _SAMPLE * 2)
    return _try(data, best, _DECLARED) if enough and common[best] > 2 * common[other] else None


def _as_declared(data: bytes, declared: str | None) -> tuple[str, str, float] | None:
    try:
        codec = codecs.lookup((declared or "").strip(" \"'"))
    except (LookupError, ValueError):
        return None
    if not codec._is_text_encoding:  # noqa: SLF001 - base64, zip and rot13 are codecs too
        return None
    found = _try(data, _WEB_LABELS.get(codec.name, codec.name), _DECLARED)
    return found and (_contradicted(data, found[1]) or found)


def _contradicted(data: bytes, declared: str) -> tuple[str, str, float] | None:
    """What *data* clearly is instead; Cyrillic that is called Latin is common."""
    if not is_other_script(data[:_SAMPLE]):
        return None
    codec, sure = by_language(data[:_SAMPLE], declared, better=_CLEARLY)
    return None if codec == declared or sure < _READS else _try(data, codec, _GUESSED)


def _as_detected(data: bytes) -> tuple[str, str, float]:
    damaged = data.decode("utf-8", "replace")
    bad = damaged.count("\ufffd")
    good = sum(letter > "\x7f" for letter in damaged[:_SAMPLE]) - bad
    if bad <= max(min(len(damaged) * _BAD_SHARE, good), good if good >= _SEQUENCES else 0):
        return damaged, "utf-8", _DAMAGED
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=[*_WEB_PAGES], enable_fallback=False).best()
    if best is not None and best.encoding:
        codec = _WEB_LABELS.get(codecs.lookup(best.encoding).name, best.encoding)
        if is_other_script(data[:_SAMPLE]):
            return _in_other_script(data, codec)
        if codec in CODE_PAGES:
            codec = code_page_of(without_markup(data[:_SAMPLE])) or codec
        return data.decode(codec, "replace"), codec, _GUESSED
    if is_other_script(data[:_SAMPLE]):
        return _in_other_script(data, "cp1252")
    return data.decode("cp1252", "replace"), "cp1252", _LAST_RESORT


def _in_other_script(data: bytes, guess: str) -> tuple[str, str, float]:
    codec, sure = by_language(data[:_SAMPLE], guess)
    return data.decode(codec, "replace"), codec, _GUESSED if sure >= _READS else _LAST_RESORT


def _try(data: bytes, codec: str, confidence: float) -> tuple[str, str, float] | None:
    try:
        return data.decode(codec), codec, confidence
    except (UnicodeError, ValueError):
        return None
