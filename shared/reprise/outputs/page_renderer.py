"""Fills a template with what every page has, and makes a document of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reprise.model.configuration import Publication
from reprise.model.document import Document
from reprise.outputs import places
from reprise.outputs.characters import legal_throughout
from reprise.outputs.page_parts import contact, icon
from reprise.outputs.page_templates import Templates
from reprise.outputs.places import address
from reprise.outputs.words import Words

SECONDS = 300
"""How long a page may be kept, if it does not say otherwise."""


class Renderer:
    """
    Templates compiled once, then a pure function from values to documents.

    Args:
        own: A publisher's templates by file name, in place of ours of the same name.

        trial: They are only tried out, in a sandbox.

    Raises:
        ConfigurationError: One of them can't be used: with file and line.
    """

    def __init__(self, own: Mapping[str, str], *, trial: bool = False) -> None:
        self._templates = Templates(own, trial=trial)

    @property
    def policy(self) -> str:
        """The pages' content security policy."""
        return self._templates.policy

    def words(self, *languages: str) -> Words:
        """The words of the first language there are words of."""
        return self._templates.words(*languages)

    def document(
        self,
        template: str,
        key: str,
        publication: Publication,
        words: Words,
        *,
        seconds: int = SECONDS,
        noindex: bool = False,
        **values: Any,
    ) -> Document:
        """
        The page under *key*: *template*, filled with *values*.

        Args:
            noindex: Search engines are told so in the answer's header, too.
        """
        context = {
            "robots": "",
            "canonical": None,
            "feeds": (),
            **values,
            "publication": legal_throughout(publication),
            "words": words,
            "icon": icon(publication.name),
            "contact": contact(publication.contact),
            "address": lambda key: address(key, publication),
        }
        body = self._templates.render(template, context)
        return Document(
            key,
            places.HTML,
            body.encode(),
            cache_seconds=seconds,
            noindex=noindex,
            language=words.tag,
        )
