"""A quiet chart of one year's days beside last year's and the straight line to what is owed."""

import tkinter

import ttkbootstrap as ttk

from gui.look import fine
from gui.look.palette import ACCENT, CARD, HAIRLINE, INK, SOFT
from gui.look.scale import px
from gui.state.trend import Trend, month_start, scaled
from gui.widgets.ruler import Ruler

LAST_YEAR, TARGET = "#a9bdd2", "#c9a25a"
_MONTHS = (1, 3, 5, 7, 9, 11)


class TrendChart(ttk.Canvas):
    """Shows what `show` was given last, as large as there is room."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, autostyle=False, background=CARD, highlightthickness=0, height=1, width=1)
        self._small, self._strong = Ruler(parent, "LianxinSmall"), Ruler(parent, "LianxinStrong")
        self._trend: Trend | None = None
        self._words = ("", "", "")
        self._picture: object = None
        self.bind("<Configure>", lambda _: self._draw())

    def show(self, trend: Trend | None, this_year: str, last_year: str, target: str) -> None:
        """Draw it; the words name this year's last point, last year's and the target."""
        self._trend, self._words = trend, (this_year, last_year, target)
        self._draw()

    @property
    def words(self) -> tuple[str, str, str]:
        """What is written beside the lines: this year's last point, last year's, the target."""
        return self._words

    def _draw(self) -> None:
        self.delete("all")
        if self._trend is None or self.winfo_height() < px(60):
            return
        line = self._small.line
        legend = line + px(8)
        left = self._small.width(str(self._trend.marks[-1])) + px(10)
        box = (left, legend + px(4), self.winfo_width() - px(10), self.winfo_height() - line - px(4))
        self._draw_lines(self._trend, box)
        self._draw_axes(self._trend, box)
        self._draw_legend(legend // 2)
        self._name_last_point(self._trend, box)

    def _draw_lines(self, trend: Trend, box: tuple[int, int, int, int]) -> None:
        level = [[(0.0, mark / trend.top), (1.0, mark / trend.top)] for mark in trend.marks]
        courses = [(points, HAIRLINE, 1.0) for points in level]
        courses += [(trend.target, TARGET, 1.2), (trend.last_year, LAST_YEAR, 1.6)]
        courses.append((trend.this_year, ACCENT, 2.4))
        drawn = [
            (scaled(points, box), colour, px(10 * thick) / 10) for points, colour, thick in courses if points
        ]
        self._picture = fine.lines(self, (box[2] + 2, box[3] + 2), drawn)
        self.create_image(0, 0, anchor="nw", image=self._picture)

    def _draw_axes(self, trend: Trend, box: tuple[int, int, int, int]) -> None:
        left, _, right, bottom = box
        for mark in trend.marks:
            ((_, y),) = scaled([(0, mark / trend.top)], box)
            self.create_text(left - px(6), y, anchor="e", text=str(mark), font="LianxinSmall", fill=SOFT)
        for month in _MONTHS:
            x = left + month_start(month) * (right - left)
            self.create_text(
                x, bottom + px(3), anchor="nw", text=f"{month}月", font="LianxinSmall", fill=SOFT
            )

    def _draw_legend(self, middle: int) -> None:
        x = 0
        _, last_year, target = self._words
        for colour, text in ((LAST_YEAR, last_year), (TARGET, target)):
            if text:
                self.create_line(x, middle, x + px(14), middle, fill=colour, width=px(2))
                self.create_text(x + px(19), middle, anchor="w", text=text, font="LianxinSmall", fill=SOFT)
                x += px(33) + self._small.width(text)

    def _name_last_point(self, trend: Trend, box: tuple[int, int, int, int]) -> None:
        if not trend.this_year:
            return
        ((x, y),) = scaled(trend.this_year[-1:], box)
        radius, text = px(4), self._words[0]
        self.create_oval(
            x - radius, y - radius, x + radius, y + radius, fill=ACCENT, outline=CARD, width=px(1)
        )
        room = self._strong.width(text) + px(12)
        fits_left = x - room > box[0]
        self.create_text(
            x - px(8) if fits_left else x + px(8),
            max(box[1] + self._strong.line // 2, y - px(9)),
            anchor="e" if fits_left else "w",
            text=text,
            font="LianxinStrong",
            fill=INK,
        )
