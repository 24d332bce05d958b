"""民情事项 in words: the light of each, what is said of it in a line, in which order they stand. No Tk."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from gui.look.palette import SIGNS, Tone
from gui.state.cards import Tally
from models import terms
from models.contact_point import ContactPoint
from models.matter_line import MatterHead, MatterLine
from models.rules.calendar import month_day
from models.rules.finding import search_key
from models.rules.kinds import Light, MatterKind, MatterState, PointKind
from models.rules.masking import masked, masked_name, without_names

_EVERYBODY, _EVERY_KIND = "全部领导", "全部类别"


class Status(StrEnum):
    """Where a matter stands, the most urgent first."""

    LATE = "late"
    NEAR = "near"
    IN_TIME = "in_time"
    TO_CLOSE = "to_close"
    CLOSED = "closed"


class Kept(StrEnum):
    """Which matters are listed."""

    OPEN = "open"
    CLOSED = "closed"
    ALL = "all"


KEPT = {Kept.OPEN: "未销号", Kept.CLOSED: "已销号", Kept.ALL: "全部"}
KINDS: dict[MatterKind | None, str] = {None: _EVERY_KIND} | {kind: terms.label(kind) for kind in MatterKind}
_OPEN = (Status.LATE, Status.NEAR, Status.IN_TIME, Status.TO_CLOSE)
_LIGHTS = {Light.LATE: Status.LATE, Light.NEAR: Status.NEAR, Light.IN_TIME: Status.IN_TIME}
_WORDS = {
    Status.LATE: ("已超期", SIGNS[Tone.LATE], Tone.LATE),
    Status.NEAR: ("快到期", SIGNS[Tone.NEAR], Tone.NEAR),
    Status.IN_TIME: ("期限内", SIGNS[Tone.NOT_DUE], Tone.DONE),
    Status.TO_CLOSE: ("待销号", SIGNS[Tone.PLANNED], Tone.PLANNED),
    Status.CLOSED: ("已销号", SIGNS[Tone.DONE], Tone.SOFT),
}

Lit = Callable[[MatterState, date | None], Light]


class Listed(NamedTuple):
    """A list of matters: their ids in order, where each stands, and how many stand where."""

    ids: list[int]
    status: Mapping[int, Status]
    counts: Mapping[Status, int]


def listed(heads: Iterable[MatterHead], light: Lit, kept: Kept, picked: int) -> Listed:
    """Those to be shown: of what is kept only this, of a tally picked (-1: none) only that.

    What is over its deadline stands first, longest over at the top; then by deadline; what is closed last.
    """
    heads = list(heads)
    status = {head.id: status_of(head.state, head.due, light) for head in heads}
    counts = dict.fromkeys(Status, 0)
    for one in status.values():
        counts[one] += 1
    wanted = {_OPEN[picked]} if picked >= 0 else _wanted(kept)
    meant = [head for head in heads if status[head.id] in wanted]
    meant.sort(key=lambda head: (_ORDER[status[head.id]], _urgency(head)))
    return Listed([head.id for head in meant], status, counts)


def status_of(state: MatterState, due: date | None, light: Lit) -> Status:
    """Where a matter stands."""
    if state == MatterState.CLOSED:
        return Status.CLOSED
    return _LIGHTS.get(light(state, due), Status.TO_CLOSE)


def status_words(status: Status) -> tuple[str, Tone]:
    """● 已超期, ▲ 快到期, ○ 期限内, ◆ 待销号, ✓ 已销号."""
    word, sign, tone = _WORDS[status]
    return f"{sign} {word}", tone


def left_words(status: Status, due: date | None, today: date, days_to: Callable[[date], int]) -> str:
    """超期2个工作日, 今天到期, 还剩3个工作日; nothing where no deadline runs."""
    if due is None or status in (Status.TO_CLOSE, Status.CLOSED):
        return ""
    days = days_to(due)
    if status == Status.LATE:
        return f"超期{-days}个工作日" if days else "超期不足1个工作日"
    return "今天到期" if due == today else f"还剩{days}个工作日"


def tallies(counts: Mapping[Status, int], near: str) -> list[Tally]:
    """A card for each way an open matter can stand; `near` is the office's number of working days."""
    about = {
        Status.LATE: "办理时限已过",
        Status.NEAR: f"剩{near}个工作日以内",
        Status.IN_TIME: "正在办理",
        Status.TO_CLOSE: "已答复，未销号",
    }
    return [Tally(_WORDS[one][0], counts.get(one, 0), about[one], _WORDS[one][2]) for one in _OPEN]


