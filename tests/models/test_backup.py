"""A backup has its name only after it was read back and found the same; the live file is never touched."""

import errno
import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pytest

from models.official import Official, save_official
from models.rules.problem import Problem
from models.storage import (
    SuddenLoss,
    backup,
    close_database,
    last_backup,
    open_database,
    problems,
    record,
    verified,
)
from models.storage import container as sealing
from models.storage.backups import Wish, taken
from models.storage.container import Header, NeedsSecret
from models.storage.copies import copies_in
from models.storage.database import FILE_NAME
from models.storage.image import in_memory
from models.storage.keys import WrongSecret
from tests.models.failing_disk import a_shared_place, as_somebody_without_rights, no_file_larger_than

MODULE = "models.storage.backups"


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
    with in_memory(verified(path).data) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert copy.execute("SELECT name FROM official").fetchall() == [("张样一",)]
        assert copy.execute("SELECT COUNT(*) FROM duty_rule").fetchone() == (7,)
    assert list(stick.iterdir()) == [path]


def test_its_name_fits_every_file_system(stick: Path) -> None:
    assert re.fullmatch(r"lianxin-\d{8}-\d{6}-00001\.ldzb", backup(stick).name)


def test_when_and_where_it_was_made_is_remembered(office: Path, stick: Path) -> None:
    assert last_backup(office) is None
    path = backup(stick)
    assert last_backup(office)[1] == str(path)


def test_a_copy_on_the_same_disk_is_no_backup_to_rely_on(office: Path) -> None:
    backup(office / "backups")
    assert last_backup(office) is None


def test_what_the_first_version_remembered_still_counts(office: Path, stick: Path) -> None:
    line = '{"at": "2026-03-05T08:15:00", "path": "/媒/lianxin-20260305-081500-1.lxbak"}'
    (office / "last-backup.json").write_text(line, "utf-8")
    assert last_backup(office) == (datetime(2026, 3, 5, 8, 15), "/媒/lianxin-20260305-081500-1.lxbak")


def test_two_backups_within_a_second_are_two_files(office: Path, stick: Path) -> None:
    assert {backup(stick), backup(stick), backup(stick)} == set(stick.iterdir())


def test_the_data_folder_itself_is_no_place_for_a_backup(office: Path) -> None:
    with pytest.raises(Problem, match="数据文件夹以外"):
        backup(office)
    with pytest.raises(Problem, match="数据文件夹以外"):
        backup(office / ".." / office.name)


def test_a_snapshot_left_by_a_crash_is_no_hindrance(office: Path, stick: Path) -> None:
    (office / "snapshot.tmp").write_bytes(b"half of something")
    assert backup(stick).is_file()


def test_two_backups_at_once_are_not_made(stick: Path) -> None:
    with taken(Wish(stick)), pytest.raises(Problem, match="正在备份，请等它完成。"):
        backup(stick)
    backup(stick)


# --- numbers, names, what stays


