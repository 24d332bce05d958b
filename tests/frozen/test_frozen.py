"""The product itself, run as it is given away. LIANXIN_FROZEN says how to start it, as make binary does."""

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
from pyvirtualdisplay import Display

ROOT = Path(__file__).parent.parent.parent
PROGRAM = shlex.split(os.environ.get("LIANXIN_FROZEN", ""))
PDFS = ("visit-sheets.pdf", "quarter_plan.pdf", "liaison_ledger.pdf", "year_calendar.pdf")
PATIENCE_S = 60.0
Environment = dict[str, str]
pytestmark = pytest.mark.skipif(not PROGRAM, reason="make binary runs these on what it made")


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """A screen of an office PC; what the system calls it."""
    with Display(visible=False, size=(1366, 768), color_depth=24, extra_args=["-dpi", "96"]) as display:
        yield display.new_display_var


@pytest.fixture(scope="session")
def frozen(screen: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the frozen program's own round left."""
    return self_tested(PROGRAM, screen, tmp_path_factory.mktemp("打包 的 程序"))


@pytest.fixture(scope="session")
def source(screen: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the same round left from source."""
    return self_tested([sys.executable, str(ROOT / "main.py")], screen, tmp_path_factory.mktemp("source"))


def test_its_own_round_passes_with_the_window(frozen: Path) -> None:
    report = (frozen / "self-test.txt").read_text("utf-8")
    assert "打包的程序" in report
    assert "✗" not in report
    for step in ("打开", "导入", "打印走访安排表", "备份", "恢复", "每一页", "关闭"):
        assert f"✓ 窗口：{step}" in report


@pytest.mark.parametrize("name", PDFS)
def test_its_pages_say_what_those_from_source_say(frozen: Path, source: Path, name: str) -> None:
    assert texts(frozen / name) == texts(source / name)


@pytest.mark.parametrize("name", PDFS)
def test_its_pages_look_like_those_from_source(frozen: Path, source: Path, name: str) -> None:
    assert looks(frozen / name) == looks(source / name)


def test_it_leaves_nothing_behind_where_it_unpacked_itself(frozen: Path, tmp_path: Path) -> None:
    subprocess.run([*PROGRAM, "documents"], env=alone(tmp_path), check=True, capture_output=True)
    assert not list(tmp_path.glob("_MEI*"))


def test_what_a_killed_run_left_is_cleared_by_the_next(screen: str, tmp_path: Path) -> None:
    with running(alone(tmp_path, screen)):
        wait_until((tmp_path / "lianxin-ledger" / "lianxin.db").exists)
    left = list(tmp_path.glob("_MEI*"))
    assert all((folder / "lianxin.lock").exists() for folder in left)
    with running(alone(tmp_path, screen)):
        wait_until(lambda: not any(folder.exists() for folder in left))


def test_it_says_so_without_a_screen(tmp_path: Path) -> None:
    done = subprocess.run(PROGRAM, env=alone(tmp_path), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "没有可用的显示器" in done.stderr


def self_tested(program: list[str], screen: str, out: Path) -> Path:
    done = subprocess.run(
        [*program, "--self-test", "--out", str(out)],
        env=alone(out / "home", screen),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return out


def alone(home: Path, screen: str = "") -> Environment:
    """An account of its own, with everything it writes in one folder, and perhaps a screen."""
    home.mkdir(exist_ok=True)
    places = dict.fromkeys(("HOME", "XDG_DATA_HOME", "TMPDIR"), str(home))
    kept = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    return kept | places | {"LC_ALL": "C.UTF-8"} | ({"DISPLAY": screen} if screen else {})


@contextmanager
def running(environment: Environment) -> Iterator[None]:
    """The window, killed at the end as by a power cut."""
    run = subprocess.Popen(PROGRAM, env=environment, start_new_session=True)
    try:
        yield
    finally:
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()


def wait_until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def looks(path: Path) -> list[bytes]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.render(scale=1).to_pil().tobytes() for page in document]
