"""The working calendar of a year: its days off and make-up workdays, typed, pasted or imported."""

from collections.abc import Callable
from datetime import date
from tkinter import Frame, Misc
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs
from gui.forms.holiday_notice import NoticeCard
from gui.look.palette import CARD, COLOURS, GROUND
from gui.look.scale import px
from gui.page import Page
from gui.state.holiday import DayLine, counted, day_lines, table_words, years_offered
from gui.widgets.controls import Choice, Text
from gui.widgets.day_field import Day
from gui.widgets.form import Field, Form
from gui.widgets.table import Answers, Column, Table
from models.almanac import missing_years
from models.holiday import delete_holidays, save_holiday, save_holidays, year_table
from models.rules.calendar import day_in
from models.rules.kinds import DayKind
from models.rules.problem import Problem
from models.terms import label

_EMPTY = "这一年还没有节假日。\n\n右边粘贴通知原文，或在下面逐日填写。"


class YearLines(Frame):
    """The years that matter now, each with where its table comes from; a click opens it."""

    def __init__(self, parent: Misc, open_year: Callable[[int], object]) -> None:
        super().__init__(parent, background=CARD)
        self._open = open_year
        self.columnconfigure(2, weight=1)

    def show(self, today: date) -> None:
        """This year, the next one, and others for which something is planned."""
        for child in self.winfo_children():
            child.destroy()
        for place, year in enumerate(sorted({today.year, today.year + 1, *missing_years(today)})):
            self._line(place, year)

    def _line(self, place: int, year: int) -> None:
        words, tone = table_words(year_table(year))
        cells = [
            ttk.Label(self, text=f"{year}年", style="Paper.TLabel", font="LianxinStrong"),
            ttk.Button(self, text="查看和录入", style="Quiet.TButton", command=lambda: self._open(year)),
            ttk.Label(self, text=words, style="Paper.TLabel", foreground=COLOURS[tone]),
        ]
        for column, cell in enumerate(cells):
            cell.grid(row=place, column=column, sticky="w", padx=(0, px(16)), pady=px(3))


