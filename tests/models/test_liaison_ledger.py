"""What a leader's yearly book tells beside the counting: which visits, who was met, which matters."""

from pathlib import Path

import pytest

from models.activity import TargetEntry, save_activity
from models.contact_point import ContactPoint
from models.liaison_ledger import matters_of, met_by_visit, steps_by_matter, visits_of
from models.matter import MatterEntry, add_step, save_matter
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState, MatterKind, Outcome, StepKind
from models.rules.matter import Step
from tests.models.made_up import a_household, a_leader, a_visit, day

TODAY = day(11, 25)
YEAR = period("2026")


@pytest.fixture
def zhang(office: Path) -> Official:
    return a_leader()


@pytest.fixture
def home(zhang: Official) -> ContactPoint:
    return a_household()


def numbers(zhang: Official) -> list[str]:
    return [visit.number for visit in visits_of(zhang, YEAR)]


def test_done_visits_of_the_year_are_in_it_by_day(zhang: Official, home: ContactPoint) -> None:
    late, early = (save_activity(a_visit(zhang, day(*when), home), TODAY) for when in ((5, 1), (2, 1)))
    save_activity(a_visit(zhang, day(12, 31, 2025), home), TODAY)
    save_activity(a_visit(zhang, day(3, 1), kind=ActivityKind.HEARING), TODAY)
    save_activity(a_visit(zhang, day(12, 1), home, state=ActivityState.PLANNED), TODAY)
    assert numbers(zhang) == [early.number, late.number]


def test_a_visit_somebody_else_made_for_him_is_his_and_one_he_made_for_another_is_not(
    zhang: Official, home: ContactPoint
) -> None:
    li = a_leader("李样二")
    his = save_activity(a_visit(zhang, day(5, 1), home, stand_ins=[li.id]), TODAY)
    save_activity(a_visit(li, day(5, 2), home, stand_ins=[zhang.id]), TODAY)
    save_activity(a_visit(li, day(5, 3), home, companions=[zhang.name]), TODAY)
    assert numbers(zhang) == [his.number]


def test_only_who_was_met_is_told(zhang: Official, home: ContactPoint) -> None:
    away = a_household("李样乙")
    targets = [TargetEntry(home.id, Outcome.MET), TargetEntry(away.id, Outcome.NOT_MET)]
    visit = save_activity(a_visit(zhang, day(5, 1), targets=targets), TODAY)
    assert [target.contact_point_id for target in met_by_visit([visit])[visit.id]] == [home.id]


def a_matter(zhang: Official, *when: int) -> MatterEntry:
    return MatterEntry(MatterKind.OPINION, day(*when), zhang.id, "路难走")


def test_matters_of_the_year_are_in_it_and_older_ones_until_they_are_closed(zhang: Official) -> None:
    old, done, new = (
        save_matter(a_matter(zhang, *when), TODAY) for when in ((11, 1, 2025), (11, 2, 2025), (3, 1))
    )
    for kind in (StepKind.REPLY, StepKind.TELL, StepKind.CLOSE):
        add_step(done, Step(kind, day(12, 1, 2025)), TODAY)
    assert [matter.id for matter in matters_of(zhang, YEAR)] == [old.id, new.id]
    assert [matter.id for matter in matters_of(zhang, period("2025"))] == [old.id, done.id]


def test_steps_come_by_matter_in_the_order_of_days(zhang: Official) -> None:
    matter = save_matter(a_matter(zhang, 3, 1), TODAY)
    add_step(matter, Step(StepKind.ASSIGN, day(3, 2)), TODAY)
    add_step(matter, Step(StepKind.REPLY, day(3, 5), "已修"), TODAY)
    assert [step.kind for step in steps_by_matter([matter])[matter.id]] == [StepKind.ASSIGN, StepKind.REPLY]
    assert steps_by_matter([]) == {}
