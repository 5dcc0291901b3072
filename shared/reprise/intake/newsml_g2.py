"""
NewsML-G2: a newsItem, a packageItem, or a newsMessage with many of both (row M5, NM-01, NM-02).

Each text is an article; pictures join the text that a package or a link names. A canceled item is
a withdrawal. ``edNote`` and ``slugline`` are for staff and never published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reprise.errors import Problem, RefusedError
from reprise.intake.marks import NEWSML_ITEMS
from reprise.intake.newsml_content import (
    VIDEO,
    ItemText,
    class_of,
    is_medium,
    pictures_of,
    read_text,
    videos_of,
)
from reprise.intake.newsml_packages import companions, members
from reprise.intake.newsml_rights import CANCELED, WITHHELD, code, embargo_of, rights_of, status_of
from reprise.intake.nitf import article_values
from reprise.intake.nitf_rights import holders_terms, own_terms
from reprise.intake.nitf_rights import status_of as nitf_status
from reprise.intake.received import Received
from reprise.intake.stated import (
    PUBLIC_ROLES,
    Dates,
    each_once,
    instant,
    language,
    make_submission,
    note,
    web_address,
    whole_number,
)
from reprise.intake.xml_reading import (
    Element,
    attribute,
    children,
    first,
    language_of,
    local,
    parse_xml,
    text_in,
)
from reprise.model.configuration import Partner
from reprise.model.permission import Stated
from reprise.model.reading import Reading, ReadItem
from reprise.model.receipt import Note
from reprise.model.submission import Action, Byline, Source, Submission
from reprise.text.page_lines import read_byline

NAME = "newsml-g2"
_TEXTS = frozenset({"text", "composite", "article"})


def read(received: Received) -> Reading:
    """
    The articles in *received*.

    Raises:
        RefusedError: It can't be read, or holds no text and takes back none.
    """
    root = parse_xml(received.text, received.name)
    items = [root] if local(root) in NEWSML_ITEMS else [*_in_message(root)]
    message = _Message(items, received)
    reading = message.reading()
    if not reading.items and not reading.failures:
        send = "send the newsItems with the texts, in the same newsMessage"
        raise RefusedError(received.name, Problem("no_article", found=local(root), send=send))
    if local(root) in NEWSML_ITEMS and reading.failures:
        raise RefusedError(*_first(reading))
    return reading


def _first(reading: Reading) -> tuple[Any, ...]:
    name, problems = reading.failures[0]
    return (name, *problems)


def _in_message(root: Element) -> Iterator[Element]:
    for item_set in children(root, "itemSet"):
        yield from children(item_set, *NEWSML_ITEMS)


class _Message:
    """The items of a message by what they are."""

    def __init__(self, items: list[Element], received: Received) -> None:
        self.received = received
        self.partner = received.partner
        self.packages = [one for one in items if local(one) == "packageItem"]
        self.others = [one for one in items if local(one) not in {"newsItem", "packageItem"}]
        self.news = [one for one in items if local(one) == "newsItem"]
        self.media = {attribute(one, "guid"): one for one in self.news if is_medium(one)}
        self.texts = [one for one in self.news if not is_medium(one)]

    def reading(self) -> Reading:
        by_guid = {attribute(one, "guid"): one for one in self.texts}
        of_text = companions(self.packages, by_guid, self.media)
        items: list[ReadItem] = []
        failures: list[tuple[str, tuple[Problem, ...]]] = []
        for at, text in enumerate(self.texts):
            name = attribute(text, "guid") or f"{self.received.name}[{at}]"
            beside = [self.media[guid] for guid in of_text.get(attribute(text, "guid"), ())]
            try:
                items.append(self._item(text, name, beside))
            except RefusedError as error:
                failures.append((error.item, error.problems))
        failures += [(name, (problem,)) for name, problem in self._pictures_taken_back(of_text)]
        notes = tuple(self._notes({one for names in of_text.values() for one in names}))
        return Reading(NAME, items=tuple(items), failures=tuple(failures), notes=notes)

    def _item(self, item: Element, name: str, beside: list[Element]) -> ReadItem:
        if status_of(item) == CANCELED:
            return ReadItem(_taken_back(item, name, self.partner), item=name)
        text = read_text(item)
        if class_of(item) not in _TEXTS and not (text.html or text.text or text.nitf is not None):
            send = "send newsItems of class text, or pictures and videos beside a text"
            problem = Problem("not_an_article", "itemMeta/itemClass", class_of(item), send)
            raise RefusedError(name, problem)
        films = [item, *(one for one in beside if class_of(one) == VIDEO)]
        still = [item, *(one for one in beside if class_of(one) != VIDEO)]
        media = {
            "pictures": tuple(one for each in still for one in pictures_of(each, self.partner)),
            "videos": tuple(one for each in films for one in videos_of(each, self.partner)),
        }
        return _article(item, name, text, media, self._package_limits(item), self.partner)

    def _package_limits(self, item: Element) -> tuple[Stated, ...]:
        guid = attribute(item, "guid")
        holding = (one for one in self.packages if guid in members(one))
        return tuple(stated for one in holding for stated in embargo_of(one, self.partner))

    def _pictures_taken_back(self, of_text: dict[str, list[str]]) -> Iterator[tuple[str, Problem]]:
        """A picture alone can't be taken out of an article that is stored."""
        joined = {one for names in of_text.values() for one in names}
        for guid, picture in self.media.items():
            if status_of(picture) == CANCELED and guid not in joined:
                send = "send the article again without the picture"
                yield guid, Problem("picture_taken_back", "itemMeta/pubStatus", CANCELED, send)

    def _notes(self, joined: set[str]) -> Iterator[Note]:
        for guid, picture in self.media.items():
            if guid not in joined and status_of(picture) != CANCELED:
                send = "name it in a package or a link of its text"
                yield note("picture_without_article", "newsItem", guid, send)
        for package in self.packages:
            if status_of(package) == CANCELED:
                send = "its items stay; cancel each that is to go"
                yield note("package_canceled", "packageItem", attribute(package, "guid"), send)
        for other in self.others:
            yield note("not_an_article", local(other), attribute(other, "guid"))


