"""查找: a field over the page, and under it what is found while one types. It traps nobody."""

import tkinter
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Any

from gui.look.palette import CARD, FIELD_LINE, SOFT, Tone
from gui.look.scale import px
from gui.page import Shell
from gui.piecemeal import Piecemeal
from gui.state import finder as words
from gui.widgets.search_box import SearchBox
from gui.widgets.table import Answers, Column, Table
from models.official import Official
from models.rules.finding import words as typed_words
from models.search.index import Found, SearchIndex
from models.search.shown import Noun, Shown, shown

_WIDE, _HIGH = 860, 460
_KEY_MS, _READING_MS = 16, 8
_LOOK_AGAIN = 40_000  # activities read meanwhile
_KEYS = "↑↓ 选择    Enter 打开    Esc 关闭"
_PAGES = {
    Noun.POINT: "联系点",
    Noun.ACTIVITY: "走访登记",
    Noun.OFFICIAL: "联系点",
    Noun.MATTER: "民情事项",
}
_LEADERS = "履职总览"
_CONTROL = 4  # in the state of a key


class Finder(tkinter.Frame):
    """Lies over `parent` while open; `titles` are the pages there are. Opening it first reads the index."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, titles: Collection[str]) -> None:
        super().__init__(parent, background=FIELD_LINE)
        self.shell, self._titles = shell, titles
        self._found = Found()
        self._lines = words.Lines(())
        self._shown: object = None
        self._before = ""
        self._read_then = 0
        self.is_stale = True
        self._reading: Piecemeal[int] | None = None
        self._finding: Piecemeal[Found] | None = None
        self._lay_out()
        shell.root.bind("<Button-1>", self._clicked, add=True)
        self.bind("<Destroy>", lambda _: self._stop())

    @cached_property
    def index(self) -> SearchIndex:
        """What is looked through."""
        return SearchIndex()

    @property
    def is_open(self) -> bool:
        """Whether it is in sight."""
        return bool(self.winfo_manager())

    def open(self) -> None:
        """Come into sight with what was typed last, ready to be typed over."""
        if not self.is_open:
            self._before = str(self.tk.call("focus"))
            wide = min(px(_WIDE), self.master.winfo_width() - px(32))
            high = min(px(_HIGH), self.master.winfo_height() - px(32))
            self.place(relx=0.5, y=px(16), anchor="n", width=wide, height=high)
            self.lift()
        self.box.entry.focus_set()
        self.box.entry.selection_range(0, "end")
        self._read()
        self._find()

    def close(self) -> None:
        """Go out of sight; the keyboard goes back to where it was."""
        if self.is_open:
            self.place_forget()
            if self._before and self.tk.call("winfo", "exists", self._before):
                self.tk.call("focus", self._before)

    def renew(self) -> None:
        """Something that can be found was written."""
        self.is_stale = True
        if self.is_open:
            self._read()

    @property
    def is_whole(self) -> bool:
        """Whether what is shown is all that the index has for what is typed."""
        return self._finding is not None and self._finding.is_over

    @property
    def said(self) -> str:
        """The line at the foot: how many there are, or how far the index is."""
        return str(self._about.cget("text"))

    @property
    def is_reading(self) -> bool:
        """Whether the index is still being made ready."""
        return self._reading is not None and not self._reading.is_over

    def _lay_out(self) -> None:
        card = tkinter.Frame(self, background=CARD, padx=px(14), pady=px(12))
        card.pack(fill="both", expand=True, padx=1, pady=1)
        self.box = SearchBox(card, "查找：姓名、地名、编号、记录里的字，或拼音首字母", tip="")
        self.box.pack(fill="x", padx=px(4), pady=(0, px(8)))
        self.box.changed = self._typed
        self.box.hear_first(self._key)
        foot = tkinter.Frame(card, background=CARD)
        foot.pack(side="bottom", fill="x", padx=px(8), pady=(px(8), 0))
        look: dict[str, Any] = {"background": CARD, "foreground": SOFT, "font": "LianxinSmall"}
        tkinter.Label(foot, text=_KEYS, **look).pack(side="right")
        self._about = tkinter.Label(foot, **look)
        self._about.pack(side="left")
        self.table = Table(
            card,
            "finder",
            self._columns(),
            self.shell.remembered,
            empty=words.HINTS,
            same=lambda one: (one.noun, one.id),
            answers=Answers(open=self._open),
        )
        self.table.pack(fill="both", expand=True)
        self.table.sheet.bind("<ButtonRelease-1>", lambda _: self._open_current(), add=True)

    def _columns(self) -> list[Column]:
        return [
            Column("", 76, lambda one: (one.kind, Tone.SOFT), stretch=0),
            Column("", 104, lambda one: one.name, strong=True, stretch=0.4),
            Column("", 250, lambda one: self._lines[one].where, stretch=0.8),
            Column("", 300, lambda one: (self._lines[one].why, Tone.SOFT)),
        ]

    def _typed(self) -> None:
        self.table.rows.cursor = -1
        self._shown = None
        self._find()

    def _find(self) -> None:
        """Look for what is typed, the newest activities first and the rest between events."""
        if self._finding is not None:
            self._finding.stop()
        self._read_then = len(self.index)
        self._finding = Piecemeal(self, self._answers(), self._show, _KEY_MS)
        self._finding.go()

    def _answers(self) -> Iterator[Found]:
        yield Found()
        yield from self.index.find(self.box.get())

    def _show(self, found: Found) -> None:
        typed = self.box.get()
        before, self._found = self._shown, found
        self._shown = typed, self.is_reading, found.ids
        if self._shown == before:
            self._say()
            return
        sought = typed_words(typed)
        self.table.empty = words.nothing(typed, still_reading=self.is_reading) if sought else words.HINTS
        self._lines = words.Lines(sought)
        self.table.fill(shown(found, self.shell.today()))
        if self.table.current is None and self.table.rows.items:
            self.table.pick(0)
        self._say()

    def _say(self, read: int | None = None) -> None:
        reading = f"正在准备查找…    已读 {read} 条活动" if read is not None else ""
        self._about.configure(text=reading or words.counts(self._found))

    def _read(self) -> None:
        """Let the index read what is missing, between events; what is open then looks again."""
        if self.is_stale and not self.is_reading:
            self.is_stale = False
            self._reading = Piecemeal(self, self.index.steps(), self._read_on, _READING_MS)
            self._reading.go_in(1)

    def _read_on(self, read: int | None) -> None:
        if self.is_open and (not self.is_reading or len(self.index) > self._read_then + _LOOK_AGAIN):
            self._find()
        if self.is_reading:
            self._say(read)
        elif self.is_open:
            self._read()

    def _key(self, event: "tkinter.Event[Any]") -> str | None:
        """Keys that choose and close; Ctrl+Z is kept from the page, where it would take back an action."""
        rows = self.table.rows
        steps = {"Up": -1, "Down": 1, "Prior": -rows.seen, "Next": rows.seen}
        if event.keysym in steps:
            self.table.pick(rows.cursor + steps[event.keysym])
        elif event.keysym == "Escape":
            self.close()
        elif event.keysym == "Return":
            self._open_current()
        elif not (event.keysym in {"z", "Z"} and int(event.state) & _CONTROL):
            return None
        return "break"

    def _open_current(self) -> None:
        if self.table.current is not None:
            self._open(self.table.current)

    def _open(self, one: Shown) -> None:
        record = one.record()
        self.close()
        if record is None:
            self.shell.notice(f"“{one.name}”刚才已经删除。", Tone.LATE)
            return
        is_leader = isinstance(record, Official) and record.is_member and _LEADERS in self._titles
        self.shell.visit(_LEADERS if is_leader else _PAGES[one.noun], record)

    def _clicked(self, event: "tkinter.Event[Any]") -> None:
        if self.is_open and not str(event.widget).startswith(str(self)):
            self.close()

    def _stop(self) -> None:
        for work in (self._reading, self._finding):
            if work is not None:
                work.stop()
