"""按表补登: a signed visit sheet typed row by row, with what saving will count, and one save for all."""

import tkinter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs
from gui.forms.batch_foot import BatchFoot
from gui.later import Pause
from gui.look.palette import Tone
from gui.look.scale import px
from gui.page import Shell
from gui.state import batch_draft
from gui.state import batch_words as words
from gui.state.batch_grid import REASONS, BatchGrid
from gui.state.print_choice import Wanted
from gui.widgets.batch_grid import SheetGrid
from gui.widgets.controls import Choice
from gui.widgets.ruler import Ruler
from models.batch import read_sheet, save_batch
from models.batch_sheet import Batch, BatchSheet, SheetProblem
from models.batch_steps import batch_steps
from models.draft import Typed
from models.effect import foresee_all
from models.official import leaders
from models.rules.calendar import period

SHEET = "走访登记/补登"
_SETTLE_MS = 250
_NOTHING = "在走访过的行写日期，没有走访的行留空；填好后按 Ctrl+S 一次保存。"
_NOBODY = "还没有班子成员。请先在“联系点”页录入或从 Excel 导入。"
_LOW = 460
_KEYS = (
    "日期 3.5、305，同月只写 5，加 上、下 记半天    Enter 下一格    ″ 或 Ctrl+D 同上"
    "    结果 1 见到 2 未遇 3 电话    Ctrl+Delete 清空本行"
)
_REASONS = "    ".join(f"{number} {reason}" for number, reason in enumerate(REASONS, start=1))
_REASON_KEYS = f"未遇原因：{_REASONS}    或直接写"


