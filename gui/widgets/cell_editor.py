"""The one field that stands in the cell of a grid one is typing in; the grid hears every key first."""

import tkinter
from collections.abc import Callable, Iterable
from typing import Any

from gui.widgets.suggest import Suggest


class CellEditor(Suggest):
    """`press` gets every key that an open list of suggestions leaves; "break" keeps it from the field."""

    def __init__(
        self,
        parent: tkinter.Misc,
        choices: Callable[[], Iterable[str]],
        press: Callable[["tkinter.Event[Any]"], str | None],
    ) -> None:
        self._press = press
        super().__init__(parent, choices)
        self.entry.configure(style="Cell.TEntry")
        self.entry.pack(fill="both")

    def show(self, text: str, *, may_type: bool) -> None:
        """Show the text of another cell, all of it picked: typing replaces it."""
        self.close()
        self.entry.state(["!readonly"])
        self.set(text)
        self.entry.state(["!readonly" if may_type else "readonly"])
        self.entry.selection_range(0, "end")
        self.entry.icursor("end")

    def edit(self) -> None:
        """Put the caret behind the text instead of picking all of it."""
        self.entry.selection_clear()
        self.entry.icursor("end")

    @property
    def is_fresh(self) -> bool:
        """Whether all of the text is picked, or there is none: nothing was typed yet."""
        entry = self.entry
        if not entry.get():
            return True
        picked = entry.selection_present()
        return bool(picked and entry.index("sel.last") - entry.index("sel.first") == entry.index("end"))

    def at_edge(self, step: int) -> bool:
        """Whether the next arrow to the right or left would leave the text."""
        return self.is_fresh or self.entry.index("insert") == (0 if step < 0 else self.entry.index("end"))

    def _key(self, event: "tkinter.Event[Any]") -> str | None:
        if self.offered:
            return super()._key(event) or self._press(event)
        return self._press(event)
