"""走访日历: a year or a quarter on one page, empty, usual and overfull; what stands on which day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from models.activity import ActivityEntry, save_activity
from models.assignment import assign
from models.contact_point import ContactPoint, save_point
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState
from models.rules.problem import Problem
from models.setting import change_settings
from printing import styles
from printing.calendar_page import Day, Month
from printing.choice import Choice
from printing.documents.year_calendar import YearCalendar, load
from printing.fonts import Fonts
from printing.ink import Ink
from printing.quarter_sheet import fitting
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day
from tests.printing.conftest import Print

Reader = Callable[..., Print]
TODAY = day(11, 25)
LONG = "阿卜杜拉·买买提明·样例"


@pytest.fixture
def zhang(office: Path) -> Official:
    """张样一 with a township of market days, a village and a household."""
    leader = a_leader("张样一")
    township = a_township("样样镇")
    township.market_days = "农历147"
    village = a_village(township=save_point(township))
    for point in (township, village, a_household("王样甲", village)):
        assign(leader, point, day(1, 1))
    return leader


def calendar(span: str, leader: Official | None = None) -> YearCalendar:
    (found,) = load(Choice(TODAY, period(span), leader))
    return found


def on(sheet: YearCalendar, when: date) -> Day:
    months = {month.name: month for month in sheet.months}
    return months[f"{when.month}月"].days[when.day - 1]


def visit(leader: Official, when: date, state: ActivityState = ActivityState.DONE, **more: object) -> None:
    points = list(ContactPoint.select())
    save_activity(a_visit(leader, when, *points, state=state, **more), TODAY)


# --- what stands on which day


def test_a_day_knows_its_lunar_day_holiday_and_whether_it_is_worked(zhang: Official) -> None:
    sheet = calendar("2026", zhang)
    first, second, worked = (on(sheet, when) for when in (day(10, 1), day(10, 2), day(9, 20)))
    assert (first.holiday, first.kind, first.is_off) == ("国庆节", "休", True)
    assert (second.holiday, second.kind, second.lunar) == ("", "休", "廿二")
    assert (worked.holiday, worked.kind, worked.is_off) == ("", "班", False)
    assert on(sheet, day(2, 17)).lunar == "正月"


def test_a_holiday_that_began_last_quarter_is_named_on_the_first_day_shown(zhang: Official) -> None:
    assert on(calendar("2026Q1", zhang), day(1, 1)).holiday == "元旦"


def test_market_days_of_the_leaders_township_are_marked(zhang: Official) -> None:
    sheet = calendar("2026", zhang)
    marked = [one.number for one in sheet.months[1].days if one.market]
    assert {17, 20, 23} <= set(marked)  # 正月 begins on 17 February
    assert 18 not in marked
    assert not any(one.market for month in calendar("2026").months for one in month.days)


def test_months_without_meetings_are_named_so(zhang: Official) -> None:
    change_settings({"no_meeting_months": "8、12"})
    assert [month.name for month in calendar("2026").months if month.remark == "无会"] == ["8月", "12月"]


def test_done_and_planned_days_bear_their_signs(zhang: Official) -> None:
    visit(zhang, day(11, 20))
    visit(zhang, day(12, 3), ActivityState.PLANNED)
    visit(zhang, day(12, 10), ActivityState.CANCELLED)
    sheet = calendar("2026", zhang)
    assert [on(sheet, when).mark for when in (day(11, 20), day(12, 3), day(12, 10))] == ["✓", "○", ""]


def test_a_trip_of_several_days_stands_on_each_of_them(zhang: Official) -> None:
    trip = ActivityEntry(ActivityKind.FIELDWORK, day(9, 29), day(10, 2), [zhang.id], ActivityState.DONE)
    save_activity(trip, TODAY)
    sheet = calendar("2026Q4", zhang)
    assert [on(sheet, day(10, number)).mark for number in (1, 2, 3)] == ["✓", "✓", ""]
    assert calendar("2026Q3").months[2].days[28].mark == "1"


def test_everybodys_calendar_counts_who_is_out_and_names_them_in_rank_order(zhang: Official) -> None:
    li = a_leader("李样二")
    for leader in (li, zhang):
        visit(leader, day(11, 20))
    visit(zhang, day(12, 3), ActivityState.PLANNED)
    visit(zhang, day(11, 18), stand_ins=[li.id])
    sheet = calendar("2026Q4")
    assert [on(sheet, when).mark for when in (day(11, 20), day(12, 3), day(11, 18))] == ["2", "①", ""]
    assert plainly(on(sheet, day(11, 20)).wordings) == [*[["✓张样一、李样二"]] * 2, ["✓2人"]]


def test_the_words_of_a_day_get_shorter_and_shorter(zhang: Official) -> None:
    visit(zhang, day(11, 20))
    assert plainly(on(calendar("2026Q4", zhang), day(11, 20)).wordings) == [
        ["✓样样镇、样样村、王样甲"],
        ["✓样样镇、样样村、王样甲"],
        ["✓样样镇、样样村等3处"],
        ["✓样样镇等3处"],
        ["✓走访3处"],
        ["✓1项"],
    ]


def test_numbers_are_masked_unless_the_print_is_a_full_one(zhang: Official) -> None:
    trip = ActivityEntry(ActivityKind.FIELDWORK, day(11, 3), day(11, 3), [zhang.id], ActivityState.DONE)
    trip.place = "样样村 13931571416"
    save_activity(trip, TODAY)
    for full, shown in ((False, "139****1416"), (True, "13931571416")):
        (sheet,) = load(Choice(TODAY, period("2026Q4"), zhang, full=full))
        assert shown in on(sheet, day(11, 3)).wordings[0][0]


def test_a_day_with_a_deed_and_a_plan_counts_as_planned(zhang: Official) -> None:
    visit(zhang, day(11, 20), ActivityState.PLANNED)
    visit(zhang, day(11, 20))
    assert on(calendar("2026"), day(11, 20)).mark == "①"
    assert on(calendar("2026", zhang), day(11, 20)).mark == "○"


def test_several_market_towns_are_named(zhang: Official) -> None:
    other = a_township("乙样镇")
    other.market_days = "农历1"
    assign(zhang, save_point(other), day(1, 1))
    assert plainly(on(calendar("2026Q1", zhang), day(2, 17)).wordings)[0] == ["圩：样样镇、乙样镇"]


def plainly(wordings: object) -> list[list[str]]:
    return [[text.replace("\u2060", "") for text in wording] for wording in wordings]


# --- what the page says of itself


def test_a_year_without_a_table_says_so(zhang: Official) -> None:
    assert any("2027年没有（完整的）节假日表" in note for note in calendar("2027").notes)
    assert not any("节假日表" in note for note in calendar("2026").notes)


def test_market_days_that_cannot_be_read_are_told(zhang: Official) -> None:
    other = a_township("乙样镇")
    other.market_days = "三天一圩"
    assign(zhang, save_point(other), day(1, 1))
    assert "乙样镇的圩日看不懂，没有标出。" in calendar("2026", zhang).notes


def test_without_a_period_it_is_this_year_and_a_half_year_is_refused(zhang: Official) -> None:
    (sheet,) = load(Choice(TODAY))
    assert str(sheet.period) == "2026"
    with pytest.raises(Problem, match="一年或一个季度"):
        load(Choice(TODAY, period("2026H1")))


# --- on paper


@pytest.mark.parametrize("span", ["2026", "2026Q4", "2027", "2027Q1"])
@pytest.mark.usefixtures("office")
def test_an_empty_office_has_its_calendar_on_one_page(printed: Reader, span: str) -> None:
    page = printed(calendar(span))
    assert len(page) == 1
    assert "全体领导 0 人" in page.text
    assert f"{period(span).title}走访日历" in page.text


def test_a_year_is_landscape_each_month_a_column_each_day_a_line(printed: Reader, zhang: Official) -> None:
    page = printed(calendar("2026", zhang))
    assert page.size() == pytest.approx((297, 210), abs=0.1)
    under = page.place("打印日期").bottom
    heads = [[box for box in page.places(f"{month}月") if box.top > under][-1] for month in range(3, 10)]
    assert [box.left for box in heads] == sorted(box.left for box in heads)
    assert heads[-1].top == pytest.approx(heads[0].top, abs=0.5)
    assert page.place("国庆").top == pytest.approx(page.place("劳动").top, abs=0.5)
    assert max(box.right for box in page.places("休")) < 297 - 37
    assert page.place("注：").bottom < 210 - 26


def test_a_quarter_is_portrait_and_names_what_is_planned(printed: Reader, zhang: Official) -> None:
    visit(zhang, day(12, 3), ActivityState.PLANNED)
    page = printed(calendar("2026Q4", zhang))
    assert page.size() == pytest.approx((210, 297), abs=0.1)
    told = page.place("○样样镇")
    monday, thursday = page.place("星期一"), page.place("星期四")
    assert thursday.left - 10 < told.left < thursday.right  # 3 December 2026
    assert monday.bottom < told.top < 297 - 35
    assert page.place("国庆").left == pytest.approx(page.place("星期四").left, abs=10)


@pytest.mark.parametrize("span", ["2026", "2026Q4", "2023Q4"])
def test_a_page_where_every_day_is_full_is_still_one_page(printed: Reader, span: str) -> None:
    def day_(number: int) -> Day:
        words = [["✓" + "、".join([LONG] * 9), f"圩：{LONG}"], ["✓9人 ○9人"]]
        return Day(number, (number + 5) % 7, "闰六月", "样样民族文化节", "班", True, "⑩", words)

    months = [Month(f"{number}月", [day_(each) for each in range(1, 32)], "无会") for number in range(1, 13)]
    shown = months if span == "2026" else months[:3]
    facts = (f"领导：{LONG}", f"联系乡镇：{'、'.join([LONG] * 6)}", "打印日期：2026年11月25日")
    page = printed(YearCalendar(period(span), LONG, facts, shown, ["说明。" * 30, "▲ 说明。"]))
    assert len(page) == 1
    bottom = 210 - 26 if span == "2026" else 297 - 35
    assert max(box.bottom for box in page.places("说明")) < bottom
    assert max(box.bottom for box in page.places("班")) < page.place("注：").top


def test_of_a_days_wordings_the_fullest_that_fits_is_printed(faces: Fonts) -> None:
    ink, size = Ink(faces), styles.TIGHT.size
    wordings = [["一二三四五六", "七八"], ["一二三四"], ["一"]]
    assert fitting(wordings, "", 2, 6 * size, ink) == ["一二三四五六", "七八"]
    assert fitting(wordings, "", 1, 6 * size, ink) == ["一二三四"]
    assert fitting(wordings, "节名", 2, 6 * size, ink) == ["节名", "一二三四"]
    assert fitting(wordings, "", 1, 2 * size, ink) == ["一"]
    assert fitting((), "节名", 1, 6 * size, ink) == ["节名"]
