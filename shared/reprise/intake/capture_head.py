"""
What stands above a copied article: headline, standfirst, sections, bylines, time.

The region before the body also holds menus, trending titles and share rows. The headline is the
line that looks most like one *and* stands where headlines stand: above the facts (byline, time),
close to the text. What none of the fields takes is reported as removed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reprise.intake.capture_units import Role, Unit
from reprise.text.boilerplate import Kind, classify, fold
from reprise.text.page_lines import (
    has_time,
    is_byline_prefix,
    is_name,
    is_reading_time,
    is_role,
    is_time_line,
    name_before_time,
    names_in,
    read_byline,
    read_signed_time,
    split_meta,
    time_in,
)


@dataclass(slots=True)
class Head:
    """
    The fields found above the body, and the units that each came from.

    ``used`` maps a unit's index to the field that took it; everything else above the body goes.
    """

    headline: str | None = None
    headline_at: int = -1
    headline_score: float = 0.0
    kicker: str | None = None
    abstract: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    published: str | None = None
    used: dict[int, str] = field(default_factory=dict)
    body_start: int = 0


def read_head(units: Sequence[Unit], start: int, end: int, taken: frozenset[int]) -> Head:
    """
    Read the head of the page whose body is ``units[start:end]``.

    ``body_start`` of the result may be later than *start*: a standfirst that byline and date
    separate from the text had been counted to the body.
    """
    head = Head(body_start=_after_lead(units, start, end))
    zone = [at for at in range(head.body_start) if at not in taken]
    _find_headline(units, zone, head)
    if head.headline_at < 0:
        head.body_start = start
        zone = [at for at in zone if at < start]
    below = [at for at in zone if at > head.headline_at >= 0]
    head.body_start = _first_of_text(units, below, head.body_start)
    below = [at for at in below if at < head.body_start]
    above = [at for at in zone if at < head.headline_at] if head.headline_at >= 0 else zone
    _read_below(units, below, head)
    _read_above(units, above, head)
    return head


# --- Where the text proper begins -------------------------------------------------------------

_LEAD_UNITS = 3
_LEAD_WORDS = 70.0


def _after_lead(units: Sequence[Unit], start: int, end: int) -> int:
    """
    The body's first unit, once a headline or standfirst that facts follow is set apart.

    Up to three short units may precede the facts, and at least as many must remain.
    """
    at, lead = start, 0.0
    while at < min(start + _LEAD_UNITS, end) and units[at].is_text:
        lead += units[at].weight
        at += 1
    facts = at
    while facts < end and (units[facts].asks or not units[facts].is_text):
        facts += 1
    if at in {start, facts} or lead > _LEAD_WORDS or facts >= end:
        return start
    dated = any(unit.role is Role.TIME for unit in units[facts:end])  # a chronicle, a live report
    apart = not dated and any(map(_is_fact, units[at:facts]))
    return facts if apart and units[facts - 1].role is not Role.ITEM else start


def _is_fact(unit: Unit) -> bool:
    """Byline, time or section: what stands between a standfirst and the text."""
    return unit.role in {Role.TIME, Role.BYLINE} or is_section_row(unit)


_ROW = re.compile(r"\s+[|›»>｜]\s+")


def is_section_row(unit: Unit) -> bool:
    """``Analysis | Middle East``: section names and a bar between them."""
    if unit.role is not Role.LABEL or len(unit.text) > 120:  # noqa: PLR2004 - no row of labels
        return False
    parts = _ROW.split(unit.text)
    return len(parts) > 1 and all(
        part[:1].isalpha() and not part[:1].islower() and len(part.split()) <= _CRUMB_WORDS
        for part in parts
    )


# --- Headline ---------------------------------------------------------------------------------

_HEADLINE_WORDS = (3.5, 22.0)
_LONGEST_HEADLINE = 32.0
_FAR, _FARTHEST = 0.15, 3.0
_REACH = 8


def _find_headline(units: Sequence[Unit], zone: Sequence[int], head: Head) -> None:
    scores = {at: _score(units, at, head.body_start) for at in zone if _may_be_headline(units[at])}
    if not scores:
        return
    best = max(scores, key=lambda at: (scores[at], -at))
    best = _first_of_pair(units, scores, best)
    head.headline_at, head.headline_score = best, scores[best]
    head.headline, head.used[best] = units[best].text, "headline"


def _may_be_headline(unit: Unit) -> bool:
    if not any(c.isalpha() for c in unit.text):
        return False
    if unit.role is Role.LABEL or (
        unit.role is Role.SENTENCE and not unit.text.endswith((":", "："))
    ):
        return unit.weight <= _LONGEST_HEADLINE
    return unit.role is Role.PROSE and unit.weight <= _HEADLINE_WORDS[1]


def _score(units: Sequence[Unit], at: int, body: int) -> float:
    unit = units[at]
    following = units[at + 1 : min(at + 1 + _REACH, body)]
    score = _length_score(unit.weight)
    score += 3.0 * any(u.role in {Role.TIME, Role.BYLINE} for u in following)
    score += 1.0 * any(u.role in {Role.TIME, Role.BYLINE} for u in units[max(at - 2, 0) : at])
    score -= 1.0 * (at == 0)
    score += 0.5 * (unit.gap > 0)
    score += 1.0 * (body - at <= 3)  # noqa: PLR2004 - nothing or one fact between it and the text
    score += 1.5 * (unit.repeats > 1) * (unit.weight >= _HEADLINE_WORDS[0])
    score += 2.0 * _titles_the_page(units, at)
    score -= 2.0 * (unit.role is Role.PROSE or (unit.is_text and not unit.asks))
    score -= 2.0 * unit.text.endswith(("…", "..."))
    score -= 2.0 * _in_a_list(units, at)
    score -= 3.0 * (len(_crumbs(unit.text)) > 2)  # noqa: PLR2004 - a headline may have one bar
    score -= 1.0 * is_name(unit.text)
    between = sum(1 for u in units[at + 1 : body] if u.role is not Role.FURNITURE)
    score -= min(_FAR * between, _FARTHEST)
    return score


def _length_score(weight: float) -> float:
    if _HEADLINE_WORDS[0] <= weight <= _HEADLINE_WORDS[1]:
        return 3.0
    return min(weight, 2.0) / 2 - 0.5 if weight < 2.5 else 1.0  # noqa: PLR2004 - two words and a half: five ideographs


def _titles_the_page(units: Sequence[Unit], at: int) -> bool:
    """The browser's title, copied along, begins with the headline and ends with the site."""
    key = fold(units[at].text)
    first = fold(units[0].text)
    return at > 0 and len(key) > 8 and first.startswith(key) and first != key  # noqa: PLR2004


