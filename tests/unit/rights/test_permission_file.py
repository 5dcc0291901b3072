"""Files that state permissions, well-meant, odd and hostile: the answer is never wider than they say."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.errors import RefusedError
from reprise.model.permission import Use
from reprise.model.ruling import Request
from reprise.rights.combine import combine
from reprise.rights.permission_file import read_statements
from reprise.rights.ruling import rule

NOW = datetime(2031, 5, 1, 12, tzinfo=UTC)
SHOW, PASS_ON = {"display"}, {"display", "syndicate_full", "syndicate_excerpt"}
AS_IT_IS = PASS_ON | {"index", "google_news", "archive"}
CHANGED = AS_IT_IS | {"translate", "adapt"}


def answer(text, *, now=NOW, territories=("NZ",), name="permission"):
    """The uses that are granted here and now, and the reasons of those that are not."""
    data = text if isinstance(text, bytes) else text.encode()
    effective = combine(read_statements(data, name))
    request = {
        "territories": frozenset(territories),
        "language": "en",
        "first_published_at": datetime(2031, 4, 1, tzinfo=UTC),
    }
    rulings = {use: rule(effective, Request(use=use, **request), now=now) for use in Use}
    granted = {use.value for use, ruling in rulings.items() if ruling.granted}
    return granted, {one.reason.value for ruling in rulings.values() for one in ruling.findings}


def limit(left, operator, right):
    return {"leftOperand": left, "operator": operator, "rightOperand": right}


ASSET = "https://post.example/7"
DISTRIBUTE = {"target": ASSET, "action": "distribute"}


def policy(*rules, **parts):
    return json.dumps(
        {
            "@context": "http://www.w3.org/ns/odrl.jsonld",
            "@type": "Set",
            "uid": "https://post.example/policy/1",
            "permission": list(rules),
            **parts,
        }
    )


def under(*limits):
    return policy({**DISTRIBUTE, "constraint": list(limits)})


def graph(*policies):
    return json.dumps({"@context": "http://www.w3.org/ns/odrl.jsonld", "@graph": list(policies)})


PARENT = {"@type": "Set", "uid": "https://post.example/parent", "permission": [DISTRIBUTE]}
CHILD = {"@type": "Set", "uid": "https://post.example/child", "inheritFrom": PARENT["uid"]}
NZ, AU = limit("spatial", "eq", "NZ"), limit("spatial", "eq", "AU")
ODRL = "http://www.w3.org/ns/odrl/2/"
RIGHTSML = f"""<?xml version="1.0"?>
<o:Policy xmlns:o="{ODRL}" uid="https://post.example/policy/2" type="{ODRL}Set"
    profile="http://iptc.org/std/RightsML/odrl-profile/">
  <o:permission><o:asset uid="{ASSET}" relation="{ODRL}target"/><o:action name="{ODRL}distribute"/>
    <o:constraint name="{ODRL}spatial" operator="{ODRL}eq"
      rightOperand="http://cvx.iptc.org/iso3166-1a3/NZL"/></o:permission></o:Policy>"""


def rsl(inside):
    return (
        '<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license>'
        f"{inside}</license></content></rsl>"
    )


GIVEN = {
    "ours, bare": ('{"uses": {"display": {"allowed": true}}}', SHOW),
    "ours, in an upload": ('{"permission": {"licence": "CC-BY-ND-4.0"}}', AS_IT_IS),
    "ours, in YAML where no is Norway": (
        "uses: {display: {allowed: true}}\nterritories: {allow: [NO, NZ]}",
        SHOW,
    ),
    "ours, with a byte order mark": (b'\xef\xbb\xbf{"licence": "CC-BY-4.0"}', CHANGED),
    "a sidecar of several": ('[{"licence": "CC-BY-4.0"}, {"territories": {"deny": ["US"]}}]', CHANGED),
    "a sidecar of several, one of which closes": (
        '[{"permission": {"licence": "CC-BY-4.0"}}, {"permission": {"commercial": false}}]',
        set(),
    ),
    "a policy and ours, which narrows": (f'[{policy(DISTRIBUTE)}, {{"territories": {{"allow": ["AU"]}}}}]', set()),
    "a grant that was taken back": (
        '[{"origin": "grant", "revoked": true, "permission": {"uses": {"display": {"allowed": true}}}}]',
        set(),
    ),
    "an address of a licence": ("https://creativecommons.org/licenses/by/4.0/", CHANGED),
    "an SPDX id": ("CC-BY-SA-4.0\n", CHANGED),
    "a name of a licence": ("Creative Commons Attribution-NoDerivatives 4.0", AS_IT_IS),
    "a licence that forbids commerce": ("CC BY-NC 4.0", set()),
    "and": (under({"and": [NZ, limit("dateTime", "lt", "2032-01-01Z")]}), PASS_ON),
    "and, over": (under({"and": [NZ, limit("dateTime", "lt", "2031-01-01Z")]}), set()),
    "or": (under({"or": [NZ, AU]}), PASS_ON),
    "or, elsewhere": (under({"or": [AU, limit("spatial", "eq", "FJ")]}), set()),
    "exactly one, which is here": (under({"xone": [limit("spatial", "isAnyOf", ["NZ", "AU"]), AU]}), PASS_ON),
    "exactly one, which is not": (under({"xone": [limit("spatial", "isAnyOf", ["NZ", "AU"]), NZ]}), set()),
    "or within and": (under({"and": [{"or": [NZ, AU]}, {"or": [AU, limit("spatial", "eq", "FJ")]}]}), set()),
    "two constraints": (under(NZ, limit("language", "eq", "fr")), set()),
    "a prohibition, which wins": (policy(DISTRIBUTE, prohibition=[DISTRIBUTE], conflict="prohibit"), set()),
    "a permission, which wins": (policy(DISTRIBUTE, prohibition=[DISTRIBUTE], conflict="perm"), PASS_ON),
    "a prohibition elsewhere": (
        policy(DISTRIBUTE, prohibition=[{**DISTRIBUTE, "constraint": [AU]}], conflict="prohibit"),
        PASS_ON,
    ),
    "inherited": (graph(CHILD, PARENT), PASS_ON),
    "inherited, and closed by the child": (
        graph({**CHILD, "prohibition": [DISTRIBUTE], "conflict": "prohibit"}, PARENT),
        set(),
    ),
    "a delay that is over": (under(limit("delayPeriod", "eq", "P30D")), PASS_ON),
    "a delay that is not": (under(limit("delayPeriod", "gt", "P30D")), set()),
    "RightsML": (RIGHTSML, PASS_ON),
    "RightsML for elsewhere": (RIGHTSML.replace("NZL", "DEU"), set()),
    "JSON-LD as a program expands it": (
        json.dumps(
            {
                "@id": "https://post.example/policy/3",
                "@type": [f"{ODRL}Set"],
                f"{ODRL}permission": [
                    {f"{ODRL}target": [{"@id": ASSET}], f"{ODRL}action": [{"@id": f"{ODRL}present"}]}
                ],
            }
        ),
        SHOW,
    ),
    "RSL": (rsl('<permits type="usage">search</permits>'), {"index"}),
    "RSL for money": (rsl('<permits type="usage">all</permits><payment type="purchase"/>'), set()),
    "a duty to pay": (policy({**DISTRIBUTE, "duty": [{"action": "compensate"}]}), set()),
}  # fmt: skip


@pytest.mark.parametrize(("text", "granted"), GIVEN.values(), ids=GIVEN)
def test_what_a_file_gives(text, granted):
    """
    Exactly the uses it names, in New Zealand, in English, to whoever asks.
    """
    assert answer(text)[0] == granted


HELD = {
    "alternatives of two kinds": under({"or": [NZ, limit("dateTime", "lt", "2032-01-01Z")]}),
    "a sequence": under({"andSequence": [NZ]}),
    "an empty or": under({"or": []}),
    "a delay of less than": under(limit("delayPeriod", "lt", "P30D")),
    "a recipient that is left out": under(limit("recipient", "neq", "https://other.example")),
    "a count of nothing known": under(limit("count", "lteq", "10")),
    "a territory nobody knows": under(limit("spatial", "eq", "Atlantis")),
    "a value to be fetched": policy(
        {
            **DISTRIBUTE,
            "constraint": [
                {
                    "leftOperand": "spatial",
                    "operator": "eq",
                    "rightOperandReference": "https://a.example",
                }
            ],
        }
    ),
    "permitted and prohibited": policy(DISTRIBUTE, prohibition=[DISTRIBUTE]),
    "a strategy nobody knows": policy(DISTRIBUTE, conflict="maybe"),
    "a profile nobody knows": policy(DISTRIBUTE, profile="https://post.example/profile"),
    "a parent that is not here": json.dumps({"@context": "odrl", **CHILD}),
    "parents in a circle": graph({**PARENT, "inheritFrom": CHILD["uid"]}, CHILD),
    "a duty nobody knows": policy({**DISTRIBUTE, "duty": [{"action": "sing"}]}),
    "two assets": policy(DISTRIBUTE, {"target": "urn:other", "action": "distribute"}),
    "an offer by nobody": policy(DISTRIBUTE, **{"@type": "Offer"}),
    "a request": policy(DISTRIBUTE, **{"@type": "Request"}),
    "a word of ODRL that means another": policy(
        DISTRIBUTE, **{"@context": {"permission": "https://post.example/prohibition"}}
    ),
    "RSL with a document type": '<!DOCTYPE rsl [<!ENTITY a "b">]>' + rsl("&a;"),
    "RSL with a wish": rsl("<wish/>"),
    "an empty allow-list": '{"licence": "CC-BY-4.0", "territories": {"allow": []}}',
    "words against the licence": '{"licence": "CC-BY-4.0", "usage_terms": "CC BY-NC-ND 4.0"}',
}


@pytest.mark.parametrize("text", HELD.values(), ids=HELD)
def test_what_is_not_understood_gives_nothing(text):
    """
    Whatever else the file says, and it says why.
    """
    granted, reasons = answer(text)
    assert granted == set()
    assert reasons & {"unreadable", "contradiction"}


REFUSED = {
    "nothing": "",
    "null": "null",
    "a number": "7",
    "an empty list": "[]",
    "an unknown licence": "https://post.example/licence",
    "a name that stands twice": '{"licence": "CC-BY-NC-ND-4.0", "licence": "CC-BY-4.0"}',
    "a use that stands twice": '{"uses": {"display": {"allowed": false}, "display": {"allowed": true}}}',
    "a name that stands twice in YAML": "licence: CC-BY-NC-4.0\nlicence: CC-BY-4.0",
    "a word for yes": '{"uses": {"display": {"allowed": "yes"}}}',
    "a text for no": '{"commercial": "false"}',
    "seconds for a date": '{"expires_at": 1935000000}',
    "a month too many": '{"expires_at": "2031-13-01T00:00:00Z"}',
    "a date without an offset": '{"expires_at": "2031-12-01T00:00:00"}',
    "an unknown field": '{"territory": ["NZ"]}',
    "a number too large": '{"embargo_days": 99999999999999999999}',
    "no number": '{"embargo_days": NaN}',
    "brackets without end": "[" * 50_000,
    "aliases that multiply": "a: &a [x, x]\nb: [*a, *a]",
    "a tag that runs": "!!python/object/apply:os.system [ls]",
    "a page": "<html><link rel='license' href='https://creativecommons.org/licenses/by/4.0/'></html>",
    "another encoding": b"\xff\xfeu\x00",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_is_no_permission_is_refused(text):
    """
    With a problem that says what came, in a line that can be read.
    """
    with pytest.raises(RefusedError) as caught:
        answer(text)
    assert all(len(str(problem)) < 1000 for problem in caught.value.problems)


@given(st.text() | st.binary())
def test_any_file_states_something_or_is_refused(data):
    """
    Nothing else comes out.
    """
    try:
        answer(data)
    except RefusedError as error:
        if not error.problems:
            raise
