"""
What the template asks of CloudFront is what the local file server goes by.
"""

import pytest

from reprise.local.cdn import cdn_of
from reprise.local.template import Template
from reprise.local.world import ROOT
from reprise.outputs.places import ERROR_PAGES, error_key

CDN = cdn_of(Template.read(ROOT / "template.yaml"))


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("/", "*"),
        ("/channels/front/", "*"),
        ("/channels/front/feed.rss", "channels/*/feed.*"),
        ("/channels/front/feed.ninjs.json", "channels/*/feed.*"),
        ("/articles/feed.html", "*"),
    ],
)
def test_a_path_is_answered_by_the_first_behaviour_that_takes_it(path, pattern):
    """
    As CloudFront matches; the default takes the rest.
    """
    assert CDN.behaviour(path).pattern == pattern


def test_every_answer_carries_the_headers_of_its_policy():
    """
    Security headers everywhere, CORS for feeds.
    """
    for behaviour in CDN.behaviours:
        assert behaviour.headers == {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Strict-Transport-Security": "max-age=31536000",
        }
    feeds, rest = CDN.behaviours
    assert feeds.cors["Access-Control-Allow-Origin"] == "*"
    assert (rest.cors, rest.preflight) == ({}, {})


def test_the_pages_for_errors_are_those_that_the_site_writes():
    """
    One that is named and not written would be answered by S3's XML.
    """
    named = set(CDN.error_pages.values())

    assert named == {(error_key(status), status) for status in ERROR_PAGES}
    assert CDN.error_pages[403] == CDN.error_pages[404]
