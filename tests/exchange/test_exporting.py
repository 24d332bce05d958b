"""What is written out comes back as it was; what cannot be written leaves everything as it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from models.activity import activities_between, read_entry, save_activity
from models.demo import fill_with_demo
from models.exchange.exporting import export_workbook
from models.exchange.importing import apply_import, plan_import
from models.exchange.sheets import GUIDE, SHEETS
from models.exchange.template import write_template
from models.official import find_official, leaders, officials
from models.on_duty_board import duty
from models.pairing import pairings
from models.rules.kinds import Half
from models.rules.problem import Problem
from models.storage import close_database, open_database
from tests.exchange.comparing import everything, moved_to_an_empty_folder
from tests.exchange.rows import (
    LEADERS,
    OFFICE,
    POINT_HEADS,
    SPRING,
    TODAY,
    TRIP_HEADS,
    bring_in,
    counts,
    point,
)
from tests.exchange.test_absence_rows import ABSENCES, RETURN_HEADS
from tests.exchange.test_explanation_rows import HEADS as EXPLANATION_HEADS
from tests.exchange.test_friend_rows import HEADS as FRIEND_HEADS
from tests.exchange.test_further_rows import SHEETS as FURTHER
from tests.exchange.test_matter_rows import HEADS as MATTER_HEADS
from tests.exchange.test_matter_rows import MORE_HEADS as SUPPLEMENTED
from tests.exchange.test_matter_rows import row as a_row
from tests.exchange.test_pairing_rows import HEADS as PAIRING_HEADS
from tests.exchange.test_pairing_rows import LEADERS_PAIR
from tests.exchange.test_supplement_rows import HEADS as SUPPLEMENT_HEADS


def test_a_whole_office_comes_back_the_same(office: Path, tmp_path: Path) -> None:
    fill_with_demo(TODAY, leaders=4)
    bring_in(all_sorts())
    before = everything()
    assert all(before.values())
    path = moved_to_an_empty_folder(tmp_path)
    assert everything() == before
    assert counts(plan_import(path, TODAY))[0:2] == (0, 0)


def test_importing_what_was_just_exported_changes_nothing(office: Path, tmp_path: Path) -> None:
    bring_in(all_sorts())
    export_workbook(tmp_path / "全部.xlsx")
    made = plan_import(tmp_path / "全部.xlsx", TODAY)
    assert counts(made)[0:2] == (0, 0)
    assert made.refused == []


def all_sorts() -> dict[str, list[list[object]]]:
    """Namesakes, takeovers, targets with details, companions nobody knows, and text like formulas."""
    village = ("东样乡", "东样村")
    points = [
        *OFFICE["联系点"],
        point("张样一", "户", "孙样丙", *village, "1组9号", SPRING),
        point("张样一", "户", "孙样丙", *village, "2组9号", SPRING),
        point("李样二", "户", "钱样乙", *village, "1组2号", date(2026, 5, 1)),
        point("张样一", "户", "郝　样", *village, None, SPRING, date(2026, 3, 31)),
        point("李样二", "户", "郝　样", *village, None, date(2026, 6, 1)),
    ]
    heads = [*TRIP_HEADS, "代为前往", "陪同人员", "事由", "反映问题", "登记日期"]
    trip = [
        *("HD20269007", "张样一", "走访", date(2026, 3, 5), "完成", "孙样丙(2组9号)、东样村", "赵样甲"),
        *("王样三", "外人样", "=1+1", "#REF! 是文字\n第二行", date(2026, 3, 9)),
    ]
    details = [
        ["编号", "走访对象", "走访方式", "结果", "原因", "反映问题", "答复处理", "服务"],
        ["HD20269007", "孙样丙(2组9号)", "电话", "已取消", None, "-1", "@答", "+服务"],
        ["HD20269007", "赵样甲", None, None, "外出务工", None, None, None],
    ]
    office = {"领导": OFFICE["领导"], "联系点": [POINT_HEADS, *points[1:]]}
    more = {
        "活动补充": [SUPPLEMENT_HEADS, ["HD20269007", "信访人家中", "暗访调研", "=题目", date(2026, 4, 2)]]
    }
    trips = {"活动": [heads, trip], "走访明细": details, **more}
    return {**office, **trips, **_matters(), **_duty(), **FURTHER, "逾期说明": _reasons()}


def _matters() -> dict[str, list[list[object]]]:
    """One that came from a visit, one with its steps, of points that are the leader's and that are not."""
    told = a_row(编号="MQ20260007", 联系点="孙样丙(1组9号)", 内容="#REF! 是文字", 状态="已销号")
    stepped = a_row(编号="自编1", 领导="李样二", 联系点="赵样甲", 内容="=修桥")
    steps = [
        ["自编1", "交办", "2026-3-3", "=请办"],
        ["自编1", "催办", "2026-3-3", "-"],
        ["自编1", "催办", "2026-3-3"],
    ]
    more = ["MQ20260007", "村里代转", "道路", "@陈样", "是", "否", "HD20269007"]
    return {
        "民情事项": [MATTER_HEADS, told, stepped, a_row(编号="自编2", 领导="李样二")],
        "事项补充": [SUPPLEMENTED, more],
        "事项步骤": [["编号", "事项", "日期", "内容"], *steps],
        "基层朋友": [FRIEND_HEADS, ["李样二", "赵样甲", "女", "=1组"], ["李样二", "赵样甲", "男", "2组"]],
    }


