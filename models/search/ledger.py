"""Activities, or matters, as they are looked through: hundreds of thousands, the newest first.

Names and places are found in the lexicon and lead to their activities; what was written freely about an
activity is one text, and all of these texts are looked through for every word.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, compress, islice, takewhile
from typing import NamedTuple

from models.rules.finding import Word
from models.search.cards import Hits
from models.search.texts import TOGETHER, Texts

_AT_ONCE = 256 * TOGETHER
_PART_OF_ALL = 2  # so few characters stand in nearly every 编号

Key = tuple[str, int]  # the kind of thing an activity names, and its number


class Told(NamedTuple):
    """What is looked through of one activity: its 编号, what was written freely, and what it names.

    `named` are bundles of keys that come together in many activities.
    """

    id: int
    day: str
    number: str
    text: str
    named: Sequence[tuple[Key, ...]]


class _Asked:
    """One word that was asked for: what it names, and where it was found, as far as was looked."""

    def __init__(self, word: Word, keys: tuple[Key, ...], name: Callable[[Iterable[Key]], bytes]) -> None:
        self.word, self.keys, self._name = word, keys, name
        self.found: dict[int, bytes] = {}

    @cached_property
    def naming(self) -> bytes:
        """By slot: 1 where the activity names one of the things."""
        return self._name(self.keys)


class Ledger:
    """Activities in slots. They should be put in newest first; what comes later is sorted when found."""

    def __init__(self) -> None:
        self._ids = array("q")
        self._days = array("L")
        self._numbers = Texts()
        self._texts = Texts()
        self._alive = bytearray()
        self._slot_of = array("q")
        self._bundles: dict[tuple[Key, ...], array[int]] = {}
        self._with_key: defaultdict[Key, list[array[int]]] = defaultdict(list)
        self._in_order = 0
        self._recent: list[_Asked] = []

    def __len__(self) -> int:
        return self._alive.count(1)

    def put(self, told: Told) -> None:
        """Keep an activity, in place of what was kept of it before."""
        self.drop(told.id)
        slot, day = len(self._ids), int(told.day.replace("-", ""))
        self._in_order += self._in_order == slot and (not slot or day <= self._days[-1])
        self._ids.append(told.id)
        self._days.append(day)
        self._numbers.append(told.number)
        self._texts.append(told.text)
        self._alive.append(1)
        self._slot_of.extend([-1] * (told.id + 1 - len(self._slot_of)))
        self._slot_of[told.id] = slot
        for bundle in told.named:
            self._slots_with(bundle).append(slot)
        self._recent.clear()

    def drop(self, id_: int) -> None:
        """Forget an activity, if it is known."""
        if id_ < len(self._slot_of) and self._slot_of[id_] >= 0:
            self._alive[self._slot_of[id_]] = 0
            self._slot_of[id_] = -1
            self._recent.clear()

    def search(self, sought: Sequence[tuple[Word, tuple[Key, ...]]], most: int) -> Iterator[Hits]:
        """What has every word, newest first, further and further back; the last answer is the whole one.

        With each word come the keys of what it names.
        """
        self._recent = asked = [self._asked(word, keys) for word, keys in sought]
        newest: list[int] = []
        total = 0
        for first in range(0, len(self._ids), _AT_ONCE):
            found = self._found(asked, first)
            total += found.count(1)
            slots = compress(range(first, first + len(found)), found)
            in_order = islice(takewhile(lambda slot: slot < self._in_order, slots), most)
            late = compress(range(self._in_order, len(self._ids)), found[max(0, self._in_order - first) :])
            newest = sorted({*newest, *in_order, *late}, key=self._order, reverse=True)[:most]
            yield Hits(tuple(self._ids[slot] for slot in newest), total)

    def _asked(self, word: Word, keys: tuple[Key, ...]) -> _Asked:
        """What was found for the word a key ago, while the next one is typed; else asked anew."""
        known = (one for one in self._recent if one.word == word and one.keys == keys)
        return next(known, None) or _Asked(word, keys, self._naming)

    def _slots_with(self, bundle: tuple[Key, ...]) -> "array[int]":
        slots = self._bundles.get(bundle)
        if slots is None:
            slots = self._bundles[bundle] = array("L")
            for key in bundle:
                self._with_key[key].append(slots)
        return slots

    def _order(self, slot: int) -> tuple[int, int]:
        return self._days[slot], self._ids[slot]

    def _naming(self, keys: Iterable[Key]) -> bytes:
        """By slot: 1 where the activity names one of these."""
        bundles = {id(slots): slots for key in keys for slots in self._with_key.get(key, ())}
        if not bundles:
            return bytes(len(self._ids))
        flags = [0] * len(self._ids)
        for slot in chain.from_iterable(bundles.values()):
            flags[slot] = 1
        return bytes(flags)

    def _found(self, asked: Sequence[_Asked], first: int) -> bytes:
        """From slot `first` on: 1 where every word is found."""
        left = bytes(self._alive[first : first + _AT_ONCE])
        for one in asked:
            has = one.found.get(first)
            if has is None:
                has = self._having(one, first, left)
            if one is asked[0]:
                one.found[first] = has  # the others were looked for only where this one is
            left = _both(left, has)
        return left

    def _having(self, asked: _Asked, first: int, left: bytes) -> bytes:
        """1 where the word is found, of what the other words have left."""
        word, has = asked.word, asked.naming[first : first + _AT_ONCE]
        is_number = len(word.key) > _PART_OF_ALL and any(map(str.isdigit, word.key))
        for texts in (self._texts, self._numbers) if is_number else (self._texts,):
            has = _either(has, texts.having(word, first, _without(left, has)))
        return has


def _either(one: bytes, other: bytes) -> bytes:
    return _bytes(_int(one) | _int(other), len(one))


def _both(one: bytes, other: bytes) -> bytes:
    return _bytes(_int(one) & _int(other), len(one))


def _without(one: bytes, other: bytes) -> bytes:
    return _bytes(_int(one) & ~_int(other), len(one))


def _int(flags: bytes) -> int:
    return int.from_bytes(flags, "little")


def _bytes(flags: int, count: int) -> bytes:
    return flags.to_bytes(count, "little")
