"""Below the form of an absence: who acts, where both are away, and what is to become of the plans it hits."""

import tkinter
from collections.abc import Callable, Iterable, Sequence

from gui.forms.absence_hit import HitRow
from gui.look.palette import CARD, COLOURS, Tone, signed
from gui.look.scale import px
from gui.page import Shell
from gui.state.absence import instead_words
from models.absence_effect import Answer, Hit
from models.absence_entry import AbsenceEntry, Foreseen, foresee_absence
from models.rules.absence import clash_words
from models.rules.kinds import Deed
from models.whereabouts import presence

_UNAPPROVED = "两人都不在，须填写批准人才能保存。"

Said = tuple[str, Tone]


class AbsenceEffect(tkinter.Frame):
    """Lines of words, then a row for each plan. `changed` is called when an answer was chosen."""

    def __init__(self, parent: tkinter.Misc, shell: Shell) -> None:
        super().__init__(parent, background=CARD)
        self.changed: Callable[[], object] = lambda: None
        self._shell = shell
        self._lines: list[tkinter.Label] = []
        self.rows: dict[int, HitRow] = {}
        self._words = tkinter.Frame(self, background=CARD)
        self._words.pack(fill="x")
        self._head = self._label(self, "外出期间的安排，怎么办？", Tone.PLAIN)
        self.bind("<Configure>", lambda event: self._wrap(event.width))

    @property
    def edited(self) -> bool:
        """Whether an answer was chosen."""
        return any(row.answer().deed != Deed.KEEP for row in self.rows.values())

    @property
    def text(self) -> str:
        """Everything it says, line by line."""
        return "\n".join(str(line.cget("text")) for line in self._lines)

    def answers(self) -> dict[int, Answer]:
        """What was chosen for each plan, those to be left as they are aside."""
        found = {number: row.answer() for number, row in self.rows.items()}
        return {number: answer for number, answer in found.items() if answer.deed != Deed.KEEP}

    def show(self, typed: AbsenceEntry | None) -> None:
        """Say what the absence would mean; nothing while it is not typed yet."""
        if typed is None:
            self.say(())
            self._show_hits((), None)
            return
        seen = foresee_absence(typed)
        self.say(_told(typed, seen))
        self._show_hits(seen.hits, typed)

    def say(self, said: Iterable[Said]) -> None:
        """Show these lines and no others."""
        for line in self._lines:
            line.destroy()
        self._lines = [self._label(self._words, text, tone) for text, tone in said]
        for line in self._lines:
            line.pack(fill="x", pady=(0, px(6)))
        self._words.configure(height=1)
        self._wrap(self.winfo_width())

    def _show_hits(self, hits: Sequence[Hit], typed: AbsenceEntry | None) -> None:
        there = {hit.entry.id for hit in hits}
        for number in set(self.rows) - there:
            self.rows.pop(number).destroy()
        self._head.pack_forget()
        if hits:
            self._head.pack(fill="x", pady=(px(6), px(4)))
        for hit in hits:
            row = self.rows.get(hit.entry.id)
            if row is None:
                row = self.rows[hit.entry.id] = HitRow(self, self._shell, self._chosen)
            row.pack_forget()
            row.pack(fill="x", pady=(0, px(8)))
            if typed is not None:
                row.show(hit, typed.away)

    def _chosen(self) -> None:
        self.changed()

    def _label(self, parent: tkinter.Misc, text: str, tone: Tone) -> tkinter.Label:
        return tkinter.Label(
            parent,
            text=text,
            background=CARD,
            foreground=COLOURS[tone],
            font="LianxinBody",
            anchor="w",
            justify="left",
        )

    def _wrap(self, width: int) -> None:
        for line in (*self._lines, self._head):
            line.configure(wraplength=max(px(160), width - px(16)))


def _told(typed: AbsenceEntry, seen: Foreseen) -> list[Said]:
    """What is wrong; else where both are away and who approved that, and who acts."""
    if seen.complaints:
        return [(signed(Tone.LATE, text), Tone.LATE) for text in seen.complaints]
    names = presence().names
    approver = typed.approver.strip()
    tone = Tone.NEAR if approver else Tone.LATE
    said = [(signed(tone, clash_words(clash, names)), tone) for clash in seen.clashes]
    if said:
        said.append((f"经{approver}批准。" if approver else _UNAPPROVED, tone))
    return [*said, *((text, Tone.SOFT) for text in instead_words(seen.instead, names))]