# --- One text -----------------------------------------------------------------------------------


def _taken_back(item: Element, name: str, partner: Partner) -> Submission:
    if not attribute(item, "guid"):
        raise RefusedError(name, Problem("missing", "@guid", send="send the guid of the item"))
    return make_submission(
        name,
        action=Action.WITHDRAW,
        id=item.get("guid"),
        version=whole_number(item.get("version")),
        updated_at=instant(text_in(first(item, "itemMeta", "versionCreated")), partner),
        pub_status=CANCELED,
    )


def _article(
    item: Element,
    name: str,
    text: ItemText,
    media: Mapping[str, tuple[Any, ...]],
    limits: tuple[Stated, ...],
    partner: Partner,
) -> ReadItem:
    rights = rights_of(item, partner)
    dates = Dates(partner)
    values = {**_values(item, text, dates), **media}
    status, policies = status_of(item), (*rights.policies, *limits)
    removals: tuple[Any, ...] = ()
    if text.nitf is not None:
        within = Dates(partner)
        inner, inside = article_values(text.nitf, within)
        dates.unsure |= {name: sure for name, sure in within.unsure.items() if not values[name]}
        values = _joined(values, inner)
        removals = inside.removals
        policies += own_terms(text.nitf, partner).stated("nitf/docdata")
        policies += holders_terms(text.nitf, partner)
        if nitf_status(first(text.nitf, "head", "docdata")) in {WITHHELD, CANCELED}:
            status = WITHHELD
    submission = make_submission(
        name,
        id=item.get("guid"),
        version=whole_number(item.get("version")),
        pub_status=WITHHELD if status == WITHHELD else "usable",
        permission=rights.terms.permission,
        **values,
    )
    return ReadItem(
        submission,
        item=name,
        policies=policies,
        removals=removals,
        documents=tuple(rights.documents),
        provenance=dates.provenance("stated"),
    )


def _joined(outer: dict[str, Any], inner: dict[str, Any]) -> dict[str, Any]:
    """The item's own metadata; what it does not say, the NITF inside says."""
    pictures = (*outer["pictures"], *inner["pictures"])
    said = {key: value for key, value in outer.items() if value not in (None, "", ())}
    notes = "\n".join(filter(None, (outer["ed_note"], inner["ed_note"])))
    body = outer["body_html"] + inner["body_html"]
    return inner | said | {"pictures": pictures, "ed_note": notes, "body_html": body}


