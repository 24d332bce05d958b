"""Proposed plans, case by case: what is owed, what goes together, and what stands in the way."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

import pytest

from models.rules import workdays
from models.rules.calendar import period
from models.rules.choices import Choices
from models.rules.facts import Activity, Assignment, Facts, Official
from models.rules.kinds import ActivityKind, ActivityState, DayKind, Half, PointKind
from models.rules.pairing import Away, Pair, Whereabouts, half_day
from models.rules.plan.errands import Ground, Office, household_share
from models.rules.plan.hindrances import Trip
from models.rules.plan.proposal import Proposal, propose
from models.rules.problem import Problem
from tests.rules.small_office import (
    ALL_DUTIES,
    ALL_POINTS,
    HOUSEHOLD,
    LI,
    OTHER_HOUSEHOLD,
    TOWNSHIP,
    VILLAGE,
    ZHANG,
    activity,
    day,
    holds,
    leader,
    visit,
)

IN_VILLAGE = {
    TOWNSHIP: Ground(None, TOWNSHIP),
    **{point: Ground(VILLAGE, TOWNSHIP) for point in (VILLAGE, HOUSEHOLD, OTHER_HOUSEHOLD)},
}
BOTH = (leader(), leader(LI, "李样二"))
PAIR = Pair(ZHANG, LI, None, None)
VISIT, HEARING = ActivityKind.VISIT, ActivityKind.HEARING
PLANNED = ActivityState.PLANNED


def plan(
    quarter: str,
    today: str,
    *activities: Activity,
    held: Sequence[Assignment] = tuple(ALL_POINTS),
    officials: Sequence[Official] = (leader(),),
    pairs: Sequence[Pair] = (),
    absences: Sequence[Away] = (),
    grounds: dict[int, Ground] = IN_VILLAGE,
    last_visits: dict[tuple[int, int | None], date] | None = None,
    market: Iterable[str] = (),
    duties: Iterable[str] = (),
    targets_a_trip: int = 6,
    holidays: Iterable[str] = (),
) -> Proposal:
    """Only these duties if any are named."""
    off = dict.fromkeys(map(day, holidays), DayKind.OFF)
    facts = Facts(
        officials=officials,
        assignments=held,
        activities=activities,
        rules=[rule for rule in ALL_DUTIES if rule.code in (duties or rule.code)],
        choices=Choices(),
        is_workday=lambda each: workdays.is_workday(each, off),
    )
    office = Office(
        quarter=period(quarter),
        today=day(today),
        facts=facts,
        quarter_choices=Choices(),
        whereabouts=Whereabouts(pairs, absences, {}),
        grounds=grounds,
        last_visits=last_visits or {},
        is_market_day=lambda _town, each: each in set(map(day, market)),
        trips_a_week=2,
        targets_a_trip=targets_a_trip,
    )
    return propose(office)


def away(first: str, last: str, who: int = ZHANG) -> Away:
    return Away(who, half_day(day(first), Half.AM), half_day(day(last), Half.PM))


def targets(proposal: Proposal) -> list[tuple[str, ...]]:
    return [trip.targets for trip in proposal.trips]


def days(proposal: Proposal) -> list[str]:
    return [f"{trip.day:%m-%d}" for trip in proposal.trips]


def reasons(proposal: Proposal) -> list[tuple[str, str]]:
    return [(entry.rule, entry.reason) for entry in proposal.unplaced]


# --- what is owed


def test_one_trip_takes_the_village_its_township_and_its_households_and_a_hearing_goes_alone() -> None:
    found = plan("2026Q4", "09-30")
    visits = [trip for trip in found.trips if trip.kind == VISIT]
    (hearing,) = [trip for trip in found.trips if trip.kind == HEARING]
    assert visits[0].targets == ("样样镇", "样样村", "王样甲", "王样乙")
    assert visits[1].targets == ("王样甲", "王样乙")  # twice in the last quarter, on different days
    assert (hearing.targets, hearing.points) == ((), ())
    assert found.unplaced == []


@pytest.mark.parametrize(
    ("unplanned", "in_quarter", "quarters_left", "share"),
    [(20, 0, 4, 5), (20, 0, 3, 7), (15, 5, 4, 0), (4, 0, 1, 4), (17, 3, 4, 2), (0, 0, 2, 0), (3, 6, 2, 0)],
)
def test_the_quarters_share_of_the_household_visits(
    unplanned: int, in_quarter: int, quarters_left: int, share: int
) -> None:
    assert household_share(unplanned, in_quarter, quarters_left) == share


def test_the_longest_unvisited_household_comes_first_and_who_was_never_visited_before_all() -> None:
    two = [holds(HOUSEHOLD), holds(OTHER_HOUSEHOLD)]
    last = {(ZHANG, HOUSEHOLD): day("2025-05-01"), (ZHANG, OTHER_HOUSEHOLD): day("2025-03-01")}
    share = {"held": two, "duties": ["household_visit"]}
    assert targets(plan("2026Q1", "2025-12-31", **share)) == [("王样甲",)]
    assert targets(plan("2026Q1", "2025-12-31", last_visits=last, **share)) == [("王样乙",)]
    del last[ZHANG, HOUSEHOLD]
    assert targets(plan("2026Q1", "2025-12-31", last_visits=last, **share)) == [("王样甲",)]


def test_a_household_in_the_quarters_plan_waits_behind_those_that_are_not() -> None:
    """张样一 has four households: two visits are this quarter's share, one of them is planned by hand."""
    more = [
        Assignment(ZHANG, 15 + n, PointKind.HOUSEHOLD, f"王样{n}", day("2020-01-01"), None) for n in (1, 2)
    ]
    held = [holds(HOUSEHOLD), holds(OTHER_HOUSEHOLD), *more]
    by_hand = visit("02-10", HOUSEHOLD, state=PLANNED)
    found = plan("2026Q1", "01-04", by_hand, held=held, duties=["household_visit"])
    assert targets(found) == [("王样乙",)]


