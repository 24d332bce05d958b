"""节假日: days off and make-up workdays. The office's own rows override the table that is shipped."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from peewee import CharField, DateField

from models.base import Table
from models.rules.kinds import DayKind
from models.rules.workdays import is_workday
from models.writing import Topic, writing


class Holiday(Table):
    """One exception: a day off or a day worked."""

    day = DateField(unique=True)
    kind = CharField()
    name = CharField(default="")


def exceptions() -> dict[date, DayKind]:
    """All days off and make-up workdays known, the office's own over the shipped ones."""
    own = {row.day: DayKind(row.kind) for row in Holiday.select()}
    return _shipped() | own


def workday_test() -> Callable[[date], bool]:
    """A function that says whether the office works on a day; the table is read when it is first asked."""
    known = cache(exceptions)
    return lambda day: is_workday(day, known())


@dataclass(frozen=True, slots=True)
class YearTable:
    """What is known of one year's days off and make-up workdays, and from where: office, shipped or none."""

    year: int
    source: str
    off: list[date]
    work: list[date]


def year_table(year: int) -> YearTable:
    """The year's table; where there is none, Monday to Friday is taken and `source` says so."""
    days = {day: kind for day, kind in sorted(exceptions().items()) if day.year == year}
    own = any(row.day.year == year for row in Holiday.select())
    return YearTable(
        year=year,
        source="office" if own else "shipped" if days else "none",
        off=[day for day, kind in days.items() if kind == DayKind.OFF],
        work=[day for day, kind in days.items() if kind == DayKind.WORK],
    )


def save_holiday(day: date, kind: DayKind, name: str = "") -> None:
    """Set one day off or worked, over whatever was known of it."""
    with writing(f"节假日 {day}", Topic.HOLIDAY):
        row = Holiday.get_or_none(Holiday.day == day) or Holiday(day=day)
        row.kind, row.name = kind, name
        row.save()


def _shipped() -> dict[date, DayKind]:
    from chinese_calendar import constants

    off = dict.fromkeys(constants.holidays, DayKind.OFF)
    return off | dict.fromkeys(constants.workdays, DayKind.WORK)
