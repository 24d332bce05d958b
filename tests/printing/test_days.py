"""今日要办 and 本周安排 on paper, filled from a small office."""

from collections.abc import Callable
from datetime import date

import pytest

from models.absence import Absence
from models.activity import save_activity
from models.demo import fill_with_demo
from models.explanation import explain
from models.official import Official
from models.pairing import Pairing
from models.progress import progress
from models.rules.calendar import Period, period
from models.rules.kinds import ActivityKind, ActivityState, Half, PeriodKind, StepKind
from models.writing import Topic, writing
from printing.choice import Choice
from printing.documents import today as today_form
from printing.documents import week_plan
from tests.gui.zhangs_office import zhangs_office
from tests.models.made_up import a_leader, a_visit, day
from tests.models.matters import a_matter
from tests.printing.conftest import Print

Reader = Callable[..., Print]
TODAY = date(2026, 11, 25)


@pytest.fixture
def zhang(office: object) -> Official:
    return zhangs_office()


def on(day_: date, leader: Official | None = None) -> Choice:
    return Choice(TODAY, Period(day_, day_, PeriodKind.INTERVAL), leader)


def due_rows(choice: Choice) -> list[tuple[str, str, str, str]]:
    (found,) = today_form.load(choice)
    return [(row.state, row.what, row.whom, row.due) for row in found.due]


def test_what_presses_on_several_is_one_row_the_most_urgent_first(zhang: Official) -> None:
    a_leader("李样二")
    rows = due_rows(Choice(TODAY))
    assert rows[0] == ("● 逾期", "走访联系乡镇(街道)", "张\u2060样\u2060一（样样镇）", "9月30日")
    hearings = next(whom for state, what, whom, _ in rows if (state, what) == ("● 逾期", "下访听诉"))
    assert hearings == "张\u2060样\u2060一1次；李\u2060样\u2060二1次"


def test_a_plan_past_its_day_names_its_day_and_place(zhang: Official) -> None:
    save_activity(a_visit(zhang, day(11, 20), place="样样镇", state=ActivityState.PLANNED), TODAY)
    row = next(row for row in due_rows(Choice(TODAY)) if row[0] == "◆ 待确认")
    assert row[1:] == ("计划日期已过，待回填", "张\u2060样\u2060一（11月20日走访样样镇）", "—")


def test_matters_that_stand_alike_are_one_row_with_their_deadlines(zhang: Official) -> None:
    a_matter(zhang, due=day(11, 20))
    a_matter(zhang, due=day(11, 23), sensitive=True)
    a_matter(zhang, StepKind.REPLY, due=day(12, 31))
    rows = [row for row in due_rows(Choice(TODAY)) if row[1] == "民情事项"]
    named = "张\u2060样\u2060一"
    assert rows == [
        ("● 逾期", "民情事项", f"{named}2件（11月20日村口的路坏了、11月23日敏感事项）", "—"),
        ("◆ 待销号", "民情事项", f"{named}（12月31日村口的路坏了）", "—"),
    ]


def test_of_very_many_matters_one_row_tells_how_many_there_are(zhang: Official) -> None:
    for due in (10, 11, 12, 25, 26, 27):
        a_matter(zhang, due=day(11, due))
    a_matter(zhang, StepKind.REPLY)
    (row,) = [row for row in due_rows(Choice(TODAY)) if row[1] == "民情事项"]
    assert row == ("● 逾期", "民情事项", "逾期3件（11月10日起）；临近3件；待销号1件", "—")


def test_what_is_explained_is_not_printed(zhang: Official) -> None:
    line = next(line for line in progress(period("2026Q3"), TODAY) if line.rule == "hearing")
    explain(line, "住院", TODAY)
    assert ("● 逾期", "下访听诉") not in [row[:2] for row in due_rows(Choice(TODAY))]


