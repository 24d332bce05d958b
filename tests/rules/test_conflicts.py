"""What is said against an activity on its day: away, busy, both out, a day off, two in one village."""

from datetime import date
from itertools import count

import pytest

from models.rules.conflicts import Conflict, Outing, Surroundings, conflicts, span_words
from models.rules.entry import occupies
from models.rules.kinds import ActivityKind, ActivityState, ConflictKind, Half
from models.rules.pairing import Away, Pair, Whereabouts, half_day

ZHANG, LI, WANG, SECRETARY = 1, 2, 3, 9
PEOPLE = {ZHANG: "张样一", LI: "李样二", WANG: "王样三", SECRETARY: "赵样九"}
PAIRED = (Pair(ZHANG, LI, None, None),)
VILLAGE = {71: "样样村"}
NUMBERS = count(100)


def at(text: str) -> int:
    """The number of a half-day of November 2026: 20am, 20pm."""
    return half_day(date(2026, 11, int(text[:-2])), Half(text[-2:]))


def out(
    span: str,
    *goers: int,
    village: dict[int, str] | None = None,
    words: str = "走访（样样村，HD20260001）",
    key: int | None = None,
) -> Outing:
    """An outing, say 20am-21pm."""
    first, _, last = span.partition("-")
    number = next(NUMBERS) if key is None else key
    return Outing(number, words, goers, at(first), at(last or first), village or {})


def away(who: int, span: str) -> Away:
    first, _, last = span.partition("-")
    return Away(who, at(first), None if last == "?" else at(last or first))


def said(
    meant: Outing, *others: Outing | Away, pairs: tuple[Pair, ...] = (), fallback: int | None = None
) -> list[Conflict]:
    absences = [other for other in others if isinstance(other, Away)]
    outings = [other for other in others if isinstance(other, Outing)]
    around = Surroundings(
        outings,
        Whereabouts(pairs, absences, {}, fallback),
        lambda day: day.weekday() < 5,
        PEOPLE,
    )
    return conflicts(meant, around)


def texts(*arguments: object, **more: object) -> list[str]:
    return [conflict.text for conflict in said(*arguments, **more)]  # type: ignore[arg-type]


# --- nothing in the way


def test_an_empty_friday_has_nothing_against_it() -> None:
    assert said(out("20am", ZHANG)) == []


def test_the_other_half_of_the_day_is_free() -> None:
    assert said(out("20pm", ZHANG), out("20am", ZHANG), away(ZHANG, "19am-20am")) == []


def test_an_activity_is_no_conflict_with_itself() -> None:
    assert said(out("20am", ZHANG, key=5), out("20am-20pm", ZHANG, key=5)) == []


# --- the leader is away


def test_the_leader_is_away_and_somebody_acts_for_him() -> None:
    (conflict,) = said(out("20am-20pm", ZHANG), away(ZHANG, "20pm-21pm"), pairs=PAIRED)
    assert conflict == (ConflictKind.AWAY, "张样一11月20日下午外出，由李样二代行。")


def test_an_open_absence_stands_in_the_way_of_every_later_day() -> None:
    assert texts(out("27am", ZHANG), away(ZHANG, "3am-?")) == ["张样一11月27日上午外出。"]


def test_nobody_minds_that_the_leader_is_away_if_somebody_goes_instead() -> None:
    assert said(out("20am", WANG), away(ZHANG, "20am-20pm"), pairs=PAIRED) == []


# --- two activities in one half-day


def test_two_activities_in_one_half_day_name_the_other_one() -> None:
    (conflict,) = said(out("20am", ZHANG), out("20am-20pm", ZHANG, words="下访听诉（HD20260007）"))
    assert conflict == (ConflictKind.BUSY, "张样一11月20日上午已有下访听诉（HD20260007）。")


def test_each_of_several_goers_is_looked_at() -> None:
    found = texts(out("20am", ZHANG, WANG), out("20am", WANG), away(ZHANG, "20am"))
    assert found == ["张样一11月20日上午外出。", "王样三11月20日上午已有走访（样样村，HD20260001）。"]


# --- both of a pair


def test_the_partner_is_away_too() -> None:
    (conflict,) = said(out("20am", ZHANG), away(LI, "19am-20pm"), pairs=PAIRED)
    assert conflict == (ConflictKind.BOTH_OUT, "张样一的AB角李样二11月20日上午外出，两人都不在岗。")


