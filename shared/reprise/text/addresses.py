"""
Addresses as we pass them on: absolute, ASCII, without tracking (X-07, rows M54, C6).

What a partner calls an article is not touched here: ids are copied character for character (X-08).
:func:`identity_form` only compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, quote, unquote_to_bytes, urljoin, urlsplit, urlunsplit

WEB = frozenset({"http", "https"})
LINKS = frozenset({*WEB, "mailto", "tel"})
"""Schemes a link in an article may have."""

MAX_LENGTH = 4096
"""Characters. Longer ones are not addresses but payloads; sitemaps stop at 2,048 (SM rules)."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
_BARE_HOST = re.compile(
    r"^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?=[/?#:]|$)", re.IGNORECASE
)
_DROPPED = re.compile(r"[\x00-\x1f\x7f\u200b\u2060\ufeff\ud800-\udfff]")
# What RFC 3986 lets stand in each part, beside letters, digits and -._~ (which quote() keeps).
_PATH_SAFE = "/!$&'()*+,;=:@%"
_QUERY_SAFE = _PATH_SAFE + "?"
_NORMAL = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/[\w.~!$&'()*+,;=:@/-]*"
    r"(?:\?[\w.~!$&'()*+,;=:@/?-]+)?(?:#[\w.~!$&'()*+,;=:@/?-]+)?",
    re.ASCII,
)
"""What is in normal form already, unless it has dots for segments; most addresses are."""
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

_TRACKING_PREFIXES = (
    "utm_", "mc_", "pk_", "piwik_", "mtm_", "matomo_", "hsa_", "oly_", "vero_", "fb_action_",
    "fb_ref", "fb_source", "ga_", "at_medium", "at_campaign", "at_custom", "at_link", "at_bbc",
    "at_ptr", "at_format", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee",
    "wt.", "wt_", "guce_", "__hs", "sc_c", "sc_e", "itm_", "trk_", "cm_mmc",
)  # fmt: skip
_TRACKING = frozenset(
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid",
        "ttclid", "li_fat_id", "igshid", "igsh", "mkt_tok", "s_cid", "cmpid", "icid", "ncid",
        "ocid", "xtor", "smid", "smtyp", "ref_src", "ref_url", "referrer", "_hsenc", "_hsmi",
        "hsctatracking", "sr_share", "guccounter", "__twitter_impression", "usqp", "trk",
        "wtrid", "wickedid", "rb_clickid", "epik", "_openstat", "_ga", "_gl", "ito", "mibextid",
        "cvid", "echobox", "share_id", "__s", "dm_i", "ml_subscriber", "ml_subscriber_hash",
        "srsltid", "campaign_id", "emc", "instance_id", "regi_id", "segment_id", "user_id_hash",
        "amp_js_v", "amp_gsa", "__source", "ceid", "emci", "emdi",
    }
)  # fmt: skip
"""Parameters that say how a reader came, never what is shown. Plain words that some sites use for
content (``id``, ``ref``, ``source``, ``page``) are not in it."""

_AMP_PARAMETERS = frozenset({"amp", "outputtype", "amp=1"})
_SESSIONS = frozenset({"phpsessid", "jsessionid", "sid", "sessionid"})


def absolute(address: str, base: str | None = None, *, schemes: frozenset[str] = WEB) -> str | None:
    """
    *address* as an absolute ASCII URI in normal form, or ``None`` when it can't be one.

    Args:
        address: As found: relative, without a scheme, with spaces, as an IRI.

        base: What relative addresses are relative to.

        schemes: Those allowed; anything else (``javascript:``, ``data:``) is no address.

    Example:
        >>> absolute("//Bücher.example:443/a/../b c?q=ä", "https://news.example/")
        'https://xn--bcher-kva.example/b%20c?q=%C3%A4'
        >>> absolute("java\\tscript:alert(1)", "https://news.example/") is None
        True
    """
    address = _DROPPED.sub("", address).strip()
    if not address or len(address) > MAX_LENGTH:
        return None
    if _NORMAL.fullmatch(address) and "/." not in address:
        return address
    try:
        return _normal_form(_joined(address, base), schemes)
    except ValueError:
        return None


def cleaned(address: str, base: str | None = None, *, schemes: frozenset[str] = WEB) -> str | None:
    """*address* made absolute and freed of tracking parameters."""
    found = absolute(address, base, schemes=schemes)
    return without_tracking(found) if found else None


def without_tracking(address: str) -> str:
    """
    *address* without parameters that only tell how the reader came.

    Example:
        >>> without_tracking("https://a.example/x?utm_source=mail&id=7&fbclid=Iw#:~:text=Hello")
        'https://a.example/x?id=7'
    """
    head, mark, fragment = address.partition("#")
    stem, question, query = head.partition("?")
    if question and stem.partition(":")[0] in WEB:
        kept = [pair for pair in query.split("&") if pair and not _is_tracking(pair)]
        head = f"{stem}?{'&'.join(kept)}" if kept else stem
    fragment = fragment.partition(":~:")[0]
    if not fragment or _is_tracking(fragment):
        return head
    return head + mark + fragment


