"""The right side of the print page: the pages themselves, or the print log in their place."""

from collections.abc import Callable
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from gui.page import Shell
from gui.preview import Preview
from gui.print_bar import PrintBar
from gui.print_log_table import PrintLogTable
from gui.scale import px
from gui.state.print_strip import Fit


class PrintView(ttk.Frame):
    """A card with a preview and its bar, or with the log."""

    def __init__(self, parent: ttk.Frame, shell: Shell) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(16), px(12)))
        self.preview = Preview(self, self._moved)
        self.bar = PrintBar(self, self.preview)
        self.log = PrintLogTable(self, shell)
        self._title = ttk.Label(self, text="打印记录", style="Paper.TLabel", font="LianxinHeading")
        self.show_log(on=False)
        self._bind_keys()

    @property
    def is_log(self) -> bool:
        """Whether the log is shown instead of the pages."""
        return bool(self.log.winfo_manager())

    def show_log(self, *, on: bool) -> None:
        """The log, or the pages."""
        for widget in (self.log, self.preview, self.bar, self._title):
            widget.pack_forget()
        (self._title if on else self.bar).pack(fill="x", pady=(0, px(10)))
        (self.log if on else self.preview).pack(fill="both", expand=True)

    def _moved(self) -> None:
        self.bar.show()

    def _bind_keys(self) -> None:
        """Keys that steer the pages from anywhere on the page, as long as they are in sight."""
        preview, top = self.preview, self.winfo_toplevel()
        steps: dict[str, Callable[[], object]] = {
            "<Prior>": partial(preview.turn, -1),
            "<Next>": partial(preview.turn, 1),
            "<Control-Home>": partial(preview.go_to, 0),
            "<Control-End>": lambda: preview.go_to(preview.pages),
            "<Control-0>": partial(preview.set_zoom, Fit.WIDTH),
        }
        steps |= {f"<Control-{key}>": partial(preview.zoom_by, 1) for key in ("plus", "equal", "KP_Add")}
        steps |= {f"<Control-{key}>": partial(preview.zoom_by, -1) for key in ("minus", "KP_Subtract")}
        for key, step in steps.items():
            top.bind(key, partial(self._steer, step), add=True)
        for key, step in (("Home", steps["<Control-Home>"]), ("End", steps["<Control-End>"])):
            preview.canvas.bind(f"<{key}>", partial(self._steer, step))

    def _steer(self, step: Callable[[], object], _event: Any) -> None:
        if self.preview.winfo_viewable():
            step()
