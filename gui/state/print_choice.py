"""What the print page offers to choose, and how a choice is told in the log. Pure: days and words."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from models.rules.calendar import Period, before, quarter_of, quarter_to_open, quarters_until, year_of
from models.rules.due import week_of
from models.rules.kinds import PeriodKind

LOOKS_AHEAD = "quarter_plan"  # every other form of a quarter tells what came of it
_QUARTERS_BACK = 20
_YEARS_BACK = 5


class Wanted(NamedTuple):
    """What another page wants printed: a document by name, for one leader or (None) for all, and as much of
    its other choices as it knows.
    """

    document: str
    leader: int | None = None
    period: Period | None = None
    day: date | None = None


class Which(StrEnum):
    """Which activities or households a document is about, where it is not a single one by its number."""

    BLANK = ""
    ALL = "*"


class Span(StrEnum):
    """Which days a document of a day or of a week is about."""

    DAY = "day"
    WEEK = "week"


SPANS: dict[str, str] = {Span.DAY: "当天", Span.WEEK: "所在的一周（周一至周日）"}


def days_of(day: date, span: str | None) -> Period:
    """The day alone, or the week it lies in."""
    first, last = week_of(day) if span == Span.WEEK else (day, day)
    return Period(first, last, PeriodKind.INTERVAL)


def quarters(today: date) -> list[Period]:
    """The quarters to choose from, the coming one first, then back five years."""
    return quarters_until(quarter_of(today).last + timedelta(1), _QUARTERS_BACK + 2)


def periods(today: date) -> list[Period]:
    """Quarters and years to choose from: those of the quarters, this year with the next, then back."""
    return [*years(today), *quarters(today)]


def years(today: date) -> list[Period]:
    """The years to choose from: the coming one first, then back five years."""
    found = [year_of(today.replace(year=today.year + 1, day=1)), year_of(today)]
    while len(found) < _YEARS_BACK + 2:
        found.append(before(found[-1]))
    return found


def first_quarter(form: str, today: date) -> Period:
    """The quarter a form opens on: the running one; in its first 20 days the one just ended, plans aside."""
    return quarter_of(today) if form == LOOKS_AHEAD else quarter_to_open(today)


def first_year(today: date) -> Period:
    """The year a form opens on: the running one; in its first 20 days the one just ended."""
    return year_of(quarter_to_open(today).first)


def told(parts: Iterable[str], reason: str) -> str:
    """A choice as the log keeps it, with the reason for unmasked numbers."""
    return " · ".join([*(part for part in parts if part), *([f"完整号码：{reason}"] if reason else [])])
