"""Why something was found, in words, and how many there are."""

import pytest

from gui.state.finder import Lines, counts, line, nothing
from models.rules.finding import words
from models.search.cards import Hits
from models.search.index import Found
from models.search.shown import Noun, Shown, Text

VISIT = Shown(
    *(Noun.ACTIVITY, 1, "走访", "张样一", "2026年3月5日 天九镇"),
    (
        Text("对象", ("天九镇", "横山村", "王样甲"), names=True),
        Text("事由", ("看望群众",)),
        Text(
            "王样甲反映",
            ("村口道路雨天积水，希望早日修好排水沟；另外饮水管道老化，电话13912345678，请尽快办理并回复",),
        ),
        Text("编号", ("HD20260001",)),
    ),
)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("张样一", "对象：天九镇、横山村、王样甲"),
        ("天九", "对象：天九镇等3个"),
        ("hsc", "对象：横山村等3个"),
        ("横山 王样", "对象：横山村、王样甲等3个"),
        ("看望", "事由：看望群众"),
        ("hd2026", "编号：HD20260001"),
        ("zyy 群众", "事由：看望群众"),
        ("横山 看望", "对象：横山村等3个；事由：看望群众"),
    ],
)
def test_the_text_that_has_the_word_is_said(typed: str, why: str) -> None:
    assert line(VISIT, words(typed)).why == why


@pytest.mark.parametrize("typed", ["饮水", "13912345678", "5678", "办理"])
def test_a_long_text_is_cut_round_the_word_and_shows_no_whole_number(typed: str) -> None:
    why = line(VISIT, words(typed)).why
    assert why.startswith("王样甲反映：")
    assert "13912345678" not in why
    assert len(why) < 60


def test_a_number_in_a_place_is_not_shown_whole_either() -> None:
    home = Shown(Noun.POINT, 1, "户", "王样甲", "样样县 3组 13912345678", ())
    assert line(home, words("王样甲")) == ("样样县 3组 139****5678", "")


def test_lines_are_made_when_seen() -> None:
    lines = Lines(words("hsc"))
    assert lines[VISIT].why == "对象：横山村等3个"
    assert list(lines) == [VISIT]


def test_what_there_is_is_told_and_how_much_of_it_is_listed() -> None:
    found = Found(Hits((1, 2), 2), Hits(), Hits(tuple(range(50)), 1234), Hits((7,), 1))
    assert counts(found) == "干部 2    民情事项 1    活动 1234（列出最近的 50 条）"
    assert counts(Found(points=Hits((1,), 60))) == "联系点 60（列出前 1 条）"
    assert counts(Found()) == ""


def test_nothing_found_says_what_to_try() -> None:
    assert "没有找到“查无”" in nothing("查无", still_reading=False)
    assert "正在准备" not in nothing("查无", still_reading=False)
    assert "正在准备" in nothing("查无", still_reading=True)
