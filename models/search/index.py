"""The index: built a piece at a time when first wanted, afterwards renewed only by what was changed."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from models import terms
from models.resting import resting_collector
from models.rules.finding import search_keys, words
from models.rules.kinds import ActivityKind
from models.search import reading
from models.search.cards import Cards, Hits, Sought
from models.search.ledger import Key, Ledger, Told
from models.search.lexicon import Lexicon

MOST = 50
_CARDS_AT_ONCE, _ACTIVITIES_AT_ONCE = 300, 300
_BUILD_ANEW = 2_000  # where more rows than this were changed since
_JOINT = "\1"
_OFFICIAL, _POINT, _WORD = "official", "contact_point", "word"


class Found(NamedTuple):
    """The best of each kind, and how many there are."""

    officials: Hits = Hits()
    points: Hits = Hits()
    activities: Hits = Hits()

    @property
    def ids(self) -> tuple[tuple[int, ...], ...]:
        """What is listed of each kind."""
        return tuple(hits.ids for hits in self)


class SearchIndex:
    """Everybody, all points and all activities, as far as `steps` has read them."""

    def __init__(self) -> None:
        self._lexicon = Lexicon()
        self._people = Cards()
        self._points = Cards()
        self._ledger = Ledger()
        self._seen: int | None = None

    def __len__(self) -> int:
        """How many activities are in."""
        return len(self._ledger)

    def steps(self) -> Iterator[int]:
        """Read what is missing or was changed, a few milliseconds a step; says how many activities are in.

        Other writes may come between two steps: the next round reads what they changed.
        """
        before, self._seen = self._seen, reading.last_change()
        cards, ids = reading.changed_since(before, _BUILD_ANEW) if before is not None else (True, None)
        if cards:
            yield from self._read_cards()
        yield from self._read_all() if ids is None else self._read_again(sorted(ids))

    def read(self) -> None:
        """Take all steps at once."""
        with resting_collector():
            for _ in self.steps():
                pass

    def find(self, typed: str) -> Iterator[Found]:
        """What has all the words typed. First answers may miss older activities, the last one is whole."""
        sought = [Sought(word, self._lexicon.fits(word)) for word in words(typed)]
        if not sought:
            return
        found = Found(self._people.ranked(sought, MOST), self._points.ranked(sought, MOST))
        yield found
        with_keys = [(one.word, tuple(self._keys(one))) for one in sought]
        for hits in self._ledger.search(with_keys, MOST):
            yield found._replace(activities=_first(hits, reading.numbered(sought[0].word.key)))

    def _keys(self, sought: Sought) -> Iterator[Key]:
        yield from ((_OFFICIAL, id_) for id_ in self._people.named(sought))
        yield from ((_POINT, id_) for id_ in self._points.named(sought))
        yield from ((_WORD, number) for number, fit in enumerate(sought.fits) if fit)

    def _read_cards(self) -> Iterator[int]:
        self._people = self._read_people()
        yield len(self._ledger)
        points = Cards()
        above: dict[int, tuple[int, ...]] = {}
        rows = iter(reading.points())
        while some := list(islice(rows, _CARDS_AT_ONCE)):
            texts = search_keys([_JOINT.join(row[4:]) for row in some])
            for (id_, name, county, parent, *_), text in zip(some, texts, strict=True):
                number, inside = self._number(name), above.get(parent) or (self._number(county),)
                above[id_] = (*inside, number)
                points.put(id_, number, inside, text)
            yield len(self._ledger)
        self._points = points

    def _read_people(self) -> Cards:
        people = Cards()
        for id_, name, *others in reading.people():
            people.put(id_, self._number(name), tuple(map(self._number, others)))
        return people

    def _number(self, text: str) -> int:
        return self._lexicon.number(text)

    def _read_all(self) -> Iterator[int]:
        self._ledger = Ledger()
        records, last = reading.activities_after(reading.FIRST, _ACTIVITIES_AT_ONCE)
        while last is not None:
            self._put(records)
            yield len(self._ledger)
            records, last = reading.activities_after(last, _ACTIVITIES_AT_ONCE)

    def _read_again(self, ids: Sequence[int]) -> Iterator[int]:
        left = iter(ids)
        while some := list(islice(left, _ACTIVITIES_AT_ONCE)):
            for id_ in some:
                self._ledger.drop(id_)
            self._put(reading.activities_of(some))
            yield len(self._ledger)

    def _put(self, records: Sequence[reading.Record]) -> None:
        texts = search_keys([_JOINT.join(record.texts) for record in records])
        numbers = search_keys([record.number for record in records])
        for record, number, text in zip(records, numbers, texts, strict=True):
            self._ledger.put(Told(record.id, record.day, number, text, self._named(record)))

    def _named(self, record: reading.Record) -> list[tuple[Key, ...]]:
        kind = terms.label(ActivityKind(record.kind))
        words = ((_WORD, self._number(text)) for text in (kind, record.place))
        people = ((_OFFICIAL, id_) for id_ in record.officials)
        return [(*words, *people), *(((_POINT, id_),) for id_ in record.points)]


def _first(hits: Hits, id_: int | None) -> Hits:
    """The one with exactly the 编号 typed comes before all newer ones."""
    if id_ is None:
        return hits
    ids = (id_, *(other for other in hits.ids if other != id_))[:MOST]
    return Hits(ids, max(hits.total, len(ids)))
