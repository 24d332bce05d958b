"""The form of one activity: fields left, contact points in the middle, what will count at the right."""

import tkinter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import ttkbootstrap as ttk

from gui.forms.activity_fields import ActivityFields
from gui.forms.activity_targets import TargetsCard
from gui.forms.effect_card import EffectCard
from gui.forms.twin_strip import TwinStrip
from gui.keyboard import holder
from gui.later import Pause
from gui.look.palette import Tone
from gui.look.scale import px
from gui.page import Shell
from gui.state.activity_effect import counted, standing
from gui.state.activity_ticks import Mark, Ticks
from gui.widgets.scrolled import Scrolled
from models.activity import Activity, ActivityEntry, read_entry, save_activity, twins
from models.agenda import conflicts_of
from models.assignment import assignments_on
from models.contact_point import points_of
from models.draft import Typed
from models.effect import foresee
from models.matter_line import counts_at
from models.rules import entry as entry_rules
from models.rules.kinds import ActivityKind, ActivityState
from models.rules.problem import Problem
from models.setting import change_settings, value

DRAFT = "走访登记/登记"
_SETTLE_MS = 200
_WIDE = 980
_STACKED = (False, True)
_COLUMNS = {
    (True, True): (36, 37, 27),
    (True, False): (60, 40, 0),
    (False, True): (50, 50, 0),
    (False, False): (58, 42, 0),
}
_NEEDED = "选好领导和日期，这里就显示保存后计入什么。"
_PLACES = "visit_ticks_place"
_GONE = "这次活动刚才被撤销。填的内容还在，保存后登记为新的活动。"


