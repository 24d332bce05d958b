"""The yearly notice: what it sets, what in it does not fit its year, and what nobody could read.

Days of past years are public facts, taken from the shipped table and set in the notice's form.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from time import perf_counter

import pytest
from chinese_calendar import constants

from models.rules.holiday_notice import Days, Notice, read_notice, year_named
from models.rules.kinds import DayKind

WEEKDAYS = "一二三四五六日"
NUMERALS = "一二三四五六七八"
FOR_2027 = """
关于2027年放假安排的通知（样稿，日期为编造）
各处室：
　　现将2027年的放假日期通知如下。
一、元旦：2026年12月31日（星期四）至2027年1月2日（星期六）放假调休，共3天。1月3日（星期日）上班。
二、春节：2月5日（除夕、周五）至12日（周五）放假调休，共8天。1月30日（周六）、
2月14日（周日）上班。
三、清明节：４月５日（周一）放假，与周末连休。四、劳动节：5月1日（周六）至4日（周二）放假调休，共4天；5月8日（周六）上班。
五、国庆节、中秋节：9月30日（周四）至10月6日（周三）放假，共7天。9月26日（周日）补班。
放假期间请安排好值班。
                                  样例办公室
                                2026年11月3日
"""


def of(notice: Notice, kind: DayKind) -> dict[str, str]:
    return {str(day): name for day, (found, name) in sorted(notice.days.items()) if found == kind}


def test_a_notice_sets_days_off_and_make_up_workdays_with_their_names() -> None:
    notice = read_notice(FOR_2027, 2027)
    off = of(notice, DayKind.OFF)
    assert notice.complaints == []
    assert list(off)[:3] == ["2026-12-31", "2027-01-01", "2027-01-02"]
    assert len(off) == 3 + 8 + 1 + 4 + 7
    assert off["2027-04-05"] == "清明节"
    assert off["2027-10-06"] == "国庆节、中秋节"
    assert of(notice, DayKind.WORK) == {
        "2027-01-03": "元旦",
        "2027-01-30": "春节",
        "2027-02-14": "春节",
        "2027-05-08": "劳动节",
        "2027-09-26": "国庆节、中秋节",
    }


def test_what_names_no_day_is_handed_back_rather_than_dropped() -> None:
    assert read_notice(FOR_2027, 2027).unread == [
        "关于2027年放假安排的通知（样稿，日期为编造）",
        "各处室：",
        "现将2027年的放假日期通知如下",
        "放假期间请安排好值班",
        "样例办公室",
        "2026年11月3日",
    ]


@pytest.mark.parametrize("number", ["国办发明电〔2026〕9号", "某政办发[2026]12号", "（２０２６）第3号"])
def test_the_number_of_the_document_is_no_day(number: str) -> None:
    notice = read_notice(f"关于2027年放假安排的通知\n{number}\n各处室：\n一、元旦：1月1日放假。", 2027)
    assert notice.complaints == []
    assert len(notice.unread) == 3
    assert list(notice.days) == [date(2027, 1, 1)]


def test_the_year_of_a_notice_is_read_from_it() -> None:
    assert year_named(FOR_2027) == 2027
    assert year_named("二〇二七年放假安排") is None
    assert year_named("关于２０２８年部分节假日安排的通知") == 2028


@pytest.mark.parametrize("year", range(2008, 2027))
@pytest.mark.parametrize("layout", ["lines", "one line", "narrow lines", "bare"])
def test_the_notice_of_every_year_that_is_shipped_reads_back_as_its_table(year: int, layout: str) -> None:
    table = _shipped(year)
    notice = read_notice(_written(table, layout), year)
    assert notice.complaints == []
    assert {day: kind for day, (kind, _) in notice.days.items()} == table


def test_another_years_notice_is_found_out_by_its_weekdays() -> None:
    notice = read_notice(FOR_2027.replace("2027年", "").replace("2026年", ""), 2028)
    assert "写的是星期四，而2027年12月31日是星期五" in notice.complaints[0]
    assert not any(day.month == 2 for day in notice.days)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("元旦：1月1日（周六）放假。", "写的是周六，而2027年1月1日是星期五"),
        ("元旦：1月1日至3日放假，共2天。", "写明 2 天，按起止日期是 3 天"),
        ("元旦：1月4日上班。", "2027年1月4日是星期一，本来就上班"),
        ("元旦：2028年1月1日放假。", "不是 2027 年的日子"),
        ("清明节：2月30日放假。", "没有2月30日"),
        ("清明节：5日放假。", "没有写明月份"),
        ("春节：2月12日至5日放假。", "起止日期不对"),
        ("春节：2月5日至4月5日放假。", "起止日期不对"),
        ("国庆节：10月1、2、3日放假。", "有没看懂的数字"),
        ("国庆节：10月1日放假，10月1日补班。", "10月1日既写了放假又写了上班"),
        ("国庆节：10月2日放假。10月2日上班。", "10月2日既写了放假又写了上班"),
        ("提倡职工在除夕（2月5日）休息。", "没有写明放假还是上班"),
    ],
)
def test_a_sentence_that_does_not_add_up_is_told_and_not_taken(sentence: str, told: str) -> None:
    notice = read_notice(sentence, 2027)
    assert len(notice.days) <= 1
    (complaint,) = notice.complaints
    assert told in complaint
    assert complaint.startswith((f"“{sentence[:3]}", "“10月2日上班"))


@pytest.mark.parametrize("text", ["", "\n\n", "明年怎么放假？", "元旦：", "2026年11月3日"])
def test_a_text_without_days_sets_nothing(text: str) -> None:
    notice = read_notice(text, 2027)
    assert notice.days == {}
    assert notice.complaints == []


def _shipped(year: int) -> dict[date, DayKind]:
    """A year's table as its notice has it: a New Year's holiday begins in the old year's last days."""
    off, work = ({day for day in days if _belongs(day, days[day], year)} for days in _tables())
    return dict.fromkeys(off, DayKind.OFF) | dict.fromkeys(work, DayKind.WORK)


