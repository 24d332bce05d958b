"""What a calendar says of its days."""

from datetime import date

import pytest

from models.activity import save_activity
from models.almanac import almanac, markets, missing_words, missing_years, untabled, untabled_words
from models.holiday import save_holiday, save_holidays
from models.lunar import Lunar
from models.rules.kinds import ActivityState, DayKind
from models.setting import change_settings
from tests.models.made_up import a_leader, a_township, a_village, a_visit, day

pytestmark = pytest.mark.usefixtures("office")


def test_the_days_come_in_order_with_both_ends() -> None:
    assert [each.day for each in almanac(day(2, 27), day(3, 2))] == [
        day(2, 27),
        day(2, 28),
        day(3, 1),
        day(3, 2),
    ]


def test_a_holiday_has_its_name_and_a_make_up_workday_that_of_the_holiday_it_pays_for() -> None:
    by_day = {each.day: each for each in almanac(day(9, 18), day(10, 1))}
    assert by_day[day(10, 1)][1:4] == (False, DayKind.OFF, "国庆节")
    assert by_day[day(9, 20)][1:4] == (True, DayKind.WORK, "国庆节")
    assert by_day[day(9, 25)][3] == "中秋节"
    assert by_day[day(9, 18)][1:4] == (True, None, "")
    assert by_day[day(9, 19)][1:4] == (False, None, "")


def test_every_day_has_its_lunar_day() -> None:
    (new_year,) = almanac(day(2, 17), day(2, 17))
    assert new_year.lunar == Lunar(1, 1)


def test_the_offices_own_days_and_months_are_told() -> None:
    save_holiday(day(8, 3), DayKind.OFF, "样样节")
    change_settings({"no_meeting_months": "8"})
    july, august = almanac(day(7, 31), day(8, 1)), almanac(day(8, 3), day(8, 3))
    assert [each.no_meeting for each in july] == [False, True]
    assert august[0][1:4] == (False, DayKind.OFF, "样样节")


def test_market_towns_are_named_on_their_days_alone() -> None:
    by_moon, by_sun, unread = a_township("甲样镇"), a_township("乙样镇"), a_township("丙样镇")
    for point, pattern in ((by_moon, "农历147"), (by_sun, "公历19"), (unread, "三天一圩")):
        point.market_days = pattern
    # 17 February 2026 is the first day of the lunar year, 20 February its fourth.
    assert markets(day(2, 16), day(2, 20), [by_moon, by_sun, unread]) == {
        day(2, 17): ["甲样镇"],
        day(2, 19): ["乙样镇"],
        day(2, 20): ["甲样镇"],
    }


def test_a_year_without_a_table_is_told_wherever_it_is_touched() -> None:
    assert untabled(day(11, 1), day(12, 31)) == []
    assert untabled(day(11, 1), date(2028, 1, 31)) == [2027, 2028]
    assert untabled_words(day(11, 1), day(12, 31)) == ""
    assert "2027年、2028年没有（完整的）节假日表" in untabled_words(day(11, 1), date(2028, 1, 31))


def test_a_single_day_is_no_table_but_the_years_fixed_holidays_are() -> None:
    save_holiday(date(2027, 12, 31), DayKind.OFF, "元旦")
    assert untabled(date(2027, 1, 1), date(2027, 1, 1)) == [2027]
    # 1 May 2027 is a Saturday, off without being written down.
    save_holidays({date(2027, month, 1): (DayKind.OFF, "") for month in (1, 10)}, "2027年")
    assert untabled(date(2027, 1, 1), date(2027, 1, 1)) == []


@pytest.mark.parametrize(
    ("today", "missing"),
    [
        (day(10, 31), []),
        (day(11, 1), [2027]),
        (date(2027, 3, 1), [2027]),
        (date(2027, 11, 1), [2027, 2028]),
    ],
)
def test_next_years_table_is_asked_for_from_november_on(today: date, missing: list[int]) -> None:
    assert missing_years(today) == missing


def test_a_year_with_plans_is_asked_for_at_once_and_one_with_only_past_deeds_is_not() -> None:
    zhang, village = a_leader(), a_village()
    for when, state in ((date(2028, 1, 5), ActivityState.PLANNED), (day(3, 5), ActivityState.DONE)):
        save_activity(a_visit(zhang, when, village, state=state, targets=()), day(3, 6))
    assert missing_years(day(3, 6)) == [2028]
    assert missing_words([2028]).startswith("2028年没有")
