"""The list of activities in words: state, day, targets; which periods to choose from; what a search finds."""

from collections.abc import Iterable
from datetime import date

from gui.look.palette import Tone, signed
from gui.state.finding import found
from models import terms
from models.activity import Activity
from models.activity_line import ActivityLine
from models.rules.calendar import Period, before, chinese_date, quarter_of, quarter_to_open, year_of
from models.rules.kinds import ActivityKind, ActivityState, FieldworkForm, Half, Venue

_QUARTERS_BACK = 5
_FEW = 3


def state_cell(line: ActivityLine, today: date) -> tuple[str, Tone]:
    """The state with its sign; a plan whose day has passed awaits an answer."""
    if line.awaits_answer(today):
        word = "延期" if line.state == ActivityState.POSTPONED else "待确认"
        return signed(Tone.PLANNED, word), Tone.PLANNED
    tone = {ActivityState.DONE: Tone.DONE, ActivityState.PLANNED: Tone.NOT_DUE}.get(line.state, Tone.SOFT)
    return signed(tone, terms.label(line.state)), tone


def when(line: ActivityLine | Activity, today: date) -> str:
    """11月20日 上午, 11月20日至22日; with the year if it is not this one."""
    year = "" if line.first_day.year == today.year else f"{line.first_day.year}年"
    first = f"{year}{line.first_day.month}月{line.first_day.day}日"
    if line.first_day != line.last_day:
        same_month = (line.first_day.year, line.first_day.month) == (line.last_day.year, line.last_day.month)
        return f"{first}至{'' if same_month else f'{line.last_day.month}月'}{line.last_day.day}日"
    halves = (line.first_half, line.last_half)
    return first if halves == (Half.AM, Half.PM) else f"{first} {terms.label(Half(line.first_half))}"


def whom(line: ActivityLine) -> str:
    """The targets, first how many if many: 12个：天九镇、横山村、张样一…；未遇1个：李样二."""
    count = line.targets.count("、") + 1
    parts = [f"{count}个：{line.targets}" if count > _FEW else line.targets]
    if line.missed:
        parts.insert(0, f"未遇{line.missed.count('、') + 1}个：{line.missed}")
    return "；".join(filter(None, reversed(parts)))


def about(line: ActivityLine) -> str:
    """What it was about: a report's title, or the purpose; of fieldwork after how it was done."""
    how = terms.label(FieldworkForm(line.form)) if line.form else ""
    return "：".join(filter(None, (how, line.title or line.purpose)))


def where(line: ActivityLine) -> str:
    """Its place; of a hearing without one the kind of place."""
    return line.place or (terms.label(Venue(line.venue)) if line.venue else "")


def ordered(lines: Iterable[ActivityLine], today: date) -> list[ActivityLine]:
    """What awaits an answer first, then what was, the latest first, then what is to come, the next first."""
    latest = list(lines)
    to_come = [line for line in reversed(latest) if line.first_day > today]
    past = [line for line in latest if line.first_day <= today]
    past.sort(key=lambda line: not line.awaits_answer(today))
    return past + to_come


def late_cell(line: ActivityLine) -> tuple[str, Tone]:
    """补登 for what was entered after its quarter's end."""
    return ("补登", Tone.NEAR) if line.is_late else ("", Tone.PLAIN)


def is_found(line: ActivityLine, typed: str) -> bool:
    """Whether the search means this line: by any of its words or their pinyin initials."""
    words = (line.leaders, where(line), line.targets, line.missed, about(line), line.number, line.stand_ins)
    return found(typed, (*words, terms.label(line.kind), line.heard))


def periods(today: date) -> dict[Period, str]:
    """The periods to choose from, the one to open on first: quarters back from now, this year and last."""
    quarters = [quarter_of(today)]
    while len(quarters) < _QUARTERS_BACK:
        quarters.append(before(quarters[-1]))
    years = [year_of(today), before(year_of(today))]
    first = quarter_to_open(today)
    ordered = [first, *(span for span in quarters if span != first), *years]
    return {span: span.title for span in ordered}


def twin_words(activity: Activity) -> str:
    """What is there already: 已有同一领导同日同地的记录：HD20260012 走访 天九镇(2026年11月20日)."""
    kind = terms.label(ActivityKind(activity.kind))
    place = f" {activity.place}" if activity.place else ""
    day = chinese_date(activity.first_day)
    return f"已有同一领导、同一天、同一地点的记录：{activity.number} {kind}{place}({day})"
