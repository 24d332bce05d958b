"""AB角: who is here and who acts, who is away, who is paired with whom."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from gui.forms.absence_list import AbsenceAnswers, AbsenceList
from gui.forms.duty_board import DutyBoard
from gui.forms.pairing_list import PairingAnswers, PairingList
from gui.look.palette import GROUND
from gui.look.scale import px
from gui.page import Action, Page
from gui.state.absence import context as absence_context
from gui.state.pairing import context as pairing_context
from gui.state.print_choice import Wanted
from models.absence import Absence, absences_open
from models.absence_entry import cancel_absence
from models.official import Official
from models.pairing import Pairing, delete_pairing, pairings
from models.writing import Topic

_PRINT_PAGE = "打印中心"


class View(StrEnum):
    """The three ways to look at it."""

    BOARD = "在岗情况"
    ABSENCES = "外出"
    PAIRINGS = "AB角"


class PairingPage(Page):
    """One view at a time; its buttons stand above it."""

    title = "AB角"
    icon = "arrow-left-right"
    help = "看谁在岗、谁代行"
    topics = frozenset(
        {Topic.OFFICIAL, Topic.PAIRING, Topic.ABSENCE, Topic.ACTIVITY, Topic.SETTING, Topic.HOLIDAY}
    )

    def build(self) -> None:
        self.view = View.BOARD
        self._bar = ttk.TkFrame(self, autostyle=False, background=GROUND)
        self._bar.pack(fill="x", pady=(0, px(10)))
        self.views: dict[View, ttk.Button] = {}
        for view in View:
            button = ttk.Button(self._bar, text=view, command=partial(self.look_at, view))
            button.pack(side="left", padx=(0, px(6)))
            self.views[view] = button
        self.absences = AbsenceList(self, self.shell, self._absence_answers())
        self.pairings = PairingList(self, self.shell, self._pairing_answers())
        self.board = DutyBoard(self, self.shell, self._open_absence)
        self._parts: dict[View, Any] = {
            View.BOARD: self.board,
            View.ABSENCES: self.absences,
            View.PAIRINGS: self.pairings,
        }
        self._show_view()

    def refresh(self) -> None:
        today = self.shell.today()
        self._said = "    ".join(
            (absence_context(absences_open(today), today), pairing_context(pairings(), today))
        )
        self._parts[self.view].show()
        if self.has_drawer:
            self.drawer.renew()

    def take_keyboard(self) -> None:
        if self.view == View.BOARD:
            self.board.focus_cells()
        else:
            self._parts[self.view].table.focus_rows()

    def come(self, about: Any) -> None:
        """Show an absence, or who is here on a day; or begin an absence for an official."""
        if not self.flush():
            return
        if isinstance(about, date):
            self.look_at(View.BOARD)
            self.board.show(about)
            return
        self.look_at(View.ABSENCES)
        if isinstance(about, Absence):
            self.absences.pick(about)
        elif isinstance(about, Official):
            self._open(_absence_forms().add_absence, about)

    def context(self) -> str:
        return self._said

    def help_in_sight(self) -> str:
        return {View.ABSENCES: "登记外出", View.PAIRINGS: "登记AB角"}.get(self.view, self.help)

    def actions(self) -> list[Action]:
        if self.view == View.PAIRINGS:
            return [
                Action("新增AB角", self.add_pairing, "Ctrl+N"),
                Action("打印安排表", self.print_table, "Ctrl+P"),
            ]
        return [
            Action("登记外出", self.add_absence, "Ctrl+N"),
            Action("打印在岗情况", self.print_board, "Ctrl+P"),
        ]

    def escape(self) -> None:
        if self.has_drawer or self.view != View.BOARD or not self.board.escape():
            super().escape()

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        return {"F3": self._parts[self.view].search.entry.focus_set}

    def look_at(self, view: View) -> None:
        """Another view."""
        if view == self.view or not self.flush():
            return
        self.view = view
        self._show_view()
        self._parts[view].show()
        self.take_keyboard()
        self.shell.renew_head()

    def add_absence(self) -> None:
        """Open the form for a new absence."""
        self._open(_absence_forms().add_absence)

    def add_pairing(self) -> None:
        """Open the form for a new pairing."""
        self._open(_pairing_forms().add_pairing)

    def print_board(self) -> None:
        """Who is here on the day shown, or today, on paper."""
        day = self.board.day if self.view == View.BOARD else self.shell.today()
        self.shell.visit(_PRINT_PAGE, Wanted("on_duty_board", day=day))

    def print_table(self) -> None:
        """The pairings valid today, on paper."""
        self.shell.visit(_PRINT_PAGE, Wanted("pairing_table", day=self.shell.today()))

    def _show_view(self) -> None:
        for view, button in self.views.items():
            button.configure(style="Main.TButton" if view == self.view else "Quiet.TButton")
        for part in self._parts.values():
            part.pack_forget()
        self._parts[self.view].pack(fill="both", expand=True)

    def _open(self, form: Callable[..., Any], *about: Any) -> None:
        """Open a form over the page, unless another one still holds what was typed and is to stay."""
        if self.flush():
            self.lay_over(form, self.shell, *about)

    def _open_absence(self, number: int) -> None:
        self._open(_absence_forms().edit_absence, Absence.get_by_id(number))

    def _absence_answers(self) -> AbsenceAnswers:
        return AbsenceAnswers(
            edit=lambda absence: self._open(_absence_forms().edit_absence, absence),
            come_back=lambda absence: self._open(_absence_forms().ask_return, absence),
            cancel=self._cancel,
            print_notice=partial(self._print_about, "absence_notice"),
            print_handover=partial(self._print_about, "handover_list"),
        )

    def _pairing_answers(self) -> PairingAnswers:
        return PairingAnswers(
            edit=lambda pairing: self._open(_pairing_forms().edit_pairing, pairing),
            replace=lambda pairing: self._open(_pairing_forms().replace_b, pairing),
            end=lambda pairing: self._open(_pairing_forms().end, pairing),
            delete=self._delete,
        )

    def _cancel(self, absence: Absence) -> None:
        if self.flush():
            cancel_absence(absence)
            self.shell.notice(f"已取消{absence.official.name}的外出。按 Ctrl+Z 撤销。")

    def _delete(self, pairing: Pairing) -> None:
        if self.flush():
            delete_pairing(pairing)
            self.shell.notice(f"已删除{pairing.a.name}、{pairing.b.name}这一对。按 Ctrl+Z 撤销。")

    def _print_about(self, document: str, absence: Absence) -> None:
        self.shell.visit(_PRINT_PAGE, Wanted(document, leader=absence.official_id, day=absence.first_day))


def _absence_forms() -> Any:
    from gui.forms import absence

    return absence


def _pairing_forms() -> Any:
    from gui.forms import pairing

    return pairing
