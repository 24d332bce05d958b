"""The bar over a preview: turn pages, say which one, zoom."""

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from gui.look import looks
from gui.look.palette import ACCENT
from gui.look.scale import px
from gui.paper.preview import Preview
from gui.state.print_strip import Fit, Zoom

ZOOMS: dict[str, Zoom] = {"适合宽度": Fit.WIDTH, "整页": Fit.PAGE} | {
    f"{percent}%": percent / 100 for percent in (50, 75, 100, 125, 150, 200, 300)
}
_WIDE = 430


class PrintBar(ttk.Frame):
    """Steers one preview, which stands below it; `show` follows what was done there with keys and wheel.

    In a narrow place the four outer buttons give way: the keys and the wheel do the same. The column FREE, at
    the right end, is its owner's.
    """

    FREE = 11

    def __init__(self, parent: tkinter.Misc, preview: Preview) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self._preview = preview
        self._buttons = [
            self._button(0, "chevron-double-left", lambda: preview.go_to(0)),
            self._button(6, "chevron-double-right", lambda: preview.go_to(preview.pages)),
            self._button(7, "zoom-out", lambda: preview.zoom_by(-1), gap=px(16)),
            self._button(9, "zoom-in", lambda: preview.zoom_by(1)),
            self._button(1, "chevron-left", lambda: preview.turn(-1)),
            self._button(5, "chevron-right", lambda: preview.turn(1)),
        ]
        self._lay_number()
        self._lay_zoom()
        self.columnconfigure(self.FREE - 1, weight=1)
        self.bind("<Configure>", lambda _: self.give_way())

    def show(self) -> None:
        """Say which page of how many is read, and at which zoom."""
        strip = self._preview.strip
        if str(self.tk.call("focus")) != str(self.number):  # not while somebody types there
            self.number.delete(0, "end")
            self.number.insert(0, str(strip.page + 1) if strip.pages else "—")
        self.count.configure(text=f"页  共 {strip.pages} 页")
        word = next((word for word, zoom in ZOOMS.items() if zoom == strip.zoom), f"{strip.scale:.0%}")
        self.zoom.set(word)
        for button in self._buttons:
            button.state(["!disabled" if strip.pages else "disabled"])

    def give_way(self) -> None:
        """Make room for all there is, also for what its owner has put at the end."""
        owners = sum(one.winfo_reqwidth() for one in self.grid_slaves(column=self.FREE))
        narrow = self.winfo_width() < px(_WIDE) + owners
        for button in self._buttons[:4]:
            button.grid_remove() if narrow else button.grid()

    def _lay_number(self) -> None:
        ttk.Label(self, text="第", style="Paper.TLabel").grid(row=0, column=2, padx=(px(6), 0))
        self.number = ttk.Entry(self, style="Field.TEntry", font="LianxinBody", width=4, justify="center")
        self.number.grid(row=0, column=3, padx=px(6))
        self.number.bind("<Return>", self._typed)
        self.count = ttk.Label(self, style="Paper.TLabel")
        self.count.grid(row=0, column=4, padx=(0, px(6)))

    def _lay_zoom(self) -> None:
        looks.need_choices()
        self.zoom = ttk.Combobox(
            self, style="Field.TCombobox", font="LianxinBody", state="readonly", values=list(ZOOMS), width=8
        )
        self.zoom.grid(row=0, column=8, padx=px(4))
        self.zoom.bind("<<ComboboxSelected>>", self._chosen)

    def _button(self, column: int, icon: str, run: Callable[[], object], gap: int = 0) -> ttk.Button:
        image = looks.icon(icon, ACCENT)
        button = ttk.Button(self, style="Icon.TButton", image=image, command=run, takefocus=False)
        button.grid(row=0, column=column, padx=(gap, 0))
        return button

    def _typed(self, _event: object) -> str:
        text = self.number.get().strip()
        self._preview.canvas.focus_set()
        if text.isdecimal():
            self._preview.go_to(int(text) - 1)
        else:
            self.show()
        return "break"

    def _chosen(self, _event: object) -> None:
        self.zoom.selection_clear()
        self._preview.set_zoom(ZOOMS[self.zoom.get()])
