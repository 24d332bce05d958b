"""The sheet 活动补充: what hearings, fieldwork and reports say of themselves."""

import pytest

from tests.exchange.rows import OFFICE, TRIP_HEADS, bring_in, counts, plan, refused, stored

pytestmark = pytest.mark.usefixtures("office")

HEADS = ["编号", "接访地点", "调研形式", "报告题目", "回填日期"]
TRIPS = [
    TRIP_HEADS,
    ["HD20260001", "张样一", "下访听诉", "2026-3-5", "完成", None, None],
    ["HD20260002", "张样一", "调研", "2026-3-9", "完成", None, None],
    ["HD20260003", "张样一", "调研报告", "2026-4-1", "完成", None, None],
]
MORE = [
    HEADS,
    ["HD20260001", "96333", None, None],
    ["HD20260002", None, "蹲点", None, "2026-4-2"],
    ["HD20260003", None, None, "关于样样产业的调研报告"],
]
KEPT = [
    ("HD20260001", "hotline_centre", "", "", None),
    ("HD20260002", "", "resident", "", "2026-04-02"),
    ("HD20260003", "", "", "关于样样产业的调研报告", None),
]


@pytest.fixture(autouse=True)
def _trips(office: object) -> None:
    bring_in({**OFFICE, "活动": TRIPS})


def kept() -> list[tuple[object, ...]]:
    return stored("SELECT number, venue, form, title, answered_on FROM activity ORDER BY number")


def test_what_the_kinds_say_of_themselves_is_kept_and_the_same_again_changes_nothing() -> None:
    assert counts(bring_in({"活动补充": MORE})) == (0, 3, 0, 0)
    assert kept() == KEPT
    assert counts(bring_in({"活动补充": MORE})) == (0, 0, 3, 0)


def test_a_blank_cell_keeps_what_is_there() -> None:
    bring_in({"活动补充": MORE})
    assert counts(bring_in({"活动补充": [HEADS, ["HD20260002", None, None, "题目"]]})) == (0, 1, 0, 0)
    assert kept()[1] == ("HD20260002", "", "resident", "题目", "2026-04-02")


def test_activities_of_the_same_file_are_known() -> None:
    trip = ["HD20260009", "李样二", "调研报告", "2026-5-1", "完成", None, None]
    made = bring_in({"活动": [TRIP_HEADS, trip], "活动补充": [HEADS, ["HD20260009", None, None, "样报告"]]})
    assert counts(made) == (2, 0, 0, 0)
    assert kept()[3] == ("HD20260009", "", "", "样报告", None)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (["HD20269999", "96333"], "编号", "没有这个编号"),
        ([None, "96333"], "编号", "没有这个编号"),
        (["HD20260001", "办公室"], "接访地点", "之一"),
        (["HD20260002", None, "走马观花"], "调研形式", "之一"),
        (["HD20260003", None, None, "题" * 201], "报告题目", "200"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(row: list[object], column: str, reason: str) -> None:
    found = refused(plan({"活动补充": [HEADS, row]}))
    assert (found.sheet, found.row, found.column) == ("活动补充", 2, column)
    assert reason in found.reason


def test_an_activity_named_twice_is_refused() -> None:
    found = refused(plan({"活动补充": [HEADS, MORE[1], MORE[1]]}))
    assert (found.row, found.reason) == (3, "与第 2 行重复")
