"""From an item as read to the version that is stored: shared by ingest and rebuild."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

import orjson

from reprise.fields.chain import FieldsResult, make_article
from reprise.lifecycle.identity import article_id_for, original_of
from reprise.lifecycle.significance import sketch
from reprise.model.article import Article
from reprise.model.configuration import Configuration
from reprise.model.reading import ReadItem
from reprise.model.submission import Action, Picture
from reprise.model.versions import ArticleRecord, Listing, VersionRecord
from reprise.pipeline.appearing import visible
from reprise.pipeline.arrival import Arrival
from reprise.pipeline.rulings import Rulings
from reprise.pipeline.uploads import catalogue_day
from reprise.rights.readers import read_policies


def article_of(
    item: ReadItem, record: ArticleRecord, configuration: Configuration, stored_at: datetime
) -> FieldsResult:
    """
    The normalised article in *item*, or what is wrong with it.

    Dates past *stored_at* are slips (row C12); not those past the moment of reading, which would
    make another article of an upload that is read late or again.
    """
    return make_article(
        read_policies(item),
        article_id=record.article_id,
        guid=record.guid,
        partner_id=record.partner,
        partner=configuration.partners[record.partner],
        publication=configuration.publication,
        now=stored_at,
    )


def article_object(article: Article) -> tuple[str, bytes]:
    """Key and bytes of *article* in the archive: its content is its address."""
    body = orjson.dumps(article.compact(), option=orjson.OPT_SORT_KEYS)
    return f"articles/{hashlib.sha256(body).hexdigest()}.json", body


def version_of(
    item: ReadItem,
    result: FieldsResult,
    record: ArticleRecord,
    *,
    article_key: str,
    upload: str,
    stored_at: datetime,
    rulings: Rulings,
    appeared_at: datetime | None = None,
) -> VersionRecord:
    """The version that the article in *result*, made of *item*, is of *record*."""
    submission, article = item.submission, result.article
    if article is None:
        raise ValueError(f"{item.item}: no article was made of it")
    original = original_of(submission, rulings.configuration.partners[record.partner])
    listing = listing_of(article, record.identity, original=original, feed=item.feed)
    return VersionRecord(
        action=Action.PUBLISH,
        upload=upload,
        stated_version=submission.version,
        stated_at=submission.updated_at,
        stored_at=stored_at,
        digest=digest_of(item),
        article_key=article_key,
        visible_from=visible(record, listing, stored_at, rulings),
        appeared_at=appeared_at,
        correction=submission.correction is not None,
        significance=sketch(result.text),
        withheld=submission.pub_status == "withheld",
        listing=listing,
        files=item.files,
    )


def appeared(article: Article, arrival: Arrival) -> datetime | None:
    """When a story of a back catalogue appeared first; ``None`` for one that is new here."""
    undated = catalogue_day(arrival.file_address)
    return undated and min(article.published_at or undated, arrival.stored_at)


def digest_of(item: ReadItem) -> str:
    """Hash of what an item says, whatever file it came in."""
    policies = [stated.compact() for stated in item.policies]
    said: dict[str, Any] = {"submission": item.submission.compact(), "policies": policies}
    if item.documents:
        said["documents"] = [[one.name, one.language, one.body] for one in item.documents]
    return hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()


LISTED_VIDEOS = 3
LISTED_IMAGES = 3
"""Pictures that sitemaps name of one page: rows stay small, and search shows the first."""


def listing_of(
    article: Article, identity: str, *, original: str | None = None, feed: str | None = None
) -> Listing:
    """
    The part of *article* that lists need.

    Args:
        original: What its partner calls the article it is a translation of.

        feed: The feed it came in.
    """
    ends = {picture.expires_at for picture in article.pictures}
    ends |= {video.expires_at for video in article.videos}
    return Listing(
        headline=article.headline,
        guid=article.guid,
        language=article.language,
        sections=article.sections,
        keywords=article.keywords,
        series=article.series,
        source=article.source.name,
        canonical_url=article.canonical_url,
        published_at=article.published_at,
        permissions=article.permissions,
        word_count=article.word_count,
        pictures=len(article.pictures),
        identity=identity,
        feed=feed,
        changes=article.changes,
        images=tuple(
            Picture(url=picture.url, usable=picture.usable, expires_at=picture.expires_at)
            for picture in article.pictures[:LISTED_IMAGES]
        ),
        videos=article.videos[:LISTED_VIDEOS],
        translation_of=article_id_for(article.partner, original) if original else None,
        changes_at=tuple(sorted(filter(None, ends))),
    )
