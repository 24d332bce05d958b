"""走访实绩 for paper: when points were last visited, what was last heard there, each leader's trips.

Nothing here counts towards a duty; that is the counting engine's alone.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from models.base import database
from models.rules.kinds import ActivityKind, ActivityState, Half, Manner


class Heard(NamedTuple):
    """What people of a point said, on which day, and what they were answered; "" if nothing was written."""

    day: date
    text: str
    reply: str = ""


class Trip(NamedTuple):
    """One activity of one leader. `met`: somebody was reached; `told`: how often something was heard."""

    official: int
    kind: ActivityKind
    state: ActivityState
    day: date
    half: Half
    entered_on: date
    stood_in: bool
    met: bool
    told: int
    reasons: str


class Meant(NamedTuple):
    """A planned activity of a leader and one point it is for; None for one without points."""

    official: int
    kind: ActivityKind
    point: int | None
    day: date
    half: Half


class DayOut(NamedTuple):
    """One leader's planned or done activity that takes him out of the office, from one day to another."""

    official: int
    state: ActivityState
    first: date
    last: date


class Call(NamedTuple):
    """One point reached on a done visit: by which leaders (names joined by 、), and what was said there."""

    point: int
    day: date
    half: Half
    whole_day: bool
    leaders: str
    stand_ins: str
    manner: Manner
    heard: str
    reply: str


_STOOD_IN = """EXISTS (SELECT 1 FROM participant AS other
  WHERE other.activity_id = activity.id AND other.role = 'stand_in')"""

_LAST_VISITS = f"""
SELECT participant.official_id, target.contact_point_id, MAX(activity.first_day)
FROM activity
JOIN participant ON participant.activity_id = activity.id AND participant.role = 'leader'
JOIN target ON target.activity_id = activity.id
WHERE activity.kind = 'visit' AND activity.state = 'done' AND activity.first_day <= ?
  AND target.outcome = 'met' AND target.manner <> 'phone' AND NOT {_STOOD_IN}
GROUP BY 1, 2
"""

_LAST_HEARINGS = f"""
SELECT participant.official_id, NULL, MAX(activity.first_day)
FROM activity
JOIN participant ON participant.activity_id = activity.id AND participant.role = 'leader'
WHERE activity.kind = 'hearing' AND activity.state = 'done' AND activity.first_day <= ? AND NOT {_STOOD_IN}
GROUP BY 1
"""

_LAST_HEARD = """
SELECT target.contact_point_id, MAX(activity.first_day),
  CASE WHEN target.heard <> '' THEN target.heard ELSE activity.heard END,
  CASE WHEN target.heard <> '' THEN target.reply ELSE activity.reply END
FROM target JOIN activity ON activity.id = target.activity_id
WHERE activity.state = 'done' AND target.outcome = 'met' AND activity.first_day <= ?
  AND (target.heard <> '' OR activity.heard <> '')
GROUP BY 1
"""

_CALLS = """
SELECT target.contact_point_id, activity.first_day, activity.first_half,
  activity.first_day || activity.first_half <> activity.last_day || activity.last_half,
  COALESCE((SELECT group_concat(name, '、') FROM (SELECT official.name FROM participant
    JOIN official ON official.id = participant.official_id
    WHERE activity_id = activity.id AND role = 'leader' ORDER BY official.rank)), ''),
  COALESCE((SELECT group_concat(official.name, '、') FROM participant
    JOIN official ON official.id = participant.official_id
    WHERE activity_id = activity.id AND role = 'stand_in'), ''),
  target.manner,
  CASE WHEN target.heard <> '' THEN target.heard ELSE activity.heard END,
  CASE WHEN target.heard <> '' OR target.reply <> '' THEN target.reply ELSE activity.reply END
FROM target JOIN activity ON activity.id = target.activity_id
WHERE activity.kind = 'visit' AND activity.state = 'done' AND target.outcome = 'met'
  AND target.contact_point_id IS NOT NULL AND activity.first_day BETWEEN ? AND ?
ORDER BY activity.first_day, activity.first_half, activity.id
"""

