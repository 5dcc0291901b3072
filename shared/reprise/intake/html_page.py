"""
Whole web pages as saved (row B7): the article among everything else a page shows.

What the page says for machines comes first (JSON-LD, microdata, meta), checked against what it
shows; the text is found by three witnesses (``page_body.py``). Login walls, listings and error pages
are refused or held, with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from reprise.errors import Problem, RefusedError
from reprise.intake.page_body import MIN_WORDS, PageBody, find_body
from reprise.intake.page_data import PageData, read_data, text
from reprise.intake.page_fields import PageFields
from reprise.intake.page_head import place_of
from reprise.intake.page_rights import rights_of
from reprise.intake.page_units import (
    PageUnit,
    parse_page,
    units_of,
    without_comments,
    without_long_tags,
)
from reprise.intake.received import Received
from reprise.intake.stated import make_submission
from reprise.intake.xml_reading import Element
from reprise.model.reading import Reading, ReadItem
from reprise.model.submission import Provenance
from reprise.text.html import html_to_text, sanitise
from reprise.text.plain import text_of

NAME = "html"
MAX_CHARS = 8_000_000

_ERRORS = re.compile(
    r"\b(?:404|403|500|502|503|not found|access denied|forbidden|just a moment|attention required|"
    r"are you a robot|verify you are human|page unavailable|enable javascript|seite nicht gefunden|"
    r"page introuvable|página no encontrada|pagina non trovata|страница не найдена|сторінку не знайдено|"
    r"ページが見つかりません|页面不存在|الصفحة غير موجودة)\b",
    re.IGNORECASE,
)
_UNSURE, _SHORT = 0.4, 120
"""Words below which a page that does not call itself an article may be a wall or a list."""


def read(received: Received, *, least: float = MIN_WORDS) -> Reading:
    """
    The article of a page.

    Args:
        least: Words below which it has none.

    Raises:
        RefusedError: There is no article in it.
    """
    if len(received.text) > MAX_CHARS:
        found, send = f"{len(received.text)} characters", f"send at most {MAX_CHARS}"
        raise RefusedError(received.name, Problem("too_large", found=found, send=send))
    page = _Page.of(received, least)
    body = page.body
    if not body.html:
        raise RefusedError(received.name, _no_article(page))
    return Reading(NAME, items=(page.item(received.name),))


@dataclass(slots=True)
class _Page:
    """A page with everything read from it."""

    root: Element
    data: PageData
    units: list[PageUnit]
    fields: PageFields
    body: PageBody
    received: Received

    @classmethod
    def of(cls, received: Received, least: float) -> _Page:
        markup = without_comments(without_long_tags(received.text))
        root = parse_page(markup)
        data = read_data(root)
        extracted = _extracted(markup)
        units = units_of(root)
        fields = PageFields(data, root, units, source=received.text, partner=received.partner)
        headline = fields.headline()
        standfirst = fields.abstract(headline, "")
        taken = frozenset({headline.key, standfirst.key, fields.kicker(headline).key} - {""})
        told = html_to_text(text(data.article.get("articleBody")))
        begin = max(place_of(units, headline.key), 0)
        body = find_body(
            units,
            extracted=extracted,
            told=told,
            taken=taken,
            begin=begin,
            is_live=data.is_live,
            least=least,
        )
        return cls(root, data, units, fields, body, received)

    def last_lines(self) -> tuple[str, ...]:
        """The last line of the text, and the one that stands behind it in the same place."""
        if not self.body.units:
            return ()
        last = self.body.units[-1]
        following = last.element.getnext()
        return (last.text, *(u.text for u in self.units if u.element is following))

    def item(self, name: str) -> ReadItem:
        fields = self.fields
        base = fields.base_url()
        clean = sanitise(self.body.html, base_url=base)
        plain = text_of(clean.root)
        headline, language = fields.headline(), fields.language(plain)
        abstract = fields.abstract(headline, plain[:400])
        kicker, bylines = fields.kicker(headline), fields.bylines(self.last_lines())
        languages = [one for one in (self.received.partner.language, language.value) if one]
        published, updated = fields.published_at(languages), fields.updated_at(languages)
        canonical = fields.canonical_url()
        pictures = () if clean.images else fields.pictures()
        rights = rights_of(self.root, self.data, self.received.partner)
        submission = make_submission(
            name,
            headline=headline.value,
            kicker=kicker.value,
            abstract=abstract.value,
            bylines=bylines.value,
            body_html=clean.html,
            language=language.value,
            published_at=published.value,
            updated_at=updated.value,
            sections=fields.sections(),
            keywords=fields.keywords(),
            pictures=pictures or fields_of_pictures(fields, clean.images),
            videos=fields.videos(),
            canonical_url=canonical,
            alternate_urls=fields.alternate_urls(canonical),
            source=fields.source(),
            permission=rights.terms.permission,
        )
        sure = {
            "headline": headline.sure,
            "body": self._sure_of_body(),
            "abstract": abstract.sure,
            "kicker": kicker.sure,
            "bylines": bylines.sure,
            "published_at": published.sure,
            "updated_at": updated.sure,
            "language": language.sure,
        }
        return ReadItem(
            submission,
            item=canonical or name,
            policies=rights.policies,
            documents=rights.documents,
            removals=(*self.body.removals, *clean.removed),
            provenance=tuple(
                Provenance(field=field, origin="page", confidence=value)
                for field, value in sure.items()
                if value > 0
            ),
        )

    def _sure_of_body(self) -> float:
        """A short text on a page that does not say it is an article may be a wall or a list."""
        words = self.body.words
        walled = text(self.data.article.get("isAccessibleForFree")).lower() == "false"
        closed = self.data.article.get("isAccessibleForFree") is False or walled
        if closed and words < 2 * _SHORT:
            return _UNSURE
        if words < _SHORT and (self.data.is_listing or not self.data.is_article):
            return min(self.body.confidence, _UNSURE if _is_wall(self.units) or self.data.is_listing else 0.6)  # fmt: skip
        return self.body.confidence


def fields_of_pictures(fields: PageFields, shown: tuple[object, ...]) -> tuple[object, ...]:
    """What the page's data say of a picture that the text shows too."""
    addresses = {getattr(one, "url", "") for one in shown}
    return tuple(one for one in fields.pictures() if one.url in addresses)


