"""走访日历 in the real window: what is seen, walking over days, planning, the panel, quarter and list."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from gui.pages.calendar import CalendarPage
from gui.state.calendar_span import View
from gui.state.print_choice import Wanted
from gui.window import Window
from models.activity import ActivityEntry, read_entry, save_activity
from models.contact_point import ContactPoint, save_point
from models.demo import fill_with_demo
from models.official import Official
from models.pairing import Pairing
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState
from models.setting import change_settings
from models.writing import Topic, writing
from tests.gui.calendar_office import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    TODAY,
    ActivityNeighbour,
    absent,
    asked,
    calendar_page,
    choose,
    middle,
    plan,
)
from tests.gui.driving import press, wait_until
from tests.gui.zhangs_office import zhangs_office
from tests.models.made_up import a_leader, day


@pytest.fixture
def zhang(office: object) -> Official:
    return zhangs_office()


@pytest.fixture
def page(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> CalendarPage:
    return calendar_page(open_window, monkeypatch)


# --- what is seen


def test_the_month_shows_numbers_lunar_days_and_what_is_planned(page: CalendarPage, zhang: Official) -> None:
    plan(zhang, FRIDAY)
    wait_until(page.shell, lambda: "○ 上 张样一 样样镇" in page.month.texts())
    assert {"25", "十七", "十月", "周一"} <= set(page.month.texts())
    assert page.bar.text == "2026年11月"
    assert page.context() == "2026年11月    全体领导（1人）    计划 1"


def test_holidays_markets_and_months_without_meetings_are_marked(page: CalendarPage, zhang: Official) -> None:
    town = ContactPoint.get(ContactPoint.kind == "township")
    town.market_days = "农历一四七"
    save_point(town)
    change_settings({"no_meeting_months": "10"})
    choose(page, zhang)
    page.go_to(day(10, 1))
    page.update()
    texts = page.month.texts()
    assert {"国庆节", "休", "班", "圩 样样镇"} <= set(texts)
    assert page.bar.text == "2026年10月 无会月"
    assert page.sheets.said.startswith(
        "10月1日 星期四    农历八月廿一    国庆节 休    无会月    圩日：样样镇"
    )


def test_absences_are_bars_with_who_acts_and_a_pair_away_is_told_apart(
    page: CalendarPage, zhang: Official
) -> None:
    li = a_leader("李样二")
    with writing("AB角", Topic.PAIRING):
        Pairing.create(a=zhang, b=li)
    absent(zhang, FRIDAY, MONDAY)
    absent(li, SATURDAY, SATURDAY)
    wait_until(page.shell, lambda: "张样一外出至11月30日 李样二代行（学习）" in page.month.texts())
    assert any(text.startswith("● 李样二外出") for text in page.month.texts())


def test_a_year_without_a_holiday_table_is_said(page: CalendarPage) -> None:
    page.go_to(day(1, 4, 2027))
    assert "2027年没有（完整的）节假日表，工作日只按周一至周五计算。" in page.context()


def test_an_overfull_day_says_how_much_more_there_is_and_a_click_there_opens_it(
    page: CalendarPage, zhang: Official
) -> None:
    for _ in range(9):
        plan(zhang, FRIDAY)
    wait_until(page.shell, lambda: any(text.startswith("▲+") for text in page.month.texts()))
    page.month.event_generate("<Button-1>", **middle(page, FRIDAY))
    page.update()
    assert page.panel.winfo_manager()
    assert len(page.panel.table.rows.items) == 9


# --- walking


def test_keys_walk_over_days_weeks_and_months_and_past_the_turn_of_the_year(page: CalendarPage) -> None:
    sheet = page.month
    for keys, then in (
        ("<Right>", day(11, 26)),
        ("<Down>", day(12, 3)),
        ("<Next>", day(1, 3, 2027)),
        ("<Home>", day(1, 1, 2027)),
        ("<Left>", day(12, 31)),
        ("<Prior>", day(11, 30)),
        ("<Up>", day(11, 23)),
        ("<End>", day(11, 30)),
    ):
        press(sheet, keys)
        assert page.day == then
    assert page.bar.text == "2026年11月"


def test_the_29th_of_february_2028_is_a_day_like_others(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    leap = day(2, 29, 2028)
    page = calendar_page(open_window, monkeypatch, leap)
    assert page.sheets.said.startswith("今天 2月29日 星期二")
    press(page.month, "<Next>")
    press(page.month, "<Prior>")
    assert page.day == leap


def test_the_buttons_turn_months_and_quarters_and_come_back_to_today(page: CalendarPage) -> None:
    page.bar.turns["›"].invoke()
    assert page.bar.text == "2026年12月"
    page.look_at(View.QUARTER)
    page.bar.turns["‹"].invoke()
    assert page.bar.text == "2026年第三季度"
    page.bar.turns["今天"].invoke()
    assert (page.day, page.bar.text) == (TODAY, "2026年第四季度")


def test_another_page_may_ask_for_a_day(page: CalendarPage) -> None:
    page.look_at(View.LIST)
    page.shell.visit("走访日历", day(3, 5, 2027))
    page.update()
    assert (page.view, page.day, page.bar.text) == (View.MONTH, day(3, 5, 2027), "2027年3月")


# --- planning


@pytest.mark.parametrize(
    ("when", "state"), [(FRIDAY, ActivityState.PLANNED), (day(11, 20), ActivityState.DONE)]
)
def test_a_double_click_on_an_empty_day_begins_a_visit_of_that_day(
    page: CalendarPage, zhang: Official, when: date, state: ActivityState
) -> None:
    choose(page, zhang)
    for event in ("<Button-1>", "<ButtonRelease-1>", "<Button-1>"):
        page.month.event_generate(event, **middle(page, when))
    page.update()
    assert asked(page) == ActivityEntry(ActivityKind.VISIT, when, when, [zhang.id], state)


def test_a_double_click_on_a_day_of_the_next_month_means_that_day(page: CalendarPage) -> None:
    when = day(12, 3)
    there = middle(page, when)
    for sequence in ("<Button-1>", "<ButtonRelease-1>", "<Button-1>"):
        page.month.event_generate(sequence, **there)
        page.update()
    assert asked(page).first_day == when


@pytest.mark.parametrize("keys", ["<Return>", "<Key-n>", "<Control-n>"])
def test_enter_n_and_ctrl_n_begin_a_visit_on_the_day_of_the_cursor(page: CalendarPage, keys: str) -> None:
    press(page.month, "<Right>")
    press(page.month, keys)
    assert asked(page).first_day == day(11, 26)
    assert asked(page).leaders == []


def test_enter_on_a_day_with_entries_lists_them_with_their_conflicts(
    page: CalendarPage, zhang: Official
) -> None:
    absent(zhang, FRIDAY, FRIDAY)
    activity = plan(zhang, FRIDAY, purpose="看望")
    wait_until(page.shell, lambda: len(page.facts.items) == 2)
    page.go_to(FRIDAY)
    press(page.month, "<Return>")
    assert [row[0] for row in page.panel.table.shown()] == [
        "张样一外出 无人代行（学习）",
        "▲ 上 张样一 样样镇",
    ]
    press(page.panel.table.sheet, "<Down>")
    assert f"○ 计划    走访    {activity.number}" in page.panel.text
    assert "看望" in page.panel.text
    assert "▲ 张样一11月27日上午外出。" in page.panel.text
    press(page.panel.table.sheet, "<Return>")
    assert asked(page).id == activity.id


def test_the_panel_follows_the_cursor_and_closes_on_escape(page: CalendarPage, zhang: Official) -> None:
    plan(zhang, FRIDAY)
    plan(zhang, MONDAY)
    wait_until(page.shell, lambda: len(page.facts.items) == 2)
    page.open_day(FRIDAY)
    page.go_to(MONDAY)
    assert [one.first_day for one in page.panel.table.rows.items] == [MONDAY]
    page.go_to(SATURDAY)
    assert page.panel.text == ""
    page.shell.press("Esc")
    assert not page.panel.winfo_manager()


def test_the_panel_prints_the_trip_sheet_and_the_head_the_calendar(
    page: CalendarPage, zhang: Official
) -> None:
    plan(zhang, FRIDAY)
    wait_until(page.shell, lambda: page.facts.items)
    page.open_day(FRIDAY)
    page.panel.buttons["行程单"].invoke()
    assert asked(page) == Wanted("trip_sheet", leader=zhang.id, day=FRIDAY)
    page.shell.visit("走访日历")
    page.shell.press("Ctrl+P")
    assert asked(page) == Wanted("year_calendar", leader=None, period=period("2026Q4"))


# --- quarter and list


def test_the_quarter_shows_a_mark_for_each_half_day_and_says_the_rest_in_words(
    page: CalendarPage, zhang: Official
) -> None:
    plan(zhang, FRIDAY)
    plan(zhang, SATURDAY)
    wait_until(page.shell, lambda: len(page.facts.items) == 2)
    choose(page, zhang)
    page.look_at(View.QUARTER)
    page.update()
    assert {"10月", "11月", "12月", "○访", "▲访"} <= set(page.sheets.quarter.texts())
    press(page.sheets.quarter, "<Right>")
    press(page.sheets.quarter, "<Right>")
    assert page.sheets.said == "11月27日 星期五    农历十月十九    ○ 上 样样镇"
    left, top, _, _ = page.sheets.quarter.boxes.day(SATURDAY) or (0, 0, 0, 0)
    page.sheets.quarter.event_generate("<Motion>", x=left + 5, y=top + 5)
    assert page.sheets.said == "11月28日 星期六    农历十月二十    休息日    ▲ 上 样样镇"


def test_the_list_tells_conflicts_in_a_column_to_sort_by(page: CalendarPage, zhang: Official) -> None:
    plan(zhang, FRIDAY)
    plan(zhang, day(12, 5))
    absent(zhang, day(12, 7), day(12, 8))
    wait_until(page.shell, lambda: page.facts.items)
    page.look_at(View.LIST)
    page.update()
    assert [(row[0], row[2], row[-1]) for row in page.sheets.list.table.shown()] == [
        ("11月27日 周五", "○ 计划", ""),
        ("12月5日 周六", "○ 计划", "▲ 休息日"),
        ("12月7日 周一", "外出", ""),
    ]
    assert page.sheets.said.startswith("○ 计划    走访")
    page.sheets.list.table.sort_by(7)
    page.sheets.list.table.sort_by(7)
    assert page.sheets.list.table.shown()[0][-1] == "▲ 休息日"
    press(page.sheets.list.table.sheet, "<Home>")
    press(page.sheets.list.table.sheet, "<Key-m>")
    assert page.drawer.form["day"].get() == day(12, 5)


def test_what_is_written_elsewhere_shows_at_once(page: CalendarPage, zhang: Official) -> None:
    activity = plan(zhang, FRIDAY)
    wait_until(page.shell, lambda: page.facts.items)
    save_activity(replace(read_entry(activity), state=ActivityState.CANCELLED), TODAY)
    wait_until(page.shell, lambda: page.facts.items[0].text == "上 取消 张样一 样样镇")


def test_an_office_of_500_leaders_is_shown_by_counts_and_the_first_few(
    office: object, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_with_demo(TODAY, leaders=500)
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    page = open_window(CalendarPage, ActivityNeighbour).page
    page.update()
    texts = page.month.texts()
    assert any(text.startswith("+") and "✓" in text for text in texts)
    assert len(texts) < 600
    page.look_at(View.QUARTER)
    page.look_at(View.LIST)
    page.update()
    assert len(page.sheets.list.table.rows.items) > 2000
