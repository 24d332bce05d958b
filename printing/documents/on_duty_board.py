"""领导在岗和顶岗情况表: on one day or in one week who is here, 下乡 or away, who acts, where nobody does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.almanac import untabled_words
from models.rules.calendar import Period, chinese_date, day_in, days_between, month_day, weekday_name
from models.rules.conflicts import span_words
from models.rules.due import week_of
from models.rules.kinds import Half, PeriodKind
from models.rules.on_duty_board import Line, Stretch
from models.rules.pairing import half_day
from models.setting import value
from models.terms import label
from printing import styles
from printing.blocks import Gap, Notes, Title, register_line, register_lines
from printing.choice import Choice
from printing.documents.seats import NOT_THERE, OUT, Seats, acting_days
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table
from printing.wording import amount, listed

TITLE = "领导在岗和顶岗情况表"
_WEEK = 7


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One leader or post; `cells` are what the columns of the day or of the week say of it."""

    number: str
    name: str
    post: str
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class ActingRow:
    """Somebody acts for somebody; `year`: on how many days of the year so far he acted for anybody."""

    who: str
    year: str
    whom: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class OnDutyBoard:
    """The board of a day or, across the page, of a week; below it who acts, and where nobody does."""

    office: str
    printed: str
    span: str
    paper: Paper
    columns: Sequence[Column[SeatRow]]
    rows: Sequence[SeatRow]
    acting: Sequence[ActingRow]
    warnings: Sequence[str]
    notes: Sequence[str]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.span)

    def story(self) -> Iterator[Block]:
        yield Title(TITLE, after=0)
        yield Title(f"（{self.span}）", styles.ENTRY)
        if self.paper is styles.LANDSCAPE:
            yield register_line(self.office, self.printed)
        else:
            yield from register_lines(self.office, self.printed)
        yield Table(self.columns, self.rows, least=7.5 * MM, empty="尚未录入领导", name="在岗情况")
        yield Gap(3 * MM)
        yield Table(ACTING, self.acting, least=7 * MM, empty="没有人外出，不需要代行", name="代行情况")
        yield Gap(3 * MM)
        yield Table(WARNINGS, self.warnings, least=7 * MM, name="同时外出")
        yield Notes(self.notes)


WHO: Sequence[Column[SeatRow]] = (
    Column("序号", 10, lambda row: row.number, Align.CENTRE),
    Column("姓名", 19, lambda row: row.name, Align.CENTRE, tight=styles.DENSE),
    Column("职务（岗位）", 26, lambda row: row.post, tight=styles.DENSE),
)
ACTING: Sequence[Column[ActingRow]] = (
    Column("代行人", 27, lambda row: row.who, Align.CENTRE, merged=True, tight=styles.DENSE),
    Column("本年代行\n（天）", 26, lambda row: row.year, Align.CENTRE, merged=True),
    Column("代行谁的工作", 50, lambda row: row.whom, tight=styles.DENSE),
    Column("代行时间", 45, lambda row: row.when, tight=styles.DENSE),
    Column("缘由", 77, lambda row: row.why, tight=styles.DENSE),
)
WARNINGS: Sequence[Column[str]] = (
    Column("AB角同时外出、无人代行的情况", 225, lambda text: text, tight=styles.DENSE),
)


DAY: Sequence[Column[SeatRow]] = (
    Column("上午", 14, lambda row: row.cells[0], Align.CENTRE),
    Column("下午", 14, lambda row: row.cells[1], Align.CENTRE),
    Column("由谁代行", 33, lambda row: row.cells[2], Align.CENTRE, tight=styles.DENSE),
    Column("去向、事由", 40, lambda row: row.cells[3], tight=styles.DENSE),
)


def load(choice: Choice) -> list[OnDutyBoard]:
    """The board of the day chosen, or today; of a longer period one for each of its weeks."""
    span = choice.span
    if span.days == 1:
        return [_Board(span, choice).of_day()]
    mondays = days_between(week_of(span.first)[0], span.last)[::_WEEK]
    weeks = (Period(monday, monday + timedelta(_WEEK - 1), PeriodKind.INTERVAL) for monday in mondays)
    return [_Board(week, choice).of_week() for week in weeks]


