"""圩日: whether a day is market day, from the pattern as offices write it.

农历 or 公历 in front says by which calendar. Without it Chinese digits are days of the lunar month
(一四七, 逢五逢十), Arabic ones of the solar month (3、6、9), as lists of markets in southern Jiangxi have it;
so are 单日 and 双日. A digit is every day that ends in it, a regular row of digits (147, 16, 五十) so many
digits; 初一, 十五, 廿三 and 15 are that one day of the month.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

_MOON = re.compile(r"[农阴旧夏]历")
_SUN = re.compile(r"[公阳新国]历")
_FILLING = re.compile(r"每?[月旬逢]|[为赶当是的]|[圩墟集街]期?日?|[日号](?!一)")
_APART = re.compile(r"[、,;:./()\s~和及-]+")
_NAMED = {"每日": range(10), "每天": range(10), "单日": range(1, 10, 2), "双日": range(0, 10, 2)}
_CHINESE = "一二三四五六七八九十"
_DAY = re.compile(r"(?P<tens>初|十|廿|二十|三十)(?P<ones>[一二三四五六七八九十]?)")
_TENS = {"初": 0, "十": 10, "廿": 20, "二十": 20, "三十": 30}


class Market(NamedTuple):
    """On which days of the lunar or the solar month: those that end in a digit, and single ones."""

    by_moon: bool
    ends: frozenset[int]
    days: frozenset[int]


def is_market_day(pattern: str, day: date, lunar_day: int) -> bool:
    """Whether the pattern names that day; one that cannot be read names none."""
    market = _read(pattern)
    if market is None:
        return False
    number = lunar_day if market.by_moon else day.day
    return number in market.days or (number > 0 and number % 10 in market.ends)


def complaint(pattern: str) -> str:
    """Why no market days follow from what was written; "" if they do, or nothing was."""
    if not pattern.strip() or _read(pattern):
        return ""
    return f"看不懂“{pattern.strip()}”，日历上不标圩日。请写成“农历一四七”“公历3、6、9”“单日”“每日”等。"


def understood(pattern: str) -> str:
    """How a pattern is read, in words; "" where it is not."""
    market = _read(pattern)
    if market is None:
        return ""
    if len(market.ends) == 10:
        return "每天都是圩日"
    ends = _listed({end or 10 for end in market.ends})
    parts = (f"尾数为 {ends} 的日子" * bool(market.ends), f"{_listed(market.days)} 日" * bool(market.days))
    return f"{'农历' if market.by_moon else '公历'}每月" + "和".join(filter(None, parts))


def _listed(numbers: Iterable[int]) -> str:
    return "、".join(map(str, sorted(numbers)))


@lru_cache(maxsize=1024)
def _read(pattern: str) -> Market | None:
    text = normalize("NFKC", pattern).strip()
    moon, sun = _MOON.search(text), _SUN.search(text)
    words = _SUN.sub("、", _MOON.sub("、", text))
    if moon and sun:
        return None
    for name, ends in _NAMED.items():
        if _FILLING.sub("", words.replace(name, "")).strip("、 ") == "" and name in words:
            return Market(bool(moon), frozenset(ends), frozenset())
    tokens = [token for token in _APART.split(_FILLING.sub("、", words)) if token]
    scripts = {token.isdecimal() for token in tokens}
    if len(scripts) != 1 and not (moon or sun):
        return None
    return _market(bool(moon or not (sun or scripts == {True})), tokens)


def _market(by_moon: bool, tokens: list[str]) -> Market | None:
    ends: set[int] = set()
    days: set[int] = set()
    for token in tokens:
        if row := _row(token):
            ends.update(number % 10 for number in row)
        elif day := _single_day(token):
            days.add(day)
        else:
            return None
    return Market(by_moon, frozenset(ends), frozenset(days)) if tokens else None


def _row(token: str) -> list[int]:
    """Digits alone or in regular steps, as markets come every second, third or fifth day; none otherwise."""
    digits = [int(digit) or 10 for digit in re.findall(r"10|\d", token)] if token.isdecimal() else []
    if set(token) <= set(_CHINESE):
        digits = [_CHINESE.index(digit) + 1 for digit in token]
    steps = {after - before for before, after in pairwise(digits)}
    regular = {5} if len(digits) == 2 else {2, 3}
    return digits if len(digits) == 1 or (len(steps) == 1 and steps <= regular) else []


def _single_day(token: str) -> int:
    """The number of a day such as 初一, 十五, 廿三 or 15; 0 if it is none."""
    if token.isdecimal():
        number = int(token[:3])
    elif found := _DAY.fullmatch(token):
        number = _TENS[found["tens"]] + (_CHINESE.index(found["ones"]) + 1 if found["ones"] else 0)
    else:
        number = 0
    return number if number <= 31 else 0
