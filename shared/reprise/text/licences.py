"""
Known licences, from an address, an SPDX id or a usual name in any of our languages.

``resolve`` reads a value that is meant to be a licence and nothing else: one word it does not
know, or two statements that disagree, and the answer is ``None`` (absent permission is "no";
rows B27, C19; AL-01). ``find_licence`` looks for one inside running text. What a licence allows
here is decided in the rights room.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import unquote

from reprise.text import licence_names as names
from reprise.text.known_licences import KNOWN, Known


@dataclass(frozen=True)
class Licence:
    """
    One licence as published by its steward.

    Attributes:
        id: SPDX id where there is one, else ``LicenseRef-…``; without a version when none is
            stated (``CC-BY``).
        url: Its own address; ``None`` where the version decides the address and is not known.
        family: What its versions and ports share: ``cc-by-nc``, ``ogl-uk`` …
        jurisdiction: Country code of a port or of a government licence; for Creative Commons also
            ``international``, ``unported`` or ``generic``; ``None`` if not stated.
        attribution: Naming the author is a condition.
        commercial: Commercial use is allowed.
        derivatives: Changed versions are allowed.
        public_domain: No rights are left, or all are waived.
    """

    id: str
    name: str
    url: str | None
    family: str
    version: str | None = None
    jurisdiction: str | None = None
    attribution: bool = True
    share_alike: bool = False
    commercial: bool = True
    derivatives: bool = True
    public_domain: bool = False

    def agrees_with(self, other: Licence) -> bool:
        """
        Say whether both can be the same licence; what one leaves unsaid does not count.

        >>> resolve("CC BY").agrees_with(resolve("CC-BY-4.0"))
        True
        """
        return (
            self.family == other.family
            and _same_or_unsaid(self.version, other.version)
            and _same_or_unsaid(self.jurisdiction, other.jurisdiction)
        )


@dataclass(frozen=True)
class StatedLicence:
    """A licence named in running text: the words, where they stand, and what they resolve to."""

    text: str
    start: int
    end: int
    licence: Licence | None


def resolve(text: str) -> Licence | None:
    """
    Read *text* as the name, SPDX id or address of one known licence.

    Strict: unknown words, impossible combinations (no derivatives and share alike) and an
    address that disagrees with the name beside it give ``None``.

    >>> resolve("https://creativecommons.org/licenses/by-nc/3.0/de/").id
    'CC-BY-NC-3.0-DE'
    >>> resolve("Attribution-ShareAlike 4.0 International").id
    'CC-BY-SA-4.0'
    >>> resolve("CC BY, except for pictures") is None
    True
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if not text or len(text) > _LONGEST:
        return None
    found = [_from_address(match.group()) for match in _ADDRESS.finditer(text)]
    rest = _ADDRESS.sub(" ", text)
    if re.search(r"\w", rest):
        found.append(_from_name(rest))
    return _one_of(found)


def find_licence(text: str) -> StatedLicence | None:
    """
    Find the first licence named in running text.

    Offsets count characters of *text*. Several statements that agree (a name and its address)
    count as one; if they disagree, or only *Creative Commons* is said, ``licence`` is ``None``.
    """
    spans = sorted(_spans(text))
    if not spans:
        return None
    start, end = spans[0]
    said = [text[a:b] for a, b in spans if not _only_commons(text[a:b])]
    return StatedLicence(text[start:end], start, end, _one_of([resolve(one) for one in said]))


def contradicts(licence_text: str, url: str) -> bool:
    """
    Say whether the licence that *licence_text* names and the one at *url* are different ones.

    What cannot be resolved contradicts nothing; that it is unknown is another finding.

    >>> contradicts("CC BY-NC 4.0", "https://creativecommons.org/licenses/by/4.0/")
    True
    >>> contradicts("CC BY", "https://creativecommons.org/licenses/by/4.0/")
    False
    """
    stated = resolve(licence_text)
    if stated is None and (found := find_licence(licence_text)):
        stated = found.licence
    linked = resolve(url)
    return stated is not None and linked is not None and not stated.agrees_with(linked)


# --- Addresses ------------------------------------------------------------------------------------

_LONGEST = 400
"""No licence's name is longer; what is longer is terms, not a name."""

