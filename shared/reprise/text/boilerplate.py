"""
What is page and not article: share rows, menus, consent, newsletters, heads of other stories.

Used for copied pages (row B8) and for the text of HTML pages. Structure comes first there; these
functions answer for one line or paragraph by itself, in some thirty languages, and stay silent
when unsure: a paragraph of the article must never be mistaken for furniture.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reprise.text import boilerplate_words as words
from reprise.text.remembered import remembered


class Kind(StrEnum):
    """What a line of page furniture is; the removal report uses these names."""

    SHARE = "share"
    RELATED = "related-stories"
    ALSO = "pointer-to-other-story"
    CONTINUE = "read-more"
    COMMENTS = "comments"
    NEWSLETTER = "newsletter"
    CONSENT = "consent"
    ADVERTISEMENT = "advertisement"
    PAYWALL = "login"
    FOOTER = "footer"
    NAVIGATION = "navigation"
    ABOUT_AUTHOR = "about-author"
    TAGS = "tags"
    IMAGE_FILE = "image-file"
    CALL_TO_ACTION = "call-to-action"


@dataclass(frozen=True, slots=True)
class Furniture:
    """
    A line recognised as page furniture.

    Attributes:
        kind: What it is.
        phrase: The phrase of ours that it matched, folded.
        strong: No subheading of an article would read like this. One common word (``Sport``,
            ``Comments``) is not strong.
    """

    kind: Kind
    phrase: str
    strong: bool = True


# Where one phrase is listed twice, the first kind wins.
_LISTS: tuple[tuple[Kind, str], ...] = (
    (Kind.NAVIGATION, words.CONTROLS),
    (Kind.ALSO, words.ALSO),
    (Kind.CONTINUE, words.CONTINUE),
    (Kind.ADVERTISEMENT, words.ADVERTISEMENT),
    (Kind.CONSENT, words.CONSENT),
    (Kind.SHARE, words.SHARE),
    (Kind.COMMENTS, words.COMMENTS),
    (Kind.RELATED, words.RELATED),
    (Kind.NEWSLETTER, words.NEWSLETTER),
    (Kind.PAYWALL, words.PAYWALL),
    (Kind.FOOTER, words.FOOTER),
    (Kind.ABOUT_AUTHOR, words.ABOUT_AUTHOR),
    (Kind.TAGS, words.TAGS),
    (Kind.NAVIGATION, words.NAVIGATION),
)

MAX_LINE = 320
"""Characters. What is longer is a paragraph, and only cues are looked for."""
_LONGEST_PHRASE = 160
_MAX_WORDS = 12.0
_LONG_PHRASE, _LONG_HAN = 2, 4
"""Spaces, or ideographs, in a phrase that decides for longer lines too."""
_THAI = re.compile("[\u0e00-\u0e7f]")
_MAX_LONE_WORD = 3.0
"""Words in a line that begins with a listed single word; ``Latest from Berlin`` but not more."""
_CUE_LENGTH, _CUE_WORDS = 900, 90
"""Characters and words up to which a paragraph may be furniture by its cues. Longer ones are articles."""
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_UNSPACED = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
)
_EDGES = re.compile(r"^[\W_\d]+|[\W_\d]+$")
_NOT_WORDS = re.compile(r"[^\w]+|_+")
_NO_LETTER = re.compile(r"[^\w\s]|_")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_COPYRIGHT = re.compile(
    r"^(?:©|ⓒ|\([cC]\)|[Cc]opyright\b)[^.]{0,60}?\b(?:19|20)\d\d\b[^.]{0,80}\.?$"
)
_DOTLESS = {ord("ı"): "i"}


@remembered(8192, longest=MAX_LINE)
def fold(text: str) -> str:
    """
    *text* for comparing: no case, no accents, no punctuation, single spaces.

    Example:
        >>> fold("  À lire AUSSI : »")
        'a lire aussi'
    """
    if text.isascii():
        return " ".join(_NOT_WORDS.sub(" ", text.lower()).split())
    spelled = unicodedata.normalize("NFKD", text).casefold().translate(_DOTLESS)
    decomposed = unicodedata.normalize("NFKD", spelled)
    bare = _NOT_ASCII.sub(lambda run: _without_marks(run[0]), decomposed)
    composed = unicodedata.normalize("NFC", bare)
    return " ".join(_NO_LETTER.sub(lambda sign: _sign(sign[0]), composed).split())


def _without_marks(letters: str) -> str:
    return "".join(c for c in letters if not unicodedata.combining(c) and c != "ـ")


def _sign(character: str) -> str:
    """Vowel signs of Indic scripts are marks, not letters, and belong to the word."""
    return character if unicodedata.category(character) == "Mc" else " "


@remembered(2048, longest=_CUE_LENGTH)
def weigh(text: str) -> float:
    """
    Length of *text* in words, comparable between scripts.

    Two ideographs or kana, or four letters of a script written without spaces, count as a word.

    Example:
        >>> weigh("Rain is expected"), weigh("明日は雨")
        (3.0, 2.0)
    """
    unspaced = len(_UNSPACED.findall(text))
    if not unspaced:
        return float(_words(text))
    ideographs = len(_IDEOGRAPHS.findall(text))
    rest = _words(_UNSPACED.sub(" ", text))
    return rest + ideographs / 2 + (unspaced - ideographs) / 4


def _words(text: str) -> int:
    return sum(1 for token in text.split() if token.isalnum() or any(map(str.isalnum, token)))


@dataclass(frozen=True, slots=True)
class _Phrase:
    kind: Kind
    text: str
    rest: tuple[str, ...]
    """Words that must follow somewhere (``receive* newsletter``)."""

    @property
    def strong(self) -> bool:
        if self.text in _controls() or " " in self.text or _THAI.search(self.text):
            return True
        return len(_IDEOGRAPHS.findall(self.text)) > 2  # noqa: PLR2004 - 首页, 訂閱

    @property
    def particular(self) -> bool:
        """So particular that even a longer line beginning with it is furniture."""
        ideographs = len(_IDEOGRAPHS.findall(self.text))
        return self.text.count(" ") >= _LONG_PHRASE or ideographs >= _LONG_HAN


@lru_cache(maxsize=1)
def _controls() -> frozenset[str]:
    return frozenset(fold(part) for part in re.split(r"[|\n]", words.CONTROLS) if part.strip())


@lru_cache(maxsize=1)
def _wholes() -> dict[str, _Phrase]:
    return {p.text: p for p in reversed(_phrases()) if not p.rest}


@lru_cache(maxsize=1)
def _beginnings() -> dict[str, tuple[_Phrase, ...]]:
    """Phrases that begin a line, by their first three letters, longest first."""
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in sorted(_prefixes(), key=lambda p: -len(p.text)):
        found[phrase.text[:3]].append(phrase)
    return {key: tuple(value) for key, value in found.items()}


def _entries() -> list[tuple[Kind, list[str]]]:
    listed = [
        (kind, [part.strip() for part in re.split(r"[|\n]", text) if part.strip()])
        for kind, text in _LISTS
    ]
    thai = [
        (Kind[name.upper()], [f"{part}*" for part in text.split("|")])
        for name, text in words.THAI.items()
    ]
    return [*listed, *thai]


def _phrases() -> list[_Phrase]:
    return [
        _Phrase(kind, fold(entry.rstrip("*")), ())
        for kind, entries in _entries()
        for entry in entries
        if "*" not in entry.rstrip("*") and fold(entry)
    ]


def _prefixes() -> list[_Phrase]:
    found = []
    for kind, entries in _entries():
        for entry in entries:
            head, star, rest = entry.partition("*")
            if star and fold(head):
                found.append(_Phrase(kind, fold(head), tuple(map(fold, rest.split("*")))))
    return found


def _points_on(line: str) -> _Phrase | None:
    """The words for reading on, a colon, and what to read: ``Read more: The tide is late``."""
    head, colon, title = line.replace("：", ":").partition(":")
    phrase = _wholes().get(fold(head)) if colon and title.strip() else None
    return phrase if phrase and phrase.kind in {Kind.CONTINUE, Kind.ALSO, Kind.RELATED} else None


@remembered(8192, longest=MAX_LINE)
def classify(line: str) -> Furniture | None:
    """
    The page furniture that *line* is, if it is one by itself.

    Only short lines are looked at; see :func:`classify_paragraph` for longer ones.

    Example:
        >>> classify("Lire la suite").kind, classify("Zuletzt schien nur die Sonne.")
        (<Kind.CONTINUE: 'read-more'>, None)
    """
    return None if len(line) > MAX_LINE else _by_form(line) or _by_words(line)


def _by_form(line: str) -> Furniture | None:
    if is_image_file(line):
        return Furniture(Kind.IMAGE_FILE, "file name")
    if _is_share_row(line):
        return Furniture(Kind.SHARE, "share row", strong=" " in line.strip())
    if pointer := _points_on(line):
        return Furniture(Kind.ALSO, pointer.text, strong=pointer.strong)
    if _is_cut_off(line) or _says_itself_again(line):
        return Furniture(Kind.ALSO, "title and excerpt in one line")
    if _COPYRIGHT.match(line):
        return Furniture(Kind.FOOTER, "copyright line")
    if _is_menu_row(line):
        return Furniture(Kind.NAVIGATION, "row of menu entries")
    if _HAS_ADDRESS.search(line) and _CALLS.search(line):
        return Furniture(Kind.CALL_TO_ACTION, "an invitation with an address")
    if _names_a_network(line):
        return Furniture(Kind.SHARE, "a network's name", strong=False)
    return None


def _by_words(line: str) -> Furniture | None:
    key = _without_counts(fold(line))
    if len(key) > _LONGEST_PHRASE:
        return None
    whole = _wholes().get(key)
    if whole:
        return Furniture(whole.kind, whole.text, whole.strong)
    if re.search(r"\bcta\b", key) and weigh(key) <= _MAX_LONE_WORD:
        return Furniture(Kind.CALL_TO_ACTION, "cta")
    return _beginning(line, key)


def _is_cut_off(line: str) -> bool:
    """``An excerpt that breaks off… Read more``: a teaser on one line."""
    head, dots, tail = line.replace("...", "…").rpartition("…")
    if not dots or not head.strip() or len(tail) > _TAIL:
        return False
    words_of_tail = fold(tail)
    half = words_of_tail[: len(words_of_tail) // 2].strip()
    if words_of_tail == f"{half} {half}":
        words_of_tail = half
    phrase = _wholes().get(words_of_tail)
    return phrase is not None and phrase.kind is Kind.CONTINUE


def _says_itself_again(line: str) -> bool:
    """Picture text, title and link text of one teaser, three times the same."""
    third, left = divmod(len(line) - 2, 3)
    if left or third < _TAIL:
        return False
    return line[:third] == line[third + 1 : 2 * third + 1] == line[2 * third + 2 :]


_TAIL = 24


def _is_menu_row(line: str) -> bool:
    """``News Sport Business Opinion Life``: most words are menu entries by themselves."""
    if line.rstrip().endswith((".", "。", "?", "!", ":")):
        return False
    entries = [key for part in re.split(r"[\s|·•/›>,]+", line) if (key := fold(part))]
    if not _MENU_WORDS[0] <= len(entries) <= _MENU_WORDS[1]:
        return False
    known = sum(_wholes()[entry].kind in _MENU for entry in entries if entry in _wholes())
    return known >= _MENU_WORDS[0] and known * 2 >= len(entries)


_MENU = frozenset({Kind.NAVIGATION, Kind.FOOTER, Kind.PAYWALL, Kind.NEWSLETTER})
_MENU_WORDS = (3, 40)


def _without_counts(key: str) -> str:
    """``comments 12`` and ``12 comments`` are ``comments``."""
    return _EDGES.sub("", key).strip() or key


def _beginning(line: str, key: str) -> Furniture | None:
    weight = weigh(line)
    if weight > _MAX_WORDS * 2:
        return None
    for phrase in _beginnings().get(key[:3], ()):
        if not key.startswith(phrase.text) or not _at_word_end(key, phrase.text):
            continue
        if weight > _MAX_WORDS and not phrase.particular:
            continue
        if not phrase.strong and weight > _MAX_LONE_WORD and not _introduces(line, phrase):
            continue
        if phrase.kind is Kind.TAGS and not _introduces(line, phrase):
            continue
        if all(part in key for part in phrase.rest):
            return Furniture(phrase.kind, phrase.text, phrase.strong)
    return None


def _at_word_end(key: str, phrase: str) -> bool:
    """Scripts with spaces end a phrase at a space; in the others anything may follow."""
    following = key[len(phrase) : len(phrase) + 1]
    return not following.strip() or bool(_UNSPACED.match(phrase[-1]))


def _introduces(line: str, phrase: _Phrase) -> bool:
    """Whether the phrase stands before a colon or a hash sign: ``Tags: rivers, mills``."""
    head = re.split(r"[:：#|»›>]", line, maxsplit=1)
    return len(head) > 1 and fold(head[0]) in {phrase.text, ""}


@lru_cache(maxsize=1)
def _social() -> frozenset[str]:
    return frozenset(fold(words.SOCIAL_TOKENS).split())


_HAS_ADDRESS = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}\b")
_CALLS = re.compile(
    r"\b(?:got a (?:story|tip|news)|have a (?:story|tip)|send (?:us|your) (?:your )?(?:tips?|stor|news|photos)|tips? to|"
    r"do you (?:know|have) more|haben sie (?:hinweise|einen tipp)|schreiben sie uns|une (?:info|histoire)|"
    r"écrivez[- ]nous|tienes una (?:historia|pista)|escríbenos|hai una (?:storia|segnalazione)|scrivici|"
    r"heb je een (?:tip|verhaal)|tipsa oss|har du tips|tip (?:os|oss)|masz temat|napisz do nas|"
    r"пишите нам|присылайте|пишіть нам)\b",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MANY_BUTTONS = 16
_CERTAIN_BUTTONS = 3
_BUTTON_WORDS = frozenset(
    ["on", "to", "via", "with", "this", "article", "page", "story", "save", "e", "mail", "a", "i"]
)


def _is_share_row(line: str) -> bool:
    """Nothing but names of networks and the verbs on their buttons."""
    if line.rstrip().endswith((".", "。")) or _words(line) > _MANY_BUTTONS:
        return False
    readings = (fold(line).split(), fold(_CAMEL.sub(" ", line)).split())
    return any(0 < len(tokens) <= _MANY_BUTTONS and _is_button_row(tokens) for tokens in readings)


_NETWORKS = frozenset(
    [
        "facebook",
        "twitter",
        "linkedin",
        "whatsapp",
        "pinterest",
        "reddit",
        "instagram",
        "tumblr",
        "stumbleupon",
        "myspace",
        "tuenti",
        "meneame",
        "вконтакте",
        "одноклассники",
        "ватсап",
        "фейсбук",
        "فيسبوك",
        "تويتر",
        "واتساب",
        "פייסבוק",
        "טוויטר",
        "וואטסאפ",
        "페이스북",
        "카카오톡",
    ]
)


def _names_a_network(line: str) -> bool:
    """``Enviar a LinkedIn``, ``Pin on Pinterest 12``: a button in any language."""
    tokens = fold(line).split()
    if not 1 < len(tokens) <= 4 or line.rstrip().endswith((".", "?", "!", ":")):  # noqa: PLR2004
        return False
    return tokens[-1 - tokens[-1].isdigit()] in _NETWORKS and tokens[0] not in _NETWORKS


def _is_button_row(tokens: list[str]) -> bool:
    named = sum(token in _social() for token in tokens)
    if named >= _CERTAIN_BUTTONS and named * 3 >= len(tokens):
        return True
    return named > 0 and all(token in _social() or token in _BUTTON_WORDS for token in tokens)


# --- File names -------------------------------------------------------------------------------

_EXTENSION = re.compile(
    r"\.(?:jpe?g|jfif|png|gif|webp|svg|avif|heic|bmp|tiff?)(?:\?\S*)?$", re.IGNORECASE
)
_STOCK = re.compile(
    r"^(?:shutterstock|istock|gettyimages|adobestock|depositphotos|dreamstime|unsplash|pexels|imago"
    r"|img|dsc[nf]?|pxl|image|photo|foto|bild|picture|screenshot|afp|ap|reuters|dpa)[_\- ]*\d{3,}[\w\-]*$",
    re.IGNORECASE,
)
_SLUG = re.compile(r"^[\w\-.%+@]{8,200}$")
_SIZED = re.compile(r"\d{2,4}x\d{2,4}|-scaled$|_\d{3,}|-\d{5,}|@2x$", re.IGNORECASE)
_FILE_WORDS = 12


def is_image_file(line: str) -> bool:
    """
    Whether *line* is the name of a picture file, with or without its extension.

    Example:
        >>> is_image_file("harbour-crane_2231-1024x683"), is_image_file("COVID-19")
        (True, False)
    """
    line = line.strip()
    if _EXTENSION.search(line):
        return len(line.split()) <= _FILE_WORDS and len(line) <= MAX_LINE
    if _STOCK.match(line):
        return True
    return bool(_SLUG.match(line) and _SIZED.search(line)) and any(c.isalpha() for c in line)


# --- Paragraphs -------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _cues() -> dict[str, tuple[str, ...]]:
    """The phrases of each cue, case folded. Plain search is ten times a pattern's speed here."""
    return {name: tuple(listed.casefold().split("|")) for name, listed in words.CUES.items()}


