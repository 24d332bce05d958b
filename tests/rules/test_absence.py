"""Whether an absence may be kept, and where it would leave neither A nor B."""

from datetime import date

from models.rules.absence import (
    clash_words,
    clashes,
    complaints,
    faults,
    handed_over,
    return_complaints,
)
from models.rules.kinds import Half
from models.rules.pairing import Away, Pair, Whereabouts, half_day

ZHANG, LI, CHEN, LIU, WU = 1, 2, 3, 4, 9
PEOPLE = {ZHANG: "张样一", LI: "李样二", CHEN: "陈样四", LIU: "刘样五", WU: "吴样九"}
ALWAYS = (date.min, date.max)


def half(day: int, which: Half = Half.AM) -> int:
    return half_day(date(2026, 11, day), which)


def away(first: int, last: int | None, who: int = ZHANG) -> Away:
    return Away(who, half(first), None if last is None else half(last, Half.PM))


def said(meant: Away, *same: Away, office: tuple[date, date] = ALWAYS) -> str:
    return "".join(complaints(meant, same, office, "张样一"))


def test_days_in_office_with_nothing_beside_them_may_be_kept() -> None:
    assert said(away(20, 22), away(17, 19), away(23, None)) == ""


def test_a_reversed_half_day_is_no_time() -> None:
    assert "早于" in said(Away(ZHANG, half(20, Half.PM), half(20)))


def test_an_absence_beside_another_of_the_same_days_is_refused_with_its_days() -> None:
    assert said(away(20, 22), away(22, 25)) == (
        "张样一11月22日至25日已登记外出，时间重叠。请修改原来那一次，或改正日期。"
    )
    assert "11月20日起已登记" in said(away(25, 26), away(20, None))
    assert "11月25日至26日已登记" in said(away(20, None), away(25, 26))


def test_an_absence_lies_in_the_time_in_office() -> None:
    office = (date(2026, 11, 10), date(2026, 11, 20))
    assert said(away(10, 20), office=office) == said(away(15, None), office=office) == ""
    assert "才任职" in said(away(9, 12), office=office)
    assert "任职到2026年11月20日为止" in said(away(19, 21), office=office)
    assert "任职到" in said(away(21, None), office=office)


def test_each_complaint_says_which_field_stands_in_the_way() -> None:
    office = (date(2026, 11, 10), date(2026, 11, 20))

    def fields(meant: Away, *same: Away) -> list[str]:
        return [fault.field for fault in faults(meant, same, office, "张样一")]

    assert fields(away(12, 11)) == ["last_day"]
    assert fields(away(9, 12)) == ["first_day"]
    assert fields(away(19, 21)) == ["last_day"]
    assert fields(away(21, None)) == ["first_day"]
    assert fields(away(12, 14), away(14, 15)) == ["first_day"]


def test_who_is_back_was_away_until_then() -> None:
    today = date(2026, 11, 23)

    def wrong(meant: Away, day: int) -> str:
        return "".join(return_complaints(meant, date(2026, 11, day), today))

    assert wrong(away(20, 22), 23) == wrong(Away(ZHANG, half(20), half(22)), 22) == ""
    assert "还没有到" in wrong(away(20, 23), 24)
    assert "早于外出开始" in wrong(away(20, 22), 19)
    assert "早于外出开始" in wrong(Away(ZHANG, half(20, Half.PM), None), 20)
    assert "早于外出结束" in wrong(away(20, 22), 22)
    assert "还没有结束日期" in wrong(away(20, None), 22)


def whereabouts(*absences: Away, fallback: int | None = WU, last: date | None = None) -> Whereabouts:
    pairs, posts = [Pair(ZHANG, LI, None, last)], [Pair(CHEN, LIU, None, None, "出纳")]
    return Whereabouts(pairs, absences, {}, fallback, posts)


def words(meant: Away, there: Whereabouts) -> list[str]:
    return [clash_words(clash, PEOPLE) for clash in clashes(meant, there)]


def test_both_of_a_pair_away_is_told_with_the_days_and_who_acts() -> None:
    there = whereabouts(away(20, 22, LI))
    assert words(away(21, 25), there) == ["11月21日至22日AB角李样二也外出，由吴样九代行。"]
    assert words(away(23, 25), there) == []


def test_the_fallback_official_does_not_act_while_he_is_away_too() -> None:
    there = whereabouts(away(20, 22, LI), away(22, 22, WU))
    assert words(away(21, 25), there) == [
        "11月21日AB角李样二也外出，由吴样九代行。",
        "11月22日AB角李样二也外出，无人代行。",
    ]


def test_open_absences_have_open_clashes() -> None:
    assert words(away(21, None), whereabouts(away(20, None, LI))) == [
        "11月21日起AB角李样二也外出，由吴样九代行。"
    ]


def test_a_pairing_that_is_over_makes_no_clash() -> None:
    there = whereabouts(away(20, 25, LI), last=date(2026, 11, 21))
    assert words(away(20, 25), there) == ["11月20日至21日AB角李样二也外出，由吴样九代行。"]


def test_a_post_is_left_alone_whichever_of_the_two_goes_second() -> None:
    expected = "11月20日AB角{}（出纳）也外出，无人代行。"
    there = whereabouts(away(20, 20, LIU), fallback=None)
    assert words(away(19, 20, CHEN), there) == [expected.format("刘样五")]
    there = whereabouts(away(20, 20, CHEN), fallback=None)
    assert words(away(19, 20, LIU), there) == [expected.format("陈样四")]


def test_what_is_handed_over_is_told_from_what_is_said_of_it_by_the_first_colon() -> None:
    text = "公章：一枚：在柜里\n\n 值班表 \n密码:已改\n周五9:30开会，材料：已送"
    assert handed_over(text) == [
        ("公章", "一枚：在柜里"),
        ("值班表", ""),
        ("密码", "已改"),
        ("周五9:30开会，材料", "已送"),
    ]
    assert handed_over(" ") == []
