"""使用手册 beside the page: F1 opens it where it tells of what is in sight. It traps nobody."""

import tkinter
from collections.abc import Callable
from tkinter import ttk

from gui.keyboard import holder
from gui.look.palette import CARD, FIELD_LINE, HAIRLINE, Tone
from gui.look.scale import px
from gui.page import Page
from gui.state.manual import Entry, chapter_with, entries
from gui.state.remembered import Remembered
from gui.widgets.reading import Reading
from gui.widgets.search_box import SearchBox
from gui.widgets.table import Answers, Column, Table
from models.manual import manual

_WIDE = 600
_LEAST_LEFT = 160  # of what lies below
_KEYS = "Esc 关闭    PgUp、PgDn 翻页    ← → 前后一章    Backspace 目录"
_CHOOSE = "Esc 关闭    ↑↓ 选择    Enter 打开"


class ManualPanel(tkinter.Frame):
    """Lies over one side of `parent` while open. `print_out` leads to where it is printed, if anywhere."""

    def __init__(
        self, parent: tkinter.Misc, remembered: Remembered, print_out: Callable[[], object] | None = None
    ) -> None:
        super().__init__(parent, background=FIELD_LINE)
        self._remembered, self._print_out = remembered, print_out
        self._chapters = manual()
        self._place, self._before, self._at_left = 0, "", False
        self.title = ""
        """What it was opened for or turned to last, "" while it shows the contents."""
        self._lay_out()
        self._let_escape_close(self)
        parent.bind("<Configure>", lambda _: self._lie() if self.is_open else None, add=True)

    @property
    def is_open(self) -> bool:
        """Whether it is in sight."""
        return bool(self.winfo_manager())

    @property
    def has_keyboard(self) -> bool:
        """Whether keys come to it."""
        return self.is_open and holder(self).startswith(str(self))

    def tell_of(self, page: Page) -> None:
        """Tell of what is in sight there, beside the form that lies over it; if it does already, close."""
        self.press_f1(page.section(), at_left=page.has_drawer)

    def press_f1(self, title: str, *, at_left: bool = False) -> None:
        """Open where that chapter or section stands; close if it is there already."""
        if self.is_open and self.title == title:
            self.close()
        else:
            self.open(title, at_left=at_left)

    def open(self, title: str, *, at_left: bool = False) -> None:
        """Come into sight where that chapter or section stands; with the contents if there is none such."""
        if not self.is_open:
            self._before = holder(self)
        self._at_left = at_left
        self._lie()
        self.update_idletasks()
        self.turn_to(title)

    def close(self) -> None:
        """Go out of sight; the keyboard goes back to where it was."""
        had_keyboard = self.has_keyboard
        self.place_forget()
        if had_keyboard and self._before and self.tk.call("winfo", "exists", self._before):
            self.tk.call("focus", self._before)

    def turn_to(self, title: str) -> None:
        """Show the chapter of that title, or the section inside its chapter."""
        place = chapter_with(self._chapters, title)
        if place is None:
            self.show_contents()
            return
        self._place, self.title = place, title
        self._contents.pack_forget()
        self._foot.configure(text=_KEYS)
        self.reading.pack(fill="both", expand=True)
        self.update_idletasks()
        self.reading.show(self._chapters[place], title)
        self.reading.text.focus_set()

    def show_contents(self) -> None:
        """The list of all chapters and sections, the cursor on what was read last."""
        read, self.title = self.title, ""
        self.reading.pack_forget()
        self._foot.configure(text=_CHOOSE)
        self._contents.pack(fill="both", expand=True)
        self._fill()
        if not self.table.pick_same(read):
            self.table.focus_rows()

    def _let_escape_close(self, part: tkinter.Misc) -> None:
        part.bind("<Escape>", _doing(self.close), add=True)
        for inner in part.winfo_children():
            self._let_escape_close(inner)

    def _lie(self) -> None:
        room = self.master.winfo_width()
        wide = min(px(_WIDE), max(room - px(_LEAST_LEFT), room // 2))
        if self._at_left:
            self.place(relx=0.0, anchor="nw", relheight=1.0, width=wide)
        else:
            self.place(relx=1.0, anchor="ne", relheight=1.0, width=wide)
        self.lift()

    def _lay_out(self) -> None:
        card = tkinter.Frame(self, background=CARD, padx=px(22), pady=px(14))
        card.pack(fill="both", expand=True, padx=1)
        self._lay_head(card)
        tkinter.Frame(card, background=HAIRLINE, height=px(1)).pack(fill="x", pady=(0, px(8)))
        self._foot = ttk.Label(card, style="Soft.TLabel")
        self._foot.pack(side="bottom", anchor="w", pady=(px(8), 0))
        self.reading = Reading(card, self.turn_to)
        for key, run in (("Left", self._earlier), ("Right", self._later), ("BackSpace", self.show_contents)):
            self.reading.text.bind(f"<{key}>", _doing(run))
        self._lay_contents(card)

    def _lay_head(self, card: tkinter.Frame) -> None:
        head = ttk.Frame(card, style="Paper.TFrame")
        head.pack(fill="x", pady=(0, px(10)))
        ttk.Label(head, text="使用手册", style="Paper.TLabel", font="LianxinHeading").pack(side="left")
        close = ttk.Button(head, text="×", style="Icon.TButton", takefocus=False, command=self.close)
        close.pack(side="right")
        buttons = [("后一章", self._later), ("前一章", self._earlier), ("目录", self.show_contents)]
        for text, run in [("打印手册", self._print)] * bool(self._print_out) + buttons:
            ttk.Button(head, text=text, style="Small.TButton", command=run).pack(
                side="right", padx=(px(6), 0)
            )

    def _lay_contents(self, card: tkinter.Frame) -> None:
        self._contents = ttk.Frame(card, style="Paper.TFrame")
        self.search = SearchBox(self._contents, "在手册里查找：想做的事，或拼音首字母", tip="")
        self.search.pack(fill="x", pady=(0, px(8)))
        self.search.changed = self._fill
        for key in ("Return", "Down"):
            self.search.entry.bind(f"<{key}>", _doing(self._enter_list))
        self.table = Table(
            self._contents,
            "manual",
            [Column("", 200, _line)],
            self._remembered,
            empty="手册里没有这几个字，换个说法试试。",
            same=lambda entry: entry.title,
            answers=Answers(open=lambda entry: self.turn_to(entry.title)),
        )
        self.table.pack(fill="both", expand=True)
        self.table.sheet.bind("<ButtonRelease-1>", lambda _: self._open_current(), add=True)

    def _fill(self) -> None:
        self.table.fill(entries(self._chapters, self.search.get()))

    def _enter_list(self) -> None:
        self.table.pick(0)
        self.table.focus_rows()

    def _open_current(self) -> None:
        if self.table.current is not None:
            self.turn_to(self.table.current.title)

    def _earlier(self) -> None:
        self._go_to(self._place - 1)

    def _later(self) -> None:
        self._go_to(self._place + 1)

    def _go_to(self, place: int) -> None:
        if 0 <= place < len(self._chapters):
            self.turn_to(self._chapters[place].title)

    def _print(self) -> None:
        self.close()
        if self._print_out is not None:
            self._print_out()


def _line(entry: Entry) -> tuple[str, Tone]:
    return (entry.title, Tone.LINK) if entry.is_chapter else (f"　　{entry.title}", Tone.PLAIN)


def _doing(run: Callable[[], object]) -> Callable[[object], str]:
    def done(_event: object) -> str:
        run()
        return "break"

    return done
