"""The product itself, run as it is given away. LIANXIN_FROZEN says how to start it, as make binary does."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from pyvirtualdisplay import Display

ROOT = Path(__file__).parent.parent.parent
PROGRAM = shlex.split(os.environ.get("LIANXIN_FROZEN", ""))
PDFS = ("visit-sheets.pdf", "quarter_plan.pdf", "liaison_ledger.pdf", "year_calendar.pdf")
pytestmark = pytest.mark.skipif(not PROGRAM, reason="make binary runs these on what it made")


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the frozen program's own round left."""
    return self_tested(PROGRAM, tmp_path_factory.mktemp("打包 的 程序"))


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the same round left from source."""
    return self_tested([sys.executable, str(ROOT / "main.py")], tmp_path_factory.mktemp("source"))


def self_tested(program: list[str], out: Path) -> Path:
    home = out / "home"
    home.mkdir()
    alone = {"HOME": str(home), "XDG_DATA_HOME": str(home), "LC_ALL": "C.UTF-8"}
    with Display(visible=False, size=(1366, 768), color_depth=24, extra_args=["-dpi", "96"]) as screen:
        environment = os.environ | alone | {"DISPLAY": screen.new_display_var}
        done = subprocess.run(
            [*program, "--self-test", "--out", str(out)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return out


def test_its_own_round_passes_with_the_window(frozen: Path) -> None:
    report = (frozen / "self-test.txt").read_text("utf-8")
    assert "打包的程序" in report
    assert "✗" not in report
    assert "✓ 窗口：关闭" in report


def test_its_window_imports_prints_backs_up_and_restores(frozen: Path) -> None:
    report = (frozen / "self-test.txt").read_text("utf-8")
    for step in ("导入", "打印走访安排表", "备份", "恢复", "每一页"):
        assert f"✓ 窗口：{step}" in report


@pytest.mark.parametrize("name", PDFS)
def test_its_pages_say_what_those_from_source_say(frozen: Path, source: Path, name: str) -> None:
    assert texts(frozen / name) == texts(source / name)


@pytest.mark.parametrize("name", PDFS)
def test_its_pages_look_like_those_from_source(frozen: Path, source: Path, name: str) -> None:
    assert looks(frozen / name) == looks(source / name)


def test_it_leaves_nothing_behind_where_it_unpacked_itself(frozen: Path, tmp_path: Path) -> None:
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    subprocess.run([*PROGRAM, "documents"], env=environment, check=True, capture_output=True)
    assert list(tmp_path.iterdir()) == []


def test_it_says_so_without_a_screen(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    done = subprocess.run(
        [*PROGRAM, "--data", str(tmp_path / "data")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "没有可用的显示器" in done.stderr


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def looks(path: Path) -> list[bytes]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.render(scale=1).to_pil().tobytes() for page in document]
