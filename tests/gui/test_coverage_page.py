"""履职总览 in the real window: every figure is the engine's, every box opens what it counted, by keyboard."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gui.page import Page
from gui.pages.coverage import CoveragePage
from gui.state.coverage import Seen
from gui.state.print_choice import Wanted
from gui.window import Window
from models.activity import Activity, ActivityEntry, save_activity
from models.explanation import explanations
from models.official import Official, leaders
from models.progress import progress
from models.rules.calendar import Period, period
from models.rules.kinds import ActivityKind, ActivityState, DutyState, Outcome
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.zhangs_office import NAMES, TODAY, kept, zhangs_office
from tests.models.made_up import a_leader, a_visit, day

YEAR, Q2, Q3, Q4 = (period(text) for text in ("2026", "2026Q2", "2026Q3", "2026Q4"))


class Visited(Page):
    """Stands where 走访登记 stands, and remembers what it was sent."""

    title, icon = "走访登记", "gear"
    about: object = None

    def come(self, about: object) -> None:
        self.about = about


class Printed(Visited):
    """Stands where 打印中心 stands."""

    title = "打印中心"


@pytest.fixture
def zhang(office: object) -> Official:
    leader = zhangs_office()
    kept(leader)
    a_leader("李样二")
    return leader


@pytest.fixture
def opened(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., CoveragePage]:
    def open_(today: date = TODAY) -> CoveragePage:
        monkeypatch.setattr(Window, "today", lambda _: today)
        window = open_window(CoveragePage, Visited, Printed)
        wait_until(window, window.page.office.cells.shown)
        return window.page

    return open_


@pytest.fixture
def page(opened: Callable[..., CoveragePage]) -> CoveragePage:
    return opened()


def window(page: CoveragePage) -> Window:
    found: Window = page.shell  # type: ignore[assignment]
    return found


def office_box(page: CoveragePage, name: str, rule: str, span: Period) -> Seen:
    """Put the cursor on the box of a leader's duty."""
    state = page.office.cells.grid_state
    place = next(at for at, row in enumerate(state.rows) if row.label == name)
    for at, cell in enumerate(state.rows[place].cells):
        seen = cell.about if cell else None
        if isinstance(seen, Seen) and (seen.rule.code, seen.box.lines[0].period) == (rule, span):
            page.office.cells.go(place, at)
            return seen
    raise AssertionError(f"no box of {rule}")


def leader_box(page: CoveragePage, key: tuple[str, str | None], at: int = 0) -> Seen:
    """Put the cursor on a box of the leader's year, by the duty and the point."""
    state = page.leader.cells.grid_state
    for place, row in enumerate(state.rows):
        seen = next((cell.about for cell in row.cells if cell), None)
        if isinstance(seen, Seen) and (seen.rule.code, seen.box.lines[0].subject) == key:
            page.leader.cells.go(place, at)
            return page.leader.cells.current
    raise AssertionError(f"no row of {key}")


def open_year(page: CoveragePage, leader: Official) -> None:
    page.open_leader(leader.id)
    page.update()


# --- every figure is the engine's


def test_all_leaders_figures_are_those_of_progress(page: CoveragePage) -> None:
    for span in (Q3, Q4, YEAR):
        page.office.choose(span)
        found = {line for row in page.office.cells.grid_state.rows for line in lines_of(row)}
        wanted = [line for each in spans(span) for line in progress(each, TODAY)]
        assert found == set(wanted)
        owing = [line for line in wanted if line.state != DutyState.NOT_OWED]
        done = sum(line.state == DutyState.DONE for line in owing)
        assert f"已完成 {done} 项 / 应完成 {len(owing)} 项" in page.context()


def lines_of(row: object) -> list:
    cells = (cell for cell in row.cells if cell and cell.about)  # type: ignore[attr-defined]
    return [line for cell in cells for line in cell.about.box.lines]


def spans(span: Period) -> list[Period]:
    return [*(period(f"2026Q{at}") for at in range(1, 5)), span] if span == YEAR else [span]


def test_what_the_boxes_say_is_what_the_engine_counted(page: CoveragePage) -> None:
    page.office.choose(Q4)
    shown = page.office.cells.shown()
    assert shown[0] == ["张样一", "✓ 11月20日", "○ 未到期", "○ 未到期"]
    page.office.choose(YEAR)
    figures = [text for text in page.office.cells.shown()[0] if re.search(r"\d/\d", text)]
    (days,) = (line for line in progress(YEAR, TODAY) if line.rule == "fieldwork_days" and line.done)
    assert figures == ["▲ 0/20", f"▲ {days.done:g}/{days.owed}天", "▲ 0/2篇"]


