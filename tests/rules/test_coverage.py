"""Lines of the engine as boxes: which day, which activities, which state, and why."""

from datetime import date

from models.rules.calendar import period
from models.rules.counting import Progress
from models.rules.coverage import PRESSING, Box, Known, score, times, whole, worst
from models.rules.coverage_grids import HOUSEHOLDS, Section, columns, leader_rows, sections
from models.rules.kinds import ActivityKind, ActivityState, DutyState, Per, PeriodKind, Unit
from tests.rules.small_office import (
    ALL_DUTIES,
    HOUSEHOLD,
    LI,
    OTHER_HOUSEHOLD,
    TOWNSHIP,
    VILLAGE,
    activity,
    day,
    duty,
    holds,
    leader,
    line,
    lines,
    visit,
)

PLANNED = ActivityState.PLANNED


def known(*numbers: str, reasons: dict | None = None) -> Known:
    """Activities named by their first day, as small_office numbers them."""
    return Known({number: day(number) for number in numbers}, reasons or {})


def states(boxes: tuple[Box | None, ...]) -> list[DutyState | None]:
    return [box.state if box else None for box in boxes]


# --- one box


def test_a_visit_done_is_shown_by_its_day() -> None:
    found = line("township_visit", "2026Q1", visit("02-09", TOWNSHIP), held=[holds(TOWNSHIP)])
    box = whole([found], known("02-09"))
    assert (box.state, box.day, box.numbers) == (DutyState.DONE, day("02-09"), ("02-09",))


def test_of_several_visits_the_first_is_the_day_and_all_are_opened() -> None:
    trips = [visit("03-02", TOWNSHIP), visit("02-09", TOWNSHIP), visit("03-30", TOWNSHIP, state=PLANNED)]
    found = line("township_visit", "2026Q1", *trips, held=[holds(TOWNSHIP)], today="2026-03-10")
    box = whole([found], known("02-09", "03-02", "03-30"))
    assert (box.day, box.numbers) == (day("02-09"), ("02-09", "03-02", "03-30"))


def test_a_visit_planned_is_shown_by_the_day_it_is_planned_for() -> None:
    trip = visit("03-30", TOWNSHIP, state=PLANNED)
    found = line("township_visit", "2026Q1", trip, held=[holds(TOWNSHIP)], today="2026-03-10")
    box = whole([found], known("03-30"))
    assert (box.state, box.day, box.numbers) == (DutyState.SCHEDULED, day("03-30"), ("03-30",))


def test_the_day_after_a_quarter_what_is_missing_is_late_and_not_before() -> None:
    for today, state in (("2026-03-31", DutyState.AT_RISK), ("2026-04-01", DutyState.LATE)):
        found = line("hearing", "2026Q1", today=today)
        assert whole([found], known()).state == state


def test_a_late_box_is_explained_only_when_each_late_line_is() -> None:
    found = lines(
        "2026Q1",
        rules=[duty("township_visit")],
        held=[holds(TOWNSHIP), holds(TOWNSHIP, who=LI)],
        officials=[leader(), leader(LI, "李样二")],
        today="2026-04-01",
    )
    reason = {(1, "township_visit", TOWNSHIP, "2026Q1"): "防汛"}
    assert whole(found[:1], known(reasons=reason)).reason == "防汛"
    assert whole(found, known(reasons=reason)).reason == ""


def test_a_reason_says_nothing_of_what_is_not_late() -> None:
    reason = {(1, "hearing", None, "2026Q1"): "住院"}
    assert whole([line("hearing", "2026Q1")], known(reasons=reason)).reason == ""


def test_several_lines_stand_where_the_most_pressing_stands() -> None:
    found = lines("2026Q1", visit("02-09", TOWNSHIP), today="2026-04-02")
    assert {each.state for each in found} == {DutyState.DONE, DutyState.LATE}
    assert worst(found) == DutyState.LATE
    assert worst([]) == DutyState.NOT_OWED
    assert set(PRESSING) == set(DutyState)


def test_nothing_is_shown_where_the_engine_has_no_line() -> None:
    assert whole([], known()) is None


# --- the times of a year


def a_household(*trips: object, **office: object) -> Progress:
    return line("household_visit", "2026", *trips, **{"held": [holds(HOUSEHOLD)], **office})


def test_each_time_owed_has_a_box_done_then_planned_then_missing() -> None:
    trips = [visit("02-09", HOUSEHOLD), visit("12-03", HOUSEHOLD, state=PLANNED)]
    first, second = times(a_household(*trips, today="2026-11-25"), 2, known("02-09", "12-03"))
    assert (first.state, first.day, first.time) == (DutyState.DONE, day("02-09"), 1)
    assert (second.state, second.day, second.time) == (DutyState.SCHEDULED, day("12-03"), 2)


def test_a_time_missing_is_as_pressing_as_the_duty() -> None:
    found = times(a_household(visit("02-09", HOUSEHOLD), today="2026-11-25"), 2, known("02-09"))
    assert states(found) == [DutyState.DONE, DutyState.AT_RISK]
    found = times(a_household(visit("02-09", HOUSEHOLD), today="2027-01-01"), 2, known("02-09"))
    assert states(found) == [DutyState.DONE, DutyState.LATE]


