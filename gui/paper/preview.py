"""The pages of a PDF on screen: one below the other, drawn anew at each zoom in exactly its pixels."""

import tkinter
from collections.abc import Callable
from functools import partial
from tkinter import Event
from typing import Any

import ttkbootstrap as ttk
from PIL import ImageTk

from gui.look.palette import ACCENT, CARD, LINE, QUIET_PRESSED, SOFT
from gui.look.scale import px
from gui.paper.pdf_pages import PdfPages
from gui.state.print_strip import Fit, Strip

_WHEEL = 72
_GAP = 14


class Preview(ttk.Frame):
    """Shows a PDF or says why there is none. `moved` is called when another page or zoom is shown."""

    def __init__(self, parent: tkinter.Misc, moved: Callable[[], object]) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self.strip = Strip(px(1000) / 1000, px(_GAP))
        self._moved = moved
        self._pages: PdfPages | None = None
        self._says = ""
        self._picture: ImageTk.PhotoImage | None = None
        self._due = ""
        self._held = (0, 0)
        self._lay_out()
        self._listen()

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return self.strip.pages

    @property
    def says(self) -> str:
        """What stands there instead of pages, "" if pages are shown."""
        return self._says

    def show(self, data: bytes) -> None:
        """Show this PDF; one stays at the same place if its pages have the shapes of the last one's."""
        self._close()
        self._pages, self._says = PdfPages(data), ""
        self.strip.show(self._pages.sizes)
        self.redraw()

    def say(self, text: str) -> None:
        """Show no pages but these words."""
        self._close()
        self._pages, self._says = None, text
        self.strip.show(())
        self.redraw()

    def _close(self) -> None:
        if self._pages is not None:
            self._pages.close()

    def turn(self, pages: int) -> None:
        """So many pages on or back."""
        self.go_to(self.strip.page + pages)

    def go_to(self, page: int) -> None:
        """The head of the page of this number, from 0; a number too large is the last one."""
        self.strip.go_to(page)
        self.redraw()

    def zoom_by(self, steps: int) -> None:
        """Steps nearer, or farther below 0."""
        self.strip.zoom_by(steps)
        self.redraw()

    def set_zoom(self, zoom: Fit | float) -> None:
        """A zoom, or one that follows the window."""
        self.strip.set_zoom(zoom)
        self.redraw()

    def redraw(self) -> None:
        """Draw once, as soon as nothing else is waiting."""
        if not self._due:
            self._due = self.canvas.after_idle(self._draw)

    def _lay_out(self) -> None:
        self.canvas = ttk.Canvas(
            self,
            autostyle=False,
            background=QUIET_PRESSED,
            highlightthickness=px(1),
            takefocus=True,
            height=1,
            width=1,
        )
        self.canvas.configure(highlightbackground=LINE, highlightcolor=ACCENT)
        self._up = ttk.Scrollbar(self, command=lambda *how: self._bar(1, *how))
        self._across = ttk.Scrollbar(self, orient="horizontal", command=lambda *how: self._bar(0, *how))
        self.canvas.grid(row=0, column=0, sticky="nsew")
        self._up.grid(row=0, column=1, sticky="ns")
        self._across.grid(row=1, column=0, sticky="ew")
        self.rowconfigure(0, weight=1)
        self.columnconfigure(0, weight=1)
        # The upright bar keeps its room: a page fitted to the width must not bring it in and out by turns.
        self.columnconfigure(1, minsize=self._up.winfo_reqwidth())

    def _listen(self) -> None:
        canvas = self.canvas
        canvas.bind("<Configure>", self._resized)
        canvas.bind("<Button-1>", self._hold)
        canvas.bind("<B1-Motion>", self._drag)
        for key, x, y in (("Up", 0, -1), ("Down", 0, 1), ("Left", -1, 0), ("Right", 1, 0)):
            canvas.bind(f"<{key}>", partial(self._arrow, x * px(_WHEEL), y * px(_WHEEL)))
        canvas.bind("<space>", lambda _: self._scroll(0, self.strip.view[1]))
        for name in ("<MouseWheel>", "<Button-4>", "<Button-5>"):
            canvas.bind(name, self._wheel)

    def _arrow(self, x: int, y: int, _event: object) -> None:
        self._scroll(x, y)

    def _wheel(self, event: "Event[Any]") -> None:
        up = event.num == 4 or event.delta > 0
        control, shift = int(event.state) & 4, int(event.state) & 1
        step = px(-_WHEEL if up else _WHEEL)
        if control:
            self.zoom_by(1 if up else -1)
        else:
            self._scroll(*((step, 0) if shift else (0, step)))

    def _scroll(self, x: int, y: int) -> None:
        self.strip.scroll_to(self.strip.x + x, self.strip.y + y)
        self.redraw()

    def _hold(self, event: "Event[Any]") -> None:
        self.canvas.focus_set()
        self._held = (event.x, event.y)

    def _drag(self, event: "Event[Any]") -> None:
        self._scroll(self._held[0] - event.x, self._held[1] - event.y)
        self._held = (event.x, event.y)

    def _bar(self, side: int, how: str, amount: str, unit: str = "") -> None:
        strip = self.strip
        at = [strip.x, strip.y]
        if how == "moveto":
            at[side] = round(float(amount) * strip.whole[side])
        else:
            at[side] += int(amount) * (strip.view[side] if unit == "pages" else px(_WHEEL))
        strip.scroll_to(*at)
        self.redraw()

    def _resized(self, event: "Event[Any]") -> None:
        edge = 2 * int(self.canvas.cget("highlightthickness"))
        self.strip.resize(max(1, event.width - edge), max(1, event.height - edge))
        self.redraw()

    def _draw(self) -> None:
        self._due = ""
        self.canvas.delete("all")
        self.canvas.configure(background=QUIET_PRESSED if self._pages else CARD)
        if self._pages is None:
            self._write()
        else:
            image = self._pages.draw(*self.strip.view, self.strip.places())
            self._picture = ImageTk.PhotoImage(image, master=self)
            edge = int(self.canvas.cget("highlightthickness"))
            self.canvas.create_image(edge, edge, anchor="nw", image=self._picture)
        self._set_bars()
        self._moved()

    def _write(self) -> None:
        wide, high = self.strip.view
        self.canvas.create_text(
            wide // 2,
            high // 2,
            text=self._says,
            font="LianxinBody",
            fill=SOFT,
            width=wide * 3 // 4,
            justify="center",
        )

    def _set_bars(self) -> None:
        strip = self.strip
        for bar, at, side in ((self._across, strip.x, 0), (self._up, strip.y, 1)):
            bar.set(at / strip.whole[side], (at + strip.view[side]) / strip.whole[side])
            bar.grid() if strip.whole[side] > strip.view[side] else bar.grid_remove()
