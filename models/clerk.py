"""经办人: who is at the keyboard, in the history and on the forms. Until somebody is named, the PC's login.

Kept beside the database like the window's place: it belongs to this PC, and must not come back with an old
backup.
"""

import json
from pathlib import Path

from models.rules.problem import Problem
from models.storage.files import replacing
from models.writing import author, work_as

_NAME = "clerks.json"
_MOST, _LONGEST = 8, 20


def take_over(folder: Path) -> None:
    """Whoever was chosen last on this PC goes on."""
    names = known(folder)
    work_as(names[0] if names else "")


def choose(folder: Path, name: str) -> None:
    """This one works from now on, and is offered first next time. Raises Problem if it is no name."""
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST:
        raise Problem(f"请填写经办人的姓名，不超过 {_LONGEST} 个字。")
    names = [name, *(other for other in known(folder) if other != name)][:_MOST]
    with replacing(folder / _NAME) as part:
        part.write_text(json.dumps(names, ensure_ascii=False), "utf-8")
    work_as(name)


def known(folder: Path) -> list[str]:
    """Those chosen on this PC before, the last one first; a file that cannot be read counts as none."""
    try:
        names = json.loads((folder / _NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return [str(name)[:_LONGEST] for name in names if name][:_MOST] if isinstance(names, list) else []


def clerk() -> str:
    """The name as it stands in the history."""
    return author()
