"""What RSS items and Atom entries have in common: the feed around them, and how they become items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from reprise.intake.feed_media import read_pictures, read_videos
from reprise.intake.feed_rights import around, documents_of, in_media, policies_of, terms_of
from reprise.intake.stated import Dates, language, make_submission, web_address
from reprise.intake.xml_reading import Element, attribute, children, first, language_of, text_in
from reprise.model.configuration import Partner
from reprise.model.reading import ReadItem
from reprise.model.submission import Action, Byline, Provenance, Source
from reprise.text.dates import read_date
from reprise.text.plain import html_to_text

_ONLY_EXCERPT = 0.4
"""Below the usual threshold: a text that says of itself that it goes on elsewhere waits."""
_FEW_WORDS, _SHORT = 40, 0.6
"""A text this short may be all there is, or a teaser."""
_SAME_BEGIN = 60
"""Characters: a summary that begins as the text does was cut from it."""
_CUT = re.compile(r"(?:\[?(?:…|\.{3}|&hellip;)\]?|\b(?:read (?:more|on)|continue reading)\b.{0,40})\W*$", re.IGNORECASE)  # fmt: skip
_EXCERPT_WORDS = 120
_EMAIL_NAME = re.compile(
    r"^\s*<?(?P<email>[^\s<>()@]+@[^\s<>()@]+)>?\s*(?:\((?P<name>[^()]+)\))?\s*$"
)


@dataclass(frozen=True, slots=True)
class Home:
    """
    The feed around an entry.

    Attributes:
        element: The element that holds the feed's own metadata.
        name / url: Its title and home page.
        feed_url / feed_id / updated_at: Its own address, id and stamp.
    """

    element: Element | None
    name: str = ""
    url: str | None = None
    feed_url: str | None = None
    feed_id: str | None = None
    updated: str = ""
    language: str = ""

    @classmethod
    def of_atom(cls, feed: Element) -> Home:
        """From an Atom ``feed`` or ``source``; an entry alone brings its own."""
        links = [*children(feed, "link")]
        return cls(
            element=feed,
            name=html_to_text(text_in(first(feed, "title"))),
            url=_link(links, "alternate"),
            feed_url=_link(links, "self"),
            feed_id=text_in(first(feed, "id")) or None,
            updated=text_in(first(feed, "updated")),
            language=language_of(feed),
        )

    def source(self, partner: Partner) -> Source | None:
        """The feed as the source of its entries."""
        if not self.name and not self.feed_url and not self.feed_id:
            return None
        stamp = read_date(self.updated, zone=partner.zone).instant if self.updated else None
        return Source(
            name=self.name or None,
            url=web_address(self.url),
            feed_url=web_address(self.feed_url),
            feed_id=self.feed_id,
            feed_title=self.name or None,
            feed_updated_at=stamp,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """
    An entry as written, before its values are checked.

    Attributes:
        values: Fields of a submission.
        published / updated: As written.
        summary / content: Markup; ``summary`` may be all there is.
        elsewhere: The text is at an address, not in the feed.
        origin: The feed that the entry itself names as its source.
    """

    values: dict[str, Any]
    published: str = ""
    updated: str = ""
    summary: str = ""
    content: str = ""
    elsewhere: bool = False
    origin: Source | None = None
    languages: tuple[str, ...] = field(default=())


def as_item(entry: Entry, element: Element, home: Home, partner: Partner, name: str) -> ReadItem:
    """
    The submission that *entry* is.

    Raises:
        RefusedError: A value does not fit its field.
    """
    values = dict(entry.values)
    item = values.get("id") or values.get("canonical_url") or name
    dates = Dates(partner)
    body, abstract, confidence = _texts(entry)
    action = _action(element)
    feed = around(element, home.element)
    documents = documents_of(element, feed)
    submission = make_submission(
        item,
        **values,
        published_at=dates.read("published_at", entry.published),
        updated_at=dates.read("updated_at", entry.updated),
        action=action,
        body_html=body,
        abstract=abstract,
        language=language(*entry.languages, home.language),
        pictures=tuple(read_pictures(element)),
        videos=tuple(read_videos(element)),
        source=_source(entry, home, partner),
        pub_status="withheld" if _media_state(element) == "blocked" else None,
        permission=terms_of(element, feed, partner).permission,
    )
    body_sure = Provenance(field="body", origin="feed", confidence=confidence)
    return ReadItem(
        submission,
        item=item,
        policies=policies_of(element, feed, documents),
        documents=documents,
        provenance=(body_sure, *dates.provenance("feed")) if action is Action.PUBLISH else (),
    )


def person(text: str) -> Byline | None:
    """A person as RSS writes one: ``mail@a.example (Ada Quill)``, or the name alone."""
    match = _EMAIL_NAME.match(text)
    if match is None:
        return Byline(name=text.strip()) if text.strip() else None
    name = (match["name"] or match["email"].partition("@")[0]).strip()
    return Byline(name=name, email=match["email"])


def _texts(entry: Entry) -> tuple[str | None, str | None, float]:
    """Body, abstract, and how sure it is that the body is the whole text."""
    if not entry.content:
        cut = entry.elsewhere or _is_cut(entry.summary)
        short = len(html_to_text(entry.summary).split()) < _FEW_WORDS
        return entry.summary or None, None, _ONLY_EXCERPT if cut else _SHORT if short else 1.0
    summary, content = html_to_text(entry.summary), html_to_text(entry.content)
    if _goes_on(summary, content):
        # Some put an excerpt where the text belongs; the longer of the two is the text.
        return entry.summary, None, 1.0
    told = summary and not _begins_alike(summary, content)
    return entry.content, summary if told else None, _ONLY_EXCERPT if _is_cut(content) else 1.0


def _goes_on(summary: str, content: str) -> bool:
    return len(summary) > 2 * len(content) and _is_cut(content)


def _is_cut(text: str) -> bool:
    plain = html_to_text(text) if "<" in text else text
    return len(plain.split()) < _EXCERPT_WORDS and bool(_CUT.search(plain.strip()))


def _begins_alike(summary: str, content: str) -> bool:
    one, other = " ".join(summary.split()), " ".join(content.split())
    return other.startswith(one[: min(_SAME_BEGIN, max(len(one) - 10, 1))])


def _source(entry: Entry, home: Home, partner: Partner) -> Source | None:
    """The source the entry names; the feed it came by is then the way it took (B63)."""
    own = home.source(partner)
    if entry.origin is None or not entry.origin.name or own is None or not own.name:
        return entry.origin or own
    chain = (own.name,) if own.name.casefold() != entry.origin.name.casefold() else ()
    return replace_source(entry.origin, chain)


def replace_source(source: Source, chain: tuple[str, ...]) -> Source:
    """*source* with the names of the publications it passed through."""
    return source.model_copy(update={"chain": (*source.chain, *chain)})


def _action(element: Element) -> Action:
    """``media:status`` says "deleted" where a destination takes back this way (B45)."""
    return Action.WITHDRAW if _media_state(element) == "deleted" else Action.PUBLISH


def _media_state(element: Element) -> str:
    found = (attribute(one, "state").lower() for one in _states(element))
    return next(found, "")


def _states(element: Element) -> Iterator[Element]:
    return (one for one in children(element, "status") if in_media(one))


def _link(links: list[Element], relation: str) -> str | None:
    found = (
        attribute(one, "href")
        for one in links
        if (attribute(one, "rel") or "alternate").lower() == relation
    )
    return next(found, None) or None


def with_languages(entry: Entry, element: Element) -> Entry:
    """*entry* with the languages its elements are marked with."""
    own = [text_in(one) for one in children(element, "language")]
    return replace(entry, languages=(*own, language_of(element)))
