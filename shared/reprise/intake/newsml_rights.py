"""
What a NewsML-G2 item says about its use: status, embargo, end, ``rightsInfo`` (NM-01, NM-02).

Policies in a rights language are handed over as they stand; until they are read they hold the
article. So does every part of ``rightsInfo`` that is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reprise.intake.policies import waiting
from reprise.intake.stated import Terms, web_address
from reprise.intake.xml_reading import (
    Element,
    attribute,
    children,
    first,
    local,
    namespace,
    text_in,
)
from reprise.model.configuration import Partner
from reprise.model.permission import Duties, Evidence, Stated, Use, UseTerms
from reprise.model.reading import PolicyDocument
from reprise.text.licences import resolve

USABLE, WITHHELD, CANCELED = "usable", "withheld", "canceled"
_STATUSES = frozenset({USABLE, WITHHELD, CANCELED})

_MACHINES = (Use.AI_TRAIN, Use.AI_INPUT)
_SEARCH = (Use.INDEX, Use.GOOGLE_NEWS)
# The PLUS vocabulary that IPTC names for dataMining (2.34 on). Prohibited without its exception
# for search engines means them too. "See constraint" points at words or a policy beside it.
_DATA_MINING: dict[str, tuple[tuple[Use, ...], bool]] = {
    "dmi-unspecified": ((), False),
    "dmi-allowed": ((Use.AI_TRAIN,), True),
    "dmi-prohibited-aimltraining": ((Use.AI_TRAIN,), False),
    "dmi-prohibited-genaimltraining": ((Use.AI_TRAIN,), False),
    "dmi-prohibited-exceptsearchengineindexing": (_MACHINES, False),
    "dmi-prohibited": ((*_MACHINES, *_SEARCH), False),
    "dmi-prohibited-seeconstraint": (_MACHINES, False),
    "dmi-prohibited-seeembeddedrightsexpr": (_MACHINES, False),
    "dmi-prohibited-seelinkedrightsexpr": (_MACHINES, False),
}
_POLICY_LINK = re.compile(r"licen[cs]e|polic|odrl|rights|terms", re.IGNORECASE)
_MACHINE_READABLE = re.compile(r"json|xml|odrl|rsl|turtle", re.IGNORECASE)
_WORDS = frozenset({"accountable", "copyrightHolder", "copyrightNotice", "usageTerms"})


@dataclass(slots=True)
class ItemRights:
    """
    The rights of one item.

    Attributes:
        terms: What the item says of itself.
        policies: Statements of each further ``rightsInfo`` and of policies not yet read.
        documents: Those policies.
    """

    terms: Terms
    policies: list[Stated] = field(default_factory=list)
    documents: list[PolicyDocument] = field(default_factory=list)

    @property
    def understood(self) -> bool:
        """Whether nothing waits for a reader or a person."""
        held = any(stated.permission.unreadable for stated in self.policies)
        return not (self.terms.unreadable or self.documents or held)


def code(element: Element | None) -> str:
    """
    The last part of a QCode or address, lower case, as schemes have many aliases.

    Example:
        >>> code(etree.fromstring('<pubStatus qcode="stat:canceled"/>'))
        'canceled'
    """
    for name in ("qcode", "uri", "literal"):
        stated = attribute(element, name)
        if stated:
            return re.split(r"[:/#]", stated.rstrip("/#"))[-1].lower()
    return ""


def status_of(item: Element) -> str:
    """``pubStatus``, which is usable by default (NM-01)."""
    element = first(item, "itemMeta", "pubStatus")
    stated = code(element) or text_in(element).lower()
    return CANCELED if stated == "cancelled" else stated or USABLE


def rights_of(item: Element, partner: Partner, *, of_part: str | None = None) -> ItemRights:
    """
    What *item* says.

    Args:
        of_part: Id of a rendition: only what is said of it, else what is said of the whole item.
    """
    found = ItemRights(Terms(partner))
    if of_part is None:
        _manage(item, found.terms)
    stated = [one for one in children(item, "rightsInfo") if _speaks_of(one, of_part, item)]
    for at, info in enumerate(stated):
        terms = found.terms if at == 0 else Terms(partner)
        _rights_info(info, terms)
        if at:
            found.policies += terms.stated(f"rightsInfo[{at}]")
        found.documents += _documents(info, f"rightsInfo[{at}]")
    found.policies += waiting(found.documents)
    return found


def embargo_of(package: Element, partner: Partner) -> tuple[Stated, ...]:
    """A package's embargo, which narrows what it holds."""
    terms = Terms(partner)
    _embargo(package, terms)
    return terms.stated(f"packageItem {attribute(package, 'guid')}")


