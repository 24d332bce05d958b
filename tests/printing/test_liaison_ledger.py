"""“连心”台账: one leader's year as a bound book, and the same book empty for the pen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.activity import save_activity
from models.contact_point import ContactPoint
from models.friend import Friend, save_friend
from models.matter import MatterEntry, save_matter
from models.rules.calendar import period
from models.rules.kinds import MatterKind
from printing.choice import Choice
from printing.documents import ledger_sections as sections
from printing.documents.ledger_points import PointsChapter
from printing.documents.ledger_rows import NOWHERE
from printing.documents.ledger_sections import SectionChapter
from printing.documents.ledger_summary import SummaryChapter
from printing.documents.ledger_visits import VisitsChapter
from printing.documents.liaison_ledger import LiaisonLedger, load
from tests.models.made_up import a_leader, a_visit, day
from tests.printing.conftest import Print
from tests.printing.ledger_office import PHONE, TODAY, a_matter, a_year, an_office, book, chapter

Reader = Callable[..., Print]


def rows(found: LiaisonLedger, kind: sections.Kind) -> list[tuple[str, ...]]:
    """The rows of a section, without their numbers."""
    (chapter,) = (one for one in found.chapters if isinstance(one, SectionChapter) and one.kind is kind)
    return [tuple(row)[1:] for row in chapter.rows]


# --- what it says


def test_the_cover_says_whose_book_it_is(office: Path) -> None:
    assert book(an_office()).cover == [
        ("年度", "2026年"),
        ("领导姓名", "张样一"),
        ("职务", "市长"),
        ("联系乡镇（街道）", "样样镇"),
        ("联系村（社区）", "样样村"),
        ("填报单位（盖章）", "样例市人民政府办公室"),
        ("填报人（签字）", ""),
        ("启用日期", "2026年1月1日"),
    ]


def test_a_book_begins_when_its_leader_came_into_office(office: Path) -> None:
    leader = a_leader(office_from=day(5, 6))
    assert book(leader).cover[-1] == ("启用日期", "2026年5月6日")


def test_the_first_leaves_tell_the_places_and_the_households(office: Path) -> None:
    found = chapter(book(an_office()), PointsChapter)
    assert [(row.kind, row.name, row.span, row.document) for row in found.places] == [
        ("乡镇", "样样镇", "2026年1月1日至今", "样府办发〔2026〕1号"),
        ("村", "样样村", "2026年1月1日至今", "样府办发〔2026〕1号"),
    ]
    assert [row.phone for row in found.households] == ["139****1416"] * 10


def test_policies_come_from_the_visits_at_which_they_were_brought(office: Path) -> None:
    leader = an_office(2)
    home = ContactPoint.get(ContactPoint.name == "王样0")
    save_activity(a_visit(leader, day(4, 1), home, purpose="慰问"), TODAY)
    assert rows(book(leader), sections.POLICY) == [
        ("2月9日", "样样镇、样样村", "宣讲惠农政策", "入户", "2户")
    ]


def test_each_kind_of_matter_is_in_its_section(office: Path) -> None:
    leader = an_office()
    a_year(leader)
    found = book(leader)
    (opinion,) = rows(found, sections.OPINION)
    assert opinion == (
        *("3月5日", "王样甲", "139****1416", "硬化门前道路", "道路交通", "样例县交通运输局（覃样一）"),
        *("3月26日", "已列入养护计划", "3月14日", "满意", "3月20日"),
    )
    (deed,) = rows(found, sections.DEED)
    assert deed[:2] == ("硬化样样村到三组道路", "长1.2公里，宽4.5米")
    (dispute,) = rows(found, sections.DISPUTE)
    assert dispute[4:] == ("张样一", "3月13日", "已列入养护计划", "3月15日：路已修好，电话139****1416")
    (petition,) = rows(found, sections.PETITION)
    assert petition[6] == "领导包案\n3月10日亲自接待\n3月11日亲自研究\n3月12日亲自督办"
    (friend,) = rows(found, sections.FRIEND)
    assert friend == (
        *("谢　样", "男", "样样村3组", "老党员", "139****1416", "4月2日\n村委会"),
        "每季度通一次电话139****1416",
    )


def test_a_matter_that_is_still_in_hand_says_how_far_it_is(office: Path) -> None:
    leader = an_office()
    save_matter(MatterEntry(MatterKind.OPINION, day(3, 5), leader.id, "路难走"), TODAY)
    (opinion,) = rows(book(leader), sections.OPINION)
    assert opinion[7:] == ("待办", "", "", "")


def test_a_matter_of_last_year_says_its_year(office: Path) -> None:
    leader = an_office()
    save_matter(MatterEntry(MatterKind.OPINION, day(12, 28, 2025), leader.id, "路难走"), TODAY)
    assert rows(book(leader), sections.OPINION)[0][0] == "2025年\n12月28日"


@pytest.mark.parametrize(
    ("content", "name", "rest"),
    [
        ("太阳能路灯", "太阳能路灯", ""),
        ("路灯\n安装八盏", "路灯", "安装八盏"),
        ("为八户困难家庭门前各安装一盏太阳能路灯", "公共照明", "为八户困难家庭门前各安装一盏太阳能路灯"),
    ],
)
def test_a_deed_is_named_by_its_first_line_or_its_category(
    office: Path, content: str, name: str, rest: str
) -> None:
    leader = an_office()
    a_matter(leader, MatterKind.DEED, content, category="公共照明")
    assert rows(book(leader), sections.DEED)[0][:2] == (name, rest)


def test_petitions_have_no_page_where_there_are_none(office: Path, printed: Reader) -> None:
    leader = an_office()
    a_matter(leader, MatterKind.OPINION, "路难走")
    assert "信访事项" not in printed(book(leader)).texts[1]


def test_sensitive_matters_tell_no_names_unless_the_print_is_a_full_one(office: Path) -> None:
    leader = an_office()
    a_matter(leader, MatterKind.PETITION, "王样甲反映某事", sensitive=True)
    (masked,), (full,) = (rows(book(leader, full=full), sections.PETITION) for full in (False, True))
    assert (masked[1], masked[2], masked[3], masked[7]) == ("王××", NOWHERE, "王××反映某事", "已列入养护计划")
    assert (full[1], full[2], full[3], full[7]) == ("王样甲", PHONE, "王样甲反映某事", "已列入养护计划")


def test_every_visit_has_its_record_and_quarters_their_place(office: Path) -> None:
    leader = an_office(2)
    home = ContactPoint.get(ContactPoint.name == "王样1")
    save_activity(a_visit(leader, day(8, 3), home), TODAY)
    found = chapter(book(leader), VisitsChapter)
    assert [(one.title, len(one.records)) for one in found.quarters] == [("第一季度", 4), ("第三季度", 1)]
    (again,) = found.quarters[1].records
    assert again.title == "8月3日 王样1"
    assert again.record.which == "2026年第三季度，本年第2次"


def test_the_summary_gives_the_engine_s_figures_and_how_far_matters_are(office: Path) -> None:
    leader = an_office()
    a_year(leader)
    found = chapter(book(leader), SummaryChapter)
    figures = {row.duty: (row.owed, row.done) for row in found.duties}
    assert figures["走访联系户（次）"] == ("20", "10")
    assert figures["下基层调研（天）"] == ("60", "1")
    assert [tuple(row) for row in found.matters] == [
        ("意见建议", "1", "0", "0", "0", "1", "1/0/0"),
        ("民生实事", "1", "0", "0", "1", "0", "1/0/0"),
        ("矛盾纠纷", "1", "0", "0", "1", "0", "1/0/0"),
        ("信访事项", "1", "0", "0", "1", "0", "1/0/0"),
    ]
    assert list(found.brought.services.values()) == [12, 0, 12]
    assert found.brought.friends == 1
    assert any("他人代走的不计次" in note for note in found.notes)


def test_a_friend_made_later_is_not_in_an_earlier_year_s_book(office: Path) -> None:
    leader = an_office()
    save_friend(Friend(official=leader, name="谢样", met_on=day(4, 2)), TODAY)
    assert not rows(book(leader, "2025"), sections.FRIEND)
    assert rows(book(leader, "2026"), sections.FRIEND)


# --- for whom


def test_without_a_leader_there_is_a_book_of_each_in_office_that_year(office: Path) -> None:
    an_office(1)
    a_leader("李样二", office_to=day(12, 31, 2025))
    a_leader("王样三", office_from=day(7, 1))
    names = [one.name for one in load(Choice(TODAY, period("2026")))]
    assert names == ["“连心”台账_张样一_2026", "“连心”台账_王样三_2026"]


def test_a_quarter_means_its_year_and_no_period_this_year(office: Path) -> None:
    leader = an_office(1)
    assert [book(leader, year).year for year in ("2025Q3", "2026H1")] == [period("2025"), period("2026")]
    (found,) = load(Choice(TODAY, None, leader))
    assert found.year == period("2026")
