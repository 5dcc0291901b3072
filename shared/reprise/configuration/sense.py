"""Entries of the right shape that can't be meant: what no schema can tell."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from reprise.configuration.places import Path, Places, Wrong
from reprise.configuration.words import shown
from reprise.errors import Problem
from reprise.model.configuration import Channel, Configuration, FeedFormat, Partner, Selection
from reprise.outputs.characters import wanted_of
from reprise.outputs.profile import profile_named, profile_names
from reprise.rights.problems import problems_of
from reprise.rights.territories import hint, unknown


def senseless(configuration: Configuration, places: Places) -> Iterator[Wrong]:
    """Entries of the right shape that can't be meant."""
    for path, text in _shown_texts(configuration):
        if allowed := wanted_of(text):
            yield Wrong(places.line(path), path, shown(text), allowed)
    for name, partner in configuration.partners.items():
        yield from _partner(("partners", name), partner, places)
    for found in _audience(("publication",), configuration.publication.territories):
        yield found.at(places)
    for name, channel in configuration.channels.items():
        path = ("channels", name)
        for found in (*_audience(path, channel.territories), *_selection(path, channel)):
            yield found.at(places)
        yield from _channel(path, channel, places)
        yield from _addresses(path, channel, configuration.publication.base_url, places)


def _shown_texts(configuration: Configuration) -> Iterator[tuple[Path, str]]:
    """What readers see of the file: each is a line of feeds and pages."""
    publication = configuration.publication
    yield ("publication", "name"), publication.name
    if publication.description:
        yield ("publication", "description"), publication.description
    for name, partner in configuration.partners.items():
        yield ("partners", name, "name"), partner.name
    for name, channel in configuration.channels.items():
        yield ("channels", name, "title"), channel.title
        if channel.description:
            yield ("channels", name, "description"), channel.description


def _audience(path: Path, territories: frozenset[str] | None) -> Iterator[Wrong]:
    """Countries that do not exist; and nobody, to whom everything may be shown."""
    place = (*path, "territories")
    if territories is not None and not territories:
        yield Wrong(0, place, "none", "at least one; leave the entry out for the whole world")
    for code in unknown(territories or frozenset()):
        yield Wrong(0, place, repr(code), hint(code))


def _selection(path: Path, channel: Channel) -> Iterator[Wrong]:
    """Lists that take nothing although something was surely meant."""
    for name in Selection.model_fields:
        wanted: frozenset[str] | None = getattr(channel.select, name)
        place = (*path, "select", name)
        if wanted is not None and not wanted:
            yield Wrong(0, place, "none", "at least one; leave the entry out to take all")
        if not all(text.strip() for text in wanted or ()):
            yield Wrong(0, place, "a blank", "text")
    if not all(text.strip() for text in channel.recipients):
        yield Wrong(0, (*path, "recipients"), "a blank", "names by which permissions call it")
    if not channel.formats:
        allowed = f"at least one of {', '.join(FeedFormat)}"
        yield Wrong(0, (*path, "formats"), "none", allowed)
    if len(set(channel.formats)) < len(channel.formats):
        found = ", ".join(channel.formats)
        yield Wrong(0, (*path, "formats"), found, "each once")


def _channel(path: Path, channel: Channel, places: Places) -> Iterator[Wrong]:
    """A destination there is no profile for, or that would refuse what the channel is to be."""
    if channel.profile not in profile_names():
        place = (*path, "profile")
        allowed = f"allowed: {', '.join(profile_names())}"
        yield Wrong(places.line(place), place, repr(channel.profile), allowed)
        return
    for problem in profile_named(channel.profile).fits_channel(channel):
        place = (*path, *problem.field.split("."))
        yield Wrong(places.line(place), place, repr(problem.found), problem.send)


def _addresses(path: Path, channel: Channel, base_url: str, places: Places) -> Iterator[Wrong]:
    """A destination that takes no addresses like ours (MS-01)."""
    secure = base_url.startswith("https://") or channel.profile not in profile_names()
    if not secure and profile_named(channel.profile).https:
        place = (*path, "profile")
        allowed = f"it takes https only, and publication.base_url is {base_url}"
        yield Wrong(places.line(place), place, repr(channel.profile), allowed)


def _partner(path: Path, partner: Partner, places: Places) -> Iterator[Wrong]:
    if partner.zone is not None and partner.zone not in _zones():
        hint = _close_zone(partner.zone)
        place = (*path, "zone")
        yield Wrong(places.line(place), place, repr(partner.zone), hint)
    for problem in problems_of(partner.agreement, path="agreement"):
        yield _agreement(path, problem, places)


@cache
def _zones() -> frozenset[str]:
    """Names in the database that is shipped; the machine's own is a walk over its disk."""
    return frozenset((files("tzdata") / "zones").read_text(encoding="utf-8").split())


def _close_zone(found: str) -> str:
    near = difflib.get_close_matches(found, sorted(_zones()), n=1, cutoff=0.6)
    meant = f"did you mean {near[0]}? " if near else ""
    return f"{meant}allowed: names of the IANA time zone database, e.g. Pacific/Auckland"


def _agreement(path: Path, problem: Problem, places: Places) -> Wrong:
    """A permission nothing may rest on would hold every article: better said at once."""
    parts = tuple(part for part in re.split(r"[.\[\]]+", problem.field) if part)
    place = (*path, *parts)
    found = repr(problem.found) if problem.found else problem.code.replace("_", " ")
    return Wrong(places.line(place), place, found, problem.send or "see docs/permissions.md")
