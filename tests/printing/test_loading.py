"""The forms filled from a small office: what they say of it, and what they keep to themselves."""

from datetime import date
from pathlib import Path

import pytest

from models.activity import Activity, ActivityEntry, Target, TargetEntry, save_activity
from models.activity_answer import answer_plan
from models.assignment import assign
from models.contact_point import ContactPoint, place_of, save_point
from models.official import Official, find_official, save_official
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState, Half, Manner, Outcome, PointKind
from models.rules.problem import Problem
from models.setting import change_settings
from models.writing import Topic, writing
from printing.choice import Choice
from printing.documents.contact_list import load as load_list
from printing.documents.quarter_plan import HEARD_AT_MOST, PlanRow
from printing.documents.quarter_plan import load as load_plan
from printing.documents.quarter_result import load as load_result
from printing.documents.visit_record import VisitRecord
from printing.documents.visit_record import load as load_record

TODAY = date(2026, 8, 20)
Q3 = period("2026Q3")


@pytest.fixture
def points(office: Path) -> dict[str, ContactPoint]:
    """张样一 with a township, a village and two households since the first of 2026; 李样二 with none."""
    change_settings({"office_name": "样例市人民政府办公室"})
    zhang = save_official(
        Official(
            name="张样一", rank=1, title="市长", is_member=True, liaison="覃样", liaison_phone="0797-8391000"
        )
    )
    save_official(Official(name="李样二", rank=2, title="副市长", is_member=True))
    village = place_of("样例县", "样例乡", "样例村")
    made = {"样例乡": village.parent, "样例村": village}
    for name in ("常样", "顾样二"):
        point = ContactPoint(kind=PointKind.HOUSEHOLD, name=name, county="样例县", parent=village)
        point.address, point.phone, point.people = "1组13号", "13931571416", 4
        made[name] = save_point(point)
    for point in made.values():
        assign(zhang, point, date(2026, 1, 1))
    return made


def visit(
    points: dict[str, ContactPoint],
    day: date,
    *names: str,
    heard: str = "",
    state: ActivityState = ActivityState.DONE,
    **more: object,
) -> str:
    outcome = Outcome.MET if state == ActivityState.DONE else Outcome.PLANNED
    targets = [TargetEntry(points[name].id, outcome, heard=heard) for name in names]
    leader = find_official("张样一").id
    typed = ActivityEntry(
        ActivityKind.VISIT, day, day, [leader], state, targets=targets, last_half=Half.AM, **more
    )
    return save_activity(typed, TODAY).number


def row(whom: str, choice: Choice | None = None) -> PlanRow:
    sheets = load_plan(choice or Choice(TODAY, Q3))
    return next(row for row in sheets[0].rows if row.whom == whom)


# --- the visit sheet


def test_the_sheet_lists_every_point_in_order_and_the_hearing_last(points: dict[str, ContactPoint]) -> None:
    sheet, other = load_plan(Choice(TODAY, Q3))
    assert [(row.number, row.kind, row.whom) for row in sheet.rows] == [
        ("1", "乡镇", "样例乡"),
        ("2", "村", "样例村"),
        ("3", "户", "常　样"),
        ("4", "户", "顾样二"),
        ("5", "听诉", "下访听诉"),
    ]
    assert (other.leader, len(other.rows)) == ("李样二", 1)


def test_the_sheet_says_what_is_owed_and_done_and_for_the_year_in_words(
    points: dict[str, ContactPoint],
) -> None:
    visit(points, date(2026, 7, 15), "样例乡", "常样")
    assert row("样例乡").share == "1/1"
    assert row("常　样").share == "年1/2"
    sheet = load_plan(Choice(TODAY, Q3))[0]
    assert sheet.year == "全年（已/应）：走访户1/4次，调研0.5/60天，报告0/2篇，生活会0/1次"


def test_a_household_visited_too_often_does_not_make_up_for_another(points: dict[str, ContactPoint]) -> None:
    for month in (1, 4, 7):
        visit(points, date(2026, month, 15), "常样")
    assert row("常　样").share == "年3/2"
    assert "走访户2/4次" in load_plan(Choice(TODAY, Q3))[0].year


