"""下基层调研: a ring with the days done, the pace in words, and the year's course."""

import tkinter
from datetime import date
from typing import Any

import ttkbootstrap as ttk

from gui.look import fine
from gui.look.palette import CARD, COLOURS, INK, SOFT, Tone
from gui.look.scale import px
from gui.state.coverage_told import kinds_words, pace_words
from gui.state.owed import TONES
from gui.state.trend import trend
from gui.widgets.ruler import Ruler
from gui.widgets.trend_chart import TrendChart
from models import terms
from models.coverage import DaysCoverage

_RING, _THICK = 112, 13
_CHART = 132  # the least height at which the course is worth showing beside the ring


class DaysCard(ttk.Frame):
    """Ring and course below each other; where there is room for one only, a button turns to the other."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(18), px(12)))
        head = ttk.Frame(self, style="Paper.TFrame")
        head.pack(fill="x", pady=(0, px(4)))
        self._title = ttk.Label(head, style="Paper.TLabel", font="LianxinHeading")
        self._title.pack(side="left")
        self.turn = ttk.Button(head, style="Bare.TButton", command=self._turn)
        self._ring = ttk.Canvas(self, autostyle=False, background=CARD, highlightthickness=0, width=1)
        self._ring.configure(height=px(_RING))
        self.chart = TrendChart(self)
        self._body, self._small = Ruler(self, "LianxinBody"), Ruler(self, "LianxinSmall")
        self._picture: object = None
        self._found: DaysCoverage | None = None
        self._words: list[tuple[str, Tone]] = []
        self._chart_first = False
        self.bind("<Configure>", lambda event: self._arrange(event.height))
        self._ring.bind("<Configure>", lambda _: self._draw())

    def show(self, found: DaysCoverage, name: str, today: date) -> None:
        """Show one leader's days out."""
        self._found, self._words = found, pace_words(found.line, today)
        self._title.configure(text=name)
        self._draw()
        year, unit = found.line.period.first.year, terms.label(found.line.unit)
        self.chart.show(
            trend(found.line, found.course, found.last_year),
            f"{found.course[-1][1]:g} {unit}" if found.course else "",
            f"{year - 1}年 {found.last_year[-1][1]:g} {unit}" if found.last_year[-1][1] else "",
            f"要求 {found.line.owed} {unit}" if found.line.owed else "",
        )

    @property
    def text(self) -> str:
        """Everything it says of the days, line by line."""
        line = self._found.line if self._found else None
        figure = [f"{line.done:g}/{line.owed}"] if line else []
        return "\n".join([*figure, *(text for text, _ in self._words)])

    def _turn(self) -> None:
        self._chart_first = not self._chart_first
        self._arrange(self.winfo_height())

    def _arrange(self, height: int) -> None:
        both = height >= px(_RING + _CHART + 64)
        for part in (self._ring, self.chart, self.turn):
            part.pack_forget()
        if both or not self._chart_first:
            self._ring.pack(fill="x")
        if both or self._chart_first:
            self.chart.pack(fill="both", expand=True, pady=(px(8), 0))
        if not both:
            self.turn.configure(text="看进度" if self._chart_first else "看走势")
            self.turn.pack(side="right")

    def _draw(self) -> None:
        canvas, found = self._ring, self._found
        canvas.delete("all")
        if found is None or canvas.winfo_width() < px(80):
            return
        side, line = px(_RING), found.line
        share = line.done / line.owed if line.owed else 0.0
        self._picture = fine.ring(canvas, side, px(_THICK), share, COLOURS[TONES[line.state]])
        canvas.create_image(0, 0, anchor="nw", image=self._picture)
        unit = terms.label(line.unit)
        self._text(side // 2, side // 2 - px(8), f"{line.done:g}", "LianxinTitle", INK, "center")
        self._text(side // 2, side // 2 + px(17), f"/ {line.owed} {unit}", "LianxinSmall", SOFT, "center")
        self._draw_words(side + px(20), canvas.winfo_width() - side - px(24))

    def _draw_words(self, x: int, room: int) -> None:
        more = kinds_words(self._found) if self._found else ""
        step = self._body.line + px(3)
        y = px(4)
        for at, (text, tone) in enumerate(self._words):
            self._text(x, y, text, "LianxinStrong" if at == 0 else "LianxinBody", COLOURS[tone], "nw")
            y += step
        if more and y + self._small.line <= px(_RING):
            self._ring.create_text(
                x, y + px(2), anchor="nw", text=more, font="LianxinSmall", fill=SOFT, width=max(px(60), room)
            )

    def _text(self, x: int, y: int, text: str, font: str, colour: str, anchor: Any) -> None:
        self._ring.create_text(x, y, text=text, font=font, fill=colour, anchor=anchor)