def test_backups_are_numbered_on_whatever_the_clock_says(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in (2026, 2036, 1970, 2026):
        monkeypatch.setattr(f"{MODULE}.datetime", a_clock_in(year))
        backup(stick)
    assert [(copy.about.number, copy.at.year) for copy in copies_in(stick)] == [
        (4, 2026),
        (3, 1970),
        (2, 2036),
        (1, 2026),
    ]


def test_a_lost_record_does_not_begin_numbers_anew_that_are_taken(office: Path, stick: Path) -> None:
    backup(stick)
    record.write(office, record.Record(office=record.read(office).office))
    backup(stick)
    assert [copy.about.number for copy in copies_in(stick)] == [2, 1]


def test_what_was_cut_off_half_way_is_cleared_away_next_time(stick: Path) -> None:
    stick.mkdir()
    left, foreign = stick / "lianxin-20260101-000000-00009.ldzb.part", stick / "论文.part"
    left.write_bytes(b"half")
    foreign.write_bytes(b"theirs")
    backup(stick)
    assert not left.exists()
    assert foreign.exists()


def test_nothing_else_in_the_folder_is_looked_at(stick: Path) -> None:
    backup(stick)
    for name in ("autorun.inf", "照片.lnk", "lianxin-20260101-000000-00009.ldzb", "lianxin-x.ldzb"):
        (stick / name).write_bytes(b"MZ")
    (stick / "lianxin-20260101-000000-00010.ldzb").symlink_to(stick / "照片.lnk")
    assert [copy.about.number for copy in copies_in(stick)] == [1]


def test_the_newest_ten_stay_and_all_of_another_office(stick: Path, office: Path) -> None:
    theirs = backup(stick)
    record.write(office, record.Record())
    for _ in range(12):
        backup(stick)
    numbers = [copy.about.number for copy in copies_in(stick) if copy.path != theirs]
    assert numbers == list(range(13, 3, -1))
    assert theirs.exists()


def test_a_sudden_loss_of_a_fifth_asks_first_and_pushes_nothing_out(office: Path, stick: Path) -> None:
    kept = backup(stick)
    record.change(office, counts={"official": 10, "activity": 5})
    with pytest.raises(SuddenLoss, match="少了 9 位干部。没有备份，原有备份都在。"):
        backup(stick)
    assert list(stick.iterdir()) == [kept]
    backup(stick, loss_is_meant=True)
    backup(stick)


# --- who may read it


def test_a_copy_of_data_without_a_password_is_plain_and_says_so(stick: Path) -> None:
    contents = verified(backup(stick)).contents
    assert not contents.is_sealed


def test_a_copy_may_have_a_password_of_its_own(stick: Path) -> None:
    path = backup(stick, password="只有这一份的密码")
    assert "张样一".encode() not in path.read_bytes()
    with pytest.raises(NeedsSecret):
        verified(path)
    with pytest.raises(WrongSecret):
        verified(path, "别的密码")
    assert verified(path, "只有这一份的密码").contents.is_sealed


# --- how disks fail


def test_a_full_disk_is_told_and_leaves_nothing(office: Path, stick: Path) -> None:
    with no_file_larger_than(20_000), pytest.raises(Problem, match="备份没有完成"):
        backup(stick)
    assert not list(stick.glob("*"))
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
    monkeypatch.setattr(f"{MODULE}.seal", half_then(error))
    with pytest.raises(Problem, match=f"备份没有完成：{told}。原有备份和数据都没有改变。"):
        backup(stick)
    assert list(stick.iterdir()) == [older]
    assert last_backup(office) == remembered


@pytest.mark.parametrize("place", [3, 40, 2000, -1])
def test_a_stick_that_gives_back_other_bytes_is_found_out(
    office: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    monkeypatch.setattr(f"{MODULE}.seal", with_one_bit_turned(place))
    with pytest.raises(Problem, match="读回来不一致，这个磁盘或 U 盘不可靠，请更换。原有备份仍在。"):
        backup(stick)
    assert not list(stick.iterdir())
    assert last_backup(office) is None


def test_a_stick_too_small_is_told_before_anything_is_written(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{MODULE}.shutil.disk_usage", lambda _folder: _Usage(2_000_000, 1_999_000, 1_000))
    with pytest.raises(Problem, match=r"磁盘空间不足，.*只剩 0 MB，备份需要 1 MB。"):
        backup(stick)
    assert not list(stick.iterdir())


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


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


def half_then(error: int) -> Callable[..., None]:
    def write(file: BinaryIO, header: Header, key: bytes, pieces: Iterable[bytes]) -> None:
        file.write(next(iter(pieces)))
        raise OSError(error, os.strerror(error))

    return write


def with_one_bit_turned(place: int) -> Callable[..., None]:
    def write(file: BinaryIO, header: Header, key: bytes, pieces: Iterable[bytes]) -> None:
        sealing.seal(file, header, key, pieces)
        at = place if place >= 0 else file.tell() + place
        file.flush()
        with Path(file.name).open("r+b") as again:
            again.seek(at)
            (byte,) = again.read(1)
            again.seek(at)
            again.write(bytes([byte ^ 1]))

    return write


def a_clock_in(year: int) -> type[datetime]:
    class Clock(datetime):
        @classmethod
        def now(cls) -> datetime:  # type: ignore[override]
            return datetime(year, 11, 25, 8, 15)

    return Clock
