"""
Lines of a page that say who wrote it, and what looks like a person's name (row B9).

Like ``boilerplate``, this answers for one line by itself.
"""

from __future__ import annotations

import re

from reprise.text.boilerplate import fold, weigh
from reprise.text.boilerplate_words import BYLINE_SUFFIXES
from reprise.text.page_times import has_time, is_time_line, split_meta
from reprise.text.page_words import word_sets

_PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "do",
        "du",
        "des",
        "la",
        "le",
        "les",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "te",
        "zu",
        "zur",
        "af",
        "av",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "y",
        "e",
    ]
)
_AND = re.compile(
    r"\s*(?:,|;|、|،|・|&|\+|\s(?:and|und|et|y|e|en|och|og|ja|i|oraz|a|ve|и|та|і|й|και|și|si|és|dan|và|और|व)\s|\sו(?=[א-ת]{2,}\s)|和|及)\s*"
)
_HAN_NAME = re.compile(r"^[\u4e00-\u9fff々]{1,3}[ ・]?[\u4e00-\u9fff々]{2,3}$")
_HAN_BYLINE = re.compile(
    r"^[（(【]?(?:本報|本报|特約|特约|实习|實習)?(?:記者|记者|撰文|作者|通讯员)\s?[：:／/]?\s?([\u4e00-\u9fff]{2,4}?)"
    r"(?=$|[\s／/、）)】]|報導|报道|撰|摄|攝|文)"
)
_IN_PLACE = re.compile(r"\s+(?:in|aus|à|a|en|em|da|te|i|w|в|у|из|az)\s+[^\W\d].*$")
_EMAIL = re.compile(
    r"[(<\[]?\s*[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+\s*[)>\]]?|(?<!\w)@\w{1,40}"
)
_FIRST_NAMES = frozenset({"theo", "di", "von"})
"""Words for *by* that are first names too: a single name behind them is a surname."""
_MAX_NAME_WORDS = 5
_MAX_BYLINE = 16.0
_LONGEST_NAME = 60
_MAX_OFFICE = 14.0
_MAX_SIGNED = 16


def read_byline(line: str) -> tuple[str, ...]:
    """
    The names in a *line* that says who wrote it; empty when it does not say so.

    Example:
        >>> read_byline("Von Anna Sommer und Jan de Vries, Hamburg")
        ('Anna Sommer', 'Jan de Vries')
        >>> read_byline("By the river stands a mill.")
        ()
    """
    if weigh(line) > _MAX_BYLINE or len(line) > 200:  # noqa: PLR2004 - a line of names
        return ()
    first = split_meta(_EMAIL.sub(" ", line))
    if len(first) > 1 and is_byline_prefix(first[0]):
        return _names(first[1])  # 文｜name
    for part in first[:2]:
        names = _before_suffix(part) or _after_prefix(part)
        if names:
            return names
    return ()


_INLINE = re.compile(
    r"[（(【](?:[^（()）【】]{0,8}[,，\s])?(?:本报|本報|本网|本網|本刊|特约|特約|实习|實習|见习|見習|全媒体)*(?:记者|記者|通讯员|通訊員)"
    r"[\s:：／/]*([\u4e00-\u9fff·]{2,4}(?:[\s、,，]+[\u4e00-\u9fff·]{2,4}){0,5})(?:[／/\s][^）)】]{0,12})?[）)】]"
)


def read_inline_byline(paragraph: str) -> tuple[str, ...]:
    """
    The reporters that a *paragraph* names in brackets at its beginning or end.

    Example:
        >>> read_inline_byline("本报讯（记者 林小雨 陈大山）老渡口昨日重新开放。")
        ('林小雨', '陈大山')
    """
    for part in (paragraph[:60], paragraph[-40:]):
        if found := _INLINE.search(part):
            return tuple(re.split(r"[\s、,，]+", found.group(1).strip()))
    return ()


def read_signed_time(line: str) -> tuple[tuple[str, ...], str]:
    """
    Names and time of a line that has the time first: ``3 May 2020 by Ada Kern``.

    Example:
        >>> read_signed_time("Veröffentlicht am 3. Mai 2020 von Ada Kern")
        (('Ada Kern',), 'Veröffentlicht am 3. Mai 2020')
    """
    tokens = line.split()
    if len(tokens) <= _MAX_SIGNED and has_time(line):
        for at in range(2, len(tokens) - 1):
            before = " ".join(tokens[:at])
            if fold(tokens[at]) in word_sets()["byline"] and is_time_line(before):
                names = _names(" ".join(tokens[at + 1 :]))
                if names and is_name(names[0]):
                    return names, before
    return (), ""


def is_byline_prefix(line: str) -> bool:
    """Whether *line* is only the word before a name (``By``), the name being on the next line."""
    return fold(line) in word_sets()["byline"]


def _after_prefix(part: str) -> tuple[str, ...]:
    head, colon, rest = part.partition(":") if ":" in part else part.partition("：")
    if colon and fold(head) in word_sets()["byline"]:
        return _names(rest)
    slash = re.split(r"[/／・]", part, maxsplit=1)
    if len(slash) > 1 and fold(slash[0]) in word_sets()["byline"]:
        return _names(re.split(r"[/／]", slash[1])[0])
    tokens = part.split()
    for size in range(min(4, len(tokens) - 1), 0, -1):
        prefix, rest = fold(" ".join(tokens[:size])), " ".join(tokens[size:])
        if prefix not in word_sets()["byline"]:
            continue
        names = _names(rest)
        if prefix not in _FIRST_NAMES or len(names) > 1 or all(map(is_name, names)):
            return names
    return ()


