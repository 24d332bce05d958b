"""在岗与顶岗 in words: who is away until when, and who acts for him. No Tk."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from gui.look.palette import Tone
from gui.state.cards import Line
from models import terms
from models.absence import Absence
from models.rules.kinds import Half
from models.rules.pairing import Whereabouts, half_day


def board(
    absences: Sequence[Absence], there: Whereabouts, names: Mapping[int, str], today: date
) -> list[Line]:
    """Two lines for each absence of that day: until when, and who acts."""
    return [line for absence in absences for line in _lines(absence, there, names, today)]


def _lines(absence: Absence, there: Whereabouts, names: Mapping[int, str], today: date) -> Iterable[Line]:
    yield Line(absence.official.name, until(absence), Tone.NEAR)
    half = max(half_day(today, Half.AM), half_day(absence.first_day, Half(absence.first_half)))
    standing = there.standing(absence.official_id, half)
    if standing.clash:
        yield Line("  ● AB角都外出", _acts(standing.acting, names), Tone.LATE)
    elif standing.acting is not None:
        yield Line(f"  ↳ {_acts(standing.acting, names)}")
    else:
        yield Line("  ↳ 没有人代行", tone=Tone.NEAR)


def _acts(acting: int | None, names: Mapping[int, str]) -> str:
    return "没有人代行" if acting is None else f"{names[acting]}代行"


def until(absence: Absence) -> str:
    """外出至11月25日上午; 外出，未定返回 while it is open."""
    if absence.last_day is None:
        return "外出，未定返回"
    half = "" if absence.last_half == Half.PM else terms.label(Half.AM)
    return f"外出至{absence.last_day.month}月{absence.last_day.day}日{half}"
