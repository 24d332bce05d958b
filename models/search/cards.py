"""People and contact points as they are looked through, ranked by how well they fit."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import NamedTuple

from models.rules.finding import Word, having


class Sought(NamedTuple):
    """A word typed and how it fits each text of the lexicon, by its number."""

    word: Word
    fits: bytes


class Hits(NamedTuple):
    """The ids of the best of what was found, and how many were found in all."""

    ids: tuple[int, ...] = ()
    total: int = 0


class Cards:
    """Officials or points in the order shown: a name, words of the lexicon said of it, free text."""

    def __init__(self) -> None:
        self._ids = array("q")
        self._names = array("L")
        self._others = array("L")
        self._texts: list[str] = []
        self._groups: dict[tuple[int, ...], int] = {}

    def put(self, id_: int, name: int, others: tuple[int, ...], text: str = "") -> None:
        """Add one; `name` and `others` are numbers of the lexicon. Many lie in one place: same `others`."""
        self._ids.append(id_)
        self._names.append(name)
        self._others.append(self._groups.setdefault(others, len(self._groups)))
        self._texts.append(text)

    def named(self, sought: Sought) -> Iterable[int]:
        """The ids of those whose name fits."""
        return compress(self._ids, map(sought.fits.__getitem__, self._names))

    def ranked(self, sought: Sequence[Sought], most: int) -> Hits:
        """Those that have every word: a whole name first, its beginning, its inside, then other texts."""
        totals = [0] * len(self._ids)
        for one in sought:
            totals = [
                total + score if score and total >= 0 else -1
                for total, score in zip(totals, self._scores(one), strict=True)
            ]
        found = [place for place, total in enumerate(totals) if total > 0]
        found.sort(key=totals.__getitem__, reverse=True)
        return Hits(tuple(self._ids[place] for place in found[:most]), len(found))

    def _scores(self, sought: Sought) -> Iterable[int]:
        """0 if the word is nowhere, 1 if it is in another text, else one more than how it fits the name."""
        fits = sought.fits
        groups = [any(fits[number] for number in group) for group in self._groups]
        by_name = map(fits.__getitem__, self._names)
        by_others = map(groups.__getitem__, self._others)
        by_text = having(sought.word, self._texts)
        return [
            name + 1 if name else (other or text)
            for name, other, text in zip(by_name, by_others, by_text, strict=True)
        ]
