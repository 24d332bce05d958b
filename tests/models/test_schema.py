"""The schema itself refuses what must not be: constraints live there, not in the program's good will."""

from pathlib import Path

import pytest
from peewee import IntegrityError

import models.absence
import models.activity
import models.assignment
import models.change
import models.closing
import models.draft
import models.duty_rule
import models.explanation
import models.friend
import models.holiday
import models.matter
import models.pairing
import models.picture
import models.print_log
import models.setting  # noqa: F401  every table's model has to be there
from models.base import Table, database
from models.rules import kinds
from models.storage.default_duties import DUTIES
from models.writing import writing
from tests.models.schema_rows import GOOD, REFUSED

VALUES = [
    ("contact_point", "kind", kinds.PointKind),
    ("activity", "kind", kinds.ActivityKind),
    ("activity", "state", kinds.ActivityState),
    ("activity", "first_half", kinds.Half),
    ("activity", "venue", kinds.Venue),
    ("matter", "kind", kinds.MatterKind),
    ("matter", "state", kinds.MatterState),
    ("matter", "satisfaction", kinds.Satisfaction),
    ("matter_step", "kind", kinds.StepKind),
    ("friend", "sex", kinds.Sex),
    ("activity", "form", kinds.FieldworkForm),
    ("participant", "role", kinds.Role),
    ("target", "outcome", kinds.Outcome),
    ("target", "manner", kinds.Manner),
    ("duty_rule", "unit", kinds.Unit),
    ("duty_rule", "per", kinds.Per),
    ("holiday", "kind", kinds.DayKind),
]


@pytest.fixture(autouse=True)
def two_of_everything(office: Path) -> None:
    people = [("张样一", 1), ("李样二", 2)]
    points = [("township", "样镇", None, ""), ("household", "样户", 1, "2组")]
    with writing("样"):
        for name, rank in people:
            insert("official", {**GOOD["official"], "name": name, "name_key": name, "rank": rank})
        for kind, name, parent, address in points:
            place = {"kind": kind, "name": name, "name_key": name, "parent_id": parent, "address": address}
            insert("contact_point", {**GOOD["contact_point"], **place})
        insert("activity", {**GOOD["activity"], "number": "HD20260001"})
        insert("participant", {**GOOD["participant"], "official_id": 1})
        insert("target", {**GOOD["target"], "contact_point_id": 1})
        insert("holiday", {**GOOD["holiday"], "day": "2026-01-01"})
        insert("explanation", {**GOOD["explanation"], "rule": "report"})
        insert("setting", {**GOOD["setting"], "key": "pro_rata"})
        insert("matter", {**GOOD["matter"], "number": "MQ20260001"})
        insert("closing", {**GOOD["closing"], "period": "2025Q4"})
        insert("print_log", {"at": "2026-04-02", "document": "样", "full": 0, "pages": 1})


@pytest.mark.parametrize("table", GOOD)
def test_a_row_in_order_is_kept(table: str) -> None:
    with writing("样"):
        insert(table, GOOD[table])


@pytest.mark.parametrize(
    ("table", "wrong"), REFUSED, ids=[f"{table}-{'-'.join(wrong)}" for table, wrong in REFUSED]
)
def test_a_row_out_of_order_is_refused(table: str, wrong: dict[str, object]) -> None:
    before = count(table)
    with pytest.raises(IntegrityError), writing("样"):
        insert(table, GOOD[table] | wrong)
    assert count(table) == before


@pytest.mark.parametrize(("table", "column", "words"), VALUES)
def test_every_word_of_a_closed_list_may_be_kept(table: str, column: str, words: type) -> None:
    half = {"last_day": "2026-03-06"} if column == "first_half" else {}
    others = {"official_id": 2} if table == "participant" else half
    for word in words:
        with writing("样"):
            insert(table, GOOD[table] | others | {column: word.value})
            database.execute_sql(f"DELETE FROM {table} WHERE id = last_insert_rowid()")


@pytest.mark.parametrize(
    ("table", "row", "child"),
    [
        ("official", 1, "participant"),
        ("contact_point", 1, "target"),
        ("contact_point", 1, "contact_point"),
        ("activity", 1, "participant"),
    ],
)
def test_what_others_rest_on_is_not_deleted(table: str, row: int, child: str) -> None:
    with pytest.raises(IntegrityError), writing("样"):
        database.execute_sql(f"DELETE FROM {table} WHERE id = {row}")
    assert count(child)


def test_two_households_of_one_name_are_told_apart_by_their_addresses() -> None:
    with writing("样"):
        insert(
            "contact_point", GOOD["contact_point"] | {"name": "样户", "name_key": "样户", "address": "3组"}
        )
    assert count("contact_point") == 3


def test_the_plans_duties_are_there_from_the_start() -> None:
    rows = database.execute_sql("SELECT code, quota, period, per FROM duty_rule ORDER BY id").fetchall()
    assert rows == [(row[0], row[4], row[5], row[6]) for row in DUTIES]


@pytest.mark.parametrize("model", Table.__subclasses__(), ids=lambda model: model.__name__)
def test_a_models_fields_are_its_tables_columns(model: type[Table]) -> None:
    in_table = {name: not required for name, _, required in columns_of(model._meta.table_name)}
    in_model = {
        field.column_name: field.null for field in model._meta.sorted_fields if field.column_name != "id"
    }
    assert in_model == in_table


def test_every_table_has_its_model() -> None:
    rows = database.execute_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    tables = {name for (name,) in rows if not name.startswith("sqlite_")}
    assert {model._meta.table_name for model in Table.__subclasses__()} == tables == set(GOOD)


def insert(table: str, row: dict[str, object]) -> None:
    """Insert a row; texts it does not name are blank, what may be unknown is."""
    blank = {name: "" for name, kind, required in columns_of(table) if kind == "TEXT" and required}
    row = blank | row
    columns = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    database.execute_sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row.values()))


def columns_of(table: str) -> list[tuple[str, str, bool]]:
    """Name, type and whether it must be known, of each column but the number."""
    rows = database.execute_sql(f'PRAGMA table_info("{table}")').fetchall()
    return [(name, kind, bool(required)) for _, name, kind, required, _, key in rows if not key]


def count(table: str) -> int:
    return database.execute_sql(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
