"""The sheet AB角: who stands in for whom, as strict as the form and against all that will be."""

from itertools import permutations

import pytest

from tests.exchange.rows import bring_in, counts, plan, refused, stored

pytestmark = pytest.mark.usefixtures("office")

PEOPLE = [
    ["姓名", "班子成员", "任职起", "任职止"],
    ["张样一", "是", None, None],
    ["李样二", "是", None, None],
    ["王样三", "是", None, None],
    ["赵样四", "是", None, "2026-6-30"],
    ["陈样甲", "否", None, None],
    ["刘样乙", "否", None, None],
    ["周样丙", "否", None, None],
]
HEADS = ["A角", "B角", "岗位", "起始日期", "终止日期", "文号", "不代行事项"]
LEADERS_PAIR = ["张样一", "李样二", "市政府领导", "2026-1-1", None, "样〔2026〕1号", "人事"]
POST_PAIR = ["陈样甲", "刘样乙", "财务出纳", "2026-1-1"]
PAIRS = {"AB角": [HEADS, LEADERS_PAIR, POST_PAIR]}


@pytest.fixture(autouse=True)
def _people(office: object) -> None:
    bring_in({"领导": PEOPLE})


def pairs(*rows: list[object]) -> dict[str, list[list[object]]]:
    return {"AB角": [HEADS, *rows]}


def test_every_column_is_kept_and_the_same_rows_again_change_nothing() -> None:
    assert counts(bring_in(PAIRS)) == (2, 0, 0, 0)
    assert stored("SELECT a_id, b_id, post, first_day, last_day, document, excluded FROM pairing") == [
        (1, 2, "市政府领导", "2026-01-01", None, "样〔2026〕1号", "人事"),
        (5, 6, "财务出纳", "2026-01-01", None, "", ""),
    ]
    assert counts(bring_in(PAIRS)) == (0, 0, 2, 0)


def test_a_row_repeated_is_refused() -> None:
    found = refused(plan(pairs(LEADERS_PAIR, LEADERS_PAIR)))
    assert (found.column, found.value, found.reason) == ("A角", LEADERS_PAIR[0], "与第 2 行重复")


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (["张样一", "无此样"], "B角", "没有名叫“无此样”的干部"),
        (["无此样", "张样一"], "A角", "没有名叫“无此样”的干部"),
        (["张样一"], "B角", "B角必填"),
        (["王样三", "王　样三"], "B角", "A角和B角不能是同一人"),
        (["王样三", "赵样四", None, "2026-2-1", "2026-1-1"], "终止日期", "终止日期早于起始日期"),
        (["王样三", "赵样四", None, "2026-7-1"], "B角", "B角赵样四任职到2026年6月30日为止，不在这段时间"),
        (["赵样四", "王样三", None, "2026-7-1"], "A角", "A角赵样四任职到2026年6月30日为止，不在这段时间"),
        (["李样二", "王样三", None, "2026-3-1"], "A角", "已在张样一、李样二这一对AB角中"),
        (["王样三", "张样一"], "B角", "张样一自2026年1月1日起已在张样一、李样二这一对AB角中"),
        (["李样二", "张样一", None, "2026-3-1"], "起始日期", "已互为AB角"),
        (["王样三", "陈样甲"], "岗位", "请填写岗位"),
        (["陈样甲", "周样丙", "财务 出纳", "2026-3-1"], "岗位", "已有B角刘样乙"),
        (["周样丙", "陈样甲", "财务出纳"], "B角", "三人连环"),
        (["刘样乙", "周样丙", "财务出纳"], "A角", "三人连环"),
    ],
)
def test_what_cannot_stand_beside_the_office_is_refused_with_its_place(
    row: list[object], column: str, reason: str
) -> None:
    bring_in(PAIRS)
    found = refused(plan(pairs(row)))
    assert (found.sheet, found.row, found.column) == ("AB角", 2, column)
    assert reason in found.reason
    assert not found.reason.endswith("。")


@pytest.mark.parametrize(
    "rows", list(permutations([LEADERS_PAIR, ["李样二", "王样三"], ["王样三", "赵样四"]]))
)
def test_of_a_chain_in_one_file_as_many_pairs_stand_as_can_and_the_others_are_refused(
    rows: tuple[list[object], ...],
) -> None:
    found = plan(pairs(*rows)).refused
    middle = rows.index(["李样二", "王样三"])
    assert [row.row for row in found] == ([3, 4] if middle == 0 else [middle + 2])


