"""Everything 走访日历 knows of the days it shows, and what it says of them. No Tk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from gui.state import calendar_words as words
from gui.state.calendar_items import Item, Told, Warned, counts, items, on_day, told
from gui.state.calendar_month import MonthSheet
from gui.state.calendar_span import View, meant, title
from models.agenda import Agenda
from models.almanac import AlmanacDay

_NOTHING = "没有安排，双击或按 Enter 新增"


@dataclass
class CalendarFacts:
    """What was read for one leader, or for all (None), in one view around one day."""

    view: View
    day: date
    today: date
    leader: int | None
    agenda: Agenda
    almanac: Mapping[date, AlmanacDay]
    markets: Mapping[date, Sequence[str]]

    @cached_property
    def items(self) -> list[Item]:
        """All that is drawn."""
        return items(self.agenda, self.leader, self.today)

    @cached_property
    def warned(self) -> Warned:
        """What is still to come and has something in its way."""
        return Warned(self.agenda, self.today)

    def shows(self, view: View, day: date) -> bool:
        """Whether a day is of the month or quarter that was read."""
        return view == self.view and title(view, day) == title(self.view, self.day)

    def on(self, day: date) -> list[Item]:
        """What there is on a day, in order."""
        return on_day(self.items, day)

    def sheet(self) -> MonthSheet:
        """What the sheets draw. Markets only of one leader's townships: those of all would say little."""
        markets = self.markets if self.leader is not None else {}
        return MonthSheet(self.day, self.today, self.items, self.almanac, markets, self.warned)

    def summary(self, whose: str) -> list[str]:
        """Under the page's title: 2026年11月, whose, how many of each state, how many with conflicts."""
        first, last = meant(self.view, self.day)
        there = [item for item in self.items if item.first_day <= last and item.last_day >= first]
        warned = sum(map(self.warned, there))
        said = [title(self.view, self.day), whose, counts(there) or "没有安排"]
        return [*said, f"▲ {warned} 项有冲突"] if warned else said

    def quiet(self) -> str:
        """无会月, with which month where several are shown; "" if there is none."""
        first, last = meant(self.view, self.day)
        months = sorted(
            {day.day.month for day in self.almanac.values() if day.no_meeting and first <= day.day <= last}
        )
        named = "、".join(f"{month}月" for month in months) if self.view != View.MONTH else ""
        return f"{named}无会月" if months else ""

    def told(self, item: Item) -> Told:
        """All there is to say of an item."""
        return told(item, self.agenda, self.today, warned=self.warned(item))

    def heading(self, day: date) -> tuple[str, str]:
        """A day's date, and what else the calendar says of it."""
        first, *rest = words.day_parts(self.almanac[day], self.markets.get(day, ()), self.today)
        return first, "    ".join(rest)

    def line(self, day: date) -> str:
        """A day in one line, with what is on it."""
        listed = "；".join(self.told(item).head[0] for item in self.on(day))
        return "    ".join(filter(None, [*self.heading(day), listed or _NOTHING]))
