"""The three views of 走访日历, and which days each of them shows. No Tk."""

from datetime import date, timedelta
from enum import StrEnum

from gui.state.month import Month
from models.rules.calendar import add_months, quarter_of


class View(StrEnum):
    """How the calendar is shown."""

    MONTH = "月"
    QUARTER = "季"
    LIST = "列表"


def meant(view: View, day: date) -> tuple[date, date]:
    """The first and the last day of the month or the quarter that is shown."""
    if view != View.MONTH:
        quarter = quarter_of(day)
        return quarter.first, quarter.last
    first = day.replace(day=1)
    return first, add_months(first, 1) - timedelta(1)


def shown(view: View, day: date) -> tuple[date, date]:
    """The first and the last day seen: of a month whole weeks."""
    first, last = meant(view, day)
    if view != View.MONTH:
        return first, last
    return first - timedelta(first.weekday()), last + timedelta(6 - last.weekday())


def turned(view: View, day: date, step: int) -> date:
    """The same day so many months or quarters on."""
    return add_months(day, step if view == View.MONTH else 3 * step)


def title(view: View, day: date) -> str:
    """2026年11月, 2026年第四季度."""
    return Month(day).title if view == View.MONTH else quarter_of(day).title
