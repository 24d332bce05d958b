"""Work in pieces between events: all of it is done, in order, and nothing after it was stopped."""

import time
from collections.abc import Callable, Iterator

from gui.pages.activity import ActivityPage
from gui.pages.setting import SettingPage
from gui.piecemeal import Piecemeal
from gui.window import Window
from models.official import Official
from tests.gui.driving import wait_until
from tests.gui.zhangs_office import kept


def _slow(count: int) -> Iterator[int]:
    for number in range(count):
        time.sleep(0.003)
        yield number


def test_it_is_done_in_pieces_and_the_last_of_each_is_told(open_window: Callable[..., Window]) -> None:
    window, told = open_window(SettingPage), []
    work = Piecemeal(window.root, _slow(20), told.append, milliseconds=5)
    work.go()
    assert len(told) == 1
    assert not work.is_over
    wait_until(window, lambda: work.is_over)
    assert told == sorted(told)
    assert told[-1] == 19
    assert 3 < len(told) < 20


def test_what_is_short_is_done_at_once(open_window: Callable[..., Window]) -> None:
    window, told = open_window(SettingPage), []
    work = Piecemeal(window.root, iter([1, 2, 3]), told.append, milliseconds=1000)
    work.go()
    assert told == [3]
    assert work.is_over


def test_stopped_work_tells_nothing_more_even_if_it_had_not_begun(open_window: Callable[..., Window]) -> None:
    window, told = open_window(SettingPage), []
    begun = Piecemeal(window.root, _slow(20), told.append, milliseconds=5)
    begun.go()
    waiting = Piecemeal(window.root, _slow(20), told.append, milliseconds=5)
    waiting.go_in(1)
    for work in (begun, waiting):
        work.stop()
    before, done = list(told), []
    window.root.after(80, lambda: done.append(True))
    wait_until(window, lambda: done)
    assert told == before


def test_a_list_that_goes_away_leaves_no_work_behind(
    open_activities: Callable[..., ActivityPage], zhang: Official
) -> None:
    page = open_activities()
    kept(zhang)
    page.refresh()
    page.list.destroy()
    left = page.tk.splitlist(page.tk.call("after", "info"))
    commands = [page.tk.splitlist(page.tk.call("after", "info", timer))[0] for timer in left]
    assert [name for name in commands if not page.tk.call("info", "commands", name)] == []
