"""民情事项台账: who is told of a matter, how it stands, what of it is hidden, and the pages."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import MatterKind
from models.rules.problem import Problem
from printing.choice import Choice, matter_kind
from printing.documents.matter_ledger import COLUMNS, MatterLedger, MatterRow, load
from tests.models.made_up import a_household, a_leader, day
from tests.printing.conftest import Print
from tests.printing.matters import ANSWERED, CLOSED, TODAY, a_matter

Reader = Callable[..., Print]
RARE = "䶮㛃𠅤喆翀犇堃䃅䜣䜩䴖頔𬱖韡𬀩"
LONG = "阿卜杜拉·买买提明·样例"


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一", title="副市长")


def ledger(leader: Official | None = None, *, full: bool = False, **more: object) -> MatterLedger:
    choice = Choice(TODAY, period("2026Q4"), leader, full=full)
    (found,) = load(replace(choice, **more))  # type: ignore[arg-type]
    return found


def test_a_row_tells_a_matter_from_who_raised_it_to_its_closing(zhang: Official) -> None:
    village = a_household("王样甲")
    a_matter(
        zhang,
        *CLOSED,
        contact_point=village.id,
        raised_by="王样甲",
        phone="13800001234",
        unit="样样局",
        person="陈样",
    )
    (row,) = ledger().rows
    assert row == MatterRow(
        at="1",
        number="MQ20260001",
        registered="11月2日",
        leader="张样一",
        point="王样甲",
        raised_by="王样甲\n138****1234",
        content="村口的路坏了",
        unit="样样局（陈样）",
        due="11月23日",
        result="已修好",
        told="11月10日",
        satisfaction="满意",
        closed="11月10日\n✓ 已销号",
    )


def test_how_a_deadline_stands_is_said_in_words_with_its_sign(zhang: Official) -> None:
    for due in (day(11, 20), day(11, 27), day(11, 25), day(12, 31)):
        a_matter(zhang, due=due, on=day(11, 2))
    a_matter(zhang, *ANSWERED)
    assert [row.closed for row in ledger().rows] == [
        "● 已超期\n3个工作日",
        "▲ 快到期\n剩2个工作日",
        "▲ 快到期",
        "○ 期限内\n剩26个工作日",
        "✓ 已办结",
    ]


def test_a_sensitive_matter_hides_whom_it_is_about_everywhere_unless_the_print_is_full(
    zhang: Official,
) -> None:
    point = a_household("王样甲")
    words = {"raised_by": "王样甲、欧阳样等5人", "phone": "13800001234", "contact_point": point.id}
    a_matter(zhang, content="王样甲反映，电话13900005678", sensitive=True, in_charge=True, **words)
    (row,) = ledger().rows
    assert row.raised_by == "王××、欧××等5人\n138****1234"
    assert (row.point, row.content) == ("王××", "王××反映，电话139****5678")
    assert row.leader == "张样一\n包案"
    (row,) = ledger(full=True).rows
    assert row.raised_by == "王样甲、欧阳样等5人\n13800001234"
    assert (row.point, row.content) == ("王样甲", "王样甲反映，电话13900005678")


def test_the_ledger_is_of_a_period_a_leader_and_a_kind_and_says_how_far_it_is(zhang: Official) -> None:
    li = a_leader("李样二")
    a_matter(zhang, *CLOSED)
    a_matter(zhang, *ANSWERED, kind=MatterKind.DISPUTE)
    a_matter(li, due=day(11, 20))
    a_matter(zhang, on=day(9, 30))
    assert ledger().facts == ("领导：全部", "共3件：已销号1件，已办结1件，待办1件，其中已超期1件")
    assert ledger(li).facts == ("领导：李样二", "共1件：待办1件，其中已超期1件")
    found = ledger(zhang, kind=MatterKind.DISPUTE)
    assert [row.number for row in found.rows] == ["MQ20260002"]
    assert found.name == "民情事项台账_矛盾纠纷_张样一_2026Q4"
    (whole,) = load(Choice(TODAY))
    assert (whole.period, len(whole.rows)) == ("2026", 4)


def test_a_kind_is_asked_for_by_its_chinese_name() -> None:
    assert matter_kind("信访事项") == MatterKind.PETITION
    with pytest.raises(Problem, match="意见建议"):
        matter_kind("信访")


# --- pages


def row(**more: str) -> MatterRow:
    usual = {
        "at": "1",
        "number": "MQ20260001",
        "registered": "10月22日",
        "leader": "张样一",
        "point": "王样甲",
    }
    usual |= {"raised_by": "王样甲\n138****1234", "content": "村口道路雨天积水", "unit": "样样局"}
    usual |= {
        "due": "11月12日",
        "result": "",
        "told": "",
        "satisfaction": "",
        "closed": "● 已超期\n10个工作日",
    }
    return MatterRow(**(usual | more))


def made(*rows: MatterRow) -> MatterLedger:
    return MatterLedger(
        "样例市人民政府办公室", "2026年11月25日", "2026", "2026年", "", "", ("领导：全部",), rows
    )


def test_the_ledger_is_a_landscape_register_with_its_columns(printed: Reader) -> None:
    page = printed(made(row()))
    assert page.size() == pytest.approx((297, 210), abs=0.1)
    assert "2026年民情事项台账" in page.text
    shown = "".join(page.text.split())
    assert all("".join(column.title.split()) in shown for column in COLUMNS)
    assert page.place("MQ20260001").right < page.place("10月22日").left
    assert page.place("10月22日").top == pytest.approx(page.place("11月12日").top, abs=1)
    assert page.place("填报单位（盖章）").top < page.place("领导：全部").top < page.place("编号").top


def test_an_empty_ledger_says_so(printed: Reader) -> None:
    page = printed(made())
    assert len(page) == 1
    assert "没有登记民情事项" in page.text


def test_contents_of_5000_characters_flow_over_pages_and_nothing_is_lost(printed: Reader) -> None:
    pages = printed(
        made(row(), row(content="群众意见。" * 1000, leader=LONG, raised_by=f"{RARE}\n{LONG}"), row())
    )
    assert "".join(pages.text.split()).count("见。") >= 1000 - 2 * len(pages)
    assert all("责任" in text for text in pages.texts)
    assert set(RARE) <= set(pages.text)
    assert max(box.bottom for box in pages.places("意见")) < 210 - 26
    assert all("MQ20260001" in text for text in pages.texts)


def test_a_hundred_rows_repeat_their_heads_and_end_with_the_note(printed: Reader) -> None:
    pages = printed(made(*[row(at=str(at)) for at in range(1, 101)]))
    assert all("销号情况" in text for text in pages.texts)
    assert len(pages.places("MQ20260001")) == 100
    assert "按登记日期排列" in pages.texts[-1]