# Which pair of cues makes a paragraph what. One of them alone proves nothing, but the words of a
# copyright line or of a comment form do.
_ALONE = {"comment": Kind.COMMENTS, "appeal": Kind.NEWSLETTER}
_PAIRS: tuple[tuple[frozenset[str], Kind], ...] = (
    (frozenset({"mail", "join"}), Kind.NEWSLETTER),
    (frozenset({"mail", "terms"}), Kind.NEWSLETTER),
    (frozenset({"mail", "personal"}), Kind.NEWSLETTER),
    (frozenset({"join", "terms"}), Kind.NEWSLETTER),
    (frozenset({"cookies", "terms"}), Kind.CONSENT),
    (frozenset({"cookies", "personal"}), Kind.CONSENT),
    (frozenset({"rights", "terms"}), Kind.FOOTER),
    (frozenset({"support", "join"}), Kind.NEWSLETTER),
    (frozenset({"social", "follow"}), Kind.SHARE),
    (frozenset({"social", "join"}), Kind.SHARE),
)
_RIGHTS_WORDS = 40
_APPEAL_WORDS = 60
_FEWEST_WORDS = 2
"""Words with which nothing is said that a list of phrases would not know."""


@remembered(1024, longest=_CUE_LENGTH)
def classify_paragraph(paragraph: str) -> Furniture | None:
    """
    The page furniture that a whole *paragraph* is, judged by what it speaks of.

    Two different cues are needed (a newsletter and an invitation to join; cookies and a privacy
    policy), in a short paragraph. Reserved rights need only themselves.

    Example:
        >>> classify_paragraph("Sign up and get the week's best stories in your inbox.").kind
        <Kind.NEWSLETTER: 'newsletter'>
    """
    if len(paragraph) > _CUE_LENGTH:
        return None
    weight = weigh(paragraph)
    if not _FEWEST_WORDS < weight <= _CUE_WORDS:
        return None
    said = paragraph.casefold()
    seen = {name for name, cues in _cues().items() if any(map(said.__contains__, cues))}
    for name, kind in _ALONE.items():
        if name in seen and weight <= _APPEAL_WORDS:
            return Furniture(kind, name)
    for pair, kind in _PAIRS:
        if pair <= seen:
            return Furniture(kind, " and ".join(sorted(pair)), strong=False)
    if "rights" in seen and weight <= _RIGHTS_WORDS:
        return Furniture(Kind.FOOTER, "rights")
    return None
