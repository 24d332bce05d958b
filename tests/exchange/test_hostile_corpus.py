"""Every file of the fault catalogue's import list: what is said is as written down, and nothing is lost."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models.base import database
from models.exchange.importing import ImportPlan, apply_import, plan_import
from models.exchange.reading import read_workbook
from models.rules.problem import Problem
from models.storage import close_database, open_database
from models.undo import last_action, undo
from tests.exchange.hostile_corpus import Specimen, specimens
from tests.exchange.rows import TODAY, counts, stored

GOLDEN = Path(__file__).with_name("hostile_messages.txt")
ALL = list(specimens())
SOUND = next(each for each in ALL if each.number == "X14")
pytestmark = pytest.mark.usefixtures("office")


def golden() -> dict[str, str]:
    """What each file must say, by number and name."""
    blocks = re.findall(r"^(X\d+ .+)\n((?:  .+\n)+)", GOLDEN.read_text("utf-8"), re.MULTILINE)
    return {name: said.removeprefix("  ").rstrip("\n").replace("\n  ", "\n") for name, said in blocks}


def saved(specimen: Specimen, folder: Path) -> Path:
    path = folder / specimen.name
    path.write_bytes(specimen.make())
    return path


def outcome(path: Path) -> tuple[ImportPlan | None, str]:
    """The plan if there is one, and what the user is told."""
    try:
        plan = plan_import(path, TODAY)
    except Problem as problem:
        return None, str(problem)
    return plan, "\n".join(plan.summary())


def test_every_number_of_the_catalogue_is_there_and_every_message_written_down() -> None:
    assert {each.number for each in ALL} == {f"X{number}" for number in range(1, 17)}
    assert list(golden()) == [str(each) for each in ALL]


@pytest.mark.parametrize("specimen", ALL, ids=str)
def test_each_says_what_is_written_down_and_keeps_its_promises(specimen: Specimen, tmp_path: Path) -> None:
    path = saved(specimen, tmp_path)
    started = time.perf_counter()
    plan, said = outcome(path)
    assert said == golden()[str(specimen)]
    assert time.perf_counter() - started < 20
    assert stored("SELECT 1 FROM change") == []
    if plan is not None:
        new, changed, same, refused = counts(plan)
        if not refused:
            apply_import(plan)
            assert counts(plan_import(path, TODAY)) == (0, 0, new + changed + same, 0)


def test_what_defines_entities_is_refused_at_once_and_takes_no_memory(tmp_path: Path) -> None:
    import resource

    paths = [saved(each, tmp_path) for each in ALL if each.number == "X1"]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for path in paths:
        started = time.perf_counter()
        with pytest.raises(Problem, match="实体"):
            read_workbook(path)
        assert time.perf_counter() - started < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


def test_an_import_that_fails_at_any_statement_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """X14, as an error: whichever statement fails, all is as before; then the same plan goes through."""
    plan = plan_import(saved(SOUND, tmp_path), TODAY)
    execute, statements = database.execute_sql, 0

    def failing(*given: object) -> object:
        nonlocal left
        left -= "cache_size" not in str(given[0])  # asks SQLite for room, before and after all else
        if left == 0:
            raise RuntimeError("this one")
        return execute(*given)

    while True:
        statements += 1
        left = statements
        with monkeypatch.context() as patched:
            patched.setattr(database, "execute_sql", failing)
            try:
                apply_import(plan)
            except RuntimeError:
                pass
            else:
                break
        assert stored("SELECT 1 FROM official UNION ALL SELECT 1 FROM change") == []
    assert statements > 15
    assert len(stored("SELECT 1 FROM contact_point")) == 3


@pytest.mark.parametrize("statement", [3, 8, 12, 16, 20])
def test_an_import_killed_at_a_statement_is_not_there_at_all(
    office: Path, tmp_path: Path, statement: int
) -> None:
    """X14, as a kill."""
    path = saved(SOUND, tmp_path)
    close_database()
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, str(office), str(path), str(statement)], check=False
    )
    assert killed.returncode == 9
    open_database(office)
    assert stored("SELECT 1 FROM official UNION ALL SELECT 1 FROM change") == []
    assert stored("PRAGMA integrity_check") == [("ok",)]
    assert counts(plan_import(path, TODAY)) == (5, 0, 0, 0)


_KILLED = """
import os, sys
from datetime import date
from pathlib import Path
from models.base import database
from models.exchange.importing import apply_import, plan_import
from models.storage import open_database
folder, path, left = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
if __name__ == "__main__":
    open_database(folder)
    plan, execute = plan_import(path, date(2026, 11, 22)), database.execute_sql
    def counted(*given):
        global left
        left -= 1
        if not left:
            os._exit(9)
        return execute(*given)
    database.execute_sql = counted
    apply_import(plan)
"""


def test_an_import_is_undone_in_one_step(tmp_path: Path) -> None:
    apply_import(plan_import(saved(SOUND, tmp_path), TODAY))
    assert stored("SELECT COUNT(DISTINCT action) FROM change") == [(1,)]
    action = last_action()
    assert action is not None
    undo(action)
    assert stored("SELECT 1 FROM official UNION ALL SELECT 1 FROM contact_point") == []
