"""“连心”台账: one leader's year as a bound book, and the same book empty for the pen."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from models.activity import TargetEntry, save_activity
from models.contact_point import ContactPoint
from models.friend import Friend, save_friend
from models.matter import MatterEntry, save_matter
from models.official import Official, save_official
from models.picture import add_picture
from models.rules.calendar import period
from models.rules.kinds import ActivityKind, MatterKind, Outcome
from printing.choice import Choice
from printing.documents import ledger_sections as sections
from printing.documents.ledger_points import PointsChapter
from printing.documents.ledger_rows import NOBODY, WITHHELD
from printing.documents.ledger_sections import SectionChapter
from printing.documents.ledger_summary import SummaryChapter
from printing.documents.ledger_visits import VisitsChapter
from printing.documents.liaison_ledger import LiaisonLedger, load
from tests.models.made_up import a_leader, a_visit, day
from tests.printing.conftest import Print
from tests.printing.ledger_office import PHONE, TODAY, a_matter, a_year, an_office, book

Reader = Callable[..., Print]
RARE = "䶮㛃𠅤喆翀犇堃䃅䜣䜩䴖頔𬱖韡𬀩"
LONG = "意见很多，道路、饮水、电压、医保都要管。"


def rows(found: LiaisonLedger, kind: sections.Kind) -> list[tuple[str, ...]]:
    """The rows of a section, without their numbers."""
    (chapter,) = (one for one in found.chapters if isinstance(one, SectionChapter) and one.kind is kind)
    return [tuple(row)[1:] for row in chapter.rows]


def chapter(found: LiaisonLedger, kind: type) -> object:
    return next(one for one in found.chapters if isinstance(one, kind))


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


def test_sensitive_matters_are_withheld_unless_the_print_is_a_full_one(office: Path) -> None:
    leader = an_office()
    a_matter(leader, MatterKind.PETITION, "反映某事", sensitive=True)
    (masked,), (full,) = (rows(book(leader, full=full), sections.PETITION) for full in (False, True))
    assert (masked[1], masked[2], masked[3], masked[7]) == (NOBODY, NOBODY, WITHHELD, WITHHELD)
    assert (full[1], full[2], full[3], full[7]) == ("王样甲", PHONE, "反映某事", "已列入养护计划")


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
    assert names == ["连心台账_张样一_2026", "连心台账_王样三_2026"]


def test_a_quarter_means_its_year_and_no_period_this_year(office: Path) -> None:
    leader = an_office(1)
    assert [book(leader, year).year for year in ("2025Q3", "2026H1")] == [period("2025"), period("2026")]
    (found,) = load(Choice(TODAY, None, leader))
    assert found.year == period("2026")


# --- the book as it is printed


def test_the_chapters_stand_where_they_should(office: Path, printed: Reader) -> None:
    leader = an_office()
    a_year(leader)
    pages = printed(book(leader))
    golden = [
        ("“连心”台账", 0, 65.7, 88.6),
        ("（2026年度）", 0, 84.9, 112.2),
        ("2026年1月1日", 0, 113.5, 248.4),
        ("目　录", 1, 93.7, 38.3),
        ("联系点基本情况", 2, 120.5, 29.1),
        ("领导：张样一（市长）", 2, 35.1, 40.6),
        ("联系群众名册", 2, 35.2, 76.9),
        ("履职完成情况", 3, 80.9, 38.2),
        ("一、政策宣传", 4, 124.5, 29.2),
        ("宣讲惠农政策", 4, 110.2, 55.8),
        ("二、意见建议", 5, 124.5, 27.1),
        ("三、民生实事", 6, 124.5, 29.1),
        ("四、矛盾纠纷调解", 7, 116.8, 27.1),
        ("附：信访事项", 8, 124.5, 29.1),
        ("五、结交基层朋友", 9, 116.8, 27.1),
        ("走访群众记录表", 10, 79.1, 38.2),
        ("年度小结", 22, 90.7, 38.1),
        ("主要做法", 23, 30.9, 65.6),
    ]
    for text, page, left, top in golden:
        (place, *_) = [box for box in pages.places(text) if box.page == page]
        assert (place.left, place.top) == pytest.approx((left, top), abs=1), text


def test_the_contents_give_the_pages_of_the_chapters(office: Path, printed: Reader) -> None:
    leader = an_office()
    a_year(leader)
    pages = printed(book(leader))
    numbers = re.findall(r"^\d+$", pages.texts[1].replace("\r", ""), re.MULTILINE)
    assert numbers == ["3", "4", "5", "6", "7", "8", "9", "10", "11", "11", "23"]
    assert len(pages) == 24


def test_pages_are_numbered_through_the_whole_book(office: Path, printed: Reader) -> None:
    pages = printed(book(an_office()))
    for number, text in enumerate(pages.texts[1:], start=2):
        assert f"第 {number} 页 共 {len(pages)} 页" in text


def test_no_number_of_a_resident_is_in_a_print_unless_it_is_a_full_one(office: Path, printed: Reader) -> None:
    leader = an_office()
    a_year(leader)
    a_matter(leader, MatterKind.OPINION, f"请回电{PHONE}", raised_by=f"王样甲{PHONE}", category=PHONE)
    assert PHONE not in printed(book(leader)).text
    assert printed(book(leader, full=True)).text.count(PHONE) > 20


def test_rare_characters_copy_back_right_from_every_chapter(office: Path, printed: Reader) -> None:
    leader = an_office(1, f"样{RARE}")
    a_year(leader)
    pages = printed(book(leader))
    assert [page for page in (0, 2, 3, 4, 5, 10) if not set(RARE) <= set(pages.texts[page])] == []


def test_long_names_and_texts_flow_over_pages_and_nothing_is_lost(office: Path, printed: Reader) -> None:
    leader = an_office(3, "阿卜杜热合曼·买买提明·样例", "样例市人民政府办公室（外事侨务办公室、金融工作局）")
    leader.title = "市委常委、常务副市长、市政府党组副书记"
    save_official(leader)
    text = "".join(f"第{number}条意见。" for number in range(700))
    a_matter(leader, MatterKind.OPINION, text)
    home = ContactPoint.get(ContactPoint.name == "王样0")
    targets = [TargetEntry(home.id, Outcome.MET, heard=text)]
    save_activity(a_visit(leader, day(6, 1), targets=targets), TODAY)
    pages = printed(book(leader))
    shown = re.sub(r"\s", "", pages.text)
    assert all(shown.count(f"第{number}条意见") >= 1 for number in range(700))
    for box in pages.places("意见"):
        width, height = pages.size(box.page)
        assert box.right < width - 26
        assert box.bottom < height - 26 + 0.1


def test_a_signature_never_stands_alone_on_a_page(office: Path, printed: Reader) -> None:
    leader = an_office(1)
    home = ContactPoint.get(ContactPoint.name == "王样0")
    for at, length in enumerate(range(15, 45, 3)):
        targets = [TargetEntry(home.id, Outcome.MET, heard=LONG * length, reply=LONG * 3)]
        save_activity(a_visit(leader, day(3, 1 + at), targets=targets), TODAY)
    pages = printed(book(leader))
    for signed in pages.places("走访对象\n（签字）"):
        assert "落实情况" in pages.texts[signed.page]


def test_pictures_follow_their_visit_only_if_they_are_wished_for(
    office: Path, printed: Reader, tmp_path: Path
) -> None:
    from PIL import Image

    leader = an_office(1)
    path = tmp_path / "照片.png"
    Image.new("RGB", (1600, 1000), "#446688").save(path)
    (visit,) = [one for one in _activities() if one.kind == ActivityKind.VISIT]
    add_picture(visit, path, f"入户走访，电话{PHONE}")
    without, pages = printed(book(leader)), printed(book(leader, pictures=True))
    assert "走访图片" not in without.text
    caption = pages.place("2026年2月9日 入户走访，电话139****1416")
    assert caption.page == max(box.page for box in pages.places("走访群众记录表")) + 1
    assert len(pages) == len(without) + 1


def _activities() -> list[object]:
    from models.activity import Activity

    return list(Activity.select())


# --- the book for the pen


def test_a_leader_with_nothing_yet_gets_an_empty_book_for_the_pen(office: Path, printed: Reader) -> None:
    pages = printed(book(a_leader(title="副市长")))
    assert "样" in pages.texts[0]
    assert len(pages) == 15
    assert len(pages.places("走访群众记录表")) == 4
    assert {box.page for dash in ("—", "无") for box in pages.places(dash)} <= {3}  # what the signs mean


def test_its_sections_are_rows_for_the_pen_down_to_the_foot(office: Path, printed: Reader) -> None:
    pages = printed(book(a_leader()))
    for page in range(4, 9):
        numbers = {number: pages.places(str(number)) for number in range(1, 11)}
        tops = [max(box.top for box in boxes if _leads(box, page)) for boxes in numbers.values()]
        tops[0] = min(box.top for box in numbers[1] if _leads(box, page))  # 10 has a 1 in it too
        assert min(below - above for above, below in pairwise(tops)) >= 11.9


def _leads(box: object, page: int) -> bool:
    """A row's number, not the page's."""
    return box.page == page and 35 < box.left < 47 and box.top > 45  # type: ignore[attr-defined]


def test_an_empty_book_has_a_record_for_every_visit_the_year_owes(office: Path) -> None:
    leader = an_office()
    found = chapter(book(leader, "2027"), VisitsChapter)
    assert len(found.blanks) == 4 + 4 + 20
    assert found.blanks[0].leader == "张样一"


def test_an_empty_book_names_the_points_that_are_assigned(office: Path, printed: Reader) -> None:
    pages = printed(book(an_office(), "2027"))
    assert len([box for box in pages.places("139****1416") if box.page == 2]) == 10
    assert {box.page for box in pages.places("✓")} == {3}  # what the sign means
    assert "60" in pages.texts[3]


def test_a_book_with_anything_in_it_says_of_an_empty_section_that_there_is_nothing(
    office: Path, printed: Reader
) -> None:
    pages = printed(book(an_office(1)))
    assert [box.page for box in pages.places("无")] == [5, 6, 7, 8]


def test_a_hearing_alone_makes_it_no_book_for_the_pen(office: Path) -> None:
    leader: Official = a_leader()
    save_activity(a_visit(leader, day(3, 1), kind=ActivityKind.HEARING), TODAY)
    found = chapter(book(leader), VisitsChapter)
    assert (found.quarters, found.blanks) == ([], ())
