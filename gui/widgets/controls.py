"""What one fills in: text, numbers, days, choices. Each reads as a value or says why it cannot."""

import tkinter
from collections.abc import Callable, Mapping
from tkinter import ttk
from typing import Any, ClassVar

import ttkbootstrap

from gui.look import looks
from gui.look.palette import CARD, INK
from gui.look.scale import px
from models.rules.problem import Problem


class Control(ttkbootstrap.Frame):
    """Base of all: `get` may raise Problem; `changed` is called whenever the user altered it."""

    needs_label: ClassVar[bool] = True

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self.changed: Callable[[], object] = lambda: None

    @property
    def inner(self) -> Any:
        """The widget that takes the keyboard."""
        raise NotImplementedError

    def get(self) -> Any:
        """The value filled in."""
        raise NotImplementedError

    def set(self, value: Any) -> None:
        """Show a value, without telling `changed`."""
        raise NotImplementedError

    def typed(self) -> Any:
        """What stands in it, readable or not, in values JSON knows."""
        return self.get()

    def type_again(self, typed: Any) -> None:
        """Put back what `typed` gave, without telling `changed`."""
        self.set(typed)

    def mark(self, *, wrong: bool) -> None:
        """Draw it as wrong, or as right again."""
        self.inner.state(["invalid" if wrong else "!invalid"])

    def enable(self, *, on: bool) -> None:
        """Let it be filled in, or not."""
        self.inner.state(["!disabled" if on else "disabled"])


class Text(Control):
    """One line of text, without the spaces round it."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent)
        self.entry = ttk.Entry(self, style="Field.TEntry", font="LianxinBody")
        self.entry.pack(side="left", fill="x", expand=True)
        self.entry.bind("<KeyRelease>", lambda _: self._notice(), add=True)
        self.entry.bind("<<Paste>>", lambda _: self.after_idle(self._notice), add=True)
        self._last = ""

    @property
    def inner(self) -> Any:
        return self.entry

    def get(self) -> Any:
        return self.entry.get().strip()

    def set(self, value: Any) -> None:
        state = self.entry.instate(["disabled"])
        self.entry.state(["!disabled"])
        self.entry.delete(0, "end")
        self.entry.insert(0, "" if value is None else str(value))
        self.entry.state(["disabled" if state else "!disabled"])
        self._last = self.entry.get()

    def typed(self) -> Any:
        return self.entry.get()

    def type_again(self, typed: Any) -> None:
        Text.set(self, typed)

    def hear_first(self, press: Callable[[Any], str | None]) -> None:
        """Let `press` hear every key before the form does; "break" keeps the key from it."""
        tag = f"first{self.entry}"
        self.entry.bindtags((tag, *self.entry.bindtags()))
        self.entry.bind_class(tag, "<Key>", press)

    def _notice(self) -> None:
        if self.entry.get() != self._last:
            self._last = self.entry.get()
            self._typed()
            self.changed()

    def _typed(self) -> None:
        """Hook: the text is another one."""


class Number(Text):
    """A whole number not below 0, or nothing."""

    def get(self) -> Any:
        text = self.entry.get().strip()
        if not text:
            return None
        if not text.isdecimal():
            raise Problem("请填写数字。")
        return int(text)


class Choice(Control):
    """One of a few named values, never anything else."""

    def __init__(self, parent: tkinter.Misc, words: Mapping[Any, str]) -> None:
        super().__init__(parent)
        self._words = dict(words)
        looks.need_choices()
        self.box = ttkbootstrap.Combobox(
            self, style="Field.TCombobox", font="LianxinBody", state="readonly", values=list(words.values())
        )
        self.box.pack(fill="x", expand=True)
        self.box.bind("<<ComboboxSelected>>", lambda _: self._chosen())

    @property
    def inner(self) -> Any:
        return self.box

    def get(self) -> Any:
        return next((value for value, word in self._words.items() if word == self.box.get()), None)

    def set(self, value: Any) -> None:
        self.box.set(self._words.get(value, ""))

    def typed(self) -> Any:
        return self.box.get()

    def type_again(self, typed: Any) -> None:
        if typed in self._words.values():
            self.box.set(typed)

    def offer(self, words: Mapping[Any, str]) -> None:
        """Offer other values; the one chosen stays if it is still among them."""
        chosen = self.get()
        self._words = dict(words)
        looks.need_choices()
        self.box.configure(values=list(words.values()))
        self.set(chosen)

    def choose(self, value: Any, word: str) -> None:
        """Set a value that may not be among those offered; from now on it is."""
        if value not in self._words:
            self.offer(self._words | {value: word})
        self.set(value)

    def _chosen(self) -> None:
        self.box.selection_clear()
        self.changed()


class Check(Control):
    """Yes or no, with the words beside the box."""

    needs_label = False

    def __init__(self, parent: tkinter.Misc, words: str) -> None:
        super().__init__(parent)
        looks.need_checks()
        self._value = tkinter.BooleanVar(self, value=False)
        self.box = ttkbootstrap.Checkbutton(
            self, text=words, variable=self._value, style="Paper.TCheckbutton", command=self._ticked
        )
        self.box.pack(anchor="w")

    def _ticked(self) -> None:
        self.changed()

    @property
    def inner(self) -> Any:
        return self.box

    def get(self) -> Any:
        return bool(self._value.get())

    def set(self, value: Any) -> None:
        self._value.set(bool(value))


class LongText(Control):
    """Several lines; Tab goes on to the next field."""

    def __init__(self, parent: tkinter.Misc, lines: int = 3) -> None:
        super().__init__(parent)
        self._frame = ttk.Frame(self, style="Field.TFrame", padding=px(4))
        self._frame.pack(fill="both", expand=True)
        self.text = ttkbootstrap.Text(
            self._frame,
            autostyle=False,
            height=lines,
            width=20,
            font="LianxinBody",
            wrap="char",
            relief="flat",
            highlightthickness=0,
            background=CARD,
            foreground=INK,
            insertbackground=INK,
            undo=True,
            padx=px(4),
            selectbackground="#bcd3ec",
            selectforeground=INK,
        )
        self.text.pack(fill="both", expand=True)
        self.text.bind("<Tab>", lambda event: self._on(event.widget.tk_focusNext()))
        self.text.bind("<Shift-Tab>", lambda event: self._on(event.widget.tk_focusPrev()))
        self.text.bind("<FocusIn>", lambda _: self._frame.state(["focus"]))
        self.text.bind("<FocusOut>", lambda _: self._frame.state(["!focus"]))
        self.text.bind("<<Modified>>", lambda _: self._modified())
        self.text.bind("<<Undo>>", lambda _: self._undo())

    @property
    def inner(self) -> Any:
        return self.text

    def get(self) -> Any:
        return str(self.text.get("1.0", "end")).strip()

    def set(self, value: Any) -> None:
        self.text.delete("1.0", "end")
        self.text.insert("1.0", value or "")
        self.text.edit_modified(False)
        self.text.edit_reset()

    def mark(self, *, wrong: bool) -> None:
        self._frame.state(["invalid" if wrong else "!invalid"])

    def enable(self, *, on: bool) -> None:
        self.text.configure(state="normal" if on else "disabled")

    def _on(self, widget: Any) -> str:
        widget.focus_set()
        return "break"

    def _undo(self) -> str | None:
        """Ctrl+Z takes back what was typed here; only where nothing was, the window hears of it."""
        if not self.text.edit("canundo"):
            return None
        self.text.edit_undo()
        return "break"

    def _modified(self) -> None:
        if self.text.edit_modified():
            self.text.edit_modified(False)
            self.changed()
