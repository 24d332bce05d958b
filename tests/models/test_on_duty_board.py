"""The board out of the database, and what `duty` prints."""

import pytest

from models.activity import save_activity
from models.official import Official, next_rank, save_official
from models.on_duty_board import Duty, duty, on_duty_board
from models.pairing import Pairing, save_pairing
from models.rules.kinds import ActivityKind, ActivityState, Half
from models.rules.pairing import half_day, half_days
from tests.models.made_up import a_leader, a_visit, day, is_absent

pytestmark = pytest.mark.usefixtures("office")
TODAY = day(11, 25)


def test_every_leader_in_office_and_every_post_is_listed() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    a_leader("退样休", office_to=day(6, 30))
    chen = save_official(Official(name="陈样三", rank=next_rank(), is_member=False))
    save_pairing(Pairing(a=zhang, b=li))
    save_pairing(Pairing(a=chen, b=zhang, post="机要科长"))
    is_absent(zhang, TODAY, TODAY, last_half=Half.AM)
    is_absent(chen, TODAY, None)
    assert duty(TODAY, Half.AM) == [
        Duty("张样一", None, away=True, acting="李样二", clash=False),
        Duty("李样二", None, away=False, acting="李样二", clash=False),
        Duty("陈样三", "机要科长", away=True, acting=None, clash=True),
    ]
    assert duty(TODAY, Half.PM)[2] == Duty("陈样三", "机要科长", away=True, acting="张样一", clash=False)


def test_a_post_whose_a_left_is_filled_by_its_b() -> None:
    chen = save_official(Official(name="陈样三", rank=1, is_member=False))
    liu = save_official(Official(name="刘样四", rank=2, is_member=False))
    save_pairing(Pairing(a=chen, b=liu, post="出纳"))
    chen.office_to = day(6, 30)
    save_official(chen)
    assert duty(TODAY, Half.AM) == [Duty("陈样三", "出纳", away=False, acting="刘样四", clash=False)]


def test_trips_planned_or_done_are_out_for_who_goes_and_for_nobody_else() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    morning = {"last_half": Half.AM}
    save_activity(a_visit(zhang, TODAY, **morning), TODAY)
    save_activity(a_visit(zhang, day(11, 26), stand_ins=[li.id], state=ActivityState.PLANNED), TODAY)
    save_activity(a_visit(zhang, day(11, 24), state=ActivityState.CANCELLED), TODAY)
    save_activity(a_visit(zhang, day(11, 24), kind=ActivityKind.REPORT), TODAY)
    lines = on_duty_board(day(11, 23), day(11, 29)).lines
    now = half_day(TODAY, Half.AM)
    assert [list(line.out) for line in lines] == [[(now, now)], [half_days(day(11, 26), day(11, 26))]]
