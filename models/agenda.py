"""走访日历: what happens when, of everybody at once; what would stand in the way; moving to another day."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from models import terms
from models.absence import absences_between
from models.activity import Activity, ActivityEntry, read_entry
from models.base import database
from models.contact_point import ContactPoint
from models.holiday import workday_test
from models.official import officials
from models.rules import conflicts
from models.rules.conflicts import Conflict, Outing, Surroundings
from models.rules.entry import awaits_answer, occupies
from models.rules.kinds import ActivityKind, ActivityState, Half, Outcome, PointKind, Role
from models.rules.on_duty_board import instead_now
from models.rules.pairing import Away, Whereabouts, day_and_half, half_day
from models.rules.problem import Problem
from models.whereabouts import whereabouts
from models.writing import Topic, writing

_PEOPLE = """
SELECT activity.id, activity.number, activity.kind, activity.state,
  activity.first_day, activity.first_half, activity.last_day, activity.last_half,
  activity.place, activity.purpose, activity.title, participant.role, participant.official_id
FROM activity
JOIN participant ON participant.activity_id = activity.id AND participant.role IN ('leader', 'stand_in')
JOIN official ON official.id = participant.official_id
WHERE activity.first_day <= ? AND activity.last_day >= ?
ORDER BY activity.first_day, activity.first_half, activity.id, official.rank, official.id
"""
_POINTS = """
SELECT target.activity_id, point.name, village.id, village.name
FROM activity
JOIN target ON target.activity_id = activity.id AND target.outcome NOT IN ('not_met', 'cancelled')
JOIN contact_point AS point ON point.id = target.contact_point_id
LEFT JOIN contact_point AS village ON village.kind = 'village'
  AND village.id = CASE point.kind WHEN 'household' THEN point.parent_id ELSE point.id END
WHERE activity.first_day <= ? AND activity.last_day >= ?
ORDER BY target.id
"""


class Entry(NamedTuple):
    """One activity as a calendar shows it. Leaders and stand-ins are ids in rank order.

    `targets` name the points met or meant; `villages` are those they lie in, names by id.
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
    title: str
    leaders: tuple[int, ...]
    stand_ins: tuple[int, ...]
    targets: tuple[str, ...]
    villages: Mapping[int, str]

    @property
    def goers(self) -> tuple[int, ...]:
        """Who goes: the stand-ins where there are any, else the leaders."""
        return self.stand_ins or self.leaders

    @property
    def first(self) -> int:
        """The number of its first half-day."""
        return half_day(self.first_day, self.first_half)

    @property
    def last(self) -> int:
        """The number of its last half-day."""
        return half_day(self.last_day, self.last_half)

    def concerns(self, official: int) -> bool:
        """Whether he is its leader or goes in somebody's stead."""
        return official in self.leaders or official in self.stand_ins

    def awaits_answer(self, today: date) -> bool:
        """Whether it is 待确认, by the rule."""
        return awaits_answer(self.state, self.last_day, today)


class Out(NamedTuple):
    """An absence as a calendar shows it: half-days, `last` None while it is open; who acts when it begins.

    `is_filled`: whether somebody has to act at all, as for a leader or in a post.
    """

    id: int
    official: int
    first: int
    last: int | None
    reason: str
    acting: int | None
    clash: bool
    is_filled: bool = True


@dataclass(frozen=True)
class Agenda:
    """All that happens from `first` to `last`, in order, and who is who."""

    first: date
    last: date
    entries: Sequence[Entry]
    absences: Sequence[Out]
    people: dict[int, str]
    whereabouts: Whereabouts
    is_workday: Callable[[date], bool]

    def conflicts(self, of: Entry) -> list[Conflict]:
        """What stands in the way of an entry, by what is known of these days."""
        return conflicts.conflicts(_outing(of), self.around) if occupies(of.kind, of.state) else []

    @cached_property
    def around(self) -> Surroundings:
        """What may stand in the way in these days."""
        outings = [_outing(one) for one in self.entries if occupies(one.kind, one.state)]
        return Surroundings(outings, self.whereabouts, self.is_workday, self.people)


def agenda(first: date, last: date) -> Agenda:
    """What touches the days from `first` to `last`, of everybody, in two queries however many they are."""
    known, everybody = whereabouts(), officials()
    members = {row.id for row in everybody if row.is_member}
    return Agenda(
        first=first,
        last=last,
        entries=_entries(first, last),
        absences=list(_absences(first, last, known, members)),
        people={row.id: row.name for row in everybody},
        whereabouts=known,
        is_workday=workday_test(),
    )


