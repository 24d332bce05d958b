"""The fields of an activity: who, what, when, where; read strictly for saving, leniently for the preview."""

import tkinter
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from gui.state.activity_ticks import Ticks
from gui.widgets.controls import Choice, LongText
from gui.widgets.form import Field, Form
from gui.widgets.names_field import NamesField
from gui.widgets.span_field import Span, SpanField
from gui.widgets.suggest import Suggest
from models import terms
from models.activity import Activity, ActivityEntry, people_of
from models.official import Official, find_official, leaders, officials
from models.rules import entry as entry_rules
from models.rules.kinds import ActivityKind, ActivityState, Role
from models.rules.names import name_key
from models.rules.problem import Problem
from models.terms import field_label


class ActivityFields(Form):
    """`ticks` gives the targets and the places to suggest."""

    def __init__(
        self, parent: tkinter.Misc, submit: Callable[[], object], today: Callable[[], date], ticks: Ticks
    ) -> None:
        self._ticks = ticks
        super().__init__(parent, _specs(today, ticks), submit)

    def start(self, leader: str, today: date) -> None:
        """A visit today, of this leader if a name is given."""
        self.set(
            {
                "leaders": leader,
                "kind": ActivityKind.VISIT,
                "state": entry_rules.state_to_offer(today, today),
                "span": Span(*entry_rules.whole_day(today)),
            }
        )

    def show(self, typed: ActivityEntry, activity: Activity) -> None:
        """A kept activity as it was typed."""
        people = people_of(activity)
        names = {
            role: [row.official.name for row in people if row.role == role and row.official] for role in Role
        }
        fields = ("kind", "state", "place", "purpose", "heard", "reply")
        self.set(
            {
                **{name: getattr(typed, name) for name in fields},
                "leaders": names[Role.LEADER],
                "stand_ins": names[Role.STAND_IN],
                "companions": list(typed.companions),
                "span": Span(typed.first_day, typed.first_half, typed.last_day, typed.last_half),
            }
        )

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
            values[name] = [official.name for official in _known(values[name])]
        ready = values["leaders"] and values["span"] is not None
        return self._entry(values, number) if ready else None

    def _entry(self, values: dict[str, Any], number: int | None) -> ActivityEntry:
        span = values.pop("span")
        return ActivityEntry(
            leaders=self._ids("leaders", values.pop("leaders")),
            stand_ins=self._ids("stand_ins", values.pop("stand_ins")),
            **values,
            **span._asdict(),
            targets=self._ticks.entries(values["state"]),
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
    def word(name: str) -> str:
        return field_label("activity", name)

    def names(rows: Callable[[], list[Official]]) -> Callable[[ttk.Frame], NamesField]:
        return lambda parent: NamesField(parent, lambda: [row.name for row in rows()])

    return [
        Field("leaders", terms.label(Role.LEADER), names(leaders), required=True, wide=True),
        Field("kind", word("kind"), lambda p: Choice(p, _words(ActivityKind)), required=True),
        Field("state", word("state"), lambda p: Choice(p, _words(ActivityState)), required=True),
        Field("span", "日期", lambda p: SpanField(p, today), required=True, wide=True),
        Field("place", word("place"), lambda p: Suggest(p, ticks.places)),
        Field("purpose", word("purpose")),
        Field("stand_ins", terms.label(Role.STAND_IN), names(officials)),
        Field("companions", "陪同人员", names(officials)),
        Field("heard", word("heard"), partial(LongText, lines=4)),
        Field("reply", word("reply"), partial(LongText, lines=4)),
    ]


def _known(names: list[str] | None) -> list[Official]:
    keys = [name_key(name) for name in names or ()]
    return list(Official.select().where(Official.name_key.in_(keys)).order_by(Official.rank))


def _words(kind: Any) -> dict[Any, str]:
    return {member: terms.label(member) for member in kind}
