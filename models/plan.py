"""拟定计划: propose a quarter's trips out of the database, and keep those the user accepts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from models.activity import Activity, Participant, Target
from models.base import database
from models.closing import choices_of
from models.contact_point import destinations
from models.lunar import lunar
from models.numbering import next_number
from models.official import Official, leaders, officials
from models.progress import load_facts
from models.resting import resting_collector
from models.rules.calendar import Period, days_between, quarter_of, year_of
from models.rules.kinds import ActivityState, Manner, Outcome, PointKind, Role
from models.rules.market_days import is_market_day
from models.rules.plan.errands import Ground, Office, lacking
from models.rules.plan.hindrances import Trip, by_leader
from models.rules.plan.proposal import Proposal, check_quarter, hindrances, propose
from models.rules.problem import Problem
from models.setting import values
from models.storage.bulk import insert_rows, next_id
from models.visited import last_visits
from models.whereabouts import whereabouts
from models.writing import Topic, writing

_ACCEPTED = "采用拟定的计划"  # how the history calls it


def propose_plan(quarter: Period, today: date, leader: Official | None = None) -> Proposal:
    """A plan for what nobody has planned yet of the quarter, for all leaders or for one. Nothing is written.

    Raises Problem if the quarter is over.
    """
    check_quarter(quarter, today)
    office = _office(quarter, today, leaders() if leader is None else [leader])
    with resting_collector():
        return propose(office)


def accept_plan(trips: Sequence[Trip], today: date) -> list[Activity]:
    """Keep these trips as planned activities, all or nothing.

    Raises Problem with every trip that cannot be made any more, or whose duty is planned by now.
    """
    complaints = tuple(dict.fromkeys(_complaints(trips, today)))
    if complaints:
        raise Problem(*complaints)
    if not trips:
        return []
    with writing(f"{_ACCEPTED}（{len(trips)}次）", Topic.ACTIVITY):
        first = _keep(trips, today)
    return list(Activity.select().where(Activity.id >= first).order_by(Activity.id))


def _complaints(trips: Sequence[Trip], today: date) -> Iterator[str]:
    for quarter in sorted({quarter_of(trip.day) for trip in trips}):
        here = [trip for trip in trips if trip.day in quarter]
        going = {trip.official for trip in here}
        office = _office(quarter, today, [who for who in officials() if who.id in going])
        rules, others, owed = hindrances(office), by_leader(here), lacking(office)
        for trip in here:
            yield from rules.of(trip, others)
            names: Iterable[tuple[int | None, str]] = zip(trip.points, trip.targets, strict=True)
            for point, name in names if trip.points else [(None, "下访听诉")]:
                owed[trip.official, point] -= 1
                if owed[trip.official, point] < 0:
                    yield f"{trip.leader}的“{name}”已经完成或另有计划，请重新拟定。"


def _office(quarter: Period, today: date, who: Sequence[Official]) -> Office:
    """What planning for these leaders needs; their partners' activities are loaded with theirs."""
    found = whereabouts()
    planned_for = {official.id for official in who}
    partners = {one for pair in found.pairs for one in (pair.a, pair.b) if {pair.a, pair.b} & planned_for}
    others = [row for row in officials() if row.id in partners - planned_for]
    facts = load_facts(year_of(quarter.first), [*who, *others])
    chosen = values(quarter.last)
    return Office(
        quarter=quarter,
        today=today,
        facts=replace(facts, officials=[row for row in facts.officials if row.id in planned_for]),
        quarter_choices=choices_of(quarter),
        whereabouts=found,
        grounds=_grounds(),
        last_visits=last_visits(date.max),
        is_market_day=_market_test(quarter),
        trips_a_week=int(chosen["trips_a_week"]),
        targets_a_trip=int(chosen["targets_a_trip"]),
        accepted=_accepted(),
    )


def _accepted() -> frozenset[str]:
    """The numbers of what was proposed once and accepted, as the history has it."""
    rows = database.execute_sql(
        "SELECT activity.number FROM change"
        " JOIN activity ON activity.id BETWEEN change.first_row AND change.last_row"
        " WHERE change.subject = 'activity' AND change.new IS NULL AND change.label LIKE ?",
        (f"{_ACCEPTED}%",),
    )
    return frozenset(number for (number,) in rows)


def _grounds() -> dict[int, Ground]:
    rows = database.execute_sql("SELECT id, kind, parent_id FROM contact_point").fetchall()
    known = {number: (kind, above) for number, kind, above in rows}
    return {
        number: Ground(_above(number, PointKind.VILLAGE, known), _above(number, PointKind.TOWNSHIP, known))
        for number in known
    }


def _above(number: int | None, wanted: PointKind, known: dict[int, tuple[str, int | None]]) -> int | None:
    """The point itself or the first above it that is of this kind."""
    while number is not None:
        kind, above = known[number]
        if kind == wanted:
            return number
        number = above
    return None


def _market_test(quarter: Period) -> Callable[[int, date], bool]:
    """Whether a township holds market on a day of the quarter; each pattern is read once."""
    sql = "SELECT id, market_days FROM contact_point WHERE kind = 'township' AND market_days <> ''"
    patterns = dict(database.execute_sql(sql).fetchall())
    days = days_between(quarter.first, quarter.last)

    @cache
    def markets(pattern: str) -> frozenset[date]:
        return frozenset(day for day in days if is_market_day(pattern, day, lunar(day).day))

    return lambda town, day: town in patterns and day in markets(patterns[town])


def _keep(trips: Sequence[Trip], today: date) -> int:
    """Write the trips; the id of the first."""
    first = next_id(Activity)
    places = destinations({point for trip in trips for point in trip.points})
    numbers = _numbers(trips)
    rows = enumerate(zip(trips, numbers, strict=True), start=first)
    columns = ("id", "number", "kind", "first_day", "first_half", "last_day", "last_half")
    insert_rows(
        Activity,
        (*columns, "place", "purpose", "state", "heard", "reply", "entered_on"),
        (_row(number, code, trip, places, today) for number, (trip, code) in rows),
    )
    people = ((number, trip.official, "", Role.LEADER) for number, trip in enumerate(trips, start=first))
    insert_rows(Participant, ("activity_id", "official_id", "name", "role"), people)
    goals = ((number, point) for number, trip in enumerate(trips, start=first) for point in trip.points)
    targets = ((number, point, "", Outcome.PLANNED, Manner.HOME, "", "", "", "") for number, point in goals)
    empty = ("reason", "heard", "reply", "services")
    insert_rows(Target, ("activity_id", "contact_point_id", "person", "outcome", "manner", *empty), targets)
    return first


def _row(number: int, code: str, trip: Trip, places: dict[int, str], today: date) -> tuple[object, ...]:
    day, half = trip.day.isoformat(), trip.half
    place = max((places[point] for point in trip.points), key=len, default="")
    plan = ActivityState.PLANNED
    return (number, code, trip.kind, day, half, day, half, place, "", plan, "", "", today.isoformat())


def _numbers(trips: Iterable[Trip]) -> list[str]:
    """The next free numbers of the trips' years."""
    following: dict[int, int] = {}
    found = []
    for trip in trips:
        start = f"HD{trip.day.year}"
        number = following.get(trip.day.year) or int(next_number(Activity, start).removeprefix(start))
        found.append(f"{start}{number:04d}")
        following[trip.day.year] = number + 1
    return found
