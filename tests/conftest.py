"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# Nothing in the suite is timed: a slow moment of the machine is not a mistake of ours.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
