"""
The fields of a page: what it says for machines, checked against what it shows to people (B9).

Each field has a list of witnesses in the order of trust; agreement of two makes it surer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reprise.intake.page_data import PageData, text, texts, things
from reprise.intake.page_head import (
    PageHead,
    head_of,
    names_beside_time,
    names_of,
    section_of,
    signature_of,
    times_of,
)
from reprise.intake.page_text import camel_parted, key_of, one_line
from reprise.intake.page_units import PageUnit, zone_of
from reprise.intake.page_videos import read_videos
from reprise.intake.stated import each_once, web_address, whole_number
from reprise.intake.xml_reading import Element
from reprise.model.configuration import Partner
from reprise.model.submission import Byline, Picture, Source, Video
from reprise.text.addresses import cleaned, host_of
from reprise.text.dates import ReadDate, find_date, read_date
from reprise.text.languages import detect_language, is_other_language, language_tag
from reprise.text.normalise import normalise_line, unescape_entities
from reprise.text.page_lines import is_name, read_byline, read_inline_byline

_SEPARATORS = re.compile(r"\s+[|–—·•»:\-]+\s+|\s*[|»｜]\s*|：|\s+_\s+|(?<=[\u3040-\u9fff])_|_(?=[\u3040-\u9fff])")  # fmt: skip
_EDGES = " |–—·•»:：｜_-"
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:dek|standfirst|sub-?title|sub-?head(?:line|ing)?|lede?|lead|intro(?:duction)?|"
    r"teaser-?text|abstract|excerpt|summary|chapo|chapeau|entradilla|bajada|sottotitolo|sommario|"
    r"kicker-?text|article-?description|deck|underline)(?:$|[\s_-])",
    re.IGNORECASE,
)
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|eyebrow|overline|rubric|dachzeile|surtitre|antetitulo|occhiello|label)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LEAD = re.compile(r"lede?|lead|intro", re.IGNORECASE)
_LONGEST_LINE, _LINK = 40, 0.5
"""Words of a line that may be the headline without being marked so, and its share of links."""
_TELLING = 300
"""Characters of a text that may overrule the language a page states."""
_SIGNED = 15
"""Words of a paragraph that may say in brackets who wrote it."""
_LONGEST_STANDFIRST = 90
"""Words."""
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "pubdate",
    "publishdate", "published_time", "publication_date", "citation_publication_date",
    "citation_online_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date", "dcterms.date", "article_date_original", "originalpublicationdate", "cdate", "date",
    "timestamp", "ptime", "og:pubdate", "created", "displaydate", "rnews:datepublished",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "date.modified", "last-modified",
    "lastmod", "dcterms.modified", "dc.date.modified", "revision_date", "updated_time",
)  # fmt: skip
_AUTHORS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "citation_author", "byl", "article:author_name", "cxenseparse:author", "twitter:data1",
    "og:article:author", "rnews:creator", "articleauthor", "article_author", "shareaholic:article_author_name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A value and how sure it is, 0 to 1."""

    value: Any
    sure: float = 1.0
    key: str = ""


def _as_sure(date: ReadDate | None, most: float) -> Told:
    """*date*, as sure as it is in itself and at *most*."""
    return Told(None, 0.0) if date is None else Told(date.instant, min(date.confidence, most))


SHORTEST_BEGINNING = 8
"""Characters by which a title that was cut short is known again in the headline."""

LONGEST_SECTION = 80
"""Characters: what is longer is a sentence, not a section."""


