"""按表补登: what the rows of a signed sheet come to: new activities, plans answered, visits added to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from models.activity import ActivityEntry, TargetEntry
from models.batch_sheet import BatchRow, BatchSheet, Recorded, RowEntry, SheetProblem
from models.rules.calendar import chinese_date, month_day
from models.rules.kinds import ActivityState, Half, Outcome
from models.rules.names import name_key
from models.rules.sheet_notes import Trip, trips


class Way(StrEnum):
    """What becomes of a trip: an activity of its own, a plan answered, targets added to what is there."""

    NEW = "new"
    ANSWER = "answer"
    ADD = "add"


class BatchStep(NamedTuple):
    """One activity to be saved and the rows it stands for.

    `number` is the 编号 of the plan answered or of what is added to; `beside` that of a trip of the same day
    to the same place in the other half-day, "" if there is none.
    """

    entry: ActivityEntry
    rows: tuple[int, ...]
    way: Way
    number: str = ""
    beside: str = ""


def batch_steps(sheet: BatchSheet, typed: Sequence[RowEntry], today: date) -> list[BatchStep]:
    """The activities that the rows make, in the order of days. Nothing is written.

    Rows of one day, half-day and village are one trip. A plan of that day for one of its targets is answered,
    a done visit of that day and place gets the targets. Raises SheetProblem with a complaint a row.
    """
    wrong = {row.number: text for row in typed if (text := _complaint(sheet, row, today))}
    if wrong:
        raise SheetProblem(wrong)
    notes = [sheet.row(row.number).note(row.written) for row in typed]
    by_number = {row.number: row for row in typed}
    outings = (_Outing(sheet, trip, [by_number[note.number] for note in trip.notes]) for trip in trips(notes))
    return [outing.step() for outing in _joined(outings)]


class _Outing:
    """The rows of a trip and the activity that is there for it already, planned or done."""

    def __init__(self, sheet: BatchSheet, trip: Trip, rows: Sequence[RowEntry]) -> None:
        self._sheet, self._trip = sheet, trip
        self.rows = list(rows)
        same_day = [
            known
            for known in sheet.recorded
            if known.entry.kind == trip.kind and known.entry.first_day == known.entry.last_day == trip.day
        ]
        near = [known for known in same_day if self._went_there(known)]
        kept = (known for known in near if _fits(known.entry, trip.half))
        self.known = self._plan(same_day) or next(kept, None)
        self._beside = near[0].number if near else ""

    def step(self) -> BatchStep:
        """What to save for it. Raises SheetProblem for a plan that several leaders share."""
        numbers = tuple(row.number for row in self.rows)
        if self.known is None:
            return BatchStep(self._fresh(), numbers, Way.NEW, beside=self._beside)
        if self.known.entry.state == ActivityState.DONE:
            entry = replace(self.known.entry, targets=[*self.known.entry.targets, *self._targets()])
            return BatchStep(entry, numbers, Way.ADD, self.known.number)
        if len(self.known.entry.leaders) > 1:
            text = f"当天有几位领导共同的计划 {self.known.number}，请在列表中打开它登记。"
            raise SheetProblem(dict.fromkeys(numbers, text))
        return BatchStep(self._answered(self.known.entry), numbers, Way.ANSWER, self.known.number)

    def _plan(self, same_day: Iterable[Recorded]) -> Recorded | None:
        """The plan that is for most of these targets; of several the one for the same half-day."""
        plans = [known for known in same_day if known.entry.state == ActivityState.PLANNED]
        wanted = [known for known in plans if self._shared(known.entry)]
        half = self._trip.half
        return max(
            wanted, key=lambda known: (self._shared(known.entry), _fits(known.entry, half)), default=None
        )

    def _shared(self, plan: ActivityEntry) -> int:
        points = self._points()
        if not points:
            return 1
        if not plan.targets:
            return int(name_key(plan.place) in self._places())
        return len(points & {target.point for target in plan.targets})

    def _went_there(self, known: Recorded) -> bool:
        """Whether a done activity went to the village of these rows."""
        if known.entry.state != ActivityState.DONE or not self._points():
            return False
        listed = {row.point: row.place for row in self._sheet.rows if row.point}
        went = {target.point for target in known.entry.targets} & listed.keys()
        places = {name_key(listed[point]) for point in went} or {name_key(known.entry.place)}
        return not places.isdisjoint(self._places())

    def _points(self) -> set[int]:
        return {target.point for target in self._targets()}

    def _places(self) -> set[str]:
        return {name_key(row.place) for row in self._listed() if row.place}

    def _listed(self) -> list[BatchRow]:
        return [self._sheet.row(row.number) for row in self.rows]

    def _targets(self) -> list[TargetEntry]:
        return [
            TargetEntry(point, row.outcome, row.manner, row.reason, row.heard, row.reply)
            for row in self.rows
            if (point := self._sheet.row(row.number).point) is not None
        ]

    def _answered(self, plan: ActivityEntry) -> ActivityEntry:
        """The plan as it came about; what was meant and not written of was not visited."""
        written = {target.point: target for target in self._targets()}
        meant = [written.pop(target.point, _left_out(target)) for target in plan.targets]
        entry = replace(plan, state=ActivityState.DONE, targets=[*meant, *written.values()])
        if self._trip.half:
            entry.first_half = entry.last_half = self._trip.half
        return self._with_what_was_said(entry)

    def _fresh(self) -> ActivityEntry:
        trip = self._trip
        entry = ActivityEntry(
            kind=trip.kind,
            first_day=trip.day,
            last_day=trip.day,
            first_half=trip.half or Half.AM,
            last_half=trip.half or Half.PM,
            leaders=[self._sheet.batch.leader],
            state=ActivityState.DONE,
            place=self._listed()[-1].place,
            targets=self._targets(),
        )
        return self._with_what_was_said(entry)

    def _with_what_was_said(self, entry: ActivityEntry) -> ActivityEntry:
        """Where no point was visited, as at a hearing, what was heard is the activity's own."""
        if not self._points():
            entry.heard = self.rows[0].heard or entry.heard
            entry.reply = self.rows[0].reply or entry.reply
        return entry


