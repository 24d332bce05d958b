"""Very many texts, joined by the hundred: looked through as fast as one long text, and as small."""

from collections.abc import Iterator

from models.rules.finding import BETWEEN, Word, having

TOGETHER = 128
_NONE = bytes(TOGETHER)


class Texts:
    """Text keys, each with its place; they are only ever added."""

    def __init__(self) -> None:
        self._joined: list[str] = []
        self._last: list[str] = []

    def append(self, key: str) -> None:
        """Put a text after the others."""
        self._last.append(key)
        if len(self._last) == TOGETHER:
            self._joined.append(BETWEEN.join(self._last))
            self._last.clear()

    def having(self, word: Word, first: int, wanted: bytes) -> bytes:
        """For the places from `first` on, a multiple of TOGETHER: 1 where the word stands in the text.

        Looks only where some of the hundred are `wanted`, 0 elsewhere.
        """
        return b"".join(self._pieces(word, first // TOGETHER, wanted))

    def _pieces(self, word: Word, place: int, wanted: bytes) -> Iterator[bytes]:
        for start in range(0, len(wanted), TOGETHER):
            asked = wanted[start : start + TOGETHER]
            if place == len(self._joined):
                yield having(word, self._last)
            elif 1 in asked and word.key in self._joined[place]:
                yield having(word, self._joined[place].split(BETWEEN))
            else:
                yield _NONE
            place += 1