def test_what_is_done_or_planned_by_hand_is_left_alone() -> None:
    by_hand = [visit("11-10", VILLAGE), activity(HEARING, "12-10", state=PLANNED)]
    found = plan("2026Q4", "11-25", *by_hand, duties=["township_visit", "village_visit", "hearing"])
    assert targets(found) == [("样样镇",)]


def test_an_activity_put_off_occupies_nobody_and_plans_nothing() -> None:
    put_off = activity(HEARING, "12-31", state=ActivityState.POSTPONED)
    found = plan("2026Q4", "12-30", put_off, duties=["hearing"])
    assert days(found) == ["12-31"]


# --- which days


def test_days_begin_tomorrow_or_with_the_quarter() -> None:
    assert min(days(plan("2026Q4", "12-30", duties=["hearing"]))) == "12-31"
    assert min(days(plan("2027Q1", "12-30", duties=["hearing"]))) >= "01-01"
    nothing_left = plan("2026Q4", "12-31", duties=["hearing"])
    assert reasons(nothing_left) == [("hearing", "本季度剩下的日子里没有工作日了")]


@pytest.mark.parametrize(("quarter", "words"), [("2026Q3", "已经过去"), ("2026", "季度")])
def test_a_past_quarter_and_what_is_no_quarter_are_refused(quarter: str, words: str) -> None:
    with pytest.raises(Problem, match=words):
        plan(quarter, "10-01")


def test_no_trip_on_days_off() -> None:
    found = plan("2026Q4", "12-27", duties=["hearing"], holidays=["12-28", "12-30", "12-31"])
    assert days(found) == ["12-29"]


def test_no_trip_outside_the_time_a_point_is_held() -> None:
    held = [holds(VILLAGE, last="12-29"), holds(TOWNSHIP, "12-31")]
    found = plan("2026Q4", "12-28", held=held, duties=["village_visit", "township_visit"])
    assert dict(zip(targets(found), days(found), strict=True)) == {("样样村",): "12-29"}
    late = [holds(VILLAGE, "2020-01-01", "12-20")]
    found = plan("2026Q4", "12-28", held=late, duties=["village_visit"])
    assert reasons(found) == [("village_visit", "剩下的工作日都不在联系期内")]


def test_no_trip_while_the_leader_is_away_or_out_already() -> None:
    meeting = activity(ActivityKind.POINT_MEETING, "12-30", state=PLANNED, halves=(Half.AM, Half.AM))
    report = activity(ActivityKind.REPORT, "12-29", "12-31", state=PLANNED)
    found = plan("2026Q4", "12-29", meeting, report, absences=[away("12-31", "12-31")], duties=["hearing"])
    assert [(trip.day, trip.half) for trip in found.trips] == [(day("12-30"), Half.PM)]


def test_who_went_instead_is_busy_and_the_leader_is_not() -> None:
    stood_in = visit("12-31", VILLAGE, state=PLANNED, stand_ins=(LI,))
    found = plan("2026Q4", "12-30", stood_in, officials=BOTH, duties=["hearing"])
    assert [trip.leader for trip in found.trips] == ["张样一"]
    assert reasons(found) == [("hearing", "剩下的工作日不是外出，就是已有安排")]


# --- partners


