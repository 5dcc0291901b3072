"""
Duties in the finished bytes: checked, not assumed (rows B33-B35).

What a document is about to show is read back with a parser of its own, and compared with what
was asked in return for the grant. An entry that keeps not every duty is not published.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from reprise.errors import Problem
from reprise.model.permission import CreditPlace, Duties
from reprise.model.ruling import Finding, Reason
from reprise.rights.combine import Effective
from reprise.text.fingerprint import changes_between, holds_unchanged, tree, words_of
from reprise.text.remembered import remembered


@dataclass(frozen=True, slots=True)
class Shown:
    """
    A text as it is about to be shown, with what it is measured by.

    Attributes:
        html: The finished fragment: text, credit, blurb, pixel.
        text_html: The text as it came in, for the links and words that have to stay; ``None``
            when an excerpt is shown, which keeps neither.
        original: Address of the original, for a link back to it.
        names: Names of which one has to stand in it where attribution is due.
    """

    html: str
    text_html: str | None = None
    original: str | None = None
    names: tuple[str, ...] = ()


def unkept(duties: Duties, shown: Shown) -> tuple[Problem, ...]:
    """
    Duties that *shown* does not keep; none when it may be published.

    >>> [p.code for p in unkept(Duties(credit_line="From the Post"), Shown("<p>At last.</p>"))]
    ['credit_line_missing']
    """
    return tuple(problem for check in _CHECKS for problem in check(duties, shown))


@dataclass(frozen=True, slots=True)
class Destination:
    """
    What a destination does to what it is given.

    Attributes:
        strips_pixels: It removes counting pictures.
        strips_links: It removes links from texts.
    """

    strips_pixels: bool = False
    strips_links: bool = False


def unkeepable(effective: Effective, destination: Destination) -> tuple[Finding, ...]:
    """Duties that can't be kept where *destination* shows the text; any refuses it there."""
    duties = effective.permission.duties
    stripped = {
        "pixel": bool(duties.pixel) and destination.strips_pixels,
        "keep_links": bool(duties.keep_links) and destination.strips_links,
        "link_back": bool(duties.link_back) and destination.strips_links,
    }
    return tuple(_of_duty(effective, duty) for duty, is_stripped in stripped.items() if is_stripped)


