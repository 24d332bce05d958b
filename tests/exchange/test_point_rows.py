"""The sheet 联系点: which point is meant, and who holds it from when to when."""

from datetime import date

import pytest

from tests.exchange.rows import (
    LEADERS,
    OFFICE,
    POINT_HEADS,
    POINTS,
    SPRING,
    bring_in,
    counts,
    plan,
    point,
    refused,
    stored,
)

pytestmark = pytest.mark.usefixtures("office")
MAY = date(2026, 5, 1)
VILLAGE = ("东样乡", "东样村")


def points(*rows: list[object]) -> dict[str, list[list[object]]]:
    return {"领导": LEADERS, "联系点": [POINT_HEADS, *rows]}


def held() -> list[tuple[str, str, str, str | None]]:
    return stored(
        "SELECT p.name, o.name, first_day, last_day FROM assignment a JOIN official o ON o.id = official_id"
        " JOIN contact_point p ON p.id = contact_point_id ORDER BY p.id, first_day, o.id"
    )


def test_points_lie_in_each_other_and_are_held_by_their_leader() -> None:
    assert counts(bring_in(OFFICE)) == (7, 0, 0, 0)
    assert stored(
        "SELECT c.name, p.name FROM contact_point c LEFT JOIN contact_point p ON p.id = c.parent_id"
    ) == [
        ("东样乡", None),
        ("东样村", "东样乡"),
        ("赵样甲", "东样村"),
        ("钱样乙", "东样村"),
    ]
    assert held()[0] == ("东样乡", "张样一", "2026-01-01", None)


def test_the_same_rows_again_change_nothing() -> None:
    bring_in(OFFICE)
    assert counts(bring_in(OFFICE)) == (0, 0, 7, 0)


def test_households_may_come_before_their_village() -> None:
    bring_in({"领导": LEADERS, "联系点": [POINT_HEADS, *reversed(POINTS[1:])]})
    assert len(stored("SELECT 1 FROM contact_point")) == 4


def test_places_without_a_row_of_their_own_are_made_but_held_by_nobody() -> None:
    bring_in(points(point("张样一", "户", "赵样甲", *VILLAGE, "1号", SPRING)))
    assert stored("SELECT kind, name FROM contact_point") == [
        ("township", "东样乡"),
        ("village", "东样村"),
        ("household", "赵样甲"),
    ]
    assert held() == [("赵样甲", "张样一", "2026-01-01", None)]


def test_a_blank_county_is_that_of_the_only_place_of_that_name() -> None:
    bring_in(OFFICE)
    row = ["张样一", "户", "孙样丙", None, *VILLAGE, "1组3号", SPRING]
    bring_in({"联系点": [POINT_HEADS, row]})
    assert stored("SELECT county, parent_id FROM contact_point WHERE name = '孙样丙'") == [("样县", 2)]


@pytest.mark.parametrize("word", ["乡镇", "街道", "乡镇(街道)", "乡镇（街道）", "镇"])
def test_a_kind_may_have_several_names(word: str) -> None:
    bring_in(points(point("张样一", word, "东样乡", None, None, None, SPRING)))
    assert stored("SELECT kind FROM contact_point") == [("township",)]


def test_a_new_leader_ends_the_old_assignment_the_day_before_and_the_plan_says_so() -> None:
    bring_in(OFFICE)
    made = bring_in({"联系点": [POINT_HEADS, point("李样二", "村", "东样村", "东样乡", None, None, MAY)]})
    assert counts(made) == (1, 0, 0, 0)
    (takeover,) = made.takeovers
    assert (takeover.point, takeover.old, takeover.last_day, takeover.new) == (
        *("东样村", "张样一", "2026-04-30", "李样二"),
    )
    assert ("东样村", "张样一", "2026-01-01", "2026-04-30") in held()
    assert ("东样村", "李样二", "2026-05-01", None) in held()


@pytest.mark.parametrize("turned", [False, True])
def test_a_takeover_within_one_file_goes_by_date_not_by_row(turned: bool) -> None:
    rows = [
        point("张样一", "村", "东样村", "东样乡", None, None, SPRING),
        point("李样二", "村", "东样村", "东样乡", None, None, MAY),
    ]
    sheets = points(*(reversed(rows) if turned else rows))
    bring_in(sheets)
    assert held() == [
        ("东样村", "张样一", "2026-01-01", "2026-04-30"),
        ("东样村", "李样二", "2026-05-01", None),
    ]
    assert counts(bring_in(sheets)) == (0, 0, 5, 0)


def test_an_end_that_a_row_states_itself_stands() -> None:
    bring_in(
        points(
            point("张样一", "村", "东样村", "东样乡", None, None, SPRING, "2026-12-31"),
            point("李样二", "村", "东样村", "东样乡", None, None, MAY),
        )
    )
    assert held()[0] == ("东样村", "张样一", "2026-01-01", "2026-12-31")


