"""Plans of random, tight offices: no rule broken, nothing left out that has room, near the optimum."""

from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from models.rules.kinds import ActivityState, Manner, Outcome
from models.rules.plan.hindrances import Trip, by_leader
from models.rules.plan.proposal import Proposal, propose
from tests.rules import written_office
from tests.rules.plan_checker import Owed, Rules, could_still_go, owed, served
from tests.rules.plan_offices import Case, planned, random_case
from tests.rules.plan_optimum import most

OFFICES, WANTED = 60, 0.99


def test_60_tight_offices_place_nearly_all_that_the_optimum_places() -> None:
    placed = optimum = 0
    for seed in range(OFFICES):
        case = random_case(Random(seed))
        proposal = propose(planned(case))
        assert Rules(case).broken(proposal.trips) == [], seed
        placed += served(proposal.trips, case).total()
        optimum += most(Rules(case), owed(case))
    print(f"{placed} of {optimum} that CP-SAT places: {placed / optimum:.2%}")
    assert placed >= WANTED * optimum


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_what_is_owed_is_placed_once_or_listed_with_no_half_day_left_for_it(chance: Random) -> None:
    case = random_case(chance)
    note(str(case))
    rules, proposal = Rules(case), propose(planned(case))
    assert rules.broken(proposal.trips) == []
    assert served(proposal.trips, case) + unplaced(proposal) == Counter(owed(case))
    for each in unplaced(proposal):
        assert could_still_go(rules, proposal.trips, each) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_planning_again_after_accepting_owes_only_what_found_no_place(chance: Random) -> None:
    case = random_case(chance)
    note(str(case))
    proposal = propose(planned(case))
    after = accepted(case, proposal.trips)
    again = propose(planned(after))
    assert served(again.trips, case) + unplaced(again) == unplaced(proposal)
    assert proposal.unplaced or not again.trips


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_the_same_office_gets_the_same_plan_and_nothing_stands_in_its_way(chance: Random) -> None:
    case = random_case(chance)
    note(str(case))
    proposal, again = propose(planned(case)), propose(planned(case))
    assert (proposal.trips, proposal.unplaced) == (again.trips, again.unplaced)
    beside = by_leader(proposal.trips)
    assert not [words for trip in proposal.trips for words in proposal.hindrances.of(trip, beside)]


def unplaced(proposal: Proposal) -> Counter[Owed]:
    return Counter(Owed(entry.official, entry.rule, entry.subject_id) for entry in proposal.unplaced)


def accepted(case: Case, trips: list[Trip]) -> Case:
    """The case with these trips in the calendar as plans."""
    written = tuple(as_written(number, trip) for number, trip in enumerate(trips))
    return replace(case, office=replace(case.office, trips=case.office.trips + written))


def as_written(number: int, trip: Trip) -> written_office.Trip:
    targets = tuple(written_office.Target(point, Outcome.PLANNED, Manner.HOME) for point in trip.points)
    when = (trip.day, trip.half, trip.day, trip.half)
    people = ((trip.official,), (), ())
    return written_office.Trip(f"N{number}", trip.kind, ActivityState.PLANNED, *when, *people, targets)
