"""
The templates of the pages: ours, and a publisher's own in their place.

What is wrong with a publisher's file is found when it is loaded, before anything is published,
and named with its file and line.
"""

from __future__ import annotations

import base64
import hashlib
import re
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from typing import Any

import jinja2
import orjson
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from reprise.errors import ConfigurationError
from reprise.outputs.dates import rfc3339
from reprise.outputs.listing import by_day
from reprise.outputs.words import FALLBACK, Table, Words, words_for

OURS = Path(__file__).parent / "templates"
FOLDER = "templates"
"""How messages call the publisher's folder."""
STYLE, WORDS = "style.css", "words.json"


class Templates:
    """
    Templates, style and words, read once.

    Args:
        own: Texts by file name that replace ours of the same name; in ``words.json`` language by
            language, phrase by phrase. Empty for ours alone.

        trial: Fill them in a sandbox: nothing runs without an end, or reaches for what is no value
            of a page.

    Attributes:
        css: The style, as it stands in each page.
        policy: Content security policy of the pages: no script, and no style but this one.

    Raises:
        ConfigurationError: One of them can't be used.
    """

    def __init__(self, own: Mapping[str, str] = {}, *, trial: bool = False) -> None:
        for name in own:
            _known(name)
        self._environment = _environment(own, trial=trial)
        self._table = word_table(own)
        # Text straight into a style element: "</" would end it, and stands in no style.
        self.css = _one_line(own.get(STYLE) or _ours(STYLE)).replace("</", "<\\/")
        self.policy = _policy(self.css)
        for name in self._environment.list_templates(extensions=["html"]):
            self._compiled(name)

    def words(self, *languages: str) -> Words:
        """The words of the first language there are words of."""
        return words_for(languages, self._table)

    def render(self, name: str, context: Mapping[str, Any]) -> str:
        """
        Fill template *name*.

        Raises:
            ConfigurationError: It asks for something that no page has.
        """
        whole = {"css": Markup(self.css), "policy": self.policy, **context}  # noqa: S704 - a style
        try:
            return self._environment.get_template(name).render(whole)
        except _FAULTS as error:
            raise _refusal(error, name) from error

    def _compiled(self, name: str) -> jinja2.Template:
        try:
            return self._environment.get_template(name)
        except jinja2.TemplateError as error:
            raise _refusal(error, name) from error


_FAULTS = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template can do wrong while it is filled."""


def _refusal(error: Exception, name: str) -> ConfigurationError:
    """Jinja's errors in our words: file, line, what is wrong."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        place = f"{error.filename or name}, line {error.lineno}"
        return ConfigurationError(f"{place}: {error.message}")
    if isinstance(error, jinja2.TemplateNotFound):
        return ConfigurationError(f"{_place(error) or name}: there is no {error.name}")
    return ConfigurationError(f"{_place(error) or name}: {error}")


def _known(name: str) -> None:
    """A file that no page uses is a mistyped name; parts of the publisher's own begin with ``_``."""
    ours = {path.name for path in OURS.iterdir()}
    is_part = name.startswith("_") and name.endswith(".html")
    if name not in ours and not is_part:
        raise ConfigurationError(
            f"templates/{name}: no page uses it; known: {', '.join(sorted(ours))}, "
            "and parts named _….html"
        )


class _Loader(jinja2.BaseLoader):
    """The publisher's texts before ours, each under the name that messages call it."""

    def __init__(self, own: Mapping[str, str]) -> None:
        self._own = own

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        del environment
        if template in self._own:
            return self._own[template], f"{FOLDER}/{template}", lambda: True
        if template not in self.list_templates():
            raise jinja2.TemplateNotFound(template)
        return _ours(template), str(OURS / template), lambda: True

    def list_templates(self) -> list[str]:
        return sorted({*self._own, *(path.name for path in OURS.iterdir())})


def _environment(own: Mapping[str, str], *, trial: bool) -> jinja2.Environment:
    kind = SandboxedEnvironment if trial else jinja2.Environment
    environment = kind(
        loader=_Loader(own),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {"machine": rfc3339, "clock": _clock, "days": by_day}
    return environment


def _place(error: Exception) -> str:
    """File and line of the template in which it arose; jinja writes them into the traceback."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".html")]
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else ""


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%H:%M}"


def _policy(css: str) -> str:
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return (
        "default-src 'none'; img-src https: http: data:; media-src https: http:; "
        f"style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


_STRING = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")


def _one_line(css: str) -> str:
    """
    The style without comments and needless space, because it is sent with every page.

    >>> _one_line('a , b { color: red; }  /* why */ p::after { content: "a , b" }')
    'a,b{color:red}p::after{content:"a , b"}'
    """
    parts = _STRING.split(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    parts[::2] = [_narrow(part) for part in parts[::2]]
    return "".join(parts).strip()


def _narrow(css: str) -> str:
    css = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", css))
    return css.replace(": ", ":").replace(";}", "}")


# --- Words ----------------------------------------------------------------------------------------


def word_table(own: Mapping[str, str]) -> Table:
    """
    Our words with the publisher's own laid over them.

    Raises:
        ConfigurationError: Its file is no table of phrases, has one that no page uses, or one that
            asks for what it is not given.
    """
    table: dict[str, dict[str, Any]] = _json(_ours(WORDS), WORDS)
    english = table[FALLBACK]
    for tag, phrases in (_json(own[WORDS], f"{FOLDER}/{WORDS}") if WORDS in own else {}).items():
        for key, phrase in phrases.items():
            if fault := _fault(key, phrase, english):
                raise ConfigurationError(f"{FOLDER}/{WORDS}: {tag}.{key}: {fault}")
        table.setdefault(tag, {}).update(phrases)
    return table


_OPTIONAL = {"comma": ", ", "joint": " {and} "}
"""Phrases that English does without, as it would say them."""


def _fault(key: str, phrase: object, english: Mapping[str, Any]) -> str:
    """What is wrong with a phrase; empty when nothing is."""
    model = {**_OPTIONAL, **english}.get(key)
    if model is None:
        return "no page uses it"
    if isinstance(model, list):
        names = (
            [each for each in phrase if isinstance(each, str)] if isinstance(phrase, list) else []
        )
        return "" if len(names) == len(model) else f"a list of {len(model)} names, please"
    if not isinstance(phrase, str):
        return "text, please"
    try:
        asked = _blanks(phrase)
    except ValueError as error:
        return str(error)
    given = _blanks(model) | ({"month_number"} if key == "date" else set())
    return f"there is no {{{min(asked - given)}}} here" if asked - given else ""


def _blanks(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}


def _json(text: str, name: str) -> dict[str, dict[str, Any]]:
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise ConfigurationError(f"{name}, line {error.lineno}: {error.msg}") from error
    if not isinstance(found, dict) or not all(isinstance(each, dict) for each in found.values()):
        raise ConfigurationError(f'{name}: phrases by language, please: {{"de": {{…}}}}')
    return found


def _ours(name: str) -> str:
    return (OURS / name).read_text(encoding="utf-8")
