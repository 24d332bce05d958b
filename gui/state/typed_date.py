"""Dates as people type them: 2026-3-5, 2026.3.5, 3.5, 20260305, 今天."""

import re
import unicodedata
from datetime import date, timedelta

from models.rules.calendar import YEARS
from models.rules.problem import Problem

_WORDS = {"前天": -2, "昨天": -1, "今天": 0, "明天": 1, "后天": 2}
_WHOLE = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?")
_SHORT = re.compile(r"(\d{1,2})[-./月](\d{1,2})[日号]?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")


def typed_date(text: str, today: date) -> date | None:
    """The date meant, None for nothing typed; without a year it is of this year. Else raises Problem."""
    plain = unicodedata.normalize("NFKC", text).replace("。", ".").replace(" ", "")
    if not plain:
        return None
    if plain in _WORDS:
        return today + timedelta(_WORDS[plain])
    numbers = _numbers(plain, today)
    try:
        day = date(*numbers)
    except (TypeError, ValueError):
        raise Problem(f"看不懂日期“{text.strip()}”。请写成 2026-3-5、3.5 或 今天。") from None
    if day.year not in YEARS:
        raise Problem(f"日期“{text.strip()}”的年份不合理，请核对。")
    return day


def shown_date(day: date | None) -> str:
    """The date as a field shows it: 2026-3-5."""
    return f"{day.year}-{day.month}-{day.day}" if day else ""


def _numbers(plain: str, today: date) -> tuple[int, ...]:
    for pattern in (_WHOLE, _DIGITS):
        found = pattern.fullmatch(plain)
        if found:
            return tuple(int(part) for part in found.groups())
    short = _SHORT.fullmatch(plain)
    return (today.year, *(int(part) for part in short.groups())) if short else ()
