"""What is typed in open forms outlives the program: kept every few seconds, offered at the next start."""

import tkinter
from collections.abc import Callable, Iterable
from datetime import datetime
from tkinter import ttk

from gui.look.palette import COLOURS, GROUND, TINTS, Tone, signed
from gui.look.scale import px
from gui.page import Page
from models.draft import KeptDraft, Typed, drafts, keep_drafts
from models.rules.calendar import chinese_date
from models.rules.problem import Problem

EVERY_MS = 2000
_BETWEEN = "@"
_BUSY = "这一页正在填写的内容还没有保存。请先保存或放弃，再恢复上次的内容。"


class Drafts:
    """Keeps what the pages say is typed, under places of this session; those of earlier ones wait."""

    def __init__(self, pages: Callable[[], Iterable[Page]]) -> None:
        self._pages = pages
        self._session = datetime.now().isoformat()
        self._kept: dict[str, str] = {}
        self.waiting = drafts()

    def keep(self) -> None:
        """Keep what is typed now, forget what is not typed any more: it was saved or given up."""
        typed = [self._of_session(one) for page in self._pages() for one in page.typed()]
        now = {one.place: one.as_text() for one in typed}
        fresh = [one for one in typed if self._kept.get(one.place) != now[one.place]]
        gone = [place for place in self._kept if place not in now]
        if (fresh or gone) and keep_drafts(fresh, gone):
            self._kept = now

    def take(self) -> None:
        """The first of those that wait is typed again, or given up: it waits no longer."""
        if keep_drafts([], [self.waiting[0].typed.place]):
            del self.waiting[0]

    def forget(self) -> None:
        """All that was typed in this session is saved or given up."""
        keep_drafts([], list(self._kept))

    def _of_session(self, typed: Typed) -> Typed:
        return typed._replace(place=f"{typed.place}{_BETWEEN}{self._session}")


def place_of(draft: KeptDraft) -> str:
    """The place as the page called it."""
    return draft.typed.place.partition(_BETWEEN)[0]


def page_of(draft: KeptDraft) -> str:
    """The title of the page it was typed on."""
    return draft.typed.place.partition("/")[0]


class DraftOffer(tkinter.Frame):
    """A strip under the head that offers what waits, one after the other: put it back, or give it up."""

    def __init__(self, parent: tkinter.Misc, kept: Drafts, go_to: Callable[[str], Page]) -> None:
        super().__init__(parent, height=1, background=GROUND)
        self._kept, self._go_to = kept, go_to
        self.buttons: dict[str, ttk.Button] = {}
        self._show()

    @property
    def text(self) -> str:
        """What it says now, "" if nothing waits."""
        waiting = self._kept.waiting
        return told(waiting[0], len(waiting) - 1) if waiting else ""

    def _show(self) -> None:
        for old in self.winfo_children():
            old.destroy()
        self.buttons = {}
        self.configure(height=1)
        if not self.text:
            return
        strip = tkinter.Frame(self, background=TINTS[Tone.PLANNED])
        strip.pack(fill="x", pady=(0, px(12)))
        self._lay(strip, tkinter.Label(strip, background=TINTS[Tone.PLANNED]))

    def _lay(self, strip: tkinter.Frame, words: tkinter.Label) -> None:
        for text, run in (("放弃", self._give_up), ("恢复", self._take_up)):
            button = self.buttons[text] = ttk.Button(strip, text=text, style="Small.TButton", command=run)
            button.pack(side="right", padx=(0, px(10)))
        words.configure(text=signed(Tone.PLANNED, self.text), font="LianxinBody", justify="left")
        words.configure(foreground=COLOURS[Tone.PLANNED])
        words.pack(side="left", padx=px(14), pady=px(6))
        strip.bind("<Configure>", lambda event: words.configure(wraplength=event.width - px(220)))

    def _take_up(self) -> None:
        draft = self._kept.waiting[0]
        page = self._go_to(page_of(draft))
        if any(page.typed()):
            raise Problem(_BUSY)
        page.type_again(place_of(draft), draft.typed.content)
        self._kept.keep()
        self._give_up()

    def _give_up(self) -> None:
        self._kept.take()
        self._show()


def told(draft: KeptDraft, others: int) -> str:
    """上次没有保存的内容：走访登记 新登记（2026年11月25日 09:12），还有 1 份。"""
    when = f"{chinese_date(draft.at.date())} {draft.at:%H:%M}"
    more = f"，还有 {others} 份" if others else ""
    return f"上次没有保存的内容：{page_of(draft)}“{draft.typed.title}”（{when}）{more}。"
