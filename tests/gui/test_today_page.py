"""今日要办 in the real window: what is listed, answered by one key, explained, and opened filled in."""

from collections.abc import Callable
from datetime import date

import pytest

from gui.look.palette import Tone, signed
from gui.pages.today import TodayPage
from gui.state import today as words
from gui.window import Window
from models.absence import Absence
from models.activity import Activity, ActivityEntry, Target, save_activity
from models.due import due
from models.explanation import explanations
from models.holiday import save_holiday
from models.official import Official
from models.rules.due import Group
from models.rules.kinds import ActivityKind, ActivityState, DayKind, DutyState, StepKind
from models.writing import Topic, writing
from tests.gui.calendar_office import ActivityNeighbour, MattersNeighbour
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.zhangs_office import TODAY, kept, zhangs_office
from tests.models.made_up import a_leader, a_visit, day
from tests.models.matters import a_matter


@pytest.fixture
def leader(office: object) -> Official:
    return zhangs_office()


@pytest.fixture
def opened(
    open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[Window, TodayPage]]:
    def open_(today: date = TODAY) -> tuple[Window, TodayPage]:
        monkeypatch.setattr(Window, "today", lambda _: today)
        window = open_window(TodayPage, ActivityNeighbour, MattersNeighbour)
        wait_until(window, lambda: window.page.side)
        return window, window.page

    return open_


def listed(page: TodayPage) -> list[tuple[str, str, str, str]]:
    """State, what, whom and deed of every row."""
    return [(row.state[0], row.what, row.subject, row.deed[0]) for row in page.table.rows.items]


def test_the_list_is_the_one_the_command_tells(leader: Official, opened: Callable[..., tuple]) -> None:
    kept(leader, state=ActivityState.PLANNED)
    _, page = opened()
    told = {(entry.what, entry.subject, entry.number) for entry in due(TODAY)}
    assert {(row.entry.what, row.entry.subject, row.entry.number) for row in page.table.rows.items} == told


def test_what_is_late_comes_first_and_what_is_near_before_what_is_open(
    leader: Official, opened: Callable[..., tuple]
) -> None:
    _, page = opened()
    assert listed(page)[:3] == [
        ("● 逾期", "走访联系乡镇(街道)", "样样镇", "补登 ›"),
        ("● 逾期", "走访联系村(社区)", "样样村", "补登 ›"),
        ("● 逾期", "下访听诉", "—", "补登 ›"),
    ]
    assert [state for state, *_ in listed(page)[-3:]] == ["○ 未到期"] * 3
    assert page.table.rows.items[3].state[0] == "▲ 临近"


def test_what_is_lacking_is_what_is_not_done_whether_or_not_it_is_planned(
    leader: Official, opened: Callable[..., tuple]
) -> None:
    house = leader.assignments[2].contact_point
    save_activity(a_visit(leader, day(12, 5), house, state=ActivityState.PLANNED), TODAY)
    _, page = opened()
    lacking = {(row.what, row.subject): row.lacking for row in page.table.rows.items}
    assert lacking["走访联系户", house.name] == "2次，已安排1次"
    assert lacking["下基层调研", "—"] == "60天，每周10.8天"


@pytest.mark.parametrize(
    ("today", "late", "this_week"),
    [(date(2026, 9, 30), 3, 3), (date(2026, 10, 1), 3, 0), (date(2028, 2, 29), 12, 0)],
)
def test_the_cards_count_what_is_listed(
    leader: Official, opened: Callable[..., tuple], today: date, late: int, this_week: int
) -> None:
    _, page = opened(today)
    assert [tally.number for tally in page.strip._tallies][:2] == [
        sum(entry.state == DutyState.LATE for entry in due(today)),
        sum(entry.what != "awaiting" and today <= entry.due <= date(2026, 10, 4) for entry in due(today)),
    ]
    assert page.strip._tallies[0].number >= late
    assert page.strip._tallies[1].number == this_week


def test_a_card_narrows_the_list_and_picked_again_shows_all(
    leader: Official, opened: Callable[..., tuple]
) -> None:
    _, page = opened()
    everything = len(page.table.rows.items)
    page.strip.focus_force()
    press(page.strip, "<Right>")
    press(page.strip, "<Return>")
    assert {state for state, *_ in listed(page)} == {"● 逾期"}
    page.escape()
    assert len(page.table.rows.items) == everything


