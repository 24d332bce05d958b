"""Ctrl+F in the real window: typed, found, chosen, opened, closed."""

from collections.abc import Callable

import pytest

from gui.forms.finder import Finder
from gui.pages.activity import ActivityPage
from gui.pages.contact_point import ContactPointPage
from gui.pages.matter import MatterPage
from gui.window import Window
from models.activity import Activity, Participant, Target, save_activity
from models.assignment import end_assignment, last_held
from models.contact_point import ContactPoint
from models.official import Official, save_official
from models.search.index import SearchIndex
from models.writing import Topic, writing
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.zhangs_office import TODAY, kept, zhangs_office
from tests.models.made_up import a_leader, a_visit, day
from tests.models.matters import a_matter


@pytest.fixture
def zhang(office: object) -> Official:
    """张样一 with a township, a village and ten households, and one visit of theirs."""
    zhang = zhangs_office()
    kept(zhang, place="样样镇", heard="饮水管道老化，联系电话13912345678")
    return zhang


@pytest.fixture
def window(zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    return open_window(ContactPointPage, ActivityPage)


@pytest.fixture
def finder(window: Window) -> Finder:
    press(window.root, "<Control-f>")
    wait_until(window, lambda: not window.finder.is_reading)
    return window.finder


def _type(finder: Finder, text: str) -> None:
    type_in(finder.box, text)
    wait_until(finder.shell, lambda: finder.is_whole)


def _shown(finder: Finder) -> list[list[str]]:
    return finder.table.shown()


def test_it_opens_anywhere_with_the_keyboard_in_it_and_says_what_can_be_typed(finder: Finder) -> None:
    assert finder.is_open
    assert finder.focus_get() is finder.box.entry
    assert "hsc 找到横山村" in finder.table.empty
    assert _shown(finder) == []


def test_what_is_typed_is_found_with_people_first(finder: Finder) -> None:
    _type(finder, "zyy")
    assert [row[:2] for row in _shown(finder)] == [["班子成员", "张样一"], ["走访", "张样一"]]
    assert finder.said == "干部 1    活动 1"


def test_why_something_was_found_is_said_and_no_number_is_shown_whole(finder: Finder) -> None:
    _type(finder, "饮水")
    assert _shown(finder)[0][2:] == ["2026年11月20日 样样镇", "反映问题：饮水管道老化，联系电话139****5678"]
    _type(finder, "13912345678")
    assert "139****5678" in _shown(finder)[0][3]


def test_enter_opens_the_activity_on_its_page(finder: Finder, window: Window) -> None:
    _type(finder, "饮水")
    press(finder.box.entry, "<Return>")
    assert not finder.is_open
    assert isinstance(window.page, ActivityPage)
    assert window.page.is_filling
    assert Activity.get().number in window.page.context()


def test_enter_opens_a_point_at_the_leader_who_holds_it(finder: Finder, window: Window) -> None:
    a_leader("李样二")
    window.show(ActivityPage)
    window.press("Ctrl+F")
    _type(finder, "王样三")
    press(finder.box.entry, "<Return>")
    assert isinstance(window.page, ContactPointPage)
    assert window.page.leaders.current.name == "张样一"
    assert window.page.points.current.contact_point.name == "王样三"
    assert window.page.focus_get() is window.page.points.sheet


def test_a_point_given_up_opens_at_who_held_it_last(finder: Finder, window: Window) -> None:
    point = ContactPoint.get(ContactPoint.name == "王样三")
    end_assignment(last_held(point, TODAY), day(6, 30))
    _type(finder, "王样三")
    press(finder.box.entry, "<Return>")
    assert window.page.points.current.contact_point.name == "王样三"


def test_a_point_nobody_ever_held_opens_its_own_form(finder: Finder, window: Window) -> None:
    with writing("样", Topic.CONTACT_POINT):
        ContactPoint.create(kind="village", name="横山村", name_key="横山村", county="样样县")
    wait_until(window, lambda: _found(finder, "hsc"))
    press(finder.box.entry, "<Return>")
    assert "没有领导联系“横山村”" in window.noticed
    assert window.page.drawer.form["name"].get() == "横山村"


def _found(finder: Finder, text: str) -> list[list[str]]:
    _type(finder, "")
    _type(finder, text)
    return _shown(finder)


def test_a_leader_opens_on_the_page_of_contact_points_whatever_it_was_narrowed_to(
    window: Window, finder: Finder
) -> None:
    a_leader("李样二")
    wait_until(window, lambda: _found(finder, "lye"))
    finder.close()
    type_in(window.page.search, "张样")
    window.press("Ctrl+F")
    press(finder.box.entry, "<Return>")
    assert window.page.leaders.current.name == "李样二"
    assert window.page.search.get() == ""


def test_a_leader_opens_on_the_overview_where_there_is_one(
    zhang: Official, open_window: Callable[..., Window]
) -> None:
    class Overview(ContactPointPage):
        title = "履职总览"

    window = open_window(ActivityPage, Overview, ContactPointPage)
    window.press("Ctrl+F")
    wait_until(window, lambda: not window.finder.is_reading)
    _type(window.finder, "zyy")
    press(window.finder.box.entry, "<Return>")
    assert isinstance(window.page, Overview)
    assert window.page.leaders.current.name == "张样一"


def test_who_is_no_leader_opens_among_the_contact_points(
    zhang: Official, open_window: Callable[..., Window]
) -> None:
    class Overview(ActivityPage):
        title = "履职总览"

    save_official(Official(name="陈样五", rank=9))
    window = open_window(Overview, ContactPointPage)
    window.press("Ctrl+F")
    wait_until(window, lambda: not window.finder.is_reading)
    _type(window.finder, "cyw")
    assert _shown(window.finder)[0][0] == "干部"
    press(window.finder.box.entry, "<Return>")
    assert window.page.leaders.current.name == "陈样五"


def test_up_and_down_choose_while_one_types(finder: Finder, window: Window) -> None:
    _type(finder, "zyy")
    press(finder.box.entry, "<Down>")
    assert finder.table.current.kind == "走访"
    press(finder.box.entry, "<Down>")
    assert finder.table.current.kind == "走访"
    press(finder.box.entry, "<Up>")
    assert finder.table.current.kind == "班子成员"
    assert finder.focus_get() is finder.box.entry


def test_a_click_on_a_line_opens_it(finder: Finder, window: Window) -> None:
    _type(finder, "zyy")
    at = {"x": 40, "y": finder.table.sheet.step + 8}
    finder.table.sheet.event_generate("<Button-1>", **at)
    finder.table.sheet.event_generate("<ButtonRelease-1>", **at)
    assert isinstance(window.page, ActivityPage)


def test_esc_closes_it_and_gives_the_keyboard_back(window: Window, finder: Finder) -> None:
    finder.close()
    press(window.page.search.entry, "<Control-f>")
    _type(finder, "zyy")
    press(finder.box.entry, "<Escape>")
    assert not finder.is_open
    assert window.page.focus_get() is window.page.search.entry


def test_what_was_typed_is_there_when_it_opens_again(window: Window, finder: Finder) -> None:
    _type(finder, "zyy")
    finder.close()
    window.press("Ctrl+F")
    assert finder.box.get() == "zyy"
    assert finder.box.entry.selection_get() == "zyy"
    assert len(_shown(finder)) == 2


@pytest.mark.parametrize("how", ["click", "page", "key"])
def test_turning_to_something_else_closes_it(window: Window, finder: Finder, how: str) -> None:
    turn = {
        "click": lambda: window.head.event_generate("<Button-1>", x=1, y=1),
        "page": lambda: press(window.root, "<Alt-Key-2>"),
        "key": lambda: window.press("F5"),
    }
    turn[how]()
    assert not finder.is_open


def test_ctrl_z_in_it_takes_back_no_action(finder: Finder, window: Window, zhang: Official) -> None:
    _type(finder, "zyy")
    press(finder.box.entry, "<Control-z>")
    assert finder.is_open
    assert Activity.select().exists()


def test_esc_closes_only_the_finder_first(window: Window, finder: Finder, answers: Answers) -> None:
    window.notice("还在。")
    window.press("Ctrl+F")
    window.press("Esc")
    assert window.noticed
    window.press("Esc")
    assert not window.noticed


def test_where_nothing_is_found_it_says_what_to_try(finder: Finder) -> None:
    _type(finder, "查无此人")
    assert _shown(finder) == []
    assert "没有找到“查无此人”" in finder.table.empty
    assert "拼音首字母" in finder.table.empty


def test_what_is_written_while_it_is_open_is_found(finder: Finder, window: Window, zhang: Official) -> None:
    _type(finder, "道路积水")
    assert _shown(finder) == []
    save_activity(a_visit(zhang, day(9, 1), heard="道路积水"), TODAY)
    wait_until(window, lambda: len(_shown(finder)) == 1)


def test_what_was_written_while_it_was_closed_is_found(
    finder: Finder, window: Window, zhang: Official
) -> None:
    finder.close()
    save_activity(a_visit(zhang, day(9, 1), heard="道路积水"), TODAY)
    wait_until(window, lambda: finder.is_stale)
    window.press("Ctrl+F")
    _type(finder, "道路积水")
    wait_until(window, lambda: len(_shown(finder)) == 1)


def test_while_it_is_made_ready_it_says_so(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    more = [True]

    def steps(_index: SearchIndex) -> object:
        while more:
            yield 45000

    monkeypatch.setattr(SearchIndex, "steps", steps)
    window.press("Ctrl+F")
    wait_until(window, lambda: "正在准备查找…    已读 45000 条活动" in window.finder.said)
    _type(window.finder, "样")
    assert "较早的活动稍后就能找到" in window.finder.table.empty
    more.clear()
    wait_until(window, lambda: not window.finder.is_reading)
    assert "正在准备" not in window.finder.said


def test_what_is_gone_when_it_is_opened_is_said(finder: Finder, window: Window) -> None:
    _type(finder, "饮水")
    with writing("删除"):
        for table in (Target, Participant, Activity):
            table.delete().execute()
    press(finder.box.entry, "<Return>")
    assert "刚才已经删除" in window.noticed


def test_words_of_the_finder_fit_a_narrow_window(window: Window) -> None:
    window.root.geometry("860x500")
    window.root.update()
    window.press("Ctrl+F")
    window.root.update()
    finder = window.finder
    assert finder.winfo_width() <= finder.master.winfo_width()
    assert finder.winfo_y() + finder.winfo_height() <= finder.master.winfo_height()


def test_enter_opens_a_matter_on_its_page(
    zhang: Official, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Window, "today", lambda _: TODAY)
    a_matter(zhang, content="路灯不亮", raised_by="李样花")
    window = open_window(ActivityPage, MatterPage)
    press(window.root, "<Control-f>")
    wait_until(window, lambda: not window.finder.is_reading)
    _type(window.finder, "路灯")
    assert [row[:2] for row in _shown(window.finder)] == [["意见建议", "李样花"]]
    assert window.finder.said == "民情事项 1"
    press(window.finder.box.entry, "<Return>")
    assert isinstance(window.page, MatterPage)
    assert window.page.view.matter.content == "路灯不亮"