def _manage(item: Element, terms: Terms) -> None:
    status = status_of(item)
    if status not in _STATUSES:
        terms.doubt(f"itemMeta/pubStatus: {status!r}")
    _embargo(item, terms)
    for end in children(first(item, "itemMeta"), "expires"):
        terms.limit("expires_at", text_in(end), "itemMeta/expires")
    credits_ = [text_in(one) for one in children(first(item, "contentMeta"), "creditline")]
    credit = next((one for one in credits_ if one), None)
    if credit:
        terms.say("duties", Duties(credit_line=credit))


def _embargo(item: Element, terms: Terms) -> None:
    """NM-01: absent is none; empty is an embargo without a known end."""
    for embargo in children(first(item, "itemMeta"), "embargoed"):
        terms.limit("embargoed_until", text_in(embargo), "itemMeta/embargoed")


def _speaks_of(info: Element, part: str | None, item: Element) -> bool:
    """``idrefs`` limits a statement to parts; one that names no rendition is about the whole."""
    parts = set(attribute(info, "idrefs").split())
    if part is not None:
        return part in parts
    renditions = {attribute(one, "id") for one in children(first(item, "contentSet"))}
    return not parts or not parts <= renditions


def _rights_info(info: Element, terms: Terms) -> None:
    terms.limit("starts_at", info.get("validfrom"), "rightsInfo/@validfrom")
    terms.limit("expires_at", info.get("validto"), "rightsInfo/@validto")
    terms.say("contact", _party(first(info, "accountable")))
    terms.say("rights_holder", _party(first(info, "copyrightHolder")))
    terms.say("copyright_notice", _wording(info, "copyrightNotice"))
    terms.say_usage(_wording(info, "usageTerms"))
    for part in children(info):
        _part(part, terms)


def _part(part: Element, terms: Terms) -> None:
    name = local(part)
    if name == "link":
        _link(part, terms)
    elif name == "dataMining":
        _data_mining(part, terms)
    elif name in _WORDS:
        if web_address(part.get("href")):
            terms.say("evidence", Evidence(url=part.get("href")))
    elif name not in {"rightsExpressionXML", "rightsExpressionData"}:
        terms.doubt(f"rightsInfo/{name}: not understood")


def _party(party: Element | None) -> str:
    """A party's name; its code where it has none."""
    names = [text_in(one) for one in children(party, "name")]
    return next((one for one in names if one), "") or attribute(party, "literal")


def _wording(info: Element, name: str) -> str:
    """The words, in every language they are given in."""
    return "\n".join(dict.fromkeys(text for one in children(info, name) if (text := text_in(one))))


def _link(link: Element, terms: Terms) -> None:
    """A known licence counts; another policy is not read from the network, so it holds."""
    address = attribute(link, "href")
    kind = f"{attribute(link, 'rel')} {attribute(link, 'reluri')}"
    if address and resolve(address) is not None:
        terms.say_licence(address, "rightsInfo/link")
    elif _POLICY_LINK.search(kind) or _MACHINE_READABLE.search(attribute(link, "contenttype")):
        terms.doubt(f"rightsInfo/link: {address or attribute(link, 'residref')}")
    elif web_address(address):
        terms.say("evidence", Evidence(url=address))


def _data_mining(element: Element, terms: Terms) -> None:
    stated = code(element) or text_in(element).lower()
    known = _DATA_MINING.get(stated)
    if known is None or "uses" in terms.values:
        terms.doubt(f"rightsInfo/dataMining: {stated!r}")
        return
    uses, allowed = known
    if uses:
        terms.say("uses", {use: UseTerms(allowed=allowed) for use in uses})


def _documents(info: Element, place: str) -> Iterator[PolicyDocument]:
    """Each expression inside: as XML, of which a holder may have several, or as text."""
    for at, holder in enumerate(children(info, "rightsExpressionXML", "rightsExpressionData")):
        name = f"{place}/{local(holder)}[{at}]"
        spoken = attribute(holder, "langid") or attribute(holder, "enctype")
        bodies = [*children(holder)]
        for number, inside in enumerate(bodies):
            body = etree.tostring(inside, encoding="unicode", with_tail=False)
            each = f"{name}/{number}" if number else name
            yield PolicyDocument(name=each, language=spoken or namespace(inside), body=body)
        if not bodies:
            yield PolicyDocument(name=name, language=spoken, body=holder.text or "")
