"""Periods of whole dates, both ends included, and dates as they stand on paper."""

from datetime import date
from itertools import pairwise

import pytest

from models.rules import calendar
from models.rules.calendar import period
from models.rules.kinds import PeriodKind
from models.rules.problem import Problem


@pytest.mark.parametrize(
    ("name", "first", "last", "title"),
    [
        ("2026", "2026-01-01", "2026-12-31", "2026年"),
        ("2026H1", "2026-01-01", "2026-06-30", "2026年上半年"),
        ("2026H2", "2026-07-01", "2026-12-31", "2026年下半年"),
        ("2026Q1", "2026-01-01", "2026-03-31", "2026年第一季度"),
        ("2026Q2", "2026-04-01", "2026-06-30", "2026年第二季度"),
        ("2026Q3", "2026-07-01", "2026-09-30", "2026年第三季度"),
        ("2026Q4", "2026-10-01", "2026-12-31", "2026年第四季度"),
        ("2024Q1", "2024-01-01", "2024-03-31", "2024年第一季度"),
    ],
)
def test_a_period_has_its_days_and_its_title_and_gives_its_name_back(
    name: str, first: str, last: str, title: str
) -> None:
    found = period(name)
    assert (str(found.first), str(found.last), found.title, str(found)) == (first, last, title, name)


@pytest.mark.parametrize("typed", [" 2026Q3 ", "2026q3"])
def test_a_period_may_be_typed_loosely(typed: str) -> None:
    assert period(typed) == period("2026Q3")


@pytest.mark.parametrize(
    "typed",
    ["2026Q5", "2026Q0", "2026H3", "2026Q", "26", "20266", "0026", "", "2026-Q1", "二〇二六", "2026Q12"],
)
def test_anything_else_is_refused_with_what_to_write_instead(typed: str) -> None:
    with pytest.raises(Problem, match=r"看不懂期间.*2026Q3"):
        period(typed)


@pytest.mark.parametrize(
    ("day", "quarter", "half"),
    [
        ("2026-01-01", "Q1", "H1"),
        ("2026-03-31", "Q1", "H1"),
        ("2026-04-01", "Q2", "H1"),
        ("2026-12-31", "Q4", "H2"),
    ],
)
def test_a_day_lies_in_its_quarter_half_and_year(day: str, quarter: str, half: str) -> None:
    when = date.fromisoformat(day)
    assert calendar.quarter_of(when) == period(f"2026{quarter}")
    assert calendar.half_of(when) == period(f"2026{half}")
    assert calendar.year_of(when) == period("2026")


@pytest.mark.parametrize(
    ("name", "earlier"), [("2026Q1", "2025Q4"), ("2026Q3", "2026Q2"), ("2026H1", "2025H2"), ("2026", "2025")]
)
def test_the_period_before_is_of_the_same_kind(name: str, earlier: str) -> None:
    assert calendar.before(period(name)) == period(earlier)


def test_both_ends_lie_inside() -> None:
    quarter = period("2026Q1")
    inside = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1)]
    assert [day in quarter for day in inside] == [False, True, True, False]


def test_a_term_is_as_long_as_the_office_set_it() -> None:
    term = calendar.term(date(2021, 12, 1), date(2026, 11, 30))
    assert (term.kind, term.days) == (PeriodKind.TERM, 1826)
    assert term.title == "2021年12月1日至2026年11月30日"


def test_a_single_day_is_called_by_its_date() -> None:
    only = date(2026, 11, 25)
    assert calendar.Period(only, only, PeriodKind.INTERVAL).title == "2026年11月25日"


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-02-10", "2026-02-10", "2026-04-09"),
        ("2026-04-09", "2026-02-10", "2026-04-09"),
        ("2026-04-10", "2026-04-10", "2026-06-09"),
        ("2026-02-09", "2025-12-10", "2026-02-09"),
        ("2027-01-01", "2026-12-10", "2027-02-09"),
    ],
)
def test_an_interval_of_two_months_is_counted_from_its_fixed_start(day: str, first: str, last: str) -> None:
    found = calendar.interval_of(date.fromisoformat(day), date(2026, 2, 10), 2)
    assert (found.kind, str(found.first), str(found.last)) == (PeriodKind.INTERVAL, first, last)


def test_intervals_from_a_months_last_day_leave_no_day_out_and_count_none_twice() -> None:
    start = date(2026, 1, 31)
    days = [date.fromordinal(start.toordinal() + n) for n in range(500)]
    found = [calendar.interval_of(day, start, 1) for day in days]
    assert all(day in span for day, span in zip(days, found, strict=True))
    spans = sorted(set(found))
    assert all(one.last.toordinal() + 1 == next_.first.toordinal() for one, next_ in pairwise(spans))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-15", -3, "2025-12-15")],
)
def test_a_month_on_is_the_same_day_or_the_months_last(day: str, months: int, later: str) -> None:
    assert str(calendar.add_months(date.fromisoformat(day), months)) == later


def test_dates_are_written_without_leading_zeros() -> None:
    assert calendar.chinese_date(date(2026, 3, 5)) == "2026年3月5日"
    assert calendar.weekday_name(date(2026, 3, 5)) == "星期四"
    assert calendar.weekday_name(date(2026, 3, 8)) == "星期日"
