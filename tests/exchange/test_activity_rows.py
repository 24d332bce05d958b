"""The sheets 活动 and 走访明细."""

from datetime import date

import pytest

from models.exchange.activity_rows import Said
from models.exchange.sheets import ACTIVITIES
from tests.exchange.rows import OFFICE, SPRING, TRIP_HEADS, bring_in, counts, plan, point, refused, stored
from tests.exchange.rows import POINT_HEADS as HEADS

pytestmark = pytest.mark.usefixtures("office")
DAY = date(2026, 3, 5)
VISIT = ["HD20260007", "张样一", "走访", DAY, "完成", "赵样甲、东样村", "钱样乙"]


def trips(*rows: list[object], heads: list[str] = TRIP_HEADS) -> dict[str, list[list[object]]]:
    return {"活动": [heads, *rows]}


@pytest.fixture(autouse=True)
def _points(office: object) -> None:
    bring_in(OFFICE)


def targets() -> dict[str, str]:
    rows = stored("SELECT name, outcome FROM target JOIN contact_point p ON p.id = contact_point_id")
    return dict(rows)


def test_what_a_row_says_is_what_the_sheets_columns_are() -> None:
    assert Said._fields == tuple(column.field for column in ACTIVITIES.columns)


def test_a_visit_is_kept_with_its_people_and_targets() -> None:
    heads = [
        *TRIP_HEADS,
        "开始时段",
        "结束日期",
        "结束时段",
        "地点",
        "事由",
        "代为前往",
        "陪同人员",
        "反映问题",
    ]
    more = ["下午", "2026年3月6日", "上午", "东样村", "走访", "王样三", "王样三、外人样", "=问题"]
    assert counts(bring_in(trips([*VISIT, *more], heads=heads))) == (1, 0, 0, 0)
    assert stored(
        "SELECT number, kind, first_day, first_half, last_day, last_half, place, state, heard FROM activity"
    ) == [
        ("HD20260007", "visit", "2026-03-05", "pm", "2026-03-06", "am", "东样村", "done", "=问题"),
    ]
    assert stored("SELECT official_id, name, role FROM participant") == [
        (1, "", "leader"),
        (3, "", "stand_in"),
        (3, "", "companion"),
        (None, "外人样", "companion"),
    ]
    assert targets() == {"赵样甲": "met", "东样村": "met", "钱样乙": "not_met"}


def test_blank_halves_mean_morning_to_afternoon_and_a_blank_end_the_first_day() -> None:
    bring_in(trips(VISIT))
    assert stored("SELECT first_half, last_day, last_half FROM activity") == [("am", "2026-03-05", "pm")]


def test_a_morning_without_an_end_is_said_to_count_the_whole_day() -> None:
    heads = ["编号", "领导", "类别", "状态", "开始日期", "开始时段", "结束时段"]
    halves = [("上午", None), ("上午", "上午"), (None, None), ("下午", None), ("上午", None)]
    rows = [[f"A{n}", "张样一", "调研", "计划", f"2026-12-{n}", *half] for n, half in enumerate(halves, 1)]
    made = plan({**OFFICE, "活动": [heads, *rows]})
    assert made.notes == [
        "工作表“活动”有 2 行（第 2、6 行）只写了开始时段“上午”，没有写结束时段，按全天计算。"
    ]


@pytest.mark.parametrize(
    ("state", "outcome"), [("计划", "planned"), ("完成", "met"), ("延期", "planned"), ("取消", "cancelled")]
)
def test_the_state_says_what_became_of_the_targets(state: str, outcome: str) -> None:
    bring_in(trips([None, "张样一", "走访", DAY, state, "赵样甲"]))
    assert targets() == {"赵样甲": outcome}


def test_the_same_rows_again_change_nothing() -> None:
    rows = trips(
        VISIT, [None, "张样一", "调研", DAY, "完成"], [None, "张样一", "走访", DAY, "完成", "赵样甲"]
    )
    assert counts(bring_in(rows)) == (3, 0, 0, 0)
    assert counts(bring_in(rows)) == (0, 0, 3, 0)


def test_numbers_left_blank_are_given_after_the_highest_of_the_year() -> None:
    bring_in(
        trips([None, "张样一", "调研", DAY, "完成"], VISIT, [None, "李样二", "调研", "2025-3-5", "完成"])
    )
    assert stored("SELECT number FROM activity ORDER BY id") == [
        ("HD20260008",),
        ("HD20260007",),
        ("HD20250001",),
    ]


