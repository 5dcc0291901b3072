"""
Which language tags there are: those in common use by two short tables, the rest by IANA's registry.

langcodes holds the registry as one regular expression, which takes 20 to 80 ms to compile. A process
that meets only ``en`` and ``pt-BR`` never needs it.
"""

from __future__ import annotations

from reprise.text.territories import territories

_TWO_LETTERS = frozenset(
    (  # noqa: SIM905 - quoted one by one, they fill two screens
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu "
        "cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi "
        "ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks "
        "ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl "
        "nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl "
        "sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt tw ty ug uk ur uz ve vi "
        "vo wa wo xh yi yo za zh zu"
    ).split()
)
"""ISO 639-1 without the codes that BCP 47 writes otherwise, such as ``iw`` and ``tl``."""


def usual_tag(tag: str) -> str | None:
    """
    A language of two letters, alone or with a country, as BCP 47 spells it; ``None`` for others.

    >>> usual_tag("EN-us"), usual_tag("gsw"), usual_tag("zh-Hant")
    ('en-US', None, None)
    """
    language, dash, country = tag.partition("-")
    language, country = language.lower(), country.upper()
    known = language in _TWO_LETTERS and (not dash or country in territories())
    return f"{language}{dash}{country}" if known else None


def is_registered(tag: str) -> bool:
    """
    Whether every part of *tag* is one that BCP 47 knows.

    >>> is_registered("mi-NZ"), is_registered("xx")
    (True, False)
    """
    if usual_tag(tag):
        return True
    from langcodes import tag_is_valid

    return tag_is_valid(tag)
