"""调研天数: who is pressed most, and how the days grew over the year; every figure asked of the engine."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from models.rules import counting
from models.rules.calendar import Period, add_months
from models.rules.counting import Progress
from models.rules.facts import Facts, Rule
from models.rules.kinds import ActivityKind, PeriodKind, Unit

Days = list[tuple[date, float]]


def days_duty(rules: Sequence[Rule]) -> Rule | None:
    """The yearly duty in days that is paced: the first one listed, as it was entered last."""
    yearly = [rule for rule in rules if rule.unit == Unit.DAYS and rule.period == PeriodKind.YEAR]
    return next((rule for rule in reversed(yearly) if rule.code == yearly[0].code), None)


def paced(lines: Iterable[Progress], workdays_left: int) -> list[tuple[int, Progress]]:
    """The lines that lack something with their places 1, 2, 2, 4 …, the most pressing first."""
    ordered = counting.by_pace((line for line in lines if line.missing), workdays_left)
    first: dict[float, int] = {}
    for place, (_, value) in enumerate(ordered, start=1):
        first.setdefault(value, place)
    return [(first[value], line) for line, value in ordered]


def weeks_left(period: Period, today: date) -> float:
    """The weeks from tomorrow to the period's end, by which the engine's pace divides; 0 on its last day."""
    return max(0, (period.last - today).days) / 7


def days_to_date(facts: Facts, rule: Rule, year: Period, today: date) -> Days:
    """One leader's days out from the year's first day to the end of each month, and to today.

    `facts` hold that leader alone. Empty for a year that has not begun.
    """
    ends = {add_months(year.first, month) - timedelta(1) for month in range(1, 13)}
    if year.first <= today <= year.last:
        ends.add(today)
    until = sorted(day for day in ends if day <= today)
    return [(day, _days(facts, rule, Period(year.first, day, year.kind), today)) for day in until]


def days_by_kind(facts: Facts, rule: Rule, year: Period, today: date) -> list[tuple[ActivityKind, float]]:
    """One leader's days out on each kind of activity; a half-day out on two of them counts under both."""
    found = (
        (kind, _days(facts, rule._replace(kinds=frozenset((kind,))), year, today))
        for kind in ActivityKind
        if kind in rule.kinds
    )
    return [(kind, days) for kind, days in found if days]


def running_days(facts: Facts, rule: Rule, year: Period, today: date) -> list[tuple[str, float]]:
    """One leader's days out, activity by activity: its number, and what is counted with it and all before it.

    `facts` hold that leader alone. Those that count nothing of the year are not among them.
    """
    counted = {number for line in _lines(facts, rule, year, today) for number in line.counted}
    went = [activity for activity in facts.activities if activity.number in counted]
    went.sort(key=lambda activity: (activity.when.first_half_day, activity.number))
    return [
        (activity.number, _days(replace(facts, activities=went[:count]), rule, year, today))
        for count, activity in enumerate(went, start=1)
    ]


def _days(facts: Facts, rule: Rule, span: Period, today: date) -> float:
    return sum(line.done for line in _lines(facts, rule, span, today))


def _lines(facts: Facts, rule: Rule, span: Period, today: date) -> list[Progress]:
    """The engine's one line of the rule in a span, none for who is not in office in it and did nothing."""
    asked = rule._replace(period=span.kind, valid_from=None, valid_to=None)
    return counting.progress(replace(facts, rules=[asked]), span, today)
