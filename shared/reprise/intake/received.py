"""What the readers of all formats look at: the bytes once, decoded once, parsed once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

from reprise.intake.json_values import ParsedJson, parse_json
from reprise.intake.xml_reading import read_prolog
from reprise.model.configuration import Partner
from reprise.text.normalise import decode

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 4096
"""Bytes in which an encoding declaration counts; HTML asks for it in the first 1,024."""


@dataclass(frozen=True)
class Received:
    """
    An upload on its way to a reader.

    Attributes:
        data: The bytes.
        name: File name, for naming items in receipts; never for telling the format.
        partner: Whose settings apply (zone, hosts, limits).
    """

    data: bytes
    name: str
    partner: Partner

    @cached_property
    def decoded(self) -> tuple[str, str, float]:
        """Text, codec, and how sure that is."""
        found = _DECLARED.search(self.data[:_HEAD])
        declared = next((one for one in found.groups() if one), b"").decode() if found else None
        return decode(self.data, declared)

    @property
    def text(self) -> str:
        """The text, without byte-order mark."""
        return self.decoded[0]

    @cached_property
    def starts_like_json(self) -> bool:
        """The first character opens an object or a list."""
        return self.text.lstrip()[:1] in {"{", "["} and not _looks_like_prose(self.text)

    @cached_property
    def json(self) -> ParsedJson:
        """The text as JSON, with everything that is wrong with it."""
        return parse_json(self.text)

    @property
    def object(self) -> dict[str, Any]:
        """The JSON object that the whole is, else an empty one."""
        if not self.starts_like_json:
            return {}
        value = self.json.value
        return value if isinstance(value, dict) else {}

    @cached_property
    def root(self) -> str:
        """Local name of the first element, lower case; empty when the text has no markup."""
        return read_prolog(self.text).root.lower()

    @cached_property
    def xml(self) -> etree._Element | None:
        """The root of well-formed (or nearly so) XML; ``None`` when it can't be read."""
        return read_xml(self.text)


def read_xml(text: str, *, recover: bool = False) -> etree._Element | None:
    """
    *text* as XML, with entities, DTDs and the network off and depth bounded by libxml2.

    Entity bombs and external entities never expand: a document that uses any of its own is read
    without them.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        recover=recover, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    body = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", body)
    try:
        root = etree.fromstring(body.encode(), parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root if isinstance(root.tag, str) else None


def _looks_like_prose(text: str) -> bool:
    """``[Updated] The harbour …``: a bracket that opens a sentence."""
    return bool(re.match(r"\s*\[(?![\s{\[\"\d\]-]|true|false|null)", text))
