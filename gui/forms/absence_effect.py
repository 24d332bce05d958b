"""Beside the form of an absence: who acts, where both are away, and what becomes of the plans it hits."""

import tkinter
from collections.abc import Callable, Sequence

from gui.forms.absence_hit import HitRow
from gui.look.palette import CARD, Tone, signed
from gui.look.scale import px
from gui.page import Shell
from gui.state.absence import instead_words, to_tell
from gui.widgets.paragraphs import Paragraphs, Said
from models.absence_effect import Answer, Hit
from models.absence_entry import AbsenceEntry, Foreseen, foresee_absence
from models.rules.absence import clash_words
from models.rules.kinds import Deed
from models.whereabouts import presence

_NEEDED = "选好姓名和日期，这里就显示由谁代行、影响哪些安排。"
_UNAPPROVED = "两人都不在，须填写批准人才能保存。"
_HEAD = "外出期间的安排，怎么办？"
_FREE = "外出期间没有计划好的安排。"


class AbsenceEffect(tkinter.Frame):
    """Words, then a row for each plan. `changed` is called when an answer was chosen."""

    def __init__(self, parent: tkinter.Misc, shell: Shell) -> None:
        super().__init__(parent, background=CARD)
        self.changed: Callable[[], object] = lambda: None
        self._shell = shell
        self.rows: dict[int, HitRow] = {}
        self._words = Paragraphs(self)
        self._words.pack(fill="x")

    @property
    def edited(self) -> bool:
        """Whether an answer was chosen."""
        return bool(self.answers())

    @property
    def text(self) -> str:
        """Everything it says, line by line."""
        return "\n".join([self._words.text, *(row.text for row in self.rows.values())])

    def answers(self) -> dict[int, Answer]:
        """What was chosen for each plan, those to be left as they are aside."""
        found = {number: row.answer() for number, row in self.rows.items()}
        return {number: answer for number, answer in found.items() if answer.deed != Deed.KEEP}

    def show(self, typed: AbsenceEntry | None) -> None:
        """Say what the absence would mean, or what is needed to know."""
        if typed is None:
            self._words.say([Said(_NEEDED, Tone.SOFT)])
            self._show_hits((), None)
            return
        seen = foresee_absence(typed)
        self._words.say(_told(typed, seen))
        self._show_hits(seen.hits, typed)

    def _show_hits(self, hits: Sequence[Hit], typed: AbsenceEntry | None) -> None:
        for number in set(self.rows) - {hit.entry.id for hit in hits}:
            self.rows.pop(number).destroy()
        for hit in hits:
            if hit.entry.id not in self.rows:
                self.rows[hit.entry.id] = HitRow(self, self._shell, self._chosen)
            row = self.rows[hit.entry.id]
            row.pack_forget()
            row.pack(fill="x", pady=(0, px(10)))
            if typed is not None:
                row.show(hit, typed.away)

    def _chosen(self) -> None:
        self.changed()


def _told(typed: AbsenceEntry, seen: Foreseen) -> list[Said]:
    """What is wrong; else where both are away and who approved that, who acts, and whether plans are hit."""
    if seen.complaints:
        return [Said(signed(Tone.LATE, text), Tone.LATE) for text in seen.complaints]
    names, approver = presence().names, typed.approver.strip()
    tone = Tone.NEAR if approver else Tone.LATE
    said = [Said(signed(tone, clash_words(clash, names)), tone) for clash in seen.clashes]
    if said:
        said.append(Said(f"经{approver}批准。" if approver else _UNAPPROVED, tone))
    said += [Said(text, Tone.SOFT) for text in instead_words(seen.instead, names)]
    if not typed.told_on.strip() and (told := to_tell(seen.instead, names)):
        said.append(Said(signed(Tone.NEAR, f"离开前要告知{told}，请填写告知时间。"), Tone.NEAR))
    return [*said, Said(_HEAD) if seen.hits else Said(_FREE, Tone.SOFT)]
