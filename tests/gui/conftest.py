"""The real window under Xvfb. A test fails on any error of a callback and on anything logged as an error."""

import gc
import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from tkinter import TclError

import pytest

from gui import dialogs
from gui.page import Page, RailPage
from gui.pages.activity import ActivityPage
from gui.pages.pairing import PairingPage, View
from gui.rail_pages import PAGES
from gui.window import Window
from models.official import Official
from models.pairing import Pairing, save_pairing
from tests.gui.calendar_office import PrintNeighbour
from tests.gui.driving import Answers
from tests.gui.zhangs_office import TODAY, zhangs_office
from tests.models.made_up import a_leader, day


@pytest.fixture(autouse=True)
def at_plain_scale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tk keeps a window's scale for the next one, and one may be left over from looking at pictures."""
    monkeypatch.setenv("LIANXIN_SCALE", "1")


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    prepared = Answers()
    for name in ("confirm", "choose", "inform"):
        monkeypatch.setattr(dialogs, name, getattr(prepared, name))
    for name in ("ask_open_file", "ask_save_file", "ask_folder"):
        monkeypatch.setattr(dialogs, name, prepared.ask_path)
    return prepared


@pytest.fixture
def open_window(
    office: Path, answers: Answers, caplog: pytest.LogCaptureFixture
) -> Iterator[Callable[..., Window]]:
    """Opens the window on the office, with these pages or with all of them; closes it after the test."""
    opened: list[Window] = []

    def open_(*pages: type[Page]) -> Window:
        chosen = [RailPage(page.title, page.icon, partial(_same, page)) for page in pages]
        window = Window(office, chosen or PAGES)
        opened.append(window)
        window.root.update()
        # Without a window manager the keyboard follows the pointer, so away from where lists open.
        window.root.event_generate("<Motion>", warp=True, x=2, y=2)
        window.root.update()
        return window

    yield open_
    for window in opened:
        with suppress(TclError):  # closed by the test itself
            window.root.update()
            window.root.destroy()
    gc.enable()
    gc.collect()  # what was Tk's goes here, not in the middle of another test's work
    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert not [record.getMessage() + str(record.exc_info) for record in errors]


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    """The whole program's window on an empty office."""
    return open_window()


@pytest.fixture
def zhang(office: Path) -> Official:
    """A leader with a township, a village in it and ten households there."""
    return zhangs_office()


@pytest.fixture
def li(zhang: Official) -> Official:
    """Zhang's partner."""
    other = a_leader("李样二")
    save_pairing(Pairing(a=zhang, b=other, first_day=day(1, 1), document="样〔2026〕1号"))
    return other


@pytest.fixture
def open_page(
    open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., PairingPage]:
    """Opens the page AB角 on 25 November, on the view given."""

    def open_(view: View = View.ABSENCES) -> PairingPage:
        monkeypatch.setattr(Window, "today", lambda _: day(11, 25))
        page: PairingPage = open_window(PairingPage, PrintNeighbour).page
        page.look_at(view)
        page.update()
        return page

    return open_


@pytest.fixture
def open_activities(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., ActivityPage]:
    """Opens 走访登记 in zhang's office, on the day given."""

    def open_(today: date = TODAY, *pages: type[Page]) -> ActivityPage:
        monkeypatch.setattr(Window, "today", lambda _: today)
        return open_window(ActivityPage, *pages).page

    return open_


def _same(page: type[Page]) -> type[Page]:
    return page
