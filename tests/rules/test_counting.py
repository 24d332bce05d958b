"""What is owed and what is done, case by case, in the order of design/counting.md."""

import pytest

from models.rules.choices import Choices
from models.rules.kinds import ActivityKind, ActivityState, DayKind, Half
from tests.rules.small_office import (
    HOUSEHOLD,
    LI,
    OTHER_HOUSEHOLD,
    STAFF,
    TOWNSHIP,
    VILLAGE,
    ZHANG,
    activity,
    day,
    duty,
    holds,
    leader,
    line,
    lines,
    visit,
)

HEARING, FIELDWORK, REPORT = ActivityKind.HEARING, ActivityKind.FIELDWORK, ActivityKind.REPORT
MEETING = ActivityKind.POINT_MEETING
AM, PM = Half.AM, Half.PM
BOTH = [leader(), leader(LI, "李样二")]
ONLY_HOUSEHOLD = [holds(HOUSEHOLD)]


# --- the plan's duties


def test_a_leader_owes_each_point_a_visit_and_himself_the_rest() -> None:
    owed = {(row.rule, row.subject): row.owed for row in lines("2026") + lines("2026Q3")}
    assert owed == {
        ("household_visit", "王样甲"): 2,
        ("household_visit", "王样乙"): 2,
        ("fieldwork_days", None): 60,
        ("report", None): 2,
        ("point_meeting", None): 1,
        ("township_visit", "样样镇"): 1,
        ("village_visit", "样样村"): 1,
        ("hearing", None): 1,
    }


def test_a_half_year_lists_no_duties_of_other_periods() -> None:
    assert lines("2026H1") == []


def test_rows_follow_the_leaders_rank() -> None:
    ranked = [leader(LI, "李样二"), leader()]
    assert [row.leader for row in lines("2026Q1", rules=[duty("hearing")], officials=ranked)] == [
        "李样二",
        "张样一",
    ]


# --- 1, 2: whose, and whether it counts


def test_an_activity_of_two_leaders_counts_for_each() -> None:
    hearing = activity(HEARING, "02-03", leaders=(ZHANG, LI))
    assert [row.done for row in lines("2026Q1", hearing, rules=[duty("hearing")], officials=BOTH)] == [1, 1]


@pytest.mark.parametrize("state", [state for state in ActivityState if state != ActivityState.DONE])
def test_only_what_is_done_counts_however_often(state: ActivityState) -> None:
    often = [activity(HEARING, f"02-0{n}", state=state) for n in range(1, 6)]
    assert line("hearing", "2026Q1", *often).done == 0


@pytest.mark.parametrize(
    ("since", "until", "done"),
    [("", "", 1), ("02-03", "02-03", 1), ("02-04", "", 0), ("", "02-02", 0)],
)
def test_the_first_day_must_lie_in_the_time_in_office(since: str, until: str, done: int) -> None:
    person = leader(since=since, until=until)
    hearing = activity(HEARING, "02-03", "02-05")
    assert line("hearing", "2026Q1", hearing, officials=[person]).done == done


def test_each_point_counts_the_visits_that_met_it() -> None:
    trips = [visit(f"02-0{n}", OTHER_HOUSEHOLD) for n in (3, 4, 5)]
    rows = lines("2026", *trips, rules=[duty("household_visit")])
    assert {row.subject: row.done for row in rows} == {"王样甲": 0, "王样乙": 3}


# --- 3: visits


def test_one_visit_counts_once_for_each_point_it_reached() -> None:
    trip = visit("02-03", TOWNSHIP, VILLAGE, HOUSEHOLD)
    rows = lines("2026Q1", trip) + lines("2026", trip)
    counted = {row.subject: row.done for row in rows if row.subject}
    assert counted == {"样样镇": 1, "样样村": 1, "王样甲": 1, "王样乙": 0}


def test_a_household_never_ticks_its_village() -> None:
    assert line("village_visit", "2026Q1", visit("02-03", HOUSEHOLD)).done == 0


def test_only_a_visit_visits() -> None:
    fieldwork = activity(FIELDWORK, "02-03", points=[VILLAGE])
    assert line("village_visit", "2026Q1", fieldwork).done == 0


@pytest.mark.parametrize(("first", "done"), [("02-02", 0), ("02-03", 1), ("02-10", 1), ("02-11", 0)])
def test_the_first_day_must_lie_in_the_assignment(first: str, done: int) -> None:
    held = [holds(VILLAGE, "02-03", "02-10")]
    assert line("village_visit", "2026Q1", visit(first, VILLAGE), held=held).done == done


def test_a_point_of_another_leader_counts_for_nobody_who_only_came_by() -> None:
    held = [holds(VILLAGE, who=LI)]
    (row,) = lines(
        "2026Q1", visit("02-03", VILLAGE), rules=[duty("village_visit")], held=held, officials=BOTH
    )
    assert (row.leader, row.done) == ("李样二", 0)


def test_after_a_takeover_each_leader_keeps_his_own_visits() -> None:
    held = [holds(HOUSEHOLD, last="06-30"), holds(HOUSEHOLD, "07-01", who=LI)]
    trips = [visit("03-05", HOUSEHOLD), visit("09-05", HOUSEHOLD, leaders=[LI])]
    rows = lines("2026", *trips, rules=[duty("household_visit")], held=held, officials=BOTH)
    assert [(row.leader, row.owed, row.done) for row in rows] == [("张样一", 1, 1), ("李样二", 1, 1)]


