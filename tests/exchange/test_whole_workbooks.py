"""A workbook is whole or not there, and what was laid down for it on the way does not stay."""

import shutil
import tempfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from models.exchange.exporting import export_workbook
from models.exchange.template import write_template
from models.rules.problem import Problem
from models.storage import close_database, open_database
from models.storage.temporary import temporary_room


def test_a_sheet_that_the_temporary_folder_lost_is_no_export(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "全部.xlsx").write_bytes(b"before")
    real = ZipFile.write

    def loses_one(self: ZipFile, filename: str, arcname: str | None = None, *more: object) -> None:
        if arcname and arcname.endswith("sheet3.xml"):
            Path(filename).write_bytes(Path(filename).read_bytes()[:-40])
        real(self, filename, arcname, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(ZipFile, "write", loses_one)
    with pytest.raises(Problem, match="没有写完整"):
        export_workbook(tmp_path / "全部.xlsx")
    assert (tmp_path / "全部.xlsx").read_bytes() == b"before"
    with pytest.raises(Problem, match="没有写完整"):
        write_template(tmp_path / "模板.xlsx")


def test_what_a_kill_leaves_of_an_export_is_wiped_at_the_next_start(office: Path, tmp_path: Path) -> None:
    with temporary_room():
        with tempfile.NamedTemporaryFile(delete=False) as left:
            left.write(b"13800001234")
        room = Path(left.name).parent
        shutil.copytree(room, room.with_name("temporary-killed"))
    assert room.parent == office
    assert not room.exists()
    close_database()
    open_database(office)
    assert not list(office.glob("temporary-*"))
