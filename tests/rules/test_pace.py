"""Days out: who is pressed most, and their course over the year, all asked of the engine."""

from dataclasses import replace
from datetime import date

import pytest

from models.rules.calendar import period
from models.rules.choices import Choices
from models.rules.facts import Activity, Facts
from models.rules.kinds import ActivityKind, ActivityState, Half
from models.rules.pace import days_by_kind, days_duty, days_to_date, paced, running_days, weeks_left
from tests.rules.small_office import ALL_DUTIES, LI, activity, day, duty, leader, line, lines, visit

RULE = duty("fieldwork_days")


def facts(*trips: Activity) -> Facts:
    return Facts([leader()], [], trips, [RULE], Choices(), lambda _: True)


def out(first: str, days: int = 1) -> Activity:
    last = date.fromisoformat(f"2026-{first}").replace(day=int(first[3:]) + days - 1)
    return activity(ActivityKind.FIELDWORK, first, str(last))


def test_the_course_is_told_to_each_month_s_end_and_to_today() -> None:
    course = days_to_date(facts(out("01-10", 2), out("03-05", 3)), RULE, period("2026"), day("03-10"))
    assert course == [(day("01-31"), 2), (day("02-28"), 2), (day("03-10"), 5)]


def test_its_last_point_is_what_the_engine_counts_for_the_year() -> None:
    trips = [out("01-10", 2), out("03-05", 3), visit("11-20")]
    course = days_to_date(facts(*trips), RULE, period("2026"), day("11-25"))
    assert course[-1] == (day("11-25"), line(RULE, "2026", *trips, held=[], today="2026-11-25").done)


def test_a_year_that_is_over_has_twelve_points_and_one_to_come_none() -> None:
    assert len(days_to_date(facts(), RULE, period("2026"), day("2027-03-01"))) == 12
    assert days_to_date(facts(), RULE, period("2026"), day("2025-12-31")) == []


def test_a_leap_year_s_february_ends_on_the_29th() -> None:
    course = days_to_date(facts(), RULE, period("2028"), day("2028-03-01"))
    assert [when for when, _ in course] == [date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 1)]


def test_a_trip_over_the_month_s_end_counts_day_by_day() -> None:
    trip = activity(ActivityKind.FIELDWORK, "01-31", "2026-02-01", halves=(Half.PM, Half.PM))
    course = days_to_date(facts(trip), RULE, period("2026"), day("02-10"))
    assert [days for _, days in course] == [0.5, 1.5]


def test_days_divide_among_the_kinds_and_those_the_office_leaves_out_are_not_told() -> None:
    trips = [out("01-10"), visit("02-09"), activity(ActivityKind.HEARING, "03-02", halves=(Half.AM, Half.AM))]
    found = facts(*trips)
    year = period("2026"), day("11-25")
    assert dict(days_by_kind(found, RULE, *year)) == {
        ActivityKind.VISIT: 1,
        ActivityKind.HEARING: 0.5,
        ActivityKind.FIELDWORK: 1,
    }
    narrow = replace(found, choices=Choices(visits_are_fieldwork=False))
    assert ActivityKind.VISIT not in dict(days_by_kind(narrow, RULE, *year))


def test_who_lacks_most_comes_first_and_equal_ones_share_their_place() -> None:
    people = [leader(), leader(LI, "李样二"), leader(3, "陈样三"), leader(4, "周样四")]
    trips = [
        activity(ActivityKind.FIELDWORK, "01-10", "2026-01-12", leaders=[1]),
        activity(ActivityKind.FIELDWORK, "01-10", "2026-03-31", leaders=[4]),
    ]
    found = lines("2026", *trips, rules=[RULE], officials=people)
    assert [(place, each.leader) for place, each in paced(found, 200)] == [
        (1, "李样二"),
        (1, "陈样三"),
        (3, "张样一"),
    ]


def test_the_weeks_left_are_those_the_engine_s_pace_divides_by() -> None:
    found = line(RULE, "2026", today="2026-11-25")
    assert found.missing / weeks_left(found.period, day("11-25")) == pytest.approx(found.per_week)
    assert weeks_left(found.period, day("12-31")) == weeks_left(found.period, day("2027-02-01")) == 0


def test_the_paced_duty_is_the_first_yearly_one_in_days_as_it_was_changed_last() -> None:
    changed = duty("fieldwork_days", quota=40, since="2026-07-01")
    study = duty("fieldwork_days", quota=12)._replace(code="study")
    assert days_duty([*ALL_DUTIES, study, changed]) == changed
    assert days_duty([duty("hearing")]) is None


def test_days_run_up_activity_by_activity_and_a_shared_half_day_counts_once() -> None:
    long, inside = (
        out("03-05", 3),
        activity(ActivityKind.VISIT, "03-06", halves=(Half.AM, Half.AM), number="内"),
    )
    later = activity(ActivityKind.FIELDWORK, "03-20", halves=(Half.PM, Half.PM), number="后")
    strange = visit("03-07", leaders=[LI], number="别人")
    planned = activity(ActivityKind.FIELDWORK, "12-20", state=ActivityState.PLANNED, number="计划")
    trips = [later, inside, strange, planned, long]
    found = running_days(facts(*trips), RULE, period("2026"), day("11-25"))
    assert found == [(long.number, 3), ("内", 3), ("后", 3.5)]
    assert found[-1][1] == line(RULE, "2026", *trips, held=[], today="2026-11-25").done


def test_of_what_began_last_year_only_this_years_days_run_up() -> None:
    over = activity(ActivityKind.FIELDWORK, "2025-12-30", "2026-01-02", number="跨年")
    assert running_days(facts(over), RULE, period("2026"), day("01-25")) == [("跨年", 2)]
    assert running_days(facts(), RULE, period("2026"), day("01-25")) == []