def identity_form(address: str, *, same_hosts: Iterable[str] = ()) -> str:
    """
    A form in which two addresses of one article are equal; for comparing, never for showing.

    Scheme, ``www.``, tracking, AMP marks, the final slash, the order of parameters and the
    difference between the partner's own hosts (*same_hosts*) do not count. Case in path and
    query does (X-10).

    Example:
        >>> identity_form("http://www.a.example/Story/?b=2&a=1&utm_medium=x")
        'a.example/Story?a=1&b=2'
        >>> identity_form("https://m.b.example/amp/story/", same_hosts=("a.example", "m.b.example"))
        'a.example/story'
    """
    clean = cleaned(address)
    if clean is None:
        return address.strip()
    parts = urlsplit(clean)
    host = _plain_host(parts.netloc)
    hosts = [_plain_host(one.lower()) for one in same_hosts]
    if host in hosts:
        host = hosts[0]
    path = _without_amp(re.sub(r"/(?:index\.(?:html?|php))?$", "", parts.path))
    query = _sorted_query(parts.query)
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def host_of(address: str) -> str:
    """The host of an absolute address, lower case, without port; empty when there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def is_address(text: str) -> bool:
    """Whether *text* is a whole web address and nothing else."""
    return " " not in text and text.startswith(("http://", "https://")) and bool(absolute(text))


def _joined(address: str, base: str | None) -> str:
    """*address* with a scheme; slashes the way browsers read them (WHATWG URL, section 4.4)."""
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].lower() in WEB:
        rest = address[scheme.end() :].replace("\\", "/").lstrip("/")
        return f"{scheme[1]}://{rest}"
    if scheme and not _BARE_HOST.match(address):
        return address
    address = address.replace("\\", "/")
    if address.startswith("//"):
        within = (base or "").partition(":")[0].lower()
        return f"{within if within in WEB else 'https'}:{address}"
    if base is None and _BARE_HOST.match(address):
        return f"https://{address}"
    return urljoin(base, address) if base else address


def _normal_form(address: str, schemes: frozenset[str]) -> str | None:
    parts = urlsplit(address)
    scheme = parts.scheme.lower()
    if scheme not in schemes:
        return None
    if scheme not in WEB:
        body = quote(_repaired(address[len(scheme) + 1 :]), safe=_QUERY_SAFE + "#")
        return f"{scheme}:{body}" if body else None
    netloc = _netloc(scheme, parts)
    if netloc is None:
        return None
    return urlunsplit(
        (
            scheme,
            netloc,
            _without_dots(quote(_repaired(parts.path), safe=_PATH_SAFE)) or "/",
            quote(_repaired(parts.query), safe=_QUERY_SAFE),
            quote(_repaired(parts.fragment), safe=_QUERY_SAFE),
        )
    )


def _repaired(part: str) -> str:
    return _STRAY_PERCENT.sub("%25", part)


def _netloc(scheme: str, parts: SplitResult) -> str | None:
    """Host and port. Names with a password in them are no addresses to pass on."""
    if "@" in parts.netloc or not parts.hostname:
        return None
    host = _ascii_host(parts.hostname)
    if host is None:
        return None
    port = parts.port
    return host if port in (None, _DEFAULT_PORTS[scheme]) else f"{host}:{port}"


def _ascii_host(host: str) -> str | None:
    if "%" in host:
        host = unquote_to_bytes(host).decode("utf-8", "strict")
    host = host.strip(".").lower()
    if ":" in host:
        return f"[{host}]" if re.fullmatch(r"[0-9a-f:.]+", host) else None
    if not host.isascii():
        import idna

        try:
            host = idna.encode(host, uts46=True, transitional=False).decode()
        except idna.IDNAError:
            return None
    return host if re.fullmatch(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?", host) else None


def _without_dots(path: str) -> str:
    """``.`` and ``..`` resolved (RFC 3986, section 5.2.4); empty segments stay."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/".join(kept)


def _is_tracking(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)


def _plain_host(host: str) -> str:
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)", "", host)


def _without_amp(path: str) -> str:
    path = re.sub(r"/amp$|(?<=\w)\.amp(?=\.html?$|$)", "", path)
    return re.sub(r"^/amp(?=/)", "", path)


def _sorted_query(query: str) -> str:
    pairs = (pair for pair in query.split("&") if pair)
    unwanted = _AMP_PARAMETERS | _SESSIONS
    return "&".join(
        sorted(pair for pair in pairs if pair.partition("=")[0].lower() not in unwanted)
    )
