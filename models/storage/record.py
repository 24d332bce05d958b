"""What is remembered of backups: the office's mark, the last number, where copies went."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from models.storage.files import replacing

FILE_NAME = "copies.json"
LOCAL = "backups"
_FIRST_SLICE = "last-backup.json"
_MOST_PLACES = 20


@dataclass(frozen=True)
class Place:
    """A folder or stick that copies went to, and the newest one there."""

    folder: str
    path: str
    at: str
    """ISO date and time; the clock may have been wrong, so only told, never counted on."""
    number: int
    is_sealed: bool
    stick: str = ""
    """The stick's own mark, "" for a folder."""


@dataclass(frozen=True)
class Record:
    """All of it; a record that cannot be read begins anew, the numbers then go on from the copies' names."""

    office: str = field(default_factory=lambda: secrets.token_hex(16))
    number: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    """Of the last backup: what is there now is compared with it."""
    entries: int = 0
    """How many the history had at the last backup, and what its chain passed through there."""
    chain: str = ""
    seen: int = 0
    """The last change that a local copy holds."""
    places: tuple[Place, ...] = ()
    drilled_at: str = ""
    inspected_at: str = ""
    restoring: str = ""
    """The safety copy of a restore that is just going on."""
    undo: str = ""
    """The copy made just before the last restore, "" if there is nothing to take back."""


def read(folder: Path) -> Record:
    """The record of a data folder."""
    try:
        values = json.loads((folder / FILE_NAME).read_text("utf-8"))
        places = tuple(Place(**place) for place in values.pop("places"))
        return Record(**values, places=places)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Record(places=_of_first_slice(folder))


def write(folder: Path, record: Record) -> None:
    """Keep it. Raises Problem where the disk refuses."""
    text = json.dumps(asdict(record), ensure_ascii=False, indent=1)
    with replacing(folder / FILE_NAME) as part:
        part.write_text(text, "utf-8")


def change(folder: Path, **values: Any) -> None:
    """Keep it with these values changed. Raises Problem where the disk refuses."""
    write(folder, replace(read(folder), **values))


def note_drill(folder: Path) -> None:
    """A restore was tried out just now, and went well."""
    change(folder, drilled_at=datetime.now().isoformat(timespec="seconds"))


def note_inspection(folder: Path) -> None:
    """All backups that can be reached were read just now."""
    change(folder, inspected_at=datetime.now().isoformat(timespec="seconds"))


def with_place(record: Record, place: Place) -> Record:
    """The record after one more copy went there; the place used last stands first."""
    others = [other for other in record.places if not _is_same(other, place)]
    return replace(record, places=(place, *others)[:_MOST_PLACES], number=max(record.number, place.number))


def outside(record: Record, folder: Path) -> list[Place]:
    """Places that outlive this PC's disk, as far as can be known: all but the data folder's own."""
    return [place for place in record.places if Path(place.folder) != folder / LOCAL]


def local_at(record: Record, folder: Path) -> str:
    """When the last copy in the data folder was made, "" if there is none."""
    return next((place.at for place in record.places if Path(place.folder) == folder / LOCAL), "")


def last_backup(folder: Path) -> tuple[datetime, str] | None:
    """When and where the last backup outside the data folder was made; None if never."""
    for place in outside(read(folder), folder):
        try:
            return datetime.fromisoformat(place.at), place.path
        except ValueError:
            continue
    return None


def _is_same(one: Place, other: Place) -> bool:
    return one.stick == other.stick if one.stick or other.stick else one.folder == other.folder


def _of_first_slice(folder: Path) -> tuple[Place, ...]:
    """Earlier versions kept one line."""
    try:
        kept = json.loads((folder / _FIRST_SLICE).read_text("utf-8"))
        return (Place(str(Path(kept["path"]).parent), kept["path"], kept["at"], 0, is_sealed=False),)
    except (OSError, ValueError, KeyError, TypeError):
        return ()