def _tables() -> tuple[dict[date, str], dict[date, str]]:
    return constants.holidays, constants.workdays


def _belongs(day: date, name: str, year: int) -> bool:
    of_next = day.month == 12 and name == constants.Holiday.new_years_day.value
    return day.year + of_next == year


def _written(table: dict[date, DayKind], layout: str) -> str:
    """A table in the form of the notice: runs of days off, then the days worked for them."""
    named = {day: _name(day) for day in sorted(table)}
    names = list(dict.fromkeys(named.values()))
    items = [_item([day for day in named if named[day] == name], table, layout == "bare") for name in names]
    if layout == "bare":
        return "\n".join(f"{name} {item}" for name, item in zip(names, items, strict=True))
    texts = [
        f"{NUMERALS[at]}、{name}：{item}" for at, (name, item) in enumerate(zip(names, items, strict=True))
    ]
    text = ("" if layout == "one line" else "\n").join(texts)
    return text if layout != "narrow lines" else text.replace("、2", "、\n2").replace("至", "\n至")


def _name(day: date) -> str:
    value = constants.holidays.get(day) or constants.workdays[day]
    name = next(str(holiday.chinese) for holiday in constants.Holiday if holiday.value == value)
    return "抗战胜利纪念日" if "抗日战争" in name else name


def _item(days: list[date], table: dict[date, DayKind], bare: bool) -> str:
    off = [day for day in days if table[day] == DayKind.OFF]
    work = [day for day in days if table[day] == DayKind.WORK]
    spans = [f"{_day(run[0], bare)}至{_day(run[-1], bare)}放假调休，共{len(run)}天" for run in _runs(off)]
    worked = [f"{'、'.join(_day(day, bare) for day in work)}上班"] if work else []
    return "，".join([*spans, *worked]) if bare else "".join(f"{each}。" for each in [*spans, *worked])


def _runs(days: Iterable[date]) -> Iterator[list[date]]:
    for _, run in groupby(enumerate(days), lambda pair: pair[1] - timedelta(pair[0])):
        yield [day for _, day in run]


def _day(day: date, bare: bool) -> str:
    return f"{day.month}月{day.day}日" + ("" if bare else f"（周{WEEKDAYS[day.weekday()]}）")


def test_days_are_marked_with_kind_and_name() -> None:
    days: Days = read_notice("元旦：1月1日放假。", 2027).days
    assert days == {date(2027, 1, 1): (DayKind.OFF, "元旦")}


@pytest.mark.parametrize(
    "text",
    ["1月1日\n" * 20_000, "1月1日放假" * 15_000, "<td>1月1日（周四）</td>\n" * 4_000],
    ids=["days", "one", "table"],
)
def test_a_text_pasted_by_mistake_is_told_soon_and_briefly(text: str) -> None:
    begun = perf_counter()
    notice = read_notice(text, 2027)
    assert perf_counter() - begun < 2
    assert not notice.days
    assert all(len(told) < 500 for told in [*notice.complaints, *notice.unread])
