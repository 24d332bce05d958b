"""季度归档 in words: the quarters there are to close and how each stands. Closings and days in, rows out."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from gui.look.palette import Tone
from models.closing import Closing
from models.rules.calendar import Period, period, quarter_of, quarters_until

_BACK = 8


class Row(NamedTuple):
    """A quarter in the list. `closing` is the one in force or the last taken back, None if it never was."""

    quarter: Period
    closing: Closing | None

    @property
    def is_closed(self) -> bool:
        return self.closing is not None and self.closing.reopened_at is None

    @property
    def state(self) -> tuple[str, Tone]:
        """已归档, 未归档, or that it was opened again."""
        if self.closing is None:
            return "未归档", Tone.SOFT
        return ("✓ 已归档", Tone.DONE) if self.is_closed else ("○ 已撤销归档", Tone.NEAR)

    @property
    def when(self) -> str:
        """The day it was closed or opened again."""
        if self.closing is None:
            return "—"
        return f"{self.closing.reopened_at or self.closing.closed_at:%Y-%m-%d}"

    def get_id(self) -> str:
        """What tells a quarter from others."""
        return str(self.quarter)


def rows(closings: Iterable[Closing], today: date) -> list[Row]:
    """The quarters that have ended, the latest first: of two years, and all that were ever closed."""
    found: dict[Period, Closing] = {}
    for closing in closings:  # the newest first
        found.setdefault(period(closing.period), closing)
    ended = quarters_until(quarter_of(today).first - timedelta(1), _BACK)
    listed = sorted({*ended, *found}, reverse=True)
    return [Row(quarter, found.get(quarter)) for quarter in listed]


def summary(row: Row, kept: int, pages: int, later: int) -> str:
    """One line on a quarter."""
    if row.closing is None:
        return f"{row.quarter.title}还没有归档。归档后保存签字用的原件，重新打印逐页相同，计数口径不再改变。"
    if not row.is_closed:
        return f"{row.quarter.title}的归档已撤销，原因：{row.closing.reason}"
    told = f"{row.quarter.title}由{row.closing.who}归档，保存 {kept} 份文件 {pages} 页"
    changed = f"归档后变动 {later} 条，不影响原件" if later else "归档后没有变动"
    return f"{told}；{changed}。"
