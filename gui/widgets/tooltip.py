"""A small note at the pointer: the whole text of what was cut short."""

import tkinter

from gui.look.palette import CARD, INK
from gui.look.scale import px

_DELAY_MS = 450
_WRAP = 420


class Tip:
    """One note for a widget, shown a moment after the pointer rests."""

    def __init__(self, widget: tkinter.Misc) -> None:
        self._widget = widget
        self._text = ""
        self._timer = ""
        self._window: tkinter.Toplevel | None = None
        widget.bind("<Leave>", lambda _: self.hide(), add=True)
        widget.bind("<Destroy>", lambda _: self.hide(), add=True)

    @property
    def text(self) -> str:
        """What it says or is about to say."""
        return self._text

    def offer(self, text: str) -> None:
        """Show this text soon; "" hides the note. The same text again changes nothing."""
        if text == self._text:
            return
        self.hide()
        self._text = text
        if text:
            self._timer = self._widget.after(_DELAY_MS, self._show)

    def hide(self) -> None:
        self._text = ""
        if self._timer:
            self._widget.after_cancel(self._timer)
            self._timer = ""
        if self._window is not None:
            self._window.destroy()
            self._window = None

    def _show(self) -> None:
        self._timer = ""
        self._window = window = tkinter.Toplevel(self._widget, background=INK)
        window.overrideredirect(True)
        tkinter.Label(
            window,
            text=self._text,
            font="LianxinSmall",
            background=INK,
            foreground=CARD,
            padx=px(10),
            pady=px(6),
            wraplength=px(_WRAP),
            justify="left",
        ).pack()
        x, y = self._widget.winfo_pointerx() + px(12), self._widget.winfo_pointery() + px(18)
        window.update_idletasks()
        right = self._widget.winfo_screenwidth() - window.winfo_reqwidth() - px(8)
        window.geometry(f"+{min(x, right)}+{y}")
