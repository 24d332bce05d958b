"""The page 撤销与历史: what was done, taken back and had again; what became of one thing; the bin."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from gui.pages.activity import ActivityPage
from gui.pages.contact_point import ContactPointPage
from gui.pages.friend import FriendPage
from gui.pages.history import HistoryPage
from gui.pages.matter import MatterPage
from gui.pages.setting import SettingPage
from gui.window import Window
from models import storage
from models.activity import Activity, read_entry, save_activity
from models.bin import gone
from models.change_chain import history_problems
from models.contact_point import ContactPoint, save_point
from models.deletion import delete_activity
from models.matter import Matter
from models.official import Official
from models.setting import change_settings, value
from models.storage import purge_overdue
from tests.gui.driving import Answers, press, wait_until
from tests.gui.zhangs_office import TODAY, kept, zhangs_office
from tests.models.made_up import a_household
from tests.models.matters import a_matter


@pytest.fixture
def page(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., HistoryPage]:
    def open_() -> HistoryPage:
        window: Window = open_window(HistoryPage, ActivityPage, ContactPointPage)
        return window.page  # type: ignore[return-value]

    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    return open_


def labels(page: HistoryPage) -> list[str]:
    return [line.action.label for line in page.actions_list.table.rows.items]


def test_the_last_action_stands_first_with_what_it_did_in_words(
    page: Callable[..., HistoryPage], zhang: Official
) -> None:
    activity = kept(zhang, place="样样镇")
    save_activity(replace(read_entry(activity), place="样样村"), TODAY)
    opened = page()
    assert labels(opened)[:2] == ["修改活动", "登记活动"]
    assert "地点：样样镇 → 样样村" in opened.words.text


def test_an_older_action_is_taken_back_with_what_rests_on_it_after_asking(
    page: Callable[..., HistoryPage], zhang: Official, answers: Answers
) -> None:
    activity = kept(zhang, place="样样镇")
    save_activity(replace(read_entry(activity), place="样样村"), TODAY)
    opened = page()
    opened.actions_list.table.pick(1)
    assert "后来的 1 次操作以它为基础" in opened.words.text
    answers.say("取消", "撤销")
    opened.actions_list.buttons["撤销这次操作"].invoke()
    assert Activity.select().exists()
    opened.actions_list.buttons["撤销这次操作"].invoke()
    assert not Activity.select().exists()
    assert "1 次后来的操作会一起撤销" in answers.asked[-1]
    opened.shell.root.update()
    press(opened.shell.root, "<Control-y>")
    assert Activity.get().place == "样样村"
    assert "已重做" in opened.shell.noticed
    press(opened.shell.root, "<Control-y>")
    assert "没有可以重做" in opened.shell.noticed


def test_the_list_is_narrowed_by_words_and_by_days(page: Callable[..., HistoryPage], zhang: Official) -> None:
    change_settings({"office_name": "样样市政府办公室"})
    opened = page()
    whole = len(labels(opened))
    opened.actions_list.search.set("修改设置")
    opened.actions_list._fill()
    assert labels(opened) == ["修改设置"]
    opened.actions_list.search.clear()
    opened.actions_list._fill()
    assert len(labels(opened)) == whole
    opened.actions_list.span.set(1)
    opened.actions_list.show()
    assert labels(opened)  # written today, by the PC's clock


def test_f8_on_a_household_shows_its_history_alone_and_esc_leads_back(
    page: Callable[..., HistoryPage], zhang: Official
) -> None:
    point = ContactPoint.get(ContactPoint.kind == "household")
    point.phone = "13900001234"
    save_point(point)
    change_settings({"office_name": "样样市政府办公室"})
    opened = page()
    window = opened.shell
    window.visit("联系点", point)
    press(window.page.points.sheet, "<F8>")
    assert window.page is opened
    assert f"保存联系点 {point.name}" in labels(opened)
    assert "修改设置" not in labels(opened)
    assert "联系电话：（空） → 139****1234" in opened.words.text
    press(window.root, "<Escape>")
    assert window.page.title == "联系点"
    window.visit("撤销与历史")
    assert "修改设置" in labels(opened)


def test_delete_puts_an_activity_into_the_bin_and_it_comes_back(
    page: Callable[..., HistoryPage], zhang: Official
) -> None:
    activity = kept(zhang)
    opened = page()
    window = opened.shell
    window.visit("走访登记")
    window.page.list.pick(activity.id)
    press(window.page.list.table.sheet, "<Delete>")
    assert not Activity.select().exists()
    assert f"已删除活动 {activity.number}" in window.noticed
    window.visit("撤销与历史")
    opened.look_at_bin()
    assert [one.name for one in opened.bin.table.rows.items] == [f"活动 {activity.number}"]
    assert "还保留" in opened.words.text
    opened.bin.buttons["恢复"].invoke()
    assert Activity.get().number == activity.number
    wait_until(window, lambda: not opened.bin.table.rows.items)


def test_a_point_that_was_visited_is_not_deleted_and_one_without_visits_is(
    page: Callable[..., HistoryPage], zhang: Official
) -> None:
    activity = kept(zhang)
    visited = ContactPoint.get(ContactPoint.kind == "township")
    window = page().shell
    window.visit("联系点", visited)
    press(window.page.points.sheet, "<Delete>")
    assert "不能删除" in window.noticed
    delete_activity(activity)
    household = ContactPoint.get(ContactPoint.kind == "household")
    window.visit("联系点", household)
    press(window.page.points.sheet, "<Delete>")
    assert ContactPoint.get_or_none(ContactPoint.id == household.id) is None


def test_delete_works_on_matters(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    a_matter(zhang)
    window = open_window(MatterPage)
    window.page.list.table.pick(0)
    press(window.page.list.table.sheet, "<Delete>")
    assert not Matter.select().exists()


def test_a_purge_by_hand_asks_first_and_keeps_a_verified_copy(
    page: Callable[..., HistoryPage], zhang: Official, answers: Answers
) -> None:
    delete_activity(kept(zhang))
    opened = page()
    opened.look_at_bin()
    answers.say("取消", "永久清除")
    opened.bin.buttons["立即清除…"].invoke()
    assert len(gone()) == 1
    opened.bin.buttons["立即清除…"].invoke()
    assert gone() == []
    assert history_problems() == []
    assert len(list((opened.shell.folder / "backups").iterdir())) == 1


def test_nothing_overdue_is_said(page: Callable[..., HistoryPage]) -> None:
    opened = page()
    opened.look_at_bin()
    press(opened.shell.root, "<Control-b>")
    assert opened.context().startswith("共 ")
    opened.look_at_bin()
    assert "共 0 项" in opened.context()


def test_what_is_overdue_goes_at_the_start_and_the_file_is_sound(zhang: Official) -> None:
    delete_activity(kept(zhang))
    deleted = gone()[0].action.at
    assert purge_overdue(deleted + timedelta(days=90)) == 0
    assert purge_overdue(deleted + timedelta(days=91)) == 1
    assert storage.problems() == []
    assert history_problems() == []


def test_an_empty_office_says_so(open_window: Callable[..., Window]) -> None:
    window = open_window(HistoryPage, FriendPage, SettingPage)
    assert window.page.actions_list.table.empty == "还没有做过任何操作。"
    zhangs_office()
    a_household("钱样甲", address="9组")
    wait_until(window, lambda: window.page.actions_list.table.rows.items)
    assert value("office_name") == ""
