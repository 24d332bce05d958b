"""Pictures of an activity, beside the list: added, named, saved elsewhere, taken away and had back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from gui.pages.activity import ActivityPage
from models.activity import Activity
from models.official import Official
from models.picture import Picture, pictures_of
from tests.gui.driving import Answers, press, type_in, wait_until
from tests.gui.zhangs_office import kept


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    Image.effect_noise((400, 300), 60).convert("RGB").save(tmp_path / "签字表.png")
    return tmp_path / "签字表.png"


@pytest.fixture
def page(open_activities: Callable[..., ActivityPage], zhang: Official) -> ActivityPage:
    page = open_activities()
    activity = kept(zhang)
    wait_until(page.shell, lambda: page.list.table.rows.items)
    page.list.pick(activity.id)
    page.list.pictures.invoke()
    page.update()
    return page


def test_a_picture_is_added_named_and_counted(page: ActivityPage, photo: Path, answers: Answers) -> None:
    answers.path(photo)
    page.drawer.add.invoke()
    assert "已添加图片" in page.shell.noticed
    (caption,) = page.drawer.captions
    assert caption.get() == "签字表"
    type_in(caption, "十月签字表")
    press(caption.inner, "<Return>")
    assert [row.caption for row in pictures_of(Activity.get())] == ["十月签字表"]
    wait_until(page.shell, lambda: str(page.list.pictures.cget("text")) == "图片 1")


def test_a_caption_being_written_stays_while_something_else_is_kept(
    page: ActivityPage, photo: Path, answers: Answers
) -> None:
    answers.path(photo)
    page.drawer.add.invoke()
    (caption,) = page.drawer.captions
    caption.inner.focus_force()
    type_in(caption, "写到一半")
    answers.path(photo)
    page.drawer.add.invoke()
    page.drawer.renew()
    first, second = page.drawer.captions
    assert first is caption
    assert (first.get(), second.get()) == ("写到一半", "签字表")


def test_what_is_no_picture_is_said_and_three_are_enough(
    page: ActivityPage, photo: Path, answers: Answers
) -> None:
    (photo.parent / "样.jpg").write_text("no picture")
    answers.path(photo.parent / "样.jpg")
    page.shell.root.after_idle(page.drawer.add.invoke)
    wait_until(page.shell, lambda: "不是能读的图片" in page.shell.noticed)
    for _ in range(3):
        answers.path(photo)
        page.drawer.add.invoke()
    assert page.drawer.add.instate(["disabled"])


def test_a_deleted_picture_comes_back_by_undo(page: ActivityPage, photo: Path, answers: Answers) -> None:
    answers.path(photo)
    page.drawer.add.invoke()
    page.drawer._delete(Picture.get())
    assert not Picture.select().exists()
    press(page.shell.root, "<Control-z>")
    assert len(page.drawer.captions) == 1


def test_a_picture_is_saved_elsewhere(
    page: ActivityPage, photo: Path, answers: Answers, tmp_path: Path
) -> None:
    answers.path(photo)
    page.drawer.add.invoke()
    answers.path(tmp_path / "出.jpg")
    page.drawer._save(Picture.get())
    with Image.open(tmp_path / "出.jpg") as saved:
        assert saved.size == (400, 300)


def test_esc_closes_the_pictures_and_an_activity_taken_back_takes_them_along(
    page: ActivityPage, zhang: Official
) -> None:
    press(page.shell.root, "<Escape>")
    assert not page.has_drawer
    page.list.pictures.invoke()
    press(page.shell.root, "<Control-z>")
    wait_until(page.shell, lambda: not page.has_drawer)
    assert not Activity.select().exists()


def test_the_form_of_an_activity_comes_without_the_pictures(page: ActivityPage, zhang: Official) -> None:
    page.add()
    assert not page.has_drawer
    assert page.is_filling
