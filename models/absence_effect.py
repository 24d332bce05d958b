"""外出的影响: the planned activities an absence hits, and what is to become of each (plan item 7)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.activity import Activity, ActivityEntry, read_entry, save_activity
from models.agenda import Entry, agenda, moved
from models.rules.calendar import YEARS
from models.rules.conflicts import span_words
from models.rules.entry import occupies
from models.rules.kinds import ActivityState, Deed, Half
from models.rules.pairing import Away, Whereabouts, half_day
from models.rules.problem import Problem

_FAR = date(YEARS[-1], 12, 31)


@dataclass(frozen=True, slots=True)
class Hit:
    """A planned activity somebody would be away from; `acting` may go instead, None if nobody can."""

    entry: Entry
    deeds: tuple[Deed, ...]
    acting: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to become of an activity that was hit; a new day, and the half of it if given, to move it."""

    deed: Deed
    day: date | None = None
    half: Half | None = None


def hits(meant: Away, there: Whereabouts) -> list[Hit]:
    """What is planned of somebody's trips while he would be away, in the order of days.

    `there` does not know of the absence yet, or of another form of it.
    """
    known = replace(there, absences=[*there.absences, meant])
    last = _FAR if meant.last is None else date.fromordinal(meant.last // 2)
    entries = agenda(date.fromordinal(meant.first // 2), last).entries
    return [_hit(entry, meant, known) for entry in entries if _is_hit(entry, meant)]


def carry_out(answers: Mapping[int, Answer], meant: Away, there: Whereabouts, today: date) -> None:
    """Do with each activity (by id) what was answered, inside the caller's `writing`.

    Raises Problem, and then the whole action is off: if an activity was not hit, cannot be handed over, or
    would be moved to where he is still away.
    """
    found = {hit.entry.id: hit for hit in hits(meant, there)}
    complaints = [
        text for number, answer in answers.items() for text in _wrong(found.get(number), answer, meant)
    ]
    if complaints:
        raise Problem(*complaints)
    for number, answer in answers.items():
        if answer.deed != Deed.KEEP:
            save_activity(after(found[number], answer, meant.official), today)


def after(hit: Hit, answer: Answer, official: int) -> ActivityEntry:
    """The activity as it would be once it is answered for somebody who is away."""
    typed = read_entry(Activity.get_by_id(hit.entry.id))
    match answer.deed:
        case Deed.MOVE if answer.day:
            return moved(typed, answer.day, answer.half)
        case Deed.HAND_OVER if hit.acting is not None:
            return replace(typed, stand_ins=[hit.acting])
        case Deed.STAY_BACK:
            return replace(
                typed, leaders=_others(typed.leaders, official), stand_ins=_others(typed.stand_ins, official)
            )
        case Deed.CANCEL:
            return replace(typed, state=ActivityState.CANCELLED)
    return typed


def _is_hit(entry: Entry, meant: Away) -> bool:
    planned = entry.state == ActivityState.PLANNED and occupies(entry.kind, entry.state)
    first, last = meant.span
    return planned and meant.official in entry.goers and entry.first <= last and entry.last >= first


def _hit(entry: Entry, meant: Away, known: Whereabouts) -> Hit:
    acting = known.standing(meant.official, max(entry.first, meant.first)).acting
    alone = entry.goers == (meant.official,)
    able = acting is not None and acting not in entry.leaders and acting not in entry.goers
    deeds = [Deed.KEEP, Deed.MOVE]
    if alone and able:
        deeds.append(Deed.HAND_OVER)
    if not alone:
        deeds.append(Deed.STAY_BACK)
    return Hit(entry, (*deeds, Deed.CANCEL), acting if able else None)


def _wrong(hit: Hit | None, answer: Answer, meant: Away) -> Iterator[str]:
    if hit is None:
        yield "安排已经有了变化，请重新打开再填。"
    elif answer.deed not in hit.deeds:
        yield f"{hit.entry.number}没有人可以代去。"
    elif answer.deed == Deed.MOVE:
        yield from _wrong_day(hit, answer, meant)


def _wrong_day(hit: Hit, answer: Answer, meant: Away) -> Iterator[str]:
    if answer.day is None:
        yield f"请填写{span_words(hit.entry.first, hit.entry.last)}的安排改到哪一天。"
        return
    first = half_day(answer.day, answer.half or hit.entry.first_half)
    begin, end = meant.span
    if first <= end and first + hit.entry.last - hit.entry.first >= begin:
        yield f"{hit.entry.number}改到的日子仍在外出期间。"


def _others(people: Iterable[int], official: int) -> list[int]:
    return [one for one in people if one != official]
