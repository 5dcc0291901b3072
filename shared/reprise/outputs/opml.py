"""
The directory of channels, OPML 2.0 (OP-*): one subscription for each channel.

A reader that imports the file subscribes to every outline, so each channel is named once, by its
first format, and not three times. No dates in the head: nothing here changes but the configuration.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reprise.model.configuration import Channel, Publication
from reprise.model.document import Document
from reprise.outputs.escaping import xml_text
from reprise.outputs.places import OPML_KEY, OPML_TYPE, address, feed_key, landing_key

CACHE_SECONDS = 3600


def opml(publication: Publication, channels: Mapping[str, Channel]) -> Document:
    """
    ``channels.opml``, in the order of the configuration.

    Without a channel it holds the publication's name alone, for a body must not be empty (OP-01).
    """
    outlines = [
        _outline(name, channel, publication)
        for name, channel in channels.items()
        if channel.formats
    ] or [f"<outline{_attributes(text=publication.name)}/>"]
    body = "\n    ".join(outlines)
    owner = f"\n    <ownerName>{xml_text(publication.name)}</ownerName>"
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>{xml_text(publication.name)}</title>{owner}
  </head>
  <body>
    {body}
  </body>
</opml>
"""
    return Document(
        OPML_KEY, f"{OPML_TYPE}; charset=utf-8", text.encode(), cache_seconds=CACHE_SECONDS
    )


def channels_in(body: bytes) -> frozenset[str]:
    """
    Names of the channels that a directory of ours lists.

    >>> channels_in(b'<outline xmlUrl="https://here.example/channels/sea-air/feed.rss"/>')
    frozenset({'sea-air'})
    """
    return frozenset(name.decode() for name in _CHANNEL.findall(body))


_CHANNEL = re.compile(rb'xmlUrl="[^"]*/channels/([a-z0-9-]+)/')


def _outline(name: str, channel: Channel, publication: Publication) -> str:
    """
    A subscription. ``rss`` is the type of feeds of any format (OP-03).
    """
    attributes = _attributes(
        type="rss",
        text=channel.title,
        title=channel.title,
        description=channel.description,
        language=channel.language or publication.language,
        xmlUrl=address(feed_key(name, channel.formats[0]), publication),
        htmlUrl=address(landing_key(name), publication),
    )
    return f"<outline{attributes}/>"


def _attributes(**values: str) -> str:
    return "".join(f' {name}="{xml_text(value)}"' for name, value in values.items() if value)
