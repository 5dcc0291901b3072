"""
What stands around the text for its rights' sake: credit, link, correction, blurb, pixel.

These are the only additions; the text between them is the article's own (row B35).
"""

from __future__ import annotations

from dataclasses import dataclass

from reprise.model.article import Direction
from reprise.model.permission import CreditPlace, Duties
from reprise.outputs.addresses import host_of, public_uri
from reprise.outputs.pictures import html_text


@dataclass(frozen=True, slots=True)
class Credit:
    """
    The line that names the original.

    Attributes:
        words: Shown exactly as they are.
        link: Address the words link to.
        place: Head or tail of the text; ``ANY`` is the tail, or where the words stand already.
    """

    words: str
    link: str | None = None
    place: CreditPlace = CreditPlace.ANY

    @property
    def html(self) -> str:
        words = html_text(self.words)
        if self.link:
            words = f'<a href="{html_text(self.link)}">{words}</a>'
        return f'<p class="credit">{words}</p>'


def credit_for(
    duties: Duties, *, source_name: str | None, original: str | None, own_name: str
) -> Credit | None:
    """
    The credit line of a text: the words its duties demand, else the name of its source.

    Readers don't show the feed's source element (complaint C21), so every text that is not our
    own names its source, linked to the *original* where there is one.

    Args:
        duties: From the ruling. ``link_back`` may name another address to link to.

        original: Public address of the original.

        own_name: Our publication, whose own texts need no credit.
    """
    link = public_uri(duties.link_back) if isinstance(duties.link_back, str) else original
    place = duties.credit_place or CreditPlace.ANY
    if duties.credit_line:
        return Credit(duties.credit_line, link, place)
    if source_name == own_name and not duties.link_back:
        return None
    words = source_name or host_of(link)
    return Credit(words, link, place) if words else None


def dressed(
    text_html: str,
    *,
    credit: Credit | None,
    duties: Duties,
    correction: str | None = None,
    direction: Direction = Direction.LTR,
) -> str:
    """
    *text_html* with everything that has to stand around it, in reading order.

    Credit (when its place is the head), correction, text, blurb, credit, pixel. What the text
    carries already is not repeated. Right-to-left text says so itself, because few aggregators
    look at the language of an entry.
    """
    at_head = credit is not None and credit.place is CreditPlace.HEAD
    at_tail = credit is not None and not at_head and not _stands_in(credit, text_html)
    parts = [
        credit.html if credit and at_head else "",
        f'<p class="correction">{html_text(correction)}</p>' if correction else "",
        text_html,
        f'<p class="about-source">{html_text(duties.blurb)}</p>' if duties.blurb else "",
        credit.html if credit and at_tail else "",
        _pixel(duties.pixel, text_html),
    ]
    inside = "".join(parts)
    return f'<div dir="rtl">{inside}</div>' if direction is Direction.RTL else inside


def _stands_in(credit: Credit, text_html: str) -> bool:
    """Whether a credit that may stand anywhere is in the text, with its link."""
    return (
        credit.place is CreditPlace.ANY
        and html_text(credit.words) in text_html
        and (credit.link is None or f'href="{html_text(credit.link)}"' in text_html)
    )


def _pixel(address: str | None, text_html: str) -> str:
    """The partner's counting picture (row B34), with its address exactly as given."""
    if not address or f'src="{html_text(address)}"' in text_html:
        return ""
    return f'<img src="{html_text(address)}" alt="" width="1" height="1">'
