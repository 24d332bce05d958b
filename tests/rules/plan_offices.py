"""Random offices for proposed plans: small and tight, few days left, many of them taken, partners about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from models.rules.calendar import Period, period
from models.rules.choices import Choices
from models.rules.facts import Assignment
from models.rules.kinds import ActivityKind, ActivityState, DayKind, Half, Manner, Outcome, PointKind
from models.rules.pairing import Away, Pair, Whereabouts, half_day
from models.rules.plan.errands import Ground
from models.rules.plan.errands import Office as Planned
from tests.rules.small_office import ALL_DUTIES
from tests.rules.test_counting_twin import facts_of
from tests.rules.written_office import Office, Person, Target, Trip

TRIPS_A_WEEK, TARGETS_A_TRIP = 2, 6


@dataclass(frozen=True)
class Case:
    """One office with what only planning asks for. `parents`: the village or township a point lies in."""

    office: Office
    pairs: tuple[Pair, ...]
    absences: tuple[Away, ...]
    parents: dict[int, int]
    quarter: Period
    today: date
    targets_a_trip: int

    @property
    def kinds(self) -> dict[int, PointKind]:
        return {held.point: held.kind for held in self.office.assignments} | {
            parent: PointKind.TOWNSHIP if parent < 200 else PointKind.VILLAGE
            for parent in self.parents.values()
        }

    def chain(self, point: int) -> list[int]:
        """The point and what it lies in, innermost first."""
        above = self.parents.get(point)
        return [point, *(self.chain(above) if above else [])]


def random_case(chance: Random) -> Case:
    quarter = period(f"2026Q{chance.randint(1, 4)}")
    today = quarter.last - timedelta(chance.choice((4, 7, 9, 12, 16)))
    people = tuple(a_person(chance, number, quarter) for number in range(1, chance.randint(2, 4) + 1))
    parents: dict[int, int] = {}
    held = tuple(each for person in people for each in some_points(chance, person.id, parents, quarter))
    trips = tuple(
        a_trip(chance, number, people, held, quarter, today) for number in range(chance.randint(0, 10))
    )
    office = Office(people, held, trips, tuple(ALL_DUTIES), Choices(), some_holidays(chance, today))
    pairs = tuple(some_pairs(chance, len(people), today))
    absences = tuple(an_absence(chance, len(people), today) for _ in range(chance.randint(0, 5)))
    return Case(office, pairs, absences, parents, quarter, today, chance.choice((2, 3, 6)))


def a_person(chance: Random, number: int, quarter: Period) -> Person:
    leaves = quarter.last - timedelta(chance.randint(0, 8)) if chance.random() < 0.15 else None
    return Person(number, f"样{number}", True, None, leaves)


def some_points(
    chance: Random, leader: int, parents: dict[int, int], quarter: Period
) -> Iterator[Assignment]:
    """A township or two, villages in them, households in those, a few of whose village nothing is known."""
    towns = [100 + 10 * leader + number for number in range(chance.choice((1, 1, 2)))]
    villages = [200 + 10 * leader + number for number in range(chance.choice((1, 1, 2, 3)))]
    for town in towns:
        if chance.random() < 0.8:
            yield an_assignment(chance, leader, town, PointKind.TOWNSHIP, quarter)
    for village in villages:
        if chance.random() < 0.9:
            parents[village] = chance.choice(towns)
        if chance.random() < 0.8:
            yield an_assignment(chance, leader, village, PointKind.VILLAGE, quarter)
    for number in range(chance.choice((2, 4, 7, 10))):
        household = 1000 + 100 * leader + number
        where = chance.choice(villages) if chance.random() < 0.92 else chance.choice([0, *towns])
        parents |= {household: where} if where else {}
        yield an_assignment(chance, leader, household, PointKind.HOUSEHOLD, quarter)


def an_assignment(chance: Random, leader: int, point: int, kind: PointKind, quarter: Period) -> Assignment:
    first, last = date(2025, 1, 1), None
    if chance.random() < 0.15:
        last = quarter.last - timedelta(chance.randint(0, 8))
    elif chance.random() < 0.1:
        first = quarter.last - timedelta(chance.randint(2, 60))
    return Assignment(leader, point, kind, f"点{point}", first, last)


def a_trip(
    chance: Random,
    number: int,
    people: tuple[Person, ...],
    held: tuple[Assignment, ...],
    quarter: Period,
    today: date,
) -> Trip:
    """Done before, or planned for a day that is left; of any kind, sometimes by a stand-in."""
    done = chance.random() < 0.4
    first = (
        quarter.first + timedelta(chance.randint(-30, 60))
        if done
        else today + timedelta(chance.randint(1, 14))
    )
    leader = chance.choice(people).id
    kind = chance.choice(list(ActivityKind))
    half, other = chance.choice(((Half.AM, Half.PM), (Half.AM, Half.AM), (Half.PM, Half.PM)))
    own = [each.point for each in held if each.official == leader] if kind == ActivityKind.VISIT else []
    outcome = Outcome.MET if done else Outcome.PLANNED
    manners = (Manner.HOME, Manner.HOME, Manner.PHONE)
    return Trip(
        f"HD2026{number:04d}",
        kind,
        ActivityState.DONE
        if done
        else chance.choice((ActivityState.PLANNED,) * 4 + (ActivityState.POSTPONED,)),
        first,
        half,
        first + timedelta(chance.choice((0, 0, 0, 1))),
        other,
        (leader,),
        (chance.choice(people).id,) if chance.random() < 0.15 else (),
        (),
        tuple(
            Target(point, outcome, chance.choice(manners))
            for point in chance.sample(own, min(len(own), chance.randint(0, 3)))
        ),
    )


def some_holidays(chance: Random, today: date) -> dict[date, DayKind]:
    days = (today + timedelta(chance.randint(1, 14)) for _ in range(chance.randint(0, 3)))
    return {day: chance.choice(list(DayKind)) for day in days}


def some_pairs(chance: Random, people: int, today: date) -> Iterator[Pair]:
    """1 with 2 and 3 with 4, most for ever, some only for the first or last of the days left."""
    for a in range(1, people, 2):
        if chance.random() < 0.8:
            day = today + timedelta(chance.randint(1, 9))
            yield Pair(a, a + 1, *chance.choice(((None, None), (None, None), (None, day), (day, None))))


def an_absence(chance: Random, people: int, today: date) -> Away:
    first = half_day(today + timedelta(chance.randint(-3, 12)), chance.choice(list(Half)))
    return Away(
        chance.randint(1, people), first, None if chance.random() < 0.1 else first + chance.randint(0, 7)
    )


def planned(case: Case) -> Planned:
    """The case as the planner is given it."""
    facts = facts_of(case.office)
    in_office = {
        person.id: (person.office_from or date.min, person.office_to or date.max)
        for person in case.office.people
    }
    kinds = case.kinds
    return Planned(
        quarter=case.quarter,
        today=case.today,
        facts=facts,
        quarter_choices=facts.choices,
        whereabouts=Whereabouts(case.pairs, case.absences, in_office),
        grounds={
            point: Ground(
                *(_first(case.chain(point), kinds, kind) for kind in (PointKind.VILLAGE, PointKind.TOWNSHIP))
            )
            for point in kinds
        },
        last_visits=last_visits(case.office),
        is_market_day=lambda _town, day: day.day % 3 == 0,
        trips_a_week=TRIPS_A_WEEK,
        targets_a_trip=case.targets_a_trip,
    )


def _first(chain: list[int], kinds: dict[int, PointKind], kind: PointKind) -> int | None:
    return next((point for point in chain if kinds[point] == kind), None)


def last_visits(office: Office) -> dict[tuple[int, int | None], date]:
    """The day of each leader's last visit to a point that met somebody."""
    found: dict[tuple[int, int | None], date] = {}
    for trip in office.trips:
        if trip.kind == ActivityKind.VISIT and trip.state == ActivityState.DONE and not trip.stand_ins:
            for target in trip.targets:
                if target.manner != Manner.PHONE:
                    for leader in trip.leaders:
                        key = leader, target.point
                        found[key] = max(found.get(key, date.min), trip.first_day)
    return found
