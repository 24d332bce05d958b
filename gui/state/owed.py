"""What a leader owes, in the few words a list has room for; every figure is the counting engine's."""

from collections.abc import Iterable, Mapping, Sequence

from gui.look.palette import Tone, signed
from models import terms
from models.rules.counting import Progress
from models.rules.coverage import owing, score, worst
from models.rules.kinds import DutyState, PeriodKind

TONES = {
    DutyState.NOT_OWED: Tone.SOFT,
    DutyState.DONE: Tone.DONE,
    DutyState.SCHEDULED: Tone.PLANNED,
    DutyState.OPEN: Tone.NOT_DUE,
    DutyState.AT_RISK: Tone.NEAR,
    DutyState.LATE: Tone.LATE,
}


def summary(lines: Iterable[Progress]) -> tuple[str, Tone]:
    """The most pressing state of some duties and how many are done: ▲ 临近 1/3."""
    state, figure = _standing(lines)
    text = signed(TONES[state], f"{terms.label(state)} {figure}") if figure else "—"
    return text, TONES[state] if figure else Tone.SOFT


def brief(lines: Iterable[Progress]) -> str:
    """The same for a narrow place: ▲ 1/3."""
    state, figure = _standing(lines)
    return signed(TONES[state], figure) if figure else "—"


def _standing(lines: Iterable[Progress]) -> tuple[DutyState, str]:
    """The most pressing state, and done of owed, "" where nothing is owed."""
    listed = list(lines)
    done, owing, _ = score(listed)
    return worst(listed), f"{done}/{owing}" if owing else ""


def share(lines: Sequence[Progress]) -> tuple[str, Tone]:
    """Done of owed at one contact point, a yearly duty marked 年: ▲ 年1/2.

    Of a duty whose rule was changed within the period, the line that owes something.
    """
    line = next(iter(owing(lines)), None)
    if line is None:
        return "—", Tone.SOFT
    year = "年" if line.period.kind == PeriodKind.YEAR else ""
    return f"{terms.SIGNS[line.state]} {year}{line.done:g}/{line.owed}", TONES[line.state]


def own_duties(lines: Iterable[Progress], names: Mapping[str, str]) -> str:
    """The duties a leader owes without a contact point: 下访听诉 0/1次    下基层调研 16.5/60天."""
    alone = (line for line in lines if line.subject_id is None and line.state != DutyState.NOT_OWED)
    return "    ".join(
        f"{names[line.rule]} {line.done:g}/{line.owed}{terms.label(line.unit)}" for line in alone
    )
