"""WebSub hubs: the publisher's ping (WebSub section 7; the form hubs agree on)."""

from __future__ import annotations

import logging
import urllib.error
import urllib.parse
import urllib.request
from http import HTTPStatus
from http.client import HTTPException

TIMEOUT_SECONDS = 3
TRIES = 2
"""A hub that does not answer must not hold up publishing; the next change tells it again."""

_log = logging.getLogger(__name__)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A hub answers itself: what it redirects to is nobody's we were told to call."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


class WebSubHub:
    """The ``Hub`` port over HTTP. Never raises."""

    def __init__(self, timeout_seconds: float = TIMEOUT_SECONDS) -> None:
        self._timeout_seconds = timeout_seconds
        # Only what speaks HTTP: an opener by default would also read files and speak FTP.
        self._opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
            urllib.request.HTTPErrorProcessor(),
            urllib.request.HTTPDefaultErrorHandler(),
            NoRedirect(),
        ):
            self._opener.add_handler(handler)

    def announce(self, hub: str, topic: str) -> None:
        if not hub.lower().startswith(("http://", "https://")):
            _log.warning("hub %s is neither http nor https; it was not told of %s", hub, topic)
            return
        problem = ""
        for _ in range(TRIES):
            try:
                self._ping(hub, topic)
            except (OSError, HTTPException, ValueError) as error:
                problem = f"{type(error).__name__}: {error}"
                if is_final(error):
                    break
            else:
                return
        _log.warning("hub %s was not told of %s: %s", hub, topic, problem)

    def _ping(self, hub: str, topic: str) -> None:
        form = urllib.parse.urlencode(
            # Hubs read one or the other name of the same.
            {"hub.mode": "publish", "hub.url": topic, "hub.topic": topic}
        )
        request = urllib.request.Request(hub, data=form.encode(), method="POST")  # noqa: S310 - checked above
        with self._opener.open(request, timeout=self._timeout_seconds) as answer:
            answer.read(1)


def is_final(error: Exception) -> bool:
    """Whether the same request can only fail again: the hub itself said no (4xx, a redirect)."""
    if isinstance(error, ValueError):
        return True
    if not isinstance(error, urllib.error.HTTPError):
        return False
    busy = error.code == HTTPStatus.TOO_MANY_REQUESTS
    return error.code < HTTPStatus.INTERNAL_SERVER_ERROR and not busy
