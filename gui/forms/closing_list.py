"""季度归档 on screen: the quarters, what was kept of one, and what came or changed since."""

import tkinter
from collections.abc import Callable
from typing import NamedTuple

import ttkbootstrap as ttk

from gui.forms.closing import close_form, open_again_form
from gui.look.palette import CARD, Tone
from gui.look.scale import px
from gui.page import Page, Shell
from gui.state import closing as words
from gui.state.closing import Row
from gui.state.print_choice import Wanted
from gui.widgets.paragraphs import Paragraphs, Said
from gui.widgets.table import Answers, Column, Table
from models.closing import KeptPrint, closings, kept_prints, later
from models.rules.calendar import period
from models.rules.closing import LaterEntry
from models.terms import label

_NOTHING_KEPT = "没有归档的文件。"
_NOTHING_LATER = "归档后没有补录、修改或删除。"


class ClosingAnswers(NamedTuple):
    """What its page does: show a document, go back to the pages, read the print log anew."""

    look: Callable[[Wanted], object]
    back: Callable[[], object]
    logged: Callable[[], object]


class ClosingList(ttk.Frame):
    """Filled by `refresh`; Enter on a kept file shows its pages."""

    def __init__(self, page: Page, shell: Shell, answers: ClosingAnswers) -> None:
        super().__init__(page, style="Card.TFrame", padding=(px(16), px(12)))
        self._page, self._shell, self._answers = page, shell, answers
        self._lay_head()
        self._lay_quarters()
        self._lay_details()

    def refresh(self) -> None:
        """Read anew."""
        self.quarters.fill(words.rows(closings(), self._shell.today()))
        self.quarters.pick(max(0, self.quarters.rows.cursor))

    def _lay_head(self) -> None:
        head = ttk.Frame(self, style="Paper.TFrame")
        head.pack(fill="x", pady=(0, px(8)))
        ttk.Label(head, text="季度归档", style="Paper.TLabel", font="LianxinHeading").pack(side="left")
        ttk.Button(head, text="返回预览", style="Quiet.TButton", command=self._answers.back).pack(
            side="right"
        )

    def _lay_quarters(self) -> None:
        left = ttk.Frame(self, style="Paper.TFrame")
        left.pack(side="left", fill="y", padx=(0, px(20)))
        foot = tkinter.Frame(left, background=CARD)
        foot.pack(side="bottom", fill="x", pady=(px(10), 0))
        self.close = self._button(foot, "归档…", self._close)
        self.open_again = self._button(foot, "撤销归档…", self._open_again)
        self.sheet = self._button(foot, "归档表", lambda: self._look_at("closing"))
        columns = [
            Column("季度", 128, lambda row: row.quarter.title, lambda row: row.get_id(), strong=True),
            Column("状态", 112, lambda row: row.state),
            Column("日期", 96, lambda row: row.when),
        ]
        answers = Answers(pick=lambda _: self._show(), open=lambda _: self._open())
        remembered, same = self._shell.remembered, Row.get_id
        self.quarters = Table(left, "closings", columns, remembered, empty="", same=same, answers=answers)
        self.quarters.sheet.configure(width=px(356))
        self.quarters.pack(fill="both", expand=True)

    def _lay_details(self) -> None:
        right = ttk.Frame(self, style="Paper.TFrame")
        right.pack(side="left", fill="both", expand=True)
        self.told = Paragraphs(right)
        self.told.pack(fill="x", pady=(0, px(4)))
        tables = ttk.Frame(right, style="Paper.TFrame")
        tables.pack(fill="both", expand=True)
        tables.columnconfigure(0, weight=1)
        self.kept = self._table(tables, 0, "归档的文件（Enter 查看原件）", _kept_columns(), _NOTHING_KEPT)
        self.later = self._table(tables, 2, "归档后的变动", _later_columns(), _NOTHING_LATER)

    def _table(self, parent: tkinter.Misc, row: int, title: str, columns: list[Column], empty: str) -> Table:
        """A title and a table below it; the tables share the height."""
        label = ttk.Label(parent, text=title, style="Soft.TLabel")
        label.grid(row=row, column=0, sticky="w", pady=(px(6), px(4)))
        remembered, answers = self._shell.remembered, Answers(open=self._look)
        table = Table(parent, f"closing_{row}", columns, remembered, empty=empty, answers=answers)
        table.sheet.configure(height=1)
        table.grid(row=row + 1, column=0, sticky="nsew")
        parent.rowconfigure(row + 1, weight=1, uniform="table")
        return table

    def _button(self, parent: tkinter.Misc, text: str, run: Callable[[], object]) -> ttk.Button:
        button = ttk.Button(parent, text=text, style="Quiet.TButton", command=run)
        button.pack(side="left", padx=(0, px(8)))
        return button

    def _show(self) -> None:
        """What is known of the quarter under the cursor."""
        row: Row | None = self.quarters.current
        closing = row.closing if row else None
        kept = kept_prints(closing) if closing else []
        found = later(closing, row.quarter) if row and closing and row.is_closed else []
        self.kept.fill(kept)
        self.later.fill(found)
        pages = sum(one.pages for one in kept)
        self.told.say([Said(words.summary(row, len(kept), pages, len(found)))] if row else [])
        self._show_buttons(row)

    def _show_buttons(self, row: Row | None) -> None:
        closed = row is not None and row.is_closed
        for button, can in ((self.close, row is not None and not closed), (self.open_again, closed)):
            button.state(["!disabled" if can else "disabled"])
        self.sheet.state(["!disabled" if closed else "disabled"])

    def _close(self) -> None:
        """Ask what is kept, and close the quarter under the cursor."""
        if self._page.flush():
            quarter = self.quarters.current.quarter
            self._page.drawer = close_form(self._page, self._shell, quarter, self._answers.logged)

    def _open_again(self) -> None:
        """Ask why, and take its closing back."""
        row: Row = self.quarters.current
        if row.closing is not None and self._page.flush():
            self._page.lay_over(open_again_form, self._shell, row.closing, row.quarter.title)

    def _open(self) -> None:
        if self.quarters.current.is_closed:
            self._look_at("closing")
        else:
            self._close()

    def _look_at(self, document: str) -> None:
        self._answers.look(Wanted(document, None, self.quarters.current.quarter))

    def _look(self, one: object) -> None:
        """The pages of a kept file that is in force."""
        if isinstance(one, KeptPrint) and self.quarters.current.is_closed:
            self._answers.look(Wanted(one.form, None, period(one.period)))


def _kept_columns() -> list[Column]:
    return [
        Column("文件", 190, lambda row: row.name.split("_")[0], stretch=1, strong=True),
        Column("期间", 124, lambda row: period(row.period).title),
        Column("页数", 56, lambda row: str(row.pages), lambda row: row.pages),
        Column("编号", 60, lambda row: f"{row.print_log_id:04d}", lambda row: row.print_log_id),
    ]


def _later_columns() -> list[Column]:
    def what(entry: LaterEntry) -> tuple[str, Tone]:
        return label(entry.later), Tone.NEAR

    return [
        Column("编号", 108, lambda entry: entry.number),
        Column("变动", 120, what),
        Column("内容", 260, lambda entry: entry.words, stretch=1),
    ]
