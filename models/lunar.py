"""农历: the lunar day of a date, as calendars show it and market days are counted by."""

from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

_FIRST, _LAST = 1902, 2099  # the years the library's table covers whole
_MONTHS = ("", "正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月")
_DIGITS = "十一二三四五六七八九"


class Lunar(NamedTuple):
    """A day of the lunar calendar; month and day are 0 where its table does not reach."""

    month: int
    day: int
    leap: bool = False

    @property
    def month_name(self) -> str:
        """正月, 闰六月, 冬月 (the 11th), 腊月 (the 12th)."""
        return "闰" * self.leap + _MONTHS[self.month]

    @property
    def day_name(self) -> str:
        """初一, 十四, 廿三, 三十."""
        if not self.day:
            return ""
        tens = {10: "初", 20: "二", 30: "三"}.get(self.day) or "初十廿三"[self.day // 10]
        return tens + _DIGITS[self.day % 10]

    @property
    def text(self) -> str:
        """Month and day: 十月十四."""
        return self.month_name + self.day_name

    @property
    def short(self) -> str:
        """What the cell of a calendar says: the day, on the first of a month the month's name."""
        return self.month_name if self.day == 1 else self.day_name


@lru_cache(maxsize=4096)
def lunar(day: date) -> Lunar:
    """The lunar day of a date from 1902 to 2099; outside those years one without a name."""
    if not _FIRST <= day.year <= _LAST:
        return Lunar(0, 0)
    import cnlunar

    found = cnlunar.Lunar(datetime(day.year, day.month, day.day))
    return Lunar(found.lunarMonth, found.lunarDay, found.isLunarLeapMonth)
