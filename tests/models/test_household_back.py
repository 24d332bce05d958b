"""One household comes back out of a backup with all that is its own; one undo takes it back."""

from pathlib import Path

import pytest

from models.activity import Activity, Participant, Target, save_activity
from models.assignment import Assignment, assign
from models.base import database
from models.contact_point import ContactPoint, save_point
from models.household_back import Brought, Household, bring_back, households
from models.matter import Matter, MatterStep
from models.official import Official
from models.rules.kinds import PointKind, StepKind
from models.rules.problem import Problem
from models.storage import backup, problems, record, verified
from models.storage.restores import Whole
from models.undo import last_action, undo
from models.writing import Topic, writing
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day
from tests.models.matters import TODAY, a_matter

TABLES = (ContactPoint, Assignment, Activity, Participant, Target, Matter, MatterStep, Official)


@pytest.fixture
def whole(office: Path, tmp_path: Path) -> Whole:
    """A backup of two households of one leader, both visited on one trip, the first with a matter."""
    leader = a_leader()
    village = a_village(township=a_township())
    homes = [a_household(name, village) for name in ("王样甲", "赵样乙")]
    for home in homes:
        assign(leader, home, day(1, 1))
    save_activity(a_visit(leader, day(11, 20), *homes), TODAY)
    a_matter(leader, StepKind.ASSIGN, contact_point=homes[0].id)
    return verified(backup(tmp_path / "stick"))


def everything() -> dict[str, list[tuple[object, ...]]]:
    return {
        table.__name__: database.execute_sql(f"SELECT * FROM {table._meta.table_name} ORDER BY id").fetchall()
        for table in TABLES
    }


def take_back_to(count: int) -> None:
    """Undo until only so many points are left."""
    while ContactPoint.select().count() > count:
        undo(last_action())


def home(name: str = "王样甲") -> ContactPoint:
    return ContactPoint.get(ContactPoint.name == name)


def test_a_backup_that_differs_in_nothing_says_so(whole: Whole) -> None:
    assert households(whole) == [
        Household(home("王样甲").id, "王样甲", "样样县样样镇样样村", 0, 0),
        Household(home("赵样乙").id, "赵样乙", "样样县样样镇样样村", 0, 0),
    ]
    assert bring_back(whole, home().id) == Brought("王样甲", 0, 0)


def test_a_household_that_is_gone_comes_back_with_leader_trip_and_matter(whole: Whole) -> None:
    before, number = everything(), home().id
    take_back_to(0)
    assert households(whole)[0] == Household(number, "王样甲", "样样县样样镇样样村", 5, 0)
    bring_back(whole, number)
    after = everything()
    assert {name: len(rows) for name, rows in after.items()} == {
        "ContactPoint": 3,
        "Assignment": 1,
        "Activity": 1,
        "Participant": 1,
        "Target": 1,
        "Matter": 1,
        "MatterStep": 1,
        "Official": 1,
    }
    assert all(set(after[name]) <= set(before[name]) for name in before)
    assert problems() == []


def test_what_was_changed_is_set_back_and_the_other_household_stays(whole: Whole) -> None:
    before = everything()
    for name in ("王样甲", "赵样乙"):
        changed = home(name)
        changed.phone = "13900000000"
        save_point(changed)
    assert households(whole)[0].changed == 1
    assert bring_back(whole, home().id) == Brought("王样甲", 0, 1)
    assert home().phone == ""
    assert home("赵样乙").phone == "13900000000"
    home_again = home("赵样乙")
    home_again.phone = ""
    save_point(home_again)
    assert everything() == before


def test_a_trip_that_is_still_there_is_not_changed(whole: Whole) -> None:
    number = home().id
    with writing("样", Topic.ACTIVITY):
        Activity.update(place="另一个地方").execute()
        Target.delete().where(Target.contact_point == number).execute()
    assert bring_back(whole, number) == Brought("王样甲", 1, 0)
    assert Activity.get().place == "另一个地方"
    assert Target.select().count() == 2


def test_one_undo_takes_it_back(whole: Whole) -> None:
    take_back_to(0)
    before = everything()
    bring_back(whole, households(whole)[0].id)
    assert last_action().label == "从备份恢复一户：王样甲"
    undo(last_action())
    assert everything() == before


def test_one_entered_anew_meanwhile_is_not_doubled(whole: Whole) -> None:
    number = home().id
    take_back_to(2)
    save_point(
        ContactPoint(
            kind=PointKind.HOUSEHOLD,
            name="王样甲",
            county="样样县",
            parent=ContactPoint.get(ContactPoint.kind == PointKind.VILLAGE),
        )
    )
    before = everything()
    with pytest.raises(Problem, match="现在的数据里已有同一户"):
        bring_back(whole, number)
    assert everything() == before


def test_a_backup_of_other_data_can_only_be_restored_whole(whole: Whole, office: Path) -> None:
    record.change(office, office="another")
    with pytest.raises(Problem, match="只能整份恢复"):
        households(whole)