_ADDRESS = re.compile(
    r"<?(?:https?://|\bwww\.)[^\s<>\"'”“»）]+>?|\bcreativecommons\.org/[^\s<>\"'”“»）]+",
    re.IGNORECASE,
)
_CC_LICENCE = re.compile(
    r"creativecommons\.org/licen[cs]es/(?P<code>[a-z]{2}(?:-[a-z]{2})*)"
    r"(?:/(?P<version>\d\.\d))?(?:/(?P<port>[a-z]{2,8}))?(?:/(?:deed|legalcode|rdf).*)?/?$"
)
_CC_PUBLIC_DOMAIN = re.compile(
    r"creativecommons\.org/(?:publicdomain|licen[cs]es)/(?P<what>zero|mark)(?:/1\.0)?(?:/|$)"
)
_VERSIONS = frozenset({"1.0", "2.0", "2.1", "2.5", "3.0", "4.0"})
_CODES = {
    frozenset({"by"}): "by",
    frozenset({"by", "nc"}): "by-nc",
    frozenset({"by", "nd"}): "by-nd",
    frozenset({"by", "sa"}): "by-sa",
    frozenset({"by", "nc", "nd"}): "by-nc-nd",
    frozenset({"by", "nc", "sa"}): "by-nc-sa",
}


def _from_address(address: str) -> Licence | None:
    """Resolve an address; language of the deed, scheme, ``www.`` and capitals do not matter."""
    bare = unquote(address).strip("<>()[].,;: ").split("#")[0].split("?")[0].casefold()
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", bare)
    if match := _CC_PUBLIC_DOMAIN.match(bare):
        return CC0 if match["what"] == "zero" else PUBLIC_DOMAIN_MARK
    if match := _CC_LICENCE.match(bare):
        parts = match["code"].split("-")
        return _creative_commons(parts, match["version"], match["port"], implied=True)
    for known in KNOWN:
        if known.address and re.match(known.address, bare, re.IGNORECASE):
            return _from_row(known)
    return None


# --- Names ----------------------------------------------------------------------------------------

_LETTER = r"[^\W\d_]"
_LATIN = r"[a-zà-öø-ÿ]"
"""Chinese and Japanese put no space between words, so only Latin words need an end."""
_OUTER_BAR = re.compile(r"\|(?![^(]*\))")
"""A bar outside parentheses; tables nest none."""


def _flexible(table: str) -> str:
    """
    Make a pattern of a table of phrases: longest first, ``-`` as any separator, accents optional.
    """
    phrases = sorted(
        _OUTER_BAR.split(re.sub(r"\s*\n\s*", "", table).strip()), key=len, reverse=True
    )
    return "|".join(_flexible_phrase(phrase) for phrase in phrases if phrase)


_PIECE = re.compile(r"\[[^\]]*\]|\\.|.", re.DOTALL)
_SEPARATOR = r"[\s‐-―_.,&-]*"


def _flexible_phrase(phrase: str) -> str:
    """Make a pattern of one phrase; what stands in a class or is escaped stays as it is."""
    return "".join(_flexible_piece(piece) for piece in _PIECE.findall(phrase))


def _flexible_piece(piece: str) -> str:
    plain = unicodedata.normalize("NFD", piece)[0]
    if piece == "-":
        return _SEPARATOR
    return f"[{piece}{plain}]" if plain != piece and plain.isalpha() and plain.isascii() else piece


_KINDS = ("by", "nc", "nd", "sa", "commons", "unported", "generic", "international", "licence")


