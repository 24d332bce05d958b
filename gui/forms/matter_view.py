"""One matter: what is known of it at the left, at the right what was done about it and what comes next."""

import tkinter
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import ttkbootstrap as ttk

from gui.forms.matter_steps import MatterSteps
from gui.look.palette import COLOURS, GROUND
from gui.look.scale import px
from gui.page import Shell
from gui.state import matter as words
from gui.state import matter_record as record
from gui.widgets.passages import Passages
from models.matter import Matter, steps_of
from models.matter_line import days_to, lights, matter_lines
from models.rules.kinds import StepKind


class MatterAnswers(NamedTuple):
    """What the buttons do with the matter in sight."""

    step: Callable[[Matter, StepKind], object]
    correct: Callable[[Matter], object]
    take_back: Callable[[Matter], object]
    delete: Callable[[Matter], object]
    source: Callable[[Matter], object]


class MatterView(tkinter.Frame):
    """Two cards beside each other."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, answers: MatterAnswers) -> None:
        super().__init__(parent, background=GROUND)
        self._shell, self._answers = shell, answers
        self.matter: Matter | None = None
        for column, weight in enumerate((48, 52)):
            self.columnconfigure(column, weight=weight, uniform="part")
        self.rowconfigure(0, weight=1)
        card = ttk.Frame(self, style="Card.TFrame", padding=(px(20), px(14)))
        card.grid(row=0, column=0, sticky="nsew", padx=(0, px(16)))
        self._lay_head(card)
        self._lay_foot(card)
        self.facts = Passages(card)
        self.facts.pack(fill="both", expand=True)
        mend = {"更正步骤…": self._answers.correct, "取消最近一步": self._answers.take_back}
        self.steps = MatterSteps(
            self,
            lambda kind: self._with(partial(self._step, kind)),
            {word: partial(self._with, run) for word, run in mend.items()},
        )
        self.steps.grid(row=0, column=1, sticky="nsew")
        self.steps.listen(self.facts.canvas)

    def show(self, matter: Matter) -> None:
        """Show a matter, the keyboard with its steps."""
        self.matter = matter
        self.renew()
        self.take_keyboard()

    def renew(self) -> None:
        """Read it anew. There must be such a matter still: see `is_gone`."""
        if self.matter is None:
            return
        self.matter = matter = Matter.get_by_id(self.matter.id)
        today = self._shell.today()
        line, steps = matter_lines([matter.id])[matter.id], steps_of(matter)
        status = words.status_of(line.state, line.due, lights(today))
        head = record.headline(line, status, today, days_to(today))
        self._title.configure(text=head.head)
        self._light.configure(text=head.text, foreground=COLOURS[head.tone])
        self.facts.show(record.facts(matter, line))
        self.steps.show(matter, steps, list(record.timeline(line, steps)))
        self._source.pack(side="left") if matter.activity_id else self._source.pack_forget()

    @property
    def is_gone(self) -> bool:
        """Whether the matter in sight is not there any more: an undo took it back."""
        return self.matter is not None and Matter.get_or_none(Matter.id == self.matter.id) is None

    @property
    def light(self) -> str:
        """How its deadline stands, in words."""
        return str(self._light.cget("text"))

    def take_keyboard(self) -> None:
        """Let keys come to the steps."""
        self.steps.timeline.canvas.focus_set()

    def _lay_head(self, card: ttk.Frame) -> None:
        self._title = ttk.Label(card, style="Paper.TLabel", font="LianxinHeading")
        self._title.pack(anchor="w")
        self._light = ttk.Label(card, style="Paper.TLabel", font="LianxinStrong")
        self._light.pack(anchor="w", pady=(px(2), px(12)))

    def _lay_foot(self, card: ttk.Frame) -> None:
        foot = ttk.Frame(card, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", pady=(px(10), 0))
        self._source, self.delete = (
            ttk.Button(foot, text=word, style=style, command=partial(self._with, run))
            for word, style, run in (
                ("打开来源活动", "Quiet.TButton", self._answers.source),
                ("删除", "Grave.TButton", self._answers.delete),
            )
        )
        self.delete.pack(side="right")

    def _step(self, kind: StepKind, matter: Matter) -> None:
        self._answers.step(matter, kind)

    def _with(self, run: Callable[[Matter], object]) -> None:
        if self.matter is not None:
            run(self.matter)
