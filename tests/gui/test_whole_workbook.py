"""全部记录 leave as one workbook that comes in again, after it was said what is in it, and are logged."""

from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from gui.pages.setting import SettingPage
from gui.window import Window
from models.official import Official
from models.print_log import prints
from tests.gui.driving import Answers


@pytest.fixture
def page(zhang: Official, open_window: Callable[..., Window]) -> SettingPage:
    shown: SettingPage = open_window(SettingPage).page
    return shown


def test_all_records_are_saved_logged_and_the_same_as_are_there(
    page: SettingPage, answers: Answers, tmp_path: Path
) -> None:
    answers.say("导出")
    answers.path(tmp_path / "全部.xlsx")
    page.workbooks.all.invoke()
    sheets = CalamineWorkbook.from_path(tmp_path / "全部.xlsx").sheet_names
    assert {"领导", "联系点", "民情事项", "基层朋友"} <= set(sheets)
    assert page.shell.noticed.endswith(f"共 {len(sheets)} 张工作表。")
    entry = prints()[0]
    assert (entry.document, entry.full, entry.pages) == ("全部记录", True, len(sheets))
    assert entry.destination == str(tmp_path / "全部.xlsx")


def test_whoever_thinks_better_of_it_saves_and_logs_nothing(
    page: SettingPage, answers: Answers, tmp_path: Path
) -> None:
    answers.say("取消")
    page.workbooks.all.invoke()
    answers.say("导出")
    answers.path(None)
    page.workbooks.all.invoke()
    assert list(tmp_path.glob("*.xlsx")) == []
    assert prints() == []


def test_an_export_that_fails_stays_in_the_log_as_unfinished(
    page: SettingPage, answers: Answers, tmp_path: Path
) -> None:
    answers.say("导出")
    answers.path(tmp_path / "没有" / "全部.xlsx")
    page.workbooks.all.invoke()
    assert "文件夹不存在" in page.shell.noticed
    assert [entry.pages for entry in prints()] == [0]


def test_the_empty_workbook_is_saved(page: SettingPage, answers: Answers, tmp_path: Path) -> None:
    answers.path(tmp_path / "模板.xlsx")
    page.workbooks.empty.invoke()
    assert (tmp_path / "模板.xlsx").stat().st_size > 5_000
