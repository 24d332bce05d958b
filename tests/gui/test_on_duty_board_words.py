"""在岗情况 without a window: what each half-day says, what is joined, what it adds up to in words."""

from datetime import date

import pytest

from gui.look.palette import Tone
from gui.state.on_duty_board import (
    View,
    Whom,
    acting_days,
    acting_lines,
    days_shown,
    finding_lines,
    findings,
    grid,
    summary,
    title,
    turned,
)
from gui.state.on_duty_spells import Shown, Spell, absence_behind, shown
from gui.state.on_duty_words import note
from models.absence import absences_between
from models.activity import save_activity
from models.official import Official, next_rank, save_official
from models.on_duty_board import on_duty_board, trips
from models.pairing import Pairing, save_pairing
from models.rules.kinds import Half
from models.setting import change_settings
from tests.models.made_up import a_leader, a_visit, day, is_absent

pytestmark = pytest.mark.usefixtures("office")
MONDAY, TODAY, SUNDAY = day(11, 23), day(11, 25), day(11, 29)


def known(view: View = View.WEEK, on: date = TODAY) -> Shown:
    days = days_shown(view, on)
    return shown(on_duty_board(*days), absences_between(*days), trips(*days), is_workday)


def rows(there: Shown, typed: str = "", whom: Whom = Whom.ALL) -> dict[str, list[tuple[str, int]]]:
    """Each line's boxes in their longest form, with how many half-days they take."""
    return {
        row.label: [(cell.forms[0], cell.span) for cell in row.cells if cell]
        for section in grid(there, typed, whom, TODAY)
        for row in section.rows
    }


def is_workday(day: date) -> bool:
    return day.weekday() < 5


def box(there: Shown, name: str, half: int) -> Spell:
    """The box of somebody's line that holds that half-day of the days shown."""
    for section in grid(there, "", Whom.ALL, TODAY):
        for row in section.rows:
            if row.label == name:
                boxes = [cell for cell in row.cells if cell for _ in range(cell.span)]
                found: Spell = boxes[half].about
                return found
    raise AssertionError(f"no line of {name}")


def a_clerk(name: str, **more: object) -> Official:
    return save_official(Official(name=name, rank=next_rank(), is_member=False, **more))


# --- what a half-day says


def test_who_is_here_all_week_is_one_quiet_box() -> None:
    a_leader("张样一")
    there = known()
    assert rows(there) == {"张样一": [("✓ 在岗", 10), ("休息日", 4)]}
    (section,) = grid(there, "", Whom.ALL, TODAY)
    assert section.rows[0].cells[0].tone is Tone.SOFT


def test_who_is_away_is_named_with_who_acts_and_who_acts_with_for_whom() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    save_pairing(Pairing(a=zhang, b=li))
    is_absent(zhang, TODAY, day(11, 26), first_half=Half.PM, reason="学习", place="省城")
    assert rows(known()) == {
        "张样一": [("✓ 在岗", 5), ("▲ 外出（学习，省城） → 李样二代行", 3), ("✓ 在岗", 2), ("休息日", 4)],
        "李样二": [("✓ 在岗", 5), ("✓ 在岗，代 张样一", 3), ("✓ 在岗", 2), ("休息日", 4)],
    }


def test_both_away_is_a_clash_whoever_acts_and_without_anybody_nobody_acts() -> None:
    zhang, li, _ = a_leader("张样一"), a_leader("李样二"), a_clerk("吴样九")
    chen = a_leader("陈样三")
    save_pairing(Pairing(a=zhang, b=li))
    for away in (zhang, li, chen):
        is_absent(away, TODAY, TODAY)
    there = rows(known())
    assert [there[name][1] for name in ("张样一", "李样二", "陈样三")] == [
        ("● AB角都外出，无人代行", 2),
        ("● AB角都外出，无人代行", 2),
        ("● 外出，无人代行", 2),
    ]
    change_settings({"fallback_official": "吴样九"})
    there = rows(known())
    assert [there[name][1] for name in ("张样一", "陈样三")] == [
        ("● AB角都外出，由吴样九代行", 2),
        ("▲ 外出 → 吴样九代行", 2),
    ]


def test_a_trip_says_where_and_that_he_acts_meanwhile() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    save_pairing(Pairing(a=zhang, b=li))
    is_absent(zhang, TODAY, TODAY)
    trip = save_activity(a_visit(li, TODAY, first_half=Half.PM, place="样样镇"), TODAY)
    there = known()
    assert rows(there)["李样二"][1:3] == [("✓ 在岗，代 张样一", 1), ("◆ 下乡 样样镇，代 张样一", 1)]
    spell = box(there, "李样二", 5)
    assert spell.trip is not None
    assert spell.trip.activity == trip.id