def _in_a_list(units: Sequence[Unit], at: int) -> bool:
    """Between two other titles: a list of them."""
    around = [units[n] for n in (at - 1, at + 1) if 0 <= n < len(units)]
    return len(around) > 1 and all(
        u.role is Role.LABEL and u.weight >= _HEADLINE_WORDS[0] for u in around
    )


def _first_of_pair(units: Sequence[Unit], scores: dict[int, float], best: int) -> int:
    """A headline and its unfinished standfirst score alike: the first of the two is the headline."""
    before = best - 1
    if before not in scores or scores[before] < scores[best] - 1.6:
        return best
    if units[before].weight < _HEADLINE_WORDS[0] or _in_a_list(units, before):
        return best
    listed = before - 1 in scores and units[before - 1].weight >= _HEADLINE_WORDS[0]
    return best if listed else before


_BOXES = frozenset({Kind.ABOUT_AUTHOR, Kind.NEWSLETTER, Kind.CONSENT, Kind.PAYWALL, Kind.COMMENTS})


def _first_of_text(units: Sequence[Unit], below: Sequence[int], start: int) -> int:
    """
    Prose between the facts and the body is the body's beginning, whatever box cut it off.

    What stands between headline and facts is the standfirst and stays above; where there are no
    facts, even a short sentence begins the text.
    """
    facts = max((at for at in below if _is_fact(units[at])), default=-1)
    for at in below:
        unit = units[at]
        text = unit.role is Role.PROSE or (facts < 0 and unit.is_text and not unit.asks)
        if at > facts and text and units[at - 1].kind not in _BOXES:
            return at
    return start


# --- Below the headline -----------------------------------------------------------------------

_ABSTRACT_WORDS = 7.0
_MOST_ABSTRACTS = 3
_SECTION_WORDS = 4.0


