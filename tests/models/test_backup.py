"""A backup has its name only after it was read back and found the same; the live file is never touched."""

import errno
import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.official import Official, save_official
from models.rules.problem import Problem
from models.storage import backup, close_database, last_backup, open_database, problems
from models.storage.database import FILE_NAME

NOBODY = 65534


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder elsewhere, as on a stick."""
    return tmp_path / "stick"


@pytest.fixture(autouse=True)
def the_live_file_is_never_touched(office: Path) -> Iterator[None]:
    save_official(Official(name="张样一", rank=1, is_member=True))
    before = (office / FILE_NAME).read_bytes()
    yield
    assert (office / FILE_NAME).read_bytes() == before
    assert not (office / "snapshot.tmp").exists()
    assert problems() == []


def test_a_backup_is_a_whole_copy(office: Path, stick: Path) -> None:
    path = backup(stick)
    with sqlite3.connect(path) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert copy.execute("SELECT name FROM official").fetchall() == [("张样一",)]
        assert copy.execute("SELECT COUNT(*) FROM duty_rule").fetchone() == (7,)
    copy.close()
    assert list(stick.iterdir()) == [path]


def test_when_and_where_it_was_made_is_remembered(office: Path, stick: Path) -> None:
    assert last_backup(office) is None
    path = backup(stick)
    assert last_backup(office)[1] == str(path)


def test_two_backups_within_a_second_are_two_files(office: Path, stick: Path) -> None:
    assert {backup(stick), backup(stick), backup(stick)} == set(stick.iterdir())


def test_a_restored_copy_opens_with_everything_in_it(office: Path, stick: Path, tmp_path: Path) -> None:
    path = backup(stick)
    again = tmp_path / "again"
    again.mkdir()
    shutil.copy(path, again / FILE_NAME)
    with sqlite3.connect(again / FILE_NAME) as copy:
        assert copy.execute("SELECT name FROM official").fetchall() == [("张样一",)]
    copy.close()


def test_the_data_folder_itself_is_no_place_for_a_backup(office: Path) -> None:
    with pytest.raises(Problem, match="数据文件夹以外"):
        backup(office)
    with pytest.raises(Problem, match="数据文件夹以外"):
        backup(office / ".." / office.name)


def test_a_snapshot_left_by_a_crash_is_no_hindrance(office: Path, stick: Path) -> None:
    (office / "snapshot.tmp").write_bytes(b"half of something")
    assert backup(stick).is_file()


def test_a_full_disk_is_told_and_leaves_nothing(office: Path, stick: Path) -> None:
    with no_file_larger_than(20_000), pytest.raises(Problem, match="备份没有完成"):
        backup(stick)
    assert not list(stick.iterdir())
    assert last_backup(office) is None


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EIO, "磁盘读写出错"),
        (errno.ENODEV, "磁盘已断开"),
        (errno.EROFS, "磁盘是只读的"),
    ],
)
def test_a_stick_that_fails_half_way_is_told_and_keeps_its_older_copies(
    office: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, error: int, told: str
) -> None:
    older = backup(stick)
    remembered = last_backup(office)
    monkeypatch.setattr(shutil, "copyfile", half_then(error))
    with pytest.raises(Problem, match=told):
        backup(stick)
    assert list(stick.iterdir()) == [older]
    assert last_backup(office) == remembered


def test_a_stick_that_gives_back_other_bytes_is_found_out(
    office: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "copyfile", with_one_bit_turned)
    with pytest.raises(Problem, match="读回来不一致"):
        backup(stick)
    assert not list(stick.iterdir())
    assert last_backup(office) is None


def test_a_folder_that_may_not_be_written_to_is_told(office: Path) -> None:
    close_database()
    with a_shared_place() as place, as_somebody_without_rights():
        locked = place / "locked"
        locked.mkdir(mode=0o555)
        open_database(place / "data")
        with pytest.raises(Problem, match="没有写入权限"):
            backup(locked)
        assert not list(locked.iterdir())
        close_database()
    open_database(office)


def test_a_target_that_is_a_file_is_told(office: Path, stick: Path) -> None:
    stick.write_text("样")
    with pytest.raises(Problem, match="备份没有完成"):
        backup(stick)
    assert stick.read_text() == "样"


# --- how disks fail


def half_then(error: int) -> Callable[[Path, Path], None]:
    def copy(source: Path, target: Path) -> None:
        content = Path(source).read_bytes()
        Path(target).write_bytes(content[: len(content) // 2])
        raise OSError(error, os.strerror(error))

    return copy


def with_one_bit_turned(source: Path, target: Path) -> None:
    content = bytearray(Path(source).read_bytes())
    content[5000] ^= 1
    Path(target).write_bytes(content)


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    _, hard = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def a_shared_place() -> Iterator[Path]:
    """A folder everybody may write to, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


@contextmanager
def as_somebody_without_rights() -> Iterator[None]:
    """Root may write anywhere, so root's tests do this as nobody."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)
