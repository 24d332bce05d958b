"""What the pen wrote on a visit sheet: short days, and which rows were one trip (design/counting)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from models.rules.calendar import Period, month_day
from models.rules.kinds import ActivityKind, Half
from models.rules.problem import Problem

_HALVES = {Half.AM: ("上午", "上", "am", "a", "s"), Half.PM: ("下午", "下", "pm", "p", "x")}
_WHOLE = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?")
_MONTH_DAY = re.compile(r"(\d{1,2})[-./月](\d{1,2})[日号]?")
_TOGETHER = re.compile(r"(\d{1,2})(\d{2})")
_DAY = re.compile(r"(\d{1,2})[日号]?")


class Written(NamedTuple):
    """A day as written; `half` is None where the pen does not say."""

    day: date
    half: Half | None


class Note(NamedTuple):
    """A row that something was written in.

    `place`: the id of the village a trip to it goes to, of a township its own, 0 if that is not known.
    `within`: the ids of all that the place lies in. `is_township`: a trip to one of its villages may join it.
    """

    number: int
    kind: ActivityKind
    written: Written
    place: int = 0
    within: tuple[int, ...] = ()
    is_township: bool = False


@dataclass(slots=True)
class Trip:
    """The rows of one trip, in the order of the sheet."""

    notes: list[Note] = field(default_factory=list)

    @property
    def kind(self) -> ActivityKind:
        return self.notes[0].kind

    @property
    def day(self) -> date:
        return self.notes[0].written.day

    @property
    def half(self) -> Half | None:
        """The half-day some row names, None if none of them does."""
        return next((note.written.half for note in self.notes if note.written.half), None)

    def takes(self, note: Note) -> bool:
        """Whether the row belongs to it: same kind, day and village, and no other half-day."""
        if (note.kind, note.written.day) != (self.kind, self.day):
            return False
        same_half = None in (note.written.half, self.half) or note.written.half == self.half
        return same_half and any(_are_near(note, other) for other in self.notes)


def written_day(text: str, quarter: Period, above: date | None) -> Written | None:
    """What 3.5, 305, 3月5日下午 or 5x mean on a quarter's sheet; None for nothing written.

    A day alone is in the month of `above`, the row before. Raises Problem for what is no day of the quarter.
    """
    plain = unicodedata.normalize("NFKC", text).replace("。", ".").replace(" ", "").lower()
    if not plain:
        return None
    body, half = _without_half(plain)
    try:
        day = date(*_numbers(body, quarter, above))
    except (TypeError, ValueError):
        example = f"{quarter.first.month}.5"
        raise Problem(f"看不懂日期“{text.strip()}”，请写成 {example}、{example}上 或 {example}下。") from None
    if day not in quarter:
        raise Problem(f"{month_day(day)}不在{quarter.title}内。")
    return Written(day, half)


def trips(notes: Iterable[Note]) -> list[Trip]:
    """One trip for all rows of a day, a half-day and a village, in the order of days; its township joins it.

    A row without a half-day belongs to the trip of its day and village, whichever half that names.
    """
    found: list[Trip] = []
    for note in sorted(notes, key=lambda each: (each.is_township, each.written.half is None, each.number)):
        trip = next((each for each in found if each.takes(note)), None)
        if trip is None:
            trip = Trip()
            found.append(trip)
        trip.notes.append(note)
    for trip in found:
        trip.notes.sort()
    return sorted(found, key=lambda trip: (trip.day, trip.half or "", trip.notes[0].number))


def _are_near(note: Note, other: Note) -> bool:
    return note.place == other.place or (note.is_township and note.place in other.within)


def _without_half(text: str) -> tuple[str, Half | None]:
    for half, words in _HALVES.items():
        for word in words:
            if text.endswith(word):
                return text.removesuffix(word), half
    return text, None


def _numbers(text: str, quarter: Period, above: date | None) -> tuple[int, ...]:
    year = quarter.first.year
    if found := _WHOLE.fullmatch(text):
        return tuple(map(int, found.groups()))
    if found := _MONTH_DAY.fullmatch(text) or _TOGETHER.fullmatch(text):
        return (year, *map(int, found.groups()))
    if (found := _DAY.fullmatch(text)) and above is not None:
        return (year, above.month, int(found[1]))
    return ()
