"""调研登记表: one leader's year of fieldwork, trip by trip with the days so far, and the reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.activity_line import ActivityLine
from models.fieldwork import DaysOut, Fieldwork, fieldwork
from models.official import leaders
from models.rules.absence import time_words
from models.rules.calendar import Period, chinese_date
from models.rules.counting import Progress
from models.rules.kinds import ActivityKind, FieldworkForm
from models.rules.pairing import half_day
from models.setting import value
from models.terms import SIGNS, label
from printing import styles
from printing.blocks import Facts, Gap, NotesAndSignatures, Title, register_line
from printing.choice import Choice
from printing.documents.counting_notes import days_note
from printing.documents.people import with_post
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table, for_the_pen
from printing.wording import amount, plain, told

TITLE = "调研登记表"
_NAMED_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class TripRow:
    """One activity out: `days` is what it adds, `total` all days counted so far."""

    number: str
    when: str
    days: str
    total: str
    place: str
    purpose: str
    form: str
    companions: str
    heard: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report and the day it was handed in."""

    number: str
    title: str
    day: str


TRIPS: Sequence[Column[TripRow]] = (
    Column("序号", 10, lambda row: row.number, Align.CENTRE),
    Column("起止日期", 29, lambda row: row.when, Align.CENTRE, styles.DENSE),
    Column("天数", 11, lambda row: row.days, Align.CENTRE, number=True),
    Column("累计\n天数", 12, lambda row: row.total, Align.CENTRE, number=True),
    Column("调研地点", 30, lambda row: row.place, tight=styles.DENSE),
    Column("调研课题", 42, lambda row: row.purpose, tight=styles.DENSE),
    Column("形式", 19, lambda row: row.form, Align.CENTRE, tight=styles.DENSE),
    Column("陪同人员", 24, lambda row: row.companions, style=styles.DENSE, blank="无"),
    Column("发现的主要问题", 48, lambda row: row.heard, style=styles.DENSE, blank="无"),
)
REPORTS: Sequence[Column[ReportRow]] = (
    Column("序号", 10, lambda row: row.number, Align.CENTRE),
    Column("调研报告题目", 115, lambda row: row.title),
    Column("报送日期", 32, lambda row: row.day, Align.CENTRE),
    for_the_pen("批示、转化情况", 68),
)


@dataclass(frozen=True, slots=True)
class FieldworkRegister:
    """One leader's year. `facts`: who it is, and how far the days and the reports are."""

    office: str
    day: str
    year: Period
    leader: str
    facts: Sequence[str]
    trips: Sequence[TripRow]
    reports: Sequence[ReportRow]
    notes: Sequence[str]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.leader, str(self.year))

    @property
    def paper(self) -> Paper:
        return styles.LANDSCAPE

    def story(self) -> Iterator[Block]:
        yield Title(f"{self.year.title}{TITLE}")
        yield register_line(self.office, self.day)
        yield Facts(self.facts, after=MM)
        empty = "还没有计入天数的调研"
        yield Table(TRIPS, self.trips, least=8.5 * MM, empty=empty, name=f"{self.leader}调研")
        yield Gap(3 * MM)
        empty = "还没有报送调研报告"
        yield Table(REPORTS, self.reports, least=10 * MM, empty=empty, name=f"{self.leader}报告")
        yield NotesAndSignatures(self.notes, ("领导（签字）：", "年    月    日"))


def load(choice: Choice) -> list[FieldworkRegister]:
    """The registers of the chosen leader, or of all in rank order, for the year chosen or today's."""
    who = [choice.leader] if choice.leader else leaders()
    return [_register(found, choice) for found in fieldwork(who, choice.year, choice.today)]


def _register(found: Fieldwork, choice: Choice) -> FieldworkRegister:
    year = choice.year
    figures = [_figure("下基层调研", found.days), _figure("调研报告", found.items)]
    out = enumerate(found.out, start=1)
    reports = enumerate(found.reports, start=1)
    return FieldworkRegister(
        office=value("office_name"),
        day=chinese_date(choice.today),
        year=year,
        leader=plain(found.official.name),
        facts=(f"领导：{with_post(found.official)}", *filter(None, figures)),
        trips=[_trip(str(at), one, full=choice.full) for at, one in out],
        reports=[
            ReportRow(str(at), told(line.title, full=choice.full), chinese_date(line.first_day))
            for at, line in reports
        ],
        notes=(days_note(year), "天数为各次新增的天数，累计为截至该次的天数。"),
    )


def _figure(name: str, line: Progress | None) -> str:
    """下基层调研：16.5/60天（▲ 临近）."""
    if line is None:
        return ""
    state = f"{SIGNS[line.state]} {label(line.state)}"
    return f"{name}：{amount(line.done)}/{line.owed}{label(line.unit)}（{state}）"


def _trip(number: str, out: DaysOut, *, full: bool) -> TripRow:
    line = out.activity
    first, last = half_day(line.first_day, line.first_half), half_day(line.last_day, line.last_half)
    return TripRow(
        number=number,
        when=time_words(first, last),
        days=amount(out.days),
        total=amount(out.total),
        place=told(line.place, full=full),
        purpose=told(line.purpose, full=full) or _purpose(line),
        form=label(FieldworkForm(line.form)) if line.form else label(ActivityKind(line.kind)),
        companions="、".join(map(plain, out.companions)),
        heard="\n".join(told(text, full=full) for text in out.heard),
    )


def _purpose(line: ActivityLine) -> str:
    """Of a visit without one whom it was to."""
    names = [plain(name) for name in line.targets.split("、") if name]
    many = f"等{len(names)}处" if len(names) > _NAMED_AT_MOST else ""
    return f"走访{'、'.join(names[:_NAMED_AT_MOST])}{many}" if names else ""