def test_a_number_that_comes_twice_is_refused_the_second_time() -> None:
    found = refused(plan(trips(VISIT, [*VISIT[:2], "调研", DAY, "完成"])))
    assert (found.row, found.column, found.value) == (3, "编号", "HD20260007")


def test_an_activity_without_a_number_is_known_by_leader_kind_start_half_and_targets() -> None:
    bring_in(trips([None, "张样一", "走访", DAY, "计划", "赵样甲"]))
    again = [None, "张样一", "走访", DAY, "完成", "赵样甲"]
    assert counts(bring_in(trips(again))) == (0, 1, 0, 0)
    assert targets() == {"赵样甲": "met"}
    other = [None, "张样一", "走访", DAY, "完成", "钱样乙"]
    assert counts(bring_in(trips(other))) == (1, 0, 0, 0)


def test_two_rows_without_a_number_that_mean_one_activity_must_say_the_same() -> None:
    row = [None, "张样一", "走访", DAY, "完成", "赵样甲"]
    assert counts(plan(trips(row, row))) == (1, 0, 1, 0)
    assert "重复" in refused(plan(trips(row, [None, "张样一", "走访", DAY, "计划", "赵样甲"]))).reason


def test_a_blank_cell_keeps_the_old_value_and_a_list_replaces_the_list() -> None:
    bring_in(trips(VISIT))
    changed = ["HD20260007", None, None, None, None, "赵样甲", None]
    assert counts(bring_in(trips(changed))) == (0, 1, 0, 0)
    assert targets() == {"赵样甲": "met", "钱样乙": "not_met"}
    assert stored("SELECT official_id FROM participant") == [(1,)]


@pytest.mark.parametrize("day", [date(2026, 3, 2), date(2026, 3, 9)])
def test_the_blank_end_of_one_day_moves_along_with_that_day(day: date) -> None:
    bring_in(trips(VISIT))
    bring_in(trips([*VISIT[:3], day, *VISIT[4:]]))
    assert stored("SELECT first_day, last_day FROM activity") == [(str(day), str(day))]


def test_a_plan_that_is_done_has_met_its_targets() -> None:
    bring_in(trips(["HD20260007", "张样一", "走访", DAY, "计划", "赵样甲、钱样乙"]))
    bring_in(trips(["HD20260007", None, None, None, "完成", None, "钱样乙"]))
    assert targets() == {"赵样甲": "met", "钱样乙": "not_met"}


def test_several_leaders_may_go_together() -> None:
    bring_in({"联系点": [HEADS, point("李样二", "乡镇", "西样乡", None, None, None, SPRING)]})
    bring_in(trips([None, "张样一，李样二", "走访", DAY, "完成", "赵样甲;西样乡"]))
    assert stored("SELECT official_id FROM participant") == [(1,), (2,)]
    assert targets() == {"赵样甲": "met", "西样乡": "met"}


