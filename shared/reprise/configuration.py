"""
Reads the operator's file: YAML in, :class:`Configuration` out, or an error that names the line.

YAML is read by the rules of YAML 1.2 (``NO`` is Norway, dates are text), a key that stands twice
is refused, and every wrong entry is reported at once: file, line, field, what was found, what is
allowed. ``docs/configuration.md`` explains the file to operators.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Any
from zoneinfo import available_timezones

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reprise.errors import ConfigurationError, Problem
from reprise.model.configuration import Channel, Configuration, FeedFormat, Partner, Selection
from reprise.outputs.characters import wanted_of
from reprise.outputs.profile import profile_named, profile_names
from reprise.rights.problems import problems_of
from reprise.rights.territories import hint, unknown

Path = tuple[str | int, ...]

_SCALARS = (
    # Tag, pattern, first characters: the core schema of YAML 1.2, section 10.3.2.
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:e[-+]?[0-9]+)?$", "-+.0123456789"),
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", "~nN"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wrong:
    """One wrong entry: where it is, what was found and what is allowed."""

    line: int
    path: Path
    found: str
    allowed: str

    def at(self, places: _Places) -> Wrong:
        """The same with its line."""
        return replace(self, line=places.line(self.path))


class _Loader(yaml.SafeLoader):
    """YAML 1.2 scalars only: no yes/no booleans, no dates, no octal or base-60 numbers."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for _tag, _pattern, _first in _SCALARS:
    _Loader.add_implicit_resolver(_tag, re.compile(_pattern), [*_first])
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^$"), [""])


def load_file(path: FilePath, *, base_url: str = "") -> Configuration:
    """
    Read the configuration file at *path*, and the templates it names.

    Args:
        base_url: Public root to use instead of the one in the file; empty for that one.

    Raises:
        ConfigurationError: Anything in them is wrong, or can't be read.
    """
    configuration = load(_text(path), name=str(path))
    publication = configuration.publication
    changes: dict[str, Any] = {}
    if base_url:
        changes["publication"] = {**publication.model_dump(), "base_url": base_url}
    if publication.templates:
        changes["templates"] = read_templates(path.parent / publication.templates)
    return Configuration.model_validate({**configuration.model_dump(), **changes})


def read_templates(folder: FilePath) -> dict[str, str]:
    """
    The texts of a publisher's own templates, by file name.

    Raises:
        ConfigurationError: There is no such folder, or a file in it is not UTF-8.
    """
    if not folder.is_dir():
        raise ConfigurationError(f"publication.templates: {folder} is not a folder")
    files = (path for path in sorted(folder.iterdir()) if path.suffix in _TEMPLATE_SUFFIXES)
    return {path.name: _text(path) for path in files}


_TEMPLATE_SUFFIXES = (".html", ".css", ".json")


def _text(path: FilePath) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: not readable: {error}") from error


def load(text: str, *, name: str) -> Configuration:
    """
    Read the text of a configuration file.

    Args:
        name: Name of the file, for messages.

    Raises:
        ConfigurationError: Anything is wrong in it; the message has one line for each entry.

    Example:
        >>> load("publication: {name: Bay, base_url: 'https://bay.example', language: en}\\n"
        ...      "channels: {}", name="reprise.yaml")
        Traceback (most recent call last):
        ...
        reprise.errors.ConfigurationError: reprise.yaml:1: partners: nothing; this entry is required
    """
    places = _Places()
    data = _read(text, name, places)
    wrong = [*places.doubled]
    if isinstance(data, Mapping) and "templates" in data:
        hint = "their folder is named by publication.templates"
        wrong.append(Wrong(places.line(("templates",)), ("templates",), "no such entry", hint))
    configuration = None
    try:
        configuration = Configuration.model_validate(data)
    except ValidationError as error:
        wrong += [_wrong(details, data, places) for details in error.errors(include_url=False)]
    if configuration and not wrong:
        wrong = list(_senseless(configuration, places))
    if wrong or configuration is None:
        raise ConfigurationError(_message(wrong, name))
    return configuration


def json_schema() -> dict[str, Any]:
    """The JSON Schema by which editors complete and check the file."""
    schema = Configuration.model_json_schema()
    del schema["properties"]["templates"]
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Reprise configuration"
    return schema


# --- Reading, with the place of every entry -------------------------------------------------------


class _Places:
    """The line of every entry by its path, and the keys that stand twice."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {(): 1}
        self.doubled: list[Wrong] = []

    def line(self, path: Path) -> int:
        """Line of the entry, or of the closest one around it."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]


