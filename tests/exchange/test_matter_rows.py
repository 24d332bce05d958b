"""The sheets 民情事项 and 事项补充: as strict as the form, and a matter once only."""

from typing import Any

import pytest

from models.exchange.matter_sheets import MATTERS
from models.rules.problem import Problem
from tests.exchange.rows import OFFICE, SPRING, TRIP_HEADS, bring_in, counts, plan, point, refused, stored

pytestmark = pytest.mark.usefixtures("office")

HEADS = [column.head for column in MATTERS.columns]
FULL = [
    *("MQ20260007", "信访事项", "2026-3-2", "张样一", "赵样甲", "赵样甲", "=村口的路坏了\n请修", "交通局"),
    *("2026-4-1", "已销号", "已修好", "2026-3-20", "2026-3-25", "基本满意"),
]
MORE_HEADS = ["编号", "联系电话", "问题分类", "责任人", "领导包案", "敏感", "来源活动"]
MORE = ["MQ20260007", 13900000001, "道路", "陈样", "是", "是", "HD20260009"]
TRIP = ["HD20260009", "张样一", "走访", "2026-3-1", "完成", "赵样甲", None]
COLUMNS = (
    "number, kind, registered_on, official_id, contact_point_id, raised_by, content, unit, due, state,"
    " result, told_on, closed_on, satisfaction"
)


@pytest.fixture(autouse=True)
def _people(office: object) -> None:
    bring_in(OFFICE)


def row(**more: Any) -> list[Any]:
    """A row of 民情事项: an opinion of 张样一, unless told otherwise by head."""
    usual = {"类别": "意见建议", "登记日期": "2026-3-2", "领导": "张样一", "内容": "修路"}
    return [(usual | more).get(head) for head in HEADS]


def matters(*rows: list[Any]) -> dict[str, list[list[Any]]]:
    return {"民情事项": [HEADS, *rows]}


def supplements(*rows: list[Any]) -> dict[str, list[list[Any]]]:
    return {"事项补充": [MORE_HEADS, *rows]}


def test_every_column_is_kept_and_the_same_rows_again_change_nothing() -> None:
    sheets = {"活动": [TRIP_HEADS, TRIP], **matters(FULL), **supplements(MORE)}
    assert counts(bring_in(sheets)) == (3, 0, 0, 0)
    assert stored(f"SELECT {COLUMNS} FROM matter") == [
        (
            *("MQ20260007", "petition", "2026-03-02", 1, 3, "赵样甲", "=村口的路坏了\n请修", "交通局"),
            *("2026-04-01", "closed", "已修好", "2026-03-20", "2026-03-25", "fairly"),
        )
    ]
    assert stored("SELECT phone, category, person, in_charge, sensitive, activity_id FROM matter") == [
        ("13900000001", "道路", "陈样", 1, 1, 1)
    ]
    assert counts(bring_in(sheets)) == (0, 0, 3, 0)


def test_a_matter_without_a_number_gets_the_next_of_its_year_and_is_known_again() -> None:
    bring_in(matters(FULL))
    sheet = matters(row(), row(内容="修桥"), row(登记日期="2025-12-1", 联系点="东样乡"))
    assert counts(bring_in(sheet)) == (3, 0, 0, 0)
    assert stored("SELECT number, registered_on FROM matter ORDER BY id")[1:] == [
        ("MQ20260008", "2026-03-02"),
        ("MQ20260009", "2026-03-02"),
        ("MQ20250001", "2025-12-01"),
    ]
    assert counts(bring_in(sheet)) == (0, 0, 3, 0)
    assert counts(bring_in(matters(row(责任单位="交通局")))) == (0, 1, 0, 0)
    assert stored("SELECT unit FROM matter WHERE number = 'MQ20260008'") == [("交通局",)]


def test_a_number_given_in_the_file_is_not_given_again() -> None:
    bring_in(matters(row(), row(编号="MQ20260003", 内容="修桥"), row(编号="自编7", 内容="修渠")))
    assert stored("SELECT number FROM matter ORDER BY id") == [("MQ20260004",), ("MQ20260003",), ("自编7",)]


def test_what_is_left_blank_is_waiting_and_has_the_offices_deadline() -> None:
    off = {"节假日": [["日期", "类型"], ["2026-3-3", "休"]]}
    days = {"设置": [["项目", "内容"], ["民情事项的办理时限（工作日）", "2"]]}
    bring_in({**matters(row()), **off, **days})
    assert stored("SELECT state, due, told_on, satisfaction, result FROM matter") == [
        ("open", "2026-03-05", None, "", "")
    ]


def test_a_blank_cell_keeps_what_is_there() -> None:
    bring_in(matters(FULL))
    kept = stored("SELECT * FROM matter")
    assert counts(bring_in(matters(row(编号="MQ20260007", 类别=None, 登记日期=None, 内容=None)))) == (
        0,
        0,
        1,
        0,
    )
    assert stored("SELECT * FROM matter") == kept


def test_a_state_taken_back_takes_the_day_of_closing_along() -> None:
    bring_in(matters(FULL))
    bring_in(matters(row(编号="MQ20260007", 内容=None, 类别=None, 状态="在办")))
    assert stored("SELECT state, told_on, closed_on FROM matter") == [("in_hand", "2026-03-20", None)]


@pytest.mark.parametrize(
    ("head", "word", "kept"),
    [
        ("状态", "待办理", "open"),
        ("状态", "未办", "open"),
        ("状态", "正在办理", "in_hand"),
        ("状态", "办结", "answered"),
        ("状态", "销号", "closed"),
        ("状态", "已 销 号", "closed"),
        ("满意度", "是", "satisfied"),
        ("满意度", "比较满意", "fairly"),
        ("满意度", "不满意", "dissatisfied"),
        ("类别", "信访", "petition"),
        ("类别", "建议", "opinion"),
    ],
)
def test_states_and_other_words_have_synonyms(head: str, word: str, kept: str) -> None:
    bring_in(matters(row(**{head: word})))
    column = {"状态": "state", "满意度": "satisfaction", "类别": "kind"}[head]
    assert stored(f"SELECT {column} FROM matter") == [(kept,)]


