"""
Lines that say something about the article: picture credits, times, bylines.

Like ``boilerplate``, these answer for one line by itself. They find, they do not interpret: what
day ``05/04`` is, is for ``dates`` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reprise.text import boilerplate_words as words
from reprise.text.boilerplate import fold, weigh


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[str]]:
    """The lists of words as folded sets."""
    listed = {
        "credit": words.CREDIT_WORDS, "agency": words.AGENCIES, "caption": words.CAPTION_WORDS, "byline": words.BYLINE_PREFIXES,
        "suffix": words.BYLINE_SUFFIXES, "role": words.ROLES, "label": words.TIME_LABELS,
        "relative": words.RELATIVE_TIMES, "reading": words.READING_TIMES,
    }  # fmt: skip
    sets = {
        name: frozenset(fold(part) for part in re.split(r"[|\n]", text) if fold(part))
        for name, text in listed.items()
    }
    sets["month"] = frozenset(map(fold, words.MONTHS.split()))
    sets["weekday"] = frozenset(map(fold, words.WEEKDAYS.split()))
    sets["label word"] = frozenset(word for label in sets["label"] for word in label.split())
    return sets


# --- Picture credits --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PictureLine:
    """What a line below a picture says: ``caption`` is empty when it is only the credit."""

    caption: str
    credit: str


_CREDIT_AT_START = re.compile(
    r"^\W{0,2}([^:：/=|｜／,，،\d]{1,40}?)\s*(?:\.{3}|…|[:：/=|｜／,，،])\s*(.{2,880})$"
)
_CREDIT_MARK = re.compile(r"\.{3}|…|[:：=]")
_CREDIT_BARE = re.compile(
    r"[.!?…)”»|]\s*((?:[Ff]ot|[Ff]oto|[Pp]hoto|[Фф]ото|[Pp]hotograph|[Kk]uva)[. ]\s?[A-ZÀ-ÞА-ЯЁІЇЄ][^.!?]{2,70})$"
)
_IN_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]{2,80})[)）\]】]\.?$")
_TAKEN_BY = ("撮影", "攝", "摄", "提供", "写真", "翻攝", "提供照片", "촬영", "제공")
_COPYRIGHT = re.compile(r"^(.{0,300}?)\s*(?:©|ⓒ|\(c\)|\(C\))\s*(.{2,80})$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BY_ON = re.compile(
    r"^(?:photo|image|picture|foto)s? (?:by|von|par|di|por|door|av|af) (.{2,80})$"
    r"|^[(\[](?:photo|foto|image)s? ([^)\]]{2,80})[)\]]$",
    re.I,
)
_LONGEST_CREDIT = 900
_MAX_CREDIT = 14.0
_CAPTION_LEAST = 6.0
_MAX_CAPTION = 60.0
_BRACKET_CAPTION = 30.0
"""Words. A paragraph of an agency report may end in ``(AFP)``; a caption of this length may too."""


def read_picture_line(line: str) -> PictureLine | None:
    """
    Caption and credit of the picture that *line* stands below, if it says whose the picture is.

    Example:
        >>> read_picture_line("The old mill at dawn (Photo: R. Hale/Northlight)")
        PictureLine(caption='The old mill at dawn', credit='R. Hale/Northlight')
        >>> read_picture_line("Фото: А. Лисина")
        PictureLine(caption='', credit='А. Лисина')
    """
    line = line.strip()
    if len(line) > _LONGEST_CREDIT:
        return None
    if weigh(line) > _MAX_CAPTION:
        return _credit_first(line)
    for read in (
        _credit_first,
        _in_brackets,
        _credit_inside,
        _copyright,
        _agency_alone,
        _after_slash,
    ):
        found = read(line)
        if found:
            return found
    return None


def _is_credit_word(text: str) -> bool:
    return fold(text) in _sets()["credit"]


def _credit_first(line: str) -> PictureLine | None:
    by = _BY_ON.match(line)
    if by and weigh(line) <= _MAX_CREDIT:
        return PictureLine("", (by.group(1) or by.group(2)).strip())
    found = _CREDIT_AT_START.match(line)
    if found and fold(found.group(1)) in _sets()["caption"]:
        return PictureLine(found.group(2).strip(), "")
    if not found or not _is_credit_word(found.group(1)):
        return None
    rest = found.group(2).strip()
    inner = _IN_BRACKETS.search(rest)
    if inner and weigh(rest) > _MAX_CREDIT / 2:
        return PictureLine(rest[: inner.start()].strip(), inner.group(1).strip())
    return PictureLine("", rest)


def _in_brackets(line: str) -> PictureLine | None:
    found = _IN_BRACKETS.search(line)
    if not found:
        return None
    inside, caption = found.group(1).strip(), line[: found.start()].strip()
    named = _credit_first(inside)
    if named:
        return PictureLine(caption, named.credit)
    if inside.endswith(_TAKEN_BY):
        return PictureLine(caption, inside)
    if is_name(inside) and weigh(caption) <= _MAX_CREDIT:
        return PictureLine(caption, inside)
    if _names_agency(inside) and (weigh(caption) <= _BRACKET_CAPTION or "/" in inside):
        return PictureLine(caption, inside)
    return None


def _credit_inside(line: str) -> PictureLine | None:
    """The caption, then ``Photo:`` and whose it is; or the caption, then an agency."""
    for mark in reversed(list(_CREDIT_MARK.finditer(line))):
        credit, before = line[mark.end() :].strip(" )）]】"), line[: mark.start()]
        if weigh(credit) > _MAX_CREDIT:
            return None
        tokens = before.split()
        for size in (2, 1, 3):
            word = " ".join(tokens[-size:]).lstrip("([（【")
            if len(tokens) > size and credit and _is_credit_word(word):
                return PictureLine(" ".join(tokens[:-size]).strip(" |｜(（["), credit)
    return _credit_at_end(line)


def _credit_at_end(line: str) -> PictureLine | None:
    bare = _CREDIT_BARE.search(line)
    if bare and weigh(bare.group(1)) <= _MAX_CREDIT / 2:
        return PictureLine(line[: bare.start(1)].strip(" |"), bare.group(1).split(maxsplit=1)[1])
    head, stop, tail = line.rpartition(". ")
    if stop and fold(tail) in _sets()["agency"] and weigh(head) <= _BRACKET_CAPTION:
        return PictureLine(f"{head}.", tail)
    return None


def _copyright(line: str) -> PictureLine | None:
    found = _COPYRIGHT.match(line)
    if not found or _YEAR.search(found.group(2)) or weigh(found.group(2)) > _MAX_CREDIT:
        return None
    return PictureLine(found.group(1).strip(), found.group(2).strip())


def _agency_alone(line: str) -> PictureLine | None:
    """``AFP via Getty Images``, ``REUTERS/A. Name``, ``Caption words / Shutterstock``."""
    if weigh(line) > _BRACKET_CAPTION or line.endswith((".", "。", "?", "!", ":")):
        return None
    if fold(line) in _sets()["agency"]:
        return PictureLine("", line)
    parts = re.split(r"\s*[/|｜／]\s*|\s+[–—-]\s+|\s+via\s+", line)
    if len(parts) < 2 or not ({fold(parts[-1]), fold(parts[0])} & _sets()["agency"]):  # noqa: PLR2004
        return None
    if weigh(line) <= _MAX_CREDIT / 2:
        return PictureLine("", line)
    return PictureLine("/".join(parts[:-1]).strip(), parts[-1])


def _after_slash(line: str) -> PictureLine | None:
    """``The tower from the wash house. / A. Pastor``: the name after a spaced slash."""
    head, slash, tail = line.rpartition(" / ")
    if not slash or weigh(head) > _BRACKET_CAPTION or not 1 <= len(tail.split()) <= 4:  # noqa: PLR2004
        return None
    named = _is_single_name(tail) and (weigh(head) >= _CAPTION_LEAST or head.endswith("."))
    return PictureLine(head.strip(), tail.strip()) if named else None


def _names_agency(text: str) -> bool:
    if weigh(text) > _MAX_CREDIT:
        return False
    parts = [fold(part) for part in re.split(r"[/|,、／;]|\svia\s", text)]
    return any(part in _sets()["agency"] for part in parts)


# --- Times ------------------------------------------------------------------------------------

_DATE = re.compile(
    r"\b\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|\b\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})\b"
    r"|\d{2,4}\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?|\d{1,2}[月월]\s?\d{1,2}[日일]"
    r"|(?:[Tt]háng|ngày)\s\d{1,2}"
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h：]\d{2}(?::\d{2})?\b|\d{1,2}[時时点시]\s?\d{1,2}[分분]?|\d{1,2}[時시]"
)
_UNITS = re.compile(
    r"\d+\s*\+?\s*(?:second|minute|min|hour|hr|day|week|month|year|stunde|minute|tag|woche|monat|jahr|heure|jour"
    r"|semaine|mois|hora|día|dia|semana|mes|minut|or[ae]|giorn|settiman|mes[ei]|uur|dag|dage|week|weken|timm|tim|dag|veck"
    r"|godzin|dni|dzień|tydz|hodin|dn[iyů]|saat|gün|dakika|hafta|час|мин|дн|ден|недел|мес|год|хв|тижн|ώρ|λεπτ|ημέρ|óra|órá|perc|nap|oră|zile|zi"
    r"|ساع|دقيق|يوم|أيام|اسبوع|أسبوع|روز|دقیقه|שע|דק|ימ|יום|小时|小時|分钟|分鐘|天|時間|分|日|週|周|시간|분|일|주|jam|menit|hari|giờ|phút|ngày|घंट|मिनट|दिन)",
    re.I,
)
_HAN_LABEL = re.compile(r"[\u4e00-\u9fff\u3040-\u30ff]{2,6}[:：]?\s?$")
_ORDINAL = re.compile(r"^\d{1,4}(?:st|nd|rd|th|er|e|º|ª|a|o|г|р|h|hs|hrs|am|pm|uhr|م|ص)?$")
_MAX_TIME = 16.0
_MAX_STRANGERS = 3
"""Words besides the time that such a line may have: an agency, a place."""


def is_time_line(line: str) -> bool:
    """
    Whether *line* says when, and nothing else: published, updated, so long ago, so long to read.

    Example:
        >>> is_time_line("Updated: 3 March 2021, 14:05 CET"), is_time_line("At 14:05 she left")
        (True, False)
    """
    if not has_time(line):
        return False
    strangers = len(_strangers(line))
    dated = bool(_DATE.search(line)) or bool(set(fold(line).split()) & _sets()["month"])
    sure = dated and (bool(_CLOCK.search(line)) or _begins_with_label(line))
    return strangers == 0 or (
        sure and strangers <= _MAX_STRANGERS and not line.endswith((".", "。"))
    )


def _begins_with_label(line: str) -> bool:
    """``Published``, ``Mis à jour``; a mere preposition is none."""
    tokens = fold(line).split()
    starts = {" ".join(tokens[:size]) for size in (1, 2, 3)}
    return any(len(start) > 4 for start in starts & _sets()["label"])  # noqa: PLR2004


def is_clock_line(line: str) -> bool:
    """Whether *line* is only a time of day, as above an entry of a live report."""
    return bool(
        re.fullmatch(
            r"\W{0,2}\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?(?:[ap]\.?m\.?|Uhr|h|CET|GMT|BST|IST|ET))?\W{0,2}",
            line.strip(),
            re.I,
        )
    )


def has_time(line: str) -> bool:
    """Whether a short *line* names a date, a time of day, an age or a reading time."""
    if weigh(line) > _MAX_TIME or not any(c.isdigit() for c in line):
        return bool(
            fold(line)
            in {
                "just now",
                "today",
                "yesterday",
                "heute",
                "gestern",
                "hoy",
                "ayer",
                "сегодня",
                "вчера",
            }
        )
    if _DATE.search(line) or _CLOCK.search(line) or _is_relative(line) or is_reading_time(line):
        return True
    tokens = fold(line).split()
    return any(token in _sets()["month"] for token in tokens) and any(
        _ORDINAL.match(token) for token in tokens
    )


def _is_relative(line: str) -> bool:
    if not _UNITS.search(line):
        return False
    key = f" {fold(line)} "
    return any(
        (f" {word} " in key) or (word in key and not word.isascii()) for word in _sets()["relative"]
    )


def is_reading_time(line: str) -> bool:
    """Whether *line* says how long the article takes to read."""
    key = fold(line)
    return any(phrase in key for phrase in _sets()["reading"])


def _strangers(line: str) -> list[str]:
    """Words of *line* that have nothing to do with time."""
    rest = _UNITS.sub(" ", _CLOCK.sub(" ", _DATE.sub(" ", line)))
    tokens = fold(rest).split()
    known = _sets()["month"] | _sets()["weekday"] | _sets()["label word"] | _sets()["relative"]
    reading = {word for phrase in _sets()["reading"] for word in phrase.split()}
    return [
        token
        for token in tokens
        if token not in known
        and token not in reading
        and not _ORDINAL.match(token)
        and not (len(token) == 1 and not token.isascii())
    ]


def time_in(line: str) -> str:
    """
    The words of *line* from the first to the last that tell the time; empty if none do.

    Example:
        >>> time_in("Par Ada Kern, le 27 février 2022")
        '27 février 2022'
    """
    if not has_time(line):
        return ""
    tokens = line.split()
    times = [
        at
        for at, token in enumerate(tokens)
        if any(map(str.isdigit, token)) or fold(token) in _sets()["month"] | _sets()["weekday"]
    ]
    return " ".join(tokens[times[0] : times[-1] + 1]) if times else ""


def split_meta(line: str) -> tuple[str, ...]:
    """
    The parts of a line that strings facts together.

    Example:
        >>> split_meta("By Ada Kern | 3 May 2020 • Rivers")
        ('By Ada Kern', '3 May 2020', 'Rivers')
    """
    parts = re.split(r"\s*[|•·●∙⋅‧▪｜]\s*|\s+[–—-]{1,2}\s+|\t+", line)
    return tuple(part.strip() for part in parts if part.strip())


# --- Bylines ----------------------------------------------------------------------------------

_PARTICLES = frozenset(
    "de del della di da dos das do du des la le les van von der den ter ten te zu zur af av al el bin ibn ben y e".split()
)
_AND = re.compile(
    r"\s*(?:,|;|、|،|・|&|\+|\s(?:and|und|et|y|e|en|och|og|ja|i|oraz|a|ve|и|та|і|й|και|și|si|és|dan|và|और|व)\s|\sو\s?|\s?ו(?=[א-ת]{2,}\s)|和|及)\s*"
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
_MAX_NAME_WORDS = 5
_MAX_BYLINE = 16.0
_LONGEST_NAME = 60


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
    for part in first[:2]:
        names = _before_suffix(part) or _after_prefix(part)
        if names:
            return names
    return ()


def read_signed_time(line: str) -> tuple[tuple[str, ...], str]:
    """
    Names and time of a line that has the time first: ``3 May 2020 by Ada Kern``.

    Example:
        >>> read_signed_time("Veröffentlicht am 3. Mai 2020 von Ada Kern")
        (('Ada Kern',), 'Veröffentlicht am 3. Mai 2020')
    """
    tokens = line.split()
    if len(tokens) <= _MAX_TIME and has_time(line):
        for at in range(2, len(tokens) - 1):
            before = " ".join(tokens[:at])
            if fold(tokens[at]) in _sets()["byline"] and is_time_line(before):
                names = _names(" ".join(tokens[at + 1 :]))
                if names and is_name(names[0]):
                    return names, before
    return (), ""


def is_byline_prefix(line: str) -> bool:
    """Whether *line* is only the word before a name (``By``), the name being on the next line."""
    return fold(line) in _sets()["byline"]


def _after_prefix(part: str) -> tuple[str, ...]:
    head, colon, rest = part.partition(":") if ":" in part else part.partition("：")
    if colon and fold(head) in _sets()["byline"]:
        return _names(rest)
    slash = re.split(r"[/／]", part, maxsplit=1)
    if len(slash) > 1 and fold(slash[0]) in _sets()["byline"]:
        return _names(re.split(r"[/／]", slash[1])[0])
    tokens = part.split()
    for size in range(min(4, len(tokens) - 1), 0, -1):
        if fold(" ".join(tokens[:size])) in _sets()["byline"]:
            return _names(" ".join(tokens[size:]))
    return ()


def _before_suffix(part: str) -> tuple[str, ...]:
    """``김하늘 기자``, ``山田太郎 記者``, ``記者陳怡君／東嶼報導``: the office and the name in one."""
    written = _HAN_BYLINE.match(part)
    if written:
        return (written.group(1),)
    bare = part.strip("[]【】()（）= ")
    for suffix in words.BYLINE_SUFFIXES.replace("|", " ").split():
        name = bare.removesuffix(suffix).strip(" =ㆍ·")
        if name != bare and 2 <= len(name.replace(" ", "")) <= 8:  # noqa: PLR2004 - names in these scripts
            return tuple(n.strip() for n in re.split(r"[·ㆍ,、]", name) if n.strip())
    return ()


def _names(text: str) -> tuple[str, ...]:
    """Names strung together, up to the first part that is none."""
    found = []
    for number, part in enumerate(_AND.split(_without_photographers(_until_time(text)))):
        bare = _IN_PLACE.sub("", part).strip(" .()[]")
        if not bare or fold(bare) in _sets()["role"]:
            continue
        if is_name(bare) or (number == 0 and _is_single_name(bare)):
            found.append(bare)
        elif number == 0:
            return ()
    return tuple(found)


_IN_ROUND = re.compile(r"(\s(?:and|und|et|y|e|en|och|og|i|и|та|ve|,)\s+)?([^(),]*)\(([^()]*)\)")


def _without_photographers(text: str) -> str:
    """``Ada Kern and Jan Ruh (photos)`` are one author and one photographer."""

    def kept(found: re.Match[str]) -> str:
        inside = fold(found.group(3)).split()
        pictured = any(word in _sets()["credit"] for word in inside)
        return "" if pictured and found.group(1) else (found.group(1) or "") + found.group(2)

    return _IN_ROUND.sub(kept, text) if "(" in text else text


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
        fold(tokens[number].strip(",")) in _sets()["weekday"]
        or (fold(tokens[number]) in _sets()["month"] and following[:1].isdigit())
    )


def _is_single_name(text: str) -> bool:
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
    if not text or len(text) > _LONGEST_NAME or any(c.isdigit() or c in ":?!;/|" for c in text):
        return False
    tokens = text.replace("-", " ").split()
    if _HAN_NAME.match(text):
        return True
    if not 2 <= len(tokens) <= _MAX_NAME_WORDS:  # noqa: PLR2004 - first and last name
        return False
    content = [token for token in tokens if token.casefold() not in _PARTICLES]
    return len(content) > 1 and all(_is_capitalised(token) for token in content)


def _is_month_of_date(tokens: list[str], number: int) -> bool:
    """``May 3``; ``Jan`` alone is a first name."""
    following = tokens[number + 1] if number + 1 < len(tokens) else ""
    return number > 1 and fold(tokens[number]) in _sets()["month"] and following[:1].isdigit()


def _is_single_name(text: str) -> bool:
    tokens = text.split()
    return (
        len(tokens) <= _MAX_NAME_WORDS
        and all(_is_capitalised(t) for t in tokens if t.casefold() not in _PARTICLES)
        and not any(c.isdigit() for c in text)
    )


def _is_capitalised(token: str) -> bool:
    letter = next((c for c in token if c.isalpha()), "")
    return bool(letter) and (
        letter.isupper() or letter == letter.upper() == letter.lower() or letter.istitle()
    )


def is_role(line: str) -> bool:
    """Whether a short *line* is an office: ``Reporter``, ``Professor of History``."""
    tokens = fold(line).split()
    if not tokens or weigh(line) > _MAX_CREDIT:
        return False
    starts = {" ".join(tokens[:size]) for size in (1, 2, 3)}
    return bool(starts & _sets()["role"]) or tokens[-1] in _sets()["role"]
