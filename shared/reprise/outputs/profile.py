"""
Destination profiles: what an aggregator takes, and how it wants to be told (rows B53, B85, B102).

A profile is data: one file ``profiles/<name>.yaml`` is a destination, and adding one touches no
code. Destinations contradict each other (what a correction moves, how a takedown is said), so
nothing of this is decided for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError

from reprise.errors import ConfigurationError, Problem
from reprise.model.base import Frozen, NonEmpty, SetOf
from reprise.model.configuration import Channel, FeedFormat, TextMode
from reprise.model.document import Document, Entry
from reprise.model.submission import Picture
from reprise.outputs.profile_sense import OnceLoader, complaints

Dialect = Literal["mi", "snf"]

_ARCHIVED = (FeedFormat.RSS, FeedFormat.ATOM, FeedFormat.JSON)
"""Formats with a way to say where older entries are: RFC 5005, and ``next_url``."""


class Profile(Frozen):
    """
    One destination. What is not set is not limited.

    Attributes:
        title: What people call it.
        source: Where its rules were read, by the names of the output rules (MS, FL, SN …).
        max_entries / max_bytes: Of one feed document. More than 10 MB no CDN compresses (HTTP-09).
        max_entry_bytes: Of one entry in it; never more than there is room for beside the head.
        max_age_days: Entries that were released longer ago are left out.
        title_min / title_max: Characters of a title.
        description_max: Characters of the channel's description.
        summary_min: Characters of a summary, where the text has so many and may be passed on.
        https: Addresses of ours have to begin with https.
        full_text: Excerpts are refused.
        needs: What every entry must have.
        picture_min_side: Pixels of the shorter side of the lead picture.
        picture_max_bytes: Of the lead picture.
        one_language: Entries in another language than the feed's are left out.
        hold_max: Longest ``ttl``, minutes.
        tags / attributes / schemes: Allow-list of the body; ``None`` leaves it as it is.
        instead: Elements that become others before the allow-list is asked.
        nesting_max: Deepest nesting of elements in the body.
        strips_pixels / strips_links: What it removes from a text, so that a duty can't be kept.
        enclosure: The lead picture is an enclosure too.
        videos: It takes articles with videos; others want those in feeds of their own.
        dialects: Namespaces of its own that are written.
        formats: Those of a channel's feeds that it reads.
        history: It can follow links to archived feeds (RFC 5005).
        correction: What tells it of a correction: the date of the update, or of publication.
        takedown: What tells it of one: the entry is dropped, or stays and says so.
    """

    name: NonEmpty
    title: NonEmpty
    source: str = ""
    max_entries: int | None = Field(default=None, ge=1)
    max_bytes: int = Field(default=10_000_000, ge=1000, le=10_000_000)
    max_entry_bytes: int | None = Field(default=None, ge=1000)
    max_age_days: int | None = Field(default=None, ge=1)
    title_min: int = Field(default=0, ge=0)
    title_max: int | None = Field(default=None, ge=1)
    description_max: int | None = Field(default=None, ge=1)
    summary_min: int = Field(default=0, ge=0, le=10_000)
    https: bool = False
    full_text: bool = False
    needs: SetOf[Literal["picture", "byline", "summary", "language"]] = frozenset()
    picture_min_side: int | None = Field(default=None, ge=1)
    picture_max_bytes: int | None = Field(default=None, ge=1)
    one_language: bool = False
    hold_max: int | None = Field(default=None, ge=1)
    tags: SetOf[str] | None = None
    attributes: dict[str, SetOf[str]] = {}
    schemes: SetOf[str] = frozenset({"http", "https", "mailto"})
    instead: dict[str, str] = {}
    nesting_max: int | None = Field(default=None, ge=1)
    strips_pixels: bool = False
    strips_links: bool = False
    enclosure: bool = False
    videos: bool = False
    dialects: tuple[Dialect, ...] = ()
    formats: SetOf[FeedFormat] = frozenset(FeedFormat)
    history: bool = False
    correction: Literal["updated", "published"] = "updated"
    takedown: Literal["drop", "expiry", "media_status"] = "drop"

    # --- Before anything is published ---

    def fits_channel(self, channel: Channel) -> tuple[Problem, ...]:
        """What in *channel*'s configuration this destination would refuse."""
        return tuple(self._channel_problems(channel))

    def limited(self, channel: Channel) -> Channel:
        """*channel* with no more entries than are taken; what was stated is checked before."""
        if self.max_entries is None or channel.entries <= self.max_entries:
            return channel
        return channel.model_copy(update={"entries": self.max_entries})

    def archived(self, channel: Channel) -> tuple[FeedFormat, ...]:
        """The formats in which *channel* keeps its full history: none for most destinations."""
        wanted = self.history if channel.history is None else channel.history
        return tuple(name for name in channel.formats if wanted and name in _ARCHIVED)

    def _channel_problems(self, channel: Channel) -> Iterator[Problem]:
        is_stated = "entries" in channel.model_fields_set
        if is_stated and self.max_entries and channel.entries > self.max_entries:
            yield self._problem("entries", str(channel.entries), f"at most {self.max_entries}")
        if not self.formats.intersection(channel.formats):
            found = ", ".join(channel.formats)
            yield self._problem(
                "formats", found, f"one that it reads: {', '.join(sorted(self.formats))}"
            )
        if self.full_text and channel.text is TextMode.EXCERPT:
            yield self._problem("text", "excerpt", "full: it takes whole texts only")
        if self.hold_max and channel.hold_minutes > self.hold_max:
            yield self._problem("hold_minutes", str(channel.hold_minutes), f"≤ {self.hold_max}")
        if channel.history and not self.history:
            yield self._problem("history", "true", "false: it does not follow archived feeds")
        if self.one_language and self._speaks_another(channel):
            found = ", ".join(sorted(channel.select.languages or ()))
            yield self._problem("select.languages", found, f"{channel.language}, as the channel")
        # A channel without a description is described by its title (RS-02).
        name, said = (
            ("description", channel.description)
            if channel.description
            else ("title", channel.title)
        )
        if self.description_max and len(said) > self.description_max:
            yield self._problem(name, said, f"at most {self.description_max} characters")

    def _speaks_another(self, channel: Channel) -> bool:
        """Whether every article it selects would be left out for its language."""
        chosen = {_primary(tag) for tag in channel.select.languages or ()}
        return bool(channel.language and chosen) and _primary(channel.language or "") not in chosen

    # --- Entry by entry ---

    def fit_body(self, body_html: str) -> str:
        """*body_html* reduced to what this destination allows (MS-07); its words stay."""
        if self.tags is None:
            return body_html
        import nh3

        return nh3.clean(
            _renamed(body_html, self.instead),
            tags=set(self.tags),
            attributes={tag: set(names) for tag, names in self.attributes.items()},
            url_schemes=set(self.schemes),
            link_rel=None,
        )

    @property
    def takes_any_entry(self) -> bool:
        """Whether nothing is asked of an entry, so that none has to be made to see if it fits."""
        limits = (self.title_min, self.title_max, self.full_text, self.one_language, self.needs,
                  self.picture_min_side, self.nesting_max)  # fmt: skip
        return not any(limits)

    def fits(self, entry: Entry, language: str) -> Problem | None:
        """Why *entry* can't go to this destination, in a feed of *language*; ``None`` when it can."""
        return next(self._entry_problems(entry, language), None)

    def _entry_problems(self, entry: Entry, language: str) -> Iterator[Problem]:
        length = len(entry.title)
        if length < self.title_min:
            yield self._problem("title", entry.title, f"at least {self.title_min} characters")
        if self.title_max and length > self.title_max:
            yield self._problem("title", entry.title, f"at most {self.title_max} characters")
        if self.full_text and not entry.content_html:
            yield self._problem("content_html", "", "the full text")
        if self.one_language and _primary(entry.language) != _primary(language):
            yield self._problem("language", entry.language, f"{language}, as the feed")
        yield from self._missing(entry)
        yield from self._picture_problems(entry)
        if self.nesting_max and depth_of(entry.content_html or "") > self.nesting_max:
            yield self._problem("content_html", "", f"at most {self.nesting_max} levels of markup")

    def _missing(self, entry: Entry) -> Iterator[Problem]:
        there = {
            "byline": bool(entry.bylines),
            "summary": bool(entry.summary),
            "language": entry.language != "und",
            "picture": bool(entry.pictures),
        }
        for name in sorted(self.needs):
            if not there[name]:
                yield self._problem(name, "", f"every entry needs a {name}")

    def fits_fragment(self, fragment: bytes) -> Problem | None:
        """
        Why an entry of these bytes can't go to this destination. One that is too large alone
        must not cost those that are older.
        """
        room = self.max_bytes * 9 // 10
        limit = min(self.max_entry_bytes or room, room)
        if len(fragment) <= limit:
            return None
        return self._problem("entry", f"{len(fragment)} bytes", f"at most {limit} bytes")

    def _picture_problems(self, entry: Entry) -> Iterator[Problem]:
        """A picture whose size nobody knows is given the benefit of the doubt."""
        if not entry.pictures:
            return
        size = entry.pictures[0].bytes
        if self.picture_max_bytes and size and size > self.picture_max_bytes:
            yield self._problem("picture", f"{size} bytes", f"at most {self.picture_max_bytes}")
        if not self.picture_min_side:
            return
        sides = [side for side in _size(entry.pictures[0]) if side is not None]
        if sides and min(sides) < self.picture_min_side:
            found = "×".join(map(str, sides))
            yield self._problem("picture", found, f"{self.picture_min_side} px or more each side")

    def _problem(self, field: str, found: str, send: str) -> Problem:
        return Problem(f"not_for_{self.name.replace('-', '_')}", field, found[:200], send)

    # --- The document ---

    def room_beside(self, document: Document) -> int:
        """Bytes left for the entries of *document* beside its head and tail (B85)."""
        beside = len(document.head) + len(document.tail) - len(document.separator)
        return self.max_bytes - beside


