"""What a cell means: dates, telephone numbers, counts, names and lists, as secretaries write them.

Every parser raises Problem with one reason for what it will not take; none of them ever guesses.
"""

import re
from datetime import date, datetime
from unicodedata import normalize

from models.exchange.sheet import Cell
from models.rules.calendar import YEARS
from models.rules.problem import Problem

NAME, SHORT, LONG = 50, 200, 10_000
"""How many characters a name, a short and a long text may have."""

_DATE = re.compile(
    r"(\d{4})\s*[-./\u2010-\u2015年]\s*(\d{1,2})\s*[-./\u2010-\u2015月]\s*(\d{1,2})\s*[日号]?"
    r"(?:[T\s]*(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.0+)?)?)?"
)
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NO_YEAR = re.compile(r"\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d+")
_LONG_SCIENTIFIC = re.compile(r"[1-9](?:\.\d+)?[Ee]\+\d{2,3}")
_PHONE = re.compile(r"[-+()0-9\s/,;、*#转.—–]+")
_COUNT = re.compile(r"(\d{1,9})(?:\.0+)?\s*[人口]?")
_BRACKETED = re.compile(r"(?:[^、，,；;\n(（]|[(（][^)）]*[)）]|[(（])+")
_NOTHING = {"无", "/", "-", "—", "——", "暂无"}
_EXACT = 10**15
_DAMAGED_DIGITS = "数字末几位已被 Excel 损坏，请把单元格设为文本格式后重新填写完整号码"


def parse_date(value: Cell) -> date:
    """The day a date cell or a text such as 2026-3-5, 2026.3.5 or ２０２６年３月５日 names."""
    if isinstance(value, datetime):
        return _sensible(value.date())
    if isinstance(value, date):
        return _sensible(value)
    text = normalize("NFKC", str(value)).strip()
    found = _DATE.fullmatch(text) or _COMPACT_DATE.fullmatch(text)
    if not found:
        raise Problem(_not_a_date(text))
    try:
        return _sensible(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        raise Problem("没有这一天") from None


def parse_phone(value: Cell) -> str:
    """A telephone number as text; several may stand side by side."""
    if isinstance(value, date):
        raise Problem("Excel 把号码当成了日期，请把单元格设为文本格式后重新填写")
    if isinstance(value, float):
        raise Problem(_DAMAGED_DIGITS)
    text = normalize("NFKC", str(value)).strip()
    if text in _NOTHING:
        return ""
    if _SCIENTIFIC.fullmatch(text) or (isinstance(value, int) and _is_damaged(text)):
        raise Problem(_DAMAGED_DIGITS)
    if not _PHONE.fullmatch(text) or sum(sign.isdigit() for sign in text) < 3:
        raise Problem("不是电话号码")
    return _limited(text, SHORT)


def parse_contact(value: Cell) -> str:
    """How to reach somebody: telephone numbers, or whatever is written there."""
    if not isinstance(value, str) or _SCIENTIFIC.fullmatch(normalize("NFKC", value).strip()):
        return parse_phone(value)
    return _limited(value, SHORT)


def parse_int(value: Cell) -> int:
    """A count such as 8, ８ or 8人."""
    found = _COUNT.fullmatch(normalize("NFKC", str(value)).strip())
    if not found:
        raise Problem("应填写整数")
    return int(found[1])


def parse_text(value: Cell, limit: int = SHORT) -> str:
    """Text as it stands, numbers and dates written out.

    Refused beyond `limit` characters, and for numbers so long that Excel has lost their last digits.
    """
    if isinstance(value, str):
        if _LONG_SCIENTIFIC.fullmatch(value):
            raise Problem(_DAMAGED_DIGITS)
        return _limited(value, limit)
    if isinstance(value, datetime):
        _sensible(value.date())
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return _sensible(value).isoformat()
    return "" if value is None else _number_text(value)


def _number_text(value: float) -> str:
    """A number as Excel shows it. One with more digits than Excel keeps has lost the last of them."""
    if not abs(value) < _EXACT:
        raise Problem(_DAMAGED_DIGITS)
    return f"{value:.15g}"


def split_list(value: Cell) -> list[str]:
    """The items of a list in a cell, at 、 ， , ； ; and line breaks, but not inside brackets."""
    text = str(value or "")
    bracketed = "(" in text or "（" in text
    parts = _BRACKETED.findall(text) if bracketed else _separated(text)
    return [stripped for part in parts if (stripped := part.strip(" \t\u3000\u00a0"))]


def _separated(text: str) -> list[str]:
    for other in "，,；;\n":
        text = text.replace(other, "、")
    return text.split("、")


def _limited(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Problem(f"有 {len(text)} 个字，最多 {limit} 个字")
    return text


def _sensible(day: date) -> date:
    if day.year not in YEARS:
        raise Problem("年份不合理")
    return day


def _not_a_date(text: str) -> str:
    if _NO_YEAR.fullmatch(text):
        return "日期缺少年份，请写成 2026-3-5"
    if text.replace(".", "", 1).isdigit():
        return "是数字，不是日期，请把单元格设为日期格式"
    return "看不懂的日期，请写成 2026-3-5"


def _is_damaged(digits: str) -> bool:
    """Excel keeps 15 digits and shows long numbers rounded."""
    return len(digits) > 15 or digits.endswith("000000")
