"""The left side of the print page: which document, and its choices."""

import tkinter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from gui.look.scale import px
from gui.page import Shell
from gui.paper.print_single import single_of
from gui.state.print_choice import (
    LOOKS_AHEAD,
    SPANS,
    Span,
    Wanted,
    Which,
    days_of,
    first_quarter,
    first_year,
    periods,
    quarters,
    told,
    years,
)
from gui.widgets.controls import Check, Choice, Text
from gui.widgets.day_field import Day
from gui.widgets.form import Field, Form
from gui.widgets.scrolled import Scrolled
from gui.widgets.table import Answers, Column, Table
from models.official import Official, officials
from models.rules.kinds import MatterKind
from models.terms import label
from printing import choice, documents
from printing.documents import FORMS, Wish

_EVERYBODY = 0
_ORIGINAL = "这一期已归档，右边是归档的原件"
_FEWEST = 3
_WHOM = {Wish.LEADER: "全部领导", Wish.OFFICIAL: "全部干部"}
_PHOTOS = "附印走访图片"
_PERIODS = {Wish.QUARTER: quarters, Wish.PERIOD: periods, Wish.YEAR: years}
_ALL_KINDS = ""
_KINDS: dict[str, str] = {_ALL_KINDS: "全部类别"} | {kind: label(kind) for kind in MatterKind}
_FIRST = {"single": Which.BLANK, "span": Span.DAY, "kind": _ALL_KINDS, "pictures": False, "full": False}


