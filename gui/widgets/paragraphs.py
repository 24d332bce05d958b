"""Lines of words in their tones, broken by the rules of Chinese line ends, as wide as there is room."""

import tkinter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gui.look.palette import CARD, COLOURS, Tone
from gui.look.scale import px
from gui.state.activity_effect import wrapped
from gui.widgets.ruler import Ruler


class Said(NamedTuple):
    """One paragraph."""

    text: str
    tone: Tone = Tone.PLAIN


class Paragraphs(tkinter.Frame):
    """Takes no room while it says nothing. `gap` stands between paragraphs."""

    def __init__(self, parent: tkinter.Misc, font: str = "LianxinBody", gap: int = 6) -> None:
        super().__init__(parent, background=CARD)
        self._font, self._gap = font, gap
        self._ruler = Ruler(parent, font)
        self._labels: list[tkinter.Label] = []
        self._said: Sequence[Said] = ()
        self.bind("<Configure>", lambda event: self._wrap(event.width))

    def say(self, said: Iterable[Said]) -> None:
        """Show these paragraphs and no others."""
        self._said = list(said)
        for label in self._labels:
            label.destroy()
        self._labels = [self._label(one.tone) for one in self._said]
        self._wrap(self.winfo_width())
        if not self._said:
            self.configure(height=1)

    @property
    def text(self) -> str:
        """Everything it says, a line each."""
        return "\n".join(one.text for one in self._said)

    def _label(self, tone: Tone) -> tkinter.Label:
        look = {"background": CARD, "foreground": COLOURS[tone], "font": self._font}
        label = tkinter.Label(self, anchor="w", justify="left", **look)  # type: ignore[arg-type]
        label.pack(fill="x", pady=(0, px(self._gap)))
        return label

    def _wrap(self, width: int) -> None:
        for label, one in zip(self._labels, self._said, strict=True):
            lines = wrapped(one.text, max(px(120), width - px(4)), self._ruler.width)
            label.configure(text="\n".join(lines))
