"""The strip under the page head: what was done, or what a Problem wants mended. It never traps."""

import ttkbootstrap as ttk

from gui.palette import COLOURS, TINTS, Tone, signed
from gui.scale import px

_GOOD_NEWS_MS = 6000


class Notice(ttk.Frame):
    """Hidden until something is said; good news hides itself, a complaint stays until closed or answered."""

    def __init__(self, parent: ttk.Frame) -> None:
        super().__init__(parent)
        self._strip = ttk.TkFrame(self, autostyle=False)
        self._text = ttk.TkLabel(self._strip, autostyle=False, font="LianxinBody", justify="left", anchor="w")
        self._text.pack(side="left", fill="x", expand=True, padx=px(14), pady=px(7))
        self._close = ttk.TkLabel(
            self._strip, autostyle=False, text="×", font="LianxinHeading", cursor="hand2"
        )
        self._close.pack(side="right", padx=px(12), anchor="n")
        self._close.bind("<Button-1>", lambda _: self.hide())
        self._timer = ""
        self.bind("<Configure>", lambda event: self._text.configure(wraplength=event.width - px(60)))
        self.configure(height=1)

    @property
    def text(self) -> str:
        """What is being said, "" when hidden."""
        return str(self._text.cget("text")) if self._strip.winfo_manager() else ""

    def say(self, text: str, tone: Tone) -> None:
        """Show the text; several lines are several complaints."""
        self.hide()
        for part in (self._strip, self._text, self._close):
            part.configure(background=TINTS[tone])
        self._text.configure(text=signed(tone, text), foreground=COLOURS[tone])
        self._close.configure(foreground=COLOURS[tone])
        self._strip.pack(fill="x", pady=(0, px(12)))
        if tone is Tone.DONE:
            self._timer = self.after(_GOOD_NEWS_MS, self.hide)

    def hide(self) -> None:
        """Take it away, if it is there."""
        if self._timer:
            self.after_cancel(self._timer)
            self._timer = ""
        self._strip.pack_forget()
        self.configure(height=1)
