"""What has to hold after any fault: sound, nothing half, nothing acknowledged lost, the truth told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook

from tests.faults.office import Content, content, files_in
from tests.faults.prepared import OLD_FILE
from tests.faults.server import ACKNOWLEDGED, DONE, OUR_FAULT

_UNCHANGED = ("没有改变", "没有改动", "没有保存")
_LOGGED = frozenset(("print_log",))  # a print that failed keeps its number, said to be unfinished


@dataclass(frozen=True)
class Known:
    """What an act turns into what, learned from a run without a fault."""

    before: Content
    after: Content
    had: frozenset[str] = frozenset()  # files that were there before
    makes: frozenset[str] = frozenset()  # the endings of those it writes


def faults_in(folder: Path, known: Known, code: int) -> list[str]:
    """What is wrong after a run that ended with this code (negative: killed); nothing, it is hoped."""
    said = _said(folder)
    acknowledged = said.startswith(ACKNOWLEDGED)
    found = disk_faults(folder, known, acknowledged=acknowledged)
    if found and found[0].startswith("unsound"):
        return found
    is_new = _same(content(folder / "data"), known.after) and not _same(known.before, known.after)
    return [*found, *_untruths(said, acknowledged=acknowledged, code=code, is_new=is_new)]


def disk_faults(folder: Path, known: Known, *, acknowledged: bool) -> list[str]:
    """What is wrong with what lies on the disk; `acknowledged`: the user was told that it is done."""
    try:
        now = content(folder / "data")
    except Exception as error:
        return [f"unsound: {type(error).__name__} {error}"]
    is_new, is_old = _same(now, known.after), _same(now, known.before)
    found = [] if is_new or is_old else ["half: neither what was before nor what came after"]
    if acknowledged and not is_new:
        found.append("lost: acknowledged and not there")
    return [*found, *_file_faults(files_in(folder / "out"), known, acknowledged=acknowledged)]


def _file_faults(files: Mapping[str, bytes], known: Known, *, acknowledged: bool) -> Iterator[str]:
    """What is wrong with the files beside the database: each is the old one or a new one, whole."""
    for name, data in files.items():
        if not _is_whole(name, data):
            yield f"half: {name} is neither the old file nor a new one"
    if not known.had <= files.keys():
        yield "lost: the file that was there before"
    new = {Path(name).suffix for name, data in files.items() if data != OLD_FILE}
    if acknowledged and not known.makes <= new:
        yield "lost: the file that was told to be there"


def _untruths(said: str, *, acknowledged: bool, code: int, is_new: bool) -> list[str]:
    if code < 0:
        return []
    if acknowledged != (code == DONE):
        return [f"untrue: told {code}: {said[:200]}"]
    if code == OUR_FAULT:
        return [f"untold: {said.splitlines()[-1]}"]
    if is_new and not acknowledged and any(words in said for words in _UNCHANGED):
        return [f"untrue: it was kept, and told: {said[:200]}"]
    return []


def _said(folder: Path) -> str:
    path = folder / "told"
    return path.read_text("utf-8") if path.exists() else ""


def _same(now: Content, then: Content) -> bool:
    return all(now[table] == then[table] for table in then if table not in _LOGGED)


def _is_whole(name: str, data: bytes) -> bool:
    """Whether a file is the old one or can be read to its end; a leftover part has no name anyone opens."""
    if data == OLD_FILE or name.endswith(".part"):
        return True
    try:
        if name.endswith(".pdf"):
            return len(pypdfium2.PdfDocument(data)) > 0
        if name.endswith(".xlsx"):
            return bool(load_workbook(BytesIO(data)).sheetnames)
    except Exception:
        return False
    return True
