"""A database of an earlier version is brought up to date with everything in it, behind a verified backup."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from models.activity import Activity
from models.storage import close_database, open_database, problems, restore, steps, verified
from models.storage.database import FILE_NAME
from models.storage.image import in_memory


@pytest.fixture
def of_version_1(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder as version 1 left it, with one activity."""
    folder.mkdir()
    with monkeypatch.context() as earlier:
        earlier.setattr(steps, "STEPS", steps.STEPS[:1])
        steps.build(folder / FILE_NAME)
    connection = dbapi2.connect(str(folder / FILE_NAME), isolation_level=None)
    connection.execute(
        "INSERT INTO activity (number, kind, first_day, first_half, last_day, last_half, place, purpose,"
        " state, heard, reply, entered_on) VALUES"
        " ('HD20260001', 'hearing', '2026-03-05', 'am', '2026-03-05', 'pm', '样样镇', '', 'done', '', '',"
        " '2026-03-05')"
    )
    connection.close()
    return folder


def test_what_was_there_is_kept_and_new_columns_are_empty(of_version_1: Path) -> None:
    open_database(of_version_1)
    row = Activity.get()
    assert (row.number, row.place, row.venue, row.form, row.title) == ("HD20260001", "样样镇", "", "", "")
    assert problems() == []


def test_the_database_as_it_was_lies_among_the_backups(of_version_1: Path) -> None:
    before = (of_version_1 / FILE_NAME).read_bytes()
    open_database(of_version_1)
    close_database()
    copies = list((of_version_1 / "backups").iterdir())
    assert len(copies) == 1
    whole = verified(copies[0])
    assert (whole.contents.manifest.version, whole.contents.about.reason) == (1, "migration")
    with in_memory(whole.data) as kept:
        assert kept.execute("SELECT number FROM activity").fetchall() == [("HD20260001",)]
    assert (of_version_1 / FILE_NAME).read_bytes() != before


def test_a_backup_of_an_earlier_version_is_restored_and_brought_up_to_date(
    of_version_1: Path, tmp_path: Path
) -> None:
    open_database(of_version_1)
    close_database()
    (copy,) = (of_version_1 / "backups").iterdir()
    open_database(tmp_path / "another")
    restore(verified(copy))
    assert Activity.get().number == "HD20260001"
    assert problems() == []
