"""Sticks are found where they are plugged in, known by serial and marker, and get only sealed copies."""

from pathlib import Path

import pytest

from models.official import Official, save_official
from models.storage import StickNeedsPassword, backup, keys, last_backup, password, places, record, verified
from models.storage import sticks as found
from models.storage.sticks import FOLDER, MARKER, mark_stick, stick_of, sticks

MOUNTS = """22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 8:17 / {tmp}/U\\040盘 rw,nosuid - vfat /dev/sdb1 rw
32 22 8:33 / {tmp}/B rw - exfat /dev/sdc1 rw
"""


@pytest.fixture(autouse=True)
def two_sticks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """As Linux shows them: one at “U 盘”, serial A1B2-C3D4, one at “B” without a serial."""
    (tmp_path / "mounts").write_text(MOUNTS.format(tmp=tmp_path), "utf-8")
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "mounts")
    monkeypatch.setattr(places, "_BLOCKS", tmp_path / "block")
    monkeypatch.setattr(found, "_BY_UUID", tmp_path / "by-uuid")
    for disk, removable in (("sda", "0"), ("sdb", "1"), ("sdc", "1")):
        real = tmp_path / "devices" / disk / f"{disk}1"
        real.mkdir(parents=True)
        (real.parent / "removable").write_text(removable + "\n")
        (tmp_path / "block").mkdir(exist_ok=True)
        (tmp_path / "block" / f"{disk}1").symlink_to(real)
    (tmp_path / "by-uuid").mkdir()
    (tmp_path / "by-uuid" / "A1B2-C3D4").symlink_to("/dev/sdb1")
    one, other = tmp_path / "U 盘", tmp_path / "B"
    one.mkdir()
    other.mkdir()
    return one, other


def test_sticks_are_found_with_their_serials_and_nothing_is_written_for_that(
    two_sticks: tuple[Path, Path],
) -> None:
    assert {(stick.root, stick.serial, stick.mark) for stick in sticks()} == {
        (two_sticks[0], "A1B2-C3D4", ""),
        (two_sticks[1], "", ""),
    }
    assert not [path for root in two_sticks for path in root.iterdir()]


def test_a_marked_stick_is_known_again_a_copied_marker_is_not(two_sticks: tuple[Path, Path]) -> None:
    one, other = two_sticks
    mark = mark_stick(stick_of(one))
    assert stick_of(one / FOLDER).mark == mark
    (other / MARKER).write_bytes((one / MARKER).read_bytes())
    assert stick_of(other).mark == ""


@pytest.mark.parametrize("text", ["", "{}", "[]", "样", '{"mark": 7, "serial": "A1B2-C3D4"}', "[" * 900])
def test_a_marker_that_is_none_is_passed_over(two_sticks: tuple[Path, Path], text: str) -> None:
    (two_sticks[0] / MARKER).write_text(text, "utf-8")
    assert stick_of(two_sticks[0]).mark == ""


def test_a_folder_of_the_pc_is_on_no_stick(tmp_path: Path) -> None:
    assert stick_of(tmp_path) is None


def test_a_backup_on_a_stick_asks_for_a_password_first(office: Path, two_sticks: tuple[Path, Path]) -> None:
    save_official(Official(name="张样一", rank=1, is_member=True))
    with pytest.raises(StickNeedsPassword, match="要加密。请给这份备份设一个密码"):
        backup(two_sticks[0] / FOLDER)
    assert not list(two_sticks[0].iterdir())
    path = backup(two_sticks[0] / FOLDER, password="只有这一份的密码")
    assert "张样一".encode() not in path.read_bytes()
    assert verified(path, "只有这一份的密码").contents.is_sealed


def test_data_with_a_password_goes_to_a_stick_unasked_and_the_stick_is_known_from_then_on(
    office: Path, two_sticks: tuple[Path, Path]
) -> None:
    password.set_password("百色 2026 秋天")
    path = backup(two_sticks[0] / FOLDER)
    assert keys.held() is not None
    (place,) = record.read(office).places
    assert place.stick == stick_of(path).mark != ""
    assert last_backup(office)[1] == str(path)


def test_a_stick_under_another_letter_is_still_the_same_place(
    office: Path, two_sticks: tuple[Path, Path], tmp_path: Path
) -> None:
    password.set_password("百色 2026 秋天")
    backup(two_sticks[0] / FOLDER)
    moved = tmp_path / "E"
    two_sticks[0].rename(moved)
    text = (tmp_path / "mounts").read_text("utf-8")
    (tmp_path / "mounts").write_text(text.replace("U\\040盘", "E"), "utf-8")
    backup(moved / FOLDER)
    assert [place.folder for place in record.read(office).places] == [str(moved / FOLDER)]