def conflicts_of(typed: ActivityEntry, meant: Sequence[Away] = ()) -> list[Conflict]:
    """What stands in the way of an activity as it is typed, kept or not, with absences meant to be entered.

    Nothing is written.
    """
    first = half_day(typed.first_day, typed.first_half)
    last = half_day(typed.last_day, typed.last_half)
    if last < first or not occupies(typed.kind, typed.state):
        return []
    outing = Outing(typed.id or 0, "", tuple(typed.goers), first, last, _villages(typed))
    known = agenda(typed.first_day, typed.last_day)
    there = replace(known.whereabouts, absences=[*known.whereabouts.absences, *meant])
    return conflicts.conflicts(outing, replace(known, whereabouts=there).around)


def moved(typed: ActivityEntry, day: date, half: Half | None = None) -> ActivityEntry:
    """The activity as it would be from another day on, as long as before.

    Without a half it keeps its halves of the day; a postponed one is planned again by its new day.
    """
    before = half_day(typed.first_day, typed.first_half)
    first = half_day(day, half or typed.first_half)
    last = first + half_day(typed.last_day, typed.last_half) - before
    state = ActivityState.PLANNED if typed.state == ActivityState.POSTPONED else typed.state
    (first_day, first_half), (last_day, last_half) = day_and_half(first), day_and_half(last)
    return replace(
        typed,
        state=state,
        first_day=first_day,
        first_half=first_half,
        last_day=last_day,
        last_half=last_half,
    )


def refusals(activity: Activity, day: date, half: Half | None, today: date) -> list[str]:
    """Why an activity cannot be moved there: it was cancelled, or is done and would end after today."""
    if activity.state == ActivityState.CANCELLED:
        return ["已取消的活动不能移动。要重新安排，请先打开它，把状态改为“计划”。"]
    to = moved(read_entry(activity), day, half)
    if to.state == ActivityState.DONE and to.last_day > today:
        return ["已完成的活动不能移到今天以后。要重新安排，请先打开它，把状态改为“计划”。"]
    return []


def move_activity(activity: Activity, day: date, half: Half | None, today: date) -> Activity:
    """Re-date the same activity, as `moved` says; its old day stays in the history.

    Raises Problem with what `refusals` says.
    """
    kept = Activity.get_by_id(activity.id)
    complaints = refusals(kept, day, half, today)
    if complaints:
        raise Problem(*complaints)
    to = moved(read_entry(kept), day, half)
    with writing(f"移动活动 {kept.number}", Topic.ACTIVITY):
        for name in ("first_day", "first_half", "last_day", "last_half", "state"):
            setattr(kept, name, getattr(to, name))
        kept.save()
    return kept


def _entries(first: date, last: date) -> list[Entry]:
    span = (last.isoformat(), first.isoformat())
    targets: dict[int, list[str]] = defaultdict(list)
    villages: dict[int, dict[int, str]] = defaultdict(dict)
    for activity, name, village, village_name in database.execute_sql(_POINTS, span):
        targets[activity].append(name)
        if village:
            villages[activity][village] = village_name
    rows = database.execute_sql(_PEOPLE, span)
    return [
        _entry(key, [*group], targets.get(key, ()), villages.get(key, {}))
        for key, group in groupby(rows, lambda row: row[0])
    ]


def _entry(key: int, rows: list[Any], targets: Sequence[str], villages: Mapping[int, str]) -> Entry:
    """One activity out of a row for each of its people."""
    _, number, kind, state, first, first_half, last, last_half, place, purpose, title, *_ = rows[0]
    return Entry(
        id=key,
        number=number,
        kind=ActivityKind(kind),
        state=ActivityState(state),
        first_day=date.fromisoformat(first),
        first_half=Half(first_half),
        last_day=date.fromisoformat(last),
        last_half=Half(last_half),
        place=place,
        purpose=purpose,
        title=title,
        leaders=tuple(row[-1] for row in rows if row[-2] == Role.LEADER),
        stand_ins=tuple(row[-1] for row in rows if row[-2] == Role.STAND_IN),
        targets=tuple(targets),
        villages=villages,
    )


def _absences(first: date, last: date, known: Whereabouts, members: Container[int]) -> Iterator[Out]:
    for row in absences_between(first, last):
        standing = instead_now(row.official_id, known, members, row.first)
        acts = (standing.acting, standing.clash) if standing else (None, False)
        yield Out(row.id, row.official_id, row.first, row.last, row.reason, *acts, standing is not None)


def _outing(of: Entry) -> Outing:
    what = "、".join(of.villages.values()) or of.place
    words = terms.label(of.kind) + (f"（{what}，{of.number}）" if what else f"（{of.number}）")
    return Outing(of.id, words, of.goers, of.first, of.last, of.villages)


def _villages(typed: ActivityEntry) -> dict[int, str]:
    """The villages of the points typed, those not met or cancelled aside."""
    meant = [row.point for row in typed.targets if row.outcome in (Outcome.PLANNED, Outcome.MET)]
    points = ContactPoint.select().where(ContactPoint.id.in_(meant))
    found = [point.parent if point.kind == PointKind.HOUSEHOLD else point for point in points]
    return {point.id: point.name for point in found if point and point.kind == PointKind.VILLAGE}