def test_more_visits_than_owed_are_all_in_the_last_box() -> None:
    trips = [visit(text, HOUSEHOLD) for text in ("02-09", "03-02", "05-18", "08-06")]
    found = times(a_household(*trips), 2, known("02-09", "03-02", "05-18", "08-06"))
    assert [box.numbers for box in found] == [("02-09",), ("03-02", "05-18", "08-06")]


def test_half_a_year_owes_one_time_and_the_second_is_not_asked_for() -> None:
    found = times(a_household(held=[holds(HOUSEHOLD, "2026-07-01")], today="2026-08-01"), 2, known())
    assert states(found) == [DutyState.OPEN, DutyState.NOT_OWED]


def test_a_visit_on_29_february_has_its_day() -> None:
    trip = visit("2028-02-29", HOUSEHOLD)
    found = line("household_visit", "2028", trip, held=[holds(HOUSEHOLD)], today="2028-03-01")
    assert times(found, 2, known("2028-02-29"))[0].day == date(2028, 2, 29)


# --- one leader's year


def year(*trips: object, today: str = "2026-11-25", **office: object) -> list[Section]:
    spans = ("2026Q1", "2026Q2", "2026Q3", "2026Q4", "2026H1", "2026H2", "2026")
    found = [each for span in spans for each in lines(span, *trips, today=today, **office)]
    days = known(*{trip.number for trip in trips})
    return sections(office.get("rules", ALL_DUTIES), found, days)


def rows(section: Section) -> list[tuple[str, str | None]]:
    return [(row.rule.code, row.subject) for row in section.rows]


def test_a_year_has_its_quarters_its_households_and_the_leader_s_own_duties() -> None:
    quarters, households, own = year()
    assert rows(quarters) == [("township_visit", "样样镇"), ("village_visit", "样样村"), ("hearing", None)]
    assert [str(span) for span in quarters.spans] == ["2026Q1", "2026Q2", "2026Q3", "2026Q4"]
    assert (households.title, households.columns) == (HOUSEHOLDS, 2)
    assert [row.subject for row in households.rows] == ["王样甲", "王样乙"]
    assert [row.rule.code for row in own.rows] == ["fieldwork_days", "report", "point_meeting"]


def test_days_are_one_box_for_all_columns_and_what_is_owed_once_has_one_box() -> None:
    days, report, meeting = year()[2].rows
    assert [len(row.boxes) for row in (days, report, meeting)] == [1, 2, 2]
    assert meeting.boxes[1] is None


def test_a_point_held_for_part_of_the_year_has_boxes_only_there() -> None:
    held = [holds(TOWNSHIP, "2026-01-01", "2026-05-31"), holds(VILLAGE, "2026-06-01")]
    township, village, _ = year(held=held)[0].rows
    assert states(township.boxes) == [DutyState.LATE, DutyState.LATE, None, None]
    assert states(village.boxes) == [None, DutyState.NOT_OWED, DutyState.LATE, DutyState.OPEN]


def test_a_duty_nobody_foresaw_shows_by_its_period() -> None:
    half = duty("hearing")._replace(code="study", name="理论学习", period=PeriodKind.HALF)
    often = duty("report", 12)._replace(code="checks", name="检查", unit=Unit.ITEMS)
    halves, own = year(rules=[half, often])
    assert (halves.title, [str(span) for span in halves.spans]) == ("每半年", ["2026H1", "2026H2"])
    assert [len(row.boxes) for row in own.rows] == [1]


def test_a_duty_changed_within_the_year_says_what_each_rule_owes() -> None:
    changed = [
        duty("fieldwork_days", until="2026-06-30"),
        duty("fieldwork_days", quota=90, since="2026-07-01"),
    ]
    ((row,),) = (section.rows for section in year(rules=changed))
    assert [each.owed for box in row.boxes for each in box.lines] == [30, 45]


def test_a_duty_that_ended_says_nothing_beside_the_one_that_took_its_place() -> None:
    trip = activity(ActivityKind.HEARING, "08-06")
    changed = [duty("hearing", until="2026-06-30"), duty("hearing", quota=2, since="2026-07-01")]
    third = year(trip, rules=changed)[0].rows[0].boxes[2]
    assert [(each.owed, each.done) for each in third.lines] == [(2, 1)]


def test_how_far_the_work_is_counts_what_is_owed_once_each() -> None:
    found = lines("2026Q1", visit("02-09", TOWNSHIP), today="2026-04-02")
    assert score(found) == (1, 3, 2)


# --- all leaders


def test_all_leaders_have_a_column_for_each_duty_and_a_box_even_where_there_is_no_line() -> None:
    people = [leader(), leader(LI, "李样二")]
    found = lines("2026Q1", officials=people, held=[holds(TOWNSHIP)])
    wanted = columns(period("2026Q1"), ALL_DUTIES, found)
    table = leader_rows(wanted, found, known(), {LI: 1})
    assert [column.rule.code for column in wanted] == ["township_visit", "hearing"]
    assert [(row.leader, states(row.boxes), row.place) for row in table] == [
        ("张样一", [DutyState.OPEN, DutyState.OPEN], None),
        ("李样二", [None, DutyState.OPEN], 1),
    ]


def test_several_households_are_one_box_of_all_leaders() -> None:
    found = lines("2026", visit("02-09", HOUSEHOLD, OTHER_HOUSEHOLD), rules=[duty("household_visit")])
    box = whole(found, known("02-09"))
    assert (len(box.lines), box.numbers, len(box.lacking)) == (2, ("02-09",), 2)
    assert duty("household_visit").per == Per.HOUSEHOLD