def whose(line: MatterLine) -> str:
    """Who raised it; of a sensitive one 张××."""
    return masked_name(line.raised_by) if line.sensitive else line.raised_by


def text_of(line: MatterLine, text: str) -> str:
    """Free text of a matter in one line: numbers masked, of a sensitive one names too."""
    return without_names(masked(" ".join(text.split())), hidden_names(line))


def content(line: MatterLine) -> str:
    """What it is about; what is sensitive is marked so."""
    return ("【敏感】" if line.sensitive else "") + text_of(line, line.content)


def leader(line: MatterLine) -> str:
    """张样一（包案）."""
    return f"{line.leader}（包案）" if line.in_charge else line.leader


def progress(line: MatterLine, today: date) -> str:
    """The last step: 催办 11月20日; of another year shorter, so that it is seen whole."""
    day = line.last_step[1] if line.last_step else line.registered_on
    when = month_day(day) if day.year == today.year else f"{day.year}.{day.month}.{day.day}"
    return f"{last_step(line)} {when}"


def last_step(line: MatterLine) -> str:
    """What was done last, in a word."""
    return terms.label(line.last_step[0]) if line.last_step else "登记"


def hidden_names(line: MatterLine) -> tuple[str, ...]:
    """The names not to be seen with a matter: who raised it, and a household; none if not sensitive."""
    if not line.sensitive:
        return ()
    return (line.raised_by, line.point if line.point_kind == PointKind.HOUSEHOLD else "")


def point_names(points: Iterable[ContactPoint]) -> dict[str, ContactPoint]:
    """What names each of a leader's points alone: of two of one name 名称(地址)."""
    listed = list(points)
    names = [point.name for point in listed]
    return {
        point.name if names.count(point.name) == 1 else f"{point.name}({point.address})": point
        for point in listed
    }


class Sought(dict[int, tuple[tuple[str, ...], str]]):
    """By id what a search looks through: names in a line, and its free text; made when first asked for."""

    def __init__(self, lines: Mapping[int, MatterLine]) -> None:
        super().__init__()
        self._lines = lines

    def __missing__(self, id_: int) -> tuple[tuple[str, ...], str]:
        line = self._lines[id_]
        names = (line.raised_by, line.leader, line.point, line.unit, line.person, terms.label(line.kind))
        text = f"{line.number}\0{line.source}\0{line.content}\0{line.result}"
        self[id_] = made = tuple(filter(None, names)), search_key(text)
        return made


def summary(counts: Mapping[Status, int]) -> str:
    """未销号 12 件    已销号 30 件."""
    open_ = sum(counts.get(one, 0) for one in _OPEN)
    return f"未销号 {open_} 件    已销号 {counts.get(Status.CLOSED, 0)} 件"


_ORDER = {status: place for place, status in enumerate(Status)}


def _wanted(kept: Kept) -> frozenset[Status]:
    meant = {Kept.OPEN: _OPEN, Kept.CLOSED: (Status.CLOSED,), Kept.ALL: tuple(Status)}
    return frozenset(meant[kept])


def _urgency(head: MatterHead) -> tuple[float, int]:
    if head.state == MatterState.CLOSED:
        return -head.registered_on.toordinal(), -head.id
    return (head.due or date.max).toordinal(), head.id
