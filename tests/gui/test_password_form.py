"""设置 says what a password or none means; the recovery code is shown once and goes to paper alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gui.forms.password import PasswordLines
from gui.forms.recovery_code import RecoveryCodeCard
from gui.pages.setting import SettingPage
from gui.paper import printer
from gui.state.print_job import Job, Printer
from gui.window import Window
from models.storage import close_database, has_password, keys, open_database, unlock
from tests.gui.driving import Answers, wait_until

WORD, OTHER = "样样样-2026-Aa", "另一个样样-2026"


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    return open_window(SettingPage)


def lines(window: Window) -> PasswordLines:
    return window.page.password


def fill(window: Window, button: str, **typed: str) -> None:
    lines(window).buttons[button].invoke()
    for name, text in typed.items():
        window.page.drawer.form[name].set(text)
    window.page.drawer.submit()


def set_password(window: Window) -> RecoveryCodeCard:
    fill(window, "设置密码", new=WORD, again=WORD)
    wait_until(window, lambda: isinstance(window.page.drawer, RecoveryCodeCard))
    return window.page.drawer


def test_without_one_it_says_plainly_what_that_means(window: Window) -> None:
    assert "能打开这台电脑的人都能打开台账" in lines(window)._words.text
    assert list(lines(window).buttons) == ["设置密码"]


def test_setting_one_shows_the_code_once_and_the_window_goes_on(
    window: Window, office: Path, answers: Answers
) -> None:
    card = set_password(window)
    assert has_password()
    assert "已设密码" in lines(window)._words.text
    answers.say("取消")
    assert card.leave() is False
    answers.say("已经抄好")
    assert card.leave()
    close_database()
    unlock(office, card.code)
    open_database(office)


@pytest.mark.parametrize(
    ("new", "again", "told"),
    [(WORD, OTHER, "两次填写的密码不一样"), ("12345678", "12345678", "至少 10 个字符"), ("", "", "请填写")],
)
def test_what_will_not_do_is_said_and_nothing_is_set(window: Window, new: str, again: str, told: str) -> None:
    fill(window, "设置密码", new=new, again=again)
    assert told in "".join(window.page.drawer.form.complaints.values())
    assert not has_password()
    window.page.drawer.form.edited = False


def test_old_plain_files_go_only_after_they_were_named(
    window: Window, office: Path, answers: Answers
) -> None:
    (office / "backups").mkdir()
    plain = office / "backups" / "lianxin-20260101-080000-1.lxbak"
    plain.write_bytes((office / "lianxin.db").read_bytes())
    answers.say("取消")
    fill(window, "设置密码", new=WORD, again=WORD)
    assert plain.name in answers.asked[-1]
    assert not has_password()
    assert plain.exists()
    answers.say("设密码并删除")
    window.page.drawer.submit()
    assert has_password()
    assert not plain.exists()
    wait_until(window, lambda: isinstance(window.page.drawer, RecoveryCodeCard))
    window.page.drawer.destroy()


def test_the_code_goes_to_the_printer_without_a_file(
    window: Window, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[bytes, Job]] = []
    monkeypatch.setattr(printer, "printers", lambda: [Printer("样打印机", preferred=True)])
    monkeypatch.setattr(printer, "send", lambda data, job: sent.append((data, job)))
    card = set_password(window)
    card.print_out()
    assert sent[0][0].startswith(b"%PDF")
    assert sent[0][1].printer == "样打印机"
    groups = card.code.split("-")
    assert not [
        file for file in office.rglob("*") if file.is_file() and groups[0].encode() in file.read_bytes()
    ]
    card.destroy()


def test_changing_and_removing_ask_for_the_present_one(window: Window, answers: Answers) -> None:
    set_password(window).destroy()
    fill(window, "修改密码", current="错的样样样样", new=OTHER, again=OTHER)
    assert "不对" in "".join(window.page.drawer.form.complaints.values())
    window.page.drawer.form["current"].set(WORD)
    window.page.drawer.submit()
    assert "密码已修改" in window.noticed
    answers.say("取消密码")
    fill(window, "取消密码", current=OTHER)
    assert not has_password()
    assert "没有设密码" in lines(window)._words.text


def test_another_code_takes_the_old_ones_place(window: Window, office: Path) -> None:
    old = set_password(window)
    old.destroy()
    fill(window, "换恢复码", current=WORD)
    wait_until(
        window, lambda: window.page.drawer is not old and isinstance(window.page.drawer, RecoveryCodeCard)
    )
    with pytest.raises(keys.WrongSecret):
        keys.unlock(office, old.code)
    assert keys.unlock(office, window.page.drawer.code) == keys.held()
    window.page.drawer.destroy()


def test_the_window_under_a_password_goes_on_saving(window: Window) -> None:
    set_password(window).destroy()
    window.page.forms[0]["office_name"].set("示例市")
    window.page.keep()
    assert has_password()
    assert "设置已保存" in window.noticed
