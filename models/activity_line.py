"""活动列表: one line an activity, names and all, in one query however long the list is."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from models.base import database
from models.lazy_rows import LazyRows
from models.rules.entry import awaits_answer, is_late_entry
from models.rules.kinds import ActivityKind, ActivityState, Half

_LINES = """
SELECT activity.id, activity.number, activity.kind, activity.state,
  activity.first_day, activity.first_half, activity.last_day, activity.last_half,
  activity.place, activity.purpose, activity.heard, COALESCE(activity.answered_on, activity.entered_on),
  (SELECT group_concat(name, '、') FROM (SELECT official.name FROM participant
    JOIN official ON official.id = participant.official_id
    WHERE activity_id = activity.id AND role = 'leader' ORDER BY official.rank)),
  (SELECT group_concat(official.name, '、') FROM participant
    JOIN official ON official.id = participant.official_id
    WHERE activity_id = activity.id AND role = 'stand_in'),
  (SELECT group_concat(name, '、') FROM (SELECT contact_point.name FROM target
    JOIN contact_point ON contact_point.id = target.contact_point_id
    WHERE activity_id = activity.id AND outcome <> 'not_met' ORDER BY target.id)),
  (SELECT group_concat(contact_point.name, '、') FROM target
    JOIN contact_point ON contact_point.id = target.contact_point_id
    WHERE activity_id = activity.id AND outcome = 'not_met'),
  activity.venue, activity.form, activity.title
FROM activity
WHERE {which}
ORDER BY activity.first_day DESC, activity.first_half DESC, activity.id DESC
"""
_HEADS = "SELECT id, first_day FROM activity WHERE {which} ORDER BY first_day DESC, id DESC"
_NOTABLE = """
SELECT id, state, last_day, COALESCE(answered_on, entered_on) FROM activity
WHERE {which}
  AND (state = 'planned' OR state = 'postponed' OR COALESCE(answered_on, entered_on) > last_day)
"""
_DAYS = "activity.first_day <= ? AND activity.last_day >= ?"
_ONLY = " AND activity.id IN (SELECT activity_id FROM participant WHERE official_id = ?)"


class ActivityLine(NamedTuple):
    """What a list shows of an activity. `missed` are the targets nobody was met of; names joined by 、.

    `entered_on` is the day it was entered, of a plan the day it was answered.
    """

    id: int
    number: str
    kind: ActivityKind
    state: ActivityState
    first_day: date
    first_half: Half
    last_day: date
    last_half: Half
    place: str
    purpose: str
    heard: str
    entered_on: date
    leaders: str
    stand_ins: str
    targets: str
    missed: str
    venue: str = ""
    form: str = ""
    title: str = ""

    @property
    def is_late(self) -> bool:
        """Whether it was entered after its quarter's end: 补登."""
        return is_late_entry(self.last_day, self.entered_on)

    def awaits_answer(self, today: date) -> bool:
        """A plan whose last day has passed, or one put off without a new day: 待确认."""
        return awaits_answer(self.state, self.last_day, today)


_GONE = ActivityLine(  # deleted between two refreshes of a list
    *(0, "", ActivityKind.VISIT, ActivityState.CANCELLED, date.max, Half.AM, date.max, Half.PM),
    *("", "", "", date.max, "", "", "", ""),
)


class Heads(NamedTuple):
    """A long list of activities before any line of it is read.

    `days` are their first days by id, latest first, as in the database: 2026-11-20. `awaiting` are the ids of
    those that await an answer, `late` is how many were entered after their quarter's end.
    """

    days: dict[int, str]
    awaiting: frozenset[int]
    late: int


def lines(ids: Iterable[int]) -> LazyRows[ActivityLine]:
    """The lines of these activities by id, each read when first asked for."""
    return LazyRows(ids, _read, _GONE)


def lines_between(first: date, last: date, leader: int | None = None) -> list[ActivityLine]:
    """The activities that touch these days, of all or of one official who took part, latest first."""
    sql = _LINES.format(which=_DAYS if leader is None else _DAYS + _ONLY)
    days = (last.isoformat(), first.isoformat())
    rows = database.execute_sql(sql, days if leader is None else (*days, leader))
    return [_line(*row) for row in rows]


def heads_between(first: date, last: date, today: date, leader: int | None = None) -> Heads:
    """The same activities as `lines_between`, in a fraction of the time."""
    which = _DAYS if leader is None else _DAYS + _ONLY
    days: tuple[str | int, ...] = (last.isoformat(), first.isoformat())
    values = days if leader is None else (*days, leader)
    read = date.fromisoformat
    late, awaiting = 0, set()
    for id_, state, end, entered in database.execute_sql(_NOTABLE.format(which=which), values):
        late += is_late_entry(read(end), read(entered))
        if awaits_answer(ActivityState(state), read(end), today):
            awaiting.add(id_)
    listed: dict[int, str] = dict(database.execute_sql(_HEADS.format(which=which), values))
    return Heads(listed, frozenset(awaiting), late)


def lines_of(numbers: Collection[str]) -> dict[str, ActivityLine]:
    """The activities of these 编号, by 编号."""
    marks = ", ".join("?" * len(numbers))
    rows = database.execute_sql(_LINES.format(which=f"activity.number IN ({marks})"), tuple(numbers))
    return {line.number: line for line in (_line(*row) for row in rows)}


def _read(ids: Sequence[int]) -> Iterable[tuple[int, ActivityLine]]:
    marks = ", ".join("?" * len(ids))
    rows = database.execute_sql(_LINES.format(which=f"activity.id IN ({marks})"), ids)
    return ((line.id, line) for line in (_line(*row) for row in rows))


def _line(*row: str) -> ActivityLine:
    key, code, kind, state, first, first_half, last, last_half, *rest = row
    place, purpose, heard, entered, *names = rest
    return ActivityLine(
        int(key),
        code,
        ActivityKind(kind),
        ActivityState(state),
        date.fromisoformat(first),
        Half(first_half),
        date.fromisoformat(last),
        Half(last_half),
        place,
        purpose,
        heard,
        date.fromisoformat(entered),
        *(name or "" for name in names),
    )
