"""Who is here, away or acts over many half-days, held to a plain count of each half-day."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.rules.kinds import Half
from models.rules.on_duty_board import Line, Seat, acting_half_days, board
from models.rules.pairing import Away, Pair, Span, Standing, Whereabouts, half_day, half_days

YEAR = half_days(date(2026, 1, 1), date(2026, 12, 31))
PEOPLE = range(1, 8)
FALLBACK = 7
CLERK, DEPUTY = 5, 6
OPEN = 10**7

half = st.integers(*YEAR)
day = st.dates(date(2026, 1, 1), date(2026, 12, 31))
spans = st.tuples(half, st.integers(0, 40)).map(lambda pair: (pair[0], pair[0] + pair[1]))
absences = st.lists(
    st.builds(
        lambda who, span, is_open: Away(who, span[0], None if is_open else span[1]),
        st.sampled_from(PEOPLE),
        spans,
        st.integers(0, 9).map(lambda dice: dice == 0),
    ),
    max_size=25,
)


@st.composite
def there(draw: st.DrawFn) -> Whereabouts:
    """Leaders 1 to 4 in up to two pairs, one of which changes in the year, a post, and who is in office."""
    change = draw(day)
    pairs = [Pair(1, 2, None, change), Pair(1, 3, change + timedelta(1), None), Pair(3, 4, None, change)]
    return Whereabouts(
        pairs=draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3)),
        absences=draw(absences),
        in_office=draw(
            st.dictionaries(st.sampled_from(PEOPLE), st.tuples(day, day).map(in_order), max_size=3)
        ),
        fallback=draw(st.sampled_from([None, FALLBACK])),
        posts=[Pair(CLERK, DEPUTY, draw(st.none() | day), None, "出纳")],
    )


def in_order(days: tuple[date, date]) -> tuple[date, date]:
    return min(days), max(days)


def is_away(known: Whereabouts, who: int, half: int) -> bool:
    return any(
        away.official == who and away.first <= half <= (OPEN if away.last is None else away.last)
        for away in known.absences
    )


def serves(known: Whereabouts, who: int, half: int) -> bool:
    first, last = known.in_office.get(who, (date.min, date.max))
    return first <= date.fromordinal(half // 2) <= last


def plainly(known: Whereabouts, who: int, pairs: Iterable[Pair], half: int) -> Standing:
    """Who acts, written down as the design says it."""
    away = is_away(known, who, half)
    if serves(known, who, half) and not away:
        return Standing(away=False, acting=who, clash=False)
    on = date.fromordinal(half // 2)
    partners = [pair.b if pair.a == who else pair.a for pair in pairs if who in pair[:2] and pair.holds(on)]
    partners = [one for one in partners if serves(known, one, half)]
    if partners and not is_away(known, partners[0], half):
        return Standing(away, partners[0], clash=False)
    resort = known.fallback
    able = resort and resort != who and not is_away(known, resort, half) and serves(known, resort, half)
    return Standing(away, resort if able else None, clash=away and bool(partners))


def told(line: Line, half: int) -> Standing:
    standing, _ = line.at(half)
    return standing or Standing(away=False, acting=line.seat.official, clash=False)


@given(there())
def test_every_half_day_of_a_year_is_as_the_plain_definition_says(known: Whereabouts) -> None:
    for line in board(range(1, 5), known, {}, *YEAR):
        pairs = [line.seat.post] if line.seat.post else known.pairs
        for half in range(line.first, line.last + 1):
            assert told(line, half) == plainly(known, line.seat.official, pairs, half)


@given(there())
def test_for_each_place_exactly_one_acts_or_it_is_a_clash_or_nobody_is_paired(known: Whereabouts) -> None:
    for line in board(range(1, 5), known, {}, *YEAR):
        for half in range(line.first, line.last + 1):
            standing, who = told(line, half), line.seat.official
            if standing.acting is not None:
                assert not is_away(known, standing.acting, half)
                assert serves(known, standing.acting, half)
            else:
                on, post = date.fromordinal(half // 2), line.seat.post
                partner = (post.b if post.holds(on) else None) if post else known.partner(who, on)
                is_paired = partner is not None and serves(known, partner, half)
                assert standing.clash or not is_paired or not serves(known, who, half)


@given(there())
def test_a_line_covers_its_time_in_office_and_nothing_else(known: Whereabouts) -> None:
    lines = {line.seat.official: line for line in board(range(1, 5), known, {}, *YEAR)}
    for who in range(1, 5):
        serving = [half for half in range(YEAR[0], YEAR[1] + 1) if serves(known, who, half)]
        assert [lines[who].first, lines[who].last] == [serving[0], serving[-1]]


@given(there())
def test_acting_half_days_are_those_in_which_somebody_acts_for_another(known: Whereabouts) -> None:
    lines = board(range(1, 5), known, {}, *YEAR)
    counted = acting_half_days(lines)
    for who in PEOPLE:
        plain = {
            half
            for line in lines
            for half in range(line.first, line.last + 1)
            if line.seat.official != who and told(line, half).acting == who
        }
        assert counted.get(who, 0) == len(plain)


@given(there(), st.lists(spans, max_size=8))
def test_who_is_away_is_not_out_on_a_trip(known: Whereabouts, trips: list[Span]) -> None:
    for line in board([1], known, {1: sorted(trips)}, *YEAR)[:1]:
        for half in range(line.first, line.last + 1):
            meant = any(first <= half <= last for first, last in trips)
            assert line.at(half)[1] == (meant and not is_away(known, 1, half))


def test_a_week_names_each_stretch_once() -> None:
    monday = half_day(date(2026, 3, 2), Half.AM)
    known = Whereabouts(
        [Pair(1, 2, None, None)], [Away(1, monday, monday + 5), Away(2, monday + 4, monday + 5)], {}
    )
    first, _ = board([1, 2], known, {}, monday, monday + 13)
    assert first.seat == Seat(1)
    assert [(one.first - monday, one.last - monday, one.standing.acting) for one in first.away] == [
        (0, 3, 2),
        (4, 5, None),
    ]
    assert first.away[1].standing.clash


def test_a_leader_who_has_left_has_no_line_and_a_post_is_listed_while_its_pairing_is_valid() -> None:
    known = Whereabouts(
        (),
        (),
        {1: (date(2020, 1, 1), date(2025, 12, 31))},
        None,
        [Pair(3, 4, None, date(2025, 6, 1), "出纳")],
    )
    assert board([1], known, {}, *YEAR) == []
    assert [line.seat.name for line in board([1], known, {}, *half_days(date(2025, 6, 1), None))] == [
        None,
        "出纳",
    ]
