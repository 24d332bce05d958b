"""季度归档 in the print center: closed with a few keys, shown again as it was, opened again with a reason."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gui.pages.print_center import PrintCenterPage
from gui.state.closing import rows
from gui.window import Window
from models.activity import save_activity
from models.closing import closing_of, closings, find_kept, kept_prints, pdf_of
from models.official import Official
from models.rules.calendar import period
from printing.render import Original
from tests.gui.driving import Answers, wait_until
from tests.gui.print_page import act, notice, print_page, texts, turn_to, window_of
from tests.models.made_up import a_visit, day

TODAY = date(2026, 11, 25)
Q3 = period("2026Q3")


@pytest.fixture
def page(
    office: Path, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> PrintCenterPage:
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    shown = print_page(open_window)
    shown.show_closings()
    return shown


def close(page: PrintCenterPage) -> None:
    act(page, page.closings.close.invoke)
    act(page, page.drawer.submit)
    wait_until(window_of(page), lambda: page.closings.open_again.instate(["!disabled"]))


def test_the_last_quarters_are_offered_and_only_what_can_be_done_with_one(page: PrintCenterPage) -> None:
    listed = [row.quarter.title for row in page.closings.quarters.rows.items]
    assert listed[0] == "2026年第三季度"
    assert len(listed) == 8
    assert page.closings.quarters.current.state[0] == "未归档"
    assert page.closings.open_again.instate(["disabled"])
    assert page.closings.close.instate(["!disabled"])


def test_a_closed_quarter_tells_its_files_and_what_came_later(page: PrintCenterPage) -> None:
    close(page)
    assert "已归档：4 份文件" in notice(page)
    assert [row[0] for row in page.closings.kept.shown()] == [
        "季度走访情况表",
        "履职完成情况统计表",
        "民情事项台账",
        "季度工作小结",
    ]
    leader = Official.get(Official.name == "张样一")
    late = save_activity(a_visit(leader, day(9, 9)), TODAY)
    wait_until(window_of(page), lambda: len(page.closings.later.rows.items) == 1)
    assert page.closings.later.shown()[0][:2] == [late.number, "补录"]
    assert "归档后变动 1 条" in page.closings.told.text


def test_the_preview_of_a_closed_quarter_is_the_kept_file_until_one_asks_for_new_pages(
    page: PrintCenterPage, answers: Answers, tmp_path: Path
) -> None:
    close(page)
    kept = find_kept("quarter_result", Q3)
    assert kept is not None
    page.closings._look(kept_prints(closings()[0])[0])
    answers.path(tmp_path / "原件.pdf")
    act(page, page.save)
    wait_until(window_of(page), (tmp_path / "原件.pdf").exists)
    assert (tmp_path / "原件.pdf").read_bytes() == pdf_of(kept)
    page.choices._anew["anew"].set(value=True)
    page.choices._anew["anew"].changed()
    wait_until(window_of(page), lambda: not isinstance(page._order("").documents[0], Original))
    answers.say("合成一个文件")
    answers.path(tmp_path / "现况.pdf")
    act(page, page.save)
    wait_until(window_of(page), (tmp_path / "现况.pdf").exists)
    assert (tmp_path / "现况.pdf").read_bytes() != pdf_of(kept)
    assert "打印编号 0006" in texts(tmp_path / "现况.pdf")[0]


def test_it_is_opened_again_with_a_reason_and_tells_it(page: PrintCenterPage) -> None:
    close(page)
    act(page, page.closings.open_again.invoke)
    act(page, page.drawer.submit)
    assert closing_of(Q3) is not None
    page.drawer.form.set({"reason": "漏登走访"})
    act(page, page.drawer.submit)
    wait_until(window_of(page), lambda: closing_of(Q3) is None)
    wait_until(window_of(page), lambda: "漏登走访" in page.closings.told.text)
    assert page.closings.quarters.current.state[0] == "○ 已撤销归档"


def test_a_half_typed_reason_is_told_so_that_it_can_be_typed_again(page: PrintCenterPage) -> None:
    close(page)
    act(page, page.closings.open_again.invoke)
    page.drawer.form["reason"].type_again("漏登走")
    page.drawer.form["reason"].changed()
    (typed,) = page.typed()
    title = page.drawer.title
    page.drawer.form.edited = False
    page.type_again(typed.place, json.loads(typed.as_text()))
    assert page.drawer.title == title
    assert page.drawer.form["reason"].typed() == "漏登走"


def test_escape_goes_back_to_the_pages(page: PrintCenterPage) -> None:
    page.escape()
    assert page.view.winfo_manager()
    turn_to(page, "季度归档表")
    wait_until(window_of(page), lambda: "还没有归档" in page.view.preview.says)


def test_a_quarter_closed_long_ago_stays_in_the_list(office: Path) -> None:
    from models.closing import close_quarter

    close_quarter(period("2019Q1"), [], TODAY)
    assert [str(row.quarter) for row in rows(closings(), TODAY)][-1] == "2019Q1"
