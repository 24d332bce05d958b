"""The list of activities in words: state, day, targets; which periods to choose from; what a search finds."""

from collections.abc import Mapping
from datetime import date

from gui.look.palette import Tone, signed
from models import terms
from models.activity import Activity
from models.activity_line import ActivityLine, Heads
from models.rules.calendar import (
    Period,
    before,
    chinese_date,
    day_in,
    quarter_to_open,
    quarters_until,
    year_of,
)
from models.rules.finding import search_key
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
    first = day_in(line.first_day, today.year)
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


def who(line: ActivityLine) -> str:
    """The leaders, and who went instead of them."""
    return f"{line.leaders}（代：{line.stand_ins}）" if line.stand_ins else line.leaders


def ordered(heads: Heads, today: date) -> list[int]:
    """What awaits an answer first, then what was, the latest first, then what is to come, the next first."""
    until = today.isoformat()
    past = [id_ for id_, day in heads.days.items() if day <= until]
    to_come = [id_ for id_, day in heads.days.items() if day > until]
    past.sort(key=lambda id_: id_ not in heads.awaiting)
    return past + to_come[::-1]


def late_cell(line: ActivityLine) -> tuple[str, Tone]:
    """补登 for what was entered after its quarter's end."""
    return ("补登", Tone.NEAR) if line.is_late else ("", Tone.PLAIN)


class Sought(dict[int, tuple[tuple[str, ...], str]]):
    """By id what a search looks through: names in a line, and its free text; made when first asked for."""

    def __init__(self, lines: Mapping[int, ActivityLine]) -> None:
        super().__init__()
        self._lines = lines

    def __missing__(self, id_: int) -> tuple[tuple[str, ...], str]:
        line = self._lines[id_]
        people = f"{line.leaders}、{line.stand_ins}、{line.targets}、{line.missed}".split("、")
        names = (terms.label(line.kind), where(line), about(line), *people)
        self[id_] = made = tuple(filter(None, names)), search_key(f"{line.number}\0{line.heard}")
        return made


def periods(today: date) -> dict[Period, str]:
    """The periods to choose from, the one to open on first: quarters back from now, this year and last."""
    quarters = quarters_until(today, _QUARTERS_BACK)
    years = [year_of(today), before(year_of(today))]
    return {span: span.title for span in dict.fromkeys([quarter_to_open(today), *quarters, *years])}


def twin_words(activity: Activity) -> str:
    """What is there already: 已有同一领导同日同地的记录：HD20260012 走访 天九镇(2026年11月20日)."""
    kind = terms.label(ActivityKind(activity.kind))
    place = f" {activity.place}" if activity.place else ""
    day = chinese_date(activity.first_day)
    return f"已有同一领导、同一天、同一地点的记录：{activity.number} {kind}{place}({day})"
