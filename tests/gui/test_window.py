import gc
import logging
import tkinter
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.look.palette import Tone
from gui.look.theme import BODY, BRAND, HEADING, SMALL, STRONG, TITLE
from gui.page import Action, Page
from gui.rail_pages import PAGES
from gui.tasks import Task
from gui.widgets.popup import Popup
from gui.window import Window
from models.rules.problem import Problem
from models.setting import change_settings
from models.writing import Topic
from tests.gui.driving import Answers, press, wait_until


class Counting(Page):
    title, icon, help = "甲页", "people", "常用按键"
    topics = frozenset({Topic.SETTING})
    refreshed = 0
    pressed: list[str]

    def build(self) -> None:
        self.pressed = []

    def refresh(self) -> None:
        self.refreshed += 1

    def context(self) -> str:
        return f"刷新 {self.refreshed} 次"

    def actions(self) -> list[Action]:
        return [Action("新增", lambda: self.pressed.append("新增"), "Ctrl+N"), Action("坏", self.fail)]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        return {"F3": lambda: self.pressed.append("筛选")}

    def fail(self) -> None:
        raise Problem("请先选一位领导。")


class Other(Page):
    title, icon = "乙页", "gear"
    topics = frozenset({Topic.SETTING})
    refreshed = 0

    def refresh(self) -> None:
        self.refreshed += 1


@pytest.fixture
def two(open_window: Callable[..., Window]) -> Window:
    return open_window(Counting, Other)


def test_a_write_refreshes_the_visible_page_once_and_the_hidden_one_when_it_is_shown(two: Window) -> None:
    counting = two.page
    other = two.show(Other)
    assert (counting.refreshed, other.refreshed) == (1, 1)
    change_settings({"office_name": "示例市政府办公室"})
    change_settings({"large_font": "1"})
    wait_until(two, lambda: other.refreshed == 2)
    assert counting.refreshed == 1
    two.show(Counting)
    assert counting.refreshed == 2


def test_a_page_out_of_sight_hears_no_keys_and_has_the_keyboard_again_where_it_was_left(two: Window) -> None:
    counting, heard = two.page, list[str]()
    field = tkinter.Entry(counting)
    field.pack()
    field.bind("<Key-n>", lambda _: heard.append("n"))
    press(field, "<Key-n>")
    two.show(Other)
    two.root.update()
    two.root.focus_get().event_generate("<Key-n>")
    two.root.update()
    assert heard == ["n"]
    two.show(Counting)
    two.root.update()
    assert two.root.focus_get() is field


def test_good_news_moves_nothing_under_the_pointer_and_a_complaint_has_room_of_its_own(two: Window) -> None:
    two.root.update()
    top = two.page.winfo_rooty()
    two.notice("已保存。")
    two.root.update()
    assert two.page.winfo_rooty() == top
    two.notice("请先选一位领导。", Tone.LATE)
    two.root.update()
    assert two.page.winfo_rooty() > top


def test_a_context_longer_than_the_window_ends_in_dots_and_one_that_fits_does_not(two: Window) -> None:
    two.root.update()
    two.head.show("甲页", "2026年11月25日 星期三", ())
    assert not two.head.is_cut
    two.head.show("甲页", "2027年没有节假日表" * 30, ())
    assert two.head.is_cut


def test_the_office_name_stands_in_the_rail(two: Window) -> None:
    change_settings({"office_name": "示例市政府办公室"})
    wait_until(two, lambda: two.rail.office.cget("text") == "示例市政府办公室")


def test_keys_do_what_their_buttons_do(two: Window) -> None:
    press(two.root, "<Control-n>")
    press(two.root, "<F3>")
    assert two.page.pressed == ["新增", "筛选"]
    press(two.root, "<Alt-Key-2>")
    assert isinstance(two.page, Other)


def test_f1_tells_how_the_page_is_used_and_shows_the_contents_where_nothing_tells_of_it(two: Window) -> None:
    press(two.root, "<F1>")
    assert two.manual.title == "常用按键"
    two.show(Other)
    press(two.root, "<F1>")
    assert two.manual.title == ""
    assert len(two.manual.table.rows.items) > 50


def test_a_problem_is_said_where_the_user_is_and_esc_takes_it_away(two: Window) -> None:
    two.root.after_idle(two.page.fail)
    wait_until(two, lambda: "请先选一位领导。" in two.noticed)
    press(two.root, "<Escape>")
    assert two.noticed == ""


def test_an_error_of_ours_is_logged_and_said_once(two: Window, caplog: pytest.LogCaptureFixture) -> None:
    def wrong() -> None:
        raise RuntimeError("ours")

    for _ in range(3):
        two.root.after_idle(wrong)
    wait_until(two, lambda: len(caplog.records) == 3)
    assert "已记入日志" in two.noticed
    assert {record.levelno for record in caplog.records} == {logging.ERROR}
    caplog.clear()


def test_a_backup_is_one_button_away(two: Window, answers: Answers, tmp_path: Path) -> None:
    answers.path(tmp_path / "stick")
    two.status.button.invoke()
    wait_until(two, lambda: "备份完成并已核对" in two.noticed)
    assert list((tmp_path / "stick").iterdir())


