"""One month as a calendar sheet shows it."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from models.rules.calendar import add_months

WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Month:
    """A month and the day the cursor is on; moving gives another one."""

    day: date

    @property
    def title(self) -> str:
        return f"{self.day.year}年{self.day.month}月"

    @property
    def days(self) -> list[date]:
        """Six weeks from a Monday, so that the sheet never changes its height."""
        dates = list(Calendar().itermonthdates(self.day.year, self.day.month))
        while len(dates) < 42:
            dates.append(date.fromordinal(dates[-1].toordinal() + 1))
        return dates

    def by_days(self, count: int) -> "Month":
        return Month(date.fromordinal(self.day.toordinal() + count))

    def by_months(self, count: int) -> "Month":
        return Month(add_months(self.day, count))
