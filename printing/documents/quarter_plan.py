"""季度走访安排表: one leader's visit sheet before the quarter, with room for the pen."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.contact_point import ContactPoint
from models.official import Official, leaders
from models.progress import progress, rules
from models.rules.calendar import Period, chinese_date, day_in, half_of, year_of
from models.rules.counting import Progress
from models.rules.coverage import added
from models.rules.kinds import ActivityKind, PeriodKind, PointKind
from models.setting import value
from models.terms import label
from models.visit_sheet import SheetRow, duty_word, sheet_rows
from models.visited import Heard, Meant, last_heard, last_visits, meant
from printing import styles
from printing.blocks import Facts, NotesAndSignatures, Title, register_line
from printing.choice import Choice
from printing.documents.counting_notes import visits_note
from printing.documents.points import Held, Points, shown
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import Paper
from printing.table import Column, Table, for_the_pen
from printing.wording import amount, plain, shortened

TITLE = "季度走访安排表"
HEARD_AT_MOST = 42  # characters of a last request; the visit's own record has it whole
_SHORT = {"fieldwork_days": "调研", "report": "报告", "point_meeting": "生活会"}
_PER_PERIOD = {PeriodKind.QUARTER: "", PeriodKind.HALF: "半年", PeriodKind.YEAR: "年"}


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What is owed to one contact point, or by the leader alone. `share`: done/owed, 0/1 or 年1/2."""

    number: str
    kind: str
    whom: str
    where: str
    share: str
    last: str
    heard: str
    planned: str


COLUMNS: Sequence[Column[PlanRow]] = (
    Column("类别", 10, lambda row: row.kind, Align.CENTRE, merged=True),
    Column("序号", 10, lambda row: row.number, Align.CENTRE),
    Column("走访对象", 23, lambda row: row.whom, tight=styles.DENSE),
    Column("住址及电话", 28, lambda row: row.where, style=styles.DENSE),
    Column("已/应", 14, lambda row: row.share, Align.CENTRE),
    Column("上次走访", 17, lambda row: row.last, Align.CENTRE, styles.DENSE),
    Column("上次反映问题", 48, lambda row: row.heard, style=styles.DENSE, blank="无"),
    Column("计划时间", 23, lambda row: row.planned, Align.CENTRE, styles.DENSE, blank=""),
    for_the_pen("实际时间", 21),
    for_the_pen("走访情况", 31),
)


@dataclass(frozen=True, slots=True)
class QuarterPlan:
    """One leader's sheet. `year` says in words how the yearly duties stand."""

    office: str
    leader: str
    post: str
    quarter: Period
    day: str
    year: str
    rows: Sequence[PlanRow]
    notes: Sequence[str]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.leader, str(self.quarter))

    @property
    def paper(self) -> Paper:
        return styles.LANDSCAPE

    def story(self) -> Iterator[Block]:
        yield Title(f"{self.quarter.title}走访安排表", after=0.5 * styles.MM)
        yield register_line(self.office, self.day)
        post = f"（{self.post}）" if self.post else ""
        yield Facts((f"领导：{self.leader}{post}", self.year), after=styles.MM)
        yield Table(COLUMNS, self.rows, empty="本季度没有应走访的联系点")
        yield NotesAndSignatures(self.notes, ("领导（签字）：", "年    月    日"))


def load(choice: Choice) -> list[QuarterPlan]:
    """The sheets of the chosen leader, or of all leaders in rank order, for the chosen quarter.

    Everything is read at once, however many leaders. Raises Problem for a period that is no quarter.
    """
    sheets = _Sheets(choice)
    return [sheets.sheet(leader) for leader in ([choice.leader] if choice.leader else leaders())]


