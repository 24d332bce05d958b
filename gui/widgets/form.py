"""Every form: fields in a grid, labels above, hints and complaints in words below; Tab, Enter, Ctrl+Enter."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from tkinter import Event
from typing import Any

import ttkbootstrap as ttk

from gui.look.palette import CARD, COLOURS, LATE, SOFT, Tone, signed
from gui.look.scale import px
from gui.widgets.controls import Control, LongText, Text
from models.rules.problem import Problem


@dataclass(frozen=True)
class Field:
    """One thing to fill in: its name in the values, its label, and what control takes it.

    `control` makes it: `Text`, `Day`, `lambda parent: Choice(parent, words)`. `wide` takes a whole line.
    """

    name: str
    label: str
    control: Callable[[Any], Control] = Text
    hint: str = ""
    required: bool = False
    wide: bool = False


class Form(tkinter.Frame):
    """`submit` is called by Ctrl+Enter anywhere and by Enter in the last field."""

    def __init__(
        self,
        parent: tkinter.Misc,
        fields: Sequence[Field],
        submit: Callable[[], object] = lambda: None,
        columns: int = 2,
    ) -> None:
        super().__init__(parent, background=CARD)
        self.fields: tuple[Field, ...] = ()
        self.controls: dict[str, Control] = {}
        self.edited = False
        self.on_edit: Callable[[str], object] = lambda _: None
        self._submit = submit
        self._columns = columns
        self._notes: dict[str, ttk.Label] = {}
        self._labels: dict[str, ttk.Label] = {}
        self._cells: dict[str, ttk.Frame] = {}
        for column in range(columns):
            self.columnconfigure(column, weight=1, uniform="field")
        for field in fields:
            self._add(field)
        self.show_fields(fields)
        self._rest = ttk.Label(self, style="Paper.TLabel", foreground=LATE, justify="left")
        self.bind("<Configure>", lambda event: self._rest.configure(wraplength=event.width - px(8)))

    def __getitem__(self, name: str) -> Control:
        return self.controls[name]

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Show these of its fields, in the order made, labelled as they are here.

        Only what is shown is read and must be filled in if required; the others keep what they hold.
        """
        for old in self.fields:
            self._cells[old.name].grid_remove()
        self.fields = tuple(fields)
        place = 0
        for field in fields:
            columns = self._columns if field.wide else 1
            if field.wide and place % self._columns:
                place += self._columns - place % self._columns
            self._place(field, place // self._columns, place % self._columns, columns)
            place += columns

    def set(self, values: Mapping[str, Any]) -> None:
        """Show these values; names that are not there become empty. The form counts as untouched."""
        for name, control in self.controls.items():
            control.set(values.get(name))
        self.clear_complaints()
        self.edited = False

    def get(self) -> dict[str, Any]:
        """All values. Raises Problem if something required is missing or cannot be read, and marks it."""
        values, wrong = self._read()
        self.complain(wrong)
        if wrong:
            raise Problem(*wrong.values())
        return values

    def typed(self) -> dict[str, Any]:
        """What stands in all its fields, shown or not, readable or not: to be kept as a draft."""
        return {name: control.typed() for name, control in self.controls.items()}

    def type_again(self, typed: Mapping[str, Any]) -> None:
        """Put back what `typed` gave, as if it were typed now."""
        for _ in range(2):  # what is typed in one field may show others
            for field in self.fields:
                self._retype(field, typed)

    def _retype(self, field: Field, typed: Mapping[str, Any]) -> None:
        control = self.controls[field.name]
        if field.name in typed and control.typed() != typed[field.name]:
            control.type_again(typed[field.name])
            self._altered(field)

    def complain(self, wrong: Mapping[str, str]) -> None:
        """Say under each named field what is wrong with it; fields not named are right."""
        self.clear_complaints()
        for name, text in wrong.items():
            self.controls[name].mark(wrong=True)
            self._notes[name].configure(text=text, foreground=LATE)
            self._notes[name].grid()
        for name in wrong:
            self.controls[name].inner.focus_set()
            return

    def blame(self, problem: Problem) -> None:
        """Say each complaint under the field whose label it names, the others under the form."""
        placed: dict[str, str] = {}
        rest = []
        for text in problem.complaints:
            field = next(
                (field for field in self.fields if field.label in text and field.name not in placed), None
            )
            if field is None:
                rest.append(text)
            else:
                placed[field.name] = text
        self.complain(placed)
        if rest:
            self._rest.configure(text="\n".join(rest))
            self._rest.grid(column=0, row=999, columnspan=9, sticky="w", pady=(px(8), 0))

    def remark(self, name: str, text: str, tone: Tone = Tone.SOFT) -> None:
        """Say under a field how what is filled in was understood, until it is altered; never a refusal."""
        self._notes[name].configure(text=signed(tone, text), foreground=COLOURS[tone])
        self._notes[name].grid()

    def clear_complaints(self) -> None:
        """Take every complaint back and show the hints again."""
        self._rest.grid_remove()
        for field in self.fields:
            self.controls[field.name].mark(wrong=False)
            self._hint(field)

    @property
    def complaints(self) -> dict[str, str]:
        """What stands under the fields now that is a complaint; under "" what concerns the whole form."""
        said = {
            name: str(note.cget("text"))
            for name, note in self._notes.items()
            if note.winfo_manager() and str(note.cget("foreground")) == LATE
        }
        return said | ({"": str(self._rest.cget("text"))} if self._rest.winfo_manager() else {})

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self.controls[self.fields[0].name].inner.focus_set()

    def _read(self) -> tuple[dict[str, Any], dict[str, str]]:
        values: dict[str, Any] = {}
        wrong: dict[str, str] = {}
        for field in self.fields:
            try:
                values[field.name] = self.controls[field.name].get()
            except Problem as problem:
                wrong[field.name] = str(problem)
                continue
            if field.required and values[field.name] in (None, ""):
                wrong[field.name] = f"请填写{field.label}。"
        return values, wrong

    def _add(self, field: Field) -> None:
        cell = self._cells[field.name] = ttk.Frame(self, style="Paper.TFrame")
        cell.columnconfigure(0, weight=1)
        control = self.controls[field.name] = field.control(cell)
        if control.needs_label:
            row, self._labels[field.name] = _label(cell, field)
            row.grid(row=0, sticky="w", pady=(0, px(3)))
        control.grid(row=1, sticky="ew")
        note = self._notes[field.name] = ttk.Label(
            cell, style="Paper.TLabel", font="LianxinSmall", justify="left"
        )
        note.grid(row=2, sticky="w", pady=(px(2), 0))
        cell.bind("<Configure>", lambda event: note.configure(wraplength=event.width))
        self._hint(field)
        self._listen(field, control)

    def _place(self, field: Field, row: int, column: int, span: int) -> None:
        cell = self._cells[field.name]
        gap = (0 if column == 0 else px(8), 0 if column + span > 1 or span > 1 else px(8))
        cell.grid(row=row, column=column, columnspan=span, sticky="new", padx=gap, pady=(0, px(12)))
        if field.name in self._labels:
            self._labels[field.name].configure(text=field.label)

    def _listen(self, field: Field, control: Control) -> None:
        control.changed = lambda: self._altered(field)
        control.inner.bind("<Control-Return>", lambda _: self._send(), add=True)
        if not isinstance(control, LongText):
            control.inner.bind("<Return>", self._enter, add=True)

    def _altered(self, field: Field) -> None:
        self.edited = True
        self.controls[field.name].mark(wrong=False)
        self._hint(field)
        self.on_edit(field.name)

    def _hint(self, field: Field) -> None:
        note = self._notes[field.name]
        note.configure(text=field.hint, foreground=SOFT)
        note.grid() if field.hint else note.grid_remove()

    def _send(self) -> str:
        self._submit()
        return "break"

    def _enter(self, event: "Event[Any]") -> str:
        if event.widget is self.controls[self.fields[-1].name].inner:
            self._submit()
        else:
            event.widget.tk_focusNext().focus_set()
        return "break"


def _label(parent: tkinter.Misc, field: Field) -> tuple[ttk.Frame, ttk.Label]:
    """The line over a field, starred if it must be filled in; above its control in the order of Tab."""
    row = ttk.Frame(parent, style="Paper.TFrame")
    words = ttk.Label(row, text=field.label, style="Soft.TLabel")
    words.pack(side="left")
    if field.required:
        ttk.Label(row, text=" *", style="Soft.TLabel", foreground=LATE).pack(side="left")
    return row, words
