"""Copies made unasked: when something changed, before an import, never of a sudden loss without asking."""

import logging
from datetime import date
from pathlib import Path

import pytest

from models.exchange.importing import apply_import, plan_import
from models.official import Official, officials, save_official
from models.storage import backup, copy_at_exit, password, record, safety_copy, verified
from models.storage.automatic import is_due, local_folder, loss_said
from models.storage.backups import AUTO, IMPORT, SuddenLoss
from models.storage.copies import copies_in
from models.undo import last_action, undo


def enter(name: str, rank: int) -> None:
    save_official(Official(name=name, rank=rank, is_member=True))


def twelve_leaders() -> None:
    for rank, last in enumerate("一二三四五六七八九十甲乙", start=1):
        enter(f"张样{last}", rank)


def reasons() -> list[str]:
    return [copy.about.reason for copy in copies_in(local_folder())]


def test_nothing_entered_is_nothing_to_copy(office: Path) -> None:
    assert not is_due()
    copy_at_exit()
    safety_copy(IMPORT)
    assert reasons() == []


def test_only_what_changed_since_the_last_local_copy_is_due(office: Path, tmp_path: Path) -> None:
    enter("张样一", 1)
    assert is_due()
    backup(tmp_path / "stick")
    assert is_due()
    backup(local_folder(), AUTO)
    assert not is_due()
    enter("李样二", 2)
    assert is_due()


def test_copies_that_were_cleared_away_are_made_anew(office: Path) -> None:
    enter("张样一", 1)
    backup(local_folder(), AUTO)
    for copy in copies_in(local_folder()):
        copy.path.unlink()
    assert is_due()


def test_leaving_the_program_makes_a_copy(office: Path) -> None:
    enter("张样一", 1)
    copy_at_exit()
    assert reasons() == [AUTO]


def test_an_import_is_preceded_by_a_copy_of_what_was_there(office: Path, tmp_path: Path) -> None:
    enter("张样一", 1)
    sheet = tmp_path / "领导.csv"
    sheet.write_text("排名,姓名,职务\n2,李样二,副市长\n", "utf-8")
    apply_import(plan_import(sheet, date(2026, 11, 25)))
    assert reasons() == [IMPORT]
    assert verified(copies_in(local_folder())[0].path).contents.manifest.counts["official"] == 1
    assert len(officials()) == 2


def test_a_sudden_loss_stops_copies_made_unasked_until_somebody_answers(
    office: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    twelve_leaders()
    backup(local_folder(), AUTO)
    for _ in range(4):
        undo(last_action())
    assert loss_said() == "少了 4 位干部"
    with pytest.raises(SuddenLoss):
        backup(local_folder(), AUTO)
    with caplog.at_level(logging.WARNING):
        copy_at_exit()
    assert "少了 4 位干部" in caplog.text
    assert len(reasons()) == 1
    backup(tmp_path / "stick", loss_is_meant=True)
    assert loss_said() == ""
    copy_at_exit()
    assert len(reasons()) == 2


def test_a_safety_copy_of_a_loss_neither_answers_the_question_nor_pushes_anything_out(office: Path) -> None:
    twelve_leaders()
    for _ in range(10):
        backup(local_folder(), AUTO)
    for _ in range(4):
        undo(last_action())
    for _ in range(12):
        backup(local_folder(), IMPORT, loss_is_meant=True)
    assert loss_said() == "少了 4 位干部"
    assert len(reasons()) == 22
    assert record.read(office).counts["official"] == 12


def test_a_new_password_leaves_no_plain_copy_but_a_sealed_one(office: Path) -> None:
    enter("张样一", 1)
    backup(local_folder(), AUTO)
    password.set_password("百色 2026 秋天")
    assert [path.suffix for path in password.plain_copies()] == [".ldzb"]
    password.seal_copies()
    (copy,) = copies_in(local_folder())
    assert copy.is_sealed
    assert password.plain_copies() == []
    assert not is_due()
