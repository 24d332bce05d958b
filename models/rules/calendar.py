"""Periods of whole dates, both ends included, and how dates are written on paper."""

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from models.rules.kinds import Half, PeriodKind
from models.rules.problem import Problem

HALVES = {Half.AM: "上午", Half.PM: "下午"}
YEARS = range(1901, 2200)
"""The years a date may have; in any other it was mistyped, or made by a spreadsheet out of a number."""

_NUMERALS = "一二三四"
_WEEKDAYS = "一二三四五六日"
_STILL_FILLED_IN = 20
_PATTERN = re.compile(r"(?P<year>[12]\d{3})(?:Q(?P<quarter>[1-4])|H(?P<half>[12]))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of whole dates, `first` and `last` both inside it."""

    first: date
    last: date
    kind: PeriodKind

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        """The name `period` reads back: 2026, 2026H1, 2026Q3; a term or an interval shows both dates."""
        match self.kind:
            case PeriodKind.YEAR:
                return f"{self.first.year}"
            case PeriodKind.HALF:
                return f"{self.first.year}H{1 + self.first.month // 7}"
            case PeriodKind.QUARTER:
                return f"{self.first.year}Q{_quarter_number(self.first)}"
        return f"{self.first}~{self.last}"

    @property
    def title(self) -> str:
        """The period in words for a heading: 2026年第三季度; a single day is that day."""
        match self.kind:
            case PeriodKind.YEAR:
                return f"{self.first.year}年"
            case PeriodKind.HALF:
                return f"{self.first.year}年{'上' if self.first.month == 1 else '下'}半年"
            case PeriodKind.QUARTER:
                return f"{self.first.year}年第{_NUMERALS[_quarter_number(self.first) - 1]}季度"
        if self.first == self.last:
            return chinese_date(self.first)
        return f"{chinese_date(self.first)}至{chinese_date(self.last)}"


def day_named(text: str) -> date:
    """The day named `2026-03-05`. Raises Problem for any other text, and for a year mistyped."""
    with suppress(ValueError):
        day = date.fromisoformat(text)
        if day.year in YEARS:
            return day
    raise Problem(f"没有“{text}”这一天，或年份不合理。日期请写成 2026-03-05。")


def period(text: str) -> Period:
    """The period named `2026`, `2026H1` or `2026Q3`. Raises Problem for any other text."""
    found = _PATTERN.fullmatch(text.strip())
    if not found:
        raise Problem(f"看不懂期间“{text}”。请写成 2026（全年）、2026H1（上半年）或 2026Q3（第三季度）。")
    year = int(found["year"])
    if found["quarter"]:
        return _months(year, 3 * int(found["quarter"]) - 2, 3, PeriodKind.QUARTER)
    if found["half"]:
        return _months(year, 6 * int(found["half"]) - 5, 6, PeriodKind.HALF)
    return _months(year, 1, 12, PeriodKind.YEAR)


def quarter_of(day: date) -> Period:
    """The calendar quarter that holds the day."""
    return _months(day.year, 3 * _quarter_number(day) - 2, 3, PeriodKind.QUARTER)


def quarter_to_open(today: date) -> Period:
    """The quarter pages open on: in a quarter's first 20 days the one just ended, still being filled in."""
    now = quarter_of(today)
    return before(now) if (today - now.first).days < _STILL_FILLED_IN else now


def quarters_until(day: date, count: int) -> list[Period]:
    """So many quarters, that of the day first and then back."""
    found = [quarter_of(day)]
    while len(found) < count:
        found.append(before(found[-1]))
    return found


def half_of(day: date) -> Period:
    """The calendar half-year that holds the day."""
    return _months(day.year, 1 if day.month <= 6 else 7, 6, PeriodKind.HALF)


def year_of(day: date) -> Period:
    """The calendar year that holds the day."""
    return _months(day.year, 1, 12, PeriodKind.YEAR)


def term(first: date, last: date) -> Period:
    """A term of office 届 as the office set it."""
    return Period(first, last, PeriodKind.TERM)


def interval_of(day: date, start: date, months: int) -> Period:
    """The office's own interval of so many months, counted from `start`, that holds `day`."""
    passed = (day.year - start.year) * 12 + day.month - start.month
    number = passed // months
    if add_months(start, number * months) > day:
        number -= 1
    first = add_months(start, number * months)
    return Period(first, add_months(start, (number + 1) * months) - timedelta(1), PeriodKind.INTERVAL)


def before(span: Period) -> Period:
    """The calendar quarter, half or year just before."""
    day = span.first - timedelta(1)
    return {PeriodKind.QUARTER: quarter_of, PeriodKind.HALF: half_of, PeriodKind.YEAR: year_of}[span.kind](
        day
    )


def days_between(first: date, last: date) -> list[date]:
    """The days from `first` to `last`, both included; none if `last` is earlier."""
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def add_months(day: date, months: int) -> date:
    """The same day so many months on; the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def chinese_date(day: date) -> str:
    """2014年3月5日, without leading zeros (GB/T 9704)."""
    return f"{day.year}年{month_day(day)}"


def month_day(day: date) -> str:
    """3月5日."""
    return f"{day.month}月{day.day}日"


def day_in(day: date, year: int, half: Half | None = None) -> str:
    """3月5日上午; with the year if it is another than is spoken of."""
    text = month_day(day) if day.year == year else chinese_date(day)
    return text + (HALVES[half] if half else "")


def weekday_name(day: date) -> str:
    """星期四."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def _quarter_number(day: date) -> int:
    return (day.month + 2) // 3


def _months(year: int, month: int, count: int, kind: PeriodKind) -> Period:
    last = month + count - 1
    return Period(date(year, month, 1), date(year, last, monthrange(year, last)[1]), kind)
