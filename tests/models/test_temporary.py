"""Libraries' temporary files lie beside the data, and go with the block that made them."""

import os
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from models.storage.temporary import temporary_room, wipe_rooms


def test_what_libraries_write_lies_beside_the_data_and_is_gone_afterwards(office: Path) -> None:
    before = tempfile.gettempdir()
    with temporary_room():
        with tempfile.NamedTemporaryFile(delete=False) as file:
            pass
        assert Path(file.name).parent.parent == office
    assert not list(office.glob("temporary-*"))
    assert tempfile.gettempdir() == before


def test_a_folder_that_is_not_let_go_of_is_wiped_at_the_next_start(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> NoReturn:
        raise PermissionError(13, os.strerror(13))

    with monkeypatch.context() as disk:
        disk.setattr(os, "scandir", refuse)
        with temporary_room():
            Path(tempfile.gettempdir(), "样").write_text("样", "utf-8")
    assert len(list(office.glob("temporary-*"))) == 1
    wipe_rooms(office)
    assert not list(office.glob("temporary-*"))
