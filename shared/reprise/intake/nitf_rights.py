"""
What a NITF document says about its use: status, embargo, end, rights (NI-01, NI-02, NI-04).

``doc.rights`` speaks for a rights holder other than the copyright holder; each is a statement of
its own, and all hold together.
"""

from __future__ import annotations

from dataclasses import dataclass

from reprise.intake.stated import Terms
from reprise.intake.territories import territories
from reprise.intake.xml_reading import Element, attribute, children, first, local, text_in
from reprise.model.configuration import Partner
from reprise.model.permission import Stated, Territories

CANCELED = "canceled"
KNOWN_STATUSES = frozenset({"usable", "embargoed", "withheld", CANCELED})
_CANCELED_TOO = frozenset({"cancelled", "killed", "kill"})
"""Not in the standard. Taking back is the side to err on."""
_ANY_TYPE = frozenset(
    {"", "all", "any", "all rights", "text", "article", "web", "online", "internet", "electronic",
     "digital", "publication", "republication", "copyright"}
)  # fmt: skip
"""Types of rights that do not narrow what a web publication needs."""
_PARTS = frozenset(
    {"rights.owner", "rights.startdate", "rights.enddate", "rights.agent", "rights.geography",
     "rights.type", "rights.limitations"}
)  # fmt: skip
_NO_LIMIT = frozenset({"", "none", "no limitations", "unlimited"})


def status_of(docdata: Element | None) -> str:
    """``management-status``, lower case; ``usable`` when not stated."""
    stated = attribute(docdata, "management-status").lower()
    return CANCELED if stated in _CANCELED_TOO else stated or "usable"


def own_terms(root: Element, partner: Partner, *, copyright_notice: str = "") -> Terms:
    """What ``docdata`` says for the document as a whole."""
    return _own_terms(first(root, "head", "docdata"), partner, copyright_notice)


def holders_terms(root: Element, partner: Partner) -> tuple[Stated, ...]:
    """A statement for each rights holder, in ``docdata`` and in the head of the body."""
    found: list[Stated] = []
    for at, rights in enumerate(children(first(root, "head", "docdata"), "doc.rights")):
        found += _doc_rights(rights, partner).stated(f"doc.rights[{at}]")
    for at, rights in enumerate(children(first(root, "body", "body.head"), "rights")):
        found += _rights(rights, partner).stated(f"rights[{at}]")
    return tuple(found)


def _own_terms(docdata: Element | None, partner: Partner, notice: str) -> Terms:
    terms = Terms(partner)
    status = status_of(docdata)
    if status not in KNOWN_STATUSES:
        terms.doubt(f"docdata/@management-status: {status!r}")
    releases, ends = [*children(docdata, "date.release")], [*children(docdata, "date.expire")]
    for release in releases:
        terms.limit("embargoed_until", release.get("norm") or "", "docdata/date.release")
    if status == "embargoed" and not releases:
        terms.doubt("docdata/@management-status: 'embargoed' without date.release")
    for end in ends:
        terms.limit("expires_at", end.get("norm") or "", "docdata/date.expire")
    stated = first(docdata, "doc.copyright")
    holder, year = attribute(stated, "holder"), attribute(stated, "year")
    terms.say("rights_holder", holder)
    terms.say("copyright_notice", notice or (f"© {year} {holder}" if holder and year else None))
    return terms


@dataclass(frozen=True, slots=True)
class _Holder:
    """The parts of one ``doc.rights`` or ``rights``, as written; ``None`` is not stated."""

    place: str
    owner: str
    start: str | None
    end: str | None
    agent: str
    where: tuple[str, ...]
    kinds: tuple[str, ...]
    limitations: tuple[str, ...]


def _doc_rights(rights: Element, partner: Partner) -> Terms:
    holder = _Holder(
        place="docdata/doc.rights",
        owner=attribute(rights, "owner"),
        start=rights.get("startdate"),
        end=rights.get("enddate"),
        agent=attribute(rights, "agent"),
        where=(attribute(rights, "location-code") or attribute(rights, "geography"),),
        kinds=(attribute(rights, "type"),),
        limitations=(attribute(rights, "limitations"),),
    )
    return _terms(holder, partner)


def _rights(rights: Element, partner: Partner) -> Terms:
    """The same in the head of the body, where each part is an element."""
    places = children(rights, "rights.geography")
    holder = _Holder(
        place="body.head/rights",
        owner=text_in(first(rights, "rights.owner")),
        start=_date(first(rights, "rights.startdate")),
        end=_date(first(rights, "rights.enddate")),
        agent=text_in(first(rights, "rights.agent")),
        where=tuple(attribute(one, "location-code") or text_in(one) for one in places),
        kinds=tuple(text_in(one) for one in children(rights, "rights.type")),
        limitations=tuple(text_in(one) for one in children(rights, "rights.limitations")),
    )
    terms = _terms(holder, partner)
    terms.say_usage(text_in(rights))
    for part in children(rights):
        if local(part) not in _PARTS:
            terms.doubt(f"{holder.place}/{local(part)}: not understood")
    return terms


def _date(element: Element | None) -> str | None:
    return None if element is None else element.get("norm") or text_in(element)


def _terms(holder: _Holder, partner: Partner) -> Terms:
    terms = Terms(partner)
    terms.say("rights_holder", holder.owner)
    terms.say("contact", holder.agent)
    terms.limit("starts_at", holder.start, f"{holder.place} start")
    terms.limit("expires_at", holder.end, f"{holder.place} end")
    _limit_territory(terms, holder.where, holder.place)
    for kind in holder.kinds:
        if kind.lower() not in _ANY_TYPE:
            terms.doubt(f"{holder.place} type: {kind!r}")
    for words in holder.limitations:
        if words.lower().strip(" .") not in _NO_LIMIT:
            terms.say("usage_terms", words)
            terms.doubt(f"{holder.place} limitations: {words!r}")
    return terms


def _limit_territory(terms: Terms, stated: tuple[str, ...], place: str) -> None:
    """Several places are where it holds, all of them; one that is the whole world is no limit."""
    read = {words: territories(words) for words in stated if words}
    for words, known in read.items():
        if known is None:
            terms.doubt(f"{place} geography: {words!r}")
    found = [known for known in read.values() if known is not None]
    if found and all(found):
        terms.say("territories", Territories(allow=frozenset().union(*found)))
