"""Lunar days, held to the calendar as it was published: new years, leap months, month lengths."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from models.lunar import Lunar, lunar

NEW_YEARS = (
    *("2000-02-05", "2005-02-09", "2010-02-14", "2015-02-19", "2020-01-25", "2021-02-12", "2022-02-01"),
    *("2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13"),
    *("2030-02-03", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08", "2050-01-23"),
)
LEAP_MONTHS = {  # first day of each leap month from 2020 to 2035
    "2020-05-23": 4,
    "2023-03-22": 2,
    "2025-07-25": 6,
    "2028-06-23": 5,
    "2031-04-22": 3,
    "2033-12-22": 11,
}


@pytest.mark.parametrize("day", NEW_YEARS)
def test_the_new_year_begins_on_its_day(day: str) -> None:
    first = date.fromisoformat(day)
    assert lunar(first) == Lunar(1, 1)
    assert lunar(first - timedelta(1)).month == 12
    assert lunar(first - timedelta(1)).day in (29, 30)


def test_leap_months_begin_on_their_days_and_there_are_no_others() -> None:
    span = (date(2020, 1, 25) + timedelta(n) for n in range(16 * 365 - 30))
    found = {str(day): lunar(day).month for day in span if lunar(day).leap and lunar(day).day == 1}
    assert found == LEAP_MONTHS


def test_every_day_follows_the_one_before() -> None:
    days = [lunar(date(2024, 1, 1) + timedelta(n)) for n in range(4000)]
    for before, after in pairwise(days):
        if after.day == 1:
            assert before.day in (29, 30)
            assert after.month in (before.month, before.month % 12 + 1)
            assert after.leap == (after.month == before.month)
        else:
            assert after == before._replace(day=before.day + 1)


@pytest.mark.parametrize(
    ("day", "text", "short"),
    [
        ("2026-11-22", "十月十四", "十四"),
        ("2026-02-16", "腊月廿九", "廿九"),
        ("2026-02-17", "正月初一", "正月"),
        ("2025-07-25", "闰六月初一", "闰六月"),
        ("2026-12-09", "冬月初一", "冬月"),
        ("2026-12-18", "冬月初十", "初十"),
        ("2026-12-28", "冬月二十", "二十"),
        ("2026-12-29", "冬月廿一", "廿一"),
        ("2027-01-07", "冬月三十", "三十"),
    ],
)
def test_a_day_is_called_as_calendars_call_it(day: str, text: str, short: str) -> None:
    named = lunar(date.fromisoformat(day))
    assert (named.text, named.short) == (text, short)


@pytest.mark.parametrize("day", [date.min, date(1901, 12, 31), date(2100, 1, 1), date.max])
def test_days_beyond_the_table_have_no_name_and_disturb_nobody(day: date) -> None:
    assert lunar(day) == Lunar(0, 0)
    assert (lunar(day).text, lunar(day).short) == ("", "")
