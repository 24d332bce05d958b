"""接访下访登记表: one page a hearing with who came, what he asked for and what became of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.activity import Activity, Target, save_activity
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, ActivityState, MatterKind, Outcome, Venue
from models.rules.problem import Problem
from models.writing import writing
from printing.choice import Choice
from printing.documents.hearing_record import HearingRecord, load
from tests.models.made_up import a_household, a_leader, a_village, a_visit, day
from tests.printing.conftest import Print
from tests.printing.matters import ANSWERED, TODAY, a_matter

Reader = Callable[..., Print]
RARE = "䶮㛃𠅤喆翀犇堃䃅䜣䜩䴖頔𬱖韡𬀩"
LONG = "阿卜杜拉·买买提明·样例"


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一", title="副市长")


def a_hearing(leader: Official, *people: str, **more: object) -> Activity:
    words = {"kind": ActivityKind.HEARING, "targets": (), "venue": Venue.PETITION_CENTRE}
    hearing = save_activity(a_visit(leader, day(11, 3), **(words | more)), TODAY)
    with writing("来访群众"):
        for name in people:
            Target.create(activity=hearing, person=name, outcome=Outcome.MET)
    return hearing


def record(choice: Choice) -> HearingRecord:
    (found,) = load(choice)
    return found


def of(hearing: Activity, *, full: bool = False) -> HearingRecord:
    return record(Choice(TODAY, number=hearing.number, full=full))


def test_a_hearing_tells_when_and_where_who_was_heard_by_whom(zhang: Official) -> None:
    hearing = a_hearing(zhang, "王样甲", "李样乙", place="样样路1号", heard="要求修路", reply="已交办")
    found = of(hearing)
    assert (found.number, found.called) == ("HD20260001", "接访")
    assert found.day == "2026年11月3日\n星期二"
    assert found.place == "样样路1号（信访接访中心）"
    assert found.leader == "张样一\n副市长"
    assert found.who == "王样甲、李样乙"
    assert (found.demands, found.handling) == ("要求修路", "已交办")
    assert found.name == "接访下访登记表_张样一_HD20260001_2026Q4"


def test_a_household_that_was_heard_brings_its_place_and_its_masked_number(zhang: Official) -> None:
    point = a_household("王样甲", a_village(), "1组3号", phone="13800001234")
    hearing = a_hearing(zhang, venue=Venue.PETITIONER_HOME, targets=a_visit(zhang, TODAY, point).targets)
    found = of(hearing)
    assert (found.called, found.place, found.who) == ("下访", "信访人家中", "王样甲")
    assert (found.home, found.phone) == ("样样县样样村1组3号", "138****1234")
    assert of(hearing, full=True).phone == "13800001234"


def test_matters_born_from_it_are_demands_and_tell_how_they_stand(zhang: Official) -> None:
    hearing = a_hearing(zhang, heard="反映两件事")
    words = {"activity": hearing.id, "kind": MatterKind.PETITION, "on": day(11, 3), "phone": "13800001234"}
    a_matter(zhang, *ANSWERED, raised_by="王样甲", unit="样样局", due=day(11, 24), **words)
    a_matter(zhang, raised_by="李样乙", content="补偿款未到位，电话13900005678", due=day(11, 20), **words)
    found = of(hearing)
    assert found.who == "王样甲、李样乙"
    assert found.phone == "138****1234"
    assert found.demands.splitlines() == [
        "反映两件事",
        "1.【信访事项】村口的路坏了（MQ20260001）",
        "2.【信访事项】补偿款未到位，电话139****5678（MQ20260002）",
    ]
    assert found.handling.splitlines() == [
        "1.样样局；办理时限11月24日；已修好（✓ 已办结）。",
        "2.办理时限11月20日（● 已超期，3个工作日）。",
    ]


def test_who_raised_a_sensitive_matter_is_named_nowhere_on_the_record(zhang: Official) -> None:
    hearing = a_hearing(zhang, "王样甲", heard="王样甲反映家事", reply="已请王样甲等候")
    a_matter(zhang, activity=hearing.id, raised_by="王样甲", content="王样甲的家事", sensitive=True)
    found = of(hearing)
    assert found.who == "王××"
    assert "王样甲" not in f"{found.demands}{found.handling}"
    assert of(hearing, full=True).who == "王样甲"


def test_a_quarters_hearings_come_in_order_without_those_that_were_called_off(zhang: Official) -> None:
    a_hearing(zhang, state=ActivityState.CANCELLED)
    a_hearing(zhang, place="乙")
    a_hearing(a_leader("李样二"), place="甲")
    save_activity(a_visit(zhang, day(11, 4)), TODAY)
    quarter = Choice(TODAY, period("2026Q4"))
    assert [one.number for one in load(quarter)] == ["HD20260002", "HD20260003"]
    assert [one.number for one in load(replace(quarter, leader=zhang))] == ["HD20260002"]


def test_a_quarter_without_hearings_and_an_unknown_number_are_said(zhang: Official) -> None:
    with pytest.raises(Problem, match="2026年第二季度没有登记下访听诉"):
        load(Choice(TODAY, period("2026Q2")))
    with pytest.raises(Problem, match="没有编号为“HD1”"):
        load(Choice(TODAY, number="HD1"))


# --- pages


def test_a_blank_record_is_the_grid_of_ten_columns_on_one_page(printed: Reader) -> None:
    page = printed(record(Choice(TODAY)))
    assert len(page) == 1
    assert page.size() == pytest.approx((210, 297), abs=0.1)
    tenth = (210 - 28 - 26) / 10
    middles = {
        label: (page.place(label).left + page.place(label).right) / 2 for label in ("身份证号码", "记录人")
    }
    assert middles["身份证号码"] == pytest.approx(28 + 6 * tenth, abs=1)
    assert middles["记录人"] == pytest.approx(28 + 0.5 * tenth, abs=1)
    shown = "".join(page.text.split())
    for label in (
        "日期",
        "接访地点",
        "接访领导",
        "来访群众姓名",
        "户籍所在地",
        "群众诉求",
        "办理情况",
        "领导批示",
    ):
        assert label in shown
    assert "□接访" in page.text
    assert 297 - 35 - 15 < page.place("记录人").bottom < 297 - 35


def test_long_demands_and_names_flow_over_and_nothing_is_lost(printed: Reader) -> None:
    long = HearingRecord(
        "HD1",
        "接访",
        "2026年11月3日\n星期二",
        LONG * 3,
        LONG,
        "、".join([LONG] * 20),
        demands="诉求。" * 1700,
    )
    pages = printed(replace(long, handling=f"{RARE}已答复。" * 50))
    assert len(pages) > 3
    shown = "".join(pages.text.split())
    assert shown.count("诉求。") >= 1700 - 2 * len(pages)
    assert shown.count("已答复") >= 50 - len(pages)
    assert set(RARE) <= set(shown)
    assert "领导" in pages.texts[-1]
    assert "记录人" in pages.texts[-1]
