"""A frozen program on a stick or in an archive works, and says that it had better be copied to the PC."""

import sys
import tempfile
from pathlib import Path

import pytest

from gui import started_from
from gui.start import Start
from gui.started_from import advice


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A frozen program in a folder of the PC, whose temporary files go elsewhere."""
    program = tmp_path / "文档" / "lianxin"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return program


def test_from_source_there_is_nothing_to_say() -> None:
    assert advice() == ""


def test_a_program_on_the_pc_has_nothing_to_say(frozen: Path) -> None:
    assert advice() == ""


def test_a_program_on_a_stick_should_be_copied(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(started_from, "away", lambda _: "在U盘或移动硬盘上")
    assert advice().startswith("连心台账的程序文件在U盘或移动硬盘上，断开后会停止工作。请先关闭，")


@pytest.mark.parametrize("room", ["tmp/Temp1_连心台账.zip", "tmp/ark-Ab12", "home/.cache/.fr-Ab12"])
def test_a_program_opened_inside_an_archive_should_be_unpacked(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: str
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / room / "lianxin"))
    assert "从压缩包里直接打开" in advice()


def test_the_window_says_it_once_it_stands(
    folder: Path, frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "tmp" / "7zO41" / "lianxin"))
    start = Start(folder)
    start.open(folder)
    assert start.window is not None
    assert "从压缩包里直接打开" in start.window.noticed
    start.window.root.destroy()