def test_the_sheet_shows_the_last_visit_and_the_last_request_with_its_day(
    points: dict[str, ContactPoint],
) -> None:
    visit(points, date(2026, 3, 5), "常样", heard="希望修路")
    visit(points, date(2026, 7, 15), "常样", "顾样二")
    assert (row("常　样").last, row("常　样").heard) == ("7月15日", "3月5日：希望修路")
    assert (row("顾样二").last, row("顾样二").heard) == ("7月15日", "")


def test_planned_days_are_shown_and_a_telephone_call_is_no_visit(points: dict[str, ContactPoint]) -> None:
    visit(points, date(2026, 9, 1), "常样", state=ActivityState.PLANNED)
    call = ActivityEntry(
        ActivityKind.VISIT,
        date(2026, 8, 3),
        date(2026, 8, 3),
        [find_official("张样一").id],
        ActivityState.DONE,
        targets=[TargetEntry(points["顾样二"].id, Outcome.MET, Manner.PHONE)],
    )
    save_activity(call, TODAY)
    assert row("常　样").planned == "9月1日上午"
    assert row("顾样二").last == ""


def test_a_point_that_changed_hands_stays_on_last_quarters_sheet(points: dict[str, ContactPoint]) -> None:
    assign(find_official("李样二"), points["常样"], date(2026, 7, 1))
    before = load_plan(Choice(TODAY, period("2026Q2")))
    after = load_plan(Choice(TODAY, Q3))
    assert "常　样" in [row.whom for row in before[0].rows]
    assert "常　样" not in [row.whom for row in after[0].rows]
    assert "常　样" in [row.whom for row in after[1].rows]


def test_residents_numbers_are_masked_unless_a_full_print_is_asked_for(
    points: dict[str, ContactPoint],
) -> None:
    visit(points, date(2026, 3, 5), "常样", heard="请回电13812341234")
    assert row("常　样").where == "1组13号\n139****1416"
    assert row("常　样").heard == "3月5日：请回电138****1234"
    assert row("常　样", Choice(TODAY, Q3, full=True)).where == "1组13号\n13931571416"


def test_a_very_long_request_is_cut_openly(points: dict[str, ContactPoint]) -> None:
    visit(points, date(2026, 3, 5), "常样", heard="路" * 5000)
    assert row("常　样").heard == f"3月5日：{'路' * HEARD_AT_MOST}……（全文见走访记录）"


def test_the_footnote_says_how_the_office_counts(points: dict[str, ContactPoint]) -> None:
    assert "他人代走的不计次" in load_plan(Choice(TODAY, Q3))[0].notes[0]
    change_settings({"stand_in_counts": "1"})
    assert "他人代走的计入" in load_plan(Choice(TODAY, Q3))[0].notes[0]


def test_one_leaders_sheet_alone_has_a_name_for_its_file(points: dict[str, ContactPoint]) -> None:
    (sheet,) = load_plan(Choice(TODAY, None, find_official("张样一")))
    assert sheet.name == "季度走访安排表_张样一_2026Q3"


def test_a_sheet_for_a_year_is_refused(points: dict[str, ContactPoint]) -> None:
    with pytest.raises(Problem, match="季度"):
        load_plan(Choice(TODAY, period("2026")))


# --- the list


def test_the_list_is_in_rank_order_with_work_phones_in_full(points: dict[str, ContactPoint]) -> None:
    (found,) = load_list(Choice(TODAY))
    first, second = found.leaders
    assert (first.name, first.townships, first.villages) == ("张样一", "样例乡", "样例村")
    assert first.households.replace("\u2060", "") == "常样、顾样二"
    assert first.liaison == "覃样\n0797-8391000"
    assert first.note == "户2个（应10）"
    assert second.note == "乡镇0个（应1）；村0个（应1）；户0个（应10）"
    assert [row.phone for row in found.households[0].rows] == ["139****1416"] * 2
    assert found.households[0].rows[0].place == "样例县样例乡样例村1组13号"


