"""履职进度: the facts of a period out of the database, through the counting engine."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from models.activity import Activity, ActivityEntry, read_entry
from models.base import database
from models.closing import choices_of
from models.duty_rule import DutyRule
from models.holiday import workday_test
from models.official import Official, leaders
from models.resting import resting_collector
from models.rules import counting, facts
from models.rules.calendar import Period, half_of, quarter_of, year_of
from models.rules.kinds import (
    ActivityKind,
    ActivityState,
    Half,
    Manner,
    Outcome,
    Per,
    PeriodKind,
    PointKind,
    Role,
    Unit,
)

_ASSIGNMENTS = """
SELECT assignment.official_id, assignment.contact_point_id, contact_point.kind, contact_point.name,
  assignment.first_day, assignment.last_day
FROM assignment JOIN contact_point ON contact_point.id = assignment.contact_point_id {only}
ORDER BY assignment.id
"""

# One row an activity: who it is for or went instead comes as a list in one text, and so do its targets: the
# id of each point reached (of a plan: meant), 0 for who was only telephoned, -1 for others called on.
# NOT INDEXED: a period is a large part of the table, and reading that in order is the quickest.
_ACTIVITIES = """
SELECT number, kind, state, first_day || first_half || last_day || last_half,
  (SELECT group_concat(role || official_id) FROM participant
    WHERE activity_id = activity.id AND role <> 'companion'),
  (SELECT group_concat(CASE
      WHEN manner = 'phone' THEN 0
      WHEN outcome = 'met' OR outcome = 'planned' AND activity.state = 'planned'
        THEN COALESCE(contact_point_id, -1)
      WHEN outcome <> 'cancelled' THEN -1 END)
    FROM target WHERE activity_id = activity.id)
FROM activity NOT INDEXED
WHERE first_day <= ? AND last_day >= ? AND state IN ('done', 'planned') {only}
"""
_SPANS = {PeriodKind.QUARTER: quarter_of, PeriodKind.HALF: half_of, PeriodKind.YEAR: year_of}
_TOOK_PART = "AND activity.id IN (SELECT activity_id FROM participant WHERE official_id IN ({listed}))"


def progress(span: Period, today: date, leader: Official | None = None) -> list[counting.Progress]:
    """Where every duty of the period's kind stands, for all leaders in rank order or for one."""
    found = _facts(span, leaders() if leader is None else [leader])
    with resting_collector():
        return counting.progress(found, span, today)


def effect(
    typed: Sequence[ActivityEntry], today: date
) -> list[tuple[counting.Progress | None, counting.Progress]]:
    """What saving these activities would change: each duty's line before (None if new) and after.

    Of a kept activity also where it counts now and no longer would: for another leader, in another period.
    """
    kept = [read_entry(Activity.get_by_id(each.id)) for each in typed if each.id]
    people = {number for each in (*typed, *kept) for number in (*each.leaders, *each.stand_ins)}
    who = list(Official.select().where(Official.id.in_(people)).order_by(Official.rank))
    days = [day for each in (*typed, *kept) for day in (each.first_day, each.last_day)]
    owed_by = {rule.period for rule in rules()}
    spans = dict.fromkeys(span(day) for kind, span in _SPANS.items() if kind in owed_by for day in days)
    return [pair for span in spans for pair in _effect_in(span, typed, who, today)]


def load_facts(period: Period, who: Sequence[Official]) -> facts.Facts:
    """Everything the engine counts for these officials, under the choices of the period's last day."""
    found = _facts(period, who)
    return replace(found, activities=list(found.activities))


def _facts(period: Period, who: Sequence[Official]) -> facts.Facts:
    """The same, its activities still to be fetched."""
    members = [official for official in who if official.is_member]
    return facts.Facts(
        officials=[facts.Official(o.id, o.name, o.office_from, o.office_to) for o in members],
        assignments=list(_assignments(members)),
        activities=_activities(period, members),
        rules=rules(),
        choices=choices_of(period),
        is_workday=workday_test(),
    )


def rules() -> list[facts.Rule]:
    """All duties in the order they were entered."""
    return [
        facts.Rule(
            code=row.code,
            name=row.name,
            kinds=frozenset(ActivityKind(kind) for kind in row.kinds.split(",")),
            unit=Unit(row.unit),
            quota=row.quota,
            period=PeriodKind(row.period),
            per=Per(row.per),
            source=row.source,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        )
        for row in DutyRule.select().order_by(DutyRule.id)
    ]


def duty_names() -> dict[str, str]:
    """The duties' names by their codes; of one that was changed the name entered last."""
    return {rule.code: rule.name for rule in rules()}


