"""`make pictures`: the pictures of README and manual, taken anew from the real window on a demo office."""

import os
import sys
import tempfile
import time
import tkinter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageGrab
from pyvirtualdisplay import Display

from gui.state.print_choice import Wanted
from models import clerk, storage
from models.activity import activities_between
from models.activity_answer import answer_plan
from models.batch import Batch
from models.demo import fill_with_demo
from models.manual import FOLDER as MANUAL
from models.matter import Matter
from models.official import leaders
from models.rules.calendar import quarter_of
from models.rules.kinds import ActivityKind, ActivityState, MatterState
from models.setting import change_settings
from models.storage import backups

TODAY = date(2026, 11, 25)
FOLDER = Path(__file__).parent.parent / "assets" / "screens"
SIZE, SMALL = (1366, 768), (1000, 600)
CLOCKED = frozenset(("backup", "history"))
"""Pictures of the manual that show when they were taken."""
_MARGIN = 12
_LOOK_S, _PATIENCE_S = 0.3, 5.0


class Shot(NamedTuple):
    """A picture's name, the page it shows and what about."""

    name: str
    title: str
    about: object = None


def main() -> int:
    """Take every picture; README's are what a secretary sees at 1366×768."""
    FOLDER.mkdir(exist_ok=True)
    with _screen():
        with demo_window() as window:
            for name, picture in readme_pictures(window):
                picture.save(FOLDER / f"{name}.png", optimize=True)
            for name, picture in manual_pictures(window):
                picture.save(MANUAL / f"{name}.png", optimize=True)
        with empty_window() as window:
            first_picture(window).save(MANUAL / "first.png", optimize=True)
    return 0


def first_picture(window: Any) -> Image.Image:
    """What whoever opens the program for the first time sees."""
    _resize(window, SMALL)
    return _settled(window, lambda: _grabbed(_MARGIN, window.head, window.body))


def readme_pictures(window: Any) -> Iterator[tuple[str, Image.Image]]:
    """The whole window, showing what the program is about."""
    _resize(window, SIZE)
    for shot in _main_shots():
        window.visit(shot.title, shot.about)
        yield shot.name, _settled(window, lambda: _grabbed(0, window.root))


def manual_pictures(window: Any) -> Iterator[tuple[str, Image.Image]]:
    """Each page from its head down, in a small window, so that it can be read beside another page."""
    _resize(window, SMALL)
    for shot in chain(_main_shots(), _further_shots(window.folder.parent / "U盘")):
        window.visit(shot.title, shot.about)
        yield shot.name, _settled(window, lambda: _grabbed(_MARGIN, window.head, window.body))


@contextmanager
def demo_window() -> Iterator[Any]:
    """The window on a made-up office, on the day the pictures are of."""
    with _open_data() as data:
        clerk.choose(data, "张样样")
        fill_with_demo(TODAY)
        change_settings({"office_name": "示例市政府办公室"})
        with _window(data) as window:
            yield window


@contextmanager
def empty_window() -> Iterator[Any]:
    """The window where nothing was entered yet."""
    with _open_data() as data, _window(data) as window:
        yield window


@contextmanager
def _window(data: Path) -> Iterator[Any]:
    from gui.rail_pages import PAGES
    from gui.window import Window

    today, Window.today = Window.today, lambda _: TODAY
    window = Window(data, PAGES)
    try:
        yield window
    finally:
        window.root.destroy()
        Window.today = today


def _main_shots() -> Iterator[Shot]:
    """A leader's year, visit, sheet, book; the board, an absence, a matter."""
    leader = leaders()[1]
    visits = activities_between(date(2026, 10, 1), TODAY, leader)
    yield Shot("today", "今日要办")
    yield Shot("coverage", "履职总览", leader)
    yield Shot("calendar", "走访日历")
    yield Shot("record", "走访登记", next(one for one in visits if one.kind == ActivityKind.VISIT))
    yield Shot("sheet", "走访登记", Batch(leader.id, quarter_of(TODAY)))
    yield Shot("duty", "AB角", TODAY)
    yield Shot("absence", "AB角", leaders()[6])
    yield Shot("matter", "民情事项", Matter.select().where(Matter.state == MatterState.IN_HAND).first())
    yield Shot("book", "打印中心", Wanted("liaison_ledger", leader.id))


def _further_shots(folder: Path) -> Iterator[Shot]:
    """What is printed most, who is visited, and what was done and kept, told at last: it shows the clock."""
    yield Shot("print", "打印中心", Wanted("quarter_plan", leaders()[1].id))
    yield Shot("points", "联系点")
    plans = [one for one in activities_between(date(2026, 1, 1), TODAY) if one.state == ActivityState.PLANNED]
    for plan in [one for one in plans if one.last_day < TODAY][:6]:
        answer_plan(plan, ActivityState.DONE, TODAY)
    yield Shot("history", "撤销与历史")
    for _ in range(2):
        backups.backup(folder)
    yield Shot("backup", "备份与恢复")


def _resize(window: Any, size: tuple[int, int]) -> None:
    window.root.geometry("{}x{}+0+0".format(*size))
    _live(window.root.update)


def _settled(window: Any, look: Callable[[], Image.Image]) -> Image.Image:
    """What is seen once two looks in a row see the same; what blinks is waited for only so long."""
    end, before = time.monotonic() + _PATIENCE_S, None
    while time.monotonic() < end:
        _live(window.root.update)
        seen = look()
        if before is not None and seen.tobytes() == before.tobytes():
            break
        before = seen
    return seen


def _grabbed(margin: int, *parts: tkinter.Misc) -> Image.Image:
    """What the screen shows of these widgets, in few colours."""
    left = min(one.winfo_rootx() for one in parts) - margin
    top = min(one.winfo_rooty() for one in parts) - margin
    right = max(one.winfo_rootx() + one.winfo_width() for one in parts) + margin
    bottom = max(one.winfo_rooty() + one.winfo_height() for one in parts) + margin
    seen = ImageGrab.grab((left, top, right, bottom), xdisplay=os.environ["DISPLAY"])
    return seen.quantize(256, dither=Image.Dither.NONE)


@contextmanager
def _open_data() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "连心台账")
        data.mkdir()
        storage.open_database(data)
        try:
            yield data
        finally:
            storage.close_database()


def _screen() -> Display:
    return Display(visible=False, size=SIZE, color_depth=24, extra_args=["-dpi", "96"])


def _live(update: Callable[[], object]) -> None:
    """Let the window draw what comes a moment later."""
    end = time.monotonic() + _LOOK_S
    while time.monotonic() < end:
        update()
        time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main())
