"""经办人: chosen by a click, remembered on this PC, in the history and on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gui.forms.clerk import ClerkCard
from gui.window import Window
from main import main
from models import clerk
from models.change import Change
from models.rules.problem import Problem
from models.setting import change_settings
from models.storage import close_database
from models.writing import work_as
from printing.blocks import register_line
from printing.filled_in import filled_in_by
from tests.gui.driving import press, wait_until


@pytest.fixture(autouse=True)
def nobody_named() -> None:
    work_as("")


def open_card(window: Window) -> ClerkCard:
    window.status.clerk.invoke()
    window.root.update()
    return next(part for part in window._right.winfo_children() if isinstance(part, ClerkCard))


def test_until_somebody_is_named_it_is_the_pcs_login(
    open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "zhangy")
    assert open_window().status.clerk.cget("text") == "经办人：zhangy"


def test_a_name_typed_stands_in_the_line_and_in_the_history(window: Window) -> None:
    card = open_card(window)
    card.name.set("张样一")
    press(card.name.inner, "<Return>")
    assert window.status.clerk.cget("text") == "经办人：张样一"
    change_settings({"office_name": "示例市"})
    assert Change.select().order_by(Change.id.desc()).get().who == "张样一"


def test_it_is_remembered_and_those_before_are_offered(
    open_window: Callable[..., Window], office: Path
) -> None:
    clerk.choose(office, "张样一")
    clerk.choose(office, "李样二")
    work_as("")
    window = open_window()
    assert window.status.clerk.cget("text") == "经办人：李样二"
    wait_until(window, lambda: "现在的经办人是李样二" in window.noticed)
    card = open_card(window)
    assert [str(button.cget("text")) for button in card.buttons] == ["李样二", "张样一"]
    card.buttons[1].invoke()
    assert clerk.known(office) == ["张样一", "李样二"]


def test_escape_leaves_it_as_it_was(window: Window) -> None:
    before = clerk.clerk()
    card = open_card(window)
    card.name.set("张样一")
    press(card.name.inner, "<Escape>")
    assert not card.winfo_exists()
    assert clerk.clerk() == before


@pytest.mark.parametrize("name", ["", "  ", "样" * 21])
def test_what_is_no_name_is_refused(office: Path, name: str) -> None:
    with pytest.raises(Problem, match="姓名"):
        clerk.choose(office, name)


def test_commands_write_the_history_under_that_name_too(office: Path) -> None:
    clerk.choose(office, "张样一")
    work_as("")
    close_database()
    assert main(["--data", str(office), "check"]) == 0
    assert clerk.clerk() == "张样一"


def test_forms_name_who_filled_them_in_and_never_a_login() -> None:
    class Sheet:
        name, paper = "样", None

        def story(self):
            yield register_line("示例市")

    (named,) = filled_in_by(Sheet(), "张样一").story()
    (blank,) = filled_in_by(Sheet(), "").story()
    assert "填报人：张样一" in named.items
    assert [item.strip() for item in blank.items][1] == "填报人："
