"""Very many texts, joined by the hundred: looked through as fast as one long text, and as small."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from models.rules.finding import BETWEEN, Word, having

TOGETHER = 128
_FEW, _SOON = 32, 6  # hits followed one by one; where they come that thick, all of the hundred are asked
_NONE = bytes(TOGETHER)


class Texts:
    """Text keys, each with its place; they are only ever added."""

    def __init__(self) -> None:
        self._joined: list[str] = []
        self._ends: list[array[int]] = []
        self._last: list[str] = []

    def append(self, key: str) -> None:
        """Put a text after the others."""
        self._last.append(key)
        if len(self._last) == TOGETHER:
            self._joined.append(BETWEEN.join(self._last))
            self._ends.append(array("L", accumulate(len(text) + 1 for text in self._last)))
            self._last.clear()

    def having(self, word: Word, first: int, wanted: bytes) -> bytes:
        """For the places from `first` on, a multiple of TOGETHER: 1 where the word stands in the text.

        Looks only where some of the hundred are `wanted`, 0 elsewhere.
        """
        return b"".join(self._pieces(word, first // TOGETHER, wanted))

    def _pieces(self, word: Word, place: int, wanted: bytes) -> Iterator[bytes]:
        for start in range(0, len(wanted), TOGETHER):
            if place == len(self._joined):
                yield having(word, self._last)
            elif 1 in wanted[start : start + TOGETHER]:
                yield self._piece(word, self._joined[place], self._ends[place])
            else:
                yield _NONE
            place += 1

    def _piece(self, word: Word, joined: str, ends: "array[int]") -> bytes:
        at = joined.find(word.key)
        if at < 0:
            return _NONE
        flags = bytearray(TOGETHER)
        for found in range(_FEW):
            text = bisect_right(ends, at)
            flags[text] = 1
            at = joined.find(word.key, ends[text])
            if at < 0:
                return bytes(flags)
            if found == _SOON and text < 2 * _SOON:
                break
        return having(word, joined.split(BETWEEN))