def test_one_leader_s_year_says_every_point_and_the_days_card_the_pace(
    page: CoveragePage, zhang: Official
) -> None:
    open_year(page, zhang)
    shown = page.leader.cells.shown()
    assert [row[0] for row in shown] == [
        *("样样镇", "样样村", "下访听诉", *NAMES, "下基层调研", "调研报告", "民主生活会")
    ]
    assert shown[0][1:] == ["● 未走访", "● 未走访", "● 未走访", "✓ 11月20日"]
    (line,) = (each for each in progress(YEAR, TODAY, zhang) if each.rule == "fieldwork_days")
    assert page.leader.days.text.split("\n") == [
        f"{line.done:g}/60",
        f"▲ 还差 {line.missing:g} 天",
        "剩余 5.6 周",
        f"每周需 {line.per_week:.1f} 天",
    ]
    assert page.leader.days.chart.words[0] == f"{line.done:g} 天"
    assert "样样县 样样镇·样样村" in page.context()


def test_the_ranking_names_who_is_pressed_most(page: CoveragePage) -> None:
    assert [row[:2] for row in page.office.pace.shown()] == [["李样二", "▲ 0/60"], ["张样一", "▲ 1/60"]]
    page.office.pace.go(1, -1)
    page.office.pace.clicked()
    assert page.leader.official.name == "张样一"


def test_in_a_quarter_s_first_twenty_days_it_opens_on_the_one_just_ended(
    opened: Callable[..., CoveragePage],
) -> None:
    assert opened(day(10, 8)).office.span == Q3


def test_the_day_after_the_quarter_what_is_missing_is_late(opened: Callable[..., CoveragePage]) -> None:
    page = opened(day(7, 1))
    page.office.choose(Q2)
    assert page.office.cells.shown()[0][1:] == ["● 未走访", "● 未走访", "● 未开展"]


def test_a_past_year_can_be_chosen(page: CoveragePage) -> None:
    page.office.choose(period("2025"))
    assert page.context().startswith("2025年")
    assert page.office.cells.shown()[0][0] == "张样一"


