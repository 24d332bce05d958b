"""Pictures of an activity: three at most, small, upright, without what a camera wrote into them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from models.activity import Activity, save_activity
from models.picture import LARGEST, Picture, add_picture, delete_picture, pictures_of
from models.rules.problem import Problem
from models.undo import last_action, undo
from tests.models.made_up import a_leader, a_visit, day

TODAY = day(11, 25)
_ORIENTATION, _PLACE = 0x0112, 0x8825


@pytest.fixture
def visit(office: object) -> Activity:
    return save_activity(a_visit(a_leader("张样一"), day(11, 20)), TODAY)


def a_photo(folder: Path, size: tuple[int, int] = (3000, 2000), turned: int = 1) -> Path:
    """As a telephone takes it: noisy, turned, with the place in it."""
    noise = Image.effect_noise(size, 90).convert("RGB")
    exif = Image.Exif()
    exif[_ORIENTATION] = turned
    exif.get_ifd(_PLACE)[1] = "N"
    noise.save(folder / "照片.jpg", quality=95, exif=exif)
    return folder / "照片.jpg"


def opened(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.jpeg))


def test_a_large_photo_becomes_small_upright_and_tells_no_place(visit: Activity, tmp_path: Path) -> None:
    kept = add_picture(visit, a_photo(tmp_path, turned=6), " 签字表 ")
    assert kept.caption == "签字表"
    assert len(kept.jpeg) <= LARGEST
    found = opened(kept)
    assert found.height > found.width
    assert not found.getexif()


def test_what_lets_light_through_stands_on_white(visit: Activity, tmp_path: Path) -> None:
    Image.new("RGBA", (300, 200), (0, 0, 0, 0)).save(tmp_path / "签名.png")
    assert opened(add_picture(visit, tmp_path / "签名.png")).getpixel((9, 9)) == (255, 255, 255)


def test_a_scan_of_many_greys_keeps_paper_and_ink_apart(visit: Activity, tmp_path: Path) -> None:
    line = b"\x00\x20" * 150 + b"\x00\xff" * 150
    Image.frombytes("I;16", (300, 200), line * 200).save(tmp_path / "扫描.png")
    found = opened(add_picture(visit, tmp_path / "扫描.png")).convert("L")
    assert (found.getpixel((9, 9)), found.getpixel((290, 9))) == (0x20, 0xFF)


def test_there_are_three_at_most(visit: Activity, tmp_path: Path) -> None:
    photo = a_photo(tmp_path, (200, 100))
    for _ in range(3):
        add_picture(visit, photo)
    with pytest.raises(Problem, match="最多"):
        add_picture(visit, photo)
    delete_picture(pictures_of(visit)[0])
    assert len(pictures_of(visit)) == 2


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff\xe0 cut"])
def test_what_is_no_picture_is_refused_in_words(visit: Activity, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "样.jpg").write_bytes(content)
    with pytest.raises(Problem, match="不是能读的图片"):
        add_picture(visit, tmp_path / "样.jpg")
    assert not Picture.select().exists()


def test_a_cut_photo_is_refused(visit: Activity, tmp_path: Path) -> None:
    photo = a_photo(tmp_path)
    photo.write_bytes(photo.read_bytes()[:50_000])
    with pytest.raises(Problem, match="不是能读的图片"):
        add_picture(visit, photo)


def test_a_deleted_picture_comes_back_by_undo(visit: Activity, tmp_path: Path) -> None:
    before = add_picture(visit, a_photo(tmp_path, (200, 100))).image
    delete_picture(pictures_of(visit)[0])
    action = last_action()
    assert action is not None
    undo(action)
    assert pictures_of(visit)[0].image == before
