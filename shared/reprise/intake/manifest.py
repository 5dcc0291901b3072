"""
The manifest of a bundle, ``manifest.json``: which of its files are what, and on what terms.

It may be absent: then files are articles and pictures by their content. It is read as strictly as
our own format. One that can't be read may hide a limit: the whole bundle is held, never widened.
"""

from __future__ import annotations

from typing import Literal

import orjson
from pydantic import ValidationError

from reprise.errors import Problem, RefusedError
from reprise.intake.json_submission import MODELS, Models, problems_of
from reprise.intake.json_values import parse_json
from reprise.model.base import Frozen, NonEmpty
from reprise.model.permission import Permission
from reprise.model.submission import PictureWords
from reprise.text.normalise import decode

FILE = "manifest.json"
_FAMILY = "reprise-bundle/"


class ListedArticle(Frozen):
    """
    A file that is an article, or holds several.

    Attributes:
        file: Its path, relative to the manifest.
        permission: What holds for it alone. It can only narrow what holds for the bundle.
    """

    file: NonEmpty
    permission: Permission | None = None


class ListedPicture(PictureWords):
    """
    What is said of a picture; it counts more than what the picture's own metadata say.

    Attributes:
        file: Its path, relative to the manifest.
    """

    file: NonEmpty


class Manifest(Frozen):
    """
    The whole file.

    Attributes:
        format: Always ``reprise-bundle/1``.
        permission: What holds for every article of the bundle.
        articles: The files that are articles; others are then left aside. Without it all are
            that are no pictures.
        pictures: What is said of pictures; those not named here are taken all the same.
    """

    format: Literal["reprise-bundle/1"]
    permission: Permission | None = None
    articles: tuple[ListedArticle, ...] | None = None
    pictures: tuple[ListedPicture, ...] = ()


_MODELS: Models = {**MODELS, "": Manifest, "articles": ListedArticle, "pictures": ListedPicture}


def read_manifest(data: bytes, name: str) -> Manifest | None:
    """
    The manifest in *data*; ``None`` for a well-formed JSON file that is something else.

    Raises:
        RefusedError: It can't be read; its problems say why.
    """
    parsed = parse_json(decode(data)[0])
    if parsed.problems:
        raise RefusedError(name, *parsed.problems)
    says = parsed.value.get("format") if isinstance(parsed.value, dict) else None
    if not str(says).startswith(_FAMILY):
        return None
    try:
        return Manifest.model_validate_json(orjson.dumps(parsed.value), strict=True)
    except ValidationError as error:
        raise RefusedError(name, *problems_of(error, models=_MODELS)) from error
    except TypeError as error:
        raise RefusedError(name, Problem("bad_json", found=str(error))) from error
