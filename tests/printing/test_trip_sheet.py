"""走访行程单 from a small office: who goes where in which order, what was asked last, what is masked."""

from collections.abc import Callable
from datetime import date

import pytest

from models.activity import TargetEntry, save_activity
from models.assignment import assign
from models.contact_point import ContactPoint, save_point
from models.official import Official
from models.rules.calendar import Period, period
from models.rules.kinds import ActivityKind, ActivityState, Half, Outcome, PeriodKind
from models.rules.problem import Problem
from printing.choice import Choice
from printing.documents.trip_sheet import Stop, TripSheet, Visit, load
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day, met
from tests.printing.conftest import Print

Reader = Callable[..., Print]
TODAY, FRIDAY = day(11, 25), day(11, 27)


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一", title="市长")


@pytest.fixture
def points(zhang: Official) -> dict[str, ContactPoint]:
    """A township with a village of two households, and a household of another village."""
    town = a_township()
    village, other = a_village(township=town), a_village("别样村", town)
    made = [town, village, a_household("王样甲", village, "1组3号"), a_household("王样乙", village, "2组1号")]
    made.append(a_household("赵样别", other, "5组"))
    made[2].phone, made[2].people, made[2].category = "13931571416", 4, "低保户"
    for point in made:
        assign(zhang, save_point(point), day(1, 1))
    return {point.name: point for point in made}


def plan(leader: Official, when: date, *points: ContactPoint, **more: object) -> str:
    targets = [TargetEntry(point.id, Outcome.PLANNED) for point in points]
    morning = {"state": ActivityState.PLANNED, "last_half": Half.AM, "targets": targets, "place": "样样镇"}
    return save_activity(a_visit(leader, when, **(morning | more)), TODAY).number


def sheets(leader: Official | None = None, when: date = FRIDAY, *, full: bool = False) -> list[TripSheet]:
    return load(Choice(TODAY, Period(when, when, PeriodKind.INTERVAL), leader, full=full))


def stops(leader: Official, **more: bool) -> list[Stop]:
    (sheet,) = sheets(leader, **more)
    return [stop for trip in sheet.trips for stop in trip.stops]


def test_stops_go_from_the_township_to_each_village_and_its_people(
    zhang: Official, points: dict[str, ContactPoint]
) -> None:
    order = ("王样乙", "赵样别", "王样甲", "样样村", "样样镇")
    plan(zhang, FRIDAY, *(points[name] for name in order))
    assert [(stop.number, stop.whom) for stop in stops(zhang)] == [
        ("1", "样样镇"),
        ("2", "样样村"),
        ("3", "王样乙"),
        ("4", "王样甲"),
        ("5", "赵样别"),
    ]
    assert [stop.where for stop in stops(zhang)] == [
        "样样县",
        "样样县样样镇",
        "2组1号",
        "1组3号\n139****1416",
        "别样村5组",
    ]


def test_people_category_and_the_last_request_with_its_answer_are_told(
    zhang: Official, points: dict[str, ContactPoint]
) -> None:
    household = points["王样甲"]
    save_activity(
        a_visit(zhang, day(11, 5), heard="盼修水渠，电话13812341234", targets=met([household])), TODAY
    )
    plan(zhang, FRIDAY, household, points["王样乙"])
    first, second = stops(zhang)
    assert first.about == "4人\n低保户"
    assert first.heard == "11月5日：盼修水渠，电话138****1234\n答复处理：还没有登记"
    assert (second.about, second.heard) == ("", "")
    save_activity(
        a_visit(zhang, day(11, 6), heard="水渠还没修", reply="已交办", targets=met([household])), TODAY
    )
    assert stops(zhang)[0].heard == "11月6日：水渠还没修\n答复处理：已交办"


def test_numbers_are_masked_unless_a_full_print_is_asked_for(
    zhang: Official, points: dict[str, ContactPoint]
) -> None:
    plan(zhang, FRIDAY, points["王样甲"], purpose="联系13812341234")
    (sheet,) = sheets(zhang)
    assert sheet.trips[0].facts == [["地点：样样镇"], ["事由：联系138****1234"]]
    assert stops(zhang, full=True)[0].where.endswith("13931571416")


