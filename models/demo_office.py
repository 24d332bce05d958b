"""演示: made-up people to try everything on; how this PC is set goes along."""

import json
from datetime import date
from pathlib import Path

from models.beginning import is_untouched
from models.demo import fill_with_demo
from models.demo_place import FOLDER, MARK
from models.setting import change_settings, complaint, value
from models.storage.files import replacing
from models.writing import writing

_NAME = "样样市政府（演示）"
_TAKEN_ALONG = ("large_font", "built_in_fonts")


def make_place(folder: Path) -> Path:
    """The folder of the demo beside the open data, marked as one. Raises OSError if the disk refuses."""
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    with replacing(place / MARK) as part:
        part.write_text(json.dumps({key: value(key) for key in _TAKEN_ALONG}), "utf-8")
    return place


def fill(folder: Path, today: date) -> None:
    """People and a year of their visits up to `today` into the demo that is open, unless it has them."""
    if is_untouched():
        with writing("生成演示数据"):
            fill_with_demo(today)
            change_settings({"office_name": _NAME} | _taken_along(folder))


def _taken_along(folder: Path) -> dict[str, str]:
    try:
        kept = json.loads((folder / MARK).read_text("utf-8"))
        taken = {key: str(kept[key]) for key in _TAKEN_ALONG}
    except (OSError, ValueError, LookupError, TypeError):
        return {}
    return {key: text for key, text in taken.items() if not complaint(key, text)}
