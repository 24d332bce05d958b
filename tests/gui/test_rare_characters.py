"""Names with characters that Tk counts as two: typed, corrected and left like any others."""

from collections.abc import Callable

import pytest

from gui.pages.setting import SettingPage
from gui.window import Window
from tests.gui.driving import press

BACK, DELETE, LEFT, RIGHT = "<BackSpace>", "<Delete>", "<Left>", "<Right>"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ([BACK], "张𠅤𠮷"),
        ([BACK, BACK], "张𠅤"),
        ([BACK] * 3, "张"),
        ([BACK] * 5, ""),
        ([LEFT, BACK], "张𠅤样"),
        ([LEFT, LEFT, BACK], "张𠮷样"),
        ([LEFT, LEFT, DELETE], "张𠅤样"),
        ([LEFT, LEFT, LEFT, RIGHT, BACK], "张𠮷样"),
        (["<Home>", RIGHT, DELETE, DELETE], "张样"),
        (["<Home>", RIGHT, "<Shift-Right>", BACK], "张𠮷样"),
        ([LEFT, "<Shift-Left>", "<Shift-Left>", DELETE], "张样"),
        (["<Home>", DELETE, DELETE, DELETE, DELETE, DELETE], ""),
    ],
)
def test_a_rare_character_is_passed_and_deleted_whole(
    open_window: Callable[..., Window], keys: list[str], left: str
) -> None:
    entry = open_window(SettingPage).page.forms[0]["office_name"].entry
    entry.delete(0, "end")
    entry.insert(0, "张𠅤𠮷样")
    entry.icursor("end")
    for key in keys:
        press(entry, key)
    assert entry.get() == left


def test_a_click_puts_the_cursor_between_whole_characters(open_window: Callable[..., Window]) -> None:
    window = open_window(SettingPage)
    entry = window.page.forms[0]["office_name"].entry
    entry.delete(0, "end")
    entry.insert(0, "𠅤" * 8)
    window.root.update()
    places = set()
    for x in range(0, entry.winfo_width(), 3):
        entry.event_generate("<Button-1>", x=x, y=8, time=1000 * x)
        entry.event_generate("<ButtonRelease-1>", x=x, y=8, time=1000 * x)
        places.add(entry.index("insert"))
    assert {place % 2 for place in places} == {0}
    assert len(places) > 4
