"""Below the sheet one types: what saving will count and make, what will not count and why; the keys."""

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from gui.look.palette import CARD, INK, LATE, NEAR, SOFT, Tone, signed
from gui.look.scale import px
from gui.widgets.ruler import Ruler
from gui.widgets.tooltip import Tip

_LINES, _FEW = 4, 3
_NO_EFFECT = "这样保存不会改变任何履职次数。"


class BatchFoot(ttk.Canvas):
    """Its place never grows or shrinks; a line too long is cut, and told whole at the pointer."""

    def __init__(self, parent: tkinter.Misc) -> None:
        self._strong, self._small = Ruler(parent, "LianxinStrong"), Ruler(parent, "LianxinSmall")
        self._step = self._strong.line + px(3)
        super().__init__(parent, autostyle=False, background=CARD, highlightthickness=0)
        self._most = 0
        self._hint = ""
        self._lines: list[tuple[str, str, Ruler]] = []
        self._tip = Tip(self)
        self.take(few=False)
        self.bind("<Configure>", lambda _: self._draw())
        self.bind("<Motion>", lambda event: self._tip.offer(self._cut_at(event.y)))

    @property
    def text(self) -> str:
        """Everything it says, line by line."""
        return "\n".join([*(text for text, _, _ in self._lines), self._hint])

    def take(self, *, few: bool) -> None:
        """Take fewer lines where the window is low: which activities it makes is then said at the pointer."""
        most = _FEW if few else _LINES
        if most != self._most:
            self._most = most
            self.configure(height=most * self._step)
            self._draw()

    def say_nothing(self, hint: str) -> None:
        """Nothing was typed yet: say how to begin."""
        self._show([(hint, SOFT, self._small)])

    def say_wrong(self, wrong: Sequence[str]) -> None:
        """What keeps the sheet from being saved."""
        self._show([(signed(Tone.LATE, text), LATE, self._small) for text in wrong])

    def say(self, effect: str, steps: str, reasons: Sequence[str]) -> None:
        """What would count more, the activities, and what would not count."""
        counted = f"保存后计入：{effect}" if effect else _NO_EFFECT
        why = [(signed(Tone.NEAR, "".join(reasons)), NEAR, self._small)] if reasons else []
        self._show([(counted, INK, self._strong), *why, (steps, SOFT, self._small)])

    def show_keys(self, keys: str) -> None:
        """Say in the last line what may be pressed in the cell under the cursor."""
        self._hint = keys
        self._draw()

    def _show(self, lines: list[tuple[str, str, Ruler]]) -> None:
        self._lines = lines
        self._draw()

    def _shown(self) -> list[tuple[str, str, Ruler]]:
        """The lines that have room, the keys in the last of them."""
        room = self._most - 1
        blank = [("", SOFT, self._small)] * (room - len(self._lines))
        return [*self._lines[:room], *blank, (self._hint, SOFT, self._small)]

    def _draw(self) -> None:
        self.delete("all")
        for place, (text, colour, ruler) in enumerate(self._shown()):
            font = "LianxinStrong" if ruler is self._strong else "LianxinSmall"
            y, fitting = place * self._step + self._step // 2, ruler.fit(text, self.winfo_width())
            self.create_text(0, y, anchor="w", text=fitting, fill=colour, font=font)

    def _cut_at(self, y: int) -> str:
        """What is told whole at the pointer: a line that was cut, or that had no room."""
        shown = self._shown()
        text, _, ruler = shown[max(0, min(y // self._step, self._most - 1))]
        cut = ruler.width(text) > self.winfo_width() or len(self._lines) >= self._most
        return "\n".join(line for line, _, _ in self._lines) if cut else ""
