"""The text of a yearly notice, pasted: what it would set is said at once, saved only when asked."""

import tkinter
from collections.abc import Callable
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import COLOURS, Tone
from gui.look.scale import px
from gui.state.holiday import verdict
from gui.widgets.controls import LongText
from gui.widgets.scrolled import Scrolled
from models.rules.holiday_notice import Notice, read_notice, year_named

_PASTE = "复制整篇放假安排通知，在下面按 Ctrl+V。读到的日子先显示在左边，看过再保存。"
_EXAMPLE = "也可以自己写，每句写明节名、日期、放假还是上班。例如：\n元旦：1月1日至3日放假。1月4日上班。"
_PADDING = 24
_FIRM = "\u00a0"  # Tk breaks lines at blanks first, which tears a sign from its words


class NoticeCard(ttk.Frame):
    """`changed` is called when another text, or another year, gives other days; `keep` when asked to save."""

    def __init__(
        self, parent: tkinter.Misc, year: int, changed: Callable[[], object], keep: Callable[[], object]
    ) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(_PADDING), px(18)))
        self.notice = Notice()
        self.year = year
        self._changed = changed
        self._lines: list[ttk.Label] = []
        self._lay_head()
        self.main = ttk.Button(self, text="保存", style="Main.TButton", command=keep)
        self.main.grid(row=3, sticky="e", pady=(px(12), 0))
        self._room = Scrolled(self)
        self._room.grid(row=2, sticky="nsew", pady=(px(12), 0))
        self.text = LongText(self)
        self.text.grid(row=1, sticky="nsew")
        self.columnconfigure(0, weight=1)
        self.rowconfigure((1, 2), weight=1, uniform="half")
        self.text.changed = self._pasted

    @property
    def holds_text(self) -> bool:
        """Something was pasted and not saved."""
        return bool(self.text.get())

    @property
    def said(self) -> str:
        """What is said of the text, line by line."""
        return "\n".join(str(label.cget("text")).replace(_FIRM, " ") for label in self._lines)

    def turn_to(self, year: int) -> None:
        """Read what was pasted as the notice for this year."""
        text, self.year = self.text.get(), year
        self.notice = read_notice(text, year)
        self._say(verdict(self.notice, year) if text else [(_EXAMPLE, Tone.SOFT)])
        self.main.configure(text=f"保存 {year}年的 {len(self.notice.days)} 天" if text else "保存")
        self.main.state(["!disabled" if self.notice.days else "disabled"])
        self._changed()

    def clear(self) -> None:
        """Let the text go, saved as it is or given up."""
        self.text.set("")
        self.turn_to(self.year)

    def _pasted(self) -> None:
        """Another text: the year it names itself is the one it is for."""
        self.turn_to(year_named(self.text.get()) or self.year)

    def _lay_head(self) -> None:
        head = ttk.Frame(self, style="Paper.TFrame")
        head.grid(row=0, sticky="ew")
        ttk.Label(head, text="粘贴通知原文", style="Paper.TLabel", font="LianxinHeading").pack(anchor="w")
        words = ttk.Label(head, text=_PASTE.replace(" ", _FIRM), style="Soft.TLabel", justify="left")
        words.pack(fill="x", pady=(px(4), px(12)))
        self._wrapped(words)

    def _say(self, lines: list[tuple[str, Tone]]) -> None:
        for label in self._lines:
            label.destroy()
        self._lines = [self._line(*line) for line in lines]

    def _line(self, text: str, tone: Tone) -> ttk.Label:
        style, colour = "Paper.TLabel", COLOURS[tone]
        font = "LianxinSmall" if tone is Tone.SOFT else "LianxinBody"
        label = ttk.Label(
            self._room.inside,
            text=text.replace(" ", _FIRM),
            style=style,
            foreground=colour,
            font=font,
            justify="left",
        )
        label.pack(fill="x", pady=(0, px(6)))
        self._wrapped(label)
        return label

    def _wrapped(self, label: ttk.Label) -> None:
        def wrap(event: "tkinter.Event[Any]") -> None:
            label.configure(wraplength=event.width - px(4))

        label.bind("<Configure>", wrap)
