"""What follows the pointer while an activity is dragged: itself, the day below, and what is against it."""

import tkinter
from datetime import date

from gui.look.palette import ACCENT, CARD, COLOURS, INK, TINTS, Tone
from gui.look.scale import px
from gui.state.activity_effect import wrapped
from gui.state.month_boxes import Box
from gui.widgets.move_drawer import Against
from gui.widgets.ruler import Ruler
from models.rules.calendar import month_day, weekday_name

_WIDTH = 260


NOTHING = Against(())


class DragNote:
    """Drawn on the canvas of days; `day` is where it would go now, None where it would stay."""

    def __init__(self, canvas: tkinter.Canvas, text: str, ruler: Ruler) -> None:
        self._canvas, self._text, self._ruler = canvas, text, ruler
        self.day: date | None = None
        self.words = ""
        canvas.configure(cursor="fleur")

    def say(self, day: date | None, against: Against, box: Box | None) -> None:
        """The day it would begin on, where the pointer is, and what speaks against it."""
        self.day = day
        where = (
            f"{'不能移到' if against.refuses else '移到'}{month_day(day)} {weekday_name(day)}" if day else ""
        )
        self.words = "\n".join([where or "放在原来的日子", *against.texts])
        self._canvas.delete("drag")
        if box is not None:
            self._canvas.create_rectangle(
                *box, outline=COLOURS[against.tone], width=px(2), dash=(px(4), px(3)), tags="drag"
            )
        self._draw(against.tone)

    def _draw(self, tone: Tone) -> None:
        canvas = self._canvas
        lines = wrapped(f"{self._text}\n{self.words}", px(_WIDTH), self._ruler.width)
        text = canvas.create_text(
            px(8),
            px(5),
            anchor="nw",
            text="\n".join(lines),
            font="LianxinSmall",
            fill=INK if tone is Tone.SOFT else COLOURS[tone],
            tags=("drag", "note"),
        )
        left, top, right, bottom = canvas.bbox(text)
        back = canvas.create_rectangle(
            left - px(8),
            top - px(5),
            right + px(8),
            bottom + px(5),
            fill=CARD if tone is Tone.SOFT else TINTS[tone],
            outline=ACCENT,
            tags=("drag", "note"),
        )
        canvas.tag_lower(back, text)

    def follow(self, x: int, y: int) -> None:
        """Keep beside the pointer, inside the canvas."""
        canvas = self._canvas
        if not canvas.find_withtag("note"):
            self.say(self.day, NOTHING, None)
        left, top, right, bottom = canvas.bbox("note")
        to_x = min(x + px(12), canvas.winfo_width() - (right - left) - px(4))
        below = y + px(20) + bottom - top < canvas.winfo_height()
        to_y = y + px(16) if below else max(0, y - (bottom - top) - px(8))
        canvas.move("note", to_x - left, to_y - top)
        canvas.tag_raise("note")

    def close(self) -> None:
        """Take it away."""
        self._canvas.delete("drag")
        self._canvas.configure(cursor="")