def _duty() -> dict[str, list[list[object]]]:
    """A pair of leaders, a post, absences open and ended, and a day of return."""
    pairs = [LEADERS_PAIR, ["王样三", "张样一", "财务出纳", None, "2026-6-30", "=样", None]]
    returned = ["张样一", "2026-3-5", "下午", "2026-3-6"]
    return {"AB角": [PAIRING_HEADS, *pairs], **ABSENCES, "外出补充": [RETURN_HEADS, returned]}


def _reasons() -> list[list[object]]:
    """Of namesakes, of a point that was handed on, of a leader alone."""
    return [
        EXPLANATION_HEADS,
        ["张样一", "走访联系户", "孙样丙(2组9号)", "2026", "外出务工", date(2026, 12, 31)],
        ["张样一", "走访联系户", "钱样乙", "2026", "外出", date(2026, 12, 31)],
        ["李样二", "走访联系户", "钱样乙", "2026", "外出", date(2026, 12, 31)],
        ["张样一", "hearing", None, "2026Q3", "出国考察", date(2026, 10, 3)],
    ]


def test_text_that_looks_like_a_formula_is_written_as_text(office: Path, tmp_path: Path) -> None:
    bring_in(all_sorts())
    export_workbook(tmp_path / "全部.xlsx")
    with ZipFile(tmp_path / "全部.xlsx") as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert not any(b"<f>" in sheet or b't="e"' in sheet for sheet in sheets)
    cells = {cell.value for row in load_workbook(tmp_path / "全部.xlsx")["活动"] for cell in row}
    assert "=1+1" in cells


FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1")


def test_a_formula_stays_text_even_after_somebody_edits_its_cell(office: Path, tmp_path: Path) -> None:
    """Without the quote prefix, F2 and Enter in Excel would turn the text into a formula."""
    bring_in({"领导": [["姓名", "职务"], *([f"张样{n}", text] for n, text in enumerate(FORMULAS))]})
    export_workbook(tmp_path / "全部.xlsx")
    sheet = load_workbook(tmp_path / "全部.xlsx")["领导"]
    cells = {cell.value: cell for row in sheet for cell in row}
    assert all(cells[text].data_type == "s" and cells[text].quotePrefix for text in FORMULAS)
    assert not cells["张样1"].quotePrefix


def test_days_are_written_as_days_and_heads_stay_in_sight(office: Path, tmp_path: Path) -> None:
    bring_in(all_sorts())
    export_workbook(tmp_path / "全部.xlsx")
    sheet = load_workbook(tmp_path / "全部.xlsx")["活动"]
    heads = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, heads.index("开始日期") + 1).is_date
    assert sheet.freeze_panes == "A2"


def test_a_workbook_of_one_leader_holds_only_what_concerns_that_leader(office: Path, tmp_path: Path) -> None:
    bring_in(all_sorts())
    path = tmp_path / "李样二.xlsx"
    export_workbook(path, find_official("李样二"))
    book = load_workbook(path)
    assert [row[1].value for row in book["领导"]] == ["姓名", "李样二", "张样一"]
    partner = [cell.value for cell in book["领导"][3]]
    assert [value for value in partner if value] == ["张样一"]
    points = {row[0].value: row[2].value for row in book["联系点"]}
    assert points.keys() == {"领导", "李样二", None}
    assert points[None] == "赵样甲"  # spoken of in a matter of his, held by another
    assert book["活动"].max_row == 1
    assert [row[0].value for row in book["民情事项"]] == ["编号", "自编1", "自编2"]
    assert {row[0].value for row in book["事项步骤"]} == {"编号", "自编1"}
    assert {row[0].value for row in book["基层朋友"]} == {"领导", "李样二"}
    assert counts(plan_import(path, TODAY))[0:2] == (0, 0)


