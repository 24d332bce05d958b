"""The way from 今日要办 to a matter and back."""

from collections.abc import Callable
from datetime import date

import pytest

from gui.pages.matter import MatterPage
from gui.pages.today import TodayPage
from gui.window import Window
from models.official import Official
from tests.gui.driving import press, wait_until
from tests.models.made_up import day
from tests.models.matters import a_matter


@pytest.fixture
def opened(open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Window]:
    def open_(today: date) -> Window:
        monkeypatch.setattr(Window, "today", lambda _: today)
        window = open_window(TodayPage, MatterPage)
        wait_until(window, lambda: window.page.side)
        return window

    return open_


def test_a_matter_opens_from_today_and_esc_leads_back(zhang: Official, opened: Callable[..., Window]) -> None:
    kept = a_matter(zhang, due=day(11, 18))
    window = opened(day(11, 24))
    page = window.page
    page.table.pick(next(at for at, row in enumerate(page.table.rows.items) if row.what == "民情事项"))
    press(page.table.sheet, "<Return>")
    assert isinstance(window.page, MatterPage)
    assert window.page.view.matter == kept
    assert "返回今日要办" in window.page.context()
    press(window.page.view.steps.timeline.canvas, "<Escape>")
    assert window.page is page
