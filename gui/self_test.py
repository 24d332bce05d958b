"""`self-test`: one round of everything on folders of its own; a frozen program is tried by it before use."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, redirect_stderr, redirect_stdout
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from traceback import format_exc

from PIL import Image

from models.picture import KINDS
from models.rules.calendar import quarter_of
from models.rules.problem import Problem

Command = Callable[[list[str]], int]
Step = Callable[[str], AbstractContextManager[None]]
WindowRound = Callable[[Path, Path, Step], None]
REPORT = "self-test.txt"
_NO_SCREEN = "— 没有可用的显示器，窗口没有试。"


def run(command: Command, window: Callable[[], WindowRound], out: Path | None) -> None:
    """Try everything; what is printed, the pictures and the report stay in `out`. Raises Problem at a fault.

    `command` runs one command line of the program and gives its exit code; `window` loads the window's round,
    which is only asked for where there is a screen.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = out or Path(scratch, "out")
        folder.mkdir(parents=True, exist_ok=True)
        report = _Report(folder / REPORT)
        report.say(_about())
        for name, arguments in _commands(Path(scratch), folder):
            with report.step(name):
                _obey(command, arguments)
        with report.step("各种图片"):
            _open_pictures()
        if not _has_screen():
            report.say(_NO_SCREEN)
            return
        window()(Path(scratch), folder, report.step)


class _Report:
    """A line for each step: on the screen, where there is one, and in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.write_text("", "utf-8")

    def say(self, line: str) -> None:
        print(line, file=sys.stderr)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Done if nothing is raised within. What is raised is told, and goes on as a Problem."""
        begin = time.perf_counter()
        try:
            yield
        except Exception as error:
            self.say(f"✗ {name}\n{format_exc()}")
            raise Problem(f"自检没有通过：{name}") from error
        self.say(f"✓ {name}（{time.perf_counter() - begin:.1f} 秒）")


def _about() -> str:
    kind = "打包的程序" if hasattr(sys, "frozen") else "源代码"
    return f"连心台账自检：{kind}，Python {sys.version.split()[0]}，{sys.platform}"


def _has_screen() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY"))


def _obey(command: Command, arguments: list[str]) -> None:
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = command(arguments)
    if code:
        raise ValueError(f"{' '.join(arguments)} → {code}\n{said.getvalue()}")


def _open_pictures() -> None:
    for kind in KINDS:
        file = BytesIO()
        Image.new("RGB", (8, 8)).save(file, kind)
        Image.open(file, formats=[kind]).load()


def _commands(scratch: Path, out: Path) -> Iterator[tuple[str, list[str]]]:
    """What each step is called, and its command line."""
    today = date.today()
    quarter, year = str(quarter_of(today)), str(today.year)
    secret = scratch / "password.txt"
    secret.write_text("自检 用的 密码 2026\n", "utf-8")
    demo, other, copies = (str(scratch / name) for name in ("demo", "other", "copies"))
    book, sealed = str(out / "sample.xlsx"), ["--password-file", str(secret)]

    def on(data: str, name: str, *words: str) -> tuple[str, list[str]]:
        return f"命令 {name}{' ' + words[0] if name == 'print' else ''}", ["--data", data, name, *words]

    yield on(demo, "demo")
    yield on(demo, "export", book)
    yield on(demo, "template", str(out / "template.xlsx"))
    yield on(other, "import", book)
    for name, period in (("progress", quarter), ("plan", quarter), ("workdays", year)):
        yield on(demo, name, period)
    for name in ("due", "duty", "documents"):
        yield on(demo, name)
    for document, is_yearly, suffix in _PRINTS:
        path = out / f"{document}{suffix}"
        yield on(demo, "print", document, "--period", year if is_yearly else quarter, "--out", str(path))
    yield on(demo, "backup", copies, *sealed)
    [copy] = Path(copies).glob("*.ldzb")
    for name in ("verify", "restore"):
        yield on(other, name, str(copy), *sealed)
    yield on(other, "check", *sealed)


_PRINTS = (
    ("quarter_plan", False, ".pdf"),
    ("liaison_ledger", True, ".pdf"),
    ("year_calendar", True, ".pdf"),
    ("coverage", False, ".xlsx"),
    ("quarter_report", False, ".docx"),
)
"""Document, whether of the year, and the kind of file: one of each kind."""
