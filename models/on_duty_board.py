"""在岗情况 out of the database: every leader in office and every post, here, 下乡, away or acted for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.base import database
from models.official import Official, officials
from models.rules.entry import occupies
from models.rules.kinds import ActivityKind, ActivityState, Half
from models.rules.on_duty_board import Line, board
from models.rules.pairing import Span, Whereabouts, half_day, half_days
from models.whereabouts import whereabouts

_TRIPS = """
SELECT participant.official_id, activity.first_day, activity.first_half, activity.last_day,
  activity.last_half, activity.place, activity.id
FROM activity JOIN participant ON participant.activity_id = activity.id
WHERE activity.first_day <= ? AND activity.last_day >= ?
  AND activity.kind IN ({kinds}) AND activity.state IN ({states})
  AND (participant.role = 'stand_in' OR participant.role = 'leader' AND NOT EXISTS (
    SELECT 1 FROM participant AS other WHERE other.activity_id = activity.id AND other.role = 'stand_in'))
ORDER BY activity.first_day, activity.first_half
"""


@dataclass(frozen=True, slots=True)
class Board:
    """Every seat over the days from `first` to `last`, leaders by rank and then posts, and who is who."""

    first: date
    last: date
    lines: Sequence[Line]
    people: Mapping[int, Official]
    whereabouts: Whereabouts


class Trip(NamedTuple):
    """An activity that takes an official out, from one half-day to another, both included."""

    official: int
    first: int
    last: int
    place: str
    activity: int


class Duty(NamedTuple):
    """One leader in office, or one post of a department, in one half-day; `acting` is None if nobody acts."""

    official: str
    post: str | None
    away: bool
    acting: str | None
    clash: bool


def on_duty_board(first: date, last: date) -> Board:
    """Who is here, 下乡, away or acts for whom from one day to another, both included."""
    known = whereabouts()
    people = {row.id: row for row in officials()}
    members = [number for number, row in people.items() if row.is_member]
    lines = board(members, known, outings(first, last), *half_days(first, last))
    return Board(first, last, lines, people, known)


def duty(day: date, half: Half) -> list[Duty]:
    """Where everybody stands in one half-day: each leader in office, then each post of a department."""
    now = half_day(day, half)
    known = whereabouts()
    people = {row.id: row.name for row in officials()}
    members = [row.id for row in officials() if row.is_member]
    found = []
    for line in board(members, known, {}, now, now):
        standing, _ = line.at(now)
        acting = standing.acting if standing else line.seat.official
        found.append(
            Duty(
                official=people[line.seat.official],
                post=line.seat.name,
                away=known.is_away(line.seat.official, now),
                acting=people[acting] if acting is not None else None,
                clash=bool(standing and standing.clash),
            )
        )
    return found


def trips(first: date, last: date) -> list[Trip]:
    """The trips that take somebody out and touch these days, in time order."""
    kinds, states = _those_that_occupy()
    sql = _TRIPS.format(kinds=_quoted(kinds), states=_quoted(states))
    return [
        Trip(official, _number(begin, begin_half), _number(end, end_half), *more)
        for official, begin, begin_half, end, end_half, *more in database.execute_sql(
            sql, (str(last), str(first))
        )
    ]


def outings(first: date, last: date) -> dict[int, list[Span]]:
    """By official the half-days of the trips that take him out and touch these days, in order."""
    found: dict[int, list[Span]] = defaultdict(list)
    for trip in trips(first, last):
        found[trip.official].append((trip.first, trip.last))
    return found


def _those_that_occupy() -> tuple[list[ActivityKind], list[ActivityState]]:
    """The kinds and states of activities that keep who goes from being elsewhere, by the rule."""
    kinds = [kind for kind in ActivityKind if occupies(kind, ActivityState.DONE)]
    return kinds, [state for state in ActivityState if occupies(ActivityKind.VISIT, state)]


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _number(day: str, half: str) -> int:
    return half_day(date.fromisoformat(day), Half(half))
