"""
ODRL's words in ours (OD-05, OD-06): which uses an action permits or prohibits, what a duty asks.

A permission maps to the fewest uses its action surely names, a prohibition to the most it may
name. Actions about things that no publication on the web does (printing, lending …) are known and
say nothing here.
"""

from __future__ import annotations

from reprise.model.permission import Use

EVERY_USE = frozenset(Use)
PASS_ON = frozenset({Use.SYNDICATE_FULL, Use.SYNDICATE_EXCERPT})
SHOW = frozenset({Use.DISPLAY})
CHANGE = frozenset({Use.ADAPT})
MACHINES = frozenset({Use.AI_TRAIN, Use.AI_INPUT})
NOTHING: frozenset[Use] = frozenset()

PERMITS: dict[str, frozenset[Use]] = {
    "use": SHOW,
    "display": SHOW,
    "present": SHOW,
    "distribute": SHOW | PASS_ON,
    "cc:Distribution": SHOW | PASS_ON,
    "share": SHOW | PASS_ON,
    "grantUse": PASS_ON,
    "aggregate": frozenset({Use.SYNDICATE_EXCERPT}),
    "extract": frozenset({Use.SYNDICATE_EXCERPT}),
    "index": frozenset({Use.INDEX}),
    "archive": frozenset({Use.ARCHIVE}),
    "translate": frozenset({Use.TRANSLATE}),
    "modify": CHANGE,
    "derive": CHANGE,
    "transform": CHANGE,
    "cc:DerivativeWorks": CHANGE | {Use.TRANSLATE},
    "rightsml:addToService": SHOW,
    "tdm:mine": frozenset({Use.AI_TRAIN}),
}
"""
Uses that a permission gives. ``distribute`` supplies the text to third parties, readers and
aggregators alike; ``use`` names no aggregator, so it gives display alone.
"""

PROHIBITS: dict[str, frozenset[Use]] = {
    "use": EVERY_USE,
    "display": SHOW,
    "present": SHOW,
    "reproduce": SHOW | PASS_ON | {Use.ARCHIVE},
    "cc:Reproduction": SHOW | PASS_ON | {Use.ARCHIVE},
    "copy": SHOW | PASS_ON | {Use.ARCHIVE},
    "distribute": SHOW | PASS_ON,
    "cc:Distribution": SHOW | PASS_ON,
    "cc:Sharing": SHOW | PASS_ON,
    "share": SHOW | PASS_ON,
    "grantUse": PASS_ON,
    "transfer": PASS_ON,
    "give": PASS_ON,
    "sell": PASS_ON,
    "aggregate": PASS_ON,
    "extract": frozenset({Use.SYNDICATE_EXCERPT}),
    "index": frozenset({Use.INDEX, Use.GOOGLE_NEWS}),
    "archive": frozenset({Use.ARCHIVE}),
    "translate": frozenset({Use.TRANSLATE}),
    "modify": CHANGE,
    "transform": CHANGE,
    "derive": CHANGE | {Use.TRANSLATE},
    "cc:DerivativeWorks": CHANGE | {Use.TRANSLATE},
    "append": CHANGE,
    "annotate": CHANGE,
    "include": CHANGE,
    "rightsml:addToService": SHOW,
    "tdm:mine": MACHINES,
}
"""Uses that a prohibition closes. ``distribute`` leaves display open where that is permitted."""

UNTOUCHED = frozenset({"modify", "derive", "transform", "cc:DerivativeWorks", "append", "annotate"})
"""Prohibiting these asks that the text stays as it is."""

COMMERCE = frozenset({"commercialize", "cc:CommercialUse"})
"""Actions that are no use but a purpose."""

APART = frozenset(
    {
        "reproduce", "copy", "cc:Reproduction", "cc:Sharing", "print", "play", "read", "preview",
        "stream", "textToSpeech", "install", "uninstall", "execute", "digitize", "annotate",
        "anonymize", "append", "appendTo", "concurrentUse", "export", "give", "include", "lease",
        "lend", "license", "move", "sell", "synchronize", "transfer", "writeTo", "write",
        "watermark", "cc:SourceCode", "adHocShare", "extractChar", "extractPage", "extractWord",
        "secondaryUse",
    }
)  # fmt: skip
"""Known actions that, permitted, give no use of ours, and prohibited, close none beyond the table."""

DUTIES = {
    "cc:Attribution": "attribute",
    "cc:Notice": "attribute",
    "attribute": "attribute",
    "attachSource": "attachSource",
    "shareAlike": "shareAlike",
    "cc:ShareAlike": "shareAlike",
    "delete": "delete",
    "rightsml:removeFromService": "remove",
    "removeFromService": "remove",
    "inform": "inform",
    "compensate": "pay",
    "pay": "pay",
    "obtainConsent": "consent",
}
"""Duties that are understood, by what they ask."""

PROFILES = frozenset(
    {
        "core",
        "http://www.w3.org/ns/odrl/2",
        "http://www.w3.org/ns/odrl/2/",
        "http://www.w3.org/ns/odrl/2/core",
        "http://iptc.org/std/RightsML/",
        "https://iptc.org/std/RightsML/",
        "http://iptc.org/std/RightsML/odrl-profile",
        "https://iptc.org/std/RightsML/odrl-profile",
        "http://iptc.org/std/RightsML/odrl-profile/",
        "https://iptc.org/std/RightsML/odrl-profile/",
        "http://www.w3.org/ns/tdmrep",
        "http://www.w3.org/ns/tdmrep/",
        "http://www.w3.org/ns/tdmrep#",
    }
)
"""Profiles whose terms are in these tables; any other one must stop a processor (OD-04)."""

POLICIES = frozenset({"Policy", "Set", "Offer", "Agreement"})
"""Kinds of policy that can permit something: a request or an assertion does not."""

WEB = frozenset(
    {"web", "website", "online", "internet", "electronic", "digital", "worldwideweb", "www"}
)
ELSEWHERE = frozenset(
    {
        "print", "newspaper", "magazine", "broadcast", "tv", "television", "radio", "cinema",
        "mobile", "app", "sms", "email", "book", "advertising", "marketing", "merchandise",
        "outdoor", "billboard", "podcast",
    }
)  # fmt: skip
"""Media and channels of delivery that are not this one."""

PICTURES = frozenset({"image", "images", "picture", "pictures", "photo", "photograph", "graphic"})
TEXTS = frozenset({"text", "texts", "article", "articles"})

OUR_PURPOSES = frozenset({"editorial", "news", "journalism", "information", "reporting"})
NON_COMMERCIAL = frozenset({"noncommercial", "noncommercialuse", "educational", "education"})
COMMERCIAL = frozenset({"commercial", "commercialuse"})
OTHER_PURPOSES = frozenset(
    {"advertising", "promotional", "promotion", "marketing", "endorsement", "merchandising"}
)
"""Purposes that a news page never has: limited to one of them, a rule gives nothing."""
