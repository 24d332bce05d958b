"""A proposed plan in the window: moved, unticked, accepted in one write, or left without a trace."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gui.forms.plan_proposal import ProposalView
from gui.page import Page
from gui.pages.calendar import CalendarPage
from gui.state.plan_proposal import Row
from gui.window import Window
from models.absence import Absence
from models.activity import Activity
from models.rules.calendar import period
from models.rules.kinds import Half
from models.undo import last_action, undo
from models.writing import writing
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.zhangs_office import zhangs_office
from tests.models.made_up import a_leader, day

TODAY = day(12, 14)


class Host(Page):
    """A page with the plan over it, as the calendar has it."""

    title = "走访日历"
    icon = "calendar3"

    def build(self) -> None:
        self.closed = 0
        self.view = ProposalView(self, self.shell, period("2026Q4"), None, self._close)

    def escape(self) -> None:
        self.view.leave()

    def _close(self) -> None:
        self.closed += 1


@pytest.fixture
def page(office: Path, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> Host:
    """张样一 has everything of the quarter before him: four visits to his village and a hearing."""
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    zhangs_office()
    return open_window(Host).page


def row(page: Host, place: int = 0) -> Row:
    return page.view.draft.rows[place]


def when(page: Host) -> list[str]:
    return [row.trip.when for row in page.view.draft.rows]


def test_every_trip_is_shown_with_day_half_leader_and_targets(page: Host) -> None:
    shown = page.view.trips.shown()
    assert [line[2:4] for line in shown].count(["张样一", "下访听诉"]) == 1
    assert any(line[4].startswith("8个：样样镇、样样村、王样一") for line in shown)
    assert all(line[0] == "✓ 采用" and "星期" in line[1] for line in shown)
    assert page.view.main.cget("text") == f"采用 {len(shown)} 次"
    assert Activity.select().count() == 0


def test_accepting_writes_the_ticked_ones_at_once_and_one_undo_takes_them_back(page: Host) -> None:
    count = len(page.view.draft.rows)
    press(page.view.trips.sheet, "<space>")
    assert page.view.trips.shown()[0][0] == "— 不采用"
    page.view.main.invoke()
    assert (Activity.select().count(), page.closed) == (count - 1, 1)
    assert f"已采用 {count - 1} 次" in page.shell.noticed
    assert "Ctrl+Z" in page.shell.noticed
    undo(last_action())
    assert Activity.select().count() == 0


def test_all_can_be_unticked_and_then_nothing_is_accepted_and_it_is_said(page: Host) -> None:
    press(page.view.trips.sheet, "<Control-e>")
    assert page.view.draft.chosen == []
    page.view.main.invoke()
    wait_until(page.shell, lambda: "请先勾选" in page.shell.noticed)
    press(page.view.trips.sheet, "<Control-e>")
    assert len(page.view.draft.chosen) == len(page.view.draft.rows)
    assert page.closed == 0


def test_plus_and_minus_move_a_trip_to_the_next_half_day_that_is_free(page: Host) -> None:
    before = row(page).trip
    press(page.view.trips.sheet, "<plus>")
    moved = page.view.trips.current
    assert (moved.trip.day, moved.trip.half) > (before.day, before.half)
    assert "已移到" in page.shell.noticed
    assert page.view.trips.shown()[page.view.trips.rows.cursor][5] == f"原{before.when}"
    press(page.view.trips.sheet, "<minus>")
    assert page.view.trips.current.trip == before
    assert not page.view.draft.edited


def test_moving_beyond_the_first_half_day_is_told_and_moves_nothing(page: Host) -> None:
    for _ in range(30):
        press(page.view.trips.sheet, "<minus>")
    assert "前面没有能排的半天了" in page.shell.noticed


def test_another_day_is_typed_and_what_stands_in_the_way_is_said_while_typing(page: Host) -> None:
    moved = row(page)
    page.view.ask_day(moved)
    drawer = page.view.drawer
    type_in(drawer.form["day"], "12.20")
    assert drawer.remark == "12月20日星期日不是工作日。"
    drawer.main.invoke()
    assert drawer.winfo_exists()
    assert "不是工作日" in drawer.form.complaints[""]
    type_in(drawer.form["day"], "12.15")
    drawer.form["half"].set(Half.PM)
    drawer.form["half"].changed()
    assert drawer.remark == "这个半天可以排。"
    drawer.main.invoke()
    assert moved.trip.when == "12月15日星期二下午"
    assert page.view.trips.current is moved


def test_escape_closes_the_drawer_and_then_the_plan_asking_only_if_something_was_changed(
    page: Host, answers: Answers
) -> None:
    page.view.ask_day(row(page))
    press(page.view.drawer.form["day"].inner, "<Escape>")
    assert not page.view.drawer.winfo_exists()
    press(page.view.trips.sheet, "<plus>")
    answers.say("取消")
    press(page.view.trips.sheet, "<Escape>")
    assert page.closed == 0
    answers.say("关闭")
    press(page.view.trips.sheet, "<Escape>")
    assert (page.closed, Activity.select().count()) == (1, 0)


def test_accepting_is_refused_in_words_when_the_leader_is_away_by_now(page: Host) -> None:
    trip = row(page).trip
    with writing("样"):
        Absence.create(official=trip.official, first_day=trip.day, last_day=trip.day)
    page.view.main.invoke()
    wait_until(page.shell, lambda: "张样一外出。" in page.shell.noticed)
    assert (Activity.select().count(), page.closed) == (0, 0)


def test_what_found_no_place_stands_first_with_its_reason(
    office: Path, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Window, "today", lambda _: day(12, 31))
    a_leader("张样一")
    page = open_window(Host).page
    assert page.view.trips.shown() == [
        ["▲ 未排入", "", "张样一", "下访听诉", "", "本季度剩下的日子里没有工作日了"]
    ]
    press(page.view.trips.sheet, "<space>")
    assert "没有排入：本季度剩下的日子里没有工作日了" in page.shell.noticed


def test_an_office_with_everything_planned_is_told_so(
    office: Path, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    page = open_window(Host).page
    assert page.view.trips.shown() == []
    assert "没有需要安排的了" in page.view.trips.empty


def test_the_calendar_opens_the_plan_of_the_quarter_in_sight_and_shows_what_was_accepted(
    office: Path, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    zhangs_office()
    page = open_window(CalendarPage).page
    page.propose()
    assert page.actions() == []
    count = len(page.plan.draft.rows)
    page.plan.main.invoke()
    assert Activity.select().count() == count
    wait_until(page.shell, lambda: sum("张样一" in text for text in page.month.texts()) >= 3)
    assert [action.label for action in page.actions()] == ["安排走访", "拟定计划", "打印日历"]
    page.go_to(day(7, 1))
    press(page.shell.root, "<Escape>")
    page.after_idle(page.propose)
    wait_until(page.shell, lambda: "已经过去" in page.shell.noticed)
