import sys
from pathlib import Path

import pytest

from gui.paper import printer
from gui.state.print_job import Job, Printer
from models.rules.problem import Problem
from tests.gui.fake_system import NO_PRINTERS, PRINT, READ, REFUSE, STATUS, TELL, FakeSystem


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeSystem:
    return FakeSystem(tmp_path / "bin", monkeypatch)


def test_printers_are_named_with_what_one_should_know(system: FakeSystem) -> None:
    system.has(lpstat=STATUS)
    assert printer.printers() == [Printer("Ban_Gong_Shi", preferred=True), Printer("Da_Ting", stopped=True)]


def test_a_pc_without_printers_has_none(system: FakeSystem) -> None:
    system.has(lpstat=NO_PRINTERS)
    assert printer.printers() == []


def test_a_printing_service_that_is_down_is_told(system: FakeSystem) -> None:
    system.has(lpstat="#!/bin/sh\necho 'lpstat: Bad file descriptor' >&2\nexit 1\n")
    with pytest.raises(Problem, match="没有启动"):
        printer.printers()


def test_without_a_printing_service_the_other_ways_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Problem, match=r"没有安装打印服务.*保存为 PDF.*用阅读器打开"):
        printer.printers()


def test_a_service_that_does_not_answer_is_not_waited_for_ever(
    system: FakeSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    system.has(lpstat="#!/bin/sh\nexec sleep 30\n")
    monkeypatch.setattr("gui.paper.printer_lp._PATIENCE", 0.2)
    with pytest.raises(Problem, match="没有回答"):
        printer.printers()


def test_a_plain_print_is_every_page_once_on_one_side(system: FakeSystem) -> None:
    system.has(lp=PRINT)
    printer.send(b"%PDF-", Job("情况表", "Ban_Gong_Shi"))
    assert (system.folder / "printed.pdf").read_bytes() == b"%PDF-"
    told = (system.folder / "arguments").read_text("utf-8")
    assert told == "-d Ban_Gong_Shi -n 1 -t 情况表 -o sides=one-sided -o media=A4\n"


def test_copies_pages_and_sides_reach_the_printer(system: FakeSystem) -> None:
    system.has(lp=PRINT)
    printer.send(b"%PDF-", Job("表", "Da_Ting", 3, ((1, 2), (5, 5)), both_sides=True))
    told = (system.folder / "arguments").read_text("utf-8")
    assert told == "-d Da_Ting -n 3 -t 表 -o sides=two-sided-long-edge -o media=A4 -P 1-2,5-5\n"


def test_a_printer_that_refuses_is_quoted(system: FakeSystem) -> None:
    system.has(lp=REFUSE)
    with pytest.raises(Problem, match="没有接受打印：lp: not accepting jobs"):
        printer.send(b"%PDF-", Job("表", "Da_Ting"))


def test_the_systems_reader_opens_the_file(system: FakeSystem, tmp_path: Path) -> None:
    system.has(xdg_open=READ)
    (tmp_path / "表.pdf").write_bytes(b"%PDF-")
    printer.open_in_reader(tmp_path / "表.pdf")
    assert (system.folder / "read.pdf").read_bytes() == b"%PDF-"


def test_without_a_reader_the_other_way_is_named(system: FakeSystem, tmp_path: Path) -> None:
    system.has(xdg_open="#!/bin/sh\nexit 3\n")
    with pytest.raises(Problem, match=r"没有能打开 PDF 的程序.*保存为 PDF"):
        printer.open_in_reader(tmp_path / "表.pdf")


def test_programs_of_the_system_are_not_given_the_libraries_the_frozen_program_brings(
    system: FakeSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system.has(xdg_open=TELL)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_MEI"), raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path / "_MEI"))
    monkeypatch.setenv("TCL_LIBRARY", str(tmp_path / "_MEI" / "_tcl_data"))
    printer.open_in_reader(tmp_path / "表.pdf")
    assert (system.folder / "told").read_text("utf-8") == "none none\n"


def test_libraries_the_user_had_set_himself_are_set_for_them_again(
    system: FakeSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system.has(xdg_open=TELL)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_MEI"), raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", f"{tmp_path / '_MEI'}:/opt/office")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/office")
    printer.open_in_reader(tmp_path / "表.pdf")
    assert (system.folder / "told").read_text("utf-8") == "/opt/office none\n"
