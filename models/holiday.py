"""节假日: days off and make-up workdays. The office's own rows override the table that is shipped."""

from collections.abc import Callable
from datetime import date

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
    """A function that says whether the office works on a day, as the table stands now."""
    known = exceptions()
    return lambda day: is_workday(day, known)


def has_table(year: int) -> bool:
    """Whether anything is known of that year; without, Monday to Friday is taken, which must be said."""
    return any(day.year == year for day in exceptions())


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
