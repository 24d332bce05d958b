"""今日要办: what is late, due soon, or past its day without an answer."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from models.rules.calendar import Period, before, half_of, quarter_of, year_of
from models.rules.counting import Progress
from models.rules.kinds import DutyState

_PRESSING = frozenset((DutyState.LATE, DutyState.AT_RISK, DutyState.OPEN))


class Due(NamedTuple):
    """One thing to do. `what` is a duty's code or "awaiting"; `number` the activity that awaits an answer."""

    leader: str
    what: str
    subject: str | None
    due: date
    state: str
    number: str | None


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
            yield Due(line.leader, line.rule, line.subject, line.period.last, line.state.value, None)
