"""A proposed plan under the user's hand: which trips are ticked, and moved to which half-day. No Tk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gui.look.palette import Tone, signed
from models import terms
from models.rules.calendar import month_day, weekday_name
from models.rules.kinds import Half
from models.rules.plan.hindrances import Trip, by_leader
from models.rules.plan.proposal import Proposal, Unplaced
from models.rules.problem import Problem

_MANY = 3
_NO_FURTHER = "{}面没有能排的半天了。"


@dataclass(slots=True, eq=False)
class Row:
    """One trip as it stands now; `first` is how it was proposed."""

    first: Trip
    trip: Trip
    ticked: bool = True

    @property
    def moved(self) -> bool:
        return self.trip is not self.first


Item = Row | Unplaced


class Draft:
    """The trips of a proposal; those ticked keep the hard rules among each other, whatever is done."""

    def __init__(self, proposal: Proposal, duties: Mapping[str, str]) -> None:
        self._rules, self._duties = proposal.hindrances, duties
        self.rows = [Row(trip, trip) for trip in proposal.trips]
        self.unplaced = proposal.unplaced

    @property
    def items(self) -> list[Item]:
        """What a list shows: first what found no place, then the trips in order of time."""
        return [*self.unplaced, *self.rows]

    @property
    def chosen(self) -> list[Trip]:
        """The ticked trips in order of time."""
        return [row.trip for row in self.rows if row.ticked]

    @property
    def edited(self) -> bool:
        """Whether something was moved or unticked."""
        return any(row.moved or not row.ticked for row in self.rows)

    def toggle(self, rows: Sequence[Row]) -> None:
        """Tick these, or untick them if all are; Problem where a ticked trip stands in the way of one."""
        if all(row.ticked for row in rows):
            for row in rows:
                row.ticked = False
            return
        complaints = []
        for row in rows:
            found = self.against(row, row.trip.day, row.trip.half)
            row.ticked = not found
            complaints += found
        if complaints:
            raise Problem(*complaints)

    def against(self, row: Row, day: date, half: Half) -> list[str]:
        """What stands in the way of a trip in that half-day; nothing if it may be moved there."""
        others = by_leader(other.trip for other in self.rows if other.ticked and other is not row)
        return self._rules.of(row.trip._replace(day=day, half=half), others)

    def move(self, row: Row, day: date, half: Half) -> None:
        """Give it that half-day and tick it. Raises Problem with what stands in the way."""
        found = self.against(row, day, half)
        if found:
            raise Problem(*found)
        moved = row.trip._replace(day=day, half=half)
        row.trip, row.ticked = row.first if moved == row.first else moved, True
        self.rows.sort(key=lambda each: (each.trip.day, each.trip.half))

    def step(self, row: Row, step: int) -> str:
        """Move it to the next half-day, or the one before, in which nothing stands in the way.

        Says where it is now and what was in the way of the half-days between.
        """
        diary = self._rules.diary
        skipped: list[str] = []
        half = diary.bit(row.trip.day, row.trip.half) + step
        while diary.first <= (when := diary.half_day(half))[0] <= diary.last:
            found = self.against(row, *when)
            if not found:
                self.move(row, *when)
                return "".join([f"已移到{row.trip.when}。", *skipped[:1]])
            skipped += found if diary.workdays >> half & 1 else []
            half += step
        raise Problem("".join([_NO_FURTHER.format("后" if step > 0 else "前"), *skipped[:1]]))

    def what(self, item: Item) -> str:
        """The kind of the trip, or the duty that found no place."""
        return terms.label(item.trip.kind) if isinstance(item, Row) else self._duties[item.rule]

    def summary(self) -> str:
        """拟定 20 次，勾选 18 次，移动 1 次；1 项没有排入。"""
        moved = sum(row.moved for row in self.rows)
        said = f"拟定 {len(self.rows)} 次，勾选 {len(self.chosen)} 次"
        said += f"，移动 {moved} 次" if moved else ""
        return said + (f"；{len(self.unplaced)} 项没有排入" if self.unplaced else "")


def tick_cell(item: Item) -> tuple[str, Tone]:
    """Whether it will be kept, or found no place: with a sign."""
    if not isinstance(item, Row):
        return signed(Tone.NEAR, "未排入"), Tone.NEAR
    return (signed(Tone.DONE, "采用"), Tone.DONE) if item.ticked else ("— 不采用", Tone.SOFT)


def when_cell(item: Item) -> tuple[str, Tone]:
    """11月26日 星期四 上午; of a trip moved with its sign."""
    if not isinstance(item, Row):
        return "", Tone.PLAIN
    trip = item.trip
    text = f"{month_day(trip.day)} {weekday_name(trip.day)} {terms.label(trip.half)}"
    if item.moved:
        return signed(Tone.PLANNED, text), Tone.PLANNED
    return text, Tone.PLAIN if item.ticked else Tone.SOFT


def when_key(item: Item) -> tuple[date, str]:
    """What the time orders by; what has none comes first."""
    return (item.trip.day, item.trip.half.value) if isinstance(item, Row) else (date.min, "")


def who(item: Item) -> str:
    """The leader."""
    return item.trip.leader if isinstance(item, Row) else item.leader


def whom(item: Item) -> str:
    """The targets, first how many if many: 5个：样样镇、样样村、王样甲…"""
    if not isinstance(item, Row):
        return item.subject or ""
    names = item.trip.targets
    listed = "、".join(names)
    return f"{len(names)}个：{listed}" if len(names) > _MANY else listed


def note(item: Item) -> tuple[str, Tone]:
    """Why it found no place, or where it was proposed if it was moved from there."""
    if not isinstance(item, Row):
        return item.reason, Tone.NEAR
    return (f"原{item.first.when}", Tone.SOFT) if item.moved else ("", Tone.PLAIN)
