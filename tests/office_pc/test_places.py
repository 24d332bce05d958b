"""Where the program may lie and where its data goes: sticks, long names, folders nobody may write to."""

import os
import shutil
from pathlib import Path

import pytest

from tests.office_pc.conftest import Lay
from tests.office_pc.program import Program

QUARTER = "2026Q4"


def seen(folder: Path) -> dict[Path, int]:
    """Every file in it, and when it was written."""
    return {path: path.lstat().st_mtime_ns for path in folder.rglob("*")}


def lock_up(folder: Path) -> None:
    """Nobody may write there any more, as on a CD or in a folder of the administrator's."""
    for place, _, files in os.walk(folder, topdown=False):
        for name in files:
            path = Path(place) / name
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & ~0o222)
        Path(place).chmod(0o555)


def works(program: Program, *where: object) -> None:
    """A round of the main job: people in, a workbook out and in again, the visit sheets printed."""
    paper = program.home / "out"
    for command in (
        ("demo", "--leaders", 2),
        ("export", program.home / "全部 记录.xlsx"),
        ("import", program.home / "全部 记录.xlsx"),
        ("print", "quarter_plan", "--period", QUARTER, "--out", f"{paper}/"),
        ("backup", program.home / "备份"),
    ):
        done = program.run(*where, *command)
        assert (done.returncode, command[0]) == (0, command[0]), done.stderr
    assert len(list(paper.glob("*.pdf"))) == 2


def test_data_goes_to_the_users_own_folder_and_nothing_is_written_beside_the_program(
    program: Program,
) -> None:
    before = seen(program.folder)
    works(program)
    assert (program.data / "lianxin.db").is_file()
    assert seen(program.folder) == before


def test_a_data_folder_the_system_names_is_used(program: Program, tmp_path: Path) -> None:
    assert program.run("demo", "--leaders", 1, XDG_DATA_HOME=str(tmp_path / "数据")).returncode == 0
    assert (tmp_path / "数据" / "lianxin-ledger" / "lianxin.db").is_file()
    assert not program.data.exists()


def test_folders_named_in_chinese_with_spaces_are_folders_like_others(lay: Lay, tmp_path: Path) -> None:
    program = lay("新建 文件夹 (2)", "连心 台账")
    data = tmp_path / "我的 数据" / "（市委办）"
    works(program, "--data", data)
    program.open("--data", data)
    assert program.answers(data)


def test_started_from_where_nobody_may_write_it_works_as_ever(lay: Lay) -> None:
    program = lay("光盘", "连心台账")
    lock_up(program.folder)
    before = seen(program.folder)
    works(program)
    program.open()
    assert program.answers()
    assert seen(program.folder) == before


def test_a_home_that_cannot_be_written_is_told_with_its_name_and_nothing_breaks(program: Program) -> None:
    lock_up(program.home)
    done = program.run("due")
    assert done.returncode == 1
    assert f"无法使用数据文件夹“{program.data}”" in done.stderr
    assert "Traceback" not in done.stderr


def test_data_elsewhere_helps_where_the_home_cannot_be_written(program: Program, tmp_path: Path) -> None:
    lock_up(program.home)
    data = tmp_path / "D盘" / "台账"
    assert program.run("--data", data, "demo", "--leaders", 1).returncode == 0
    program.open("--data", data)
    assert program.answers(data)


def test_a_relative_data_folder_is_taken_from_where_one_stands(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "这里").mkdir()
    monkeypatch.chdir(tmp_path / "这里")
    assert program.run("--data", "台账", "demo", "--leaders", 1).returncode == 0
    assert (tmp_path / "这里" / "台账" / "lianxin.db").is_file()


def test_a_program_moved_to_another_folder_finds_the_data_again(program: Program, tmp_path: Path) -> None:
    program.run("demo", "--leaders", 1)
    before = program.run("progress", QUARTER, "--json").stdout
    shutil.move(program.folder, tmp_path / "别处")
    program.command = [part.replace(str(program.folder), str(tmp_path / "别处")) for part in program.command]
    assert program.run("progress", QUARTER, "--json").stdout == before != ""