def test_one_leaders_workbook_stands_alone_and_changes_nobody_else(office: Path, tmp_path: Path) -> None:
    """A partner and a stand-in come along by name alone: known to an empty office, unchanged in this one."""
    fill_with_demo(TODAY, leaders=3)
    one, partner, deputy = leaders()
    trip = activities_between(date(2026, 1, 1), date(2026, 12, 31), one)[0]
    save_activity(replace(read_entry(trip), stand_ins=[deputy.id]), date(2027, 1, 1))
    assert (one, partner) in [(row.a, row.b) for row in pairings()]
    path = tmp_path / "一位.xlsx"
    export_workbook(path, one)
    here = plan_import(path, date(2027, 1, 1))
    assert (here.new, here.changed, here.refused) == (0, 0, [])
    close_database()
    open_database(tmp_path / "empty")
    apply_import(plan_import(path, date(2027, 1, 1)))
    assert [(row.name, row.is_member) for row in officials()] == [
        (one.name, True),
        (partner.name, False),
        (deputy.name, False),
    ]


def test_one_leaders_pairs_posts_and_absences_come_along_and_say_the_same_of_him(
    office: Path, tmp_path: Path
) -> None:
    bring_in({"领导": [*LEADERS, ["赵样四", "否"]], "AB角": _pairs_of_one(), **ABSENCES})
    path = tmp_path / "张样一.xlsx"
    export_workbook(path, find_official("张样一"))
    before = [line for line in duty(date(2026, 3, 6), Half.AM) if line.official == "张样一"]
    assert [(line.post, line.acting) for line in before] == [(None, None), ("印章", "赵样四")]
    assert before[0].clash
    close_database()
    open_database(tmp_path / "empty")
    apply_import(plan_import(path, TODAY))
    there = duty(date(2026, 3, 6), Half.AM)
    assert [(line.post, line.acting) for line in there] == [(None, "李样二"), ("印章", "赵样四")]
    assert counts(plan_import(path, TODAY))[0:2] == (0, 0)


def _pairs_of_one() -> list[list[object]]:
    """Of 张样一: a partner that was, the one that is, and a post with somebody who is no leader."""
    return [
        ["A角", "B角", "岗位", "起始日期", "终止日期"],
        ["李样二", "张样一", None, "2025-1-1", "2025-12-31"],
        ["张样一", "李样二", None, "2026-1-1", None],
        ["张样一", "赵样四", "印章", None, None],
        ["王样三", "赵样四", "财务出纳", None, None],
    ]


@pytest.mark.parametrize("write", [export_workbook, write_template])
def test_a_name_that_promises_another_format_is_refused(
    office: Path, tmp_path: Path, write: "type[object]"
) -> None:
    with pytest.raises(Problem, match=r"\.xlsx"):
        write(tmp_path / "全部.xls")


@pytest.mark.parametrize("write", [export_workbook, write_template])
def test_where_nothing_can_be_written_it_is_said_so(
    office: Path, tmp_path: Path, write: "type[object]"
) -> None:
    with pytest.raises(Problem, match="无法写入"):
        write(tmp_path / "没有这个文件夹" / "全部.xlsx")
    (tmp_path / "文件夹.xlsx").mkdir()
    with pytest.raises(Problem, match="无法写入"):
        write(tmp_path / "文件夹.xlsx")
    assert not list(tmp_path.glob("*.part"))


def test_the_template_explains_every_head_and_wants_filling_in_first(office: Path, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    write_template(path)
    book = load_workbook(path)
    assert book.sheetnames == [GUIDE, *(spec.name for spec in SHEETS)]
    guide = {cell.value for row in book[GUIDE] for cell in row}
    for spec in SHEETS:
        assert [cell.value for cell in book[spec.name][1]] == [column.head for column in spec.columns]
        assert guide >= {column.head for column in spec.columns}
    with pytest.raises(Problem, match="没有可以导入的行"):
        plan_import(path, TODAY)


def test_the_template_offers_only_words_that_are_taken(office: Path, tmp_path: Path) -> None:
    write_template(tmp_path / "模板.xlsx")
    book = load_workbook(tmp_path / "模板.xlsx")
    lists = [rule for sheet in book for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert len(lists) == sum(bool(column.choices) for spec in SHEETS for column in spec.columns)
    for spec in SHEETS:
        for column in spec.columns:
            assert all(column.parse(word) is not None for word in column.choices)
