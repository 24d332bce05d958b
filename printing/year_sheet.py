"""A year on one page: a column for each month, a line for each day."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from printing import styles
from printing.calendar_page import SUNDAY, WEEKDAYS, Day, Month, frame, two
from printing.flow import Flow
from printing.page import Align
from printing.styles import FRAME, MIDDLE, RULE, Style

_DOT = 0.3
_BOX, _THIN = 9.8, 0.35  # round the lunar day of a market
_LONGEST = 31


@dataclass(frozen=True, slots=True)
class YearSheet:
    """Twelve months side by side, a line for each day; it fills the page."""

    months: Sequence[Month]
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return flow.room

    def lay(self, flow: Flow, below: float) -> None:
        _Year(flow, below, len(self.months)).draw(self.months)


class _Year:
    """The measures of a year's sheet while it is drawn."""

    _NUMBERS = 15.0
    _HEAD = 13.0
    _GAP = 2.0

    def __init__(self, flow: Flow, below: float, months: int) -> None:
        self._flow, self._page = flow, flow.page
        self._left, self._right = flow.paper.left, flow.paper.left + flow.paper.measure
        self._wide = (flow.paper.measure - self._NUMBERS) / months
        self._top = flow.y
        self._step = (flow.room - below - self._HEAD) / _LONGEST

    def draw(self, months: Sequence[Month]) -> None:
        first = self._top - self._HEAD
        for number in range(1, _LONGEST + 1):
            top = first - (number - 1) * self._step
            if number == 1:
                self._page.rule(self._left, top, self._right, top, FRAME)
            else:
                self._page.dotted(self._left, top, self._right, _DOT)
            self._write(self._left, self._NUMBERS, top, str(number), styles.MARK)
        for at, month in enumerate(months):
            self._draw_month(self._left + self._NUMBERS + at * self._wide, first, month)
        self._flow.y = first - _LONGEST * self._step
        frame(self._page, self._left, self._right, self._top, self._flow.y)

    def _draw_month(self, x: float, first: float, month: Month) -> None:
        self._page.rule(x, self._top, x, first - _LONGEST * self._step, RULE)
        y = self._top - self._HEAD / 2 - MIDDLE * styles.MARK.size
        self._page.text_in(x, self._wide, y, month.name + month.remark, styles.MARK, Align.CENTRE)
        for day in month.days:
            self._draw_day(x, first - (day.number - 1) * self._step, day)

    def _draw_day(self, x: float, top: float, day: Day) -> None:
        size = styles.DENSE.size
        places = [x + self._GAP / 2 + start for start in (0, size + self._GAP, 3 * size + 2 * self._GAP)]
        weekday = styles.MARK if day.is_off else styles.DENSE
        self._write(places[0], size, top, WEEKDAYS[day.weekday], weekday)
        shown = two(day.holiday) or two(day.lunar)
        self._write(places[1], 2 * size, top, shown, styles.MARK if day.holiday else styles.DENSE)
        if day.market:
            y = top - self._step / 2 - _BOX / 2
            self._page.box(places[1] - 0.6, y, 2 * size + 1.2, _BOX, _THIN)
        self._write(places[2], size, top, day.kind, styles.MARK)
        left = places[2] + size
        self._write(left, x + self._wide - left - 1.5, top, day.mark, styles.MARK, Align.RIGHT)
        if day.weekday == SUNDAY:
            self._page.rule(x, top - self._step, x + self._wide, top - self._step, RULE)

    def _write(
        self, x: float, width: float, top: float, text: str, style: Style, align: Align = Align.CENTRE
    ) -> None:
        if text:
            self._page.text_in(x, width, top - self._step / 2 - MIDDLE * style.size, text, style, align)
