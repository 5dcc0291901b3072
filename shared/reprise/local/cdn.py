"""
What the template asks of CloudFront, read for the file server that stands for it here.

Cache behaviours with the methods they allow, the headers their response headers policies add, and
the pages shown for errors. What the two CloudFront functions do is in :mod:`reprise.local.edge`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reprise.local.template import Template, target

Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """
    How requests for some paths are answered.

    Attributes:
        pattern: Of paths, without the leading slash; ``*`` is any characters, ``?`` is one.
        headers: Added to every answer.
        cors: Added to answers to requests that name their origin.
        preflight: Added to answers to OPTIONS.
    """

    pattern: str
    methods: frozenset[str]
    compresses: bool
    headers: Headers
    cors: Headers
    preflight: Headers

    def takes(self, path: str) -> bool:
        """Whether it is for *path*."""
        wild = re.escape(self.pattern).replace(r"\*", ".*").replace(r"\?", ".")
        return re.fullmatch(wild, path.lstrip("/"), re.DOTALL) is not None


@dataclass(frozen=True, slots=True)
class Cdn:
    """
    A distribution.

    Attributes:
        behaviours: In their order; the default one last, which takes everything.
        error_pages: Key of the page for a status, and the status it is sent with.
    """

    behaviours: tuple[Behaviour, ...]
    error_pages: Mapping[int, tuple[str, int]]

    def behaviour(self, path: str) -> Behaviour:
        """The first one that is for *path*."""
        return next(each for each in self.behaviours if each.takes(path))


def cdn_of(template: Template) -> Cdn:
    """
    The template's only distribution.

    Raises:
        ValueError: It has none, or several.
    """
    (distribution,) = template.resources("AWS::CloudFront::Distribution").values()
    given = distribution["DistributionConfig"]
    policies = template.resources("AWS::CloudFront::ResponseHeadersPolicy")
    every = [
        *given.get("CacheBehaviors", ()),
        {**given["DefaultCacheBehavior"], "PathPattern": "*"},
    ]
    return Cdn(
        behaviours=tuple(_behaviour(each, policies) for each in every),
        error_pages={
            int(each["ErrorCode"]): (
                each["ResponsePagePath"].lstrip("/"),
                int(each["ResponseCode"]),
            )
            for each in given.get("CustomErrorResponses", ())
        },
    )


def _behaviour(given: Mapping[str, Any], policies: Mapping[str, Mapping[str, Any]]) -> Behaviour:
    policy = policies[target(given["ResponseHeadersPolicyId"])]["ResponseHeadersPolicyConfig"]
    cors = policy.get("CorsConfig", {})
    return Behaviour(
        pattern=given["PathPattern"],
        methods=frozenset(given["AllowedMethods"]),
        compresses=bool(given["Compress"]),
        headers=dict(_security(policy.get("SecurityHeadersConfig", {}))),
        cors=dict(_cors(cors)),
        preflight=dict(_preflight(cors)),
    )


def _security(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "ContentTypeOptions" in given:
        yield "X-Content-Type-Options", "nosniff"
    if policy := given.get("ReferrerPolicy"):
        yield "Referrer-Policy", policy["ReferrerPolicy"]
    if transport := given.get("StrictTransportSecurity"):
        yield "Strict-Transport-Security", f"max-age={transport['AccessControlMaxAgeSec']}"


def _cors(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if given:
        yield "Access-Control-Allow-Origin", _list(given, "AllowOrigins")
        yield "Access-Control-Expose-Headers", _list(given, "ExposeHeaders")


def _preflight(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if given:
        yield "Access-Control-Allow-Methods", _list(given, "AllowMethods")
        yield "Access-Control-Allow-Headers", _list(given, "AllowHeaders")
        yield "Access-Control-Max-Age", str(given["AccessControlMaxAgeSec"])


def _list(given: Mapping[str, Any], name: str) -> str:
    return ", ".join(given[f"AccessControl{name}"]["Items"])
