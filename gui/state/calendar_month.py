"""走访日历, the month: which weeks, and in each week what is drawn where. No Tk."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from gui.state.calendar_items import Item
from gui.state.calendar_span import View, shown
from models.almanac import AlmanacDay
from models.rules.kinds import DayKind

WEEK = 7


class MonthSheet(NamedTuple):
    """All that a month shows: `day` is in it, `warned` says what has a conflict before it."""

    day: date
    today: date
    items: Sequence[Item]
    almanac: Mapping[date, AlmanacDay]
    markets: Mapping[date, Sequence[str]]
    warned: Callable[[Item], bool]

    def label(self, day: date) -> str:
        """What stands beside the number: the lunar day, or the holiday on the first of its days off."""
        there, eve = self.almanac[day], self.almanac.get(day - timedelta(1))
        goes_on = eve is not None and (eve.kind, eve.name) == (there.kind, there.name)
        return there.name if there.kind == DayKind.OFF and there.name and not goes_on else there.lunar.short

    def market(self, day: date) -> str:
        """圩 and where: 圩 样样镇; many are counted: 圩 样样镇等3."""
        towns = self.markets.get(day, ())
        return f"圩 {towns[0]}" + (f"等{len(towns)}" if len(towns) > 1 else "") if towns else ""


class Bar(NamedTuple):
    """A piece of an item in one week: on which line, from which column to which.

    `begins` and `ends` say whether the item does there, or goes on before or after.
    """

    item: Item
    lane: int
    first: int
    last: int
    begins: bool
    ends: bool


class Week(NamedTuple):
    """Seven days from a Monday, what is drawn in them, and by column how many items found no room."""

    days: Sequence[date]
    bars: Sequence[Bar]
    hidden: Mapping[int, int]


def weeks(items: Sequence[Item], day: date, lanes: int) -> list[Week]:
    """The weeks of the day's month, with room for so many lines in each day."""
    first, last = shown(View.MONTH, day)
    starts = [first + timedelta(number) for number in range(0, (last - first).days, WEEK)]
    return [_week(items, monday, lanes) for monday in starts]


def _week(items: Sequence[Item], monday: date, lanes: int) -> Week:
    days = [monday + timedelta(number) for number in range(WEEK)]
    taken: list[set[int]] = [set() for _ in range(lanes)]
    hidden = dict.fromkeys(range(WEEK), 0)
    placed: list[Bar] = []
    for item in items:
        if item.last_day < monday or item.first_day > days[-1]:
            continue
        columns = range(max(0, (item.first_day - monday).days), min(6, (item.last_day - monday).days) + 1)
        lane = next((number for number, there in enumerate(taken) if there.isdisjoint(columns)), None)
        if lane is None:
            for column in columns:
                hidden[column] += 1
        else:
            taken[lane].update(columns)
            placed.append(_bar(item, lane, columns, monday))
    return _with_room_for_the_rest(Week(days, placed, hidden), lanes)


def _bar(item: Item, lane: int, columns: range, monday: date) -> Bar:
    first, last = columns[0], columns[-1]
    begins = monday + timedelta(first) == item.first_day
    ends = monday + timedelta(last) == item.last_day
    return Bar(item, lane, first, last, begins, ends)


def _with_room_for_the_rest(week: Week, lanes: int) -> Week:
    """Where something found no room, the last line says how much: what stands there gives way."""
    hidden = dict(week.hidden)
    full = {column for column, count in hidden.items() if count}
    bars: list[Bar] = []
    for bar in week.bars:
        columns = list(range(bar.first, bar.last + 1))
        if bar.lane < lanes - 1 or full.isdisjoint(columns):
            bars.append(bar)
            continue
        for column in full.intersection(columns):
            hidden[column] += 1
        bars += _pieces(bar, [column for column in columns if column not in full])
    return Week(week.days, bars, {column: count for column, count in hidden.items() if count})


def _pieces(bar: Bar, columns: Sequence[int]) -> list[Bar]:
    """What is left of a bar in these of its columns, each run a piece."""
    pieces: list[Bar] = []
    for column in columns:
        if pieces and pieces[-1].last == column - 1:
            pieces[-1] = pieces[-1]._replace(last=column, ends=bar.ends and column == bar.last)
        else:
            begins, ends = bar.begins and column == bar.first, bar.ends and column == bar.last
            pieces.append(bar._replace(first=column, last=column, begins=begins, ends=ends))
    return pieces
