"""What a channel's turn is about, for all of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reprise.model.configuration import Channel, Configuration
from reprise.outputs.former import keys_of
from reprise.outputs.profile import Profile, profile_named
from reprise.pipeline.fingerprint import fingerprint
from reprise.pipeline.rulings import Rulings
from reprise.pipeline.usage import Usage
from reprise.stores.ports import Stores


@dataclass(frozen=True, slots=True)
class Assignment:
    """
    Which channel, at which moment, by which rules.

    Attributes:
        channel: As its destination limits it.
        fingerprint: Of the configuration and the renderer.
    """

    name: str
    channel: Channel
    profile: Profile
    configuration: Configuration
    stores: Stores
    rulings: Rulings
    now: datetime
    fingerprint: str


def assignment(
    name: str, *, stores: Stores, configuration: Configuration, now: datetime
) -> Assignment:
    """What there is to do in channel *name*, by the grants on file now."""
    channel = configuration.channels[name]
    profile = profile_named(channel.profile)
    return Assignment(
        name=name,
        channel=profile.limited(channel),
        profile=profile,
        configuration=configuration,
        stores=stores,
        rulings=Rulings(configuration, stores.articles.grants(), now, Usage(stores)),
        now=now,
        fingerprint=fingerprint(configuration),
    )


def live_keys(name: str, configuration: Configuration) -> tuple[str, ...]:
    """Keys of the documents of channel *name*, but for the volumes of its history."""
    channel = configuration.channels[name]
    return tuple(keys_of(name, profile_named(channel.profile).limited(channel).formats))