def _assignments(who: Sequence[Official]) -> Iterator[facts.Assignment]:
    sql = _ASSIGNMENTS.format(only=_only(who, "WHERE assignment.official_id IN ({listed})"))
    for official, point, kind, name, first, last in database.execute_sql(sql):
        yield facts.Assignment(official, point, _WORDS[kind], name, _day(first), _day(last) if last else None)


def _effect_in(
    span: Period, typed: Sequence[ActivityEntry], who: Sequence[Official], today: date
) -> list[tuple[counting.Progress | None, counting.Progress]]:
    kept = {Activity.get_by_id(each.id).number for each in typed if each.id}
    now = load_facts(span, who)
    others = [activity for activity in now.activities if activity.number not in kept]
    then = replace(now, activities=[*others, *map(as_fact, typed)])
    before = {
        (line.official, line.rule, line.subject_id): line for line in counting.progress(now, span, today)
    }
    pairs = (
        (before.get((line.official, line.rule, line.subject_id)), line)
        for line in counting.progress(then, span, today)
    )
    return [
        (old, new) for old, new in pairs if old is None or (old.done, old.planned) != (new.done, new.planned)
    ]


def as_fact(typed: ActivityEntry) -> facts.Activity:
    """An activity as typed, the way the engine is given kept ones."""
    called_on = [target for target in typed.targets if target.manner != Manner.PHONE]
    only_telephoned = any(target.manner == Manner.PHONE for target in typed.targets) and all(
        target.outcome == Outcome.CANCELLED for target in called_on
    )
    reached = {Outcome.MET, Outcome.PLANNED} if typed.state == ActivityState.PLANNED else {Outcome.MET}
    return facts.Activity(
        number="",
        kind=typed.kind,
        state=typed.state,
        when=facts.when(typed.first_day, typed.first_half, typed.last_day, typed.last_half),
        leaders=typed.leaders,
        stand_ins=typed.stand_ins,
        points=[target.point for target in called_on if target.outcome in reached],
        on_site=not only_telephoned,
    )


def _activities(period: Period, who: Sequence[Official]) -> Iterator[facts.Activity]:
    sql = _ACTIVITIES.format(only=_only(who, _TOOK_PART))
    cursor = database.execute_sql(sql, (period.last.isoformat(), period.first.isoformat()))
    while rows := cursor.fetchmany(_AT_ONCE):
        yield from _as_activities(rows)


def _as_activities(rows: list[tuple[Any, ...]]) -> Iterator[facts.Activity]:
    """Column by column, which is quicker than row by row."""
    number, kind, state, when, people, targets = zip(*rows, strict=True)
    columns = (
        number,
        map(_WORDS.__getitem__, kind),
        map(_WORDS.__getitem__, state),
        map(_when, when),
        map(_leaders, people),
        map(_stand_ins, people),
        map(_points, targets),
        map(_on_site, targets),
    )
    return map(facts.Activity._make, zip(*columns, strict=True))


def _only(who: Sequence[Official], condition: str) -> str:
    """Fetch only what concerns a few officials; for many, everything is as quick."""
    return "" if len(who) > 20 else condition.format(listed=", ".join(str(official.id) for official in who))


_AT_ONCE = 500  # rows fetched at a time
_WORDS: dict[str, Any] = {
    word.value: word for kind in (ActivityKind, ActivityState, PointKind) for word in kind
}
_day = lru_cache(maxsize=16384)(date.fromisoformat)


@lru_cache(maxsize=16384)
def _when(text: str) -> facts.When:
    """The time written as "2026-03-05am2026-03-06pm"; of thousands of activities many share theirs."""
    return facts.when(_day(text[:10]), Half(text[10:12]), _day(text[12:22]), Half(text[22:]))


@lru_cache(maxsize=16384)
def _leaders(people: str | None) -> tuple[int, ...]:
    return _in_role(Role.LEADER, people)


@lru_cache(maxsize=16384)
def _stand_ins(people: str | None) -> tuple[int, ...]:
    return _in_role(Role.STAND_IN, people)


def _in_role(role: Role, people: str | None) -> tuple[int, ...]:
    """The ids of those in a role, out of a list like "leader3,stand_in7"."""
    listed = people.split(",") if people else ()
    return tuple(int(person.removeprefix(role)) for person in listed if person.startswith(role))


def _points(targets: str | None) -> tuple[int, ...]:
    numbers = tuple(map(int, targets.split(","))) if targets else ()
    return numbers if not numbers or min(numbers) > 0 else tuple(each for each in numbers if each > 0)


def _on_site(targets: str | None) -> bool:
    """Somebody went unless everybody was only telephoned."""
    return targets is None or targets.strip("0,") != ""
