"""Whatever happened to the closed file is noticed at the next start, before SQLite touches it."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from peewee import DatabaseError, OperationalError

from models.base import database
from models.official import Official, leaders, save_official
from models.rules.problem import Problem
from models.storage import close_database, fingerprint, open_database
from models.storage import database as opening
from models.storage.database import FILE_NAME
from models.storage.fingerprint import End
from models.storage.refusal import Refused, Why
from models.storage.trouble import damage_told
from models.writing import writing

ROOT = Path(__file__).parents[2]
FLIPS = 1_000
UNTIL_KILLED = """
import sys, time
from contextlib import nullcontext
from pathlib import Path
from peewee import DatabaseError, OperationalError

from models import storage
from models.base import database
from models.official import Official
from models.storage import open_database
from models.writing import writing
open_database(Path(sys.argv[1]))
with writing("样"):
    Official.create(name="李样二", name_key="李样二", rank=2, is_member=True)
with writing("样") if sys.argv[2] == "saving" else nullcontext():
    if sys.argv[2] == "saving":
        database.execute_sql("PRAGMA cache_size = 1")
        for number in range(3, 400):
            Official.create(name=f"样{number}", name_key=f"样{number}", rank=number)
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def path(office: Path) -> Path:
    """The closed data file of an office with one leader."""
    save_official(Official(name="张样一", rank=1, is_member=True))
    close_database()
    return office / FILE_NAME


def reopened(path: Path) -> End:
    open_database(path.parent)
    return opening.last_end()


def refused(path: Path) -> Why:
    with pytest.raises(Refused) as refusal:
        open_database(path.parent)
    return refusal.value.why


def killed(path: Path, when: str) -> None:
    """The program opened the file in another process and was killed while it saved, or while it was idle."""
    command = [sys.executable, "-c", UNTIL_KILLED, str(path.parent), when]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        process.kill()


def journal_of(path: Path) -> Path:
    return path.with_name(FILE_NAME + "-journal")


# --- the closed file


def test_a_file_that_is_as_it_was_closed_opens(path: Path) -> None:
    assert reopened(path) is End.CLEAN


