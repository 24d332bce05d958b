"""The words of the list of activities and of the card that says what will count."""

from datetime import date

import pytest

from gui.look.palette import Tone
from gui.state.activity_effect import wrapped
from gui.state.activity_list import (
    Sought,
    about,
    late_cell,
    ordered,
    periods,
    state_cell,
    when,
    where,
    who,
    whom,
)
from gui.state.finding import Filter
from models.activity_line import ActivityLine, Heads
from models.rules.kinds import ActivityKind, ActivityState, Half
from tests.models.made_up import day

TODAY = day(11, 22)


def a_line(first: date = TODAY, last: date | None = None, **more: object) -> ActivityLine:
    line = ActivityLine(
        id=1,
        number="HD20260001",
        kind=ActivityKind.VISIT,
        state=ActivityState.DONE,
        first_day=first,
        first_half=Half.AM,
        last_day=last or first,
        last_half=Half.PM,
        place="样样镇",
        purpose="",
        heard="",
        entered_on=TODAY,
        leaders="张样一",
        stand_ins="",
        targets="",
        missed="",
    )
    return line._replace(**more)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (a_line(), "11月22日"),
        (a_line(last_half=Half.AM), "11月22日 上午"),
        (a_line(first_half=Half.PM), "11月22日 下午"),
        (a_line(day(11, 20), TODAY), "11月20日至22日"),
        (a_line(day(10, 31), day(11, 1)), "10月31日至11月1日"),
        (a_line(day(3, 5, 2025)), "2025年3月5日"),
    ],
)
def test_days_are_said_shortly(line: ActivityLine, said: str) -> None:
    assert when(line, TODAY) == said


def test_states_have_their_signs_and_a_plan_gone_by_awaits_an_answer() -> None:
    assert state_cell(a_line(), TODAY) == ("✓ 完成", Tone.DONE)
    assert state_cell(a_line(state=ActivityState.PLANNED), TODAY) == ("○ 计划", Tone.NOT_DUE)
    gone_by = a_line(day(11, 21), state=ActivityState.PLANNED)
    assert state_cell(gone_by, TODAY) == ("◆ 待确认", Tone.PLANNED)
    assert state_cell(a_line(state=ActivityState.POSTPONED), TODAY) == ("◆ 延期", Tone.PLANNED)
    assert state_cell(a_line(state=ActivityState.CANCELLED), TODAY) == ("取消", Tone.SOFT)


def test_many_targets_are_counted_first() -> None:
    assert whom(a_line(targets="王样甲、王样乙")) == "王样甲、王样乙"
    many = a_line(targets="甲、乙、丙、丁", missed="戊")
    assert whom(many) == "4个：甲、乙、丙、丁；未遇1个：戊"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (a_line(purpose="春节慰问"), "春节慰问"),
        (a_line(kind=ActivityKind.REPORT, title="关于饮水安全的报告"), "关于饮水安全的报告"),
        (a_line(kind=ActivityKind.FIELDWORK, form="resident", purpose="脐橙产业"), "蹲点调研：脐橙产业"),
        (a_line(kind=ActivityKind.FIELDWORK, form="random"), "随机调研"),
    ],
)
def test_the_list_says_what_an_activity_was_about(line: ActivityLine, said: str) -> None:
    assert about(line) == said
    assert Filter(said).finds(*Sought({1: line})[1])


def test_a_hearing_without_a_place_says_what_kind_of_place_it_was() -> None:
    hearing = a_line(kind=ActivityKind.HEARING, venue="petition_centre")
    assert where(hearing) == "样样镇"
    assert where(hearing._replace(place="")) == "信访接访中心"


def test_what_was_entered_after_its_quarter_is_marked() -> None:
    assert late_cell(a_line(day(9, 30)))[0] == "补登"
    assert late_cell(a_line())[0] == ""


def test_what_awaits_an_answer_comes_first_and_the_future_last() -> None:
    days = {1: "2026-12-09", 2: "2026-12-01", 3: "2026-11-22", 4: "2026-11-01", 5: "2026-10-08"}
    assert ordered(Heads(days, frozenset({5}), late=0), TODAY) == [5, 3, 4, 2, 1]


def test_the_periods_to_choose_from_begin_with_the_one_to_open_on() -> None:
    assert [str(span) for span in periods(day(1, 3))][:3] == ["2025Q4", "2026Q1", "2025Q3"]
    assert [str(span) for span in periods(TODAY)][-2:] == ["2026", "2025"]


@pytest.mark.parametrize(
    "typed",
    [
        "王样甲",
        "慰问",
        "走访",
        "zyy",
        "HD2026",
        "",
        "wyj",
        "李样",
        "饮水",
        "ｚｙｙ 慰问",
        "王样乙 20260001",
        "zf xx",
    ],
)
def test_a_search_finds_words_of_every_column(typed: str) -> None:
    line = a_line(targets="王样甲、王样乙", purpose="慰问", stand_ins="李样二", missed="谢谢丙", heard="饮水")
    assert Filter(typed).finds(*Sought({1: line})[1])


@pytest.mark.parametrize("typed", ["调研", "张样一 调研", "样甲王", "甲、王", "ysgd", "xxx"])
def test_a_search_does_not_find_what_no_column_says(typed: str) -> None:
    line = a_line(targets="王样甲、王样乙", purpose="慰问", stand_ins="李样二", missed="谢谢丙", heard="饮水")
    assert not Filter(typed).finds(*Sought({1: line})[1])


def test_who_went_instead_is_named_beside_the_leader() -> None:
    assert who(a_line()) == "张样一"
    assert who(a_line(stand_ins="李样二")) == "张样一（代：李样二）"


def test_no_line_of_the_card_begins_with_a_closing_mark() -> None:
    assert wrapped("一二三四。", 4, len) == ["一二三", "四。"]
    assert wrapped("一二三（四五", 4, len) == ["一二三", "（四五"]
    assert wrapped("一二\n三四五六七", 4, len) == ["一二", "三四五六", "七"]
