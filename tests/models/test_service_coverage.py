"""The three services by households: only what the counting engine counted for them."""

from pathlib import Path

import pytest

from models.activity import TargetEntry, save_activity
from models.assignment import assign
from models.contact_point import ContactPoint
from models.coverage import leader_coverage
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import ActivityState, Manner, Outcome, Service
from models.service_coverage import Reached, services_reached
from tests.models.made_up import a_household, a_leader, a_village, a_visit, day

TODAY = day(11, 25)


@pytest.fixture
def zhang(office: Path) -> Official:
    leader, village = a_leader("张样一"), a_village()
    for point in (village, *(a_household(f"王样{at}", village) for at in range(3))):
        assign(leader, point, day(1, 1))
    return leader


def visit(leader: Official, name: str, services: str, **more: object) -> None:
    point = ContactPoint.get(ContactPoint.name == name)
    outcome = more.pop("outcome", Outcome.MET)
    manner = more.pop("manner", Manner.HOME)
    target = TargetEntry(point.id, outcome, manner, services=services)  # type: ignore[arg-type]
    save_activity(a_visit(leader, day(3, 5), **({"targets": [target]} | more)), TODAY)


def reached(leader: Official) -> list[tuple[Service, int]]:
    found = services_reached(leader_coverage(leader, period("2026"), TODAY))
    assert {one.of for one in found} == {3}
    return [(one.service, one.households) for one in found if one.households]


def test_each_household_counts_once_for_each_service(zhang: Official) -> None:
    visit(zhang, "王样0", "送政策")
    visit(zhang, "王样0", "送政策、送温暖", place="又一次")
    visit(zhang, "王样1", "送政策")
    assert reached(zhang) == [(Service.POLICY, 2), (Service.WARMTH, 1)]


def test_what_was_not_counted_brought_nothing(zhang: Official) -> None:
    li = a_leader("李样二")
    visit(zhang, "王样0", "送政策", manner=Manner.PHONE)
    visit(zhang, "王样1", "送政策", outcome=Outcome.NOT_MET)
    visit(zhang, "王样2", "送政策", stand_ins=[li.id])
    visit(zhang, "王样2", "送政策", state=ActivityState.CANCELLED)
    visit(zhang, "样样村", "送政策")
    visit(li, "王样2", "送政策")
    assert reached(zhang) == []


def test_without_households_there_is_nothing_to_reach(office: Path) -> None:
    found = services_reached(leader_coverage(a_leader("张样一"), period("2026"), TODAY))
    assert found == [Reached(service, 0, 0) for service in Service]
