"""What a channel was built with; apart from what builds it, so that the clock starts without that."""

from __future__ import annotations

import xxhash

from reprise.model.configuration import Configuration
from reprise.outputs.profile import profile_named

RENDERER = 1
"""Raise when the same entry would give other bytes: every channel is then built afresh."""


def fingerprint(configuration: Configuration) -> str:
    """Of everything besides articles that decides a channel's bytes."""
    profiles = sorted({channel.profile for channel in configuration.channels.values()})
    values = (configuration, *map(profile_named, profiles))
    told = "\n".join((*(value.model_dump_json() for value in values), str(RENDERER)))
    return xxhash.xxh3_64_hexdigest(told.encode())