def _joined(outings: Iterable[_Outing]) -> list[_Outing]:
    """Those that one activity is there for already are one."""
    found: dict[object, _Outing] = {}
    for outing in outings:
        key = outing.known.number if outing.known else outing
        first = found.setdefault(key, outing)
        if first is not outing:
            first.rows = sorted([*first.rows, *outing.rows], key=lambda row: row.number)
    return list(found.values())


def _complaint(sheet: BatchSheet, typed: RowEntry, today: date) -> str:
    """What is wrong with a row by itself, "" if nothing."""
    row, day = sheet.row(typed.number), typed.written.day
    if row.kind is None:
        return "这项要求可以由几类活动完成，请返回列表逐次登记。"
    if day > today:
        return f"{chinese_date(day)}还没有到。"
    for known in row.records:
        done = known.entry.state == ActivityState.DONE
        if done and known.entry.first_day <= day <= known.entry.last_day and _same_time(row, known, typed):
            return f"{month_day(day)}已有记录 {known.number}，不再重复登记；要改请在列表中打开它。"
    return ""


def _same_time(row: BatchRow, known: Recorded, typed: RowEntry) -> bool:
    """A household is visited once a day; without a point both halves of a day may have their own."""
    return row.point is not None or _fits(known.entry, typed.written.half)


def _fits(entry: ActivityEntry, half: Half | None) -> bool:
    return half is None or entry.first_half <= half <= entry.last_half


def _left_out(target: TargetEntry) -> TargetEntry:
    return replace(target, outcome=Outcome.CANCELLED) if target.outcome == Outcome.PLANNED else target
