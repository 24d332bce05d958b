"""Smooth lines: drawn larger by Pillow and made small again, since a canvas draws them in steps."""

import tkinter
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageTk

from gui.look.palette import CARD, LINE

_FINE = 4
Points = Sequence[tuple[float, float]]


def ring(master: tkinter.Misc, side: int, thick: int, share: float, colour: str) -> ImageTk.PhotoImage:
    """A ring of that side in pixels, its share coloured clockwise from the top."""
    fine = side * _FINE
    image = Image.new("RGB", (fine, fine), CARD)
    draw = ImageDraw.Draw(image)
    box = (_FINE, _FINE, fine - _FINE, fine - _FINE)
    draw.arc(box, 0, 360, LINE, thick * _FINE)
    if share > 0:
        draw.arc(box, -90, -90 + 360 * min(1.0, share), colour, thick * _FINE)
    return ImageTk.PhotoImage(image.resize((side, side), Image.Resampling.BOX), master=master)


def lines(
    master: tkinter.Misc, size: tuple[int, int], drawn: Sequence[tuple[Points, str, float]]
) -> ImageTk.PhotoImage:
    """Lines through points in pixels, each with its colour and thickness, on a card's ground."""
    wide, high = size
    image = Image.new("RGB", (wide * _FINE, high * _FINE), CARD)
    draw = ImageDraw.Draw(image)
    for points, colour, thick in drawn:
        fine = [(x * _FINE, y * _FINE) for x, y in points]
        draw.line(fine, colour, round(thick * _FINE), joint="curve")
    return ImageTk.PhotoImage(image.resize((wide, high), Image.Resampling.BOX), master=master)