def test_the_partner_is_out_on_a_trip_in_that_half_day() -> None:
    (text,) = texts(out("20am", LI), out("20am", ZHANG), pairs=PAIRED)
    assert text == "李样二的AB角张样一11月20日上午有走访（样样村，HD20260001），两人都不在岗。"
    assert said(out("20pm", LI), out("20am", ZHANG), pairs=PAIRED) == []


def test_both_of_a_pair_on_one_trip_leave_nobody_behind() -> None:
    assert texts(out("20am", ZHANG, LI), pairs=PAIRED) == ["张样一与AB角李样二同去，两人都不在岗。"]


def test_the_partner_goes_instead_and_the_leader_stays() -> None:
    assert said(out("20am", LI), pairs=PAIRED) == []


def test_a_pairing_that_has_ended_binds_nobody() -> None:
    ended = (Pair(ZHANG, LI, None, date(2026, 11, 19)),)
    assert said(out("20am", ZHANG), away(LI, "20am"), pairs=ended) == []


# --- days off


def test_a_single_day_off_is_named_with_its_weekday() -> None:
    (conflict,) = said(out("21am", ZHANG))
    assert conflict == (ConflictKind.DAY_OFF, "11月21日（星期六）是休息日。")


def test_days_off_of_a_long_trip_are_named_in_runs() -> None:
    assert texts(out("20am-30pm", ZHANG)) == ["11月21日至22日是休息日。", "11月28日至29日是休息日。"]


# --- two leaders in one village


def test_another_leader_goes_to_the_same_village_that_day_even_in_the_other_half() -> None:
    there = out("20pm", WANG, village=VILLAGE)
    (conflict,) = said(out("20am", ZHANG, village=VILLAGE), there)
    assert conflict == (
        ConflictKind.SAME_VILLAGE,
        "11月20日王样三也到样样村：走访（样样村，HD20260001）。",
    )


def test_the_same_leader_or_another_village_or_another_day_is_no_matter() -> None:
    meant = out("20am", ZHANG, village=VILLAGE)
    assert said(meant, out("20pm", ZHANG, village=VILLAGE)) == []
    assert said(meant, out("20pm", WANG, village={72: "别样村"})) == []
    assert said(meant, out("19pm", WANG, village=VILLAGE)) == []


def test_a_meeting_of_several_days_is_told_once() -> None:
    meant = out("18am-20pm", ZHANG, village=VILLAGE)
    assert len(texts(meant, out("18am-20pm", WANG, village=VILLAGE))) == 1


# --- together


def test_the_gravest_comes_first() -> None:
    kinds = [
        conflict.kind
        for conflict in said(
            out("21am", ZHANG, village=VILLAGE),
            out("21am", WANG, village=VILLAGE),
            out("21am", ZHANG),
            away(ZHANG, "21am"),
            away(LI, "21am"),
            pairs=PAIRED,
        )
    ]
    assert kinds == list(ConflictKind)


@pytest.mark.parametrize(
    ("kind", "state", "takes_time"),
    [
        (ActivityKind.VISIT, ActivityState.PLANNED, True),
        (ActivityKind.POINT_MEETING, ActivityState.DONE, True),
        (ActivityKind.REPORT, ActivityState.PLANNED, False),
        (ActivityKind.VISIT, ActivityState.POSTPONED, False),
        (ActivityKind.VISIT, ActivityState.CANCELLED, False),
    ],
)
def test_reports_and_what_is_put_off_or_cancelled_occupy_nobody(
    kind: ActivityKind, state: ActivityState, takes_time: bool
) -> None:
    assert occupies(kind, state) is takes_time


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("20am", "20pm", "11月20日"),
        ("20pm", "20pm", "11月20日下午"),
        ("20am", "22pm", "11月20日至22日"),
        ("20pm", "22am", "11月20日下午至22日上午"),
        ("20am", "22am", "11月20日上午至22日上午"),
    ],
)
def test_half_days_are_told_as_short_as_they_can_be(first: str, last: str, words: str) -> None:
    assert span_words(at(first), at(last)) == words


def test_a_span_over_the_turn_of_the_year_names_both_months() -> None:
    first, last = half_day(date(2026, 12, 31), Half.PM), half_day(date(2027, 1, 2), Half.AM)
    assert span_words(first, last) == "12月31日下午至1月2日上午"
