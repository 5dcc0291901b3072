"""What the upload itself, its sidecar, its policies and its notices say may be done."""

from __future__ import annotations

from reprise.fields.base import STATED, Context, Found
from reprise.model.permission import Origin, Stated


def read_permissions(context: Context) -> Found[tuple[Stated, ...]]:
    """Every statement with who made it; rights decides what they allow together."""
    said = context.submission.permission
    own = (Stated(origin=Origin.UPLOAD, permission=said),) if said is not None else ()
    notices = context.body.notices
    stated = (*own, *context.item.policies, *(lifted.stated() for lifted in notices))
    if not notices:
        return Found(stated, STATED if stated else "")
    confidence = min(lifted.notice.confidence for lifted in notices)
    return Found(stated, "notice", confidence=confidence)
