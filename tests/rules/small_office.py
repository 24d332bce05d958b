"""A small office for the tables of cases: two leaders, one township, one village, two households."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from models.rules import counting, workdays
from models.rules.calendar import period
from models.rules.choices import Choices
from models.rules.counting import Progress
from models.rules.facts import Activity, Assignment, Facts, Official, Rule, when
from models.rules.kinds import (
    ActivityKind,
    ActivityState,
    DayKind,
    Half,
    Per,
    PeriodKind,
    PointKind,
    Unit,
)
from models.storage.default_duties import DUTIES

ZHANG, LI, STAFF = 1, 2, 9
TOWNSHIP, VILLAGE, HOUSEHOLD, OTHER_HOUSEHOLD = 11, 12, 13, 14
NAMES = {TOWNSHIP: "样样镇", VILLAGE: "样样村", HOUSEHOLD: "王样甲", OTHER_HOUSEHOLD: "王样乙"}
KINDS = {TOWNSHIP: PointKind.TOWNSHIP, VILLAGE: PointKind.VILLAGE}


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}" if len(text) == 5 else text)


def leader(number: int = ZHANG, name: str = "张样一", since: str = "", until: str = "") -> Official:
    return Official(number, name, day(since) if since else None, day(until) if until else None)


def holds(point: int, first: str = "2020-01-01", last: str = "", who: int = ZHANG) -> Assignment:
    kind = KINDS.get(point, PointKind.HOUSEHOLD)
    return Assignment(who, point, kind, NAMES[point], day(first), day(last) if last else None)


def visit(first: str, *points: int, **more: object) -> Activity:
    """A visit, done and met unless told otherwise."""
    return activity(ActivityKind.VISIT, first, points=points, **more)


def activity(
    kind: ActivityKind,
    first: str,
    last: str = "",
    *,
    number: str = "",
    state: ActivityState = ActivityState.DONE,
    halves: tuple[Half, Half] = (Half.AM, Half.PM),
    leaders: Sequence[int] = (ZHANG,),
    stand_ins: Sequence[int] = (),
    points: Sequence[int] = (),
    on_site: bool = True,
) -> Activity:
    return Activity(
        number=number or first,
        kind=kind,
        state=state,
        when=when(day(first), halves[0], day(last or first), halves[1]),
        leaders=leaders,
        stand_ins=stand_ins,
        points=points,
        on_site=on_site,
    )


def duty(code: str, quota: float | None = None, since: str = "", until: str = "") -> Rule:
    """One of the plan's duties, as the program ships it, with other figures where the case wants them."""
    code, name, kinds, unit, number, span, per, source = next(row for row in DUTIES if row[0] == code)
    return Rule(
        code=code,
        name=name,
        kinds=frozenset(ActivityKind(kind) for kind in kinds.split(",")),
        unit=Unit(unit),
        quota=number if quota is None else quota,
        period=PeriodKind(span),
        per=Per(per),
        source=source,
        valid_from=day(since) if since else None,
        valid_to=day(until) if until else None,
    )


ALL_DUTIES = [duty(row[0]) for row in DUTIES]
ALL_POINTS = [holds(point) for point in NAMES]


def lines(
    span: str,
    *activities: Activity,
    today: str = "2026-01-15",
    rules: Iterable[Rule] = ALL_DUTIES,
    held: Iterable[Assignment] = ALL_POINTS,
    officials: Iterable[Official] = (leader(),),
    choices: Choices | None = None,
    holidays: Mapping[date, DayKind] | None = None,
) -> list[Progress]:
    """Every row of that period."""
    facts = Facts(
        officials=list(officials),
        assignments=list(held),
        activities=activities,
        rules=list(rules),
        choices=choices or Choices(),
        is_workday=lambda each: workdays.is_workday(each, holidays or {}),
    )
    return counting.progress(facts, period(span), day(today))


def line(rule: str | Rule, span: str, *activities: Activity, **office: object) -> Progress:
    """The one row of that duty."""
    wanted = duty(rule) if isinstance(rule, str) else rule
    (found,) = lines(span, *activities, **{"rules": [wanted], **office})  # type: ignore[arg-type]
    return found
