"""The data folder is opened by one program at a time, and only if the file in it is ours and sound."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.base import database
from models.official import Official, leaders, save_official
from models.rules.problem import Problem
from models.storage import close_database, fingerprint, open_database, problems
from models.storage.copies import read_copy
from models.storage.database import FILE_NAME, PRAGMAS
from models.storage.image import in_memory
from models.storage.steps import APPLICATION_ID, VERSION

ROOT = Path(__file__).parents[2]
WRONG = {
    "locking_mode": "NORMAL",
    "journal_mode": "WAL",
    "synchronous": "NORMAL",
    "foreign_keys": "OFF",
    "secure_delete": "OFF",
    "temp_store": "FILE",
    "trusted_schema": "ON",
    "cell_size_check": "OFF",
    "mmap_size": 1_000_000,
}
HOLD_OPEN = """
import sys, time
from pathlib import Path
from models.storage import open_database
from models.official import Official
from models.writing import writing
open_database(Path(sys.argv[1]))
with writing("样"):
    Official.create(name="李样二", name_key="李样二", rank=2)
    print("open", flush=True)
    time.sleep(60)
"""
KEEP_LOCKED = """
import sqlite3, sys, time
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
time.sleep(60)
"""


@pytest.fixture
def closed_office(office: Path) -> Path:
    """A data folder with one leader in it, closed again."""
    save_official(Official(name="张样一", rank=1, is_member=True))
    close_database()
    return office


@pytest.fixture
def other_program(closed_office: Path) -> Iterator[subprocess.Popen[str]]:
    """The same program in another process, with that folder open and half a change written."""
    command = [sys.executable, "-c", HOLD_OPEN, str(closed_office)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


# --- a folder of one's own


def test_a_folder_that_is_not_there_yet_is_made_with_an_empty_office_in_it(folder: Path) -> None:
    open_database(folder / "深" / "一层")
    assert (folder / "深" / "一层" / FILE_NAME).is_file()
    assert leaders() == []


def test_what_was_kept_is_there_next_time(closed_office: Path) -> None:
    open_database(closed_office)
    assert [official.name for official in leaders()] == ["张样一"]
    assert problems() == []


def test_closing_twice_does_no_harm(closed_office: Path) -> None:
    close_database()
    close_database()
    open_database(closed_office)


def test_a_folder_that_is_really_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("样")
    with pytest.raises(Problem, match="无法使用数据文件夹"):
        open_database(tmp_path / "data")


def test_a_disk_too_full_for_an_empty_office_is_told_and_nothing_is_left_there(folder: Path) -> None:
    _, hard = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, hard))
    try:
        with pytest.raises(Problem, match="无法新建数据文件"):
            open_database(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not list(folder.glob("*.db*"))


# --- how the connection keeps its promise


def test_the_safety_settings_are_in_force(office: Path) -> None:
    actual = {name: database.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    assert actual == {
        "locking_mode": "exclusive",
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
    }


@pytest.mark.parametrize("name", PRAGMAS)
def test_a_safety_setting_that_does_not_take_is_refused(
    closed_office: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setitem(PRAGMAS, name, (WRONG[name], PRAGMAS[name][1]))
        with pytest.raises(Problem, match=f"{name} 未生效"):
            open_database(closed_office)
    open_database(closed_office)
    assert len(leaders()) == 1


# --- files that are not ours, or not whole


def a_foreign_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE official (name TEXT)")
    other.close()


def a_newer_database(path: Path) -> None:
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    path.with_name(fingerprint.NAME).unlink()


def a_text_file(path: Path) -> None:
    path.write_text("走访台账\n" * 100, "utf-8")


def an_empty_file(path: Path) -> None:
    path.write_bytes(b"")


def half_a_file(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def a_file_short_of_its_last_byte(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)


def a_header_alone(path: Path) -> None:
    os.truncate(path, 100)


def a_file_with_a_page_of_noise(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(range(256)) * 16)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (a_foreign_database, "其他程序的数据文件"),
        (a_newer_database, "更新版本"),
        (a_text_file, "不是连心台账的数据文件"),
        (an_empty_file, "已损坏"),
        (half_a_file, "已损坏"),
        (a_file_short_of_its_last_byte, "已损坏"),
        (a_header_alone, "已损坏"),
        (a_file_with_a_page_of_noise, "已损坏"),
    ],
)
def test_what_is_not_ours_or_not_whole_is_refused_and_left_as_it_is(
    closed_office: Path, spoil, told: str
) -> None:
    path = closed_office / FILE_NAME
    spoil(path)
    before, beside = path.read_bytes(), set(closed_office.iterdir())
    with pytest.raises(Problem, match=told):
        open_database(closed_office)
    assert path.read_bytes() == before
    assert set(closed_office.iterdir()) == beside


def test_a_folder_in_the_files_place_is_refused(folder: Path) -> None:
    (folder / FILE_NAME).mkdir(parents=True)
    with pytest.raises(Problem, match="无法读取数据文件"):
        open_database(folder)


def test_after_a_refusal_the_mended_folder_opens(closed_office: Path, tmp_path: Path) -> None:
    kept = shutil.copy(closed_office / FILE_NAME, tmp_path / "kept")
    an_empty_file(closed_office / FILE_NAME)
    with pytest.raises(Problem):
        open_database(closed_office)
    shutil.copy(kept, closed_office / FILE_NAME)
    open_database(closed_office)
    assert len(leaders()) == 1


# --- one program at a time


def test_a_second_start_is_told_that_the_program_is_open(
    closed_office: Path, other_program: subprocess.Popen[str]
) -> None:
    with pytest.raises(Problem, match="已经打开"):
        open_database(closed_office)


def test_a_program_that_was_killed_leaves_neither_a_lock_nor_half_a_change(
    closed_office: Path, other_program: subprocess.Popen[str]
) -> None:
    other_program.kill()
    other_program.wait()
    open_database(closed_office)
    assert [official.name for official in leaders()] == ["张样一"]
    assert problems() == []


def test_whoever_opens_the_file_itself_meanwhile_makes_the_program_wait_outside(closed_office: Path) -> None:
    command = [sys.executable, "-c", KEEP_LOCKED, str(closed_office / FILE_NAME)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "locked\n"
        with pytest.raises(Problem, match="正被占用"):
            open_database(closed_office)
        other.kill()
    open_database(closed_office)


# --- older files


def an_older_database(path: Path) -> None:
    """Ours, of a version before the first table."""
    path.unlink()
    with sqlite3.connect(path) as older:
        older.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        older.execute("CREATE TABLE remembered (word TEXT)")
    older.close()
    path.with_name(fingerprint.NAME).unlink()


def test_an_older_file_is_backed_up_and_brought_up_to_date(closed_office: Path) -> None:
    an_older_database(closed_office / FILE_NAME)
    open_database(closed_office)
    assert database.execute_sql("PRAGMA user_version").fetchone()[0] == VERSION
    (kept,) = (closed_office / "backups").iterdir()
    pieces: list[bytes] = []
    assert read_copy(kept, take=pieces.append).manifest.version == 0
    with in_memory(b"".join(pieces)) as copy:
        assert copy.execute("SELECT * FROM remembered").fetchall() == []


def test_a_step_that_fails_leaves_the_older_file_as_it_was(closed_office: Path) -> None:
    path = closed_office / FILE_NAME
    an_older_database(path)
    with sqlite3.connect(path) as older:
        older.execute("CREATE TABLE official (in_the_way TEXT)")
    older.close()
    before = path.read_bytes()
    with pytest.raises(Problem):
        open_database(closed_office)
    assert path.read_bytes() == before
    assert not list(closed_office.glob("*.part*"))
