"""今日要办: the start page for the chief: what is late, due and unanswered, and the week's plans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from models.absence import absences_between
from models.activity_line import ActivityLine, lines_of
from models.due import due, due_names, plans_among, week_ahead
from models.official import officials
from models.rules.calendar import chinese_date, day_in, month_day, weekday_name
from models.rules.due import AWAITING, MATTER, Due, Group
from models.rules.kinds import DutyState, Half
from models.rules.on_duty_board import instead_now
from models.rules.pairing import Standing, half_day
from models.setting import value
from models.terms import SIGNS, label
from models.whereabouts import Presence, presence
from printing import styles
from printing.blocks import Facts, Title
from printing.choice import Choice
from printing.documents.outings import Outing, outing
from printing.flow import Block
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table
from printing.wording import amount, plain, told, whole

TITLE = "今日要办"
_FEW = 6  # matters that are named; of more only how many there are


@dataclass(frozen=True, slots=True)
class DueRow:
    """One duty in one state: everybody it presses on, and how much; or matters that stand alike."""

    number: str
    state: str
    what: str
    whom: str
    due: str


DUE: Sequence[Column[DueRow]] = (
    Column("序号", 10, lambda row: row.number, Align.CENTRE),
    Column("状态", 19, lambda row: row.state, Align.CENTRE, tight=styles.DENSE),
    Column("事项", 36, lambda row: row.what, tight=styles.DENSE),
    Column("领导、对象", 75, lambda row: row.whom, style=styles.DENSE),
    Column("期限", 22, lambda row: row.due, Align.CENTRE, tight=styles.DENSE),
)
WEEK: Sequence[Column[Outing]] = (
    Column("日期", 32, lambda row: row.day, Align.CENTRE, tight=styles.DENSE),
    Column("领导", 18, lambda row: row.leader, Align.CENTRE, tight=styles.DENSE),
    Column("活动", 30, lambda row: row.what, tight=styles.DENSE),
    Column("地点", 30, lambda row: row.place, tight=styles.DENSE),
    Column("对象、事由", 52, lambda row: row.about, style=styles.DENSE),
)


@dataclass(frozen=True, slots=True)
class Today:
    """One day's work list, of all leaders or of one."""

    facts: Sequence[str]
    day: str
    leader: str
    due: Sequence[DueRow]
    week: Sequence[Outing]
    away: Sequence[str]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.leader, self.day)

    @property
    def paper(self) -> Paper:
        return styles.PORTRAIT

    def story(self) -> Iterator[Block]:
        yield Title(TITLE)
        yield Facts(self.facts, after=MM)
        yield Table(DUE, self.due, least=7 * MM, empty="没有要办的事项")
        yield Title("本周安排", styles.PART_TITLE, after=MM)
        yield Table(WEEK, self.week, least=7 * MM, empty="本周还没有安排")
        yield Facts([f"外出：{'；'.join(self.away) or '无'}"])


def load(choice: Choice) -> list[Today]:
    """The work list of the day chosen, or of today, for all leaders or for one."""
    day = choice.day
    whom = plain(choice.leader.name) if choice.leader else "全体领导"
    date_words = f"{chinese_date(day)} {weekday_name(day)}"
    return [
        Today(
            facts=[fact for fact in (value("office_name"), whom, date_words) if fact],
            day=chinese_date(day),
            leader=whom if choice.leader else "",
            due=list(_due_rows(due(day, choice.leader), day, full=choice.full)),
            week=[outing(line, day, full=choice.full) for line in week_ahead(day, choice.leader)],
            away=list(_away(day)),
        )
    ]


