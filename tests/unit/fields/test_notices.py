"""Notices in a body: what they become, and what is left of the body."""

from typing import NamedTuple

import pytest

from reprise.fields.chain import make_article
from reprise.fields.notices import LiftedNotice, lift_notices
from reprise.model.configuration import Partner, Publication
from reprise.model.permission import Basis, Origin, Permission, Stated
from reprise.model.reading import ReadItem
from reprise.model.submission import Removal, Submission
from reprise.rights.combine import combine
from reprise.rights.problems import problems_of
from reprise.text.html import sanitise
from reprise.text.html_tree import serialise
from tests.unit.fields.test_fields import NOW

PARTNER = Partner(name="Harbour Post", url="https://harbour.example/", hosts=("harbour.example",))
PUBLICATION = Publication(name="The Bulletin", base_url="https://bulletin.example", language="en")
PROSE = tuple(
    f"<p>The crew have bought ship number {number} from the line that ran it for years.</p>"
    for number in range(7)
)
BODY = "".join(PROSE)
MORE = "".join(paragraph.replace("bought", "sold") for paragraph in PROSE)
SOURCE = '<a href="https://tidal.example/2026/ferry">The Tidal Post</a>'
CC = '<a href="https://creativecommons.org/licenses/by-nd/4.0/">Creative Commons licence</a>'
NOTICE = f"This article first appeared in {SOURCE} and is republished under a {CC}."
OFFER = "You are free to republish this article provided you credit the Harbour Post."


def lift(html):
    """The body without notices."""
    clean = sanitise(html)
    found = lift_notices(clean.root, partner=PARTNER, language="en")
    return Read(serialise(clean.root.children), found.notices, found.removals)


class Read(NamedTuple):
    """A body without its notices, those, and what was taken out."""

    html: str
    notices: tuple[LiftedNotice, ...]
    removals: tuple[Removal, ...]


STANDS = {
    "a paragraph at the end": (f"{BODY}<p>{NOTICE}</p>", BODY),
    "a paragraph at the head": (f"<p>{NOTICE}</p>{BODY}", BODY),
    "in the middle, unmistakably": (f"{BODY}<p>{NOTICE}</p>{MORE}", BODY + MORE),
    "in italics": (f"{BODY}<p><em>{NOTICE}</em></p>", BODY),
    "in a box": (f'{BODY}<div class="note"><p>{NOTICE}</p></div>', BODY),
    "in a table that is a frame": (f"{BODY}<table><tr><td>{NOTICE}</td></tr></table>", BODY),
    "in a quotation": (f"{BODY}<blockquote><p>{NOTICE}</p></blockquote>", BODY),
    "behind a line break": (f"{BODY[:-4]}<br><br>{NOTICE}</p>", BODY),
    "among the items of a list": (
        f"{BODY}<ul><li>The first ship.</li><li>{NOTICE}</li></ul>{MORE}",
        f"{BODY}<ul><li>The first ship.</li></ul>{MORE}",
    ),
    "the only item of a list": (f"{BODY}<ul><li>{NOTICE}</li></ul>", BODY),
    "under a label": (f"{BODY}<p><strong>About this article</strong></p><p>{NOTICE}</p>", BODY),
    "under a heading": (f"{BODY}<h3>Republished</h3><p>{NOTICE}</p>", BODY),
    "under a rule": (f"{BODY}<hr><p>{NOTICE}</p>", BODY),
    "behind the last sentence": (
        f"{BODY}<p>The <em>fare</em> goes up. <em>{NOTICE}</em></p>",
        f"{BODY}<p>The <em>fare</em> goes up.</p>",
    ),
    "behind a line about the author": (
        f"{BODY}<p>Hannah Oduya lectures in hydrology. {NOTICE} <strong>Subscribe to it.</strong></p>",
        f"{BODY}<p>Hannah Oduya lectures in hydrology.</p>",
    ),
    "before the first sentence": (
        f"<p>{NOTICE} The <em>fare</em> goes up.</p>{BODY}",
        f"<p>The <em>fare</em> goes up.</p>{BODY}",
    ),
    "under a separator": (f"{BODY}<p>* * *</p><p>{NOTICE}</p>", BODY),
}


@pytest.mark.parametrize(("html", "expected"), STANDS.values(), ids=STANDS.keys())
def test_a_notice_is_lifted_wherever_it_stands(html, expected):
    """And nothing else goes with it but what stood there for it alone."""
    found = lift(html)
    assert found.html == expected
    (notice,) = found.notices
    assert notice.notice.source_name == "The Tidal Post"
    assert notice.original_url == "https://tidal.example/2026/ferry"


