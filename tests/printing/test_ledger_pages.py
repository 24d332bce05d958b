"""“连心”台账 on paper: where things stand, what flows over, what is masked, and the empty book."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from models.activity import Activity, TargetEntry, save_activity
from models.contact_point import ContactPoint
from models.official import save_official
from models.picture import add_picture
from models.rules.kinds import ActivityKind, MatterKind, Outcome
from printing.documents.ledger_visits import VisitsChapter
from tests.models.made_up import a_leader, a_visit, day
from tests.printing.conftest import Box, Print
from tests.printing.ledger_office import PHONE, TODAY, a_matter, a_year, an_office, book, chapter

Reader = Callable[..., Print]
RARE = "䶮㛃𠅤喆翀犇堃䃅䜣䜩䴖頔𬱖韡𬀩"
LONG = "意见很多，道路、饮水、电压、医保都要管。"


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
    leader = an_office(1)
    path = tmp_path / "照片.png"
    Image.new("RGB", (1600, 1000), "#446688").save(path)
    add_picture(Activity.get(), path, f"入户走访，电话{PHONE}")
    without, pages = printed(book(leader)), printed(book(leader, pictures=True))
    assert "走访图片" not in without.text
    caption = pages.place("2026年2月9日 入户走访，电话139****1416")
    assert caption.page == max(box.page for box in pages.places("走访群众记录表")) + 1
    assert len(pages) == len(without) + 1


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


def _leads(box: Box, page: int) -> bool:
    """A row's number, not the page's."""
    return box.page == page and 35 < box.left < 47 and box.top > 45


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
    leader = a_leader()
    save_activity(a_visit(leader, day(3, 1), kind=ActivityKind.HEARING), TODAY)
    found = chapter(book(leader), VisitsChapter)
    assert (found.quarters, found.blanks) == ([], ())
