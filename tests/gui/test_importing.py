"""A workbook in the page 联系点: looked at first, imported whole or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gui.pages.contact_point import ContactPointPage
from gui.window import Window
from models.contact_point import ContactPoint
from models.rules.problem import Problem
from tests.gui.driving import Answers, press, wait_until
from tests.gui.points_office import points_page


@pytest.fixture
def page(open_window: Callable[..., Window]) -> ContactPointPage:
    return points_page(open_window)


def _office_file(folder: Path, day: str) -> Path:
    path = folder / "联系点.csv"
    heads = "领导,类别,名称,县(市、区),所属乡镇,所属村,起始日期"
    rows = [f"张样一,户,赵样一,章贡区,沙石镇,沙石村,{day}", f"张样一,户,赵样二,章贡区,沙石镇,沙石村,{day}"]
    path.write_text("\n".join([heads, *rows]), encoding="utf-8-sig")
    return path


def test_a_workbook_is_looked_at_first_and_then_imported_whole(
    page: ContactPointPage, answers: Answers, tmp_path: Path
) -> None:
    answers.path(_office_file(tmp_path, "2026-3-5"))
    page.import_file()
    wait_until(page.shell, lambda: page.preview.plan is not None)
    assert page.preview.plan.new == 2
    assert "赵样一" not in [point.name for point in ContactPoint.select()]
    page.preview.main.invoke()
    wait_until(page.shell, lambda: page.leaders.shown()[0][-1] == "▲ 多2户")
    assert "新增 2 行" in page.shell.noticed


def test_refused_rows_are_shown_with_their_place_and_nothing_can_be_imported(
    page: ContactPointPage, answers: Answers, tmp_path: Path
) -> None:
    answers.path(_office_file(tmp_path, "2026-2-30"))
    page.import_file()
    wait_until(page.shell, lambda: page.preview.plan is not None)
    first = page.preview.table.shown()[0]
    assert first[0] == "● 不能导入"
    assert first[2:4] == ["2", "起始日期"]
    assert "2026-2-30" in first[4]
    assert "2026-2-30" in page.preview.whole.text
    page.preview.table.pick(1)
    assert page.preview.whole.text == page.preview.table.current.words
    assert page.preview.main.instate(["disabled"])
    answers.path(tmp_path / "核对结果.csv")
    page.preview.save_lines()
    assert "起始日期" in (tmp_path / "核对结果.csv").read_text("utf-8-sig")
    press(page, "<Escape>")
    assert not page.preview.winfo_exists()


def test_where_the_list_of_refused_rows_cannot_be_saved_it_is_said_so(
    page: ContactPointPage, answers: Answers, tmp_path: Path
) -> None:
    answers.path(_office_file(tmp_path, "2026-2-30"))
    page.import_file()
    wait_until(page.shell, lambda: page.preview.plan is not None)
    answers.path(tmp_path / "没有这个文件夹" / "核对结果.csv")
    with pytest.raises(Problem, match="文件夹不存在"):
        page.preview.save_lines()
    assert page.preview.winfo_exists()


def test_reading_can_be_stopped_while_the_window_lives_on(
    page: ContactPointPage, answers: Answers, tmp_path: Path
) -> None:
    answers.path(_office_file(tmp_path, "2026-3-5"))
    page.import_file()
    page.shell.card.cancel.invoke()
    wait_until(page.shell, lambda: not page.shell.card.winfo_ismapped())
    assert page.preview.plan is None


def test_a_file_mended_meanwhile_is_read_again(
    page: ContactPointPage, answers: Answers, tmp_path: Path
) -> None:
    answers.path(_office_file(tmp_path, "2026-2-30"))
    page.import_file()
    wait_until(page.shell, lambda: page.preview.plan is not None)
    assert str(page.focus_get()) == str(page.preview.again)
    _office_file(tmp_path, "2026-3-5")
    page.preview.again.invoke()
    wait_until(page.shell, lambda: not page.preview.plan.refused)
    assert page.preview.plan.new == 2
    assert page.preview.main.instate(["!disabled"])


def test_a_file_that_is_no_workbook_is_refused_where_the_user_is(
    page: ContactPointPage, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "坏的.xlsx"
    path.write_bytes(b"PK\x03\x04 cut in half")
    answers.path(path)
    page.import_file()
    wait_until(page.shell, lambda: page.shell.noticed)
    assert "坏的.xlsx" in page.shell.noticed
    assert not page.preview.winfo_exists()


def test_a_formula_in_a_refused_cell_stays_text(tmp_path: Path) -> None:
    from gui.look.palette import Tone
    from gui.state.import_lines import Line, as_csv

    text = as_csv([Line(Tone.LATE, "不能导入", "活动", "2", "地点", "=1+1")]).decode("utf-8-sig")
    assert "'=1+1" in text