def _read(text: str, name: str, places: _Places) -> object:
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            return None if node is None else _value(node, (), places, loader, frozenset())
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise ConfigurationError(f"{name}:{line}: not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise ConfigurationError(f"{name}:1: not YAML: {error}") from error


def _value(
    node: yaml.Node, path: Path, places: _Places, loader: _Loader, around: frozenset[int]
) -> object:
    """The value of *node*, its place and those of all below noted."""
    places.lines.setdefault(path, node.start_mark.line + 1)
    if id(node) in around:
        raise yaml.MarkedYAMLError(problem="an anchor inside itself", problem_mark=node.start_mark)
    around = around | {id(node)}
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, places, loader, around)
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(item, (*path, index), places, loader, around)
            for index, item in enumerate(node.value)
        ]
    return loader.construct_object(node, deep=True)


def _mapping(
    node: yaml.MappingNode, path: Path, places: _Places, loader: _Loader, around: frozenset[int]
) -> dict[str, object]:
    values: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in values:
            first = places.lines[*path, key]
            places.doubled.append(
                Wrong(line, (*path, key), "a second time", f"it stands on line {first} already")
            )
            continue
        places.lines[*path, key] = line
        values[key] = _value(value_node, (*path, key), places, loader, around)
    return values


# --- Saying what is wrong -------------------------------------------------------------------------


def _message(wrong: list[Wrong], name: str) -> str:
    lines: dict[str, list[str]] = {}
    for entry in sorted(wrong, key=lambda entry: (entry.line, _dotted(entry.path))):
        place = f"{name}:{entry.line}: {_dotted(entry.path) or 'file'}: {entry.found}"
        lines.setdefault(place, []).append(entry.allowed)
    return "\n".join(f"{place}; {', or '.join(allowed)}" for place, allowed in lines.items())


def _dotted(path: Path) -> str:
    """
    The path as people write it.

    >>> _dotted(("channels", "front", "formats", 0))
    'channels.front.formats[0]'
    """
    words = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(words).lstrip(".")


def _wrong(details: ErrorDetails, data: object, places: _Places) -> Wrong:
    """One of pydantic's complaints in our words."""
    path = _known_path(details["loc"], data)
    found = _shown(details["input"])
    match details["type"]:
        case "extra_forbidden":
            hint = _close(str(path[-1]), _fields_beside(path))
            return Wrong(places.line(path), path, "no such entry", hint)
        case "missing":
            place = (*path, *(part for part in details["loc"][-1:] if path[-1:] != (part,)))
            return Wrong(places.line(place), place, "nothing", "this entry is required")
        case "enum" | "literal_error":
            expected = str(details.get("ctx", {}).get("expected", ""))
            choices = re.findall(r"'([^']+)'", expected)
            hint = _close(str(details["input"]), choices)
            return Wrong(places.line(path), path, found, hint)
        case "value_error":
            return _own_complaint(path, details, places)
        case _:
            return Wrong(places.line(path), path, found, _allowed(details))


def _own_complaint(path: Path, details: ErrorDetails, places: _Places) -> Wrong:
    """A check of the model itself: ``path: what is wrong``, the path from where it was made."""
    said = str(details.get("ctx", {}).get("error", details["msg"]))
    field, colon, rest = said.partition(": ")
    if not colon or not re.fullmatch(r"[\w.-]+", field):
        return Wrong(places.line(path), path, _shown(details["input"]), said)
    path = (*path, *field.split("."))
    found, _, allowed = rest.partition("; ")
    return Wrong(places.line(path), path, found, allowed or "see docs/configuration.md")


_ALLOWED = {
    "aware_datetime": "a date and time with an offset, e.g. 2026-05-01T09:00:00+02:00",
    "timezone_aware": "a date and time with an offset, e.g. 2026-05-01T09:00:00+02:00",
    "datetime_parsing": "a date and time with an offset, e.g. 2026-05-01T09:00:00+02:00",
    "datetime_from_date_parsing": "a date and time with an offset, e.g. 2026-05-01T09:00:00+02:00",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "string_type": "text; put it in quotes if it looks like a number",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
    "dict_type": "entries of the form name: value",
    "model_type": "entries of the form name: value",
    "model_attributes_type": "entries of the form name: value",
    "tuple_type": "a list, e.g. [a, b]",
    "frozen_set_type": "a list, e.g. [a, b]",
    "string_unicode": "text of whole characters; there is half of one in it",
    "string_too_short": "it may not be empty",
}

_PATTERNS = {
    r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$": (
        "lower-case letters, digits and inner hyphens, at most 64"
    ),
    r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$": "a BCP 47 tag, e.g. en, pt-BR, zh-Hant",
    r"^[A-Z]{2}$": "an ISO 3166-1 country code in capitals, e.g. NZ",
    r"^https?://[^\s/?#]+(?:[/?#]\S*)?$": "an address that begins with https://",
    r"^[^()]+$": "text without parentheses",
}


