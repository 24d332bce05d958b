"""登记外出: entering, ending and taking back an absence, each with all its effects in one action."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.absence import Absence, absences_of
from models.absence_effect import Answer, Hit, carry_out, hits
from models.official import Official, in_office, leaders
from models.rules import absence as rules
from models.rules.absence import Clash
from models.rules.calendar import chinese_date
from models.rules.kinds import Half
from models.rules.on_duty_board import Seat, Stretch, instead
from models.rules.pairing import Away, day_and_half, half_day
from models.rules.problem import Problem
from models.whereabouts import whereabouts
from models.writing import Topic, writing

_TIMES = ("first_day", "first_half", "last_day", "last_half")
_TEXTS = ("reason", "place", "approver", "told_on", "handover")
_APPROVE_FIRST = "请先用“编辑”填写批准人，再登记返岗。"


@dataclass(slots=True)
class AbsenceEntry:
    """An absence as typed in a form; `id` is None for a new one, `last_day` None while nobody knows it."""

    official: int
    first_day: date
    first_half: Half = Half.AM
    last_day: date | None = None
    last_half: Half = Half.PM
    reason: str = ""
    place: str = ""
    approver: str = ""
    told_on: str = ""
    handover: str = ""
    id: int | None = None

    @property
    def away(self) -> Away:
        """Its half-days as the rules know them."""
        last = half_day(self.last_day, self.last_half) if self.last_day else None
        return Away(self.official, half_day(self.first_day, self.first_half), last)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What an absence would mean: what is wrong, who acts, where both of a pair are away, what it hits."""

    complaints: list[str]
    instead: list[tuple[Seat, list[Stretch]]]
    clashes: list[Clash]
    hits: list[Hit]


def foresee_absence(typed: AbsenceEntry) -> Foreseen:
    """What entering it would mean, as it is typed. Nothing is written."""
    wrong = list(_complaints(typed))
    if wrong:
        return Foreseen(wrong, [], [], [])
    there, members = whereabouts(without=typed.id), {row.id for row in leaders()}
    known = replace(there, absences=[*there.absences, typed.away])
    acts = instead(typed.away, known, members)
    return Foreseen([], acts, rules.clashes(typed.away, there), hits(typed.away, there))


def save_absence(typed: AbsenceEntry, today: date, answers: Mapping[int, Answer] | None = None) -> Absence:
    """Keep a new or changed absence, and do with the activities it hits what is answered, by their ids.

    All is one action. Raises Problem with every complaint: also where A and B are both away and nobody is
    named who approved it (design/counting, "Who acts").
    """
    complaints = [*_complaints(typed), *_unapproved(typed)]
    if complaints:
        raise Problem(*complaints)
    there = whereabouts(without=typed.id)
    with writing("登记外出" if typed.id is None else "修改外出", Topic.ABSENCE, Topic.ACTIVITY):
        row = Absence.get_by_id(typed.id) if typed.id else Absence(official=typed.official)
        for name in ("official", *_TIMES):
            setattr(row, name, getattr(typed, name))
        for name in _TEXTS:
            setattr(row, name, getattr(typed, name).strip())
        if row.returned_on and any(rules.return_complaints(row.away, row.returned_on, today)):
            row.returned_on = None
        row.save()
        carry_out(answers or {}, typed.away, there, today)
    return row


def come_back(absence: Absence, day: date, half: Half, today: date) -> Absence:
    """Enter that somebody was back at work from this half-day on: the absence ends with the one before.

    Raises Problem for a day still to come, before he was away, or in another absence of his; also if he was
    away for longer than entered, his partner too, and nobody is named who approved it.
    """
    back = half_day(day, half)
    kept = Absence.get_by_id(absence.id)
    is_longer = back - 1 > kept.away.span[1]
    if day > today:
        raise Problem(f"{chinese_date(day)}还没有到。返岗请在回来以后登记，改动期间请用“编辑”。")
    if back <= kept.first:
        raise Problem("返岗早于外出开始。没有成行的外出，请用“取消外出”。")
    kept.last_day, kept.last_half = day_and_half(back - 1)
    kept.returned_on = day
    typed = read_absence(kept)
    unapproved = list(_unapproved(typed)) if is_longer else []
    wrong = [*_complaints(typed), *unapproved, *([_APPROVE_FIRST] if unapproved else [])]
    if wrong:
        raise Problem(*wrong)
    with writing("登记返岗", Topic.ABSENCE):
        kept.save()
    return kept


def cancel_absence(absence: Absence) -> None:
    """Take back an absence that did not come about. The history keeps it."""
    with writing("取消外出", Topic.ABSENCE):
        Absence.get_by_id(absence.id).delete_instance()


def read_absence(absence: Absence) -> AbsenceEntry:
    """The absence as a form shows it, so that it can be changed and saved again."""
    return AbsenceEntry(
        official=absence.official_id,
        first_day=absence.first_day,
        first_half=Half(absence.first_half),
        last_day=absence.last_day,
        last_half=Half(absence.last_half),
        **{name: getattr(absence, name) for name in _TEXTS},
        id=absence.id,
    )


def _complaints(typed: AbsenceEntry) -> Iterator[str]:
    official = Official.get_by_id(typed.official)
    same = [row.away for row in absences_of(typed.official) if row.id != typed.id]
    yield from rules.complaints(typed.away, same, in_office(official), official.name)


def _unapproved(typed: AbsenceEntry) -> Iterator[str]:
    if not typed.approver.strip():
        people = {row.id: row.name for row in Official.select()}
        for clash in rules.clashes(typed.away, whereabouts(without=typed.id)):
            yield f"{rules.clash_words(clash, people)}两人都不在，须填写批准人才能保存。"
