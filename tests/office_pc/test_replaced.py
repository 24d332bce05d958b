"""A newer file laid over the program, or a zip's preview closed, while the program is at work."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.office_pc.program import Program, is_one_file, wait_for

pytestmark = pytest.mark.skipif(not is_one_file(), reason="only the one file is read from while it runs")
At = Callable[..., tuple[int, str]]


def newer(path: Path) -> None:
    """As a newer version's file is laid over it: another file under the same name."""
    path.with_name("newer").write_bytes(b"\x7fELF, but another one" * 100_000)
    path.with_name("newer").replace(path)


@pytest.fixture(params=[Path.unlink, newer], ids=["gone", "newer"])
def after(request: pytest.FixtureRequest, program: Program, tmp_path: Path) -> At:
    """Runs a command whose program is gone, or another one, once it has started; exit code and words."""
    line = tmp_path / "password"
    os.mkfifo(line)

    def after_(*arguments: object, **environment: str) -> tuple[int, str]:
        started = program.open(*arguments, "--password-file", line, **environment)
        with line.open("w") as asked:  # opens when the program does: it stands and waits here
            request.param(Path(program.command[0]))
            asked.write("\n")
        _, told = started.communicate(timeout=90)
        return started.returncode, told

    assert program.run("demo", "--leaders", 1).returncode == 0
    return after_


def test_what_was_begun_goes_on_with_the_modules_it_began_with(after: At, program: Program) -> None:
    paper = program.home / "计划.pdf"
    assert after("print", "quarter_plan", "--period", "2026Q4", "--out", paper)[0] == 0
    assert paper.read_bytes().startswith(b"%PDF-")


def test_an_import_asks_to_start_the_program_anew(after: At, program: Program) -> None:
    book = program.home / "记录.csv"
    book.write_text("领导,类别,名称\n", "utf-8")
    code, told = after("import", book)
    assert code == 1
    assert "请关闭连心台账，重新打开后再导入" in told


def test_nothing_unpacked_stays_behind(after: At, program: Program) -> None:
    rooms = program.home / "tmp"
    rooms.mkdir()
    assert after("due", TMPDIR=str(rooms))[0] == 0
    assert wait_for(lambda: not list(rooms.iterdir()), 10)
