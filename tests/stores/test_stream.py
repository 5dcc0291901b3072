"""A document read piece by piece is the document."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from reprise.stores.aws.stream import Stream

PIECES = st.lists(st.binary(max_size=9), max_size=6)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.integers(-1, 30)),
        st.tuples(st.just("seek"), st.integers(0, 60)),
        st.tuples(st.just("end"), st.integers(-20, 0)),
    ),
    max_size=12,
)


@given(PIECES, STEPS)
def test_reads_and_seeks_as_a_file_of_the_joined_pieces_does(pieces, steps):
    """Empty pieces, sizes across pieces, from any place: each answer is that of a file."""
    whole = b"".join(pieces)
    stream, file = Stream([memoryview(piece) for piece in pieces]), io.BytesIO(whole)
    for step, number in steps:
        if step == "read":
            assert stream.read(number) == file.read(number)
        elif step == "seek":
            assert stream.seek(min(number, len(whole))) == file.seek(min(number, len(whole)))
        else:
            back = max(number, -len(whole))
            assert stream.seek(back, io.SEEK_END) == file.seek(back, io.SEEK_END)
        assert stream.tell() == file.tell()


def test_nothing_is_an_empty_file():
    """An empty sequence of pieces is read at once."""
    assert Stream(()).read() == b""
