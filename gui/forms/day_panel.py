"""One day of 走访日历: what is on it, the whole of what the cursor is on, and what can be done about it."""

import tkinter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from gui.look.palette import CARD, NEAR, SOFT
from gui.look.scale import px
from gui.state.activity_effect import wrapped
from gui.state.calendar_items import Item, Key, Told
from gui.state.remembered import Remembered
from gui.widgets.ruler import Ruler
from gui.widgets.scrolled import Scrolled
from gui.widgets.table import Answers, Column, Table

_ROWS = 7  # listed without scrolling
_AROUND = 160  # what head and buttons take
_EMPTY = "这一天没有安排。\n按 N 在这天安排一次走访。"


class PanelAnswers(NamedTuple):
    """What the panel's buttons do; those of one item get it."""

    open: Callable[[Item], object]
    move: Callable[[Item], object]
    plan: Callable[[], object]
    print_trip: Callable[[Item], object]
    close: Callable[[], object]
    pick: Callable[[Item], object]


class DayPanel(ttk.Frame):
    """Stands beside the calendar; ↑↓ choose, Enter opens, M moves, N plans."""

    def __init__(
        self,
        parent: tkinter.Misc,
        remembered: Remembered,
        answers: PanelAnswers,
        told: Callable[[Item], Told],
    ) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(12), px(12)))
        self._answers = answers
        self._told = told
        self._ruler = Ruler(parent, "LianxinSmall")
        self._words: dict[Any, str] = {}
        self._lay_head()
        self._lay_foot()
        self.table = Table(
            self,
            "calendar_day",
            [Column("", 240, lambda item: told(item).head)],
            remembered,
            empty=_EMPTY,
            same=lambda item: item.key,
            answers=Answers(pick=self._picked, open=self._open),
        )
        self.table.pack(fill="x", before=self._scrolled)
        for letter in "nN":
            self.table.sheet.bind(f"<Key-{letter}>", lambda _: self._answers.plan())
        for letter in "mM":
            self.table.sheet.bind(f"<Key-{letter}>", lambda _: self._move())

    def show(self, title: str, about: str, there: Sequence[Item], picked: Key | None) -> None:
        """Show a day with the cursor on the item picked, if it is there."""
        self._title.configure(text=title)
        self._words[self._about] = about
        self.table.fill(there)
        self._share()
        keys = [item.key for item in there]
        if picked in keys or (there and self.table.current is None):
            self.table.pick(keys.index(picked) if picked in keys else 0)
        else:
            self._show(self.table.current)

    @property
    def current(self) -> Item | None:
        """What the cursor is on."""
        item: Item | None = self.table.current
        return item

    @property
    def text(self) -> str:
        """Everything said of what the cursor is on."""
        return f"{self._words.get(self._lines, '')}\n{self._words.get(self._warned, '')}".strip()

    def _lay_head(self) -> None:
        head = ttk.Frame(self, style="Paper.TFrame")
        head.pack(fill="x", padx=px(6))
        close = ttk.Button(head, text="×", style="Icon.TButton", takefocus=False, command=self._answers.close)
        close.pack(side="right")
        self._title = ttk.Label(head, style="Paper.TLabel", font="LianxinHeading")
        self._title.pack(side="left")
        self._about = ttk.Label(self, style="Soft.TLabel", justify="left")
        self._about.pack(fill="x", padx=px(6), pady=(0, px(6)))

    def _lay_foot(self) -> None:
        foot = ttk.Frame(self, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", padx=px(6), pady=(px(8), 0))
        self.buttons = {
            word: ttk.Button(foot, text=word, style=style, command=run)
            for word, style, run in (
                ("打开", "Quiet.TButton", lambda: self._open(self.current)),
                ("移动…", "Quiet.TButton", self._move),
                ("行程单", "Quiet.TButton", self._print),
                ("在这天新增", "Main.TButton", self._answers.plan),
            )
        }
        for place, button in enumerate(self.buttons.values()):
            row, column = divmod(place, 3)
            button.grid(
                row=row,
                column=column,
                columnspan=3 if row else 1,
                sticky="ew",
                padx=(0, px(6) * (column < 2)),
            )
        self.buttons["在这天新增"].grid_configure(pady=(px(6), 0))
        foot.columnconfigure((0, 1, 2), weight=1, uniform="button")
        self._scrolled = Scrolled(self)
        self._scrolled.pack(fill="both", expand=True, padx=px(6), pady=(px(8), 0))
        look: dict[str, Any] = {"background": CARD, "font": "LianxinSmall", "justify": "left", "anchor": "nw"}
        self._lines = tkinter.Label(self._scrolled.inside, foreground=SOFT, **look)
        self._warned = tkinter.Label(self._scrolled.inside, foreground=NEAR, **look)
        for label in (self._warned, self._lines):
            label.pack(fill="x", pady=(px(6), 0))
        self.bind("<Configure>", lambda _: self._fit())

    def _fit(self) -> None:
        self._share()
        self._wrap()

    def _share(self) -> None:
        """As many rows as there are, but half of the height is left to what is said of one of them."""
        step = self.table.sheet.step
        rows = min(_ROWS, len(self.table.rows.items), (self.winfo_height() - px(_AROUND)) // 2 // step)
        self.table.sheet.configure(height=max(2, rows) * step)

    def _wrap(self) -> None:
        """Write everything in lines as wide as the panel, by the rules of Chinese line ends."""
        width = self.winfo_width() - px(52)
        for label, text in self._words.items():
            label.configure(text="\n".join(wrapped(text, max(px(80), width), self._ruler.width)))

    def _picked(self, item: Item) -> None:
        self._show(item)
        self._answers.pick(item)

    def _show(self, item: Item | None) -> None:
        told = self._told(item) if item is not None else None
        self._words[self._lines] = "\n".join(told.lines) if told else ""
        self._words[self._warned] = "\n".join(told.against) if told else ""
        self._wrap()
        is_activity = item is not None and item.entry is not None
        self.buttons["打开"].state(["disabled" if item is None else "!disabled"])
        for word in ("移动…", "行程单"):
            self.buttons[word].state(["!disabled" if is_activity else "disabled"])

    def _open(self, item: Item | None) -> None:
        if item is not None:
            self._answers.open(item)

    def _move(self) -> None:
        if self.current is not None and self.current.entry is not None:
            self._answers.move(self.current)

    def _print(self) -> None:
        if self.current is not None:
            self._answers.print_trip(self.current)
