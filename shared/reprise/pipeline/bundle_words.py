"""What a bundle says of its files: asked for when each of them is taken in (row B11)."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from reprise.errors import TransientError
from reprise.intake.pictures import names_in, placed
from reprise.lifecycle.identity import article_id_for, identity_of
from reprise.model.bundle import BundleWords, FileWords
from reprise.model.configuration import Configuration
from reprise.model.reading import Reading, ReadItem
from reprise.model.submission import Removal
from reprise.outputs.places import address as public_address
from reprise.outputs.places import picture_key
from reprise.pipeline.uploads import Address
from reprise.stores.ports import Stores

MOST_PICTURES = 200
"""Names looked up for one article; it shows no more."""

WHOLE = ""
"""Stands for the bundle itself among its paths."""


def words_key(partner: str, bundle: str, path: str) -> str:
    """
    Where in the archive it lies what *bundle* says of its file *path*.

    Paths are hashed: they may be long, and in any script.
    """
    name = hashlib.sha256(path.encode()).hexdigest()
    return f"bundles/{partner}/{bundle}/{name}.json"


def words_for(address: Address, stores: Stores) -> BundleWords | None:
    """
    What its bundle says of the upload at *address*; ``None`` when it came in none.

    Raises:
        TransientError: The bundle's words are not there: silence here would widen a permission.
    """
    if not address.bundles:
        return None
    inside = address.bundles[-1]
    body = stores.archive.find(words_key(address.partner, inside.bundle, WHOLE))
    if body is None:
        raise TransientError(f"{address.key}: its bundle is not in the archive (yet)")
    whole = BundleWords.model_validate_json(body)
    own = _words_of(address.partner, inside.bundle, inside.path, stores)
    return whole.model_copy(update={"beside": whole.beside.with_more(own.beside)})


def with_pictures(
    reading: Reading, address: Address, *, stores: Stores, configuration: Configuration
) -> Reading:
    """*reading* of the file at *address*, its articles with the bundle's pictures they name."""
    items = (_illustrated(item, address, stores, configuration) for item in reading.items)
    return replace(reading, items=tuple(items))


def _illustrated(
    item: ReadItem, address: Address, stores: Stores, configuration: Configuration
) -> ReadItem:
    """Pictures lie in the outermost bundle: only there are files beside each other."""
    home = address.bundles[0]
    names = names_in(item.submission, home.path)[:MOST_PICTURES]
    identity = identity_of(item.submission, configuration.partners[address.partner])
    if not names or identity is None:
        return item
    article_id = article_id_for(address.partner, identity)
    kept, found = set(), {}
    for name in names:
        words = _words_of(address.partner, home.bundle, name, stores)
        if words.picture is not None:
            key = picture_key(article_id, words.key)
            found[name] = (words.picture, public_address(key, configuration.publication))
            kept.add(words.key)
    lost = tuple(_lost(name) for name in names if name not in found)
    return replace(
        placed(item, found, beside=home.path),
        files=tuple(sorted(kept)),
        removals=(*item.removals, *lost),
    )


def _lost(name: str) -> Removal:
    return Removal(kind="picture", text=name, reason="the bundle has no picture of this name")


def _words_of(partner: str, bundle: str, path: str, stores: Stores) -> FileWords:
    body = stores.archive.find(words_key(partner, bundle, path))
    return FileWords() if body is None else FileWords.model_validate_json(body)
