"""Days off and make-up workdays: the shipped table, and the office's own over it."""

from datetime import date

import pytest

from models.change import Change
from models.holiday import (
    Holiday,
    Marked,
    delete_holidays,
    exceptions,
    marked_days,
    save_holiday,
    save_holidays,
    workday_test,
    year_table,
)
from models.rules.kinds import DayKind
from models.writing import Topic, drain_topics
from tests.models.made_up import day

pytestmark = pytest.mark.usefixtures("office")


def test_the_shipped_table_knows_public_holidays_and_make_up_workdays() -> None:
    works = workday_test()
    assert not works(date(2024, 10, 1))
    assert works(date(2024, 9, 29))  # a Sunday worked for the National Day holiday
    assert year_table(2024).source == "shipped"


def test_the_offices_own_day_goes_before_the_shipped_one() -> None:
    save_holiday(date(2024, 10, 1), DayKind.WORK, "值守")
    assert workday_test()(date(2024, 10, 1))
    assert year_table(2024).source == "office"
    assert date(2024, 10, 1) in year_table(2024).work
    assert drain_topics() == {Topic.HOLIDAY}


def test_a_day_is_kept_once_however_often_it_is_set() -> None:
    for kind in (DayKind.OFF, DayKind.WORK, DayKind.OFF):
        save_holiday(day(3, 5), kind, "样")
    assert [(row.day, row.kind) for row in Holiday.select()] == [(day(3, 5), DayKind.OFF)]
    assert exceptions()[day(3, 5)] == DayKind.OFF


def test_a_year_without_a_table_says_so() -> None:
    table = year_table(2099)
    assert (table.source, table.off, table.work) == ("none", [], [])
    assert [workday_test()(date(2099, 3, number)) for number in (6, 7, 8, 9)] == [True, False, False, True]


def test_the_shipped_holidays_have_their_chinese_names() -> None:
    days = marked_days(date(2026, 1, 1), date(2026, 12, 31))
    names = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"]
    assert list(dict.fromkeys(marked.name for marked in days.values())) == [*names[:5], "国庆节", "中秋节"]
    assert days[date(2026, 2, 14)] == Marked(DayKind.WORK, "春节")


def test_a_whole_year_is_set_in_one_action() -> None:
    save_holidays(
        {date(2027, 1, 1): (DayKind.OFF, "元旦"), date(2027, 1, 3): (DayKind.WORK, "元旦")}, "2027年节假日"
    )
    assert year_table(2027).off == [date(2027, 1, 1)]
    assert year_table(2027).work == [date(2027, 1, 3)]
    assert len({change.action for change in Change.select()}) == 1
    assert drain_topics() == {Topic.HOLIDAY}


def test_a_day_taken_back_lets_the_shipped_one_show_again() -> None:
    save_holiday(date(2024, 10, 1), DayKind.WORK, "值守")
    delete_holidays([date(2024, 10, 1), date(2024, 10, 2)])
    assert year_table(2024).source == "shipped"
    assert not workday_test()(date(2024, 10, 1))


@pytest.mark.parametrize(
    ("days", "source", "whole"),
    [([], "none", False), ([(1, 1)], "office", False), ([(1, 1), (10, 1)], "office", True)],
)
def test_a_table_of_a_single_day_is_not_whole(days: list[tuple[int, int]], source: str, whole: bool) -> None:
    save_holidays({date(2027, *each): (DayKind.OFF, "样") for each in days}, "试验")
    assert (year_table(2027).source, year_table(2027).whole) == (source, whole)
