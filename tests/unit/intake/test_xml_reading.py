"""The one way XML comes in (row M5; hostile input)."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.errors import RefusedError
from reprise.intake.xml_reading import MAX_DEPTH, local, parse_xml, read_prolog, text_in
from tests.patience import patience

BOMB = (
    '<!DOCTYPE n [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><n>&c;&c;</n>'
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(BOMB, "own_entities", id="bomb"),
        pytest.param(
            '<!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/hostname">]><n>&x;</n>',
            "own_entities",
            id="file",
        ),
        pytest.param(
            '<!DOCTYPE n [<!entity % x SYSTEM "http://127.0.0.1:9/"> %x;]><n/>',
            "own_entities",
            id="parameter-entity",
        ),
        pytest.param("<n>&unknown;</n>", "bad_xml", id="undeclared"),
        pytest.param("<n><p>The tide", "truncated", id="cut-off"),
        pytest.param("<n><p></n>", "bad_xml", id="crossed"),
        pytest.param("<a>" * 200 + "</a>" * 200, "too_deep", id="deep"),
        pytest.param("<a>" * 50_000, "too_deep", id="bottomless"),
        pytest.param(f"<n>{'x' * 11_000_000}</n>", "too_large", id="one-huge-text"),
        pytest.param("<n>" + "<b/>" * 1_000_001 + "</n>", "too_large", id="a-million-elements"),
        pytest.param("", "bad_xml", id="nothing"),
    ],
)
def test_hostile_xml_is_refused_with_the_reason(text, code):
    """Bombs, fetchers, depth and size end in a problem that says what to send."""
    with pytest.raises(RefusedError) as caught:
        parse_xml(text, "story.xml")
    assert caught.value.item == "story.xml"
    assert caught.value.problems[0].code == code
    assert caught.value.problems[0].send


def test_depth_is_allowed_up_to_its_bound():
    """A document as deep as the bound is read, one level more is not."""
    parse_xml("<a>" * MAX_DEPTH + "</a>" * MAX_DEPTH, "x")
    with pytest.raises(RefusedError):
        parse_xml("<a>" * (MAX_DEPTH + 1) + "</a>" * (MAX_DEPTH + 1), "x")


def test_names_of_html_characters_are_known_without_a_dtd():
    """NITF of old systems leans on a DTD we never load."""
    root = parse_xml(
        '<!DOCTYPE n SYSTEM "n.dtd"><n>Caf&eacute; &amp; R&oslash;d &amp;copy;</n>', "x"
    )
    assert text_in(root) == "Café & Rød &copy;"


def test_a_doctype_is_never_fetched_and_never_read():
    """Default attributes of an internal subset do not appear either."""
    root = parse_xml('<!DOCTYPE n [<!ATTLIST n status CDATA "usable">]><n/>', "x")
    assert dict(root.attrib) == {}


def test_control_characters_are_dropped():
    """XML forbids them, partners send them (row C7)."""
    assert text_in(parse_xml("<n>a\x0bb\x00\ufffe</n>", "x")) == "ab"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<?a?>" * 100_000 + "<1", id="instructions"),
        pytest.param("<!--" * 100_000, id="comments"),
        pytest.param("<!DOCTYPE a [" + "] >x" * 100_000, id="subset"),
        pytest.param("<!DOCTYPE a [" + "]" * 400_000, id="brackets"),
        pytest.param(" " * 1_000_000, id="spaces"),
    ],
)
def test_the_prolog_is_read_in_linear_time(text):
    """No beginning of a file can keep detection busy."""
    with patience():
        read_prolog(text)


@settings(deadline=None)
@given(st.text(alphabet="<>!?-[]&;/ aD\"'\x00\ud800é", max_size=200) | st.text(max_size=100))
def test_any_text_is_read_or_refused(text):
    """Nothing but a refusal comes out of it."""
    with suppress(RefusedError):
        assert local(parse_xml(text, "x")) != ""
