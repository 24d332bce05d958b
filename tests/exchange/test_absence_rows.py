"""The sheets 外出 and 外出补充: as strict as the form, except that both of a pair away is only said."""

from datetime import date

import pytest

from models.exchange.importing import apply_import
from tests.exchange.rows import bring_in, counts, plan, refused, stored

pytestmark = pytest.mark.usefixtures("office")

PEOPLE = [
    ["姓名", "班子成员", "任职起", "任职止"],
    ["张样一", "是", None, None],
    ["李样二", "是", None, None],
    ["王样三", "否", "2026-1-1", "2026-6-30"],
]
HEADS = ["姓名", "开始日期", "开始时段", "结束日期", "结束时段", "事由", "批准人"]
ABSENCES = {
    "外出": [
        HEADS,
        ["张样一", "2026-3-5", "下午", "2026-3-6", "上午", "开会", "王样三"],
        ["李样二", "2026-3-5", None, None, None, None, None],
    ]
}
RETURN_HEADS = ["姓名", "开始日期", "开始时段", "返岗日期"]


@pytest.fixture(autouse=True)
def _people(office: object) -> None:
    bring_in({"领导": PEOPLE})


def away(*rows: list[object]) -> dict[str, list[list[object]]]:
    return {"外出": [HEADS, *rows]}


def back(*rows: list[object]) -> dict[str, list[list[object]]]:
    return {"外出补充": [RETURN_HEADS, *rows]}


def test_every_column_is_kept_and_the_same_rows_again_change_nothing() -> None:
    assert counts(bring_in(ABSENCES)) == (2, 0, 0, 0)
    assert stored("SELECT official_id, first_day, first_half, last_day, last_half, reason FROM absence") == [
        (1, "2026-03-05", "pm", "2026-03-06", "am", "开会"),
        (2, "2026-03-05", "am", None, "pm", ""),
    ]
    assert counts(bring_in(ABSENCES)) == (0, 0, 2, 0)


def test_a_filled_cell_changes_what_a_row_is_not_known_by() -> None:
    bring_in(ABSENCES)
    assert counts(bring_in(away(["张样一", "2026-3-5", "下午", "2026-3-9", None, None, None]))) == (
        0,
        1,
        0,
        0,
    )
    assert stored("SELECT last_day, reason FROM absence WHERE official_id = 1") == [("2026-03-09", "开会")]


