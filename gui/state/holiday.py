"""A year's days off and make-up workdays as the window shows them, with what is about to be saved."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from gui.look.palette import Tone, signed
from models.holiday import Marked, YearTable
from models.rules.calendar import weekday_name
from models.rules.holiday_notice import Days, Notice
from models.rules.kinds import DayKind
from models.terms import label

_BACK, _AHEAD = 6, 2
_MOST = 20  # sentences quoted of a pasted text


class DayLine(NamedTuple):
    """One day: what is known of it, None if nothing, and what a notice would make of it, None if nothing."""

    day: date
    known: Marked | None
    new: Marked | None

    @property
    def shown(self) -> Marked:
        return self.new or self.known or Marked(DayKind.OFF, "")

    @property
    def weekday(self) -> str:
        return weekday_name(self.day)

    @property
    def kind(self) -> tuple[str, Tone]:
        """休 or 班; a weekend that is worked is what people overlook."""
        kind = self.shown.kind
        return label(kind), Tone.PLAIN if kind == DayKind.OFF else Tone.NEAR

    @property
    def source(self) -> tuple[str, Tone]:
        """Where it comes from, or that it waits to be saved and what it was."""
        if self.new is not None and self.new != self.known:
            was = f"（原为{label(self.known.kind)}）" if self.known else ""
            return signed(Tone.PLANNED, f"待保存{was}"), Tone.PLANNED
        return ("本单位录入", Tone.PLAIN) if self.shown.own else ("程序自带", Tone.SOFT)


def day_lines(known: Mapping[date, Marked], new: Days) -> list[DayLine]:
    """All days known or about to be set, in order; what a notice merely repeats is not about to be set."""
    lines = []
    for day in sorted(known.keys() | new.keys()):
        before, after = known.get(day), new.get(day)
        fresh = Marked(*after, own=True) if after and (before is None or after != before[:2]) else None
        lines.append(DayLine(day, before, fresh))
    return lines


def years_offered(today: date, further: int | None = None) -> dict[int, str]:
    """The years to choose from, two ahead and six back, and one more that somebody asks for."""
    years = {today.year + _AHEAD - step for step in range(_BACK + _AHEAD + 1)} | (
        {further} if further else set()
    )
    return {year: f"{year}年" for year in sorted(years, reverse=True)}


def table_words(table: YearTable) -> tuple[str, Tone]:
    """Where a year's table comes from and what is in it; a year without one is a warning."""
    if not table.days:
        return signed(Tone.NEAR, "没有节假日表：只按周一至周五计算"), Tone.NEAR
    own = sum(marked.own for marked in table.days.values())
    if not table.whole:
        words = f"只录了 {len(table.days)} 天，不完整：其余日子按周一至周五计算"
        return signed(Tone.NEAR, words), Tone.NEAR
    source = (
        "程序自带"
        if own == 0
        else "本单位录入"
        if own == len(table.days)
        else f"程序自带，本单位改过 {own} 天"
    )
    counts = counted(len(table.off), len(table.work))
    return signed(Tone.DONE, f"{source}：{counts}"), Tone.DONE


def counted(off: int, work: int) -> str:
    """放假 33 天，调休上班 6 天."""
    return f"放假 {off} 天，调休上班 {work} 天"


def verdict(notice: Notice, year: int) -> list[tuple[str, Tone]]:
    """What a pasted text would set, what of it does not add up, and what was left aside, in lines."""
    kinds = [kind for kind, _ in notice.days.values()]
    lines = [(signed(Tone.LATE, each), Tone.LATE) for each in notice.complaints[:_MOST]]
    if more := notice.complaints[_MOST:]:
        lines.append((signed(Tone.LATE, f"另有 {len(more)} 句没有采用"), Tone.LATE))
    if kinds:
        words = counted(kinds.count(DayKind.OFF), kinds.count(DayKind.WORK))
        lines.insert(0, (signed(Tone.DONE, f"{year}年：读到{words}"), Tone.DONE))
    else:
        lines.insert(0, (signed(Tone.NEAR, "没有读到放假或上班的日子"), Tone.NEAR))
    if notice.unread:
        unread = [text.rstrip("：") for text in notice.unread[:_MOST]]
        rest = "；".join([*unread, *["……"] * (len(notice.unread) > _MOST)])
        lines.append((f"没有写明日子、未采用的文字：{rest}", Tone.SOFT))
    return lines
