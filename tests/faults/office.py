"""A small office in a folder of its own, and all that its database holds before and after a fault."""

import os
import random
from pathlib import Path
from typing import Any

from models import storage
from models.activity import save_activity
from models.base import database
from models.change_chain import history_problems
from models.contact_point import ContactPoint
from models.matter import MatterEntry, save_matter
from models.rules.kinds import MatterKind
from models.setting import change_settings
from models.writing import Topic, writing
from tests.models.made_up import a_household, a_leader, a_village, a_visit, day

TODAY = day(11, 25)
PASSWORD = "样样-样例-2026-abcd"
Content = dict[str, list[tuple[Any, ...]]]
_VOLATILE = frozenset(("at", "closed_at", "reopened_at", "who", "salt", "digest", "chain"))
"""No two runs agree on moments and salts; whose name the system cannot tell is written as somebody's."""

PLANTED = "LIANXIN_PLANTED"
"""In the environment, non-empty: offices get a thousand households whose numbers are searched for."""


def build(data: Path) -> None:
    """Two leaders, a village, three households, some visits and a matter, by the program's own writes."""
    storage.open_database(data)
    try:
        change_settings({"office_name": "示例市政府办公室", "built_in_fonts": "1"})
        zhang, li = a_leader("张样一", title="市长"), a_leader("李样二", title="副市长")
        village = a_village("样样村")
        houses = [a_household(name, village, "1组") for name in ("王样甲", "赵样乙", "钱样丙")]
        for month, leader in ((7, zhang), (8, li), (10, zhang)):
            save_activity(a_visit(leader, day(month, 9), *houses, heard="希望修路"), TODAY)
        save_matter(MatterEntry(MatterKind.OPINION, day(11, 2), zhang.id, "修路"), TODAY)
        if os.environ.get(PLANTED):
            _plant(village)
    finally:
        storage.close_database()


def planted() -> list[str]:
    """The thousand numbers, the same every time."""
    return [f"138{random.Random(at).randrange(10**8):08}" for at in range(1000)]


def _plant(village: ContactPoint) -> None:
    rest = {
        "kind": "household",
        "county": "",
        "category": "",
        "market_days": "",
        "note": "",
        "parent": village,
    }
    names = ((f"样{at}", phone) for at, phone in enumerate(planted()))
    with writing("样", Topic.CONTACT_POINT):
        for name, phone in names:
            ContactPoint.insert(name=name, name_key=name, address=name, phone=phone, **rest).execute()


def content(data: Path) -> Content:
    """Every row of every table but for its moments, as the program itself finds them at its next start.

    Raises Problem if the program would not open it, or what it opened is not sound.
    """
    _open(data)
    try:
        kept = storage.record.read(data)
        faults = [*storage.problems(), *history_problems(kept.entries, kept.chain)]
        assert not faults, faults
        return {name: _rows(name) for (name,) in database.execute_sql(_TABLES).fetchall()}
    finally:
        storage.close_database()


def _open(data: Path) -> None:
    """By the password where there is one."""
    try:
        storage.open_database(data)
    except storage.Locked:
        storage.unlock(data, PASSWORD)
        storage.open_database(data)


_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"


def _rows(table: str) -> list[tuple[Any, ...]]:
    columns = [row[1] for row in database.execute_sql(f"PRAGMA table_info({table})")]
    named = ", ".join(f'"{column}"' for column in columns if column not in _VOLATILE)
    rows: list[tuple[Any, ...]] = database.execute_sql(f"SELECT {named} FROM {table} ORDER BY id").fetchall()
    return rows


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path in it."""
    return {
        os.fspath(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
