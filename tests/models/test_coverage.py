"""The grids of 履职总览 say what progress says, nothing more and nothing less."""

from pathlib import Path

import pytest

from models.activity import save_activity
from models.assignment import assign
from models.coverage import (
    LeaderCoverage,
    OfficeCoverage,
    activities_of,
    days_coverage,
    leader_coverage,
    office_coverage,
    pace_ranking,
    workdays_left,
)
from models.coverage_words import whole_words, words
from models.duty_rule import DutyRule
from models.explanation import explain_all, explanations, withdraw_all
from models.official import Official, leaders, save_official
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState, DutyState
from models.rules.problem import Problem
from models.writing import Topic, writing
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day

TODAY = day(11, 25)
YEAR = period("2026")


# --- a usual office


@pytest.fixture
def zhang(office: Path) -> Official:
    """A leader with a township, a village and fourteen households; 李样二 has two townships."""
    leader, other = a_leader("张样一", title="市长"), a_leader("李样二")
    township = a_township()
    village = a_village(township=township)
    points = [township, village, *(a_household(f"王样{at}", village, people=4) for at in range(14))]
    for point in points:
        assign(leader, point, day(1, 1))
    for name in ("东样镇", "西样镇"):
        assign(other, a_township(name), day(1, 1))
    return leader


def point(leader: Official, name: str) -> object:
    found = leader_coverage(leader, YEAR, TODAY)
    return next(row.contact_point for row in found.points.values() if row.contact_point.name == name)


def texts(found: LeaderCoverage, subject: str | None, rule: str = "") -> list[str | None]:
    rows = (row for section in found.sections for row in section.rows)
    row = next(row for row in rows if row.subject == subject and rule in ("", row.rule.code))
    return [words(box, row.rule)[0] if box else None for box in row.boxes]


def office_texts(found: OfficeCoverage, name: str) -> list[str | None]:
    row = next(row for row in found.rows if row.leader == name)
    pairs = zip(row.boxes, found.columns, strict=True)
    return [words(box, column.rule)[0] if box else None for box, column in pairs]


def test_a_year_says_the_day_of_what_is_done_planned_missing_and_open(zhang: Official) -> None:
    township = point(zhang, "样样镇")
    save_activity(a_visit(zhang, day(2, 9), township), TODAY)
    save_activity(a_visit(zhang, day(12, 3), township, state=ActivityState.PLANNED), TODAY)
    found = leader_coverage(zhang, YEAR, TODAY)
    assert texts(found, "样样镇") == ["✓ 2月9日", "● 未走访", "● 未走访", "◆ 12月3日"]
    assert texts(found, None, "hearing") == ["● 未开展", "● 未开展", "● 未开展", "○ 未到期"]
    assert texts(found, "王样0") == ["▲ 临近", "▲ 临近"]
    assert texts(found, None, "report") == ["▲ 临近", "▲ 临近"]
    assert texts(found, None, "fieldwork_days") == ["▲ 1/60天"]


def test_fourteen_households_are_fourteen_rows_and_one_box_of_the_office(zhang: Official) -> None:
    save_activity(a_visit(zhang, day(2, 9), point(zhang, "王样0"), point(zhang, "王样1")), TODAY)
    found = leader_coverage(zhang, YEAR, TODAY)
    assert [len(section.rows) for section in found.sections] == [3, 14, 3]
    box = office_coverage(YEAR, TODAY).rows[0].boxes[12]
    assert box is not None
    assert (len(box.lines), len(box.lacking)) == (14, 14)
    assert "▲ 2/28" in office_texts(office_coverage(YEAR, TODAY), "张样一")


def test_more_visits_to_one_household_do_not_make_up_for_another(zhang: Official) -> None:
    for month in range(1, 8):
        save_activity(a_visit(zhang, day(month, 9), point(zhang, "王样0")), TODAY)
    assert "▲ 2/28" in office_texts(office_coverage(YEAR, TODAY), "张样一")
    assert texts(leader_coverage(zhang, YEAR, TODAY), "王样0") == ["✓ 1月9日", "✓ 2月9日等6次"]


def test_two_townships_are_two_rows_and_one_box_of_the_office(zhang: Official) -> None:
    other = leaders()[1]
    save_activity(a_visit(other, day(8, 6), point(other, "东样镇")), TODAY)
    found = leader_coverage(other, YEAR, TODAY)
    assert texts(found, "东样镇")[2] == "✓ 8月6日"
    assert texts(found, "西样镇")[2] == "● 未走访"
    assert office_texts(office_coverage(period("2026Q3"), TODAY), "李样二") == ["● 1/2", None, "● 未开展"]


def test_a_point_moved_in_mid_year_is_in_both_leaders_years_for_their_parts(zhang: Official) -> None:
    other, village = leaders()[1], point(zhang, "样样村")
    save_activity(a_visit(zhang, day(5, 18), village), TODAY)
    assign(other, village, day(7, 1))
    before, after = (leader_coverage(leader, YEAR, TODAY) for leader in (zhang, other))
    assert texts(before, "样样村") == ["● 未走访", "✓ 5月18日", None, None]
    assert texts(after, "样样村") == [None, None, "● 未走访", "○ 未到期"]


