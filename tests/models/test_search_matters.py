"""Matters are found by number, words, and who raised them; what is sensitive is not told."""

import pytest

from models.matter import Matter, delete_matter, read_matter, save_matter
from models.official import Official
from models.search.index import SearchIndex
from models.search.shown import Noun, Shown, shown
from tests.models.made_up import a_household, a_leader
from tests.models.matters import TODAY, a_matter


@pytest.fixture
def zhang(office: object) -> Official:
    zhang = a_leader("张样一")
    told = {"raised_by": "李样花", "phone": "13912345678", "unit": "样水局", "category": "供水"}
    a_matter(zhang, content="饮水管道老化", contact_point=a_household("王样甲").id, **told)
    return zhang


@pytest.fixture
def index(zhang: Official) -> SearchIndex:
    index = SearchIndex()
    index.read()
    return index


def found(index: SearchIndex, typed: str) -> list[Shown]:
    index.read()
    answers = list(index.find(typed))
    return [one for one in shown(answers[-1], TODAY) if one.noun is Noun.MATTER]


@pytest.mark.parametrize(
    "typed",
    ["MQ20260001", "mq2026", "饮水", "李样花", "lyh", "张样一 饮水", "王样甲", "样水局", "供水", "意见建议"],
)
def test_a_matter_is_found_by(index: SearchIndex, typed: str) -> None:
    assert [one.record() for one in found(index, typed)] == [Matter.get()]


@pytest.mark.parametrize("typed", ["13912345678", "5678", "饮水道管", "信访事项"])
def test_a_matter_is_not_found_by(index: SearchIndex, typed: str) -> None:
    assert not found(index, typed)


def test_it_says_who_when_and_what(index: SearchIndex) -> None:
    (one,) = found(index, "饮水")
    assert (one.kind, one.name, one.where) == ("意见建议", "李样花", "2026年11月2日 张样一 王样甲")
    assert one.texts[0].parts == ("饮水管道老化",)


def test_of_a_sensitive_one_no_name_is_told(index: SearchIndex, zhang: Official) -> None:
    home = a_household("赵样乙")
    told = {"raised_by": "赵样乙", "contact_point": home.id, "sensitive": True}
    a_matter(zhang, content="赵样乙反映征地补偿", **told)
    (one,) = found(index, "征地")
    assert (one.name, one.where) == ("赵××", "2026年11月2日 张样一 赵××")
    assert "赵样乙" not in str(one.texts)


def test_what_was_changed_and_deleted_is_found_as_it_is_now(index: SearchIndex) -> None:
    typed = read_matter(Matter.get())
    typed.content = "路灯不亮"
    save_matter(typed, TODAY)
    assert not found(index, "饮水")
    assert found(index, "路灯")
    delete_matter(Matter.get())
    assert not found(index, "路灯")


def test_the_one_with_exactly_that_number_comes_first(index: SearchIndex, zhang: Official) -> None:
    a_matter(zhang, content="像 MQ20260001 一样")
    assert [one.record().number for one in found(index, "mq20260001")] == ["MQ20260001", "MQ20260002"]