class BatchEntry(ttk.Frame):
    """One leader's sheet of one quarter. `told`: what the page's head says may have changed."""

    def __init__(self, parent: tkinter.Misc, shell: Shell, told: Callable[[str], object]) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(12), px(14)))
        self.shell = shell
        self.sheet: BatchSheet | None = None
        self.typed = BatchGrid(next(iter(words.quarters(shell.today()))))
        self._told = told
        self._pause = Pause(self, _SETTLE_MS, self._settle)
        self._small = Ruler(parent, "LianxinSmall")
        self._lay_choices()
        self.foot = BatchFoot(self)
        self.foot.pack(side="bottom", fill="x", padx=px(8), pady=(px(10), 0))
        self.rows = SheetGrid(self, self.typed)
        self.rows.pack(fill="both", expand=True)
        self.rows.changed, self.rows.moved = self._pause.begin, self._show_keys
        self.bind("<Configure>", lambda event: self.foot.take(few=event.height < px(_LOW)))

    @property
    def edited(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return bool(self.typed.filled)

    @property
    def batch(self) -> Batch | None:
        """Whose sheet of which quarter is chosen, None while there is nobody to choose."""
        leader = self.leader.get()
        return None if leader is None else Batch(leader, self.quarter.get())

    def choose(self, batch: Batch | None) -> bool:
        """Show this sheet, or the one chosen last; False if the user stays with what is typed in another."""
        if batch is not None and self.sheet is not None and batch != self.sheet.batch:
            if not self.may_leave():
                return False
            self.typed.clear()
        self._offer(batch)
        self._read()
        return True

    def begin(self) -> None:
        """Put the keyboard into the cell under the cursor."""
        self.rows.focus_cell()

    def renew(self) -> None:
        """Something was written elsewhere: read the sheet again, keep everything typed.

        What was typed in rows that are gone, or for a leader who is, can be kept nowhere and is told.
        """
        shown, filled = self.sheet, self.typed.filled
        self._offer(None)
        if shown is not None and self.batch != shown.batch:
            self.typed.clear()
        self._read()
        lost = [line for line in filled if not any(line is kept for kept in self.typed.lines)]
        if lost:
            self.shell.notice(words.lost_words(lost), Tone.LATE)

    def may_leave(self) -> bool:
        """Whether what is typed is kept already, or the user gives it up."""
        question = f"{self.title()}填了还没有保存。要放弃所填内容吗？"
        return not self.edited or dialogs.may_give_up(self, question)

    def drafted(self) -> Iterator[Typed]:
        """All that is typed and not kept, as a draft."""
        if self.sheet is not None and self.edited:
            of = [self.sheet.batch.leader, str(self.sheet.batch.quarter)]
            yield Typed(SHEET, self.title(), {"batch": of, "rows": batch_draft.typed(self.typed)})

    def type_again(self, content: Mapping[str, Any]) -> None:
        """Show the sheet of a draft, filled in as `drafted` told of it."""
        leader, quarter = content["batch"]
        self.choose(Batch(leader, period(quarter)))
        lost = batch_draft.type_again(self.typed, content["rows"])
        self.rows.renew()
        self._settle()
        self.begin()
        if lost:
            self.shell.notice(f"有 {len(lost)} 行已不在这张表上，没有恢复：{'、'.join(lost)}。", Tone.NEAR)

    def keep(self) -> bool:
        """Keep everything typed in one action, or say at the rows why not and keep the text."""
        self.rows.settle()
        batch = self.batch
        if batch is None or self.sheet is None:
            return False
        try:
            typed = self.typed.entries()
            steps = batch_steps(self.sheet, typed, self.shell.today())
            kept = save_batch(batch, typed, self.shell.today())
        except SheetProblem as problem:
            self._complain(problem)
            return False
        self.typed.clear()
        self._read()
        self.rows.focus_cell()
        self.shell.notice(words.saved_words(kept, words.ways_counted(steps)), Tone.DONE)
        return True

    def wanted(self) -> Wanted:
        """This sheet, as the print page takes it."""
        batch = self.batch
        return Wanted("quarter_plan", leader=batch.leader if batch else None, period=self.quarter.get())

    def title(self) -> str:
        """Whose sheet it is: 张样一 2026年第一季度走访安排表."""
        leader = f"{self.sheet.leader} " if self.sheet else ""
        return f"{leader}{self.typed.quarter.title}走访安排表"

    def summary(self) -> str:
        """Whose sheet it is and how much of it is filled in."""
        return f"{self.title()}    共 {len(self.typed.lines)} 行，已填 {len(self.typed.filled)} 行"

    def _lay_choices(self) -> None:
        bar = ttk.Frame(self, style="Paper.TFrame")
        bar.pack(fill="x", padx=px(4), pady=(0, px(8)))
        self.leader, self.quarter = Choice(bar, {}), Choice(bar, words.quarters(self.shell.today()))
        for choice, width in ((self.leader, 14), (self.quarter, 16)):
            choice.box.configure(width=width)
            choice.pack(side="left", padx=(0, px(8)))
            choice.changed = self._chosen
        self._about = ttk.Label(bar, style="Soft.TLabel")
        self._about.pack(side="left", fill="x", expand=True, padx=px(8))

    def _offer(self, batch: Batch | None) -> None:
        """The leaders and quarters to choose from; those of `batch` chosen, if one is given."""
        people = {row.id: row.name for row in leaders()}
        self.leader.offer(people)
        if batch is not None:
            self.leader.set(batch.leader)
            self.quarter.offer(words.quarters(self.shell.today()) | {batch.quarter: batch.quarter.title})
            self.quarter.set(batch.quarter)
        if self.leader.get() is None and people:
            self.leader.set(next(iter(people)))
        if self.quarter.get() is None:
            self.quarter.set(self.typed.quarter)

    def _chosen(self) -> None:
        """Another sheet, unless what is typed is to stay."""
        if not self.may_leave():
            batch = self.sheet.batch if self.sheet else None
            self._offer(batch)
            return
        self.typed.clear()
        self._read()
        self.rows.focus_cell()

    def _read(self) -> None:
        batch = self.batch
        self.sheet = read_sheet(batch, self.shell.today()) if batch else None
        self.typed.show(self.sheet or BatchSheet(Batch(0, self.typed.quarter), "", ()))
        self.rows.renew()
        self._show_keys()
        self._settle()

    def _complain(self, problem: SheetProblem) -> None:
        self.typed.complain(problem.rows)
        self.typed.go_to_number(min(problem.rows))
        self.rows.focus_cell()
        self.foot.say_wrong(problem.complaints)
        self.shell.notice(str(problem), Tone.LATE)

    def _show_keys(self) -> None:
        """What may be pressed in the cell under the cursor, and in full which row it is."""
        line = self.typed.line
        whom = f"{line.row.number}    {line.row.name}    {line.row.place}{line.row.where}" if line else ""
        self._about.configure(text=self._small.fit(whom, max(px(200), self.winfo_width() - px(360))))
        self.foot.show_keys(_REASON_KEYS if self.rows.reasons() else _KEYS)

    def _settle(self) -> None:
        """Say what saving would do, or what stands in its way."""
        self._pause.end()
        self._told(self.summary())
        if self.sheet is None or not self.edited:
            self.foot.say_nothing(_NOTHING if self.sheet else _NOBODY)
            return
        try:
            steps = batch_steps(self.sheet, self.typed.entries(), self.shell.today())
        except SheetProblem as problem:
            self.foot.say_wrong(problem.complaints)
            return
        today = self.shell.today()
        seen = foresee_all([step.entry for step in steps], today)
        notes = [*words.plans_left(self.sheet, steps, today), *seen.reasons]
        self.foot.say(words.effect_words(seen), words.steps_words(steps), notes)
