"""The history of one thing, old and new in words; numbers are starred out."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.activity import Activity, TargetEntry, read_entry, save_activity
from models.assignment import assign
from models.contact_point import ContactPoint, save_point
from models.demo import fill_with_demo
from models.history import MOST_ROWS, Step, entries_of, history_of, lines, touched
from models.official import Official
from models.rules.kinds import Outcome
from models.setting import change_settings
from models.undo import last_action, undo
from tests.models.made_up import a_household, a_leader, a_visit, day

TODAY = day(4, 2)


@pytest.fixture
def leader(office: Path) -> Official:
    return a_leader("张样一")


def told(steps: list[Step]) -> list[tuple[str, str, tuple[tuple[str, str, str], ...]]]:
    return [(entry.deed, entry.what, entry.values) for step in steps for entry in step.entries]


def test_a_household_tells_what_stood_there_before_with_its_numbers_starred_out(leader: Official) -> None:
    point = a_household("钱样甲", phone="13900001234")
    point.phone, point.note = "13800005678", "危房，电话 13700009999"
    save_point(point)
    assert told(history_of(point))[0] == (
        "修改",
        "户 钱样甲",
        (("联系电话", "139****1234", "138****5678"), ("备注", "（空）", "危房，电话 137****9999")),
    )


def test_what_a_new_row_held_is_told_as_it_was_then(leader: Official) -> None:
    point = a_household("钱样甲", address="3组")
    point.address = "5组"
    save_point(point)
    _, (deed, _, values) = told(history_of(point))
    assert deed == "新增"
    assert ("地址", "", "3组") in values


def test_a_leader_of_a_point_belongs_to_its_history(leader: Official) -> None:
    point = a_household("钱样甲")
    assign(leader, point, day(1, 1))
    deeds = [(deed, what) for deed, what, _ in told(history_of(point))]
    assert deeds == [("新增", "联系关系 张样一"), ("新增", "户 钱样甲")]


def test_a_visit_saved_anew_tells_only_what_differs(leader: Official) -> None:
    one, other = a_household("钱样甲"), a_household("孙样乙")
    visit = save_activity(a_visit(leader, day(3, 5), one, other), TODAY)
    typed = replace(read_entry(visit), purpose="看望")
    typed.targets = [
        TargetEntry(one.id, Outcome.NOT_MET, reason="外出"),
        TargetEntry(other.id, Outcome.MET),
    ]
    save_activity(typed, TODAY)
    assert told(history_of(visit)[:1]) == [
        ("修改", f"活动 {visit.number}", (("事由", "（空）", "看望"),)),
        ("修改", "走访对象 钱样甲", (("结果", "已走访", "未遇"), ("原因", "（空）", "外出"))),
    ]


def test_the_list_says_who_did_what_and_what_was_taken_back(leader: Official) -> None:
    change_settings({"office_name": "样样市政府办公室"})
    action = last_action()
    assert action is not None
    undo(action)
    assert [(line.action.label, line.is_back, line.is_taker) for line in lines()] == [
        ("撤销：修改设置", False, True),
        ("修改设置", True, False),
        ("保存干部 张样一", False, False),
    ]


def test_what_an_action_touched_is_named_or_counted(leader: Official) -> None:
    visit = save_activity(a_visit(leader, day(3, 5), a_household("钱样甲")), TODAY)
    assert touched(lines()[0].action.number) == f"活动 {visit.number}"


def test_a_huge_action_is_told_in_part_with_the_number_of_the_rest(office: Path) -> None:
    fill_with_demo(TODAY)
    entries, more = entries_of(lines()[0].action.number)
    assert 0 < len(entries) <= MOST_ROWS
    assert more > 500
    assert touched(lines()[0].action.number).startswith("干部 ")
    assert history_of(ContactPoint.get())
    assert history_of(Activity.get())
