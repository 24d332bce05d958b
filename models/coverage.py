"""履职总览 out of the database: the grids of one leader's year and of all leaders, with pace and trend."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from models.activity import Activity
from models.assignment import Assignment
from models.base import database
from models.contact_point import ContactPoint
from models.explanation import explanations
from models.holiday import exceptions
from models.official import Official, leaders
from models.progress import load_facts, progress, rules
from models.resting import resting_collector
from models.rules.calendar import Period, before
from models.rules.counting import Progress
from models.rules.coverage import Known
from models.rules.coverage_grids import Column, LeaderRow, Section, columns, leader_rows, sections, spans_of
from models.rules.facts import Rule
from models.rules.kinds import ActivityKind, PeriodKind
from models.rules.pace import Days, days_by_kind, days_duty, days_to_date, paced
from models.rules.workdays import workdays_between

_DEEDS = """
SELECT number, first_day, title FROM activity
WHERE first_day <= ? AND last_day >= ? AND state IN ('done', 'planned') {only}
"""
_ONLY = "AND id IN (SELECT activity_id FROM participant WHERE official_id = ? AND role <> 'companion')"


class Deed(NamedTuple):
    """What a grid says of an activity: its first day, and a report's title."""

    day: date
    title: str


@dataclass(frozen=True, slots=True)
class OfficeCoverage:
    """All leaders' grid for one period; `lines` is all the engine said for it, leaders in rank order.

    `ranking` is of a year alone: who lacks days out, with his place, the most pressing first.
    """

    period: Period
    lines: Sequence[Progress]
    columns: Sequence[Column]
    rows: Sequence[LeaderRow]
    ranking: Sequence[tuple[int, Progress]]


@dataclass(frozen=True, slots=True)
class LeaderCoverage:
    """One leader's year: `lines` of the year, its halves and quarters; `points` he held in it, each once."""

    official: Official
    year: Period
    lines: Sequence[Progress]
    sections: Sequence[Section]
    deeds: dict[str, Deed]
    points: dict[int, Assignment]


@dataclass(frozen=True, slots=True)
class DaysCoverage:
    """One leader's days out: this year's and last year's course, and how they divide among the kinds."""

    line: Progress
    course: Days
    last_year: Days
    by_kind: Sequence[tuple[ActivityKind, float]]


def office_coverage(period: Period, today: date) -> OfficeCoverage:
    """Where all leaders stand in a quarter, half or year; a year shows its quarterly duties by quarters."""
    known_rules = rules()
    spans = spans_of(period, (rule.period for rule in known_rules))
    order = {leader.id: place for place, leader in enumerate(leaders())}
    lines = [line for span in spans for line in progress(span, today)]
    lines.sort(key=lambda line: order[line.official])
    found = columns(period, known_rules, lines)
    deeds = _deeds(period, None)
    known = Known({number: deed.day for number, deed in deeds.items()}, explanations())
    ranking = _paced(lines, known_rules, period, today)
    places = {line.official: place for place, line in ranking}
    with resting_collector():
        rows = leader_rows(found, lines, known, places)
    return OfficeCoverage(period, lines, found, rows, ranking)


def leader_coverage(official: Official, year: Period, today: date) -> LeaderCoverage:
    """Where every duty of one leader stands in a year."""
    known_rules = rules()
    spans = spans_of(year, (rule.period for rule in known_rules))
    lines = [line for span in spans for line in progress(span, today, official)]
    deeds = _deeds(year, official)
    known = Known({number: deed.day for number, deed in deeds.items()}, explanations())
    return LeaderCoverage(
        official=official,
        year=year,
        lines=lines,
        sections=sections(known_rules, lines, known),
        deeds=deeds,
        points=_points(official, year),
    )


def days_coverage(found: LeaderCoverage, today: date) -> DaysCoverage | None:
    """How one leader's days out grew this year and the year before, None if he owes none."""
    rule = days_duty(rules())
    line = next((line for line in found.lines if rule and line.rule == rule.code), None)
    if rule is None or line is None:
        return None
    last = before(found.year)
    facts = load_facts(found.year, [found.official])
    return DaysCoverage(
        line,
        days_to_date(facts, rule, found.year, today),
        days_to_date(load_facts(last, [found.official]), rule, last, today),
        days_by_kind(facts, rule, found.year, today),
    )


def pace_ranking(year: Period, today: date) -> list[tuple[int, Progress]]:
    """All who lack days out this year with their places, the most pressing first."""
    return _paced(progress(year, today), rules(), year, today)


def workdays_left(period: Period, today: date) -> int:
    """Working days from tomorrow, or from the period's first day if that is later, to its end."""
    return workdays_between(max(today + timedelta(1), period.first), period.last, exceptions())


def activities_of(numbers: Iterable[str]) -> list[Activity]:
    """The activities of these numbers, the earliest first."""
    rows = Activity.select().where(Activity.number.in_(list(numbers)))
    return list(rows.order_by(Activity.first_day, Activity.first_half, Activity.id))


def _paced(
    lines: Iterable[Progress], known_rules: Sequence[Rule], period: Period, today: date
) -> list[tuple[int, Progress]]:
    rule = days_duty(known_rules)
    if rule is None or period.kind != PeriodKind.YEAR:
        return []
    return paced((line for line in lines if line.rule == rule.code), workdays_left(period, today))


def _deeds(period: Period, official: Official | None) -> dict[str, Deed]:
    days = (period.last.isoformat(), period.first.isoformat())
    sql = _DEEDS.format(only=_ONLY if official else "")
    rows = database.execute_sql(sql, (*days, official.id) if official else days)
    return {number: Deed(date.fromisoformat(day), title) for number, day, title in rows}


def _points(official: Official, year: Period) -> dict[int, Assignment]:
    """The assignments that touch the year by point, the last one of a point given back and taken again."""
    rows = (
        Assignment.select(Assignment, ContactPoint)
        .join(ContactPoint)
        .where((Assignment.official == official) & (Assignment.first_day <= year.last))
        .order_by(Assignment.first_day)
    )
    return {row.contact_point_id: row for row in rows if row.last_day is None or row.last_day >= year.first}
