"""本周安排: one leader's or all leaders' week on a page, with who is away and who acts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.absence import Absence, absences_between
from models.activity_line import ActivityLine, lines_between
from models.holiday import workday_test
from models.official import officials
from models.pairing import whereabouts
from models.rules.calendar import chinese_date, weekday_name
from models.rules.duedates import week_of
from models.rules.kinds import ActivityState, Half
from models.rules.pairing import half_day
from models.setting import value
from models.terms import label
from printing import styles
from printing.blocks import Title, register_line
from printing.choice import Choice
from printing.documents.outings import Outing, outing
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table, for_the_pen
from printing.wording import day_in, listed, masked, plain

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
    monday, sunday = week_of(choice.period.first if choice.period else choice.today)
    leader = choice.leader
    lines = lines_between(monday, sunday, leader.id if leader else None)
    shown = [line for line in reversed(lines) if line.state in _SHOWN]
    away = [one for one in absences_between(monday, sunday) if leader in (None, one.official)]
    is_workday, acting = workday_test(), _Acting()
    days = [monday + timedelta(n) for n in range(7)]
    rows = [row for day in days for row in _day_rows(day, shown, away, acting, is_workday=is_workday(day))]
    return [
        WeekPlan(
            office=value("office_name"),
            printed=chinese_date(choice.today),
            monday=monday,
            whose=plain(leader.name) if leader else "市政府领导",
            rows=rows,
        )
    ]


class _Acting:
    """Who acts for whom on which day, in words."""

    def __init__(self) -> None:
        self._there = whereabouts()
        self._names = {row.id: row.name for row in officials()}

    def words(self, away: Absence, day: date) -> str:
        half = Half(away.first_half) if day == away.first_day else Half.AM
        acting = self._there.standing(away.official_id, half_day(day, half)).acting
        return "没有人代行" if acting is None else f"由{plain(self._names[acting])}代行"


def _day_rows(
    day: date, lines: Sequence[ActivityLine], away: Sequence[Absence], acting: _Acting, *, is_workday: bool
) -> Iterator[Outing]:
    """A day's absences and activities; a working day without any still has its row, a day off has none."""
    named = f"{day.month}月{day.day}日\n{weekday_name(day)}"
    rows = [_absence_row(one, day, acting) for one in away if _covers(one, day)]
    rows += [outing(line, day) for line in lines if line.first_day <= day <= line.last_day]
    if not rows and is_workday:
        rows = [Outing("", "", "", "", "", "")]
    yield from (replace(row, day=named) for row in rows)


def _covers(away: Absence, day: date) -> bool:
    return away.first_day <= day <= (away.last_day or date.max)


def _absence_row(away: Absence, day: date, acting: _Acting) -> Outing:
    first = Half(away.first_half) if day == away.first_day else Half.AM
    last = Half(away.last_half) if day == away.last_day else Half.PM
    return Outing(
        day="",
        half=label(first) if first == last else "全天",
        leader=listed(away.official.name),
        what="外出",
        place=away.place,
        about=masked("；".join(filter(None, (away.reason, acting.words(away, day))))),
    )
