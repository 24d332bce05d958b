"""首次使用: three steps over the start page of an empty ledger, left by one key, never in the way."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gui.forms import first_steps
from gui.forms.first_steps import SKIPPED, FirstSteps
from gui.forms.importing import ImportView
from gui.forms.recovery_code import RecoveryCodeCard
from gui.window import Window
from models.beginning import is_untouched
from models.deletion import delete_point
from models.demo import fill_with_demo
from models.draft import drafts
from models.exchange.exporting import export_workbook
from models.official import Official, leaders, save_official
from models.rules.problem import Problem
from models.setting import change_settings, value
from models.storage import close_database, has_password, open_database
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.models.made_up import a_township

WORD = "样样样-2026-Aa"


def steps(window: Window) -> FirstSteps | None:
    return window.page.first


def test_they_come_on_an_empty_ledger_and_ask_for_the_name_of_the_office_first(window: Window) -> None:
    assert steps(window).winfo_ismapped()
    assert str(window.root.focus_get()) == str(steps(window).name.inner)
    assert window.page.context().startswith("第一次使用")


def test_they_never_come_where_anybody_was_ever_entered(
    zhang: Official, open_window: Callable[..., Window]
) -> None:
    assert steps(open_window()) is None


def test_not_even_where_all_is_deleted(office: Path) -> None:
    delete_point(a_township())
    assert not is_untouched()


def test_settings_alone_leave_a_ledger_untouched(office: Path) -> None:
    change_settings({"office_name": "样样市"})
    assert is_untouched()


def test_one_key_leaves_them_for_good(window: Window, open_window: Callable[..., Window]) -> None:
    press(steps(window).name.inner, "<Escape>")
    assert steps(window) is None
    assert SKIPPED in window.noticed
    assert window.head.buttons[0].cget("text") == "登记走访"
    window.root.destroy()
    assert steps(open_window()) is None


def test_a_name_is_saved_by_enter_and_shown(window: Window) -> None:
    type_in(steps(window).name, "样样市政府办公室")
    press(steps(window).name.inner, "<Return>")
    assert value("office_name") == "样样市政府办公室"
    assert "已保存" in str(steps(window)._named.cget("text"))
    wait_until(window, lambda: window.rail.office.cget("text") == "样样市政府办公室")


def test_a_name_typed_is_kept_by_whatever_leaves_the_steps(
    window: Window, open_window: Callable[..., Window]
) -> None:
    type_in(steps(window).name, "样样市")
    press(steps(window).name.inner, "<Escape>")
    assert value("office_name") == "样样市"


def test_closing_the_window_keeps_the_name_without_asking(window: Window, answers: Answers) -> None:
    type_in(steps(window).name, "样样市")
    assert window.close()
    assert value("office_name") == "样样市"
    assert not answers.asked


@pytest.mark.parametrize("leave", ["<Escape>", "close"])
def test_a_disk_that_refuses_the_name_is_told_and_traps_nobody(
    window: Window, answers: Answers, monkeypatch: pytest.MonkeyPatch, leave: str
) -> None:
    def refuses(_new: object) -> None:
        raise Problem("没有保存：磁盘空间不足。")

    def gone() -> bool:
        if leave == "close":
            return window.close()
        window.press("Esc")
        return steps(window) is None

    monkeypatch.setattr(first_steps, "change_settings", refuses)
    type_in(steps(window).name, "样样市")
    answers.say("取消", "放弃")
    assert not gone()
    assert "磁盘空间不足" in answers.asked[-1]
    assert steps(window).name.get() == "样样市"
    assert steps(window).edited
    assert gone()


def test_a_name_that_was_being_typed_when_the_program_was_killed_is_offered_again(
    window: Window, open_window: Callable[..., Window]
) -> None:
    type_in(steps(window).name, "样样市")
    window._drafts.keep()
    assert len(drafts()) == 1
    window.root.destroy()
    again = open_window()
    again.offer.buttons["恢复"].invoke()
    assert steps(again).name.get() == "样样市"
    assert steps(again).edited


def test_a_name_typed_stays_while_one_looks_at_other_pages(window: Window) -> None:
    type_in(steps(window).name, "样样市")
    window.visit("设置")
    change_settings({"hotline": "12345"})
    window.visit("今日要办")
    assert steps(window).name.get() == "样样市"


def test_a_password_is_set_there_and_its_code_shown(window: Window, answers: Answers) -> None:
    steps(window).offers["设置密码…"].invoke()
    for name in ("new", "again"):
        window.page.drawer.form[name].set(WORD)
    window.page.drawer.submit()
    wait_until(window, lambda: isinstance(window.page.drawer, RecoveryCodeCard))
    assert has_password()
    assert "已设密码" in str(steps(window)._secret.cget("text"))
    answers.say("已经抄好")
    window.press("Esc")
    assert not window.page.has_drawer
    assert steps(window) is not None


def test_an_import_ends_them(window: Window, tmp_path: Path, answers: Answers) -> None:
    answers.path(filled_workbook(tmp_path))
    steps(window).offers["从 Excel 导入…"].invoke()
    wait_until(window, lambda: preview(window) and preview(window).plan)
    preview(window).apply()
    wait_until(window, lambda: steps(window) is None)
    assert len(leaders()) == 2
    assert "已导入" in window.noticed
    assert window.page.context().startswith(str(window.today().year))


def test_esc_closes_the_preview_first(window: Window, tmp_path: Path, answers: Answers) -> None:
    answers.path(filled_workbook(tmp_path))
    steps(window).import_file()
    wait_until(window, lambda: preview(window) and preview(window).plan)
    window.press("Esc")
    assert preview(window) is None
    assert steps(window) is not None


def test_the_template_is_saved_where_one_says(window: Window, tmp_path: Path, answers: Answers) -> None:
    answers.path(tmp_path / "模板.xlsx")
    steps(window).offers["保存空白模板…"].invoke()
    assert (tmp_path / "模板.xlsx").stat().st_size > 5_000
    assert "模板已保存" in window.noticed


@pytest.mark.parametrize(("offer", "title"), [("逐个新增", "联系点"), ("用备份恢复", "备份与恢复")])
def test_other_ways_lead_to_their_pages(window: Window, offer: str, title: str) -> None:
    steps(window).offers[offer].invoke()
    assert window.page.title == title


def test_the_first_leader_entered_elsewhere_ends_them(window: Window) -> None:
    window.visit("联系点")
    save_official(Official(name="张样一", rank=1, is_member=True))
    window.visit("今日要办")
    assert steps(window) is None


def preview(window: Window) -> ImportView | None:
    found = [part for part in window.page.winfo_children() if isinstance(part, ImportView)]
    return found[0] if found else None


def filled_workbook(folder: Path) -> Path:
    """An office of two leaders as a workbook; the ledger open in the test stays empty."""
    from models.storage import database_path

    home = database_path().parent
    close_database()
    open_database(folder / "other")
    fill_with_demo(date(2026, 11, 25), leaders=2)
    export_workbook(folder / "book.xlsx")
    close_database()
    open_database(home)
    return folder / "book.xlsx"
