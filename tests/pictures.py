"""`make pictures`: the pictures of README, taken anew from the real window on a demo office."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PIL import ImageGrab
from PIL.Image import Dither
from pyvirtualdisplay import Display

from gui.state.print_choice import Wanted
from models import storage
from models.activity import activities_between
from models.batch import Batch
from models.demo import fill_with_demo
from models.matter import Matter
from models.official import leaders
from models.rules.calendar import quarter_of
from models.rules.kinds import ActivityKind, MatterState
from models.setting import change_settings

TODAY = date(2026, 11, 25)
FOLDER = Path(__file__).parent.parent / "assets" / "screens"
SIZE = (1366, 768)
_SETTLED_S = 1.5


def main() -> int:
    """Take every picture; each is what a secretary sees at 1366×768."""
    FOLDER.mkdir(exist_ok=True)
    with (
        Display(visible=False, size=SIZE, color_depth=24, extra_args=["-dpi", "96"]) as screen,
        _office() as data,
    ):
        from gui.rail_pages import PAGES as RAIL
        from gui.window import Window

        Window.today = lambda _: TODAY
        window = Window(data, RAIL)
        window.root.geometry(f"{SIZE[0]}x{SIZE[1]}+0+0")
        for name, title, about in _shots():
            window.visit(title, about)
            _live(window.root.update)
            picture = ImageGrab.grab(xdisplay=screen.new_display_var)
            picture.quantize(256, dither=Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)
        window.root.destroy()
    return 0


def _shots() -> Iterator[tuple[str, str, object]]:
    """File, page and what it shows: a leader's year, visit, sheet, book; the board, an absence, a matter."""
    leader = leaders()[1]
    visits = activities_between(date(2026, 10, 1), TODAY, leader)
    yield "today", "今日要办", None
    yield "coverage", "履职总览", leader
    yield "calendar", "走访日历", None
    yield "record", "走访登记", next(one for one in visits if one.kind == ActivityKind.VISIT)
    yield "sheet", "走访登记", Batch(leader.id, quarter_of(TODAY))
    yield "duty", "AB角", TODAY
    yield "absence", "AB角", leaders()[6]
    yield "matter", "民情事项", Matter.select().where(Matter.state == MatterState.IN_HAND).first()
    yield "book", "打印中心", Wanted("liaison_ledger", leader.id)


@contextmanager
def _office() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        storage.open_database(data)
        try:
            fill_with_demo(TODAY)
            change_settings({"office_name": "示例市政府办公室"})
            yield data
        finally:
            storage.close_database()


def _live(update: Callable[[], object]) -> None:
    """Let the window draw what comes a moment later."""
    end = time.monotonic() + _SETTLED_S
    while time.monotonic() < end:
        update()
        time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main())