@cache
def _token() -> re.Pattern[str]:
    """One word of a Creative Commons name, as named groups; short codes must stand alone."""
    long = {kind: _flexible(getattr(names, kind.upper())) for kind in _KINDS}
    parts = [f"(?P<{kind}>{long[kind]})" for kind in ("nc", "nd", "sa", "commons", "by")]
    parts += [f"(?P<{kind}>(?:{long[kind]})(?!{_LATIN}))" for kind in _KINDS[5:8]]
    parts += [f"(?P<port>(?:{_flexible('|'.join(names.JURISDICTIONS.values()))})(?!{_LATIN}))"]
    parts += [
        rf"(?P<zero>zero(?!{_LETTER})|0(?!\.?\d))",
        r"(?P<dedication>public[\s-]*domain[\s-]*dedication|universal)",
    ]
    parts += [r"(?P<mark>public[\s-]*domain[\s-]*mark|pdm(?![a-z]))"]
    parts += [rf"(?P<code>(?:by|nc|nd|sa)(?!{_LETTER}))", rf"(?P<cc>cc(?!{_LETTER})|cc(?=by|0))"]
    codes = "|".join(names.JURISDICTIONS)
    # In small letters behind a space, most codes are words: "CC BY 3.0 in full".
    port = rf"(?:-(?P<country>(?:{codes})(?!{_LETTER}))|\s(?P<port_code>(?-i:{codes.upper()})(?!{_LETTER})))"
    parts += [rf"v?(?P<version>[1-4](?:[.,][015])?)(?![.,]?\d){port}?"]
    parts += [f"(?P<licence>(?:{long['licence']})(?!{_LATIN}))"]
    parts += [f"(?P<filler>(?:{_flexible(names.FILLERS)})(?!{_LETTER}))"]
    return re.compile("|".join(parts), re.IGNORECASE)


_BETWEEN = re.compile(r"[\W_]+")


def _from_name(text: str) -> Licence | None:
    """Resolve a name: a row of the table, or words that are all of a Creative Commons name."""
    bare = text.strip(" \t\n.,;:()[]{}\"'“”„«»<>")
    return _from_row_name(bare) or _public_domain_name(bare) or _from_words(bare)


def _from_row_name(text: str) -> Licence | None:
    for known in KNOWN:
        if _row_pattern(known).fullmatch(text):
            return _from_row(known)
    return None


_LEAD = r"(?:(?:licen[cs]ed|published|released)?[\s-]*under\s+)?(?:the\s+|a\s+)?"


@cache
def _row_pattern(known: Known) -> re.Pattern[str]:
    own = "|".join(re.escape(text).replace(r"\ ", " ") for text in (known.id, known.name))
    usual = f"|{_flexible_phrase(known.names)}" if known.names else ""
    return re.compile(rf"{_LEAD}(?:{own}{usual})(?:\s+licen[cs]e)?", re.IGNORECASE)


@cache
def _public_domain_pattern() -> re.Pattern[str]:
    words = _flexible(names.PUBLIC_DOMAIN)
    return re.compile(
        rf"(?:this work is )?(?:in (?:the )?|en |dans le |el |im )?(?:{words})", re.IGNORECASE
    )


def _public_domain_name(text: str) -> Licence | None:
    return PUBLIC_DOMAIN if _public_domain_pattern().fullmatch(text) else None


def _from_words(text: str) -> Licence | None:
    """Read the words one after the other; one that is unknown ends it."""
    words: dict[str, set[str]] = {}
    position = 0
    while position < len(text):
        if gap := _BETWEEN.match(text, position):
            position = gap.end()
            continue
        match = _token().match(text, position)
        if match is None or match.end() == position:
            return None
        for kind, word in match.groupdict().items():
            if word is not None:
                words.setdefault(kind, set()).add(word.casefold())
        position = match.end()
    return _from_parts(words)


def _from_parts(words: dict[str, set[str]]) -> Licence | None:
    """Put the words of a name together, if they say one thing."""
    versions = {_full_version(version) for version in words.get("version", ())}
    if len(versions) > 1:
        return None
    version = versions.pop() if versions else None
    anchored = bool(words.keys() & {"cc", "commons"})
    if words.keys() & {"zero", "dedication"}:
        return CC0 if anchored and version in (None, "1.0") and not _elements(words) else None
    if "mark" in words:
        return PUBLIC_DOMAIN_MARK if version in (None, "1.0") and not _elements(words) else None
    if not anchored and not _speaks_for_itself(words, version):
        return None
    ports = _ports(words)
    if len(ports) > 1 or not _codes_and_words_agree(words):
        return None
    return _creative_commons(sorted(_elements(words)), version, ports.pop() if ports else None)


def _full_version(stated: str) -> str:
    return stated.replace(",", ".") if len(stated) > 1 else f"{stated}.0"


def _elements(words: dict[str, set[str]]) -> set[str]:
    return {kind for kind in ("by", "nc", "nd", "sa") if kind in words} | words.get("code", set())


