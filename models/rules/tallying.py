"""What counts: which activities count for which duty of whom, by design/counting ("What counts").

Activities are looked at one by one and once only, so that years of them need not stand in memory.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from models.rules.calendar import Period
from models.rules.choices import STAND_IN_KINDS, Choices
from models.rules.facts import Activity, Assignment, Facts, Rule, shifted
from models.rules.kinds import ActivityKind, ActivityState, Per, Unit

Held = Mapping[int, Mapping[int, Sequence[Assignment]]]
Span = tuple[date, date]

_DONE, _PLANNED = ActivityState.DONE, ActivityState.PLANNED


class Tally:
    """What counted for one duty of one subject; `stood_in` is how often somebody else went instead.

    `counted` and `arranged`: the numbers of what is done and still planned. `spans`: when it may count at
    all, for a point the time it is held.
    """

    __slots__ = ("arranged", "counted", "done", "planned", "spans", "stood_in")

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans = spans
        self.counted: list[str] = []
        self.arranged: list[str] = []
        self.done: float = 0
        self.planned: float = 0
        self.stood_in = 0

    def add(self, activity: Activity, stand_in_counts: bool) -> None:
        """Count a time done, or planned, unless somebody else went and that does not count."""
        if activity.stand_ins:
            may_count = activity.kind in STAND_IN_KINDS
            self.stood_in += may_count and activity.state == _DONE
            if not (may_count and stand_in_counts):
                return
        if activity.state == _DONE:
            self.done += 1
            self.counted.append(activity.number)
        else:
            self.planned += 1
            self.arranged.append(activity.number)


class Times:
    """Counts how often a leader did something: each activity once."""

    def __init__(self, facts: Facts, period: Period) -> None:
        self._in_office = _in_office(facts)
        self._first, self._last = period.first, period.last
        self._stand_in_counts = facts.choices.stand_in_counts
        self._found: dict[int, Tally] = defaultdict(Tally)

    def look_at(self, activity: Activity) -> None:
        day = activity.when.first_day
        if activity.on_site and self._first <= day <= self._last:
            for who in activity.leaders:
                office = self._in_office.get(who)
                if office and office[0] <= day <= office[1]:
                    self._found[who].add(activity, self._stand_in_counts)

    def tally(self, who: int, _point: int | None) -> Tally:
        return self._found[who]


class Visits:
    """Counts how often a leader reached each of the points he held on the visit's first day."""

    def __init__(self, facts: Facts, period: Period, held: Held) -> None:
        self._in_office = _in_office(facts)
        self._first, self._last = period.first, period.last
        self._stand_in_counts = facts.choices.stand_in_counts
        self._found = {
            who: {point: Tally(_spans(assignments)) for point, assignments in points.items()}
            for who, points in held.items()
        }

    def look_at(self, activity: Activity) -> None:
        day = activity.when.first_day
        if self._first <= day <= self._last:
            for who in activity.leaders:
                office = self._in_office.get(who)
                if office and office[0] <= day <= office[1] and who in self._found:
                    self._add(self._found[who], day, activity)

    def tally(self, who: int, point: int | None) -> Tally:
        return self._found[who][point or 0]

    def _add(self, found: Mapping[int, Tally], day: date, activity: Activity) -> None:
        for point in activity.points:
            tally = found.get(point)
            if tally:
                for first, last in tally.spans:
                    if first <= day <= last:
                        tally.add(activity, self._stand_in_counts)
                        break


class Days:
    """Counts days out: the distinct half-days of each person who went, each in its own date's period.

    Half-days are the bits of one number, the period's first morning being the lowest.
    """

    def __init__(self, facts: Facts, period: Period) -> None:
        self._in_office = _in_office(facts)
        self._first = 2 * period.first.toordinal()
        self._counted = _counted_half_days(facts, period)
        self._done: dict[int, int] = defaultdict(int)
        self._planned: dict[int, int] = defaultdict(int)
        self._numbers: dict[int, list[str]] = defaultdict(list)
        self._arranged: dict[int, list[str]] = defaultdict(list)

    def look_at(self, activity: Activity) -> None:
        day, _, first, halves = activity.when
        halves = shifted(halves, first - self._first) & self._counted
        if not halves or not activity.on_site:
            return
        for who in activity.goers:
            office = self._in_office.get(who)
            if office and office[0] <= day <= office[1]:
                if activity.state == _DONE:
                    self._done[who] |= halves
                    self._numbers[who].append(activity.number)
                else:
                    self._planned[who] |= halves
                    self._arranged[who].append(activity.number)

    def tally(self, who: int, _point: int | None) -> Tally:
        tally = Tally()
        tally.counted = self._numbers[who]
        tally.arranged = self._arranged[who]
        tally.done = self._done[who].bit_count() / 2
        tally.planned = (self._planned[who] & ~self._done[who]).bit_count() / 2
        return tally


Counter = Times | Visits | Days


def count(
    rules: Sequence[Rule], held: Sequence[Held], facts: Facts, period: Period, today: date
) -> list[Counter]:
    """For each rule the counter that has looked at everything done, or still planned, in the period."""
    counters = [_counter(rule, points, facts, period) for rule, points in zip(rules, held, strict=True)]
    lookers: dict[ActivityKind, list[Callable[[Activity], None]]] = {kind: [] for kind in ActivityKind}
    for rule, counter in zip(rules, counters, strict=True):
        for kind in _kinds(rule, facts.choices):
            lookers[kind].append(counter.look_at)
    for activity in facts.activities:
        if activity.state == _DONE or (activity.state == _PLANNED and activity.when.last_day >= today):
            for look_at in lookers[activity.kind]:
                look_at(activity)
    return counters


def held_points(rule: Rule, assignments: Iterable[Assignment]) -> Held:
    """The assignments to points of the rule's kind, by leader and point; none for a leader's own duty."""
    held: dict[int, dict[int, list[Assignment]]] = {}
    wanted = rule.per.value
    for assignment in assignments:
        if assignment.kind == wanted:
            held.setdefault(assignment.official, {}).setdefault(assignment.point, []).append(assignment)
    return held


def _counter(rule: Rule, held: Held, facts: Facts, period: Period) -> Counter:
    if rule.unit == Unit.DAYS:
        return Days(facts, period)
    return Times(facts, period) if rule.per == Per.LEADER else Visits(facts, period, held)


def _in_office(facts: Facts) -> dict[int, Span]:
    return {one.id: (one.office_from or date.min, one.office_to or date.max) for one in facts.officials}


def _spans(assignments: Iterable[Assignment]) -> tuple[Span, ...]:
    return tuple((each.first_day, each.last_day or date.max) for each in assignments)


def _counted_half_days(facts: Facts, period: Period) -> int:
    """A bit for each half-day of the period that may count: all of them, or those of working days."""
    if facts.choices.weekends_count:
        return (1 << 2 * period.days) - 1
    days = (period.first + timedelta(n) for n in range(period.days))
    return sum(0b11 << 2 * n for n, day in enumerate(days) if facts.is_workday(day))


def _kinds(rule: Rule, choices: Choices) -> frozenset[ActivityKind]:
    """The rule's kinds; of a duty in days without those the office does not take for fieldwork."""
    return rule.kinds - choices.not_fieldwork if rule.unit == Unit.DAYS else rule.kinds
