"""The rows of 今日要办 in words: how urgent each is, what is lacking, what to do about it. No Tk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gui.look.palette import Tone, signed
from gui.state.activity_list import whom
from gui.state.owed import TONES
from models import terms
from models.activity_line import ActivityLine
from models.rules.calendar import month_day
from models.rules.due import AWAITING, Due, Group
from models.rules.kinds import DutyState, Unit


@dataclass(frozen=True)
class Row:
    """One row; `what` is what it is called. Subclasses say the rest."""

    entry: Due
    what: str
    today: date

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two rows the same one after a refresh."""
        line = self.entry.line
        return (
            self.entry.official,
            self.entry.what,
            line and line.subject_id,
            self.entry.due,
            self.entry.number,
        )

    @property
    def group(self) -> Group:
        return self.entry.group(self.today)

    @property
    def state(self) -> tuple[str, Tone]:
        """● 逾期, ▲ 临近, ○ 未到期."""
        state = DutyState(self.entry.state)
        return signed(TONES[state], terms.label(state)), TONES[state]

    @property
    def brief(self) -> str:
        """What it is called in a narrow column."""
        return terms.SHORT_DUTIES.get(self.entry.what, self.what)

    @property
    def subject(self) -> str:
        """Whom or what it is about."""
        return self.entry.subject or "—"

    @property
    def lacking(self) -> str:
        """What is not done yet."""
        return ""

    @property
    def lacking_brief(self) -> str:
        """The same in a narrow column."""
        return self.lacking

    @property
    def due(self) -> tuple[str, Tone]:
        """The last day, in red once it is over; of another year shorter, so that it is seen whole."""
        last = self.entry.due
        tone = Tone.LATE if self.entry.state == DutyState.LATE else Tone.PLAIN
        if last.year != self.today.year:
            return f"{last.year}.{last.month}.{last.day}", tone
        return month_day(last), tone

    @property
    def deed(self) -> tuple[str, Tone]:
        """What opening it is for."""
        raise NotImplementedError


class DutyRow(Row):
    """A duty that presses."""

    @property
    def lacking(self) -> str:
        """2次，已安排1次; of days the pace it takes: 19天，每周3.4天."""
        line = self.entry.line
        if line is None:
            return ""
        unit = terms.label(line.unit)
        planned = f"，已安排{line.planned:g}{unit}" if line.planned else ""
        more = f"，每周{line.per_week:.1f}天" if line.per_week else planned
        return f"{line.missing:g}{unit}{more}"

    @property
    def deed(self) -> tuple[str, Tone]:
        if self.entry.state == DutyState.LATE:
            return "补登 ›", Tone.LINK
        report = self.entry.line is not None and self.entry.line.unit == Unit.ITEMS
        return f"{'登记' if report else '安排'} ›", Tone.LINK


@dataclass(frozen=True)
class PlanRow(Row):
    """A plan past its day, or put off: it awaits an answer."""

    activity: ActivityLine

    @property
    def state(self) -> tuple[str, Tone]:
        return signed(Tone.PLANNED, "待确认"), Tone.PLANNED

    @property
    def subject(self) -> str:
        """Its place or whom it was for."""
        return self.activity.place or whom(self.activity) or "—"

    @property
    def deed(self) -> tuple[str, Tone]:
        return "回填 ›", Tone.LINK


@dataclass(frozen=True)
class MatterRow(Row):
    """A matter that is not closed. `days_to` counts the working days left until a deadline."""

    days_to: Callable[[date], int]

    @property
    def is_answered(self) -> bool:
        """Whether nothing is left but to tell those who raised it, and to close it."""
        return self.entry.state == AWAITING

    @property
    def state(self) -> tuple[str, Tone]:
        """◆ 待销号 once it is answered."""
        return (signed(Tone.PLANNED, "待销号"), Tone.PLANNED) if self.is_answered else super().state

    @property
    def lacking(self) -> str:
        """超期2个工作日, 还剩3个工作日; 告知、销号 once it is answered."""
        if self.is_answered:
            return "告知、销号"
        days = self.days_to(self.entry.due)
        return f"还剩{days}个工作日" if self.entry.due >= self.today else f"超期{-days}个工作日"

    @property
    def lacking_brief(self) -> str:
        days = self.days_to(self.entry.due)
        short = f"剩{days}日" if self.entry.due >= self.today else f"超{-days}日"
        return self.lacking if self.is_answered else short

    @property
    def deed(self) -> tuple[str, Tone]:
        return "办理 ›", Tone.LINK
