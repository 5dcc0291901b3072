"""
A slow, obviously right evaluator of permissions, to test :mod:`reprise.rights` against.

It never merges anything: it goes through all statements and asks each one alone. A request is
granted when no statement has anything against it and at least one that may give it, does. It
knows no reasons, duties or ends; those are tested elsewhere.
"""

from datetime import timedelta

from reprise.model.permission import Basis, Noindex, Origin, Use
from reprise.rights.licences import licence_of, permission_of, public_domain
from reprise.rights.problems import problems_of


def is_granted(stated, request, now):
    """Whether the statements together grant *request* at *now*, disregarding contradictions."""
    heard = [one for one in stated if not one.revoked]
    if any(problems_of(one.permission) for one in heard):
        return False
    spoken = [(one.origin, part) for one in heard for part in parts(one.permission)]
    given = any(
        origin is not Origin.NOTICE and says(part, request.use) is True for origin, part in spoken
    )
    return given and not any(objects(part, request, now) for _, part in spoken)


def parts(permission):
    """The statement, and the licence it names."""
    yield permission
    if permission.licence:
        yield permission_of(licence_of(permission.licence))
    elif permission.basis is Basis.PUBLIC_DOMAIN:
        yield public_domain()


def says(permission, use):
    return permission.uses[use].allowed if use in permission.uses else None


def objects(permission, request, now):
    """Whether this one statement, alone, is against it."""
    return (
        says(permission, request.use) is False
        or (request.commercial and permission.commercial is False)
        or not covers_places(permission.territories, request.territories)
        or not covers_language(permission.languages, request.language)
        or not covers_names(permission, request)
        or too_long(permission, request)
        or hidden(permission.duties, request.use)
        or not in_time(permission, request, now)
        or spent(permission.quota, request.used)
    )


def covers_places(limits, audience):
    if limits is None or (limits.allow is None and not limits.deny):
        return True
    if audience is None:
        return False
    return all(
        (limits.allow is None or place in limits.allow) and place not in limits.deny
        for place in audience
    )


def covers_language(ranges, tag):
    if ranges is None:
        return True
    parts = tag.lower().split("-")
    prefixes = {"-".join(parts[: end + 1]) for end in range(len(parts))}
    return any(allowed.lower() in prefixes for allowed in ranges)


def covers_names(permission, request):
    limits = permission.uses[request.use].recipients if request.use in permission.uses else None
    return limits is None or bool(
        {name.lower() for name in limits} & {name.lower() for name in request.recipient}
    )


def too_long(permission, request):
    most = permission.uses[request.use].max_words if request.use in permission.uses else None
    return most is not None and request.words is not None and request.words > most


def hidden(duties, use):
    if use is Use.INDEX:
        return duties.noindex is Noindex.ALL or bool(duties.canonical)
    if use is Use.GOOGLE_NEWS:
        return duties.noindex in (Noindex.ALL, Noindex.NEWS) or bool(duties.canonical)
    return False


def in_time(permission, request, now):
    if permission.starts_at is not None and now < permission.starts_at:
        return False
    if permission.embargoed_until is not None and now < permission.embargoed_until:
        return False
    if permission.expires_at is not None and now >= permission.expires_at:
        return False
    if permission.embargo_days is not None:
        if request.first_published_at is None:
            return False
        return now >= request.first_published_at + timedelta(days=permission.embargo_days)
    return True


def spent(quota, used):
    return quota is not None and used is not None and used.get(quota.period, 0) >= quota.count