class ActivityForm(ttk.Frame):
    """`submit` is what Ctrl+Enter does; `open_other` gets the record the user wants instead of a twin."""

    def __init__(
        self,
        parent: tkinter.Misc,
        shell: Shell,
        submit: Callable[[], object],
        open_other: Callable[[Activity], object],
    ) -> None:
        super().__init__(parent)
        self.shell = shell
        self.ticks = Ticks()
        self._kept: ActivityEntry | None = None  # the activity being changed, as it was when shown
        self._state_chosen = self._ticked = False
        self._asked: tuple[tuple[int, ...], date | None] = ((), None)
        self._offered_place = ""
        self._pause = Pause(self, _SETTLE_MS, self._settle)
        self._shape: tuple[bool, bool] | None = None  # whether there is room, whether points are ticked
        self._lay_out(submit)
        self.twin = TwinStrip(self._cards, open_other)

    def start(self, leader: str, kind: ActivityKind = ActivityKind.VISIT) -> None:
        """Begin a new activity: today, of that kind, of this leader if a name is given."""
        self._clear(None)
        self.fields.start(leader, self.shell.today(), kind)
        self._shown_anew("span" if leader else "leaders")

    def open(self, activity: Activity) -> None:
        """Show a kept activity, to be changed."""
        self._fill(read_entry(activity))

    def begin(self, typed: ActivityEntry) -> None:
        """A new activity, filled in already by another page."""
        self._fill(replace(typed, id=None))

    def _fill(self, typed: ActivityEntry) -> None:
        self._clear(typed if typed.id else None)
        self._state_chosen = True
        self.fields.show(typed)
        self.ticks.load(typed.targets, points_of([target.point for target in typed.targets]))
        self._shown_anew("span" if typed.leaders else "leaders")

    def _shown_anew(self, focused: str) -> None:
        self._arrange()
        self._show_points()
        self._settle()
        self.fields[focused].inner.focus_set()

    @property
    def edited(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.fields.edited or self._ticked

    @property
    def id(self) -> int | None:
        """The activity being changed, None for a new one."""
        return self._kept.id if self._kept else None

    def keep(self) -> Activity | None:
        """Keep what is typed; if it will not do, say so at the fields, keep the text and return None."""
        try:
            activity = save_activity(self.fields.entry(self.id), self.shell.today())
        except Problem as problem:
            if not self.fields.complaints:
                self.fields.blame(problem)
            return None
        self.fields.edited = self._ticked = False
        return activity

    def stay_kept(self) -> Activity | None:
        """Keep what is typed and go on with the form as it stands; None if it will not do, see `keep`."""
        if self.id is not None and not self.edited:
            return Activity.get_by_id(self.id)
        activity, row, place = self.keep(), self.ticks.current, holder(self)
        if activity is not None:
            self.open(activity)
            self.ticks.pick(row.point if row else None)
            self.targets.show(planned=self.targets.list.planned)
            self.tk.call("focus", place)
        return activity

    def typed(self) -> Iterator[Typed]:
        """All that is typed and not kept, as a draft."""
        if self.edited:
            kept = Activity.get_or_none(Activity.id == self.id) if self.id else None
            title = f"修改 {kept.number}" if kept else "新登记"
            content = {"id": self.id, "fields": self.fields.typed(), "targets": self.ticks.typed()}
            yield Typed(DRAFT, title, content)

    def type_again(self, content: Mapping[str, Any]) -> None:
        """Fill in what `typed` told of; an activity that is gone since becomes a new one."""
        kept = Activity.get_or_none(Activity.id == content["id"]) if content["id"] else None
        if kept is not None:
            self.open(kept)
        else:
            self.start("")
        self.fields.type_again(content["fields"])
        self._show_points()
        said = content["targets"]
        self.ticks.type_again(said, points_of([row["point"] for row in said]))
        self._ticked, self._state_chosen = True, True
        self.targets.show(planned=self.targets.list.planned)
        self._settle()

    @property
    def point_heard(self) -> int | None:
        """The point under the cursor if anything is said of it: what is registered was heard there."""
        row = self.ticks.current if self.fields.takes_targets else None
        return row.point if row is not None and row.mark != Mark.NONE else None

    def leader_names(self) -> str:
        """The leaders typed, as they stand in the field."""
        return "、".join(self.fields["leaders"].get())

    @property
    def is_gone(self) -> bool:
        """Whether the activity being changed is not there any more: an undo took it back."""
        return self._kept is not None and Activity.get_or_none(Activity.id == self.id) is None

    def renew(self) -> None:
        """Something was written elsewhere: show the activity as it is now, but keep everything typed.

        What is typed for an activity that is gone is a new one from now on.
        """
        if self.is_gone:
            self._kept = None
            self.shell.notice(_GONE, Tone.NEAR)
        now = read_entry(Activity.get_by_id(self._kept.id)) if self._kept and self._kept.id else None
        if now is not None and now != self._kept and not self.edited:
            self._fill(now)
        else:
            self._show_points(again=True)
            self._settle()

    def _lay_out(self, submit: Callable[[], object]) -> None:
        self._cards = ttk.Frame(self)
        self._cards.pack(fill="both", expand=True)
        self._card = ttk.Frame(self._cards, style="Card.TFrame", padding=(px(16), px(14), px(8), px(8)))
        scrolled = Scrolled(self._card)
        scrolled.pack(fill="both", expand=True)
        self.fields = ActivityFields(scrolled.inside, submit, self.shell.today, self.ticks)
        self.fields.pack(fill="x", padx=(px(4), px(8)))
        self.fields.on_edit = self._edited
        self.targets = TargetsCard(self._cards, self.ticks)
        self.targets.changed = self._ticks_changed
        self.targets.places_chosen = lambda on: change_settings({_PLACES: str(int(on))})
        self.effect = EffectCard(self._cards)
        self._cards.bind("<Configure>", lambda _: self._arrange())

    def _arrange(self) -> None:
        """The cards beside each other; with less room what counts stands under the fields of a visit."""
        shape = (self._cards.winfo_width() >= px(_WIDE), self.fields.takes_targets)
        if shape == self._shape:
            return
        self._shape = shape
        for card in (self._card, self.targets, self.effect):
            card.grid_forget()
        for column, weight in enumerate(_COLUMNS[shape]):
            self._cards.columnconfigure(column, weight=weight, uniform=f"{shape}" if weight else "")
        below = shape == _STACKED
        for row, weight in enumerate((3, 2) if below else (1, 0)):
            self._cards.rowconfigure(row, weight=weight, uniform="card" if below else "")
        self._lay_cards(below=below)

    def _lay_cards(self, *, below: bool) -> None:
        gap = (px(16), 0)
        self._card.grid(row=0, column=0, sticky="nsew")
        if self.fields.takes_targets:
            self.targets.grid(row=0, column=1, rowspan=2 if below else 1, sticky="nsew", padx=gap)
        if below:
            self.effect.grid(row=1, column=0, sticky="nsew", pady=gap)
        else:
            self.effect.grid(row=0, column=2 if self.fields.takes_targets else 1, sticky="nsew", padx=gap)

    def _clear(self, kept: ActivityEntry | None) -> None:
        self._kept = kept
        self._state_chosen = self._ticked = False
        self._asked, self._offered_place = ((), None), ""
        self.ticks.clear()
        self.ticks.with_places = value(_PLACES) == "1" and kept is None

    def _edited(self, name: str) -> None:
        self._state_chosen |= name == "state"
        if name == "kind":
            self.fields.show_kind()
            self._arrange()
        if name in ("leaders", "span", "state"):
            self._show_points()
        self._pause.begin()

    def _ticks_changed(self) -> None:
        self._ticked = True
        place = self.ticks.first_place()
        if self.fields["place"].get() in ("", self._offered_place) and place:
            self.fields["place"].set(place)
            self._offered_place = place
        self._pause.begin()

    def _show_points(self, *, again: bool = False) -> None:
        """The contact points of these leaders on that day, and the state that day suggests."""
        span, people = self.fields.span, self.fields.people
        if span is not None and not self._state_chosen:
            self.fields["state"].set(entry_rules.state_to_offer(span.last_day, self.shell.today()))
        asked = (tuple(official.id for official in people), span.first_day if span else None)
        if span is not None and (again or asked != self._asked):
            same_people = asked[0] == self._asked[0] or not self._asked[0]
            rows = [row for official in people for row in assignments_on(official, span.first_day)]
            self.ticks.show([row.contact_point for row in rows], keep_marked=same_people)
            self._asked = asked
        self.ticks.count_matters(counts_at(self.id) if self.id else {})
        planned = self.fields["state"].get() != ActivityState.DONE
        self.targets.show(planned=planned, chosen=bool(people) and span is not None)

    def _settle(self) -> None:
        """Say what is there already and what saving would count."""
        self._pause.end()
        typed = self.fields.draft(self.id)
        found = twins(typed) if typed is not None else []
        self.twin.show(found[0] if found else None)
        if typed is None:
            self.effect.warn(())
            self.effect.hint(_NEEDED)
        else:
            self._show_effect(typed)

    def _show_effect(self, typed: ActivityEntry) -> None:
        today = self.shell.today()
        times = (typed.first_day, typed.first_half, typed.last_day, typed.last_half)
        wrong = list(entry_rules.complaints(*times, typed.state, today))
        self.effect.warn([] if wrong else [conflict.text for conflict in conflicts_of(typed)])
        if wrong:
            self.effect.hint("\n".join(wrong))
            return
        seen = foresee(typed, today)
        if seen.standing and not seen.lines:
            self.effect.show_standing(standing(seen.standing, seen.duties), seen.reasons)
        else:
            self.effect.show(counted(seen.lines, seen.duties), seen.reasons)
