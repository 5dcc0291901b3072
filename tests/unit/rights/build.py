"""Short ways to say what somebody stated, for the tests of this room."""

from datetime import UTC, datetime, timedelta

from reprise.model.permission import Origin, Permission, Stated, Use
from reprise.model.ruling import Request
from reprise.rights.combine import combine
from reprise.rights.ruling import rule

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)
A_MOMENT = timedelta(microseconds=1)
YES, NO = {"allowed": True}, {"allowed": False}


def said(origin, name="", *, revoked=False, **permission):
    """One statement, e.g. ``said("upload", uses={"display": YES})``."""
    return Stated(
        origin=Origin(origin), name=name, revoked=revoked, permission=Permission(**permission)
    )


def display(**permission):
    """An agreement that grants display, with limits."""
    return said("agreement", uses={"display": YES}, **permission)


def ruled(*stated, use=Use.DISPLAY, now=NOON, **request):
    """The ruling on a use under these statements."""
    return rule(combine(stated), Request(use, **request), now=now)
