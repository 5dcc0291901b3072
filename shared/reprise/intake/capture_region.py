"""
Where the article's text begins and ends in a copied page.

Prose counts for, labels and furniture against; the best row of units is the body. Other stories'
teasers are found first, by their shape and by what closes them, so that their prose does not
count. Whatever could be the article's own stays in: taking out needs evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reprise.intake.capture_units import Role, Unit, is_aside
from reprise.text.boilerplate import Kind

Span = tuple[int, int]
"""Indices of units, half open."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """Another story's teaser: the units it covers, and how it calls itself."""

    start: int
    end: int
    title: str
    credit: str


@dataclass(frozen=True, slots=True)
class Region:
    """The body's units, in one or more spans, and the teasers around them."""

    spans: tuple[Span, ...]
    teasers: tuple[Teaser, ...]
    plain: bool = False
    """It is an article and no page: everything below the first line is the body."""

    @property
    def start(self) -> int:
        """First unit of the body."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Unit after the last of the body."""
        return self.spans[-1][1]


def find_region(units: Sequence[Unit]) -> Region | None:
    """The body of the page, or ``None`` when it has no prose at all."""
    if is_plain(units):
        return Region(((1, len(units)),), (), plain=True)
    teasers = _closed_teasers(units)
    taken = _covered(teasers)
    parts = _parts(units, taken)
    scored = [(part, *_best_span(units, part, taken)) for part in parts]
    scored = [entry for entry in scored if _has_text(units, entry[1])]
    if not scored:
        return None
    chosen = _choose([score for _, _, score in scored])
    spans = _extend(units, [(part, span) for part, span, _ in scored], chosen)
    spans = _without_author_box(units, _without_loose_tail(units, spans))
    spans, trailing = _without_trailing_teasers(units, spans, taken)
    spans = _with_signature(units, spans)
    return Region(tuple(spans), (*teasers, *trailing))


def is_plain(units: Sequence[Unit]) -> bool:
    """
    Whether this is no page but an article: a headline, then text, and nothing else.

    Then nothing is taken out, whatever its lines look like. A page in a language that we have no
    words of is told by its menus: it has too many lines that are no text.
    """
    rest = units[1:]
    if not rest or not _may_head(units[0]) or not rest[0].is_text:
        return False
    labels = sum(unit.role is Role.LABEL for unit in rest)
    texts = sum(unit.is_text for unit in rest)
    return labels * 2 <= texts and not any(map(_is_of_a_page, units))


_HEADLINE_MOST = 32.0


def _may_head(unit: Unit) -> bool:
    headed = unit.role is Role.LABEL or unit.asks
    return headed and unit.weight <= _HEADLINE_MOST and any(map(str.isalpha, unit.text))


def _is_of_a_page(unit: Unit) -> bool:
    weak = unit.furniture is not None and not unit.furniture.strong
    return unit.role in {Role.PICTURE, Role.TIME, Role.BYLINE} or (
        unit.furniture is not None and not weak
    )


def _has_text(units: Sequence[Unit], span: Span) -> bool:
    return any(unit.is_text for unit in units[span[0] : span[1]])


def _covered(teasers: Sequence[Teaser]) -> frozenset[int]:
    return frozenset(at for teaser in teasers for at in range(teaser.start, teaser.end))


# --- Teasers that a "read more" line closes ---------------------------------------------------

_TEASER_PROSE = 4
_TEASER_LINES = 8
_TITLE_WORDS = 2.5
_SHORT_TEASER = 2
_INLINE = frozenset({Kind.SHARE, Kind.ADVERTISEMENT, Kind.CALL_TO_ACTION, Kind.IMAGE_FILE})


def _closed_teasers(units: Sequence[Unit]) -> list[Teaser]:
    closers = [at for at, unit in enumerate(units) if unit.kind is Kind.CONTINUE]
    found: list[Teaser] = []
    for at in closers:
        floor = found[-1].end if found else 0
        teaser = _teaser_closed_at(units, at, floor, several=len(closers) > 1)
        if teaser:
            found.append(teaser)
    return _spare_the_article(units, found)


def _teaser_closed_at(
    units: Sequence[Unit], closer: int, floor: int, *, several: bool
) -> Teaser | None:
    if (
        closer + 1 < len(units)
        and units[closer + 1].role is Role.PROSE
        and units[closer + 1].kind is None
    ):
        return None  # it opens the rest of a folded article
    prose_from = closer
    while prose_from > floor and units[prose_from - 1].is_text and not units[prose_from - 1].asks:
        prose_from -= 1
    prose = closer - prose_from
    start = _heading_start(units, prose_from, floor)
    heading = units[start:prose_from]
    title = _title_of(heading)
    if not title or prose > _TEASER_PROSE:
        return None
    truncated = prose > 0 and units[closer - 1].text.rstrip("])").endswith(("…", "..."))
    after_teaser = start == floor and floor > 0
    plain = several and prose <= _SHORT_TEASER and (after_teaser or prose == 0)
    if not (_has_marks(heading, title) or truncated or plain):
        return None
    credit = next((u.picture.credit for u in heading if u.picture), "")
    return Teaser(start, closer + 1, title, credit)


