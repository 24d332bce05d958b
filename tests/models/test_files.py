"""Files that are whole or not there, and whose name is on the disk too."""

import errno
from pathlib import Path

import pytest

from models.rules.problem import Problem
from models.storage import files
from models.storage.files import replacing


def test_a_name_that_the_disk_does_not_confirm_is_not_called_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_folder: Path) -> None:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(files, "sync_folder", refuses)
    with pytest.raises(Problem, match="已经写好，但磁盘没有确认"), replacing(tmp_path / "表.pdf") as part:
        part.write_bytes(b"new")
    assert (tmp_path / "表.pdf").read_bytes() == b"new"


def test_the_file_is_synced_by_its_own_name_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    monkeypatch.setattr(files, "sync", lambda path: synced.append(path.name))
    with replacing(tmp_path / "表.pdf") as part:
        part.write_bytes(b"new")
    assert synced == ["表.pdf.part", "表.pdf"]
