"""
``/.well-known/tdmrep.json``: text and data mining is reserved (TDMRep, TD-*).

Mining a partner's article is the rights holder's to allow, so all of the site is reserved but the
pages whose permission frees them. The file is the one technique used (TD-06): no header, no meta.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

import orjson

from reprise.model.configuration import Publication
from reprise.model.document import Document
from reprise.outputs.places import TDMREP_KEY

RESERVED, FREE = 1, 0
CACHE_SECONDS = 3600


def tdmrep(publication: Publication, free_keys: Iterable[str] = ()) -> Document:
    """
    The rules: an array even of one (TD-01), the most specific first, for the first match wins
    (TD-02), with whole numbers (TD-04).

    Args:
        free_keys: Keys of single pages that anybody may mine, e.g. ``articles/x.html``.
    """
    root = urlsplit(publication.base_url).path
    # "$" ends the pattern: a free page frees none whose address begins alike.
    free = sorted({f"{root}/{key}$" for key in free_keys}, key=lambda path: (-len(path), path))
    rules = [{"location": path, "tdm-reservation": FREE} for path in free]
    rules.append({"location": f"{root}/*", "tdm-reservation": RESERVED})
    return Document(
        TDMREP_KEY,
        "application/json",
        orjson.dumps(rules, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE),
        cache_seconds=CACHE_SECONDS,
    )