def _heading_start(units: Sequence[Unit], prose_from: int, floor: int) -> int:
    """First unit of the lines above a teaser's prose: picture, credit, title, section, date."""
    start, pictures = prose_from, 0
    while start > floor and prose_from - start < _TEASER_LINES:
        unit = units[start - 1]
        if unit.is_text and not unit.asks:
            break
        if unit.role is Role.ITEM or not _may_head_a_teaser(unit):
            break
        if unit.kind in _INLINE and _title_of(units[start:prose_from]):
            break
        pictures += unit.role is Role.PICTURE
        if pictures > 1:
            break
        start -= 1
    return start


def _may_head_a_teaser(unit: Unit) -> bool:
    """A section's name is a menu entry elsewhere and stands above teasers too."""
    if unit.furniture is None or unit.kind in _INLINE:
        return True
    return unit.kind is Kind.NAVIGATION and not unit.furniture.strong


def _title_of(heading: Sequence[Unit]) -> str:
    """The line nearest the prose that is long enough to be a title."""
    for unit in reversed(heading):
        if (unit.role is Role.LABEL or unit.asks) and unit.weight >= _TITLE_WORDS:
            return unit.text
    return ""


def _has_marks(heading: Sequence[Unit], title: str) -> bool:
    """Whether something besides the title stands above the prose, as no subheading has it."""
    return any(
        unit.role in {Role.PICTURE, Role.TIME, Role.BYLINE}
        or unit.kind is Kind.NAVIGATION
        or (unit.role is Role.LABEL and unit.text != title and unit.weight <= 4)  # noqa: PLR2004 - a section
        for unit in heading
    )


def _spare_the_article(units: Sequence[Unit], teasers: list[Teaser]) -> list[Teaser]:
    """Never take all prose for teasers: the heaviest one stays when nothing heavier is left."""
    if not teasers:
        return teasers
    taken = _covered(teasers)
    rest = sum(u.weight for at, u in enumerate(units) if u.role is Role.PROSE and at not in taken)
    heaviest = max(teasers, key=lambda t: _prose_weight(units, t.start, t.end))
    if rest >= _prose_weight(units, heaviest.start, heaviest.end):
        return teasers
    return [teaser for teaser in teasers if teaser is not heaviest]


def _prose_weight(units: Sequence[Unit], start: int, end: int) -> float:
    return sum(unit.weight for unit in units[start:end] if unit.is_text)


# --- The best row of units --------------------------------------------------------------------

_BOUNDARIES = frozenset({Kind.RELATED, Kind.COMMENTS, Kind.ABOUT_AUTHOR})
_ENOUGH = 0.6
"""Share of the best row's score with which an earlier one is taken: the page's own article comes
before the next one that an endless page has already loaded."""
_VALUES = {Role.PICTURE: -2.0, Role.TIME: -6.0, Role.BYLINE: -6.0, Role.ITEM: 2.0}
_FURNITURE_VALUES = {
    Kind.ADVERTISEMENT: -0.5, Kind.CALL_TO_ACTION: -0.5, Kind.SHARE: -0.5, Kind.ALSO: -0.5,
    Kind.IMAGE_FILE: -0.5, Kind.NEWSLETTER: -2.0, Kind.CONTINUE: -6.0,
}  # fmt: skip
_OTHER_FURNITURE = -6.0
_LABEL, _LABEL_MORE, _LABEL_LEAST = -3.0, -1.0, -10.0
_MOST_PER_UNIT = 80.0
_TAKEN = -1000.0


def _parts(units: Sequence[Unit], taken: frozenset[int]) -> list[Span]:
    """The page cut at heads of other lists."""
    cuts = [at for at, u in enumerate(units) if u.kind in _BOUNDARIES and at not in taken]
    edges = [0, *cuts, len(units)]
    return [(start, end) for start, end in pairwise(edges) if end > start]


def _best_span(units: Sequence[Unit], part: Span, taken: frozenset[int]) -> tuple[Span, float]:
    """The contiguous row with the highest sum of values (Kadane), and that sum."""
    best, best_span = 0.0, (part[0], part[0])
    total, start, labels = 0.0, part[0], 0
    for at in range(*part):
        labels = labels + 1 if units[at].role is Role.LABEL else labels * bool(units[at].furniture)
        value = _TAKEN if at in taken else _value(units[at], labels)
        if total <= 0:
            total, start = 0.0, at
        total += value
        if total > best:
            best, best_span = total, (start, at + 1)
    return best_span, best


