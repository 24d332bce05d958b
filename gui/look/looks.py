"""The ttk styles of the program, under names of meaning: `style="Main.TButton"`, `"Card.TFrame"` …"""

import tkinter.ttk
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import ttkbootstrap as ttk
from PIL import Image, ImageDraw, ImageTk

from gui.look import palette
from gui.look.palette import ACCENT, CARD, FIELD_LINE, GROUND, INK, LATE, LINE, RAIL, SOFT
from gui.look.scale import px

_RADIUS = 5
_LEAST = 24
_BAR = (240, 48)  # ttk fills the middle tile by tile, each with a round trip on X11: so few, large tiles
_FINE = 4

_kept: WeakKeyDictionary[ttk.Style, list[ImageTk.PhotoImage]] = WeakKeyDictionary()  # Tk only knows names


class Plate(NamedTuple):
    """A rounded rectangle: its fill, the line round it, and how thick that is."""

    fill: str
    line: str
    thick: float = 1


def build(style: ttk.Style) -> None:
    """Make every style of ours known; ttkbootstrap's own widgets follow the theme's colours already."""
    _surfaces(style)
    _buttons(style)
    _rail_buttons(style)
    _fields(style)


def _surfaces(style: ttk.Style) -> None:
    _plated(style, "Card", {"": Plate(CARD, LINE)}, GROUND, (256, 256))
    ttk.layout(style, "Card.TFrame", ttk.El("Card.plate", sticky="nsew"))
    for name, colour in (
        ("Paper", CARD),
        ("Rail", RAIL),
        ("RailLine", "#2f4a66"),
        ("Line", LINE),
        ("Gold", palette.GOLD),
    ):
        _configure(style, f"{name}.TFrame", background=colour)
    _configure(style, "Card.TFrame", background=CARD)
    _configure(style, "TLabel", font="LianxinBody", foreground=INK, background=GROUND)
    _configure(style, "Paper.TLabel", font="LianxinBody", foreground=INK, background=CARD)
    _configure(style, "Soft.TLabel", font="LianxinSmall", foreground=SOFT, background=CARD)
    _configure(style, "Rail.TLabel", font="LianxinBody", foreground=palette.RAIL_INK, background=RAIL)


def _buttons(style: ttk.Style) -> None:
    main = {
        "disabled": Plate("#b9c4d0", "#b9c4d0"),
        "pressed": Plate(palette.ACCENT_PRESSED, palette.ACCENT_PRESSED),
        "focus": Plate(ACCENT, palette.GOLD, 2),
        "active": Plate(palette.ACCENT_HOVER, palette.ACCENT_HOVER),
        "": Plate(ACCENT, ACCENT),
    }
    quiet = {
        "disabled": Plate(GROUND, LINE),
        "pressed": Plate(palette.QUIET_PRESSED, FIELD_LINE),
        "focus": Plate(CARD, ACCENT, 2),
        "active": Plate(palette.QUIET_HOVER, FIELD_LINE),
        "": Plate(CARD, FIELD_LINE),
    }
    bare = {
        "pressed": Plate(palette.QUIET_PRESSED, palette.QUIET_PRESSED),
        "focus": Plate(CARD, ACCENT, 2),
        "active": Plate(palette.QUIET_HOVER, palette.QUIET_HOVER),
        "": Plate(CARD, CARD),
    }
    for name, plates, behind in (("Main", main, GROUND), ("Quiet", quiet, GROUND), ("Bare", bare, CARD)):
        _plated(style, name, plates, behind)
    _button(style, "Main", "Main", CARD)
    _button(style, "Quiet", "Quiet", INK)
    _button(style, "Grave", "Quiet", LATE)
    _button(style, "Bare", "Bare", ACCENT)
    _button(style, "Small", "Quiet", INK)
    _set(style, "Small.TButton", font="LianxinSmall", padding=(px(10), px(1)))
    _button(style, "Icon", "Bare", ACCENT)
    _set(style, "Icon.TButton", padding=px(6))


def _button(style: ttk.Style, name: str, plate: str, ink: str) -> None:
    ttk.layout(
        style,
        f"{name}.TButton",
        ttk.El(
            f"{plate}.plate",
            sticky="nsew",
            children=[ttk.El("Button.padding", sticky="nsew", children=[ttk.El("Button.label", sticky="")])],
        ),
    )
    _configure(
        style,
        f"{name}.TButton",
        font="LianxinBody",
        foreground=ink,
        padding=(px(14), px(6)),
        anchor="center",
    )
    style.map(f"{name}.TButton", foreground=[("disabled", "#ffffff" if ink == CARD else "#98a2ae")])


def _rail_buttons(style: ttk.Style) -> None:
    for name, ground, font, ink in (
        ("Rail", RAIL, "LianxinBody", palette.RAIL_INK),
        ("RailOn", palette.RAIL_ON, "LianxinStrong", CARD),
    ):
        ttk.layout(
            style,
            f"{name}.TButton",
            ttk.El(
                "Button.fill",
                sticky="nsew",
                children=[
                    ttk.El("Button.padding", sticky="nsew", children=[ttk.El("Button.label", sticky="w")])
                ],
            ),
        )
        _configure(
            style,
            f"{name}.TButton",
            background=ground,
            foreground=ink,
            font=font,
            padding=(px(20), px(9)),
            anchor="w",
            borderwidth=0,
        )
        hover = palette.RAIL_HOVER if name == "Rail" else ground
        style.map(f"{name}.TButton", background=[("active", hover), ("focus", palette.RAIL_HOVER)])


