"""A restore brings back all of a backup or changes nothing; a safety copy is made first and takes it back."""

import shutil
from pathlib import Path

import pytest

from models.base import database
from models.change_chain import history_problems
from models.official import Official, save_official
from models.rules.problem import Problem
from models.storage import (
    backup,
    close_database,
    has_password,
    open_database,
    password,
    problems,
    put_back,
    record,
    restore,
    unlock,
    verified,
)
from models.storage.backups import RESTORE
from models.storage.container import NeedsSecret
from models.storage.copies import copies_in
from models.storage.database import FILE_NAME, Locked
from models.storage.keys import WrongSecret
from models.storage.restores import drill
from models.undo import last_action
from tests.models.failing_disk import a_disk_that_confirms_one_file_late

WORD = "百色 2026 秋天"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


@pytest.fixture
def copy(office: Path, stick: Path) -> Path:
    """A backup with one leader in it; since then a second was entered."""
    save_official(Official(name="张样一", rank=1, is_member=True))
    path = backup(stick)
    save_official(Official(name="李样二", rank=2, is_member=True))
    return path


def opens_only_with_its_password(folder: Path) -> None:
    close_database()
    with pytest.raises(Locked):
        open_database(folder)
    unlock(folder, WORD)
    open_database(folder)


def names() -> list[str]:
    return [row.name for row in Official.select().order_by(Official.rank)]


def test_a_restore_brings_back_just_what_was_there(copy: Path) -> None:
    restore(verified(copy))
    assert names() == ["张样一"]
    assert problems() == []


def test_what_is_entered_after_a_restore_is_saved_as_ever(copy: Path, office: Path) -> None:
    restore(verified(copy))
    save_official(Official(name="王样三", rank=3, is_member=True))
    close_database()
    open_database(office)
    assert names() == ["张样一", "王样三"]


def test_history_comes_back_with_it(copy: Path) -> None:
    told = last_action()
    restore(verified(copy))
    assert last_action().number == told.number - 1


def test_the_history_that_comes_back_is_no_altered_one(copy: Path, office: Path) -> None:
    def altered() -> list[str]:
        kept = record.read(office)
        assert kept.chain
        return history_problems(kept.entries, kept.chain)

    safety = restore(verified(copy))
    assert altered() == []
    restore(verified(safety))
    assert altered() == []
    close_database()
    put_back(copy, office)
    open_database(office)
    assert altered() == []


def test_the_safety_copy_takes_the_restore_back(copy: Path, office: Path) -> None:
    safety = restore(verified(copy))
    assert record.read(office).undo == str(safety)
    restore(verified(Path(record.read(office).undo)))
    assert names() == ["张样一", "李样二"]


def test_the_next_backup_is_newer_than_the_one_that_was_restored(
    copy: Path, stick: Path, office: Path
) -> None:
    record.write(office, record.Record())
    restore(verified(copy))
    backup(stick)
    kept = record.read(office)
    assert {one.about.office for one in copies_in(stick)} == {kept.office}
    assert copies_in(stick)[0].about.number == kept.number > 1


def test_a_drill_restores_everything_and_leaves_nothing(copy: Path, office: Path) -> None:
    before = {path: path.read_bytes() for path in office.iterdir() if path.is_file()}
    drill(verified(copy), office)
    assert {path: path.read_bytes() for path in office.iterdir() if path.is_file()} == before


# --- passwords


def test_a_backup_of_an_office_with_a_password_restores_where_the_password_is_known(
    office: Path, stick: Path, copy: Path
) -> None:
    password.set_password(WORD)
    sealed = backup(stick)
    save_official(Official(name="王样三", rank=3, is_member=True))
    restore(verified(sealed))
    assert names() == ["张样一", "李样二"]
    assert has_password()


def test_an_older_plain_backup_comes_back_under_the_password_of_now(office: Path, copy: Path) -> None:
    password.set_password(WORD)
    restore(verified(copy))
    assert names() == ["张样一"]
    assert has_password()
    assert not [
        path for path in office.rglob("*") if path.is_file() and "张样一".encode() in path.read_bytes()
    ]


