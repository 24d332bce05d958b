"""What is owed for part of a period, and what is planned or missing, case by case."""

import pytest

from models.rules import counting
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState, DutyState, Half
from tests.rules.small_office import (
    HOUSEHOLD,
    STAFF,
    TOWNSHIP,
    VILLAGE,
    activity,
    duty,
    holds,
    leader,
    line,
    lines,
    visit,
)

HEARING, FIELDWORK, REPORT = ActivityKind.HEARING, ActivityKind.FIELDWORK, ActivityKind.REPORT
AM = Half.AM


# --- 7: part of a period


@pytest.mark.parametrize(
    ("quota", "days", "span", "owed"),
    [
        (1, 90, "2026Q1", 1),
        (1, 45, "2026Q1", 1),
        (1, 44, "2026Q1", 0),
        (2, 365, "2026", 2),
        (2, 274, "2026", 2),
        (2, 273, "2026", 1),
        (2, 92, "2026", 1),
        (2, 91, "2026", 0),
        (60, 184, "2026", 30),
        (60, 1, "2026", 0),
        (1, 0, "2026", 0),
    ],
)
def test_owed_is_the_share_of_the_days_rounded_to_the_nearest(
    quota: int, days: int, span: str, owed: int
) -> None:
    assert counting.owed(quota, days, period(span), pro_rata=True) == owed


@pytest.mark.parametrize(("days", "owed"), [(0, 0), (1, 2), (365, 2)])
def test_without_pro_rata_one_day_owes_the_whole(days: int, owed: int) -> None:
    assert counting.owed(2, days, period("2026"), pro_rata=False) == owed


@pytest.mark.parametrize(
    ("held", "person", "rule", "owed"),
    [
        (holds(HOUSEHOLD, "07-01"), leader(), duty("household_visit"), 1),
        (holds(HOUSEHOLD), leader(until="06-30"), duty("household_visit"), 1),
        (holds(HOUSEHOLD), leader(), duty("household_visit", since="07-01"), 1),
        (holds(HOUSEHOLD, "07-01"), leader(until="07-20"), duty("household_visit"), 0),
    ],
)
def test_assignment_office_and_validity_each_shorten_what_is_owed(held, person, rule, owed) -> None:
    assert line(rule, "2026", held=[held], officials=[person]).owed == owed


def test_a_point_assigned_twice_has_its_days_united_in_one_row() -> None:
    held = [holds(HOUSEHOLD, "01-01", "04-30"), holds(HOUSEHOLD, "03-01", "06-30"), holds(HOUSEHOLD, "12-01")]
    row = line("household_visit", "2026", held=held)
    assert row.owed == counting.owed(2, 181 + 31, period("2026"), pro_rata=True) == 1


def test_a_visit_between_two_times_of_holding_a_point_does_not_count() -> None:
    held = [holds(HOUSEHOLD, "01-01", "03-31"), holds(HOUSEHOLD, "09-01")]
    trips = [visit(first, HOUSEHOLD) for first in ("02-03", "06-15", "10-01")]
    assert line("household_visit", "2026", *trips, held=held).done == 2


def test_no_row_for_who_was_not_there_and_did_nothing() -> None:
    assert lines("2026Q1", officials=[leader(since="04-01")]) == []


def test_a_row_rounded_to_nothing_is_listed() -> None:
    row = line("hearing", "2026Q1", officials=[leader(since="03-20")])
    assert (row.owed, row.state) == (0, DutyState.NOT_OWED)


def test_what_was_done_is_listed_even_where_nothing_was_owed() -> None:
    row = line(duty("hearing", since="04-01"), "2026Q1", activity(HEARING, "02-03"))
    assert (row.owed, row.done, row.state) == (0, 1, DutyState.NOT_OWED)


# --- 8: planned, missing


@pytest.mark.parametrize(("today", "planned"), [("02-03", 1), ("02-05", 1), ("02-06", 0)])
def test_a_plan_counts_as_planned_until_its_last_day_has_passed(today: str, planned: int) -> None:
    plan = activity(HEARING, "02-03", "02-05", state=ActivityState.PLANNED)
    assert line("hearing", "2026Q1", plan, today=today).planned == planned


def test_a_plan_is_planned_for_every_target_it_intends() -> None:
    plan = visit("02-03", TOWNSHIP, VILLAGE, HOUSEHOLD, state=ActivityState.PLANNED)
    rows = lines("2026Q1", plan) + lines("2026", plan)
    assert {row.subject for row in rows if row.subject and row.planned} == {"样样镇", "样样村", "王样甲"}


def test_what_was_arranged_is_named() -> None:
    plan = visit("02-03", TOWNSHIP, state=ActivityState.PLANNED)
    rows = lines("2026Q1", plan) + lines("2026", plan)
    arranged = {row.rule: row.arranged for row in rows if row.arranged}
    assert arranged == {"township_visit": (plan.number,), "fieldwork_days": (plan.number,)}


def test_half_days_done_already_are_not_planned_again() -> None:
    trips = [
        activity(FIELDWORK, "02-03", halves=(AM, AM)),
        activity(FIELDWORK, "02-03", "02-04", state=ActivityState.PLANNED),
        visit("02-04", VILLAGE, state=ActivityState.PLANNED),
    ]
    row = line("fieldwork_days", "2026", *trips)
    assert (row.done, row.planned) == (0.5, 1.5)


def test_a_plan_for_which_somebody_else_goes_is_not_the_leaders() -> None:
    plan = activity(HEARING, "02-03", state=ActivityState.PLANNED, stand_ins=[STAFF])
    assert line("hearing", "2026Q1", plan).planned == 0


@pytest.mark.parametrize(
    ("done", "planned", "missing", "unplanned"),
    [(0, 0, 3, 3), (1, 1, 2, 1), (2, 3, 1, 0), (5, 1, 0, 0)],
)
def test_missing_is_not_done_and_unplanned_is_not_even_planned(
    done: int, planned: int, missing: int, unplanned: int
) -> None:
    trips = [activity(REPORT, f"01-{n:02}") for n in range(1, 1 + done)]
    plans = [activity(REPORT, f"02-{n:02}", state=ActivityState.PLANNED) for n in range(1, 1 + planned)]
    row = line(duty("report", quota=3), "2026", *trips, *plans)
    assert (row.done, row.planned, row.missing, row.unplanned) == (done, planned, missing, unplanned)