def _renamed(body_html: str, instead: dict[str, str]) -> str:
    """*body_html* with other elements for some, so that their words keep their places."""
    if not any(f"<{tag}" in body_html for tag in instead):
        return body_html
    from lxml import html

    root = html.fragment_fromstring(body_html, create_parent="div")
    for element in root.iter(*instead):
        element.tag = instead[str(element.tag)]
    return html.tostring(root, encoding="unicode")[len("<div>") : -len("</div>")]


def depth_of(body_html: str) -> int:
    """
    Deepest nesting of elements in *body_html*.

    >>> depth_of("text"), depth_of("<p>a</p><ul><li><b>c</b></li></ul>")
    (0, 3)
    """
    if "<" not in body_html:
        return 0
    from lxml import html

    deepest, waiting = 0, [(html.fragment_fromstring(body_html, create_parent="div"), 0)]
    while waiting:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((child, depth + 1) for child in element if isinstance(child.tag, str))
    return deepest


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _size(picture: Picture) -> tuple[int | None, int | None]:
    return picture.width, picture.height


# --- The files ------------------------------------------------------------------------------------

_NAME = re.compile(r"[a-z0-9-]+")
_FOLDER = resources.files("reprise.outputs") / "profiles"


@lru_cache(maxsize=1)
def profile_names() -> tuple[str, ...]:
    """Every destination there is a file for."""
    files = (path.name for path in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in files if name.endswith(".yaml")))


