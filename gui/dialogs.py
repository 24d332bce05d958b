"""The only message boxes and choosers: our look, Chinese buttons, Enter for the main one, Esc to leave.

Tests patch this module's functions; nothing else in the program stops to ask.
"""

import tkinter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import FIELD_LINE, SOFT
from gui.look.scale import px
from gui.widgets.ruler import Ruler

Kind = tuple[str, tuple[str, ...]]
WORKBOOKS: Kind = ("表格文件", ("*.xlsx", "*.xls", "*.et", "*.ods", "*.csv"))
EXCEL: Kind = ("Excel 工作簿", ("*.xlsx",))
PDF: Kind = ("PDF 文件", ("*.pdf",))
PICTURES: Kind = ("图片", ("*.jpg", "*.jpeg", "*.png", "*.bmp", "*.gif", "*.tif", "*.tiff", "*.webp"))
JPEG: Kind = ("JPG 图片", ("*.jpg",))
TWINS = {".xlsx": EXCEL, ".docx": ("Word 文档", ("*.docx",))}

_WRAP = 420


class _Recent:
    """The folder chosen last: the next chooser opens there."""

    folder = Path.home()


def inform(parent: tkinter.Misc, title: str, message: str) -> None:
    """Tell something that must be read; one button."""
    _Box(parent, title, message, ("知道了",)).answer()


def confirm(parent: tkinter.Misc, title: str, message: str, yes: str) -> bool:
    """Ask before doing something; `yes` names the deed (删除, 导入). Closing the box means no."""
    return _Box(parent, title, message, (yes, "取消")).answer() == yes


def may_give_up(parent: tkinter.Misc, question: str) -> bool:
    """Whether what is typed may be lost; `question` says what that is."""
    return confirm(parent, "放弃所填内容", question, "放弃")


def choose(parent: tkinter.Misc, title: str, message: str, answers: Sequence[str]) -> str:
    """One of the answers, the first being the main one; "" if the box was closed."""
    return _Box(parent, title, message, answers).answer()


def ask_open_file(parent: tkinter.Misc, title: str, kind: Kind) -> Path | None:
    """The file to read, None if nothing was chosen."""
    return _path(ttk.Querybox.get_open_filename(parent, title=title, filetypes=[kind], initialdir=_start()))


def ask_save_file(parent: tkinter.Misc, title: str, kind: Kind, name: str) -> Path | None:
    """Where to write, the suffix added if it was left out; None if nothing was chosen."""
    suffix = kind[1][0].lstrip("*")
    chosen = ttk.Querybox.get_save_filename(
        parent, title=title, filetypes=[kind], initialfile=name, defaultextension=suffix, initialdir=_start()
    )
    return _path(chosen)


def ask_folder(parent: tkinter.Misc, title: str) -> Path | None:
    """The folder to put something in, None if nothing was chosen."""
    chosen = ttk.Querybox.get_directory(parent, title=title, initialdir=_start())
    return _remembered(Path(chosen), Path(chosen)) if chosen else None


def _path(chosen: str | None) -> Path | None:
    return _remembered(Path(chosen), Path(chosen).parent) if chosen else None


def _remembered(path: Path, folder: Path) -> Path:
    _Recent.folder = folder
    return path


def _start() -> str:
    """Where a chooser opens; a folder that is gone, such as a USB stick's, gives way to the user's own."""
    return str(_Recent.folder if _Recent.folder.is_dir() else Path.home())


class _Box(ttk.Toplevel):
    """A message over its parent, with buttons from the right, the main one first."""

    def __init__(self, parent: tkinter.Misc, title: str, message: str, answers: Sequence[str]) -> None:
        self._owner = parent.winfo_toplevel()
        super().__init__(title=title, transient=self._owner, resizable=(False, False), master=parent)
        self.withdraw()
        self.configure(background=FIELD_LINE)
        self._answer = ""
        self._fill(title, message, answers)
        self.bind("<Escape>", lambda _: self.destroy())
        self._centre()

    def answer(self) -> str:
        """Wait for the answer; "" if the box was closed without one."""
        self.deiconify()
        self.wait_visibility()
        self.grab_set()
        self._main.focus_set()
        self.wait_window()
        return self._answer

    def _fill(self, title: str, message: str, answers: Sequence[str]) -> None:
        body = ttk.Frame(self, style="Paper.TFrame", padding=px(24))
        body.pack(fill="both", expand=True, padx=1, pady=1)
        ttk.Label(body, text=title, style="Paper.TLabel", font="LianxinHeading").pack(anchor="w")
        ttk.Label(
            body,
            text=Ruler(self, "LianxinBody").broken(message, px(_WRAP)),
            style="Paper.TLabel",
            foreground=SOFT,
            justify="left",
        ).pack(anchor="w", pady=(px(8), px(24)))
        row = ttk.Frame(body, style="Paper.TFrame")
        row.pack(fill="x")
        buttons = [self._button(row, place, text) for place, text in enumerate(answers)]
        self._main = buttons[0]

    def _button(self, row: ttk.Frame, place: int, text: str) -> ttk.Button:
        style = "Main.TButton" if place == 0 else "Quiet.TButton"
        button = ttk.Button(row, text=text, style=style, command=lambda: self._settle(text))
        button.pack(side="right", padx=(px(8), 0))
        return button

    def _settle(self, text: str) -> None:
        self._answer = text
        self.destroy()

    def _centre(self) -> None:
        self.update_idletasks()
        owner: Any = self._owner
        x = owner.winfo_rootx() + (owner.winfo_width() - self.winfo_reqwidth()) // 2
        y = owner.winfo_rooty() + (owner.winfo_height() - self.winfo_reqheight()) // 3
        self.geometry(f"+{max(0, x)}+{max(0, y)}")
