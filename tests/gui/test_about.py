"""关于: from the settings to the versions and licences and back, by mouse and by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gui.forms.about import AboutView
from gui.pages.setting import SettingPage
from gui.window import Window
from models.setting import change_settings
from models.version import VERSION
from tests.gui.driving import Answers, press, type_in, wait_until


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    return open_window(SettingPage)


def opened(window: Window) -> AboutView:
    press(window.page.card.about, "<Return>")
    wait_until(window, lambda: window.page.about and window.page.about.parts.rows.items)
    return window.page.about


def test_it_tells_the_version_and_what_it_runs_on(window: Window, office: Path) -> None:
    about = opened(window)
    assert f"版本 {VERSION}" in about.said[0]
    for name in ("Python 3", "Tk 8.6", "SQLite 3", "SQLCipher 4", "数据格式 6"):
        assert name in about.said[1]
    assert window.page.context() == "版本和许可"


def test_a_part_that_is_picked_shows_its_whole_licence(window: Window) -> None:
    about = opened(window)
    names = [part.name for part in about.parts.rows.items]
    about.parts.pick(names.index("Noto Sans SC"))
    assert "SIL OPEN FONT LICENSE Version" in about.text.get("1.0", "end")
    about.parts.pick(names.index("peewee"))
    assert "Charles Leifer" in about.text.get("1.0", "end")
    assert "SIL Open Font License" not in about.text.get("1.0", "end")


def test_what_is_copied_for_support_names_no_office_and_no_folder(window: Window, office: Path) -> None:
    change_settings({"office_name": "样样市政府"})
    opened(window).copy()
    copied = window.root.clipboard_get()
    assert VERSION in copied
    assert "样样市" not in copied
    assert str(office) not in copied


@pytest.mark.parametrize("leave", ["<Escape>", "button"])
def test_it_is_left_by_esc_or_by_its_button(window: Window, leave: str) -> None:
    about = opened(window)
    window.head.buttons[0].invoke() if leave == "button" else press(about.parts.sheet, leave)
    assert window.page.about is None
    assert window.page.context() == "全部设置已保存"


def test_a_setting_being_typed_is_not_lost_on_the_way(window: Window, answers: Answers) -> None:
    type_in(window.page.forms[0]["office_name"], "样样市")
    answers.say("取消")
    window.page.card.about.invoke()
    assert window.page.about is None
    assert window.page.forms[0]["office_name"].get() == "样样市"
    window.page.undo()