def _value(unit: Unit, labels: int) -> float:
    if unit.furniture:
        return _FURNITURE_VALUES.get(unit.furniture.kind, _OTHER_FURNITURE)
    if unit.role is Role.PROSE:
        return min(unit.weight, _MOST_PER_UNIT)
    if unit.role is Role.SENTENCE:
        return 0.0 if unit.asks else max(unit.weight * 0.8, 1.0)
    if unit.role is Role.LABEL:
        return max(_LABEL + _LABEL_MORE * (labels - 1), _LABEL_LEAST)
    return _VALUES[unit.role]


def _choose(scores: Sequence[float]) -> int:
    most = max(scores)
    return next(at for at, score in enumerate(scores) if score >= most * _ENOUGH)


# --- Does the article go on after a box of other stories? -------------------------------------


def _extend(units: Sequence[Unit], found: Sequence[tuple[Span, Span]], chosen: int) -> list[Span]:
    """The chosen row and those before and after it that go on with the same text."""
    first = last = chosen
    while first > 0 and _leads_into(units, found[first - 1][1], found[first][0][0]):
        first -= 1
    while last + 1 < len(found) and _goes_on(units, found[last][1][1], *found[last + 1]):
        last += 1
    return [span for _, span in found[first : last + 1]]


_NEAR = 14
"""Units between two rows of one article at most: a box of other stories is longer than that only
at the end of the page."""


def _goes_on(units: Sequence[Unit], end: int, part: Span, span: Span) -> bool:
    """Whether *span*, after a boundary, is still the article: paragraphs in a row, unsigned."""
    if span[0] - end > _NEAR or any(
        u.role in {Role.TIME, Role.BYLINE} for u in units[end : span[0]]
    ):
        return False
    inside = units[span[0] : span[1]]
    prose = [unit for unit in inside if unit.role is Role.PROSE]
    signed = sum(unit.role in {Role.TIME, Role.BYLINE} for unit in inside)
    others = sum(unit.role is Role.LABEL for unit in inside)
    if not prose or signed or others > len(prose) / 2:
        return False
    boundary = next((u.kind for u in reversed(units[end : span[0]]) if u.kind in _BOUNDARIES), None)
    if boundary is Kind.RELATED:
        return len(prose) > 1 or _stands_alone(prose[0])
    return len(prose) > _BIO_PARAGRAPHS and span[0] - part[0] <= _CLOSE


_BIO_PARAGRAPHS = 3
_CLOSE = 3
_EXCERPT_WORDS = 35.0


def _stands_alone(unit: Unit) -> bool:
    """Longer than an excerpt, and finished."""
    return unit.weight >= _EXCERPT_WORDS and not unit.text.endswith(("…", "..."))


def _leads_into(units: Sequence[Unit], span: Span, boundary: int) -> bool:
    """Whether *span*, before a boundary, is the beginning of the same article."""
    inside = units[span[0] : span[1]]
    prose = [unit for unit in inside if unit.role is Role.PROSE]
    labels = sum(unit.role is Role.LABEL for unit in inside)
    near = boundary - span[1] <= _CLOSE
    return (
        near
        and bool(prose)
        and labels <= len(prose)
        and (len(prose) > 1 or _stands_alone(prose[0]))
    )


def _without_author_box(units: Sequence[Unit], spans: list[Span]) -> list[Span]:
    """A short text right under ``Disclosure statement`` or ``Partners`` is that box, not the lead."""
    start, end = spans[0]
    boxed = start > 0 and units[start - 1].kind is Kind.ABOUT_AUTHOR
    after = start
    while boxed and after < end and units[after].is_text:
        after += 1
    if not boxed or after == end or after - start > _BIO_PARAGRAPHS:
        return spans
    while after < end and not units[after].is_text:
        after += 1
    return [(after, end), *spans[1:]] if after < end else spans


_SIGNATURE_NEAR = 4
_UNFINISHED = 20.0


def _with_signature(units: Sequence[Unit], spans: list[Span]) -> list[Span]:
    """The last question, and the agency's signature, though a box stands before it."""
    start, end = spans[-1]
    if end < len(units) and units[end].asks and units[end].is_text and _ends_page(units, end + 1):
        end += 1  # the text's own last question: nothing stands under it as under a title
    while end < len(units) and units[end].role is Role.LABEL and units[end].weight >= _UNFINISHED:
        end += 1  # too long for a title: a last paragraph that lacks its stop
    for at in range(end, min(end + _SIGNATURE_NEAR, len(units))):
        if is_aside(units[at].text) and units[at].role is Role.SENTENCE:
            return [*spans[:-1], (start, at + 1)]
        if not units[at].furniture or units[at].kind in _BOUNDARIES:
            break
    return [*spans[:-1], (start, end)]


