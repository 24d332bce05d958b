"""The manual in the window: F1 opens it where it tells of what is in sight, beside the page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gui.forms.manual import ManualPanel
from gui.pages.pairing import PairingPage, View
from gui.start import Start
from gui.state.manual import chapter_with, entries
from gui.window import Window
from models.manual import manual
from models.official import Official
from models.storage import close_database
from models.storage.database import FILE_NAME
from tests.gui.driving import press, type_in, wait_until


@pytest.fixture
def panel(window: Window) -> ManualPanel:
    press(window.root, "<F1>")
    wait_until(window, lambda: window.manual.reading.words)
    return window.manual


def first_line(panel: ManualPanel) -> str:
    """The text at the upper edge."""
    text = panel.reading.text
    return text.get("@0,0 linestart", "@0,0 lineend")


def test_f1_opens_the_section_about_the_page_and_closes_it_again(window: Window, panel: ManualPanel) -> None:
    assert panel.is_open
    assert first_line(panel) == panel.title == window.page.section()
    press(panel.reading.text, "<F1>")
    assert not panel.is_open


def test_f1_on_another_page_turns_to_its_section(window: Window, panel: ManualPanel) -> None:
    window.visit("备份与恢复")
    press(window.root, "<F1>")
    assert (panel.is_open, panel.title) == (True, "每周备份到U盘")


def test_a_form_has_a_section_of_its_own_and_stays_in_sight(
    zhang: Official, open_page: Callable[..., PairingPage]
) -> None:
    page = open_page(View.BOARD)
    window = page.shell
    page.add_absence()
    press(window.root, "<F1>")
    assert window.manual.title == "登记外出"
    window.root.update()
    assert window.manual.winfo_rootx() == window.status.winfo_rootx()
    press(window.manual.reading.text, "<Escape>")
    assert page.has_drawer
    page.flush()
    page.look_at(View.PAIRINGS)
    press(window.root, "<F1>")
    assert window.manual.title == "登记AB角"
    assert window.manual.winfo_rootx() > window.status.winfo_rootx()


def test_esc_closes_the_manual_and_gives_the_keyboard_back(window: Window, panel: ManualPanel) -> None:
    panel.close()
    sheet = window.page.table.sheet
    press(sheet, "<F1>")
    press(panel.reading.text, "<Escape>")
    assert not panel.is_open
    assert window.root.focus_get() is sheet


def test_every_chapter_is_shown_whole(window: Window, panel: ManualPanel) -> None:
    for chapter in manual():
        panel.turn_to(chapter.title)
        said = panel.reading.words.replace("\n", "")
        assert all(section.title in said for section in chapter.sections)
        pieces = [piece for section in chapter.sections for piece in section.pieces]
        assert all(piece.text in said for piece in pieces)


def test_no_line_is_wider_than_its_place(window: Window, panel: ManualPanel) -> None:
    text = panel.reading.text
    for size in ("1366x768", "860x500"):
        window.root.geometry(size)
        for chapter in manual():
            panel.turn_to(chapter.title)
            window.root.update()
            assert text.xview() == (0.0, 1.0), chapter.title


def test_keys_leaf_through_the_chapters(window: Window, panel: ManualPanel) -> None:
    panel.turn_to("看今天要办什么")
    press(panel.reading.text, "<Right>")
    assert panel.title == manual()[2].title
    press(panel.reading.text, "<Left>")
    assert panel.title == manual()[1].title
    press(panel.reading.text, "<BackSpace>")
    assert panel.table.current.title == manual()[1].title
    press(panel.table.sheet, "<Down>")
    press(panel.table.sheet, "<Return>")
    assert panel.title == manual()[1].sections[0].title


def test_a_reference_is_followed(window: Window, panel: ManualPanel) -> None:
    panel.turn_to("第一次备份")
    text = panel.reading.text
    first = text.search("《每周备份到U盘》", "1.0")
    text.see(first)
    window.root.update()
    x, y, *_ = text.bbox(f"{first} + 1 chars")
    text.event_generate("<Motion>", x=x + 2, y=y + 2)
    text.event_generate("<Button-1>", x=x + 2, y=y + 2)
    assert panel.title == "每周备份到U盘"


def test_what_one_wants_to_do_is_found_in_the_contents(window: Window, panel: ManualPanel) -> None:
    panel.show_contents()
    type_in(panel.search, "U盘")
    shown = [row[0].strip() for row in panel.table.shown()]
    assert {"每周备份到U盘", "第一次备份"} <= set(shown)
    press(panel.search.entry, "<Return>")
    press(panel.table.sheet, "<Return>")
    assert panel.title == shown[0]


def test_the_manual_is_printed_where_everything_is_printed(window: Window, panel: ManualPanel) -> None:
    assert panel._print_out is not None
    panel._print()
    assert not panel.is_open
    assert window.page.title == "打印中心"
    wait_until(window, lambda: "使用手册" in window.page.context())
    assert "全号" not in window.page.choices.said()
    assert window.page.choices.form.fields == ()


def test_a_window_made_narrow_keeps_its_page_in_sight(window: Window, panel: ManualPanel) -> None:
    window.root.geometry("860x500")
    wait_until(window, lambda: window.root.winfo_width() == 860)
    window.root.update()
    assert panel.winfo_width() <= panel.master.winfo_width() - 160


def test_f1_tells_what_to_do_where_the_data_cannot_be_opened(office: Path) -> None:
    close_database()
    (office / FILE_NAME).write_bytes(b"not a ledger" * 1000)
    start = Start(office)
    start.open(office)
    try:
        press(start.root, "<F1>")
        assert start.manual.title == start.card.section == "数据文件损坏或不见了"
        press(start.manual.reading.text, "<Escape>")
        assert not start.manual.is_open
        assert start.card.winfo_ismapped()
    finally:
        start.root.destroy()


def test_titles_and_their_pinyin_and_words_are_found() -> None:
    assert [one.title for one in entries(manual(), "gdjl")] == []
    assert "季度归档" in [one.title for one in entries(manual(), "jdgd")]
    assert "让程序拟定计划" in [one.title for one in entries(manual(), "圩日")]
    assert chapter_with(manual(), "没有这一节") is None
