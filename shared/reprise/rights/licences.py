"""
What a known licence allows, in the words of our permission (rows B27, B28).

A licence is a grant to everybody, so it limits neither territory nor recipient. It says nothing
of pictures (they usually have authors of their own) and, unless all rights are waived, nothing
of use by machines that learn: both stay *not stated*, which is "no".
"""

from __future__ import annotations

from functools import lru_cache

from reprise.model.permission import Basis, Duties, Permission, Use, UseTerms
from reprise.text.licences import Licence, resolve

SHARED_ALIKE = (
    Use.DISPLAY,
    Use.SYNDICATE_FULL,
    Use.SYNDICATE_EXCERPT,
    Use.INDEX,
    Use.GOOGLE_NEWS,
    Use.ARCHIVE,
)
"""Uses that pass the text on as it is: every licence here allows them, in whole or in part."""

ADAPTATIONS = (Use.TRANSLATE, Use.ADAPT)
"""Uses that make a derivative work."""

YES, NO = UseTerms(allowed=True), UseTerms(allowed=False)


@lru_cache(maxsize=1024)
def licence_of(stated: str) -> Licence | None:
    """
    The licence meant by an address, an SPDX id or a usual name; ``None`` if it is not known.

    >>> licence_of("https://creativecommons.org/licenses/by-nd/4.0/").id
    'CC-BY-ND-4.0'
    """
    return resolve(stated)


@lru_cache(maxsize=1024)
def permission_of(licence: Licence) -> Permission:
    """
    What *licence* grants to everybody, with what it asks in return.

    >>> from reprise.text.licences import resolve
    >>> permission_of(resolve("CC BY-NC-ND 4.0")).commercial
    False
    """
    if licence.public_domain:
        return public_domain(licence.id)
    changed = YES if licence.derivatives else NO
    return Permission(
        basis=Basis.LICENCE,
        licence=licence.id,
        uses=dict.fromkeys(SHARED_ALIKE, YES) | dict.fromkeys(ADAPTATIONS, changed),
        commercial=licence.commercial,
        duties=Duties(
            attribution=licence.attribution or None,
            no_changes=None if licence.derivatives else True,
        ),
    )


def public_domain(licence: str | None = None) -> Permission:
    """No rights are left, or all are waived: every use, for everybody, without a duty."""
    return Permission(
        basis=Basis.PUBLIC_DOMAIN,
        licence=licence,
        uses=dict.fromkeys(Use, YES),
        commercial=True,
    )


def is_within(narrow: Licence, wide: Licence) -> bool:
    """
    Say whether *narrow* allows nothing that *wide* does not, and asks at least as much.

    >>> is_within(licence_of("CC BY-NC 4.0"), licence_of("CC BY 4.0"))
    True
    """
    return (
        narrow.public_domain <= wide.public_domain
        and narrow.commercial <= wide.commercial
        and narrow.derivatives <= wide.derivatives
        and narrow.attribution >= wide.attribution
        and narrow.share_alike >= wide.share_alike
    )
