"""Days off and make-up workdays: the shipped table, and the office's own over it."""

from datetime import date

import pytest

from models.holiday import Holiday, exceptions, save_holiday, workday_test, year_table
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
