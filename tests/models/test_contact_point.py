"""Contact points exist apart from who is assigned, each once in its place."""

import pytest

from models.contact_point import ContactPoint, find_point, namesakes, place_of, save_point
from models.rules.kinds import PointKind
from models.rules.problem import Problem
from models.writing import Topic, drain_topics
from tests.models.made_up import a_household, a_township, a_village

pytestmark = pytest.mark.usefixtures("office")


def test_a_point_is_kept_with_its_place() -> None:
    household = a_household(
        "王样甲", a_village("样样村", a_township("样样镇")), people=4, phone="13900000000"
    )
    kept = ContactPoint.get_by_id(household.id)
    assert (kept.people, kept.phone) == (4, "13900000000")
    assert (kept.above(PointKind.VILLAGE), kept.above(PointKind.TOWNSHIP)) == ("样样村", "样样镇")
    assert drain_topics() == {Topic.CONTACT_POINT}


def test_a_point_whose_place_is_unknown_has_none() -> None:
    assert a_household("王样甲").above(PointKind.VILLAGE) == ""


def test_a_place_is_made_once_and_found_again() -> None:
    village = place_of("样样县", "样样镇", "样样村")
    assert place_of("样样县", "样 样镇", "样样村 ") == village
    assert place_of("样样县", "样样镇") == village.parent
    assert place_of("样样县") is None
    assert ContactPoint.select().count() == 2


def test_the_same_name_in_another_county_or_village_is_another_point() -> None:
    here, there = place_of("甲县", "样镇", "样村"), place_of("乙县", "样镇", "样村")
    assert here != there
    assert a_household("王样甲", here) != a_household("王样甲", there)


def test_two_townships_of_one_name_in_one_county_are_one() -> None:
    a_township("样样镇")
    with pytest.raises(Problem, match="已经有“样样镇”"):
        a_township("样样镇")


def test_two_households_of_one_name_in_one_village_need_their_addresses() -> None:
    village = a_village()
    a_household("王样甲", village, "2组1号")
    with pytest.raises(Problem, match="写明不同的地址"):
        a_household("王样甲", village)
    with pytest.raises(Problem, match="写明不同的地址"):
        a_household("王样甲", village, "２组 １号")
    a_household("王样甲", village, "3组8号")
    assert len(namesakes(PointKind.HOUSEHOLD, "王样甲", "样样县", village)) == 2


def test_a_point_may_be_changed_without_being_its_own_double() -> None:
    household = a_household("王样甲", a_village(), "2组1号")
    household.phone = "13900000001"
    save_point(household)
    found = find_point(PointKind.HOUSEHOLD, "王样甲", "样样县", household.parent)
    assert found.phone == "13900000001"


def test_nothing_can_ever_lie_inside_itself() -> None:
    lonely, township = a_township("孤样镇"), a_township()
    village = a_village(township=township)
    household = a_household(village=village)
    wrong = [
        (lonely, PointKind.VILLAGE, lonely),
        (township, PointKind.HOUSEHOLD, village),
        (village, PointKind.HOUSEHOLD, township),
        (household, PointKind.VILLAGE, village),
    ]
    for point, kind, parent in wrong:
        changed = ContactPoint.get_by_id(point.id)
        changed.kind, changed.parent = kind, parent
        with pytest.raises(Problem, match="不能"):
            save_point(changed)
    assert [row.parent_id for row in ContactPoint.select()] == [None, None, township.id, village.id]


def test_all_complaints_come_at_once_and_nothing_is_kept() -> None:
    with pytest.raises(Problem) as told:
        a_household("　", people=-1)
    assert told.value.complaints == ("请填写名称。", "人口不能小于 0。")
    assert ContactPoint.select().count() == 0
