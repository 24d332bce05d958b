"""The fields of an activity: who, what, when, where; read strictly for saving, leniently for the preview."""

import tkinter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from gui.state import short_form
from gui.state.activity_ticks import Ticks
from gui.widgets.controls import Choice, LongText
from gui.widgets.form import Field, Form
from gui.widgets.names_field import NamesField
from gui.widgets.span_field import Span, SpanField
from gui.widgets.suggest import Suggest
from models import terms
from models.activity import ActivityEntry
from models.official import Official, find_official, leaders, officials
from models.rules import entry as entry_rules
from models.rules.kinds import ActivityKind, ActivityState, FieldworkForm, Venue
from models.rules.names import name_key
from models.rules.problem import Problem


class ActivityFields(Form):
    """Shows only what the kind chosen needs. `ticks` gives the targets and the places to suggest."""

    def __init__(
        self, parent: tkinter.Misc, submit: Callable[[], object], today: Callable[[], date], ticks: Ticks
    ) -> None:
        self._ticks = ticks
        self._every = _specs(today, ticks)
        self._held: set[str] = set()
        super().__init__(parent, self._every, submit)

    def start(self, leader: str, today: date, kind: ActivityKind = ActivityKind.VISIT) -> None:
        """Something of that kind today, of this leader if a name is given."""
        self._held = set()
        self.set(
            {
                "leaders": leader,
                "kind": kind,
                "state": entry_rules.state_to_offer(today, today),
                "span": Span(*entry_rules.whole_day(today)),
            }
        )
        self.show_kind()

    def show(self, typed: ActivityEntry) -> None:
        """An activity as it was typed; whatever it says is shown, whether its kind is asked for it or not."""
        texts = ("venue", "form", "title", "place", "purpose", "heard", "reply")
        values = {name: getattr(typed, name) for name in ("kind", "state", "companions", *texts)}
        values["leaders"], values["stand_ins"] = _names(typed.leaders), _names(typed.stand_ins)
        self._held = {name for name in (*texts, "stand_ins", "companions") if values[name]}
        self._held |= {"targets"} if typed.targets else set()
        span = Span(typed.first_day, typed.first_half, typed.last_day, typed.last_half)
        self.set({**values, "span": span if typed.is_day_known else None})
        self.show_kind()

    def show_kind(self) -> None:
        """Show the fields of the kind chosen; what was typed in the others is there again with their kind."""
        kind = self["kind"].get()
        shown = short_form.fields_shown(kind, self._held - {"targets"})
        specs = [spec for spec in self._every if spec.name in shown]
        self.show_fields([replace(spec, **shown[spec.name]._asdict()) for spec in specs])
        span: Any = self["span"]
        span.offer_halves(on=short_form.asks_for_halves(kind))

    @property
    def takes_targets(self) -> bool:
        """Whether contact points are ticked for it."""
        return short_form.asks_for_targets(self["kind"].get()) or "targets" in self._held

    @property
    def people(self) -> list[Official]:
        """The leaders typed, as far as they are known, in rank order."""
        return _known(self["leaders"].get())

    @property
    def span(self) -> Span | None:
        """The days typed, None while they cannot be read."""
        found: Span | None = self._peek("span")
        return found

    def entry(self, number: int | None) -> ActivityEntry:
        """What is typed, for the activity of that id. Raises Problem, marking what is wrong."""
        return self._entry(self.get(), number)

    def draft(self, number: int | None) -> ActivityEntry | None:
        """What is typed so far, None while leader or day are missing; never complains."""
        values = {field.name: self._peek(field.name) for field in self.fields}
        for name in ("leaders", "stand_ins"):
            values[name] = [official.name for official in _known(values.get(name))]
        ready = values["leaders"] and values["span"] is not None
        return self._entry(values, number) if ready else None

    def _entry(self, values: dict[str, Any], number: int | None) -> ActivityEntry:
        span = values.pop("span")
        return ActivityEntry(
            leaders=self._ids("leaders", values.pop("leaders")),
            stand_ins=self._ids("stand_ins", values.pop("stand_ins", [])),
            **values,
            **span._asdict(),
            targets=self._ticks.entries(values["state"]) if self.takes_targets else [],
            id=number,
        )

    def _ids(self, field: str, names: list[str]) -> list[int]:
        try:
            return [find_official(name).id for name in names]
        except Problem as problem:
            self.complain({field: str(problem)})
            raise

    def _peek(self, name: str) -> Any:
        """A field's value, None if it cannot be read yet."""
        try:
            return self[name].get()
        except Problem:
            return None


def _specs(today: Callable[[], date], ticks: Ticks) -> list[Field]:
    """All fields there are, in the order of Tab; their labels are the kind's."""

    def names(rows: Callable[[], list[Official]]) -> Callable[[ttk.Frame], NamesField]:
        return lambda parent: NamesField(parent, lambda: [row.name for row in rows()])

    def choice(kind: Any, *, may_be_blank: bool = False) -> Callable[[ttk.Frame], Choice]:
        blank = {"": ""} if may_be_blank else {}
        words = blank | {member: terms.label(member) for member in kind}
        return lambda parent: Choice(parent, words)

    return [
        Field("leaders", "", names(leaders), required=True),
        Field("kind", "", choice(ActivityKind), required=True),
        Field("state", "", choice(ActivityState), required=True),
        Field("title", "", required=True),
        Field("span", "", lambda p: SpanField(p, today), required=True),
        Field("venue", "", choice(Venue, may_be_blank=True)),
        Field("form", "", choice(FieldworkForm, may_be_blank=True)),
        Field("place", "", lambda p: Suggest(p, ticks.places)),
        Field("purpose", ""),
        Field("stand_ins", "", names(officials)),
        Field("companions", "", names(officials)),
        Field("heard", "", partial(LongText, lines=4)),
        Field("reply", "", partial(LongText, lines=4)),
    ]


def _known(names: list[str] | None) -> list[Official]:
    keys = [name_key(name) for name in names or ()]
    return list(Official.select().where(Official.name_key.in_(keys)).order_by(Official.rank))


def _names(ids: Sequence[int]) -> list[str]:
    names = {row.id: row.name for row in Official.select().where(Official.id.in_(list(ids)))}
    return [names[number] for number in ids]
