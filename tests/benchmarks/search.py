"""Ctrl+F and long lists in the real window, in an office of 250,000 activities and 6,000 contact points.

A key's time is the program's processor time from the key to all of its results drawn, older activities and
how many there are included. What has a bound of its own is set against that; the rest against a bare query.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from gui.rail_pages import PAGES
from gui.window import Window
from models.base import database
from models.rules.calendar import period
from models.storage import close_database, open_database
from tests.benchmarks._large_office import TODAY, YEARS, make
from tests.benchmarks.window import screen

ROOT = Path(__file__).parents[2]
ROUNDS = 3
KEY, STEP = 0.050, 0.100  # seconds: what a key may take, and what nobody notices between two keys
WANTED, WANTED_BUILD = 1.0, 15.0
TYPED = (
    *(("h", "hs", "hsp"), ("z", "zy", "zyy", "zyye"), ("heng", "hengs", "hengshan", "hengshanc")),
    *(("张",), ("张样", "张样一"), ("镇",), ("村",), ("横山",), ("样市政府",), ("组",)),
    *(("饮水", "饮水管道"), ("道路积水",), ("水利局",), ("希望早日",), ("涉及17户",), ("查无此人",)),
    *(("张样一", "张样一 饮", "张样一 饮水"), ("走访 h", "走访 hs", "走访 hsz"), ("水利局 路灯",)),
    *(("2", "20", "202", "2026", "20260", "202600"), ("HD20260001",), ("０",), ("HSC",)),
)
_ALL = (
    "SELECT id, first_day, last_day, number, kind, place, purpose, title, heard, reply FROM activity",
    "SELECT activity_id, contact_point_id, person, reason, heard, reply, services FROM target",
    "SELECT activity_id, official_id, name FROM participant",
    "SELECT * FROM contact_point",
)
_LIST = "SELECT * FROM activity WHERE first_day <= ? AND last_day >= ? ORDER BY first_day DESC, id DESC"

Row = tuple[str, str, str, float, float]


def rows() -> Iterator[Row]:
    """What, ours, the yardstick, their ratio, and the ratio wanted at most."""
    with tempfile.TemporaryDirectory() as folder, screen():
        make(Path(folder))
        command = [sys.executable, "-m", "tests.benchmarks.search", folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    ours = json.loads(done.stdout)
    yield _row("查找：25 万条活动中每键的结果，中位", median(ours["keys"]), KEY, WANTED)
    yield _row("查找：最慢的一键", max(ours["keys"]), KEY, WANTED)
    yield _row("查找：首次准备（在按键之间进行）", ours["build"], ours["bare build"], WANTED_BUILD)
    yield _row("查找：准备中最长的一步", ours["step"], STEP, WANTED)
    yield _row("走访登记：打开一年的 5 万条", ours["list"], ours["bare list"], WANTED)
    yield _row("走访登记：在 5 万条中筛选，最慢的一键", max(ours["filter"]), KEY, WANTED)


def _row(what: str, ours: float, yardstick: float, most: float) -> Row:
    return what, f"{ours * 1000:.0f} ms", f"{yardstick * 1000:.0f} ms", ours / yardstick, most


def _measure(folder: str) -> dict[str, Any]:
    Window.today = lambda _: TODAY  # type: ignore[method-assign]
    open_database(Path(folder))
    window = Window(Path(folder), PAGES)
    window.root.geometry("1366x768+0+0")
    end = time.monotonic() + 2
    _wait(window, lambda: time.monotonic() > end)  # what a page completes after it was first seen
    try:
        return _search(window) | _list(window) | _bare()
    finally:
        window.root.destroy()
        close_database()


def _search(window: Window) -> dict[str, Any]:
    begin = time.process_time()
    window.press("Ctrl+F")
    finder, steps = window.finder, []
    while finder.is_reading:
        steps.append(_seconds(window.root.tk.dooneevent))
    built = time.process_time() - begin
    keys = [_key(window, finder.box, text, lambda: finder.is_whole) for word in TYPED for text in word]
    return {"build": built, "step": max(steps), "keys": keys}


def _list(window: Window) -> dict[str, Any]:
    window.visit("走访登记")
    listed: Any = window.page
    listed = listed.list
    window.root.update()

    def open_year() -> None:
        listed.period.set(period(str(YEARS[-1])))
        listed.period.changed()
        window.root.update_idletasks()

    opened = min(_seconds(open_year) for _ in range(ROUNDS))
    _wait(window, lambda: listed.found.is_read)
    keys = [
        _key(window, listed.search, text, lambda: listed.found.is_over) for word in TYPED[:8] for text in word
    ]
    return {"list": opened, "filter": keys}


def _bare() -> dict[str, float]:
    year = (date(YEARS[-1], 12, 31), date(YEARS[-1], 1, 1))
    days = tuple(day.isoformat() for day in year)
    read = min(_seconds(lambda: [list(database.execute_sql(sql)) for sql in _ALL]) for _ in range(ROUNDS))
    listed = min(_seconds(lambda: list(database.execute_sql(_LIST, days))) for _ in range(ROUNDS))
    return {"bare build": read, "bare list": listed}


def _key(window: Window, box: Any, text: str, is_done: Callable[[], bool]) -> float:
    """The best of some rounds, in each of which the key before it was another one."""
    return min(_once(window, box, text, is_done) for _ in range(ROUNDS))


def _once(window: Window, box: Any, text: str, is_done: Callable[[], bool]) -> float:
    _type(window, box, text[:-1], is_done)

    def type_it() -> None:
        _type(window, box, text, is_done)

    return _seconds(type_it)


def _type(window: Window, box: Any, text: str, is_done: Callable[[], bool]) -> None:
    box.entry.focus_force()
    box.entry.delete(0, "end")
    box.entry.insert(0, text)
    box.entry.event_generate("<KeyRelease>", keysym="space", when="now")
    _wait(window, is_done)
    window.root.update_idletasks()


def _wait(window: Window, is_done: Callable[[], bool]) -> None:
    while not is_done():
        window.root.update()
        time.sleep(0.0005)


def _seconds(do: Callable[[], object]) -> float:
    begin = time.process_time()
    do()
    return time.process_time() - begin


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1])))
