import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from gui.later import every
from gui.look.palette import PICKED
from gui.pages.print_center import PrintCenterPage
from gui.paper.reading import Reading
from gui.state.print_choice import Span, Wanted
from gui.state.print_strip import Fit
from gui.tasks import Task
from gui.window import Window
from models.official import Official, save_official
from models.rules.calendar import Period, period
from models.rules.kinds import PeriodKind
from models.rules.problem import Problem
from models.writing import Topic, writing
from printing.render import Document
from tests.gui.driving import press, wait_until
from tests.gui.print_page import act, choose, log, notice, print_page, turn_to, window_of
from tests.models.made_up import is_absent


@pytest.fixture
def page(office: Path, open_window: Callable[..., Window]) -> PrintCenterPage:
    return print_page(open_window)


# --- the preview


def test_the_page_opens_on_all_leaders_sheets_of_the_running_quarter(page: PrintCenterPage) -> None:
    assert page.choices.document.title == "季度走访安排表"
    assert page.view.preview.pages == 2
    assert "2 份 2 页" in page.context()


def test_the_preview_follows_the_choices(page: PrintCenterPage) -> None:
    leader = Official.get(Official.name == "李样二")
    choose(page, "leader", leader.id)
    wait_until(window_of(page), lambda: page.view.preview.pages == 1)


def test_the_preview_follows_what_is_written(page: PrintCenterPage) -> None:
    save_official(Official(name="王样三", rank=3, is_member=True))
    wait_until(window_of(page), lambda: page.view.preview.pages == 3)


def test_pages_are_turned_by_keys_and_by_number(page: PrintCenterPage) -> None:
    bar, canvas = page.view.bar, page.view.preview.canvas
    press(canvas, "<Next>")
    assert bar.number.get() == "2"
    press(canvas, "<Prior>")
    assert bar.number.get() == "1"
    press(canvas, "<End>")
    assert bar.number.get() == "2"
    bar.number.delete(0, "end")
    bar.number.insert(0, "1")
    press(bar.number, "<Return>")
    assert page.view.preview.strip.page == 0
    assert str(bar.count.cget("text")) == "页  共 2 页"


def test_the_wheel_scrolls_and_with_control_it_zooms(page: PrintCenterPage) -> None:
    preview = page.view.preview
    preview.canvas.event_generate("<Button-5>")
    page.update()
    assert preview.strip.y > 0
    before = preview.strip.scale
    preview.canvas.event_generate("<Button-4>", state=4)
    page.update()
    assert preview.strip.scale > before
    assert "%" in page.view.bar.zoom.get()


def test_zoom_keys_work_wherever_the_keyboard_is(page: PrintCenterPage) -> None:
    strip = page.view.preview.strip
    before = strip.scale
    press(page.choices.documents.sheet, "<Control-plus>")
    assert strip.scale > before
    press(page.choices.documents.sheet, "<Control-minus>")
    press(page.choices.documents.sheet, "<Control-Key-0>")
    assert strip.zoom is Fit.WIDTH
    assert page.view.bar.zoom.get() == "适合宽度"


def test_an_empty_office_is_told_what_to_do_and_still_prints_blank_forms(window: Window) -> None:
    page = window.show(PrintCenterPage)
    window.root.update()
    assert "还没有领导" in page.view.preview.says
    turn_to(page, "走访群众记录表")
    wait_until(window, lambda: page.view.preview.pages == 1)


def test_a_character_no_face_has_is_named_in_the_previews_place(page: PrintCenterPage) -> None:
    save_official(Official(name="样\ue000七", rank=7, is_member=True))
    wait_until(window_of(page), lambda: page.view.preview.says)
    assert "U+E000" in page.view.preview.says
    act(page, page.save)
    assert "U+E000" in notice(page)
    assert log() == []


# --- many


def test_many_leaders_are_previewed_as_a_task_and_a_newer_choice_stops_it(page: PrintCenterPage) -> None:
    window = window_of(page)
    for rank in range(3, 80):
        save_official(Official(name=f"陈样{rank}", rank=rank, is_member=True))
    wait_until(window, lambda: page.view.preview.pages == 79)
    page.renew()
    choose(page, "leader", Official.get(Official.name == "张样一").id)
    page.renew()
    wait_until(window, lambda: not window.card.winfo_ismapped())
    assert page.view.preview.pages == 1


