"""A white card of short lines: words at the left, words at the right, more words or a bar below.

Drawn on one canvas: a dozen labels would cost the start page more than all it says.
"""

import tkinter
from collections.abc import Sequence
from tkinter import Event
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import ACCENT, CARD, COLOURS, HOVERED, INK, QUIET_PRESSED, SOFT
from gui.look.scale import px
from gui.state.cards import Line
from gui.widgets.ruler import Ruler
from gui.widgets.tooltip import Tip

_PAD = 16


class LinesCard(ttk.Frame):
    """Shows as many lines as it has room for, and says how many more there are."""

    def __init__(self, parent: tkinter.Misc, title: str, empty: str = "") -> None:
        super().__init__(parent, style="Card.TFrame", padding=px(1))
        self._title, self._empty = title, empty
        self._lines: Sequence[Line] = ()
        self._ruler, self._heading = Ruler(parent, "LianxinBody"), Ruler(parent, "LianxinHeading")
        self._whole: dict[int, str] = {}
        self.sheet = ttk.Canvas(self, autostyle=False, background=CARD, highlightthickness=0, height=1)
        self.sheet.pack(fill="both", expand=True, padx=px(4), pady=px(4))
        self._tip = Tip(self.sheet)
        self.sheet.bind("<Configure>", lambda _: self._draw())
        self.sheet.bind("<Button-1>", self._click)
        self.sheet.bind("<Motion>", self._motion)

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self._lines = lines
        self._draw()

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What its lines say, left and right."""
        return [(line.left, line.right) for line in self._lines]

    @property
    def below(self) -> list[str]:
        """What they say below."""
        return [line.below[0] if line.below else "" for line in self._lines]

    def height_for(self, most: int) -> int:
        """The pixels that the card takes with its first lines, `most` of them."""
        heights = [self._height(line) for line in self._lines[:most]] or [self._step]
        return self._top + sum(heights) + px(16)

    @property
    def _top(self) -> int:
        return self._heading.line + px(22)

    @property
    def _step(self) -> int:
        return self._ruler.line + px(8)

    def _height(self, line: Line) -> int:
        below = self._ruler.line + px(1) if line.below else 0
        return self._step + below + (px(5) if line.share is not None else 0)

    def _draw(self) -> None:
        sheet = self.sheet
        sheet.delete("all")
        self._whole.clear()
        sheet.create_text(px(_PAD), px(12), anchor="nw", text=self._title, font="LianxinHeading", fill=INK)
        if not self._lines:
            width = max(px(80), sheet.winfo_width() - 2 * px(_PAD))
            sheet.create_text(
                px(_PAD), self._top, anchor="nw", text=self._empty, fill=SOFT, font="LianxinBody", width=width
            )
            return
        y = self._top
        for place, line in enumerate(self._lines):
            last = place == len(self._lines) - 1
            if y + self._height(line) * (1 if last else 2) > sheet.winfo_height() and not last:
                self._text(place, px(_PAD), y, f"还有 {len(self._lines) - place} 条", SOFT)
                return
            self._draw_line(place, line, y)
            y += self._height(line)

    def _draw_line(self, place: int, line: Line, y: int) -> None:
        wide = self.sheet.winfo_width() - px(_PAD)
        tag = f"line{place}"
        if line.run:
            self.sheet.create_rectangle(
                px(4),
                y - px(3),
                wide + px(8),
                y + self._height(line) - px(3),
                width=0,
                fill=CARD,
                tags=(tag, "back"),
            )
        right = self._ruler.fit(line.right, (wide - px(_PAD)) * 3 // 5)
        self.sheet.create_text(
            wide, y, anchor="ne", text=right, font="LianxinBody", fill=COLOURS[line.tone], tags=tag
        )
        left = self._ruler.fit(line.left, wide - px(_PAD) - self._ruler.width(right) - px(12))
        self._text(place, px(_PAD), y, left, INK)
        below, tone = line.below or ("", line.tone)
        fitted = self._ruler.fit(below, wide - px(_PAD))
        self._text(place, px(_PAD), y + self._ruler.line + px(1), fitted, COLOURS[tone])
        if (left, right, fitted) != (line.left, line.right, below):
            self._whole[place] = "\n".join(filter(None, (f"{line.left}    {line.right}", below)))
        if line.share is not None:
            self._bar(y + self._ruler.line + px(1), wide, line.share)

    def _text(self, place: int, x: int, y: int, text: str, colour: str) -> None:
        if not text:
            return
        self.sheet.create_text(
            x, y, anchor="nw", text=text, font="LianxinBody", fill=colour, tags=f"line{place}"
        )

    def _bar(self, y: int, wide: int, share: float) -> None:
        start, high = px(_PAD), px(5)
        reached = start + round((wide - start) * min(1.0, share))
        self.sheet.create_rectangle(start, y, wide, y + high, width=0, fill=QUIET_PRESSED)
        if reached > start:
            self.sheet.create_rectangle(start, y, reached, y + high, width=0, fill=ACCENT)

    def _place(self, y: int) -> int:
        top = self._top - px(3)
        for place, line in enumerate(self._lines):
            if top <= y < top + self._height(line):
                return place
            top += self._height(line)
        return -1

    def _click(self, event: "Event[Any]") -> None:
        place = self._place(event.y)
        if place >= 0 and (run := self._lines[place].run) is not None:
            run()

    def _motion(self, event: "Event[Any]") -> None:
        place = self._place(event.y)
        active = place >= 0 and self._lines[place].run is not None
        self.sheet.configure(cursor="hand2" if active else "")
        self.sheet.itemconfigure("back", fill=CARD)
        if active:
            for item in self.sheet.find_withtag(f"line{place}"):
                if "back" in self.sheet.gettags(item):
                    self.sheet.itemconfigure(item, fill=HOVERED)
        self._tip.offer(self._whole.get(place, ""))
