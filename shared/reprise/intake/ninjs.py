"""
ninjs 1.x, 2.x and 3.x: one news item as JSON (row M4, NJ-01 to NJ-06).

The three lines spell and nest their properties differently (NJ-03), so each is looked up under the
names of all of them; what limits (embargo, end, rights) is read in whatever spelling it comes and
holds the article when it can't be understood. ``edNote`` is for staff and never published (NJ-05).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reprise.errors import Problem, RefusedError
from reprise.intake.ninjs_pictures import read_pictures, read_videos
from reprise.intake.ninjs_rights import rights_of
from reprise.intake.policies import waiting
from reprise.intake.received import Received
from reprise.intake.stated import (
    PUBLIC_ROLES,
    Dates,
    Terms,
    each_once,
    language,
    make_submission,
    web_address,
    whole_number,
)
from reprise.model.configuration import Partner
from reprise.model.permission import Stated
from reprise.model.reading import PolicyDocument, Reading, ReadItem
from reprise.model.submission import Byline, Source
from reprise.text.page_lines import read_byline

NAME = "ninjs"
Item = Mapping[str, Any]

_STATUSES = frozenset({"usable", "withheld", "canceled"})
_PARTIAL = frozenset({"incomplete", "partial"})
_ARTICLES = frozenset({"", "text", "composite"})
# Names that limit in no ninjs that we know: what they say is not passed over.
_LIMITING = re.compile(
    r"embargo|expir|restrict|licen[cs]e|^rights|rightsinfo|usagerule|validuntil", re.IGNORECASE
)
_UNDERSTOOD = frozenset({"embargoed", "embargoeduntil", "expires", "rightsinfo"})


def read(received: Received) -> Reading:
    """
    The items in *received*.

    Raises:
        RefusedError: It is one item, and that can't be taken.
    """
    if received.json.problems:
        raise RefusedError(received.name, *received.json.problems)
    value = received.json.value
    if isinstance(value, dict):
        return Reading(NAME, items=(read_item(value, received.partner),))
    items, failures = [], []
    for at, one in enumerate(value):
        try:
            items.append(read_item(one if isinstance(one, dict) else {}, received.partner))
        except RefusedError as error:
            name = error.item or f"{received.name}[{at}]"
            failures.append((name, error.problems))
    return Reading(NAME, items=tuple(items), failures=tuple(failures))


_CREATED = ("firstcreated", "firstCreated", "contentcreated", "contentCreated")


def read_item(item: Item, partner: Partner) -> ReadItem:
    """
    One item of whichever line of ninjs.

    Raises:
        RefusedError: Not a text, not complete, or with a status that ninjs does not know.
    """
    name = text(item, "uri", "guid")
    _check(item, name)
    pictures = tuple(read_pictures(item, partner))
    videos = tuple(read_videos(item, partner))
    addresses = [address for address in _alternatives(item) if web_address(address)]
    dates = Dates(partner)
    submission = make_submission(
        name,
        id=name,
        version=whole_number(text(item, "version")),
        pub_status=text(item, "pubstatus", "pubStatus").lower() or "usable",
        published_at=dates.read("published_at", *(text(item, name) for name in _CREATED)),
        updated_at=dates.read("updated_at", text(item, "versioncreated", "versionCreated")),
        headline=_headline(item),
        kicker=_with_role(item, "headlines", _KICKERS),
        abstract=_worded(item, "descriptions", "description_", _ABSTRACTS),
        body_html=_body(item),
        bylines=tuple(_bylines(item)),
        dateline=text(item, "located"),
        language=language(text(item, "language")),
        sections=each_once(_names(item, "subject", "subjects", "service")),
        keywords=each_once(
            [*_plain_list(item, "keywords"), *_names(item, *_CONCEPTS)]
        ),
        pictures=pictures,
        videos=videos,
        canonical_url=addresses[0] if addresses else None,
        alternate_urls=tuple(addresses[1:]),
        source=_source(item),
        slugline=text(item, "slugline"),
        ed_note=text(item, "ednote", "edNote"),
        permission=_terms(item, partner).permission,
    )  # fmt: skip
    policies, documents = _rights(item)
    return ReadItem(
        submission,
        item=name,
        policies=policies,
        documents=documents,
        provenance=dates.provenance("stated"),
    )


def text(item: Item, *names: str) -> str:
    """The first of *names* that holds a text (or a number), trimmed."""
    for name in names:
        value = item.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return ""


def objects(item: Item, *names: str) -> Iterator[Item]:
    """The objects listed under each of *names*; 1.x holds some as an object by name."""
    for name in names:
        value = item.get(name)
        if isinstance(value, list):
            yield from (one for one in value if isinstance(one, dict))
        elif isinstance(value, dict):
            yield from ({"name": key, **one} for key, one in value.items() if isinstance(one, dict))


def _check(item: Item, name: str) -> None:
    if not name:
        raise RefusedError("", Problem("missing", "uri", send="send the uri of the item"))
    status = text(item, "pubstatus", "pubStatus").lower() or "usable"
    if status not in _STATUSES:
        send = "send usable, withheld or canceled (one l)"
        raise RefusedError(name, Problem("not_allowed", "pubstatus", status, send))
    for spelling in ("representationtype", "representationType"):
        form = text(item, spelling).lower()
        if form in _PARTIAL and status == "usable":
            send = "send the complete item"
            raise RefusedError(name, Problem("incomplete", spelling, form, send))
    kind = text(item, "type").lower()
    if kind not in _ARTICLES:
        send = "send items of type text; pictures go into their associations"
        raise RefusedError(name, Problem("not_an_article", "type", kind, send))


# --- Texts ---------------------------------------------------------------------------------------

_KICKERS = ("kicker", "overline", "eyebrow", "label")
_ABSTRACTS = ("abstract", "summary", "standfirst", "lead", "short", "main", "")
_MAIN = ("main", "primary", "full", "body", "default", "")
_CONCEPTS = ("person", "people", "organisation", "organisations", "place", "places", "event",
             "events", "object", "objects")  # fmt: skip
_AUTHORS = frozenset({"author", "creator", "writer", "byline", "reporter", "correspondent"})


def _headline(item: Item) -> str:
    by_role = _with_role(item, "headlines", (*_MAIN, "headline"))
    return text(item, "headline") or by_role or _flat(item, "headline_") or text(item, "title")


def _body(item: Item) -> str | None:
    """HTML where there is some, else the text with its paragraphs."""
    html = text(item, "body_html", "body_xhtml")
    if html:
        return html
    bodies = list(_ranked(objects(item, "bodies"), _MAIN))
    for one in bodies:
        if "html" in text(one, "contenttype", "contentType").lower():
            return text(one, "value")
    plain = text(item, "body_text") or next((text(one, "value") for one in bodies), "")
    return plain or _flat(item, "body_") or None


def _with_role(item: Item, name: str, roles: Sequence[str]) -> str:
    """The first text listed under *name* whose role is one of *roles*."""
    found = {
        text(one, "role").lower().rpartition(":")[2]: one
        for one in reversed([*objects(item, name)])
    }
    return next((text(found[role], "value") for role in roles if role in found), "")


def _worded(item: Item, name: str, prefix: str, roles: Sequence[str]) -> str:
    """A text that 1.x names by its format and 2.x and 3.x list by role."""
    flat = text(item, f"{prefix}text", f"{prefix}html")
    listed = _with_role(item, name, roles)
    return flat or listed or _flat(item, prefix)


def _flat(item: Item, prefix: str) -> str:
    return next((text(item, name) for name in sorted(item) if name.startswith(prefix)), "")


def _ranked(found: Iterator[Item], roles: Sequence[str]) -> list[Item]:
    def rank(one: Item) -> int:
        role = text(one, "role").lower().rpartition(":")[2]
        return roles.index(role) if role in roles else len(roles)

    return sorted(found, key=rank)


def _bylines(item: Item) -> Iterator[Byline]:
    stated = text(item, "byline", "by")
    names = read_byline(stated) or read_byline(f"By {stated}") or ((stated,) if stated else ())
    authors = [*objects(item, "authors")]
    authors += [one for one in objects(item, "person", "people") if _role(one) in _AUTHORS]
    listed = {text(one, "name"): one for one in authors if text(one, "name")}
    for name in names or listed:
        role = text(listed.get(name, {}), "role")
        yield Byline(name=name, role=role if role.lower() not in _AUTHORS else None)


def _role(one: Item) -> str:
    return (text(one, "rel") or text(one, "role")).lower().rpartition(":")[2]


def _names(item: Item, *names: str) -> list[str]:
    return [text(one, "name", "literal") for one in objects(item, *names)]


def _plain_list(item: Item, name: str) -> list[str]:
    value = item.get(name)
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _source(item: Item) -> Source | None:
    """Who originated it, else who is named first; those after it are how it came to us."""
    named = objects(item, "infosource", "infosources", "infoSources")
    parties = [one for one in named if _role(one) in PUBLIC_ROLES]
    parties.sort(key=lambda one: _role(one) not in {"originator", "origin", "source"})
    names = each_once([*(text(one, "name") for one in parties), text(item, "source")])
    if not names:
        return None
    address = web_address(text(parties[0], "uri")) if parties else None
    return Source(name=names[0], url=address, chain=names[1:])


def _alternatives(item: Item) -> Iterator[str]:
    """Addresses among the alternative ids: an object by name in 1.x, a list later."""
    value = item.get("altids") or item.get("altIds")
    if isinstance(value, dict):
        yield from (one for one in value.values() if isinstance(one, str))
    yield from (text(one, "value") for one in objects(item, "altids", "altIds"))
    yield text(item, "uri")


# --- Rights --------------------------------------------------------------------------------------


def _terms(item: Item, partner: Partner) -> Terms:
    terms = Terms(partner)
    terms.say("rights_holder", text(item, "copyrightholder", "copyrightHolder"))
    terms.say("copyright_notice", text(item, "copyrightnotice", "copyrightNotice"))
    terms.say_usage(text(item, "usageterms", "usageTerms"))
    for name, value in item.items():
        known = name.lower()
        if known in {"embargoed", "embargoeduntil"}:
            _limit(terms, "embargoed_until", value, name)
        elif known == "expires":
            _limit(terms, "expires_at", value, name)
        elif (
            _LIMITING.search(name) and known not in _UNDERSTOOD and value not in (None, "", [], {})
        ):
            terms.doubt(f"{name}: not a property of ninjs")
    return terms


def _limit(terms: Terms, field: str, value: object, place: str) -> None:
    """``null`` is not stated; an empty text is, and holds (as NM-01)."""
    if value is not None and not isinstance(value, str):
        terms.doubt(f"{place}: not a date")
    else:
        terms.limit(field, value, place)


def _rights(item: Item) -> tuple[tuple[Stated, ...], tuple[PolicyDocument, ...]]:
    """Every ``rightsInfo``, in whatever spelling: a policy inside, or a link to one (NJ-04)."""
    found = [*rights_of(item)]
    documents = tuple(one for one in found if isinstance(one, PolicyDocument))
    stated = (one for one in found if isinstance(one, Stated))
    return (*stated, *waiting(documents)), documents
