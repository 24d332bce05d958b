"""Half-days that several activities share: each is one half-day of fieldwork however many share it."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from models.rules.calendar import HALVES, month_day
from models.rules.choices import FIELDWORK_KINDS, Choices
from models.rules.facts import Activity, shifted
from models.rules.kinds import ActivityState, Half
from models.rules.pairing import day_and_half


class Overlap(NamedTuple):
    """What one other activity shares with this one: its 编号 and the half-days, in order."""

    number: str
    half_days: tuple[tuple[date, Half], ...]


def overlaps(
    mine: Activity, others: Iterable[Activity], earning: Collection[int], choices: Choices
) -> list[Overlap]:
    """The other activities that count half-days of `mine` for those who earn them, in the order given."""
    went = set(mine.goers) & set(earning)
    if not (_counts_days(mine, choices) and mine.state in (ActivityState.DONE, ActivityState.PLANNED)):
        return []
    found = []
    for other in others:
        same = other.state == ActivityState.DONE and _counts_days(other, choices)
        shared = _shared(mine, other) if same and went & set(other.goers) else 0
        if shared:
            found.append(Overlap(other.number, tuple(_half_days(shared, mine.when.first_half_day))))
    return found


def words(half_days: Iterable[tuple[date, Half]]) -> str:
    """11月20日、11月21日上午."""
    halves: dict[date, list[Half]] = {}
    for day, half in half_days:
        halves.setdefault(day, []).append(half)
    return "、".join(
        f"{month_day(day)}{'' if len(found) > 1 else HALVES[found[0]]}" for day, found in halves.items()
    )


def _counts_days(activity: Activity, choices: Choices) -> bool:
    return activity.kind in FIELDWORK_KINDS - choices.not_fieldwork and activity.on_site


def _shared(mine: Activity, other: Activity) -> int:
    """A bit for each half-day both have, counted from the first of `mine`."""
    later = other.when.first_half_day - mine.when.first_half_day
    return mine.when.half_days & shifted(other.when.half_days, later)


def _half_days(bits: int, first: int) -> Iterator[tuple[date, Half]]:
    for later in range(bits.bit_length()):
        if bits >> later & 1:
            yield day_and_half(first + later)