_MEANT = """
SELECT participant.official_id, activity.kind, target.contact_point_id,
  activity.first_day, activity.first_half
FROM activity
JOIN participant ON participant.activity_id = activity.id AND participant.role = 'leader'
LEFT JOIN target ON target.activity_id = activity.id AND target.manner <> 'phone'
WHERE activity.state = 'planned' AND activity.first_day BETWEEN ? AND ?
ORDER BY activity.first_day, activity.first_half, activity.id
"""

_TRIPS = f"""
SELECT participant.official_id, activity.kind, activity.state, activity.first_day, activity.first_half,
  activity.entered_on, {_STOOD_IN},
  COALESCE(MAX(target.outcome = 'met' AND target.manner <> 'phone'), 0),
  (activity.heard <> '') + COALESCE(SUM(target.heard <> ''), 0),
  COALESCE(GROUP_CONCAT(NULLIF(target.reason, ''), '；'), '')
FROM activity
JOIN participant ON participant.activity_id = activity.id AND participant.role = 'leader'
LEFT JOIN target ON target.activity_id = activity.id
WHERE activity.kind = 'visit' AND activity.first_day BETWEEN ? AND ?
GROUP BY participant.id
ORDER BY activity.first_day, activity.first_half, activity.id
"""

_DAYS_OUT = f"""
SELECT participant.official_id, activity.state, activity.first_day, activity.last_day
FROM activity
JOIN participant ON participant.activity_id = activity.id AND participant.role = 'leader'
WHERE activity.state IN ('planned', 'done') AND activity.kind <> 'report' AND NOT {_STOOD_IN}
  AND activity.last_day >= ? AND activity.first_day <= ?
ORDER BY activity.first_day, activity.first_half, activity.id
"""


def last_visits(until: date) -> dict[tuple[int, int | None], date]:
    """By leader and point: the day of the last visit that reached somebody; under None the last hearing."""
    rows = (*_rows(_LAST_VISITS, until), *_rows(_LAST_HEARINGS, until))
    return {(who, point): date.fromisoformat(day) for who, point, day in rows}


def last_heard(until: date) -> dict[int, Heard]:
    """By point: what was said there last, to whichever leader."""
    rows = _rows(_LAST_HEARD, until)
    return {point: Heard(date.fromisoformat(day), text, reply) for point, day, text, reply in rows}


def calls(first: date, last: date) -> dict[int, list[Call]]:
    """By point: whoever reached it in these days, by telephone too, in order."""
    found: dict[int, list[Call]] = defaultdict(list)
    for point, day, half, longer, leaders, stand_ins, manner, heard, reply in _rows(_CALLS, first, last):
        when = date.fromisoformat(day), Half(half), bool(longer)
        found[point].append(Call(point, *when, leaders, stand_ins, Manner(manner), heard, reply))
    return found


def meant(first: date, last: date) -> Iterator[Meant]:
    """What is planned to begin in these days, in order."""
    for who, kind, point, day, half in _rows(_MEANT, first, last):
        yield Meant(who, ActivityKind(kind), point, date.fromisoformat(day), Half(half))


def trips(first: date, last: date) -> Iterator[Trip]:
    """All visits of these days in whatever state, in order."""
    for who, kind, state, day, half, entered, stood_in, met, told, reasons in _rows(_TRIPS, first, last):
        yield Trip(
            who,
            ActivityKind(kind),
            ActivityState(state),
            date.fromisoformat(day),
            Half(half),
            date.fromisoformat(entered),
            bool(stood_in),
            bool(met),
            told,
            reasons,
        )


def days_out(first: date, last: date) -> Iterator[DayOut]:
    """Who goes or went out himself on what touches these days, in order."""
    for who, state, start, end in _rows(_DAYS_OUT, first, last):
        yield DayOut(who, ActivityState(state), date.fromisoformat(start), date.fromisoformat(end))


def _rows(sql: str, *days: date) -> list[tuple[Any, ...]]:
    return list(database.execute_sql(sql, [day.isoformat() for day in days]))
