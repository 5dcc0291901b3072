"""
What plugins put into the texts of feeds is taken out and told, and nothing else is.
"""

import pytest

from reprise.text.html import sanitise

P = "<p>The ferry runs again after a winter in dock, the company said on Monday.</p>"
BOXES = {
    "share": '<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a href="https://x.example/s">X</a></li></ul></div>',
    "related-stories": '<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><ul><li>Other story</li></ul></div>',
    "newsletter": '<div class="subscription-widget-wrap"><div class="subscription-widget"><p>Thanks for reading! Subscribe for free.</p></div></div>',
    "read-more": '<p><a class="more-link" href="https://h.example/a">Continue reading <span>The ferry</span></a></p>',
}


@pytest.mark.parametrize("kind", BOXES)
def test_boxes_of_plugins_are_taken_out_and_told(kind):
    """Whole, wherever they stand; the text around them stays."""
    clean = sanitise(P + BOXES[kind] + P)
    assert clean.html == P + P
    assert [removal.kind for removal in clean.removed] == [kind]


@pytest.mark.parametrize("classes", ["story", "related", "share", "my-sharedaddy", "newsletter"])
def test_other_classes_are_the_authors_own(classes):
    """A word that means something else elsewhere takes nothing out."""
    assert sanitise(f'<div class="{classes}">{P}</div>').html == P


def test_a_box_that_holds_an_article_is_none():
    """A theme may wrap the whole text into anything."""
    whole = P * 30
    assert sanitise(f'<div class="sharedaddy">{whole}</div>').html == whole
