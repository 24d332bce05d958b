"""履职进度: the facts of a period out of the database, through the counting engine."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from models import official as officials
from models.base import database
from models.duty_rule import DutyRule
from models.holiday import workday_test
from models.rules import counting, facts
from models.rules.calendar import Period
from models.rules.kinds import ActivityKind, ActivityState, Half, Per, PeriodKind, PointKind, Unit
from models.setting import counting_choices

_ASSIGNMENTS = """
SELECT assignment.official_id, assignment.contact_point_id, contact_point.kind, contact_point.name,
  assignment.first_day, assignment.last_day
FROM assignment JOIN contact_point ON contact_point.id = assignment.contact_point_id
ORDER BY assignment.id
"""

# One row an activity: who took part and which points it reached come as lists of ids in one text each.
_ACTIVITIES = """
SELECT activity.number, activity.kind, activity.state,
  activity.first_day, activity.first_half, activity.last_day, activity.last_half,
  (SELECT group_concat(official_id) FROM participant
    WHERE activity_id = activity.id AND role = 'leader'),
  (SELECT group_concat(official_id) FROM participant
    WHERE activity_id = activity.id AND role = 'stand_in'),
  group_concat(target.contact_point_id) FILTER (WHERE target.outcome = 'met' AND target.manner <> 'phone'),
  group_concat(target.contact_point_id) FILTER (WHERE target.manner <> 'phone'),
  COALESCE(MAX(target.manner <> 'phone'), 1)
FROM activity LEFT JOIN target ON target.activity_id = activity.id
WHERE activity.first_day <= ? AND activity.last_day >= ? AND activity.state IN ('done', 'planned')
GROUP BY activity.id
"""


def progress(period: Period, today: date, leader: officials.Official | None = None) -> list[counting.Progress]:
    """Where every duty of the period's kind stands, for all leaders in rank order or for one."""
    return counting.progress(load_facts(period, leader), period, today)


def load_facts(period: Period, leader: officials.Official | None = None) -> facts.Facts:
    """Everything the engine counts in that period, under the counting choices in force on its last day."""
    who = [leader] if leader else officials.leaders()
    return facts.Facts(
        officials=[facts.Official(o.id, o.name, o.office_from, o.office_to) for o in who if o.is_member],
        assignments=list(_assignments()),
        activities=list(_activities(period)),
        rules=rules(),
        choices=counting_choices(period.last),
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


def _assignments() -> Iterator[facts.Assignment]:
    for who, point, kind, name, first, last in database.execute_sql(_ASSIGNMENTS):
        yield facts.Assignment(who, point, PointKind(kind), name, _day(first), _day(last) if last else None)


def _activities(period: Period) -> Iterator[facts.Activity]:
    kinds, states, halves = (dict(zip(enum, enum)) for enum in (ActivityKind, ActivityState, Half))  # noqa: B905
    rows = database.execute_sql(_ACTIVITIES, (period.last.isoformat(), period.first.isoformat()))
    for number, kind, state, first, first_half, last, last_half, leaders, stand_ins, met, meant, on_site in rows:
        yield facts.Activity(
            number,
            kinds[kind],
            states[state],
            _day(first),
            halves[first_half],
            _day(last),
            halves[last_half],
            _ids(leaders),
            _ids(stand_ins),
            _ids(met),
            _ids(meant),
            bool(on_site),
        )


_day: Any = date.fromisoformat


def _ids(text: str | None) -> tuple[int, ...]:
    return tuple(map(int, text.split(","))) if text else ()
