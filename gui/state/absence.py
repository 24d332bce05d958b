"""外出与代行 in words: who is away until when, and who acts for him. No Tk."""

from collections.abc import Mapping, Sequence
from datetime import date

from gui.look.palette import Tone
from gui.state.cards import Line
from models import terms
from models.absence import Absence
from models.rules.calendar import month_day
from models.rules.kinds import Half
from models.rules.pairing import Whereabouts, half_day


def board(
    absences: Sequence[Absence], there: Whereabouts, names: Mapping[int, str], today: date
) -> list[Line]:
    """A line for each absence of that day: who, who acts for him, until when."""
    return [_line(absence, there, names, today) for absence in absences]


def _line(absence: Absence, there: Whereabouts, names: Mapping[int, str], today: date) -> Line:
    half = max(half_day(today, Half.AM), absence.first)
    standing = there.standing(absence.official_id, half)
    acts = "无人代行" if standing.acting is None else f"{names[standing.acting]}代行"
    if standing.clash:
        return Line(f"{absence.official.name}（● AB角都外出，{acts}）", until(absence), Tone.LATE)
    return Line(f"{absence.official.name}（{acts}）", until(absence), Tone.NEAR)


def until(absence: Absence) -> str:
    """至11月25日上午; 未定返回 while it is open."""
    if absence.last_day is None:
        return "未定返回"
    half = "" if absence.last_half == Half.PM else terms.label(Half.AM)
    return f"至{month_day(absence.last_day)}{half}"