def _read_below(units: Sequence[Unit], below: Sequence[int], head: Head) -> None:
    for position, at in enumerate(below):
        unit = units[at]
        if at in head.used or (unit.furniture and unit.kind is not Kind.NAVIGATION):
            continue
        if is_byline_prefix(unit.text) and position + 1 < len(below):
            _take_name(units, at, below[position + 1], head)
        elif not _take_facts(unit, at, head):
            _take_words(units, at, head)


def _take_facts(unit: Unit, at: int, head: Head) -> bool:
    """Byline and time, in one line or alone."""
    names = read_byline(unit.text) if unit.role in {Role.BYLINE, Role.LABEL} else ()
    signed, time = read_signed_time(unit.text)
    names = names or signed
    times = [time] if time else [part for part in split_meta(unit.text) if is_time_line(part)]
    if unit.role is Role.TIME:
        times = [unit.text]
    if unit.role in {Role.BYLINE, Role.TIME} and not names:
        names = tuple(
            part for part in split_meta(unit.text) if is_name(part) and not has_time(part)
        ) or tuple(filter(None, (name_before_time(unit.text),)))
    if not names and not (times and unit.role in {Role.TIME, Role.BYLINE}):
        return False
    if not (head.bylines and _is_editor(unit.text)):
        head.bylines.extend(name for name in names if name not in head.bylines)
    if not times and unit.role is Role.BYLINE:
        times = [found for found in (time_in(unit.text),) if found]
    times = [time for time in times if not is_reading_time(time)]
    if times and head.published is None:
        head.published = times[0]
    head.used[at] = "bylines" if names else "published"
    return True


_EDITORS = tuple(map(fold, ("edited by", "editor", "编辑", "編輯", "责任编辑", "redaktion")))


def _is_editor(text: str) -> bool:
    """Who edited is named after who wrote, and is no author."""
    return fold(text).startswith(_EDITORS)


def _take_name(units: Sequence[Unit], at: int, following: int, head: Head) -> None:
    """``By`` on one line, the name on the next."""
    names = read_byline(f"{units[at].text} {units[following].text}") or (
        (units[following].text,) if is_name(units[following].text) else ()
    )
    if names:
        head.bylines.extend(name for name in names if name not in head.bylines)
        head.used[at] = head.used[following] = "bylines"


def _take_words(units: Sequence[Unit], at: int, head: Head) -> None:
    """Standfirst, section or a name without ``By``."""
    unit = units[at]
    crumbs = _crumbs(unit.text)
    if _is_unmarked_name(units, at, head):
        head.bylines.extend(names_in(unit.text))
        head.used[at] = "bylines"
    elif unit.role is Role.LABEL and (len(crumbs) > 1 or unit.weight <= _SECTION_WORDS):
        if len(crumbs) > 1 or unit.repeats > 1:
            head.sections.extend(part for part in crumbs if part not in head.sections)
            head.used[at] = "sections"
    elif (
        (unit.is_text or unit.weight >= _ABSTRACT_WORDS)
        and unit.role in _WORDY
        and len(head.abstract) < _MOST_ABSTRACTS
        and not _is_caption_or_office(units, at, head)
    ):
        head.abstract.append(unit.text)
        head.used[at] = "abstract"


def _is_unmarked_name(units: Sequence[Unit], at: int, head: Head) -> bool:
    """
    A name on a line of its own, next to what stands next to names.

    A second one is the place as often as a colleague: it needs its office under it.
    """
    unit = units[at]
    if unit.role is not Role.LABEL or not names_in(unit.text) or not _beside_facts(units, at):
        return False
    if any(len(word) > 2 and classify(word) for word in unit.text.split()):  # noqa: PLR2004
        return False  # "Home Economy Markets"
    following = units[at + 1] if at + 1 < len(units) else None
    office = following is not None and following.role is Role.LABEL and is_role(following.text)
    return office if head.bylines else (unit.repeats == 1 or office or _beside_time(units, at))


def _beside_time(units: Sequence[Unit], at: int) -> bool:
    return any(u.role is Role.TIME or u.kind is Kind.SHARE for u in units[at + 1 : at + 3])


