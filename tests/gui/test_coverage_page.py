"""履职总览 in the real window: every figure is the engine's, every box opens what it counted, by keyboard."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.pages.coverage import CoveragePage
from gui.window import Window
from models.official import Official, leaders
from models.progress import progress
from models.rules.calendar import Period, period
from models.rules.kinds import DutyState
from tests.gui.coverage_page import (
    Q2,
    Q3,
    Q4,
    YEAR,
    office_box,
    open_year,
    opener,
    window,
    zhang_and_li,
)
from tests.gui.driving import press, type_in, wait_until
from tests.gui.zhangs_office import NAMES, TODAY
from tests.models.made_up import day


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
