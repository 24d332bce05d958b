"""演示: going there and back; while there, a strip says so on every page."""

import tkinter
from pathlib import Path
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from gui.look.palette import COLOURS, TINTS, Tone, signed
from gui.look.scale import px
from gui.page import Shell
from gui.place import keep
from gui.state.demonstration import HERE
from gui.state.remembered import Remembered
from gui.widgets.ruler import Ruler
from models.demo_office import fill, make_place
from models.demo_place import home

if TYPE_CHECKING:
    from gui.window import Window

__all__ = ["DemoStrip", "enter", "fill", "leave"]


def enter(shell: Shell) -> None:
    """Close the office's data and open the demo, filled if this is the first time."""
    folder = make_place(shell.folder)
    keep(shell.root, Remembered(folder))  # its window stands where this one does
    _move(shell, folder)


def leave(shell: Shell) -> None:
    """Go back to the office's own data; the demo stays as it is for the next time."""
    _move(shell, home(shell.folder))


def _move(shell: Shell, folder: Path) -> None:
    """Close as the user would, to go on with another folder."""
    if shell.close():
        shell.next_folder = folder
        shell.root.destroy()


class DemoStrip(tkinter.Frame):
    """Stands over every page as long as the demo is open."""

    def __init__(self, window: "Window") -> None:
        tint = TINTS[Tone.NEAR]
        super().__init__(window.head.master, background=tint)
        self.back = ttk.Button(self, text="结束演示", style="Small.TButton", command=lambda: leave(window))
        self.back.pack(side="right", padx=px(10), pady=px(5))
        self.back.bind("<Return>", lambda _: self.back.invoke())
        self._ruler = Ruler(self, "LianxinBody")
        look = {"background": tint, "foreground": COLOURS[Tone.NEAR], "font": "LianxinBody"}
        self._words = tkinter.Label(self, anchor="w", justify="left", **look)  # type: ignore[arg-type]
        self._words.pack(side="left", padx=px(14), pady=px(5))
        self.bind("<Configure>", lambda event: self._wrap(event.width))
        self.pack(fill="x", pady=(0, px(10)), before=window.head)

    def _wrap(self, width: int) -> None:
        room = max(px(200), width - self.back.winfo_reqwidth() - px(60))
        self._words.configure(text=self._ruler.broken(signed(Tone.NEAR, HERE), room))