class _Board:
    """What a board of some days is made of."""

    def __init__(self, span: Period, choice: Choice) -> None:
        self._span, self._today = span, choice.today
        self._seats = Seats(span, full=choice.full)
        self._until = min(span.last, date(span.first.year, 12, 31))
        self._year = acting_days(date(span.first.year, 1, 1), self._until)

    def of_day(self) -> OnDutyBoard:
        """Both halves of a day, who acts, and what takes people out."""
        day = self._span.first
        off = "" if self._seats.is_workday(day) else "，休息日"
        rows = [self._row(line, self._day_cells(line, day)) for line in self._seats.lines]
        return self._made(f"{chinese_date(day)} {weekday_name(day)}{off}", styles.PORTRAIT, DAY, rows)

    def of_week(self) -> OnDutyBoard:
        """A column for each day of a week."""
        first, last = self._span.first, self._span.last
        days = days_between(first, last)
        heads = [_column(at, self._head(day)) for at, day in enumerate(days)]
        rows = [self._row(line, [self._week_cell(line, day) for day in days]) for line in self._seats.lines]
        return self._made(f"{chinese_date(first)}至{day_in(last, first.year)}", styles.LANDSCAPE, heads, rows)

    def _made(
        self, span: str, paper: Paper, heads: Sequence[Column[SeatRow]], rows: Sequence[SeatRow]
    ) -> OnDutyBoard:
        return OnDutyBoard(
            office=value("office_name"),
            printed=chinese_date(self._today),
            span=span,
            paper=paper,
            columns=[*WHO, *heads],
            rows=[replace(row, number=str(number)) for number, row in enumerate(rows, start=1)],
            acting=self._acting(),
            warnings=self._seats.warnings(),
            notes=list(self._notes()),
        )

    def _row(self, line: Line, cells: Sequence[str]) -> SeatRow:
        official = self._seats.official(line.seat.official)
        return SeatRow("", listed(official.name), line.seat.name or official.title, cells)

    def _day_cells(self, line: Line, day: date) -> list[str]:
        seats, (am, pm) = self._seats, _halves(day)
        acts = _by_halves(seats.acts(line, am), seats.acts(line, pm))
        return [seats.state(line, am), seats.state(line, pm), acts, "\n".join(seats.about(line, day))]

    def _week_cell(self, line: Line, day: date) -> str:
        """Where he is, and where to or who acts below it."""
        am, pm = _halves(day)
        return _by_halves(self._said(line, am), self._said(line, pm))

    def _said(self, line: Line, half: int) -> str:
        seats = self._seats
        state = seats.state(line, half)
        more = seats.where(line, half) if state == OUT else seats.acts(line, half)
        return "\n".join(filter(None, (state, more)))

    def _head(self, day: date) -> str:
        off = "" if self._seats.is_workday(day) else "（休）"
        return f"{month_day(day)}\n{weekday_name(day)}{off}"

    def _acting(self) -> list[ActingRow]:
        """By who acts, in the order of the board."""
        seats = self._seats
        return [
            ActingRow(
                who=listed(seats.official(number).name),
                year=amount(self._year.get(number, 0)),
                whom=seats.named(line.seat),
                when=self._when(part),
                why=seats.causes(line, part.first, part.last),
            )
            for number, parts in seats.instead.items()
            for line, part in parts
        ]

    def _when(self, part: Stretch) -> str:
        if self._span.days > 1:
            return span_words(part.first, part.last)
        return "全天" if part.first < part.last else label(Half.PM if part.first % 2 else Half.AM)

    def _notes(self) -> Iterator[str]:
        yield (
            "下乡为走访、下访、调研等外出活动，不需代行；●为AB角同时外出，▲为无人代行；"
            f"“{NOT_THERE}”为不在任职期间，或休息日没有外出、下乡。"
        )
        until = f"{self._span.first.year}年1月1日至{month_day(self._until)}"
        yield f"本年累计代行天数为{until}，按半天计，同时代行几人的不重复计。"
        if words := untabled_words(self._span.first, self._span.last):
            yield f"▲ {words}"


def _column(at: int, head: str) -> Column[SeatRow]:
    return Column(head, 170 / _WEEK, lambda row: row.cells[at], Align.CENTRE, styles.DENSE)


def _by_halves(am: str, pm: str) -> str:
    """What holds for the whole day, or what is to be said of each half."""
    if am == pm:
        return am
    halves = ((Half.AM, am), (Half.PM, pm))
    return "\n".join(f"{label(half)}：{text}" for half, text in halves if text not in ("", NOT_THERE))


def _halves(day: date) -> tuple[int, int]:
    return half_day(day, Half.AM), half_day(day, Half.PM)
