"""What a calendar says of a day's activities: a sign, and words from the fullest to the shortest."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from models.activity_line import ActivityLine, lines_between
from models.official import Official, leaders
from models.rules.calendar import Period, days_between
from models.rules.kinds import ActivityKind, ActivityState
from models.terms import label
from models.visited import days_out
from printing.wording import plain, told, whole

_SIGNS = {ActivityState.DONE: "✓", ActivityState.PLANNED: "○"}
_RINGED = "①②③④⑤⑥⑦⑧⑨⑩"
_MOST = 99


class OneBusy:
    """What one leader does on each day."""

    def __init__(self, span: Period, leader: Official, *, full: bool) -> None:
        self._full = full
        self._lines: dict[date, list[ActivityLine]] = defaultdict(list)
        for line in reversed(lines_between(span.first, span.last, leader.id)):
            if line.state in _SIGNS:
                for day in days_between(line.first_day, line.last_day):
                    self._lines[day].append(line)

    def mark(self, day: date) -> str:
        states = {line.state for line in self._lines.get(day, ())}
        return _SIGNS[max(states, key=list(_SIGNS).index)] if states else ""

    def wordings(self, day: date, towns: Sequence[str]) -> Sequence[Sequence[str]]:
        """All in full; without the markets' names; with fewer and fewer names; in figures."""
        lines = self._lines.get(day, ())
        market = [f"圩：{'、'.join(map(whole, towns))}"] if len(towns) > 1 else []
        most = max((line.targets.count("、") + 1 for line in lines), default=0)
        worded = [self._worded(lines, names) for names in range(most, -1, -1)] or [[]]
        return [[*worded[0], *market], *worded, _counted([line.state for line in lines], "项")]

    def _worded(self, lines: Sequence[ActivityLine], names: int) -> list[str]:
        return [_SIGNS[line.state] + told(_about(line, names), full=self._full) for line in lines]


class AllBusy:
    """How many leaders are out on each day, and who."""

    def __init__(self, span: Period) -> None:
        self._names = {leader.id: plain(leader.name) for leader in leaders()}
        self._out: dict[date, dict[int, ActivityState]] = defaultdict(dict)
        for out in days_out(span.first, span.last):
            for day in days_between(max(out.first, span.first), min(out.last, span.last)):
                there = self._out[day]
                if out.official in self._names and there.get(out.official) != ActivityState.PLANNED:
                    there[out.official] = out.state

    def mark(self, day: date) -> str:
        out = self._out.get(day, {})
        if ActivityState.PLANNED in out.values():
            return _RINGED[min(len(out), len(_RINGED)) - 1]
        return str(min(len(out), _MOST)) if out else ""

    def wordings(self, day: date, towns: Sequence[str]) -> Sequence[Sequence[str]]:
        """By name in the order of rank; names torn at the line's end if need be; in figures."""
        del towns
        out = self._out.get(day, {})
        ranked = [(self._names[number], out[number]) for number in self._names if number in out]
        named = {state: [name for name, how in ranked if how == state] for state in _SIGNS}
        told = [(_SIGNS[state], names) for state, names in named.items() if names]
        whole_names = [sign + "、".join(map(whole, names)) for sign, names in told]
        torn = [sign + "、".join(names) for sign, names in told]
        return [whole_names, torn, _counted(list(out.values()), "人")]


def _counted(states: Sequence[ActivityState], unit: str) -> list[str]:
    counts = [f"{sign}{states.count(state)}{unit}" for state, sign in _SIGNS.items() if state in states]
    return [" ".join(counts)] if counts else []


def _about(line: ActivityLine, names: int) -> str:
    """Whom he visits, by so many names at most, or what he does and where."""
    if line.kind == ActivityKind.FIELDWORK:
        return label(line.kind) + line.place * bool(names)
    targets = line.targets.split("、") if line.targets and line.kind == ActivityKind.VISIT else []
    if not targets:
        return label(line.kind)
    named = "、".join(map(whole, targets[:names]))
    if len(targets) <= names:
        return named
    return f"{named}{whole(f'等{len(targets)}处')}" if named else f"走访{len(targets)}处"
