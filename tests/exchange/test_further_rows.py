"""The sheets AB角, 外出, 节假日, 履职要求 and 设置."""

from datetime import date

import pytest

from tests.exchange.rows import LEADERS, bring_in, counts, plan, refused, stored

pytestmark = pytest.mark.usefixtures("office")

SHEETS = {
    "AB角": [
        ["A角", "B角", "岗位", "起始日期", "终止日期", "文号", "不代行事项"],
        ["张样一", "李样二", "市政府领导", date(2026, 1, 1), None, "样〔2026〕1号", "人事"],
    ],
    "外出": [
        ["姓名", "开始日期", "开始时段", "结束日期", "结束时段", "事由", "批准人"],
        ["张样一", "2026-3-5", "下午", "2026-3-6", "上午", "开会", "王样三"],
        ["李样二", "2026-3-5", None, None, None, None, None],
    ],
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


@pytest.fixture(autouse=True)
def _leaders(office: object) -> None:
    bring_in({"领导": LEADERS})


def test_every_column_is_kept() -> None:
    assert counts(bring_in(SHEETS)) == (9, 1, 0, 0)
    assert stored("SELECT a_id, b_id, post, first_day, last_day, document, excluded FROM pairing") == [
        (1, 2, "市政府领导", "2026-01-01", None, "样〔2026〕1号", "人事")
    ]
    assert stored("SELECT official_id, first_day, first_half, last_day, last_half, reason FROM absence") == [
        (1, "2026-03-05", "pm", "2026-03-06", "am", "开会"),
        (2, "2026-03-05", "am", None, "pm", ""),
    ]
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
    assert counts(bring_in(SHEETS)) == (0, 0, 10, 0)


def test_a_filled_cell_changes_what_a_row_is_not_known_by() -> None:
    bring_in(SHEETS)
    row = ["张样一", "2026-3-5", "下午", "2026-3-9", None, None, None]
    assert counts(bring_in({"外出": [SHEETS["外出"][0], row]})) == (0, 1, 0, 0)
    assert stored("SELECT last_day, reason FROM absence WHERE official_id = 1") == [("2026-03-09", "开会")]


@pytest.mark.parametrize(
    ("sheet", "row", "column"),
    [
        ("AB角", ["张样一", "无此样"], "B角"),
        ("AB角", ["张样一", "张样一"], "B角"),
        ("AB角", ["张样一"], "B角"),
        ("AB角", ["张样一", "李样二", None, "2026-2-1", "2026-1-1"], "终止日期"),
        ("外出", ["无此样", "2026-3-5"], "姓名"),
        ("外出", ["张样一", None], "开始日期"),
        ("外出", ["张样一", "2026-3-5", "下午", "2026-3-5", "上午"], "结束日期"),
        ("外出", ["张样一", "2026-3-5", "半夜"], "开始时段"),
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


@pytest.mark.parametrize("sheet", ["AB角", "外出", "节假日", "设置"])
def test_a_row_repeated_is_refused(sheet: str) -> None:
    head, first, *_ = SHEETS[sheet]
    assert "重复" in refused(plan({sheet: [head, first, first]})).reason