def test_a_row_repeated_is_refused() -> None:
    row = ABSENCES["外出"][1]
    assert "重复" in refused(plan(away(row, row))).reason


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (["无此样", "2026-3-5"], "姓名", "没有名叫“无此样”的干部"),
        (["张样一", None], "开始日期", "开始日期必填"),
        (["张样一", "2026-4-5", "半夜"], "开始时段", "之一"),
        (["张样一", "2026-4-5", None, "2026-4-4"], "结束日期", "结束时间早于开始时间"),
        (["张样一", "2026-4-5", "下午", "2026-4-5", "上午"], "结束日期", "结束时间早于开始时间"),
        (["王样三", "2025-12-31", None, "2026-1-2"], "开始日期", "王样三2026年1月1日才任职"),
        (["王样三", "2026-6-30", None, "2026-7-1"], "结束日期", "王样三任职到2026年6月30日为止"),
        (["王样三", "2026-7-1"], "开始日期", "王样三任职到2026年6月30日为止"),
        (["张样一", "2026-3-6", None, "2026-3-8"], "开始日期", "张样一3月5日下午至6日上午已登记外出"),
        (["张样一", "2026-3-1"], "开始日期", "时间重叠"),
        (["李样二", "2026-9-1", None, "2026-9-2"], "开始日期", "李样二3月5日起已登记外出"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(row: list[object], column: str, reason: str) -> None:
    bring_in(ABSENCES)
    found = refused(plan(away(row)))
    assert (found.sheet, found.row, found.column) == ("外出", 2, column)
    assert reason in found.reason
    assert not found.reason.endswith("。")


def test_absences_may_touch_and_of_two_in_one_file_that_overlap_the_second_is_refused() -> None:
    first = ["张样一", "2026-3-5", None, "2026-3-6", "上午"]
    assert counts(plan(away(first, ["张样一", "2026-3-6", "下午"]))) == (2, 0, 0, 0)
    assert refused(plan(away(first, ["张样一", "2026-3-6"]))).row == 3
    assert refused(plan(away(["张样一", "2026-3-6"], first))).row == 3


def test_an_open_absence_may_end_and_another_begin_in_the_same_file_whatever_comes_first() -> None:
    bring_in(away(["张样一", "2026-3-5"]))
    rows = [["张样一", "2026-4-1", None, "2026-4-2"], ["张样一", "2026-3-5", None, "2026-3-9"]]
    assert counts(bring_in(away(*rows))) == (1, 1, 0, 0)


def test_the_time_in_office_is_the_one_after_the_import() -> None:
    row = ["王样三", "2026-9-1", None, "2026-9-2"]
    longer = [PEOPLE[0], ["王样三", "否", None, "2026-12-31"]]
    assert counts(plan({**away(row), "领导": longer})) == (1, 1, 0, 0)


def test_a_row_that_stays_the_same_is_never_refused_and_a_changed_one_is() -> None:
    row = ["王样三", "2026-3-2", None, "2026-3-3"]
    bring_in(away(row))
    later = {"领导": [PEOPLE[0], ["王样三", "否", "2026-4-1", None]]}
    made = plan({**later, **away(row)})
    assert [found.sheet for found in made.refused] == ["领导"]
    changed = [*row, None, "开会"]
    assert [found.sheet for found in plan({**later, **away(changed)}).refused] == ["外出"]


@pytest.mark.parametrize(
    ("times", "column", "reason"),
    [
        (("2026-3-2", None), "任职起", "任职起晚于已登记的外出（2026年3月1日），请先修改那次外出"),
        ((None, "2026-3-2"), "任职止", "任职止早于已登记的外出（2026年3月3日），请先修改那次外出"),
    ],
)
def test_nobodys_time_in_office_may_shrink_below_what_he_is_entered_for(
    times: tuple[object, object], column: str, reason: str
) -> None:
    bring_in(away(["张样一", "2026-3-1", None, "2026-3-3"]))
    row = ["张样一", "是", *times]
    found = refused(plan({"领导": [PEOPLE[0], ["李样二", "是", None, "2026-12-31"], row]}))
    assert (found.sheet, found.row, found.column, found.reason) == ("领导", 3, column, reason)
    assert found.value == str(date(2026, 3, 2))
    shorter = away(["张样一", "2026-3-1", None, "2026-3-2"])
    assert len(plan({"领导": [PEOPLE[0], row], **shorter}).refused) == (column == "任职起")


def test_a_pair_holds_its_leaders_in_office() -> None:
    bring_in({"AB角": [["A角", "B角", "起始日期"], ["张样一", "李样二", "2026-3-1"]]})
    leaving = [PEOPLE[0], ["李样二", "是", None, "2026-2-28"]]
    found = refused(plan({"领导": leaving}))
    assert (found.column, found.reason) == (
        "任职止",
        "有一对AB角不在任职起止之间，请先在“AB角”页修改",
    )
    assert plan({"领导": [PEOPLE[0], ["李样二", "是", None, "2026-3-1"]]}).refused == []


# --- both away is a schedule conflict: said, never refused


PAIR = {"AB角": [["A角", "B角"], ["张样一", "李样二"]]}


def test_both_of_a_pair_away_without_an_approver_is_said_in_one_line_each_clash_once() -> None:
    rows = [["张样一", "2026-3-5", None, "2026-3-9"], ["李样二", "2026-3-8", None, "2026-3-12"]]
    settings = {"设置": [["项目", "内容"], ["A角、B角都外出时由谁代行", "王样三"]]}
    made = plan({**PAIR, **away(*rows), **settings})
    assert made.refused == []
    assert made.notes == [
        "外出有 1 处AB角同时不在、没有写批准人：第 2 行张样一3月8日至9日AB角李样二也外出，由王样三代行。"
    ]


def test_with_an_approver_or_with_somebody_here_nothing_is_said() -> None:
    first, second = ["张样一", "2026-3-5", None, "2026-3-9"], ["李样二", "2026-3-8", None, "2026-3-12"]
    approved = [*second, None, None, "王样三"]
    assert plan({**PAIR, **away(first, approved)}).notes == []
    assert plan(away(first, second)).notes == []
    bring_in({**PAIR, **away(approved)})
    assert len(plan(away(first)).notes) == 1
    bring_in(away(first))
    assert plan(away(first)).notes == []


def test_only_the_first_few_clashes_are_told_in_words() -> None:
    days = range(5, 10)
    rows = [[name, f"2026-3-{day}", None, f"2026-3-{day}"] for name in ("张样一", "李样二") for day in days]
    (note,) = plan({**PAIR, **away(*rows)}).notes
    assert note.startswith("外出有 5 处AB角同时不在、没有写批准人：")
    assert note.count("张样一") == 3
    assert note.endswith("无人代行；另有 2 处。")


def test_a_post_left_alone_is_said_with_its_name() -> None:
    post = {"AB角": [["A角", "B角", "岗位"], ["王样三", "李样二", "财务出纳"]]}
    rows = [["王样三", "2026-3-5", None, "2026-3-5"], ["李样二", "2026-3-5", None, "2026-3-5"]]
    assert (
        "第 2 行王样三3月5日AB角李样二（财务出纳）也外出，无人代行" in plan({**post, **away(*rows)}).notes[0]
    )


def test_a_morning_without_an_end_is_said_to_count_the_whole_day() -> None:
    rows = [
        ["张样一", "2026-3-5", "上午", "2026-3-5", None],
        ["张样一", "2026-3-6", "上午", "2026-3-6", "上午"],
        ["张样一", "2026-3-9", None, "2026-3-9", None],
        ["张样一", "2026-3-10", "下午", "2026-3-10", None],
        ["张样一", "2026-3-11", "上午", None, None],
    ]
    made = plan(away(*rows))
    assert made.notes == ["工作表“外出”有 1 行（第 2 行）只写了开始时段“上午”，没有写结束时段，按全天计算。"]
    apply_import(made)
    assert plan(away(*rows)).notes == []


# --- 外出补充


def test_a_return_is_kept_also_of_an_absence_of_the_same_file_and_the_same_again_changes_nothing() -> None:
    bring_in(ABSENCES)
    new = ["王样三", "2026-5-4", None, "2026-5-5"]
    rows = back(["张样一", "2026-3-5", "下午", "2026-3-6"], ["王样三", "2026-5-4", None, "2026-5-6"])
    assert counts(bring_in({**away(new), **rows})) == (2, 1, 0, 0)
    assert stored("SELECT returned_on FROM absence ORDER BY id") == [
        ("2026-03-06",),
        (None,),
        ("2026-05-06",),
    ]
    assert counts(bring_in({**away(new), **rows})) == (0, 0, 3, 0)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (["无此样", "2026-3-5", "下午", "2026-3-6"], "姓名", "没有名叫"),
        (["张样一", "2026-3-5", None, "2026-3-6"], "开始日期", "没有登记从这时开始的外出"),
        (["张样一", "2026-3-5", "下午", None], "返岗日期", "返岗日期必填"),
        (["张样一", "2026-3-5", "下午", "2026-3-5"], "返岗日期", "返岗早于外出开始"),
        (["张样一", "2026-3-5", "下午", "2026-3-1"], "返岗日期", "返岗早于外出开始"),
        (["张样一", "2026-3-5", "下午", "2026-11-23"], "返岗日期", "2026年11月23日还没有到"),
        (["李样二", "2026-3-5", None, "2026-3-9"], "返岗日期", "还没有结束日期"),
        (["王样三", "2026-5-4", None, "2026-5-5"], "返岗日期", "返岗早于外出结束"),
    ],
)
def test_a_return_that_cannot_be_is_refused_with_its_place(
    row: list[object], column: str, reason: str
) -> None:
    bring_in(ABSENCES)
    bring_in(away(["王样三", "2026-5-4", None, "2026-5-5"]))
    found = refused(plan(back(row)))
    assert (found.sheet, found.row, found.column) == ("外出补充", 2, column)
    assert reason in found.reason


def test_a_return_named_twice_is_refused() -> None:
    bring_in(ABSENCES)
    row = ["张样一", "2026-3-5", "下午", "2026-3-6"]
    assert refused(plan(back(row, row))).reason == "与第 2 行重复"


def test_a_return_that_no_longer_fits_the_days_is_forgotten() -> None:
    bring_in({**ABSENCES, **back(["张样一", "2026-3-5", "下午", "2026-3-6"])})
    bring_in(away(["张样一", "2026-3-5", "下午", "2026-3-9"]))
    assert stored("SELECT last_day, returned_on FROM absence WHERE official_id = 1") == [("2026-03-09", None)]
