"""The page 民情事项 in a window of its own, and how a test acts on it."""

from collections.abc import Callable

import pytest

from gui.pages.matter import MatterPage
from gui.pages.setting import SettingPage
from gui.window import Window
from models import terms
from models.rules.kinds import StepKind
from tests.gui.driving import wait_until
from tests.models.matters import TODAY


def opener(open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> Callable[[], MatterPage]:
    """Opens the page on TODAY."""
    monkeypatch.setattr(Window, "today", lambda _: TODAY)

    def open_() -> MatterPage:
        page: MatterPage = open_window(MatterPage, SettingPage).page
        page.update()
        return page

    return open_


def column(page: MatterPage, place: int) -> list[str]:
    return [row[place] for row in page.list.table.shown()]


def taken(page: MatterPage, kind: StepKind, words: str = "", **more: str) -> None:
    """Press the button of a step and fill in its form."""
    page.view.steps.buttons[kind].invoke()
    page.drawer.form["words"].set(words)
    for name, value in more.items():
        page.drawer.form[name].set(value)
    page.drawer.submit()
    wait_until(page.shell, lambda: page.view.steps.timeline.text.count(terms.label(kind)))
