"""The bar over a preview: turn pages, say which one, zoom."""

from collections.abc import Callable

import ttkbootstrap as ttk

from gui import looks
from gui.palette import ACCENT
from gui.preview import Preview
from gui.scale import px
from gui.state.print_strip import Fit, Zoom

ZOOMS: dict[str, Zoom] = {"适合宽度": Fit.WIDTH, "整页": Fit.PAGE} | {
    f"{percent}%": percent / 100 for percent in (50, 75, 100, 125, 150, 200, 300)
}


class PrintBar(ttk.Frame):
    """Steers one preview, which stands below it; `show` follows what was done there with keys and wheel."""

    def __init__(self, parent: ttk.Frame, preview: Preview) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self._preview = preview
        self._parts: list[ttk.Button] = []
        self._icon("chevron-double-left", lambda: preview.go_to(0))
        self._icon("chevron-left", lambda: preview.turn(-1))
        self._lay_number()
        self._icon("chevron-right", lambda: preview.turn(1))
        self._icon("chevron-double-right", lambda: preview.go_to(preview.pages))
        self._icon("zoom-out", lambda: preview.zoom_by(-1), gap=px(16))
        self._lay_zoom()
        self._icon("zoom-in", lambda: preview.zoom_by(1))

    def show(self) -> None:
        """Say which page of how many is read, and at which zoom."""
        strip = self._preview.strip
        if str(self.tk.call("focus")) != str(self.number):  # not while somebody types there
            self.number.delete(0, "end")
            self.number.insert(0, str(strip.page + 1) if strip.pages else "—")
        self.count.configure(text=f"页  共 {strip.pages} 页")
        word = next((word for word, zoom in ZOOMS.items() if zoom == strip.zoom), f"{strip.scale:.0%}")
        self.zoom.set(word)
        for part in self._parts:
            part.state(["!disabled" if strip.pages else "disabled"])

    def _lay_number(self) -> None:
        ttk.Label(self, text="第", style="Paper.TLabel").pack(side="left", padx=(px(6), 0))
        self.number = ttk.Entry(self, style="Field.TEntry", font="LianxinBody", width=4, justify="center")
        self.number.pack(side="left", padx=px(6))
        self.number.bind("<Return>", self._typed)
        self.count = ttk.Label(self, style="Paper.TLabel")
        self.count.pack(side="left", padx=(0, px(6)))

    def _lay_zoom(self) -> None:
        self.zoom = ttk.Combobox(
            self, style="Field.TCombobox", font="LianxinBody", state="readonly", values=list(ZOOMS), width=8
        )
        self.zoom.pack(side="left", padx=px(4))
        self.zoom.bind("<<ComboboxSelected>>", self._chosen)

    def _icon(self, name: str, run: Callable[[], object], gap: int = 0) -> None:
        button = ttk.Button(
            self, style="Icon.TButton", image=looks.icon(name, ACCENT), command=run, takefocus=False
        )
        button.pack(side="left", padx=(gap, 0))
        self._parts.append(button)

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
