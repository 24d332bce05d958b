"""Officials are kept in rank order, each name once."""

from datetime import date

import pytest

from models.official import Official, find_official, leaders, next_rank, officials, reorder, save_official
from models.rules.problem import Problem
from models.writing import Topic, drain_topics
from tests.models.made_up import a_leader

pytestmark = pytest.mark.usefixtures("office")


def names(found: list[Official]) -> list[str]:
    return [official.name for official in found]


def test_a_leader_is_kept_with_all_that_was_typed() -> None:
    save_official(Official(name="张样一", rank=1, title="市长", is_member=True, office_from=date(2026, 3, 5)))
    kept = find_official("张样一")
    assert (kept.title, kept.is_member, kept.office_from, kept.office_to) == (
        "市长",
        True,
        date(2026, 3, 5),
        None,
    )
    assert drain_topics() == {Topic.OFFICIAL}


def test_leaders_come_by_rank_and_never_by_name() -> None:
    for name, rank in (("艾样", 3), ("张样一", 1), ("李样二", 2)):
        save_official(Official(name=name, rank=rank, is_member=True))
    save_official(Official(name="王样三", rank=0))
    assert names(leaders()) == ["张样一", "李样二", "艾样"]
    assert names(officials()) == ["王样三", "张样一", "李样二", "艾样"]


def test_a_new_order_is_kept() -> None:
    people = [a_leader(name) for name in ("张样一", "李样二", "王样三")]
    reorder([people[2].id, people[0].id, people[1].id])
    assert names(leaders()) == ["王样三", "张样一", "李样二"]
    assert next_rank() == 4


@pytest.mark.parametrize("typed", ["郝样", "郝　样", " 郝 样 "])
def test_padding_finds_the_same_person_and_makes_no_second_one(typed: str) -> None:
    a_leader("郝样")
    assert find_official(typed).name == "郝样"
    with pytest.raises(Problem, match="已经有一位“郝样”"):
        a_leader(typed)
    assert len(officials()) == 1


def test_a_change_of_ones_own_is_no_second_person() -> None:
    person = a_leader()
    person.title = "副市长"
    save_official(person)
    assert find_official("张样一").title == "副市长"


def test_all_complaints_come_at_once() -> None:
    with pytest.raises(Problem) as told:
        save_official(Official(name=" ", rank=1, office_from=date(2026, 3, 5), office_to=date(2026, 3, 4)))
    assert told.value.complaints == ("请填写姓名。", "任职止早于任职起。")
    assert officials() == []


def test_somebody_unknown_is_named() -> None:
    with pytest.raises(Problem, match="没有名叫“赵样”的干部"):
        find_official("赵样")
