"""履职总览 in the real window: what a box opens, what can be done about what is missing, paper and Excel."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gui.pages.coverage import CoveragePage
from gui.state.print_choice import Wanted
from gui.window import Window
from models.activity import Activity, ActivityEntry, save_activity
from models.explanation import explanations
from models.official import Official
from models.rules.kinds import ActivityKind, ActivityState, Outcome
from tests.gui.coverage_page import (
    Q3,
    Q4,
    YEAR,
    leader_box,
    office_box,
    open_year,
    opener,
    window,
    zhang_and_li,
)
from tests.gui.driving import Answers, press, wait_until
from tests.gui.zhangs_office import NAMES, TODAY
from tests.models.made_up import a_visit, day


@pytest.fixture
def zhang(office: object) -> Official:
    return zhang_and_li()


@pytest.fixture
def opened(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., CoveragePage]:
    return opener(open_window, monkeypatch)


@pytest.fixture
def page(opened: Callable[..., CoveragePage]) -> CoveragePage:
    return opened()


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


def test_while_a_reason_is_written_nothing_is_taken_back(page: CoveragePage, zhang: Official) -> None:
    open_year(page, zhang)
    leader_box(page, ("hearing", None), 1)
    page.leader.card.buttons["写明原因"].invoke()
    page.drawer.form.edited = True
    press(window(page).root, "<Control-z>")
    assert Activity.select().exists()
    assert "还没有保存" in window(page).noticed


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
