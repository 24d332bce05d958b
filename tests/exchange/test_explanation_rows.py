"""The sheet 逾期说明: reasons by leader, duty, contact point and period."""

from datetime import date

import pytest

from tests.exchange.rows import OFFICE, SPRING, bring_in, counts, plan, point, refused, stored

pytestmark = pytest.mark.usefixtures("office")

HEADS = ["领导", "要求", "联系点", "期间", "原因", "日期"]
ROWS = [
    HEADS,
    ["张样一", "走访联系村(社区)", "东样村", "2026年第三季度", "防汛", "2026-10-8"],
    ["张样一", "hearing", None, "2026Q3", "出国考察", None],
    ["张样一", "走访联系户", "赵样甲", "2026", "外出务工", None],
]


@pytest.fixture(autouse=True)
def _points(office: object) -> None:
    bring_in(OFFICE)


def kept() -> list[tuple[object, ...]]:
    return stored(
        "SELECT official_id, rule, (SELECT name FROM contact_point WHERE id = contact_point_id),"
        " period, reason, day FROM explanation ORDER BY id"
    )


def test_reasons_are_kept_for_points_and_for_the_leader_alone() -> None:
    assert counts(bring_in({"逾期说明": ROWS})) == (3, 0, 0, 0)
    assert kept() == [
        (1, "village_visit", "东样村", "2026Q3", "防汛", "2026-10-08"),
        (1, "hearing", None, "2026Q3", "出国考察", "2026-11-22"),
        (1, "household_visit", "赵样甲", "2026", "外出务工", "2026-11-22"),
    ]


def test_the_same_rows_again_change_nothing_and_another_reason_takes_its_place() -> None:
    bring_in({"逾期说明": ROWS})
    assert counts(bring_in({"逾期说明": ROWS})) == (0, 0, 3, 0)
    fresh = ["张样一", "下访听诉", None, "2026年第三季度", "住院", None]
    assert counts(bring_in({"逾期说明": [HEADS, fresh]})) == (0, 1, 0, 0)
    assert kept()[1] == (1, "hearing", None, "2026Q3", "住院", "2026-11-22")


def test_a_duty_of_the_same_file_is_known() -> None:
    rules = [
        ["代码", "名称", "活动类别", "单位", "数量", "周期", "间隔月数", "对象"],
        ["tour", "巡河", "调研", "次", 1, "间隔", 2, "每位领导"],
    ]
    reason = ["张样一", "巡河", None, "2026-01-01~2026-02-28", "封山", None]
    assert counts(bring_in({"履职要求": rules, "逾期说明": [HEADS, reason]})) == (2, 0, 0, 0)
    assert kept()[0][1:4] == ("tour", None, "2026-01-01~2026-02-28")


def test_of_two_namesakes_the_one_held_in_the_period_is_meant() -> None:
    village = ("东样乡", "东样村")
    twins = [
        point("张样一", "户", "周样丁", *village, "1组", SPRING, date(2026, 12, 31)),
        point("张样一", "户", "周样丁", *village, "2组", date(2027, 1, 1)),
    ]
    bring_in({"联系点": [OFFICE["联系点"][0], *twins]})
    bring_in({"逾期说明": [HEADS, ["张样一", "走访联系户", "周样丁", "2026", "外出务工", None]]})
    meant = stored("SELECT address FROM contact_point p JOIN explanation e ON p.id = e.contact_point_id")
    assert meant == [("1组",)]


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (["无此样", "下访听诉", None, "2026Q3", "病"], "领导", "没有名叫"),
        (["张样一", "没有这项", None, "2026Q3", "病"], "要求", "没有这项"),
        (["张样一", None, None, "2026Q3", "病"], "要求", "必填"),
        (["张样一", "走访联系户", None, "2026", "病"], "联系点", "必填"),
        (["张样一", "走访联系户", "无此户", "2026", "病"], "联系点", "没有名叫“无此户”的户"),
        (["张样一", "走访联系户", "东样村", "2026", "病"], "联系点", "没有名叫"),
        (["张样一", "下访听诉", "东样村", "2026Q3", "病"], "联系点", "留空"),
        (["张样一", "下访听诉", None, "2026", "病"], "期间", "按季度计"),
        (["张样一", "下访听诉", None, "2026-01-01~2026-03-31", "病"], "期间", "按季度计"),
        (["张样一", "下访听诉", None, "三季度", "病"], "期间", "看不懂期间"),
        (["张样一", "下访听诉", None, "2026Q3", None], "原因", "必填"),
        (["张样一", "下访听诉", None, "2026Q3", "病", "2026-2-30"], "日期", "没有这一天"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(row: list[object], column: str, reason: str) -> None:
    found = refused(plan({"逾期说明": [HEADS, row]}))
    assert (found.sheet, found.row, found.column) == ("逾期说明", 2, column)
    assert reason in found.reason


def test_namesakes_want_their_address() -> None:
    twins = [point("张样一", "户", "孙样丙", "东样乡", "东样村", f"{group}组", SPRING) for group in (1, 2)]
    bring_in({"联系点": [OFFICE["联系点"][0], *twins]})
    row = ["张样一", "走访联系户", "孙样丙", "2026", "外出", None]
    assert "名称(地址)" in refused(plan({"逾期说明": [HEADS, row]})).reason
    row[2] = "孙样丙(2组)"
    assert counts(bring_in({"逾期说明": [HEADS, row]})) == (1, 0, 0, 0)


def test_a_reason_given_twice_in_one_file_is_refused() -> None:
    assert "重复" in refused(plan({"逾期说明": [*ROWS, ROWS[2]]})).reason