@pytest.mark.parametrize(
    ("place", "value", "column", "why"),
    [
        (1, "无此样", "领导", "没有名叫"),
        (1, None, "领导", "必填"),
        (2, "打球", "类别", "之一"),
        (3, "2026-2-30", "开始日期", "没有这一天"),
        (3, "3/5", "开始日期", "缺少年份"),
        (3, date(2026, 11, 23), "状态", "还没有到"),
        (4, None, "状态", "必填"),
        (4, "做了", "状态", "之一"),
        (5, "赵样甲、无此户", "走访对象", "没有名叫"),
        (6, "赵样甲", "未遇对象", "同时写在"),
        (0, "长" * 51, "编号", "最多 50 个字"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(place: int, value: object, column: str, why: str) -> None:
    row = list(VISIT)
    row[place] = value
    made = plan(trips(row))
    assert counts(made) == (0, 0, 0, 1)
    assert (refused(made).row, refused(made).column) == (2, column)
    assert why in refused(made).reason


def test_ending_before_the_start_is_refused_to_the_half() -> None:
    heads = [*TRIP_HEADS, "开始时段", "结束时段"]
    assert refused(plan(trips([*VISIT, "下午", "上午"], heads=heads))).column == "结束日期"


def test_a_cell_of_twenty_thousand_characters_is_refused() -> None:
    found = refused(plan(trips([*VISIT, "长" * 20_000], heads=[*TRIP_HEADS, "反映问题"])))
    assert (found.column, len(found.value)) == ("反映问题", 200)


def test_a_list_of_twenty_thousand_characters_is_refused_however_short_its_names_are() -> None:
    assert refused(plan(trips([*VISIT[:5], "赵样甲、" * 5_000, None]))).column == "走访对象"


def test_who_went_instead_must_be_known_and_somebody_else() -> None:
    heads = [*TRIP_HEADS, "代为前往"]
    assert refused(plan(trips([*VISIT, "无此样"], heads=heads))).column == "代为前往"
    assert "本人" in refused(plan(trips([*VISIT, "张样一"], heads=heads))).reason


def test_a_schedule_conflict_refuses_nothing() -> None:
    rows = [[f"HD2026000{n}", "张样一", "调研", DAY, "完成"] for n in (1, 2)]
    assert counts(bring_in(trips(*rows))) == (2, 0, 0, 0)


# --- names that may mean several points


def _two_of_one_name() -> None:
    rows = [point("张样一", "户", "孙样丙", "东样乡", "东样村", f"{n}组1号", SPRING) for n in (1, 2)]
    bring_in({"联系点": [HEADS, *rows]})


def test_a_name_that_may_be_several_households_is_refused() -> None:
    _two_of_one_name()
    assert "名称(地址)" in refused(plan(trips([None, "张样一", "走访", DAY, "完成", "孙样丙"]))).reason


@pytest.mark.parametrize("written", ["孙样丙(2组1号)", "孙样丙（２组１号）", "孙样丙 (2组1号)"])
def test_the_address_in_brackets_tells_which_is_meant(written: str) -> None:
    _two_of_one_name()
    bring_in(trips([None, "张样一", "走访", DAY, "完成", written]))
    assert stored("SELECT address FROM target JOIN contact_point p ON p.id = contact_point_id") == [
        ("2组1号",)
    ]


def test_a_point_held_on_the_day_is_meant_before_one_held_at_another_time() -> None:
    rows = [
        point("张样一", "户", "孙样丙", "东样乡", "东样村", "1组1号", SPRING, "2026-2-1"),
        point("张样一", "户", "孙样丙", "东样乡", "东样村", "2组1号", "2026-2-2"),
    ]
    bring_in({"联系点": [HEADS, *rows]})
    bring_in(trips([None, "张样一", "走访", DAY, "完成", "孙样丙"]))
    assert stored("SELECT address FROM target JOIN contact_point p ON p.id = contact_point_id") == [
        ("2组1号",)
    ]


def test_a_point_of_another_leader_is_no_target() -> None:
    assert refused(plan(trips([None, "李样二", "走访", DAY, "完成", "赵样甲"]))).value == "赵样甲"


# --- 走访明细


DETAIL_HEADS = ["编号", "走访对象", "走访方式", "结果", "反映问题", "服务"]


def test_details_are_kept_for_each_target() -> None:
    detail = ["HD20260007", "赵样甲", "电话", None, "屋漏", "送政策"]
    sheets = {**trips(VISIT), "走访明细": [DETAIL_HEADS, detail]}
    assert counts(bring_in(sheets)) == (2, 0, 0, 0)
    assert stored("SELECT manner, outcome, heard, services FROM target WHERE heard <> ''") == [
        ("phone", "met", "屋漏", "送政策")
    ]
    assert counts(bring_in(sheets)) == (0, 0, 2, 0)


@pytest.mark.parametrize(
    ("detail", "column"),
    [
        (["HD20269999", "赵样甲"], "编号"),
        (["HD20260007", "无此户"], "走访对象"),
        (["HD20260007"], "走访对象"),
    ],
)
def test_details_of_nothing_are_refused(detail: list[str], column: str) -> None:
    assert refused(plan({**trips(VISIT), "走访明细": [DETAIL_HEADS, detail]})).column == column


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("政策，温暖", "送政策、送温暖"),
        ("policy,help", "送政策、送服务"),
        ("送 温暖", "送温暖"),
        ("慰问金200元", "慰问金200元"),
        ("送政策，慰问金", "送政策，慰问金"),
        ("政策；慰问金", "送政策、慰问金"),
    ],
)
def test_services_are_kept_as_the_forms_write_them_and_other_words_stay(written: str, kept: str) -> None:
    bring_in({**trips(VISIT), "走访明细": [["编号", "走访对象", "服务"], ["HD20260007", "赵样甲", written]]})
    assert stored("SELECT services FROM target WHERE services <> ''") == [(kept,)]
    again = {"走访明细": [["编号", "走访对象", "服务"], ["HD20260007", "赵样甲", kept]]}
    assert counts(plan(again)) == (0, 0, 1, 0)
