"""履职总览: the counting engine's lines as boxes of a grid. Shapes only: every figure is the engine's own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.rules.counting import About, Progress
from models.rules.kinds import DutyState

# From the calmest to the most pressing: several lines together stand where the most pressing of them stands.
PRESSING = (
    DutyState.NOT_OWED,
    DutyState.DONE,
    DutyState.SCHEDULED,
    DutyState.OPEN,
    DutyState.AT_RISK,
    DutyState.LATE,
)
_WEIGHT = {state: weight for weight, state in enumerate(PRESSING)}


@dataclass(frozen=True, slots=True)
class Known:
    """What boxes say beside the engine's figures: days of activities by number, reasons of lateness."""

    days: Mapping[str, date]
    reasons: Mapping[About, str]


class Sum(NamedTuple):
    """Lines added up; done is what is owed and not missing, as visits to one point help no other."""

    owed: int
    done: float

    @property
    def share(self) -> float:
        """How much of what is owed is done, 0 to 1."""
        return self.done / self.owed if self.owed else 0.0


class Box(NamedTuple):
    """One box of a grid: some lines of the engine together, or one of the times a yearly line is owed.

    `numbers` are the activities it counted and those still planned for it, by day; `day` when it was done, or
    is planned. `time` is 1, 2 … for one of the times, 0 for all. `reason` explains why it is late.
    """

    lines: tuple[Progress, ...]
    state: DutyState
    numbers: tuple[str, ...] = ()
    day: date | None = None
    time: int = 0
    reason: str = ""

    @property
    def owed(self) -> int:
        """What is owed in it, all points together."""
        return added(self.lines).owed

    @property
    def done(self) -> float:
        """What is done of one line; of several points what is owed and not missing."""
        return self.lines[0].done if len(self.lines) == 1 else added(self.lines).done

    @property
    def planned(self) -> float:
        """What is still planned, all points together."""
        return sum(line.planned for line in self.lines)

    @property
    def share(self) -> float:
        """How much of what is owed is done, 0 to 1."""
        return added(self.lines).share

    @property
    def lacking(self) -> list[Progress]:
        """The lines that are not met."""
        return [line for line in self.lines if line.missing]

    @property
    def late(self) -> list[Progress]:
        """The lines whose period is over without their being met."""
        return [line for line in self.lines if line.state == DutyState.LATE]

    @property
    def stood_in(self) -> int:
        """How often somebody else went instead."""
        return sum(line.stood_in for line in self.lines)


class Score(NamedTuple):
    """How many lines are met, of how many that owe something, and how many of those are late."""

    done: int
    owing: int
    late: int


def score(lines: Iterable[Progress]) -> Score:
    """Lines counted by their states: each duty of each period and point is one 项."""
    states = [line.state for line in lines if line.state != DutyState.NOT_OWED]
    return Score(states.count(DutyState.DONE), len(states), states.count(DutyState.LATE))


def added(lines: Iterable[Progress]) -> Sum:
    """What these lines owe together and have done of it."""
    listed = tuple(lines)
    owed = sum(line.owed for line in listed)
    return Sum(owed, owed - sum(line.missing for line in listed))


def worst(lines: Iterable[Progress]) -> DutyState:
    """The most pressing state of some lines, 不要求 of none."""
    return max((line.state for line in lines), key=_WEIGHT.__getitem__, default=DutyState.NOT_OWED)


def whole(lines: Iterable[Progress], known: Known) -> Box | None:
    """Some lines as one box, None if there are none."""
    kept = owing(lines)
    if not kept:
        return None
    state = worst(kept)
    done = _by_day((number for line in kept for number in line.counted), known)
    arranged = _by_day((number for line in kept for number in line.arranged), known)
    meant = arranged if state == DutyState.SCHEDULED else done
    day = known.days.get(meant[0]) if meant else None
    reason = _reason(kept, known) if state == DutyState.LATE else ""
    return Box(kept, state, (*done, *arranged), day, 0, reason)


def times(line: Progress, columns: int, known: Known) -> tuple[Box, ...]:
    """A line of times or items as a box for each time: those done, those planned, those lacking.

    What was done beyond the columns is all in the last of them.
    """
    done, arranged = _by_day(line.counted, known), _by_day(line.arranged, known)
    return tuple(_time(line, at, columns, done, arranged, known) for at in range(columns))


def owing(lines: Iterable[Progress]) -> tuple[Progress, ...]:
    """The lines without those that owe nothing beside one that does.

    A duty whose rule was changed within the period has a line of each rule, both with what was done in it.
    """
    all_ = tuple(lines)
    if len(all_) < 2:
        return all_
    about = {(line.rule, line.subject_id) for line in all_ if line.owed}
    return tuple(line for line in all_ if line.owed or (line.rule, line.subject_id) not in about)


def _by_day(numbers: Iterable[str], known: Known) -> tuple[str, ...]:
    """Each activity once, the earliest first."""
    once = dict.fromkeys(numbers)
    return tuple(sorted(once, key=lambda number: (known.days.get(number, date.min), number)))


def _reason(lines: Iterable[Progress], known: Known) -> str:
    """Why the late ones are late, "" unless each of them is explained."""
    if not known.reasons:
        return ""
    late = [line for line in lines if line.state == DutyState.LATE]
    found = [known.reasons.get(line.about, "") for line in late]
    return "；".join(dict.fromkeys(found)) if all(found) else ""


def _time(
    line: Progress, at: int, columns: int, done: Sequence[str], arranged: Sequence[str], known: Known
) -> Box:
    if at < len(done):
        numbers = tuple(done[at:] if at == columns - 1 else done[at : at + 1])
        return Box((line,), DutyState.DONE, numbers, known.days.get(done[at]), at + 1)
    if at < len(done) + len(arranged):
        number = arranged[at - len(done)]
        return Box((line,), DutyState.SCHEDULED, (number,), known.days.get(number), at + 1)
    if at < line.owed:
        return Box((line,), line.state, (), None, at + 1, _reason([line], known))
    return Box((line,), DutyState.NOT_OWED, (), None, at + 1)