def test_what_somebody_takes_up_later_ends_an_older_assignment_entered_late() -> None:
    bring_in(points(point("李样二", "村", "东样村", "东样乡", None, None, MAY)))
    bring_in(points(point("张样一", "村", "东样村", "东样乡", None, None, SPRING)))
    assert held()[0] == ("东样村", "张样一", "2026-01-01", "2026-04-30")


def test_two_leaders_with_one_start_share_a_point_and_the_plan_says_so() -> None:
    made = bring_in(points(point("张样一、李样二", "乡镇", "东样乡", None, None, None, SPRING)))
    assert len(held()) == 2
    assert "张样一、李样二共同联系" in "".join(made.notes)


def test_a_blank_start_keeps_the_assignment_there_is() -> None:
    bring_in(OFFICE)
    row = point("张样一", "村", "东样村", "东样乡", None, "新址")
    assert counts(bring_in({"联系点": [POINT_HEADS, row]})) == (0, 1, 0, 0)
    assert len(held()) == 4


def test_a_new_assignment_without_a_start_is_refused_unless_one_is_given() -> None:
    sheets = points(point("张样一", "乡镇", "东样乡"))
    assert refused(plan(sheets)).column == "起始日期"
    bring_in(sheets, MAY)
    assert held() == [("东样乡", "张样一", "2026-05-01", None)]


def test_an_end_before_the_start_is_refused() -> None:
    made = plan(points(point("张样一", "乡镇", "东样乡", None, None, None, MAY, SPRING)))
    assert refused(made).column == "终止日期"


def test_an_unknown_leader_is_refused_by_name() -> None:
    found = refused(plan(points(point("张样一、无此样", "乡镇", "东样乡", None, None, None, SPRING))))
    assert (found.row, found.column, found.value) == (2, "领导", "无此样")


# --- households of one name


def test_two_households_of_one_name_without_an_address_are_refused() -> None:
    made = plan(
        points(
            point("张样一", "户", "赵样甲", *VILLAGE, None, SPRING),
            point("张样一", "户", "赵　样甲", *VILLAGE, None, SPRING),
        )
    )
    assert counts(made) == (4, 0, 0, 1)
    assert (refused(made).row, refused(made).column) == (3, "地址")


def test_two_leaders_households_of_one_name_without_an_address_are_refused_too() -> None:
    made = plan(
        points(
            point("张样一", "户", "赵样甲", *VILLAGE, None, SPRING),
            point("李样二", "户", "赵样甲", *VILLAGE, "2号", SPRING),
        )
    )
    assert refused(made).column == "地址"


def test_the_address_tells_households_of_one_name_apart() -> None:
    sheets = points(
        point("张样一", "户", "赵样甲", *VILLAGE, "1组1号", SPRING),
        point("张样一", "户", "赵样甲", *VILLAGE, "1组2号", SPRING),
    )
    assert counts(bring_in(sheets)) == (5, 0, 0, 0)
    assert counts(bring_in(sheets)) == (0, 0, 5, 0)


def test_a_household_of_the_same_leader_may_get_another_address() -> None:
    bring_in(OFFICE)
    row = point("张样一", "户", "赵样甲", *VILLAGE, "9组9号", SPRING)
    assert counts(bring_in({"联系点": [POINT_HEADS, row]})) == (0, 1, 0, 0)
    assert len(stored("SELECT 1 FROM contact_point WHERE name = '赵样甲'")) == 1


def test_a_namesake_at_another_address_under_another_leader_is_another_household() -> None:
    bring_in(OFFICE)
    row = point("李样二", "户", "赵样甲", *VILLAGE, "9组9号", SPRING)
    assert counts(bring_in({"联系点": [POINT_HEADS, row]})) == (1, 0, 0, 0)
    assert len(stored("SELECT 1 FROM contact_point WHERE name = '赵样甲'")) == 2


def test_a_household_that_changed_hands_may_have_no_address() -> None:
    sheets = points(
        point("张样一", "户", "赵样甲", *VILLAGE, None, SPRING),
        point("李样二", "户", "赵样甲", *VILLAGE, None, MAY),
    )
    bring_in(sheets)
    assert [row[1:] for row in held()] == [
        ("张样一", "2026-01-01", "2026-04-30"),
        ("李样二", "2026-05-01", None),
    ]
    assert counts(bring_in(sheets)) == (0, 0, 5, 0)


def test_a_row_repeated_is_refused() -> None:
    row = point("张样一", "户", "赵样甲", *VILLAGE, "1组1号", SPRING)
    assert "重复" in refused(plan(points(row, row))).reason


def test_a_workbook_of_one_leader_touches_only_that_leader() -> None:
    bring_in(OFFICE)
    before = held()
    bring_in({"联系点": [POINT_HEADS, point("李样二", "乡镇", "西样乡", None, None, None, SPRING)]})
    assert [row for row in held() if row[1] == "张样一"] == before
