"""走访日历: a year or a quarter on one page, what falls on its days and what is done or planned on them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from models.almanac import AlmanacDay, almanac, markets, untabled_words
from models.contact_point import ContactPoint
from models.official import Official, leaders
from models.rules.calendar import Period, chinese_date, year_of
from models.rules.kinds import PeriodKind, PointKind
from models.rules.market_days import complaint
from models.rules.problem import Problem
from models.setting import value
from models.terms import label
from printing import styles
from printing.blocks import Facts, Notes, Title
from printing.calendar_page import Day, Month
from printing.choice import Choice
from printing.documents.busy_days import AllBusy, OneBusy
from printing.documents.points import Points
from printing.flow import Block
from printing.quarter_sheet import QuarterSheet
from printing.render import file_name
from printing.styles import Paper
from printing.wording import plain
from printing.year_sheet import YearSheet

TITLE = "走访日历"
_EVERYBODY = "市政府领导"
_OFF = "“休”“班”为放假和调休上班，节日首日以节名代替农历，黑体的{}为休息日"
_YEAR, _QUARTER = _OFF.format("星期") + "；粗线分开各周。", _OFF.format("日期") + "。"
_OF_ONE = "农历加框的是所联系乡镇的圩日；✓ 已完成，○ 有计划。"
_OF_ALL = "数字为当天外出走访、下访、调研的领导人数，带圈的含计划（⑩为10人以上）。"
_NAMED = "“圩”为所联系乡镇的圩日；✓ 已完成，○ 计划；写不下的只写处数。"
_NAMES = "✓ 已完成，○ 计划；写不下的只写人数。"


@dataclass(frozen=True, slots=True)
class YearCalendar:
    """One leader's or everybody's year or quarter. `whose` is a name or 市政府领导."""

    period: Period
    whose: str
    facts: Sequence[str]
    months: Sequence[Month]
    notes: Sequence[str]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.whose, str(self.period))

    @property
    def paper(self) -> Paper:
        return styles.LANDSCAPE if self.period.kind == PeriodKind.YEAR else styles.PORTRAIT

    def story(self) -> Iterator[Block]:
        yield Title(f"{self.period.title}走访日历")
        yield Facts(self.facts)
        sheet = YearSheet if self.period.kind == PeriodKind.YEAR else QuarterSheet
        yield sheet(self.months)
        yield Notes(self.notes)


def load(choice: Choice) -> list[YearCalendar]:
    """The year or quarter chosen, this year if none was. Raises Problem for any other period."""
    span = choice.period or year_of(choice.today)
    if span.kind not in (PeriodKind.YEAR, PeriodKind.QUARTER):
        raise Problem("走访日历按一年或一个季度打印，请给出年份或季度，例如 2026 或 2026Q4。")
    held = _townships(span, choice.leader)
    busy = OneBusy(span, choice.leader, full=choice.full) if choice.leader else AllBusy(span)
    days = almanac(span.first, span.last)
    there = markets(span.first, span.last, held)
    return [
        YearCalendar(
            period=span,
            whose=plain(choice.leader.name) if choice.leader else _EVERYBODY,
            facts=list(_facts(choice, held)),
            months=_months(days, there, busy),
            notes=list(_notes(span, choice.leader, held)),
        )
    ]


def _townships(span: Period, leader: Official | None) -> list[ContactPoint]:
    """The townships whose market days are marked: one leader's; all leaders' would mark every day."""
    return Points(span.first, span.last, full=True).held(leader).of(PointKind.TOWNSHIP) if leader else []


def _facts(choice: Choice, held: Sequence[ContactPoint]) -> Iterator[str]:
    if choice.leader:
        post = f"（{choice.leader.title}）" if choice.leader.title else ""
        yield f"领导：{plain(choice.leader.name)}{post}"
        towns = "、".join(plain(point.name) for point in held) or "无"
        pattern = held[0].market_days if len(held) == 1 else ""
        yield f"联系乡镇：{towns}" + f"（圩日：{pattern}）" * bool(pattern)
    else:
        if office := value("office_name"):
            yield f"单位：{office}"
        yield f"全体领导 {len(leaders())} 人"
    yield f"打印日期：{chinese_date(choice.today)}"


def _notes(span: Period, leader: Official | None, held: Sequence[ContactPoint]) -> Iterator[str]:
    year = span.kind == PeriodKind.YEAR
    yield _YEAR if year else _QUARTER
    yield (_OF_ONE if year else _NAMED) if leader else (_OF_ALL if year else _NAMES)
    if words := untabled_words(span.first, span.last):
        yield f"▲ {words}"
    unread = [plain(point.name) for point in held if complaint(point.market_days)]
    if unread:
        yield f"{'、'.join(unread)}的圩日看不懂，没有标出。"


def _months(
    days: Sequence[AlmanacDay], there: Mapping[date, Sequence[str]], busy: OneBusy | AllBusy
) -> list[Month]:
    found = []
    for (_, number), run in groupby(days, lambda day: (day.day.year, day.day.month)):
        month = list(run)
        shown = [
            _day(day, first=_is_first(day, days), towns=there.get(day.day, ()), busy=busy) for day in month
        ]
        found.append(Month(f"{number}月", shown, "无会" if month[0].no_meeting else ""))
    return found


def _is_first(day: AlmanacDay, days: Sequence[AlmanacDay]) -> bool:
    """Whether the days off of a holiday begin here."""
    before = (day.day - days[0].day).days - 1
    return before < 0 or (days[before].kind, days[before].name) != (day.kind, day.name)


def _day(day: AlmanacDay, *, first: bool, towns: Sequence[str], busy: OneBusy | AllBusy) -> Day:
    off = day.kind is not None and not day.is_workday
    return Day(
        number=day.day.day,
        weekday=day.day.weekday(),
        lunar=day.lunar.short,
        holiday=day.name if off and first else "",
        kind=label(day.kind) if day.kind else "",
        market=bool(towns),
        mark=busy.mark(day.day),
        wordings=busy.wordings(day.day, towns),
    )
