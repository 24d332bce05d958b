"""The page 基层朋友: entered by keyboard, found, put right, taken off and had back."""

from collections.abc import Callable

import pytest

from gui.pages.friend import FriendPage
from gui.window import Window
from models.friend import Friend, friends, save_friend
from models.official import Official
from tests.gui.driving import press, type_in
from tests.models.made_up import a_leader, day

TODAY = day(11, 25)


@pytest.fixture
def page(zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> FriendPage:
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    page: FriendPage = open_window(FriendPage).page
    return page


def listed(page: FriendPage) -> list[list[str]]:
    page.shell._hear()  # type: ignore[attr-defined]
    page.update()
    table: list[list[str]] = page.list.table.shown()
    return table


def test_a_friend_is_entered_by_keyboard_and_listed(page: FriendPage) -> None:
    press(page, "<Control-n>")
    for name, text in (
        ("official", "张样一"),
        ("name", "赵样乙"),
        ("standing", "老党员"),
        ("met_at", "样样村"),
    ):
        type_in(page.drawer.form[name], text)
    press(page.drawer.form["met_at"].inner, "<Control-Return>")
    assert listed(page) == [["张样一", "赵样乙", "老党员", "—", "2026年11月25日 样样村", "—"]]
    assert "共 1 位" in page.context()


def test_what_is_missing_is_said_at_its_field(page: FriendPage) -> None:
    page.add()
    page.drawer.submit()
    assert {"official", "name"} <= set(page.drawer.form.complaints)


def test_friends_are_found_by_initials_and_by_leader(page: FriendPage, zhang: Official) -> None:
    save_friend(Friend(official=zhang, name="赵样乙"), TODAY)
    save_friend(Friend(official=a_leader("李样二"), name="孙样丙"), TODAY)
    listed(page)
    type_in(page.list.search, "syb")
    assert [row[1] for row in listed(page)] == ["孙样丙"]
    type_in(page.list.search, "")
    page.list.choice.set(zhang.id)
    page.list.show()
    assert [row[1] for row in listed(page)] == ["赵样乙"]


def test_a_friend_is_put_right_taken_off_and_had_back(page: FriendPage, zhang: Official) -> None:
    save_friend(Friend(official=zhang, name="赵样乙"), TODAY)
    listed(page)
    page.list.table.pick(0)
    page.list.buttons["编辑"].invoke()
    type_in(page.drawer.form["address"], "样样村1组")
    page.drawer.submit()
    assert friends()[0].address == "样样村1组"
    listed(page)
    page.list.table.pick(0)
    page.list.buttons["删除"].invoke()
    assert friends() == []
    press(page, "<Control-z>")
    assert friends()[0].address == "样样村1组"


def test_an_empty_list_says_what_to_do(page: FriendPage) -> None:
    assert "Ctrl+N 新增" in page.list.table.empty
    assert "1 位领导还没有登记" in page.context()
