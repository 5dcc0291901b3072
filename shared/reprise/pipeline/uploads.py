"""Names of uploads: where they lie in the inbox and what they are called in receipts."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime

INBOX = "inbox"
SIDECAR = ".permission.json"
SLIP = ".slip.json"
HOUSE = "~house"
"""The folder of our own uploads. No partner is called so, so none may write there."""
HOUSE_GRANT = "house: "
"""What the ids of the operator's own grants begin with; a partner's may not, or it could undo them."""


_INSIDE = re.compile(r"!([0-9a-f]{32})/")


@dataclass(frozen=True, slots=True)
class Inside:
    """A file's place in a bundle: the bundle's id, and the path in it."""

    bundle: str
    path: str


@dataclass(frozen=True, slots=True)
class Address:
    """
    The parts of an inbox key: ``inbox/<partner>/<ticket>/<file name>``.

    The name of a file of a bundle is ``<name of the bundle>!<its id>/<path in it>``.

    Attributes:
        of_house: The house put it there in the partner's name: ``inbox/~house/<partner>/...``.
    """

    partner: str
    ticket: str
    name: str
    of_house: bool = False

    @property
    def key(self) -> str:
        folder = f"{INBOX}/{HOUSE}" if self.of_house else INBOX
        return f"{folder}/{self.partner}/{self.ticket}/{self.name}"

    @property
    def is_slip(self) -> bool:
        """Whether it lets an upload through that waits for a person."""
        return self.of_house and self.name.endswith(SLIP)

    @property
    def path(self) -> str:
        """How its sender knows it: its path in the innermost bundle, else its name."""
        return self.bundles[-1].path if self.bundles else self.name

    @property
    def bundles(self) -> tuple[Inside, ...]:
        """Its places in the bundles it came in, outermost first; empty for other uploads."""
        _, *cut = _INSIDE.split(self.name)
        return tuple(Inside(*one) for one in zip(cut[::2], cut[1::2], strict=True))

    def part(self, bundle: str, path: str) -> Address:
        """Where the file *path* of this bundle goes, whose id is *bundle*."""
        return replace(self, name=f"{self.name}!{bundle}/{path}")


def address_of(key: str) -> Address | None:
    """
    The parts of *key*, or ``None`` when it is not an upload.

    Who uploaded is decided here and nowhere else: by the prefix a partner may write to
    (invariant 8).

    >>> address_of("inbox/~house/harbour/t1/00ff.slip.json")
    Address(partner='harbour', ticket='t1', name='00ff.slip.json', of_house=True)
    """
    root, _, rest = key.partition("/")
    of_house = rest.startswith(f"{HOUSE}/")
    partner, _, rest = rest.removeprefix(f"{HOUSE}/").partition("/")
    ticket, _, name = rest.partition("/")
    if root != INBOX or not (partner and ticket and name):
        return None
    return Address(partner=partner, ticket=ticket, name=name, of_house=of_house)


def slip_for(address: Address, upload: str) -> Address:
    """Where the slip goes that lets *upload*, which lies at *address*, through: on its ticket."""
    return Address(address.partner, address.ticket, f"{upload}{SLIP}", of_house=True)


_CATALOGUE = re.compile(r"catalogue-(\d{8})-[0-9a-f]+")


def catalogue_ticket(undated: datetime, digest: str) -> str:
    """
    The ticket of an upload from a back catalogue; no other ticket looks like it.

    It says when a story appeared that does not say so itself.

    >>> catalogue_ticket(datetime(2024, 5, 1), "00ff")
    'catalogue-20240501-00ff'
    """
    return f"catalogue-{undated:%Y%m%d}-{digest}"


def catalogue_day(address: Address) -> datetime | None:
    """When an undated story of this back catalogue appeared; ``None`` for any other upload."""
    found = _CATALOGUE.fullmatch(address.ticket)
    try:
        return datetime.strptime(f"{found[1]}Z", "%Y%m%d%z") if found else None
    except ValueError:
        return None


def upload_id(key: str, version_id: str | None, etag: str) -> str:
    """One id for one stored object: the same for every delivery of its event."""
    digest = hashlib.sha256(f"{key}\0{version_id or etag}".encode())
    return digest.hexdigest()[:32]


def sidecar_key(key: str) -> str:
    """Where the permission of the upload at *key* would lie."""
    return f"{key}{SIDECAR}"


def sidecar_owner(key: str) -> str | None:
    """The upload that the sidecar at *key* speaks about; ``None`` when it is no sidecar."""
    return key.removesuffix(SIDECAR) if key.endswith(SIDECAR) else None
