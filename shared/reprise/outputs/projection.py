"""
Article and ruling become an entry: everything is decided here, once, for every output.

Text is full or an excerpt, pictures without a right go, the duties stand in the body, addresses
are public, and no character is left that a format could not carry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reprise.model.article import Article
from reprise.model.configuration import Channel, Partner, Publication, TextMode
from reprise.model.document import Entry, Terms
from reprise.model.permission import CreditPlace, Noindex
from reprise.model.ruling import Reason, Ruling
from reprise.model.submission import Byline, Source
from reprise.model.versions import MemberRow
from reprise.outputs.addresses import host_of, public_uri
from reprise.outputs.body import credit_for, dressed
from reprise.outputs.characters import legal_throughout
from reprise.outputs.excerpt import count_words, cut_characters, cut_words, plain_text
from reprise.outputs.pictures import (
    MediaRights,
    body_with_shown_pictures,
    html_text,
    shown_pictures,
)
from reprise.outputs.profile import profile_named
from reprise.outputs.videos import shown_videos

SUMMARY_CHARACTERS = 300
"""No destination shows more, though one asks for no fewer (FL-02)."""


def project(  # noqa: PLR0913 - each of them is a fact the entry depends on
    article: Article,
    member: MemberRow,
    ruling: Ruling,
    terms: Terms,
    *,
    key: str,
    publication: Publication,
    channel: Channel | None,
    partner: Partner,
    index: Ruling | None = None,
    news: Ruling | None = None,
    pictures: MediaRights | None = None,
    videos: MediaRights | None = None,
) -> Entry:
    """
    *article* as *channel* shows it; without a channel, as its own page shows it.

    Args:
        member: When it was released and last changed.

        ruling: Granted, for as much text as the channel shows; its duties are put in place.

        key: Digest of everything these arguments hold; equal keys promise equal bytes.

        channel: Its ``text`` says how much: where only an excerpt was granted, the caller has
            changed it to that.

        index / news: Rulings on :attr:`Use.INDEX` and :attr:`Use.GOOGLE_NEWS`; ``None`` is no.

        pictures: What holds for its pictures; ``None`` lets only those through that say yes
            themselves and never expire.

        videos: The same of its videos.

    Returns:
        The entry, with legal characters and absolute ASCII addresses throughout (X-02, X-07);
        only the guid is as it came (X-08).

    Raises:
        ValueError: *ruling* is not granted. Nothing unpermitted is rendered.
    """
    if not ruling.granted:
        raise ValueError(f"{article.article_id}: not granted ({ruling.reason})")
    original = public_uri(article.canonical_url)
    source = _source(article, partner)
    rights = pictures or MediaRights()
    text, summary, words = _text(article, ruling, publication, channel, rights)
    duties = ruling.duties
    credit = credit_for(
        duties, source_name=source.name, original=original, own_name=publication.name
    )
    content = dressed(
        text,
        credit=credit,
        duties=duties,
        correction=article.correction,
        direction=article.direction,
    )
    films = shown_videos(article.videos, videos or MediaRights())
    if channel is not None:
        profile = profile_named(channel.profile)
        content = profile.fit_body(content)
        films = films if profile.videos else ()
    search = _search(ruling, index, news, original)
    entry = Entry(
        key=key,
        article_id=article.article_id,
        guid=article.guid,
        url=page_url(publication, article.article_id),
        title=clean_title(article.headline, _site_names(source, partner, publication)),
        published_at=member.release_at,
        updated_at=max(member.updated_at, member.release_at),
        language=article.language,
        direction=article.direction,
        summary=summary,
        content_html=content,
        kicker=article.kicker,
        dateline=article.dateline,
        bylines=tuple(_public_byline(byline) for byline in article.bylines),
        sections=article.sections,
        keywords=article.keywords,
        pictures=shown_pictures(article.pictures, rights),
        videos=films,
        credit_line=duties.credit_line,
        credit_place=duties.credit_place or CreditPlace.TAIL,
        source=source,
        partner_name=partner.name,
        source_published_at=article.published_at,
        canonical_url=original,
        link_canonical=search.canonical,
        robots=search.robots,
        googlebot_news=search.googlebot_news,
        indexable=search.indexable,
        news=search.news,
        correction=article.correction,
        terms=terms,
        word_count=words,
    )
    return legal_throughout(entry)


def page_url(publication: Publication, article_id: str) -> str:
    """Public address of the page of an article; it never moves."""
    address = f"{publication.base_url}/articles/{article_id}.html"
    return public_uri(address) or address


# --- Text -----------------------------------------------------------------------------------------


def _text(
    article: Article,
    ruling: Ruling,
    publication: Publication,
    channel: Channel | None,
    rights: MediaRights,
) -> tuple[str, str, int]:
    """HTML to show, plain summary, and number of words shown."""
    mode = channel.text if channel else TextMode.FULL
    if mode is TextMode.EXCERPT or ruling.max_words is not None:
        excerpt = excerpt_of(article, _limit(publication, ruling))
        return f"<p>{html_text(excerpt)}</p>", excerpt, count_words(excerpt)
    body = body_with_shown_pictures(article.body_html, article.pictures, rights)
    summary = " ".join((article.abstract or "").split())
    wanted = profile_named(channel.profile).summary_min if channel else 0
    if len(summary) < max(wanted, 1):
        # Cut where a sentence ends, half of it is left at least.
        beginning = f"{summary} {plain_text(article.body_html)}"
        summary = cut_characters(beginning, max(2 * wanted, SUMMARY_CHARACTERS))
    return body, summary, article.word_count


def _limit(publication: Publication, ruling: Ruling) -> int:
    own = publication.excerpt_words
    return own if ruling.max_words is None else min(own, ruling.max_words)


def excerpt_of(article: Article, limit: int) -> str:
    """
    At most *limit* words of plain text: the abstract, else the beginning of the body.

    Never both, because together they would be more than was granted.
    """
    return cut_words(article.abstract or plain_text(article.body_html), limit)


def clean_title(headline: str, site_names: Iterable[str]) -> str:
    """
    *headline* on one line, without the name of its site at the end (NS-08).

    >>> clean_title("Bridge reopens | The Harbour Post", ["The Harbour Post"])
    'Bridge reopens'
    """
    title = " ".join(headline.split())
    names = {name.casefold() for name in site_names if name}
    start, separator, end = _last_part(title)
    return start if separator and start and end.casefold() in names else title


_SEPARATOR = re.compile(r"\s+(?:\||-|–|—|·|•|::|»)\s+")


def _last_part(title: str) -> tuple[str, str, str]:
    separators = [*_SEPARATOR.finditer(title)]
    if not separators:
        return title, "", ""
    last = separators[-1]
    return title[: last.start()], last.group(), title[last.end() :]


def _site_names(source: Source, partner: Partner, publication: Publication) -> list[str]:
    hosts = [host_of(source.url), *partner.hosts]
    return [source.name or "", partner.name, publication.name, *hosts]


# --- Who it is from -------------------------------------------------------------------------------


def _source(article: Article, partner: Partner) -> Source:
    """The publication it first appeared in; what it does not say of itself, its partner says."""
    stated = article.source
    has_own_feed = stated.feed_url or stated.feed_id
    return Source(
        name=stated.name or partner.name,
        url=public_uri(stated.url or (partner.url if not stated.name else None)),
        feed_url=public_uri(stated.feed_url if has_own_feed else partner.feed_url),
        feed_id=stated.feed_id if has_own_feed else partner.feed_id,
        feed_title=stated.feed_title if has_own_feed else partner.feed_title,
        feed_updated_at=stated.feed_updated_at,
        chain=stated.chain,
    )


def _public_byline(byline: Byline) -> Byline:
    """Without the e-mail address: a feed is read by harvesters too, and no format needs it."""
    return byline.model_copy(update={"email": None, "url": public_uri(byline.url)})


# --- Search ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Search:
    canonical: bool
    robots: str
    googlebot_news: str
    indexable: bool
    news: bool


def _search(
    ruling: Ruling, index: Ruling | None, news: Ruling | None, original: str | None
) -> _Search:
    """
    What search engines are told (RP-01, RP-02), and which sitemaps may list the page (B38).

    A page whose canonical is elsewhere is in no sitemap, but asks nobody to leave it out.
    """
    noindex = ruling.duties.noindex
    canonical = bool(ruling.duties.canonical and original)
    listed = _granted(index, but_for=Reason.FOREIGN_CANONICAL) and noindex is not Noindex.ALL
    in_news = (
        listed and noindex is not Noindex.NEWS and _granted(news, but_for=Reason.FOREIGN_CANONICAL)
    )
    return _Search(
        canonical=canonical,
        robots="max-image-preview:large" if listed else "noindex",
        googlebot_news="noindex" if listed and not in_news else "",
        indexable=listed and not canonical and _granted(index),
        news=in_news and not canonical and _granted(news),
    )


def _granted(ruling: Ruling | None, but_for: Reason | None = None) -> bool:
    if ruling is None:
        return False
    return ruling.granted or (
        but_for is not None and all(finding.reason is but_for for finding in ruling.findings)
    )
