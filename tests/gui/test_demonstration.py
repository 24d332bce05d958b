"""演示: made-up people in a folder of their own; the office's own data is closed meanwhile, and untouched."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gui import start
from gui.forms.demonstration import DemoStrip, enter
from gui.start import run
from gui.window import Window
from models.demo_office import fill
from models.demo_place import FOLDER, MARK, is_demo
from models.official import leaders
from models.setting import change_settings, value
from models.storage import open_database
from tests.gui.driving import Answers

Step = Callable[[Window], object]


@pytest.fixture
def live(
    folder: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[tuple[Path, str, int]]]:
    """Runs the program, doing one step in each window that opens; what each window showed."""

    def live_(*steps: Step) -> list[tuple[Path, str, int]]:
        waiting, seen = list(steps), []

        def stands(window: Window) -> None:
            seen.append((window.folder, value("office_name"), len(leaders())))
            window.root.after(50, waiting.pop(0), window)

        monkeypatch.setattr(start, "_purge", stands)
        assert run(folder)
        assert not waiting
        return seen

    return live_


def into_the_demo(window: Window) -> None:
    window.page.first.offers["先看演示数据"].invoke()


def back(window: Window) -> None:
    strips = [part for part in window.head.master.winfo_children() if isinstance(part, DemoStrip)]
    strips[0].back.invoke()


def close(window: Window) -> None:
    assert window.close()
    window.root.destroy()


def test_from_the_first_steps_into_the_demo_and_back_to_ones_own_data(folder: Path, live) -> None:
    demo = folder / FOLDER
    seen = live(into_the_demo, back, into_the_demo, close)
    assert seen == [(folder, "", 0), (demo, "样样市政府（演示）", 9), (folder, "", 0), (demo, *seen[1][1:])]
    open_database(folder)
    assert not leaders()


def test_closing_the_demo_closes_the_program_and_the_next_start_is_ones_own(folder: Path, live) -> None:
    live(into_the_demo, close)
    assert live(close) == [(folder, "", 0)]


def test_what_one_did_in_the_demo_is_there_again(folder: Path, live) -> None:
    def rename(window: Window) -> None:
        change_settings({"office_name": "练习"})
        back(window)

    assert live(into_the_demo, rename, into_the_demo, close)[-1][1] == "练习"


def test_large_type_goes_along(folder: Path, live) -> None:
    def enlarge(window: Window) -> None:
        change_settings({"large_font": "1"})
        into_the_demo(window)

    live(enlarge, close)
    open_database(folder / FOLDER)
    assert value("large_font") == "1"


def test_a_form_that_is_to_stay_open_keeps_the_window(folder: Path, live, answers: Answers) -> None:
    def type_and_stay(window: Window) -> None:
        window.visit("设置")
        window.page.forms[0]["office_name"].set("样样市")
        window.page.forms[0].edited = True
        answers.say("取消")
        enter(window)
        assert window.next_folder is None
        answers.say("放弃")
        close(window)

    assert len(live(type_and_stay)) == 1


@pytest.mark.parametrize("mark", ["样", "{}", "[]", '{"large_font": 7}'])
def test_a_demo_whose_mark_cannot_be_read_is_filled_all_the_same(office: Path, mark: str) -> None:
    (office / MARK).write_text(mark, "utf-8")
    assert is_demo(office)
    fill(office, date(2026, 11, 25))
    assert len(leaders()) == 9
    assert value("large_font") == "0"
