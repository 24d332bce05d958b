"""The ttk styles of the program, under names of meaning: `style="Main.TButton"`, `"Card.TFrame"` …"""

from collections.abc import Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

import ttkbootstrap as ttk
from PIL import Image, ImageDraw, ImageTk

from gui import palette
from gui.palette import ACCENT, CARD, FIELD_LINE, GROUND, INK, LATE, LINE, RAIL, SOFT
from gui.scale import px

_RADIUS = 5
_SIDE = 24
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
    _plated(style, "Card", {"": Plate(CARD, LINE)}, GROUND, side=192)
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
    _button(style, "Main", main, CARD, GROUND)
    _button(style, "Quiet", quiet, INK, GROUND)
    _button(style, "Grave", quiet, LATE, GROUND)
    _button(style, "Bare", bare, ACCENT, CARD)
    _button(style, "Small", quiet, INK, GROUND)
    style.configure("Small.TButton", font="LianxinSmall", padding=(px(10), px(1)))
    _button(style, "Icon", bare, ACCENT, CARD)
    style.configure("Icon.TButton", padding=px(6))


def _button(style: ttk.Style, name: str, plates: Mapping[str, Plate], ink: str, behind: str) -> None:
    _plated(style, name, plates, behind)
    ttk.layout(
        style,
        f"{name}.TButton",
        ttk.El(
            f"{name}.plate",
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
        background=behind,
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
    ttk.layout(style, "Field.TEntry", ttk.El("Field.plate", sticky="nsew", children=[text]))
    _configure(
        style,
        "Field.TEntry",
        padding=(px(8), px(6)),
        foreground=INK,
        background=CARD,
        fieldbackground=CARD,
        insertcolor=INK,
        selectbackground="#bcd3ec",
        selectforeground=INK,
        insertwidth=px(1),
    )
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
    _configure(style, "Field.TFrame", background=CARD)
    ttk.layout(style, "Field.TFrame", ttk.El("Field.plate", sticky="nsew"))


def icon(name: str, colour: str, size: int = 16) -> str:
    """The image of one of ttkbootstrap's icons, `size` for 96 dpi."""
    return str(ttk.Assets(ttk.Style.get_instance()).icon(name, size, colour))


def need_checks() -> None:
    """Make the style of check boxes on cards, if it is not there yet: it costs too much for every start."""
    style = ttk.Style.get_instance()
    if not style.style_exists_in_theme("Paper.TCheckbutton"):
        style.configure("TCheckbutton", font="LianxinBody")
        _configure(style, "Paper.TCheckbutton", background=CARD, foreground=INK)


def _configure(style: ttk.Style, name: str, **options: object) -> None:
    ttk.register_style(style, name)
    style.configure(name, **options)


def _plated(style: ttk.Style, name: str, plates: Mapping[str, Plate], behind: str, side: int = _SIDE) -> None:
    images = {state: _image(style, plate, behind, px(side)) for state, plate in plates.items()}
    default = images.pop("")
    ttk.image_element(
        style, f"{name}.plate", default=default, states=images, border=px(8), padding=0, sticky="nsew"
    )


def _image(style: ttk.Style, plate: Plate, behind: str, side: int) -> str:
    """The name of an image of a plate, `side` pixels square, opaque: X11 draws alpha slowly."""
    corner = px(_RADIUS) + 2
    small = _drawn(plate, behind, 2 * corner + 2)
    whole = Image.new("RGB", (side, side), plate.fill)
    thick, far = px(plate.thick), side - corner
    ImageDraw.Draw(whole).rectangle((0, 0, side - 1, side - 1), outline=plate.line, width=thick)
    for x in (0, far):
        for y in (0, far):
            left, top = (corner + 2 if x else 0), (corner + 2 if y else 0)
            whole.paste(small.crop((left, top, left + corner, top + corner)), (x, y))
    image = ImageTk.PhotoImage(whole, master=style.master)
    _kept.setdefault(style, []).append(image)
    return str(image)


def _drawn(plate: Plate, behind: str, side: int) -> Image.Image:
    fine = side * _FINE
    image = Image.new("RGB", (fine, fine), behind)
    ImageDraw.Draw(image).rounded_rectangle(
        (0, 0, fine - 1, fine - 1),
        radius=px(_RADIUS) * _FINE,
        fill=plate.fill,
        outline=plate.line,
        width=px(plate.thick) * _FINE,
    )
    return image.resize((side, side), Image.Resampling.LANCZOS)
