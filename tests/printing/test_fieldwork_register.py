"""调研登记表: a leader's year out, with the days running up as the engine counts them, and his reports."""

from collections.abc import Callable

import pytest

from models.activity import save_activity
from models.official import Official
from models.progress import progress
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, FieldworkForm, Half
from printing.choice import Choice
from printing.documents.fieldwork_register import FieldworkRegister, ReportRow, TripRow, load
from tests.models.made_up import a_household, a_leader, a_visit, day, met
from tests.printing.conftest import Print
from tests.printing.matters import TODAY

Reader = Callable[..., Print]
RARE = "䶮㛃𠅤喆翀犇堃䃅䜣䜩䴖頔𬱖韡𬀩"
LONG = "阿卜杜拉·买买提明·样例"
YEAR = period("2026")


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一", title="副市长")


def goes(leader: Official, month: int, first: int, last: int, **more: object) -> str:
    words = {"kind": ActivityKind.FIELDWORK, "targets": (), "last_day": day(month, last)}
    return save_activity(a_visit(leader, day(month, first), **(words | more)), TODAY).number


def register(leader: Official | None = None) -> FieldworkRegister:
    (found,) = load(Choice(TODAY, YEAR, leader))
    return found


def test_trips_run_up_to_what_the_engine_counts(zhang: Official) -> None:
    goes(zhang, 3, 5, 7, place="样样镇", purpose="饮水安全", form=FieldworkForm.RESIDENT, companions=["陈样"])
    goes(zhang, 3, 7, 7, heard="水管老化")
    goes(zhang, 4, 1, 1, first_half=Half.PM)
    trips = register().trips
    assert trips[0] == TripRow("1", "3月5日至7日", "3", "3", "样样镇", "饮水安全", "蹲点调研", "陈样", "")
    assert [(row.days, row.total) for row in trips] == [("3", "3"), ("0", "3"), ("0.5", "3.5")]
    assert trips[1].heard == "水管老化"
    assert trips[2].when == "4月1日下午"
    (line,) = (line for line in progress(YEAR, TODAY, zhang) if line.rule == "fieldwork_days")
    assert trips[-1].total == f"{line.done:g}"


def test_a_visit_tells_whom_it_was_to_and_what_was_heard_there(zhang: Official) -> None:
    points = [a_household(f"王样{who}", phone="13800001234") for who in "甲乙丙丁"]
    typed = a_visit(zhang, day(3, 5), targets=met(points))
    typed.targets[0].heard = "电话13900005678要求修路"
    save_activity(typed, TODAY)
    (row,) = register().trips
    assert (row.purpose, row.form) == ("走访王样甲、王样乙、王样丙等4处", "走访")
    assert row.heard == "电话139****5678要求修路"


def test_reports_are_told_with_their_titles_and_how_many_are_owed(zhang: Official) -> None:
    goes(zhang, 5, 11, 11, kind=ActivityKind.REPORT, title="关于饮水安全的调研报告")
    found = register()
    assert found.reports == [ReportRow("1", "关于饮水安全的调研报告", "2026年5月11日")]
    assert found.facts == (
        "领导：张样一（副市长）",
        "下基层调研：0/60天（▲ 临近）",
        "调研报告：1/2篇（▲ 临近）",
    )
    assert found.trips == []


def test_each_leader_has_his_own_register_and_what_he_stood_in_for_is_his(zhang: Official) -> None:
    li = a_leader("李样二")
    goes(zhang, 3, 5, 5, stand_ins=[li.id], kind=ActivityKind.VISIT)
    first, second = load(Choice(TODAY, YEAR))
    assert (first.leader, first.trips) == ("张样一", [])
    assert [row.days for row in second.trips] == ["1"]
    assert second.name == "调研登记表_李样二_2026"
    assert not load(Choice(TODAY, period("2025"), zhang))[0].trips


# --- pages


def made(*trips: TripRow, reports: int = 0) -> FieldworkRegister:
    listed = [ReportRow(str(at), "关于饮水安全的调研报告", "2026年5月11日") for at in range(1, reports + 1)]
    facts = ("领导：张样一（副市长）", "下基层调研：16.5/60天（▲ 临近）", "调研报告：1/2篇（▲ 临近）")
    return FieldworkRegister("样样办", "2026年11月25日", YEAR, "张样一", facts, trips, listed, ("样一。",))


def trip(at: int = 1, **more: str) -> TripRow:
    usual = {"number": str(at), "when": "4月30日至5月1日", "days": "2", "total": "16.5", "place": "样样镇"}
    usual |= {"purpose": "农村饮水安全", "form": "蹲点调研", "companions": "", "heard": ""}
    return TripRow(**(usual | more))


def test_an_empty_year_is_one_clean_landscape_page_to_sign(printed: Reader) -> None:
    page = printed(made())
    assert len(page) == 1
    assert page.size() == pytest.approx((297, 210), abs=0.1)
    assert "还没有计入天数的调研" in page.text
    assert "还没有报送调研报告" in page.text
    assert page.place("领导（签字）").bottom < 210 - 26
    assert "2026年调研登记表" in page.text


def test_a_full_year_flows_over_with_its_heads_and_ends_signed(printed: Reader) -> None:
    pages = printed(made(*[trip(at) for at in range(1, 61)], reports=2))
    assert len(pages) == 5
    assert len(pages.places("4月30日至5月1日")) == 60
    assert all("起止日期" in text for text in pages.texts[:-1])
    assert "调研报告题目" in pages.texts[-1]
    assert "领导（签字）" in pages.texts[-1]


def test_long_findings_names_and_rare_characters_are_printed_whole(printed: Reader) -> None:
    long = trip(heard="发现问题。" * 1000, companions="、".join([LONG] * 9), purpose=f"{RARE}{LONG}")
    pages = printed(made(long, trip(2)))
    shown = "".join(pages.text.split())
    assert shown.count("问题。") >= 1000 - 2 * len(pages)
    assert set(RARE) <= set(shown)
    assert max(box.bottom for box in pages.places("发现")) < 210 - 26