class PageFields:
    """
    Reads the fields of one page.

    Args:
        data: What the page says for machines.

        units: What it shows.

        source: The markup, for what stands in comments.
    """

    def __init__(
        self, data: PageData, root: Element, units: list[PageUnit], *, source: str, partner: Partner
    ) -> None:
        self.data, self.root, self.units, self.partner = data, root, units, partner
        self.article = data.article
        saved = _SAVED_FROM.search(source[:5000])
        self.saved_from = web_address(saved[1]) if saved else None
        self._heading_keys = {unit.key for unit in units if unit.is_heading}
        self._line_keys = {
            unit.key
            for unit in units
            if unit.words <= _LONGEST_LINE and unit.linked < _LINK and not unit.zone
        }
        self.title = self._headline()
        self.head = head_of(units, self.title.key)

    # --- Address and source -----------------------------------------------------------------

    def canonical_url(self) -> str | None:
        """Where the original is: what the copy names as its source, else its own address."""
        original = next((text(one.get("url") or one.get("@id")) for one in things(self.article.get("isBasedOn"))), "")  # fmt: skip
        stated = (
            self.data.meta("syndication-source", "original-source"),
            original,
            self.data.link("canonical"),
            self.data.meta("og:url"),
            text(self.article.get("mainEntityOfPage")),
            text(self.article.get("url")),
            self.saved_from or "",
        )
        found = [one for one in (self._absolute(address) for address in stated) if one]
        # A canonical address that is the home page is a slip of the template.
        deep = [
            one for one in found if one.split("//", 1)[1].strip("/").count("/") > 0 or "?" in one
        ]
        return next(iter(deep or found), None)

    def base_url(self) -> str | None:
        """What relative addresses are relative to."""
        declared = next(
            (one.get("href") for one in self.root.iter("base") if one.get("href")), None
        )
        own = self.saved_from or self._absolute(
            self.data.link("canonical") or self.data.meta("og:url")
        )
        return cleaned(declared, own) if declared and cleaned(declared, own) else own

    def alternate_urls(self, canonical: str | None) -> tuple[str, ...]:
        """The page's other addresses."""
        stated = [self.data.link("canonical"), self.data.meta("og:url"), self.data.link("amphtml")]
        found = [self._absolute(address) for address in stated if address]
        return each_once(one for one in found if one and one != canonical)

    def _absolute(self, address: str) -> str | None:
        base = self.saved_from or self.partner.url
        return cleaned(address, base) if address else None

    def site_names(self) -> list[str]:
        """Names of the site, for telling them from headlines and people."""
        publishers = [text(one.get("name")) for one in things(self.article.get("publisher"))]
        metas = self.data.all_metas("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "publisher", "dc.publisher", "copyright")  # fmt: skip
        return [name.lstrip("@") for name in each_once([*publishers, *metas]) if len(name) < 80]  # noqa: PLR2004

    def source(self) -> Source | None:
        """The publication the page is of, or the one it says it has the article from."""
        names = self.site_names()
        origins = [text(one.get("name")) for one in things(self.article.get("sourceOrganization"))]
        publisher = next(iter(things(self.article.get("publisher"))), {})
        address = web_address(text(publisher.get("url"))) or self._home()
        own = names[0] if names else ""
        name = next((one for one in origins if one), "") or own
        if not name:
            return None
        chain = (own,) if own and key_of(own) != key_of(name) else ()
        return Source(name=name, url=address if not chain else None, chain=chain)

    def _home(self) -> str | None:
        own = self._absolute(self.data.link("canonical") or self.data.meta("og:url"))
        return f"https://{own.split('/')[2]}/" if own else None

    # --- Headline and what stands around it --------------------------------------------------

    def headline(self) -> Told:
        """The headline; see :meth:`_headline`."""
        return self.title

    def _headline(self) -> Told:
        """What is shown as the headline, where the page's data say the same; else what they say."""
        told = [text(self.article.get("headline")), text(self.article.get("name")), *self._titles()]
        told = [self._without_site(normalise_line(unescape_entities(one))) for one in told if one]
        shown = [unit for unit in self.units if unit.tag == "h1" and unit.text]
        for unit in shown:
            if any(_alike(unit.text, one) for one in told):
                return Told(unit.text, 0.98, unit.key)
        if told and text(self.article.get("headline")):
            return Told(told[0], 0.9, key_of(told[0]))
        for unit in [one for one in self.units if one.is_heading]:
            if any(_alike(unit.text, one) for one in told):
                return Told(unit.text, 0.9, unit.key)
        for one in told:
            if key_of(one) in self._line_keys:
                return Told(one, 0.85, key_of(one))
        proper = [unit for unit in shown if not unit.zone]
        if len(proper) == 1 and any(_shortens(one, proper[0].key) for one in told):
            return Told(proper[0].text, 0.9, proper[0].key)
        if told:
            return Told(told[0], 0.8, key_of(told[0]))
        return Told(proper[0].text, 0.7, proper[0].key) if len(proper) == 1 else Told("", 0.0)

    def _titles(self) -> list[str]:
        title = next((one_line_of(one) for one in self.root.iter("title")), "")
        return [self.data.meta("og:title"), self.data.meta("twitter:title", "dc.title", "parsely-title", "sailthru.title", "title"), title]  # fmt: skip

    def _without_site(self, title: str) -> str:
        """*title* without the name of the site before or behind it."""
        parts = _SEPARATORS.split(title)
        if len(parts) < 2:  # noqa: PLR2004 - a separator parts two
            return title
        shown = self._shown_part(title, parts)
        if shown:
            return shown
        names = {key_of(name) for name in self.site_names()}
        hosts = self._host_names()
        last, first = key_of(parts[-1]), key_of(parts[0])
        if last and (
            last in names | hosts or any(last in one or one in last for one in names if one)
        ):
            return title[: title.rindex(parts[-1])].rstrip(_EDGES)
        if first and first in names | hosts:
            return title[title.index(parts[1]) :]
        return title

    def _shown_part(self, title: str, parts: list[str]) -> str:
        """The longest beginning or end of *title* that the page shows as a line, headings first."""
        heads = [title[: title.rindex(part)].rstrip(_EDGES) for part in parts[1:]]
        tails = [title[title.index(part) :] for part in parts[1:]]
        for keys in (self._heading_keys, self._line_keys):
            found = [one for one in (*heads, *tails) if one and key_of(one) in keys]
            if found:
                return max(found, key=len)
        return ""

    def _host_names(self) -> set[str]:
        """Keys of the site's host, with and without its last part."""
        addresses = (self.canonical_url() or "", self.data.meta("og:url"))
        hosts = {host_of(one).removeprefix("www.").rpartition(".")[0] for one in addresses if one}
        return {key_of(part) for host in hosts for part in (host, host.rpartition(".")[2])} - {""}

    def _own_names(self) -> set[str]:
        """Keys of what the site calls itself, in its title too: no author is called so."""
        title = next((one_line_of(one) for one in self.root.iter("title")), "")
        parts = {key_of(part) for part in _SEPARATORS.split(title)[1:]}
        return {key_of(name) for name in self.site_names()} | self._host_names() | parts

    def kicker(self, headline: Told) -> Told:
        """The label right above the headline."""
        at = self._position(headline.key)
        for unit in self.units[max(at - 4, 0) : at] if at >= 0 else ():
            if _KICKER.search(_names(unit.element)) and 0 < unit.words <= 8:  # noqa: PLR2004 - a label
                return Told(unit.text, 0.8, unit.key)
        return Told(None, 0.0)

    def abstract(self, headline: Told, first_words: str) -> Told:
        """The standfirst below the headline, else the page's own description of the article."""
        described = normalise_line(
            unescape_entities(text(self.article.get("description")) or self.data.meta("og:description", "description", "twitter:description", "dc.description"))
        )  # fmt: skip
        at = self._position(headline.key)
        for unit in self.units[at + 1 : at + 8] if at >= 0 else ():
            if (
                unit.key
                and unit.key == key_of(described)
                and unit.key[:60] != key_of(first_words)[:60]
            ):
                return Told(unit.text, 0.95, unit.key)
            if self._is_standfirst(unit, described):
                return Told(unit.text, 0.85, unit.key)
        if not described or _begins_alike(described, first_words) or described in self.site_names():
            return Told(None, 0.0)
        if key_of(described) == headline.key:
            return Told(None, 0.0)
        return Told(described, 0.7)

    def _is_standfirst(self, unit: PageUnit, described: str) -> bool:
        """Named so, by itself; what is only the lead is text when the page describes it otherwise."""
        named = _STANDFIRST.search(_names(unit.element))
        if not named or not 4 < unit.words <= _LONGEST_STANDFIRST or unit.linked >= 0.3:  # noqa: PLR2004
            return False
        return not (described and _LEAD.search(named[0]) and not _alike(unit.text, described))

    def _position(self, key: str) -> int:
        return next((at for at, unit in enumerate(self.units) if key and unit.key == key), -1)

    # --- People ------------------------------------------------------------------------------

    def bylines(self, last_lines: Sequence[str] = ()) -> Told:
        """Authors by the page's data, else by its meta, as shown, or signed below the text."""
        sites = self._own_names()
        people = [*self._people()]
        houses = sites | {key_of(one.name) for one in self._people(houses=True)}
        persons = [one for one in people if key_of(one.name) not in houses]
        if persons:
            return Told(_each_person(persons), 0.95)
        for names in self._named():
            kept = [one for one in names if key_of(one) not in sites]
            if kept:
                return Told(_each_person([Byline(name=one) for one in kept]), 0.85)
        for read, sure in ((names_of, 0.75), (self._signed, 0.7), (names_beside_time, 0.6)):
            shown = [one for one in read(self.head) if key_of(one) not in sites]
            if shown:
                return Told(_each_person([Byline(name=one) for one in shown]), sure)
        signed = [name for line in last_lines if (name := signature_of(line))]
        if signed:
            return Told(_each_person([Byline(name=one) for one in signed]), 0.6)
        named = (Byline(name=one) for names in self._named() for one in names)
        return Told(_each_person([*people, *named]), 0.6)

    def _signed(self, head: PageHead) -> tuple[str, ...]:
        """The first paragraph behind the headline may say who reports."""
        begin = head.place + 1
        first = next((unit for unit in self.units[begin:] if unit.words > _SIGNED), None)
        return read_inline_byline(first.text) if first else ()

    def _people(self, *, houses: bool = False) -> Iterator[Byline]:
        """Authors by the page's data; only those that are no people if *houses*."""
        for one in [*things(self.article.get("author")), *things(self.article.get("creator"))]:
            stated = text(one.get("name"))
            is_house = text(one.get("@type")).endswith("Organization")
            if not stated or web_address(stated) or (houses and not is_house):
                continue
            for name in _split_names(stated):
                organisation = next((text(o.get("name")) for o in things(one.get("worksFor") or one.get("affiliation"))), "")  # fmt: skip
                yield Byline(
                    name=name,
                    role=text(one.get("jobTitle")) or None,
                    organisation=organisation or None,
                    url=web_address(text(one.get("url"))),
                )

    def _named(self) -> Iterator[list[str]]:
        for name in _AUTHORS:
            stated = [one for one in self.data.metas.get(name, ()) if one and not web_address(one)]
            names = [part for one in stated for part in _split_names(one)]
            yield [one for one in names if is_name(one) or len(stated) > 1]

    # --- Times -------------------------------------------------------------------------------

    def published_at(self, languages: list[str]) -> Told:
        """First publication: data, meta, ``time``, then the line that shows it."""
        stated = [text(self.article.get("datePublished")), *self.data.all_metas(*_PUBLISHED)]
        found = self._first_date(stated, languages)
        if found is not None:
            return _as_sure(found, 0.95)
        shown = self._first_date([*self._times()], languages)
        if shown is not None:
            return _as_sure(shown, 0.8)
        line = self._first_date([*times_of(self.head)], languages, read=find_date)
        return _as_sure(line, 0.7)

    def updated_at(self, languages: list[str]) -> Told:
        """Last change, by data and meta alone."""
        stated = [text(self.article.get("dateModified")), *self.data.all_metas(*_MODIFIED)]
        return _as_sure(self._first_date(stated, languages), 0.95)

    def _first_date(
        self, stated: list[str], languages: list[str], *, read: Callable[..., ReadDate] = read_date
    ) -> ReadDate | None:
        dates = (read(one, zone=self.partner.zone, languages=languages) for one in stated if one)
        found = [one for one in dates if one.instant is not None][:4]
        # The first that says its zone and time, else the first.
        return next((one for one in found if one.sure and one.has_time), next(iter(found), None))

    def _times(self) -> Iterator[str]:
        elements = [one for one in self.root.iter("time") if one.get("datetime") or one_line(one)]
        marked = [
            one for one in elements if "pubdate" in one.attrib or "publish" in _names(one).lower()
        ]
        for one in [*marked, *elements][:6]:
            if not self._is_beside(one):
                yield one.get("datetime") or one_line(one)

    def _is_beside(self, element: Element) -> bool:
        """In a place of the page that is furniture: the date of another story."""
        holders = [element, *element.iterancestors()]
        aside = {"related-stories", "comments", "footer", "navigation"}
        return any(zone_of(one) in aside for one in holders)

    # --- The rest ----------------------------------------------------------------------------

    def language(self, body_text: str) -> Told:
        """The page's own mark, unless the text clearly is in another language."""
        stated = [self.root.get("lang") or "", self.root.get("{http://www.w3.org/XML/1998/namespace}lang") or "", text(self.article.get("inLanguage")), self.data.meta("content-language", "og:locale", "dc.language", "language")]  # fmt: skip
        tags = [tag for tag in (language_tag(one) for one in stated if one) if tag]
        seen, sure = detect_language(body_text)
        if not tags:
            return Told(seen if seen != "und" else None, sure)
        if len(body_text) > _TELLING and is_other_language(body_text, tags[0]):
            other = next((tag for tag in tags if tag.split("-")[0] == seen.split("-")[0]), seen)
            return Told(other, 0.8)
        return Told(tags[0], 0.95)

    def sections(self) -> tuple[str, ...]:
        """Sections by data and meta."""
        stated = [*texts(self.article.get("articleSection")), *self.data.all_metas("article:section", "og:article:section", "parsely-section", "articlesection", "section", "category")]  # fmt: skip
        found = each_once(
            normalise_line(unescape_entities(one)) for one in stated if len(one) < LONGEST_SECTION
        )[:5]
        return found or tuple(filter(None, [self._section_on_the_way()]))

    def _section_on_the_way(self) -> str:
        """The last step before the article on the way from the home page to it."""
        steps = [one for one in self.data.breadcrumbs[1:] if key_of(one) != self.title.key]
        return steps[-1] if steps else section_of(self.root, self.head, self.canonical_url())

    def keywords(self) -> tuple[str, ...]:
        """Keywords by data and meta."""
        stated = [*texts(self.article.get("keywords")), *self.data.all_metas("news_keywords", "article:tag", "keywords", "parsely-tags", "sailthru.tags")]  # fmt: skip
        parts = [part for one in stated for part in re.split(r"\s*[,;]\s*", unescape_entities(one))]
        return each_once(normalise_line(part) for part in parts if len(part) < 80)[:30]  # noqa: PLR2004

    def pictures(self) -> tuple[Picture, ...]:
        """Pictures the page's data name, with what they say of them."""
        base = self.base_url()
        found: dict[str, Picture] = {}
        for one in things(self.article.get("image")):
            address = cleaned(text(one.get("url") or one.get("contentUrl") or one.get("@id") or one.get("name")), base)  # fmt: skip
            if address:
                found.setdefault(address, _picture(one, address))
        social = cleaned(self.data.meta("og:image:secure_url", "og:image", "twitter:image"), base)
        if social and not found:
            alt = self.data.meta("og:image:alt", "twitter:image:alt")
            width, height = self.data.meta("og:image:width"), self.data.meta("og:image:height")
            found[social] = Picture(url=social, alt=alt or None, width=whole_number(width, least=1), height=whole_number(height, least=1))  # fmt: skip
        return tuple(found.values())[:5]

    def videos(self) -> tuple[Video, ...]:
        """Videos the page's data name."""
        return read_videos(self.article, self.data, self.base_url())


def one_line_of(element: Element) -> str:
    """Text of an element that is not shown itself."""
    return " ".join("".join(element.itertext()).split())


def _picture(one: Any, address: str) -> Picture:
    credit = text(one.get("creditText")) or text(one.get("creator")) or text(one.get("author"))
    return Picture(
        url=address,
        caption=text(one.get("caption") or one.get("description")) or None,
        credit=credit or None,
        rights=text(one.get("copyrightNotice")) or None,
        licence=text(one.get("license")) or None,
        width=whole_number(text(one.get("width")) or str(one.get("width") or ""), least=1),
        height=whole_number(text(one.get("height")) or str(one.get("height") or ""), least=1),
    )


def _names(element: Element) -> str:
    """Class, id and itemprop of an element, and of the one around it when it is all it holds."""
    parent = element.getparent()
    around = [element]
    is_alone = element.getprevious() is None and element.getnext() is None
    if parent is not None and is_alone and not _says(parent.text, element.tail):
        around.append(parent)
    named = (one.get(name) or "" for one in around for name in ("class", "id", "itemprop"))
    return camel_parted(" ".join(named))


def _says(*texts: str | None) -> bool:
    return any(text and text.strip() for text in texts)


def _alike(one: str, other: str) -> bool:
    """The same headline, apart from a site's name or a cut end."""
    first, second = key_of(one), key_of(other)
    if not first or not second:
        return False
    shorter, longer = sorted((first, second), key=len)
    if shorter == longer:
        return True
    return len(shorter) >= 12 and longer.startswith(shorter) and len(shorter) * 2 >= len(longer)  # noqa: PLR2004


def _begins_alike(one: str, other: str) -> bool:
    first, second = key_of(one), key_of(other)
    return bool(first) and second.startswith(first[: max(min(len(first) - 8, 60), 1)])


def _split_names(stated: str) -> list[str]:
    stated = normalise_line(unescape_entities(stated))
    found = read_byline(stated) or read_byline(f"By {stated}")
    if found:
        return [*found]
    return [stated] if 0 < len(stated) < 80 else []  # noqa: PLR2004 - a name


def _each_person(people: list[Byline]) -> tuple[Byline, ...]:
    found: dict[str, Byline] = {}
    for one in people:
        found.setdefault(key_of(one.name), one)
    return tuple(found.values())[:12]


def _shortens(title: str, heading: str) -> bool:
    """Whether the page's title, up to its first separator, is how *heading* (a key) begins."""
    beginning = key_of(_SEPARATORS.split(title)[0])
    return len(beginning) >= SHORTEST_BEGINNING and heading.startswith(beginning)
