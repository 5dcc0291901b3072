"""A document as the file that botocore reads while it sends: its bytes are never put together."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from reprise.model.document import Fragment


class Stream:
    """
    Reads through *pieces* as if they were one file.

    >>> file = Stream([b"one", memoryview(b"two"), b"three"])
    >>> file.read(5), file.read(), file.seek(2), file.read(2)
    (b'onetw', b'othree', 2, b'et')
    """

    def __init__(self, pieces: Sequence[Fragment]) -> None:
        self._pieces = pieces
        self._ends = list(accumulate(map(len, pieces)))
        self._size = self._ends[-1] if pieces else 0
        self._at = 0

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Botocore looks for the size and, when it tries again, goes back to the start."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = min(max(base + offset, 0), self._size)
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        """At most *size* bytes, all that are left without one; empty at the end."""
        wanted = self._size if size is None or size < 0 else size
        end = min(self._at + wanted, self._size)
        found = []
        number = bisect_right(self._ends, self._at)
        while self._at < end:
            piece, start = self._pieces[number], self._at - self._start(number)
            found.append(piece[start : start + end - self._at])
            self._at += len(found[-1])
            number += 1
        return b"".join(found)

    def _start(self, number: int) -> int:
        return self._ends[number - 1] if number else 0
