"""One kind of records of the index: read piece by piece into a ledger, and again where they were changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from models.rules.finding import Word, search_keys
from models.search.cards import Hits
from models.search.ledger import Key, Ledger, Told
from models.search.reading import FIRST, Record, Row

OFFICIAL, POINT, WORD = "official", "contact_point", "word"
_JOINT = "\1"


class Source(NamedTuple):
    """Where records come from: the next so many after one, newest first; those of ids; the one of a 编号;
    and how many are read in a step.
    """

    after: Callable[[Row, int], tuple[list[Record], Row | None]]
    of: Callable[[Sequence[int]], list[Record]]
    numbered: Callable[[str], int | None]
    at_once: int


class Shelf:
    """`number` gives a word the number it has in the lexicon."""

    def __init__(self, source: Source, number: Callable[[str], int]) -> None:
        self._source, self._number = source, number
        self._ledger = Ledger()

    def __len__(self) -> int:
        return len(self._ledger)

    def read_all(self) -> Iterator[int]:
        """Everything anew, a few milliseconds a step; says how many records are in."""
        self._ledger = Ledger()
        records, last = self._source.after(FIRST, self._source.at_once)
        while last is not None:
            self._put(records)
            yield len(self._ledger)
            records, last = self._source.after(last, self._source.at_once)

    def read_again(self, ids: Iterable[int]) -> Iterator[int]:
        """The same for these alone; those that are gone are forgotten."""
        left = iter(sorted(ids))
        while some := list(islice(left, self._source.at_once)):
            for id_ in some:
                self._ledger.drop(id_)
            self._put(self._source.of(some))
            yield len(self._ledger)

    def search(self, sought: Sequence[tuple[Word, tuple[Key, ...]]], most: int) -> Iterator[Hits]:
        """What has every word, newest first; the one with exactly the 编号 typed before all of them."""
        exact = self._source.numbered(sought[0][0].key)
        for hits in self._ledger.search(sought, most):
            yield _first(hits, exact, most)

    def _put(self, records: Sequence[Record]) -> None:
        texts = search_keys([_JOINT.join(record.texts) for record in records])
        numbers = search_keys([record.number for record in records])
        for record, number, text in zip(records, numbers, texts, strict=True):
            self._ledger.put(Told(record.id, record.day, number, text, self._named(record)))

    def _named(self, record: Record) -> list[tuple[Key, ...]]:
        words = ((WORD, self._number(text)) for text in record.words)
        people = ((OFFICIAL, id_) for id_ in record.officials)
        return [(*words, *people), *(((POINT, id_),) for id_ in record.points)]


def _first(hits: Hits, id_: int | None, most: int) -> Hits:
    if id_ is None:
        return hits
    ids = (id_, *(other for other in hits.ids if other != id_))[:most]
    return Hits(ids, max(hits.total, len(ids)))
