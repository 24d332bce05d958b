"""The one table: it draws only the rows that are seen, so 50,000 rows open as fast as 30.

Drawn on a canvas, not a ttk.Treeview: a Treeview colours whole rows, clips long text and knows no row lines.
"""

import tkinter
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from tkinter import Event
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from gui.look.palette import CARD
from gui.look.scale import px
from gui.state.remembered import Remembered
from gui.state.rows import Rows, as_text, shared_widths
from gui.widgets.sheet import Cell, Sheet, text_of, tone_of
from gui.widgets.table_head import TableHead
from gui.widgets.wheel import on_wheel

_WHEEL = 3


class Column(NamedTuple):
    """One column: its head, its width for 96 dpi, and what it shows of an item.

    `cell` gives text, or text with its Tone; `sort` what to order by, else the text. `stretch` is its share
    of spare room; `strong` is bold, `right` set against the right edge. `run`: what a click on a cell does.
    `brief` stands where the text does not fit whole.
    """

    head: str
    width: int
    cell: Callable[[Any], Cell]
    sort: Callable[[Any], Any] | None = None
    stretch: float = 1.0
    strong: bool = False
    right: bool = False
    run: Callable[[Any], object] | None = None
    brief: Callable[[Any], str] | None = None

    def key(self, item: Any) -> Any:
        """What the column orders by."""
        return self.sort(item) if self.sort else text_of(self.cell(item))


class Answers(NamedTuple):
    """What a table does: `pick` when the cursor comes to an item, `open` on Enter or a double click."""

    pick: Callable[[Any], object] = lambda _: None
    open: Callable[[Any], object] = lambda _: None


_NONE = Answers()


