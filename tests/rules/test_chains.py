"""Which pairings may stand beside each other, and the reason where one may not."""

from datetime import date

import pytest

from models.rules.chains import complaints, faults, is_of_leaders
from models.rules.pairing import Pair

ZHANG, LI, WANG, CHEN, LIU = 1, 2, 3, 4, 5
PEOPLE = {ZHANG: "张样一", LI: "李样二", WANG: "王样三", CHEN: "陈样四", LIU: "刘样五"}
LEADERS = (ZHANG, LI, WANG)
JUNE, JULY = date(2026, 6, 30), date(2026, 7, 1)


def said(meant: Pair, *others: Pair, office: dict[int, tuple[date, date]] | None = None) -> str:
    return "".join(complaints(meant, others, LEADERS, office or {}, PEOPLE))


def test_two_leaders_may_be_paired_and_a_post_may_have_a_stand_in() -> None:
    assert said(Pair(ZHANG, LI, None, None)) == ""
    assert said(Pair(CHEN, LIU, None, None, "出纳")) == ""
    assert said(Pair(ZHANG, CHEN, None, None, "办公室主任")) == ""


def test_nobody_stands_in_for_himself() -> None:
    assert "同一人" in said(Pair(ZHANG, ZHANG, None, None))


def test_an_end_before_the_start_is_no_time() -> None:
    assert "早于" in said(Pair(ZHANG, LI, JULY, JUNE))


def test_three_leaders_in_a_chain_are_refused_with_the_pair_that_is_there() -> None:
    there = Pair(ZHANG, LI, date(2026, 1, 1), None)
    assert said(Pair(LI, WANG, None, None), there) == (
        "李样二自2026年1月1日起已在张样一、李样二这一对AB角中，不能同时与别人互为AB角。请先终止那一对。"
    )


@pytest.mark.parametrize("twice", [Pair(ZHANG, LI, None, None), Pair(LI, ZHANG, JULY, None, "市政府领导")])
def test_the_same_pair_twice_is_refused_either_way_round(twice: Pair) -> None:
    assert "已互为AB角" in said(twice, Pair(ZHANG, LI, None, None))


def test_one_pair_may_follow_another() -> None:
    assert said(Pair(LI, WANG, JULY, None), Pair(ZHANG, LI, None, JUNE)) == ""


def test_a_department_person_may_stand_in_for_several_posts() -> None:
    there = Pair(CHEN, LIU, None, None, "出纳")
    assert said(Pair(ZHANG, LIU, None, None, "会计"), there) == ""
    assert said(Pair(LIU, CHEN, None, None, "会计"), there) == ""


@pytest.mark.parametrize(
    ("pair", "word"),
    [
        (Pair(CHEN, WANG, None, None, "出 纳"), "已有B角刘样五"),
        (Pair(LIU, WANG, None, None, "出纳"), "连环"),
        (Pair(WANG, CHEN, None, None, "出纳"), "连环"),
    ],
)
def test_one_post_has_one_stand_in_and_no_chain(pair: Pair, word: str) -> None:
    assert word in said(pair, Pair(CHEN, LIU, None, None, "出纳"))


def test_whoever_is_no_leader_needs_a_post() -> None:
    assert "请填写岗位" in said(Pair(ZHANG, CHEN, None, None))


def test_both_must_be_in_office_some_time_of_it() -> None:
    office = {LI: (date(2020, 1, 1), JUNE)}
    assert said(Pair(ZHANG, LI, date(2026, 6, 1), None), office=office) == ""
    assert (
        said(Pair(ZHANG, LI, JULY, None), office=office) == "B角李样二任职到2026年6月30日为止，不在这段时间。"
    )
    assert "才任职" in said(Pair(ZHANG, LI, None, JUNE), office={LI: (JULY, date.max)})


@pytest.mark.parametrize(
    ("pair", "field"),
    [
        (Pair(ZHANG, ZHANG, None, None), "b"),
        (Pair(ZHANG, LI, JULY, JUNE), "last_day"),
        (Pair(WANG, LI, None, None), "b"),
        (Pair(LI, WANG, None, None), "a"),
        (Pair(LI, ZHANG, None, None), "first_day"),
        (Pair(ZHANG, CHEN, None, None), "post"),
        (Pair(CHEN, WANG, None, None, "出纳"), "post"),
        (Pair(WANG, CHEN, None, None, "出纳"), "b"),
        (Pair(LIU, WANG, None, None, "出纳"), "a"),
    ],
)
def test_each_complaint_says_which_field_stands_in_the_way(pair: Pair, field: str) -> None:
    others = [Pair(ZHANG, LI, None, None), Pair(CHEN, LIU, None, None, "出纳")]
    assert [fault.field for fault in faults(pair, others, LEADERS, {}, PEOPLE)] == [field]


def test_a_pairing_that_names_no_post_is_of_leaders_though_one_left_the_leadership() -> None:
    assert is_of_leaders(Pair(ZHANG, CHEN, None, None), LEADERS)
    assert is_of_leaders(Pair(ZHANG, LI, None, None, "市政府领导"), LEADERS)
    assert not is_of_leaders(Pair(ZHANG, CHEN, None, None, "出纳"), LEADERS)
