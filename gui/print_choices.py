"""The left side of the print page: which document, and its choices."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import ttkbootstrap as ttk

from gui.controls import Check, Choice, Text
from gui.day_field import Day
from gui.form import Field, Form
from gui.page import Shell
from gui.scale import px
from gui.scrolled import Scrolled
from gui.state.print_choice import LOOKS_AHEAD, Visit, first_quarter, quarters, told
from gui.table import Answers, Column, Table
from models.activity import activities_between
from models.official import Official, leaders
from models.rules.calendar import Period, chinese_date
from models.rules.kinds import ActivityKind, PeriodKind
from models.rules.problem import Problem
from printing import choice, documents
from printing.documents import FORMS, Wish

_EVERYBODY = 0
_VISITS: dict[str, str] = {Visit.BLANK: "空白表(手写用)", Visit.ALL: "本季度全部走访"}


class PrintChoices(ttk.Frame):
    """`changed` is called when what is chosen may give other pages."""

    def __init__(self, parent: ttk.Frame, shell: Shell, changed: Callable[[], object]) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self._shell, self._changed = shell, changed
        self._filled: dict[str, dict[str, Any]] = {}
        self._leaders: dict[int, Official] = {}
        self._shown = ""
        self._lay_documents()
        self._scrolled = Scrolled(self)
        self._scrolled.pack(fill="both", expand=True)
        self.form = Form(self._scrolled.inside, ())

    @property
    def document(self) -> documents.Form:
        """The document chosen."""
        chosen: documents.Form = self.documents.current
        return chosen

    def refresh(self) -> None:
        """Offer what there is now; what was chosen stays chosen where it is still there."""
        self._leaders = {leader.id: leader for leader in leaders()}
        self._rebuild(self._readable() if self._shown else self._first_values())

    def choice(self) -> choice.Choice:
        """What is chosen, as documents are loaded by it. Raises Problem for a day nobody can read."""
        filled = {name: control.get() for name, control in self.form.controls.items()}
        today, visit, day = self._shell.today(), filled.get("visit"), filled.get("day")
        if visit == Visit.BLANK:
            return choice.Choice(today, full=filled["full"])
        period = Period(day, day, PeriodKind.INTERVAL) if day else filled.get("quarter")
        number = "" if visit in (None, Visit.ALL) else visit
        return choice.Choice(today, period, self._leader(filled), number, filled["full"])

    def said(self) -> str:
        """The choice in words for the log. Raises Problem, and marks it, if a reason is missing."""
        filled = self.form.get()
        day, quarter, leader = filled.get("day"), filled.get("quarter"), self._leader(filled)
        visit, reason = filled.get("visit"), filled.get("reason", "")
        if visit == Visit.BLANK:
            return told([_VISITS[visit]], reason)
        parts = [chinese_date(day) if day else "", quarter.title if quarter else ""]
        parts += [leader.name if leader else "全部领导", "" if visit in (None, Visit.ALL) else visit]
        return told(parts, reason)

    def _leader(self, filled: dict[str, Any]) -> Official | None:
        return self._leaders.get(filled.get("leader", _EVERYBODY))

    def _lay_documents(self) -> None:
        ttk.Label(self, text="文档", style="Soft.TLabel").pack(anchor="w")
        answers = Answers(pick=lambda _: self._turn_to())
        columns = [Column("", 240, lambda form: form.title)]
        self.documents = Table(self, "documents", columns, self._shell.remembered, empty="", answers=answers)
        self.documents.sheet.configure(height=len(FORMS) * self.documents.sheet.step)
        self.documents.pack(fill="x", padx=(0, px(8)), pady=(px(4), px(16)))
        self.documents.fill(FORMS)
        self.documents.rows.move_to([form.name for form in FORMS].index(LOOKS_AHEAD))

    def _turn_to(self) -> None:
        """Another document: its own choices as they were left, but masked again."""
        if self.document.name == self._shown:
            return
        self._filled[self._shown] = self._readable()
        self._rebuild(self._first_values() | self._filled.get(self.document.name, {}) | {"full": False})
        self._changed()

    def _first_values(self) -> dict[str, Any]:
        today = self._shell.today()
        quarter = first_quarter(self.document.name, today)
        return {"day": today, "quarter": quarter, "leader": _EVERYBODY, "visit": Visit.BLANK, "full": False}

    def _rebuild(self, values: dict[str, Any]) -> None:
        self.form.destroy()
        self._shown = self.document.name
        self.form = Form(self._scrolled.inside, list(self._fields(full=values["full"])), columns=1)
        self.form.pack(fill="x")
        self.form.set(values)
        self.form.on_edit = self._edited
        self._mend(values)

    def _mend(self, values: dict[str, Any]) -> None:
        """A leader or a visit that is gone gives way to all, or to none."""
        controls = self.form.controls
        if "leader" in controls and controls["leader"].get() is None:
            controls["leader"].set(_EVERYBODY)
        if "visit" in controls:
            self._offer_visits(values.get("visit"))

    def _fields(self, *, full: bool) -> Iterator[Field]:
        wishes = self.document.wishes
        if Wish.DAY in wishes:
            yield Field("day", "日期", lambda parent: Day(parent, self._shell.today))
        if Wish.QUARTER in wishes:
            offered = {quarter: quarter.title for quarter in quarters(self._shell.today())}
            yield Field("quarter", "季度", lambda parent: Choice(parent, offered))
        if Wish.LEADER in wishes:
            yield Field("leader", "领导", lambda parent: Choice(parent, self._leader_words()))
        if Wish.NUMBER in wishes:
            yield Field(
                "visit", "走访", lambda parent: Choice(parent, _VISITS), "选定一位领导后,可以只印某一次走访"
            )
        hint = "" if full else "平时隐去号码的中间几位"
        yield Field("full", "", lambda parent: Check(parent, "打印完整的电话、证件号码"), hint)
        if full:
            yield Field("reason", "打印完整号码的理由", Text, "会记入打印记录", required=True)

    def _leader_words(self) -> dict[int, str]:
        named = {leader.id: f"{leader.name}  {leader.title}".rstrip() for leader in self._leaders.values()}
        return {_EVERYBODY: "全部领导(按排名)"} | named

    def _edited(self, name: str) -> None:
        if name == "reason":
            return
        if name == "full":
            self._rebuild(self._readable())
            self.form.controls["reason" if "reason" in self.form.controls else "full"].inner.focus_set()
        elif name in ("quarter", "leader") and "visit" in self.form.controls:
            self._offer_visits(self.form["visit"].get())
        self._changed()

    def _offer_visits(self, chosen: object) -> None:
        """The visits of the leader in the quarter, the latest first; for all leaders only all of them."""
        visit, leader = self.form["visit"], self._leaders.get(self.form["leader"].get())
        quarter = self.form["quarter"].get()
        found = activities_between(quarter.first, quarter.last, leader) if leader else []
        words = {
            activity.number: f"{chinese_date(activity.first_day)}  {activity.place}  {activity.number}"
            for activity in found
            if activity.kind == ActivityKind.VISIT
        }
        visit.offer(_VISITS | words)  # type: ignore[attr-defined]
        visit.set(chosen if chosen in (_VISITS | words) else Visit.BLANK)

    def _readable(self) -> dict[str, Any]:
        values = {}
        for name, control in self.form.controls.items():
            with suppress(Problem):
                values[name] = control.get()
        return values
