"""A plan proposed out of the database, and kept: all or nothing, and nothing a second time."""

from pathlib import Path
from time import perf_counter

import pytest

from models.absence import Absence
from models.activity import Activity, people_of, read_entry, save_activity, targets_of
from models.assignment import assign
from models.contact_point import ContactPoint, save_point
from models.demo import fill_with_demo
from models.duty_rule import DutyRule
from models.official import Official
from models.pairing import Pairing
from models.plan import accept_plan, propose_plan
from models.progress import progress
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState, DutyState, Half
from models.rules.plan.proposal import Proposal
from models.rules.problem import Problem
from models.setting import change_settings
from models.undo import last_action, undo
from models.writing import Topic, writing
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day

TODAY = day(12, 7)
Q4 = period("2026Q4")


@pytest.fixture
def zhang(office: Path) -> Official:
    """张样一 with a township, a village in it and three households there."""
    leader, township = a_leader("张样一"), a_township()
    village = a_village(township=township)
    households = [a_household(name, village) for name in ("王样甲", "王样乙", "王样丙")]
    for point in (township, village, *households):
        assign(leader, point, day(1, 1))
    return leader


def trips(proposal: Proposal) -> list[tuple[str, ...]]:
    return [(trip.kind, *trip.targets) for trip in proposal.trips]


def test_a_plan_is_proposed_and_nothing_is_written(zhang: Official) -> None:
    found = propose_plan(Q4, TODAY)
    assert sorted(trips(found)) == [
        ("hearing",),
        ("visit", "样样镇", "样样村", "王样甲", "王样乙", "王样丙"),
        ("visit", "王样甲", "王样乙", "王样丙"),
    ]
    assert found.unplaced == []
    assert Activity.select().count() == 0


def test_accepting_keeps_planned_activities_with_their_places(zhang: Official) -> None:
    kept = accept_plan(propose_plan(Q4, TODAY).trips, TODAY)
    assert [activity.number for activity in kept] == ["HD20260001", "HD20260002", "HD20260003"]
    assert {activity.state for activity in kept} == {ActivityState.PLANNED}
    assert {(activity.kind, activity.place) for activity in kept} == {
        ("hearing", ""),
        ("visit", "样样镇样样村"),
    }
    assert all(people_of(activity)[0].official == zhang for activity in kept)
    assert sorted(len(targets_of(activity)) for activity in kept) == [0, 3, 5]
    assert {line.state for line in progress(Q4, TODAY)} == {DutyState.SCHEDULED}


def test_planning_again_after_accepting_proposes_nothing(zhang: Official) -> None:
    accept_plan(propose_plan(Q4, TODAY).trips, TODAY)
    assert propose_plan(Q4, TODAY).trips == propose_plan(Q4, TODAY).unplaced == []


def test_a_week_full_of_accepted_trips_is_full_when_planning_again(zhang: Official) -> None:
    late = day(12, 27)  # a Sunday, one week is left
    first = propose_plan(Q4, late)
    accept_plan(first.trips, late)
    again = propose_plan(Q4, late)
    assert (len(first.trips), len(first.unplaced)) == (2, 1)
    assert (again.trips, again.unplaced) == ([], first.unplaced)


def test_what_was_planned_by_hand_leaves_the_weeks_trips_as_they_are(zhang: Official) -> None:
    for at in (28, 29):
        out = {"kind": ActivityKind.FIELDWORK, "state": ActivityState.PLANNED, "targets": ()}
        save_activity(a_visit(zhang, day(12, at), **out), TODAY)
    assert len(propose_plan(Q4, day(12, 27)).trips) == 2


def test_accepting_some_leaves_the_others_to_be_proposed(zhang: Official) -> None:
    first = propose_plan(Q4, TODAY)
    hearing = [trip for trip in first.trips if trip.kind == ActivityKind.HEARING]
    accept_plan(hearing, TODAY)
    assert sorted(trips(propose_plan(Q4, TODAY))) == sorted(set(trips(first)) - {("hearing",)})


