"""The one door: page furniture, whole files or none, names of files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.rules.problem import Problem
from models.storage import files
from printing import styles
from printing.blocks import NewPage, Title, register_line
from printing.fonts import Fonts
from printing.render import compose, file_name, paths_in, render, stamp
from tests.printing.conftest import Print, Sheet

Reader = Callable[..., Print]
ONE = Sheet([Title("走访安排表")])
TWO = Sheet([Title("走访安排表"), NewPage(), Title("附表")])


def test_each_page_is_numbered_and_each_document_by_itself(faces: Fonts) -> None:
    pages = Print(compose([TWO, ONE], faces=faces).data)
    assert [_line_with("页", text) for text in pages.texts] == [
        "第1页共2页预览",
        "第2页共2页预览",
        "第1页共1页预览",
    ]


def _line_with(word: str, text: str) -> str:
    return next("".join(line.split()) for line in text.splitlines() if word in line)


@pytest.mark.parametrize(
    ("paper", "size", "margins"),
    [
        (styles.PORTRAIT, (210, 297), (28, 26, 35)),
        (styles.LANDSCAPE, (297, 210), (35, 37, 26)),
    ],
)
def test_furniture_stands_where_the_standard_puts_it(
    printed: Reader, paper: styles.Paper, size: tuple[float, float], margins: tuple[float, float, float]
) -> None:
    page = printed(Sheet([Title("走访安排表")], paper), corner=stamp(123))
    left, right, bottom = margins
    number, corner = page.place("第"), page.place("0123 · 脱敏")
    assert page.size() == pytest.approx(size, abs=0.1)
    assert (number.top + number.bottom) / 2 == pytest.approx(size[1] - bottom + 7, abs=1)
    assert corner.right == pytest.approx(size[0] - right, abs=1)
    title = page.place("走访安排表")
    assert (title.left + title.right) / 2 == pytest.approx((left + size[0] - right) / 2, abs=1)


def test_the_line_under_a_registers_title_reaches_from_margin_to_margin(printed: Reader) -> None:
    page = printed(register_line("样例市人民政府办公室", "2026年7月1日"))
    assert page.place("填报单位（盖章）：样例市人民政府办公室").left == pytest.approx(35, abs=1)
    assert page.place("填报时间：2026年7月1日").right == pytest.approx(297 - 37, abs=1)
    assert "填报人：" in page.text
    assert "审核人：" in page.text


def test_a_long_title_is_set_in_lines_of_about_equal_length(printed: Reader) -> None:
    page = printed(Title("样例市人民政府领导干部二〇二六年第三季度走访联系点和下访听诉工作情况统计表"))
    lines = [line.strip() for line in page.texts[0].splitlines() if "第" not in line or "季度" in line][:2]
    assert abs(len(lines[0]) - len(lines[1])) <= 6


def test_the_corner_says_the_number_and_whether_numbers_are_masked() -> None:
    assert stamp(123) == "打印编号 0123 · 脱敏"
    assert stamp(12345, full=True) == "打印编号 12345 · 全号"


def test_a_print_is_written_whole_and_says_its_pages(tmp_path: Path, faces: Fonts) -> None:
    path = tmp_path / "表.pdf"
    assert render(TWO, path, faces=faces) == 2
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.read_bytes().rstrip().endswith(b"%%EOF")
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_fills_up_leaves_the_old_print_as_it_was(
    tmp_path: Path, faces: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "表.pdf"
    path.write_bytes(b"old")

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "sync", full)
    with pytest.raises(Problem, match="磁盘空间不足"):
        render(ONE, path, faces=faces)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path, faces: Fonts) -> None:
    with pytest.raises(Problem, match="文件夹不存在"):
        render(ONE, tmp_path / "none" / "表.pdf", faces=faces)


def test_a_document_that_fails_midway_leaves_no_file(tmp_path: Path, faces: Fonts) -> None:
    def stopped() -> object:
        yield ONE
        raise InterruptedError

    with pytest.raises(InterruptedError):
        render(stopped(), tmp_path / "表.pdf", faces=faces)
    assert not list(tmp_path.iterdir())


def test_documents_go_into_files_of_their_own_even_under_one_name(tmp_path: Path) -> None:
    paths = paths_in(tmp_path, [ONE, ONE])
    assert paths == [tmp_path / "试印.pdf", tmp_path / "试印_2.pdf"]


def test_a_file_name_holds_nothing_a_file_name_may_not() -> None:
    assert file_name("走访安排表", "张/样:一?", "", "2026Q3") == "走访安排表_张样一_2026Q3"
    assert file_name("表", "阿卜杜拉·买买提明·样例") == "表_阿卜杜拉·买买提明·样例"
    assert len(file_name("长" * 300).encode()) < 200
