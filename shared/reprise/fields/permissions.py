"""What the upload itself, its sidecar, its policies and its notices say may be done."""

from __future__ import annotations

from reprise.fields.base import STATED, Context, Found
from reprise.model.permission import Origin, Stated
from reprise.text.licences import resolve


def read_permissions(context: Context) -> Found[tuple[Stated, ...]]:
    """Every statement with who made it; rights decides what they allow together."""
    sent = context.submission.permission
    own = (Stated(origin=Origin.UPLOAD, permission=sent),) if sent is not None else ()
    notices = context.body.notices
    said = (*own, *context.item.policies)
    known = any(s.permission.licence and resolve(s.permission.licence) for s in said)
    stated = (*said, *(lifted.stated(licence_known=known) for lifted in notices))
    if not notices:
        return Found(stated, STATED if stated else "")
    confidence = min(lifted.notice.confidence for lifted in notices)
    return Found(stated, "notice", confidence=confidence)
