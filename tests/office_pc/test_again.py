"""The program started twice, and replaced by a newer one on the data that is there."""

import sqlite3
from pathlib import Path

import pytest

from models.storage import fingerprint, steps, verified
from models.storage.database import FILE_NAME
from tests.office_pc.program import Program, kill, wait_for

HEARING = (
    "INSERT INTO activity (number, kind, first_day, first_half, last_day, last_half, place, purpose,"
    " state, heard, reply, entered_on) VALUES"
    " ('HD20260001', 'hearing', '2026-03-05', 'am', '2026-03-05', 'pm', '样样镇', '', 'done', '', '',"
    " '2026-03-05')"
)


@pytest.fixture
def old_data(program: Program, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the first version left in the user's folder: one activity."""
    program.data.mkdir(parents=True)
    with monkeypatch.context() as earlier:
        earlier.setattr(steps, "STEPS", steps.STEPS[:1])
        steps.build(program.data / FILE_NAME)
    change(program.data, HEARING)
    return program.data


def change(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    connection.execute(statement)
    connection.close()


def asked(folder: Path, question: str) -> object:
    connection = sqlite3.connect(folder / FILE_NAME)
    (answer,) = connection.execute(question).fetchone()
    connection.close()
    return answer


def test_a_second_start_brings_the_window_forward_and_ends_well(program: Program) -> None:
    first = program.open()
    assert program.answers()
    second = program.open()
    assert second.wait(60) == 0
    assert first.poll() is None


def test_a_command_beside_the_open_window_is_refused_in_words_and_does_no_harm(program: Program) -> None:
    first = program.open()
    assert program.answers()
    done = program.run("due")
    assert (done.returncode, done.stdout) == (1, "")
    assert "已经打开" in done.stderr
    assert first.poll() is None


def test_whoever_is_killed_leaves_the_data_free_for_the_next_start(program: Program) -> None:
    first = program.open()
    assert program.answers()
    kill(first)
    assert program.run("check").returncode == 0
    program.open()
    assert program.answers()


def test_a_newer_program_goes_on_with_the_old_data_behind_a_backup(program: Program, old_data: Path) -> None:
    first = program.open()
    assert program.answers()
    kill(first)
    assert asked(old_data, "PRAGMA user_version") == steps.VERSION
    assert asked(old_data, "SELECT number FROM activity") == "HD20260001"
    kept = [verified(path).contents for path in (old_data / "backups").iterdir()]
    assert ("migration", 1) in [(one.about.reason, one.manifest.version) for one in kept]


def test_an_older_program_leaves_newer_data_alone_and_says_so(program: Program) -> None:
    program.run("demo", "--leaders", 1)
    change(program.data, f"PRAGMA user_version = {steps.VERSION + 1}")
    (program.data / fingerprint.NAME).unlink()
    before = (program.data / FILE_NAME).read_bytes()
    done = program.run("due")
    assert done.returncode == 1
    assert "更新版本的连心台账" in done.stderr
    assert (program.data / FILE_NAME).read_bytes() == before


def test_a_window_on_a_home_that_cannot_be_written_stays_and_says_why(program: Program) -> None:
    program.home.chmod(0o555)
    started = program.open()
    assert not wait_for(lambda: started.poll() is not None, 8)