def test_one_undo_takes_all_of_it_back(zhang: Official) -> None:
    accept_plan(propose_plan(Q4, TODAY).trips, TODAY)
    action = last_action()
    assert action is not None
    assert "3次" in action.label
    undo(action)
    assert Activity.select().count() == 0
    assert len(propose_plan(Q4, TODAY).trips) == 3


def test_accepting_is_refused_whole_when_the_leader_is_away_or_out_by_now(zhang: Official) -> None:
    found = propose_plan(Q4, TODAY).trips
    with writing("样"):
        Absence.create(official=zhang, first_day=found[0].day, last_day=found[0].day)
    busy = {"kind": ActivityKind.FIELDWORK, "state": ActivityState.PLANNED, "targets": ()}
    save_activity(a_visit(zhang, found[1].day, **busy), TODAY)
    with pytest.raises(Problem) as refused:
        accept_plan(found, TODAY)
    assert [words.split("张样一")[1] for words in refused.value.complaints] == ["外出。", "已有安排。"]
    assert Activity.select().count() == 1


def test_accepting_twice_is_refused(zhang: Official) -> None:
    found = propose_plan(Q4, TODAY).trips
    accept_plan(found, TODAY)
    later = [trip._replace(day=day(12, 31), half=Half.PM) for trip in found if trip.points][:1]
    with pytest.raises(Problem, match="已经完成或另有计划"):
        accept_plan(later, TODAY)


def test_a_plan_left_open_past_its_quarters_end_is_refused_in_words(zhang: Official) -> None:
    found = propose_plan(Q4, TODAY).trips
    for today in (day(12, 31), day(1, 5, 2027)):
        with pytest.raises(Problem, match="到12月31日为止的日子都已过去"):
            accept_plan(found, today)


def test_a_plan_for_one_leader_keeps_off_his_partners_half_days(zhang: Official) -> None:
    li = a_leader("李样二")
    with writing("样"):
        Pairing.create(a=zhang, b=li)
    out = {"kind": ActivityKind.FIELDWORK, "targets": (), "state": ActivityState.PLANNED}
    save_activity(a_visit(li, day(12, 8), last_day=day(12, 30), **out), TODAY)
    found = propose_plan(Q4, TODAY, zhang)
    assert {trip.leader for trip in found.trips} == {"张样一"}
    assert {trip.day for trip in found.trips} == {day(12, 31)}


def test_the_offices_own_limits_are_kept(zhang: Official) -> None:
    change_settings({"trips_a_week": "1", "targets_a_trip": "2"})
    found = propose_plan(Q4, TODAY)
    weeks = [trip.day.isocalendar().week for trip in found.trips]
    assert len(weeks) == len(set(weeks)) == 4
    assert max(sum(name.startswith("王") for name in trip.targets) for trip in found.trips) == 2


def test_market_days_are_those_of_the_township(zhang: Official) -> None:
    township = ContactPoint.get(ContactPoint.kind == "township")
    township.market_days = "公历18"
    save_point(township)
    found = propose_plan(Q4, TODAY)
    assert [trip.day for trip in found.trips if "样样镇" in trip.targets] == [day(12, 18)]


def test_an_accepted_plan_opens_in_the_form_like_any_other(zhang: Official) -> None:
    kept = accept_plan(propose_plan(Q4, TODAY).trips, TODAY)
    typed = read_entry(kept[0])
    assert typed.leaders == [zhang.id]
    assert (typed.first_day, typed.first_half) == (typed.last_day, typed.last_half)
    assert save_activity(typed, TODAY).number == kept[0].number


def test_an_office_that_asks_for_far_more_than_fits_does_not_wait_for_its_plan(office: Path) -> None:
    fill_with_demo(TODAY)
    with writing("样", Topic.DUTY_RULE):
        DutyRule.update(quota=50).where(DutyRule.period == "quarter").execute()
    begun = perf_counter()
    proposal = propose_plan(period("2027Q1"), TODAY)
    assert perf_counter() - begun < 30
    assert len(proposal.trips) > 200
    assert len(proposal.unplaced) > 200
