"""Many matters at once, of a period, of activities, of contact points; and how their deadlines stand."""

import pytest

from models.activity import save_activity
from models.matter_register import about_points, born_of, registered_between, standings
from models.official import Official
from models.rules.kinds import Light, MatterKind
from models.rules.matter import Standing
from models.setting import change_settings
from tests.models.made_up import a_household, a_leader, a_visit, day
from tests.printing.matters import ANSWERED, TODAY, a_matter


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一")


def test_the_matters_of_a_period_come_in_the_order_registered(zhang: Official) -> None:
    li = a_leader("李样二")
    late, early = a_matter(zhang, on=day(11, 9)), a_matter(li, on=day(11, 3), kind=MatterKind.DISPUTE)
    a_matter(zhang, on=day(10, 30))
    first, last = day(11, 1), day(11, 30)
    assert registered_between(first, last) == [early, late]
    assert registered_between(first, last, zhang) == [late]
    assert registered_between(first, last, kind=MatterKind.DISPUTE) == [early]
    assert registered_between(first, last)[0].official.name == "李样二"


def test_matters_are_found_by_the_activity_and_by_the_point_they_came_from(zhang: Official) -> None:
    point = a_household()
    visit = save_activity(a_visit(zhang, day(11, 2), point), TODAY)
    ours = a_matter(zhang, activity=visit.id, contact_point=point.id)
    a_matter(zhang)
    assert born_of([visit.id]) == {visit.id: [ours]}
    assert about_points(TODAY) == {point.id: [ours]}
    assert about_points(day(11, 1)) == {}


def test_a_deadline_stands_by_working_days_and_the_offices_own_warning(zhang: Official) -> None:
    soon, done = a_matter(zhang, due=day(11, 27)), a_matter(zhang, *ANSWERED)
    assert standings(TODAY)(soon) == Standing(Light.NEAR, 2)
    assert standings(TODAY)(done).light == Light.SETTLED
    change_settings({"matter_near_days": "1"})
    assert standings(TODAY)(soon) == Standing(Light.IN_TIME, 2)
    assert standings(day(12, 1))(soon) == Standing(Light.LATE, -2)
