"""全部核对: all backups that can be reached are read again; those of no use are marked, and it is said so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gui.pages.backup import BackupPage
from gui.window import Window
from models import storage
from models.official import Official
from models.storage import record
from tests.gui.driving import press, wait_until


@pytest.fixture
def window(zhang: Official, open_window: Callable[..., Window], tmp_path: Path) -> Window:
    """On the page, with three backups: two plain ones and one that has a password of its own."""
    storage.backup(tmp_path / "stick")
    storage.backup(tmp_path / "stick")
    storage.backup(tmp_path / "stick", password="百色 2026 秋天")
    return open_window(BackupPage)


def inspect(window: Window) -> str:
    press(window.root, "<Control-m>")
    wait_until(window, lambda: window.noticed)
    return window.noticed


def states(window: Window) -> list[str]:
    return [row[4] for row in window.page.list.table.shown()]


def test_whole_backups_are_told_whole_and_when_is_remembered(window: Window, office: Path) -> None:
    assert window.page.care.texts[2] == ("全部核对", "▲ 从未 ›")
    assert inspect(window) == "✓ 核对了 2 份备份，全部完好。另有 1 份要用它自己的密码，没有核对。"
    assert window.page.care.texts[2][1].startswith("✓ 今天")
    assert record.read(office).inspected_at
    assert states(window) == ["已加密", "未加密", "未加密"]


def test_a_decayed_backup_is_told_and_marked(window: Window) -> None:
    oldest: Path = window.page.list.table.rows.items[2].path
    data = bytearray(oldest.read_bytes())
    data[len(data) // 2] ^= 1
    oldest.write_bytes(data)
    told = inspect(window)
    assert told.startswith("● 1 份备份不能用了，列表里已标出，例如：")
    assert "其余 1 份完好。" in told
    assert told.endswith("请马上再备份一次，并换一个U盘。")
    assert states(window) == ["已加密", "未加密", "● 损坏"]


def test_it_is_done_from_the_card_beside_the_list(window: Window) -> None:
    window.page.care._lines[2].run()
    wait_until(window, lambda: "全部完好" in window.noticed)
