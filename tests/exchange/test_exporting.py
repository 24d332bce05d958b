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
    stored,
)
from tests.exchange.test_absence_rows import ABSENCES, RETURN_HEADS
from tests.exchange.test_explanation_rows import HEADS as EXPLANATION_HEADS
from tests.exchange.test_further_rows import SHEETS as FURTHER
from tests.exchange.test_pairing_rows import HEADS as PAIRING_HEADS
from tests.exchange.test_pairing_rows import LEADERS_PAIR
from tests.exchange.test_supplement_rows import HEADS as SUPPLEMENT_HEADS

TABLES = {
    "official": "name, rank, title, unit, duties, is_member, liaison, liaison_phone, office_from, office_to",
    "contact_point p": "kind, name, county, address, phone, people, category, market_days, note,"
    " (SELECT name FROM contact_point WHERE id = p.parent_id)",
    "assignment JOIN official o ON o.id = official_id JOIN contact_point p ON p.id = contact_point_id": (
        "o.name, p.name, p.address, first_day, last_day, document"
    ),
    "activity": (
        "number, kind, first_day, first_half, last_day, last_half,"
        " place, purpose, state, heard, reply, entered_on, venue, form, title,"
        " answered_on"
    ),
    "participant r JOIN activity a ON a.id = activity_id LEFT JOIN official o ON o.id = official_id": (
        "number, role, o.name, r.name"
    ),
    "target t JOIN activity a ON a.id = activity_id JOIN contact_point p ON p.id = contact_point_id": (
        "number, p.name, p.address, outcome, manner, reason, t.heard, t.reply, services"
    ),
    "pairing": "a_id, b_id, post, first_day, last_day, document, excluded",
    "absence": (
        "official_id, first_day, first_half, last_day, last_half, reason, place, approver, told_on, handover,"
        " returned_on"
    ),
    "holiday": "day, kind, name",
    "duty_rule": "code, name, kinds, unit, quota, period, months, per, source, valid_from, valid_to",
    "setting": "key, value, valid_from",
    "explanation e LEFT JOIN contact_point p ON p.id = contact_point_id": (
        "(SELECT name FROM official WHERE id = official_id), rule, p.name, p.address, period, reason, day"
    ),
    "matter m JOIN official o ON o.id = official_id LEFT JOIN contact_point p ON p.id = contact_point_id"
    " LEFT JOIN activity a ON a.id = activity_id": (
        "m.number, m.kind, registered_on, o.name, p.kind, p.name, p.address, a.number, raised_by, m.phone,"
        " content, m.category, m.unit, person, due, m.state, result, told_on, closed_on, satisfaction,"
        " in_charge, sensitive"
    ),
    "matter_step s JOIN matter m ON m.id = matter_id": "number, s.kind, day, words",
    "friend JOIN official o ON o.id = official_id": (
        "o.name, friend.name, sex, address, standing, phone, met_on, met_at, contact"
    ),
}


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All records, told by their values instead of their ids."""
    return {
        table: sorted(stored(f"SELECT {columns} FROM {table}"), key=repr) for table, columns in TABLES.items()
    }


def moved_to_an_empty_folder(tmp_path: Path) -> Path:
    """Export the open office, open an empty one and import; the workbook."""
    path = tmp_path / "全部.xlsx"
    export_workbook(path)
    close_database()
    open_database(tmp_path / "other")
    made = plan_import(path, TODAY)
    assert made.refused == []
    apply_import(made)
    return path


def test_a_whole_office_comes_back_the_same(office: Path, tmp_path: Path) -> None:
    fill_with_demo(TODAY, leaders=4)
    bring_in(_all_sorts())
    before = everything()
    assert all(before.values())
    path = moved_to_an_empty_folder(tmp_path)
    assert everything() == before
    assert counts(plan_import(path, TODAY))[0:2] == (0, 0)


def test_importing_what_was_just_exported_changes_nothing(office: Path, tmp_path: Path) -> None:
    bring_in(_all_sorts())
    export_workbook(tmp_path / "全部.xlsx")
    made = plan_import(tmp_path / "全部.xlsx", TODAY)
    assert counts(made)[0:2] == (0, 0)
    assert made.refused == []


def _all_sorts() -> dict[str, list[list[object]]]:
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
    return {**office, **trips, **_duty(), **FURTHER, "逾期说明": _reasons()}


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
    bring_in(_all_sorts())
    export_workbook(tmp_path / "全部.xlsx")
    with ZipFile(tmp_path / "全部.xlsx") as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert not any(b"<f>" in sheet or b't="e"' in sheet for sheet in sheets)
    cells = {cell.value for row in load_workbook(tmp_path / "全部.xlsx")["活动"] for cell in row}
    assert "=1+1" in cells


def test_days_are_written_as_days_and_heads_stay_in_sight(office: Path, tmp_path: Path) -> None:
    bring_in(_all_sorts())
    export_workbook(tmp_path / "全部.xlsx")
    sheet = load_workbook(tmp_path / "全部.xlsx")["活动"]
    heads = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, heads.index("开始日期") + 1).is_date
    assert sheet.freeze_panes == "A2"


def test_a_workbook_of_one_leader_holds_only_what_concerns_that_leader(office: Path, tmp_path: Path) -> None:
    bring_in(_all_sorts())
    path = tmp_path / "李样二.xlsx"
    export_workbook(path, find_official("李样二"))
    book = load_workbook(path)
    assert [row[1].value for row in book["领导"]] == ["姓名", "李样二", "张样一"]
    partner = [cell.value for cell in book["领导"][3]]
    assert [value for value in partner if value] == ["张样一"]
    assert {row[0].value for row in book["联系点"]} == {"领导", "李样二"}
    assert book["活动"].max_row == 1
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
