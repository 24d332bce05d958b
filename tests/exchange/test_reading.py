"""Reading happens in a child process that can be watched, stopped and outlived."""

import os
import sys
from itertools import count
from pathlib import Path

import pytest

from models.exchange import reading
from models.exchange.reading import read_workbook
from models.rules.problem import Problem
from tests.exchange.books import save_book


def book(folder: Path, rows: int = 3) -> Path:
    return save_book(
        folder / "表.xlsx", {"一": [["甲", number] for number in range(1, rows + 1)], "二": [["乙"]]}
    )


def test_sheets_come_back_from_the_child(tmp_path: Path) -> None:
    first, second = (arrived.sheet for arrived in read_workbook(book(tmp_path)))
    assert (first.name, first.rows) == ("一", [["甲", 1], ["甲", 2], ["甲", 3]])
    assert (second.name, second.rows) == ("二", [["乙"]])


def test_progress_is_told_and_only_grows(tmp_path: Path) -> None:
    shares: list[float] = []
    read_workbook(book(tmp_path, 60_000), shares.append)
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] == 1


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    path, asked = book(tmp_path, 60_000), count()
    with pytest.raises(Problem, match="已取消"):
        read_workbook(path, cancelled=lambda: next(asked) > 0)


def test_reading_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SECONDS", -1)
    with pytest.raises(Problem, match="过大或结构异常"):
        read_workbook(book(tmp_path, 60_000))


def test_a_refusal_in_the_child_is_the_callers_problem(tmp_path: Path) -> None:
    path = book(tmp_path)
    path.write_bytes(path.read_bytes()[:-50])
    with pytest.raises(Problem, match="没有拷贝完"):
        read_workbook(path)


def test_a_child_that_dies_leaves_a_problem_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "parse", _die)
    with pytest.raises(Problem, match="过大或结构异常"):
        read_workbook(book(tmp_path))


def _die(*_anything: object) -> None:
    os._exit(9)


@pytest.mark.parametrize(("name", "why"), [("没有.xlsx", "没有找到"), (".", "文件夹")])
def test_what_is_no_file_is_said_so(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(Problem, match=why):
        read_workbook(tmp_path / name)


def test_a_file_that_may_not_be_read_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_anything: object) -> None:
        raise PermissionError

    path = book(tmp_path)
    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Problem, match="没有读取权限"):
        read_workbook(path)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a running program's file cannot be replaced")
@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_program_whose_file_is_gone_or_another_by_now_starts_no_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_replaced: bool
) -> None:
    program = tmp_path / "lianxin"
    if is_replaced:
        program.write_text("newer")
    monkeypatch.setattr(sys, "executable", str(program))
    with pytest.raises(Problem, match=r"程序文件.*请关闭连心台账，重新打开后再导入"):
        read_workbook(book(tmp_path))
