"""A quarter on one page: a row for each week, a box for each day with room for words."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from printing import styles
from printing.calendar_page import WEEKDAYS, Day, Month, frame, two
from printing.flow import Flow
from printing.ink import Ink
from printing.page import Align
from printing.styles import FRAME, MIDDLE, RULE

_NUMBER = 14.0  # the room of a day's number
_ROOM_FOR_NAME = 27.0  # three characters; a longer name goes below the date


@dataclass(frozen=True, slots=True)
class QuarterSheet:
    """Months below each other, a row for each week with room for words; it fills the page."""

    months: Sequence[Month]
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return flow.room

    def lay(self, flow: Flow, below: float) -> None:
        _Quarter(flow, below, sum(len(_weeks(month)) for month in self.months)).draw(self.months)


class _Quarter:
    """The measures of a quarter's sheet while it is drawn."""

    _NAMES = 18.0
    _HEAD = 14.0
    _FIRST = 12.0  # the line of the date
    _PAD = 1.5

    def __init__(self, flow: Flow, below: float, weeks: int) -> None:
        self._flow, self._page, self._ink = flow, flow.page, flow.ink
        self._left, self._right = flow.paper.left, flow.paper.left + flow.paper.measure
        self._wide = (flow.paper.measure - self._NAMES) / 7
        self._step = (flow.room - below - self._HEAD) / weeks
        self._lines = int((self._step - self._FIRST - self._PAD) / styles.TIGHT.leading)

    def draw(self, months: Sequence[Month]) -> None:
        start, y = self._flow.y, self._flow.y - self._HEAD / 2 - MIDDLE * styles.MARK.size
        for at, weekday in enumerate(WEEKDAYS):
            self._page.text_in(self._x(at), self._wide, y, f"星期{weekday}", styles.MARK, Align.CENTRE)
        self._flow.y -= self._HEAD
        for month in months:
            self._page.rule(self._left, self._flow.y, self._right, self._flow.y, FRAME)
            self._draw_month(month)
        self._page.uprights([self._x(at) for at in range(7)], start, self._flow.y, RULE)
        frame(self._page, self._left, self._right, start, self._flow.y)

    def _x(self, weekday: int) -> float:
        return self._left + self._NAMES + weekday * self._wide

    def _draw_month(self, month: Month) -> None:
        top = self._flow.y
        for at, week in enumerate(_weeks(month)):
            if at:
                self._page.rule(self._left + self._NAMES, self._flow.y, self._right, self._flow.y, RULE)
            for day in week:
                self._draw_day(self._x(day.weekday), self._flow.y, day)
            self._flow.y -= self._step
        self._name(month, top, self._flow.y)

    def _name(self, month: Month, top: float, bottom: float) -> None:
        """The month's name and its remark, upright in the middle of its rows."""
        style = styles.LABEL
        lines = [month.name.removesuffix("月"), "月", *month.remark]
        y = (top + bottom) / 2 + (len(lines) - 1) / 2 * style.leading - MIDDLE * style.size
        for line in lines:
            self._page.text_in(self._left, self._NAMES, y, line, style, Align.CENTRE)
            y -= style.leading

    def _draw_day(self, x: float, top: float, day: Day) -> None:
        room, y = self._wide - 2 * self._PAD, top - self._FIRST / 2 - MIDDLE * styles.TIGHT.size - 0.5
        self._page.text(x + self._PAD, y, str(day.number), styles.HEAD if day.is_off else styles.TEXT)
        self._page.text_in(x + self._PAD, room, y, day.kind, styles.MARK, Align.RIGHT)
        named = day.holiday and self._ink.width(day.holiday, styles.MARK) <= _ROOM_FOR_NAME
        shown, style = (day.holiday, styles.MARK) if named else (day.lunar, styles.DENSE)
        if day.market and named:
            shown = two(shown)
        left = x + self._PAD + _NUMBER
        self._page.text(left, y, shown, style)
        if day.market:
            self._page.text(left + self._ink.width(shown, style) + 1, y, "圩", styles.MARK)
        self._write(x + self._PAD, top - self._FIRST, room, day.wordings, "" if named else day.holiday)

    def _write(
        self, x: float, top: float, room: float, wordings: Sequence[Sequence[str]], holiday: str
    ) -> None:
        y = top - styles.TIGHT.leading / 2 - MIDDLE * styles.TIGHT.size
        for line in fitting(wordings, holiday, self._lines, room, self._ink):
            self._page.text(x, y, line, styles.TIGHT)
            y -= styles.TIGHT.leading


def fitting(wordings: Sequence[Sequence[str]], before: str, most: int, room: float, ink: Ink) -> list[str]:
    """The lines of the first wording that takes no more than `most` with `before` above it; the last, cut."""
    lines: list[str] = []
    for wording in wordings or [()]:
        texts = [before, *wording] if before else wording
        lines = [line for text in texts for line in ink.lines(text, styles.TIGHT, room)]
        if len(lines) <= most:
            break
    return lines[:most]


def _weeks(month: Month) -> list[list[Day]]:
    weeks: list[list[Day]] = []
    for day in month.days:
        if not weeks or day.weekday == 0:
            weeks.append([])
        weeks[-1].append(day)
    return weeks
