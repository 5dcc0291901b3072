"""Policies that stood in a document take the place of what held the article for them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.model.permission import Origin, Permission, Stated, Territories, Use
from reprise.model.reading import PolicyDocument, ReadItem
from reprise.model.submission import Submission
from reprise.rights.limits import NotUnderstoodError
from reprise.rights.odrl import read_odrl
from reprise.rights.odrl_xml import policy_of_xml
from reprise.rights.readers import read_policies

JSON_POLICY = json.dumps(
    {
        "@context": "http://www.w3.org/ns/odrl.jsonld",
        "@type": "Set",
        "uid": "urn:post:policy:1",
        "permission": [
            {
                "target": "urn:post:7",
                "action": "present",
                "constraint": [{"leftOperand": "spatial", "operator": "eq", "rightOperand": "NZ"}],
            }
        ],
    }
)

ODRL = "http://www.w3.org/ns/odrl/2/"
XML_POLICY = f"""
<o:Policy xmlns:o="{ODRL}" uid="urn:post:policy:2" type="{ODRL}Agreement"
          profile="https://iptc.org/std/RightsML/odrl-profile/" conflict="{ODRL}prohibit">
  <o:permission>
    <o:asset uid="urn:post:7" relation="{ODRL}target"/>
    <o:action name="{ODRL}distribute"/>
    <o:party uid="urn:post:us" function="{ODRL}assigner"/>
    <o:party uid="urn:post:you" function="{ODRL}assignee"/>
    <o:constraint name="{ODRL}spatial" operator="{ODRL}isAnyOf" rightOperand="NZ AUS"/>
    <o:duty><o:action name="{ODRL}attribute"/></o:duty>
  </o:permission>
  <o:prohibition>
    <o:asset uid="urn:post:7"/>
    <o:action name="{ODRL}index"/>
    <o:party uid="urn:post:us" function="assigner"/>
    <o:party uid="urn:post:you" function="assignee"/>
  </o:prohibition>
</o:Policy>
"""

RSL = (
    '<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license>'
    '<permits type="usage">search</permits></license></content></rsl>'
)


def item(*documents, held=(), **submission):
    policies = tuple(
        Stated(origin=Origin.POLICY, name=name, permission=Permission(unreadable=("not read",)))
        for name in held
    )
    return ReadItem(Submission(**submission), policies=policies, documents=documents)


LANGUAGES = {
    "odrl+json": JSON_POLICY,
    "odrl+xml": XML_POLICY,
    "http://www.w3.org/ns/odrl/2/": JSON_POLICY,
    "http://iptc.org/std/RightsML/": XML_POLICY,
    "rsl": RSL,
    "application/rsl+xml": RSL,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_policy_is_read_and_no_longer_holds_the_article(language):
    """
    What was not read yet is replaced by what it says, under the same name.
    """
    document = PolicyDocument(name="rights-1", language=language, body=LANGUAGES[language])

    (stated,) = read_policies(item(document, held=["rights-1"])).policies

    assert (stated.origin, stated.name) == (Origin.POLICY, "rights-1")
    assert stated.permission.unreadable == ()
    assert stated.permission.uses


def test_other_statements_stay_and_new_ones_come_last():
    """
    Statements that no document belongs to are left as they are, in their order.
    """
    document = PolicyDocument(name="b", language="rsl", body=RSL)
    added = PolicyDocument(name="d", language="rsl", body=RSL)

    read = read_policies(item(document, added, held=["a", "b", "c"]))

    assert [one.name for one in read.policies] == ["a", "b", "c", "d"]
    assert [bool(one.permission.unreadable) for one in read.policies] == [True, False, True, False]
    assert read.documents == ()


UNNAMED = {"": JSON_POLICY, "application/ld+json": JSON_POLICY, "text/xml": XML_POLICY, "xml": RSL}


@pytest.mark.parametrize("language", UNNAMED)
def test_a_policy_whose_language_is_not_named_is_known_by_its_own_namespace(language):
    """
    Documents often name a media type only, or nothing.
    """
    document = PolicyDocument(name="rights-1", language=language, body=UNNAMED[language])

    (stated,) = read_policies(item(document, held=["rights-1"])).policies

    assert stated.permission.unreadable == ()
    assert stated.permission.uses


def test_policies_of_one_name_are_all_read():
    """
    None of them is lost because another is called the same.
    """
    documents = [
        PolicyDocument(name="r", language="odrl+json", body=JSON_POLICY),
        PolicyDocument(name="r", language="rsl", body=RSL),
    ]

    read = read_policies(item(*documents, held=["r"])).policies

    assert [{*one.permission.uses} for one in read] == [
        {Use.DISPLAY},
        {Use.INDEX, Use.AI_TRAIN, Use.AI_INPUT},
    ]


@pytest.mark.parametrize("language", ["xacml", "odrl-lite"])
def test_a_language_nobody_reads_holds_the_article(language):
    """
    An unknown policy language is named, never skipped.
    """
    document = PolicyDocument(name="rights-1", language=language, body=JSON_POLICY)

    (stated,) = read_policies(item(document, held=["rights-1"])).policies

    assert stated.permission.unreadable


def test_rsl_is_chosen_by_the_address_of_the_original():
    """
    Terms for another part of the site are not terms of the article.
    """
    elsewhere = RSL.replace('url="/"', 'url="/sport/"')
    document = PolicyDocument(name="r", language="rsl", body=elsewhere)

    (stated,) = read_policies(item(document, canonical_url="https://post.example/news/7")).policies

    assert stated.permission == Permission()


def test_a_policy_in_xml_says_what_it_says_in_json():
    """
    Parties and assets by function, lists by spaces, duties and strategy.
    """
    permission = read_odrl(policy_of_xml(XML_POLICY))

    assert permission.unreadable == ()
    assert {use for use, terms in permission.uses.items() if terms.allowed} == {
        Use.DISPLAY, Use.SYNDICATE_FULL, Use.SYNDICATE_EXCERPT,
    }  # fmt: skip
    assert permission.uses[Use.INDEX].allowed is False
    assert permission.territories == Territories(allow={"NZ", "AU"})
    assert permission.duties.attribution is True
    assert permission.granted_to == "urn:post:you"


ODD_XML = {
    "no XML": "{}",
    "another root": "<a/>",
    "a document type": '<!DOCTYPE Policy [<!ENTITY a "b">]>' + XML_POLICY.strip(),
    "an unknown attribute": XML_POLICY.replace("operator=", "mood='x' operator="),
    "an unknown element": XML_POLICY.replace("<o:duty>", "<o:wish/><o:duty>"),
    "a reference inside": XML_POLICY.replace('<o:asset uid="urn:post:7"/>', '<o:asset idref="a"/>'),
    "a party without a function": XML_POLICY.replace('function="assigner"', ""),
}


@pytest.mark.parametrize("document", ODD_XML.values(), ids=ODD_XML)
def test_xml_outside_the_schema_is_not_understood(document):
    """
    Elements and attributes that are not in the schema hold the article.
    """
    with pytest.raises(NotUnderstoodError):
        policy_of_xml(document)


@given(st.text() | st.binary())
def test_any_bytes_are_no_policy_in_xml(document):
    """
    Nothing but the one error comes out.
    """
    with pytest.raises(NotUnderstoodError):
        policy_of_xml(document)
