"""Pairings: which are of leaders, and how they are entered, replaced, ended and deleted."""

from datetime import date

import pytest

from models.official import Official, next_rank, save_official
from models.pairing import (
    Pairing,
    delete_pairing,
    end_pairing,
    pairings,
    replace_pairing,
    save_pairing,
)
from models.rules.problem import Problem
from models.undo import last_action, undo
from models.whereabouts import whereabouts
from models.writing import Topic, writing
from tests.models.made_up import a_leader, day

pytestmark = pytest.mark.usefixtures("office")


def paired(a: Official, b: Official, post: str) -> None:
    with writing("AB角", Topic.PAIRING):
        Pairing.create(a=a, b=b, post=post)


def test_two_leaders_stand_in_for_each_other_whatever_post_the_pairing_names() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    paired(zhang, li, "市政府领导")
    assert whereabouts().partner(zhang.id, day(5, 6)) == li.id
    assert whereabouts().partner(li.id, day(5, 6)) == zhang.id


def test_a_pairing_with_somebody_outside_the_leadership_is_for_a_post() -> None:
    zhang = a_leader("张样一")
    clerk = save_official(Official(name="陈样三", rank=next_rank(), is_member=False))
    paired(zhang, clerk, "办公室主任")
    assert whereabouts().partner(zhang.id, day(5, 6)) is None


def test_a_stand_in_joins_the_leadership_only_where_that_makes_no_second_pair() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    clerk = save_official(Official(name="陈样三", rank=next_rank(), is_member=False))
    save_pairing(Pairing(a=zhang, b=clerk, post="办公室主任"))
    kept = save_pairing(Pairing(a=zhang, b=li))
    clerk.is_member = True
    with pytest.raises(Problem, match="成为班子成员以后，与张样一的AB角不能保留"):
        save_official(clerk)
    delete_pairing(kept)
    save_official(clerk)
    assert whereabouts().partner(zhang.id, day(5, 6)) == clerk.id


def test_a_pairing_is_kept_and_a_chain_is_refused() -> None:
    zhang, li, wang = a_leader("张样一"), a_leader("李样二"), a_leader("王样三")
    kept = save_pairing(Pairing(a=zhang, b=li, first_day=day(1, 1), document="样〔2026〕1号"))
    with pytest.raises(Problem, match="李样二自2026年1月1日起已在张样一、李样二这一对AB角中"):
        save_pairing(Pairing(a=li, b=wang))
    kept.excluded = "人事任免"
    save_pairing(kept)
    assert [(row.a.name, row.b.name, row.excluded) for row in pairings()] == [
        ("张样一", "李样二", "人事任免")
    ]


def test_a_replaced_partner_stays_in_the_history() -> None:
    zhang, li, wang = a_leader("张样一"), a_leader("李样二"), a_leader("王样三")
    old = save_pairing(Pairing(a=zhang, b=li, first_day=day(1, 1)))
    replace_pairing(old, Pairing(a=zhang, b=wang), day(7, 1))
    assert [(row.b.name, row.first_day, row.last_day) for row in pairings()] == [
        ("李样二", day(1, 1), day(6, 30)),
        ("王样三", day(7, 1), None),
    ]
    assert whereabouts().partner(zhang.id, day(6, 30)) == li.id
    assert whereabouts().partner(zhang.id, day(7, 1)) == wang.id
    undo(last_action() or pytest.fail("nothing to undo"))
    assert [(row.b.name, row.last_day) for row in pairings()] == [("李样二", None)]


def test_another_partner_holds_as_long_as_the_first_would_have() -> None:
    zhang, li, wang = a_leader("张样一"), a_leader("李样二"), a_leader("王样三")
    old = save_pairing(Pairing(a=zhang, b=li, last_day=day(9, 30)))
    save_pairing(Pairing(a=zhang, b=li, first_day=day(10, 1)))
    assert replace_pairing(old, Pairing(a=zhang, b=wang), day(7, 1)).last_day == day(9, 30)


def test_nobody_is_replaced_before_he_is_in_office() -> None:
    zhang, li, wang = a_leader("张样一"), a_leader("李样二", office_from=day(7, 1)), a_leader("王样三")
    old = save_pairing(Pairing(a=zhang, b=li))
    with pytest.raises(Problem, match="B角李样二2026年7月1日才任职"):
        replace_pairing(old, Pairing(a=zhang, b=wang), day(6, 1))
    assert [row.last_day for row in pairings()] == [None]


@pytest.mark.parametrize("when", [day(1, 1), day(12, 31, 2025)])
def test_nobody_is_replaced_from_the_first_day_or_before(when: date) -> None:
    zhang, li, wang = a_leader("张样一"), a_leader("李样二"), a_leader("王样三")
    old = save_pairing(Pairing(a=zhang, b=li, first_day=day(1, 1)))
    with pytest.raises(Problem, match="更换日期"):
        replace_pairing(old, Pairing(a=zhang, b=wang), when)
    assert len(pairings()) == 1


def test_a_pairing_ends_with_a_day_and_what_never_was_is_deleted() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    kept = save_pairing(Pairing(a=zhang, b=li, first_day=day(1, 1)))
    end_pairing(kept, day(6, 30))
    assert pairings()[0].last_day == day(6, 30)
    with pytest.raises(Problem, match="早于起始日期"):
        end_pairing(kept, day(12, 31, 2025))
    delete_pairing(kept)
    assert pairings() == []


def test_nobody_is_paired_with_who_was_taken_back() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    undo(last_action() or pytest.fail("nothing to undo"))
    with pytest.raises(Problem, match="已经不在了"):
        save_pairing(Pairing(a=zhang, b=li))
