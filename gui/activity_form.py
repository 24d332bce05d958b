"""The form of one activity: fields left, contact points in the middle, what will count at the right."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from gui.activity_targets import TargetsCard
from gui.controls import Choice, LongText
from gui.effect_card import EffectCard
from gui.form import Field, Form
from gui.names_field import NamesField
from gui.page import Shell
from gui.palette import TINTS, Tone, signed
from gui.scale import px
from gui.scrolled import Scrolled
from gui.span_field import Span, SpanField
from gui.state.activity_effect import counted, standing
from gui.state.activity_list import twin_words
from gui.state.activity_ticks import Ticks
from gui.suggest import Suggest
from models import terms
from models.activity import Activity, ActivityEntry, people_of, read_entry, save_activity, targets_of, twins
from models.assignment import assignments_on
from models.effect import foresee
from models.official import Official, find_official, leaders, officials
from models.rules import entry as entry_rules
from models.rules.kinds import ActivityKind, ActivityState, Role
from models.rules.names import name_key
from models.rules.problem import Problem
from models.setting import change_settings, value
from models.terms import field_label

_SETTLE_MS = 200
_WIDE = 980
_NEEDED = "选好领导和日期，这里就显示保存后计入什么。"
_PLACES = "visit_ticks_place"


class ActivityForm(ttk.Frame):
    """`open_other` is called with the record the user wants instead of typing a twin; `kept` after saving."""

    def __init__(self, parent: ttk.Frame, shell: Shell, open_other: Callable[[Activity], object]) -> None:
        super().__init__(parent)
        self.shell = shell
        self._open_other = open_other
        self.ticks = Ticks()
        self._id: int | None = None
        self._state_chosen = self._ticked = False
        self._asked: tuple[tuple[int, ...], date | None] = ((), None)
        self._offered_place = ""
        self._timer = ""
        self._twin: Activity | None = None
        self._lay_out()
        self.bind("<Destroy>", lambda _: self._no_later())

    def start(self, leader: str) -> None:
        """Begin a new activity: today, a visit, of this leader if a name is given."""
        today = self.shell.today()
        self._clear(None)
        whole_day = entry_rules.whole_day(today)
        self.fields.set(
            {
                "leaders": leader,
                "kind": ActivityKind.VISIT,
                "state": entry_rules.state_to_offer(today, today),
                "span": Span(*whole_day),
            }
        )
        self._show_points()
        self._settle()
        self.fields["leaders" if not leader else "span"].inner.focus_set()

    def open(self, activity: Activity) -> None:
        """Show a kept activity, to be changed."""
        typed = read_entry(activity)
        self._clear(activity.id)
        self._state_chosen = True
        self.fields.set(_values(typed, activity))
        self.ticks.load(
            typed.targets, [row.contact_point for row in targets_of(activity) if row.contact_point]
        )
        self._show_points()
        self._settle()
        self.fields["span"].inner.focus_set()

    @property
    def edited(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.fields.edited or self._ticked

    @property
    def id(self) -> int | None:
        """The activity being changed, None for a new one."""
        return self._id

    def save(self) -> Activity | None:
        """Keep what is typed; if it will not do, say so at the fields, keep the text and return None."""
        try:
            typed = self._entry(self.fields.get())
            activity = save_activity(typed, self.shell.today())
        except Problem as problem:
            if not self.fields.complaints:
                self.fields.blame(problem)
            return None
        self.fields.edited = self._ticked = False
        return activity

    def leader_names(self) -> str:
        """The leaders typed, as they stand in the field."""
        return "、".join(self.fields["leaders"].get())

    def renew(self) -> None:
        """Something was written elsewhere: read the contact points again, keep everything typed."""
        self._asked = ((), None)
        self._show_points()
        self._settle()

    def _lay_out(self) -> None:
        self._lay_strip()
        self._cards = ttk.Frame(self)
        self._cards.pack(fill="both", expand=True)
        self._card = ttk.Frame(self._cards, style="Card.TFrame", padding=(px(16), px(14), px(8), px(8)))
        scrolled = Scrolled(self._card)
        scrolled.pack(fill="both", expand=True)
        self.fields = Form(scrolled.inside, self._specs(), self._ctrl_enter)
        self.fields.pack(fill="x", padx=(px(4), px(8)))
        self.fields.on_edit = self._edited
        self.targets = TargetsCard(self._cards, self.ticks)
        self.targets.changed = self._ticks_changed
        self.targets.places_chosen = lambda on: change_settings({_PLACES: str(int(on))})
        self.effect = EffectCard(self._cards)
        self._cards.rowconfigure(0, weight=1)
        self._wide: bool | None = None
        self._cards.bind("<Configure>", lambda event: self._arrange(wide=event.width >= px(_WIDE)))
        self.submit: Callable[[], object] = self.save

    def _lay_strip(self) -> None:
        tint = TINTS[Tone.NEAR]
        self._strip = ttk.TkFrame(self, autostyle=False, background=tint)
        self._strip_text = ttk.TkLabel(
            self._strip,
            autostyle=False,
            background=tint,
            foreground="#7a4600",
            font="LianxinBody",
            anchor="w",
        )
        self.open_twin = ttk.Button(
            self._strip, text="打开已有记录", style="Small.TButton", command=self._open_twin
        )
        self.open_twin.pack(side="right", padx=px(12), pady=px(6))
        self._strip_text.pack(side="left", fill="x", expand=True, padx=px(14))

    def _arrange(self, *, wide: bool) -> None:
        """Three cards beside each other, or what counts under the fields where there is less room."""
        if wide is self._wide:
            return
        self._wide = wide
        for column, weight in enumerate((36, 37, 27) if wide else (50, 50, 0)):
            self._cards.columnconfigure(column, weight=weight, uniform=f"{wide}" if weight else "")
        for row, weight in enumerate((1, 0) if wide else (3, 2)):
            self._cards.rowconfigure(row, weight=weight, uniform="" if wide else "card")
        gap, below = (px(16), 0), (px(16), 0)
        self._card.grid(row=0, column=0, sticky="nsew")
        self.targets.grid(row=0, column=1, rowspan=1 if wide else 2, sticky="nsew", padx=gap)
        if wide:
            self.effect.grid(row=0, column=2, sticky="nsew", padx=gap, pady=0)
        else:
            self.effect.grid(row=1, column=0, sticky="nsew", padx=0, pady=below)

    def _specs(self) -> list[Field]:
        def word(name: str) -> str:
            return field_label("activity", name)

        def names(rows: Callable[[], list[Official]]) -> Callable[[ttk.Frame], NamesField]:
            return lambda parent: NamesField(parent, lambda: [row.name for row in rows()])

        return [
            Field("leaders", terms.label(Role.LEADER), names(leaders), required=True, wide=True),
            Field("kind", word("kind"), lambda p: Choice(p, _words(ActivityKind)), required=True),
            Field("state", word("state"), lambda p: Choice(p, _words(ActivityState)), required=True),
            Field("span", "日期", lambda p: SpanField(p, self.shell.today), required=True, wide=True),
            Field("place", word("place"), lambda p: Suggest(p, self.ticks.places)),
            Field("purpose", word("purpose")),
            Field("stand_ins", terms.label(Role.STAND_IN), names(officials)),
            Field("companions", "陪同人员", names(officials)),
            Field("heard", word("heard"), partial(LongText, lines=4)),
            Field("reply", word("reply"), partial(LongText, lines=4)),
        ]

    def _ctrl_enter(self) -> None:
        self.submit()

    def _clear(self, number: int | None) -> None:
        self._id, self._twin = number, None
        self._state_chosen = self._ticked = False
        self._asked, self._offered_place = ((), None), ""
        self.ticks.clear()
        self.ticks.with_places = value(_PLACES) == "1" and number is None

    def _edited(self, name: str) -> None:
        if name == "state":
            self._state_chosen = True
        if name in ("leaders", "span", "state"):
            self._show_points()
        self._later()

    def _ticks_changed(self) -> None:
        self._ticked = True
        place = self.ticks.first_place()
        if self.fields["place"].get() in ("", self._offered_place) and place:
            self.fields["place"].set(place)
            self._offered_place = place
        self._later()

    def _show_points(self) -> None:
        """The contact points of these leaders on that day; the state that day suggests."""
        span = _read(self.fields, "span")
        if span is not None and not self._state_chosen:
            self.fields["state"].set(entry_rules.state_to_offer(span.last_day, self.shell.today()))
        who = _known(self.fields["leaders"].get())
        asked = (tuple(official.id for official in who), span.first_day if span else None)
        if span is not None and asked != self._asked:
            same_people = asked[0] == self._asked[0] or not self._asked[0]
            rows = [row for official in who for row in assignments_on(official, span.first_day)]
            self.ticks.show([row.contact_point for row in rows], keep_marked=same_people)
            self._asked = asked
        planned = self.fields["state"].get() != ActivityState.DONE
        self.targets.show(planned=planned, chosen=bool(who) and span is not None)

    def _no_later(self) -> None:
        if self._timer:
            self.after_cancel(self._timer)
            self._timer = ""

    def _later(self) -> None:
        self._no_later()
        self._timer = self.after(_SETTLE_MS, self._settle)

    def _settle(self) -> None:
        """Say what is there already and what saving would count."""
        self._no_later()
        typed = self._draft()
        self._show_twin(typed)
        if typed is None:
            self.effect.hint(_NEEDED)
            return
        times = (typed.first_day, typed.first_half, typed.last_day, typed.last_half)
        wrong = list(entry_rules.complaints(*times, typed.state, self.shell.today()))
        if wrong:
            self.effect.hint("\n".join(wrong))
            return
        seen = foresee(typed, self.shell.today())
        if seen.standing and not seen.lines:
            self.effect.show_standing(standing(seen.standing, seen.duties), seen.reasons)
        else:
            self.effect.show(counted(seen.lines, seen.duties), seen.reasons)

    def _show_twin(self, typed: ActivityEntry | None) -> None:
        found = twins(typed) if typed is not None else []
        self._twin = found[0] if found else None
        if self._twin is None:
            self._strip.pack_forget()
            return
        self._strip_text.configure(text=signed(Tone.NEAR, twin_words(self._twin)))
        self._strip.pack(fill="x", pady=(0, px(12)), before=self._cards)

    @property
    def twin_said(self) -> str:
        """What the strip about a record already there says, "" if there is none."""
        return str(self._strip_text.cget("text")) if self._strip.winfo_manager() else ""

    def _open_twin(self) -> None:
        if self._twin is not None:
            self._open_other(self._twin)

    def _draft(self) -> ActivityEntry | None:
        """What is typed so far, None while leader or day are missing; never complains."""
        values = {field.name: _read(self.fields, field.name) for field in self.fields.fields}
        values["leaders"] = [official.name for official in _known(values["leaders"])]
        values["stand_ins"] = [official.name for official in _known(values["stand_ins"])]
        if not values["leaders"] or values["span"] is None:
            return None
        return self._entry(values)

    def _entry(self, values: dict[str, Any]) -> ActivityEntry:
        span = values.pop("span")
        return ActivityEntry(
            leaders=self._ids("leaders", values.pop("leaders")),
            stand_ins=self._ids("stand_ins", values.pop("stand_ins")),
            **values,
            **span._asdict(),
            targets=self.ticks.entries(values["state"]),
            id=self._id,
        )

    def _ids(self, field: str, names: list[str]) -> list[int]:
        try:
            return [find_official(name).id for name in names]
        except Problem as problem:
            self.fields.complain({field: str(problem)})
            raise


def _values(typed: ActivityEntry, activity: Activity) -> dict[str, Any]:
    people = people_of(activity)
    names = {
        role: [row.official.name for row in people if row.role == role and row.official] for role in Role
    }
    return {
        **{name: getattr(typed, name) for name in ("kind", "state", "place", "purpose", "heard", "reply")},
        "leaders": names[Role.LEADER],
        "stand_ins": names[Role.STAND_IN],
        "companions": list(typed.companions),
        "span": Span(typed.first_day, typed.first_half, typed.last_day, typed.last_half),
    }


def _read(form: Form, name: str) -> Any:
    """A field's value, None if it cannot be read yet."""
    try:
        return form[name].get()
    except Problem:
        return None


def _known(names: list[str] | None) -> list[Official]:
    keys = [name_key(name) for name in names or ()]
    return list(Official.select().where(Official.name_key.in_(keys)).order_by(Official.rank))


def _words(kind: Any) -> dict[Any, str]:
    return {member: terms.label(member) for member in kind}
