"""The day 今日要办 tells: in its head, and when it turns."""

from collections.abc import Callable
from datetime import date

import pytest

from gui.look.palette import Tone
from gui.pages.today import TodayPage
from gui.window import Window
from models.absence import Absence
from models.holiday import save_holidays
from models.official import Official
from models.rules.kinds import DayKind
from models.writing import Topic, writing
from tests.gui.driving import wait_until
from tests.gui.zhangs_office import TODAY
from tests.models.made_up import day


@pytest.fixture
def opened(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[Window, TodayPage]]:
    def open_(today: date = TODAY) -> tuple[Window, TodayPage]:
        monkeypatch.setattr(Window, "today", lambda _: today)
        window = open_window(TodayPage)
        wait_until(window, lambda: window.page.side)
        return window, window.page

    return open_


def test_a_new_day_is_shown_by_itself(opened: Callable[..., tuple], monkeypatch: pytest.MonkeyPatch) -> None:
    window, page = opened(day(9, 30))
    wait_until(window, lambda: "9月30日 星期三    农历八月二十" in page.context())
    assert not [row for row in page.table.rows.items if "9月30日" in row.due[0] and row.due[1] is Tone.LATE]
    monkeypatch.setattr(Window, "today", lambda _: day(10, 1))
    wait_until(window, lambda: "10月1日 星期四    农历八月廿一" in page.context())
    assert [row for row in page.table.rows.items if "9月30日" in row.due[0] and row.due[1] is Tone.LATE]


def test_nothing_is_said_of_a_holiday_table_any_more_once_it_is_entered(
    opened: Callable[..., tuple],
) -> None:
    window, page = opened()
    wait_until(window, lambda: "▲ 2027年没有节假日表" in page.context())
    fixed = (date(2027, 1, 1), date(2027, 5, 1), date(2027, 10, 1))
    save_holidays(dict.fromkeys(fixed, (DayKind.OFF, "")), "2027年节假日")
    wait_until(window, lambda: "节假日表" not in page.context())


def test_the_head_tells_the_day_and_what_is_not_to_be_forgotten(
    opened: Callable[..., tuple],
) -> None:
    window, page = opened()
    wait_until(window, lambda: "农历" in page.context())
    assert "2026年11月22日 星期日    农历十月十四" in page.context()
    assert "▲ 还没有备份" in page.context()
    assert "▲ 2027年没有节假日表" in page.context()


def test_a_low_window_shows_fewer_bars_rather_than_none(
    zhang: Official, opened: Callable[..., tuple]
) -> None:
    with writing("外出", Topic.ABSENCE):
        Absence.create(official=zhang, first_day=TODAY, last_day=TODAY)
    window, page = opened()
    for high in range(768, 600, -8):
        window.root.geometry(f"1366x{high}+0+0")
        window.root.update()
        if page.side.progress.winfo_height() < page.side.progress.height_for(4):
            break
    assert page.side.progress.winfo_ismapped()
