"""The index: built a piece at a time when first wanted, afterwards renewed only by what was changed."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from models.resting import resting_collector
from models.rules.finding import search_keys, words
from models.search import reading, reading_matters
from models.search.cards import Cards, Hits, Sought
from models.search.ledger import Key
from models.search.lexicon import Lexicon
from models.search.shelf import OFFICIAL, POINT, WORD, Shelf, Source

MOST = 50
_CARDS_AT_ONCE = 300
_BUILD_ANEW = 2_000  # where more rows than this were changed since
_JOINT = "\1"
_ACTIVITIES = Source(reading.activities_after, reading.activities_of, reading.numbered, 300)
_MATTERS = Source(reading_matters.matters_after, reading_matters.matters_of, reading_matters.numbered, 25)


class Found(NamedTuple):
    """The best of each kind, and how many there are."""

    officials: Hits = Hits()
    points: Hits = Hits()
    activities: Hits = Hits()
    matters: Hits = Hits()

    @property
    def ids(self) -> tuple[tuple[int, ...], ...]:
        """What is listed of each kind."""
        return tuple(hits.ids for hits in self)


class SearchIndex:
    """Everybody, all points, matters and activities, as far as `steps` has read them."""

    def __init__(self) -> None:
        self._lexicon = Lexicon()
        self._people = Cards()
        self._points = Cards()
        self._matters = Shelf(_MATTERS, self._lexicon.number)
        self._activities = Shelf(_ACTIVITIES, self._lexicon.number)
        self._seen: int | None = None

    def __len__(self) -> int:
        """How many activities are in."""
        return len(self._activities)

    def steps(self) -> Iterator[int]:
        """Read what is missing or was changed, a few milliseconds a step; says how many activities are in.

        Other writes may come between two steps: the next round reads what they changed.
        """
        before, self._seen = self._seen, reading.last_change()
        changed = reading.changed_since(before, _BUILD_ANEW) if before is not None else reading.EVERYTHING
        if changed.cards:
            yield from self._read_cards()
        for shelf, ids in ((self._matters, changed.matters), (self._activities, changed.activities)):
            for _ in shelf.read_all() if ids is None else shelf.read_again(ids):
                yield len(self._activities)

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
        with_keys = [(one.word, tuple(self._keys(one))) for one in sought]
        cards = (self._people.ranked(sought, MOST), self._points.ranked(sought, MOST))
        *_, matters = (Hits(), *self._matters.search(with_keys, MOST))
        found = Found(*cards, matters=matters)
        yield found
        for hits in self._activities.search(with_keys, MOST):
            yield found._replace(activities=hits)

    def _keys(self, sought: Sought) -> Iterator[Key]:
        yield from ((OFFICIAL, id_) for id_ in self._people.named(sought))
        yield from ((POINT, id_) for id_ in self._points.named(sought))
        yield from ((WORD, number) for number, fit in enumerate(sought.fits) if fit)

    def _read_cards(self) -> Iterator[int]:
        self._people = self._read_people()
        yield len(self._activities)
        points = Cards()
        above: dict[int, tuple[int, ...]] = {}
        rows = iter(reading.points())
        while some := list(islice(rows, _CARDS_AT_ONCE)):
            texts = search_keys([_JOINT.join(row[4:]) for row in some])
            for (id_, name, county, parent, *_), text in zip(some, texts, strict=True):
                number, inside = self._number(name), above.get(parent) or (self._number(county),)
                above[id_] = (*inside, number)
                points.put(id_, number, inside, text)
            yield len(self._activities)
        self._points = points

    def _read_people(self) -> Cards:
        people = Cards()
        for id_, name, *others in reading.people():
            people.put(id_, self._number(name), tuple(map(self._number, others)))
        return people

    def _number(self, text: str) -> int:
        return self._lexicon.number(text)