def _codes_and_words_agree(words: dict[str, set[str]]) -> bool:
    """``Attribution 4.0 International (CC BY-NC 4.0)`` says two things."""
    spelled = {kind for kind in ("by", "nc", "nd", "sa") if kind in words}
    return not spelled or not words.get("code") or spelled == words["code"]


def _speaks_for_itself(words: dict[str, set[str]], version: str | None) -> bool:
    """Say whether it is a name without *Creative Commons*: ``BY-NC 4.0``, ``Attribution 4.0``."""
    if "by" in words:
        return version is not None or len(_elements(words)) > 1
    return "by" in words.get("code", ()) and version is not None and len(_elements(words)) > 1


def _ports(words: dict[str, set[str]]) -> set[str]:
    stated: set[str] = {kind for kind in ("unported", "generic", "international") if kind in words}
    stated |= words.get("country", set()) | words.get("port_code", set())
    for name in words.get("port", ()):
        stated.add(next(code for code, pattern in _port_patterns() if pattern.fullmatch(name)))
    return stated


@cache
def _port_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (code, re.compile(_flexible(table), re.IGNORECASE))
        for code, table in names.JURISDICTIONS.items()
    )


# --- Licences -------------------------------------------------------------------------------------

_WORDS = {"by": "Attribution", "nc": "NonCommercial", "nd": "NoDerivatives", "sa": "ShareAlike"}
CC0 = Licence(
    id="CC0-1.0",
    name="CC0 1.0 Universal",
    url="https://creativecommons.org/publicdomain/zero/1.0/",
    family="cc0",
    version="1.0",
    attribution=False,
    public_domain=True,
)
PUBLIC_DOMAIN_MARK = Licence(
    id="CC-PDM-1.0",
    name="Public Domain Mark 1.0",
    url="https://creativecommons.org/publicdomain/mark/1.0/",
    family="cc-pdm",
    version="1.0",
    attribution=False,
    public_domain=True,
)
PUBLIC_DOMAIN = Licence(
    id="LicenseRef-public-domain",
    name="Public domain",
    url=None,
    family="public-domain",
    attribution=False,
    public_domain=True,
)


def _creative_commons(
    parts: list[str], version: str | None, port: str | None, *, implied: bool = False
) -> Licence | None:
    """Build the licence of these elements; *implied*: an address without a port means none."""
    code = _CODES.get(frozenset(parts))
    if code is None or (version is not None and version not in _VERSIONS):
        return None
    port = port or (_unported(version) if implied else None)
    if not _port_fits(version, port):
        return None
    licence = Licence(
        id=f"CC-{code.upper()}",
        name=f"Creative Commons {'-'.join(_WORDS[part] for part in code.split('-'))}",
        url=None,
        family=f"cc-{code}",
        share_alike="sa" in parts,
        commercial="nc" not in parts,
        derivatives="nd" not in parts,
    )
    return (
        _in_version(licence, code, version, port)
        if version
        else replace(licence, jurisdiction=port)
    )


def _in_version(licence: Licence, code: str, version: str, port: str | None) -> Licence:
    ported = port in names.JURISDICTIONS
    stated = f" {str(port).upper() if ported else str(port).title()}" if port else ""
    return replace(
        licence,
        id=f"{licence.id}-{version}" + (f"-{str(port).upper()}" if ported else ""),
        name=f"{licence.name} {version}{stated}",
        url=f"https://creativecommons.org/licenses/{code}/{version}/"
        + (f"{port}/" if ported else ""),
        version=version,
        jurisdiction=port,
    )


def _unported(version: str | None) -> str | None:
    """What the licence without a port is called, by version."""
    return {"4.0": "international", "3.0": "unported", None: None}.get(version, "generic")


def _port_fits(version: str | None, port: str | None) -> bool:
    """Version 4.0 was never ported; each version has its own word for the licence without one."""
    if port is None or version is None:
        return port is None or port in names.JURISDICTIONS or version is None
    if port in names.JURISDICTIONS:
        return version != "4.0"
    return port == _unported(version) or (port == "unported" and version in {"1.0", "2.0", "2.5"})


