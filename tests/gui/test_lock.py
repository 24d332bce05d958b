"""The locked window hides everything and hears no keys; what was typed is there afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gui import dialogs, lock
from gui.window import Window
from models.setting import change_settings
from models.storage import keys, password
from tests.gui.driving import press, type_in, wait_until

WORD = "样样样-2026-Aa"


@pytest.fixture
def sealed(office: Path, open_window: Callable[..., Window], monkeypatch: pytest.MonkeyPatch) -> Window:
    """The whole window on an office under the password; what Argon2id says is known."""
    password.set_password(WORD)
    key = keys.held()
    monkeypatch.setattr(keys, "unlock", lambda _, secret: key if secret == WORD else wrong())
    return open_window()


def wrong() -> None:
    raise keys.WrongSecret("密码或恢复码不对。")


def later(monkeypatch: pytest.MonkeyPatch, seconds: float, *, asleep: bool = False) -> None:
    """So much later; asleep, only the clock on the wall has gone on."""
    monotonic, wall = lock._now()
    monkeypatch.setattr(lock, "_now", lambda: (monotonic + (0 if asleep else seconds), wall + seconds))


def unlock(window: Window, word: str = WORD) -> None:
    form = window._lock.form
    form.entry.insert(0, word)
    press(form.entry, "<Return>")


def in_sight(window: Window) -> bool:
    window.root.update()
    return bool(window.page.winfo_viewable() or window.rail.winfo_viewable())


def test_ctrl_l_hides_everything_and_the_password_brings_it_back(sealed: Window) -> None:
    press(sealed.root, "<Control-l>")
    assert not in_sight(sealed)
    assert "已锁定" in sealed.root.title()
    unlock(sealed, "错的样样样样")
    assert "还可以试 4 次" in sealed._lock.form.said
    assert not in_sight(sealed)
    unlock(sealed)
    assert in_sight(sealed)
    assert sealed.root.title() == "连心台账"


def test_the_locked_window_hears_no_keys(sealed: Window) -> None:
    page = sealed.page
    sealed.press("Ctrl+L")
    for keys_ in ("<Control-f>", "<Control-z>", "<F1>", "<Alt-Key-3>", "<Control-n>", "<Escape>"):
        press(sealed._lock.form.entry, keys_)
    assert sealed.page is page
    assert not in_sight(sealed)
    assert sealed._lock.form.entry.focus_lastfor() is sealed._lock.form.entry


def test_tab_stays_within_the_lock(sealed: Window) -> None:
    sealed.press("Ctrl+L")
    widget = sealed._lock.form.entry
    for _ in range(12):
        widget = widget.tk_focusNext()
        assert str(widget).startswith(str(sealed._lock._card))


def test_what_was_typed_is_still_there(sealed: Window) -> None:
    sealed.visit("设置")
    type_in(sealed.page.forms[0]["office_name"], "写了一半")
    sealed.press("Ctrl+L")
    assert sealed.close() is False
    unlock(sealed)
    assert sealed.page.forms[0]["office_name"].get() == "写了一半"
    sealed.page.undo()


def test_a_box_that_was_open_is_hidden_too_and_comes_back(sealed: Window) -> None:
    box = dialogs._Box(sealed.root, "样", "张样一 13800000000", ("知道了",))
    box.deiconify()
    box.update()
    sealed.press("Ctrl+L")
    sealed.root.update()
    assert not box.winfo_viewable()
    unlock(sealed)
    sealed.root.update()
    assert box.winfo_viewable()
    box.destroy()


def test_after_ten_idle_minutes_it_locks_itself(sealed: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch, 9 * 60)
    sealed._lock._looked = lock._now()
    sealed._lock._look()
    assert not sealed._lock.is_on
    later(monkeypatch, 70)
    sealed._lock._looked = lock._now()
    sealed._lock._look()
    assert sealed._lock.is_on


def test_a_key_or_the_pointer_puts_it_off(sealed: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch, 9 * 60)
    press(sealed.root, "<Key-a>")
    later(monkeypatch, 9 * 60)
    sealed._lock._looked = lock._now()
    sealed._lock._look()
    assert not sealed._lock.is_on


def test_after_sleep_it_is_locked(sealed: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch, 120, asleep=True)
    sealed._lock._look()
    assert sealed._lock.is_on


def test_the_office_chooses_after_how_many_minutes(sealed: Window) -> None:
    change_settings({"lock_minutes": "3"})
    wait_until(sealed, lambda: sealed._lock.minutes == 3)


def test_without_a_password_nothing_locks_and_ctrl_l_says_why(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, 5 * 3600)
    window._lock._look()
    press(window.root, "<Control-l>")
    assert not window._lock.is_on
    assert "没有设密码" in window.noticed