def test_a_backup_opens_with_the_password_of_its_day_or_the_code_or_the_key_at_hand(
    office: Path, stick: Path, copy: Path
) -> None:
    code = password.set_password(WORD)
    sealed = backup(stick)
    password.change_password(WORD, "另一个密码 2027")
    assert verified(sealed).contents.is_sealed
    close_database()
    for secret in (WORD, code):
        assert verified(sealed, secret).contents.is_sealed
    with pytest.raises(WrongSecret):
        verified(sealed, "另一个密码 2027")
    with pytest.raises(NeedsSecret):
        verified(sealed)


def test_on_a_new_pc_the_password_comes_along_with_the_data(
    office: Path, stick: Path, copy: Path, tmp_path: Path
) -> None:
    password.set_password(WORD)
    sealed = backup(stick)
    close_database()
    new = tmp_path / "new"
    open_database(new)
    restore(verified(sealed, WORD))
    assert names() == ["张样一", "李样二"]
    opens_only_with_its_password(new)
    assert names() == ["张样一", "李样二"]


def test_data_that_the_disk_did_not_confirm_still_opens_with_the_password_that_came_with_it(
    office: Path, stick: Path, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    password.set_password(WORD)
    sealed = backup(stick)
    close_database()
    new = tmp_path / "new"
    open_database(new)
    a_disk_that_confirms_one_file_late(monkeypatch, FILE_NAME)
    with pytest.raises(Problem, match="已经写好，但磁盘没有确认"):
        restore(verified(sealed, WORD))
    assert names() == ["张样一", "李样二"]
    opens_only_with_its_password(new)
    assert names() == ["张样一", "李样二"]


def test_what_cannot_be_opened_once_it_is_in_place_is_not_called_unchanged(
    copy: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses() -> None:
        raise Problem("磁盘读写出错。文件没有改变。")

    with monkeypatch.context() as patch:
        patch.setattr("models.storage.restores.resume", refuses)
        with pytest.raises(Problem, match=r"已经放到位.*恢复前的数据另存在") as told:
            restore(verified(copy))
    assert "没有改变" not in str(told.value)
    close_database()
    open_database(office)
    assert names() == ["张样一"]


def test_a_copy_with_a_password_of_its_own_leaves_the_data_without_one(stick: Path, copy: Path) -> None:
    own = backup(stick, password="只有这一份的密码")
    restore(verified(own, "只有这一份的密码"))
    assert not has_password()


# --- copies of the first version, and files that cannot be opened


def test_copies_of_the_first_version_still_verify_and_restore(office: Path, stick: Path, copy: Path) -> None:
    close_database()
    old = stick / "lianxin-20260305-081500-1.lxbak"
    shutil.copy(office / FILE_NAME, old)
    open_database(office)
    save_official(Official(name="王样三", rank=3, is_member=True))
    whole = verified(old)
    assert whole.contents.about.created == "2026-03-05T08:15:00"
    restore(whole)
    assert names() == ["张样一", "李样二"]


def test_a_damaged_copy_of_the_first_version_is_refused(office: Path, stick: Path, copy: Path) -> None:
    close_database()
    old = stick / "lianxin-20260305-081500-1.lxbak"
    content = bytearray((office / FILE_NAME).read_bytes())
    content[4096 * 3 : 4096 * 5] = bytes(4096 * 2)
    old.write_bytes(content)
    with pytest.raises(Problem):
        verified(old)


def test_a_file_that_cannot_be_opened_gives_way_to_a_backup_and_is_kept(office: Path, copy: Path) -> None:
    close_database()
    (office / FILE_NAME).write_bytes(b"something else")
    kept = put_back(copy, office)
    assert kept.read_bytes() == b"something else"
    open_database(office)
    assert names() == ["张样一"]


def test_a_lost_file_of_keys_comes_back_with_a_sealed_backup(office: Path, stick: Path, copy: Path) -> None:
    password.set_password(WORD)
    sealed = backup(stick)
    close_database()
    for name in (FILE_NAME, "keys.json"):
        (office / name).unlink()
    put_back(sealed, office, WORD)
    close_database()
    unlock(office, WORD)
    open_database(office)
    assert names() == ["张样一", "李样二"]


def test_safety_copies_say_what_they_are(copy: Path, office: Path) -> None:
    restore(verified(copy))
    assert [one.about.reason for one in copies_in(office / "backups")] == [RESTORE]


def test_what_sqlite_notes_for_its_plans_is_no_hindrance(stick: Path, copy: Path) -> None:
    database.execute_sql("ANALYZE")
    whole = verified(backup(stick))
    restore(whole)
    assert names() == ["张样一", "李样二"]