def _fields(style: ttk.Style) -> None:
    plates = {
        "disabled": Plate(GROUND, LINE),
        "invalid focus": Plate(CARD, LATE, 2),
        "invalid": Plate(CARD, LATE),
        "focus": Plate(CARD, ACCENT, 2),
        "": Plate(CARD, FIELD_LINE),
    }
    _plated(style, "Field", plates, CARD)
    text = ttk.El("Entry.padding", sticky="nsew", children=[ttk.El("Entry.textarea", sticky="nsew")])
    for name, padding in (("Field.TEntry", (px(8), px(6))), ("Cell.TEntry", (px(6), px(1)))):
        ttk.layout(style, name, ttk.El("Field.plate", sticky="nsew", children=[text]))
        _configure(
            *(style, name),
            padding=padding,
            foreground=INK,
            background=CARD,
            fieldbackground=CARD,
            insertcolor=INK,
            selectbackground="#bcd3ec",
            selectforeground=INK,
            insertwidth=px(1),
        )
    _configure(style, "Field.TFrame", background=CARD)
    ttk.layout(style, "Field.TFrame", ttk.El("Field.plate", sticky="nsew"))


def need_choices() -> None:
    """Make the style of drop-down fields, if it is not there yet: its arrow would cost every start."""
    style = ttk.Style.get_instance()
    if style.style_exists_in_theme("Field.TCombobox"):
        return
    style.configure("TCombobox", font="LianxinBody")
    arrow = ttk.El(
        "Combobox.padding",
        expand="1",
        sticky="nsew",
        children=[
            ttk.El("Combobox.downarrow", side="right", sticky=""),
            ttk.El("Combobox.textarea", sticky="nsew"),
        ],
    )
    ttk.layout(style, "Field.TCombobox", ttk.El("Field.plate", sticky="nsew", children=[arrow]))
    _configure(
        style,
        "Field.TCombobox",
        padding=(px(8), px(6)),
        foreground=INK,
        background=CARD,
        fieldbackground=CARD,
        selectbackground=CARD,
        selectforeground=INK,
    )


def icon(name: str, colour: str, size: int = 16) -> str:
    """The image of one of ttkbootstrap's icons, `size` for 96 dpi."""
    return str(ttk.Assets(ttk.Style.get_instance()).icon(name, size, colour))


def need_checks() -> None:
    """Make the style of check boxes on cards, if it is not there yet: it costs too much for every start."""
    style = ttk.Style.get_instance()
    if not style.style_exists_in_theme("Paper.TCheckbutton"):
        style.configure("TCheckbutton", font="LianxinBody")
        _configure(style, "Paper.TCheckbutton", background=CARD, foreground=INK)


def _configure(style: ttk.Style, name: str, **options: Any) -> None:
    ttk.register_style(style, name)
    _set(style, name, **options)


def _set(style: ttk.Style, name: str, **options: Any) -> None:
    """Past the bookkeeping of ttkbootstrap, which sets all options of all styles again for each new one."""
    tkinter.ttk.Style.configure(style, name, **options)


def _plated(
    style: ttk.Style, name: str, plates: Mapping[str, Plate], behind: str, size: tuple[int, int] = _BAR
) -> None:
    images = {
        state: _image(style, plate, behind, px(size[0]), px(size[1])) for state, plate in plates.items()
    }
    default = images.pop("")
    ttk.image_element(
        style,
        f"{name}.plate",
        default=default,
        states=images,
        border=px(8),
        padding=0,
        sticky="nsew",
        width=px(_LEAST),
        height=px(_LEAST),
    )


def _image(style: ttk.Style, plate: Plate, behind: str, wide: int, high: int) -> str:
    """The name of an image of a plate, so many pixels wide and high; opaque, since X11 draws alpha slowly."""
    thick = px(plate.thick)
    whole = Image.new("RGB", (wide, high), plate.line)
    whole.paste(plate.fill, (thick, thick, wide - thick, high - thick))
    corner = _corner(plate, behind, px(_RADIUS), thick)
    side = corner.width
    for turned, x, y in (
        (corner, 0, 0),
        (corner.transpose(Image.Transpose.FLIP_LEFT_RIGHT), wide - side, 0),
        (corner.transpose(Image.Transpose.FLIP_TOP_BOTTOM), 0, high - side),
        (corner.transpose(Image.Transpose.ROTATE_180), wide - side, high - side),
    ):
        whole.paste(turned, (x, y))
    image = ImageTk.PhotoImage(whole, master=style.master)
    _kept.setdefault(style, []).append(image)
    return str(image)


def _corner(plate: Plate, behind: str, radius: int, thick: int) -> Image.Image:
    """The upper left corner, smoothed by drawing it larger first."""
    inside, outside = radius - thick, radius
    image = Image.new("RGB", (radius, radius), behind)
    image.paste(plate.line, mask=_disc(radius, outside))
    image.paste(plate.fill, mask=_disc(radius, inside))
    return image


@cache
def _disc(side: int, radius: int) -> Image.Image:
    """A quarter disc round the lower right corner of a square, as a mask."""
    fine = side * _FINE
    mask = Image.new("L", (fine, fine))
    reach = radius * _FINE
    ImageDraw.Draw(mask).ellipse((fine - reach, fine - reach, fine + reach, fine + reach), fill=255)
    return mask.resize((side, side), Image.Resampling.BOX)
