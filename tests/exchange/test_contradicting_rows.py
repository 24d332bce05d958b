"""Rows of one file that say different things of one record: the last one stands, also the second time."""

import pytest

from tests.exchange.rows import (
    LEADERS,
    OFFICE,
    POINT_HEADS,
    SPRING,
    TRIP_HEADS,
    bring_in,
    counts,
    point,
    stored,
)

pytestmark = pytest.mark.usefixtures("office")
PLACE = ("东样乡", "东样村", "1组1号")
HEADS = [*POINT_HEADS, "联系电话"]
OLD = point("张样一", "户", "赵样甲", *PLACE, SPRING, None, "0797-8391000")
NEW = point("李样二", "户", "赵样甲", *PLACE, "2026-5-1", None, "0797-8391001")
TRIPS = [TRIP_HEADS, ["A1", "张样一", "走访", "2026-3-5", "完成", "赵样甲、钱样乙"]]


def test_a_household_with_an_old_telephone_number_in_its_former_leaders_row_stays_as_it_is() -> None:
    sheets = {"领导": LEADERS, "联系点": [HEADS, OLD, NEW]}
    bring_in(sheets)
    assert stored("SELECT phone FROM contact_point WHERE kind = 'household'") == [("0797-8391001",)]
    assert counts(bring_in(sheets)) == (0, 0, 5, 0)
    assert counts(bring_in({"联系点": [HEADS, [*OLD[:-1], "0797-8391002"]]})) == (0, 1, 0, 0)


def test_a_leader_whose_title_differs_from_row_to_row_stays_as_he_is() -> None:
    heads = ["领导姓名", "职务", "联系乡镇(街道)", "户主姓名", "起始日期"]
    titles = [["张样一", title, "东样乡", name, SPRING] for title, name in (("副市长", "甲"), ("市长", "乙"))]
    bring_in({"安排表": [heads, *titles]})
    assert stored("SELECT title FROM official") == [("市长",)]
    assert counts(bring_in({"安排表": [heads, *titles]})) == (0, 0, 2, 0)


@pytest.mark.parametrize(("target", "outcome"), [("钱样乙", "未遇"), ("孙样丙", "未遇"), ("孙样丙", "完成")])
def test_details_that_go_beyond_the_activitys_own_lists_are_kept(target: str, outcome: str) -> None:
    third = point("张样一", "户", "孙样丙", "东样乡", "东样村", "1组3号", SPRING)
    details = [["编号", "走访对象", "结果", "原因"], ["A1", target, outcome, "外出务工"]]
    sheets = {**OFFICE, "联系点": [*OFFICE["联系点"], third], "活动": TRIPS, "走访明细": details}
    bring_in(sheets)
    before = stored("SELECT contact_point_id, outcome, reason FROM target ORDER BY 1")
    assert counts(bring_in(sheets)) == (0, 0, 10, 0)
    assert stored("SELECT contact_point_id, outcome, reason FROM target ORDER BY 1") == before
