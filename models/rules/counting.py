"""The counting engine: what is owed, what is done. Nothing else in the program counts.

Pure: facts, a period and today's date in; a list of Progress out. The rules are those of the plan (整改方案
第1、2、29项) as the office reads them; an office's own reading is a choice, see models.rules.choices.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from models.rules.calendar import Period
from models.rules.facts import Assignment, Facts, Official, Rule
from models.rules.kinds import DutyState, Per, Unit
from models.rules.tallying import Counter, Held, Tally, count, held_points

About = tuple[int, str, int | None, str]
"""Official, rule, contact point and the period's name: what a line of progress is about."""

_FIRST_DAY = attrgetter("first_day")


class Progress(NamedTuple):
    """How one duty of one leader stands in one period.

    `subject` and `subject_id` name the contact point it is owed for, None for a duty of the leader alone.
    `done` and `planned` are in `unit`; days may end in .5. `per_week` is the pace still needed, of days only.
    `counted` and `arranged` hold the numbers of the activities that made `done` and `planned`; `stood_in`
    says how often a stand-in went.
    """

    official: int
    leader: str
    rule: str
    subject: str | None
    subject_id: int | None
    period: Period
    unit: Unit
    owed: int
    done: float
    planned: float
    stood_in: int
    state: DutyState
    per_week: float | None
    counted: tuple[str, ...]
    arranged: tuple[str, ...] = ()

    @property
    def missing(self) -> float:
        """What is not done yet."""
        return max(0, self.owed - self.done)

    @property
    def unplanned(self) -> float:
        """What is neither done nor planned."""
        return max(0, self.owed - self.done - self.planned)

    @property
    def about(self) -> About:
        return self.official, self.rule, self.subject_id, str(self.period)

    def as_json(self) -> dict[str, object]:
        """The line as the command `progress --json` promises it."""
        names = ("leader", "rule", "subject", "subject_id", "unit", "owed", "done", "planned", "missing")
        rest = {"period": str(self.period), "state": self.state.value, "per_week": self.per_week}
        return {name: getattr(self, name) for name in names} | rest | {"counted": list(self.counted)}


def progress(facts: Facts, period: Period, today: date) -> list[Progress]:
    """Where every duty of `period`'s kind stands: leaders in the order given, then rules, then points."""
    found: dict[int, list[Progress]] = {official.id: [] for official in facts.officials}
    rules = [rule for rule in facts.rules if rule.period == period.kind]
    held = [held_points(rule, facts.assignments) for rule in rules]
    for rule, points, counter in zip(rules, held, count(rules, held, facts, period, today), strict=True):
        for line in _lines(rule, points, counter, facts, period, today):
            found[line.official].append(line)
    return [line for lines in found.values() for line in lines]


def owed(quota: float, days: int, period: Period, *, pro_rata: bool) -> int:
    """The part of `quota` owed for `days` of a period: floor(quota × days ÷ its days + 1/2)."""
    if not pro_rata:
        days = period.days if days else 0
    return int((2 * quota * days + period.days) // (2 * period.days))


def state(due: int, tally: Tally, period: Period, today: date, at_risk: bool) -> DutyState:
    """The first state that holds, in the order of the design."""
    if due == 0:
        return DutyState.NOT_OWED
    if tally.done >= due:
        return DutyState.DONE
    if today > period.last:
        return DutyState.LATE
    if tally.done + tally.planned >= due:
        return DutyState.SCHEDULED
    return DutyState.AT_RISK if at_risk else DutyState.OPEN


def per_week(left: float, period: Period, today: date) -> float | None:
    """Units a week needed from tomorrow to the period's end; None on its last day and after."""
    days = (period.last - today).days
    return left / (days / 7) if days > 0 else None


def by_pace(lines: Iterable[Progress], workdays_left: int) -> list[tuple[Progress, float]]:
    """Lines with the units left ÷ workdays left of each, the most pressing first."""
    paced = [(line, line.missing / workdays_left if workdays_left else line.missing) for line in lines]
    return sorted(paced, key=lambda pair: -pair[1])


def _lines(
    rule: Rule, held: Held, counter: Counter, facts: Facts, period: Period, today: date
) -> Iterator[Progress]:
    at_risk = _is_late_in(period, today, facts)
    bounds = {official.id: _bounds(rule, official, period) for official in facts.officials}
    for official, spans in _subjects(rule, facts.officials, held):
        point = spans[0] if spans else None
        tally = counter.tally(official.id, point.point if point else None)
        days = _owing_days(*bounds[official.id], spans)
        if days or tally.done:
            due = owed(rule.quota, days, period, pro_rata=facts.choices.pro_rata)
            yield Progress(
                official=official.id,
                leader=official.name,
                rule=rule.code,
                subject=point.name if point else None,
                subject_id=point.point if point else None,
                period=period,
                unit=rule.unit,
                owed=due,
                done=tally.done,
                planned=tally.planned,
                stood_in=tally.stood_in,
                state=state(due, tally, period, today, at_risk),
                per_week=per_week(max(0, due - tally.done), period, today)
                if rule.unit == Unit.DAYS
                else None,
                counted=tuple(sorted(tally.counted)),
                arranged=tuple(sorted(tally.arranged)),
            )


def _is_late_in(period: Period, today: date, facts: Facts) -> bool:
    """Whether so much of the period has passed, today included, that an open duty is 临近."""
    share = facts.choices.risk_share
    elapsed = (today - period.first).days + 1
    return elapsed * share.denominator >= period.days * share.numerator


def _subjects(
    rule: Rule, officials: Sequence[Official], held: Held
) -> Iterator[tuple[Official, Sequence[Assignment]]]:
    """Whom the duty may be owed by, with the assignments to one point that it is owed for."""
    for official in officials:
        if rule.per == Per.LEADER:
            yield official, ()
        else:
            yield from ((official, spans) for spans in held.get(official.id, {}).values())


def _bounds(rule: Rule, official: Official, period: Period) -> tuple[int, int]:
    """First and last day, as ordinals, of period ∩ time in office ∩ the rule's validity."""
    first = max(period.first, official.office_from or date.min, rule.valid_from or date.min)
    last = min(period.last, official.office_to or date.max, rule.valid_to or date.max)
    return first.toordinal(), last.toordinal()


def _owing_days(first: int, last: int, spans: Sequence[Assignment]) -> int:
    """Days from `first` to `last`; if it is for a point, those that its assignments cover, each once."""
    if not spans:
        return max(0, last - first + 1)
    days = 0
    for span in sorted(spans, key=_FIRST_DAY) if len(spans) > 1 else spans:
        begin = max(first, span.first_day.toordinal())
        end = min(last, span.last_day.toordinal()) if span.last_day else last
        days += max(0, end - begin + 1)
        first = max(first, end + 1)
    return days
