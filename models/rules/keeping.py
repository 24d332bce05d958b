"""Which backups of a folder may go once a newer one was verified: by their numbers, never by the clock.

Days only sort them into days, weeks and months; how many of those there are is counted backwards from the
newest copy, so that a clock that jumps takes nothing away.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

NEWEST, SAFETY = 10, 10
DAYS, WEEKS, MONTHS = 14, 12, 24
_LONGEST_BREAK = 7


class Kept(NamedTuple):
    """A copy in the folder."""

    number: int
    """Counts up with every backup of the office."""
    day: date
    is_safety: bool
    """Made because something risky was about to happen: import, restore, migration."""


def surplus(copies: Iterable[Kept]) -> list[Kept]:
    """What is not needed any more, the oldest first.

    Kept are the newest 10, the newest 10 made before something risky, and the newest of each of the last 14
    days, 12 weeks and 24 months that have any. While the clock is in doubt everything is.
    """
    ordered = sorted(copies, key=lambda copy: copy.number, reverse=True)
    if _clock_is_in_doubt(ordered):
        return []
    kept = {*ordered[:NEWEST], *[copy for copy in ordered if copy.is_safety][:SAFETY]}
    kept.update(_newest_of_each(ordered, DAYS, lambda day: day))
    kept.update(_newest_of_each(ordered, WEEKS, lambda day: day.isocalendar()[:2]))
    kept.update(_newest_of_each(ordered, MONTHS, lambda day: (day.year, day.month)))
    return [copy for copy in reversed(ordered) if copy not in kept]


def _clock_is_in_doubt(ordered: Sequence[Kept]) -> bool:
    """Whether the newest copy is of an earlier day than the one before it, or of long after."""
    if len(ordered) < 2:
        return False
    return not 0 <= (ordered[0].day - ordered[1].day).days <= _LONGEST_BREAK


def _newest_of_each(ordered: Sequence[Kept], most: int, span: Callable[[date], Hashable]) -> Iterable[Kept]:
    newest: dict[Hashable, Kept] = {}
    for copy in ordered:
        newest.setdefault(span(copy.day), copy)
    return list(newest.values())[:most]
