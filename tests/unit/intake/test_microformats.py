"""
Pages that say what they are in microformats, as exports of Medium and many blogs do.
"""

from tests.unit.intake.reading import only, read

PARAGRAPH = "The ferry to the outer islands runs again after a winter in dock, the company said on Monday. It carries two hundred people and a dozen cars, and leaves four times a day from the old pier near the market."
ENTRY = f"""<article class="h-entry"><header><h1 class="p-name">The ferry runs again</h1></header>
<section class="e-content"><p>{PARAGRAPH}</p><p>{PARAGRAPH} Islanders are glad.</p></section>
<footer><p>By <a class="p-author h-card" href="https://h.example/@ann">Ann Lee</a> on <a href="https://h.example/p/1">
<time class="dt-published" datetime="2026-03-02T08:00:00.000Z">March 2, 2026</time></a>.</p>
<p><a href="https://h.example/ferry" class="p-canonical">Canonical link</a></p></footer></article>"""


def page(body: str) -> str:
    return f"<html lang='en'><head><title>The ferry runs again</title></head><body>{body}</body></html>"


def test_an_entry_says_who_wrote_it_when_and_where_it_is():
    """Even in its footer, where a page's other dates are those of other stories."""
    said = only(read(page(ENTRY))).submission
    assert [one.name for one in said.bylines] == ["Ann Lee"]
    assert said.published_at.isoformat() == "2026-03-02T08:00:00+00:00"
    assert said.canonical_url == "https://h.example/ferry"
    assert "Canonical link" not in said.body_html


def test_several_entries_say_nothing_of_the_page():
    """The teasers of a list are entries too."""
    teaser = '<div class="h-entry"><a class="p-name" href="/b">Another</a><span class="p-author">Bo Reed</span></div>'
    said = only(read(page(ENTRY + teaser))).submission
    assert said.canonical_url is None
    assert "Bo Reed" not in [one.name for one in said.bylines]
