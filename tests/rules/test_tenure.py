"""What somebody is entered for outside of his days in office."""

from datetime import date

import pytest

from models.rules.kinds import Half
from models.rules.pairing import Away, Pair, half_day
from models.rules.tenure import displaced, stranded

ZHANG, LI, CHEN = 1, 2, 3
PEOPLE = {ZHANG: "张样一", LI: "李样二", CHEN: "陈样三"}
MARCH, JUNE = date(2026, 3, 1), date(2026, 6, 30)


def away(first: date, last: date | None) -> Away:
    return Away(ZHANG, half_day(first, Half.AM), last and half_day(last, Half.PM))


def said(*absences: Away, pairs: tuple[Pair, ...] = ()) -> list[tuple[str, str]]:
    return [(fault.field, fault.words) for fault in stranded((MARCH, JUNE), absences, pairs)]


def test_what_lies_within_is_not_stranded() -> None:
    pairs = (Pair(ZHANG, LI, None, None), Pair(ZHANG, LI, JUNE, None), Pair(LI, ZHANG, None, MARCH))
    assert said(away(MARCH, JUNE), away(JUNE, None), pairs=pairs) == []
    assert said() == []


def test_the_first_absence_before_and_the_last_one_after_are_named() -> None:
    assert said(away(date(2026, 2, 2), MARCH), away(date(2026, 1, 5), MARCH)) == [
        ("office_from", "任职起晚于已登记的外出（2026年1月5日），请先修改那次外出。")
    ]
    assert said(away(JUNE, date(2026, 7, 1)), away(MARCH, MARCH)) == [
        ("office_to", "任职止早于已登记的外出（2026年7月1日），请先修改那次外出。")
    ]


@pytest.mark.parametrize(
    ("pair", "field"),
    [
        (Pair(ZHANG, LI, None, date(2026, 2, 28)), "office_from"),
        (Pair(LI, ZHANG, date(2026, 7, 1), None), "office_to"),
    ],
)
def test_a_pairing_without_a_day_in_common_is_stranded(pair: Pair, field: str) -> None:
    assert said(pairs=(pair,)) == [(field, "有一对AB角不在任职起止之间，请先在“AB角”页修改。")]


def test_whose_post_would_become_a_second_pair_of_leaders_cannot_join_the_leadership() -> None:
    pairs = [Pair(ZHANG, LI, None, None), Pair(ZHANG, CHEN, MARCH, None, "办公室主任")]
    members = (ZHANG, LI, CHEN)
    ((field, words),) = displaced(CHEN, pairs, members, PEOPLE)
    assert field == "is_member"
    assert words.startswith("成为班子成员以后，与张样一的AB角不能保留：张样一已在张样一、李样二这一对AB角中")
    pairs[0] = Pair(ZHANG, LI, None, date(2026, 2, 28))
    assert list(displaced(CHEN, pairs, members, PEOPLE)) == []
    assert list(displaced(CHEN, pairs[1:], (LI, CHEN), PEOPLE)) == []


def test_whose_pair_would_become_a_second_stand_in_of_a_post_cannot_leave_the_leadership() -> None:
    pairs = [Pair(ZHANG, LI, None, None, "出纳"), Pair(ZHANG, CHEN, None, None, "出纳")]
    ((_, words),) = displaced(LI, pairs, (ZHANG,), PEOPLE)
    assert words == "不再是班子成员以后，与张样一的AB角不能保留：张样一的岗位“出纳”已有B角陈样三。"
    assert list(displaced(LI, [Pair(ZHANG, LI, None, None), pairs[1]], (ZHANG,), PEOPLE)) == []
