"""With a password nothing of the data can be read without it; setting or removing it loses nothing."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from models.base import database
from models.official import Official, leaders, save_official
from models.rules.password import complaint
from models.rules.problem import Problem
from models.storage import (
    Locked,
    Refused,
    Why,
    close_database,
    fingerprint,
    has_password,
    keys,
    login,
    open_database,
    password,
    problems,
)
from models.storage import database as opening
from models.storage.database import FILE_NAME, PRAGMAS
from models.storage.fingerprint import End
from tests.models.failing_disk import a_disk_that_confirms_one_file_late

WORD, OTHER = "样样样-2026-Aa", "另一个样样-2026"
NAME = "张样一"
ROOT = Path(__file__).parents[2]
KILLED_WHILE_SEALING = """
import os, sys
from pathlib import Path
from models.storage import files, open_database, password
open_database(Path(sys.argv[1]))
place = int(sys.argv[2])
count = 0
def step(*_):
    global count
    count += 1
    if count == place:
        os._exit(9)
sys.addaudithook(lambda event, args: step() if event in {
    "open", "os.rename", "os.remove", "os.link", "os.truncate", "sqlite3.connect"} and
    any("data" in str(one) for one in args) else None)
password.set_password(sys.argv[3])
"""


@pytest.fixture
def path(office: Path) -> Path:
    """The open data file of an office with one leader, without a password."""
    save_official(Official(name=NAME, rank=1, is_member=True))
    return office / FILE_NAME


@pytest.fixture
def sealed(path: Path) -> Path:
    """The same, closed, under the password."""
    password.set_password(WORD)
    close_database()
    return path


def names() -> list[str]:
    return [official.name for official in leaders()]


def is_readable_anywhere(folder: Path) -> bool:
    return any(NAME.encode() in file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_the_file_goes_on_being_open_and_keeps_everything(path: Path) -> None:
    password.set_password(WORD)
    assert names() == [NAME]
    save_official(Official(name="李样二", rank=2, is_member=True))
    assert problems() == []
    close_database()
    login.unlock(path.parent, WORD)
    open_database(path.parent)
    assert names() == [NAME, "李样二"]
    assert opening.last_end() is End.CLEAN


def test_no_plain_remnant_stays(path: Path) -> None:
    assert is_readable_anywhere(path.parent)
    password.set_password(WORD)
    assert not is_readable_anywhere(path.parent)
    save_official(Official(name=NAME + "又", rank=2, is_member=True))
    assert not is_readable_anywhere(path.parent)
    close_database()
    assert not is_readable_anywhere(path.parent)


def test_nobody_opens_it_without_the_password(sealed: Path) -> None:
    with pytest.raises(Locked):
        open_database(sealed.parent)
    with pytest.raises(sqlite3.DatabaseError), sqlite3.connect(sealed) as other:
        other.execute("SELECT * FROM official")
    other.close()


def test_the_recovery_code_opens_it_as_well(path: Path) -> None:
    code = password.set_password(WORD)
    close_database()
    login.unlock(path.parent, code.lower().replace("-", " "))
    open_database(path.parent)
    assert names() == [NAME]


def test_the_safety_settings_are_in_force_behind_a_password_too(path: Path) -> None:
    password.set_password(WORD)
    for name, (_, wanted) in PRAGMAS.items():
        assert database.execute_sql(f"PRAGMA {name}").fetchone()[0] == wanted


def test_another_password_opens_it_and_the_old_one_no_more(sealed: Path) -> None:
    login.unlock(sealed.parent, WORD)
    open_database(sealed.parent)
    password.change_password(WORD, OTHER)
    close_database()
    with pytest.raises(keys.WrongSecret):
        login.unlock(sealed.parent, WORD)
    login.unlock(sealed.parent, OTHER)
    open_database(sealed.parent)
    assert names() == [NAME]


def test_without_the_old_password_there_is_no_other(path: Path) -> None:
    password.set_password(WORD)
    for change in (
        lambda: password.change_password("错的样样样样-99", OTHER),
        lambda: password.remove_password("错的样样样样-99"),
        lambda: password.new_code("错的样样样样-99"),
    ):
        with pytest.raises(keys.WrongSecret):
            change()
    assert has_password()


def test_a_new_recovery_code_takes_the_old_ones_place(path: Path) -> None:
    old = password.set_password(WORD)
    new = password.new_code(WORD)
    close_database()
    with pytest.raises(keys.WrongSecret):
        login.unlock(path.parent, old)
    login.unlock(path.parent, new)


def test_removed_it_is_plain_again_and_opens_by_itself(path: Path) -> None:
    password.set_password(WORD)
    save_official(Official(name="李样二", rank=2, is_member=True))
    password.remove_password(WORD)
    assert names() == [NAME, "李样二"]
    close_database()
    open_database(path.parent)
    assert names() == [NAME, "李样二"]
    assert not keys.has_password(path.parent)
    assert opening.last_end() is End.CLEAN


@pytest.mark.parametrize(
    "weak", ["", "short", "1234567890", "abcdefghij", "password123", "aaaaaaaaaaaa", "qwertyuiop", "Abcdefg"]
)
def test_what_everybody_tries_first_is_refused_and_nothing_changes(path: Path, weak: str) -> None:
    with pytest.raises(Problem):
        password.set_password(weak)
    assert not has_password()
    assert not keys.has_password(path.parent)


@pytest.mark.parametrize("strong", [WORD, OTHER, "百色右江样样样样样样", "Right-8x", "k3jvm2p9xq"])
def test_what_is_long_or_mixed_will_do(strong: str) -> None:
    assert complaint(strong) == ""


def test_a_disk_too_full_leaves_it_plain_open_and_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(password, "_export", refusing)
        with pytest.raises(Problem, match="磁盘空间不足"):
            password.set_password(WORD)
    assert names() == [NAME]
    assert not has_password()
    assert not keys.has_password(path.parent)
    assert not [file for file in path.parent.iterdir() if file.suffix in (".part", ".plain")]
    save_official(Official(name="李样二", rank=2, is_member=True))


def test_a_copy_that_is_not_the_same_is_not_taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(password, "_digest", lambda connection: str(id(connection)))
        with pytest.raises(Problem, match="不一致"):
            password.set_password(WORD)
    assert names() == [NAME]
    assert not has_password()


def test_killed_at_any_step_it_is_plain_or_sealed_and_whole(path: Path, tmp_path: Path) -> None:
    close_database()
    command = [sys.executable, "-c", KILLED_WHILE_SEALING]
    code, place = 9, 0
    while code == 9:
        place += 1
        folder = tmp_path / f"data{place}"
        shutil.copytree(path.parent, folder)
        code = subprocess.run([*command, str(folder), str(place), WORD], cwd=ROOT, check=False).returncode
        if not (folder / FILE_NAME).read_bytes().startswith(b"SQLite"):
            login.unlock(folder, WORD)
        open_database(folder)
        assert names() == [NAME]
        assert problems() == []
        sealed = has_password()
        close_database()
        assert is_readable_anywhere(folder) is not sealed
    assert place > 10
    assert sealed


# --- what else is beside it


def test_plain_copies_beside_it_are_found_and_wiped(path: Path) -> None:
    (path.parent / "backups").mkdir()
    for name in ("backups/lianxin-20260101-080000-1.lxbak", "damaged-20260101-1.db"):
        shutil.copy(path, path.parent / name)
    password.set_password(WORD)
    assert [file.name for file in password.plain_copies()] == [
        "lianxin-20260101-080000-1.lxbak",
        "damaged-20260101-1.db",
    ]
    password.seal_copies()
    assert not is_readable_anywhere(path.parent)
    assert [file.suffix for file in (path.parent / "backups").iterdir()] == [".ldzb"]
    assert password.plain_copies() == []


@pytest.mark.parametrize("spoil", [lambda file: file.unlink(), lambda file: file.write_text("样")])
def test_without_its_key_file_it_is_not_taken_for_a_damaged_or_an_empty_one(sealed: Path, spoil) -> None:
    spoil(sealed.with_name(keys.FILE_NAME))
    with pytest.raises(Refused) as refusal:
        open_database(sealed.parent)
    assert refusal.value.why is Why.KEYS


def test_bits_that_flip_in_the_sealed_file_are_noticed(sealed: Path) -> None:
    whole, key = sealed.read_bytes(), keys.unlock(sealed.parent, WORD)
    for place in range(0, len(whole), len(whole) // 40):
        flipped = bytearray(whole)
        flipped[place] ^= 4
        sealed.write_bytes(flipped)
        keys.hold(key)
        with pytest.raises(Refused):
            open_database(sealed.parent)


def test_another_sealed_office_in_its_place_is_noticed(sealed: Path, tmp_path: Path) -> None:
    open_database(tmp_path / "other")
    password.set_password(OTHER)
    close_database()
    shutil.copy(tmp_path / "other" / FILE_NAME, sealed)
    sealed.with_name(fingerprint.NAME).unlink()
    login.unlock(sealed.parent, WORD)
    with pytest.raises(Refused) as refusal:
        open_database(sealed.parent)
    assert refusal.value.why is Why.DAMAGED


def refusing(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_password_that_the_disk_did_not_confirm_holds_and_a_new_code_can_be_had(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_disk_that_confirms_one_file_late(monkeypatch, FILE_NAME)
    with pytest.raises(Problem, match=r"密码已经生效.*换一个恢复码"):
        password.set_password(WORD)
    assert has_password()
    code = password.new_code(WORD)
    close_database()
    login.unlock(path.parent, code)
    open_database(path.parent)
    assert [official.name for official in leaders()] == [NAME]
