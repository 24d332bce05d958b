"""The words about backups: how old the last one is and how that is meant, what a restore would change."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from gui.look.palette import Tone, signed
from gui.state.cards import Line
from gui.state.finding import Filter
from models.rules.calendar import chinese_date

if TYPE_CHECKING:  # the start page says how old the last backup is, and needs no more of them
    from pathlib import Path

    from models.storage.copies import Copy
    from models.storage.inspection import Inspection

FRESH_DAYS, OLD_DAYS, INSPECTION_DAYS, DRILL_DAYS = 7, 14, 31, 90
REASONS = {
    "hand": "手工备份",
    "auto": "自动备份",
    "import": "导入前",
    "restore": "恢复前",
    "migration": "升级前",
    "purge": "清除前",
}
_NAMES = {
    "official": "干部",
    "contact_point": "联系点",
    "assignment": "联系安排",
    "activity": "履职活动",
    "target": "走访记录",
    "matter": "民情事项",
    "friend": "基层朋友",
    "pairing": "AB角",
    "absence": "外出",
    "picture": "活动图片",
}
_OPEN = "未设，不加密"
_SHUT = "已设，都加密"


class Ages(NamedTuple):
    """When what keeps copies worth something was last done; None if never."""

    local: datetime | None
    inspected: datetime | None
    drilled: datetime | None


class Difference(NamedTuple):
    """One kind of record, how many the backup has and how many there are now."""

    name: str
    then: int
    now: int
    words: str
    tone: Tone


def light(at: datetime | None, today: date) -> Tone:
    """Green for a week, amber for another, red from then on; amber where there is none, or in the future."""
    if at is None:
        return Tone.NEAR
    days = (today - at.date()).days
    if days < 0:
        return Tone.NEAR
    return Tone.DONE if days <= FRESH_DAYS else Tone.NEAR if days <= OLD_DAYS else Tone.LATE


def ago(at: datetime | None, today: date) -> str:
    """今天 15:20, 3 天前, 从未."""
    if at is None:
        return "从未"
    days = (today - at.date()).days
    if days < 0:
        return f"{chinese_date(at.date())}（在今天之后，请检查电脑的日期）"
    return {0: f"今天 {at:%H:%M}", 1: f"昨天 {at:%H:%M}"}.get(days, f"{days} 天前")


def aged(at: datetime | None, today: date) -> tuple[str, Tone]:
    """The same with its light: ✓ 今天 15:20."""
    tone = light(at, today)
    return signed(tone, ago(at, today)), tone


def when(at: datetime) -> str:
    """2026年11月25日 15:20."""
    return f"{chinese_date(at.date())} {at:%H:%M}"


def reminders(last: tuple[datetime, str] | None, today: date, lost: str) -> list[str]:
    """What should not be forgotten: a backup that is old or was never made; a loss nobody answered for."""
    asked = [signed(Tone.LATE, f"记录比上次备份{lost}，自动备份已暂停")] if lost else []
    if last is None:
        return [*asked, signed(Tone.NEAR, "还没有备份")]
    tone = light(last[0], today)
    if tone is Tone.DONE:
        return asked
    days = (today - last[0].date()).days
    told = f"已有 {days} 天没有备份" if days > 0 else "上次备份的日期在今天之后"
    return [*asked, signed(tone, told)]


def place_lines(places: Iterable[tuple[str, datetime | None, bool]], today: date) -> list[Line]:
    """Where copies lie, each with the age of the newest."""
    return [
        Line(short(folder), *aged(at, today), below=None if here else ("现在没有连接", Tone.SOFT))
        for folder, at, here in places
    ]


def care_lines(ages: Ages, today: date, *, sealed: bool, inspect: Callable[[], object]) -> list[Line]:
    """What keeps the copies worth something."""
    lights: tuple[tuple[str, str, Tone, Callable[[], object] | None], ...] = (
        ("本机自动备份", ago(ages.local, today), Tone.SOFT if ages.local is None else Tone.DONE, None),
        ("恢复演练", ago(ages.drilled, today), _due(ages.drilled, today, DRILL_DAYS), None),
        (
            "全部核对",
            f"{ago(ages.inspected, today)} ›",
            _due(ages.inspected, today, INSPECTION_DAYS),
            inspect,
        ),
        ("密码", _SHUT if sealed else _OPEN, Tone.DONE if sealed else Tone.NEAR, None),
    )
    return [Line(word, signed(tone, told), tone, run=run) for word, told, tone, run in lights]


def _due(at: datetime | None, today: date, days: int) -> Tone:
    return Tone.NEAR if at is None or (today - at.date()).days > days else Tone.DONE


def inspection_words(found: "Inspection") -> tuple[str, Tone]:
    """核对了 12 份备份，全部完好。"""
    locked = f"另有 {found.locked} 份要用它自己的密码，没有核对。" if found.locked else ""
    if not found.damaged:
        whole = f"核对了 {found.whole} 份备份，全部完好。" if found.whole else "没有能核对的备份。"
        return whole + locked, Tone.DONE if found.whole else Tone.NEAR
    first = next(iter(found.damaged.values()))
    bad = f"{len(found.damaged)} 份备份不能用了，列表里已标出，例如：{first}"
    return f"{bad}其余 {found.whole} 份完好。{locked}请马上再备份一次，并换一个U盘。", Tone.LATE


def differences(then: Mapping[str, int], now: Mapping[str, int]) -> list[Difference]:
    """What a restore would change, kind by kind; kinds of which there never were any are left out."""
    found = [(name, then.get(table, 0), now.get(table, 0)) for table, name in _NAMES.items()]
    return [
        Difference(name, before, after, *_compared(before - after))
        for name, before, after in found
        if before or after
    ]


def meant(copies: "Iterable[Copy]", folder: "Path | None", typed: str) -> "list[Copy]":
    """The copies in that folder, None for everywhere, that a search means."""
    search = Filter(typed)
    return [
        copy
        for copy in copies
        if folder in (None, copy.path.parent)
        and search.finds(
            (when(copy.at), f"{copy.at:%Y-%m-%d}", REASONS.get(copy.about.reason, ""), str(copy.path.parent))
        )
    ]


def size(bytes_: int) -> str:
    """1.6 MB."""
    return f"{bytes_ / 1e6:.1f} MB" if bytes_ >= 100_000 else f"{max(1, bytes_ // 1000)} KB"


def short(folder: str) -> str:
    """The folder's end, if it is long."""
    text = str(PurePath(folder))
    return text if len(text) <= 30 else "…" + text[-29:]


def _compared(more: int) -> tuple[str, Tone]:
    if more == 0:
        return "一样多", Tone.SOFT
    return (f"比现在多 {more} 条", Tone.PLANNED) if more > 0 else (f"比现在少 {-more} 条", Tone.NEAR)
