"""
Whose picture it is: the lines that pages print below pictures (row B9).

Like ``boilerplate``, this answers for one line by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reprise.text.boilerplate import fold, weigh
from reprise.text.page_names import is_name, is_single_name
from reprise.text.page_words import word_sets


@dataclass(frozen=True, slots=True)
class PictureLine:
    """What a line below a picture says: ``caption`` is empty when it is only the credit."""

    caption: str
    credit: str


_CREDIT_AT_START = re.compile(
    r"^\W{0,2}([^:：/=|｜／,，،\d]{1,40}?)\s*(?:\.{3}|…|[:：/=|｜／,，،])\s*(.{2,880})$"
)
_INSIDE = re.compile(r"^([^\W\d]{3,12})\.?\s(.{2,60})$")
_CREDIT_MARK = re.compile(r"\.{3}|…|[:：=]")
_CREDIT_BARE = re.compile(
    r"[.!?…)”»|]\s*((?:[Ff]ot|[Ff]oto|[Pp]hoto|[Фф]ото|[Pp]hotograph|[Kk]uva)[. ]\s?[A-ZÀ-ÞА-ЯЁІЇЄ][^.!?]{2,70})$"
)
_IN_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]{2,80})[)）\]】]\.?$")
_TAKEN_BY = ("撮影", "攝", "摄", "提供", "写真", "翻攝", "提供照片", "촬영", "제공")
_FRAMED = re.compile(r"^[(（\[【]([^()（）\[\]【】]+)[)）\]】]$")
_TAKEN = re.compile(
    rf"^(.{{2,120}}?)[＝=](?:[^＝=]{{0,20}}[、,])?\s*(.{{2,30}}?(?:{'|'.join(_TAKEN_BY)}))$"
)
"""As Japanese papers write it: what is seen＝when、taken by whom."""
_COPYRIGHT = re.compile(r"^(.{0,300}?)\s*(?:©|ⓒ|\(c\)|\(C\))\s*(.{2,80})$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BY_ON = re.compile(
    r"^(?:photo|image|picture|foto)s? (?:by|von|par|di|por|door|av|af) (.{2,80})$"
    r"|^[(\[](?:photo|foto|image)s? ([^)\]]{2,80})[)\]]$",
    re.IGNORECASE,
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
    if framed := _FRAMED.match(line):
        return read_picture_line(framed.group(1))
    for read in (
        _credit_first,
        _taken_by,
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
    return fold(text) in word_sets()["credit"]


def _credit_first(line: str) -> PictureLine | None:
    by = _BY_ON.match(line)
    if by and weigh(line) <= _MAX_CREDIT:
        return PictureLine("", (by.group(1) or by.group(2)).strip())
    found = _CREDIT_AT_START.match(line)
    if found and fold(found.group(1)) in word_sets()["caption"]:
        return PictureLine(found.group(2).strip(), "")
    if not found or not _is_credit_word(found.group(1)):
        return None
    rest = found.group(2).strip()
    inner = _IN_BRACKETS.search(rest)
    if inner and weigh(rest) > _MAX_CREDIT / 2:
        return PictureLine(rest[: inner.start()].strip(), inner.group(1).strip())
    return _credit_inside(rest) or PictureLine("", rest)


def _taken_by(line: str) -> PictureLine | None:
    found = _TAKEN.match(line)
    return PictureLine(found.group(1).strip(), found.group(2).strip()) if found else None


def _in_brackets(line: str) -> PictureLine | None:
    found = _IN_BRACKETS.search(line)
    if not found:
        return None
    inside, caption = found.group(1).strip(), line[: found.start()].strip()
    named = _credit_first(inside)
    if named:
        return PictureLine(caption, named.credit)
    said = _INSIDE.match(inside)
    if said and _is_credit_word(said.group(1)) and is_single_name(said.group(2)):
        return PictureLine(caption, said.group(2))
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
    if stop and fold(tail) in word_sets()["agency"] and weigh(head) <= _BRACKET_CAPTION:
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
    if fold(line) in word_sets()["agency"]:
        return PictureLine("", line)
    parts = re.split(r"\s*[/|｜／]\s*|\s+[–—-]\s+|\s+via\s+", line)
    if len(parts) < 2 or not ({fold(parts[-1]), fold(parts[0])} & word_sets()["agency"]):  # noqa: PLR2004
        return None
    if weigh(line) <= _MAX_CREDIT / 2:
        return PictureLine("", line)
    return PictureLine("/".join(parts[:-1]).strip(), parts[-1])


def _after_slash(line: str) -> PictureLine | None:
    """``The tower from the wash house. / A. Pastor``: the name after a spaced slash or bar."""
    head, slash, tail = line.rpartition(" | " if " | " in line else " / ")
    if not slash or weigh(head) > _BRACKET_CAPTION or not 1 <= len(tail.split()) <= 4:  # noqa: PLR2004
        return None
    named = is_single_name(tail) and (weigh(head) >= _CAPTION_LEAST or head.endswith("."))
    return PictureLine(head.strip(), tail.strip()) if named else None


def _names_agency(text: str) -> bool:
    if weigh(text) > _MAX_CREDIT:
        return False
    parts = [fold(part) for part in re.split(r"[/|,、／;]|\svia\s", text)]
    return any(part in word_sets()["agency"] for part in parts)