def _allowed(details: ErrorDetails) -> str:
    if details["type"] == "string_pattern_mismatch":
        pattern = str(details.get("ctx", {}).get("pattern", ""))
        return _PATTERNS.get(pattern, f"text that matches {pattern}")
    message = details["msg"][:1].lower() + details["msg"][1:]
    return _ALLOWED.get(details["type"], message)


_READABLE = 80
"""Characters of a wrong entry that a message shows."""


def _shown(value: object) -> str:
    """What was found, short enough to read."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "entries"
    if isinstance(value, list):
        return "a list"
    text = repr(value)
    return text if len(text) <= _READABLE else f"{text[:_READABLE]}..."


def _known_path(loc: tuple[int | str, ...], data: object) -> Path:
    """*loc* without the marks pydantic adds for unions and keys, as far as the file has it."""
    path: list[str | int] = []
    for part in loc:
        try:
            data = data[part]  # type: ignore[index]
        except (TypeError, LookupError):
            continue
        path.append(part)
    return tuple(path)


def _close(found: str, choices: list[str]) -> str:
    """The allowed ones, the likely one first."""
    near = difflib.get_close_matches(found, choices, n=1, cutoff=0.6)
    listed = f"allowed: {', '.join(choices)}"
    return f"did you mean {near[0]}? {listed}" if near else listed


def _fields_beside(path: Path) -> list[str]:
    """Names that may stand where the last part of *path* stands."""
    schema = Configuration.model_json_schema()
    definitions = schema.get("$defs", {})
    node: Mapping[str, Any] = schema
    for part in path[:-1]:
        node = _below(node, part, definitions)
    return sorted(_resolved(node, definitions).get("properties", {}))


def _below(node: Mapping[str, Any], part: str | int, definitions: Mapping[str, Any]) -> Any:
    node = _resolved(node, definitions)
    if isinstance(part, int):
        return node.get("items", {})
    if part in node.get("properties", {}):
        return node["properties"][part]
    return node.get("additionalProperties") or next(iter(node.get("patternProperties", {}).values()), {})  # fmt: skip


def _resolved(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema meant: references followed, the ``null`` of optional entries left out."""
    if "$ref" in node:
        return _resolved(definitions[node["$ref"].rpartition("/")[2]], definitions)
    choices = [choice for choice in node.get("anyOf", []) if choice.get("type") != "null"]
    return _resolved(choices[0], definitions) if choices else node


# --- What no schema can tell ----------------------------------------------------------------------


def _senseless(configuration: Configuration, places: _Places) -> Iterator[Wrong]:
    """Entries of the right shape that can't be meant."""
    for path, text in _shown_texts(configuration):
        if allowed := wanted_of(text):
            yield Wrong(places.line(path), path, _shown(text), allowed)
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


def _channel(path: Path, channel: Channel, places: _Places) -> Iterator[Wrong]:
    """A destination there is no profile for, or that would refuse what the channel is to be."""
    if channel.profile not in profile_names():
        place = (*path, "profile")
        allowed = f"allowed: {', '.join(profile_names())}"
        yield Wrong(places.line(place), place, repr(channel.profile), allowed)
        return
    for problem in profile_named(channel.profile).fits_channel(channel):
        place = (*path, *problem.field.split("."))
        yield Wrong(places.line(place), place, repr(problem.found), problem.send)


def _addresses(path: Path, channel: Channel, base_url: str, places: _Places) -> Iterator[Wrong]:
    """A destination that takes no addresses like ours (MS-01)."""
    secure = base_url.startswith("https://") or channel.profile not in profile_names()
    if not secure and profile_named(channel.profile).https:
        place = (*path, "profile")
        allowed = f"it takes https only, and publication.base_url is {base_url}"
        yield Wrong(places.line(place), place, repr(channel.profile), allowed)


def _partner(path: Path, partner: Partner, places: _Places) -> Iterator[Wrong]:
    if partner.zone is not None and partner.zone not in available_timezones():
        hint = _close_zone(partner.zone)
        place = (*path, "zone")
        yield Wrong(places.line(place), place, repr(partner.zone), hint)
    for problem in problems_of(partner.agreement, path="agreement"):
        yield _agreement(path, problem, places)


def _close_zone(found: str) -> str:
    near = difflib.get_close_matches(found, sorted(available_timezones()), n=1, cutoff=0.6)
    meant = f"did you mean {near[0]}? " if near else ""
    return f"{meant}allowed: names of the IANA time zone database, e.g. Pacific/Auckland"


def _agreement(path: Path, problem: Problem, places: _Places) -> Wrong:
    """A permission nothing may rest on would hold every article: better said at once."""
    parts = tuple(part for part in re.split(r"[.\[\]]+", problem.field) if part)
    place = (*path, *parts)
    found = repr(problem.found) if problem.found else problem.code.replace("_", " ")
    return Wrong(places.line(place), place, found, problem.send or "see docs/permissions.md")