def test_what_was_only_telephoned_counts_under_no_duty() -> None:
    calls = [activity(kind, "02-03", on_site=False) for kind in (ActivityKind.VISIT, HEARING)]
    rows = lines("2026Q1", *calls) + lines("2026", *calls)
    assert {row.done for row in rows} == {0}


# --- 4: periods


@pytest.mark.parametrize(
    ("first", "last", "quarter"),
    [("03-31", "04-02", "2026Q1"), ("04-01", "04-01", "2026Q2"), ("06-30", "07-05", "2026Q2")],
)
def test_an_activity_belongs_to_the_quarter_of_its_first_day(first: str, last: str, quarter: str) -> None:
    quarters = ("2026Q1", "2026Q2", "2026Q3")
    hearing = activity(HEARING, first, last)
    assert [name for name in quarters if line("hearing", name, hearing).done] == [quarter]


def test_what_was_counted_is_named() -> None:
    trips = [visit("02-03", VILLAGE, number="HD20260001"), visit("02-09", VILLAGE, number="HD20260002")]
    assert set(line("village_visit", "2026Q1", *trips).counted) == {"HD20260001", "HD20260002"}


# --- 5: fieldwork days


@pytest.mark.parametrize(
    ("first", "last", "halves", "days"),
    [
        ("02-03", "02-03", (AM, AM), 0.5),
        ("02-03", "02-03", (AM, PM), 1),
        ("02-03", "02-05", (AM, PM), 3),
        ("02-03", "02-05", (PM, AM), 2),
        ("12-31", "2027-01-03", (AM, PM), 1),
        ("2025-12-30", "01-01", (AM, AM), 0.5),
    ],
)
def test_fieldwork_is_half_days_each_in_the_year_of_its_own_date(
    first: str, last: str, halves: tuple[Half, Half], days: float
) -> None:
    assert line("fieldwork_days", "2026", activity(FIELDWORK, first, last, halves=halves)).done == days


def test_a_half_day_counts_once_however_many_activities_share_it() -> None:
    shared = [
        activity(FIELDWORK, "02-03", number="HD1"),
        visit("02-03", VILLAGE, halves=(AM, AM), number="HD2"),
        activity(HEARING, "02-03", halves=(PM, PM), number="HD3"),
    ]
    row = line("fieldwork_days", "2026", *shared)
    assert (row.done, set(row.counted)) == (1, {"HD1", "HD2", "HD3"})


def test_reports_and_meetings_are_no_fieldwork() -> None:
    assert line("fieldwork_days", "2026", activity(REPORT, "02-03"), activity(MEETING, "02-04")).done == 0


@pytest.mark.parametrize(
    ("choices", "days"),
    [
        (Choices(), 3),
        (Choices(visits_are_fieldwork=False), 2),
        (Choices(hearings_are_fieldwork=False), 2),
        (Choices(visits_are_fieldwork=False, hearings_are_fieldwork=False), 1),
    ],
)
def test_whether_visits_and_hearings_are_fieldwork_is_a_choice(choices: Choices, days: float) -> None:
    trips = [visit("02-03", VILLAGE), activity(HEARING, "02-04"), activity(FIELDWORK, "02-05")]
    assert line("fieldwork_days", "2026", *trips, choices=choices).done == days


def test_with_weekends_off_only_working_days_count() -> None:
    from_friday_to_monday = activity(FIELDWORK, "05-08", "05-11")
    holidays = {day("05-09"): DayKind.WORK, day("05-11"): DayKind.OFF}
    every_day = line("fieldwork_days", "2026", from_friday_to_monday, holidays=holidays)
    workdays_only = line(
        "fieldwork_days",
        "2026",
        from_friday_to_monday,
        holidays=holidays,
        choices=Choices(weekends_count=False),
    )
    assert (every_day.done, workdays_only.done) == (4, 2)


# --- 6: somebody went instead


def test_the_days_are_those_of_who_went() -> None:
    trip = activity(FIELDWORK, "02-03", stand_ins=[LI])
    rows = lines("2026", trip, rules=[duty("fieldwork_days")], officials=BOTH)
    assert [(row.leader, row.done) for row in rows] == [("张样一", 0), ("李样二", 1)]


@pytest.mark.parametrize("setting", [False, True])
def test_who_went_instead_gains_no_visit_and_no_hearing(setting: bool) -> None:
    trips = [visit("02-03", VILLAGE, stand_ins=[LI]), activity(HEARING, "02-04", stand_ins=[LI])]
    rows = lines(
        "2026Q1",
        *trips,
        held=[holds(VILLAGE), holds(VILLAGE, who=LI)],
        officials=BOTH,
        choices=Choices(stand_in_counts=setting),
    )
    assert [row.done for row in rows if row.leader == "李样二"] == [0, 0]


@pytest.mark.parametrize(("setting", "done"), [(False, 0), (True, 1)])
def test_whether_it_is_the_leaders_visit_is_a_choice_and_is_shown_either_way(
    setting: bool, done: int
) -> None:
    trip = visit("02-03", VILLAGE, stand_ins=[STAFF])
    row = line("village_visit", "2026Q1", trip, choices=Choices(stand_in_counts=setting))
    assert (row.done, row.stood_in) == (done, 1)


@pytest.mark.parametrize(
    ("rule", "kind"), [("report", REPORT), ("point_meeting", MEETING), ("fieldwork_days", FIELDWORK)]
)
def test_no_choice_makes_a_report_a_meeting_or_days_the_leaders(rule: str, kind: ActivityKind) -> None:
    gone = activity(kind, "02-03", stand_ins=[STAFF])
    assert line(rule, "2026", gone, choices=Choices(stand_in_counts=True)).done == 0