def test_a_preview_stopped_on_the_way_says_how_to_have_it_after_all(
    page: PrintCenterPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(documents: Sequence[Document], task: Task) -> Iterator[Document]:
        for document in documents:
            task.step(0.5)
            time.sleep(0.02)
            yield document

    window = window_of(page)
    with monkeypatch.context() as patched:
        patched.setattr("gui.paper.print_view.stepping", slowly)
        for rank in range(3, 80):
            save_official(Official(name=f"陈样{rank}", rank=rank, is_member=True))
        wait_until(window, lambda: "正在准备" in page.view.preview.says)
        window.card.cancel.invoke()
        wait_until(window, lambda: "按 F5" in page.view.preview.says)
    page.refresh()
    wait_until(window, lambda: page.view.preview.pages == 79)


@pytest.fixture
def crowd(page: PrintCenterPage) -> PrintCenterPage:
    """So many leaders that their books are not read in a moment; the “连心”台账 of all is chosen."""
    with writing("许多领导", Topic.OFFICIAL):
        for rank in range(3, 121):
            save_official(Official(name=f"陈样{rank}", rank=rank, is_member=True))
    page.shell.visit("打印中心", Wanted("liaison_ledger", period=period("2026")))
    return page


def test_many_books_are_read_in_pieces_between_which_the_window_answers(crowd: PrintCenterPage) -> None:
    window, beats = window_of(crowd), []
    every(window.root, 1, lambda: beats.append(time.perf_counter()))
    wait_until(window, lambda: "120 份" in crowd.context())
    assert crowd.view.preview.pages > 1000
    longest = max(after - before for before, after in pairwise(beats))
    assert longest < 0.5, f"no event was heard for {longest:.2f} s"


def test_reading_many_books_can_be_stopped_and_reads_no_further(crowd: PrintCenterPage) -> None:
    window, readings = window_of(crowd), []

    def stop_after_some() -> None:  # between two pieces, however many of them one turn of the loop takes
        reading = crowd.view.reading
        if reading is not None and len(reading.documents) > 3 and not readings:
            readings.append(reading)
            window.card.cancel.invoke()

    every(window.root, 1, stop_after_some)
    wait_until(window, lambda: "按 F5" in crowd.view.preview.says)
    (reading,) = readings
    assert reading.is_over
    assert len(reading.documents) < 120
    act(crowd, crowd.print_out)
    assert "按 F5" in notice(crowd)


def test_a_newer_choice_ends_the_reading_of_an_older_one(crowd: PrintCenterPage) -> None:
    window, reading = window_of(crowd), crowd.view.reading
    assert reading is not None
    choose(crowd, "leader", Official.get(Official.name == "张样一").id)
    wait_until(window, lambda: "1 份" in crowd.context())
    assert reading.is_over
    wait_until(window, lambda: not window.card.winfo_ismapped())


def test_what_goes_wrong_while_reading_is_said_in_place_of_the_pages(crowd: PrintCenterPage) -> None:
    def broken() -> Iterator[Document]:
        yield crowd.choices.document.made(crowd.choices.choice())[0]
        raise Problem("读不出来。")

    reading = Reading(crowd, broken(), 2)
    crowd.view.make_as_read(crowd._order_of(reading.documents, ""), reading)
    wait_until(window_of(crowd), lambda: crowd.view.preview.says == "读不出来。")


def test_what_was_previewed_is_printed_without_reading_it_again(
    page: PrintCenterPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    previewed = page._order("").documents
    monkeypatch.setattr("printing.documents.Form.made", lambda *_: pytest.fail("read again"))
    assert page._order("").documents is previewed


# --- sent here by another page


def test_the_document_another_page_asks_for_is_the_one_marked_in_the_list(page: PrintCenterPage) -> None:
    page.shell.visit("打印中心", Wanted("year_calendar", period=period("2026")))
    documents = page.choices.documents
    place = documents.rows.items.index(page.choices.document)
    assert page.choices.document.name == "year_calendar"
    fills = [documents.sheet.itemcget(slot[0], "fill") for slot in documents.sheet._slots]
    assert [documents.rows.top + at for at, fill in enumerate(fills) if fill == PICKED] == [place]
    assert page.choices.form["quarter"].get() == period("2026")
    wait_until(window_of(page), lambda: page.view.preview.pages == 1)


def test_all_leaders_are_wanted_where_another_page_names_none(page: PrintCenterPage) -> None:
    page.shell.visit("打印中心", Wanted("today", Official.get(Official.name == "张样一").id))
    assert page.choices.leaders_chosen == 1
    page.shell.visit("打印中心", Wanted("today"))
    assert page.choices.leaders_chosen == 2


def test_a_quarter_that_is_not_offered_is_offered_once_another_page_wants_it(page: PrintCenterPage) -> None:
    far = period("2033Q2")
    page.shell.visit("打印中心", Wanted("year_calendar", period=far))
    assert page.choices.form["quarter"].get() == far


def test_a_document_come_to_with_shift_is_the_one_shown(page: PrintCenterPage) -> None:
    press(page.choices.documents.sheet, "<Shift-Up>")
    assert page.choices.document.title == "市政府领导联系点安排表"
    page.refresh()
    assert page.choices.form.winfo_manager()


# --- AB角


def test_clerks_are_offered_where_a_document_is_about_them_and_nowhere_else(page: PrintCenterPage) -> None:
    clerk = save_official(Official(name="陈样三", rank=7, title="科长"))
    is_absent(clerk, date(2026, 11, 24), date(2026, 11, 26))
    page.shell.visit("打印中心", Wanted("absence_notice", clerk.id, day=date(2026, 11, 25)))
    wait_until(window_of(page), lambda: "1 份 1 页" in page.context())
    assert page.choices.form["leader"].box.get() == "陈样三  科长"
    assert page.choices.said() == "2026年11月25日 · 陈样三"
    assert "陈样三  科长" in page.choices.form["leader"].box.cget("values")
    turn_to(page, "今日要办")
    assert "陈样三  科长" not in page.choices.form["leader"].box.cget("values")


def test_everybody_away_that_day_has_a_notice_and_a_day_without_is_said(page: PrintCenterPage) -> None:
    page.shell.visit("打印中心", Wanted("handover_list", day=date(2026, 11, 25)))
    assert "2026年11月25日没有人外出" in page.view.preview.says
    for official in Official.select():
        is_absent(official, date(2026, 11, 25), date(2026, 11, 25))
    wait_until(window_of(page), lambda: "2 份 2 页" in page.context())
    assert page.choices.said() == "2026年11月25日 · 全部干部"


def test_the_board_is_of_a_day_or_of_its_week_as_wanted(page: PrintCenterPage) -> None:
    monday, sunday = date(2026, 11, 23), date(2026, 11, 29)
    page.shell.visit("打印中心", Wanted("on_duty_board", day=date(2026, 11, 25)))
    assert page.choices.choice().day == date(2026, 11, 25)
    choose(page, "span", Span.WEEK)
    assert page.choices.said() == "2026年11月23日至2026年11月29日 · 全部领导"
    week = Period(monday, sunday, PeriodKind.INTERVAL)
    page.shell.visit("打印中心", Wanted("on_duty_board", day=date(2026, 12, 2)))
    assert page.choices.choice().span.days == 1
    page.shell.visit("打印中心", Wanted("on_duty_board", period=week))
    assert page.choices.choice().span == week


def test_a_year_s_book_is_of_the_first_leader_until_another_is_chosen(page: PrintCenterPage) -> None:
    turn_to(page, "“连心”台账")
    wait_until(window_of(page), lambda: page.view.preview.pages == 15)
    assert page.choices.choice().leader == Official.get(Official.name == "张样一")
    assert page.choices.choice().period.kind == PeriodKind.YEAR
    choose(page, "leader", 0)
    wait_until(window_of(page), lambda: page.view.preview.pages == 30)


def test_pictures_are_printed_when_they_are_ticked_and_the_log_says_so(page: PrintCenterPage) -> None:
    turn_to(page, "“连心”台账")
    assert not page.choices.choice().pictures
    choose(page, "pictures", value=True)
    assert page.choices.choice().pictures
    assert page.choices.said().endswith("张样一 · 附印走访图片")
