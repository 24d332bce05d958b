"""Drawing a month: days with their numbers, lunar days, holidays and markets; bars and chips."""

from datetime import date
from tkinter import Canvas
from typing import Any, NamedTuple

from gui.look.palette import (
    ACCENT,
    CARD,
    COLOURS,
    FIELD_LINE,
    GROUND,
    INK,
    LATE,
    LINE,
    NEAR,
    NOT_DUE,
    SIGNS,
    SOFT,
    TINTS,
    Tone,
)
from gui.look.scale import px
from gui.state.calendar_items import Item, Key, shown, tally
from gui.state.calendar_month import WEEK, Bar, MonthSheet
from gui.state.month import WEEKDAYS
from gui.state.month_boxes import Box, MonthBoxes
from gui.widgets.ruler import Ruler
from models.rules.kinds import ActivityState, DayKind

PAD = 6
_QUIET_MONTH = "#fbf6ea"
_OFF_DAY = "#f8fafc"
_FEW = 3


class Rulers(NamedTuple):
    """The two types a month is set in."""

    small: Ruler
    strong: Ruler


class MonthPaint:
    """Draws one month on a canvas, in these boxes; the item `picked` has a line round it."""

    def __init__(
        self, canvas: Canvas, sheet: MonthSheet, boxes: MonthBoxes, rulers: Rulers, picked: Key | None
    ) -> None:
        self._canvas, self._sheet, self._boxes = canvas, sheet, boxes
        self._small, self._strong = rulers
        self._picked = picked

    def draw(self) -> None:
        """Everything but the cursor."""
        self._draw_head()
        for row, week in enumerate(self._boxes.weeks):
            for column, day in enumerate(week.days):
                self._draw_day(day, column, row)
        self._draw_lines()
        for row, week in enumerate(self._boxes.weeks):
            for bar in week.bars:
                self._draw_bar(self._boxes.bar(row, bar), bar)
            for column, count in week.hidden.items():
                self._draw_rest(week.days[column], count, column, row)

    def _write(self, x: int, y: int, text: str, colour: str, anchor: Any = "w", font: str = "Small") -> None:
        self._canvas.create_text(x, y, anchor=anchor, text=text, font=f"Lianxin{font}", fill=colour)

    def _draw_head(self) -> None:
        for column, word in enumerate(WEEKDAYS):
            colour = NOT_DUE if column > 4 else SOFT
            self._write(self._boxes.x(column) + px(PAD), px(1), f"周{word}", colour, "nw")

    def _draw_day(self, day: date, column: int, row: int) -> None:
        there = self._sheet.almanac[day]
        inside = day.month == self._sheet.day.month
        left, top, right, bottom = (
            self._boxes.x(column),
            self._boxes.y(row),
            self._boxes.x(column + 1),
            self._boxes.y(row + 1),
        )
        ground = _QUIET_MONTH if there.no_meeting else CARD if there.is_workday else _OFF_DAY
        self._canvas.create_rectangle(left, top, right, bottom, width=0, fill=ground if inside else GROUND)
        x = self._draw_number(day, left + px(PAD), top + px(1), inside=inside)
        right = self._draw_mark(there.kind, right - px(PAD), top + px(1))
        y = top + px(1) + self._strong.line // 2
        label = self._small.fit(self._sheet.label(day), max(0, right - x))
        holiday = there.kind == DayKind.OFF and label == there.name
        self._write(x, y, label, LATE if holiday else SOFT if inside else NOT_DUE)
        self._draw_market(self._sheet.market(day), x + self._small.width(label) + px(6), right, y)

    def _draw_number(self, day: date, x: int, y: int, *, inside: bool) -> int:
        """The number, today's on a disc; where the next word may begin."""
        text, line = str(day.day), self._strong.line
        wide = self._strong.width(text)
        if day == self._sheet.today:
            side, x = max(line, wide + px(6)), x - px(3)
            self._canvas.create_oval(x, y, x + side, y + side, width=0, fill=ACCENT)
            self._write(x + side // 2, y + side // 2, text, CARD, "center", "Strong")
            return x + side + px(4)
        self._write(x, y + line // 2, text, INK if inside else NOT_DUE, "w", "Strong")
        return x + wide + px(6)

    def _draw_mark(self, kind: DayKind | None, right: int, y: int) -> int:
        """休 or 班 at the right edge; how far others may go."""
        if kind is None:
            return right
        tone = Tone.LATE if kind == DayKind.OFF else Tone.PLANNED
        side = self._small.line
        self._canvas.create_rectangle(right - side, y + px(1), right, y + side, width=0, fill=TINTS[tone])
        word = "休" if kind == DayKind.OFF else "班"
        self._write(right - side // 2, y + side // 2, word, COLOURS[tone], "center")
        return right - side - px(4)

    def _draw_market(self, text: str, left: int, right: int, y: int) -> None:
        """圩 and the town, 圩 alone where there is no room for it."""
        short = text if self._small.width(text) <= right - left else text[:1]
        if short and self._small.width(short) <= right - left:
            self._write(right, y, short, NEAR, "e")

    def _draw_bar(self, box: Box, bar: Bar) -> None:
        left, top, right, bottom = box
        item, fill = bar.item, _ground(bar.item)
        line = FIELD_LINE if item.tone is Tone.NOT_DUE else fill
        outline, wide = (ACCENT, px(2)) if item.key == self._picked else (line, 1)
        self._canvas.create_rectangle(
            left, top, right - 1, bottom - 1, fill=fill, outline=outline, width=wide
        )
        text, tone = shown(item, warned=self._sheet.warned(item))
        ink = _ink(item) if tone is item.tone else COLOURS[tone]
        text = self._small.fit(text, right - left - px(8))
        y = (top + bottom) // 2
        self._write(left + px(4), y, text, ink)
        if item.entry is not None and item.entry.state == ActivityState.CANCELLED:
            end = left + px(4) + self._small.width(text)
            self._canvas.create_line(left + px(4), y, end, y, fill=ink)

    def _draw_rest(self, day: date, count: int, column: int, row: int) -> None:
        """How much more there is, with how many of each state where there is room for it."""
        boxes = self._boxes
        lane = boxes.measures.lanes(len(boxes.weeks)) - 1
        room = boxes.x(column + 1) - boxes.x(column) - 2 * px(PAD)
        there = [item for item in self._sheet.items if item.on(day)]
        counts = tally(there)
        texts = [f"+{count}（共 {counts}）", f"+{count}（{counts}）"] if count > _FEW else []
        texts = [counts] if lane == 0 and counts else texts
        warned = any(map(self._sheet.warned, there))
        texts = [f"{SIGNS[Tone.NEAR] * warned}{text}" for text in (*texts, f"+{count}")]
        text = next((text for text in texts if self._small.width(text) <= room), texts[-1])
        y = boxes.line(row, lane) + boxes.measures.line // 2
        self._write(boxes.x(column) + px(PAD), y, text, NEAR if warned else ACCENT)

    def _draw_lines(self) -> None:
        boxes, wide = self._boxes, self._boxes.measures.width
        foot = boxes.y(len(boxes.weeks))
        for row in range(len(boxes.weeks) + 1):
            self._canvas.create_line(0, boxes.y(row), wide, boxes.y(row), fill=LINE)
        for column in range(1, WEEK):
            self._canvas.create_line(boxes.x(column), boxes.measures.head, boxes.x(column), foot, fill=LINE)


def _ink(item: Item) -> str:
    if item.out is not None and item.tone is Tone.SOFT:
        return CARD
    return INK if item.tone is Tone.NOT_DUE else COLOURS[item.tone]


def _ground(item: Item) -> str:
    """Absences stand out dark, plans are white with a line, the rest is tinted."""
    if item.out is not None and item.tone is Tone.SOFT:
        return SOFT
    return CARD if item.tone is Tone.NOT_DUE else TINTS[item.tone]