def test_two_absences_in_a_row_stay_two_boxes() -> None:
    zhang = a_leader("张样一")
    is_absent(zhang, TODAY, TODAY, reason="学习")
    later = is_absent(zhang, day(11, 26), None, reason="休假")
    there = known()
    assert [words for words, _ in rows(there)["张样一"]] == [
        "✓ 在岗",
        "● 外出（学习），无人代行",
        "● 外出（休假），无人代行",
    ]
    assert absence_behind(box(there, "张样一", 13), there) == later


def test_a_day_off_is_quiet_unless_something_is_so() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    save_pairing(Pairing(a=zhang, b=li))
    is_absent(zhang, SUNDAY, SUNDAY)
    there = known()
    assert rows(there)["张样一"] == [("✓ 在岗", 10), ("休息日", 2), ("▲ 外出 → 李样二代行", 2)]
    assert rows(there)["李样二"][1:] == [("休息日", 2), ("✓ 在岗，代 张样一", 2)]
    assert note(box(there, "李样二", 10), there) == "李样二\n休息日  11月28日"


def test_before_and_after_his_time_in_office_is_a_dash_that_nobody_can_be_on() -> None:
    a_leader("张样一", office_from=day(11, 24), office_to=day(11, 27))
    assert rows(known())["张样一"] == [("—", 1)] * 2 + [("✓ 在岗", 8)] + [("—", 1)] * 4


def test_posts_come_below_with_their_names_also_where_a_has_left() -> None:
    chen, liu = a_clerk("陈样三"), a_clerk("刘样四")
    a_leader("张样一")
    save_pairing(Pairing(a=chen, b=liu, post="出纳"))
    save_pairing(Pairing(a=liu, b=chen, post="机要科长"))
    chen.office_to = day(11, 24)
    save_official(chen)
    there = known()
    sections = grid(there, "", Whom.ALL, TODAY)
    assert [(one.title, len(one.rows)) for one in sections] == [("领导", 1), ("部门岗位", 2)]
    assert rows(there)["陈样三  出纳"] == [("✓ 在岗", 4), ("▲ 不在任 → 刘样四代行", 10)]
    assert rows(there)["刘样四  机要科长"] == [("✓ 在岗", 4), ("✓ 在岗，代 陈样三", 10)]


def test_every_form_has_a_sign_and_a_word_down_to_the_shortest() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    save_pairing(Pairing(a=zhang, b=li))
    is_absent(zhang, TODAY, TODAY)
    is_absent(li, TODAY, TODAY, last_half=Half.AM)
    cells = grid(known(), "", Whom.ALL, TODAY)[0].rows[0].cells
    assert [cell.forms[-1] for cell in cells if cell] == ["✓岗", "●冲", "▲外", "✓岗", "休"]
    for cell in cells:
        assert cell is not None
        widths = [len(form) for form in cell.forms]
        assert widths == sorted(widths, reverse=True)


# --- all there is to say of a box


def test_the_note_tells_everything_of_an_absence() -> None:
    zhang, li = a_leader("张样一", title="市长"), a_leader("李样二")
    save_pairing(Pairing(a=zhang, b=li))
    more = {"reason": "学习", "place": "省城", "approver": "王样五", "told_on": "11月20日电话"}
    is_absent(zhang, day(11, 20), None, **more)
    is_absent(li, SUNDAY, SUNDAY)
    there = known()
    assert note(box(there, "张样一", 0), there).split("\n") == [
        "张样一  市长",
        "▲ 外出  11月20日起",
        "事由：学习",
        "地点：省城",
        "批准人：王样五",
        "告知时间：11月20日电话",
        "11月23日至28日  李样二代行",
    ]
    assert note(box(there, "张样一", 13), there).endswith("11月29日  AB角都外出，无人代行")
    assert note(box(there, "李样二", 0), there).split("\n") == [
        "李样二",
        "✓ 在岗  11月23日至28日",
        "代 张样一  11月20日起外出",
    ]


def test_acting_for_somebody_leads_to_his_absence_and_being_here_to_none() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    save_pairing(Pairing(a=zhang, b=li))
    absence = is_absent(zhang, TODAY, TODAY)
    there = known()
    assert absence_behind(box(there, "李样二", 4), there) == absence
    assert absence_behind(box(there, "张样一", 0), there) is None