def test_of_a_thousand_bits_flipped_each_alone_every_one_is_noticed(path: Path) -> None:
    whole, dice = path.read_bytes(), random.Random(6)
    for _ in range(FLIPS):
        flipped = bytearray(whole)
        flipped[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        path.write_bytes(flipped)
        with pytest.raises(Refused):
            open_database(path.parent)
        assert path.read_bytes() == flipped
    path.write_bytes(whole)
    assert reopened(path) is End.CLEAN


def test_another_office_put_in_its_place_is_noticed(path: Path, tmp_path: Path) -> None:
    open_database(tmp_path / "other")
    close_database()
    shutil.copy(tmp_path / "other" / FILE_NAME, path)
    assert refused(path) is Why.CHANGED


def test_a_file_that_is_gone_is_no_reason_to_begin_with_an_empty_office(path: Path) -> None:
    path.unlink()
    assert refused(path) is Why.GONE
    assert not path.exists()


def test_bits_flipped_while_it_was_open_are_noticed_if_nothing_was_saved_meanwhile(path: Path) -> None:
    open_database(path.parent)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\x01")
    close_database()
    assert refused(path) is Why.CHANGED


def test_a_file_found_unsound_when_it_closes_gets_no_fingerprint(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(path.parent)
    save_official(Official(name="李样二", rank=2, is_member=True))
    with monkeypatch.context() as patch:
        patch.setattr(opening, "problems", lambda: ["row 1 missing from index"])
        close_database()
    assert fingerprint.last_end(path) is End.UNCLEAN


# --- the side file


def test_a_session_that_only_reads_writes_nothing(path: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in path.parent.iterdir()}
    open_database(path.parent)
    assert len(leaders()) == 1
    close_database()
    assert {file: file.stat().st_mtime_ns for file in path.parent.iterdir()} == before


@pytest.mark.parametrize("spoil", [lambda file: file.unlink(), lambda file: file.write_bytes(b"")])
def test_without_it_the_file_is_checked_whole_instead(path: Path, spoil: Callable[[Path], object]) -> None:
    spoil(path.with_name(fingerprint.NAME))
    assert reopened(path) in (End.NEVER, End.UNCLEAN)
    close_database()
    assert reopened(path) is End.CLEAN


def test_no_bit_of_it_that_flips_makes_a_good_file_look_bad(path: Path) -> None:
    side = path.with_name(fingerprint.NAME)
    whole = side.read_bytes()
    for place in range(len(whole) * 8):
        flipped = bytearray(whole)
        flipped[place // 8] ^= 1 << place % 8
        side.write_bytes(flipped)
        assert fingerprint.last_end(path) in (End.CLEAN, End.UNCLEAN)


def test_a_disk_that_takes_no_mark_takes_no_save_either(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_database(path.parent)
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, "_overwrite", refusing)
        with pytest.raises(Problem, match="磁盘空间不足"):
            save_official(Official(name="李样二", rank=2, is_member=True))
    assert len(leaders()) == 1
    save_official(Official(name="李样二", rank=2, is_member=True))
    assert len(leaders()) == 2


# --- after a kill


@pytest.mark.parametrize("when", ["saving", "idle"])
def test_after_a_kill_the_file_is_mended_by_its_journal_and_checked(path: Path, when: str) -> None:
    killed(path, when)
    assert reopened(path) is End.UNCLEAN
    assert [official.name for official in leaders()] == ["张样一", "李样二"]
    close_database()
    assert reopened(path) is End.CLEAN


def test_a_file_that_was_being_made_longer_when_the_power_went_is_cut_back_by_its_journal(path: Path) -> None:
    killed(path, "saving")
    with path.open("ab") as file:
        file.write(bytes(512))
    assert reopened(path) is End.UNCLEAN
    assert len(leaders()) == 2


def test_a_save_that_could_not_be_taken_back_is_left_to_the_next_start(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(path.parent)
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, "journal_is_hot", lambda _: True)
        save_official(Official(name="李样二", rank=2, is_member=True))
    assert path.with_name(fingerprint.NAME).read_bytes().endswith(b" 1")


def test_a_journal_deleted_after_a_kill_in_the_middle_of_a_save_is_missed(path: Path) -> None:
    killed(path, "saving")
    assert journal_of(path).stat().st_size
    journal_of(path).unlink()
    before = path.read_bytes()
    assert refused(path) is Why.JOURNAL
    assert path.read_bytes() == before


def test_an_empty_journal_deleted_after_a_kill_is_no_loss(path: Path) -> None:
    killed(path, "idle")
    journal_of(path).unlink()
    assert reopened(path) is End.UNCLEAN
    assert len(leaders()) == 2


def test_anothers_journal_is_not_played_back(path: Path, tmp_path: Path) -> None:
    open_database(tmp_path / "other")
    close_database()
    other = tmp_path / "other" / FILE_NAME
    killed(other, "saving")
    killed(path, "idle")
    shutil.copy(journal_of(other), journal_of(path))
    assert refused(path) is Why.JOURNAL
    journal_of(path).unlink()
    assert reopened(path) is End.UNCLEAN
    assert len(leaders()) == 2


def test_a_file_mended_and_looked_at_needs_no_journal_any_more(path: Path) -> None:
    killed(path, "saving")
    reopened(path)
    database.close()
    opening._held.pop().lock.release()  # killed again, before anything was saved
    journal_of(path).unlink(missing_ok=True)
    assert reopened(path) is End.UNCLEAN


def test_the_mark_is_taken_back_when_a_save_is(path: Path) -> None:
    open_database(path.parent)
    with pytest.raises(Problem), writing("样"):
        raise Problem("样")
    assert path.with_name(fingerprint.NAME).read_text().endswith(" 0")


def refusing(*_: object) -> None:
    raise OSError(28, "No space left on device")


# --- while it is open


def test_a_page_that_cannot_be_read_ends_all_saving_and_is_told(path: Path) -> None:
    save_many(path)
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (path.stat().st_size - 8192))
    with pytest.raises(DatabaseError) as failure:
        database.execute_sql("SELECT * FROM official ORDER BY name DESC").fetchall()
    assert "不再保存" in damage_told(failure.value)
    with pytest.raises(Problem, match="不再保存"), writing("样"):
        pass
    close_database()
    assert refused(path) in (Why.DAMAGED, Why.CHANGED)


def test_other_errors_are_no_damage(path: Path) -> None:
    open_database(path.parent)
    assert damage_told(OperationalError("database or disk is full")) == ""
    assert damage_told(ValueError("malformed")) == ""
    save_official(Official(name="李样二", rank=2, is_member=True))


def save_many(path: Path) -> None:
    """So much that not all of it is in memory when the file is opened again."""
    open_database(path.parent)
    with writing("样"):
        for number in range(400):
            Official.create(name=f"样{number}" + "样" * 200, name_key=f"样{number}", rank=number)
    close_database()
    open_database(path.parent)
