"""What a refusal says: what happened, whether the data is safe, what to do now; in no code words."""

import re
from pathlib import Path

import pytest

from gui.state.start import WORDS, Way, title, told, ways
from models.storage import Refused, Why

ENGLISH = re.compile(r"[A-Za-z]{3,}")
NAMES = ("/资料/lianxin.db", "-journal", "keys.json")


@pytest.mark.parametrize("why", Why)
def test_it_has_three_parts_that_are_whole_sentences(why: Why) -> None:
    happened, safe, now = Refused(why, Path("/资料/lianxin.db"), "样").complaints
    assert all(part.endswith("。") and "{" not in part for part in (happened, safe, now))
    assert re.search("没有改动|没有新建|没有损坏", safe)
    assert now.startswith("请")


@pytest.mark.parametrize("why", Why)
def test_it_says_nothing_in_a_programmers_words(why: Why) -> None:
    said = str(Refused(why, Path("/资料/lianxin.db"), "样"))
    for name in NAMES:
        said = said.replace(name, "")
    assert not ENGLISH.search(said)
    assert "\n" not in said


@pytest.mark.parametrize("why", Why)
def test_the_page_about_it_always_has_a_way_out(why: Why) -> None:
    problem = Refused(why, Path("/资料/lianxin.db"), "样")
    offered = ways(problem)
    assert offered[-2:] == [Way.AGAIN, Way.LEAVE]
    assert Way.OTHER in offered
    assert set(offered) <= set(WORDS)
    assert title(problem)
    assert [heading for heading, _ in told(problem)] == ["发生了什么", "我的数据安全吗", "现在怎么办"]


@pytest.mark.parametrize(
    "why", [Why.DAMAGED, Why.CHANGED, Why.JOURNAL, Why.GONE, Why.FOREIGN, Why.UNREADABLE, Why.KEYS]
)
def test_where_the_data_is_lost_a_backup_is_the_first_way(why: Why) -> None:
    assert ways(Refused(why, Path("样")))[0] is Way.RESTORE


@pytest.mark.parametrize("why", [Why.NEWER, Why.READ_ONLY, Why.BUSY, Why.PLACE, Why.FOLDER])
def test_where_the_data_is_well_no_backup_is_put_over_it(why: Why) -> None:
    assert Way.RESTORE not in ways(Refused(why, Path("样")))
