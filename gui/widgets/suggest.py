"""A text field that offers matches while one types; what is not among them may still be written."""

import tkinter
from collections.abc import Callable, Iterable
from typing import Any

from gui.look.scale import px
from gui.state.typed_choice import matches
from gui.widgets.controls import Text
from gui.widgets.popup import Popup, lines_in

_MOST_LINES = 9


class Suggest(Text):
    """`choices` is asked anew each time: it may depend on other fields. ↓ opens, Enter takes, Esc leaves."""

    def __init__(self, parent: tkinter.Misc, choices: Callable[[], Iterable[str]]) -> None:
        super().__init__(parent)
        self._choices = choices
        self.popup: Popup | None = None
        self.list: tkinter.Listbox | None = None
        self.hear_first(self._key)
        self.entry.bind("<FocusOut>", lambda _: self.close(), add=True)
        self.entry.bind("<Button-1>", lambda _: self.after_idle(self._offer), add=True)

    @property
    def offered(self) -> tuple[str, ...]:
        """What the open list shows."""
        return tuple(self.list.get(0, "end")) if self._is_open() and self.list else ()

    def close(self) -> None:
        """Close the list, if it is open."""
        if self._is_open() and self.popup:
            self.popup.close()
        self.popup = self.list = None

    def _is_open(self) -> bool:
        return self.popup is not None and bool(self.popup.winfo_exists())

    def _typed(self) -> None:
        self._offer()

    def _offer(self) -> None:
        typed = self.entry.get().strip()
        found = self._found(typed)
        self.close()
        if not found or found == [typed] or self.entry.instate(["disabled"]):
            return
        self.popup = Popup(self)
        self.list = self._new_list(self.popup, found)
        self.popup.open()

    def _found(self, typed: str) -> list[str]:
        """What to offer for what is typed."""
        return matches(typed, self._choices())

    def _only_one(self) -> tuple[int, ...]:
        """The place of an offer that Enter takes without its being picked, if there is one."""
        return ()

    def _new_list(self, popup: Popup, found: list[str]) -> tkinter.Listbox:
        width = max(12, self.winfo_width() // max(1, px(9)))
        widget = lines_in(popup, found, width, lambda place: self._take(found[place]))
        widget.configure(height=min(_MOST_LINES, len(found)))
        return widget

    def _key(self, event: "tkinter.Event[Any]") -> str | None:
        if not self._is_open():
            if event.keysym == "Down":
                self._offer()
                self._move(1)
                return "break"
            return None
        if event.keysym in {"Down", "Up"}:
            self._move(1 if event.keysym == "Down" else -1)
            return "break"
        return self._finish(event.keysym)

    def _finish(self, key: str) -> str | None:
        if key == "Escape":
            self.close()
            return "break"
        chosen = (self.list.curselection() if self.list else ()) or self._only_one()
        if key in {"Return", "Tab"} and chosen and self.list:
            self._take(self.list.get(chosen[0]))
            return "break" if key == "Return" else None
        return None

    def _move(self, step: int) -> None:
        if self.list is None:
            return
        now = self.list.curselection()
        place = max(0, min((now[0] + step) if now else 0, self.list.size() - 1))
        self.list.selection_clear(0, "end")
        self.list.selection_set(place)
        self.list.see(place)

    def _take(self, word: str) -> None:
        self.set(word)
        self.close()
        self.entry.icursor("end")
        self.entry.focus_set()
        self.changed()