def test_what_the_visit_itself_heard_is_not_said_to_be_the_last_request(
    zhang: Official, points: dict[str, ContactPoint]
) -> None:
    save_activity(a_visit(zhang, day(11, 20), heard="今天说的", targets=met([points["王样甲"]])), TODAY)
    (sheet,) = sheets(zhang, day(11, 20))
    assert sheet.trips[0].stops[0].heard == ""


def test_several_trips_of_a_day_are_on_one_sheet_and_a_hearing_has_room_for_the_pen(
    zhang: Official, points: dict[str, ContactPoint], printed: Reader
) -> None:
    afternoon = {"first_half": Half.PM, "last_half": Half.PM}
    plan(zhang, FRIDAY, kind=ActivityKind.HEARING, **afternoon)
    number = plan(zhang, FRIDAY, points["王样甲"], companions=["陪样"])
    (sheet,) = sheets(zhang)
    assert [trip.heads[0] for trip in sheet.trips] == ["上午 走访", "下午 下访听诉"]
    assert sheet.trips[0].facts == [["地点：样样镇", "陪同：陪样"]]
    page = printed(sheet)
    assert len(page) == 1
    for words in ("走访行程单", "领导：张样一（市长）", "2026年11月27日 星期五", "农历十月十九", number):
        assert words in page.text
    assert page.place("一、上午 走访").top < page.place("二、下午 下访听诉").top
    assert page.place("第 1 页").bottom < 297


def test_everybody_who_goes_has_a_sheet_and_who_goes_instead_is_said_on_both(zhang: Official) -> None:
    li, wang = a_leader("李样二"), a_leader("王样三")
    plan(zhang, FRIDAY, stand_ins=[li.id])
    plan(wang, FRIDAY, leaders=[wang.id, li.id])
    plan(wang, FRIDAY, kind=ActivityKind.REPORT)
    plan(wang, FRIDAY, state=ActivityState.CANCELLED)
    found = {sheet.leader: [trip.heads[1] for trip in sheet.trips] for sheet in sheets()}
    assert found == {"李样二": ["代张样一前往", "同行：王样三"], "王样三": ["同行：李样二"]}
    (his,) = sheets(zhang)
    assert his.trips[0].heads[1] == "由李样二代为前往"
    assert his.name == "走访行程单_张样一_2026年11月27日"


def test_a_longer_period_gives_the_sheet_of_each_of_its_days(zhang: Official) -> None:
    plan(zhang, FRIDAY, last_day=day(11, 28))
    plan(zhang, day(12, 31))
    days = [sheet.day for sheet in load(Choice(TODAY, period("2026Q4"), zhang))]
    assert days == [FRIDAY, day(11, 28), day(12, 31)]


def test_a_day_without_trips_is_a_problem_in_words(zhang: Official) -> None:
    with pytest.raises(Problem, match="2026年11月25日没有安排"):
        load(Choice(TODAY))
    with pytest.raises(Problem, match="2026年11月27日张样一没有安排"):
        sheets(zhang)


def sheet_of(trips: int, stops_each: int, heard: str) -> TripSheet:
    rows = [
        Stop(str(number), "王样甲", "1组13号\n139****1416", "4人\n低保户", heard)
        for number in range(1, stops_each + 1)
    ]
    trip = Visit(["上午 走访", "HD20260001"], [["地点：样样镇"]], rows)
    return TripSheet("张样一", "市长", FRIDAY, [trip] * trips)


def test_twelve_stops_are_one_page(printed: Reader) -> None:
    page = printed(sheet_of(1, 12, "9月2日：盼修水渠，雨天积水\n答复处理：还没有登记"))
    assert len(page) == 1
    assert page.size() == pytest.approx((210, 297), abs=0.1)
    assert "走访记录" in page.text


def test_the_head_of_a_trip_never_stands_alone_at_the_foot_of_a_page(printed: Reader) -> None:
    sheet = printed(sheet_of(8, 3, "意见很多，" * 12))
    assert len(sheet) > 1
    for head in sheet.places("地点：样样镇"):
        below = [box for box in sheet.places("139****1416") if box.page == head.page and box.top > head.top]
        assert below


def test_a_very_long_request_is_cut_openly(zhang: Official, points: dict[str, ContactPoint]) -> None:
    save_activity(a_visit(zhang, day(11, 5), heard="路" * 500, targets=met([points["王样甲"]])), TODAY)
    plan(zhang, FRIDAY, points["王样甲"])
    assert "……（全文见走访记录）" in stops(zhang)[0].heard
