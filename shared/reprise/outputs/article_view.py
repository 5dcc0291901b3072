"""What an article's page shows of its entry, and where: text, credit, pictures, rows of facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lxml import html

from reprise.model.configuration import Publication
from reprise.model.document import Entry, License, ShownPicture, ShownVideo
from reprise.model.permission import CreditPlace
from reprise.outputs import places
from reprise.outputs.addresses import host_of, public_uri
from reprise.outputs.excerpt import plain_text
from reprise.outputs.listing import Lists
from reprise.outputs.pictures import html_text
from reprise.outputs.places import address
from reprise.outputs.structured import first_published
from reprise.outputs.words import Words
from reprise.text.licences import resolve


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of what is to be known about an article."""

    term: str
    text: str
    url: str | None = None
    rel: str = ""
    at: datetime | None = None
    foreign: bool = False
    """In the language of the article, not of the page."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as it is shown. ``licence`` is named and linked when we know it."""

    url: str
    alt: str
    caption: str
    credits: tuple[str, ...]
    licence: License | None
    width: int | None
    height: int | None


@dataclass(frozen=True, slots=True)
class Film:
    """
    A video as it is shown.

    Attributes:
        url: Of the file, which the browser plays.
        player_url: Of the page that plays it, where there is no file.
    """

    title: str
    url: str | None
    player_url: str | None
    poster: str | None
    caption: str
    credits: tuple[str, ...]
    licence: License | None
    width: int | None
    height: int | None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Decides, for one entry, what stands where on its page."""

    entry: Entry
    words: Words

    @property
    def content(self) -> str:
        """
        The text, with what the rights demand around it; the correction has its own place here.
        """
        entry = self.entry
        text = entry.content_html
        if text is None:
            return f"<p>{html_text(entry.summary)}</p>"
        if entry.correction:
            text = text.replace(f'<p class="correction">{html_text(entry.correction)}</p>', "", 1)
        return text

    def is_excerpt(self) -> bool:
        """Whether less than the article is shown: then the text is the summary, and cut."""
        summary = self._summary()
        return summary.endswith("…") and self._beginning().startswith(summary)

    def standfirst(self) -> str:
        """The summary, unless it is nothing but the beginning of the text that follows."""
        summary = self._summary()
        return "" if self._beginning().startswith(summary.rstrip("… ")) else summary

    def _summary(self) -> str:
        return " ".join(self.entry.summary.split())

    def _beginning(self) -> str:
        return " ".join(plain_text(self.content).split())

    def bylines(self) -> str:
        """*By A and B*; a name that says "by" itself is left as it is."""
        names = [byline.name for byline in self.entry.bylines]
        return self.words["by"].format(names=self.words.names(names)) if names else ""

    def pictures(self) -> tuple[ShownPicture, ...]:
        """Pictures that are not in the text already, with an alternative text each."""
        text = self.content
        return tuple(
            picture.model_copy(update={"alt": picture.alt or picture.caption or ""})
            for picture in self.entry.pictures
            if public_uri(picture.url) and html_text(picture.url) not in text
        )

    def figures(self) -> tuple[Figure, ...]:
        """The same with what is printed below each."""
        return tuple(_figure(picture) for picture in self.pictures())

    def films(self) -> tuple[Film, ...]:
        """The videos, with what is printed below each."""
        return tuple(_film(video, self.words["video"]) for video in self.entry.videos)

    def credit_at(self) -> str:
        """Where the credit line still has to be put: nowhere, when the text carries it."""
        line = self.entry.credit_line
        if not line or html_text(line) in self.content:
            return ""
        return "head" if self.entry.credit_place is CreditPlace.HEAD else "tail"

    def updated_at(self) -> datetime | None:
        """Last significant change, if the text has changed since it first stood here."""
        changed = self.entry.updated_at > self.entry.published_at
        return self.entry.updated_at if changed else None

    def facts(self, publication: Publication, lists: Lists) -> list[Fact]:
        """Source, original, dates, rights: the rows below the text."""
        day = address(places.day_key(lists.day), publication) if lists.day else None
        rows = [*self._origin(), *self._dates(day), *self._credits(), *self._rights(publication)]
        return [row for row in rows if row.text]

    def _origin(self) -> Iterable[Fact]:
        entry, words = self.entry, self.words
        yield Fact(words["source"], entry.source.name or "", public_uri(entry.source.url))
        original = public_uri(entry.canonical_url)
        if original:
            text = words["read_original"].format(host=host_of(original))
            yield Fact(words["original"], text, original)

    def _dates(self, day: str | None) -> Iterable[Fact]:
        entry, words = self.entry, self.words
        if first_published(entry) < entry.published_at:
            at = first_published(entry)
            yield Fact(words["first_published"], words.moment(at), at=at)
        here = entry.published_at
        yield Fact(words["published_here"], words.moment(here), day, at=here)

    def _credits(self) -> Iterable[Fact]:
        """Credits of pictures in the text that the text itself does not give (complaint C23)."""
        shown = _text(self.content)
        inside = {picture.url for picture in self.entry.pictures} - {p.url for p in self.pictures()}
        named = (p.credit for p in self.entry.pictures if p.url in inside and p.credit)
        missing = dict.fromkeys(credit for credit in named if credit not in shown)
        yield Fact(self.words["pictures"], "; ".join(missing), foreign=True)

    def _rights(self, publication: Publication) -> Iterable[Fact]:
        terms, words = self.entry.terms, self.words
        for text in dict.fromkeys((terms.copyright_notice, terms.rights, terms.usage_terms)):
            yield Fact(words["rights"], text or "", foreign=True)
        if terms.license:
            yield Fact(words["licence"], terms.license.name, terms.license.url, rel="license")
        elif terms.license_unstated:
            yield Fact(words["licence"], words["licence_unstated"])
        if not {"all", "ai-all", "ai-train"} & {*terms.permits}:
            url = address(places.LICENSE_KEY, publication)
            yield Fact(words["mining"], words["mining_terms"], url)
        if terms.expires:
            yield Fact(words["until"], words.moment(terms.expires), at=terms.expires)


def _film(video: ShownVideo, label: str) -> Film:
    return Film(
        title=video.title or label,
        url=video.url,
        player_url=None if video.url else video.player_url,
        poster=video.poster,
        caption=video.caption or "",
        credits=tuple(dict.fromkeys(filter(None, (video.credit, video.rights)))),
        licence=_licence(video.licence),
        width=video.width,
        height=video.height,
    )


def _figure(picture: ShownPicture) -> Figure:
    return Figure(
        url=picture.url,
        alt=picture.alt or "",
        caption=picture.caption or "",
        credits=tuple(dict.fromkeys(filter(None, (picture.credit, picture.rights)))),
        licence=_licence(picture.licence),
        width=picture.width,
        height=picture.height,
    )


def _licence(stated: str | None) -> License | None:
    """By its name and address if we know it, else as stated."""
    known = resolve(stated) if stated else None
    url = (known.url if known else None) or public_uri(stated)
    name = known.name if known else stated
    return License(name, url) if name else None


def _text(body_html: str) -> str:
    """All text of a body, captions too, with single spaces."""
    root = html.fragment_fromstring(body_html, create_parent="div")
    return " ".join(root.text_content().split())