def _before_suffix(part: str) -> tuple[str, ...]:
    """``김하늘 기자``, ``山田太郎 記者``, ``記者陳怡君／東嶼報導``: the office and the name in one."""
    written = _HAN_BYLINE.match(part)
    if written:
        return (written.group(1),)
    bare = part.strip("[]【】()（）= ")
    for suffix in BYLINE_SUFFIXES.replace("|", " ").split():
        name = bare.removesuffix(suffix).strip(" =ㆍ·")
        if name != bare and 2 <= len(name.replace(" ", "")) <= 8:  # noqa: PLR2004 - names in these scripts
            return tuple(n.strip() for n in re.split(r"[·ㆍ,、]", name) if n.strip())
    return ()


def _names(text: str) -> tuple[str, ...]:
    """Names strung together, up to the first part that is none."""
    found = []
    for number, part in enumerate(_AND.split(_until_time(text))):
        if number and _is_photographer(part):
            continue
        bare = _IN_PLACE.sub("", _IN_ROUND.sub("", part)).strip(" .()[]")
        if not bare or fold(bare) in word_sets()["role"]:
            continue
        if is_name(bare) or (number == 0 and is_single_name(bare)):
            found.append(bare)
        elif number == 0:
            return ()
    return tuple(found)


_IN_ROUND = re.compile(r"\s*\(([^()]*)\)?")


def _is_photographer(part: str) -> bool:
    """``Jan Ruh (photos)``."""
    return any(
        fold(word) in word_sets()["credit"]
        for found in _IN_ROUND.findall(part)
        for word in found.split()
    )


def _until_time(text: str) -> str:
    """``Ada Kern March 18 at 3:57`` is the name before the date."""
    tokens = text.split()
    for number, token in enumerate(tokens):
        if any(c.isdigit() for c in token) or _is_month_of_date(tokens, number):
            return " ".join(tokens[:number])
    return text


def _is_month_of_date(tokens: list[str], number: int) -> bool:
    """``May 3``; ``Jan`` alone is a first name."""
    following = tokens[number + 1] if number + 1 < len(tokens) else ""
    return number > 1 and (
        fold(tokens[number].strip(",")) in word_sets()["weekday"]
        or (fold(tokens[number]) in word_sets()["month"] and following[:1].isdigit())
    )


def names_in(line: str) -> tuple[str, ...]:
    """
    The names that a *line* consists of, when it consists of nothing else.

    Example:
        >>> names_in("Ada Kern, Jan de Vries"), names_in("Ada Kern, Bergen 2020")
        (('Ada Kern', 'Jan de Vries'), ())
    """
    parts = [part.strip() for part in _AND.split(line)]
    return tuple(parts) if all(map(is_name, parts)) else ()


def name_before_time(line: str) -> str:
    """
    The name that a line with a time begins with, unmarked.

    Example:
        >>> name_before_time("Ada Kern 23 aug. 2022, 16:30")
        'Ada Kern'
    """
    tokens = line.split()
    at = next((at for at, token in enumerate(tokens) if token[:1].isdigit()), 0)
    name = " ".join(tokens[:at])
    known = word_sets()["label word"] | word_sets()["month"] | word_sets()["weekday"]
    strange = not any(fold(token) in known for token in tokens[:at])
    return name if strange and is_name(name) else ""


def is_single_name(text: str) -> bool:
    """Whether *text* is one to five capitalised words: a name, perhaps of one word."""
    tokens = [token for token in text.split() if token.casefold() not in _PARTICLES]
    short = 0 < len(tokens) <= _MAX_NAME_WORDS and not any(c.isdigit() for c in text)
    return short and all(map(_is_capitalised, tokens))


def is_name(text: str) -> bool:
    """
    Whether *text* may be a person's full name: two to five capitalised words.

    In scripts without capitals, two to five short words, or two to six letters of a script
    without spaces.

    Example:
        >>> is_name("Jan de Vries"), is_name("Middle East correspondent")
        (True, False)
    """
    text = text.strip()
    if not text or len(text) > _LONGEST_NAME or any(c.isdigit() or c in ":?!;/|,،、" for c in text):
        return False
    tokens = text.replace("-", " ").split()
    if _HAN_NAME.match(text):
        return True
    if not 2 <= len(tokens) <= _MAX_NAME_WORDS:  # noqa: PLR2004 - first and last name
        return False
    content = [token for token in tokens if token.casefold() not in _PARTICLES]
    lower = [token for token in content if not _is_capitalised(token)]
    # Hye-jin, Jean-luc: the second half of a first name may be small.
    return len(content) > 1 and all(f"-{token}" in text for token in lower) and len(lower) <= 1


def _is_capitalised(token: str) -> bool:
    letter = next((c for c in token if c.isalpha()), "")
    return bool(letter) and (
        letter.isupper() or letter == letter.upper() == letter.lower() or letter.istitle()
    )


def is_role(line: str) -> bool:
    """Whether a short *line* is an office: ``Reporter``, ``Professor of History``."""
    tokens = fold(line).split()
    if not tokens or weigh(line) > _MAX_OFFICE:
        return False
    starts = {" ".join(tokens[:size]) for size in (1, 2, 3)}
    return bool(starts & word_sets()["role"]) or tokens[-1] in word_sets()["role"]