def _ends_page(units: Sequence[Unit], at: int) -> bool:
    return at >= len(units) or units[at].furniture is not None


# --- A tail that is mostly labels ---------------------------------------------------------------

_TAIL_LABELS = 4
_TAIL_RUN = 3
_DENSE, _LOOSE = 0.34, 0.5
_CLOSERS = frozenset(
    {Kind.NEWSLETTER, Kind.NAVIGATION, Kind.FOOTER, Kind.PAYWALL, Kind.SHARE, Kind.TAGS, Kind.CONSENT,
     Kind.RELATED, Kind.ALSO, Kind.COMMENTS, Kind.CONTINUE}
)  # fmt: skip


def _without_loose_tail(units: Sequence[Unit], spans: list[Span]) -> list[Span]:
    """
    Cut the last span at a piece of furniture after which there are only scattered lines.

    Scattered: at least one label for two texts, and never three texts in a row, while the text
    before is dense. Live feeds and lists of headlines with an excerpt look like that.
    """
    start, end = spans[-1]
    for cut in range(start + 1, end):
        if units[cut].kind not in _CLOSERS:
            continue
        if _label_share(units[start:cut]) < _DENSE and _is_scattered(units[cut:end]):
            return [*spans[:-1], (start, cut)]
    return spans


def _label_share(units: Sequence[Unit]) -> float:
    texts = sum(unit.is_text for unit in units)
    return sum(unit.role in {Role.LABEL, Role.TIME} for unit in units) / texts if texts else 1.0


def _is_scattered(units: Sequence[Unit]) -> bool:
    labels = sum(unit.role in {Role.LABEL, Role.TIME} for unit in units)
    if labels < _TAIL_LABELS or _label_share(units) < _LOOSE:
        return False
    run = 0
    for unit in units:
        run = run + 1 if unit.is_text else 0
        if run >= _TAIL_RUN:
            return False
    return True


# --- Teasers without a closing line, at the end of the body -----------------------------------


def _without_trailing_teasers(
    units: Sequence[Unit], spans: list[Span], taken: frozenset[int]
) -> tuple[list[Span], list[Teaser]]:
    """
    Cut a tail of (title, date or section or credit, excerpt) groups off the last span.

    Sections of an article have a heading; teasers have a heading and something that signs it. The
    text before the first group must outweigh what is cut, or it is a live report or a list.
    """
    start, end = spans[-1]
    groups = _groups(units, start, end)
    first = next((n for n in range(len(groups)) if _all_teasers(units, groups[n:])), len(groups))
    if first == 0 or first == len(groups):
        return spans, []
    cut = groups[first][0]
    own = sum(_prose_weight(units, *span) for span in spans[:-1]) + _prose_weight(units, start, cut)
    if own < _prose_weight(units, cut, end) * 0.5 or (
        len(groups) - first == 1 and not _slight(units, groups[-1])
    ):
        return spans, []
    teasers = [_as_teaser(units, group) for group in groups[first:] if group[0] not in taken]
    return [*spans[:-1], (start, cut)], teasers


Group = tuple[int, int, int]
"""Start of the lines above, start of the prose, end of the prose."""


def _groups(units: Sequence[Unit], start: int, end: int) -> list[Group]:
    """The span as alternations of lines and prose."""
    groups: list[Group] = []
    at = start
    while at < end:
        above = at
        while at < end and not (units[at].is_text and not units[at].asks):
            at += 1
        prose = at
        while at < end and units[at].is_text and not units[at].asks:
            at += 1
        groups.append((above, prose, at))
    return groups


def _all_teasers(units: Sequence[Unit], groups: Sequence[Group]) -> bool:
    return all(_is_teaser_shaped(units, group) for group in groups)


_EXCERPT_PROSE = 3


def _is_teaser_shaped(units: Sequence[Unit], group: Group) -> bool:
    above, prose, end = group
    heading = [unit for unit in units[above:prose] if not unit.furniture]
    title = _title_of(heading)
    if not title or end - prose > _EXCERPT_PROSE:
        return False
    signed = any(unit.role in {Role.TIME, Role.BYLINE} for unit in heading)
    labels = sum(unit.role is Role.LABEL for unit in heading)
    pictured = any(unit.role is Role.PICTURE for unit in heading) and labels > 1
    return signed or pictured


def _slight(units: Sequence[Unit], group: Group) -> bool:
    return _prose_weight(units, group[1], group[2]) <= _EXCERPT_WORDS


def _as_teaser(units: Sequence[Unit], group: Group) -> Teaser:
    heading = units[group[0] : group[1]]
    credit = next((unit.picture.credit for unit in heading if unit.picture), "")
    return Teaser(group[0], group[2], _title_of(heading), credit)
