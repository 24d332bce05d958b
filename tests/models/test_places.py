"""The live data lies on the PC's own disk; copies may go anywhere."""

from pathlib import Path

import pytest

from models.rules.problem import Problem
from models.storage import Refused, Why, close_database, open_database, places

MOUNTS = """22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 8:17 / {tmp}/U\\040盘 rw,nosuid - vfat /dev/sdb1 rw
31 22 0:50 / {tmp}/share rw - cifs //server/样 rw
32 22 8:18 / {tmp}/share/disk rw - ext4 /dev/sdc1 rw
"""


@pytest.fixture(autouse=True)
def a_pc_with_a_stick_and_a_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick at “U 盘”, a share, and over a folder of it a disk of the PC's own."""
    (tmp_path / "mounts").write_text(MOUNTS.format(tmp=tmp_path), "utf-8")
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "mounts")
    monkeypatch.setattr(places, "_BLOCKS", tmp_path / "block")
    for disk, removable in (("sda", "0"), ("sdb", "1"), ("sdc", "0")):
        real = tmp_path / "devices" / disk / f"{disk}1"
        real.mkdir(parents=True)
        (real.parent / "removable").write_text(removable + "\n")
        (tmp_path / "block").mkdir(exist_ok=True)
        (tmp_path / "block" / f"{disk}1").symlink_to(real)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("U 盘/data", "在U盘或移动硬盘上"),
        ("share/data", "在网络盘上"),
        ("OneDrive - 样市政府/台账", "会自动同步的云盘文件夹“OneDrive - 样市政府”"),
        ("Nutstore/1/台账", "会自动同步的云盘文件夹"),
        ("百度网盘同步空间/台账", "会自动同步的云盘文件夹"),
    ],
)
def test_a_place_that_comes_and_goes_is_refused_and_nothing_is_made_there(
    tmp_path: Path, place: str, told: str
) -> None:
    with pytest.raises(Refused, match=told) as refusal:
        open_database(tmp_path / place)
    assert refusal.value.why is Why.PLACE
    assert not (tmp_path / place).exists()


def test_a_link_to_such_a_place_is_that_place(tmp_path: Path) -> None:
    (tmp_path / "U 盘").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "U 盘")
    with pytest.raises(Problem, match="在U盘或移动硬盘上"):
        open_database(tmp_path / "here" / "data")


@pytest.mark.parametrize("place", ["data", "share/disk/data", "我的文档/onde/data"])
def test_the_pcs_own_disks_are_fine(tmp_path: Path, place: str) -> None:
    open_database(tmp_path / place)


def test_a_system_that_does_not_tell_its_mounts_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "nothing")
    open_database(tmp_path / "data")
    close_database()
