"""走访日历, the quarter: three months side by side, each half-day with one mark. No Tk."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from gui.look.palette import SIGNS, Tone
from gui.state.calendar_items import Item
from gui.state.calendar_month import WEEK, MonthSheet
from gui.state.calendar_words import SHORT, halves_of
from gui.state.month import Month
from gui.state.month_boxes import Box
from models.rules.calendar import add_months, quarter_of
from models.rules.kinds import ActivityKind, ActivityState

_LETTERS = {kind: word[0] for kind, word in SHORT.items()} | {
    ActivityKind.VISIT: "访",
    ActivityKind.FIELDWORK: "研",
}
_URGENCY = (Tone.SOFT, Tone.DONE, Tone.NOT_DUE, Tone.PLANNED, Tone.NEAR, Tone.LATE)


class Mark(NamedTuple):
    """What one half-day says: ✓访, ○听, 外, or of several how many."""

    text: str
    tone: Tone


def months(day: date) -> list[Month]:
    """The three months of the day's quarter."""
    first = quarter_of(day).first
    return [Month(add_months(first, number)) for number in range(3)]


def marks(sheet: MonthSheet, day: date) -> tuple[Mark | None, Mark | None]:
    """The marks of a day's morning and afternoon, None where nothing is."""
    there = [item for item in sheet.items if item.on(day) and not _cancelled(item)]
    morning, afternoon = ([item for item in there if _takes(item, half)] for half in halves_of(day))
    return _mark(morning, sheet), _mark(afternoon, sheet)


def _takes(item: Item, half: int) -> bool:
    if item.entry is not None:
        return item.entry.first <= half <= item.entry.last
    return (
        item.out is not None and item.out.first <= half and (item.out.last is None or half <= item.out.last)
    )


def _cancelled(item: Item) -> bool:
    return item.entry is not None and item.entry.state == ActivityState.CANCELLED


def _mark(there: Sequence[Item], sheet: MonthSheet) -> Mark | None:
    if not there:
        return None
    tones = [Tone.NEAR if sheet.warned(item) else item.tone for item in there]
    tone = max(tones, key=_URGENCY.index)
    entries = [item.entry for item in there if item.entry is not None]
    if not entries:
        return Mark("外" if len(there) == 1 else f"外{len(there)}", tone)
    sign = SIGNS.get(tone, "")
    return Mark(sign + (_LETTERS[entries[0].kind] if len(entries) == 1 else str(len(entries))), tone)


class QuarterBoxes(NamedTuple):
    """Where the days of the three months lie on a canvas; `head` holds a month's name and its weekdays."""

    months: Sequence[Month]
    width: int
    height: int
    head: int
    gap: int

    @property
    def column(self) -> int:
        """How wide a day is."""
        return (self.width - 2 * self.gap) // (3 * WEEK)

    @property
    def row(self) -> int:
        """How high a day is."""
        return max(1, (self.height - self.head) // self.rows)

    @property
    def rows(self) -> int:
        """How many weeks the longest of the months touches."""
        lasts = (add_months(month.day, 1) - timedelta(1) for month in self.months)
        return (
            max(
                ((last - month.days[0]).days // WEEK for last, month in zip(lasts, self.months, strict=True)),
                default=5,
            )
            + 1
        )

    def left(self, number: int) -> int:
        """Where the month of that number begins."""
        return number * (WEEK * self.column + self.gap)

    def day(self, day: date) -> Box | None:
        """Where a day of the quarter is, None where it is not."""
        for number, month in enumerate(self.months):
            if (day.year, day.month) == (month.day.year, month.day.month):
                place = (day - month.days[0]).days
                x = self.left(number) + place % WEEK * self.column
                y = self.head + place // WEEK * self.row
                return x, y, x + self.column, y + self.row
        return None

    def day_at(self, x: int, y: int) -> date | None:
        """The day of the quarter there."""
        number = x // max(1, WEEK * self.column + self.gap)
        column = (x - self.left(number)) // max(1, self.column)
        row = (y - self.head) // self.row
        if not (0 <= number < 3 and 0 <= column < WEEK and 0 <= row < self.rows):
            return None
        month = self.months[number]
        day = month.days[0] + timedelta(row * WEEK + column)
        return day if (day.year, day.month) == (month.day.year, month.day.month) else None