def test_the_list_of_an_earlier_day_shows_who_was_in_office_then(points: dict[str, ContactPoint]) -> None:
    li = find_official("李样二")
    li.office_from = date(2026, 5, 1)
    save_official(li)
    (found,) = load_list(Choice(TODAY, period("2026Q1")))
    assert [row.name for row in found.leaders] == ["张样一"]
    assert found.day == "2026年3月31日"


# --- the result


def test_the_result_counts_households_of_the_quarter_and_to_date(points: dict[str, ContactPoint]) -> None:
    visit(points, date(2026, 3, 5), "常样", "顾样二")
    visit(points, date(2026, 7, 15), "样例乡", "样例村", "常样", heard="希望修路")
    (result,) = load_result(Choice(date(2026, 10, 8), Q3))
    first = result.rows[0]
    assert (first.actual, first.households, first.to_date, first.problems) == ("7月15日", "1", "3", "3")
    assert first.reason == ""


def test_a_plan_answered_after_its_day_is_still_a_planned_one(points: dict[str, ContactPoint]) -> None:
    visit(points, date(2026, 7, 15), "样例村", state=ActivityState.PLANNED)
    with writing("样"):
        Activity.update(entered_on=date(2026, 7, 1)).execute()
    answer_plan(Activity.get(), ActivityState.DONE, TODAY)
    first = load_result(Choice(TODAY, Q3))[0].rows[0]
    assert (first.planned, first.actual) == ("7月15日", "7月15日")


def test_what_was_not_visited_is_named_once_the_quarter_is_over(points: dict[str, ContactPoint]) -> None:
    assert load_result(Choice(TODAY, Q3))[0].rows[0].reason == ""
    assert load_result(Choice(date(2026, 10, 8), Q3))[0].rows[0].reason == "样例乡、样例村未走访"


def test_a_visit_somebody_else_made_is_marked(points: dict[str, ContactPoint]) -> None:
    visit(points, date(2026, 7, 15), "常样", stand_ins=[find_official("李样二").id])
    first = load_result(Choice(TODAY, Q3))[0].rows[0]
    assert (first.actual, first.households) == ("7月15日（代）", "0")


# --- the record


def test_a_visit_becomes_one_record_for_each_target(points: dict[str, ContactPoint]) -> None:
    visit(points, date(2026, 3, 5), "常样")
    number = visit(
        points, date(2026, 7, 15), "样例村", "常样", heard="希望修路13812341234", companions=["陪样"]
    )
    village, household = load_record(Choice(TODAY, number=number))
    assert (village.whom, village.place) == ("样例村", "样例县样例乡")
    assert household == VisitRecord(
        leader="张样一",
        post="市长",
        time="2026年7月15日\n星期三 上午",
        place="样例县样例乡样例村1组13号",
        companions="陪样",
        whom="常样",
        phone="139****1416",
        manner="入户",
        which="2026年第三季度，本年第2次",
        family="家庭人口4人",
        heard="希望修路138****1234",
        period="2026Q3",
    )


def test_a_trip_that_met_nobody_has_its_record_too(points: dict[str, ContactPoint]) -> None:
    number = visit(points, date(2026, 8, 3), "常样", "样例村")
    with writing("未遇", Topic.ACTIVITY):
        Target.update(outcome=Outcome.NOT_MET, reason="外出务工，电话13800001234").execute()
    (record,) = load_record(Choice(TODAY, number=number))
    assert (record.whom, record.manner) == ("常样、样例村", "未遇")
    assert record.heard == "外出务工，电话138****1234\n外出务工，电话138****1234"
    assert record.which == "2026年第三季度"


def test_without_any_choice_there_is_one_empty_record(office: Path) -> None:
    assert load_record(Choice(TODAY)) == [VisitRecord()]


def test_an_unknown_number_or_a_quarter_without_visits_is_a_problem(points: dict[str, ContactPoint]) -> None:
    with pytest.raises(Problem, match="HD1"):
        load_record(Choice(TODAY, number="HD1"))
    with pytest.raises(Problem, match="没有登记走访"):
        load_record(Choice(TODAY, Q3))
