"""One planned activity that an absence hits: what it is, and what is to become of it."""

import tkinter
from collections.abc import Callable, Mapping
from datetime import date

from gui.look.palette import CARD, Tone, signed
from gui.look.scale import px
from gui.page import Shell
from gui.state import calendar_words as words
from gui.widgets.controls import Choice
from gui.widgets.day_field import Day
from gui.widgets.paragraphs import Paragraphs, Said
from models import terms
from models.absence_effect import Answer, Hit, after
from models.agenda import conflicts_of
from models.rules.conflicts import span_words
from models.rules.kinds import Deed
from models.rules.pairing import Away
from models.rules.problem import Problem
from models.whereabouts import presence


class HitRow(tkinter.Frame):
    """A line of words, a choice and, to move it, a day; below what would stand in the way then."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, changed: Callable[[], object]) -> None:
        super().__init__(parent, background=CARD)
        self._changed = changed
        self.columnconfigure(1, weight=1)
        self._what = Paragraphs(self, gap=2)
        self._what.grid(row=0, column=0, columnspan=2, sticky="ew")
        self.deed = Choice(self, {Deed.KEEP: terms.label(Deed.KEEP)})
        self.deed.box.configure(width=16)
        self.deed.set(Deed.KEEP)
        self.deed.grid(row=1, column=0, sticky="w", pady=(px(2), 0))
        self.deed.changed = self._chosen
        self.day = Day(self, shell.today)
        self.day.changed = changed
        self._said = Paragraphs(self, "LianxinSmall", gap=2)
        self._said.grid(row=3, column=0, columnspan=2, sticky="ew", pady=(px(4), 0))

    def answer(self) -> Answer:
        """What was chosen; a day that cannot be read is none."""
        deed = self.deed.get() or Deed.KEEP
        return Answer(deed, self._day() if deed == Deed.MOVE else None)

    def show(self, hit: Hit, meant: Away) -> None:
        """Show the activity as it is now, with what can be done while that absence lasts."""
        names = presence().names
        when = span_words(hit.entry.first, hit.entry.last)
        self._what.say([Said(f"{when} {words.named(hit.entry)}（{hit.entry.number}）")])
        self.deed.offer(_offered(hit, names))
        if self.deed.get() is None:
            self.deed.set(Deed.KEEP)
        self._show_day()
        self._said.say(self._against(hit, meant))

    @property
    def text(self) -> str:
        """What it says, and what stands in the way."""
        return f"{self._what.text}\n{self._said.text}".strip()

    def _against(self, hit: Hit, meant: Away) -> list[Said]:
        answer = self.answer()
        if answer.deed in (Deed.KEEP, Deed.CANCEL) or (answer.deed == Deed.MOVE and answer.day is None):
            return []
        found = conflicts_of(after(hit, answer, meant.official), [meant])
        return [Said(signed(Tone.NEAR, conflict.text), Tone.NEAR) for conflict in found]

    def _chosen(self) -> None:
        self._show_day()
        if self.deed.get() == Deed.MOVE:
            self.day.inner.focus_set()
        self._changed()

    def _show_day(self) -> None:
        if self.deed.get() == Deed.MOVE:
            self.day.grid(row=2, column=0, columnspan=2, sticky="w", pady=(px(4), 0))
        else:
            self.day.grid_remove()

    def _day(self) -> date | None:
        try:
            day: date | None = self.day.get()
        except Problem:
            return None
        return day


def _offered(hit: Hit, names: Mapping[int, str]) -> dict[Deed, str]:
    """What can be done with it, in words."""
    said = {deed: terms.label(deed) for deed in hit.deeds}
    if Deed.HAND_OVER in said and hit.acting is not None:
        said[Deed.HAND_OVER] = f"由{names[hit.acting]}代去"
    return said
