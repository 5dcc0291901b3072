"""What search engines read of the site: a sitemap for each release day, the news, and the index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta

from reprise.model.configuration import SITE
from reprise.model.document import Document
from reprise.model.versions import MemberRow
from reprise.outputs import sitemap as sitemaps
from reprise.outputs.news_sitemap import (
    WINDOW,
    in_news_window,
    leaves_window_at,
    news_key,
    news_sitemaps,
    too_old,
)
from reprise.outputs.pictures import shown_pictures
from reprise.outputs.places import page_key
from reprise.outputs.sitemap_line import SitemapLine, with_translations
from reprise.outputs.videos import shown_videos
from reprise.pipeline.endings import ending
from reprise.pipeline.guard import Listed
from reprise.pipeline.rulings import Rulings, Subject, earliest, subject_of
from reprise.pipeline.site.desk import Desk, site_row
from reprise.pipeline.site.lists import ListPages
from reprise.stores.ports import StoredObject


class Sitemaps:
    """Makes the sitemaps, and the archive pages that list the same days for people."""

    def __init__(self, desk: Desk, lists: ListPages) -> None:
        self._desk = desk
        self._lists = lists

    def news(self) -> tuple[tuple[Document, ...], datetime | None]:
        """The news sitemap, and the first instant at which time alone changes it (row B69)."""
        standing = self._desk.standing(news_key)
        start = self._desk.now - WINDOW
        rows = self._desk.stores.articles.members_between(
            SITE, start, self._desk.now + timedelta(microseconds=1)
        )
        lines, until = [], None
        for row in rows:
            if not row.shows:
                continue
            until = earliest(until, self._desk.rulings.site(subject_of(row)).until)
            line = self._line(row)
            if line is not None and line.news and in_news_window(row.release_at, self._desk.now):
                lines.append(line)
                until = earliest(until, leaves_window_at(row.release_at))
        parts = max(len(standing), 1)
        made = news_sitemaps(lines, self._desk.publication, now=self._desk.now, parts=parts)
        bodies = (found.body for found in standing.values())
        old = frozenset[str]().union(*(too_old(body, self._desk.now) for body in bodies))
        return self._not_shrunk(made, standing, {row.article_id for row in rows}, old), until

    def update(self, days: Iterable[date], news: Sequence[Document]) -> None:
        """Bring the sitemaps of *days* up to date, and the index with them and the *news*."""
        found = self._desk.stores.site.get(sitemaps.INDEX_KEY)
        files = self._files(found)
        for day in sorted(days):
            self._day(day, files)
        for document in news:
            self._list(document, files, None)
        index = sitemaps.sitemap_index(sorted(files.items()), self._desk.publication)
        self._desk.store(index, found)

    def _files(self, index: StoredObject | None) -> dict[str, datetime | None]:
        """What the *index* names; where it is lost or spoilt, the sitemaps that are there."""
        with suppress(ValueError):
            if index is not None:
                listed = sitemaps.read_index(index.body).items()
                return {self._in_root(url): changed for url, changed in listed}
        site = self._desk.stores.site
        found = ((key, site.get(key)) for key in site.keys(sitemaps.DAYS))
        return {
            self._in_root(key): None
            for key, one in found
            if one is not None and sitemaps.articles_in(one.body)
        }

    def _in_root(self, place: str) -> str:
        """The address of a sitemap today: the site may have been on another host."""
        return f"{self._desk.publication.base_url}/{place.rpartition('/')[2]}"

    def _day(self, day: date, files: dict[str, datetime | None]) -> None:
        keys = self._day_keys(day, files)
        before = {key: self._desk.stores.site.get(key) for key in keys}
        released = self._lists.day(day)
        self._lists.day_page(released)
        rows = released.rows
        lines = [line for row in rows if (line := self._line(row)) is not None]
        moments = [at for row in rows if (at := self._changed_at(row)) is not None]
        changed = max(moments, default=None)
        made = sitemaps.day_sitemap(day, lines, self._desk.publication, parts=len(keys))
        made = self._not_shrunk(made, before, {row.article_id for row in rows})
        for document in made:
            previous = before.get(document.key)
            if previous is not None or sitemaps.holds_urls(document):
                self._desk.store(document, previous)
            self._list(document, files, changed)

    def _not_shrunk(
        self,
        made: Sequence[Document],
        standing: Mapping[str, StoredObject | None],
        known: Iterable[str],
        old: frozenset[str] = frozenset(),
    ) -> tuple[Document, ...]:
        """
        *made*; or, if articles went of which nothing on record says why, what is *standing*
        without those that must not be named any more.

        Args:
            known: Articles on record.

            old: Articles that may go by time alone.
        """
        public = {key: found.body for key, found in standing.items() if found is not None}
        listed = Listed(
            before=frozenset[str]().union(*map(sitemaps.articles_in, public.values())),
            made=frozenset[str]().union(*(sitemaps.articles_in(one.body) for one in made)),
            known=old.union(known),
        )
        if not self._desk.shrank(made[0].key, listed):
            return tuple(made)
        last = (sitemaps.document(key, body) for key, body in public.items())
        return tuple(sitemaps.without(one, listed.away) for one in last)

    def _day_keys(self, day: date, files: Iterable[str]) -> list[str]:
        """Keys of the day's files that the index names, the first one always."""
        named = {url.removeprefix(f"{self._desk.publication.base_url}/") for url in files}
        keys = [sitemaps.day_key(day)]
        while (following := sitemaps.day_key(day, len(keys) + 1)) in named:
            keys.append(following)
        return keys

    def _changed_at(self, row: MemberRow) -> datetime | None:
        """When the line of *row* last changed or went; ``None`` for one that never was there."""
        if not row.shows or row.release_at > self._desk.now:
            return None
        ruling = self._desk.rulings.site(subject_of(row)).index
        if ruling.granted:
            return row.updated_at
        return ending(row, ruling, self._desk.rulings, _is_indexed)

    def _list(
        self, document: Document, files: dict[str, datetime | None], changed: datetime | None
    ) -> None:
        url = f"{self._desk.publication.base_url}/{document.key}"
        if sitemaps.holds_urls(document):
            files[url] = changed
        else:
            files.pop(url, None)

    # Lines

    def _line(self, row: MemberRow) -> SitemapLine | None:
        """The line of *row*, with its translations; ``None`` when no search may list it."""
        line = self._own_line(row)
        if line is None or not row.translations:
            return line
        records = self._desk.stores.articles.records(row.translations).values()
        rows = [other for record in records if (other := site_row(record)) is not None]
        lines = [line, *filter(None, map(self._own_line, rows))]
        return with_translations(lines)[0]

    def _own_line(self, row: MemberRow) -> SitemapLine | None:
        """What sitemaps say of its page itself, if search may list it (RP-03, C18)."""
        if not row.shows or row.release_at > self._desk.now:
            return None
        subject = subject_of(row)
        ruling = self._desk.rulings.site(subject)
        if not ruling.index.granted or self._desk.preferred(row).article_id != row.article_id:
            return None
        return SitemapLine(
            url=f"{self._desk.publication.base_url}/{page_key(row.article_id)}",
            published_at=row.release_at,
            lastmod=row.updated_at,
            language=row.listed.language,
            title=row.listed.headline,
            source=row.listed.source,
            indexable=True,
            news=ruling.news.granted,
            videos=shown_videos(row.listed.videos, self._desk.rulings.videos(subject)),
            images=tuple(
                picture.url
                for picture in shown_pictures(
                    row.listed.images, self._desk.rulings.pictures(subject)
                )
            ),
        )


def _is_indexed(rulings: Rulings, subject: Subject) -> bool:
    return rulings.site(subject).index.granted
