"""民情事项 on 今日要办: all that are not closed, with how their deadlines stand."""

from collections.abc import Iterator
from datetime import date

from models.base import database
from models.matter_line import lights
from models.official import Official
from models.rules.calendar import quarter_of
from models.rules.due import AWAITING, MATTER, Due
from models.rules.kinds import DutyState, Light, MatterState
from models.rules.masking import masked

_MOST = 24
_SENSITIVE = "敏感事项"
_STATES = {
    Light.LATE: DutyState.LATE.value,
    Light.NEAR: DutyState.AT_RISK.value,
    Light.IN_TIME: DutyState.OPEN.value,
    Light.SETTLED: AWAITING,
}
_OPEN = """
SELECT official.name, official_id, matter.number, state, due, sensitive, substr(content, 1, 200) FROM matter
JOIN official ON official.id = official_id
WHERE state <> 'closed' AND (? IS NULL OR official_id = ?) ORDER BY due, matter.id
"""


def matters_due(today: date, leader: Official | None = None) -> Iterator[Due]:
    """An entry for each matter not closed, of all leaders or of one.

    One without a deadline stands at the end of the quarter; of a sensitive one nothing is told.
    """
    chosen = leader.id if leader else None
    light, horizon = lights(today), quarter_of(today).last
    for name, who, number, state, told, sensitive, content in database.execute_sql(_OPEN, (chosen, chosen)):
        due = date.fromisoformat(told) if told else None
        subject = _SENSITIVE if sensitive else _short(content)
        found = _STATES[light(MatterState(state), due)]
        yield Due(name, MATTER, subject, due or horizon, found, number, who)


def _short(content: str) -> str:
    """The content in a few words, the numbers in it masked."""
    line = masked(" ".join(content.split()))
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"
