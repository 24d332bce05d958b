"""季度工作小结: the quarter in prose and tables, and what stays secret in it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.activity import save_activity
from models.assignment import assign
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import MatterKind
from models.rules.problem import Problem
from printing.choice import Choice
from printing.documents.quarter_report import DutyRow, LeaderRow, MatterRow, QuarterReport, load
from tests.models.made_up import a_leader, a_village, a_visit, day
from tests.printing.conftest import Print
from tests.printing.matters import ANSWERED, CLOSED, TODAY, a_matter

Reader = Callable[..., Print]
RARE = "䶮㛃𠅤喆翀犇堃䃅䜣䜩䴖頔𬱖韡𬀩"
LONG = "阿卜杜拉·买买提明·样例"
Q4 = period("2026Q4")


@pytest.fixture
def zhang(office: object) -> Official:
    leader, village = a_leader("张样一", title="副市长"), a_village()
    assign(leader, village, day(1, 1))
    save_activity(a_visit(leader, day(10, 5), village), TODAY)
    return leader


def report(leader: Official | None = None, **more: object) -> QuarterReport:
    (found,) = load(replace(Choice(TODAY, Q4, leader), **more))  # type: ignore[arg-type]
    return found


def test_the_summary_gives_the_engines_figures_in_words(zhang: Official) -> None:
    a_leader("李样二")
    found = report()
    assert found.summary == (
        "截至2026年11月25日，市政府领导2位本季度应完成3项，已完成1项，完成率33%，其中0位全部完成。"
        "走访村应1次，已完成1次；下访听诉应2次，已完成0次；全年下基层调研应120天，累计完成1天；"
        "全年调研报告应4篇，累计完成0篇；全年民主生活会应2次，累计完成0次。"
    )
    assert found.duties[0] == DutyRow("走访联系村(社区)（次）", "本季度", "1", "1", "0", "100%")
    assert found.leaders[0] == LeaderRow("1", "张样一", "2", "1", "差1项")
    assert found.lacking == ["下访听诉：张样一、李样二。"]


def test_of_one_leader_it_is_his_alone(zhang: Official) -> None:
    a_leader("李样二")
    found = report(zhang)
    assert found.summary.startswith("截至2026年11月25日，张样一本季度应完成2项，已完成1项，完成率50%。走访村")
    assert not found.leaders
    assert found.name == "季度工作小结_张样一_2026Q4"
    assert report().name == "季度工作小结_2026Q4"


def test_what_people_asked_for_is_counted_by_kind_and_told(zhang: Official) -> None:
    a_matter(zhang, *CLOSED, category="道路")
    a_matter(zhang, *ANSWERED, category="道路", kind=MatterKind.DISPUTE, content="界址不清，电话13800001234")
    a_matter(zhang, kind=MatterKind.DISPUTE, category="饮水", due=day(11, 20), in_charge=True)
    a_matter(zhang, sensitive=True, content="家事", raised_by="王样甲")
    a_matter(zhang, on=day(9, 1), content="上季度的事")
    found = report()
    assert found.asked == (
        "本季度登记民情事项4件，截至11月25日已办结2件（其中销号1件），未办结2件，已超期2件。"
        "反映较多的是道路（2件）、饮水（1件）。"
    )
    assert found.matters == [
        MatterRow("意见建议", (2, 1, 0, 0, 1, 1)),
        MatterRow("矛盾纠纷", (2, 0, 1, 0, 1, 1)),
        MatterRow("合计", (4, 1, 1, 0, 2, 2)),
    ]
    assert found.main == [
        "主要事项如下：",
        "（1）（张样一包案）村口的路坏了；办理时限11月20日（● 已超期3个工作日）。",
        "（2）村口的路坏了；办理时限11月23日；已修好（✓ 已销号）。",
        "（3）界址不清，电话138****1234；办理时限11月23日；已修好（✓ 已办结）。",
    ]


def test_a_long_matter_is_told_in_short(zhang: Official) -> None:
    a_matter(zhang, content="路坏了，" * 100)
    _, told = report().main
    assert "……；办理时限" in told
    assert len(told) < 130


def test_a_quarter_in_which_nothing_was_asked_or_is_lacking_says_so(office: object) -> None:
    found = report()
    assert found.summary == "截至2026年11月25日，市政府领导0位本季度没有应完成的要求。"
    assert found.lacking == ["本季度的要求已全部完成。"]
    assert (found.asked, found.matters, found.main) == ("本季度没有登记民情事项。", [], [])
    with pytest.raises(Problem, match="季度"):
        report(period=period("2026"))


# --- pages


def made(**more: object) -> QuarterReport:
    duties = [DutyRow("走访联系村(社区)（次）", "本季度", "9", "8", "1", "89%")] * 7
    leaders = [LeaderRow(str(at), "张样一", "3", "3", "全部完成") for at in range(1, 10)]
    matters = [MatterRow("意见建议", (4, 1, 1, 0, 2, 2))]
    usual = QuarterReport(
        "样例市人民政府办公室",
        "2026年11月25日",
        Q4,
        "市政府领导",
        "截至今日，各项要求完成良好。" * 6,
        duties,
        leaders,
        ["下访听诉：李样二。"],
        "本季度登记民情事项4件。",
        matters,
        ["主要事项如下：", "（1）村口的路坏了。"],
        ("样一。", "样二。"),
    )
    return replace(usual, **more)  # type: ignore[arg-type]


def test_a_usual_report_is_two_portrait_pages_with_three_headings_and_who_signs(printed: Reader) -> None:
    pages = printed(made())
    assert len(pages) == 2
    assert pages.size() == pytest.approx((210, 297), abs=0.1)
    heads = [pages.place(head) for head in ("一、总体情况", "二、尚未完成", "三、群众反映")]
    assert [(box.page, box.top) for box in heads] == sorted((box.page, box.top) for box in heads)
    assert pages.place("2026年第四季度市政府领导履职工作小结").top < heads[0].top
    assert pages.place("样例市人民政府办公室").page == 1
    assert "完成率" in pages.text


def test_500_leaders_and_long_texts_flow_over_and_nothing_is_lost(printed: Reader) -> None:
    leaders = [LeaderRow(str(at), LONG, "3", "2", "差1项") for at in range(1, 501)]
    pages = printed(made(leaders=leaders, lacking=["例文。" * 1700, RARE], whose=LONG))
    shown = "".join(pages.text.split())
    assert shown.count("差1项") == 500
    assert shown.count("例文。") >= 1700 - 2 * len(pages)
    assert set(RARE) <= set(shown)
    assert max(box.bottom for box in pages.places("例文")) <= 297 - 35
    assert pages.place("样例市人民政府办公室").page == len(pages) - 1
