"""Working days: Monday to Friday, less days off, plus make-up workdays."""

from datetime import date

import pytest

from models.rules.kinds import DayKind
from models.rules.workdays import is_whole, is_workday, workday_after, workdays_between

# A Spring Festival: off from Monday the 16th to Friday the 20th, worked on Saturday the 14th.
SPRING = {date(2026, 2, day): DayKind.OFF for day in range(16, 21)} | {date(2026, 2, 14): DayKind.WORK}


@pytest.mark.parametrize(
    ("day", "works"),
    [(13, True), (14, True), (15, False), (16, False), (20, False), (21, False), (23, True)],
)
def test_exceptions_go_before_the_week(day: int, works: bool) -> None:
    assert is_workday(date(2026, 2, day), SPRING) is works


def test_without_a_table_it_is_monday_to_friday() -> None:
    assert [is_workday(date(2026, 3, day), {}) for day in range(2, 9)] == [True] * 5 + [False] * 2


def test_working_days_are_counted_with_both_ends() -> None:
    assert workdays_between(date(2026, 2, 13), date(2026, 2, 23), SPRING) == 3
    assert workdays_between(date(2026, 3, 2), date(2026, 3, 2), {}) == 1
    assert workdays_between(date(2026, 3, 2), date(2026, 3, 1), {}) == 0


@pytest.mark.parametrize(("count", "due"), [(1, 14), (2, 23), (5, 26)])
def test_working_days_after_receipt_begin_on_the_next_one(count: int, due: int) -> None:
    assert workday_after(date(2026, 2, 13), count, SPRING) == date(2026, 2, due)


@pytest.mark.parametrize(
    ("off", "whole"),
    [
        ([], False),
        (["01-01"], False),
        (["01-01", "10-01"], True),  # 1 May 2027 is a Saturday
        (["01-01", "05-01", "10-01"], True),
        (["05-01", "10-01"], False),
    ],
)
def test_a_years_table_is_whole_when_the_holidays_fixed_by_law_are_in_it(off: list[str], whole: bool) -> None:
    assert is_whole(2027, {date.fromisoformat(f"2027-{each}"): DayKind.OFF for each in off}) is whole
