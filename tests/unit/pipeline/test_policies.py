"""Policies in an uploaded document count as statements, whatever format carried them."""

import json

from reprise.model.configuration import Configuration
from reprise.model.permission import Origin, Permission, Stated, Use
from reprise.model.reading import PolicyDocument, ReadItem
from reprise.model.submission import Submission
from reprise.model.versions import ArticleRecord
from reprise.pipeline.making import article_of, digest_of
from tests.newsroom import BODY, CONFIGURATION, START


def policy(action):
    return json.dumps(
        {
            "@context": "http://www.w3.org/ns/odrl.jsonld",
            "uid": "urn:harbour:policy:1",
            "permission": [{"target": "urn:harbour:ferry", "action": action}],
        }
    )


def item(action):
    """An item as a reader leaves it: held, until the policy in it is read."""
    held = Permission(unreadable=("a policy that is not read yet",))
    return ReadItem(
        Submission(headline="Ferry runs again", body_html=BODY, language="en"),
        policies=(Stated(origin=Origin.POLICY, permission=held, name="rightsInfo"),),
        documents=(PolicyDocument(name="rightsInfo", language="odrl+json", body=policy(action)),),
    )


RECORD = ArticleRecord(article_id="a1", partner="harbour", identity="ferry", guid="tag:x,2026:a1")


def test_a_policy_is_read_before_the_article_is_made():
    """
    The article carries what the policy says, not that it was not read.
    """
    result = article_of(item("translate"), RECORD, Configuration(**CONFIGURATION), START)

    assert result.article is not None
    (stated,) = (one for one in result.article.permissions if one.origin is Origin.POLICY)
    assert stated.permission.unreadable == ()
    assert stated.permission.uses[Use.TRANSLATE].allowed is True


def test_another_policy_is_another_version():
    """
    Two uploads that differ only in their policy are not the same upload twice.
    """
    assert digest_of(item("translate")) != digest_of(item("archive"))
    assert digest_of(item("translate")) == digest_of(item("translate"))