def _values(item: Element, text: ItemText, dates: Dates) -> dict[str, Any]:
    meta, content = first(item, "itemMeta"), first(item, "contentMeta")
    spoken = language(
        *(attribute(one, "tag") for one in children(content, "language")),
        text.language,
        language_of(item),
    )
    headlines = _Worded(children(content, "headline"), spoken)
    described = _Worded(children(content, "description"), spoken)
    below = headlines.in_role("sub", "deck", "secondary")
    abstract = (
        described.in_role("summary", "abstract", "intro", "lead", "teaser") or described.plain
    )
    lead = f"<h2>{_escaped(below)}</h2>" if below and abstract else ""
    return {
        "headline": headlines.plain or headlines.in_role("main", "head", "title"),
        "kicker": headlines.in_role("kicker", "overline", "eyebrow", "label"),
        "abstract": abstract or below,
        "bylines": tuple(_bylines(content)),
        "dateline": text_in(first(content, "dateline")),
        "body_html": lead + text.html if text.html or text.nitf is not None else "",
        "body_text": "" if text.html else text.text,
        "language": spoken,
        "sections": each_once(_concepts(content, of_named=False)),
        "keywords": each_once(
            [*(text_in(one) for one in _public(content, "keyword")), *_concepts(content, of_named=True)]
        ),
        "canonical_url": next(_addresses(item, text), None),
        "source": _source(item),
        "slugline": text_in(first(content, "slugline")),
        "ed_note": "\n".join(note for one in children(meta, "edNote") if (note := text_in(one))),
        "correction": _correction(meta),
        "published_at": dates.read(
            "published_at", text_in(first(content, "contentCreated")), text_in(first(meta, "firstCreated"))
        ),
        "updated_at": dates.read("updated_at", text_in(first(meta, "versionCreated"))),
    }  # fmt: skip


class _Worded:
    """Texts of one kind by role, those in the content's language first."""

    def __init__(self, elements: Iterable[Element], spoken: str | None) -> None:
        wanted = (spoken or "").split("-")[0].lower()
        found = [one for one in elements if not _is_constrained(one)]
        found.sort(
            key=lambda one: bool(wanted) and language_of(one)[: len(wanted)].lower() != wanted
        )
        self._found = [(_role(one), text) for one in found if (text := text_in(one))]

    @property
    def plain(self) -> str:
        """The first without a role."""
        return next((text for role, text in self._found if not role), "")

    def in_role(self, *roles: str) -> str:
        """The first whose role holds one of *roles*."""
        return next((text for role, text in self._found if any(one in role for one in roles)), "")


def _role(element: Element) -> str:
    stated = attribute(element, "role") or attribute(element, "roleuri")
    return stated.replace("/", ":").rpartition(":")[2].lower()


def _is_constrained(element: Element) -> bool:
    """A property whose publication is constrained is left out: the constraint is in a scheme."""
    return bool(attribute(element, "pubconstraint") or attribute(element, "pubconstrainturi"))


def _public(parent: Element | None, *names: str) -> Iterator[Element]:
    return (one for one in children(parent, *names) if not _is_constrained(one))


def _bylines(content: Element | None) -> Iterator[Byline]:
    creators = {name: one for one in _public(content, "creator") if (name := _name(one))}
    stated = [text_in(one) for one in _public(content, "by")]
    written = [
        name
        for text in stated
        for name in (read_byline(text) or read_byline(f"By {text}") or ((text,) if text else ()))
    ]
    for name in written or creators:
        details = first(creators.get(name), "personDetails", "affiliation")
        yield Byline(name=name, organisation=_name(details) or None)


def _name(element: Element | None) -> str:
    names = [text_in(one) for one in children(element, "name")]
    return next((one for one in names if one), "") or attribute(element, "literal")


_NAMED = frozenset({"person", "organisation", "organization", "geoarea", "poi", "object", "event"})


def _concepts(content: Element | None, *, of_named: bool) -> Iterator[str]:
    """Names of subjects: topics, or the people, places and things (``type`` of the concept)."""
    for subject in _public(content, "subject"):
        kind = attribute(subject, "type") or attribute(subject, "typeuri")
        named = kind.replace("/", ":").rpartition(":")[2].lower() in _NAMED
        if named is of_named:
            yield _name(subject)


def _addresses(item: Element, text: ItemText) -> Iterator[str]:
    meta = first(item, "itemMeta")
    for link in children(meta, "link"):
        if "canonical" in (attribute(link, "rel") + attribute(link, "reluri")).lower():
            yield from filter(None, (web_address(link.get("href")),))
    for one in (*children(meta, "altRep"), *children(first(item, "contentMeta"), "altId")):
        yield from filter(None, (web_address(text_in(one)),))
    if text.canonical_url:
        yield text.canonical_url


def _source(item: Element) -> Source | None:
    """Who originated it, else who is named first; those after it are how it came to us."""
    named = _public(first(item, "contentMeta"), "infoSource")
    parties = [one for one in named if _role(one) in PUBLIC_ROLES]
    parties.sort(key=lambda one: _role(one) not in {"originator", "origcont", "origin", "source"})
    names = each_once([*map(_name, parties), _name(first(item, "itemMeta", "provider"))])
    return Source(name=names[0], chain=names[1:]) if names else None


def _correction(meta: Element | None) -> str | None:
    """A signal says that it corrects; its words are for staff, so none are shown."""
    signals = {code(one) for one in children(meta, "signal")}
    return "" if any("correct" in one for one in signals) else None


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
