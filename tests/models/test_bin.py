"""What is deleted is kept for its time and comes back whole; a purge leaves nothing but a sound chain."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models.activity import Activity, Participant, Target, save_activity
from models.assignment import Assignment, assign
from models.base import database
from models.bin import gone, overdue, purge
from models.change import Change
from models.change_chain import history_problems
from models.contact_point import ContactPoint
from models.deletion import delete_activity, delete_point
from models.history import history_of
from models.matter import MatterEntry, save_matter
from models.official import Official
from models.rules.kinds import MatterKind
from models.rules.problem import Problem
from models.setting import change_settings
from models.storage import close_database, open_database, problems
from models.undo import last_action, resting_on, undo
from tests.models.made_up import a_household, a_leader, a_visit, day

TODAY = day(4, 2)
NUMBER = "13900001111"


@pytest.fixture
def leader(office: Path) -> Official:
    return a_leader("张样一")


@pytest.fixture
def visit(leader: Official) -> Activity:
    """A visit to one household."""
    return save_activity(a_visit(leader, day(3, 5), a_household("钱样甲"), heard=f"请打 {NUMBER}"), TODAY)


def in_the_bin() -> list[str]:
    return [one.name for one in gone()]


def everything_said() -> str:
    rows = database.execute_sql("SELECT label, old, new, salt FROM change").fetchall()
    return "\n".join(str(cell) for row in rows for cell in row)


def test_a_deleted_visit_lies_in_the_bin_and_comes_back_whole(visit: Activity) -> None:
    delete_activity(visit)
    assert not Activity.select().exists()
    assert in_the_bin() == [f"活动 {visit.number}"]
    undo(gone()[0].action)
    assert (Activity.get().heard, Participant.select().count(), Target.select().count()) == (
        f"请打 {NUMBER}",
        1,
        1,
    )
    assert in_the_bin() == []


def test_a_visit_on_which_matters_were_heard_is_not_deleted(visit: Activity, leader: Official) -> None:
    matter = save_matter(
        MatterEntry(MatterKind.OPINION, day(3, 5), leader.id, content="修路", activity=visit.id), TODAY
    )
    with pytest.raises(Problem, match=matter.number):
        delete_activity(visit)


def test_a_point_entered_by_mistake_goes_with_its_assignment_and_comes_back_with_it(leader: Official) -> None:
    point = a_household("孙样乙")
    assign(leader, point, day(1, 1))
    delete_point(point)
    assert not Assignment.select().exists()
    assert in_the_bin() == ["户 孙样乙"]
    undo(gone()[0].action)
    assert Assignment.get().contact_point.name == "孙样乙"


def test_a_point_with_visits_is_ended_not_deleted(visit: Activity) -> None:
    with pytest.raises(Problem, match="终止联系"):
        delete_point(ContactPoint.get())


def test_what_an_undo_took_away_was_not_deleted(visit: Activity) -> None:
    action = last_action()
    assert action is not None
    undo(action)
    assert in_the_bin() == []


def test_after_its_time_it_is_overdue_and_the_office_may_set_the_time(visit: Activity) -> None:
    delete_activity(visit)
    deleted = gone()[0].action.at
    assert overdue(deleted + timedelta(days=90)) == []
    assert len(overdue(deleted + timedelta(days=91))) == 1
    change_settings({"bin_days": "30"})
    assert len(overdue(deleted + timedelta(days=31))) == 1


def test_a_purge_leaves_nothing_of_it_in_the_file_and_the_chain_holds(visit: Activity, office: Path) -> None:
    point = a_household("孙样乙", phone="13800002222")
    delete_activity(visit)
    delete_point(point)
    for one in gone():
        undo(one.action)
    for row in (Activity.get(), ContactPoint.get(ContactPoint.name == "孙样乙")):
        (delete_activity if isinstance(row, Activity) else delete_point)(row)
    assert purge(gone()) == 2
    assert in_the_bin() == []
    assert NUMBER not in everything_said()
    assert "孙样乙" not in everything_said()
    assert history_problems() == []
    assert problems() == []
    close_database()
    image = (office / "lianxin.db").read_bytes()
    for text in (NUMBER, "13800002222", "孙样乙"):
        assert text.encode() not in image
    open_database(office)
    assert history_problems() == []


def test_what_was_purged_is_never_undone_and_does_not_stand_in_the_way(visit: Activity) -> None:
    delete_activity(visit)
    action = gone()[0].action
    purge(gone())
    with pytest.raises(Problem, match="清除"):
        undo(action)
    now = last_action()
    assert now is not None
    assert now.label.startswith("保存联系点")


def test_there_may_be_nothing_to_purge(leader: Official) -> None:
    with pytest.raises(Problem, match="没有可以清除"):
        purge(gone())


def test_what_is_there_is_not_blanked_by_the_purge_of_another(visit: Activity, leader: Official) -> None:
    other = save_activity(a_visit(leader, day(3, 6), ContactPoint.get()), TODAY)
    delete_activity(visit)
    purge(gone())
    assert [step.action.label for step in history_of(other)] == ["登记活动"]
    assert Change.select().where(Change.salt == "").exists()
    assert datetime.now() >= history_of(other)[0].action.at
    assert resting_on(history_of(other)[0].action) == []
