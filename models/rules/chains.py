"""AB角: which pairings may stand beside each other (plan item 7; design/counting, "Who acts").

Nobody is in two pairings of leaders at once and nobody acts for somebody who acts for a third: chains are
refused. A person of a department may stand in for several posts.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from models.rules.calendar import chinese_date
from models.rules.names import name_key
from models.rules.pairing import Away, Pair, Whereabouts
from models.rules.problem import Fault

Office = Mapping[int, tuple[date, date]]
"""First and last day in office of each official."""


def complaints(
    meant: Pair, others: Iterable[Pair], members: Collection[int], office: Office, people: Mapping[int, str]
) -> Iterator[str]:
    """What is wrong with a pairing among the others there are; nothing if it may be kept.

    `members` are the leadership members: two of them are a pair of leaders, any other pairing is for a post.
    """
    return (fault.words for fault in faults(meant, others, members, office, people))


def faults(
    meant: Pair, others: Iterable[Pair], members: Collection[int], office: Office, people: Mapping[int, str]
) -> Iterator[Fault]:
    """The same complaints, each with the field of Pair it is about."""
    impossible = list(_impossible(meant))
    yield from impossible or _not_serving(meant, office, people)
    if impossible:
        return
    if _are_members(meant, members):
        yield from _second_pairs(meant, _pairs_beside(meant, others, members), people)
    elif not meant.post:
        yield Fault("post", "请填写岗位：不是两位班子成员互为AB角的，要写明是哪个岗位。")
    else:
        posts = (each for each in others if not is_of_leaders(each, members) and _same_post(meant, each))
        yield from _second_of_post(meant, [each for each in posts if _at_once(meant, each)], people)


def mutual_faults(
    meant: Pair, others: Iterable[Pair], members: Collection[int], office: Office, people: Mapping[int, str]
) -> Iterator[Fault]:
    """The same of two who are said to act for each other, whether both are members today or not."""
    impossible = list(_impossible(meant))
    yield from impossible or _not_serving(meant, office, people)
    if not impossible:
        yield from _second_pairs(meant, _pairs_beside(meant, others, members), people)


def is_of_leaders(pair: Pair, members: Collection[int]) -> bool:
    """Whether the two act for each other: two members, whatever post is named, or a pair that names none."""
    return not pair.post or _are_members(pair, members)


def known_whereabouts(
    pairings: Collection[Pair],
    members: Collection[int],
    absences: Sequence[Away],
    office: Office,
    fallback: int | None,
) -> Whereabouts:
    """Who is away and who acts, out of all pairings there are, of leaders and of posts."""
    return Whereabouts(
        pairs=[pair for pair in pairings if is_of_leaders(pair, members)],
        absences=absences,
        in_office=office,
        fallback=fallback,
        posts=[pair for pair in pairings if not is_of_leaders(pair, members)],
    )


def _impossible(meant: Pair) -> Iterator[Fault]:
    """Why two or their days make no pairing at all."""
    if meant.a == meant.b:
        yield Fault("b", "A角和B角不能是同一人。")
    elif _begin(meant) > _end(meant):
        yield Fault("last_day", "终止日期早于起始日期。")


def _pairs_beside(meant: Pair, others: Iterable[Pair], members: Collection[int]) -> list[Pair]:
    """The pairs of leaders at the same time."""
    return [other for other in others if _at_once(meant, other) and is_of_leaders(other, members)]


def _are_members(pair: Pair, members: Collection[int]) -> bool:
    return pair.a in members and pair.b in members


def _second_pairs(meant: Pair, among: Iterable[Pair], people: Mapping[int, str]) -> Iterator[Fault]:
    for other in among:
        both = {meant.a, meant.b} & {other.a, other.b}
        a, b = people[other.a], people[other.b]
        if len(both) == 2:
            yield Fault("first_day", f"{a}和{b}{_when(other)}已互为AB角。")
        elif both:
            twice = both.pop()
            words = f"{people[twice]}{_when(other)}已在{a}、{b}这一对AB角中，不能同时与别人互为AB角。"
            yield Fault("a" if twice == meant.a else "b", f"{words}请先终止那一对。")


def _second_of_post(meant: Pair, among: Iterable[Pair], people: Mapping[int, str]) -> Iterator[Fault]:
    for other in among:
        post, when = f"岗位“{other.post}”", _when(other)
        if other.a == meant.a:
            yield Fault("post", f"{people[other.a]}的{post}{when}已有B角{people[other.b]}。")
        elif other.a == meant.b:
            yield Fault("b", f"{post}{when}由{people[meant.b]}作A角，不能再作B角，以免三人连环。")
        elif other.b == meant.a:
            words = f"{post}{when}由{people[meant.a]}作{people[other.a]}的B角，不能再作A角，以免三人连环。"
            yield Fault("a", words)


def _not_serving(meant: Pair, office: Office, people: Mapping[int, str]) -> Iterator[Fault]:
    for field, role, who in (("a", "A角", meant.a), ("b", "B角", meant.b)):
        first, last = office.get(who, (date.min, date.max))
        if first > _end(meant):
            yield Fault(field, f"{role}{people[who]}{chinese_date(first)}才任职，不在这段时间。")
        elif last < _begin(meant):
            yield Fault(field, f"{role}{people[who]}任职到{chinese_date(last)}为止，不在这段时间。")


def _same_post(one: Pair, other: Pair) -> bool:
    return name_key(one.post) == name_key(other.post)


def _at_once(one: Pair, other: Pair) -> bool:
    return _begin(one) <= _end(other) and _begin(other) <= _end(one)


def _begin(pair: Pair) -> date:
    return pair.first_day or date.min


def _end(pair: Pair) -> date:
    return pair.last_day or date.max


def _when(pair: Pair) -> str:
    """自2026年1月1日起, 到2026年6月30日为止; nothing where it has neither end."""
    first = f"自{chinese_date(pair.first_day)}起" if pair.first_day else ""
    last = f"到{chinese_date(pair.last_day)}为止" if pair.last_day else ""
    return "，".join(filter(None, (first, last)))