@lru_cache(maxsize=64)
def profile_named(name: str) -> Profile:
    """
    The profile of destination *name*.

    Raises:
        ConfigurationError: There is none, or its file is wrong; names the place and what is known.
    """
    if not _NAME.fullmatch(name) or name not in profile_names():
        known = ", ".join(profile_names())
        raise ConfigurationError(f"profile: no destination {name!r}; known: {known}")
    return read_profile((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), name)


def read_profile(text: str, name: str) -> Profile:
    """
    A profile from the text of its file.

    Raises:
        ConfigurationError: It can't be read; names file, field and what was found.
    """
    try:
        facts: Any = yaml.load(text, OnceLoader)  # noqa: S506 - a SafeLoader
        profile = Profile.model_validate({"name": name, **facts})
    except yaml.YAMLError as error:
        raise ConfigurationError(f"profiles/{name}.yaml: {error}") from error
    except (ValidationError, TypeError) as error:
        raise ConfigurationError(f"profiles/{name}.yaml: {_told(error)}") from error
    if wrong := "; ".join(complaints(profile)):
        raise ConfigurationError(f"profiles/{name}.yaml: {wrong}")
    return profile


def _told(error: ValidationError | TypeError) -> str:
    if isinstance(error, TypeError):
        return "a mapping of field to value is expected"
    return "; ".join(
        f"{'.'.join(map(str, one['loc']))}: {one['msg']} (found {one['input']!r})"
        for one in error.errors()
    )