def test_slow_work_shows_where_it_is_and_hands_back_its_result(two: Window) -> None:
    results: list[object] = []

    def work(task: Task) -> str:
        task.step(0.5, "一半")
        return "好了"

    two.start(Task("数数", work, results.append, results.append))
    wait_until(two, lambda: results)
    assert results == ["好了"]


def test_slow_work_stops_when_asked_and_then_says_nothing(two: Window) -> None:
    results: list[object] = []

    def work(task: Task) -> None:
        while True:
            task.step(0.1, "还在数")

    task = Task("数数", work, results.append, results.append)
    two.start(task)
    wait_until(two, two.card.winfo_ismapped)
    two.card.cancel.invoke()
    wait_until(two, lambda: not two.card.winfo_ismapped())
    assert results == []


def test_what_fails_on_the_worker_is_answered_on_the_loop(two: Window) -> None:
    failed: list[Exception] = []

    def work(_task: Task) -> None:
        raise Problem("文件是空的。")

    two.start(Task("读文件", work, failed.append, failed.append))
    wait_until(two, lambda: failed)
    assert str(failed[0]) == "文件是空的。"


def test_the_window_comes_back_where_it_was(open_window: Callable[..., Window]) -> None:
    first = open_window(Counting, Other)
    first.root.geometry("1000x700+20+10")
    first.root.update()
    assert first.close()
    first.root.destroy()
    second = open_window(Counting, Other)
    assert second.root.geometry() == "1000x700+20+10"


def test_good_news_is_green_and_has_its_sign(two: Window) -> None:
    two.notice("已保存。", Tone.DONE)
    assert two.noticed == "✓ 已保存。"


def test_a_narrow_window_keeps_its_room_for_the_page(two: Window) -> None:
    two.root.geometry("1000x600")
    wait_until(two, lambda: two.rail.winfo_width() == 60)
    two.root.geometry("1300x600")
    wait_until(two, lambda: two.rail.winfo_width() == 184)


def test_after_a_list_was_open_the_window_still_folds_its_rail_and_a_click_still_closes_the_finder(
    two: Window,
) -> None:
    popup = Popup(two.head)
    popup.open()
    popup.close()
    two.root.geometry("860x500")
    wait_until(two, lambda: two.rail.winfo_width() < 100)
    two.press("Ctrl+F")
    two.body.event_generate("<Button-1>", x=5, y=two.body.winfo_height() - 5)
    assert not two.finder.is_open


def test_a_list_that_opens_while_the_window_is_being_moved_stays_closed(two: Window) -> None:
    popup = Popup(two.head)
    two.root.geometry("1000x600")
    popup.open()
    assert not popup.winfo_exists()


def test_one_task_that_fails_does_not_hold_up_the_next(two: Window) -> None:
    results: list[object] = []

    def fails(_task: Task) -> None:
        raise Problem("文件是空的。")

    def again(error: Exception) -> None:
        raise error

    two.start(Task("一", fails, results.append, again))
    two.start(Task("二", lambda _task: "好了", results.append, again))
    wait_until(two, lambda: results == ["好了"])
    assert "文件是空的。" in two.noticed


def test_a_widget_that_grows_or_shows_is_no_news_to_the_window_itself(two: Window) -> None:
    heard = [event for event in ("<Configure>", "<Map>", "<Visibility>") if two.root.bind(event)]
    assert not heard, "bound to the root, it is called for every widget inside"


def test_every_typeface_of_ours_stays_open(two: Window) -> None:
    held = {str(part.cget("font")) for part in two.root.winfo_children() if isinstance(part, tkinter.Label)}
    assert held >= {BODY, STRONG, SMALL, HEADING, TITLE, BRAND}


def test_while_the_window_is_open_the_collector_works_and_passes_over_what_the_start_made(
    two: Window,
) -> None:
    gc.disable()
    two.root.after(1, two.root.quit)
    two.run()
    try:
        assert gc.isenabled()
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()


def test_chinese_can_be_typed_as_soon_as_the_window_stands(two: Window) -> None:
    wait_until(two, lambda: two.root.tk.call("tk", "useinputmethods"))


def test_where_the_window_is_low_every_page_is_still_seen_in_the_rail(window: Window) -> None:
    window.root.geometry("1366x500")
    window.root.update()
    shown = window.rail._lines[:-1]
    assert shown[-1].winfo_y() + shown[-1].winfo_height() <= window.rail._foot.winfo_y()
    assert min(line.winfo_height() for line in shown) > 18
    for line, (_, button, _) in zip(shown, window.rail._rows, strict=False):
        assert button.winfo_height() == button.winfo_reqheight(), "a lower button would cut its sign"
        assert abs(button.winfo_y() + button.winfo_height() / 2 - line.winfo_height() / 2) <= 1


def test_the_tenth_page_has_a_key_too(window: Window) -> None:
    press(window.root, "<Alt-Key-0>")
    assert window.page.title == PAGES[9].title
