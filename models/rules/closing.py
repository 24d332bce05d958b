"""季度归档: what came, went or changed since a quarter was closed: two pictures of its entries, compared."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from models.rules.kinds import Later


class Entered(NamedTuple):
    """An entry as it stood: its content in short (`digest`), and in words for people."""

    digest: str
    words: str


class LaterEntry(NamedTuple):
    """An entry of a closed quarter that is not what it was: the words are today's, of a gone one the old."""

    number: str
    later: Later
    words: str


def later_entries(then: Mapping[str, Entered], now: Mapping[str, Entered]) -> Iterator[LaterEntry]:
    """What differs, by the entries' numbers: those there now in their order, then those that are gone."""
    for number, entry in now.items():
        if number not in then:
            yield LaterEntry(number, Later.ADDED, entry.words)
        elif entry.digest != then[number].digest:
            yield LaterEntry(number, Later.CHANGED, entry.words)
    for number, entry in then.items():
        if number not in now:
            yield LaterEntry(number, Later.GONE, entry.words)