@pytest.mark.parametrize("turned", [False, True])
def test_one_pair_may_end_and_another_begin_in_the_same_file_whatever_comes_first(turned: bool) -> None:
    bring_in(PAIRS)
    rows = [
        ["张样一", "李样二", "市政府领导", "2026-1-1", "2026-6-30"],
        ["张样一", "王样三", None, "2026-7-1"],
        ["陈样甲", "刘样乙", "财务出纳", "2026-1-1", "2026-6-30"],
        ["陈样甲", "周样丙", "财务出纳", "2026-7-1"],
    ]
    assert counts(bring_in(pairs(*(reversed(rows) if turned else rows)))) == (2, 2, 0, 0)
    assert stored("SELECT b_id, last_day FROM pairing ORDER BY b_id") == [
        (2, "2026-06-30"),
        (3, None),
        (6, "2026-06-30"),
        (7, None),
    ]


def test_a_changed_row_is_held_against_the_others_and_a_row_that_stays_the_same_never_is() -> None:
    bring_in(
        pairs(["张样一", "李样二", None, "2026-1-1", "2026-6-30"], ["张样一", "王样三", None, "2026-7-1"])
    )
    found = refused(plan(pairs(["张样一", "李样二", None, "2026-1-1", "2026-7-1"])))
    assert (found.column, "王样三" in found.reason) == ("A角", True)
    bring_in({"领导": [["姓名", "班子成员"], ["王样三", "否"]]})
    assert counts(plan(pairs(["张样一", "王样三", None, "2026-7-1"]))) == (0, 0, 1, 0)


def test_membership_and_time_in_office_are_those_after_the_import() -> None:
    row = ["张样一", "陈样甲", None, "2026-7-1"]
    assert refused(plan(pairs(row))).column == "岗位"
    made_member = [["姓名", "班子成员", "任职起"], ["陈样甲", "是", "2026-5-1"]]
    assert counts(plan({"AB角": [HEADS, row], "领导": made_member})) == (1, 1, 0, 0)
    too_late = [["姓名", "班子成员", "任职止"], ["陈样甲", "是", "2026-5-1"]]
    assert refused(plan({"AB角": [HEADS, row], "领导": too_late})).column == "B角"


def test_a_refused_row_stands_in_nobodys_way() -> None:
    first = ["张样一", "李样二", None, "2026-2-30"]
    assert [row.row for row in plan(pairs(first, ["张样一", "王样三"])).refused] == [2]


def test_a_department_person_may_stand_in_for_several_posts() -> None:
    posts = [["陈样甲", "刘样乙", "机要"], ["周样丙", "刘样乙", "财务出纳"], ["刘样乙", "陈样甲", "公章"]]
    assert counts(bring_in(pairs(*posts))) == (3, 0, 0, 0)


def test_a_pair_said_to_be_mutual_needs_no_post_whoever_is_told_to_be_a_leader() -> None:
    """So the workbook of one leader stands alone, where his partner is but a name."""
    mutual = ["张样一", "陈样甲", "互为 AB角", "2026-1-1"]
    assert counts(bring_in(pairs(mutual))) == (1, 0, 0, 0)
    assert stored("SELECT post FROM pairing") == [("",)]
    assert counts(bring_in(pairs(mutual))) == (0, 0, 1, 0)
    assert counts(bring_in(pairs([*mutual, "2026-6-30"]))) == (0, 1, 0, 0)
    assert refused(plan(pairs(["张样一", "李样二", None, "2026-6-30"]))).column == "A角"


def test_nobody_joins_the_leadership_whose_post_would_become_a_second_pair() -> None:
    bring_in(pairs(LEADERS_PAIR, ["张样一", "陈样甲", "办公室主任"]))
    joining = [["姓名", "班子成员"], ["刘样乙", "是"], ["陈样甲", "是"]]
    found = refused(plan({"领导": joining}))
    assert (found.sheet, found.row, found.column) == ("领导", 3, "班子成员")
    assert found.reason.startswith("成为班子成员以后，与张样一的AB角不能保留：张样一自2026年1月1日起已在")
    bring_in(pairs(["张样一", "陈样甲", "办公室主任", None, "2025-12-31"]))
    assert counts(bring_in({"领导": joining})) == (0, 2, 0, 0)


def test_one_who_left_the_leadership_keeps_his_pair_and_his_post_at_once() -> None:
    left_pair = ["李样二", "陈样甲", "互为AB角", "2026-5-1"]
    post = ["陈样甲", "张样一", "财务出纳", "2026-1-1"]
    assert counts(bring_in(pairs(post, left_pair))) == (2, 0, 0, 0)
    assert stored("SELECT post FROM pairing ORDER BY id") == [("财务出纳",), ("",)]
