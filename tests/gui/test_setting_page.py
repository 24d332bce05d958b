from collections.abc import Callable

import pytest

from gui.pages.setting import SettingPage
from gui.widgets.scrolled import Scrolled
from gui.window import Window
from models.setting import value
from tests.gui.driving import Answers, press, type_in, wait_until


@pytest.fixture
def page(open_window: Callable[..., Window]) -> SettingPage:
    return open_window(SettingPage).page


def test_settings_are_kept_by_ctrl_s_and_shown_in_the_rail(page: SettingPage) -> None:
    office, counting, *_ = page.forms
    type_in(office["office_name"], "示例市政府办公室")
    counting["stand_in_counts"].box.invoke()
    assert "尚未保存" in page.context()
    press(page.shell.root, "<Control-s>")
    assert value("office_name") == "示例市政府办公室"
    assert value("stand_in_counts") == "1"
    assert page.context() == "全部设置已保存"
    wait_until(page.shell, lambda: page.shell.rail.office.cget("text") == "示例市政府办公室")


def test_changes_are_given_up_only_when_the_user_says_so(page: SettingPage, answers: Answers) -> None:
    type_in(page.forms[0]["office_name"], "别的名字")
    answers.say("取消", "取消", "放弃")
    press(page.shell.root, "<Escape>")
    assert not page.shell.close()
    assert page.forms[0]["office_name"].get() == "别的名字"
    press(page.shell.root, "<Escape>")
    assert page.forms[0]["office_name"].get() == ""
    assert value("office_name") == ""


def test_every_counting_choice_has_its_line_of_explanation(page: SettingPage) -> None:
    assert all(field.hint for field in page.forms[1].fields)


def test_the_large_font_makes_everything_a_step_larger(open_window: Callable[..., Window]) -> None:
    from gui.look.scale import px
    from models.setting import change_settings

    change_settings({"large_font": "1"})
    open_window(SettingPage)
    assert px(100) == 120


def test_the_cards_end_where_the_scroll_bar_begins(open_window: Callable[..., Window]) -> None:
    window = open_window()
    window.root.geometry("1366x600+0+0")
    window.root.update()
    page = window.show(SettingPage)
    scrolled = next(child for child in page.winfo_children() if isinstance(child, Scrolled))
    wait_until(window, lambda: 1 < scrolled.inside.winfo_width() == scrolled._canvas.winfo_width())
    assert scrolled.inside.winfo_width() < page.winfo_width()