def test_a_leader_who_came_in_mid_year_owes_half_and_one_who_is_gone_is_not_shown(zhang: Official) -> None:
    a_leader("陈样三", office_from=day(7, 1))
    a_leader("周样四", office_to=day(12, 31, 2025))
    found = office_coverage(YEAR, TODAY)
    assert [row.leader for row in found.rows] == ["张样一", "李样二", "陈样三"]
    chen = found.rows[-1]
    assert [column.rule.code for column in found.columns][8:12] == ["hearing"] * 4
    assert [box.state if box else None for box in chen.boxes[8:12]] == [
        None,
        None,
        DutyState.LATE,
        DutyState.OPEN,
    ]
    days = next(box for box in chen.boxes if box and box.lines[0].rule == "fieldwork_days")
    assert days.lines[0].owed == 30


def test_leaders_stand_in_rank_order_however_their_lines_come(zhang: Official) -> None:
    late = a_leader("陈样三", office_from=day(10, 1))
    late.rank = 0
    save_official(late)
    assert [row.leader for row in office_coverage(YEAR, TODAY).rows] == ["陈样三", "张样一", "李样二"]


def test_the_ranking_counts_by_what_is_left_over_the_workdays_left(zhang: Official) -> None:
    out = {"kind": ActivityKind.FIELDWORK, "last_day": day(3, 11)}
    save_activity(a_visit(zhang, day(3, 2), **out), TODAY)
    assert [(place, line.leader) for place, line in pace_ranking(YEAR, TODAY)] == [
        (1, "李样二"),
        (2, "张样一"),
    ]
    assert [row.place for row in office_coverage(YEAR, TODAY).rows] == [2, 1]
    assert workdays_left(YEAR, day(12, 30)) == 1
    assert workdays_left(YEAR, day(12, 31)) == workdays_left(YEAR, day(3, 1, 2027)) == 0


def test_the_days_course_ends_with_the_engine_s_figure_beside_last_year_s(zhang: Official) -> None:
    out = {"kind": ActivityKind.FIELDWORK}
    save_activity(a_visit(zhang, day(3, 2, 2025), last_day=day(3, 4, 2025), **out), TODAY)
    save_activity(a_visit(zhang, day(11, 2), last_day=day(11, 3), **out), TODAY)
    found = days_coverage(leader_coverage(zhang, YEAR, TODAY), TODAY)
    assert found is not None
    assert found.course[-1] == (TODAY, found.line.done) == (TODAY, 2)
    assert found.last_year[-1] == (day(12, 31, 2025), 3)
    assert found.by_kind == [(ActivityKind.FIELDWORK, 2)]


def test_who_is_no_leader_owes_nothing_and_no_days(office: Path) -> None:
    staff = save_official(Official(name="覃样", rank=9))
    assert leader_coverage(staff, YEAR, TODAY).sections == []
    assert days_coverage(leader_coverage(staff, YEAR, TODAY), TODAY) is None
    assert office_coverage(YEAR, TODAY).rows == []


def test_a_duty_added_as_data_has_its_column_and_its_row(zhang: Official) -> None:
    with writing("样", Topic.DUTY_RULE):
        DutyRule.create(
            code="study",
            name="理论学习",
            kinds="hearing",
            unit="days",
            quota=4,
            period="quarter",
            per="leader",
        )
    found = office_coverage(period("2026Q3"), TODAY)
    assert [column.rule.name for column in found.columns][-1] == "理论学习"
    assert texts(leader_coverage(zhang, YEAR, TODAY), None, "study")[2] == "● 0/4天"


def test_a_report_s_title_is_known_and_what_a_box_counted_can_be_listed(zhang: Official) -> None:
    report = {"kind": ActivityKind.REPORT, "title": "农村饮水安全调研"}
    number = save_activity(a_visit(zhang, day(6, 20), **report), TODAY).number
    found = leader_coverage(zhang, YEAR, TODAY)
    assert found.deeds[number].title == "农村饮水安全调研"
    assert [row.title for row in activities_of([number])] == ["农村饮水安全调研"]


def test_a_stand_in_s_visit_is_told_beside_the_figure(zhang: Official) -> None:
    other, township = leaders()[1], point(zhang, "样样镇")
    save_activity(a_visit(zhang, day(8, 6), township, stand_ins=[other.id]), TODAY)
    found = leader_coverage(zhang, YEAR, TODAY)
    row = found.sections[0].rows[0]
    box = row.boxes[2]
    assert box is not None
    assert words(box, row.rule)[0] == "● 未走访"
    assert "他人代为前往 1 次" in whole_words(box, row.rule)


# --- why it is late


def test_a_box_of_several_points_is_explained_and_taken_back_in_one_step(zhang: Official) -> None:
    box = next(row for row in office_coverage(period("2026Q3"), TODAY).rows if row.leader == "李样二").boxes[
        0
    ]
    assert box is not None
    explain_all(box.lines, "防汛", TODAY)
    assert len(explanations()) == 2
    assert office_texts(office_coverage(period("2026Q3"), TODAY), "李样二")[0] == "● 0/2 逾期（已说明）"
    withdraw_all(box.lines)
    assert explanations() == {}


def test_nothing_late_is_nothing_to_explain(zhang: Official) -> None:
    box = office_coverage(period("2026Q4"), TODAY).rows[0].boxes[0]
    assert box is not None
    with pytest.raises(Problem, match="只有逾期"):
        explain_all(box.lines, "防汛", TODAY)
