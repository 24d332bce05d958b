"""A small window under a field: the calendar, the list of matches. It goes when one turns away."""

import tkinter
from collections.abc import Callable, Sequence
from typing import Any

from gui.look.palette import CARD, FIELD_LINE, INK, PICKED
from gui.look.scale import px


class Popup(tkinter.Toplevel):
    """Opens under `owner`, which keeps the keyboard; a click elsewhere or a moved window closes it.

    `gone` is called when it closed by itself that way.
    """

    def __init__(self, owner: tkinter.Misc) -> None:
        super().__init__(owner, background=FIELD_LINE)
        self.withdraw()
        self.overrideredirect(True)
        self._owner = owner
        self.gone: Callable[[], object] = lambda: None
        self._top: Any = owner.winfo_toplevel()
        self.inside = tkinter.Frame(self, background=CARD)
        self.inside.pack(fill="both", expand=True, padx=1, pady=1)
        self._place = self._top.winfo_geometry()
        self._bound = [
            (event, self._top.bind(event, self._away, add=True))
            for event in ("<Button-1>", "<Configure>", "<Unmap>")
        ]

    def open(self) -> None:
        """Show it under the owner, or above where the screen ends."""
        self.update_idletasks()
        if not self.winfo_exists():  # the window was just being moved
            return
        owner = self._owner
        x, y = owner.winfo_rootx(), owner.winfo_rooty() + owner.winfo_height() + px(2)
        if y + self.winfo_reqheight() > self.winfo_screenheight():
            y = owner.winfo_rooty() - self.winfo_reqheight() - px(2)
        x = max(0, min(x, self.winfo_screenwidth() - self.winfo_reqwidth()))
        self.geometry(f"+{x}+{y}")
        self.deiconify()
        self.lift()

    def close(self) -> None:
        """Take it away; closing twice does no harm."""
        for event, name in self._bound:
            self._forget(event, name)
        self._place = self._top.winfo_geometry()
        self._bound = []
        self.destroy()

    def _forget(self, event: str, name: str) -> None:
        """Take one command from what the window does at an event; `unbind` would take the others with it."""
        others = [each for each in str(self._top.bind(event)).splitlines() if f"[{name} " not in each]
        self._top.tk.call("bind", self._top, event, "\n".join(others))
        self._top.deletecommand(name)

    def _away(self, event: "tkinter.Event[Any]") -> None:
        outside = not str(event.widget).startswith(str(self._owner))
        if event.type is not tkinter.EventType.ButtonPress:
            outside = event.widget is self._top and self._top.winfo_geometry() != self._place
        if outside:
            self.close()
            self.gone()


def lines_in(
    popup: Popup, lines: Sequence[str], width: int, take: Callable[[int], object]
) -> tkinter.Listbox:
    """A list in a popup; `take` gets the place of a line that is clicked. Keys are its owner's business."""
    widget = tkinter.Listbox(
        popup.inside,
        height=len(lines),
        width=width,
        font="LianxinBody",
        background=CARD,
        foreground=INK,
        selectbackground=PICKED,
        selectforeground=INK,
        borderwidth=0,
        highlightthickness=0,
        activestyle="none",
        takefocus=False,
        exportselection=False,
    )
    widget.insert("end", *lines)
    widget.pack(padx=px(4), pady=px(4))
    widget.bind("<ButtonRelease-1>", lambda event: take(widget.nearest(event.y)))
    return widget
