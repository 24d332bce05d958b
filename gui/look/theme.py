"""The root window in our look: how big, in which colours, in which type."""

import ctypes
import os
import sys
import tkinter
from tkinter import font

import ttkbootstrap as ttk
from ttkbootstrap.localization.msgs import MESSAGES
from ttkbootstrap.style import StyleBuilderTTK
from ttkbootstrap.style.theme import Colors, ThemeDefinition
from ttkbootstrap.themes.builtin import CURATED_THEMES

from gui.later import soon
from gui.look import looks, rare_characters, typeface
from gui.look.palette import (
    ACCENT,
    CARD,
    DONE,
    FIELD_LINE,
    GROUND,
    INK,
    LATE,
    NEAR,
    PICKED,
    PLANNED,
    QUIET_HOVER,
    SOFT,
)
from gui.look.scale import set_factor

NAME = "lianxin"
OWN = "LianxinRoot"
"""The tag of bindings that hear of the root alone."""

LARGE_STEP = 1.2

BODY, STRONG, SMALL = "LianxinBody", "LianxinStrong", "LianxinSmall"
HEADING, TITLE, BRAND = "LianxinHeading", "LianxinTitle", "LianxinBrand"
_SIZES = {BODY: 11, STRONG: 11, SMALL: 10, HEADING: 13, TITLE: 19, BRAND: 16}
_BOLD = {STRONG, HEADING, TITLE, BRAND}
_TK_FONTS = ("TkDefaultFont", "TkTextFont", "TkMenuFont", "TkHeadingFont", "TkCaptionFont", "TkTooltipFont")


class _Theme(ttk.Theme):
    """Our colours as they are, not derived from anchors."""

    def to_definitions(self) -> list[ThemeDefinition]:
        return [ThemeDefinition(NAME, _colours(), "light")]


def open_root(title: str, *, large: bool) -> ttk.App:
    """The root window, scaled and styled. `large` is the large-font setting: everything one step bigger.

    LIANXIN_SCALE (1, 1.5, 2 …) overrides the scale the system reports.
    """
    typeface.load_bundled()
    CURATED_THEMES.clear()  # ttkbootstrap would work out thirty colour schemes, and load
    MESSAGES.clear()  # twenty languages, none of them ours, at every start
    StyleBuilderTTK.create_default_style = _few_settings  # type: ignore[method-assign]
    _Theme(NAME).register()
    root = ttk.App(title=title, theme=NAME, iconphoto=None, scaling=_scaling(large))
    root.unbind_all("<Map>")  # ttkbootstrap tells every parent of every widget shown; nobody here listens
    _hear_itself_alone(root)
    _put_off_input_methods(root)
    set_factor(root.style.scaling.factor)
    _name_fonts(root)
    looks.build(root.style)
    _tame_lists(root)
    rare_characters.keep_whole(root)
    return root


def _hear_itself_alone(root: ttk.App) -> None:
    """What is bound to the root is called for every widget inside it; its size and showing are its own."""
    root.bindtags((OWN, *root.bindtags()))
    for event in ("<Map>", "<Configure>", "<Visibility>"):
        root.tk.call("bind", OWN, event, root.bind(event))
        root.unbind(event)


def _put_off_input_methods(root: ttk.App) -> None:
    """Let X11 prepare typing Chinese for each widget when it is first used, not for all before they show."""
    root.tk.call("tk", "useinputmethods", 0)
    soon(root, lambda: root.tk.call("tk", "useinputmethods", 1))


def _tame_lists(root: ttk.App) -> None:
    """The drop-down lists Tk makes itself, in our look; and no wheel that changes a choice in passing."""
    for option, value in (
        ("font", BODY),
        ("background", CARD),
        ("foreground", INK),
        ("selectBackground", PICKED),
    ):
        root.option_add(f"*TCombobox*Listbox.{option}", value)
    root.option_add("*TCombobox*Listbox.selectForeground", INK)
    root.option_add("*TCombobox*Listbox.borderWidth", 0)
    for event in ("<MouseWheel>", "<Button-4>", "<Button-5>"):
        root.unbind_class("TCombobox", event)


def _few_settings(builder: StyleBuilderTTK) -> None:
    """What all styles share. ttkbootstrap would make seven styles here, for dialogs of Tk that never open."""
    colours = {"background": GROUND, "foreground": INK, "troughcolor": GROUND, "darkcolor": FIELD_LINE}
    builder.configure(style=".", **colours, selectforeground=INK, selectbackground=PICKED)
    builder.configure(style=".", borderwidth=builder.scale_size(1), focuscolor="")


def _colours() -> Colors:
    return Colors(
        primary=ACCENT,
        secondary=SOFT,
        success=DONE,
        info=PLANNED,
        warning=NEAR,
        danger=LATE,
        light=GROUND,
        dark=INK,
        bg=GROUND,
        fg=INK,
        selectbg=PICKED,
        selectfg=INK,
        border=FIELD_LINE,
        inputfg=INK,
        inputbg=CARD,
        active=QUIET_HOVER,
    )


def _scaling(large: bool) -> float | None:
    """Pixels per point, or None where Tk's own idea of the screen will do."""
    forced = os.environ.get("LIANXIN_SCALE")
    scale = float(forced) if forced else _system_scale()
    if large:
        scale = (scale or 1.0) * LARGE_STEP
    return scale and scale * 4 / 3


def _system_scale() -> float | None:
    if sys.platform != "win32":
        return None
    ttk.enable_high_dpi_awareness()
    return float(ctypes.windll.user32.GetDpiForSystem()) / 96


def _name_fonts(root: ttk.App) -> None:
    family = typeface.choose_family(root)
    for name in _TK_FONTS:
        font.nametofont(name, root).configure(family=family, size=_SIZES[BODY], weight="normal")
    for name, size in _SIZES.items():
        weight = "bold" if name in _BOLD else "normal"
        root.tk.call("font", "create", name, "-family", family, "-size", size, "-weight", weight)
        tkinter.Label(root, font=name)  # never shown: Tk opens a font anew each time while no widget holds it
