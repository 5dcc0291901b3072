"""
Pictures that came as files, in the site bucket: there while their article shows them (row B32).

Only the site's turn puts and takes them, and only those on the article's record: an address that an
upload merely names is nobody's word about what may be public.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from mimetypes import guess_type

from reprise.model.configuration import Publication
from reprise.model.document import Document
from reprise.model.submission import Picture
from reprise.model.versions import ArticleRecord
from reprise.outputs.addresses import public_uri
from reprise.outputs.places import address, picture_key
from reprise.stores.ports import Stores

WEBP = "image/webp"
"""The one type that older tables of the standard library lack."""


@dataclass(slots=True)
class Gallery:
    """
    The pictures of articles on the site.

    Attributes:
        hung / taken: Keys put there and taken away.
    """

    stores: Stores
    publication: Publication
    hung: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)

    def arrange(self, record: ArticleRecord, shown: Iterable[Picture]) -> list[str]:
        """
        Put the pictures *shown* and take all others that *record* ever had.

        Returns:
            Keys that were put.
        """
        kept = pictures_of(record)
        urls = {picture.url for picture in shown} if kept else set()
        put = []
        for key, file in sorted(kept.items()):
            is_there = self.stores.site.etag(key) is not None
            if public_uri(address(key, self.publication)) in urls:
                if not is_there:
                    self._hang(key, file)
                    put.append(key)
            elif is_there:
                self.take(key)
        self.hung += put
        return put

    def take(self, key: str) -> None:
        """Take a picture off the site."""
        self.stores.site.delete(key)
        self.taken.append(key)

    def _hang(self, key: str, file: str) -> None:
        picture = Document(
            key=key,
            media_type=guess_type(key)[0] or WEBP,
            head=self.stores.archive.get(file),
            immutable=True,
        )
        self.stores.site.put(picture, expected_etag=None)


def pictures_of(record: ArticleRecord) -> dict[str, str]:
    """Every picture that *record* ever had: its key on the site, and the file in the archive."""
    files = (file for version in record.versions for file in version.files)
    return {picture_key(record.article_id, file): file for file in files}
