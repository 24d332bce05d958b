"""走访日历: an activity is moved by dragging or by typing; conflicts are said before and refuse nothing."""

from collections.abc import Callable

import pytest

from gui.pages.calendar import CalendarPage
from gui.window import Window
from models.activity import Activity, save_activity
from models.official import Official
from models.rules.kinds import Half
from tests.gui.calendar_office import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    TODAY,
    absent,
    calendar_page,
    drag,
    middle,
    plan,
)
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.zhangs_office import zhangs_office
from tests.models.made_up import a_visit, day


@pytest.fixture
def zhang(office: object) -> Official:
    return zhangs_office()


@pytest.fixture
def page(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> CalendarPage:
    return calendar_page(open_window, monkeypatch)


def test_dragging_moves_the_same_activity_and_says_from_when_to_when(
    page: CalendarPage, zhang: Official
) -> None:
    activity = plan(zhang, FRIDAY)
    wait_until(page.shell, lambda: page.facts.items)
    drag(page, activity, MONDAY)
    assert (Activity.get().first_day, Activity.get().number) == (MONDAY, activity.number)
    said = "张样一 走访已从11月27日上午移到11月30日上午。按 Ctrl+Z 撤销。"
    wait_until(page.shell, lambda: said in page.shell.noticed)
    assert page.day == MONDAY
    page.shell.press("Ctrl+Z")
    assert Activity.get().first_day == FRIDAY


def test_conflicts_of_the_day_below_are_said_while_dragging_and_do_not_refuse(
    page: CalendarPage, zhang: Official
) -> None:
    absent(zhang, SATURDAY, SATURDAY)
    activity = plan(zhang, FRIDAY)
    wait_until(page.shell, lambda: len(page.facts.items) == 2)
    drag(page, activity, SATURDAY, let_go=False)
    assert page.month.note is not None
    assert page.month.note.words.split("\n") == [
        "移到11月28日 星期六",
        "▲ 张样一11月28日上午外出。",
        "▲ 11月28日（星期六）是休息日。",
    ]
    page.month.event_generate("<ButtonRelease-1>", **middle(page, SATURDAY))
    assert Activity.get().first_day == SATURDAY
    assert "▲ 张样一11月28日上午外出。" in page.shell.noticed


def test_escape_while_dragging_leaves_everything_as_it_was(page: CalendarPage, zhang: Official) -> None:
    activity = plan(zhang, FRIDAY)
    wait_until(page.shell, lambda: page.facts.items)
    drag(page, activity, MONDAY, let_go=False)
    page.shell.press("Esc")
    page.month.event_generate("<ButtonRelease-1>", **middle(page, MONDAY))
    assert page.month.note is None
    assert Activity.get().first_day == FRIDAY


def test_a_long_activity_is_taken_hold_of_on_any_of_its_days(page: CalendarPage, zhang: Official) -> None:
    activity = plan(zhang, day(11, 23), last_day=day(11, 25), last_half=Half.PM)
    wait_until(page.shell, lambda: page.facts.items)
    _, top, right, bottom = page.month.box_of(("activity", activity.id))
    page.month.event_generate("<Button-1>", x=right - 10, y=(top + bottom) // 2)
    page.month.event_generate("<B1-Motion>", **middle(page, FRIDAY))
    page.month.event_generate("<ButtonRelease-1>", **middle(page, FRIDAY))
    assert (Activity.get().first_day, Activity.get().last_day) == (day(11, 25), FRIDAY)


def test_what_is_done_is_not_moved_into_the_future_and_the_reason_is_said(
    page: CalendarPage, zhang: Official
) -> None:
    activity = save_activity(a_visit(zhang, day(11, 20)), TODAY)
    wait_until(page.shell, lambda: page.facts.items)
    drag(page, activity, FRIDAY, let_go=False)
    assert page.month.note is not None
    assert page.month.note.words.startswith("不能移到11月27日 星期五\n● 已完成的活动不能移到今天以后")
    page.month.event_generate("<ButtonRelease-1>", **middle(page, FRIDAY))
    assert "已完成的活动不能移到今天以后" in page.shell.noticed
    assert Activity.get().first_day == day(11, 20)


def test_m_asks_for_a_day_and_a_half_and_shows_conflicts_while_one_types(
    page: CalendarPage, zhang: Official
) -> None:
    plan(zhang, MONDAY, first_half=Half.PM, last_half=Half.PM)
    activity = plan(zhang, FRIDAY)
    wait_until(page.shell, lambda: len(page.facts.items) == 2)
    page.go_to(FRIDAY)
    press(page.month, "<Key-m>")
    form = page.drawer.form
    assert page.drawer.remark == "这个时间没有冲突。"
    type_in(form["day"], "11.28")
    assert page.drawer.remark == "▲ 11月28日（星期六）是休息日。"
    type_in(form["day"], "11.30")
    form["half"].set(Half.PM)
    form["half"]._chosen()
    assert page.drawer.remark.startswith("▲ 张样一11月30日下午已有走访")
    press(form["day"].inner, "<Control-Return>")
    kept = Activity.get_by_id(activity.id)
    assert (kept.first_day, kept.first_half, kept.last_half) == (MONDAY, Half.PM, Half.PM)
    assert not page.drawer.winfo_exists()


def test_m_on_a_day_of_several_asks_which(page: CalendarPage, zhang: Official) -> None:
    plan(zhang, FRIDAY)
    plan(zhang, FRIDAY, first_half=Half.PM, last_half=Half.PM)
    wait_until(page.shell, lambda: len(page.facts.items) == 2)
    page.go_to(FRIDAY)
    press(page.month, "<Key-m>")
    assert page.panel.winfo_manager()
    press(page.panel.table.sheet, "<Key-m>")
    assert page.drawer.form["half"].get() == Half.AM


def test_a_move_half_typed_is_not_lost_silently(
    page: CalendarPage, zhang: Official, answers: Answers
) -> None:
    plan(zhang, FRIDAY)
    wait_until(page.shell, lambda: page.facts.items)
    page.go_to(FRIDAY)
    press(page.month, "<Key-m>")
    type_in(page.drawer.form["day"], "11.3")
    assert page.holds_typing()
    answers.say("取消")
    assert not page.flush()
