"""What counts: which activities count for which duty of whom, by design/counting ("What counts")."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from models.rules.calendar import Period
from models.rules.facts import Activity, Assignment, Facts, Rule
from models.rules.kinds import ActivityKind, ActivityState, Per, Unit

Subject = tuple[int, int | None]
Held = dict[Subject, list[Assignment]]

_WHERE_A_STAND_IN_MAY_COUNT = frozenset((ActivityKind.VISIT, ActivityKind.HEARING))


class Tally:
    """What counted for one duty of one subject; `stood_in` is how often somebody else went instead."""

    __slots__ = ("counted", "done", "planned", "stood_in")

    def __init__(self) -> None:
        self.counted: list[str] = []
        self.done: float = 0
        self.planned: float = 0
        self.stood_in = 0

    def add(self, activity: Activity) -> None:
        """Count one activity as a time done, or planned."""
        if activity.state == ActivityState.DONE:
            self.counted.append(activity.number)
            self.done += 1
        else:
            self.planned += 1


def tallies(rule: Rule, held: Held, facts: Facts, period: Period, today: date) -> dict[Subject, Tally]:
    """What counted for the rule in the period, by leader and point (None for a duty of the leader alone)."""
    live = (
        activity for activity in facts.activities if activity.kind in rule.kinds and _is_live(activity, today)
    )
    if rule.unit == Unit.DAYS:
        return _days(live, facts, period)
    begun = (activity for activity in live if activity.first_day in period)
    if rule.per == Per.LEADER:
        return _for_leaders(begun, facts)
    return _for_points(begun, facts, held)


def held_points(rule: Rule, assignments: Iterable[Assignment]) -> Held:
    """The assignments to points of the rule's kind, by leader and point; none for a leader's own duty."""
    held: Held = defaultdict(list)
    for assignment in assignments:
        if assignment.kind.value == rule.per.value:
            held[assignment.official, assignment.point].append(assignment)
    return held


def _is_live(activity: Activity, today: date) -> bool:
    """Done, or still planned: a plan whose last day has passed awaits an answer and counts nowhere."""
    if activity.state == ActivityState.DONE:
        return True
    return activity.state == ActivityState.PLANNED and activity.last_day >= today


def _for_leaders(activities: Iterable[Activity], facts: Facts) -> dict[Subject, Tally]:
    found: dict[Subject, Tally] = defaultdict(Tally)
    officials = {official.id: official for official in facts.officials}
    for activity in activities:
        for who in activity.leaders if activity.on_site else ():
            if who in officials and officials[who].in_office(activity.first_day):
                _add(found[who, None], activity, facts)
    return found


def _for_points(activities: Iterable[Activity], facts: Facts, held: Held) -> dict[Subject, Tally]:
    found: dict[Subject, Tally] = defaultdict(Tally)
    officials = {official.id: official for official in facts.officials}
    for activity in activities:
        points = activity.met if activity.state == ActivityState.DONE else activity.intended
        for who in activity.leaders:
            if who in officials and officials[who].in_office(activity.first_day):
                for subject in _covered(who, points, activity.first_day, held):
                    _add(found[subject], activity, facts)
    return found


def _covered(who: int, points: Iterable[int], day: date, held: Held) -> Iterator[Subject]:
    for point in points:
        for span in held.get((who, point), ()):
            if span.covers(day):
                yield who, point
                break


def _add(tally: Tally, activity: Activity, facts: Facts) -> None:
    if not activity.stand_ins:
        tally.add(activity)
    elif activity.kind in _WHERE_A_STAND_IN_MAY_COUNT:
        tally.stood_in += activity.state == ActivityState.DONE
        if facts.choices.stand_in_counts:
            tally.add(activity)


def _days(activities: Iterable[Activity], facts: Facts, period: Period) -> dict[Subject, Tally]:
    """Days out: the distinct half-days of each person who went, halved; each in its own date's period."""
    left_out = _kinds_left_out(facts)
    officials = {official.id: official for official in facts.officials}
    done: dict[int, set[int]] = defaultdict(set)
    planned: dict[int, set[int]] = defaultdict(set)
    found: dict[Subject, Tally] = defaultdict(Tally)
    for activity in activities:
        if activity.kind in left_out or not activity.on_site:
            continue
        halves = _half_days_in(activity, period, facts)
        is_done = activity.state == ActivityState.DONE
        for who in activity.stand_ins or activity.leaders:
            if halves and who in officials and officials[who].in_office(activity.first_day):
                (done if is_done else planned)[who].update(halves)
                found[who, None].counted.extend([activity.number] if is_done else [])
    for who, _ in found:
        found[who, None].done = len(done[who]) / 2
        found[who, None].planned = len(planned[who] - done[who]) / 2
    return found


def _kinds_left_out(facts: Facts) -> set[ActivityKind]:
    left_out = set()
    if not facts.choices.visits_are_fieldwork:
        left_out.add(ActivityKind.VISIT)
    if not facts.choices.hearings_are_fieldwork:
        left_out.add(ActivityKind.HEARING)
    return left_out


def _half_days_in(activity: Activity, period: Period, facts: Facts) -> Iterable[int]:
    halves = activity.half_days
    first, last = 2 * period.first.toordinal(), 2 * period.last.toordinal() + 1
    inside = range(max(halves[0], first), min(halves[-1], last) + 1)
    if facts.choices.weekends_count:
        return inside
    return [half for half in inside if facts.is_workday(date.fromordinal(half // 2))]