def _due_rows(entries: Sequence[Due], day: date, *, full: bool) -> Iterator[DueRow]:
    """The most urgent first, as on the screen; within a row the leaders in rank order."""
    names = due_names() | {AWAITING: "计划日期已过，待回填"}
    plans = lines_of(plans_among(entries))
    duty = {code: place for place, code in enumerate(names)}
    rank = {leader.id: place for place, leader in enumerate(officials())}
    matters = [entry for entry in entries if entry.what == MATTER]
    summed = len(matters) > _FEW

    def together(entry: Due) -> tuple[object, ...]:
        due = entry.due if _is_of_one_day(entry) else date.max
        return (list(Group).index(entry.group(day)), entry.state == DutyState.OPEN, duty[entry.what], due)

    shown = [entry for entry in entries if not (summed and entry.what == MATTER)]
    shown += [min(matters, key=together)] if summed else []
    ordered = sorted(shown, key=lambda entry: (*together(entry), rank[entry.official], entry.due))
    for number, (_, run) in enumerate(groupby(ordered, together), start=1):
        listed_now = list(run)
        first = listed_now[0]
        whom = _summed(matters, day) if summed and first.what == MATTER else _whom(listed_now, plans, day)
        yield DueRow(
            number=str(number),
            state=_state(first),
            what=names[first.what],
            whom=told("；".join(whom), full=full),
            due=_deadline(first.due, day.year) if _is_of_one_day(first) else "—",
        )


def _summed(matters: Sequence[Due], day: date) -> Iterator[str]:
    """Of very many matters how many there are: 逾期17件（2月10日起）, 临近10件, 未到期22件, 待销号21件."""
    for state in (DutyState.LATE, DutyState.AT_RISK, DutyState.OPEN, AWAITING):
        found = [entry for entry in matters if entry.state == state]
        word = "待销号" if state == AWAITING else label(DutyState(state))
        since = f"（{day_in(found[0].due, day.year)}起）" if found and state == DutyState.LATE else ""
        if found:
            yield f"{word}{len(found)}件{since}"


def _is_of_one_day(entry: Due) -> bool:
    """Whether all in its row have one deadline; plans and matters have theirs beside them."""
    return entry.what not in (AWAITING, MATTER)


def _deadline(day: date, year: int) -> str:
    """3月5日; the year of another one stands above it, so that nothing is torn."""
    return month_day(day) if day.year == year else f"{day.year}年\n{month_day(day)}"


def _state(entry: Due) -> str:
    if entry.state == AWAITING:
        return "◆ 待销号" if entry.what == MATTER else "◆ 待确认"
    state = DutyState(entry.state)
    return f"{SIGNS[state]} {label(state)}"


def _whom(run: Sequence[Due], plans: dict[str, ActivityLine], day: date) -> Iterator[str]:
    """张样一39天, 张样一（天九镇）, 张样一6次（王样一、王样二）; of plans: 张样一（11月20日走访天九镇）; of
    matters 张样一2件（11月20日路坏了、12月1日水不通）.
    """
    for _, entries in groupby(run, lambda entry: entry.official):
        mine = list(entries)
        about = "、".join(filter(None, (_about(entry, plans, day) for entry in mine)))
        yield whole(mine[0].leader) + _lacking(mine) + (f"（{about}）" if about else "")


def _about(entry: Due, plans: dict[str, ActivityLine], day: date) -> str:
    plan = plans.get(entry.number or "")
    if entry.what == MATTER:
        return day_in(entry.due, day.year) + (entry.subject or "")
    if plan is None:
        return plain(entry.subject or "")
    return f"{day_in(plan.first_day, day.year)}{label(plan.kind)}{plan.place}"


def _lacking(entries: Sequence[Due]) -> str:
    if entries[0].what == MATTER:
        return f"{len(entries)}件" if len(entries) > 1 else ""
    lines = [entry.line for entry in entries if entry.line]
    lacking = sum(line.missing for line in lines)
    return (
        f"{amount(lacking)}{label(lines[0].unit)}" if lines and (lacking != 1 or not lines[0].subject) else ""
    )


def _away(day: date) -> Iterator[str]:
    """张样一至11月26日（李样二代行）."""
    known = presence()
    for absence in absences_between(day, day):
        end = f"至{day_in(absence.last_day, day.year)}" if absence.last_day else "，未定返回"
        half = max(absence.first, half_day(day, Half.AM))
        standing = instead_now(absence.official_id, known.there, known.members, half)
        yield f"{plain(absence.official.name)}{end}{_acts(standing, known)}"


def _acts(standing: Standing | None, known: Presence) -> str:
    if standing is None:
        return ""
    both = "AB角都外出，" if standing.clash else ""
    acts = f"{plain(known.names[standing.acting])}代行" if standing.acting else "无人代行"
    return f"（{both}{acts}）"
