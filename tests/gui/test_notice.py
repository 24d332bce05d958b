"""The strip under the head: all of a long message is read, in lines broken as on paper."""

from collections.abc import Callable
from tkinter import Label

from gui.look.palette import Tone
from gui.pages.today import TodayPage
from gui.widgets.ruler import Ruler
from gui.window import Window
from tests.gui.driving import wait_until

TEXT = "1 份备份不能用了，列表里已标出，其余 11 份完好。请马上再备份一次，并换一个U盘。"


def test_a_long_message_fills_its_lines_and_none_begins_with_a_comma(
    open_window: Callable[..., Window],
) -> None:
    window = open_window(TodayPage)
    window.notice(TEXT * 4, Tone.LATE)
    window.root.update()
    fills_its_lines(window)


def test_what_was_said_before_the_window_had_its_size_fills_them_too(
    open_window: Callable[..., Window],
) -> None:
    window = open_window(TodayPage)
    window.root.geometry("900x700")
    window.root.update()
    window.notice(TEXT * 4, Tone.LATE)
    window.root.geometry("1300x700")
    wait_until(window, lambda: window._strip.winfo_width() > 1000)
    window.root.update()
    fills_its_lines(window)


def fills_its_lines(window: Window) -> None:
    labels = [child for child in window._strip._strip.winfo_children() if isinstance(child, Label)]
    (lines,) = [str(label["text"]).split("\n") for label in labels if "份备份" in str(label["text"])]
    assert "".join(lines) == window.noticed
    assert not any(line.startswith(("，", "。", "”")) for line in lines)
    ruler = Ruler(window.root, "LianxinBody")
    room = window._strip.winfo_width()
    assert all(ruler.width(line) > 0.9 * room for line in lines[:-1])
    assert all(label.winfo_reqwidth() <= room for label in labels)
