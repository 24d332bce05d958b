"""Which contact points of a trip were met: what is ticked, taken along, kept while leader or day change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.activity import TargetEntry
from models.contact_point import ContactPoint
from models.rules.kinds import ActivityState, Manner, Outcome, PointKind, Service
from models.rules.services import services_in, with_service


class Mark(StrEnum):
    """What is said of one row; the arrow keys go through the first four."""

    NONE = "none"
    MET = "met"
    NOT_MET = "not_met"
    PHONE = "phone"
    CANCELLED = "cancelled"


_SAID = ("point", "mark", "manner", "joined", "reason", "heard", "reply", "services")
_TURNED = (Mark.NONE, Mark.MET, Mark.NOT_MET, Mark.PHONE)


@dataclass(slots=True)
class Tick:
    """One contact point. `place` is where a trip to it goes, `note` what tells it from its neighbours.

    `above` are the ids of its village and township, innermost first.
    `matters`: how many were registered of what was heard there on this trip.
    `held`: a leader of the trip keeps contact with it that day; `joined`: marked along with a household.
    """

    point: int
    kind: PointKind
    name: str
    place: str
    note: str
    above: tuple[int, ...] = ()
    held: bool = True
    mark: Mark = Mark.NONE
    joined: bool = False
    manner: Manner = Manner.HOME
    reason: str = ""
    heard: str = ""
    reply: str = ""
    services: str = ""
    matters: int = 0


class Ticks:
    """The rows of one trip. `with_places`: a household's village and township are marked along with it."""

    def __init__(self) -> None:
        self.rows: list[Tick] = []
        self.cursor = 0
        self.with_places = False
        self._known: dict[int, Tick] = {}

    def clear(self) -> None:
        """Forget everything, for another trip."""
        self.rows, self.cursor, self._known = [], 0, {}

    def show(self, points: Iterable[ContactPoint], *, keep_marked: bool) -> None:
        """Show these points, held that day; what was said of them before is there again.

        `keep_marked`: rows that are held no longer stay while something is said of them.
        """
        fresh = {point.id: point for point in points}
        held = [self._known.get(number) or tick_of(point) for number, point in fresh.items()]
        stray = [row for row in self.rows if row.point not in fresh and row.mark != Mark.NONE]
        for row in held:
            row.held = True
        for row in stray:
            row.held = False
        self.rows = held + (stray if keep_marked else [])
        self._known |= {row.point: row for row in self.rows}
        self.cursor = min(self.cursor, max(0, len(self.rows) - 1))

    def load(self, entries: Sequence[TargetEntry], points: Iterable[ContactPoint]) -> None:
        """Take over the targets of a kept activity; `points` are theirs."""
        by_id = {point.id: point for point in points}
        for entry in entries:
            row = tick_of(by_id[entry.point])
            row.mark, row.manner, row.reason = _mark_of(entry), entry.manner, entry.reason
            row.heard, row.reply, row.services = entry.heard, entry.reply, entry.services
            self.rows.append(row)
            self._known[row.point] = row

    def typed(self) -> list[dict[str, Any]]:
        """What is said of the rows, in values JSON knows: to be kept as a draft."""
        return [{name: getattr(row, name) for name in _SAID} for row in self.rows if row.mark != Mark.NONE]

    def type_again(self, typed: Iterable[Mapping[str, Any]], points: Iterable[ContactPoint]) -> None:
        """Say again what `typed` gave; `points` are those it speaks of, as far as they are there."""
        rows = {row.point: row for row in self.rows}
        by_id = {point.id: point for point in points}
        for said in typed:
            if said["point"] in by_id:
                row = rows.get(said["point"]) or self._stray(by_id[said["point"]])
                for name in _SAID:
                    setattr(row, name, said[name])
                row.mark, row.manner = Mark(said["mark"]), Manner(said["manner"])

    def _stray(self, point: ContactPoint) -> Tick:
        row = self._known[point.id] = tick_of(point)
        row.held = False
        self.rows.append(row)
        return row

    @property
    def current(self) -> Tick | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def households(self) -> list[Tick]:
        """The rows of households."""
        return [row for row in self.rows if row.kind == PointKind.HOUSEHOLD]

    def pick(self, point: int | None) -> None:
        """Put the cursor on a contact point, if it is there."""
        self.cursor = next((at for at, row in enumerate(self.rows) if row.point == point), 0)

    def move(self, step: int) -> None:
        """Move the cursor, staying inside."""
        self.cursor = max(0, min(self.cursor + step, len(self.rows) - 1))

    def mark(self, row: Tick, mark: Mark) -> None:
        """Say this of a row; its places follow if they are to."""
        row.mark, row.joined = mark, False
        self._follow(row)

    def toggle(self, row: Tick) -> None:
        """Tick or untick a row."""
        self.mark(row, Mark.NONE if row.mark != Mark.NONE else Mark.MET)

    def bring(self, row: Tick, service: Service, *, on: bool) -> None:
        """Say that a service was brought there, or not."""
        row.services = with_service(row.services, service, on=on)

    def bring_or_not(self, row: Tick, service: Service) -> None:
        """A service brought there is not any more, and the other way round; only where somebody was met."""
        if row.mark in (Mark.MET, Mark.PHONE):
            self.bring(row, service, on=service not in services_in(row.services))

    def count_matters(self, counts: Mapping[int | None, int]) -> None:
        """Say how many matters were registered of the trip at each point."""
        for row in self.rows:
            row.matters = counts.get(row.point, 0)

    def turn(self, row: Tick, step: int) -> None:
        """The next or previous mark."""
        place = _TURNED.index(row.mark) if row.mark in _TURNED else 0
        self.mark(row, _TURNED[(place + step) % len(_TURNED)])

    def tick_households(self) -> None:
        """Every household met; again: none."""
        mark = Mark.NONE if all(row.mark == Mark.MET for row in self.households) else Mark.MET
        for row in self.households:
            self.mark(row, mark)

    def take_places_along(self, *, on: bool) -> None:
        """Mark the villages and townships of the households met, or leave them to the user."""
        self.with_places = on
        for row in self.households:
            self._follow(row)

    def entries(self, state: ActivityState) -> list[TargetEntry]:
        """The targets as the activity keeps them: of one not done yet they are intended."""
        return [_entry(row, state) for row in self.rows if row.mark != Mark.NONE]

    def first_place(self) -> str:
        """Where the trip went by what is ticked: the first one's place in words, "" if nothing is ticked."""
        return next((row.place for row in self.rows if row.mark in (Mark.MET, Mark.NOT_MET)), "")

    def places(self) -> list[str]:
        """The places the trip may have gone to, each once."""
        return list(dict.fromkeys(row.place for row in self.rows if row.place))

    def summary(self) -> str:
        """How many of each kind are ticked: 已勾选 乡镇 1、村 1、户 10."""
        met = [row for row in self.rows if row.mark == Mark.MET]
        words = {PointKind.TOWNSHIP: "乡镇", PointKind.VILLAGE: "村", PointKind.HOUSEHOLD: "户"}
        counts = {kind: sum(row.kind == kind for row in met) for kind in PointKind}
        return "、".join(f"{words[kind]} {count}" for kind, count in counts.items() if count)

    def _follow(self, row: Tick) -> None:
        for place in self.rows:
            if place.point in row.above and (place.mark == Mark.NONE or place.joined):
                met = any(house.mark == Mark.MET and place.point in house.above for house in self.households)
                place.joined = self.with_places and met
                place.mark = Mark.MET if place.joined else Mark.NONE


