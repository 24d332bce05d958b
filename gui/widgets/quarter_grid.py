"""The quarter of 走访日历 on a canvas: three months, in each day a mark for the morning and the afternoon."""

import tkinter
from datetime import date
from typing import Any

from gui.look.palette import (
    ACCENT,
    CARD,
    COLOURS,
    FIELD_LINE,
    INK,
    LATE,
    LINE,
    NEAR,
    NOT_DUE,
    SOFT,
    TINTS,
    Tone,
)
from gui.look.scale import px
from gui.state.calendar_month import MonthSheet
from gui.state.calendar_quarter import Mark, QuarterBoxes, marks, months
from gui.state.month import WEEKDAYS, Month
from gui.state.month_boxes import Box
from gui.widgets.day_canvas import DayAnswers, DayCanvas, Point
from gui.widgets.ruler import Ruler
from models.rules.kinds import DayKind

_GAP = 20
_QUIET_MONTH = "#fbf6ea"
_OFF_DAY = "#f8fafc"


class QuarterGrid(DayCanvas):
    """Compact: what a day holds is said in words where the cursor or the pointer is."""

    def __init__(self, parent: tkinter.Misc, answers: DayAnswers, point: Point) -> None:
        super().__init__(parent, answers, point)
        self._small, self._strong = Ruler(parent, "LianxinSmall"), Ruler(parent, "LianxinStrong")
        self._sheet: MonthSheet | None = None
        self.boxes = QuarterBoxes((), 1, 1, 1, 1)

    def show(self, sheet: MonthSheet, cursor: date) -> None:
        """Show the quarter of a day with the cursor on one of its days."""
        self._sheet, self.cursor = sheet, cursor
        self.draw()

    def day_at(self, x: int, y: int) -> date | None:
        return self.boxes.day_at(x, y) if self.boxes.months else None

    def texts(self) -> list[str]:
        """Everything written on it, in the order drawn."""
        return [str(self.itemcget(one, "text")) for one in self.find_all() if str(self.type(one)) == "text"]

    def draw(self) -> None:
        self.delete("all")
        sheet = self._sheet
        if sheet is None or self.winfo_height() < px(40):
            return
        head = self._strong.line + self._small.line + px(10)
        shown = months(sheet.day)
        self.boxes = QuarterBoxes(shown, self.winfo_width(), self.winfo_height() - 2, head, px(_GAP))
        for number, month in enumerate(shown):
            self._draw_head(sheet, month, self.boxes.left(number))
            for day in month.days:
                box = self.boxes.day(day) if day.month == month.day.month else None
                if box is not None:
                    self._draw_day(sheet, day, box)
        self._draw_cursor()

    def _write(self, x: int, y: int, text: str, colour: str, anchor: Any = "w", font: str = "Small") -> None:
        self.create_text(x, y, anchor=anchor, text=text, font=f"Lianxin{font}", fill=colour)

    def _draw_head(self, sheet: MonthSheet, month: Month, left: int) -> None:
        self._write(left + px(2), 0, f"{month.day.month}月", INK, "nw", "Strong")
        if sheet.almanac[month.day].no_meeting:
            self._write(left + px(8) + self._strong.width("10月"), px(1), "无会月", NEAR, "nw")
        for column, word in enumerate(WEEKDAYS):
            x = left + column * self.boxes.column + self.boxes.column // 2
            self._write(x, self._strong.line + px(4), word, NOT_DUE if column > 4 else SOFT, "n")

    def _draw_day(self, sheet: MonthSheet, day: date, box: Box) -> None:
        left, top, right, bottom = box
        there = sheet.almanac[day]
        ground = _QUIET_MONTH if there.no_meeting else CARD if there.is_workday else _OFF_DAY
        self.create_rectangle(left, top, right, bottom, fill=ground, outline=LINE)
        y = top + px(1) + self._small.line // 2
        is_today, number = day == sheet.today, str(day.day)
        if is_today:
            wide = self._small.width(number) + px(6)
            self.create_rectangle(
                left + 1, top + 1, left + wide, top + self._small.line, width=0, fill=ACCENT
            )
        self._write(left + px(3), y, number, CARD if is_today else INK)
        if there.kind is not None:
            word, colour = ("休", LATE) if there.kind == DayKind.OFF else ("班", COLOURS[Tone.PLANNED])
            self._write(right - px(3), y, word, colour, "e")
        elif sheet.market(day):
            self._write(right - px(3), y, "圩", NEAR, "e")
        self._draw_rest(sheet, day, (left, top + self._small.line + px(1), right, bottom))

    def _draw_rest(self, sheet: MonthSheet, day: date, box: Box) -> None:
        """The lunar day where there is room for it, and the marks of the two half-days."""
        left, top, right, bottom = box
        label = sheet.label(day)
        line = self._small.line
        if bottom - top >= 3 * (line - px(1)) and self._small.width(label) <= right - left:
            self._write((left + right) // 2, top + line // 2, label, SOFT, "center")
            top += line
        if bottom - top < 2 * (line - px(3)):
            self._draw_signs(marks(sheet, day), (left, top, right, bottom))
            return
        high = min(line + px(2), (bottom - top - px(2)) // 2)
        top = bottom - 2 * high - px(2)
        for number, mark in enumerate(marks(sheet, day)):
            if mark is not None:
                y = top + number * high
                self._draw_mark(mark, (left + px(3), y, right - px(2), y + high - 1))

    def _draw_signs(self, pair: tuple[Mark | None, Mark | None], box: Box) -> None:
        """Where days are low: morning and afternoon beside each other, their signs alone."""
        left, top, right, bottom = box
        middle = (left + right) // 2
        for mark, (x, to_x) in zip(pair, ((left + px(2), middle), (middle + 1, right - px(1))), strict=True):
            if mark is not None:
                self._draw_mark(Mark(mark.text[:1], mark.tone), (x, top + px(1), to_x - 1, bottom - px(2)))

    def _draw_mark(self, mark: Mark, box: Box) -> None:
        left, top, right, bottom = box
        away = mark.tone is Tone.SOFT
        fill = SOFT if away else CARD if mark.tone is Tone.NOT_DUE else TINTS[mark.tone]
        line = FIELD_LINE if mark.tone is Tone.NOT_DUE else fill
        self.create_rectangle(left, top, right, bottom, fill=fill, outline=line)
        colour = CARD if away else INK if mark.tone is Tone.NOT_DUE else COLOURS[mark.tone]
        text = self._small.fit(mark.text, right - left)
        self._write((left + right) // 2, (top + bottom) // 2, text, colour, "center")

    def _draw_cursor(self) -> None:
        box = self.boxes.day(self.cursor)
        if box is not None:
            colour = ACCENT if self.has_keyboard else SOFT
            self.create_rectangle(*box, outline=colour, width=px(2))
