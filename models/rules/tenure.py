"""任职起止 and 班子成员: what somebody is entered for that they do not go with; it has to be mended first."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from models.rules.calendar import chinese_date
from models.rules.chains import faults, is_of_leaders
from models.rules.pairing import Away, Pair, day_and_half
from models.rules.problem import Fault


def stranded(office: tuple[date, date], absences: Iterable[Away], pairs: Iterable[Pair]) -> Iterator[Fault]:
    """Why these cannot be his days in office, seen his absences and the pairings he is in.

    Each complaint is about `office_from` or `office_to`. A pairing needs a day in common, an absence lies
    within; of an open one only its beginning is known.
    """
    first, last = office
    yield from _absences(first, last, list(absences))
    for pair in pairs:
        early, late = (pair.last_day or date.max) < first, (pair.first_day or date.min) > last
        if early or late:
            field = "office_from" if early else "office_to"
            yield Fault(field, "有一对AB角不在任职起止之间，请先在“AB角”页修改。")
            return


def displaced(
    official: int, pairs: Collection[Pair], members: Collection[int], people: Mapping[int, str]
) -> Iterator[Fault]:
    """Why he cannot become one of the leadership `members`, or cannot leave them if he is none of these.

    It makes pairs of leaders of posts, or the other way round, and these may not stand beside the others.
    """
    before = set(members) ^ {official}
    becomes = "成为班子成员" if official in members else "不再是班子成员"
    for meant in pairs:
        other = meant.other(official)
        if other is not None and is_of_leaders(meant, before) != is_of_leaders(meant, members):
            others = (pair for pair in pairs if pair != meant)
            for fault in faults(meant, others, members, {}, people):
                yield Fault("is_member", f"{becomes}以后，与{people[other]}的AB角不能保留：{fault.words}")


def _absences(first: date, last: date, absences: list[Away]) -> Iterator[Fault]:
    if not absences:
        return
    begin = min(_day(away.first) for away in absences)
    end = max(_day(away.first if away.last is None else away.last) for away in absences)
    if begin < first:
        words = f"任职起晚于已登记的外出（{chinese_date(begin)}），请先修改那次外出。"
        yield Fault("office_from", words)
    if end > last:
        yield Fault("office_to", f"任职止早于已登记的外出（{chinese_date(end)}），请先修改那次外出。")


def _day(half: int) -> date:
    return day_and_half(half)[0]
