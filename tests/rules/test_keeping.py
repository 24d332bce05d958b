"""Which backups stay: counted by their numbers; a clock that jumps takes nothing away."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.rules.keeping import DAYS, MONTHS, NEWEST, WEEKS, Kept, surplus

TODAY = date(2026, 11, 25)


def daily(count: int, each_day: int = 1, last: date = TODAY) -> list[Kept]:
    """So many a day up to the last one."""
    return [
        Kept(number, last - timedelta((count - 1 - number) // each_day), is_safety=False)
        for number in range(count)
    ]


def kept_of(copies: Iterable[Kept]) -> list[Kept]:
    listed = list(copies)
    gone = surplus(listed)
    return [copy for copy in listed if copy not in gone]


@pytest.mark.parametrize("count", range(NEWEST + 1))
def test_ten_copies_stay_however_old(count: int) -> None:
    assert surplus(Kept(number, TODAY, is_safety=False) for number in range(count)) == []


def test_of_one_days_copies_the_newest_ten_stay() -> None:
    assert [copy.number for copy in kept_of(daily(15, each_day=99))] == list(range(5, 15))


def test_after_three_years_of_a_copy_a_day_days_weeks_and_months_are_thinned_out() -> None:
    kept = kept_of(daily(3 * 365))
    assert len({copy.day for copy in kept[-DAYS:]}) == DAYS
    assert (kept[-1].day - kept[-DAYS].day).days == DAYS - 1
    assert len({(copy.day.year, copy.day.month) for copy in kept}) == MONTHS
    weeks = {copy.day.isocalendar()[:2] for copy in kept if (TODAY - copy.day).days < 7 * WEEKS}
    assert len(weeks) == WEEKS
    assert len(kept) <= DAYS + WEEKS + MONTHS


def test_those_made_before_something_risky_outlive_ordinary_ones() -> None:
    risky = Kept(0, TODAY, is_safety=True)
    usual = [Kept(number, TODAY, is_safety=False) for number in range(1, 40)]
    assert risky in kept_of([risky, *usual])


@pytest.mark.parametrize("jump", [3650, 8, -1, -365])
def test_while_the_clock_is_in_doubt_nothing_goes(jump: int) -> None:
    copies = [*daily(400), Kept(400, TODAY + timedelta(jump), is_safety=False)]
    assert surplus(copies) == []


def test_a_clock_ten_years_ahead_and_back_costs_a_bucket_at_most() -> None:
    before = kept_of(daily(400))
    ahead = [Kept(400 + number, date(2036, 11, 25), is_safety=False) for number in range(3)]
    back = [Kept(403 + number, TODAY + timedelta(1), is_safety=False) for number in range(12)]
    kept = kept_of([*before, *ahead, *back])
    lost = [copy for copy in before if copy not in kept]
    assert len(lost) <= 4


def test_the_oldest_go_first() -> None:
    gone = surplus(daily(100, each_day=99))
    assert [copy.number for copy in gone] == sorted(copy.number for copy in gone)


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-400, 40), st.booleans()), max_size=60),
    st.integers(0, 3),
)
def test_whatever_happened_the_newest_ten_and_a_copy_of_each_month_stay(
    steps: list[tuple[int, bool]], often: int
) -> None:
    day, copies = TODAY, []
    for number, (step, is_safety) in enumerate(steps):
        day += timedelta(step if step > 0 or often == 0 else often % 3)
        copies.append(Kept(number, day, is_safety))
        kept = kept_of(copies)
        assert {copy.number for copy in copies[-NEWEST:]} <= {copy.number for copy in kept}
        months = list(dict.fromkeys((copy.day.year, copy.day.month) for copy in reversed(copies)))[:MONTHS]
        assert set(months) <= {(copy.day.year, copy.day.month) for copy in kept}
        copies = kept
