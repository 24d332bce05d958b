"""What a calendar says of its days: worked or off, holiday, lunar day, months without meetings, markets."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from models.base import database
from models.contact_point import ContactPoint
from models.holiday import marked_days, year_table
from models.lunar import Lunar, lunar
from models.rules.calendar import days_between
from models.rules.kinds import DayKind
from models.rules.market_days import is_market_day
from models.rules.workdays import is_workday
from models.setting import no_meeting_months

_NOTICE_COMES = 11  # the month in which the next year's days off are made known
_YEARS_PLANNED = """
SELECT substr(first_day, 1, 4) FROM activity WHERE state = 'planned'
UNION SELECT substr(last_day, 1, 4) FROM activity WHERE state = 'planned'
"""


class AlmanacDay(NamedTuple):
    """One day: `kind` is set where it is an exception of the week, `name` is the holiday it is so for."""

    day: date
    is_workday: bool
    kind: DayKind | None
    name: str
    lunar: Lunar
    no_meeting: bool


def almanac(first: date, last: date) -> list[AlmanacDay]:
    """The days from `first` to `last`, both included."""
    marked = marked_days(first, last)
    kinds = {day: known.kind for day, known in marked.items()}
    quiet = no_meeting_months(last)
    return [
        AlmanacDay(
            day=day,
            is_workday=is_workday(day, kinds),
            kind=kinds.get(day),
            name=marked[day].name if day in marked else "",
            lunar=lunar(day),
            no_meeting=day.month in quiet,
        )
        for day in days_between(first, last)
    ]


def markets(first: date, last: date, townships: Iterable[ContactPoint]) -> dict[date, list[str]]:
    """The names of those of the townships that hold market, by day; days without a market are left out."""
    patterns = [(point.name, point.market_days) for point in townships if point.market_days]
    held = {
        day: [name for name, pattern in patterns if is_market_day(pattern, day, lunar(day).day)]
        for day in days_between(first, last)
    }
    return {day: names for day, names in held.items() if names}


def untabled(first: date, last: date) -> list[int]:
    """The years of a span whose days off are not known, or only a few of them: Monday to Friday is taken."""
    return [year for year in range(first.year, last.year + 1) if not year_table(year).whole]


def untabled_words(first: date, last: date) -> str:
    """The sentence that says so wherever working days matter; "" where every year has its table."""
    return missing_words(untabled(first, last))


def missing_words(years: Iterable[int]) -> str:
    """The same sentence for years known to be without a table, "" for none."""
    named = "、".join(f"{year}年" for year in years)
    return f"{named}没有（完整的）节假日表，工作日只按周一至周五计算。" if named else ""


def missing_years(today: date) -> list[int]:
    """The years whose table the office should enter now: this one, from November on, when the notice comes,
    the next one, and every year from this one on for which something is planned already.
    """
    years = {today.year, today.year + (today.month >= _NOTICE_COMES)}
    years |= {int(year) for (year,) in database.execute_sql(_YEARS_PLANNED)}
    return [year for year in sorted(years) if year >= today.year and not year_table(year).whole]
