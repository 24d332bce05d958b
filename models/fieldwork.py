"""下基层调研 of a year as its register tells it: every activity whose days count, and the reports handed in.

Every figure is the counting engine's.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from models.activity_line import ActivityLine, lines_of
from models.base import database
from models.official import Official
from models.progress import load_facts
from models.rules import counting
from models.rules.calendar import Period
from models.rules.counting import Progress
from models.rules.facts import Activity, Facts, Rule
from models.rules.kinds import Per, PeriodKind, Unit
from models.rules.pace import days_duty, running_days

_COMPANIONS = """
SELECT activity.number, COALESCE(official.name, participant.name) FROM participant
JOIN activity ON activity.id = participant.activity_id
LEFT JOIN official ON official.id = participant.official_id
WHERE participant.role = 'companion' AND activity.first_day <= ? AND activity.last_day >= ?
ORDER BY participant.id
"""
_HEARD = """
SELECT activity.number, target.heard FROM target JOIN activity ON activity.id = target.activity_id
WHERE target.heard <> '' AND activity.first_day <= ? AND activity.last_day >= ?
ORDER BY target.id
"""


class DaysOut(NamedTuple):
    """One activity: the days it adds, and all counted with it and those before it; who came along.

    `heard`: what was found or heard on it, and then at each of its targets.
    """

    activity: ActivityLine
    days: float
    total: float
    companions: Sequence[str]
    heard: Sequence[str]


@dataclass(frozen=True, slots=True)
class Fieldwork:
    """One leader's year. `days` and `items` are the duties in days and in reports, None if unasked."""

    official: Official
    days: Progress | None
    items: Progress | None
    out: Sequence[DaysOut]
    reports: Sequence[ActivityLine]


def fieldwork(who: Sequence[Official], year: Period, today: date) -> list[Fieldwork]:
    """The year of each of these leaders, read at once however many they are."""
    facts = load_facts(year, who)
    lines = counting.progress(facts, year, today)
    own, more = _by_goer(facts), _More(_by_number(_COMPANIONS, year), _by_number(_HEARD, year))
    days, items = days_duty(facts.rules), _items_duty(facts.rules)
    years = (_Year(one, replace(facts, activities=own[one.id], assignments=()), lines) for one in who)
    return [one.told(days, items, more, today) for one in years]


class _More(NamedTuple):
    """By number what the lines of activities do not hold: who came along, what was heard at each target."""

    companions: Mapping[str, Sequence[str]]
    heard: Mapping[str, Sequence[str]]


class _Year:
    """One leader's facts of a year, those of nobody else among them."""

    def __init__(self, official: Official, facts: Facts, lines: Sequence[Progress]) -> None:
        self._official = official
        self._facts = replace(facts, officials=[one for one in facts.officials if one.id == official.id])
        self._lines = [line for line in lines if line.official == official.id]

    def told(self, days: Rule | None, items: Rule | None, more: "_More", today: date) -> Fieldwork:
        reports = self._line(items)
        return Fieldwork(
            official=self._official,
            days=self._line(days),
            items=reports,
            out=list(self._out(days, more, today)) if days else (),
            reports=sorted(lines_of(reports.counted).values(), key=_first) if reports else (),
        )

    def _line(self, rule: Rule | None) -> Progress | None:
        """How the duty stands; of one whose rule was changed within the year by what was entered last."""
        found = [line for line in self._lines if rule and line.rule == rule.code]
        return found[-1] if found else None

    def _out(self, rule: Rule, more: "_More", today: date) -> Iterator[DaysOut]:
        stands = self._line(rule)
        if stands is None:
            return
        running = running_days(self._facts, rule, stands.period, today)
        told, before = lines_of([number for number, _ in running]), 0.0
        for number, total in running:
            line = told[number]
            heard = [text for text in (line.heard, *more.heard.get(number, ())) if text]
            yield DaysOut(line, total - before, total, more.companions.get(number, ()), heard)
            before = total


def _first(line: ActivityLine) -> tuple[date, str]:
    return line.first_day, line.number


def _by_goer(facts: Facts) -> dict[int, list[Activity]]:
    found: dict[int, list[Activity]] = defaultdict(list)
    for activity in facts.activities:
        for who in activity.goers:
            found[who].append(activity)
    return found


def _by_number(sql: str, year: Period) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for number, text in database.execute_sql(sql, (year.last.isoformat(), year.first.isoformat())):
        found[number].append(text)
    return found


def _items_duty(rules: Sequence[Rule]) -> Rule | None:
    """The yearly duty in reports, as it was entered last."""
    asked = (Unit.ITEMS, PeriodKind.YEAR, Per.LEADER)
    return next((rule for rule in reversed(rules) if (rule.unit, rule.period, rule.per) == asked), None)
