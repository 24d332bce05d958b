"""What belongs to a quarter at its closing: activities, 民情事项 and reasons, each in short and in words."""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from models import terms
from models.base import database
from models.rules.calendar import Period, month_day
from models.rules.closing import Entered
from models.rules.kinds import ActivityKind, ActivityState, MatterKind

# The columns are named one by one: a column that a later version adds changes no entry of a closed quarter.
_ACTIVITIES = """
SELECT number,
  (SELECT group_concat(name, '、') FROM (SELECT official.name FROM participant
    JOIN official ON official.id = official_id
    WHERE activity_id = activity.id AND role = 'leader' ORDER BY official.rank)),
  (SELECT group_concat(name, '、') FROM (SELECT contact_point.name FROM target
    JOIN contact_point ON contact_point.id = contact_point_id
    WHERE activity_id = activity.id ORDER BY target.id)),
  kind, state, first_day, first_half, last_day, last_half, place, purpose, heard, reply, venue, form, title,
  (SELECT group_concat(one, char(10)) FROM (SELECT json_array(official_id, name, role) AS one
    FROM participant WHERE activity_id = activity.id ORDER BY one)),
  (SELECT group_concat(one, char(10)) FROM (
    SELECT json_array(contact_point_id, person, outcome, manner, reason, heard, reply, services) AS one
    FROM target WHERE activity_id = activity.id ORDER BY one))
FROM activity WHERE first_day <= :last AND last_day >= :first
ORDER BY first_day, first_half, activity.id
"""
_MATTERS = """
SELECT number, official.name,
  CASE sensitive WHEN 1 THEN '敏感事项' ELSE COALESCE(contact_point.name, '') END,
  matter.kind, registered_on, official_id, contact_point_id, activity_id, raised_by, matter.phone, content,
  matter.category, matter.unit, person, due, in_charge, sensitive,
  (SELECT group_concat(one, char(10)) FROM (SELECT json_array(kind, day, words) AS one FROM matter_step
    WHERE matter_id = matter.id AND day <= :last ORDER BY day, id))
FROM matter JOIN official ON official.id = official_id
LEFT JOIN contact_point ON contact_point.id = contact_point_id
WHERE registered_on BETWEEN :first AND :last
ORDER BY registered_on, matter.id
"""
_REASONS = """
SELECT '原因' || explanation.id, official.name, COALESCE(contact_point.name, ''), reason,
  official_id, rule, contact_point_id
FROM explanation JOIN official ON official.id = official_id
LEFT JOIN contact_point ON contact_point.id = contact_point_id
WHERE period = :period
ORDER BY official.rank, explanation.id
"""


def entries_in(period: Period) -> dict[str, Entered]:
    """By 编号 all that was entered of the quarter; a matter with its steps up to the quarter's last day."""
    return dict(_entries(period))


def _entries(period: Period) -> Iterator[tuple[str, Entered]]:
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    for row in _rows(_ACTIVITIES, days):
        yield _entry(row, _activity)
    for row in _rows(_MATTERS, days):
        yield _entry(row, _matter)
    for row in _rows(_REASONS, {"period": str(period)}):
        yield _entry(row, _reason)


def _rows(sql: str, values: dict[str, str]) -> Any:
    return database.execute_sql(sql, values).fetchall()


def _entry(row: Any, words: Callable[[Any], str]) -> tuple[str, Entered]:
    """Its number; its content without the names, which may be written otherwise later; its words."""
    number, leader, point, *content = row
    told = " ".join(filter(None, (leader, words(content), point)))
    return number, Entered(hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16], told)


def _activity(content: Any) -> str:
    kind, state, day, *_ = content
    return f"{_day(day)} {terms.label(ActivityKind(kind))}（{terms.label(ActivityState(state))}）"


def _matter(content: Any) -> str:
    kind, day, *_ = content
    return f"{_day(day)} {terms.label(MatterKind(kind))}"


def _reason(content: Any) -> str:
    return f"写明原因：{content[0]}"


def _day(text: str) -> str:
    return month_day(date.fromisoformat(text))
