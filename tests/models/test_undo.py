"""Ctrl+Z: the last action is taken back whole, whatever it did, and then the one before it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.activity import Activity, TargetEntry, read_entry, save_activity
from models.agenda import move_activity
from models.assignment import Assignment, assign, end_assignment
from models.base import database
from models.change_chain import history_problems
from models.contact_point import ContactPoint, save_point
from models.deletion import delete_point
from models.demo import fill_with_demo
from models.explanation import explain, withdraw_explanation
from models.history import lines
from models.official import Official, save_official
from models.progress import progress
from models.rules.calendar import period
from models.rules.kinds import Outcome
from models.rules.problem import Problem
from models.setting import change_settings, value
from models.storage import close_database, open_database, problems
from models.undo import Action, last_action, last_undone, redo, resting_on, undo
from models.writing import RECORDED, Topic, drain_topics, writing
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day

TODAY = day(4, 2)


@pytest.fixture
def leader(office: Path) -> Official:
    """One leader with a township, a village in it, a household there, and a visit to all three."""
    found = a_leader("张样一", office_from=day(1, 1))
    township = a_township()
    village = a_village(township=township)
    points = [township, village, a_household(village=village)]
    for point in points:
        assign(found, point, day(1, 1))
    save_activity(a_visit(found, day(3, 5), *points), TODAY)
    return found


def everything() -> dict[str, list[tuple]]:
    return {
        table: database.execute_sql(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in RECORDED
    }


def undo_last() -> str:
    action = last_action()
    assert action is not None
    undo(action)
    return action.label


def change_the_visit(leader: Official) -> None:
    typed = read_entry(Activity.get())
    typed.place, typed.targets = "样样村", [TargetEntry(3, Outcome.NOT_MET, reason="外出")]
    save_activity(typed, TODAY)


def new_leader_takes_over(leader: Official) -> None:
    with writing("移交", Topic.CONTACT_POINT):
        successor = save_official(Official(name="李样二", rank=2, is_member=True))
        assign(successor, ContactPoint.get_by_id(2), day(4, 1))


def village_moves_to_a_new_township(leader: Official) -> None:
    with writing("调整", Topic.CONTACT_POINT):
        point = ContactPoint.get_by_id(2)
        point.parent = a_township("新样镇")
        save_point(point)


def added_and_changed_at_once(leader: Official) -> None:
    with writing("样"):
        fresh = a_leader("王样三")
        fresh.title = "副市长"
        save_official(fresh)


def deleted_after_a_change(leader: Official) -> None:
    with writing("样"):
        row = Assignment.get_by_id(3)
        row.document = "另文"
        row.save()
        row.delete_instance()


def explained_and_taken_back(leader: Official) -> None:
    line = next(line for line in progress(period("2026Q1"), TODAY) if line.rule == "hearing")
    with writing("样"):
        explain(line, "住院", TODAY)
        withdraw_explanation(line)


WRITES: list[Callable[[Official], None]] = [
    change_the_visit,
    new_leader_takes_over,
    village_moves_to_a_new_township,
    added_and_changed_at_once,
    deleted_after_a_change,
    explained_and_taken_back,
    lambda leader: end_assignment(leader.assignments[0], day(3, 31)),
    lambda _: change_settings({"office_name": "样样市政府办公室"}),
]


@pytest.mark.parametrize("write", WRITES, ids=[getattr(write, "__name__", "write") for write in WRITES])
def test_an_undone_action_leaves_everything_as_it_was(
    leader: Official, write: Callable[[Official], None]
) -> None:
    before = everything()
    write(leader)
    undo_last()
    assert everything() == before
    assert problems() == []


def test_actions_are_taken_back_one_after_the_other_even_after_a_restart(
    leader: Official, office: Path
) -> None:
    states = []
    for write in WRITES[:4]:
        states.append(everything())
        write(leader)
    while states:
        close_database()
        open_database(office)
        undo_last()
        assert everything() == states.pop()


def test_what_comes_after_an_undo_is_undone_first(leader: Official) -> None:
    change_the_visit(leader)
    undo_last()
    a_leader("王样三")
    assert undo_last() == "保存干部 王样三"
    assert undo_last() == "登记活动"


def test_a_whole_import_of_people_is_one_undo(office: Path) -> None:
    before = everything()
    fill_with_demo(TODAY)
    assert undo_last() == "生成演示数据"
    assert everything() == before
    assert last_action() is None


# --- what still shows a row that an undo took away


def end_contact(leader: Official) -> Callable[[], object]:
    held = Assignment.get_by_id(3)
    return lambda: end_assignment(held, TODAY)


def change_activity(leader: Official) -> Callable[[], object]:
    typed = read_entry(Activity.get())
    return lambda: save_activity(typed, TODAY)


def move(leader: Official) -> Callable[[], object]:
    activity = Activity.get()
    return lambda: move_activity(activity, day(3, 6), None, TODAY)


def visit(leader: Official) -> Callable[[], object]:
    typed = a_visit(leader, day(3, 6), ContactPoint.get_by_id(3))
    return lambda: save_activity(typed, TODAY)


def explain_missed(leader: Official) -> Callable[[], object]:
    line = next(line for line in progress(period("2026Q1"), TODAY) if line.rule == "hearing")
    return lambda: explain(line, "住院", TODAY)


def take_over(leader: Official) -> Callable[[], object]:
    point = ContactPoint.get_by_id(3)
    return lambda: assign(save_official(Official(name="李样二", rank=2)), point, TODAY)


@pytest.mark.parametrize("shown", [end_contact, change_activity, move, visit, explain_missed, take_over])
def test_a_form_that_still_shows_what_was_taken_back_writes_nothing_and_says_so(
    leader: Official, shown: Callable[[Official], Callable[[], object]]
) -> None:
    write = shown(leader)
    while last_action() is not None:
        undo_last()
    with pytest.raises(Problem, match="已经不在了"):
        write()
    tables = everything()
    assert not any(tables[name] for name in ("contact_point", "assignment", "activity", "explanation"))


def test_screens_hear_of_an_undo(leader: Official) -> None:
    change_the_visit(leader)
    drain_topics()
    undo_last()
    assert drain_topics() == {Topic.ACTIVITY}


# --- an older action, with what rests on it; and back again


def undoable(label: str) -> Action:
    return next(line.action for line in lines() if line.action.label == label)


def test_an_older_action_goes_alone_where_nothing_rests_on_it(leader: Official) -> None:
    change_settings({"office_name": "样样市政府办公室"})
    a_leader("王样三")
    action = undoable("修改设置")
    assert resting_on(action) == []
    undo(action)
    assert value("office_name") == ""
    assert Official.select().where(Official.name == "王样三").exists()


def test_what_rests_on_an_older_action_goes_with_it_and_all_of_it_comes_back(leader: Official) -> None:
    other = a_leader("王样三")
    point = a_household("钱样甲", address="5组")
    assign(other, point, day(1, 1))
    visit = save_activity(a_visit(other, day(3, 6), point), TODAY)
    change_settings({"office_name": "样样市政府办公室"})
    before = everything()
    action = undoable("保存联系点 钱样甲")
    assert len(resting_on(action)) == 2
    undo(action)
    assert not ContactPoint.select().where(ContactPoint.name == "钱样甲").exists()
    assert not Activity.select().where(Activity.id == visit.id).exists()
    assert value("office_name") == "样样市政府办公室"
    assert problems() == []
    taken_back = last_undone()
    assert taken_back is not None
    redo(taken_back)
    assert everything() == before
    assert history_problems() == []


def test_an_action_taken_back_is_not_taken_back_twice(leader: Official) -> None:
    change_settings({"office_name": "样样市政府办公室"})
    action = undoable("修改设置")
    undo(action)
    with pytest.raises(Problem, match="已经撤销"):
        undo(action)


def test_what_clashes_with_later_entries_is_refused_with_the_reason_and_nothing_changes(
    leader: Official,
) -> None:
    point = a_household("钱样甲", address="5组")
    delete_point(point)
    a_household("钱样甲", address="5组")
    before = everything()
    with pytest.raises(Problem, match="冲突"):
        undo(undoable("删除联系点 钱样甲"))
    assert everything() == before
    assert history_problems() == []


def test_undo_and_redo_walk_to_and_fro_and_a_new_action_ends_it(leader: Official) -> None:
    states = [everything()]
    for name in ("甲单位", "乙单位", "丙单位"):
        change_settings({"office_name": name})
        states.append(everything())
    for state in reversed(states[:-1]):
        undo_last()
        assert everything() == state
    for state in states[1:]:
        back = last_undone()
        assert back is not None
        redo(back)
        assert everything() == state
    assert last_undone() is None
    undo_last()
    a_leader("王样三")
    assert last_undone() is None


def test_two_hundred_actions_are_taken_back_after_a_restart(office: Path) -> None:
    for number in range(200):
        change_settings({"office_name": f"单位{number}"})
    close_database()
    open_database(office)
    for number in reversed(range(199)):
        undo_last()
        assert value("office_name") == f"单位{number}"
    undo_last()
    assert value("office_name") == ""
    assert last_action() is None
