"""
What a page says for machines about its use: schema.org, Dublin Core, TDMRep, RSL, ODRL, licence links.

A licence that the page names as its own is a statement; a link marked ``rel=license`` in the text may
be about something else on the page (a picture, the site's layout), so it only narrows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from reprise.intake.page_data import PageData, text, texts
from reprise.intake.policies import (
    ODRL_JSON,
    RSL,
    is_policy,
    licences_of_things,
    licensed,
    marked,
    numbered,
    shown,
    unread,
    waiting,
)
from reprise.intake.stated import Terms, web_address
from reprise.intake.xml_reading import Element
from reprise.model.configuration import Partner
from reprise.model.permission import Duties, Evidence, Origin, Permission, Stated, Use, UseTerms
from reprise.model.reading import PolicyDocument
from reprise.text.licences import resolve

_LICENCES = ("dcterms.license", "dcterms:license", "dc.license", "dc.rights.license", "license")
_RIGHTS = ("copyright", "dc.rights", "dcterms.rights")
_RSL_TYPE = "rsl+xml"
_NO = UseTerms(allowed=False)


@dataclass(frozen=True, slots=True)
class PageRights:
    """The page's own terms, its licences and other statements, and policies to be read."""

    terms: Terms
    policies: tuple[Stated, ...]
    documents: tuple[PolicyDocument, ...]


def rights_of(root: Element, data: PageData, partner: Partner) -> PageRights:
    """Everything the page *root* says about its use."""
    documents = tuple(_documents(root))
    policies = (
        *(licensed(one, "page") for one in dict.fromkeys(_licences(data))),
        *(marked(one, "a rel=license") for one in dict.fromkeys(_marked(root))),
        *_linked_terms(data),
        *_reservation(data),
        *waiting(documents),
    )
    return PageRights(_terms(data, partner), policies, documents)


def _terms(data: PageData, partner: Partner) -> Terms:
    article, terms = data.article, Terms(partner)
    stated = [one for one in data.all_metas(*_RIGHTS) if resolve(one) is None]
    terms.say("copyright_notice", text(article.get("copyrightNotice")) or next(iter(stated), ""))
    terms.say(
        "rights_holder", text(article.get("copyrightHolder")) or data.meta("dcterms.rightsholder")
    )
    for usage in texts(article.get("usageInfo")):
        terms.say_usage(usage)
        if web_address(usage):
            terms.say("evidence", Evidence(url=usage))
    if credit := text(article.get("creditText")):
        terms.say("duties", Duties(credit_line=credit))
    terms.say("price_contact", text(article.get("acquireLicensePage")))
    if "expires" in article:
        terms.limit("expires_at", text(article.get("expires")), "expires")
    return terms


def _licences(data: PageData) -> Iterator[str]:
    """As the page's own data name them; of metas about rights those that are licences."""
    yield from licences_of_things([data.article.get("license")])
    yield from data.all_metas(*_LICENCES)
    yield from (one for one in data.all_metas(*_RIGHTS) if resolve(one) is not None)
    for link in data.links.get("license", ()):
        if link.get("href") and _RSL_TYPE not in link.get("type", ""):
            yield link["href"]


def _marked(root: Element) -> Iterator[str]:
    for link in root.iter("a"):
        is_marked = "license" in (link.get("rel") or "").lower().split() and link.get("href")
        if is_marked and next(link.iterancestors("figure"), None) is None:
            yield str(link.get("href"))


def _linked_terms(data: PageData) -> Iterator[Stated]:
    """RSL terms that are elsewhere are not fetched (RL-11)."""
    for link in data.links.get("license", ()):
        if _RSL_TYPE in link.get("type", ""):
            yield unread(RSL, f"RSL terms at {shown(link.get('href', ''))}, not in the page")


def _reservation(data: PageData) -> Iterator[Stated]:
    """Text and data mining is reserved (TD-03); any value but 1 says nothing (TD-04)."""
    if any(one.strip() == "1" for one in data.all_metas("tdm-reservation")):
        permission = Permission(
            uses={Use.AI_TRAIN: _NO, Use.AI_INPUT: _NO},
            price_contact=web_address(data.meta("tdm-policy")),
        )
        yield Stated(origin=Origin.POLICY, permission=permission, name="tdm-reservation")


def _documents(root: Element) -> Iterator[PolicyDocument]:
    """RSL and ODRL that stand in scripts of the page."""
    scripts = [((one.get("type") or "").lower(), one.text or "") for one in root.iter("script")]
    rsl = [body.strip() for kind, body in scripts if _RSL_TYPE in kind]
    odrl = [body for kind, body in scripts if "json" in kind and is_policy(_parsed(body))]
    yield from numbered(RSL, RSL, rsl)
    yield from numbered("odrl", ODRL_JSON, odrl)


def _parsed(body: str) -> object:
    if "permission" not in body and "prohibition" not in body and "obligation" not in body:
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
