"""The sign of the program in title bars and task bars: 连 in white on the rail's blue, with the gold mark."""

import ttkbootstrap as ttk
from PIL import Image, ImageDraw, ImageFont, ImageTk

from gui.look import palette, typeface

_SIDE = 128
_GRID = 128  # what the lengths in the drawing are parts of
_SIZES = (64, 32, 16)


def put_on(root: ttk.App) -> None:
    """Give the window and all that open from it their sign."""
    whole = drawn(_SIDE)
    images = [ImageTk.PhotoImage(whole.resize((side, side)), master=root) for side in _SIZES]
    for those_to_come in (True, False):  # on Windows the first leaves out the window that is there
        root.iconphoto(those_to_come, *images)  # type: ignore[arg-type]  # any Tk photo will do
    root.sign = images  # type: ignore[attr-defined]  # Tk only knows names: somebody must keep them


def drawn(side: int, ground: str = palette.RAIL) -> Image.Image:
    """The sign, so many pixels wide and high, on that ground."""
    image = Image.new("RGBA", (side, side))
    draw, one = ImageDraw.Draw(image), side / _GRID
    draw.rounded_rectangle((0, 0, side - 1, side - 1), radius=24 * one, fill=ground)
    draw.rounded_rectangle((12 * one, 32 * one, 20 * one, 96 * one), radius=4 * one, fill=palette.GOLD)
    bold = typeface.bold_file()
    if bold is not None:
        face = ImageFont.truetype(bold, 84 * one)
        draw.text((72 * one, 64 * one), "连", font=face, fill=palette.CARD, anchor="mm")
    return image
