"""The pictures of the manual are of the window as it is: taken again, they show the same."""

from pathlib import Path

from PIL import Image, ImageChops

from models.manual import FOLDER
from tests.pictures import CLOCKED, demo_window, empty_window, first_picture, manual_pictures

_COARSE = 4  # pixels: another version of the fonts' smoothing makes no other picture
_PLAIN, _MOST = 24, 0.0006  # less than a button or its word changes, more than a cursor that blinks


def test_the_manual_shows_the_window_as_it_is() -> None:
    with demo_window() as window:
        taken = {name: picture for name, picture in manual_pictures(window) if name not in CLOCKED}
    with empty_window() as window:
        taken["first"] = first_picture(window)
    assert {path.stem for path in FOLDER.glob("*.png")} == taken.keys() | CLOCKED
    stale = [name for name, picture in taken.items() if _differs(picture, FOLDER / f"{name}.png")]
    assert not stale, "run make pictures"


def _differs(picture: Image.Image, kept: Path) -> bool:
    with Image.open(kept) as other:
        if other.size != picture.size:
            return True
        difference = ImageChops.difference(_coarse(picture), _coarse(other))
    changed = sum(difference.histogram()[_PLAIN:])
    return changed > _MOST * difference.width * difference.height


def _coarse(picture: Image.Image) -> Image.Image:
    return picture.convert("L").reduce(_COARSE)
