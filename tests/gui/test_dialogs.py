from pathlib import Path
from typing import Any

import pytest
import ttkbootstrap as ttk

from gui import dialogs

PARENT: Any = None


@pytest.fixture
def opened_at(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Where each chooser opened; each chooses 甲.xlsx in a folder of its own."""
    places: list[str] = []
    (tmp_path / "表").mkdir()

    def choose(_parent: object, *, initialdir: str, **_: object) -> str:
        places.append(initialdir)
        return str(tmp_path / "表" / "甲.xlsx")

    monkeypatch.setattr(ttk.Querybox, "get_open_filename", choose)
    monkeypatch.setattr(dialogs._Recent, "folder", Path.home())
    return places


def test_the_next_file_is_looked_for_where_the_last_one_was(opened_at: list[str], tmp_path: Path) -> None:
    dialogs.ask_open_file(PARENT, "导入哪个文件？", dialogs.WORKBOOKS)
    dialogs.ask_open_file(PARENT, "导入哪个文件？", dialogs.WORKBOOKS)
    assert opened_at == [str(Path.home()), str(tmp_path / "表")]


def test_a_folder_that_is_gone_is_not_looked_in(opened_at: list[str], tmp_path: Path) -> None:
    dialogs.ask_open_file(PARENT, "导入哪个文件？", dialogs.WORKBOOKS)
    (tmp_path / "表").rmdir()
    dialogs.ask_open_file(PARENT, "导入哪个文件？", dialogs.WORKBOOKS)
    assert opened_at[1] == str(Path.home())
