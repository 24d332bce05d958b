"""The sign of the program in title bars and task bars: 连 in white on the rail's blue, with the gold mark."""

import ttkbootstrap as ttk
from PIL import Image, ImageDraw, ImageFont, ImageTk

from gui.look import palette, typeface

_SIDE = 128
_SIZES = (64, 32, 16)


def put_on(root: ttk.App) -> None:
    """Give the window and all that open from it their sign."""
    whole = _drawn()
    images = [ImageTk.PhotoImage(whole.resize((side, side)), master=root) for side in _SIZES]
    root.iconphoto(True, *images)  # type: ignore[arg-type]  # any Tk photo will do
    root.sign = images  # type: ignore[attr-defined]  # Tk only knows names: somebody must keep them


def _drawn() -> Image.Image:
    image = Image.new("RGBA", (_SIDE, _SIDE))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, _SIDE - 1, _SIDE - 1), radius=24, fill=palette.RAIL)
    draw.rounded_rectangle((12, 32, 20, 96), radius=4, fill=palette.GOLD)
    bold = typeface.bold_file()
    if bold is not None:
        draw.text((72, 64), "连", font=ImageFont.truetype(bold, 84), fill=palette.CARD, anchor="mm")
    return image
