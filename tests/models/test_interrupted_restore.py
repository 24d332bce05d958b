"""Killed anywhere in a restore, the next start finds all of the old data or all of the new."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from models.change_chain import history_problems
from models.official import Official, save_official
from models.storage import backup, close_database, open_database, problems, record

ROOT = Path(__file__).parents[2]
RESTORE_UNTIL = """
import os, sys
from pathlib import Path
from models import storage
folder, copy, calls = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
storage.open_database(folder)
whole = storage.verified(copy)
def ends(event, arguments):
    global calls
    if event in ("open", "os.rename", "os.remove", "sqlite3.connect") and str(folder) in str(arguments[0]):
        calls -= 1
        if calls == 0:
            os._exit(9)
sys.addaudithook(ends)
storage.restore(whole)
os._exit(0)
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Data with two leaders and a backup with one of them."""
    folder, stick = tmp_path_factory.mktemp("made") / "data", tmp_path_factory.mktemp("stick")
    open_database(folder)
    save_official(Official(name="张样一", rank=1, is_member=True))
    copy = backup(stick)
    save_official(Official(name="李样二", rank=2, is_member=True))
    close_database()
    return folder, copy


def test_old_or_new_whole_and_never_a_mixture(made: tuple[Path, Path], tmp_path: Path) -> None:
    seen = set()
    for calls in range(1, 200):
        folder = tmp_path / str(calls)
        shutil.copytree(made[0], folder)
        command = [sys.executable, "-c", RESTORE_UNTIL, str(folder), str(made[1]), str(calls)]
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
        open_database(folder)
        names = tuple(row.name for row in Official.select().order_by(Official.rank))
        kept = record.read(folder)
        assert problems() == []
        assert names in (("张样一",), ("张样一", "李样二"))
        assert kept.restoring == ""
        assert history_problems(kept.entries, kept.chain) == []
        assert bool(kept.undo) == (names == ("张样一",))
        assert not list(folder.glob("lianxin.db.part*"))
        close_database()
        seen.add(names)
        if done.returncode == 0:
            break
    assert done.returncode == 0, done.stderr
    assert len(seen) == 2
    assert calls > 10


def test_a_restore_of_which_the_disk_kept_both_names_leaves_no_suspicion(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    """As on a stick or under Windows: the new file has its name, and its old name is there as well."""
    folder = tmp_path / "data"
    shutil.copytree(made[0], folder)
    (folder / "lianxin.db.part-restored").write_bytes(b"")
    record.change(folder, restoring=str(made[1]), entries=1, chain="what the history was before")
    open_database(folder)
    kept = record.read(folder)
    assert kept.restoring == ""
    assert history_problems(kept.entries, kept.chain) == []
    close_database()
