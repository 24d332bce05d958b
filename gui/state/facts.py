"""The words of the status line."""

from datetime import date, datetime
from pathlib import PurePosixPath, PureWindowsPath

from models.rules.calendar import month_day


def last_backup_text(last: tuple[datetime, str] | None, today: date) -> str:
    """最近备份:今天 08:15(U盘) in the words of the status line."""
    if last is None:
        return "尚未备份"
    at, path = last
    days = (today - at.date()).days
    when = {0: "今天", 1: "昨天"}.get(days, month_day(at))
    return f"最近备份：{when} {at:%H:%M}（已核对，{_short(path)}）"


def _short(path: str) -> str:
    """The folder of a path as its own system writes it, its end if it is long."""
    folder = str((PureWindowsPath if "\\" in path else PurePosixPath)(path).parent)
    return folder if len(folder) <= 28 else "…" + folder[-27:]