class WorkdayView(Frame):
    """Lies over the settings until left: the year's days at the left, the text of a notice at the right."""

    section = "录入下一年的节假日"

    def __init__(self, page: Page, year: int) -> None:
        super().__init__(page, background=GROUND)
        self._page = page
        self.columnconfigure(0, weight=58, uniform="part")
        self.columnconfigure(1, weight=42, uniform="part")
        self.rowconfigure(0, weight=1)
        self.paste = NoticeCard(self, year, self._show, self.keep)
        self.paste.grid(row=0, column=1, sticky="nsew")
        self._build_days()
        self.turn_to(year)
        self.place(relwidth=1.0, relheight=1.0)
        self.lift()
        self.paste.text.inner.focus_set()

    @property
    def year(self) -> int:
        return self.paste.year

    @property
    def edited(self) -> bool:
        """Something is pasted or typed that is not kept."""
        return self.paste.holds_text or self.form.edited

    def turn_to(self, year: int) -> None:
        """Show the table of a year."""
        self.paste.turn_to(year)

    def refresh(self) -> None:
        """Show what is saved now, and still what is about to be."""
        self._show()

    def keep(self) -> None:
        """Save what the pasted notice sets, all at once."""
        days, year = self.paste.notice.days, self.year
        if days:
            save_holidays(days, f"录入{year}年节假日")
            kinds = [kind for kind, _ in days.values()]
            words = counted(kinds.count(DayKind.OFF), kinds.count(DayKind.WORK))
            self._page.shell.notice(f"{year}年节假日已保存：{words}。")
            self.paste.clear()

    def leave(self) -> bool:
        """Close, asking first if something was pasted or typed and not saved; whether it closed."""
        question = "填写或粘贴的内容还没有保存。要放弃吗？"
        if self.edited and not dialogs.may_give_up(self._page, question):
            return False
        self.destroy()
        return True

    def _build_days(self) -> None:
        card = ttk.Frame(self, style="Card.TFrame", padding=(px(12), px(14)))
        card.grid(row=0, column=0, sticky="nsew", padx=(0, px(16)))
        head = ttk.Frame(card, style="Paper.TFrame")
        head.pack(fill="x", padx=px(12), pady=(0, px(8)))
        self.chosen = Choice(head, years_offered(self._page.shell.today()))
        self.chosen.box.configure(width=8)
        self.chosen.pack(side="left")
        self.chosen.changed = lambda: self.turn_to(self.chosen.get())
        self._words = ttk.Label(head, style="Paper.TLabel")
        self._words.pack(side="left", padx=px(12))
        self._build_form(card)
        columns = [
            Column("日期", 96, self._date, lambda line: line.day, stretch=0, strong=True),
            Column("星期", 76, lambda line: line.weekday, lambda line: line.day.weekday(), stretch=0),
            Column("休/班", 64, lambda line: line.kind, stretch=0),
            Column("名称", 100, lambda line: line.shown.name),
            Column("来源", 130, lambda line: line.source),
        ]
        answers = Answers(pick=self._picked, open=lambda _: self.form.focus_first())
        self.days = Table(
            card,
            "workdays",
            columns,
            self._page.shell.remembered,
            empty=_EMPTY,
            same=_day,
            answers=answers,
        )
        self.days.pack(fill="both", expand=True)

    def _build_form(self, card: ttk.Frame) -> None:
        foot = ttk.Frame(card, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", padx=px(12), pady=(px(12), 0))
        fields = [
            Field("day", "日期", lambda parent: Day(parent, self._base), required=True),
            Field("kind", "休/班", lambda parent: Choice(parent, {kind: label(kind) for kind in DayKind})),
            Field("name", "名称", Text),
        ]
        self.form = Form(foot, fields, self.keep_day, columns=3)
        self.form.set({"kind": DayKind.OFF})
        self.form.pack(fill="x")
        save = ttk.Button(foot, text="保存这一天", style="Quiet.TButton", command=self.keep_day)
        save.pack(side="left", padx=(0, px(8)))
        self.delete = ttk.Button(foot, text="撤去本单位录入", style="Quiet.TButton", command=self.delete_days)
        self.delete.pack(side="left")

    def _date(self, line: DayLine) -> str:
        """Without the year, but for the last days of the year before."""
        return day_in(line.day, self.year)

    def keep_day(self) -> None:
        """Save the one day filled in."""
        try:
            filled = self.form.get()
        except Problem:
            return
        save_holiday(filled["day"], filled["kind"], filled["name"])
        self.form.set({"kind": filled["kind"], "name": filled["name"]})
        self.form.focus_first()
        self._show()

    def delete_days(self) -> None:
        """Take back what the office set for the picked days."""
        delete_holidays([line.day for line in self.days.rows.chosen()])
        self._show()

    def _base(self) -> date:
        """What a day typed without its year belongs to: the year shown."""
        today = self._page.shell.today()
        return today if today.year == self.year else date(self.year, 1, 1)

    def _show(self) -> None:
        table = year_table(self.year)
        self.chosen.offer(years_offered(self._page.shell.today(), self.year))
        self.chosen.set(self.year)
        words, tone = table_words(table)
        self._words.configure(text=words, foreground=COLOURS[tone])
        self.days.fill(day_lines(table.days, self.paste.notice.days))
        self._arm()

    def _picked(self, line: DayLine) -> None:
        if not self.form.edited:
            self.form.set({"day": line.day, "kind": line.shown.kind, "name": line.shown.name})
        self._arm()

    def _arm(self) -> None:
        own = any(line.known is not None and line.known.own for line in self.days.rows.chosen())
        self.delete.state(["!disabled" if own else "disabled"])


def _day(line: DayLine) -> Any:
    return line.day
