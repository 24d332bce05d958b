"""录入预览: what saving an activity would change, and what of it would not count and why."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from models import terms
from models.activity import Activity, ActivityEntry
from models.assignment import Assignment
from models.closing import closing_of
from models.contact_point import ContactPoint
from models.official import Official
from models.progress import as_fact, duty_names, effect, load_facts, progress
from models.rules.calendar import Period, quarter_of, year_of
from models.rules.choices import Choices
from models.rules.counting import Progress
from models.rules.kinds import ActivityKind, PeriodKind, Unit
from models.rules.overlap import overlaps, words
from models.rules.uncounted import Goal, Shared, Traveller, Trip, reasons
from models.setting import counting_choices


class Effect(NamedTuple):
    """What saving would do, the duties' names, and what would not count and why.

    `lines`: each duty's line before (None if new) and after; `standing`: the lines that count it already.
    """

    lines: list[tuple[Progress | None, Progress]]
    standing: list[Progress]
    duties: dict[str, str]
    reasons: list[str]


def foresee(typed: ActivityEntry, today: date) -> Effect:
    """What saving this activity today would change. Nothing is written."""
    lines = effect([typed], today)
    # A kept activity's own days are counted already: saying so would be no help.
    adds_days = typed.id is not None or any(new.unit == Unit.DAYS for _, new in lines)
    return Effect(lines, _standing(typed, today), duty_names(), _reasons(typed, today, adds_days=adds_days))


def foresee_all(typed: Sequence[ActivityEntry], today: date) -> Effect:
    """What saving all these activities today would change; of each reason once. Nothing is written."""
    said = [text for each in typed for text in _reasons(each, today, adds_days=True)]
    return Effect(effect(typed, today), [], duty_names(), list(dict.fromkeys(said)))


def _reasons(typed: ActivityEntry, today: date, *, adds_days: bool) -> list[str]:
    choices = counting_choices(year_of(typed.first_day).last)
    trip = _trip(typed, adds_days=adds_days, shared=_shared(typed, choices))
    return [*reasons(trip, choices, today), *_closed(quarter_of(typed.first_day))]


def _closed(quarter: Period) -> list[str]:
    """That the quarter is closed: what is written now stands apart from what was signed."""
    return [f"{quarter.title}已归档，这条会列入归档后的变动"] if closing_of(quarter) else []


def _shared(typed: ActivityEntry, choices: Choices) -> list[Shared]:
    """Which half-days other activities of those who go count already."""
    days = Period(typed.first_day, typed.last_day, PeriodKind.INTERVAL)
    who = list(Official.select().where(Official.id.in_([*typed.leaders, *typed.stand_ins])))
    found = load_facts(days, who)
    own = Activity.get_by_id(typed.id).number if typed.id else ""
    others = [other for other in found.activities if other.number != own]
    earning = {official.id for official in found.officials}
    shared = overlaps(as_fact(typed), others, earning, choices)
    return [Shared(words(each.half_days), _called(each.number)) for each in shared]


def _called(number: str) -> str:
    """HD20260012 走访（天九镇）."""
    row = Activity.get(Activity.number == number)
    place = f"（{row.place}）" if row.place else ""
    return f"{number} {terms.label(ActivityKind(row.kind))}{place}"


def _standing(typed: ActivityEntry, today: date) -> list[Progress]:
    if typed.id is None:
        return []
    number = Activity.get_by_id(typed.id).number
    people = Official.select().where(Official.id.in_([*typed.leaders, *typed.stand_ins]))
    spans = (quarter_of(typed.first_day), year_of(typed.first_day))
    lines = (line for who in people for span in spans for line in progress(span, today, who))
    return [line for line in lines if number in line.counted]


def _trip(typed: ActivityEntry, *, adds_days: bool, shared: Sequence[Shared]) -> Trip:
    return Trip(
        kind=typed.kind,
        kind_word=terms.label(typed.kind),
        state=typed.state,
        last_day=typed.last_day,
        leaders=_travellers(typed.leaders, typed.first_day),
        stand_ins=_travellers(typed.stand_ins, typed.first_day),
        goals=_goals(typed),
        adds_days=adds_days,
        shared=shared,
    )


def _travellers(ids: Iterable[int], day: date) -> list[Traveller]:
    rows = Official.select().where(Official.id.in_(list(ids))).order_by(Official.rank)
    return [Traveller(row.name, row.is_member, _in_office(row, day)) for row in rows]


def _in_office(row: Official, day: date) -> bool:
    return (row.office_from or date.min) <= day <= (row.office_to or date.max)


def _goals(typed: ActivityEntry) -> list[Goal]:
    points = [target.point for target in typed.targets]
    names = {row.id: row.name for row in ContactPoint.select().where(ContactPoint.id.in_(points))}
    held = _held(typed.leaders, points, typed.first_day)
    return [
        Goal(names[target.point], target.outcome, target.manner, target.point in held)
        for target in typed.targets
    ]


def _held(leaders: Sequence[int], points: Sequence[int], day: date) -> set[int]:
    rows = Assignment.select().where(
        Assignment.official.in_(list(leaders)) & Assignment.contact_point.in_(list(points))
    )
    return {row.contact_point_id for row in rows if row.covers(day)}
