"""本周安排: one leader's or all leaders' week on a page, with who is away and who acts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.absence import Absence, absences_between
from models.activity_line import lines_between
from models.holiday import workday_test
from models.official import officials
from models.rules.calendar import chinese_date, day_in, month_day, weekday_name
from models.rules.due import week_of
from models.rules.kinds import ActivityState, Half
from models.rules.on_duty_board import instead_now
from models.rules.pairing import half_day
from models.setting import value
from models.terms import label
from models.whereabouts import whereabouts
from printing import styles
from printing.blocks import Title, register_line
from printing.choice import Choice
from printing.documents.outings import Outing, outing
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table, for_the_pen
from printing.wording import listed, plain, told

TITLE = "本周安排"
_SHOWN = (ActivityState.PLANNED, ActivityState.DONE)

COLUMNS: Sequence[Column[Outing]] = (
    Column("日期", 26, lambda row: row.day, Align.CENTRE, merged=True),
    Column("时段", 14, lambda row: row.half, Align.CENTRE),
    Column("领导", 28, lambda row: row.leader, Align.CENTRE, tight=styles.DENSE),
    Column("活动", 28, lambda row: row.what, Align.CENTRE, tight=styles.DENSE),
    Column("地点", 38, lambda row: row.place, tight=styles.DENSE),
    Column("对象、事由", 67, lambda row: row.about, tight=styles.DENSE),
    for_the_pen("备注", 24),
)


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A week from Monday to Sunday; `whose` is 全体领导 or a leader's name."""

    office: str
    printed: str
    monday: date
    whose: str
    rows: Sequence[Outing]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.whose, chinese_date(self.monday))

    @property
    def paper(self) -> Paper:
        return styles.LANDSCAPE

    def story(self) -> Iterator[Block]:
        sunday = self.monday + timedelta(6)
        yield Title(f"{self.whose}一周安排")
        yield Title(f"（{chinese_date(self.monday)}至{day_in(sunday, self.monday.year)}）", styles.ENTRY)
        yield register_line(self.office, self.printed)
        yield Table(COLUMNS, self.rows, least=9 * MM)


def load(choice: Choice) -> list[WeekPlan]:
    """The week that holds the day chosen, or today, for all leaders or for one."""
    week, leader = _Week(choice), choice.leader
    return [
        WeekPlan(
            office=value("office_name"),
            printed=chinese_date(choice.today),
            monday=week.monday,
            whose=plain(leader.name) if leader else "市政府领导",
            rows=[row for n in range(7) for row in week.rows(week.monday + timedelta(n))],
        )
    ]


class _Week:
    """What is on in a week, and the rows of each of its days."""

    def __init__(self, choice: Choice) -> None:
        self.monday, sunday = week_of(choice.day)
        self._full = choice.full
        lines = lines_between(self.monday, sunday, choice.leader.id if choice.leader else None)
        self._lines = [line for line in reversed(lines) if line.state in _SHOWN]
        away = absences_between(self.monday, sunday)
        self._away = [one for one in away if choice.leader in (None, one.official)]
        self._there = whereabouts()
        self._names = {row.id: row.name for row in officials()}
        self._members = {row.id for row in officials() if row.is_member}
        self._is_workday = workday_test()

    def rows(self, day: date) -> Iterator[Outing]:
        """Its absences and activities; a working day without any still has its row, a day off has none."""
        named = f"{month_day(day)}\n{weekday_name(day)}"
        rows = [self._absence(one, day) for one in self._away if one.covers(day)]
        rows += [
            outing(line, day, full=self._full)
            for line in self._lines
            if line.first_day <= day <= line.last_day
        ]
        if not rows and self._is_workday(day):
            rows = [Outing("", "", "", "", "", "")]
        yield from (replace(row, day=named) for row in rows)

    def _absence(self, away: Absence, day: date) -> Outing:
        first = Half(away.first_half) if day == away.first_day else Half.AM
        last = Half(away.last_half) if day == away.last_day else Half.PM
        return Outing(
            day="",
            half=label(first) if first == last else "全天",
            leader=listed(away.official.name),
            what="外出",
            place=told(away.place, full=self._full),
            about=told("；".join(filter(None, (away.reason, self._acts(away, day, first)))), full=self._full),
        )

    def _acts(self, away: Absence, day: date, half: Half) -> str:
        standing = instead_now(away.official_id, self._there, self._members, half_day(day, half))
        if standing is None:
            return ""
        return f"由{plain(self._names[standing.acting])}代行" if standing.acting else "无人代行"
