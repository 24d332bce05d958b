"""A year's course of days as points in a unit square, and round figures for its axis. No Tk."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from models.rules.calendar import Period
from models.rules.counting import Progress
from models.rules.pace import Days

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200)
_LINES = 4

Points = list[tuple[float, float]]


class Trend(NamedTuple):
    """What a chart draws: x is the share of the year, y the share of `top`; `marks` are the axis figures."""

    this_year: Points
    last_year: Points
    target: Points
    top: float
    marks: list[int]


def trend(line: Progress, course: Days, last_year: Days) -> Trend:
    """This year's days beside last year's and the straight line to what is owed."""
    most = max([line.owed, line.done, *(days for _, days in (*course, *last_year))], default=1)
    step = next((step for step in _STEPS if most / step <= _LINES), 500)
    top = step * max(1, -(-int(most + 0.999) // step))
    target = [(0.0, 0.0), (1.0, line.owed / top)] if line.owed else []
    marks = list(range(0, top + 1, step))
    return Trend(_points(course, line.period, top), _points(last_year, None, top), target, top, marks)


def month_start(month: int) -> float:
    """The share of a year that has passed when a month begins."""
    return (date(2025, month, 1) - date(2025, 1, 1)).days / 365


def _points(course: Days, year: Period | None, top: float) -> Points:
    if not course or (year is None and not any(days for _, days in course)):
        return []
    return [(0.0, 0.0), *((_share(day), days / top) for day, days in course)]


def _share(day: date) -> float:
    first = date(day.year, 1, 1)
    return ((day - first).days + 1) / (date(day.year + 1, 1, 1) - first).days


def scaled(points: Sequence[tuple[float, float]], box: tuple[int, int, int, int]) -> Points:
    """Points of the unit square, y upwards, in a box of pixels: left, top, right, bottom."""
    left, top, right, bottom = box
    return [(left + x * (right - left), bottom - y * (bottom - top)) for x, y in points]
