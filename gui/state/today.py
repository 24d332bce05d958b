"""今日要办 in words: the list by urgency, the cards above it and beside it. No Tk."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from gui.look.palette import Tone
from gui.state.cards import Line, Tally
from gui.state.finding import Filter
from gui.state.today_rows import DutyRow, MatterRow, PlanRow, Row
from models import terms
from models.activity_line import ActivityLine
from models.rules.calendar import month_day, weekday_name
from models.rules.counting import Progress
from models.rules.coverage import added
from models.rules.due import MATTER, Due, Group, week_of
from models.rules.kinds import ActivityKind, DutyState

ORDER = tuple(Group)
_WORDS = {
    Group.LATE: ("已逾期", Tone.LATE),
    Group.THIS_WEEK: ("本周到期", Tone.NEAR),
    Group.THIS_QUARTER: ("本季要办", Tone.NOT_DUE),
    Group.AWAITING: ("待确认", Tone.PLANNED),
}


def rows(
    entries: Iterable[Due],
    names: Mapping[str, str],
    plans: Mapping[str, ActivityLine],
    today: date,
    days_to: Callable[[date], int],
) -> list[Row]:
    """The list by urgency: group after group, in each what is 临近 first, then the order given."""

    def row(entry: Due) -> Row:
        if entry.what == MATTER:
            return MatterRow(entry, names[entry.what], today, days_to)
        plan = plans.get(entry.number or "")
        if plan is not None:
            return PlanRow(entry, f"{terms.label(plan.kind)}计划", today, plan)
        return DutyRow(entry, names[entry.what], today)

    return sorted(
        map(row, entries), key=lambda row: (ORDER.index(row.group), row.entry.state == DutyState.OPEN)
    )


def tallies(listed: Sequence[Row], today: date) -> list[Tally]:
    """A card for each group, with what its figure means."""
    sunday = week_of(today)[1]
    about = {
        Group.LATE: "期间已过未完成",
        Group.THIS_WEEK: f"截至{month_day(sunday)}",
        Group.THIS_QUARTER: "未完成、未安排",
        Group.AWAITING: "待回填、待销号",
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
