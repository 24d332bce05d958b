"""What follows the pointer while an activity is dragged: itself, the day below, and what is against it."""

import tkinter
from collections.abc import Sequence
from datetime import date

from gui.look.palette import ACCENT, CARD, COLOURS, INK, TINTS, Tone
from gui.look.scale import px
from models.rules.calendar import weekday_name

_WIDTH = 250


class DragNote:
    """Drawn on the canvas of days; `day` is where it would go now, None where it would stay."""

    def __init__(self, canvas: tkinter.Canvas, text: str) -> None:
        self._canvas, self._text = canvas, text
        self.day: date | None = None
        self.words = ""
        canvas.configure(cursor="fleur")

    def say(self, day: date | None, against: Sequence[str], box: tuple[int, int, int, int] | None) -> None:
        """The day below the pointer, its place, and what stands in the way there."""
        self.day = day
        where = f"移到{day.month}月{day.day}日 {weekday_name(day)}" if day else "放在原来的日子"
        self.words = "\n".join([where, *against])
        tone = Tone.NEAR if against else Tone.PLAIN
        canvas = self._canvas
        canvas.delete("drag")
        if box is not None:
            canvas.create_rectangle(*box, outline=ACCENT, width=px(2), dash=(px(4), px(3)), tags="drag")
        text = canvas.create_text(
            px(8),
            px(5),
            anchor="nw",
            text=f"{self._text}\n{self.words}",
            font="LianxinSmall",
            fill=COLOURS[tone] if against else INK,
            width=px(_WIDTH),
            tags=("drag", "note"),
        )
        left, top, right, bottom = canvas.bbox(text)
        back = canvas.create_rectangle(
            left - px(8),
            top - px(5),
            right + px(8),
            bottom + px(5),
            fill=TINTS[tone] if against else CARD,
            outline=ACCENT,
            tags=("drag", "note"),
        )
        canvas.tag_lower(back, text)

    def follow(self, x: int, y: int) -> None:
        """Keep beside the pointer, inside the canvas."""
        canvas = self._canvas
        if not canvas.find_withtag("note"):
            self.say(self.day, (), None)
        left, top, right, bottom = canvas.bbox("note")
        to_x = min(x + px(12), canvas.winfo_width() - (right - left) - px(4))
        to_y = y + px(16) if y + px(20) + bottom - top < canvas.winfo_height() else y - (bottom - top) - px(8)
        canvas.move("note", to_x - left, to_y - top)
        canvas.tag_raise("note")

    def close(self) -> None:
        """Take it away."""
        self._canvas.delete("drag")
        self._canvas.configure(cursor="")
