"""今日要办 in words: what each entry is, how urgent, what is lacking, what to do about it. No Tk."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from gui.look.palette import Tone, signed
from gui.state.activity_list import whom
from gui.state.cards import Line, Tally
from gui.state.finding import Filter
from gui.state.owed import TONES
from models import terms
from models.activity_line import ActivityLine
from models.rules.calendar import month_day, weekday_name
from models.rules.counting import Progress
from models.rules.coverage import added
from models.rules.due import Due, Group, week_of
from models.rules.kinds import ActivityKind, DutyState, Unit

ORDER = tuple(Group)
_WORDS = {
    Group.LATE: ("已逾期", Tone.LATE),
    Group.THIS_WEEK: ("本周到期", Tone.NEAR),
    Group.THIS_QUARTER: ("本季要办", Tone.NOT_DUE),
    Group.AWAITING: ("待确认", Tone.PLANNED),
}


class Row(NamedTuple):
    """One row of the list: the entry, the duty's name, and the activity that awaits an answer."""

    entry: Due
    duty: str
    activity: ActivityLine | None
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
        """● 逾期, ▲ 临近, ○ 未到期, ◆ 待确认."""
        if self.activity is not None:
            return signed(Tone.PLANNED, "待确认"), Tone.PLANNED
        state = DutyState(self.entry.state)
        return signed(TONES[state], terms.label(state)), TONES[state]

    @property
    def what(self) -> str:
        """The duty, or the kind of the plan that awaits an answer."""
        return self.duty if self.activity is None else f"{terms.label(self.activity.kind)}计划"

    @property
    def brief(self) -> str:
        """The same in a narrow column."""
        return terms.SHORT_DUTIES.get(self.entry.what, self.what)

    @property
    def subject(self) -> str:
        """Whom or where; of a plan its place or whom it was for."""
        if self.activity is None:
            return self.entry.subject or "—"
        return self.activity.place or whom(self.activity) or "—"

    @property
    def lacking(self) -> str:
        """What is not done yet: 2次，已安排1次; of days the pace it takes: 19天，每周3.4天."""
        line = self.entry.line
        if line is None:
            return ""
        unit = terms.label(line.unit)
        planned = f"，已安排{line.planned:g}{unit}" if line.planned else ""
        more = f"，每周{line.per_week:.1f}天" if line.per_week else planned
        return f"{line.missing:g}{unit}{more}"

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
        if self.activity is not None:
            word = "回填"
        elif self.entry.state == DutyState.LATE:
            word = "补登"
        else:
            report = self.entry.line is not None and self.entry.line.unit == Unit.ITEMS
            word = "登记" if report else "安排"
        return f"{word} ›", Tone.LINK


def rows(
    entries: Iterable[Due], duties: Mapping[str, str], plans: Mapping[str, ActivityLine], today: date
) -> list[Row]:
    """The list by urgency: group after group, in each what is 临近 first, then the order given."""
    made = [
        Row(entry, duties.get(entry.what, ""), plans[entry.number] if entry.number else None, today)
        for entry in entries
    ]
    return sorted(made, key=lambda row: (ORDER.index(row.group), row.entry.state == DutyState.OPEN))


def tallies(listed: Sequence[Row], today: date) -> list[Tally]:
    """A card for each group, with what its figure means."""
    sunday = week_of(today)[1]
    about = {
        Group.LATE: "期间已过未完成",
        Group.THIS_WEEK: f"截至{month_day(sunday)}",
        Group.THIS_QUARTER: "未完成、未安排",
        Group.AWAITING: "请回填结果",
    }
    return [
        Tally(_WORDS[group][0], sum(row.group == group for row in listed), about[group], _WORDS[group][1])
        for group in ORDER
    ]


def narrowed(listed: Sequence[Row], picked: int, typed: str) -> list[Row]:
    """The rows of the card picked (-1: of all) that a search means."""
    meant = Filter(typed)
    return [
        row
        for row in listed
        if (picked < 0 or row.group == ORDER[picked])
        and meant.finds((row.entry.leader, row.what, row.subject, row.entry.number or ""))
    ]


def bars(lines: Iterable[Progress], duties: Mapping[str, str]) -> list[Line]:
    """For each duty how much of what is owed is done, nothing counted beyond what is owed."""
    owing: dict[str, list[Progress]] = {}
    for line in lines:
        if line.owed:
            owing.setdefault(line.rule, []).append(line)
    return [_bar(duties[rule], found) for rule, found in owing.items()]


def planned(line: ActivityLine, today: date) -> tuple[str, str]:
    """今天上午 张样一, 走访 天九镇: when and who at the left, what and where at the right."""
    day = "今天" if line.first_day == today else weekday_name(line.first_day).replace("星期", "周")
    who = f"{line.leaders}（代：{line.stand_ins}）" if line.stand_ins else line.leaders
    where = line.place if line.kind != ActivityKind.REPORT else ""
    return f"{day}{_half(line)} {who}", " ".join(filter(None, (terms.label(line.kind), where)))


def _bar(duty: str, lines: Sequence[Progress]) -> Line:
    total = added(lines)
    return Line(duty, f"{total.done:g}/{total.owed}{terms.label(lines[0].unit)}", share=total.share)


def _half(line: ActivityLine) -> str:
    whole = (line.first_day, line.first_half) != (line.last_day, line.last_half)
    return "" if whole else terms.label(line.first_half)
