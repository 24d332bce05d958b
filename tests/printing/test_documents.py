"""The forms with values made by hand: empty, usual, overfull."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from models.rules.calendar import period
from models.rules.problem import Problem
from printing.documents import FORMS, form
from printing.documents.contact_list import ContactList, HouseholdRow, Households, LeaderRow
from printing.documents.quarter_plan import PlanRow, QuarterPlan
from printing.documents.quarter_result import QuarterResult, ResultRow
from printing.documents.visit_record import VisitRecord
from tests.printing.conftest import Print

Reader = Callable[..., Print]
LONG = "阿卜杜拉·买买提明·样例"
NOTES = (
    "按走访首日计入当季；电话联系、未遇的不计次，他人代走的计入；走访户不计为走访村（乡镇）。",
    "“已/应”为已走访和应走访次数，“年”指全年，其余指本季度；反映问题前为所记日期。",
)


def plan(
    households: int, name: str = "常样一", heard: str = "4月30日：希望硬化门前道路，雨天出行不便"
) -> QuarterPlan:
    kinds = ["乡镇", "村", *["户"] * households, "听诉"]
    rows = [
        PlanRow(
            str(at),
            kind,
            name,
            "1组13号\n139****1416",
            "年1/2",
            "2025年\n12月30日",
            heard,
            "7月29日上午",
        )
        for at, kind in enumerate(kinds, start=1)
    ]
    year = "全年（已/应）：走访户11/20次，调研18.5/60天，报告1/2篇，生活会0/1次"
    post = "市委常委、常务副市长、市政府党组副书记"
    return QuarterPlan(
        "样例市人民政府办公室", name, post, period("2026Q3"), "2026年7月1日", year, rows, NOTES
    )


def test_the_visit_sheet_of_a_usual_office_is_one_page(printed: Reader) -> None:
    page = printed(plan(10))
    assert len(page) == 1
    assert "2026年第三季度走访安排表" in page.text
    assert page.place("领导（签字）").bottom < 210 - 26


def test_the_visit_sheet_leaves_9_mm_for_the_pen_in_every_row(printed: Reader) -> None:
    tops = [box.top for box in printed(plan(10)).places("139****1416")]
    steps = [below - above for above, below in pairwise(tops)]
    assert min(steps) >= 8.99


@pytest.mark.parametrize(("households", "pages"), [(0, 1), (14, 2)])
def test_the_visit_sheet_of_few_or_many_households(printed: Reader, households: int, pages: int) -> None:
    sheet = printed(plan(households))
    assert len(sheet) == pages
    assert len(sheet.places("139****1416")) == households + 3


def test_very_long_names_and_requests_are_printed_in_full(printed: Reader) -> None:
    sheet = printed(plan(10, LONG, "意见很多，" * 60))
    shown = "".join(sheet.text.split())
    assert shown.count("意见很多") >= 13 * 60 - len(sheet) * 2
    assert max(box.bottom for box in sheet.places("意见")) <= 210 - 26


def test_the_contact_list_of_twelve_leaders_is_one_page(printed: Reader) -> None:
    names = "、".join(f"样{'一二三四五六七八九十'[at]}户" for at in range(10))
    row = LeaderRow(
        "1", "张样一", "副市长", "样例乡", "样例村委会", names, "市政府", "覃样一\n0797-8391000", ""
    )
    page = printed(ContactList("样例市人民政府办公室", "2026年7月1日", [row] * 12, []))
    assert len(page) == 1
    assert len(page.places("0797-8391000")) == 12


def test_each_leaders_households_begin_a_page(printed: Reader) -> None:
    rows = [
        HouseholdRow(str(at), "苏　样", "1组37号", "6", "低保户", "139****1416", "") for at in range(1, 11)
    ]
    parts = [Households((f"领导：{name}",), rows) for name in ("张样一", "李样二")]
    pages = printed(ContactList("", "2026年7月1日", [], parts))
    assert len(pages) == 3
    assert [pages.place(f"领导：{name}").page for name in ("张样一", "李样二")] == [1, 2]
    assert "尚未录入领导" in pages.texts[0]


def test_the_quarters_result_has_the_columns_offices_use(printed: Reader) -> None:
    row = ResultRow("1", "张样一", "样例乡", "样例村", "7月15日", "7月16日", "6", "14", "3", "")
    page = printed(QuarterResult("样例市人民政府办公室", "2026年10月8日", period("2026Q3"), [row] * 9))
    assert len(page) == 1
    for head in (
        "序号",
        "领导姓名",
        "计划走访时间",
        "实际走访时间",
        "走访户数",
        "本季",
        "累计",
        "未走访原因",
        "备注",
    ):
        assert head in page.text


def test_an_empty_visit_record_is_one_page_with_three_places_to_sign(printed: Reader) -> None:
    page = printed(VisitRecord())
    assert len(page) == 1
    assert page.size() == pytest.approx((210, 297), abs=0.1)
    assert len(page.places("（签字）")) == 3
    assert "□入户" in page.text


def test_a_filled_visit_record_is_one_page_and_a_very_long_one_goes_on(printed: Reader) -> None:
    record = VisitRecord(
        LONG, "副市长", "2026年7月15日\n星期三 上午", whom=LONG, heard="门前道路雨天泥泞。" * 20
    )
    assert len(printed(record)) == 1
    long = printed(replace(record, heard="意见。" * 1700))
    assert len(long) > 3
    assert "走访对象" in long.texts[-1]
    assert len(long.texts[-1]) > 60


def test_forms_are_found_by_name_and_by_title() -> None:
    days = ["today", "week_plan", "trip_sheet"]
    years = ["liaison_ledger", "coverage", "year_calendar"]
    pairs = ["pairing_table", "absence_notice", "handover_list", "on_duty_board"]
    quarters = ["contact_list", "quarter_plan", "quarter_result", "visit_record"]
    ledgers = [
        "contact_card",
        "household_card",
        "hearing_record",
        "fieldwork_register",
        "matter_ledger",
        "quarter_report",
        "closing",
        "manual",
    ]
    assert [one.name for one in FORMS] == [*quarters, *days, *years, *pairs, *ledgers]
    assert form("quarter_plan") is form("季度走访安排表")
    with pytest.raises(Problem, match="contact_list"):
        form("走访")
