"""履职总览: what is owed and what is done, of all leaders and of one; every box opens what it counted."""

from collections.abc import Callable
from typing import Any

from gui.forms.coverage_box import Doings
from gui.forms.coverage_leader import LeaderView
from gui.forms.coverage_office import OfficeView
from gui.page import Action, Page
from gui.state.coverage import Seen
from gui.state.print_choice import Wanted
from models.activity import Activity
from models.due import entry_for
from models.explanation import withdraw_all
from models.official import Official
from models.rules.calendar import year_of
from models.writing import Topic

_RECORD, _PRINT = "走访登记", "打印中心"


class CoveragePage(Page):
    """All leaders first; a leader's name opens his year, Esc leads back."""

    title = "履职总览"
    icon = "grid-3x3-gap"
    help = "看每位领导还差什么"
    topics = frozenset(
        {
            *(Topic.OFFICIAL, Topic.CONTACT_POINT, Topic.ACTIVITY, Topic.SETTING, Topic.DUTY_RULE),
            *(Topic.HOLIDAY, Topic.EXPLANATION),
        }
    )

    def build(self) -> None:
        doings = Doings(self._open_activity, self._enter, self._explain, self._withdraw)
        self.office = OfficeView(self, self.shell, doings, self.open_leader)
        self.leader = LeaderView(self, self.shell, doings)
        self._show(self.office)

    def refresh(self) -> None:
        self._shown.refresh()

    def take_keyboard(self) -> None:
        self._shown.focus_cells()

    def come(self, about: Official) -> None:
        """Show that leader's year."""
        self._open_year(about)

    @property
    def is_leader(self) -> bool:
        """Whether one leader's year is in sight."""
        return self._shown is self.leader

    def context(self) -> str:
        said = self._shown.summary()
        name = self.leader.official.name if self.is_leader and self.leader.official else ""
        return "    ".join(filter(None, (name, said)))

    def actions(self) -> list[Action]:
        back = [Action("全部领导", self.show_office)] if self.is_leader else []
        return [Action("打印", self.print_out, "Ctrl+P"), Action("导出 Excel", self.export, "Ctrl+E"), *back]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        return {"F3": self.find}

    def escape(self) -> None:
        if self.has_drawer:
            self.flush()
        elif not self._shown.escape() and self.is_leader:
            self.show_office()

    def find(self) -> None:
        """Look for a leader by name."""
        self.show_office()
        self.office.search.entry.focus_set()

    def show_office(self) -> None:
        """Back to all leaders."""
        if self._show(self.office):
            self.office.refresh()
            self.office.focus_cells()
            self.shell.renew_head()

    def open_leader(self, number: int) -> None:
        """Show the year of the leader of that id."""
        self._open_year(Official.get_by_id(number))

    def print_out(self) -> None:
        """The same on paper, in the print page."""
        leader = self.leader.official.id if self.is_leader and self.leader.official else None
        self.shell.visit(_PRINT, Wanted("coverage", leader, self._shown.span))

    def export(self) -> None:
        """The columns of the printed form into a workbook."""
        _exporting().ask(self, self._shown.span, self.leader.official if self.is_leader else None)

    def _open_year(self, official: Official) -> None:
        if self._show(self.leader):
            self.leader.choose(official, year_of(self.office.span.first))
            self.leader.focus_cells()
            self.shell.renew_head()

    def _open_activity(self, activity: Activity) -> None:
        self.shell.visit(_RECORD, activity)

    def _enter(self, seen: Seen) -> None:
        self.shell.visit(_RECORD, entry_for(seen.box.lacking, self.shell.today()))

    def _explain(self, seen: Seen) -> None:
        if self.flush():
            self.lay_over(_explanation_form().ask_reason, self.shell, seen.box.late, seen.rule.name)

    def _withdraw(self, seen: Seen) -> None:
        withdraw_all(seen.box.lines)

    def _show(self, view: OfficeView | LeaderView) -> bool:
        """Bring a view to the front, unless a form over the page is to stay; whether it came."""
        if not self.flush():
            return False
        for other in (self.office, self.leader):
            other.pack_forget()
        self._shown = view
        view.pack(fill="both", expand=True)
        return True


def _explanation_form() -> Any:
    from gui.forms import explanation

    return explanation


def _exporting() -> Any:
    from gui.forms import coverage_export

    return coverage_export
