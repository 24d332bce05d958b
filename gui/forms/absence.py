"""The forms about absences: entering one with all its effects, coming back from one."""

import tkinter
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any

from gui.forms.absence_effect import AbsenceEffect
from gui.later import Pause
from gui.look.palette import Tone
from gui.look.scale import px
from gui.page import Shell
from gui.widgets.controls import Choice, Control, LongText, Text
from gui.widgets.day_field import Day
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from gui.widgets.paragraphs import Paragraphs, Said
from gui.widgets.scrolled import Scrolled
from gui.widgets.suggest import Suggest
from models import terms
from models.absence import Absence
from models.absence_entry import AbsenceEntry, come_back, read_absence, save_absence
from models.official import Official, find_official, officials
from models.rules.absence import time_words
from models.rules.kinds import Half
from models.rules.problem import Problem
from models.terms import field_label

_SETTLE_MS = 200
_NOON = 12
_GONE = "这次外出刚才被撤销。填的内容还在，保存后登记为新的外出。"
_TIMES = ("first_day", "first_half", "last_day", "last_half")
_TEXTS = ("reason", "place", "approver", "told_on", "handover")

Make = Callable[[Any], Control]


class AbsenceDrawer(Drawer):
    """A form for an absence, new or kept; beside it what it means, said as it is typed."""

    wide = 920

    def __init__(self, page: tkinter.Misc, shell: Shell, typed: AbsenceEntry | None, who: str) -> None:
        self._shell, self._id = shell, typed.id if typed else None
        values = _values(typed) if typed else _new(shell.today())
        title = f"编辑外出 {who}" if self._id else "登记外出"
        values["official"] = who
        super().__init__(page, title, _fields(shell.today), self._save, values, section="登记外出")
        side = Scrolled(self.body)
        side.grid(row=0, column=1, sticky="nsew", padx=(px(12), 0))
        self.body.columnconfigure(1, weight=2, uniform="part")
        self.effect = AbsenceEffect(side.inside, shell)
        self.effect.pack(fill="both", expand=True, padx=(0, px(8)))
        self._pause = Pause(self, _SETTLE_MS, self.settle)
        self.effect.changed = self._pause.begin
        self.form.on_edit = lambda _: self._pause.begin()
        if who:
            self.form["reason" if self._id else "first_day"].inner.focus_set()
        self.settle()

    @property
    def edited(self) -> bool:
        """Whether something is typed that is not kept."""
        return self.form.edited or self.effect.edited

    def renew(self) -> None:
        """Something was written elsewhere; what is typed for an absence that is gone is a new one now."""
        kept = Absence.get_or_none(Absence.id == self._id) if self._id else None
        if self._id and kept is None:
            self._id = None
            self._shell.notice(_GONE, Tone.NEAR)
        elif kept is not None and not self.edited:
            self.form.set(_values(read_absence(kept)) | {"official": kept.official.name})
        self.settle()

    def settle(self) -> None:
        """Say what the absence would mean as it is typed now."""
        self._pause.end()
        self.effect.show(self._typed())

    def _typed(self) -> AbsenceEntry | None:
        """What is typed; None while it says neither who nor when."""
        try:
            values = {field.name: self.form[field.name].get() for field in self.form.fields}
            return self._entry(values) if values["first_day"] else None
        except Problem:
            return None

    def _entry(self, values: dict[str, Any]) -> AbsenceEntry:
        given = {name: values[name] for name in (*_TIMES, *_TEXTS)}
        return AbsenceEntry(official=find_official(values["official"]).id, **given, id=self._id)

    def _save(self, values: dict[str, Any]) -> None:
        self.settle()
        typed, answers = self._entry(values), self.effect.answers()
        save_absence(typed, self._shell.today(), answers)
        when = time_words(typed.away.first, typed.away.last)
        done = _done(len(answers), len(self.effect.rows) - len(answers))
        self._shell.notice(
            f"已登记{find_official(values['official']).name}{when}外出{done}。按 Ctrl+Z 撤销。"
        )


def add_absence(page: tkinter.Misc, shell: Shell, who: Official | None = None) -> AbsenceDrawer:
    """A form for a new absence, of somebody if given."""
    return AbsenceDrawer(page, shell, None, who.name if who else "")


def edit_absence(page: tkinter.Misc, shell: Shell, absence: Absence) -> AbsenceDrawer:
    """A form for a kept absence."""
    kept = Absence.get_by_id(absence.id)
    return AbsenceDrawer(page, shell, read_absence(kept), kept.official.name)


def ask_return(page: tkinter.Misc, shell: Shell, absence: Absence) -> Drawer:
    """A form for coming back; it names what has to be handed back."""
    kept = Absence.get_by_id(absence.id)
    now = Half.PM if datetime.now().hour >= _NOON else Half.AM

    def keep(values: dict[str, Any]) -> None:
        come_back(kept, values["day"], values["half"], shell.today())
        back = "请办理交回。" if kept.handover else ""
        shell.notice(f"已登记{kept.official.name}返岗。{back}按 Ctrl+Z 撤销。")

    hint = f"外出登记为{time_words(kept.first, kept.last)}；改为到返岗前半天为止。"
    fields = [
        Field(
            "day", field_label("absence", "returned_on"), partial(Day, today=shell.today), hint, required=True
        ),
        Field("half", "从哪个半天起在岗", _halves, required=True),
    ]
    title, given = f"登记返岗 {kept.official.name}", {"day": shell.today(), "half": now}
    drawer = Drawer(page, title, fields, keep, given, "登记返岗", section="返岗和交回")
    items = [line.strip() for line in kept.handover.splitlines() if line.strip()]
    if items:
        said = Paragraphs(drawer.form.master)
        said.say([Said("返岗时请交回：", Tone.PLANNED), *map(Said, items)])
        said.pack(fill="x")
    return drawer


def _done(seen_to: int, left: int) -> str:
    """，2 项安排已处理，1 项安排照旧."""
    parts = (f"，{seen_to} 项安排已处理" if seen_to else "", f"，{left} 项安排照旧" if left else "")
    return "".join(parts)


def _values(typed: AbsenceEntry) -> dict[str, Any]:
    return {name: getattr(typed, name) for name in (*_TIMES, *_TEXTS)}


def _new(today: date) -> dict[str, Any]:
    return {"first_day": today, "first_half": Half.AM, "last_half": Half.PM}


def _fields(today: Callable[[], date]) -> list[Field]:
    day = partial(Day, today=today)
    return [
        _field("official", _people, required=True, wide=True),
        _field("first_day", day, required=True),
        _field("first_half", _halves, required=True),
        _field("last_day", day, "空白表示还不知道哪天回来"),
        _field("last_half", _halves, required=True),
        _field("reason"),
        _field("place"),
        _field("approver", hint="AB角双方同时外出时必填"),
        _field("told_on", hint="何时、怎样告知对方，例如 11月25日电话"),
        _field(
            "handover",
            partial(LongText, lines=4),
            "一行一项，可写成 项目：说明，例如 公文：3件待批",
            wide=True,
        ),
    ]


def _field(
    name: str, control: Make = Text, hint: str = "", *, required: bool = False, wide: bool = False
) -> Field:
    return Field(name, field_label("absence", name), control, hint, required, wide)


def _halves(parent: tkinter.Misc) -> Choice:
    return Choice(parent, {half: terms.label(half) for half in Half})


def _people(parent: tkinter.Misc) -> Suggest:
    return Suggest(parent, lambda: [row.name for row in officials()])
