"""Who acts for whom: the partner, then the fallback, and a clash where both of a pair are away."""

from datetime import date

import pytest

from models.rules.kinds import Half
from models.rules.pairing import Away, Pair, Standing, Whereabouts, half_day

A, B, SECRETARY = 1, 2, 9
DAY = date(2026, 3, 5)
MORNING, AFTERNOON = half_day(DAY, Half.AM), half_day(DAY, Half.PM)


def away(who: int, first: int = MORNING, last: int | None = MORNING) -> Away:
    return Away(who, first, last)


def standing(who: int, *absences: Away, pairs: tuple[Pair, ...] = (Pair(A, B, None, None),)) -> Standing:
    return Whereabouts(pairs, absences, {}, SECRETARY).standing(who, MORNING)


def test_who_is_here_acts_himself() -> None:
    assert standing(A, away(B)) == (False, A, False)


def test_the_partner_acts_either_way_round() -> None:
    assert standing(A, away(A)) == (True, B, False)
    assert standing(B, away(B)) == (True, A, False)


def test_an_absence_covers_its_half_days_and_an_open_one_all_after() -> None:
    assert not standing(A, away(A, AFTERNOON, AFTERNOON)).away
    assert standing(A, away(A, MORNING - 20, None)).away


def test_both_away_is_a_clash_and_the_fallback_acts_unless_he_is_away_too() -> None:
    assert standing(A, away(A), away(B)) == (True, SECRETARY, True)
    assert standing(A, away(A), away(B), away(SECRETARY)) == (True, None, True)


def test_without_a_partner_there_is_no_clash() -> None:
    assert standing(A, away(A), pairs=()) == (True, SECRETARY, False)
    assert standing(SECRETARY, away(SECRETARY), pairs=()) == (True, None, False)


@pytest.mark.parametrize("pair", [Pair(A, B, date(2026, 3, 6), None), Pair(A, B, None, date(2026, 3, 4))])
def test_a_pairing_holds_only_while_it_is_valid(pair: Pair) -> None:
    assert standing(A, away(A), pairs=(pair,)).acting == SECRETARY


def test_a_partner_out_of_office_does_not_act() -> None:
    office = {B: (date(2020, 1, 1), date(2026, 3, 4))}
    found = Whereabouts((Pair(A, B, None, None),), (away(A),), office, None).standing(A, MORNING)
    assert found == (True, None, False)