def unfulfillable(
    effective: Effective, *, original: str | None, changes: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """
    What refuses the whole text wherever it would be shown, known before anything is rendered.

    Args:
        original: Public address of the original; without one nothing can link to it or name it.

        changes: In what our text differs from the one received, beyond what may be changed.
    """
    duties = effective.permission.duties
    found = []
    if original is None:
        lost = {"link_back": duties.link_back is True, "canonical": bool(duties.canonical)}
        found = [
            _of_duty(effective, duty, ORIGINAL_UNKNOWN) for duty, is_lost in lost.items() if is_lost
        ]
    if duties.no_changes and changes:
        detail = "; ".join(changes)
        found.append(_of_duty(effective, "no_changes", detail, Reason.CHANGED))
    return tuple(found)


ORIGINAL_UNKNOWN = "the address of the original is not known"


def _of_duty(
    effective: Effective, duty: str, detail: str = "", reason: Reason = Reason.DUTY
) -> Finding:
    """A finding on *duty*, on the word of who asked for it."""
    who = effective.who(f"duties.{duty}")
    said = f"{duty}: {detail}" if detail and reason is Reason.DUTY else detail or duty
    return Finding(
        reason=reason,
        origin=who.origin if who else None,
        name=who.name if who else "",
        detail=said,
    )


# --- One check for each duty that can be seen in a text -------------------------------------------


def _credit_line(duties: Duties, shown: Shown) -> Iterator[Problem]:
    """The words themselves, with nothing between them, at the end they belong to."""
    if duties.credit_line is None:
        return
    found = _places(_plain(duties.credit_line), _line(shown.html))
    place = duties.credit_place or CreditPlace.ANY
    if not found:
        yield Problem("credit_line_missing", "content_html", duties.credit_line[:200])
    elif not _is_placed(found, shown, place):
        send = f"it belongs at the {place}"
        yield Problem("credit_line_misplaced", "content_html", duties.credit_line[:200], send)


def _places(line: str, text: str) -> list[tuple[int, int]]:
    """Where *line* stands in *text* as whole words; looking behind it comes last, being slow."""
    plain = re.escape(line)
    return [found.span() for found in re.finditer(rf"{plain}(?!\w)(?<!\w{plain})", text)]


def _is_placed(found: list[tuple[int, int]], shown: Shown, place: CreditPlace) -> bool:
    """At the head nothing of the article stands before it, at the tail nothing behind it."""
    text = _line(shown.html)
    article = _line(shown.text_html) if shown.text_html is not None else ""
    starts = text.find(article) if article else 0
    ends = starts + len(article) if article else len(text)
    match place:
        case CreditPlace.HEAD:
            return found[0][0] == 0 or (bool(article) and found[0][1] <= starts)
        case CreditPlace.TAIL:
            return found[-1][1] == len(text) or (
                bool(article) and 0 <= starts < ends <= found[-1][0]
            )
        case CreditPlace.ANY:
            return True


def _attribution(duties: Duties, shown: Shown) -> Iterator[Problem]:
    if not duties.attribution or duties.credit_line or not shown.names:
        return
    text = _line(shown.html).casefold()
    if not any(_plain(name).casefold() in text for name in shown.names):
        yield Problem("attribution_missing", "content_html", "", " or ".join(shown.names))


def _link_back(duties: Duties, shown: Shown) -> Iterator[Problem]:
    if not duties.link_back:
        return
    wanted = duties.link_back if isinstance(duties.link_back, str) else shown.original
    if wanted is None:
        yield Problem("original_unknown", "canonical_url", "", "send the address of the original")
    elif wanted not in _addresses(shown.html)["a"]:
        yield Problem("link_back_missing", "content_html", wanted)


def _links(duties: Duties, shown: Shown) -> Iterator[Problem]:
    """Every link of the text as often as it stood there."""
    if not duties.keep_links or shown.text_html is None:
        return
    left = list(_addresses(shown.html)["a"])
    for address in _addresses(shown.text_html)["a"]:
        if address in left:
            left.remove(address)
        else:
            yield Problem("link_lost", "content_html", address)


def _pixel(duties: Duties, shown: Shown) -> Iterator[Problem]:
    if duties.pixel and duties.pixel not in _addresses(shown.html)["img"]:
        yield Problem("pixel_missing", "content_html", duties.pixel)


def _blurb(duties: Duties, shown: Shown) -> Iterator[Problem]:
    if duties.blurb and not holds_unchanged(shown.html, escape(duties.blurb)):
        yield Problem("blurb_missing", "content_html", duties.blurb[:200])


def _no_changes(duties: Duties, shown: Shown) -> Iterator[Problem]:
    """Additions stand before and behind the text, never in it."""
    if not duties.no_changes or shown.text_html is None:
        return
    if not holds_unchanged(shown.html, shown.text_html):
        changes = changes_between(shown.text_html, shown.html)
        told = "; ".join(f"{one.before!r} became {one.after!r}" for one in changes if one.before)
        yield Problem("text_changed", "content_html", told[:500])


def _plain(words: str) -> str:
    """A line that is no mark-up, as it reads when it is shown."""
    return _line(escape(words))


@remembered(8, longest=100_000)  # each duty asks, in each place
def _line(markup: str) -> str:
    return " ".join(words_of(markup))


@remembered(8, longest=100_000)
def _addresses(markup: str) -> dict[str, tuple[str, ...]]:
    """Where its links lead and its pictures lie."""
    root = tree(markup)
    return {
        tag: tuple(address for one in root.iter(tag) if (address := one.get(name)) is not None)
        for tag, name in (("a", "href"), ("img", "src"))
    }


_CHECKS: tuple[Callable[[Duties, Shown], Iterator[Problem]], ...] = (
    _credit_line,
    _attribution,
    _link_back,
    _links,
    _pixel,
    _blurb,
    _no_changes,
)
"""
Duties not here are kept elsewhere: canonical and noindex by the page's head, delete_at_expiry and
notify by the pipeline.
"""
