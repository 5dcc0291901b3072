"""An upload as it lies in the inbox: read once, with the sidecar that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reprise.errors import Problem, RefusedError, TransientError
from reprise.intake.formats import read_upload
from reprise.model.configuration import Configuration, Partner
from reprise.model.messages import Upload
from reprise.model.reading import Beside, Reading
from reprise.model.review import Slip
from reprise.pipeline.bundle_words import with_pictures, words_for
from reprise.pipeline.uploads import (
    Address,
    address_of,
    sidecar_key,
    sidecar_owner,
    upload_id,
)
from reprise.stores.ports import StoredObject, Stores

SIDECAR_LIMIT = 1_000_000
"""Bytes. A permission is a page of text at most."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """
    An upload, and the file it is about.

    Attributes:
        upload: Its id.
        address / stored: The upload itself, which the receipt is for.
        happened_at: When its event says it was stored.
        file_address / file: What is read: the same, the file beside a sidecar, or what a slip lets
            through.
        sidecar: The permission beside that file.
        beside: What the bundle it came in says of it; ``None`` when it came in none.
        slip: A person has looked at it.
        held_at: When what the slip lets through came.
    """

    upload: str
    partner: Partner
    address: Address
    stored: StoredObject
    happened_at: datetime | None
    file_address: Address
    file: StoredObject
    sidecar: StoredObject | None = None
    beside: Beside | None = None
    slip: Slip | None = None
    held_at: datetime | None = None

    @property
    def stored_at(self) -> datetime:
        """
        When what counts was complete in the inbox: the later of file and sidecar.

        The event tells it to the millisecond, the object to the second. With its sidecar a file
        is newer than without, even when both were stored in the same second.
        """
        own = self.happened_at or self.stored.stored_at
        if self.sidecar is None:
            return own
        return max(own, self.file.stored_at, self.sidecar.stored_at) + timedelta.resolution

    @property
    def bundle(self) -> str:
        """
        The id of the bundle that the file is: another one for each version of it and its sidecar,
        the same for their two uploads.
        """
        parts = [self.file, *([self.sidecar] if self.sidecar else [])]
        versions = " ".join(part.version_id or part.etag for part in parts)
        return upload_id(self.file_address.key, versions, "")

    def read(self, stores: Stores, configuration: Configuration) -> Reading:
        """
        What intake understands of the file, with the pictures of the bundle it came in.

        Raises:
            RefusedError: Nothing of it.
        """
        reading = read_upload(
            self.file.body,
            self.file_address.path,
            sidecar=self.sidecar.body if self.sidecar else None,
            beside=self.beside,
            partner=self.partner,
        )
        if self.beside is None:
            return reading
        return with_pictures(reading, self.file_address, stores=stores, configuration=configuration)


def arrive(upload: Upload, stores: Stores, configuration: Configuration) -> Arrival:
    """
    Read *upload* from the inbox.

    Raises:
        RefusedError: It may not be there, is too large, or is a slip for nothing we know.

        TransientError: It is announced, but not there (yet).
    """
    address = address_of(upload.key)
    if address is None:
        raise RefusedError(upload.key, Problem("not_an_inbox_key", "key", upload.key))
    partner = configuration.partners.get(address.partner)
    if partner is None:
        raise RefusedError(address.name, Problem("unknown_partner", "key", address.partner))
    stored = stores.inbox.read(upload.key, upload.version_id, limit=partner.max_bytes)
    if stored is None:
        raise TransientError(f"{upload.key}: announced, but not in the inbox (yet)")
    slip = Slip.model_validate_json(stored.body) if address.is_slip else None
    file_address, file, held_at = address, stored, None
    if slip is not None:
        file_address, file, held_at = _meant(slip, partner, address, stores)
    words = words_for(file_address, stores)
    # A file of a bundle is as old as the bundle, however late its turn comes; a person's word on it
    # is newer.
    happened_at = words.stored_at if words and not slip else upload.happened_at
    return Arrival(
        upload=upload_id(upload.key, stored.version_id, stored.etag),
        partner=partner,
        address=address,
        stored=stored,
        happened_at=happened_at,
        file_address=file_address,
        file=file,
        beside=words.beside if words else None,
        slip=slip,
        held_at=held_at,
    )


def _meant(
    slip: Slip, partner: Partner, address: Address, stores: Stores
) -> tuple[Address, StoredObject, datetime]:
    """
    The very bytes that a person has looked at, whatever lies under their name by now, and when they
    came.
    """
    receipt = stores.articles.receipt(address.partner, slip.upload)
    meant = address_of(receipt.key) if receipt else None
    if receipt is None or meant is None:
        raise RefusedError(address.name, Problem("not_waiting", "upload", slip.upload))
    file = stores.inbox.read(receipt.key, receipt.version_id, limit=partner.max_bytes)
    if file is None:
        raise TransientError(f"{receipt.key}: received, but not in the inbox")
    return meant, file, receipt.received_at


def beside_its_file(arrival: Arrival, stores: Stores) -> Arrival | None:
    """
    A sidecar together with the file it speaks about, which is read again with it.

    Returns:
        *arrival* itself when it is no sidecar, ``None`` while its file is not there.
    """
    name = sidecar_owner(arrival.file_address.name)
    if name is None:
        return arrival
    address = replace(arrival.file_address, name=name)
    file = stores.inbox.read(address.key, None, limit=arrival.partner.max_bytes)
    if file is None:
        return None
    return replace(arrival, file_address=address, file=file, sidecar=arrival.file)


def with_sidecar(arrival: Arrival, stores: Stores) -> Arrival:
    """
    *arrival* together with the sidecar beside its file, if there is one.

    It is looked for whatever the format: a permission said twice is the narrower of both, and one
    that is overlooked shows what may not be shown.
    """
    if arrival.sidecar is not None or arrival.beside is not None:
        # What came in a bundle has its sidecar there.
        return arrival
    key = sidecar_key(arrival.file_address.key)
    sidecar = stores.inbox.read(key, None, limit=SIDECAR_LIMIT)
    return arrival if sidecar is None else replace(arrival, sidecar=sidecar)
