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
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jinja2
import orjson
from markupsafe import Markup

from reprise.errors import ConfigurationError
from reprise.outputs.dates import rfc3339
from reprise.outputs.listing import by_day
from reprise.outputs.words import FALLBACK, Table, Words, words_for

OURS = Path(__file__).parent / "templates"


class Templates:
    """
    Templates, style and words, read once.

    Args:
        own: Folder whose files replace ours of the same name; in ``words.json`` language by
            language, phrase by phrase. ``None`` for ours alone.

    Attributes:
        css: The style, as it stands in each page.
        policy: Content security policy of the pages: no script, and no style but this one.

    Raises:
        ConfigurationError: A file in *own* can't be read.
    """

    def __init__(self, own: Path | None = None) -> None:
        if own is not None and not own.is_dir():
            raise ConfigurationError(f"templates: {own} is not a folder")
        folders = [own, OURS] if own else [OURS]
        self._environment = _environment(folders)
        self._table = _word_table(folders)
        # Text straight into a style element: "</" would end it, and stands in no style.
        self.css = _one_line(_read(_first(folders, "style.css"))).replace("</", "<\\/")
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
        except jinja2.TemplateError as error:
            raise _refusal(error, name) from error

    def _compiled(self, name: str) -> jinja2.Template:
        try:
            return self._environment.get_template(name)
        except jinja2.TemplateError as error:
            raise _refusal(error, name) from error
        except UnicodeDecodeError as error:
            raise ConfigurationError(f"template {name}: not UTF-8 ({error.reason})") from error


def _refusal(error: jinja2.TemplateError, name: str) -> ConfigurationError:
    """Jinja's errors in our words: file, line, what is wrong."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        place = f"{error.filename or name}, line {error.lineno}"
        return ConfigurationError(f"{place}: {error.message}")
    if isinstance(error, jinja2.TemplateNotFound):
        return ConfigurationError(f"template {name}: there is no {error.name}")
    return ConfigurationError(f"{_place(error) or name}: {error.message}")


def _environment(folders: list[Path]) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {"machine": rfc3339, "clock": _clock, "days": by_day}
    return environment


def _place(error: jinja2.TemplateError) -> str:
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


def _word_table(folders: list[Path]) -> Table:
    table: dict[str, dict[str, Any]] = {}
    for folder in reversed(folders):
        path = folder / "words.json"
        if path.is_file():
            for tag, phrases in _json(path).items():
                table.setdefault(tag, {}).update(phrases)
    unknown = {key for phrases in table.values() for key in phrases} - {
        *table[FALLBACK],
        *_OPTIONAL,
    }
    if unknown:
        raise ConfigurationError(f"words.json: no page uses {min(unknown)!r}")
    return table


_OPTIONAL = {"comma", "joint"}


def _json(path: Path) -> dict[str, dict[str, Any]]:
    try:
        found: dict[str, dict[str, Any]] = orjson.loads(_read(path))
    except orjson.JSONDecodeError as error:
        raise ConfigurationError(f"{path}, line {error.lineno}: {error.msg}") from error
    return found


def _first(folders: list[Path], name: str) -> Path:
    return next(folder / name for folder in folders if (folder / name).is_file())


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: not UTF-8 ({error.reason})") from error
