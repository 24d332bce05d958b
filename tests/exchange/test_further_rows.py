"""The sheets 节假日, 履职要求 and 设置."""

import pytest

from tests.exchange.rows import bring_in, counts, plan, refused, stored

pytestmark = pytest.mark.usefixtures("office")

SHEETS = {
    "节假日": [["日期", "类型", "名称"], ["2026-10-1", "休", "国庆节"], ["2026年10月10日", "班", None]],
    "履职要求": [
        ["代码", "名称", "活动类别", "单位", "数量", "周期", "间隔月数", "对象", "生效日期"],
        ["report", None, None, None, 3, None, None, None, None],
        ["study", "学习", "调研、调研报告", "天", 4, "间隔", 4, "每位领导", "2026-1-1"],
    ],
    "设置": [
        ["项目", "内容", "生效日期"],
        ["单位名称", "样政府办公室", None],
        ["周末和假日计入调研天数", "否", "2026-7-1"],
        ["临近提醒的期间比例", "3/4", None],
    ],
}


def test_every_column_is_kept() -> None:
    assert counts(bring_in(SHEETS)) == (6, 1, 0, 0)
    assert stored("SELECT day, kind, name FROM holiday") == [
        ("2026-10-01", "off", "国庆节"),
        ("2026-10-10", "work", ""),
    ]
    assert stored("SELECT kinds, unit, quota, period, months, per FROM duty_rule WHERE code = 'study'") == [
        ("fieldwork,report", "days", 4.0, "interval", 4, "leader")
    ]
    assert stored("SELECT quota, name FROM duty_rule WHERE code = 'report'") == [(3.0, "调研报告")]
    assert stored("SELECT key, value, valid_from FROM setting") == [
        ("office_name", "样政府办公室", "0001-01-01"),
        ("weekends_count", "0", "2026-07-01"),
        ("risk_share", "3/4", "0001-01-01"),
    ]


def test_the_same_rows_again_change_nothing() -> None:
    bring_in(SHEETS)
    assert counts(bring_in(SHEETS)) == (0, 0, 7, 0)


@pytest.mark.parametrize(
    ("sheet", "row", "column"),
    [
        ("节假日", ["2026-2-30", "休"], "日期"),
        ("节假日", ["2026-10-1", "玩"], "类型"),
        ("履职要求", ["new_rule", "新要求"], "活动类别"),
        ("履职要求", ["report", None, None, None, "很多"], "数量"),
        ("履职要求", ["report", None, None, None, 99999], "数量"),
        ("履职要求", ["report", None, None, None, 2, "间隔"], "间隔月数"),
        ("设置", ["没有这个", "是"], "项目"),
        ("设置", ["周末和假日计入调研天数", "也许"], "内容"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(sheet: str, row: list[object], column: str) -> None:
    found = refused(plan({sheet: [SHEETS[sheet][0], row]}))
    assert (found.sheet, found.row, found.column) == (sheet, 2, column)


def test_a_duty_that_ends_before_it_begins_is_refused() -> None:
    heads, _, new = SHEETS["履职要求"]
    found = refused(plan({"履职要求": [[*heads, "失效日期"], [*new, "2025-12-31"]]}))
    assert (found.column, found.reason) == ("失效日期", "结束早于开始")


@pytest.mark.parametrize("sheet", ["节假日", "设置"])
def test_a_row_repeated_is_refused(sheet: str) -> None:
    head, first, *_ = SHEETS[sheet]
    assert "重复" in refused(plan({sheet: [head, first, first]})).reason