def test_the_chiefs_page_of_nine_leaders_is_one(office: object, printed: Reader) -> None:
    fill_with_demo(TODAY)
    page = printed(*today_form.load(Choice(TODAY)))
    assert len(page) == 1
    assert page.place("本周安排").top > page.place("领导、对象").top
    assert "外出：韩样三至11月26日（朱样四代行）" in page.text


def test_a_quarter_is_no_day_so_the_page_is_about_today(zhang: Official) -> None:
    (found,) = today_form.load(Choice(TODAY, period("2026Q4")))
    assert found.day == "2026年11月25日"


def test_an_empty_office_prints_that_there_is_nothing_to_do(office: object, printed: Reader) -> None:
    text = printed(*today_form.load(Choice(TODAY))).text
    assert "没有要办的事项" in text
    assert "本周还没有安排" in text


# --- the week


def week_rows(choice: Choice) -> list[tuple[str, ...]]:
    (found,) = week_plan.load(choice)
    return [(row.day, row.half, row.leader, row.what, row.place) for row in found.rows]


def test_a_week_has_a_row_for_each_working_day_and_one_for_each_thing_on_it(zhang: Official) -> None:
    trip = a_visit(
        zhang,
        day(11, 25),
        kind=ActivityKind.FIELDWORK,
        last_day=day(11, 26),
        place="样样镇",
        state=ActivityState.PLANNED,
    )
    save_activity(trip, TODAY)
    rows = week_rows(on(day(11, 27)))
    assert [row[0] for row in rows] == [
        f"11月{n}日\n星期{w}" for n, w in zip(range(23, 28), "一二三四五", strict=True)
    ]
    assert rows[2][1:] == rows[3][1:] == ("全天", "张样一", "调研", "样样镇")
    assert rows[0][1:] == ("", "", "", "")


def test_a_day_off_has_no_row_unless_something_is_on_it(zhang: Official) -> None:
    saturday = a_visit(zhang, day(11, 28), place="样样村", state=ActivityState.PLANNED, last_half=Half.AM)
    save_activity(saturday, TODAY)
    assert week_rows(on(TODAY))[-1] == ("11月28日\n星期六", "上午", "张样一", "走访", "样样村")


def test_what_was_called_off_is_not_in_the_week_and_what_was_done_says_so(zhang: Official) -> None:
    for number, state in enumerate((ActivityState.CANCELLED, ActivityState.POSTPONED, ActivityState.DONE)):
        save_activity(a_visit(zhang, day(11, 23 + number), state=state), TODAY)
    assert [row[3] for row in week_rows(on(TODAY)) if row[3]] == ["走访（已完成）"]


def test_who_is_away_stands_in_the_week_with_who_acts(zhang: Official) -> None:
    li = a_leader("李样二")
    with writing("外出", Topic.ABSENCE):
        Pairing.create(a=zhang, b=li)
        Absence.create(
            official=zhang, first_day=day(11, 24), first_half=Half.PM, last_day=day(11, 25), reason="开会"
        )
    (found,) = week_plan.load(on(TODAY))
    away = [(row.half, row.about) for row in found.rows if row.what == "外出"]
    assert away == [("下午", "开会；由李样二代行"), ("全天", "开会；由李样二代行")]
    assert not [row for row in week_plan.load(on(TODAY, li))[0].rows if row.what == "外出"]


def test_a_week_across_the_years_end_says_both_years(zhang: Official, printed: Reader) -> None:
    text = printed(*week_plan.load(on(date(2026, 12, 31), zhang))).text
    assert "张样一一周安排" in text
    assert "2026年12月28日至2027年1月3日" in text


def test_numbers_of_people_are_masked(zhang: Official, printed: Reader) -> None:
    save_activity(
        a_visit(zhang, day(11, 25), purpose="电话13931571416", state=ActivityState.PLANNED), day(11, 25)
    )
    for form in (today_form, week_plan):
        text = printed(*form.load(Choice(TODAY))).text
        assert "139****1416" in text
        assert "13931571416" not in text
