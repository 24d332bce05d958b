import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from gui.pages.print_center import PrintCenterPage
from gui.state.print_strip import Fit
from gui.window import Window
from models.official import Official, save_official
from models.print_log import PrintLog
from models.setting import change_settings
from tests.gui.driving import Answers, press, wait_until
from tests.gui.fake_system import PRINT, READ, REFUSE, STATUS, FakeSystem


@pytest.fixture
def page(office: Path, open_window: Callable[..., Window]) -> PrintCenterPage:
    """The print page of an office with two leaders, in the pinned faces."""
    gc.collect()  # a window of an earlier test must not be cleared away by this one's worker
    change_settings({"built_in_fonts": "1", "office_name": "示例市政府办公室"})
    for rank, name in enumerate(("张样一", "李样二"), start=1):
        save_official(Official(name=name, rank=rank, title="副市长", is_member=True))
    shown = open_window().show(PrintCenterPage)
    assert isinstance(shown, PrintCenterPage)
    wait_until(_window(shown), lambda: shown.view.preview.strip.view[0] > 100)
    return shown


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeSystem:
    return FakeSystem(tmp_path / "bin", monkeypatch)


def _window(page: PrintCenterPage) -> Window:
    window: Any = page.shell
    return window


def _choose(page: PrintCenterPage, name: str, value: object) -> None:
    control = page.choices.form[name]
    control.set(value)
    control.changed()


def _turn_to(page: PrintCenterPage, title: str) -> None:
    titles = [document.title for document in page.choices.documents.rows.items]
    page.choices.documents.pick(titles.index(title))


def _press(page: PrintCenterPage, action: Callable[[], object]) -> None:
    """Run it the way a button does: what it raises is the window's to show."""
    page.after_idle(action)
    page.update()


def _texts(path: Path) -> list[str]:
    return [leaf.extract_text() for leaf in PdfReader(path).pages]


def _log() -> list[list[str]]:
    return [
        [entry.document, entry.choice, str(entry.pages), entry.destination]
        for entry in PrintLog.select().order_by(PrintLog.id)
    ]


def _notice(page: PrintCenterPage) -> str:
    window = _window(page)
    wait_until(window, lambda: window.noticed)
    return window.noticed


# --- the preview


def test_the_page_opens_on_all_leaders_sheets_of_the_running_quarter(page: PrintCenterPage) -> None:
    assert page.choices.document.title == "季度走访安排表"
    assert page.view.preview.pages == 2
    assert "2 份 2 页" in page.context()


def test_the_preview_follows_the_choices(page: PrintCenterPage) -> None:
    leader = Official.get(Official.name == "李样二")
    _choose(page, "leader", leader.id)
    wait_until(_window(page), lambda: page.view.preview.pages == 1)


def test_the_preview_follows_what_is_written(page: PrintCenterPage) -> None:
    save_official(Official(name="王样三", rank=3, is_member=True))
    wait_until(_window(page), lambda: page.view.preview.pages == 3)


def test_pages_are_turned_by_keys_and_by_number(page: PrintCenterPage) -> None:
    bar, canvas = page.view.bar, page.view.preview.canvas
    press(canvas, "<Next>")
    assert bar.number.get() == "2"
    press(canvas, "<Prior>")
    assert bar.number.get() == "1"
    press(canvas, "<End>")
    assert bar.number.get() == "2"
    bar.number.delete(0, "end")
    bar.number.insert(0, "1")
    press(bar.number, "<Return>")
    assert page.view.preview.strip.page == 0
    assert str(bar.count.cget("text")) == "页  共 2 页"


def test_the_wheel_scrolls_and_with_control_it_zooms(page: PrintCenterPage) -> None:
    preview = page.view.preview
    preview.canvas.event_generate("<Button-5>")
    page.update()
    assert preview.strip.y > 0
    before = preview.strip.scale
    preview.canvas.event_generate("<Button-4>", state=4)
    page.update()
    assert preview.strip.scale > before
    assert "%" in page.view.bar.zoom.get()


