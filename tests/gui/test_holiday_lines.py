"""A year's days as the window shows them: where each comes from, what a notice would make of it."""

from datetime import date

import pytest

from gui.look.palette import Tone
from gui.state.holiday import day_lines, table_words, verdict, years_offered
from models.holiday import Marked, YearTable
from models.rules.holiday_notice import Notice, read_notice
from models.rules.kinds import DayKind

FIRST, SECOND, THIRD = (date(2027, 1, number) for number in (1, 2, 3))
OFF, OWN_OFF = Marked(DayKind.OFF, "元旦"), Marked(DayKind.OFF, "元旦", own=True)


def test_days_known_and_days_about_to_be_set_stand_in_one_list() -> None:
    lines = day_lines(
        {SECOND: OFF, THIRD: OWN_OFF}, {FIRST: (DayKind.OFF, "元旦"), THIRD: (DayKind.WORK, "元旦")}
    )
    assert [line.day for line in lines] == [FIRST, SECOND, THIRD]
    assert [line.source[0] for line in lines] == ["◆ 待保存", "程序自带", "◆ 待保存（原为休）"]
    assert [line.kind for line in lines] == [("休", Tone.PLAIN), ("休", Tone.PLAIN), ("班", Tone.NEAR)]
    assert lines[0].weekday == "星期五"


def test_what_a_notice_merely_repeats_does_not_wait_to_be_saved() -> None:
    (line,) = day_lines({FIRST: OWN_OFF}, {FIRST: (DayKind.OFF, "元旦")})
    assert line.source[0] == "本单位录入"


@pytest.mark.parametrize(
    ("days", "whole", "words"),
    [
        ({}, False, "▲ 没有节假日表：只按周一至周五计算"),
        ({FIRST: OWN_OFF}, False, "▲ 只录了 1 天，不完整：其余日子按周一至周五计算"),
        ({FIRST: OWN_OFF}, True, "✓ 本单位录入：放假 1 天，调休上班 0 天"),
        ({FIRST: OFF}, True, "✓ 程序自带：放假 1 天，调休上班 0 天"),
        ({FIRST: OFF, SECOND: OWN_OFF}, True, "✓ 程序自带，本单位改过 1 天：放假 2 天，调休上班 0 天"),
    ],
)
def test_where_a_table_comes_from_is_told(days: dict[date, Marked], whole: bool, words: str) -> None:
    assert table_words(YearTable(2027, "office", days, whole))[0] == words


def test_the_verdict_on_a_text_tells_what_was_read_what_was_not_and_what_does_not_fit() -> None:
    text = "各单位：\n元旦：1月1日至3日放假。春节：2月5日（周日）放假。"
    lines = verdict(read_notice(text, 2027), 2027)
    assert [tone for _, tone in lines] == [Tone.DONE, Tone.LATE, Tone.SOFT]
    assert lines[0][0] == "✓ 2027年：读到放假 3 天，调休上班 0 天"
    assert lines[2][0].endswith("各单位")
    assert verdict(Notice(), 2027) == [("▲ 没有读到放假或上班的日子", Tone.NEAR)]


def test_years_to_choose_from_run_from_the_coming_ones_back_and_hold_the_one_asked_for() -> None:
    assert list(years_offered(date(2026, 11, 25)))[:3] == [2028, 2027, 2026]
    assert 2033 in years_offered(date(2026, 11, 25), 2033)