def _is_caption_or_office(units: Sequence[Unit], at: int, head: Head) -> bool:
    """Below the facts a line may be a caption or an author's office rather than a standfirst."""
    unit = units[at]
    if units[at - 1].kind in _BOXES or (unit.role is Role.LABEL and is_role(unit.text)):
        return True
    following = units[at + 1] if at + 1 < len(units) else None
    if following is None:
        return False
    signed = (following.picture is not None and not following.picture.caption) or (
        following.role is Role.LABEL
        and " / " in following.text
        and following.weight <= _ABSTRACT_WORDS
    )
    below_facts = bool(head.bylines or head.published)
    return below_facts and (signed or bool(head.abstract))


_WORDY = frozenset({Role.PROSE, Role.SENTENCE, Role.LABEL})


def _beside_facts(units: Sequence[Unit], at: int) -> bool:
    """Next to a time, an office or a share row, as names of authors are."""
    around = [units[n] for n in (at - 1, at + 1, at + 2) if 0 <= n < len(units)]
    return any(
        u.role is Role.TIME
        or u.kind is Kind.SHARE
        or (u.role in {Role.LABEL, Role.BYLINE} and (is_role(u.text) or has_time(u.text)))
        for u in around
    )


# --- Above the headline -----------------------------------------------------------------------

_ABOVE = 4
_HOMES = frozenset(
    map(fold, ["home", "start", "startseite", "accueil", "inicio", "início", "home page", "página inicial", "forside", "etusivu", "strona główna", "domů", "anasayfa", "ana sayfa", "главная", "головна", "αρχική", "acasă", "főoldal", "الرئيسية", "ראשי", "خانه", "首页", "首頁", "ホーム", "トップ", "홈", "beranda", "trang chủ", "होम", "news", "you are here", "当前位置"])
)  # fmt: skip


def _read_above(units: Sequence[Unit], above: Sequence[int], head: Head) -> None:
    """Breadcrumbs and the label right above the headline; the time, if there was none below."""
    for at in reversed(above[-_ABOVE:]):
        unit = units[at]
        way = _way_to(unit.text, head.headline or "")
        crumbs = [part for part in _crumbs(way) if fold(part) not in _HOMES]
        if (
            (len(_crumbs(way)) > 1 or (way != unit.text and crumbs))
            and len(crumbs) <= _ABOVE
            and unit.role is not Role.TIME
        ):
            crumbs = [part for part in crumbs if fold(part) != fold(head.headline or "")]
            head.sections.extend(part for part in crumbs if part not in head.sections)
            head.used[at] = "sections"
        elif unit.role in {Role.TIME, Role.BYLINE}:
            if (unit.role is Role.TIME and head.published is None) or not head.bylines:
                _take_facts(unit, at, head)
        elif not head.bylines and is_name(unit.text) and "@" in units[at + 1].text:
            head.bylines.append(unit.text)
            head.used[at] = "bylines"
        elif at == head.headline_at - 1 and _is_kicker(unit):
            head.kicker = unit.text
            head.sections = head.sections or [unit.text]
            head.used[at] = "kicker"


def _way_to(text: str, headline: str) -> str:
    """*text* without the headline that a breadcrumb may end in."""
    way = text.removesuffix(headline)
    return way.rstrip(_BARS) if headline and way != text and way[-2:].strip(_BARS) == "" else text


def _is_kicker(unit: Unit) -> bool:
    if unit.furniture:
        named = unit.kind in {Kind.NAVIGATION, Kind.SHARE} and not unit.furniture.strong
        return named and (unit.gap > 0 or unit.repeats > 1)
    letters = sum(c.isalpha() for c in unit.text)
    if letters < 2 or any(c.isdigit() for c in unit.text) or unit.role is not Role.LABEL:  # noqa: PLR2004
        return False
    return unit.weight <= _SECTION_WORDS and (unit.gap > 0 or unit.repeats > 1)


_CRUMB = re.compile(r"\s*[>›»|/·•→▸❯＞｜]\s*|\s+[–—-]\s+")
_BARS = " >›»/|·•→"
_CRUMB_WORDS = 4.0
_CRUMB_LENGTH = 32


def _crumbs(text: str) -> list[str]:
    """The labels that separators string together; the text itself when it is not such a row."""
    if len(text) > 120:  # noqa: PLR2004 - longer is no row of labels
        return [text]
    parts = [part.strip() for part in _CRUMB.split(text) if part.strip()]
    short = all(len(part) <= _CRUMB_LENGTH and len(part.split()) <= _CRUMB_WORDS for part in parts)
    return parts if len(parts) > 1 and short else [text]
