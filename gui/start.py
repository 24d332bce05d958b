"""The window's start: the database first; where it cannot be opened, a page with the ways out."""

import gc
import time
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ttkbootstrap as ttk

from gui import chinese, dialogs, front, splash
from gui.errors import Errors
from gui.later import soon
from gui.look import theme
from gui.look.palette import Tone
from gui.rail_pages import PAGES
from gui.root import open_root
from gui.started_from import advice
from gui.state.remembered import Remembered
from gui.window import Window
from models import storage
from models.demo_place import is_demo
from models.rules.problem import Problem

if TYPE_CHECKING:
    from gui.forms.manual import ManualPanel
    from gui.forms.start_card import StartCard

PATIENCE_S, _ROUND_S = 12.0, 1.0
_NO_ANSWER = "连心台账已经打开，但没有回应。请在任务栏里切换到它的窗口；如果那里没有，请稍等片刻再启动。"


def run(folder: Path) -> bool:
    """Show the window on the database of `folder` until it is closed; False if it could not be opened.

    If another window has it already, that one is brought forward, and all is well. A window may close to
    go on with another folder, as for the demo and back.
    """
    opened, next_one = _run_once(folder)
    while next_one is not None:
        opened, next_one = _run_once(next_one)
    return opened


def _run_once(folder: Path) -> tuple[bool, Path | None]:
    """Whether it could be opened, and the folder to go on with."""
    start = Start(folder)
    storage.hold_own()
    try:
        start.open(folder)
        if start.window is not None:
            start.window.run()
        elif start.root is not None:
            start.root.mainloop()
        if start.window is not None:
            storage.copy_at_exit()
    finally:
        storage.close_database()
    next_one = start.window.next_folder if start.window else None
    return start.window is not None or start.was_open, next_one


class Start:
    """One start, until the window stands: the root is made for whatever is to be said first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root: ttk.App | None = None
        self.card: StartCard | None = None
        self.window: Window | None = None
        self.manual: ManualPanel | None = None
        self.was_open = False
        self.told = ""
        """What is to be said once the window stands."""

    def open(self, folder: Path) -> None:
        """Open the folder and show the window, or say what is in the way."""
        self.folder = folder
        end = time.monotonic() + PATIENCE_S
        try:
            while not self._is_free(folder):
                if front.ask(folder, _ROUND_S):
                    self.was_open = True
                    self._leave()
                    return
                if time.monotonic() > end:
                    self._say_no_answer()
                    return
        except storage.Locked:
            from gui.forms.start_login import LoginPage

            self._show(LoginPage(self._root(), folder, lambda: self.open(folder), self._leave))
        except Problem as problem:
            self._say(problem)
        else:
            self._open_window()

    def _is_free(self, folder: Path) -> bool:
        """Open the database; False if another process has it. Whoever had it may be gone a moment later."""
        try:
            storage.open_database(folder)
        except storage.AlreadyOpen:
            return False
        return True

    def _say_no_answer(self) -> None:
        if self.root is None:
            _say_in_a_box(_NO_ANSWER)
        else:
            self._say(Problem(_NO_ANSWER))

    def _say(self, problem: Problem) -> None:
        from gui.forms.start_damage import DamagePage

        self._show(DamagePage(self._root(), self.folder, problem, self._go))

    def _help(self) -> None:
        """What F1 opens while the data is not open."""
        from gui.forms.manual import ManualPanel

        if self.manual is None:
            self.manual = ManualPanel(self._root(), Remembered(self.folder))
        self.manual.press_f1(self.card.section if self.card else "")

    def _open_window(self) -> None:
        if self.manual is not None:
            self.manual.destroy()
        if self.card is not None:
            self.card.destroy()
        if is_demo(self.folder):
            _demonstration().fill(self.folder, date.today())
        self.window = window = Window(self.folder, PAGES, self.root)
        if is_demo(self.folder):
            _demonstration().DemoStrip(window)
        if self.told:
            window.notice(self.told, Tone.PLANNED)
        elif told := advice():
            window.notice(told, Tone.NEAR)
        soon(window.root, lambda: _purge(window))
        soon(window.root, storage.clear_left_behind)

    def _show(self, card: "StartCard") -> None:
        if self.card is not None:
            self.card.destroy()
        self.card = card
        card.pack(fill="both", expand=True)
        card.take_keyboard()

    def _go(self, folder: Path | None, told: str) -> None:
        if folder is None:
            self._leave()
            return
        self.told = told or self.told
        self.open(folder)

    def _leave(self) -> None:
        if self.root is not None:
            self.root.destroy()

    def _root(self) -> ttk.App:
        if self.root is None:
            remembered = Remembered(self.folder)
            large = remembered.get("large_font") is True
            self.root = open_root(lambda: self.folder, remembered, large=large)
            self.root.report_callback_exception = Errors(self._complain).failed
            self.root.bind("<F1>", lambda _: self._help())
            gc.enable()  # from here on somebody reads and types
        return self.root

    def _complain(self, text: str, _tone: Tone) -> None:
        dialogs.inform(self._root(), "没有完成", text)


def _demonstration() -> Any:
    from gui.forms import demonstration

    return demonstration


def _purge(window: Window) -> None:
    """What was deleted longer ago than it is kept goes for good now."""
    count = storage.purge_overdue(datetime.combine(window.today(), datetime.now().time()))
    if count:
        window.notice(f"回收站里 {count} 项内容已过保存期限，备份并核对后已永久清除。")


def _say_in_a_box(text: str) -> None:
    """Over a window of one pixel: over a withdrawn one some systems never show it."""
    root = theme.open_root("连心台账", large=False)
    splash.close()
    chinese.speak_chinese()
    root.overrideredirect(True)
    root.geometry(f"1x1+{root.winfo_screenwidth() // 2}+{root.winfo_screenheight() * 2 // 5}")
    root.deiconify()
    root.update()
    dialogs.inform(root, "无法打开", text)
    root.destroy()
