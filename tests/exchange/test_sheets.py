"""Which sheets are imported, which are refused, and what is said of the rest."""

import pytest

from models.exchange.arriving import Arrivals
from models.exchange.importing import plan_sheets_read
from models.exchange.limits import EMPTY_ROWS
from models.exchange.marking import Told
from models.exchange.sheet import ERROR_CELL, Sheet
from models.exchange.sheets import SHEETS
from models.exchange.tidying import tidy_rows
from models.exchange.typed_rows import Typed
from models.rules.problem import Problem
from tests.exchange.rows import LEADERS, OFFICE, POINT_HEADS, TODAY, bring_in, counts, plan, refused, stored

pytestmark = pytest.mark.usefixtures("office")


def test_every_sheet_with_heads_alone_holds_nothing() -> None:
    heads = {spec.name: [[column.head for column in spec.columns]] for spec in SHEETS[1:]}
    assert counts(plan(heads | {"领导": LEADERS})) == (len(LEADERS) - 1, 0, 0, 0)


def test_a_file_of_heads_alone_is_refused_like_an_empty_one() -> None:
    with pytest.raises(Problem, match="只有表头"):
        plan({spec.name: [[column.head for column in spec.columns]] for spec in SHEETS})


def test_heads_may_come_in_any_order_with_others_among_them_which_are_said() -> None:
    made = bring_in({"领导": [["爱好", "班子成员", "姓名"], ["钓鱼", "是", "张样一"]]})
    assert stored("SELECT name, is_member FROM official") == [("张样一", 1)]
    assert any("爱好" in note for note in made.notes)


@pytest.mark.parametrize("head", ["姓名", "领导姓名", "姓 名", "＊姓名", "姓名（必填）", "姓名:"])
def test_heads_have_synonyms_and_explanations(head: str) -> None:
    assert counts(plan({"领导": [[head], ["张样一"]]})) == (1, 0, 0, 0)


def test_heads_may_stand_below_a_title() -> None:
    sheet = [["样政府领导名单"], [], *LEADERS]
    assert counts(plan({"领导": sheet})) == (3, 0, 0, 0)


def test_sheet_names_may_be_padded() -> None:
    assert counts(plan({" 领 导": LEADERS})) == (3, 0, 0, 0)


def test_an_unknown_sheet_is_refused_whole() -> None:
    found = refused(plan({"领导": LEADERS, "工资表": [["姓名", "实发"], ["张样一", 1]]}))
    assert (found.sheet, found.row) == ("工资表", 1)
    assert "不认识" in found.reason


def test_an_empty_sheet_is_ignored() -> None:
    assert counts(plan({"领导": LEADERS, "Sheet2": []})) == (3, 0, 0, 0)


def test_our_templates_guide_is_no_unknown_sheet() -> None:
    assert counts(plan({"填写说明": [["随便写写"]], "领导": LEADERS})) == (3, 0, 0, 0)


def test_a_file_with_nothing_in_it_is_a_problem() -> None:
    with pytest.raises(Problem, match="没有任何内容"):
        plan({"领导": [], "Sheet2": []})


def test_a_missing_head_refuses_every_row_and_names_head_and_row() -> None:
    made = plan({"联系点": [["领导", "名称"], ["张样一", "东样乡"], ["张样一", "西样乡"]]})
    assert counts(made) == (0, 0, 0, 2)
    assert [(each.row, each.column) for each in made.refused] == [(2, "类别"), (3, "类别")]
    assert "第 1 行缺少表头“类别”" in made.refused[0].reason


def test_a_missing_head_without_rows_is_refused_where_it_should_be() -> None:
    assert (refused(plan({"联系点": [["领导", "名称"]]})).row) == 1


def test_content_far_below_is_refused_not_dropped() -> None:
    rows = [*LEADERS, *[[None]] * (EMPTY_ROWS + 5), ["赵样远"]]
    made = plan({"领导": rows})
    assert counts(made) == (3, 0, 0, 1)
    assert "空行" in refused(made).reason


def test_rows_below_that_hold_only_an_error_are_refused_not_dropped() -> None:
    arrivals = Arrivals(Told("表.csv", b"x"))
    arrivals.take(Sheet("领导", []))
    arrivals.sheets[0].sheet.faults = {(5, 1): ERROR_CELL, (400, 2): ERROR_CELL}
    for part in tidy_rows([list(row) for row in LEADERS]):
        arrivals.take(part)
    made = plan_sheets_read("表.xlsx", arrivals.sheets, TODAY, None)
    assert counts(made) == (3, 0, 0, 2)
    assert [(each.row, each.column) for each in made.refused] == [(5, "姓名"), (400, "B")]


def test_rows_with_nothing_we_know_are_named() -> None:
    made = plan({"领导": [["姓名", "旁注"], ["张样一", None], [None, "空缺"], [None, "空缺"]]})
    assert counts(made) == (1, 0, 0, 0)
    assert "工作表“领导”第 3、4 行只有序号或不认识的列有内容，没有导入。" in made.notes


def test_an_import_whose_rows_do_not_add_up_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should our own reading ever lose a row, it is noticed before anything is planned."""
    monkeypatch.setattr(Typed, "rows", lambda _: [])
    with pytest.raises(Problem, match="文件里有 3 行内容，读到 0 行"):
        plan({"领导": LEADERS})


def test_several_sheets_refer_to_each_other_in_any_order() -> None:
    assert counts(plan(dict(reversed(OFFICE.items())))) == (7, 0, 0, 0)


def test_a_csv_is_the_sheet_whose_heads_fit() -> None:
    assert counts(plan({"导出": LEADERS}, named=False)) == (3, 0, 0, 0)
    made = plan({"导出": [POINT_HEADS, ["无此样", "乡镇", "东样乡"]]}, named=False)
    assert refused(made).column == "领导"


def test_a_csv_that_fits_nothing_is_refused() -> None:
    assert "不认识" in refused(plan({"导出": [["甲", "乙"], [1, 2]]}, named=False)).reason


def test_the_plan_can_be_told_in_json_and_in_words() -> None:
    made = plan({"领导": [*LEADERS, ["张样一", "是"]]})
    assert made.as_json() == {
        "rows": 4,
        "new": 3,
        "changed": 0,
        "same": 0,
        "refused": [
            {
                "sheet": "领导",
                "row": 5,
                "column": "姓名",
                "value": "张样一",
                "reason": "与第 2 行是同一姓名",
            }
        ],
    }
    assert "共 4 行" in made.summary()[0]
    assert "第 5 行" in made.summary()[-2]
