"""`make windows`: the .exe as an office would use it, under Wine. It is run by this file's name alone.

What Wine cannot show, real printers, input methods, antivirus, is a list in README.md for a real PC.
"""

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.windows.wine import Pc, Told

ROOT = Path(__file__).parents[2]
BUILT, PLACE = ROOT / "dist" / "windows", ROOT / "build" / "windows"
PICTURES = PLACE / "pictures"
DPI, DARK = 100, 150
Run = Callable[..., Told]


@pytest.fixture(scope="session")
def pc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pc]:
    prefix = tmp_path_factory.mktemp("pc") / "prefix"
    shutil.copytree(PLACE / "prefix", prefix, symlinks=True)
    computer = Pc(prefix)
    yield computer
    computer.shut_down()


@pytest.fixture(scope="session")
def program(pc: Pc) -> str:
    """The one file, where a secretary may have put it."""
    place = pc.disk / "办公 软件"
    place.mkdir(exist_ok=True)
    return pc.called(Path(shutil.copy(BUILT / "lianxin.exe", place / "连心台账.exe")))


@pytest.fixture
def run(pc: Pc, program: str) -> Run:
    """Run a command of the program on the user's own data."""
    return lambda *command: pc.run([program, *command])


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Run the same from the source here, on data of its own."""
    data = tmp_path_factory.mktemp("source") / "data"

    def run_(*command: str, data: Path = data) -> str:
        told = subprocess.run(
            [sys.executable, ROOT / "main.py", "--data", data, *command],
            capture_output=True,
            text=True,
            check=True,
        )
        return told.stdout

    return run_


@pytest.fixture(scope="session")
def sample(pc: Pc, source: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook on the PC, that was imported from the source here already."""
    demo, workbook = tmp_path_factory.mktemp("demo") / "data", pc.disk / "台账 样例.xlsx"
    source("demo", "--leaders", "3", "--seed", "7", data=demo)
    source("export", str(workbook), data=demo)
    source("import", str(workbook))
    return workbook


@pytest.fixture
def imported(pc: Pc, program: str, sample: Path) -> Path:
    """The user's data folder, filled from the workbook."""
    data = pc.home / "AppData" / "Local" / "lianxin-ledger"
    if not data.exists():
        assert pc.run([program, "import", pc.called(sample)]).code == 0
    return data


def test_it_finds_itself_well(run: Run, pc: Pc) -> None:
    told = pc.disk / "自检"
    ended = run("--self-test", "--out", pc.called(told))
    assert ended.code == 0, ended.text
    shutil.copytree(told, PLACE / "self-test", dirs_exist_ok=True)


def test_a_command_speaks_chinese(run: Run) -> None:
    told = run("documents")
    assert told.code == 0
    assert "quarter_plan\t季度走访安排表" in told.text


def test_the_folder_build_works_too(pc: Pc) -> None:
    place = pc.disk / "办公 软件" / "文件夹版"
    shutil.copytree(BUILT / "lianxin-folder", place)
    assert "季度走访安排表" in pc.run([pc.called(place / "lianxin.exe"), "documents"]).text


def test_a_workbook_is_imported(run: Run, pc: Pc, sample: Path) -> None:
    told = run("--data", "C:\\新", "import", pc.called(sample), "--json")
    answer = json.loads(next(line for line in told.text.splitlines() if line.startswith("{")))
    assert told.code == 0
    assert answer["new"] > 100
    assert answer["refused"] == []


def test_a_file_that_is_no_workbook_is_refused_in_words(run: Run, pc: Pc, imported: Path) -> None:
    broken = pc.disk / "坏.xlsx"
    broken.write_bytes(b"PK\3\4" + b"\0" * 5000)
    told = run("import", pc.called(broken))
    assert told.code == 1
    assert "“坏.xlsx”" in told.text


def test_printed_pages_say_what_those_from_source_say(
    run: Run, pc: Pc, imported: Path, source: Callable[..., str], tmp_path: Path
) -> None:
    out = pc.disk / "打印 结果"
    told = run("print", "quarter_plan", "--period", "2026Q4", "--out", pc.called(out) + "\\")
    source("print", "quarter_plan", "--period", "2026Q4", "--out", f"{tmp_path}/")
    assert told.code == 0
    assert _texts(out) == _texts(tmp_path)
    assert len(_texts(out)) == 3