def test_a_row_opens_an_activity_filled_in(leader: Official, opened: Callable[..., tuple]) -> None:
    window, page = opened()
    page.table.pick(0)
    press(page.table.sheet, "<Return>")
    sent = window.page.about
    assert isinstance(sent, ActivityEntry)
    assert (sent.kind, sent.leaders, sent.first_day) == (ActivityKind.VISIT, [leader.id], day(9, 30))
    assert sent.state == ActivityState.DONE
    assert [target.point for target in sent.targets] == [leader.assignments[0].contact_point_id]


def test_what_still_runs_is_offered_as_a_plan_and_a_report_as_handed_in(
    leader: Official, opened: Callable[..., tuple]
) -> None:
    window, page = opened()
    sent = {}
    for row in page.table.rows.items:
        page.open_row(row)
        sent[row.entry.what, row.entry.state] = window.page.about
    assert sent["hearing", "open"].state == ActivityState.PLANNED
    assert sent["hearing", "open"].first_day == TODAY
    assert sent["report", "at_risk"].state == ActivityState.DONE
    assert sent["fieldwork_days", "at_risk"].kind == ActivityKind.FIELDWORK


def test_clicking_the_deed_opens_the_row(leader: Official, opened: Callable[..., tuple]) -> None:
    window, page = opened()
    sheet = page.table.sheet
    sheet.event_generate("<Button-1>", x=sheet.winfo_width() - 20, y=sheet.step // 2)
    assert isinstance(window.page.about, ActivityEntry)


@pytest.mark.parametrize(
    ("key", "state", "outcome"),
    [
        ("1", ActivityState.DONE, "met"),
        ("2", ActivityState.DONE, "not_met"),
        ("3", ActivityState.POSTPONED, "met"),
        ("4", ActivityState.CANCELLED, "met"),
    ],
)
def test_a_plan_past_its_day_is_answered_by_one_key_and_one_undo(
    leader: Official, opened: Callable[..., tuple], key: str, state: ActivityState, outcome: str
) -> None:
    plan = kept(leader, state=ActivityState.PLANNED)
    window, page = opened()
    page.strip.pick(2)
    page.table.pick(0)
    press(page.table.sheet, f"<Key-{key}>")
    answered = Activity.get_by_id(plan.id)
    assert answered.state == state
    assert Target.get(Target.activity == plan).outcome == outcome
    press(window.root, "<Control-z>")
    assert Activity.get_by_id(plan.id).state == ActivityState.PLANNED


def test_an_explained_lateness_is_off_the_list(leader: Official, opened: Callable[..., tuple]) -> None:
    window, page = opened()
    page.table.pick(2)
    page.why.invoke()
    page.drawer.form["reason"].set("住院治疗")
    page.drawer.main.invoke()
    assert list(explanations().values()) == ["住院治疗"]
    wait_until(window, lambda: ("● 逾期", "下访听诉", "—", "补登 ›") not in listed(page))
    assert "逾期（已说明）" in window.noticed


def test_a_reason_must_be_given(leader: Official, opened: Callable[..., tuple], answers: Answers) -> None:
    _, page = opened()
    page.table.pick(2)
    page.why.invoke()
    page.drawer.main.invoke()
    assert page.drawer.form.complaints == {"reason": "请填写未完成的原因。"}
    assert explanations() == {}


def test_one_leader_is_chosen_and_only_his_things_are_shown(
    leader: Official, opened: Callable[..., tuple]
) -> None:
    li = a_leader("李样二", office_from=day(1, 1))
    _, page = opened()
    page.leader.set(li.id)
    page.leader.changed()
    assert {row.entry.leader for row in page.table.rows.items} == {"李样二"}
    assert "李样二" in page.context()


def test_a_search_by_initials_narrows_the_list(leader: Official, opened: Callable[..., tuple]) -> None:
    _, page = opened()
    type_in(page.search, "xfts")
    assert {what for _, what, *_ in listed(page)} == {"下访听诉"}


def test_who_is_away_and_who_acts_stands_beside(leader: Official, opened: Callable[..., tuple]) -> None:
    with writing("外出", Topic.ABSENCE):
        Absence.create(official=leader, first_day=day(11, 20), last_day=day(11, 25), last_half="am")
    _, page = opened()
    assert page.side.away.texts == [("张样一（无人代行）", "至11月25日上午")]


def test_this_weeks_plans_stand_beside_and_open(leader: Official, opened: Callable[..., tuple]) -> None:
    monday = date(2026, 11, 16)
    plan = kept(leader, state=ActivityState.PLANNED, place="样样镇")
    window, page = opened(monday)
    assert page.side.week.texts == [("周五 张样一", "走访 样样镇")]
    page.side.week._lines[0].run()
    assert window.page.about == plan


def test_bars_tell_what_the_engine_counts(leader: Official, opened: Callable[..., tuple]) -> None:
    kept(leader)
    _, page = opened()
    assert dict(page.side.progress.texts)["走访联系乡镇(街道)"] == "1/1次"
    assert dict(page.side.progress.texts)["下基层调研"] == "1/60天"


def test_one_lateness_after_the_other_is_explained_by_keyboard(
    leader: Official, opened: Callable[..., tuple]
) -> None:
    window, page = opened()
    late = [row for row in page.table.rows.items if row.group == Group.LATE]
    for row in late[1:3]:
        press(page.table.sheet, "<Down>")
        if page.table.current.key == late[0].key:
            press(page.table.sheet, "<Down>")
        assert page.table.current.key == row.key
        page.why.focus_set()
        page.why.invoke()
        page.drawer.form["reason"].set("下乡途中遇山洪")
        press(page.drawer.form["reason"].inner, "<Control-Return>")
        wait_until(window, lambda row=row: row.key not in [one.key for one in page.table.rows.items])
        assert str(page.focus_get()) == str(page.table.sheet)


def test_an_empty_card_does_not_say_that_nothing_is_to_be_done(
    leader: Official, opened: Callable[..., tuple]
) -> None:
    _, page = opened()
    page.strip.pick(words.ORDER.index(Group.AWAITING))
    assert not page.table.rows.items
    assert "这一类" in page.table.empty


def test_an_empty_office_is_told_what_to_do_first(opened: Callable[..., tuple]) -> None:
    _, page = opened()
    assert "从 Excel 导入" in page.table.empty


def test_a_refused_answer_says_why(leader: Official, opened: Callable[..., tuple]) -> None:
    plan = kept(leader, state=ActivityState.POSTPONED)
    save_holiday(day(11, 21), DayKind.OFF)
    window, page = opened(day(11, 19))
    page.table.pick([row.entry.number for row in page.table.rows.items].index(plan.number))
    page.answers.buttons["已完成"].invoke()
    wait_until(window, lambda: window.noticed)
    assert window.noticed.startswith(signed(Tone.LATE, ""))
    assert Activity.get_by_id(plan.id).state == ActivityState.POSTPONED


def test_matters_stand_among_the_duties_and_open(leader: Official, opened: Callable[..., tuple]) -> None:
    a_matter(leader, due=day(11, 18))
    a_matter(leader, due=day(11, 25))
    answered = a_matter(leader, StepKind.REPLY)
    window, page = opened(day(11, 24))
    rows = [row for row in page.table.rows.items if row.what == "民情事项"]
    assert [(row.state[0], row.subject, row.lacking, row.group) for row in rows] == [
        ("● 逾期", "村口的路坏了", "超期4个工作日", Group.LATE),
        ("▲ 临近", "村口的路坏了", "还剩1个工作日", Group.THIS_WEEK),
        ("◆ 待销号", "村口的路坏了", "告知、销号", Group.AWAITING),
    ]
    assert rows[0].lacking_brief == "超4日"
    page.open_row(rows[2])
    assert window.page.about == answered


def test_a_matter_past_its_deadline_has_no_reason_to_be_explained_away(
    leader: Official, opened: Callable[..., tuple]
) -> None:
    a_matter(leader, due=day(11, 18))
    _, page = opened()
    page.table.pick(next(at for at, row in enumerate(page.table.rows.items) if row.what == "民情事项"))
    assert not page.why.winfo_manager()
    assert "MQ20260001" in str(page._about.cget("text"))
