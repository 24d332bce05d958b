"""归档原件 and 季度归档表: the same choice gives the kept file again; what came later stands apart."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.activity import save_activity
from models.closing import Pages, close_quarter
from models.explanation import explain
from models.official import Official
from models.print_log import PrintLog, log_print
from models.progress import progress
from models.rules.calendar import period
from models.rules.kinds import DutyState
from models.rules.problem import Problem
from printing.choice import Choice
from printing.closing import forms_of, original, to_keep
from printing.documents import form
from printing.documents.closing import load
from printing.headless import print_to
from printing.render import Original, compose, render, stamp
from tests.models.made_up import a_household, a_leader, a_visit, day
from tests.printing.conftest import Print

Reader = Callable[..., Print]
Q3 = period("2026Q3")
TODAY = day(10, 12)


@pytest.fixture
def zhang(office: object) -> Official:
    leader = a_leader("张样一")
    save_activity(a_visit(leader, day(7, 1), a_household("王样甲")), TODAY)
    return leader


def close(*names: str) -> dict[str, bytes]:
    """Close the quarter with these documents; their files by name."""
    pages = []
    for name in names:
        one = to_keep(form(name), Q3, TODAY)
        number = log_print(one.form.title, "", full=False, pages=0, destination="归档")
        made = compose(one.documents, stamp(number))
        title = f"{one.form.title}_{one.period}"
        pages.append(Pages(number, name, one.period, title, made.pages, made.data))
    close_quarter(Q3, pages, TODAY)
    return {page.form: page.data for page in pages}


def test_what_is_printed_after_the_closing_is_the_very_file_though_a_visit_was_added(
    zhang: Official, tmp_path: Path
) -> None:
    kept = close("quarter_result")["quarter_result"]
    save_activity(a_visit(zhang, day(9, 9), a_household("赵样乙")), TODAY)
    out = tmp_path / "again.pdf"
    assert print_to(form("quarter_result"), Choice(TODAY, Q3), out) == {out: 1}
    assert out.read_bytes() == kept
    last = PrintLog.select().order_by(PrintLog.id.desc()).get()
    assert last.choice == "季度走访情况表_2026Q3 · 归档原件 0001"


@pytest.mark.parametrize(
    "other",
    [
        {"period": period("2026Q2")},
        {"full": True},
        {"number": "HD20260001"},
        {"pictures": True},
        {"leader": True},
        {"period": None},
    ],
    ids=str,
)
def test_any_other_choice_is_printed_as_it_stands_now(zhang: Official, other: dict[str, object]) -> None:
    close("quarter_result")
    chosen = {"period": Q3} | other | ({"leader": zhang} if "leader" in other else {})
    assert original(form("quarter_result"), Choice(TODAY, **chosen)) is None  # type: ignore[arg-type]


def test_a_kept_file_is_copied_and_a_workbook_is_made_anew(zhang: Official, tmp_path: Path) -> None:
    close("quarter_result")
    assert render(Original("旧", b"%PDF-old", 3, 7), tmp_path / "旧.pdf") == 3
    assert (tmp_path / "旧.pdf").read_bytes() == b"%PDF-old"
    print_to(form("matter_ledger"), Choice(TODAY, Q3), tmp_path / "表.xlsx")
    assert (tmp_path / "表.xlsx").read_bytes()[:2] == b"PK"


def test_the_books_of_a_year_can_be_kept_with_its_last_quarter() -> None:
    yearly = {one.name for one in forms_of(period("2026Q4"))} - {one.name for one in forms_of(Q3)}
    assert yearly == {"fieldwork_register", "liaison_ledger"}
    assert str(to_keep(form("fieldwork_register"), period("2026Q4"), TODAY).period) == "2026"


def test_the_sheet_of_a_closing_lists_its_files_and_apart_from_them_what_came_later(
    zhang: Official, printed: Reader
) -> None:
    close("quarter_result", "coverage")
    late = save_activity(a_visit(zhang, day(9, 9), a_household("赵样乙")), TODAY)
    page = printed(*load(Choice(TODAY, Q3)))
    assert len(page) == 1
    for text in ("2026年第三季度归档表", "季度走访情况表", "履职完成情况统计表", "0001", "0002", late.number):
        assert text in page.text
    assert page.place("一、归档的文件").bottom < page.place("季度走访情况表").top
    assert page.place("二、归档后的变动").bottom < page.place(late.number).top
    assert page.place("补录").left > page.place(late.number).right
    assert page.place("归档人（签字）").top > page.place(late.number).bottom


def test_numbers_in_a_reason_are_masked_in_the_list_of_what_came_later(zhang: Official) -> None:
    close("coverage")
    late = next(line for line in progress(Q3, TODAY) if line.state == DutyState.LATE)
    explain(late, "电话13800001234", TODAY)
    (sheet,) = load(Choice(TODAY, Q3))
    assert sheet.later[0].what == "张样一 写明原因：电话138****1234"


def test_an_open_quarter_has_no_such_sheet(zhang: Official) -> None:
    with pytest.raises(Problem, match="还没有归档"):
        load(Choice(TODAY, Q3))
