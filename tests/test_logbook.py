"""The log is for whoever helps: it says where the program failed, and nothing of whom the ledger is about."""

import ast
import errno
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gui.errors import Errors
from models.logbook import MOST_BYTES, NAME, Impersonal, log_into, without_others_words
from models.official import find_official
from models.version import VERSION

ROOT = Path(__file__).parent.parent
PHONE, PERSON, FILE = "13912345678", "张样一", "张样一家访.xlsx"
FAILING = """
import sys
from models.commands import counting

def fails(chosen):
    people = {"李样二": 1}
    return people[chosen.leader]

counting.progress = fails
from main import main
sys.exit(main(["--data", sys.argv[1], "progress", "2026", "--leader", "张样一"]))
"""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """What the file of the log holds; errors go into it as they do in the program."""
    keeper = logging.FileHandler(tmp_path / NAME, encoding="utf-8", delay=True)
    keeper.setFormatter(Impersonal())
    logging.getLogger().addHandler(keeper)
    yield lambda: (tmp_path / NAME).read_text("utf-8")
    logging.getLogger().removeHandler(keeper)
    keeper.close()


def failing(error: Exception) -> None:
    """An error as it comes out of a callback."""
    try:
        _deep(error)
    except Exception as caught:
        Errors(lambda *_: None).failed(type(caught), caught, caught.__traceback__)


def _deep(error: Exception) -> None:
    raise error


@pytest.mark.parametrize(
    "error",
    [
        KeyError(PERSON),
        KeyError(f"it's {PERSON}"),
        ValueError(f"invalid literal for int() with base 10: '{PHONE}'"),
        ValueError(f"phone {PHONE} of {PERSON}"),
        ValueError(f'cannot read "{FILE}" at line 3'),
        FileNotFoundError(errno.ENOENT, "No such file or directory", f"/home/zhangyang/{FILE}"),
        PermissionError(errno.EACCES, "Permission denied", f"C:\\Users\\zhangyang\\{FILE}"),
        UnicodeEncodeError("gbk", PERSON, 0, 1, "illegal multibyte sequence"),
        RuntimeError(f"“{PERSON}”的电话\n{PHONE}"),
        TypeError(f"unhashable: {PERSON}"),
    ],
)
def test_what_people_typed_and_how_files_are_called_stays_out(
    log: Callable[[], str], error: Exception
) -> None:
    failing(error)
    told = log()
    for word in ("样", PERSON[0], PHONE, PHONE[:4], "zhangyang", "xlsx", "电话"):
        assert word not in told
    assert type(error).__name__ in told
    assert "tests/test_logbook.py:" in told
    assert VERSION in told


def test_what_helps_to_find_the_fault_stays_in(log: Callable[[], str]) -> None:
    failing(AttributeError("'NoneType' object has no attribute 'first_day'"))
    failing(OSError(errno.ENOSPC, "No space left on device", "/media/样"))
    assert "'NoneType' object has no attribute 'first_day'" in log()
    assert f"[{errno.ENOSPC}] No space left on device" in log()
    assert "_deep" in log()


def test_the_error_that_another_one_came_of_is_told_first(log: Callable[[], str]) -> None:
    try:
        try:
            raise KeyError(PERSON)
        except KeyError as first:
            raise RuntimeError("a second one") from first
    except RuntimeError as error:
        failing(error)
    assert log().index("KeyError") < log().index("RuntimeError: a second one")
    assert "样" not in log()


def test_what_the_program_says_itself_is_kept_and_what_is_filled_in_is_not(log: Callable[[], str]) -> None:
    logging.getLogger("gui.look.typeface").warning("没有找到随附的界面字体，改用%s。", "样样体")
    logging.getLogger("somebody.else").warning("no %s here", PERSON)
    assert "没有找到随附的界面字体，改用[…]。" in log()
    assert "somebody.else: no […] here" in log()
    assert "样" not in log()


def test_a_real_fault_of_a_command_names_nobody(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAILING, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert NAME in done.stderr
    told = (tmp_path / NAME).read_text("utf-8")
    assert "KeyError" in told
    assert "main.py:" in told
    assert "样" not in told
    assert str(ROOT) not in told
    assert str(tmp_path) not in told


def test_nothing_is_written_as_long_as_nothing_fails(office: Path) -> None:
    log_into(office / NAME)
    with pytest.raises(Exception, match=PERSON):
        find_official(PERSON)
    assert not (office / NAME).exists()


def test_a_log_that_has_grown_long_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"x" * (MOST_BYTES + 1))
    log_into(tmp_path / NAME)
    assert [path.name for path in tmp_path.iterdir()] == ["lianxin.old.log"]


def test_a_version_and_a_place_in_the_code_are_not_taken_for_somebodys_number() -> None:
    assert without_others_words("line 312 of 3.53.4") == "line 312 of 3.53.4"


def test_whoever_logs_writes_plain_words_first_and_fills_in_the_rest() -> None:
    """Words that are joined before cannot be told from what was filled in."""
    calls = [
        (path, node)
        for place in ("models", "gui", "printing", "main.py")
        for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in ("_log", "logging")
        and node.func.attr in ("debug", "info", "warning", "error", "exception", "critical")
    ]
    assert len(calls) >= 4
    assert not [path.name for path, node in calls if not isinstance(node.args[0], ast.Constant)]