def test_a_heading_with_text_under_it_stays():
    """It is the article's."""
    html = f"{BODY}<h2>The galley</h2><p>{NOTICE}</p>{MORE}"
    assert lift(html).html == f"{BODY}<h2>The galley</h2>{MORE}"


def test_a_list_of_sources_stays():
    """A short line in a list is too little to be sure."""
    html = f"{BODY}<ul><li>Source: Harbour Statistics</li><li>Source: Ferry Union</li></ul>"
    found = lift(html)
    assert (found.html, found.notices) == (html, ())


def test_a_body_of_notices_alone_stays_as_it_is():
    """Without them there would be no article."""
    html = f"<p>{NOTICE}</p>"
    assert lift(html).html == sanitise(html).html


def test_furniture_goes_without_a_word_about_permission():
    """What the source offers to its readers is no grant to us."""
    found = lift(f"{BODY}<p>{OFFER}</p>")
    assert (found.html, found.notices) == (BODY, ())
    assert [removal.kind for removal in found.removals] == ["outbound_offer"]


# --- What it says of the permission ---------------------------------------------------------------


def stated_by(html, **fields) -> tuple[Stated, ...]:
    """What the article states about its permission."""
    item = ReadItem(Submission(headline="Ferry sold", body_html=html, **fields))
    found = make_article(
        item, article_id="x", guid="g", partner_id="p", partner=PARTNER, publication=PUBLICATION, now=NOW
    )  # fmt: skip
    assert found.article is not None, found.problems
    return found.article.permissions


def test_the_licence_is_the_one_that_is_linked():
    """The words say "Creative Commons", the address says which."""
    (stated,) = stated_by(f"{BODY}<p>{NOTICE}</p>")
    assert (stated.origin, stated.name) == (Origin.NOTICE, "The Tidal Post")
    assert (stated.permission.licence, stated.permission.basis) == ("CC-BY-ND-4.0", Basis.LICENCE)
    assert problems_of(stated.permission) == ()


def test_a_link_that_contradicts_the_words_is_a_problem():
    """Neither is followed; the article is held."""
    words = NOTICE.replace("Creative Commons licence", "CC BY-NC 4.0 licence")
    (stated,) = stated_by(f"{BODY}<p>{words}</p>")
    assert [problem.code for problem in problems_of(stated.permission)] == [
        "licence_contradicts_text"
    ]


VAGUE = f"<p>Republished from {SOURCE} under a Creative Commons licence.</p>"


def test_a_licence_nobody_names_is_a_problem():
    """ "A Creative Commons licence" may forbid anything."""
    (stated,) = stated_by(BODY + VAGUE)
    assert [problem.code for problem in problems_of(stated.permission)] == ["licence_unknown"]


def test_a_vague_notice_adds_nothing_to_a_licence_that_is_stated():
    """The upload says which one."""
    upload, notice = stated_by(BODY + VAGUE, permission=Permission(licence="CC-BY-4.0"))
    assert (upload.permission.licence, notice.permission.licence) == ("CC-BY-4.0", None)
    assert problems_of(notice.permission) == ()


def test_the_licence_of_this_very_text_is_stated():
    """It names no source; what it forbids counts."""
    html = f"{BODY}<p>This article is licensed under CC BY-NC 4.0.</p>"
    (stated,) = stated_by(html)
    assert (stated.origin, stated.permission.licence) == (Origin.NOTICE, "CC-BY-NC-4.0")
    assert combine((stated,)).permission.commercial is False
    assert lift(html).html == BODY


def test_the_licence_of_a_whole_site_is_not():
    """It speaks to others, and an agreement with us stands beside it."""
    html = f"{BODY}<p>All content on this site is licensed under CC BY-NC 4.0.</p>"
    assert stated_by(html) == ()
    assert lift(html).html == BODY


def test_a_notice_alone_grants_nothing():
    """Even "republished with permission" under a free licence allows no use (row B36)."""
    stated = stated_by(f"{BODY}<p>{NOTICE.replace('by-nd', 'by')} With permission.</p>")
    uses = combine(stated).permission.uses
    assert [use for use, terms in uses.items() if terms.allowed] == []


def test_a_notice_narrows_what_others_grant():
    """No derivatives in its licence is a no, whoever says it."""
    agreement = Permission(uses={"adapt": {"allowed": True}, "display": {"allowed": True}})
    given = Stated(origin=Origin.AGREEMENT, permission=agreement)
    uses = combine((given, *stated_by(f"{BODY}<p>{NOTICE}</p>"))).permission.uses
    assert (uses["adapt"].allowed, uses["display"].allowed) == (False, True)
