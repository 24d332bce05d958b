from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from gui.pages.print_center import PrintCenterPage
from gui.window import Window
from models.official import Official
from models.print_log import PrintLog
from tests.gui.driving import Answers, wait_until
from tests.gui.fake_system import PRINT, READ, REFUSE, STATUS, FakeSystem
from tests.gui.print_page import act, choose, log, notice, print_page, texts, turn_to, window_of


@pytest.fixture
def page(office: Path, open_window: Callable[..., Window]) -> PrintCenterPage:
    return print_page(open_window)


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeSystem:
    return FakeSystem(tmp_path / "bin", monkeypatch)


# --- saving


def test_a_saved_sheet_has_its_leaders_name_and_its_number_and_the_log_its_entry(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    choose(page, "leader", Official.get(Official.name == "李样二").id)
    answers.path(tmp_path / "单.pdf")
    act(page, page.save)
    assert "已保存" in notice(page)
    [text] = texts(tmp_path / "单.pdf")
    assert "李样二" in text
    assert "打印编号 0001" in text
    [[document, choice, pages, where]] = log()
    assert (document, pages, where) == ("季度走访安排表", "1", str(tmp_path / "单.pdf"))
    assert choice.endswith("季度 · 李样二")


def test_all_leaders_go_into_one_file_or_into_a_file_each(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    answers.say("合成一个文件", "每份一个文件")
    answers.path(tmp_path / "合.pdf")
    act(page, page.save)
    wait_until(window_of(page), lambda: len(log()) == 1 and log()[0][2] == "2")
    answers.path(tmp_path)
    act(page, page.save)
    wait_until(window_of(page), lambda: len(log()) == 2 and log()[1][2] == "2")
    quarter = page.choices.form["quarter"].get()
    for name in ("张样一", "李样二"):
        [text] = texts(tmp_path / f"季度走访安排表_{name}_{quarter}.pdf")
        assert name in text
        assert "打印编号 0002" in text
    act(page, page.show_log)
    wait_until(window_of(page), lambda: [row[0] for row in page.log.table.shown()] == ["0002", "0001"])


def test_closing_the_file_chooser_saves_nothing_and_takes_no_number(
    page: PrintCenterPage, answers: Answers
) -> None:
    answers.say("")
    act(page, page.save)
    assert log() == []


def test_a_folder_that_takes_no_file_is_told_and_the_log_says_unfinished(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    choose(page, "leader", Official.get(Official.name == "李样二").id)
    answers.path(tmp_path / "没有这个文件夹" / "单.pdf")
    act(page, page.save)
    assert "文件夹不存在" in notice(page)
    wait_until(window_of(page), lambda: page.log.table.rows.items)
    act(page, page.show_log)
    window_of(page).root.update()
    assert "▲ 未完成" in page.log.table.shown()[0]


def test_saving_into_a_folder_tells_how_far_it_came(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    quarter = page.choices.form["quarter"].get()
    (tmp_path / f"季度走访安排表_李样二_{quarter}.pdf").mkdir()
    answers.say("每份一个文件")
    answers.path(tmp_path)
    act(page, page.save)
    assert "已完成 1 份，其余 1 份没有完成" in notice(page)
    assert log()[0][2] == "1"


# --- unmasked numbers


def test_unmasked_numbers_need_a_reason_which_the_log_keeps(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    choose(page, "leader", Official.get(Official.name == "李样二").id)
    choose(page, "full", value=True)
    act(page, page.save)
    assert "请填写打印完整号码的理由" in notice(page)
    assert log() == []
    page.choices.why["reason"].set("核对户主电话")
    answers.path(tmp_path / "全.pdf")
    act(page, page.save)
    wait_until(window_of(page), lambda: "已保存" in notice(page))  # in place of the complaint
    assert "全号" in texts(tmp_path / "全.pdf")[0]
    assert log()[0][1].endswith("完整号码：核对户主电话")
    assert PrintLog.get().full


def test_another_document_is_masked_again(page: PrintCenterPage) -> None:
    choose(page, "full", value=True)
    turn_to(page, "季度走访情况表")
    turn_to(page, "季度走访安排表")
    assert page.choices.form["full"].get() is False


# --- printing


def test_printing_hands_the_pdf_to_the_printer_chosen(page: PrintCenterPage, system: FakeSystem) -> None:
    system.has(lpstat=STATUS, lp=PRINT)
    act(page, page.print_out)
    wait_until(window_of(page), lambda: page.drawer)
    form = page.drawer.form
    assert form["printer"].get() == "Ban_Gong_Shi"
    form["copies"].set(2)
    form["ranges"].set("2")
    form["both_sides"].set(True)
    page.drawer.submit()
    assert "已交给打印机“Ban_Gong_Shi”（打印编号 0001，1 页）" in notice(page)
    told = (system.folder / "arguments").read_text("utf-8")
    assert told.startswith("-d Ban_Gong_Shi -n 2 -t 季度走访安排表")
    assert told.rstrip().endswith("-o sides=two-sided-long-edge -o media=A4 -P 2-2")
    assert "打印编号 0001" in texts(system.folder / "printed.pdf")[0]
    assert log()[0][2:] == ["1", "Ban_Gong_Shi ×2份"]


def test_on_both_sides_each_leaders_sheet_begins_on_fresh_paper(
    page: PrintCenterPage, system: FakeSystem
) -> None:
    system.has(lpstat=STATUS, lp=PRINT)
    act(page, page.print_out)
    wait_until(window_of(page), lambda: page.drawer)
    page.drawer.form["both_sides"].set(True)
    page.drawer.submit()
    assert "2 份已送到“Ban_Gong_Shi”（打印编号 0001，共 2 页）" in notice(page)
    [text] = texts(system.folder / "printed.pdf")
    assert "李样二" in text


def test_a_range_that_is_not_there_is_said_at_its_field(page: PrintCenterPage, system: FakeSystem) -> None:
    system.has(lpstat=STATUS, lp=PRINT)
    act(page, page.print_out)
    wait_until(window_of(page), lambda: page.drawer)
    page.drawer.form["ranges"].set("1-9")
    page.drawer.submit()
    assert "1 到 2" in page.drawer.form.complaints["ranges"]
    page.escape()
    assert not page.drawer.winfo_exists()
    assert log() == []


def test_a_printer_that_refuses_is_quoted_and_the_log_says_unfinished(
    page: PrintCenterPage, system: FakeSystem
) -> None:
    system.has(lpstat=STATUS, lp=REFUSE)
    act(page, page.print_out)
    wait_until(window_of(page), lambda: page.drawer)
    page.drawer.submit()
    assert "没有接受打印：lp: not accepting jobs" in notice(page)
    assert log()[0][2] == "0"


def test_the_reader_gets_a_numbered_file(page: PrintCenterPage, system: FakeSystem) -> None:
    system.has(xdg_open=READ)
    act(page, page.open_in_reader)
    assert "已交给阅读器打开" in notice(page)
    assert "打印编号 0001" in texts(system.folder / "read.pdf")[1]
    assert log()[0][3] == "阅读器"


# --- as a workbook


def test_a_list_is_kept_as_a_workbook_too_and_logged(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    assert page.twin_button.cget("text") == "存为 Excel"
    answers.path(tmp_path / "表.xlsx")
    act(page, page.shortcuts()["Ctrl+O"])
    assert "已保存" in notice(page)
    book = load_workbook(tmp_path / "表.xlsx")
    assert book.sheetnames == ["张样一", "李样二"]
    assert log() == [[log()[0][0], log()[0][1], "2", str(tmp_path / "表.xlsx")]]


def test_a_form_for_the_pen_has_no_workbook(page: PrintCenterPage, answers: Answers) -> None:
    turn_to(page, "走访群众记录表")
    wait_until(window_of(page), lambda: not page.twin_button.winfo_ismapped())
    act(page, page.save_twin)
    assert log() == []


def test_the_button_stays_whole_where_the_bar_is_narrow(page: PrintCenterPage) -> None:
    window = window_of(page)
    window.root.geometry("760x600")
    wait_until(window, lambda: page.view.bar.winfo_width() < 560)
    window.root.update()
    button = page.twin_button
    assert button.winfo_x() + button.winfo_reqwidth() <= page.view.bar.winfo_width()


def test_the_quarters_report_is_kept_for_word_to_be_edited(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    turn_to(page, "季度工作小结")
    wait_until(window_of(page), lambda: page.twin_button.cget("text") == "存为 Word")
    answers.path(tmp_path / "小结.docx")
    act(page, page.twin_button.invoke)
    assert "已保存" in notice(page)
    assert Document(str(tmp_path / "小结.docx")).paragraphs[0].text.endswith("市政府领导履职工作小结")
    assert log()[0][0] == "季度工作小结"
