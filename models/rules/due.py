"""今日要办: what is late, due soon, or past its day without an answer."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from models.rules.calendar import Period, before, half_of, quarter_of, year_of
from models.rules.counting import Progress
from models.rules.kinds import DutyState

AWAITING, MATTER = "awaiting", "matter"
_PRESSING = frozenset((DutyState.LATE, DutyState.AT_RISK, DutyState.OPEN))


class Group(StrEnum):
    """Where an entry stands on the list, the most urgent first."""

    LATE = "late"
    THIS_WEEK = "this_week"
    AWAITING = "awaiting"
    THIS_QUARTER = "this_quarter"


class Due(NamedTuple):
    """One thing to do. `what` is a duty's code, "awaiting" or "matter"; `number` is that of the activity that
    awaits an answer, or of the matter.

    `official` is the leader's id; `line` how the duty stands, None for an activity and a matter.
    """

    leader: str
    what: str
    subject: str | None
    due: date
    state: str
    number: str | None
    official: int
    line: Progress | None = None

    def as_json(self) -> dict[str, object]:
        """The entry as the command `due --json` promises it."""
        named = ("leader", "what", "subject", "state", "number")
        return {name: getattr(self, name) for name in named} | {"due": self.due.isoformat()}

    def group(self, today: date) -> Group:
        """Where it stands on the list of that day; a week is Monday to Sunday."""
        if self.state == AWAITING:
            return Group.AWAITING
        if self.state == DutyState.LATE:
            return Group.LATE
        return Group.THIS_WEEK if self.due <= week_of(today)[1] else Group.THIS_QUARTER


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the day's week."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def spans(today: date) -> list[Period]:
    """The periods on the work list: the running ones, and those just over for one quarter more."""
    running = (quarter_of(today), half_of(today), year_of(today))
    just_over = [before(span) for span in running if quarter_of(span.first) == running[0]]
    return [*just_over, *running]


def pressing(lines: Iterable[Progress], today: date) -> Iterator[Due]:
    """Duties not met and not arranged: late, near their end, or due within this quarter."""
    horizon = quarter_of(today).last
    for line in lines:
        soon = line.period.last <= horizon or line.state == DutyState.AT_RISK
        if line.state in _PRESSING and soon:
            state, last = line.state.value, line.period.last
            yield Due(line.leader, line.rule, line.subject, last, state, None, line.official, line)
