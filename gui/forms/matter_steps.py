"""办理过程: the steps of a matter along a line, the buttons for the next ones, what closing still lacks."""

import tkinter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import ttkbootstrap as ttk

from gui.look.palette import CARD, HAIRLINE, Tone, signed
from gui.look.scale import px
from gui.state.cards import Passage
from gui.widgets.flow import Flow
from gui.widgets.menu import Item, Menu
from gui.widgets.paragraphs import Paragraphs, Said
from gui.widgets.passages import Timeline
from models import terms
from models.matter import Matter, lacking_of
from models.rules.kinds import MatterState, StepKind
from models.rules.matter import Step, acts_missing, offered, possible

_READY = "答复、告知都已完成，可以销号。"


class MatterSteps(ttk.Frame):
    """`take` gets the kind of the step whose button was pressed; digits press the buttons.

    `mend` are further things done with the steps there are, by their names in the menu.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        take: Callable[[StepKind], object],
        mend: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(20), px(14)))
        self._take, self._mend = take, mend
        self.buttons: dict[StepKind, ttk.Button] = {}
        self._menu: Menu | None = None
        title = ttk.Label(self, text="办理过程", style="Paper.TLabel", font="LianxinHeading")
        title.pack(anchor="w", pady=(0, px(12)))
        self._foot = tkinter.Frame(self, background=CARD)
        self._foot.pack(side="bottom", fill="x")
        self.timeline = Timeline(self)
        self.timeline.pack(fill="both", expand=True)
        self._lay_foot()
        self.listen(self.timeline.canvas)

    def show(self, matter: Matter, steps: Sequence[Step], told: Sequence[Passage]) -> None:
        """Show what was done, what can be done next, and what lacks before the matter may be closed."""
        self.timeline.show(told)
        for old in (*self._next.winfo_children(), *self._close.winfo_children()):
            old.destroy()
        self.buttons = {}
        state, lacks = MatterState(matter.state), lacking_of(matter, steps)
        kinds = offered(state, matter.told_on, acts_missing(steps) if matter.in_charge else ())
        is_open = state != MatterState.CLOSED
        for kind in kinds:
            self._add(self._next, kind, is_main=not self.buttons and bool(lacks or not is_open))
        seldom = [kind for kind in possible(state) if kind not in (*kinds, StepKind.CLOSE)]
        self._offer_more(seldom, self._mend if steps else {})
        self._next.arrange()
        self._said.say(_lacking_words(lacks) if is_open else ())
        if is_open:
            close = self._add(self._close, StepKind.CLOSE, is_main=not lacks)
            close.state(["disabled" if lacks else "!disabled"])
            close.pack()

    @property
    def lacking(self) -> str:
        """What is said beside the button that closes it."""
        return self._said.text

    def listen(self, widget: tkinter.Misc) -> None:
        """Let digits press the buttons while that widget has the keyboard."""
        for digit in range(1, len(StepKind)):
            widget.bind(f"<Key-{digit}>", partial(self._press, digit))

    def more(self) -> None:
        """Offer the steps that are seldom taken now."""
        if self._menu is not None:
            self._menu.open(self.timeline.canvas)

    def _lay_foot(self) -> None:
        tkinter.Frame(self._foot, background=HAIRLINE, height=1).pack(fill="x", pady=(px(8), px(10)))
        self._next = Flow(self._foot)
        self._next.pack(fill="x")
        row = tkinter.Frame(self._foot, background=CARD)
        row.pack(fill="x", pady=(px(10), 0))
        self._close = tkinter.Frame(row, background=CARD, height=1, width=1)
        self._close.pack(side="left", anchor="n")
        self._said = Paragraphs(row, "LianxinSmall", gap=2)
        self._said.pack(side="left", fill="x", expand=True, padx=(px(12), 0))

    def _add(self, parent: tkinter.Misc, kind: StepKind, *, is_main: bool) -> ttk.Button:
        style = "Main.TButton" if is_main else "Quiet.TButton"
        text = f"{len(self.buttons) + 1} {terms.label(kind)}"
        button = ttk.Button(parent, text=text, style=style, command=partial(self._take, kind))
        self.listen(button)
        self.buttons[kind] = button
        return button

    def _offer_more(self, kinds: Sequence[StepKind], mend: Mapping[str, Callable[[], object]]) -> None:
        if self._menu is not None:
            self._menu.destroy()
        items = [Item(terms.label(kind), partial(self._take, kind)) for kind in kinds]
        items += [Item(word, run) for word, run in mend.items()]
        self._menu = Menu(self._foot, items) if items else None
        if items:
            ttk.Button(self._next, text="其他 ▾", style="Quiet.TButton", command=self.more)

    def _press(self, digit: int, _event: object) -> str:
        if digit <= len(self.buttons):
            list(self.buttons.values())[digit - 1].invoke()
        return "break"


def _lacking_words(lacks: Sequence[str]) -> list[Said]:
    if not lacks:
        return [Said(signed(Tone.DONE, _READY), Tone.DONE)]
    return [Said(signed(Tone.NEAR, f"销号前：{lack}"), Tone.NEAR) for lack in lacks]
