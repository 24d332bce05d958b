"""Working days: Monday to Friday, less days off, plus weekends worked to make up for them."""

from collections.abc import Mapping
from datetime import date, timedelta

from models.rules.calendar import days_between
from models.rules.kinds import DayKind


def is_workday(day: date, exceptions: Mapping[date, DayKind]) -> bool:
    """Whether the office works on that day, `exceptions` being its days off and make-up workdays."""
    kind = exceptions.get(day)
    return day.weekday() < 5 if kind is None else kind == DayKind.WORK


def workdays_between(first: date, last: date, exceptions: Mapping[date, DayKind]) -> int:
    """How many working days lie from `first` to `last`, both included."""
    return sum(is_workday(day, exceptions) for day in days_between(first, last))


def workday_after(day: date, count: int, exceptions: Mapping[date, DayKind]) -> date:
    """The count-th working day after `day`; "5 working days after receipt" begin on the next working day."""
    while count:
        day += timedelta(1)
        count -= is_workday(day, exceptions)
    return day


def is_whole(year: int, exceptions: Mapping[date, DayKind]) -> bool:
    """Whether a year's table is there, and not only a few days of it.

    By law 1 January, 1 May and 1 October are off; those on a weekend need not be written down.
    """
    fixed = (date(year, 1, 1), date(year, 5, 1), date(year, 10, 1))
    return bool(exceptions) and not any(is_workday(day, exceptions) for day in fixed)