class Table(tkinter.Frame):
    """Rows of one kind of item. `same` says what makes two items the same one after a refresh."""

    def __init__(
        self,
        parent: tkinter.Misc,
        name: str,
        columns: Sequence[Column],
        remembered: Remembered,
        *,
        empty: str,
        same: Callable[[Any], object] = lambda item: item,
        answers: Answers = _NONE,
    ) -> None:
        super().__init__(parent, background=CARD)
        self.columns = tuple(columns)
        self.rows = Rows()
        self.empty = empty
        self._same, self._answers = same, answers
        self._memory, self._remembered = f"columns:{name}", remembered
        self._order: tuple[int, bool] | None = None
        self._given: Sequence[Any] = ()
        self._lay_out()
        self._listen()

    def fill(self, items: Sequence[Any]) -> None:
        """Show these items in the order given, or in the order the user chose."""
        self._given = items
        self.rows.fill(self._sorted(), self._same)
        self._draw()

    def pick(self, place: int) -> None:
        """Put the cursor on a row, as a click would."""
        self.rows.move_to(place)
        self._moved()

    def pick_same(self, key: object) -> bool:
        """Put cursor and keyboard on the item that is this one by `same`; False if it is not listed."""
        place = next((at for at, item in enumerate(self.rows.items) if self._same(item) == key), None)
        if place is None:
            return False
        self.pick(place)
        self.focus_rows()
        return True

    @property
    def current(self) -> Any:
        """The item under the cursor, None if there is none."""
        return self.rows.current

    def shown(self) -> list[list[str]]:
        """The texts seen now, row by row."""
        return [self._texts(self.rows.items[place]) for place in self.rows.visible]

    def sort_by(self, place: int) -> None:
        """Order by a column; by the same one again: the other way round, then as given."""
        falling = self._order == (place, False)
        self._order = None if self._order == (place, True) else (place, falling)
        self.rows.fill(self._sorted(), self._same)
        self._draw()

    def copy(self) -> str:
        """Put the picked rows with their heads on the clipboard, as Excel takes them."""
        rows = [[column.head for column in self.columns], *(self._texts(item) for item in self.rows.chosen())]
        text = as_text(rows)
        self.clipboard_clear()
        self.clipboard_append(text)
        return text

    def focus_rows(self) -> None:
        """Give the rows the keyboard."""
        self.sheet.focus_set()

    def _lay_out(self) -> None:
        rights = [column.right for column in self.columns]
        heads = [column.head for column in self.columns]
        self.head = TableHead(self, heads, self.sort_by, self._resize)
        if any(heads):
            self.head.pack(fill="x")
        self.sheet = Sheet(self, [column.strong for column in self.columns], rights, self._draw)
        self.sheet.links = {place for place, column in enumerate(self.columns) if column.run}
        self.sheet.pack(side="left", fill="both", expand=True)

    def _listen(self) -> None:
        sheet = self.sheet
        for key, step in (("Up", -1), ("Down", 1)):
            sheet.bind(f"<{key}>", partial(self._step, self._go, step))
            sheet.bind(f"<Shift-{key}>", partial(self._step, self._extend, step))
        sheet.bind("<Prior>", lambda _: self._go(self.rows.cursor - self.rows.seen))
        sheet.bind("<Next>", lambda _: self._go(self.rows.cursor + self.rows.seen))
        sheet.bind("<Home>", lambda _: self._go(0))
        sheet.bind("<End>", lambda _: self._go(len(self.rows.items) - 1))
        sheet.bind("<Return>", lambda _: self._open())
        sheet.bind("<Control-c>", lambda _: self.copy())
        sheet.bind("<Control-a>", lambda _: self._pick_all())
        sheet.bind("<Button-1>", self._click)
        sheet.bind("<Shift-Button-1>", lambda event: self._extend(self._place(event.y)))
        sheet.bind("<Control-Button-1>", lambda event: self._toggle(self._place(event.y)))
        sheet.bind("<Double-Button-1>", lambda _: self._open())
        on_wheel(sheet, lambda step: self._scroll_by(step * _WHEEL))
        sheet.bind("<FocusIn>", lambda _: self._draw())
        sheet.bind("<FocusOut>", lambda _: self._draw())

    def _draw(self) -> None:
        rows, sheet = self.rows, self.sheet
        rows.seen = sheet.seen
        rows.scroll_to(rows.top)
        widths = self._widths()
        self.head.show(widths, self._order, [column.right for column in self.columns])
        if not rows.items:
            sheet.say_empty(self.empty)
        else:
            cells = [self._cells(rows.items[place], widths) for place in rows.visible]
            picked = {place - rows.top for place in rows.picked}
            focused = str(self.tk.call("focus")) == str(sheet)  # focus_get stumbles over popdowns
            sheet.draw(cells, widths, picked, rows.cursor - rows.top if focused and rows.cursor >= 0 else -1)
        self._show_bar()

    @cached_property
    def _bar(self) -> ttk.Scrollbar:
        """Made when a list is first longer than its place."""
        return ttk.Scrollbar(self, command=self._scrolled, bootstyle="round")

    def _show_bar(self) -> None:
        total = len(self.rows.items)
        if total <= self.rows.seen:
            if "_bar" in vars(self):
                self._bar.pack_forget()
            return
        if not self._bar.winfo_manager():
            self._bar.pack(side="right", fill="y", before=self.sheet)
        self._bar.set(self.rows.top / total, (self.rows.top + self.rows.seen) / total)

    def _widths(self) -> list[int]:
        kept = self._remembered.get(self._memory)
        logical = kept if isinstance(kept, list) and len(kept) == len(self.columns) else None
        wanted = [px(wide) for wide in logical or [column.width for column in self.columns]]
        return shared_widths(wanted, [column.stretch for column in self.columns], self.sheet.winfo_width())

    def _resize(self, widths: list[int]) -> None:
        self._remembered.set(self._memory, [round(wide * 100 / px(100)) for wide in widths])
        self._draw()

    def _sorted(self) -> list[Any]:
        if self._order is None:
            return list(self._given)
        place, falling = self._order
        return sorted(self._given, key=self.columns[place].key, reverse=falling)

    def _cells(self, item: Any, widths: Sequence[int]) -> list[Cell]:
        """What is drawn of an item: a text too long for its column gives way to the brief one."""
        cells = [column.cell(item) for column in self.columns]
        for place, column in enumerate(self.columns):
            if column.brief and not self.sheet.has_room(place, text_of(cells[place]), widths[place]):
                cells[place] = column.brief(item), tone_of(cells[place])
        return cells

    def _texts(self, item: Any) -> list[str]:
        return [text_of(column.cell(item)) for column in self.columns]

    def _place(self, y: int) -> int:
        return self.rows.top + self.sheet.slot_at(y)

    def _click(self, event: "Event[Any]") -> None:
        self.focus_rows()
        if self._place(event.y) < len(self.rows.items):
            self._go(self._place(event.y))
            run = self.columns[self.sheet.column_at(event.x)].run
            if run is not None:
                run(self.current)

    def _go(self, place: int) -> str:
        self.pick(place)
        return "break"

    def _moved(self) -> None:
        self._draw()
        if self.rows.current is not None:
            self._answers.pick(self.rows.current)

    def _step(self, move: Callable[[int], str], step: int, _event: object) -> str:
        return move(self.rows.beside(step))

    def _extend(self, place: int) -> str:
        self.rows.extend_to(place)
        self._moved()
        return "break"

    def _toggle(self, place: int) -> str:
        self.rows.toggle(place)
        self._moved()
        return "break"

    def _pick_all(self) -> str:
        self.rows.pick_all()
        self._draw()
        return "break"

    def _open(self) -> None:
        if self.rows.current is not None:
            self._answers.open(self.rows.current)

    def _scroll_by(self, rows: int) -> None:
        self.rows.scroll_to(self.rows.top + rows)
        self._draw()

    def _scrolled(self, how: str, amount: str, unit: str = "") -> None:
        if how == "moveto":
            self.rows.scroll_to(round(float(amount) * len(self.rows.items)))
        else:
            self.rows.scroll_to(self.rows.top + int(amount) * (self.rows.seen if unit == "pages" else 1))
        self._draw()
