"""The month of 走访日历 on a canvas: days with what is on them; an activity is dragged to another day."""

import tkinter
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from gui.look.palette import ACCENT, FIELD_LINE
from gui.look.scale import px
from gui.state.calendar_items import Item, Key
from gui.state.calendar_month import MonthSheet, weeks
from gui.state.month_boxes import Box, Measures, MonthBoxes
from gui.widgets.day_canvas import DayAnswers, DayCanvas, Point
from gui.widgets.drag_note import NOTHING, DragNote
from gui.widgets.month_paint import MonthPaint, Rulers
from gui.widgets.move_drawer import Against
from gui.widgets.ruler import Ruler

_INSET = 3
_THRESHOLD = 5


class Drag(NamedTuple):
    """What dragging asks: whether an item may be dragged, what stands in its way on a day, and to move it."""

    may: Callable[[Item], bool]
    against: Callable[[Item, date], Against]
    drop: Callable[[Item, date], object]


class Held(NamedTuple):
    """An item taken hold of, on which of its days and where."""

    item: Item
    day: date
    x: int
    y: int

    def begins(self, day: date | None) -> date | None:
        """When it would begin if the day held came to that day; None where nothing would change."""
        return None if day is None or day == self.day else self.item.first_day + (day - self.day)


class MonthGrid(DayCanvas):
    """Weeks from Monday below each other. `picked` is the item clicked last."""

    def __init__(self, parent: tkinter.Misc, answers: DayAnswers, point: Point, drag: Drag) -> None:
        super().__init__(parent, answers, point)
        self._drag = drag
        self._rulers = Rulers(Ruler(parent, "LianxinSmall"), Ruler(parent, "LianxinStrong"))
        self._sheet: MonthSheet | None = None
        self.boxes = MonthBoxes(self._measures(), (), px(_INSET))
        self.picked: Key | None = None
        self._held: Held | None = None
        self.note: DragNote | None = None
        self.bind("<B1-Motion>", self._pull)
        self.bind("<ButtonRelease-1>", self._let_go)

    def show(self, sheet: MonthSheet, cursor: date) -> None:
        """Show a month with the cursor on one of its days."""
        self._sheet, self.cursor = sheet, cursor
        self.draw()

    def stop_dragging(self) -> bool:
        """Give up dragging, if something is being dragged; whether something was."""
        note, self.note, self._held = self.note, None, None
        if note is not None:
            note.close()
        return note is not None

    def press(self, event: "tkinter.Event[Any]") -> None:
        item = self.item_at(event.x, event.y)
        self.picked = item.key if item else None
        day = self.day_at(event.x, event.y)
        self._held = Held(item, day, event.x, event.y) if item and day and self._drag.may(item) else None
        super().press(event)
        if item is None and self.boxes.is_rest(event.x, event.y):
            self._answers.open(self.cursor)

    def day_at(self, x: int, y: int) -> date | None:
        return self.boxes.day_at(x, y)

    def item_at(self, x: int, y: int) -> Item | None:
        bar = self.boxes.bar_at(x, y)
        return bar.item if bar else None

    def texts(self) -> list[str]:
        """Everything written on it, in the order drawn."""
        return [str(self.itemcget(one, "text")) for one in self.find_all() if str(self.type(one)) == "text"]

    def box_of(self, item: Key) -> Box:
        """Where the first piece of an item is drawn. Raises StopIteration if it is not."""
        rows = enumerate(self.boxes.weeks)
        found = ((row, bar) for row, week in rows for bar in week.bars if bar.item.key == item)
        return self.boxes.bar(*next(found))

    def draw(self) -> None:
        self.delete("all")
        if self._sheet is None or self.winfo_height() < px(40):
            return
        measures = self._measures()
        rows = len(weeks((), self._sheet.day, 1))
        found = weeks(self._sheet.items, self._sheet.day, measures.lanes(rows))
        self.boxes = MonthBoxes(measures, found, px(_INSET))
        MonthPaint(self, self._sheet, self.boxes, self._rulers, self.picked).draw()
        self._draw_cursor()

    def _measures(self) -> Measures:
        small, strong = self._rulers.small.line, self._rulers.strong.line
        wide, high = self.winfo_width(), self.winfo_height()
        return Measures(wide, high, small + px(4), strong + px(2), small - px(1))

    def _draw_cursor(self) -> None:
        box = self.boxes.day(self.cursor)
        if box is not None:
            left, top, right, bottom = box
            colour = ACCENT if self.has_keyboard else FIELD_LINE
            self.create_rectangle(left + 1, top + 1, right - 1, bottom - 1, outline=colour, width=px(2))

    def _pull(self, event: "tkinter.Event[Any]") -> None:
        held = self._held
        if held is None:
            return
        if self.note is None and abs(event.x - held.x) + abs(event.y - held.y) < px(_THRESHOLD):
            return
        if self.note is None:
            self.note = DragNote(self, held.item.text, self._rulers.small)
        day = self.day_at(event.x, event.y)
        target = held.begins(day)
        if target != self.note.day:
            against = self._drag.against(held.item, target) if target else NOTHING
            self.note.say(target, against, self.boxes.day(day) if target and day else None)
        self.note.follow(event.x, event.y)

    def _let_go(self, _event: "tkinter.Event[Any]") -> None:
        held, day = self._held, self.note.day if self.note else None
        self.stop_dragging()
        if held is not None and day is not None:
            self._drag.drop(held.item, day)