def test_an_empty_office_says_what_to_do(
    office: Path, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    page = open_window(CoveragePage).page
    assert "从 Excel 导入" in page.office.cells.empty
    assert page.office.cells.shown() == []


# --- moving about


def test_arrows_move_among_boxes_and_enter_opens_the_leader_and_the_card(page: CoveragePage) -> None:
    canvas = page.office.cells.canvas
    press(canvas, "<Right>")
    assert page.office.card.seen is page.office.cells.current
    press(canvas, "<Return>")
    assert str(page.focus_get()) == str(page.office.card.table.sheet)
    press(canvas, "<Left>")
    press(canvas, "<Down>")
    press(canvas, "<Return>")
    assert page.is_leader
    assert page.leader.official.name == "李样二"
    press(page.leader.cells.canvas, "<Escape>")
    assert not page.is_leader


def test_leaders_are_found_by_name_and_ordered_by_how_their_days_press(page: CoveragePage) -> None:
    press(page, "<F3>")
    type_in(page.office.search, "lye")
    assert [row[0] for row in page.office.cells.shown()] == ["李样二"]
    type_in(page.office.search, "")
    page.office.choose(YEAR)
    page.office.order.set(value=True)
    page.office.order.changed()
    assert [row[0] for row in page.office.cells.shown()] == ["李样二", "张样一"]


def test_another_page_can_send_one_to_a_leader(page: CoveragePage, zhang: Official) -> None:
    window(page).visit("履职总览", zhang)
    assert page.is_leader
    assert page.context().startswith("张样一    2026年")
    page.leader.leader.set(leaders()[1].id)
    page.leader.leader.changed()
    assert page.leader.official.name == "李样二"
    press(page, "<Escape>")
    assert page.context().startswith("2026年第四季度    全体领导（2人）")


def test_a_small_window_shows_the_card_over_the_grid_and_esc_takes_it_away(page: CoveragePage) -> None:
    window(page).root.geometry("900x520")
    wait_until(window(page), lambda: page.office.roomy is False)
    office_box(page, "张样一", "township_visit", Q4)
    press(page.office.cells.canvas, "<Return>")
    assert page.office.card.winfo_manager() == "place"
    press(page.office.card.table.sheet, "<Escape>")
    assert page.office.card.winfo_manager() == ""


# --- what a box opens


def test_a_box_lists_the_activities_it_counted_and_each_opens(page: CoveragePage) -> None:
    office_box(page, "张样一", "township_visit", Q4)
    activity = Activity.get()
    assert [row[-1] for row in page.office.card.table.shown()] == [activity.number]
    page.office.card.focus_first()
    press(page.office.card.table.sheet, "<Return>")
    assert window(page).page.about == activity


def test_a_click_on_an_activity_opens_it(page: CoveragePage) -> None:
    office_box(page, "张样一", "township_visit", Q4)
    page.update()
    sheet = page.office.card.table.sheet
    sheet.event_generate("<Button-1>", x=20, y=8)
    sheet.event_generate("<ButtonRelease-1>", x=20, y=8)
    page.update()
    assert window(page).page.about == Activity.get()


def test_what_is_late_is_entered_as_done_on_the_period_s_last_day(page: CoveragePage) -> None:
    page.office.choose(Q3)
    office_box(page, "张样一", "village_visit", Q3)
    page.office.card.buttons["补登走访"].invoke()
    entry = window(page).page.about
    assert isinstance(entry, ActivityEntry)
    assert (entry.kind, entry.state, entry.first_day) == (ActivityKind.VISIT, ActivityState.DONE, day(9, 30))
    assert [target.outcome for target in entry.targets] == [Outcome.MET]


def test_what_is_still_owed_is_arranged_for_all_points_that_lack_it(page: CoveragePage) -> None:
    page.office.choose(YEAR)
    office_box(page, "张样一", "household_visit", YEAR)
    page.office.card.buttons["安排"].invoke()
    entry = window(page).page.about
    assert (entry.state, len(entry.targets)) == (ActivityState.PLANNED, 10)


def test_a_plan_is_listed_with_its_sign_and_lacks_nothing_more(page: CoveragePage, zhang: Official) -> None:
    hearing = a_visit(zhang, day(12, 3), kind=ActivityKind.HEARING, state=ActivityState.PLANNED)
    save_activity(hearing, TODAY)
    wait_until(window(page), lambda: "◆ 12月3日" in page.office.cells.shown()[0])
    office_box(page, "张样一", "hearing", Q4)
    assert page.office.card.table.shown()[0][0] == "◆ 12月3日"
    assert "已安排 1 次" in page.office.card.text


# --- why it is late


def test_a_reason_is_written_shown_changed_and_taken_back(page: CoveragePage, zhang: Official) -> None:
    open_year(page, zhang)
    leader_box(page, ("hearing", None), 1)
    page.leader.card.buttons["写明原因"].invoke()
    page.drawer.form["reason"].set("住院")
    page.drawer.submit()
    assert explanations() == {(zhang.id, "hearing", None, "2026Q2"): "住院"}
    wait_until(window(page), lambda: "原因：住院" in page.leader.card.text)
    assert "● 逾期（已说明）" in page.leader.card.text
    assert set(page.leader.card.buttons) == {"补登", "修改原因", "撤回"}
    page.leader.card.buttons["撤回"].invoke()
    wait_until(window(page), lambda: "写明原因" in page.leader.card.buttons)
    assert explanations() == {}


def test_a_reason_half_written_is_not_lost_by_going_on(
    page: CoveragePage, zhang: Official, answers: Answers
) -> None:
    open_year(page, zhang)
    leader_box(page, ("hearing", None), 1)
    page.leader.card.buttons["写明原因"].invoke()
    page.drawer.form.edited = True
    answers.say("取消")
    page.show_office()
    assert page.drawer.winfo_exists()
    assert page.is_leader


def test_without_a_reason_nothing_is_kept(page: CoveragePage, zhang: Official) -> None:
    open_year(page, zhang)
    leader_box(page, ("township_visit", "样样镇"), 0)
    page.leader.card.buttons["写明原因"].invoke()
    page.drawer.submit()
    assert "reason" in page.drawer.form.complaints
    assert explanations() == {}


# --- paper and workbook


def test_printing_goes_to_the_print_page_with_what_is_in_sight(page: CoveragePage, zhang: Official) -> None:
    page.print_out()
    assert window(page).page.about == Wanted("coverage", None, Q4)
    open_year(page, zhang)
    page.print_out()
    assert window(page).page.about == Wanted("coverage", zhang.id, YEAR)


def test_export_writes_the_printed_form_s_columns(
    page: CoveragePage, zhang: Official, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "统计.xlsx"
    answers.path(path)
    page.export()
    rows = list(load_workbook(path)["履职完成情况"].values)
    assert rows[0][0] == "2026年第四季度市政府领导履职完成情况统计表"
    assert rows[4][:6] == ("1", "张样一", 1, 1, "✓ 11月20日", 1)
    assert "已导出" in window(page).noticed
    open_year(page, zhang)
    answers.path(path)
    page.export()
    book = load_workbook(path)
    assert book.sheetnames == ["每季度", "联系户", "全年", "天数"]
    assert [row[1] for row in book["联系户"].values][4:14] == NAMES


def test_no_file_chosen_writes_nothing(page: CoveragePage, answers: Answers, tmp_path: Path) -> None:
    answers.path(None)
    page.export()
    assert window(page).noticed == ""