def test_a_backup_is_made_read_again_and_restored(run: Run, pc: Pc, imported: Path) -> None:
    folder = pc.disk / "备 份"
    before = run("due", "--json").text
    assert run("backup", pc.called(folder)).code == 0
    copy = pc.called(next(folder.glob("*.ldzb")))
    assert run("verify", copy).code == 0
    assert run("--data", "C:\\另一处", "restore", copy).code == 0
    assert run("--data", "C:\\另一处", "due", "--json").text == before
    assert run("--data", "C:\\另一处", "check").code == 0


def test_its_window_shows_every_page_and_leaves_nothing_behind(pc: Pc, program: str, imported: Path) -> None:
    PICTURES.mkdir(exist_ok=True)
    with pc.start(program) as window:
        _until(lambda: _windows() != "", "the window")
        time.sleep(3)
        for key in "1234567890":
            _press(f"alt+{key}")
            time.sleep(1.5)
            _picture(f"page-{key}")
        assert pc.run([program]).code == 0, "a second start brings the first one forward"
        assert window.poll() is None
        _press("alt+F4")
        assert window.wait(60) == 0
    assert not (imported / "lianxin.log").exists(), "a log is there where something went wrong"
    assert not list(pc.home.rglob("_MEI*"))
    assert json.loads((imported / "window.json").read_text("utf-8"))["maximised"], "the screen is a small one"
    assert list((imported / "backups").glob("*.ldzb")), "leaving makes a backup"


@pytest.mark.parametrize(("document", "sides"), [("quarter_plan", "1"), ("visit_record", "2")])
def test_pages_lie_on_the_paper_where_they_lie_in_the_pdf(
    pc: Pc, source: Callable[..., str], sample: Path, tmp_path: Path, document: str, sides: str
) -> None:
    source("print", document, "--period", "2026Q4", "--out", f"{tmp_path}/")
    pdf, printed = min(tmp_path.glob("*.pdf")), tmp_path / "printed.ps"
    driver = pc.disk / "windows/system32/spool/drivers/x64/3/printer.ppd"
    driver.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(Path(__file__).with_name("printer.ppd"), driver)
    python, script = PLACE / "python" / "python.exe", Path(__file__).with_name("printing.py")
    told = pc.run([str(python), str(script), str(pdf), "A4", sides, str(printed)])
    assert told.code == 0, told.text
    assert ("/Duplex true/Tumble false" in printed.read_text("latin-1")) == (sides == "2")
    for there, here in zip(_inked(printed), _inked(pdf), strict=True):
        assert there == pytest.approx(here, abs=DPI / 25.4)


def _texts(folder: Path) -> dict[str, str]:
    """What the PDFs of a folder say but for the number of the print, by their names."""
    return {path.name: re.sub(r"打印编号 \d+", "", _text(path)) for path in folder.glob("*.pdf")}


def _text(path: Path) -> str:
    command = ["pdftotext", "-layout", path, "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _inked(path: Path) -> list[tuple[int, ...]]:
    """For each page the box of what is drawn, in dots, on an upright sheet: one across it is turned left."""
    from PIL import Image

    pages = path.parent / f"{path.suffix.strip('.')}-%d.png"
    command = ["gs", "-q", f"-r{DPI}", "-sDEVICE=pnggray", "-o", pages, path]
    subprocess.run(command, check=True)
    boxes = []
    for picture in sorted(path.parent.glob(pages.name.replace("%d", "*"))):
        page = Image.open(picture)
        upright = page.rotate(90, expand=True) if page.width > page.height else page
        boxes.append(upright.point(lambda grey: 255 * (grey < DARK)).getbbox())
    return boxes


def _windows() -> str:
    return subprocess.run(
        ["xdotool", "search", "--name", "连心台账"], capture_output=True, text=True, check=False
    ).stdout


def _press(key: str) -> None:
    subprocess.run(["xdotool", "key", key], check=True)


def _picture(name: str) -> None:
    from PIL import ImageGrab

    ImageGrab.grab(xdisplay="").save(PICTURES / f"{name}.png")


def _until(there: Callable[[], bool], what: str, patience: float = 60) -> None:
    end = time.monotonic() + patience
    while not there():
        assert time.monotonic() < end, f"{what} did not come"
        time.sleep(0.2)
