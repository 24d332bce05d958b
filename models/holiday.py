"""节假日: days off and make-up workdays. The office's own rows override the table that is shipped."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from peewee import CharField, DateField

from models.base import Table
from models.rules.kinds import DayKind
from models.rules.workdays import is_whole, is_workday
from models.writing import Topic, writing

_NAMES = {  # where the shipped table is short, or so long that no calendar has room for it
    "清明": "清明节",
    "端午": "端午节",
    "中秋": "中秋节",
    "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日": "抗战胜利纪念日",
}


class Holiday(Table):
    """One exception: a day off or a day worked."""

    day = DateField(unique=True)
    kind = CharField()
    name = CharField(default="")


class Marked(NamedTuple):
    """What is known of one day: off or worked, for which holiday, and whether the office itself said so."""

    kind: DayKind
    name: str
    own: bool = False


def marked_days(first: date = date.min, last: date = date.max) -> dict[date, Marked]:
    """All days off and make-up workdays known in a span, in order, the office's own over the shipped ones."""
    rows = Holiday.select().where(Holiday.day.between(first, last))
    own = {row.day: Marked(DayKind(row.kind), row.name, own=True) for row in rows}
    shipped = {day: marked for day, marked in _shipped().items() if first <= day <= last}
    return dict(sorted((shipped | own).items()))


def exceptions() -> dict[date, DayKind]:
    """The days off and make-up workdays alone, as the rules ask for them."""
    return {day: marked.kind for day, marked in marked_days().items()}


def workday_test() -> Callable[[date], bool]:
    """A function that says whether the office works on a day; the table is read when it is first asked."""
    known = cache(exceptions)
    return lambda day: is_workday(day, known())


@dataclass(frozen=True, slots=True)
class YearTable:
    """What is known of one year's days off and make-up workdays, and from where: office, shipped or none.

    Where it is not `whole`, some days are taken as plain Monday to Friday, and that must be said.
    """

    year: int
    source: str
    days: Mapping[date, Marked]
    whole: bool

    @property
    def off(self) -> list[date]:
        return [day for day, marked in self.days.items() if marked.kind == DayKind.OFF]

    @property
    def work(self) -> list[date]:
        return [day for day, marked in self.days.items() if marked.kind == DayKind.WORK]


def year_table(year: int) -> YearTable:
    """The year's table."""
    days = marked_days(date(year, 1, 1), date(year, 12, 31))
    own = any(marked.own for marked in days.values())
    return YearTable(
        year=year,
        source="office" if own else "shipped" if days else "none",
        days=days,
        whole=year in _shipped_years() or is_whole(year, {day: marked.kind for day, marked in days.items()}),
    )


def save_holiday(day: date, kind: DayKind, name: str = "") -> None:
    """Set one day off or worked, over whatever was known of it."""
    save_holidays({day: (kind, name)}, f"节假日 {day}")


def save_holidays(days: Mapping[date, tuple[DayKind, str]], label: str) -> None:
    """Set all these days at once, each over whatever was known of it; `label` names it in the history."""
    with writing(label, Topic.HOLIDAY):
        kept = {row.day: row for row in Holiday.select()}
        for day, (kind, name) in days.items():
            row = kept.get(day) or Holiday(day=day)
            row.kind, row.name = kind, name
            row.save()


def delete_holidays(days: Collection[date]) -> None:
    """Take back what the office itself set for these days; what the shipped table says holds again."""
    with writing("删除节假日", Topic.HOLIDAY):
        for row in Holiday.select().where(Holiday.day.in_(list(days))):
            row.delete_instance()


@cache
def _shipped() -> dict[date, Marked]:
    from chinese_calendar import constants

    names = {holiday.value: _NAMES.get(holiday.chinese, holiday.chinese) for holiday in constants.Holiday}
    off = {day: Marked(DayKind.OFF, names[name]) for day, name in constants.holidays.items()}
    return off | {day: Marked(DayKind.WORK, names[name]) for day, name in constants.workdays.items()}


@cache
def _shipped_years() -> frozenset[int]:
    return frozenset(day.year for day in _shipped() if (day.month, day.day) == (10, 1))
