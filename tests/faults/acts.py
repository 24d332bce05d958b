"""What the program writes, one act each, done on a prepared office."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from models import storage
from models.activity import save_activity
from models.exchange.arriving import Arriving
from models.exchange.exporting import export_workbook
from models.exchange.importing import apply_import, plan_sheets_read
from models.exchange.reading import read_workbook
from models.matter import Matter, add_step
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import StepKind
from models.rules.matter import Step
from models.undo import last_action, undo
from printing.choice import Choice
from printing.documents import form
from printing.headless import print_to
from tests.faults.office import PASSWORD, TODAY
from tests.models.made_up import a_visit, day

OUT = "out"


class Act(NamedTuple):
    """One write path. `run` gets the folder that holds `data` and `out`; the database is open then."""

    name: str
    run: Callable[[Path], object]


def _save(folder: Path) -> None:
    del folder
    save_activity(a_visit(Official.get_by_id(1), day(11, 9), purpose="补登"), TODAY)


def _step(folder: Path) -> None:
    del folder
    add_step(Matter.get_by_id(1), Step(StepKind.ASSIGN, day(11, 3), "请办理"), TODAY)


def _undo(folder: Path) -> None:
    del folder
    action = last_action()
    assert action is not None
    undo(action)


def _import(folder: Path) -> None:
    """What was read by the reading process, which writes nothing and has its own tests."""
    apply_import(plan_sheets_read("in.xlsx", _read(read_once(folder)), TODAY, None))


@cache
def _read(workbook: Path) -> Sequence[Arriving]:
    return read_workbook(workbook, lambda _: None, lambda: False)


def read_once(folder: Path) -> Path:
    """The workbook of the first folder asked for: all others hold the same."""
    return _first.setdefault("in.xlsx", folder / "in.xlsx")


_first: dict[str, Path] = {}


def _export(folder: Path) -> None:
    export_workbook(folder / OUT / "all.xlsx")


def _print(folder: Path) -> None:
    print_to(form("quarter_result"), Choice(TODAY, period("2026Q3")), folder / OUT / "sheet.pdf")


def _backup(folder: Path) -> None:
    storage.backup(folder / OUT)


def _open(folder: Path) -> None:
    """Opening is all of it: the data are those of an older version, brought up to date then."""
    del folder


def _restore(folder: Path) -> None:
    (copy,) = (folder / "in").iterdir()
    storage.restore(storage.verified(copy))


def _seal(folder: Path) -> None:
    del folder
    storage.set_password(PASSWORD)


ACTS = (
    Act("save", _save),
    Act("step", _step),
    Act("undo", _undo),
    Act("import", _import),
    Act("export", _export),
    Act("print", _print),
    Act("backup", _backup),
    Act("migrate", _open),
    Act("restore", _restore),
    Act("seal", _seal),
)


def act(name: str) -> Act:
    """The act of that name."""
    return next(one for one in ACTS if one.name == name)