# --- the days shown, and whose lines


def test_a_week_is_monday_to_sunday_under_heads_that_say_today_and_days_off() -> None:
    a_leader("张样一")
    assert days_shown(View.WEEK, SUNDAY) == (MONDAY, SUNDAY)
    (section,) = grid(known(), "", Whom.ALL, TODAY)
    overs = list(dict.fromkeys(column.over for column in section.columns))
    assert overs[1:] == ["周二 24日", "今天 25日", "周四 26日", "周五 27日", "周六 28日 休", "周日 29日 休"]
    (section,) = grid(known(View.DAY), "", Whom.ALL, TODAY)
    assert [column.forms[0] for column in section.columns] == ["上午", "下午"]


def test_days_are_said_in_words_with_their_weekdays() -> None:
    assert title(View.DAY, TODAY) == "2026年11月25日 星期三"
    assert title(View.WEEK, TODAY) == "2026年11月23日 星期一 至 29日 星期日"
    assert title(View.WEEK, day(12, 31)) == "2026年12月28日 星期一 至 2027年1月3日 星期日"
    assert (turned(View.DAY, TODAY, -1), turned(View.WEEK, TODAY, 1)) == (day(11, 24), day(12, 2))


def test_lines_are_filtered_by_name_by_post_and_by_what_is_so() -> None:
    zhang, li, _ = a_leader("张样一"), a_leader("李样二"), a_leader("陈样三")
    wang, clerk = a_leader("王样五"), a_clerk("刘样四")
    save_pairing(Pairing(a=zhang, b=li))
    save_pairing(Pairing(a=clerk, b=zhang, post="出纳"))
    is_absent(zhang, TODAY, TODAY)
    is_absent(wang, TODAY, TODAY)
    there = known()
    assert list(rows(there, "lye")) == ["李样二"]
    assert list(rows(there, "出纳")) == ["刘样四  出纳"]
    assert list(rows(there, whom=Whom.CHANGED)) == ["张样一", "李样二", "王样五"]
    assert list(rows(there, whom=Whom.UNFILLED)) == ["王样五"]


# --- what it adds up to


def test_what_is_unfilled_is_told_once_with_days_and_leads_to_its_box() -> None:
    zhang, li, chen = a_leader("张样一"), a_leader("李样二"), a_leader("陈样三")
    save_pairing(Pairing(a=zhang, b=li))
    is_absent(zhang, day(11, 20), day(11, 24))
    is_absent(li, day(11, 22), day(11, 30))
    is_absent(chen, TODAY, None)
    there = known()
    went: list[object] = []
    found = findings(there.board)
    lines = list(finding_lines(found, there.board, went.append))
    assert [(line.left, line.right, line.below) for line in lines] == [
        ("张样一、李样二", "11月22日至24日", ("● AB角都外出，无人代行", Tone.LATE)),
        ("陈样三", "11月25日起", ("● 外出，没有AB角，无人代行", Tone.LATE)),
    ]
    assert lines[1].run is not None
    lines[1].run()
    assert went == [found[1]]
    assert summary(there, found) == "外出 3 人    代行 1 人    缺岗与冲突 2 处"


def test_a_quiet_week_is_said_to_be_one() -> None:
    assert summary(known(), []) == ""
    a_leader("张样一")
    assert summary(known(), []) == "全部在岗"


def test_who_acted_longest_this_year_comes_first_and_two_at_once_count_once() -> None:
    zhang, li = a_leader("张样一"), a_leader("李样二")
    chen, liu = a_clerk("陈样三"), a_clerk("刘样四")
    save_pairing(Pairing(a=zhang, b=li))
    save_pairing(Pairing(a=chen, b=liu, post="出纳"))
    save_pairing(Pairing(a=a_clerk("周样六"), b=liu, post="会计"))
    is_absent(zhang, day(3, 2), day(3, 3), last_half=Half.AM)
    is_absent(li, day(4, 1), day(4, 1))
    is_absent(zhang, TODAY, None)
    for away in (chen, Official.get(Official.name == "周样六")):
        is_absent(away, day(5, 6), day(5, 9))
    counted = acting_days(on_duty_board(day(1, 1), TODAY))
    assert counted == [("刘样四", 4), ("李样二", 2.5), ("张样一", 1)]
    assert [(line.left, line.right, line.share) for line in acting_lines(counted)][1] == (
        "李样二",
        "2.5 天",
        2.5 / 4,
    )
    assert acting_lines([]) == []