class PrintChoices(ttk.Frame):
    """`changed` is called when what is chosen may give other pages.

    Each document keeps its own form with what was chosen there, hidden while another document is shown.
    """

    def __init__(self, parent: tkinter.Misc, shell: Shell, changed: Callable[[], object]) -> None:
        super().__init__(parent, style="Paper.TFrame")
        self._shell, self._changed = shell, changed
        self._forms: dict[str, Form] = {}
        self._officials: dict[int, Official] = {}
        self._lay_documents()
        self._scrolled = Scrolled(self)
        self._scrolled.pack(fill="both", expand=True)
        reason = Field("reason", "打印完整号码的理由", Text, "会记入打印记录", required=True)
        self.why = Form(self._scrolled.inside, [reason], columns=1)
        anew = Field("anew", "", lambda parent: Check(parent, "按现在的资料重新生成"), _ORIGINAL)
        self._anew = Form(self._scrolled.inside, [anew], columns=1)
        self._anew.set({"anew": False})
        self._anew.on_edit = lambda _: self._changed()
        self._show_form()

    @property
    def document(self) -> documents.Form:
        """The document chosen."""
        chosen: documents.Form = self.documents.current
        return chosen

    @property
    def form(self) -> Form:
        """The choices of that document."""
        return self._forms[self.document.name]

    @property
    def leaders_chosen(self) -> int:
        """For how many leaders the document will be made."""
        filled = {name: control.get() for name, control in self.form.controls.items() if name == "leader"}
        return 1 if self._leader(filled) else sum(one.is_member for one in self._officials.values())

    @property
    def documents_expected(self) -> int:
        """How many there will be, 0 if nobody knows: of some documents each leader has as many as he has."""
        return 0 if single_of(self.document.wishes) else self.leaders_chosen

    @property
    def anew(self) -> bool:
        """Whether pages are wanted as they would be now, of a choice whose pages were kept."""
        return bool(self._anew["anew"].get())

    def offer_anew(self, is_kept: bool) -> None:
        """Say that what is chosen was kept, and let one ask for new pages all the same."""
        if is_kept:
            self._anew.pack(fill="x", before=self.form)
        else:
            self._anew.pack_forget()
            self._anew.set({"anew": False})

    def refresh(self) -> None:
        """Offer what there is now; what was chosen stays chosen where it is still there."""
        self._officials = {official.id: official for official in officials()}
        for document in FORMS:
            if document.name in self._forms:
                self._offer(document)

    def choose(self, wanted: Wanted) -> None:
        """Turn to a document with these choices; a period or day that is not said stays as it was left."""
        self.documents.pick([form.name for form in FORMS].index(wanted.document))
        controls: dict[str, Any] = dict(self.form.controls)
        if "leader" in controls:
            controls["leader"].set(_EVERYBODY if wanted.leader is None else wanted.leader)
        if "quarter" in controls and wanted.period:
            controls["quarter"].choose(wanted.period, wanted.period.title)
        if "day" in controls and wanted.day:
            controls["day"].set(wanted.day)
        if "span" in controls:
            self._turn_to_span(wanted)
        self._offer_singles(self.document)

    def _turn_to_span(self, wanted: Wanted) -> None:
        """Another page wants the week that a period is, or a day alone."""
        if wanted.period:
            self.form["day"].set(wanted.period.first)
        if wanted.period or wanted.day:
            self.form["span"].set(Span.WEEK if wanted.period else Span.DAY)

    def choice(self) -> choice.Choice:
        """What is chosen, as documents are loaded by it. Raises Problem for a day nobody can read."""
        filled = {name: control.get() for name, control in self.form.controls.items()}
        today, single, day = self._shell.today(), filled.get("single"), filled.get("day")
        if single == Which.BLANK:
            return choice.Choice(today, full=filled["full"])
        period = days_of(day, filled.get("span")) if day else filled.get("quarter")
        number = "" if single in (None, Which.ALL) else single
        kind = MatterKind(filled["kind"]) if filled.get("kind") else None
        return choice.Choice(
            today=today,
            period=period,
            leader=self._leader(filled),
            number=number,
            full=filled["full"],
            kind=kind,
            pictures=filled.get("pictures", False),
        )

    def said(self) -> str:
        """The choice in words for the log. Raises Problem, and marks it, if a reason is missing."""
        filled = self.form.get()
        reason = self.why.get()["reason"] if filled.get("full") else ""
        day, quarter, leader = filled.get("day"), filled.get("quarter"), self._leader(filled)
        single, subject = filled.get("single"), single_of(self.document.wishes)
        if subject and single == Which.BLANK:
            return told([subject.words[single]], reason)
        parts = [_KINDS[filled["kind"]] if filled.get("kind") else ""]
        parts += [days_of(day, filled.get("span")).title if day else "", quarter.title if quarter else ""]
        parts += [leader.name if leader else _WHOM[_whom(self.document)]] if filled else []
        parts += ["" if single in (None, Which.ALL) else " ".join(self.form["single"].inner.get().split())]
        parts += [_PHOTOS if filled.get("pictures") else ""]
        return told(parts, reason)

    def _leader(self, filled: dict[str, Any]) -> Official | None:
        return self._officials.get(filled.get("leader", _EVERYBODY))

    def _lay_documents(self) -> None:
        ttk.Label(self, text="文档", style="Soft.TLabel").pack(anchor="w")
        answers = Answers(pick=lambda _: self._turn_to())
        columns = [Column("", 240, lambda form: form.title)]
        self.documents = Table(self, "documents", columns, self._shell.remembered, empty="", answers=answers)
        self.bind("<Configure>", lambda event: self._share_height(event.height))
        self.documents.pack(fill="x", padx=(0, px(8)), pady=(px(4), px(16)))
        self.documents.fill(FORMS)
        self.documents.rows.move_to([form.name for form in FORMS].index(LOOKS_AHEAD))

    def _share_height(self, high: int) -> None:
        """As many documents in sight as leave the choices their part of the height."""
        step = self.documents.sheet.step
        rows = max(_FEWEST, min(len(FORMS), high // 2 // step))
        self.documents.sheet.configure(height=rows * step)
        self.documents.rows.scroll_to(max(0, self.documents.rows.cursor - rows + 1))

    def _turn_to(self) -> None:
        """Another document: its own choices as they were left, but masked again."""
        if self.document.name not in self._forms or not self.form.winfo_manager():
            self._show_form()
            self.form["full"].set(value=False)
            self._ask_why()
            self._changed()

    def _show_form(self) -> None:
        for other in self._forms.values():
            other.pack_forget()
        if self.document.name not in self._forms:
            self._forms[self.document.name] = self._new_form()
            self._offer(self.document)
        self.form.pack(fill="x")

    def _new_form(self) -> Form:
        today = self._shell.today()
        form = Form(self._scrolled.inside, list(self._fields()), columns=1)
        yearly = Wish.YEAR in self.document.wishes
        period = first_year(today) if yearly else first_quarter(self.document.name, today)
        form.set(_FIRST | {"quarter": period, "day": today})
        if not self.document.tells_of_people:
            form.show_fields([])
        form.on_edit = self._edited
        return form

    def _fields(self) -> Iterator[Field]:
        """What the document lets one choose: its days first, then for whom, then how."""
        wishes = self.document.wishes
        yield from self._fields_of_days(wishes)
        if Wish.LEADER in wishes or Wish.OFFICIAL in wishes:
            yield Field("leader", _whom(self.document), lambda parent: Choice(parent, {}))
        if single := single_of(wishes):
            yield Field("single", single.label, lambda parent: Choice(parent, single.words), single.hint)
        if Wish.PICTURES in wishes:
            hint = "每次走访的图片印在它的记录后面"
            yield Field("pictures", "", lambda parent: Check(parent, _PHOTOS), hint)
        whole = "打印完整的电话、证件号码"
        yield Field("full", "", lambda parent: Check(parent, whole), "平时隐去号码的中间几位")

    def _fields_of_days(self, wishes: Sequence[Wish]) -> Iterator[Field]:
        if Wish.DAY in wishes:
            yield Field("day", "日期", lambda parent: Day(parent, self._shell.today))
        for wish in (wish for wish in wishes if wish in _PERIODS):
            offered = {period: period.title for period in _PERIODS[wish](self._shell.today())}
            yield Field("quarter", wish, partial(Choice, words=offered))
        if Wish.KIND in wishes:
            yield Field("kind", "类别", lambda parent: Choice(parent, _KINDS))
        if Wish.WEEK in wishes:
            yield Field("span", "范围", lambda parent: Choice(parent, SPANS))

    def _edited(self, name: str) -> None:
        if name == "full":
            self._ask_why()
        elif name in ("quarter", "leader"):
            self._offer_singles(self.document)
        self._changed()

    def _ask_why(self) -> None:
        """Unmasked numbers need a reason, each time anew."""
        self.why.set({})
        self.why.pack_forget()
        if self.form["full"].get():
            self.why.pack(fill="x")
            self.why.focus_first()

    def _offer(self, document: documents.Form) -> None:
        """The people there are now, of the kind a document is about; one that is gone gives way to all."""
        form, whom = self._forms[document.name], _whom(document)
        those = [one for one in self._officials.values() if one.is_member or whom == Wish.OFFICIAL]
        named = {one.id: f"{one.name}  {one.title}".rstrip() for one in those}
        if "leader" in form.controls:
            first = next(iter(named), _EVERYBODY) if Wish.PICTURES in document.wishes else _EVERYBODY
            _offer_to(form["leader"], {_EVERYBODY: f"{_WHOM[whom]}（按排名）"} | named, first)
        self._offer_singles(document)

    def _offer_singles(self, document: documents.Form) -> None:
        """The visits, hearings or households of the leader chosen; for all leaders only all of them."""
        form, single = self._forms[document.name], single_of(document.wishes)
        if single is not None:
            leader = self._officials.get(form["leader"].get())
            _offer_to(form["single"], single.offered(leader, form["quarter"].get()), Which.BLANK)


def _whom(document: documents.Form) -> Wish:
    """Leaders, unless a document is about everybody."""
    return Wish.OFFICIAL if Wish.OFFICIAL in document.wishes else Wish.LEADER


def _offer_to(control: Any, words: dict[Any, str], otherwise: object) -> None:
    control.offer(words)
    if control.get() is None:
        control.set(otherwise)
