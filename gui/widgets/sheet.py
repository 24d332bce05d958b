"""The rows of a table on a canvas: as many slots as are seen, filled anew as the list moves under them."""

import tkinter
from collections.abc import Callable, Collection, Sequence

import ttkbootstrap as ttk

from gui.look.palette import ACCENT, CARD, COLOURS, HAIRLINE, HOVERED, PICKED, SOFT, Tone
from gui.look.scale import px
from gui.widgets.ruler import Ruler
from gui.widgets.table_head import PAD
from gui.widgets.tooltip import Tip

Cell = str | tuple[str, Tone]
_ROOM = 12


def text_of(cell: Cell) -> str:
    """The words of a cell."""
    return cell if isinstance(cell, str) else cell[0]


def tone_of(cell: Cell) -> Tone:
    """The tone of a cell, plain if none is said."""
    return Tone.PLAIN if isinstance(cell, str) else cell[1]


class Sheet(ttk.Canvas):
    """Draws rows of cells in slots of equal height; `resized` is called when more or fewer are seen."""

    def __init__(
        self,
        parent: tkinter.Misc,
        strong: Sequence[bool],
        rights: Sequence[bool],
        resized: Callable[[], object],
    ) -> None:
        super().__init__(
            parent, autostyle=False, background=CARD, highlightthickness=0, takefocus=True, height=1
        )
        self._fonts = ["LianxinStrong" if bold else "LianxinBody" for bold in strong]
        self._rulers = [Ruler(parent, font) for font in self._fonts]
        self._rights = rights
        self.step = self._rulers[0].line + px(_ROOM)
        self._slots: list[tuple[int, int, list[int]]] = []
        self._hovered, self._shown = -1, 0
        self.links: Collection[int] = ()
        self._cut: dict[tuple[int, int], str] = {}
        self._bounds: list[int] = []
        self.tip = Tip(self)
        self._resized = resized
        self.bind("<Configure>", lambda _: self._resized())
        self.bind("<Motion>", lambda event: self._motion(event.x, event.y))
        self.bind("<Leave>", lambda _: self._hover(-1), add=True)

    @property
    def seen(self) -> int:
        """How many whole rows fit."""
        return max(1, self.winfo_height() // self.step)

    def slot_at(self, y: int) -> int:
        return y // self.step

    def column_at(self, x: int) -> int:
        """The column whose cells stand at x; right of the last one, the last."""
        return min(sum(1 for bound in self._bounds[1:] if bound <= x), len(self._rulers) - 1)

    def has_room(self, column: int, text: str, width: int) -> bool:
        """Whether a column of that width shows the text whole."""
        return self._rulers[column].width(text) <= _room(width)

    def draw(
        self, rows: Sequence[Sequence[Cell]], widths: Sequence[int], picked: Collection[int], cursor: int
    ) -> None:
        """Show these rows; `picked` and `cursor` are places among them."""
        self.delete("empty")
        self._cut.clear()
        self._shown = len(rows)
        self._bounds = [sum(widths[:place]) for place in range(len(widths) + 1)]
        for place, cells in enumerate(rows):
            if place == len(self._slots):
                self._slots.append(self._slot(place, len(widths)))
            self._fill(place, cells, widths, place in picked, place == cursor)
        for place in range(len(rows), len(self._slots)):
            self.itemconfigure(f"slot{place}", state="hidden")

    def say_empty(self, text: str) -> None:
        """Say in the middle what to do next."""
        self.draw((), (), (), -1)
        self.create_text(
            self.winfo_width() // 2,
            self.winfo_height() * 2 // 5,
            text=text,
            fill=SOFT,
            font="LianxinBody",
            justify="center",
            width=max(px(160), self.winfo_width() - px(48)),
            tags="empty",
        )

    def _slot(self, place: int, columns: int) -> tuple[int, int, list[int]]:
        tag = f"slot{place}"
        back = self.create_rectangle(0, 0, 0, 0, width=0, tags=tag)
        bar = self.create_rectangle(0, 0, 0, 0, width=0, fill=ACCENT, tags=tag)
        bottom = (place + 1) * self.step - 1
        self.create_line(0, bottom, 10_000, bottom, fill=HAIRLINE, tags=tag)
        texts = [
            self.create_text(
                0, 0, anchor="e" if self._rights[column] else "w", font=self._fonts[column], tags=tag
            )
            for column in range(columns)
        ]
        return back, bar, texts

    def _fill(
        self, place: int, cells: Sequence[Cell], widths: Sequence[int], is_picked: bool, is_cursor: bool
    ) -> None:
        back, bar, texts = self._slots[place]
        top = place * self.step
        self.itemconfigure(f"slot{place}", state="normal")
        self.coords(back, 0, top, self._bounds[-1], top + self.step - 1)
        self.itemconfigure(back, fill=PICKED if is_picked else HOVERED if place == self._hovered else CARD)
        self.coords(bar, 0, top, px(3), top + self.step - 1)
        self.itemconfigure(bar, state="normal" if is_cursor else "hidden")
        for column, cell in enumerate(cells):
            whole = text_of(cell)
            text = self._rulers[column].fit(whole, _room(widths[column]))
            if text != whole:
                self._cut[place, column] = whole
            x = self._bounds[column + 1] - px(PAD) if self._rights[column] else self._bounds[column] + px(PAD)
            self.coords(texts[column], x, top + self.step // 2)
            self.itemconfigure(texts[column], text=text, fill=COLOURS[tone_of(cell)])

    def _motion(self, x: int, y: int) -> None:
        place = self.slot_at(y)
        self._hover(place)
        column = self.column_at(x)
        linked = column in self.links and place < self._shown
        self.configure(cursor="hand2" if linked else "")
        self.tip.offer(self._cut.get((place, column), ""))

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            for slot, colours in ((self._hovered, (HOVERED, CARD)), (place, (CARD, HOVERED))):
                self._recolour(slot, *colours)
            self._hovered = place

    def _recolour(self, place: int, before: str, after: str) -> None:
        if 0 <= place < len(self._slots):
            back = self._slots[place][0]
            if self.itemcget(back, "fill") == before:
                self.itemconfigure(back, fill=after)


def _room(width: int) -> int:
    return width - px(PAD + 4)
