"""Marks of direction, and texts of nothing that is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.text.marks import balanced, is_visible

LRE, RLE, PDF, LRO, RLO = map(chr, range(0x202A, 0x202F))
LRI, RLI, FSI, PDI = map(chr, range(0x2066, 0x206A))
MARKS = (LRE, RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI)

lines = st.lists(st.sampled_from([*MARKS, "a", "\u05d0", " "]), max_size=12).map("".join)

CASES = {
    "an override left open": (f"a{RLO}b", f"a{RLO}b{PDF}"),
    "an isolate left open": (f"a{RLI}b", f"a{RLI}b{PDI}"),
    "both, inside each other": (f"{RLI}a{RLO}b", f"{RLI}a{RLO}b{PDF}{PDI}"),
    "the end of an isolate ends what is in it": (f"{LRI}a{RLE}b{PDI}c", f"{LRI}a{RLE}b{PDF}{PDI}c"),
    "an end of nothing": (f"a{PDF}b{PDI}", "ab"),
    "an end on the other side of an isolate": (f"{RLE}a{LRI}b{PDF}c", f"{RLE}a{LRI}bc{PDI}{PDF}"),
    "nothing in it": (f"a{RLO}", "a"),
    "nothing in nothing": (f"a{RLI}{RLO}", "a"),
    "closed already": (f"{RLE}a{PDF} {FSI}b{PDI}", f"{RLE}a{PDF} {FSI}b{PDI}"),
    "line by line": (f"{RLO}a\nb{PDF}", f"{RLO}a{PDF}\nb"),
    "marks that open nothing": ("\u200ea\u200fb\u061c", "\u200ea\u200fb\u061c"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_is_opened_is_closed_where_the_line_ends(text, expected):
    """UAX #9, BD8 to BD15: pairs as the algorithm matches them."""
    assert balanced(text) == expected


@given(lines)
def test_balancing_twice_is_balancing_once(text):
    """And nothing but marks ever changes."""
    once = balanced(text)

    assert balanced(once) == once
    assert once.translate(dict.fromkeys(map(ord, MARKS))) == text.translate(
        dict.fromkeys(map(ord, MARKS))
    )


@given(lines)
def test_a_balanced_line_leaves_its_neighbours_alone(text):
    """Every mark is closed by one of its kind, in order."""
    due = []
    for character in balanced(text):
        if character in (LRE, RLE, LRO, RLO):
            due.append(PDF)
        elif character in (LRI, RLI, FSI):
            due.append(PDI)
        elif character in (PDF, PDI):
            assert due.pop() == character
    assert due == []


@pytest.mark.parametrize(
    "text", ["", " ", "\u3000\n", "\u200e\u200f", RLO + PDF, "\u200d", "\u0301"]
)
def test_what_nobody_sees_is_no_text(text):
    """Spaces, marks, joiners and accents on nothing."""
    assert not is_visible(text)