class _Sheets:
    """What the sheets of one quarter are made of."""

    def __init__(self, choice: Choice) -> None:
        quarter, today = choice.quarter, choice.today
        until = min(today, quarter.last)
        self._quarter, self._today, self._until = quarter, today, until
        self._points = Points(quarter.first, quarter.last, full=choice.full)
        self._duties = _by_leader(choice)
        self._visits, self._heard = last_visits(until), last_heard(until)
        self._plans: dict[tuple[int, ActivityKind, int | None], list[Meant]] = defaultdict(list)
        for plan in meant(quarter.first, quarter.last):
            self._plans[plan.official, plan.kind, plan.point].append(plan)
        self._rules = {rule.code: rule for rule in rules()}
        self._office, self._notes = value("office_name"), _notes(quarter)

    def sheet(self, leader: Official) -> QuarterPlan:
        lines = self._duties[leader.id]
        held = self._points.held(leader)
        rows = sheet_rows(held.points, lines, self._quarter)
        return QuarterPlan(
            office=self._office,
            leader=plain(leader.name),
            post=leader.title,
            quarter=self._quarter,
            day=chinese_date(self._today),
            year=self._year_in_words(lines),
            rows=[self._row(leader, row, held, lines) for row in rows],
            notes=self._notes,
        )

    def _row(self, leader: Official, row: SheetRow, held: Held, lines: Sequence[Progress]) -> PlanRow:
        if isinstance(row.about, ContactPoint):
            return self._point_row(leader, str(row.number), row.about, held, lines)
        return self._own_row(leader, str(row.number), row.about)

    def _point_row(
        self, leader: Official, number: str, point: ContactPoint, held: Held, lines: Sequence[Progress]
    ) -> PlanRow:
        places = [*held.of(PointKind.TOWNSHIP), *held.of(PointKind.VILLAGE)]
        within = places if point.kind == PointKind.HOUSEHOLD else ()
        where = [self._points.place(point, within=within), self._points.phone(point)]
        return PlanRow(
            number=number,
            kind=label(PointKind(point.kind)),
            whom=shown(point),
            where="\n".join(filter(None, where)),
            share=_shares([line for line in lines if line.subject_id == point.id]),
            last=self._last(leader, point.id),
            heard=self._said(self._heard.get(point.id)),
            planned=self._planned(leader, ActivityKind.VISIT, point),
        )

    def _own_row(self, leader: Official, number: str, line: Progress) -> PlanRow:
        """A duty of the quarter that is owed without a point, such as 下访听诉."""
        rule = self._rules[line.rule]
        hearing = rule.kinds == {ActivityKind.HEARING}
        return PlanRow(
            number=number,
            kind=duty_word(rule),
            whom=rule.name,
            where="",
            share=_shares([line]),
            last=self._last(leader, None) if hearing else "",
            heard="—",
            planned="、".join(self._planned(leader, kind, None) for kind in sorted(rule.kinds)),
        )

    def _year_in_words(self, lines: Sequence[Progress]) -> str:
        """全年（已/应）：走访户7/20次，调研16.5/60天 …; a visit beyond what one is due helps no other."""
        year = [line for line in lines if line.period.kind == PeriodKind.YEAR and line.owed]
        visits = [line for line in year if line.subject_id is not None]
        whole = added(visits)
        parts = [f"走访户{amount(whole.done)}/{whole.owed}次"] if visits else []
        for line in year:
            if line.subject_id is None:
                name = _SHORT.get(line.rule, self._rules[line.rule].name)
                parts.append(f"{name}{_share(line)}{label(line.unit)}")
        return f"全年（已/应）：{'，'.join(parts)}" if parts else ""

    def _last(self, leader: Official, point: int | None) -> str:
        day = self._visits.get((leader.id, point))
        return day_in(day, self._quarter.first.year).replace("年", "年\n") if day else ""

    def _said(self, heard: Heard | None) -> str:
        if heard is None:
            return ""
        text = shortened(self._points.text(heard.text), HEARD_AT_MOST)
        return f"{day_in(heard.day, self._quarter.first.year)}：{text}"

    def _planned(self, leader: Official, kind: ActivityKind, point: ContactPoint | None) -> str:
        plans = self._plans.get((leader.id, kind, point.id if point else None), [])
        half = plans[0].half if len(plans) == 1 else None
        days = [day_in(plan.day, self._quarter.first.year, half) for plan in plans]
        return "、".join(days) if len(days) < 3 else f"{days[0]}等{len(days)}次"


def _by_leader(choice: Choice) -> dict[int, list[Progress]]:
    """Every duty of the quarter, its half and its year."""
    quarter = choice.quarter
    found: dict[int, list[Progress]] = defaultdict(list)
    for span in (quarter, half_of(quarter.first), year_of(quarter.first)):
        for line in progress(span, choice.today, choice.leader):
            found[line.official].append(line)
    return found


def _shares(lines: Sequence[Progress]) -> str:
    """0/1; the period is said where it is not the quarter: 年1/2."""
    return "、".join(f"{_PER_PERIOD[line.period.kind]}{_share(line)}" for line in lines)


def _share(line: Progress) -> str:
    return f"{amount(line.done)}/{line.owed}"


def _notes(quarter: Period) -> tuple[str, ...]:
    """How it is counted, under the choices in force at the quarter's end."""
    return (
        visits_note(quarter),
        "“已/应”为已走访和应走访次数，“年”指全年，其余指本季度；反映问题前为所记日期。",
    )
