"""What saving would count, as the form shows it: a heading for each duty, a line for each subject."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from gui.look.palette import Tone
from models import terms
from models.rules.counting import Progress
from models.rules.kinds import DutyState

_NEVER_FIRST = "，。；：、？！）)”》"
_NEVER_LAST = "（(“《"

Pair = tuple[Progress | None, Progress]


class Figure(NamedTuple):
    """One line: whose or of which point, how its figure moves, and whether that settles the duty."""

    subject: str
    text: str
    tone: Tone


class Counted(NamedTuple):
    """One duty in one period and its lines."""

    duty: str
    period: str
    figures: list[Figure]


def counted(pairs: Iterable[Pair], duties: Mapping[str, str]) -> list[Counted]:
    """The duties that would change, in the order given."""
    return _grouped(((new, _movement(old, new)) for old, new in pairs), duties)


def standing(lines: Iterable[Progress], duties: Mapping[str, str]) -> list[Counted]:
    """The duties that count an activity already, as they stand."""
    return _grouped(((line, _state(line)) for line in lines), duties)


def wrapped(text: str, room: int, width: Callable[[str], int]) -> list[str]:
    """The text in lines of at most `room`, none beginning with a closing mark or ending in an opening one."""
    lines = [""]
    for character in text:
        if character == "\n":
            lines.append("")
        elif width(lines[-1] + character) <= room or not lines[-1]:
            lines[-1] += character
        elif (character in _NEVER_FIRST or lines[-1][-1] in _NEVER_LAST) and len(lines[-1]) > 1:
            lines[-1:] = [lines[-1][:-1], lines[-1][-1] + character]
        else:
            lines.append(character)
    return lines


def _grouped(said: Iterable[tuple[Progress, str]], duties: Mapping[str, str]) -> list[Counted]:
    found: dict[tuple[str, str], Counted] = {}
    lines = list(said)
    several = len({line.official for line, _ in lines}) > 1
    for line, text in lines:
        key = (line.rule, str(line.period))
        group = found.setdefault(key, Counted(duties.get(line.rule, line.rule), line.period.title, []))
        subject = f"{line.leader} · {line.subject}" if several and line.subject else line.subject
        group.figures.append(Figure(subject or line.leader, text, _tone(line)))
    return list(found.values())


def _movement(old: Progress | None, new: Progress) -> str:
    unit = terms.label(new.unit)
    done, planned = (old.done, old.planned) if old else (0, 0)
    if done == new.done:
        return f"{new.done:g}/{new.owed} {unit}，计划 {planned:g} → {new.planned:g}"
    return f"{done:g} → {_state(new)}"


def _state(line: Progress) -> str:
    tick = " ✓" if line.state == DutyState.DONE else ""
    return f"{line.done:g} / {line.owed} {terms.label(line.unit)}{tick}"


def _tone(new: Progress) -> Tone:
    return {DutyState.DONE: Tone.DONE, DutyState.SCHEDULED: Tone.PLANNED}.get(new.state, Tone.PLAIN)
