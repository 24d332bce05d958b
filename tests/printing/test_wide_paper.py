"""Registers on A3: the same columns with more room, and nothing else on it."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from gui.paper.print_jobs import Order
from models.closing import Pages, close_quarter
from models.print_log import log_print
from models.rules.calendar import period
from models.setting import change_settings
from printing import fonts
from printing.choice import Choice
from printing.closing import original, to_keep
from printing.documents import WIDE, form
from printing.render import compose
from printing.styles import LANDSCAPE_A3, MM
from tests.models.made_up import a_leader, day
from tests.printing.conftest import Print

Reader = Callable[..., Print]
Q3, TODAY = period("2026Q3"), day(10, 12)


@pytest.fixture
def a3(office: Path) -> None:
    a_leader("张样一")
    change_settings({"registers_on_a3": "1"})


def size_of(name: str) -> tuple[int, int]:
    made = form(name).made(Choice(TODAY, Q3))
    page = pypdfium2.PdfDocument(compose(made, faces=fonts.built_in()).data)[0]
    return round(page.get_width() / MM), round(page.get_height() / MM)


def test_registers_lie_on_a3_and_other_documents_stay_on_a4(a3: None) -> None:
    assert {size_of(name) for name in WIDE if name != "fieldwork_register"} == {(420, 297)}
    assert size_of("quarter_plan") == (297, 210)
    change_settings({"registers_on_a3": "0"})
    assert size_of("matter_ledger") == (297, 210)


def test_a_register_reaches_to_the_margins_of_the_larger_sheet(a3: None, printed: Reader) -> None:
    page = printed(*form("matter_ledger").made(Choice(TODAY, Q3)))
    assert page.place("销号情况").right > 350
    assert page.place("填报时间").left > 330


def test_the_printer_is_asked_for_the_sheets_the_pages_were_set_for_also_of_a_kept_file(a3: None) -> None:
    one = to_keep(form("quarter_result"), Q3, TODAY)
    made = compose(one.documents, faces=fonts.built_in())
    number = log_print("样", "", full=False, pages=0, destination="归档")
    close_quarter(Q3, [Pages(number, "quarter_result", Q3, "样", made.pages, made.data)], TODAY)
    kept = original(form("quarter_result"), Choice(TODAY, Q3))
    assert kept is not None
    assert kept.paper == LANDSCAPE_A3
    order = Order("样", "", False, [kept], fonts.built_in(), lambda: None)
    assert order.paper == "A3"
