"""Where the one file unpacks itself: what killed runs left goes, what is in use or another's stays."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from models.storage.unpacked import clear_left_behind, hold_own

HOURS = 3600


@pytest.fixture
def unpacked(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a folder as if the program had been unpacked there."""

    def unpacked_(name: str) -> Path:
        folder = tmp_path / name
        (folder / "assets").mkdir(parents=True)
        (folder / "assets" / "divisions.csv").touch()
        return folder

    return unpacked_


@pytest.fixture
def own(unpacked: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = unpacked("_MEI0own")
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    hold_own.cache_clear()
    return folder


def test_what_a_killed_run_left_goes_and_our_own_stays(own: Path, unpacked: Callable[[str], Path]) -> None:
    hold_own()
    left = unpacked("_MEI1left")
    (left / "lianxin.lock").touch()
    clear_left_behind()
    assert not left.exists()
    assert own.exists()


def test_what_another_run_uses_stays(own: Path, unpacked: Callable[[str], Path]) -> None:
    used = unpacked("_MEI2used")
    with FileLock(used / "lianxin.lock"):
        clear_left_behind()
    assert used.exists()


def test_what_is_being_unpacked_stays_and_goes_when_it_is_old(
    own: Path, unpacked: Callable[[str], Path]
) -> None:
    fresh, old = unpacked("_MEI3fresh"), unpacked("_MEI4old")
    os.utime(old, (0, time.time() - 2 * HOURS))
    clear_left_behind()
    assert fresh.exists()
    assert not old.exists()


def test_folders_of_other_programs_stay(own: Path, tmp_path: Path) -> None:
    other = tmp_path / "_MEI5other"
    other.mkdir()
    (other / "lianxin.lock").touch()
    os.utime(other, (0, 0))
    clear_left_behind()
    assert other.exists()


@pytest.mark.parametrize("place", ["", "/opt/lianxin-folder/_internal"])
def test_from_source_and_in_the_folder_build_there_is_nothing_to_hold(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", place, raising=False)
    hold_own.cache_clear()
    assert hold_own() is None
    clear_left_behind()
