"""What stands on the work list: which periods, and which duties of them."""

from datetime import date

import pytest

from models.rules.due import pressing, spans
from models.rules.kinds import ActivityKind, ActivityState
from tests.rules.small_office import activity, duty, lines


@pytest.mark.parametrize(
    ("today", "names"),
    [
        ("2026-01-15", {"2025", "2025H2", "2025Q4", "2026Q1", "2026H1", "2026"}),
        ("2026-05-01", {"2026Q1", "2026Q2", "2026H1", "2026"}),
        ("2026-08-01", {"2026H1", "2026Q2", "2026Q3", "2026H2", "2026"}),
        ("2026-12-31", {"2026Q3", "2026Q4", "2026H2", "2026"}),
    ],
)
def test_running_periods_and_for_one_quarter_those_just_over(today: str, names: set[str]) -> None:
    assert names == {str(span) for span in spans(date.fromisoformat(today))}


@pytest.mark.parametrize(
    ("span", "today", "states"),
    [
        ("2026Q1", "2026-04-20", ["late"]),
        ("2026Q2", "2026-04-20", ["open"]),
        ("2026Q2", "2026-06-20", ["at_risk"]),
    ],
)
def test_a_quarters_duty_is_due_all_quarter_long(span: str, today: str, states: list[str]) -> None:
    rows = lines(span, rules=[duty("hearing")], today=today)
    found = list(pressing(rows, date.fromisoformat(today)))
    assert [entry.state for entry in found] == states
    assert {entry.due for entry in found} == {row.period.last for row in rows}


@pytest.mark.parametrize(
    ("today", "states"), [("2026-02-01", []), ("2026-09-15", ["at_risk"]), ("2026-10-01", ["at_risk"])]
)
def test_a_years_duty_is_due_once_it_presses(today: str, states: list[str]) -> None:
    rows = lines("2026", rules=[duty("point_meeting")], today=today)
    assert [entry.state for entry in pressing(rows, date.fromisoformat(today))] == states


def test_what_is_done_arranged_or_not_owed_is_not_on_the_list() -> None:
    done = activity(ActivityKind.HEARING, "02-03")
    plan = activity(ActivityKind.HEARING, "02-20", state=ActivityState.PLANNED)
    rows = [
        *lines("2026Q1", done, rules=[duty("hearing")]),
        *lines("2026Q1", plan, rules=[duty("hearing")]),
        *lines("2026Q1", rules=[duty("hearing", quota=0)]),
    ]
    assert list(pressing(rows, date(2026, 2, 10))) == []