def _from_row(known: Known) -> Licence:
    return Licence(
        id=known.id,
        name=known.name,
        url=known.url,
        family=known.family,
        version=known.version,
        jurisdiction=known.jurisdiction,
        attribution="b" in known.terms,
        share_alike="s" in known.terms,
        commercial="n" not in known.terms,
        derivatives="d" not in known.terms,
        public_domain="p" in known.terms,
    )


def _one_of(found: list[Licence | None]) -> Licence | None:
    """The most precise of several statements, if all are known and agree."""
    known = [licence for licence in found if licence is not None]
    if not known or len(known) < len(found):
        return None
    best = max(known, key=lambda one: (one.version is not None, one.jurisdiction is not None))
    return best if all(best.agrees_with(other) for other in known) else None


def _same_or_unsaid(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


# --- In running text ------------------------------------------------------------------------------

_ANCHOR = re.compile(
    r"creative[\s-]?commons|creativecommons\.org|(?<![a-z0-9])cc[\s-]?(?:(?:by|0|zero)(?![a-z0-9])|li[csz]en)",
    re.IGNORECASE,
)
_APART = re.compile(r"[\s\-‐-―/,.()\[\]\"“”„«»:&_]{0,4}")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where licences are named in *text*, each as (start, end)."""
    for address in _ADDRESS.finditer(text):
        if _from_address(address.group()):
            yield address.start(), address.end()
    if _commons_in(text):
        yield from _commons_spans(_ADDRESS.sub(lambda match: "\0" * len(match.group()), text))
    for pattern in _running_patterns():
        if match := pattern(text):
            yield match.start(), match.end()


@cache
def _commons_word() -> re.Pattern[str]:
    return re.compile(f"{_ANCHOR.pattern}|{_flexible(names.COMMONS)}", re.IGNORECASE)


def _commons_in(text: str) -> bool:
    return _commons_word().search(text) is not None


def _commons_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of words that all belong to Creative Commons names and hold an anchor."""
    run: list[re.Match[str]] = []
    for match in _tokens_in(text):
        if run and not _APART.fullmatch(text, run[-1].end(), match.start()):
            yield from _trimmed(run)
            run = []
        run.append(match)
    yield from _trimmed(run)


def _tokens_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of licence names that start where a word starts, or where one ended."""
    end = -1
    for match in _token().finditer(text):
        start = match.start()
        if start in (0, end) or not (text[start - 1].isalnum() and text[start - 1].isascii()):
            end = match.end()
            yield match


def _only_commons(text: str) -> bool:
    """Say whether *text* is "a Creative Commons licence" and does not say which."""
    kinds = {match.lastgroup for match in _token().finditer(text)}
    return "commons" in kinds and kinds <= {"commons", "licence", "filler"}


_MEANINGFUL = {"by", "nc", "nd", "sa", "commons", "zero", "dedication", "mark", "code", "cc"}


def _trimmed(run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the span of a run without fillers at its ends, if it names Creative Commons."""
    kinds = [match.lastgroup for match in run]
    if not {"cc", "commons"} & set(kinds):
        return
    while kinds and kinds[0] in {"filler", "licence", "version", "country"}:
        kinds.pop(0)
        run = run[1:]
    while kinds and (_is_by_whom(run) or _is_filler(kinds)):
        kinds.pop()
        run = run[:-1]
    if set(kinds) & _MEANINGFUL:
        yield run[0].start(), run[-1].end()


def _is_filler(kinds: list[str | None]) -> bool:
    return kinds[-1] in {"filler", "port"} and kinds[-2:-1] != ["version"]


def _is_by_whom(run: list[re.Match[str]]) -> bool:
    """The second "by" of "CC BY 4.0 by Ada Kray" says whose it is."""
    *before, last = [match.group().casefold() for match in run]
    return last == "by" and "by" in before


@cache
def _running_patterns() -> tuple[Callable[[str], re.Match[str] | None], ...]:
    """Searches for the other licences' names inside a sentence; short codes are left out."""
    rows = [_flexible_phrase(known.names) for known in KNOWN if known.names]
    words = f"{'|'.join(rows)}|{_flexible(names.PUBLIC_DOMAIN)}"
    return (re.compile(rf"(?<!{_LETTER})(?:{words})(?!{_LETTER})", re.IGNORECASE).search,)
