"""What a calendar's page is made of: months of days, each with all that is to be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from printing.page import Page
from printing.styles import FRAME

WEEKDAYS = "一二三四五六日"
SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Day:
    """One day. `weekday` is 0 on Monday; `lunar` its lunar day; `holiday` a name, on its first day alone.

    kind: 休, 班 or nothing. market: it is market day. mark: what happens that day, in a sign.
    wordings: the same in words, the fullest first; the first that fits is printed.
    """

    number: int
    weekday: int
    lunar: str
    holiday: str = ""
    kind: str = ""
    market: bool = False
    mark: str = ""
    wordings: Sequence[Sequence[str]] = ()

    @property
    def is_off(self) -> bool:
        return self.kind == "休" or (self.weekday >= SUNDAY - 1 and self.kind != "班")


@dataclass(frozen=True, slots=True)
class Month:
    """A month's days in order; `remark` stands beside its name."""

    name: str
    days: Sequence[Day]
    remark: str = ""


def frame(page: Page, left: float, right: float, top: float, bottom: float) -> None:
    """The line round a calendar."""
    page.box(left, bottom, right - left, top - bottom, FRAME)


def two(name: str) -> str:
    """What two characters can say of a name: 国庆 for 国庆节, 闰六 for 闰六月."""
    return name if len(name) <= 2 else name.removesuffix("节").removesuffix("月")[:2]