def test_partners_are_never_out_in_the_same_half_day() -> None:
    found = plan("2026Q4", "12-30", officials=BOTH, pairs=[PAIR], duties=["hearing"])
    assert sorted((trip.leader, trip.half) for trip in found.trips) == [
        ("张样一", Half.AM),
        ("李样二", Half.PM),
    ]


def test_while_the_partner_is_away_one_stays_here() -> None:
    found = plan("2026Q4", "12-30", pairs=[PAIR], absences=[away("12-31", "12-31", LI)], duties=["hearing"])
    assert reasons(found) == [("hearing", "空闲时AB角都外出，两人不能同时离开")]


def test_a_pair_that_is_no_longer_valid_hinders_nobody() -> None:
    ended = Pair(ZHANG, LI, None, day("12-30"))
    found = plan("2026Q4", "12-30", pairs=[ended], absences=[away("12-31", "12-31", LI)], duties=["hearing"])
    assert days(found) == ["12-31"]


def test_a_fuller_trip_goes_before_a_hearing_of_the_partner_when_one_half_day_is_left() -> None:
    busy = activity(ActivityKind.FIELDWORK, "12-31", state=PLANNED, halves=(Half.PM, Half.PM))
    both = activity(
        ActivityKind.FIELDWORK, "12-31", state=PLANNED, halves=(Half.PM, Half.PM), leaders=(LI,), number="2"
    )
    duties = ["village_visit", "township_visit", "hearing"]
    found = plan("2026Q4", "12-30", busy, both, officials=BOTH, pairs=[PAIR], duties=duties)
    assert targets(found) == [("样样镇", "样样村")]
    assert {entry.leader for entry in found.unplaced} == {"张样一", "李样二"}


# --- trips


def test_at_most_two_trips_a_week_hearings_included() -> None:
    found = plan("2026Q4", "12-27", held=[holds(VILLAGE), holds(HOUSEHOLD)], grounds={})
    assert len(found.trips) == 2
    assert {reason for _, reason in reasons(found)} == {"每周最多2次，剩下各周都已排满"}


def test_at_most_so_many_households_a_trip() -> None:
    found = plan("2026Q4", "10-01", targets_a_trip=1)
    assert max(sum(point >= HOUSEHOLD for point in trip.points) for trip in found.trips) == 1


def test_a_household_whose_village_is_not_known_is_a_trip_of_its_own() -> None:
    grounds = IN_VILLAGE | {OTHER_HOUSEHOLD: Ground(None, None)}
    found = plan("2026Q3", "06-30", grounds=grounds, duties=["village_visit", "household_visit"])
    assert sorted(targets(found)) == [("样样村", "王样甲"), ("王样乙",)]


def test_trips_are_spread_over_the_weeks_left() -> None:
    found = plan("2026Q4", "09-30")
    weeks = [trip.day.isocalendar().week for trip in found.trips]
    assert len(weeks) == 3
    assert min(later - earlier for earlier, later in pairwise(weeks)) >= 3


def test_a_township_is_visited_on_its_market_day() -> None:
    found = plan("2026Q4", "09-30", market=["11-13", "11-20"], duties=["township_visit"])
    assert days(found) == ["11-13"]


# --- another half-day, by hand


def moved(found: Proposal, when: str, half: Half = Half.AM) -> list[str]:
    trip = found.trips[0]._replace(day=day(when), half=half)
    beside: dict[int, list[Trip]] = {}
    for other in found.trips[1:]:
        beside.setdefault(other.official, []).append(other)
    return found.hindrances.of(trip, beside)


def test_moving_a_trip_says_in_words_what_stands_in_the_way() -> None:
    held = [holds(VILLAGE, last="12-29")]
    absences = [away("12-29", "12-29")]
    found = plan("2026Q4", "12-22", held=held, absences=absences, duties=["village_visit"])
    assert moved(found, "12-28") == []
    assert moved(found, "12-27") == ["12月27日星期日不是工作日。"]
    assert moved(found, "12-29") == ["12月29日星期二上午张样一外出。"]
    assert moved(found, "12-30") == ["12月30日不在“样样村”的联系期内。"]
    assert moved(found, "12-22") == ["只能排在12月23日至12月31日之间。"]


def test_moving_a_trip_onto_another_or_into_a_full_week_is_told() -> None:
    found = plan("2026Q4", "12-22", officials=BOTH, pairs=[PAIR], duties=["hearing", "household_visit"])
    others = [trip for trip in found.trips[1:] if trip.official == found.trips[0].official]
    assert "已另有一次拟定的出行" in moved(found, f"{others[0].day:%m-%d}", others[0].half)[0]
    partner = next(trip for trip in found.trips if trip.official != found.trips[0].official)
    assert any("AB角" in words for words in moved(found, f"{partner.day:%m-%d}", partner.half))
