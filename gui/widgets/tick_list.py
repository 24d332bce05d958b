"""The quick tick list of a trip: a box, a name, three words at the right; Space, arrows and 1–3 do it all.

Drawn on a canvas: twelve rows of buttons would be sixty widgets to build and to tab through.
"""

import tkinter
from collections.abc import Callable
from functools import partial
from tkinter import Event
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import (
    ACCENT,
    CARD,
    COLOURS,
    FIELD_LINE,
    GROUND,
    HAIRLINE,
    HOVERED,
    INK,
    PICKED,
    SOFT,
    TINTS,
    Tone,
)
from gui.look.scale import px
from gui.state.activity_ticks import Mark, Tick, Ticks
from gui.state.tick_words import words_of
from gui.widgets.ruler import Ruler
from gui.widgets.wheel import on_wheel
from models import terms
from models.rules.kinds import Service

CHIPS = ((Mark.MET, "见到", Tone.DONE), (Mark.NOT_MET, "未遇", Tone.NEAR), (Mark.PHONE, "电话", Tone.PLANNED))
_PLAN = ((Mark.MET, "拟走访", Tone.PLANNED),)
_TONES = {mark: tone for mark, _, tone in CHIPS} | {Mark.CANCELLED: Tone.SOFT}
_SIGNS = {Mark.NONE: "", Mark.MET: "✓", Mark.NOT_MET: "×", Mark.PHONE: "电", Mark.CANCELLED: "–"}
_ROW, _HIGH_ROW, _BOX, _PAD, _GAP = 30, 36, 16, 12, 6
_KIND, _NAME = 36, 72


