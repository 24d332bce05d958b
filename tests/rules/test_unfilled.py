"""缺岗与冲突: each half-day without A and B or without anybody is told, once, in words with days."""

from collections import Counter
from datetime import date

from hypothesis import given

from models.rules.kinds import Half
from models.rules.on_duty_board import Seat, board
from models.rules.pairing import Away, Pair, Whereabouts, half_day, half_days
from models.rules.unfilled import Unfilled, unfilled
from tests.rules.test_on_duty_board import YEAR, plainly, there

NAMES = {1: "张样一", 2: "李样二", 3: "陈样三", 4: "刘样四", 9: "吴样九"}
ZHANG, LI, CHEN, LIU, WU = NAMES
WEEK = half_days(date(2026, 11, 23), date(2026, 11, 29))


def away(who: int, first: int, last: int | None, half: Half = Half.AM) -> Away:
    """From that day of November to the other, or open."""
    end = None if last is None else half_day(date(2026, 11, last), Half.PM)
    return Away(who, half_day(date(2026, 11, first), half), end)


def told(known: Whereabouts, *members: int, days: tuple[int, int] = WEEK) -> list[str]:
    return [one.words(NAMES) for one in unfilled(board(members, known, {}, *days), known)]


# --- every half-day


@given(there())
def test_what_is_told_of_a_year_is_what_each_half_day_plainly_is(known: Whereabouts) -> None:
    lines = board(range(1, 5), known, {}, *YEAR)
    found = unfilled(lines, known)
    for line in lines:
        pairs = [line.seat.post] if line.seat.post else known.pairs
        for half in range(line.first, line.last + 1):
            standing = plainly(known, line.seat.official, pairs, half)
            about = [one for one in found if covers(one, half) and is_about(one, line.seat)]
            is_bad = standing.clash or standing.acting is None
            assert [one.standing for one in about] == ([standing] if is_bad else [])


def covers(one: Unfilled, half: int) -> bool:
    return one.first <= half and (one.last is None or half <= one.last)


def is_about(one: Unfilled, seat: Seat) -> bool:
    both = {one.seat.official, one.other if one.standing.clash else None}
    return one.seat.post == seat.post and seat.official in both


@given(there())
def test_nothing_is_told_twice(known: Whereabouts) -> None:
    found = unfilled(board(range(1, 5), known, {}, *YEAR), known)
    counted = Counter(one.words(dict.fromkeys(range(10), "样")) + str(sorted(who(one))) for one in found)
    assert set(counted.values()) <= {1}


def who(one: Unfilled) -> set[int]:
    return {one.seat.official, one.other or 0}


# --- in words


def test_both_of_a_pair_away_are_told_once_with_who_acts_instead() -> None:
    known = Whereabouts(
        [Pair(ZHANG, LI, None, None)], [away(ZHANG, 20, 26), away(LI, 24, 25, Half.PM)], {}, WU
    )
    assert told(known, ZHANG, LI) == ["11月24日下午至25日下午张样一、李样二AB角都外出，由吴样九代行。"]


def test_who_has_nobody_is_told_with_the_reason() -> None:
    left = {LIU: (date(2020, 1, 1), date(2026, 6, 30))}
    known = Whereabouts([Pair(CHEN, LIU, None, None)], [away(ZHANG, 24, 24), away(CHEN, 25, None)], left)
    assert told(known, ZHANG, CHEN) == [
        "11月24日张样一外出，没有AB角，无人代行。",
        "11月25日起陈样三外出，AB角刘样四不在任，无人代行。",
    ]


def test_somebody_without_a_partner_whose_place_is_filled_is_not_told() -> None:
    assert told(Whereabouts((), [away(ZHANG, 24, 24)], {}, WU), ZHANG) == []


def test_a_post_is_told_by_its_name() -> None:
    post = Pair(CHEN, LIU, None, None, "出纳")
    both = Whereabouts((), [away(CHEN, 24, 25), away(LIU, 25, 26)], {}, None, [post])
    assert told(both) == ["11月25日陈样三、刘样四（出纳）AB角都外出，无人代行。"]
    left = {CHEN: (date(2020, 1, 1), date(2026, 11, 24))}
    vacant = Whereabouts((), [away(LIU, 25, 26)], left, None, [post])
    assert told(vacant) == ["11月25日至26日陈样三（出纳）不在任，B角刘样四不在岗，无人代行。"]


def test_what_began_before_and_ends_later_is_told_whole_and_what_lies_outside_is_not() -> None:
    absences = [away(ZHANG, 20, 30), away(LI, 21, 30), away(CHEN, 10, 12)]
    known = Whereabouts([Pair(ZHANG, LI, None, None)], absences, {})
    assert told(known, ZHANG, LI, CHEN) == ["11月21日至30日张样一、李样二AB角都外出，无人代行。"]


def test_another_partner_in_the_middle_is_named_from_then_on() -> None:
    pairs = [Pair(ZHANG, LI, None, date(2026, 11, 24)), Pair(CHEN, ZHANG, date(2026, 11, 25), None)]
    known = Whereabouts(pairs, [away(one, 23, 26) for one in (ZHANG, LI, CHEN)], {}, WU)
    assert told(known, ZHANG) == [
        "11月23日至24日张样一、李样二AB角都外出，由吴样九代行。",
        "11月25日至26日张样一、陈样三AB角都外出，由吴样九代行。",
    ]
