"""Where a month's days and bars lie on a canvas of some size. Pixels; no Tk."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from gui.state.calendar_month import WEEK, Bar, Week

Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""


class Measures(NamedTuple):
    """The size of the canvas; heights of its head, of a day's first line and of each line after it."""

    width: int
    height: int
    head: int
    top: int
    line: int

    def lanes(self, rows: int) -> int:
        """How many lines a day has room for below its first, at least one."""
        return max(1, ((self.height - self.head) // rows - self.top - 1) // self.line)


class MonthBoxes(NamedTuple):
    """Weeks laid over the canvas; `inset` is kept free beside a bar's beginning and end."""

    measures: Measures
    weeks: Sequence[Week]
    inset: int

    @property
    def row(self) -> int:
        """How high a week is."""
        return max(1, (self.measures.height - self.measures.head) // max(1, len(self.weeks)))

    def x(self, column: int) -> int:
        return column * self.measures.width // WEEK

    def y(self, row: int) -> int:
        return self.measures.head + row * self.row

    def line(self, row: int, lane: int) -> int:
        """The upper edge of a line in a week."""
        return self.y(row) + self.measures.top + lane * self.measures.line

    def day(self, day: date) -> Box | None:
        """Where a day is, None where it is not."""
        for row, week in enumerate(self.weeks):
            if day in week.days:
                column = week.days.index(day)
                return self.x(column), self.y(row), self.x(column + 1), self.y(row + 1)
        return None

    def bar(self, row: int, bar: Bar) -> Box:
        """Where a bar of that week is."""
        left = self.x(bar.first) + (self.inset if bar.begins else 0)
        right = self.x(bar.last + 1) - (self.inset if bar.ends else 0)
        top = self.line(row, bar.lane)
        return left, top, right, top + self.measures.line - 1

    def day_at(self, x: int, y: int) -> date | None:
        """The day there."""
        row = (y - self.measures.head) // self.row if y >= self.measures.head else -1
        column = x * WEEK // max(1, self.measures.width)
        inside = 0 <= row < len(self.weeks) and 0 <= column < WEEK
        return self.weeks[row].days[column] if inside else None

    def bar_at(self, x: int, y: int) -> Bar | None:
        """The bar there."""
        for row, week in enumerate(self.weeks):
            for bar in week.bars:
                left, top, right, bottom = self.bar(row, bar)
                if left <= x < right and top <= y < bottom:
                    return bar
        return None

    def is_rest(self, x: int, y: int) -> bool:
        """Whether there stands how much more the day has."""
        row = (y - self.measures.head) // self.row
        column = x * WEEK // max(1, self.measures.width)
        if not 0 <= row < len(self.weeks) or column not in self.weeks[row].hidden:
            return False
        return y >= self.line(row, self.measures.lanes(len(self.weeks)) - 1)
