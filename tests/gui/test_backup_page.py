"""备份与恢复 in the real window: every backup read back, every restore shown before and undone after."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from gui.forms.backing_up import Backups
from gui.forms.backup_household import HouseholdView
from gui.forms.backup_restore import RestoreView
from gui.pages.backup import BackupPage
from gui.pages.setting import SettingPage
from gui.pages.today import TodayPage
from gui.window import Window
from models import storage
from models.contact_point import ContactPoint
from models.official import Official, save_official
from models.storage import automatic, record
from models.storage.copies import copies_in
from models.storage.database import FILE_NAME
from models.undo import last_action, undo
from tests.gui.driving import Answers, press, type_in, wait_until

WORD = "百色 2026 秋天"
Open = Callable[..., Window]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


@pytest.fixture
def window(zhang: Official, open_window: Open) -> Window:
    """On the page, with a leader and his ten households."""
    return open_window(BackupPage, TodayPage, SettingPage)


@pytest.fixture
def page(window: Window) -> BackupPage:
    shown: BackupPage = window.page
    return shown


def backed_up(window: Window, answers: Answers, folder: Path) -> None:
    answers.path(folder)
    press(window.root, "<Control-b>")
    wait_until(window, lambda: "备份完成并已核对" in window.noticed)
    at_rest(window)


def at_rest(window: Window) -> None:
    """Nothing is running in the background any more."""
    wait_until(window, lambda: window._worker.current is None)


def names() -> list[str]:
    return [row.name for row in Official.select().order_by(Official.rank)]


def test_an_empty_page_says_what_to_do(page: BackupPage) -> None:
    assert "点右上角“立即备份”" in page.list.table.empty
    assert page.context() == "上次备份到U盘或其他文件夹：▲ 从未"


def test_a_backup_is_listed_with_its_light_and_the_next_goes_to_the_same_place(
    window: Window, page: BackupPage, answers: Answers, stick: Path
) -> None:
    backed_up(window, answers, stick)
    assert len(page.list.table.rows.items) == 1
    assert page.places.texts[0][1].startswith("✓ 今天")
    assert "✓ 今天" in page.context()
    press(window.root, "<Control-b>")
    wait_until(window, lambda: len(page.list.table.rows.items) == 2)
    assert len(copies_in(stick)) == 2


def test_a_backup_is_found_by_its_day_its_reason_or_its_folder(page: BackupPage, stick: Path) -> None:
    storage.backup(stick)
    page.refresh()
    (copy,) = page.list.table.rows.items
    for typed, there in (("手工", 1), (f"{copy.at:%Y-%m-%d}", 1), (stick.name, 1), ("升级", 0)):
        type_in(page.list.search, typed)
        page.update()
        assert len(page.list.table.rows.items) == there, typed


def test_a_stick_that_is_full_or_gone_is_told_and_nothing_is_called_done(
    window: Window, page: BackupPage, answers: Answers, stick: Path
) -> None:
    stick.write_text("a file where the folder should be")
    answers.path(stick)
    press(window.root, "<Control-b>")
    wait_until(window, lambda: "备份没有完成" in window.noticed)
    assert "原有备份和数据都没有改变" in window.noticed
    assert not page.list.table.rows.items


def test_a_sudden_loss_is_asked_about(
    window: Window, page: BackupPage, answers: Answers, stick: Path
) -> None:
    backed_up(window, answers, stick)
    record.change(window.folder, counts={"contact_point": 100})
    answers.say("取消")
    press(window.root, "<Control-b>")
    wait_until(window, lambda: "少了 88 个联系点" in window.noticed)
    assert len(copies_in(stick)) == 1
    answers.say("仍然备份")
    press(window.root, "<Control-b>")
    wait_until(window, lambda: len(copies_in(stick)) == 2)
    at_rest(window)


def test_verifying_and_a_drill_say_what_they_found_and_change_nothing(
    window: Window, page: BackupPage, answers: Answers, stick: Path
) -> None:
    backed_up(window, answers, stick)
    before = (window.folder / FILE_NAME).read_bytes()
    page.list.buttons["核对"].invoke()
    wait_until(window, lambda: "备份完好" in window.noticed)
    page.list.buttons["演练"].invoke()
    wait_until(window, lambda: "演练成功" in window.noticed)
    assert (window.folder / FILE_NAME).read_bytes() == before
    assert page.care.texts[1] == ("恢复演练", f"✓ 今天 {datetime.now():%H:%M}")


def test_a_damaged_backup_is_told(window: Window, page: BackupPage, answers: Answers, stick: Path) -> None:
    backed_up(window, answers, stick)
    path = copies_in(stick)[0].path
    path.write_bytes(path.read_bytes()[:-1])
    for button in ("核对", "演练", "恢复…", "只恢复一户…"):
        window._strip.hide()
        page.list.buttons[button].invoke()
        wait_until(window, lambda: "已损坏或没有写完，不能使用" in window.noticed)


def test_a_restore_shows_the_difference_first_and_can_be_taken_back(
    window: Window, page: BackupPage, answers: Answers, stick: Path
) -> None:
    backed_up(window, answers, stick)
    save_official(Official(name="李样二", rank=2, is_member=True))
    page.list.buttons["恢复…"].invoke()
    wait_until(window, lambda: page.has_drawer)
    view: RestoreView = page.drawer
    assert ["干部", "1", "2", "▲ 比现在少 1 条"] in view.table.shown()
    assert "恢复以前会先把现在的数据备份一份" in view.notes.text
    assert names() == ["张样一", "李样二"]
    view.main.invoke()
    wait_until(window, lambda: "恢复完成" in window.noticed)
    assert names() == ["张样一"]
    assert [action.label for action in page.actions()] == ["立即备份", "备份到…", "撤销恢复"]
    answers.say("撤销恢复")
    page.undo()
    wait_until(window, lambda: names() == ["张样一", "李样二"])
    at_rest(window)


def test_other_pages_forget_what_they_showed(
    window: Window, page: BackupPage, answers: Answers, stick: Path
) -> None:
    backed_up(window, answers, stick)
    window.show(TodayPage)
    kept = window.page
    window.show(BackupPage)
    page.list.buttons["恢复…"].invoke()
    wait_until(window, lambda: page.has_drawer)
    page.drawer.main.invoke()
    wait_until(window, lambda: "恢复完成" in window.noticed)
    assert not kept.winfo_exists()
    assert window.show(TodayPage) is not kept


def test_esc_leaves_the_preview_and_nothing_is_restored(
    window: Window, page: BackupPage, answers: Answers, stick: Path
) -> None:
    backed_up(window, answers, stick)
    page.list.buttons["恢复…"].invoke()
    wait_until(window, lambda: page.has_drawer)
    press(window.root, "<Escape>")
    assert not page.has_drawer
    assert record.read(window.folder).undo == ""


def test_a_backup_of_other_data_says_so(
    window: Window, page: BackupPage, answers: Answers, stick: Path
) -> None:
    backed_up(window, answers, stick)
    record.change(window.folder, office="another")
    answers.path(copies_in(stick)[0].path)
    page.steps.choose()
    wait_until(window, lambda: page.has_drawer)
    assert "▲ 这份备份不是从这台电脑上的数据来的" in page.drawer.notes.text


def test_a_sealed_backup_asks_for_its_password_and_says_when_it_is_wrong(
    window: Window, page: BackupPage, answers: Answers, stick: Path
) -> None:
    storage.backup(stick, password=WORD)
    page.refresh()
    page.list.buttons["恢复…"].invoke()
    wait_until(window, lambda: page.has_drawer)
    form = page.drawer.form
    type_in(form["secret"], "别的密码")
    page.drawer.main.invoke()
    assert form.complaints == {"secret": "密码或恢复码不对。"}
    type_in(form["secret"], WORD)
    page.drawer.main.invoke()
    wait_until(window, lambda: isinstance(page.drawer, RestoreView))


def test_one_household_comes_back_and_ctrl_z_takes_it_away_again(
    window: Window, page: BackupPage, answers: Answers, stick: Path
) -> None:
    backed_up(window, answers, stick)
    home = ContactPoint.select().where(ContactPoint.kind == "household").get()
    while ContactPoint.get_or_none(ContactPoint.id == home.id):
        undo(last_action())
    page.list.buttons["只恢复一户…"].invoke()
    wait_until(window, lambda: page.has_drawer)
    view: HouseholdView = page.drawer
    type_in_search(view, home.name)
    assert len(view.table.rows.items) == 1
    assert "▲ 现在缺" in view.table.shown()[0][2]
    view.table.pick(0)
    view.main.invoke()
    wait_until(window, lambda: f"已从备份恢复{home.name}" in window.noticed)
    assert ContactPoint.get_by_id(home.id).name == home.name
    assert last_action().label == f"从备份恢复一户：{home.name}"


def type_in_search(view: HouseholdView, text: str) -> None:
    view.search.set(text)
    view.search.changed()


# --- unasked


def test_a_quarter_of_an_hour_of_changes_is_copied_unasked(window: Window) -> None:
    backups: Backups = window.backups
    for _ in range(automatic.EVERY_MINUTES + 1):
        backups._minute()
    wait_until(window, lambda: len(copies_in(automatic.local_folder())) == 1)
    at_rest(window)
    for _ in range(3 * automatic.EVERY_MINUTES):
        backups._minute()
    window.root.update()
    assert len(copies_in(automatic.local_folder())) == 1


def test_a_sudden_loss_stops_copies_unasked_and_the_start_page_says_so(window: Window) -> None:
    storage.backup(automatic.local_folder())
    record.change(window.folder, counts={"contact_point": 100}, seen=0)
    for _ in range(automatic.EVERY_MINUTES + 1):
        window.backups._minute()
    window.root.update()
    assert len(copies_in(automatic.local_folder())) == 1
    window.show(TodayPage)
    told = "● 记录比上次备份少了 88 个联系点，自动备份已暂停"
    wait_until(window, lambda: told in window.page.context())
