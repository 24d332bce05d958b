"""履职完成情况统计表: all leaders on one sheet, one leader's year on a page, empty, usual and overfull."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from models.activity import save_activity
from models.assignment import assign
from models.explanation import explain
from models.official import Official
from models.progress import progress
from models.rules.calendar import period
from models.rules.kinds import ActivityKind
from models.setting import change_settings
from printing.choice import Choice
from printing.documents.coverage import Coverage, load
from printing.documents.coverage_tables import OfficeLine, Part, Told, YearLine
from printing.page import Align, Page
from printing.styles import LANDSCAPE
from printing.table import Column, Table, as_heads, as_values
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day
from tests.printing.conftest import Print

Reader = Callable[..., Print]
TODAY = day(11, 25)
LONG = "阿卜杜拉·买买提明·样例"


def an_office(households: int = 10, name: str = "张样一") -> Official:
    change_settings({"office_name": "样例市人民政府办公室"})
    leader = a_leader(name, title="市长")
    village = a_village(township=a_township())
    points = [village.parent, village]
    points += [a_household(f"王样{at}", village, people=4, category="低保户") for at in range(households)]
    for point in points:
        assign(leader, point, day(1, 1))
    save_activity(a_visit(leader, day(2, 9), *points), TODAY)
    return leader


def leaders_sheet(span: str, **more: object) -> Coverage:
    (found,) = load(Choice(TODAY, period(span), **more))
    return found


def line(found: Coverage, name: str) -> OfficeLine:
    return next(row for row in found.parts[0].rows if row.leader == name)


# --- what it says


def test_a_quarter_says_of_each_duty_what_is_owed_and_done_and_where_it_stands(office: Path) -> None:
    an_office()
    assert line(leaders_sheet("2026Q1"), "张样一").boxes == [
        Told("✓", "✓ 2月9日", "1", "1", 1.0),
        Told("✓", "✓ 2月9日", "1", "1", 1.0),
        Told("●", "● 未开展", "1", "0", 0.0),
    ]


def test_a_quarter_names_what_is_lacking_and_why_with_numbers_masked(office: Path) -> None:
    an_office()
    late = next(each for each in progress(period("2026Q2"), TODAY) if each.rule == "hearing")
    explain(late, "住院，电话13931571416", TODAY)
    row = line(leaders_sheet("2026Q2"), "张样一")
    assert row.boxes[2].words == "● 逾期（已说明）"
    assert row.lacking == "走访乡镇：样样镇；走访村：样样村；下访听诉（住院，电话139****1416）"
    assert "13931571416" in line(leaders_sheet("2026Q2", full=True), "张样一").lacking


def test_a_year_has_a_sign_for_each_quarter_and_figures_for_the_year(office: Path) -> None:
    an_office()
    found = leaders_sheet("2026")
    row = line(found, "张样一")
    assert [box.sign for box in row.boxes[:4]] == ["✓", "●", "●", "○"]
    assert row.boxes[12] == Told("▲", "▲ 临近", "20", "10", 0.5)
    assert [each.over for each in found.parts[0].columns][-4:-1] == ["民主生活会(次)"] * 3


def test_the_last_row_sums_what_the_leaders_owe_and_have_done(office: Path) -> None:
    an_office()
    a_leader("李样二")
    found = leaders_sheet("2026Q1")
    assert line(found, "合计").boxes[2] == Told("0", "0%", "2", "0", 0.0)
    assert line(found, "合计").boxes[0] == Told("1", "100%", "1", "1", 1.0)


def test_one_leader_s_year_lists_every_point_and_the_titles_of_his_reports(office: Path) -> None:
    leader = an_office()
    report = {"kind": ActivityKind.REPORT, "title": "农村饮水安全调研"}
    save_activity(a_visit(leader, day(6, 20), **report), TODAY)
    quarters, households, own, days = leaders_sheet("2026Q3", leader=leader).parts
    assert [row.whom for row in quarters.rows] == ["样样镇", "样样村", "下访听诉"]
    assert [box.words for box in quarters.rows[0].boxes] == ["✓ 2月9日", "● 未走访", "● 未走访", "○ 未到期"]
    assert (len(households.rows), households.rows[0].note) == (10, "低保户；4人")
    assert own.rows[0].note == "农村饮水安全调研"
    assert (days.rows[0].told.done, days.rows[0].missing) == ("1", "59")


def test_its_notes_say_how_the_office_counts(office: Path) -> None:
    change_settings({"stand_in_counts": "1", "weekends_count": "0", "hearings_are_fieldwork": "0"})
    notes = "".join(leaders_sheet("2026").notes)
    assert "他人代走的计入" in notes
    assert "走访计入调研天数，同一半天只计一次，只计工作日" in notes
    assert "● 逾期，▲ 临近" in notes


# --- how it looks


@pytest.mark.parametrize("leaders", [1, 9, 10, 12])
def test_a_usual_office_s_quarter_or_year_is_one_page(office: Path, printed: Reader, leaders: int) -> None:
    an_office()
    for at in range(leaders - 1):
        a_leader(f"李样{at}")
    for span in ("2026Q3", "2026"):
        page = printed(leaders_sheet(span))
        assert len(page) == 1
        assert page.place("审签").bottom < 210 - 26
        assert "填报单位（盖章）：样例市人民政府办公室" in page.text


def test_an_office_without_leaders_says_so(office: Path, printed: Reader) -> None:
    assert "尚未录入领导" in printed(leaders_sheet("2026Q3")).text


@pytest.mark.parametrize(("households", "pages"), [(0, 1), (10, 1), (14, 1), (40, 2)])
def test_one_leader_s_year_is_a_portrait_page(
    office: Path, printed: Reader, households: int, pages: int
) -> None:
    page = printed(leaders_sheet("2026", leader=an_office(households)))
    assert len(page) == pages
    assert page.size() == pytest.approx((210, 297), abs=0.1)


def test_long_names_are_printed_in_full(office: Path, printed: Reader) -> None:
    leader = an_office(3, LONG)
    for page in (printed(leaders_sheet("2026")), printed(leaders_sheet("2026", leader=leader))):
        assert LONG in re.sub(r"\s", "", page.text)
        assert max(box.right for box in page.places("✓")) <= page.size()[0] - 26


def test_five_hundred_leaders_repeat_their_heads_and_never_break_a_figure(printed: Reader) -> None:
    told = Told("✓", "✓ 已完成", "60", "41.5", 0.7)
    rows = [OfficeLine(str(at), "张样一", [told], "", "") for at in range(1, 501)]
    columns: list[Column[OfficeLine]] = [
        Column("序号", 9, lambda row: row.number, Align.CENTRE),
        Column("天数", 60, lambda row: row.boxes[0].words, bar=lambda row: row.boxes[0].share),
    ]
    sheet = printed(Coverage("", "", period("2026"), "", (), [Part("样", columns, rows)], ("样",)))
    assert len(sheet.places("序号")) == len(sheet)
    assert len(sheet.places("✓ 已完成")) == 500


def test_a_bar_is_filled_as_far_as_its_share() -> None:
    drawn: list[str] = []

    class Drawn(Page):
        def bar(self, x: float, y: float, width: float, height: float, share: float) -> None:
            drawn.append(f"{share:g}")
            super().bar(x, y, width, height, share)

    page = Drawn(LANDSCAPE, None)  # type: ignore[arg-type]
    page.bar(10, 20, 100, 4, 0.25)
    page.bar(10, 40, 100, 4, 0)
    assert drawn == ["0.25", "0"]
    assert [rule.count("re f") for rule in page._rules] == [1, 0, 0]
    assert "25.00 4.00 re f" in page._rules[0]


def test_a_bar_stands_in_its_cell_below_the_text(printed: Reader) -> None:
    column: Column[YearLine] = Column("状态", 60, lambda row: row.whom, bar=lambda _: 0.5)
    plain: Column[YearLine] = Column("状态", 60, lambda row: row.whom)
    row = YearLine("", "临近", [], "")
    with_bar, without = (printed(Table([each], [row])).place("临近").top for each in (column, plain))
    assert with_bar < without


# --- the same columns for a workbook


def test_a_workbook_takes_the_columns_heads_and_figures_as_figures(office: Path) -> None:
    an_office()
    part = leaders_sheet("2026Q1").parts[0]
    assert as_heads(part.columns)[:4] == [
        ("序号", "", 9),
        ("领导姓名", "", 20),
        ("应", "走访乡镇(次)", 9),
        ("已", "走访乡镇(次)", 9),
    ]
    assert as_values(part.columns, part.rows)[0][:5] == ["1", "张样一", 1.0, 1.0, "✓ 2月9日"]
