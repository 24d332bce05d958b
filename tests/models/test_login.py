"""The door: right is right, wrong counts, and neither a restart nor the clock helps whoever guesses."""

import time
from pathlib import Path

import pytest

from models.rules.problem import Problem
from models.storage import MustWait, close_database, keys, login, password, seconds_left, unlock

WORD = "样样样-2026-Aa"


@pytest.fixture
def folder_and_code(office: Path) -> tuple[Path, str]:
    """A closed office under the password, and its recovery code."""
    code = password.set_password(WORD)
    close_database()
    return office, code


@pytest.fixture
def sealed(folder_and_code: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same; what Argon2id says is known from the first try, so that many tries take no time."""
    folder, _ = folder_and_code
    key = keys.unlock(folder, WORD)
    monkeypatch.setattr(keys, "unlock", lambda _, secret: key if secret == WORD else wrong())
    return folder


def wrong() -> None:
    raise keys.WrongSecret("密码或恢复码不对。")


def guess(folder: Path, times: int) -> list[str]:
    """Wrong tries in a row, and what was said to each."""
    said = []
    for _ in range(times):
        with pytest.raises(Problem) as problem:
            unlock(folder, "猜的样样样样-1")
        said.append(str(problem.value))
    return said


def later(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """The PC has run so much longer."""
    now = time.monotonic() + seconds
    monkeypatch.setattr(login.time, "monotonic", lambda: now)


def test_each_wrong_try_says_how_many_are_left_and_the_fifth_how_long_to_wait(sealed: Path) -> None:
    said = guess(sealed, 6)
    assert [f"还可以试 {left} 次" in text for text, left in zip(said, (4, 3, 2, 1), strict=False)] == [
        True
    ] * 4
    assert "请等 60 秒再试" in said[4]
    assert "密码输错次数过多" in said[5]


def test_while_it_waits_the_right_password_opens_nothing_either(sealed: Path) -> None:
    guess(sealed, 5)
    with pytest.raises(MustWait):
        unlock(sealed, WORD)
    assert keys.held() is None


def test_after_the_wait_one_more_wrong_try_doubles_it(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guess(sealed, 5)
    later(monkeypatch, 61)
    assert seconds_left(sealed) == 0
    assert "请等 2 分钟再试" in guess(sealed, 1)[0]


def test_the_right_password_forgets_the_wrong_ones(sealed: Path) -> None:
    guess(sealed, 4)
    unlock(sealed, WORD)
    assert "还可以试 4 次" in guess(sealed, 1)[0]


@pytest.mark.parametrize("now", [0.0, 4_000_000_000.0])
def test_the_clock_set_back_or_forward_changes_nothing(
    sealed: Path, monkeypatch: pytest.MonkeyPatch, now: float
) -> None:
    guess(sealed, 5)
    monkeypatch.setattr(login.time, "time", lambda: now)
    assert 55 < seconds_left(sealed) <= 60


def test_the_pc_switched_off_and_on_waits_anew(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guess(sealed, 5)
    monkeypatch.setattr(login, "run_of_pc", lambda: "another run")
    monkeypatch.setattr(login.time, "monotonic", lambda: 20.0)
    assert seconds_left(sealed) == 40


def test_a_thousand_guesses_are_not_heard(sealed: Path) -> None:
    said = guess(sealed, 1000)
    assert sum("密码不对" in text for text in said) == 5


def test_a_file_of_tries_made_unreadable_does_not_give_new_ones(sealed: Path) -> None:
    (sealed / "tries.json").write_text("{", "ascii")
    assert "请等 2 分钟" in guess(sealed, 1)[0]


def test_a_try_counts_before_the_secret_is_looked_at(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(keys, "unlock", killed)
        with pytest.raises(KeyboardInterrupt):
            unlock(sealed, "猜的样样样样-1")
    assert "还可以试 3 次" in guess(sealed, 1)[0]


def test_the_recovery_code_opens_also_while_it_waits(folder_and_code: tuple[Path, str]) -> None:
    folder, code = folder_and_code
    (folder / "tries.json").write_text("{", "ascii")
    guess(folder, 1)
    unlock(folder, code)
    assert keys.held() is not None


def killed(*_: object) -> None:
    raise KeyboardInterrupt
