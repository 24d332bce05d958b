"""The history shows what was done to it: an entry altered, taken out, put elsewhere or cut off the end."""

from pathlib import Path

import pytest
from peewee import IntegrityError
from sqlcipher3 import dbapi2

from models.base import database
from models.change import Change
from models.change_chain import chain_since, history_problems
from models.official import Official, save_official
from models.storage import backup, open_database, record, steps
from models.storage.database import FILE_NAME
from models.undo import last_action
from tests.models.made_up import a_leader


@pytest.fixture
def history(office: Path) -> Path:
    """Three actions: two people, one of them renamed."""
    a_leader("张样一")
    a_leader("李样二")
    row = Official.get(Official.name == "李样二")
    row.title = "副市长"
    save_official(row)
    return office


def tamper(*statements: str) -> None:
    """What somebody does to the file with another program: no guard is in his way."""
    for trigger in ("change_stays", "change_is_blanked_only"):
        database.execute_sql(f"DROP TRIGGER IF EXISTS {trigger}")
    for statement in statements:
        database.execute_sql(statement)


def test_a_history_left_alone_is_whole(history: Path) -> None:
    assert Change.select().count() == 3
    assert history_problems() == []


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE change SET new = replace(new, '副市长', '市长') WHERE id = 3", "第 3 条"),
        ("UPDATE change SET label = '别的' WHERE id = 2", "第 2 条"),
        ("UPDATE change SET old = NULL, new = NULL, salt = '', label = '' WHERE id = 3", "第 3 条"),
        ("UPDATE change SET who = '别人' WHERE id = 1", "第 1 条"),
        ("UPDATE change SET at = '2020-01-01 00:00:00' WHERE id = 2", "第 2 条"),
        ("DELETE FROM change WHERE id = 1", "第 1 条不见了"),
        ("DELETE FROM change WHERE id = 2", "第 2 条不见了"),
        ("DELETE FROM change WHERE id >= 2", "第 2 条到第 3 条不见了"),
    ],
)
def test_what_was_altered_or_taken_out_is_named(history: Path, statement: str, says: str) -> None:
    tamper(statement)
    found = history_problems()
    assert len(found) == 1
    assert says in found[0]


def test_two_entries_that_changed_places_are_noticed(history: Path) -> None:
    tamper(*(f"UPDATE change SET id = {new} WHERE id = {old}" for old, new in ((1, 9), (2, 1), (9, 2))))
    assert any("先后次序" in text for text in history_problems())


def test_an_entry_put_in_is_noticed(history: Path) -> None:
    tamper(
        "INSERT INTO change (action, at, who, label, subject, first_row, last_row)"
        " VALUES (9, '2026-01-01 00:00:00', '样', '样', 'official', 1, 1)"
    )
    assert any("第 4 条" in text for text in history_problems())


def test_the_program_itself_can_neither_delete_nor_rewrite_an_entry(history: Path) -> None:
    for statement in ("DELETE FROM change WHERE id = 1", "UPDATE change SET old = '{}' WHERE id = 3"):
        with pytest.raises(IntegrityError):
            database.execute_sql(statement)


def test_many_faults_are_told_in_few_lines(office: Path) -> None:
    for number in range(25):
        a_leader(f"张样{number}")
    tamper("UPDATE change SET label = '别的'")
    assert history_problems()[-1] == "还有 5 条历史记录有问题。"


def test_a_history_cut_short_and_tied_up_again_is_known_by_the_last_backup(
    history: Path, tmp_path: Path
) -> None:
    backup(tmp_path / "stick")
    a_leader("王样三")
    kept = record.read(history)
    assert history_problems(kept.entries, kept.chain) == []
    tamper("DELETE FROM change WHERE id >= 3", "UPDATE sqlite_sequence SET seq = 2 WHERE name = 'change'")
    assert history_problems() == []
    assert history_problems(kept.entries, kept.chain) == [
        "历史记录到第 3 条为止，和上次备份时的不一样：备份以后有人删改过，又重新编排了。"
    ]


def test_a_history_written_anew_is_known_by_the_last_backup(history: Path, tmp_path: Path) -> None:
    backup(tmp_path / "stick")
    tamper("UPDATE change SET who = '别人' WHERE id = 2")
    chain_since(0)
    kept = record.read(history)
    assert history_problems() == []
    assert len(history_problems(kept.entries, kept.chain)) == 1


def test_the_history_of_an_earlier_version_is_chained_and_says_what_was_taken_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    with monkeypatch.context() as earlier:
        earlier.setattr(steps, "STEPS", steps.STEPS[:5])
        steps.build(folder / FILE_NAME)
    connection = dbapi2.connect(str(folder / FILE_NAME), isolation_level=None)
    for action, label in enumerate(("甲", "乙", "撤销：乙", "丙"), start=1):
        connection.execute(
            "INSERT INTO change (action, at, who, label, subject, first_row, last_row)"
            " VALUES (?, '2026-01-05 09:00:00', '样', ?, 'official', ?, ?)",
            (action, label, action, action),
        )
    connection.close()
    open_database(folder)
    assert history_problems() == []
    marks = Change.select().where(Change.subject == "action")
    assert [(row.action, row.first_row, row.label) for row in marks] == [(3, 2, "撤销：乙")]
    action = last_action()
    assert action is not None
    assert action.label == "丙"
