"""The yearly notice of days off (部分节假日安排的通知), read from its text.

“一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。” names a holiday, then days,
then what they are: 放假 and 补休 are days off, 上班 and 补班 days worked. Weekdays in brackets and 共3天 are
checks. Days that merely join a weekend (与周末连休) need no mark of their own: the weekend is off anyway.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from unicodedata import normalize

from models.rules.calendar import chinese_date, days_between, month_day, weekday_name
from models.rules.kinds import DayKind
from models.rules.problem import Problem

_YEAR = re.compile(r"(20\d\d)年[^。\d]{0,12}?(?:节假日|放假|假期|假日)")
_NUMBERING = (
    r"(?:\(?[一二三四五六七八九十]{1,3}\)?[、.]|\([一二三四五六七八九十]{1,3}\)|\(?\d{1,2}[)、.](?!\d))?\s*"
)
_HOLIDAY = r"(?:[^\W\d_]{0,12}?(?:元旦|除夕|春节|清明|端午|中秋|节|纪念日)节?(?:假期)?)"
_NAME = re.compile(rf"^{_NUMBERING}(?P<name>{_HOLIDAY}(?:[、和及]{_HOLIDAY})*)\s*:?\s*(?=\d|$)")
_START = re.compile(rf"^\s*{_NUMBERING}(?:{_HOLIDAY}|\d)")
_DAY = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})[日号](?:\(([^()]*)\))?"
_SPAN = re.compile(rf"{_DAY}(?:\s*[至到~—–-]+\s*{_DAY})?")
_REFERENCE = re.compile(r"[〔\[(【]20\d\d[〕\])】]第?\d{1,4}号")  # 国办发明电〔2026〕9号 is not the 9th
_VERB = re.compile(r"放假|补休|上班|补班")
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
_TOTAL = re.compile(r"(?:共|放假)\s*(\d{1,2})\s*天")
_WORKED = ("上班", "补班")
_SHOWN = str.maketrans(":;,()", "：；，（）")
_LONGEST = 400  # characters of a sentence; what is longer is another text pasted by mistake
_QUOTED = 60
_MOST = 20  # days off in a row; a longer span is a misprint

Days = dict[date, tuple[DayKind, str]]


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice sets; sentences with days in them that could not be read, each with why; and the rest."""

    days: Days = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def year_named(text: str) -> int | None:
    """The year a notice says it is for, None if it does not say."""
    found = _YEAR.search(_plain(text))
    return int(found[1]) if found else None


def read_notice(text: str, year: int) -> Notice:
    """The days off and make-up workdays in the text of the notice for that year; nothing is left unsaid."""
    notice, name = Notice(), ""
    for sentence in _sentences(_plain(text)):
        named = _NAME.match(sentence)
        name = named["name"].removesuffix("假期") if named else name
        words = sentence[named.end() :] if named else sentence
        try:
            days = _days(words, name, year)
            _agree(days, notice.days)
        except Problem as problem:
            notice.complaints.append(f"“{_quoted(sentence)}”：{problem}")
            continue
        notice.days.update(days)
        if words and not days:
            notice.unread.append(_quoted(sentence))
    return notice


def _quoted(sentence: str) -> str:
    """As it stands, or how it begins if it is far too long."""
    shown = sentence.translate(_SHOWN)
    return shown if len(shown) <= _LONGEST else f"{shown[:_QUOTED]}…"


def _plain(text: str) -> str:
    """Full-width digits, brackets and colons as half-width ones; no blanks but line ends."""
    return re.sub(r"[^\S\n]+", "", normalize("NFKC", text.replace("\r", "")))


def _sentences(text: str) -> Iterator[str]:
    """A line goes on in the next one where what it says of its days is still to come, or plainly its end."""
    said = ""
    for line in re.split(r"(?<=[。;])|\n", text):
        if said and not _goes_on(said, line):
            yield from _closed(said)
            said = ""
        said += line
    yield from _closed(said)


def _goes_on(said: str, line: str) -> bool:
    if len(said) > _LONGEST:
        return False
    said = _REFERENCE.sub("", said)
    spans = list(_SPAN.finditer(said))
    if not said or said[-1] in "。;:" or not spans:
        return False
    return not (_VERB.search(said, spans[-1].end()) and _START.match(line))


def _closed(said: str) -> Iterator[str]:
    if sentence := said.strip("。; \n"):
        yield sentence


def _days(words: str, name: str, year: int) -> Days:
    """The days of one sentence. Raises Problem where there are days but no telling what they are."""
    words = _REFERENCE.sub("", words)
    spans, verbs = list(_SPAN.finditer(words)), list(_VERB.finditer(words))
    if not spans or (len(spans) == 1 and spans[0][0] == words and spans[0][1]):  # the date of the notice
        return {}
    if len(words) > _LONGEST:
        raise Problem("这一句太长，没有采用。")
    if re.search(r"\d", _TOTAL.sub("", _SPAN.sub("", words))):
        raise Problem("有没看懂的数字，这一句没有采用。")
    days: Days = {}
    month = 0
    for span in spans:
        verb = next((verb[0] for verb in verbs if verb.start() >= span.end()), "")
        if not verb:
            raise Problem("有日期，但没有写明放假还是上班，这一句没有采用。")
        ends, month = _ends(span, month, name, year)
        for day in _between(*ends):
            kind = DayKind.WORK if verb in _WORKED else DayKind.OFF
            _agree({day: (kind, name)}, days)
            days[day] = (kind, name)
    _check(days, words)
    return days


def _ends(span: re.Match[str], month: int, name: str, year: int) -> tuple[tuple[date, date], int]:
    """First and last day of a span, and the month that a day without one belongs to after it."""
    found: list[date] = []
    for parts in (span.groups()[:4], span.groups()[4:]):
        if parts[2]:
            month = int(parts[1] or month)
            of_new_year = month == 12 and name.startswith("元旦")  # the days before it are last year's
            found.append(_date(int(parts[0] or year - of_new_year), month, int(parts[2])))
            _check_weekday(found[-1], parts[3] or "")
    if not all(year - 1 <= day.year <= year for day in found):
        raise Problem(f"不是 {year} 年的日子，没有采用。")
    return (found[0], found[-1]), month


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Problem(f"没有{month}月{day}日这一天。" if month else "没有写明月份。") from None


def _check_weekday(day: date, brackets: str) -> None:
    said = _WEEKDAY.search(brackets)
    if said and weekday_name(day)[-1] != said[1].replace("天", "日"):
        raise Problem(f"写的是{said[0]}，而{chinese_date(day)}是{weekday_name(day)}。请核对年份和日期。")


def _between(first: date, last: date) -> list[date]:
    if not 0 <= (last - first).days < _MOST:
        raise Problem("起止日期不对，请核对。")
    return days_between(first, last)


def _check(days: Days, words: str) -> None:
    off = sum(kind == DayKind.OFF for kind, _ in days.values())
    total = sum(map(int, _TOTAL.findall(words)))
    if total and total != off and "连休" not in words:
        raise Problem(f"写明 {total} 天，按起止日期是 {off} 天，请核对。")
    for day, (kind, _) in days.items():
        if kind == DayKind.WORK and day.weekday() < 5:
            raise Problem(f"{chinese_date(day)}是{weekday_name(day)}，本来就上班。请核对年份和日期。")


def _agree(new: Days, known: Days) -> None:
    for day, (kind, _) in new.items():
        if day in known and known[day][0] != kind:
            raise Problem(f"{month_day(day)}既写了放假又写了上班，请核对。")
