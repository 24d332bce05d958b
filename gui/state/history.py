"""撤销与历史 in words: the lines of the list, and what stands beside one. No Tk."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from gui.look.palette import Tone
from gui.state.cards import Passage
from gui.state.finding import Filter
from models import terms
from models.bin import Gone
from models.history import Entry, Line, Step, touched
from models.rules.calendar import chinese_date
from models.undo import Action

EVERY_KIND = "全部类别"
SPANS = {0: "全部时间", 1: "今天", 7: "近 7 天", 30: "近 30 天", 365: "近一年"}
_SHOWN_VALUES, _SHOWN_ACTIONS = 12, 8
_NOTHING = "（空）"
_SOON = 14
_SIGNS = {"新增": "＋", "修改": "～", "删除": "－"}
_STATES = {"back": ("○ 已撤销", Tone.SOFT), "taker": ("—", Tone.SOFT), "done": ("✓ 有效", Tone.DONE)}


def when(action: Action) -> str:
    """2026年3月5日 09:12."""
    return f"{chinese_date(action.at.date())} {action.at:%H:%M}"


def shortly(action: Action) -> str:
    """26.11.25 09:12, where there is little room."""
    return f"{action.at:%y.%m.%d %H:%M}"


def state(line: Line) -> tuple[str, Tone]:
    """Whether an action holds."""
    return _STATES["back" if line.is_back else "taker" if line.is_taker else "done"]


def people(lines: Iterable[Line]) -> dict[str, str]:
    """Who did anything, to choose from."""
    return {"": "全部经办人"} | {name: name for name in sorted({line.action.who for line in lines})}


def chosen(lines: Iterable[Line], who: str, days: int, typed: str, today: date) -> list[Line]:
    """Those of that person, of the last so many days (0: ever), that a search means."""
    first = today - timedelta(days=days - 1) if days else date.min
    meant = Filter(typed)
    return [
        line
        for line in lines
        if (not who or line.action.who == who)
        and line.action.at.date() >= first
        and meant.finds((line.action.label, line.action.who, when(line.action)))
    ]


def would_undo(
    action: Action, others: Sequence[Action], entries: Sequence[Entry], more: int
) -> list[Passage]:
    """What an undo would take back, in words."""
    said = [
        Passage("操作", f"{action.label}\n{when(action)}\n{action.who}"),
        Passage("涉及", touched(action.number) or "—"),
    ]
    if others:
        names = [f"{when(one)}  {one.label}" for one in others[:_SHOWN_ACTIONS]]
        names += [f"还有 {len(others) - len(names)} 次"] if len(others) > len(names) else []
        lead = f"后来的 {len(others)} 次操作以它为基础，会一起撤销："
        said.append(Passage("一并撤销", "\n".join((lead, *names)), Tone.NEAR))
    return [*said, *_passages(entries), *_rest(more)]


def steps(found: Iterable[Step]) -> list[Passage]:
    """The history of one thing, the latest first."""
    said: list[Passage] = []
    for step in found:
        said.append(
            Passage(
                "● 操作", f"{when(step.action)}    {step.action.who}    {step.action.label}", Tone.PLANNED
            )
        )
        said += _passages(step.entries)
    return said


def thing(one: Gone, entries: Sequence[Entry], today: date) -> list[Passage]:
    """What is known of a deleted thing, and how long it is kept."""
    left = (one.kept_until - today).days
    kept = (
        f"还保留 {left} 天，{chinese_date(one.kept_until)}以后永久清除"
        if left >= 0
        else "保存期限已过，即将永久清除"
    )
    deleted = f"{when(one.action)}    {one.action.who}"
    tone = Tone.NEAR if left < _SOON else Tone.SOFT
    return [Passage("删除", deleted), Passage("期限", kept, tone), *_passages(entries)]


def kinds(things: Iterable[Gone]) -> dict[str, str]:
    """Of which tables anything was deleted, to choose from."""
    tables = {one.spot[0] for one in things}
    return {"": EVERY_KIND} | {table: word for table, word in terms.NOUNS.items() if table in tables}


def deleted(things: Iterable[Gone], table: str, typed: str) -> list[Gone]:
    """Those of that table ("" for all) that a search means."""
    meant = Filter(typed)
    return [
        one
        for one in things
        if table in ("", one.spot[0]) and meant.finds((one.name, one.action.who, when(one.action)))
    ]


def left(one: Gone, today: date) -> tuple[str, Tone]:
    """还剩 80 天."""
    days = (one.kept_until - today).days
    return (
        (f"还剩 {days} 天", Tone.NEAR if days < _SOON else Tone.PLAIN) if days >= 0 else ("已到期", Tone.LATE)
    )


def asked(action: Action, others: Sequence[Action]) -> str:
    """The question before an undo."""
    more = f"以它为基础的 {len(others)} 次后来的操作会一起撤销。" if others else ""
    return f"要撤销 {when(action)} 的“{action.label}”吗？{more}撤销以后还可以重做。"


def _passages(entries: Iterable[Entry]) -> list[Passage]:
    return [Passage(f"{_SIGNS[entry.deed]} {entry.deed}", _told(entry)) for entry in entries]


def _told(entry: Entry) -> str:
    lines = [entry.what]
    for name, old, new in entry.values[:_SHOWN_VALUES]:
        if entry.deed == "修改":
            lines.append(f"{name}：{old} → {new}")
        elif (old or new) != _NOTHING:
            lines.append(f"{name}：{old or new}")
    return "\n".join(lines)


def _rest(more: int) -> list[Passage]:
    return [Passage("", f"还有 {more} 条记录。")] if more else []
