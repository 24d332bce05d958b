"""Commands open data under a password by LIANXIN_PASSWORD or --password-file; without, one clear line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from main import main
from models.storage import close_database, password

WORD = "样样样-2026-Aa"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(office: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command on an office under the password; its exit code and what it said."""
    password.set_password(WORD)
    close_database()
    monkeypatch.delenv("LIANXIN_PASSWORD", raising=False)

    def run_(*arguments: str) -> tuple[int, str]:
        code = main(["--data", str(office), *arguments])
        return code, capfd.readouterr().err

    return run_


def test_without_the_password_there_is_one_clear_line(run: Run) -> None:
    code, said = run("check")
    assert code == 1
    assert said == "数据设有密码。请用 LIANXIN_PASSWORD 或 --password-file 给出密码。\n"


def test_the_environment_opens_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIANXIN_PASSWORD", WORD)
    assert run("check") == (0, "数据文件与上次关闭时完全一样。\n数据库检查通过。\n")
    assert run("due")[0] == 0


@pytest.mark.parametrize("ending", ["", "\n", "\r\nanother line"])
def test_a_file_opens_it_named_before_the_command_or_after(run: Run, tmp_path: Path, ending: str) -> None:
    (tmp_path / "word").write_text("\ufeff" + WORD + ending, "utf-8", newline="")
    assert run("--password-file", str(tmp_path / "word"), "check")[0] == 0
    assert run("check", "--password-file", str(tmp_path / "word"))[0] == 0


def test_a_wrong_one_counts_as_a_try(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIANXIN_PASSWORD", "错的样样样样-1")
    for left in (4, 3):
        code, said = run("check")
        assert code == 1
        assert f"还可以试 {left} 次" in said


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    code, said = run("check", "--password-file", str(tmp_path / "none"))
    assert code == 1
    assert "无法读取密码文件" in said


def test_a_password_given_where_none_is_needed_does_no_harm(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIANXIN_PASSWORD", WORD)
    assert main(["--data", str(folder), "check"]) == 0
