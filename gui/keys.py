"""The keys of the window: how they are written on a button, and how Tk names them."""

from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

_CTRL = ("S", "N", "F", "P", "E", "I", "Z", "Y", "B", "O", "M", "L")
_PAGES = "1234567890"
_NAMED = {"<F1>": "F1", "<F3>": "F3", "<F5>": "F5", "<F8>": "F8", "<Escape>": "Esc"}

HELP = """Ctrl+F 查找：在任何页面按，姓名、地名、编号、记录里的字，或拼音首字母（hsc 横山村）
F3 只筛选本页的列表      Alt+1、Alt+2…… 换页      Ctrl+N 新增      Ctrl+S 保存      Ctrl+P 打印
Ctrl+Z 撤销上一步      Ctrl+Y 重做      F8 这一条的历史      Ctrl+L 锁定      F5 重新读取
Esc 关闭或取消      Tab 下一格      Ctrl+Enter 保存所填的表      Delete 删除选中的一条
表格里：上下键移动，Enter 打开，Ctrl+C 复制到 Excel，点表头排序，拖表头边线改列宽"""


def bind(root: ttk.App, press: Callable[[str], object], go: Callable[[int], object], pages: int) -> None:
    """Call `press("Ctrl+S")` or `press("F1")` for keys, `go(place)` for Alt+1 and on, Alt+0 for the tenth."""
    names = _NAMED | {
        f"<Control-{case}>": f"Ctrl+{letter}" for letter in _CTRL for case in (letter, letter.lower())
    }
    for name, key in names.items():
        root.bind(name, partial(_call, press, key))
    for place, digit in zip(range(pages), _PAGES, strict=False):
        root.bind(f"<Alt-Key-{digit}>", partial(_call, go, place))


def _call(what: Callable[..., object], argument: object, _event: object) -> None:
    what(argument)
