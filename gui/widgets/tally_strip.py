"""A strip of cards with one large figure each; picking one narrows what stands below."""

import tkinter
from collections.abc import Callable, Sequence
from tkinter import Event
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import ACCENT, CARD, COLOURS, GROUND, INK, LINE, NOT_DUE, SOFT, TINTS, Tone
from gui.look.scale import px
from gui.state.cards import Tally
from gui.widgets.ruler import Ruler

_GAP, _PAD, _BAR, _RADIUS = 16, 20, 4, 5


class TallyStrip(ttk.Canvas):
    """Left and Right move, Enter or a click picks; `picked` is the place picked, -1 if none."""

    def __init__(self, parent: tkinter.Misc, changed: Callable[[], object]) -> None:
        self._strong, self._small = Ruler(parent, "LianxinHeading"), Ruler(parent, "LianxinSmall")
        self._large = Ruler(parent, "LianxinTitle")
        super().__init__(
            parent,
            autostyle=False,
            background=GROUND,
            highlightthickness=0,
            takefocus=True,
            height=self._strong.line + self._small.line + px(30),
        )
        self.picked = self._cursor = -1
        self._tallies: Sequence[Tally] = ()
        self._changed = changed
        for event in ("<Configure>", "<FocusIn>", "<FocusOut>"):
            self.bind(event, lambda _: self._draw())
        self.bind("<Button-1>", self._click)
        self.bind("<Left>", lambda _: self._move(-1))
        self.bind("<Right>", lambda _: self._move(1))
        for key in ("<Return>", "<space>"):
            self.bind(key, lambda _: self.pick(self._cursor))
        self.configure(cursor="hand2")

    def show(self, tallies: Sequence[Tally]) -> None:
        """Show these cards; before the strip has its place there is nothing to draw them on."""
        self._tallies = tallies
        if self.winfo_width() > 1:
            self._draw()

    def pick(self, place: int) -> None:
        """Pick a card; the one picked already: none."""
        if 0 <= place < len(self._tallies):
            self.picked = -1 if place == self.picked else place
            self._cursor = place
            self._draw()
            self._changed()

    def _draw(self) -> None:
        self.delete("all")
        for place, tally in enumerate(self._tallies):
            self._draw_card(place, tally, *self._sides(place))

    def _draw_card(self, place: int, tally: Tally, left: int, right: int) -> None:
        high = self.winfo_height() - 1
        tone = tally.tone if tally.number else Tone.NOT_DUE
        on = place == self.picked
        focused = place == self._cursor and str(self.tk.call("focus")) == str(self)
        self.create_polygon(
            *_rounded(left, 0, right, high, px(_RADIUS)),
            smooth=True,
            fill=TINTS[tone] if on else CARD,
            outline=ACCENT if on or focused else LINE,
            width=px(2) if focused else 1,
        )
        self.create_rectangle(left + 1, px(10), left + px(_BAR), high - px(10), width=0, fill=COLOURS[tone])
        middle = high // 2
        figure = str(tally.number)
        self.create_text(
            left + px(_PAD), middle, anchor="w", text=figure, font="LianxinTitle", fill=COLOURS[tone]
        )
        x = left + px(_PAD + 20) + max(self._large.width(figure), self._large.width("00"))
        room = right - x - px(8)
        for text, ruler, font, colour, y in (
            (tally.word, self._strong, "LianxinHeading", INK if tally.number else NOT_DUE, -self._small.line),
            (tally.about, self._small, "LianxinSmall", SOFT, self._strong.line),
        ):
            self.create_text(
                x, middle + y // 2, anchor="w", text=ruler.fit(text, room), font=font, fill=colour
            )

    def _sides(self, place: int) -> tuple[int, int]:
        count = max(1, len(self._tallies))
        wide = (self.winfo_width() - 1 - px(_GAP) * (count - 1)) / count
        left = round(place * (wide + px(_GAP)))
        return left, round(left + wide)

    def _move(self, step: int) -> str:
        self._cursor = max(0, min(self._cursor + step, len(self._tallies) - 1))
        self._draw()
        return "break"

    def _click(self, event: "Event[Any]") -> None:
        for place in range(len(self._tallies)):
            left, right = self._sides(place)
            if left <= event.x <= right:
                self.pick(place)


def _rounded(left: int, top: int, right: int, bottom: int, radius: int) -> list[int]:
    """A rectangle for a smooth polygon: a point said twice is a corner, one said once bends the line."""
    points: list[int] = []
    for x, y, inward in ((left, top, 1), (right, top, -1), (right, bottom, -1), (left, bottom, 1)):
        down = radius if y == top else -radius
        before, after = (x, y + down), (x + inward * radius, y)
        if (x == left) != (y == top):
            before, after = after, before
        points += [*before, *before, x, y, *after, *after]
    return points
