"""Which of the office's pairings are pairings of leaders."""

import pytest

from models.official import Official, next_rank, save_official
from models.pairing import Pairing, whereabouts
from models.writing import Topic, writing
from tests.models.made_up import a_leader, day

pytestmark = pytest.mark.usefixtures("office")


def paired(a: Official, b: Official, post: str) -> None:
    with writing("AB角", Topic.PAIRING):
        Pairing.create(a=a, b=b, post=post)


def test_two_leaders_stand_in_for_each_other_whatever_post_the_pairing_names() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    paired(zhang, li, "市政府领导")
    assert whereabouts().partner(zhang.id, day(5, 6)) == li.id
    assert whereabouts().partner(li.id, day(5, 6)) == zhang.id


def test_a_pairing_with_somebody_outside_the_leadership_is_for_a_post() -> None:
    zhang = a_leader("张样一")
    clerk = save_official(Official(name="陈样三", rank=next_rank(), is_member=False))
    paired(zhang, clerk, "办公室主任")
    assert whereabouts().partner(zhang.id, day(5, 6)) is None