def test_zoom_keys_work_wherever_the_keyboard_is(page: PrintCenterPage) -> None:
    strip = page.view.preview.strip
    before = strip.scale
    press(page.choices.documents.sheet, "<Control-plus>")
    assert strip.scale > before
    press(page.choices.documents.sheet, "<Control-minus>")
    press(page.choices.documents.sheet, "<Control-Key-0>")
    assert strip.zoom is Fit.WIDTH
    assert page.view.bar.zoom.get() == "适合宽度"


def test_an_empty_office_is_told_what_to_do_and_still_prints_blank_forms(window: Window) -> None:
    page = window.show(PrintCenterPage)
    window.root.update()
    assert "还没有领导" in page.view.preview.says
    _turn_to(page, "走访群众记录表")
    wait_until(window, lambda: page.view.preview.pages == 1)


def test_a_character_no_face_has_is_named_in_the_previews_place(page: PrintCenterPage) -> None:
    save_official(Official(name="样\ue000七", rank=7, is_member=True))
    wait_until(_window(page), lambda: page.view.preview.says)
    assert page.view.preview.pages == 0


# --- saving


def test_a_saved_sheet_has_its_leaders_name_and_its_number_and_the_log_its_entry(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    _choose(page, "leader", Official.get(Official.name == "李样二").id)
    answers.path(tmp_path / "单.pdf")
    _press(page, page.save)
    assert "已保存" in _notice(page)
    [text] = _texts(tmp_path / "单.pdf")
    assert "李样二" in text
    assert "打印编号 0001" in text
    [[document, choice, pages, where]] = _log()
    assert (document, pages, where) == ("季度走访安排表", "1", str(tmp_path / "单.pdf"))
    assert choice.endswith("季度 · 李样二")


def test_all_leaders_go_into_one_file_or_into_a_file_each(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    answers.say("合成一个文件", "每份一个文件")
    answers.path(tmp_path / "合.pdf")
    _press(page, page.save)
    wait_until(_window(page), lambda: len(_log()) == 1 and _log()[0][2] == "2")
    answers.path(tmp_path)
    _press(page, page.save)
    wait_until(_window(page), lambda: len(_log()) == 2 and _log()[1][2] == "2")
    quarter = page.choices.form["quarter"].get()
    for name in ("张样一", "李样二"):
        [text] = _texts(tmp_path / f"季度走访安排表_{name}_{quarter}.pdf")
        assert name in text
        assert "打印编号 0002" in text
    _press(page, page.turn_over)
    wait_until(_window(page), lambda: [row[0] for row in page.view.log.shown()] == ["0002", "0001"])


def test_closing_the_file_chooser_saves_nothing_and_takes_no_number(
    page: PrintCenterPage, answers: Answers
) -> None:
    answers.say("")
    _press(page, page.save)
    assert _log() == []


def test_a_folder_that_takes_no_file_is_told_and_the_log_says_unfinished(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    _choose(page, "leader", Official.get(Official.name == "李样二").id)
    answers.path(tmp_path / "没有这个文件夹" / "单.pdf")
    _press(page, page.save)
    assert "文件夹不存在" in _notice(page)
    wait_until(_window(page), lambda: page.view.log.rows.items)
    _press(page, page.turn_over)
    _window(page).root.update()
    assert "▲ 未完成" in page.view.log.shown()[0]


def test_saving_into_a_folder_tells_how_far_it_came(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    quarter = page.choices.form["quarter"].get()
    (tmp_path / f"季度走访安排表_李样二_{quarter}.pdf").mkdir()
    answers.say("每份一个文件")
    answers.path(tmp_path)
    _press(page, page.save)
    assert "已保存 1 份,其余 1 份没有保存" in _notice(page)
    assert _log()[0][2] == "1"


# --- unmasked numbers


def test_unmasked_numbers_need_a_reason_which_the_log_keeps(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    _choose(page, "leader", Official.get(Official.name == "李样二").id)
    _choose(page, "full", value=True)
    _press(page, page.save)
    assert "请填写打印完整号码的理由" in _notice(page)
    assert _log() == []
    page.choices.why["reason"].set("核对户主电话")
    answers.path(tmp_path / "全.pdf")
    _press(page, page.save)
    _notice(page)
    assert "全号" in _texts(tmp_path / "全.pdf")[0]
    assert _log()[0][1].endswith("完整号码:核对户主电话")
    assert PrintLog.get().full


def test_another_document_is_masked_again(page: PrintCenterPage) -> None:
    _choose(page, "full", value=True)
    _turn_to(page, "季度走访情况表")
    _turn_to(page, "季度走访安排表")
    assert page.choices.form["full"].get() is False


# --- printing


def test_printing_hands_the_pdf_to_the_printer_chosen(page: PrintCenterPage, system: FakeSystem) -> None:
    system.has(lpstat=STATUS, lp=PRINT)
    _press(page, page.print_out)
    wait_until(_window(page), lambda: page.drawer)
    form = page.drawer.form
    assert form["printer"].get() == "Ban_Gong_Shi"
    form["copies"].set(2)
    form["ranges"].set("2")
    form["both_sides"].set(True)
    page.drawer.submit()
    assert "已交给打印机“Ban_Gong_Shi”(打印编号 0001,1 页)" in _notice(page)
    told = (system.folder / "arguments").read_text("utf-8")
    assert told.startswith("-d Ban_Gong_Shi -n 2 -t 季度走访安排表")
    assert told.rstrip().endswith("-o sides=two-sided-long-edge -P 2-2")
    assert "打印编号 0001" in _texts(system.folder / "printed.pdf")[0]
    assert _log()[0][2:] == ["1", "Ban_Gong_Shi ×2份"]


def test_a_range_that_is_not_there_is_said_at_its_field(page: PrintCenterPage, system: FakeSystem) -> None:
    system.has(lpstat=STATUS, lp=PRINT)
    _press(page, page.print_out)
    wait_until(_window(page), lambda: page.drawer)
    page.drawer.form["ranges"].set("1-9")
    page.drawer.submit()
    assert "1 到 2" in page.drawer.form.complaints["ranges"]
    page.escape()
    assert not page.drawer.winfo_exists()
    assert _log() == []


def test_a_printer_that_refuses_is_quoted_and_the_log_says_unfinished(
    page: PrintCenterPage, system: FakeSystem
) -> None:
    system.has(lpstat=STATUS, lp=REFUSE)
    _press(page, page.print_out)
    wait_until(_window(page), lambda: page.drawer)
    page.drawer.submit()
    assert "没有接受打印:lp: not accepting jobs" in _notice(page)
    assert _log()[0][2] == "0"


def test_the_reader_gets_a_numbered_file(page: PrintCenterPage, system: FakeSystem) -> None:
    system.has(xdg_open=READ)
    _press(page, page.open_in_reader)
    assert "已交给阅读器打开" in _notice(page)
    assert "打印编号 0001" in _texts(system.folder / "read.pdf")[1]
    assert _log()[0][3] == "阅读器"


# --- many


def test_many_leaders_are_previewed_as_a_task_and_a_newer_choice_stops_it(page: PrintCenterPage) -> None:
    window = _window(page)
    for rank in range(3, 80):
        save_official(Official(name=f"陈样{rank}", rank=rank, is_member=True))
    wait_until(window, lambda: page.view.preview.pages == 79)
    page.renew()
    _choose(page, "leader", Official.get(Official.name == "张样一").id)
    page.renew()
    wait_until(window, lambda: not window.card.winfo_ismapped())
    assert page.view.preview.pages == 1
