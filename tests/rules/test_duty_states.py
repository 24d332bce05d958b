"""Where a duty stands, the first state that holds, and the pace still needed."""

from fractions import Fraction

import pytest

from models.rules import counting
from models.rules.calendar import period
from models.rules.choices import Choices
from models.rules.kinds import ActivityKind, ActivityState, DutyState
from tests.rules.small_office import LI, activity, day, duty, leader, line, lines

HEARING, FIELDWORK = ActivityKind.HEARING, ActivityKind.FIELDWORK
HEARD = activity(HEARING, "02-03")
TO_HEAR = activity(HEARING, "03-30", state=ActivityState.PLANNED)


@pytest.mark.parametrize(
    ("rule", "activities", "today", "state"),
    [
        (duty("hearing", quota=0), [HEARD], "2026-04-01", DutyState.NOT_OWED),
        (duty("hearing"), [HEARD], "2026-04-01", DutyState.DONE),
        (duty("hearing"), [TO_HEAR], "2026-04-01", DutyState.LATE),
        (duty("hearing"), [], "2026-04-01", DutyState.LATE),
        (duty("hearing"), [TO_HEAR], "2026-03-20", DutyState.SCHEDULED),
        (duty("hearing", quota=2), [HEARD, TO_HEAR], "2026-03-20", DutyState.SCHEDULED),
        (duty("hearing", quota=3), [HEARD, TO_HEAR], "2026-03-20", DutyState.AT_RISK),
        (duty("hearing"), [], "2026-03-31", DutyState.AT_RISK),
        (duty("hearing"), [], "2026-01-01", DutyState.OPEN),
        (duty("hearing"), [], "2025-11-11", DutyState.OPEN),
    ],
)
def test_the_first_state_that_holds_is_taken(rule, activities, today: str, state: DutyState) -> None:
    assert line(rule, "2026Q1", *activities, today=today).state == state


@pytest.mark.parametrize(
    ("span", "today", "state"),
    [
        ("2026Q1", "2026-03-01", DutyState.AT_RISK),
        ("2026Q1", "2026-02-28", DutyState.OPEN),
        ("2026Q2", "2026-05-31", DutyState.AT_RISK),
        ("2026Q2", "2026-05-30", DutyState.OPEN),
    ],
)
def test_a_duty_presses_from_exactly_two_thirds_of_its_period_on(span: str, today: str, state) -> None:
    assert line("hearing", span, today=today).state == state


def test_two_thirds_are_of_the_whole_period_even_if_less_of_it_is_owed() -> None:
    row = line("hearing", "2026Q1", today="2026-02-28", officials=[leader(until="02-28")])
    assert (row.owed, row.state) == (1, DutyState.OPEN)


@pytest.mark.parametrize(
    ("share", "today", "state"),
    [
        (Fraction(1, 2), "2026-02-14", DutyState.AT_RISK),
        (Fraction(1, 2), "2026-02-13", DutyState.OPEN),
        (Fraction(1), "2026-03-30", DutyState.OPEN),
        (Fraction(1), "2026-03-31", DutyState.AT_RISK),
    ],
)
def test_from_when_on_a_duty_presses_is_a_choice(share: Fraction, today: str, state: DutyState) -> None:
    assert line("hearing", "2026Q1", today=today, choices=Choices(risk_share=share)).state == state


@pytest.mark.parametrize(
    ("today", "pace"),
    [
        ("2026-12-24", 60.0),
        ("2026-12-17", 30.0),
        ("2026-12-30", 420.0),
        ("2026-12-31", None),
        ("2027-01-05", None),
    ],
)
def test_the_pace_is_what_is_left_a_week_and_none_on_the_last_day(today: str, pace: float | None) -> None:
    assert line("fieldwork_days", "2026", today=today).per_week == (
        None if pace is None else pytest.approx(pace)
    )


def test_41_of_60_days_with_9_weeks_left_want_2_1_days_a_week() -> None:
    days = activity(FIELDWORK, "03-01", "04-10")
    row = line("fieldwork_days", "2026", days, today="2026-10-29")
    assert (row.done, row.missing, round(row.per_week or 0, 1)) == (41, 19, 2.1)


def test_who_has_done_enough_needs_no_pace() -> None:
    row = line(duty("fieldwork_days", quota=3), "2026", activity(FIELDWORK, "02-02", "02-06"))
    assert (row.missing, row.per_week) == (0, 0)


def test_only_days_have_a_pace() -> None:
    assert {row.per_week for row in lines("2026Q1")} == {None}


def test_leaders_are_ranked_by_what_is_left_on_each_working_day_left() -> None:
    people = [leader(), leader(LI, "李样二")]
    rows = lines(
        "2026", activity(FIELDWORK, "02-02", "02-06"), rules=[duty("fieldwork_days")], officials=people
    )
    ranked = counting.by_pace(rows, workdays_left=110)
    assert [(row.leader, pace) for row, pace in ranked] == [("李样二", 60 / 110), ("张样一", 0.5)]


def test_half_days_never_lose_precision() -> None:
    mornings = [activity(FIELDWORK, f"03-{n:02}", halves=("am", "am")) for n in range(1, 32)]
    assert line("fieldwork_days", "2026", *mornings, today=str(day("12-01"))).done == 15.5


def test_a_period_knows_how_long_it_is() -> None:
    assert (period("2026").days, period("2028").days, period("2026Q1").days) == (365, 366, 90)
