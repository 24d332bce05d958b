"""The strip under the page head: what was done, or what a Problem wants mended. It never traps."""

import tkinter
from typing import Any

from gui.later import Pause
from gui.look.palette import COLOURS, GROUND, TINTS, Tone, signed
from gui.look.scale import px
from gui.widgets.ruler import Ruler

_GOOD_NEWS_MS = 6000


class Notice(tkinter.Frame):
    """Hidden until something is said. Good news of one line lies over the head's context line and goes by
    itself, so that nothing moves under the pointer; all else takes room and stays until closed or answered.
    """

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, height=1, background=GROUND)
        self._strip: tkinter.Frame | None = None
        self._news = Pause(self, _GOOD_NEWS_MS, self.hide)
        self.text = ""

    def say(self, text: str, tone: Tone) -> None:
        """Show the text; several lines are several complaints."""
        self.hide()
        self.text = signed(tone, text)
        self._strip = strip = tkinter.Frame(self.master, background=TINTS[tone])
        colours: dict[str, Any] = {"background": TINTS[tone], "foreground": COLOURS[tone]}
        close = tkinter.Label(strip, text="×", font="LianxinHeading", cursor="hand2", pady=0, **colours)
        close.pack(side="right", padx=px(12))
        close.bind("<Button-1>", lambda _: self.hide())
        words = tkinter.Label(
            strip, text=self.text, font="LianxinBody", justify="left", anchor="w", pady=0, **colours
        )
        words.pack(side="left", padx=px(14))
        room = self._room(self.winfo_width())
        if tone is Tone.DONE and "\n" not in text and words.winfo_reqwidth() <= room:
            words.pack_configure(pady=px(4))
            strip.place(in_=self, y=-px(4), anchor="sw", relwidth=1.0)
            self._news.begin()
        else:
            words.configure(text=self._broken(room))
            words.pack_configure(pady=px(8))
            strip.pack(in_=self, fill="x", pady=(0, px(12)))
            strip.bind(
                "<Configure>", lambda event: words.configure(text=self._broken(self._room(event.width)))
            )

    def _room(self, width: int) -> int:
        return max(px(200), width - px(70))

    def _broken(self, room: int) -> str:
        return Ruler(self, "LianxinBody").broken(self.text, room)

    def hide(self) -> None:
        """Take it away, if it is there."""
        self._news.end()
        if self._strip is not None:
            self._strip.destroy()
        self._strip, self.text = None, ""
        self.configure(height=1)