class TickList(ttk.Frame):
    """Shows `ticks`. `changed` after a tick, `picked` as the cursor moved, `enter` on Enter, `heard` on M."""

    def __init__(self, parent: tkinter.Misc, ticks: Ticks) -> None:
        super().__init__(parent, style="Paper.TFrame", height=px(4 * _ROW))
        self.pack_propagate(False)
        self.ticks = ticks
        self.planned = False
        self.empty = ""
        self.changed: Callable[[], object] = lambda: None
        self.picked: Callable[[], object] = lambda: None
        self.enter: Callable[[], object] = lambda: None
        self.heard: Callable[[], object] = lambda: None
        self._strong, self._small = Ruler(parent, "LianxinStrong"), Ruler(parent, "LianxinSmall")
        self.step = px(_ROW)
        self._hovered = -1
        self._lay_out()
        self._listen()

    def draw(self) -> None:
        """Show the rows as they are now."""
        canvas, rows = self.canvas, self.ticks.rows
        canvas.delete("all")
        self.step = self._fitting_step()
        canvas.configure(scrollregion=(0, 0, canvas.winfo_width(), len(rows) * self.step))
        if not rows:
            self._say_empty()
        for place, row in enumerate(rows):
            self._draw_row(place, row)
        self._show_bar()

    def _fitting_step(self) -> int:
        """Rows as high as let all of them be seen, within reason."""
        low, high = max(px(_ROW), self._strong.line + px(8)), px(_HIGH_ROW)
        return max(low, min(high, (self.canvas.winfo_height() - 1) // max(1, len(self.ticks.rows))))

    def focus_rows(self) -> None:
        """Give the list the keyboard."""
        self.canvas.focus_set()

    def shown(self) -> list[tuple[str, str]]:
        """Each row's name and what is said of it, as words."""
        words = {mark: word for mark, word, _ in CHIPS}
        return [(row.name, words.get(row.mark, "")) for row in self.ticks.rows]

    def press_chip(self, place: int, mark: Mark) -> None:
        """Say this of a row, or take it back if it is said already."""
        row = self.ticks.rows[place]
        self.ticks.cursor = place
        self.ticks.mark(row, Mark.NONE if row.mark == mark else mark)
        self._altered()

    def _lay_out(self) -> None:
        self.canvas = ttk.Canvas(
            self, autostyle=False, background=CARD, highlightthickness=0, takefocus=True, height=1
        )
        self._bar = ttk.Scrollbar(self, command=self.canvas.yview)
        self.canvas.configure(yscrollcommand=self._bar.set)
        self.canvas.pack(side="left", fill="both", expand=True)

    def _listen(self) -> None:
        canvas = self.canvas
        for key, step in (("Up", -1), ("Down", 1), ("Prior", -8), ("Next", 8), ("Home", -999), ("End", 999)):
            canvas.bind(f"<{key}>", partial(self._move, step))
        for key, turn in (("Left", -1), ("Right", 1)):
            canvas.bind(f"<{key}>", partial(self._turn, turn))
        for digit, (mark, _, _) in enumerate(CHIPS, start=1):
            canvas.bind(f"<Key-{digit}>", partial(self._digit, mark))
        for digit, service in enumerate(Service, start=len(CHIPS) + 1):
            canvas.bind(f"<Key-{digit}>", partial(self._bring, service))
        canvas.bind("<space>", lambda _: self._toggle())
        canvas.bind("<Return>", lambda _: self.enter())
        for key in "mM":
            canvas.bind(f"<Key-{key}>", lambda _: self.heard())
        canvas.bind("<Control-a>", lambda _: self.tick_households())
        canvas.bind("<Button-1>", self._click)
        canvas.bind("<Motion>", lambda event: self._hover(self._place(event.y)))
        canvas.bind("<Leave>", lambda _: self._hover(-1))
        for name in ("<Configure>", "<FocusIn>", "<FocusOut>"):
            canvas.bind(name, lambda _: self.draw(), add=True)
        on_wheel(canvas, self._wheel)

    def tick_households(self) -> None:
        """Every household met; again: none."""
        self.ticks.tick_households()
        self._altered()

    def _draw_row(self, place: int, row: Tick) -> None:
        top, width = place * self.step, self.canvas.winfo_width()
        middle = top + self.step // 2
        focused = str(self.tk.call("focus")) == str(self.canvas)
        at_cursor = place == self.ticks.cursor
        fill = PICKED if at_cursor and focused else GROUND if at_cursor else CARD
        self.canvas.create_rectangle(
            0,
            top,
            width,
            top + self.step,
            width=0,
            fill=HOVERED if place == self._hovered and fill == CARD else fill,
        )
        if at_cursor and focused:
            self.canvas.create_rectangle(0, top, px(3), top + self.step, width=0, fill=ACCENT)
        self.canvas.create_line(0, top + self.step, width, top + self.step, fill=HAIRLINE)
        self._draw_box(row, px(_PAD), middle)
        right = self._draw_chips(row, width, middle)
        self._draw_words(row, px(_PAD + _BOX + 10), right, middle)

    def _draw_box(self, row: Tick, x: int, middle: int) -> None:
        half, on = px(_BOX) // 2, row.mark != Mark.NONE
        colour = COLOURS[self._tone(row)] if on else CARD
        self.canvas.create_rectangle(
            x, middle - half, x + 2 * half, middle + half, fill=colour, outline=colour if on else FIELD_LINE
        )
        sign = _SIGNS[Mark.MET if self._is_meant(row) else row.mark]
        self.canvas.create_text(x + half, middle, text=sign, fill=CARD, font="LianxinSmall")

    def _draw_chips(self, row: Tick, width: int, middle: int) -> int:
        """The words at the right; where they begin."""
        right = width - px(_PAD)
        for mark, word, tone in reversed(_PLAN if self.planned else CHIPS):
            on = row.mark == mark or self._is_meant(row)
            left = right - self._small.width(word) - px(16)
            half = (self._small.line + px(6)) // 2
            if on:
                self.canvas.create_rectangle(
                    left, middle - half, right, middle + half, width=0, fill=TINTS[tone]
                )
            colour = COLOURS[tone] if on else "#98a2ae"
            self.canvas.create_text((left + right) // 2, middle, text=word, fill=colour, font="LianxinSmall")
            right = left - px(2)
        return right

    def _draw_words(self, row: Tick, x: int, right: int, middle: int) -> None:
        if right - x > px(_KIND + _NAME):
            kind = terms.label(row.kind)
            self.canvas.create_text(x, middle, anchor="w", text=kind, fill=SOFT, font="LianxinSmall")
            x += px(_KIND)
        name = self._strong.fit(row.name, right - x - px(_GAP))
        self.canvas.create_text(x, middle, anchor="w", text=name, fill=INK, font="LianxinStrong")
        x += self._strong.width(name) + px(10)
        said, tone = words_of(row)
        if right - x > px(40):
            text = self._small.fit(said, right - x - px(_GAP))
            self.canvas.create_text(x, middle, anchor="w", text=text, fill=COLOURS[tone], font="LianxinSmall")

    def _tone(self, row: Tick) -> Tone:
        return Tone.PLANNED if self._is_meant(row) else _TONES[row.mark]

    def _is_meant(self, row: Tick) -> bool:
        """Whether a plan is for it; a plan knows no more than that."""
        return self.planned and row.mark not in (Mark.NONE, Mark.CANCELLED)

    def _say_empty(self) -> None:
        canvas = self.canvas
        canvas.create_text(
            canvas.winfo_width() // 2,
            canvas.winfo_height() * 2 // 5,
            text=self.empty,
            fill=SOFT,
            font="LianxinBody",
            justify="center",
            width=max(px(120), canvas.winfo_width() - px(32)),
        )

    def _show_bar(self) -> None:
        if len(self.ticks.rows) * self.step > self.canvas.winfo_height() > 1:
            self._bar.pack(side="right", fill="y", before=self.canvas)
        else:
            self._bar.pack_forget()
            self.canvas.yview_moveto(0)

    def _place(self, y: int) -> int:
        place = int(self.canvas.canvasy(y)) // self.step
        return place if place < len(self.ticks.rows) else -1

    def _click(self, event: "Event[Any]") -> None:
        self.focus_rows()
        place = self._place(event.y)
        if place < 0:
            return
        self.ticks.cursor = place
        chip = self._chip_at(event.x)
        if chip is not None:
            self.press_chip(place, chip)
        elif event.x < px(_PAD + _BOX + 10):
            self._toggle()
        else:
            self._moved()

    def _chip_at(self, x: int) -> Mark | None:
        right = self.canvas.winfo_width() - px(_PAD)
        for mark, word, _ in reversed(_PLAN if self.planned else CHIPS):
            left = right - self._small.width(word) - px(16)
            if left <= x <= right:
                return mark
            right = left - px(2)
        return None

    def _toggle(self) -> str:
        if self.ticks.current is not None:
            self.ticks.toggle(self.ticks.current)
            self._altered()
        return "break"

    def _turn(self, step: int, _event: object) -> str:
        if self.ticks.current is not None and not self.planned:
            self.ticks.turn(self.ticks.current, step)
            self._altered()
        return "break"

    def _digit(self, mark: Mark, _event: object) -> None:
        if self.ticks.rows and (not self.planned or mark == Mark.MET):
            self.press_chip(self.ticks.cursor, mark)

    def _bring(self, service: Service, _event: object) -> None:
        if self.ticks.current is not None and not self.planned:
            self.ticks.bring_or_not(self.ticks.current, service)
            self._altered()

    def _move(self, step: int, _event: object) -> str:
        self.ticks.move(step)
        self._moved()
        return "break"

    def _moved(self) -> None:
        self._see()
        self.draw()
        self.picked()

    def _altered(self) -> None:
        self._moved()
        self.changed()

    def _see(self) -> None:
        seen, total = self.canvas.winfo_height(), len(self.ticks.rows) * self.step
        top, first = self.ticks.cursor * self.step, self.canvas.canvasy(0)
        if total > seen and not first <= top <= first + seen - self.step:
            self.canvas.yview_moveto((top if top < first else top + self.step - seen) / total)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.draw()

    def _wheel(self, step: int) -> None:
        if self._bar.winfo_manager():
            self.canvas.yview_scroll(2 * step, "units")