def test_a_closed_matter_may_have_no_day_of_closing() -> None:
    assert counts(bring_in(matters(row(状态="已销号")))) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("more", "column", "reason"),
    [
        ({"领导": "无此样"}, "领导", "没有名叫“无此样”的干部"),
        ({"联系点": "无此户"}, "联系点", "没有名叫“无此户”的联系点"),
        ({"类别": None}, "类别", "类别必填"),
        ({"登记日期": None}, "登记日期", "登记日期必填"),
        ({"领导": None}, "领导", "领导必填"),
        ({"内容": None}, "内容", "内容必填"),
        ({"类别": "杂事"}, "类别", "之一"),
        ({"状态": "不知道"}, "状态", "之一"),
        ({"满意度": "凑合"}, "满意度", "之一"),
        ({"登记日期": "2026-11-23"}, "登记日期", "还没有到"),
        ({"办理时限": "2026-3-1"}, "办理时限", "早于登记日期"),
        ({"告知日期": "2026-3-1"}, "告知日期", "早于登记日期"),
        ({"告知日期": "2026-11-23"}, "告知日期", "还没有到"),
        ({"状态": "已销号", "销号日期": "2026-3-1"}, "销号日期", "早于登记日期"),
        ({"状态": "已销号", "销号日期": "2026-11-23"}, "销号日期", "还没有到"),
        ({"状态": "办结", "销号日期": "2026-3-9"}, "销号日期", "状态不是“已销号”，不能有销号日期"),
        ({"销号日期": "2026-3-9"}, "销号日期", "状态不是“已销号”，不能有销号日期"),
        ({"内容": "路" * 10_001}, "内容", "10000"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(more: dict[str, Any], column: str, reason: str) -> None:
    found = refused(plan(matters(row(**more))))
    assert (found.sheet, found.row, found.column) == ("民情事项", 2, column)
    assert reason in found.reason
    assert not found.reason.endswith("。")


def test_a_matter_twice_in_one_file_is_refused_and_a_row_copied_is_the_same() -> None:
    found = refused(plan(matters(FULL, row(编号="MQ20260007"))))
    assert (found.row, found.column, found.reason) == (3, "编号", "与第 2 行编号相同")
    assert counts(plan(matters(row(), row()))) == (1, 0, 1, 0)
    assert refused(plan(matters(row(), row(反映人="赵样甲")))).reason == "与第 2 行重复"


def test_a_deadline_may_not_come_before_a_registration_that_is_moved() -> None:
    bring_in(matters(FULL))
    moved = row(编号="MQ20260007", 登记日期="2026-3-22", 内容=None, 类别=None)
    assert refused(plan(matters(moved))).column == "告知日期"


def test_any_contact_point_may_be_named_and_namesakes_are_told_apart() -> None:
    village = ("东样乡", "东样村")
    twins = [
        point("李样二", "户", "孙样丙", *village, "1组9号", SPRING),
        point("李样二", "户", "孙样丙", *village, "2组9号", SPRING),
    ]
    bring_in({"联系点": [OFFICE["联系点"][0], *twins]})
    assert refused(plan(matters(row(联系点="孙样丙")))).reason == "有几个联系点叫“孙样丙”，请写成 名称(地址)"
    bring_in(matters(row(联系点="孙样丙（2组9号）"), row(内容="修桥", 联系点="东样村", 领导="李样二")))
    points = "matter JOIN contact_point p ON p.id = contact_point_id"
    assert stored(f"SELECT p.name, p.address FROM {points} ORDER BY matter.id") == [
        ("孙样丙", "2组9号"),
        ("东样村", ""),
    ]


# --- 事项补充


@pytest.mark.parametrize(
    ("more", "column", "reason"),
    [
        (["MQ20269999"], "编号", "没有这个编号的民情事项"),
        ([None, "0797-8000000"], "编号", "没有这个编号的民情事项"),
        (["MQ20260007", None, None, None, "也许"], "领导包案", "是或否"),
        ([*["MQ20260007"], *[None] * 5, "HD20269999"], "来源活动", "没有这个编号的活动"),
        (["MQ20260007", 1.39e20], "联系电话", "损坏"),
    ],
)
def test_supplements_that_cannot_be_are_refused(more: list[Any], column: str, reason: str) -> None:
    bring_in(matters(FULL))
    found = refused(plan(supplements(more)))
    assert (found.sheet, found.row, found.column) == ("事项补充", 2, column)
    assert reason in found.reason


def test_a_supplement_twice_is_refused_and_one_alone_changes_only_what_it_says() -> None:
    bring_in({"活动": [TRIP_HEADS, TRIP], **matters(FULL), **supplements(MORE)})
    found = refused(plan(supplements(MORE, MORE)))
    assert (found.row, found.reason) == (3, "与第 2 行重复")
    assert counts(bring_in(supplements(["MQ20260007", "村里代转", None, None, "否"]))) == (0, 1, 0, 0)
    assert stored("SELECT phone, category, in_charge, sensitive FROM matter") == [("村里代转", "道路", 0, 1)]


def test_a_csv_of_matters_is_known_by_its_heads() -> None:
    assert counts(plan({"导出": [HEADS, row()]}, named=False)) == (1, 0, 0, 0)
    with pytest.raises(Problem, match="只有表头"):
        plan({"导出": [HEADS]}, named=False)
