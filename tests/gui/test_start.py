"""The window at start: where the database cannot be opened a page offers ways out; and there is only one."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tkinter import TclError

import pytest

from gui import dialogs, start
from gui.forms.start_damage import DamagePage
from gui.forms.start_login import LoginPage
from gui.forms.start_restore import RestoreChoice
from gui.start import Start, run
from gui.state.start import Way
from models.official import Official, leaders, save_official
from models.storage import backup, close_database, has_password, is_called, password, unlock
from models.storage.database import FILE_NAME
from tests.gui.driving import Answers, press

ROOT = Path(__file__).parents[2]
WORD = "样样样-2026-Aa"
SECOND_START = "import sys; from main import main; sys.exit(main(['--data', sys.argv[1]]))"


@pytest.fixture
def closed(office: Path) -> Path:
    """A closed office with one leader."""
    save_official(Official(name="张样一", rank=1, is_member=True))
    close_database()
    return office


@pytest.fixture
def begin(answers: Answers) -> Iterator[Callable[[Path], Start]]:
    """Starts the window on a folder and lets it live for a moment."""
    begun: list[Start] = []

    def begin_(folder: Path) -> Start:
        begun.append(Start(folder))
        begun[-1].open(folder)
        if begun[-1].root is not None:
            begun[-1].root.update()
        return begun[-1]

    yield begin_
    for one in begun:
        root = one.window.root if one.window else one.root
        with suppress(TclError, AttributeError):
            root.destroy()


def flip(folder: Path, place: int = 30_000) -> bytes:
    """Turn one bit of the data file; what is in it now."""
    content = bytearray((folder / FILE_NAME).read_bytes())
    content[place] ^= 1
    (folder / FILE_NAME).write_bytes(content)
    return bytes(content)


def names() -> list[str]:
    return [official.name for official in leaders()]


# --- a file that will not do


def test_a_damaged_file_leads_to_a_page_that_says_so_and_offers_ways_out(closed: Path, begin) -> None:
    flip(closed)
    page = begin(closed).card
    assert isinstance(page, DamagePage)
    assert list(page.buttons) == [Way.RESTORE, Way.ANYWAY, Way.OTHER, Way.COPY, Way.AGAIN, Way.LEAVE]
    assert page.focus_lastfor() is page.buttons[Way.RESTORE]


def test_a_backup_is_put_in_its_place_and_the_damaged_file_kept(closed: Path, begin) -> None:
    start = begin(closed)
    backup(closed / "backups")
    start.window.root.destroy()
    close_database()
    damaged = flip(closed)
    start = begin(closed)
    start.card.take(Way.RESTORE)
    choice = next(part for part in start.card.body.winfo_children() if isinstance(part, RestoreChoice))
    choice.buttons[0].invoke()
    assert start.window is not None
    assert names() == ["张样一"]
    (kept,) = closed.glob("damaged-*-1.db")
    assert kept.read_bytes() == damaged
    assert f"原来的文件另存为“{kept.name}”" in start.window.noticed


def test_a_sealed_backup_asks_for_its_password_and_the_data_is_under_it_again(closed: Path, begin) -> None:
    sealed(closed)
    unlock(closed, WORD)
    start.storage.open_database(closed)
    backup(closed / "backups")
    close_database()
    flip(closed)
    started = begin(closed)
    started.card.form.entry.insert(0, WORD)
    started.card.form.submit()
    started.card.take(Way.RESTORE)
    choice = next(part for part in started.card.body.winfo_children() if isinstance(part, RestoreChoice))
    choice.buttons[0].invoke()
    assert "密码" in choice.complaint
    choice.secret.entry.insert(0, "错的样样样样")
    choice.secret.submit()
    assert started.window is None
    choice.secret.entry.insert(0, WORD)
    choice.secret.submit()
    assert started.window is not None
    assert names() == ["张样一"]
    assert has_password()


def test_a_backup_that_will_not_do_is_said_so_and_nothing_is_changed(
    closed: Path, begin, answers: Answers, tmp_path: Path
) -> None:
    damaged = flip(closed)
    (tmp_path / "no.lxbak").write_bytes(b"PDF" * 1000)
    start = begin(closed)
    start.card.take(Way.RESTORE)
    choice = next(part for part in start.card.body.winfo_children() if isinstance(part, RestoreChoice))
    answers.path(tmp_path / "no.lxbak")
    choice.choose.invoke()
    assert "不是连心台账的备份" in choice.complaint
    assert (closed / FILE_NAME).read_bytes() == damaged
    assert not list(closed.glob("damaged-*"))


def test_without_any_backup_it_can_be_opened_all_the_same_after_a_copy_was_kept(
    closed: Path, begin, answers: Answers
) -> None:
    path = closed / FILE_NAME
    place = path.read_bytes().index("张样一".encode())
    damaged = flip(closed, place + 1)
    start = begin(closed)
    answers.say("仍然打开")
    start.card.take(Way.ANYWAY)
    assert start.window is not None
    assert len(leaders()) == 1
    assert [kept.read_bytes() for kept in closed.glob("damaged-*-1.db")] == [damaged]


def test_a_file_whose_structure_is_broken_does_not_open_all_the_same(closed: Path, begin, answers) -> None:
    content = bytearray((closed / FILE_NAME).read_bytes())
    content[4096:12288] = bytes(range(256)) * 32
    (closed / FILE_NAME).write_bytes(content)
    start = begin(closed)
    answers.say("仍然打开")
    start.card.take(Way.ANYWAY)
    assert start.window is None
    assert Way.ANYWAY not in start.card.buttons


def test_another_folder_opens_instead(closed: Path, begin, answers: Answers, tmp_path: Path) -> None:
    shutil.copytree(closed, tmp_path / "other")
    flip(closed)
    start = begin(closed)
    answers.path(tmp_path / "other")
    start.card.take(Way.OTHER)
    assert start.window.folder == tmp_path / "other"
    assert names() == ["张样一"]


def test_the_damaged_file_is_copied_for_support(
    closed: Path, begin, answers: Answers, tmp_path: Path
) -> None:
    damaged = flip(closed)
    (tmp_path / "stick").mkdir()
    start = begin(closed)
    answers.path(tmp_path / "stick")
    start.card.take(Way.COPY)
    (copy,) = (tmp_path / "stick").iterdir()
    assert copy.read_bytes() == damaged
    assert str(copy) in answers.asked[-1]


def test_a_mended_file_opens_at_the_second_try(closed: Path, begin) -> None:
    flip(closed)
    start = begin(closed)
    flip(closed)
    start.card.take(Way.AGAIN)
    assert start.window is not None


def test_leaving_closes_the_program(closed: Path, begin) -> None:
    flip(closed)
    start = begin(closed)
    start.card.take(Way.LEAVE)
    with pytest.raises(TclError):
        start.root.winfo_exists()


@pytest.mark.parametrize(
    ("spoil", "title"),
    [
        (lambda path: path.unlink(), "数据文件不见了"),
        (lambda path: path.write_bytes(b""), "数据文件打不开"),
        (lambda path: path.write_text("样" * 9000), "数据文件打不开"),
    ],
)
def test_nothing_done_to_the_file_leads_to_an_empty_program(closed: Path, begin, spoil, title: str) -> None:
    spoil(closed / FILE_NAME)
    start = begin(closed)
    assert isinstance(start.card, DamagePage)
    assert title in str(start.card.body.winfo_children()[0].cget("text"))


# --- a password


def test_with_a_password_nothing_is_shown_before_it_is_right(closed: Path, begin, monkeypatch) -> None:
    sealed(closed)
    start = begin(closed)
    assert isinstance(start.card, LoginPage)
    form = start.card.form
    form.entry.insert(0, "错的样样样样")
    press(form.entry, "<Return>")
    assert "还可以试 4 次" in form.said
    form.entry.insert(0, WORD)
    press(form.entry, "<Return>")
    assert start.window is not None
    assert names() == ["张样一"]


def test_while_one_logs_in_nobody_else_opens_the_folder(closed: Path, begin, monkeypatch) -> None:
    sealed(closed)
    begin(closed)
    monkeypatch.setattr(start, "PATIENCE_S", 0.1)
    second = second_start(closed)
    assert wait_for((closed / "lianxin.call").exists)
    assert is_called(closed)
    assert second.wait(20) == 0


# --- one window


def test_a_second_start_is_told_that_the_program_is_open(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(start, "PATIENCE_S", 0.1)
    monkeypatch.setattr(dialogs, "inform", lambda _parent, _title, message: told.append(message))
    assert run(office) is False
    assert "已经打开" in told[0]


def test_a_second_start_brings_the_first_window_forward_and_ends(closed: Path, begin) -> None:
    root = begin(closed).window.root
    root.iconify()
    root.update()
    second = second_start(closed)
    end = time.monotonic() + 20
    while second.poll() is None and time.monotonic() < end:
        root.update()
        time.sleep(0.02)
    assert second.returncode == 0
    assert root.state() == "normal"


def test_whoever_waits_for_a_window_that_closes_opens_its_own(closed: Path, begin) -> None:
    first = begin(closed)
    second = subprocess.Popen(
        [sys.executable, "-c", SECOND_START, str(closed)], cwd=ROOT, stderr=subprocess.PIPE
    )
    assert wait_for((closed / "lianxin.call").exists)
    first.window.root.destroy()
    close_database()
    assert wait_for(lambda: (closed / "window.json").exists() or second.poll() is None)
    time.sleep(2)
    assert second.poll() is None  # its window stands
    second.kill()
    second.communicate()


def sealed(folder: Path) -> None:
    start.storage.open_database(folder)
    password.set_password(WORD)
    close_database()


def second_start(folder: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", SECOND_START, str(folder)], cwd=ROOT)


def wait_for(condition: Callable[[], object], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False
