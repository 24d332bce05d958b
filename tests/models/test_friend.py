"""Friends among the people: each once with a leader, kept and taken off the list."""

import pytest

from models.friend import Friend, delete_friend, friends, save_friend
from models.official import Official
from models.rules.problem import Problem
from tests.models.made_up import a_leader, day

TODAY = day(11, 25)


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一")


def test_friends_are_listed_by_leader_and_the_day_they_were_met(zhang: Official) -> None:
    li = a_leader("李样二")
    save_friend(Friend(official=li, name="钱样甲"), TODAY)
    save_friend(Friend(official=zhang, name=" 赵样乙 ", met_on=day(6, 1)), TODAY)
    save_friend(Friend(official=zhang, name="孙样丙", met_on=day(3, 1)), TODAY)
    assert [row.name for row in friends()] == ["孙样丙", "赵样乙", "钱样甲"]
    assert [row.name for row in friends(li)] == ["钱样甲"]


def test_the_same_friend_twice_and_a_day_to_come_are_refused(zhang: Official) -> None:
    save_friend(Friend(official=zhang, name="赵样乙", address="1组"), TODAY)
    save_friend(Friend(official=zhang, name="赵样乙", address="2组"), TODAY)
    with pytest.raises(Problem, match="住址相同"):
        save_friend(Friend(official=zhang, name="赵 样乙", address="1组"), TODAY)
    with pytest.raises(Problem, match="还没有到"):
        save_friend(Friend(official=zhang, name="周样", met_on=day(11, 26)), TODAY)
    with pytest.raises(Problem, match="请填写姓名"):
        save_friend(Friend(official=zhang, name="　"), TODAY)
    assert len(friends()) == 2


def test_a_friend_is_taken_off_the_list(zhang: Official) -> None:
    delete_friend(save_friend(Friend(official=zhang, name="赵样乙"), TODAY))
    assert friends() == []
