"""Answers that are remembered, and those that are not."""

import pytest

from reprise.text.remembered import remembered


@pytest.mark.parametrize(
    ("text", "asked"), [("abc", 1), ("abcd", 2)], ids=["as long as may be", "longer"]
)
def test_only_short_texts_are_kept(text, asked):
    """A process must not hold what is long, however often it is asked about."""
    seen = []

    @remembered(4, longest=3)
    def length(text):
        seen.append(text)
        return len(text)

    assert [length(text), length(text)] == [len(text)] * 2
    assert seen == [text] * asked
