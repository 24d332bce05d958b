"""走访日历: a proposed plan lies over the calendar until it is accepted or left."""

from collections.abc import Callable

import pytest

from gui.look.palette import Tone
from gui.pages.calendar import CalendarPage
from gui.state.calendar_span import View
from gui.window import Window
from models.activity import Activity
from models.official import Official
from models.rules.problem import Problem
from tests.gui.calendar_office import TODAY, calendar_page, choose
from tests.gui.driving import Answers, wait_until
from tests.gui.zhangs_office import zhangs_office
from tests.models.made_up import day


@pytest.fixture
def zhang(office: object) -> Official:
    return zhangs_office()


@pytest.fixture
def page(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> CalendarPage:
    return calendar_page(open_window, monkeypatch)


def propose(page: CalendarPage) -> None:
    (action,) = (action for action in page.actions() if action.label == "拟定计划")
    action.run()
    page.update()


def test_what_is_accepted_stands_in_the_calendar(page: CalendarPage, zhang: Official) -> None:
    choose(page, zhang)
    page.look_at(View.QUARTER)
    propose(page)
    assert page.drawer.title == "2026年第四季度拟定计划    张样一"
    assert page.actions() == []
    page.drawer.accept()
    assert page.actions()
    wait_until(page.shell, lambda: len(page.facts.items) == Activity.select().count() > 0)
    assert {item.tone for item in page.facts.items} == {Tone.NOT_DUE}
    assert page.sheets.quarter.has_keyboard


def test_escape_leaves_the_plan_and_keeps_nothing(page: CalendarPage) -> None:
    propose(page)
    page.shell.press("Esc")
    assert not page.drawer.winfo_exists()
    assert not Activity.select().exists()


def test_another_page_that_asks_for_a_day_gets_the_calendar(page: CalendarPage) -> None:
    propose(page)
    page.shell.visit("走访日历", day(12, 1))
    assert not page.drawer.winfo_exists()
    assert page.day == day(12, 1)


def test_a_changed_plan_is_not_lost_to_a_question_from_elsewhere(
    page: CalendarPage, answers: Answers
) -> None:
    propose(page)
    page.drawer.toggle()
    assert page.holds_typing()
    answers.say("取消")
    page.shell.visit("走访日历", day(12, 1))
    assert page.drawer.winfo_exists()
    assert page.day == TODAY


def test_a_quarter_gone_by_cannot_be_planned(page: CalendarPage) -> None:
    page.go_to(day(9, 30))
    with pytest.raises(Problem, match="2026年第三季度"):
        propose(page)
    assert page.drawer is None
