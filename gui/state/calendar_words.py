"""走访日历 in words: what a chip, a bar, a day and an entry say. No Tk."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from gui.look.palette import Tone, signed
from models import terms
from models.agenda import Entry, Out
from models.almanac import AlmanacDay
from models.rules.calendar import weekday_name
from models.rules.conflicts import Conflict, span_words
from models.rules.kinds import ActivityKind, ActivityState, DayKind, Half
from models.rules.pairing import half_day

SHORT = {
    ActivityKind.VISIT: "走访",
    ActivityKind.HEARING: "听诉",
    ActivityKind.FIELDWORK: "调研",
    ActivityKind.REPORT: "报告",
    ActivityKind.POINT_MEETING: "生活会",
}
_FEW = 2
_TOWNS = 5


def state(entry: Entry, today: date) -> tuple[str, Tone]:
    """计划, 待确认, 完成, 延期, 取消, and how that is meant."""
    if entry.state == ActivityState.POSTPONED:
        return "延期", Tone.PLANNED
    if entry.awaits_answer(today):
        return "待确认", Tone.PLANNED
    tones = {ActivityState.DONE: Tone.DONE, ActivityState.PLANNED: Tone.NOT_DUE}
    return terms.label(entry.state), tones.get(entry.state, Tone.SOFT)


def half(entry: Entry) -> str:
    """上午 or 下午 of what takes only that; else nothing."""
    return terms.label(entry.first_half) if entry.first == entry.last else ""


def people(entry: Entry, names: Mapping[int, str]) -> str:
    """张样一、李样二; who goes instead behind them: 张样一（代：王样三）."""
    leaders, instead = ("、".join(names[one] for one in group) for group in (entry.leaders, entry.stand_ins))
    return f"{leaders}（代：{instead}）" if instead else leaders


def whom(entry: Entry) -> str:
    """Whom it is for: 王样一、王样二; many of them are counted: 王样一等6个."""
    count = len(entry.targets)
    return f"{entry.targets[0]}等{count}个" if count > _FEW else "、".join(entry.targets)


def what(entry: Entry) -> str:
    """Where a visit goes, of other kinds the kind first: 样样镇, 听诉 样样镇, 报告 一篇题目."""
    if entry.kind == ActivityKind.VISIT:
        count = len(entry.targets)
        if not entry.place:
            return whom(entry) or "走访"
        return entry.place + (f" {count}个" if count > 1 else "")
    about = entry.title if entry.kind == ActivityKind.REPORT and entry.title else entry.place
    return " ".join(filter(None, (SHORT[entry.kind], about)))


def named(entry: Entry) -> str:
    """走访 样样镇: the kind in full, and where."""
    return " ".join(filter(None, (terms.label(entry.kind), entry.place or whom(entry))))


def chip(entry: Entry, names: Mapping[int, str], *, named: bool) -> str:
    """What a calendar writes without its sign: 上 张样一 样样镇; `named` says whether with the people."""
    part = half(entry)[:1]
    word = {ActivityState.POSTPONED: "延期", ActivityState.CANCELLED: "取消"}.get(entry.state, "")
    return " ".join(filter(None, (part, word, people(entry, names) if named else "", what(entry))))


def absence(out: Out, names: Mapping[int, str], *, named: bool = True) -> str:
    """张样一外出至11月22日 李样二代行（学习）; `named` says whether with the name of who is away."""
    away = f"{names[out.official] if named else ''}外出{_until(out)}"
    reason = f"（{out.reason}）" if out.reason else ""
    if out.clash:
        return f"● {away} AB角都不在{reason}"
    if not out.is_filled:
        return f"{away}{reason}"
    return f"{away} {f'{names[out.acting]}代行' if out.acting else '无人代行'}{reason}"


def _until(out: Out) -> str:
    """至11月22日, 至11月22日上午; of one day nothing, of half a day which."""
    if out.last is None:
        return "，未定返回"
    if out.first == out.last:
        return terms.label((Half.AM, Half.PM)[out.first % 2])
    day = date.fromordinal(out.last // 2)
    half_ = "" if out.last % 2 else terms.label(Half.AM)
    return f"至{day.month}月{day.day}日{half_}" if out.first // 2 != out.last // 2 else ""


def absence_span(out: Out) -> str:
    """11月20日至22日; while it is open 11月20日起，未定返回."""
    first = span_words(out.first, out.first if out.last is None else out.last)
    return f"{first}起，未定返回" if out.last is None else first


def day_parts(day: AlmanacDay, markets: Sequence[str], today: date) -> list[str]:
    """11月25日 星期三, 农历十月十七, 国庆节 休, 圩日：样样镇: what a calendar says of a day."""
    first = f"{'今天 ' if day.day == today else ''}{day.day.month}月{day.day.day}日 {weekday_name(day.day)}"
    lunar = f"农历{day.lunar.text}" if day.lunar.text else ""
    more = f"等{len(markets)}处" if len(markets) > _TOWNS else ""
    market = f"圩日：{'、'.join(markets[:_TOWNS])}{more}" if markets else ""
    return [first, *filter(None, (lunar, day_kind(day), market))]


def day_kind(day: AlmanacDay) -> str:
    """国庆节 休, 调休上班, 休息日, with 无会月 where it is one; nothing of an ordinary workday."""
    if day.kind == DayKind.WORK:
        kind = "调休上班"
    elif day.kind == DayKind.OFF:
        kind = f"{day.name or '放假'} 休"
    else:
        kind = "" if day.is_workday else "休息日"
    return "    ".join(filter(None, (kind, "无会月" if day.no_meeting else "")))


def about(entry: Entry, names: Mapping[int, str], today: date) -> list[str]:
    """Everything of one entry, line by line: state and number, when, who, where, whom, what for."""
    word, tone = state(entry, today)
    lines = [
        f"{signed(tone, word)}    {terms.label(entry.kind)}    {entry.number}",
        span_words(entry.first, entry.last),
        people(entry, names),
        entry.place,
        "、".join(entry.targets),
        entry.title,
        entry.purpose,
    ]
    return [line for line in lines if line]


def kinds(found: Iterable[Conflict]) -> str:
    """▲ 领导外出、休息日: what stands in the way, each kind once."""
    words = list(dict.fromkeys(terms.label(conflict.kind) for conflict in found))
    return signed(Tone.NEAR, "、".join(words)) if words else ""


def halves_of(day: date) -> tuple[int, int]:
    """The numbers of a day's two half-days."""
    return half_day(day, Half.AM), half_day(day, Half.PM)