def _extracted(markup: str) -> str:
    """What trafilatura takes for the text; nothing when it gives up."""
    import trafilatura

    try:
        found = trafilatura.extract(markup, fast=True, include_comments=False, include_tables=True, deduplicate=False)  # fmt: skip
    except (ValueError, TypeError, AttributeError, etree.LxmlError, RecursionError):
        return ""
    return str(found or "")


def _asks_for_password(root: Element) -> bool:
    return any((one.get("type") or "").lower() == "password" for one in root.iter("input"))


def _is_wall(units: list[PageUnit]) -> bool:
    return any(unit.zone == "login" for unit in units)


def _no_article(page: _Page) -> Problem:
    title = page.fields.headline().value or ""
    shown = " ".join(unit.text for unit in page.units[:5])[:80]
    words = sum(unit.words for unit in page.units)
    send = "send the page of one article, saved whole after it has loaded"
    if _ERRORS.search(title) or (words < _SHORT and _ERRORS.search(shown)):
        return Problem("error_page", found=title[:120] or shown, send=send)
    if (_is_wall(page.units) or _asks_for_password(page.root)) and words < 4 * _SHORT:
        return Problem("login_wall", found=title[:120] or shown, send=send)
    if page.data.is_listing or sum(u.linked > 0.5 for u in page.units) > 20:  # noqa: PLR2004
        return Problem("listing", found=title[:120] or shown, send=send)
    return Problem("no_article", found=title[:120] or shown, send=send)
