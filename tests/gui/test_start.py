"""The window's start where the database cannot be opened."""

from pathlib import Path

import pytest

from gui import dialogs, start
from gui.start import run


def test_a_second_start_is_told_that_the_program_is_open(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(start, "PATIENCE_S", 0.1)
    monkeypatch.setattr(dialogs, "inform", lambda _parent, _title, message: told.append(message))
    assert run(office) is False
    assert "已经打开" in told[0]