def tick_of(point: ContactPoint) -> Tick:
    """An unmarked row for a contact point."""
    above = tuple(point.lies_in())
    kind = PointKind(point.kind)
    names = [place.name for place in reversed(above)]
    at_home = [point.address, "".join(names)]
    return Tick(
        point=point.id,
        kind=kind,
        name=point.name,
        place=point.destination(),
        note=" ".join(filter(None, at_home if kind == PointKind.HOUSEHOLD else [point.county, *names])),
        above=tuple(place.id for place in above),
    )


def _mark_of(entry: TargetEntry) -> Mark:
    if entry.manner == Manner.PHONE:
        return Mark.PHONE
    return {Outcome.NOT_MET: Mark.NOT_MET, Outcome.CANCELLED: Mark.CANCELLED}.get(entry.outcome, Mark.MET)


def _entry(row: Tick, state: ActivityState) -> TargetEntry:
    at_home = Manner.HOME if row.manner == Manner.PHONE else row.manner
    return TargetEntry(
        point=row.point,
        outcome=_outcome(row.mark, state),
        manner=Manner.PHONE if row.mark == Mark.PHONE else at_home,
        reason="" if row.mark in (Mark.MET, Mark.PHONE) else row.reason,
        heard=row.heard,
        reply=row.reply,
        services=row.services,
    )


def _outcome(mark: Mark, state: ActivityState) -> Outcome:
    if mark == Mark.CANCELLED:
        return Outcome.CANCELLED
    if mark == Mark.NOT_MET and state != ActivityState.PLANNED:
        return Outcome.NOT_MET
    return Outcome.MET if state == ActivityState.DONE else Outcome.PLANNED
