"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# Nothing in the suite is timed: a slow moment of the machine is not a mistake of ours. The same
# examples are tried on every machine; to look for new ones, HYPOTHESIS_PROFILE=search.
settings.register_profile("search", deadline=None)
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
