"""The schema itself refuses what must not be: constraints live there, not in the program's good will."""

from pathlib import Path

import pytest
from peewee import IntegrityError

import models.absence
import models.activity
import models.assignment
import models.change
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

# One row that is in order, of each table; what is not named is blank. Ids 1 and 2 are there before it.
GOOD: dict[str, dict[str, object]] = {
    "official": {"name": "王样三", "name_key": "王样三", "rank": 3, "is_member": 1},
    "contact_point": {
        "kind": "household",
        "name": "赵样",
        "name_key": "赵样",
        "parent_id": 1,
        "address": "1组",
    },
    "assignment": {"official_id": 1, "contact_point_id": 1, "first_day": "2026-01-01"},
    "activity": {
        "number": "HD20260009",
        "kind": "visit",
        "first_day": "2026-03-05",
        "first_half": "am",
        "last_day": "2026-03-05",
        "last_half": "pm",
        "state": "done",
        "entered_on": "2026-03-05",
    },
    "participant": {"activity_id": 1, "official_id": 2, "role": "leader"},
    "target": {"activity_id": 1, "contact_point_id": 2, "outcome": "met", "manner": "home"},
    "pairing": {"a_id": 1, "b_id": 2},
    "absence": {
        "official_id": 1,
        "first_day": "2026-03-05",
        "first_half": "am",
        "last_day": "2026-03-05",
        "last_half": "pm",
    },
    "duty_rule": {
        "code": "study",
        "name": "学习",
        "kinds": "hearing",
        "unit": "times",
        "quota": 4.0,
        "period": "year",
        "per": "leader",
    },
    "explanation": {
        "official_id": 1,
        "rule": "hearing",
        "period": "2026Q1",
        "reason": "防汛",
        "day": "2026-04-02",
    },
    "matter": {
        "number": "MQ20260009",
        "kind": "opinion",
        "registered_on": "2026-03-05",
        "official_id": 1,
        "content": "修路",
        "state": "open",
        "in_charge": 0,
        "sensitive": 0,
    },
    "matter_step": {"matter_id": 1, "kind": "assign", "day": "2026-03-05"},
    "friend": {"official_id": 1, "name": "钱样", "name_key": "钱样"},
    "picture": {"activity_id": 1, "image": "样"},
    "holiday": {"day": "2026-10-01", "kind": "off"},
    "setting": {"key": "office_name", "valid_from": "2026-01-01"},
    "print_log": {"at": "2026-03-05 08:00", "document": "contact_list", "full": 0, "pages": 1},
    "change": {"action": 99, "subject": "official", "first_row": 1, "last_row": 1},
}

REFUSED: list[tuple[str, dict[str, object]]] = [
    ("official", {"name": ""}),
    ("official", {"name": None}),
    ("official", {"name_key": ""}),
    ("official", {"name_key": "张样一"}),
    ("official", {"rank": "第一"}),
    ("official", {"is_member": 2}),
    ("official", {"office_from": "2026年3月5日"}),
    ("official", {"office_from": "2026-03-05", "office_to": "2026-03-04"}),
    ("contact_point", {"kind": "county"}),
    ("contact_point", {"name": ""}),
    ("contact_point", {"people": -1}),
    ("contact_point", {"parent_id": 77}),
    ("contact_point", {"kind": "township", "name": "样镇", "name_key": "样镇", "parent_id": None}),
    ("contact_point", {"name": "样户", "name_key": "样户", "address": "2组"}),
    ("assignment", {"official_id": 77}),
    ("assignment", {"contact_point_id": 77}),
    ("assignment", {"first_day": None}),
    ("assignment", {"first_day": "2026-3-5"}),
    ("assignment", {"last_day": "2025-12-31"}),
    ("activity", {"number": ""}),
    ("activity", {"number": "HD20260001"}),
    ("activity", {"kind": "talk"}),
    ("activity", {"state": "perhaps"}),
    ("activity", {"first_half": "evening"}),
    ("activity", {"last_half": "evening"}),
    ("activity", {"last_day": "2026-03-04"}),
    ("activity", {"first_half": "pm", "last_half": "am"}),
    ("activity", {"entered_on": "today"}),
    ("activity", {"venue": "somewhere"}),
    ("activity", {"form": "somehow"}),
    ("activity", {"title": None}),
    ("explanation", {"official_id": 77}),
    ("explanation", {"contact_point_id": 77}),
    ("explanation", {"rule": ""}),
    ("explanation", {"period": ""}),
    ("explanation", {"reason": ""}),
    ("explanation", {"day": "2026-4-2"}),
    ("explanation", {"rule": "report"}),
    ("matter", {"number": ""}),
    ("matter", {"number": "MQ20260001"}),
    ("matter", {"kind": "wish"}),
    ("matter", {"official_id": 77}),
    ("matter", {"contact_point_id": 77}),
    ("matter", {"activity_id": 77}),
    ("matter", {"content": ""}),
    ("matter", {"state": "lost"}),
    ("matter", {"closed_on": "2026-03-06"}),
    ("matter", {"due": "soon"}),
    ("matter", {"satisfaction": "perhaps"}),
    ("matter", {"in_charge": 2}),
    ("matter_step", {"matter_id": 77}),
    ("matter_step", {"kind": "forget"}),
    ("matter_step", {"day": "2026-3-5"}),
    ("friend", {"official_id": 77}),
    ("friend", {"name": ""}),
    ("friend", {"sex": "other"}),
    ("picture", {"activity_id": 77}),
    ("picture", {"image": ""}),
    ("participant", {"activity_id": 77}),
    ("participant", {"official_id": 77}),
    ("participant", {"role": "driver"}),
    ("participant", {"name": "王样三"}),
    ("participant", {"official_id": None}),
    ("participant", {"official_id": None, "name": "王样三"}),
    ("participant", {"official_id": 1}),
    ("target", {"activity_id": 77}),
    ("target", {"contact_point_id": 77}),
    ("target", {"contact_point_id": 1}),
    ("target", {"contact_point_id": None}),
    ("target", {"person": "赵样"}),
    ("target", {"outcome": "perhaps"}),
    ("target", {"manner": "letter"}),
    ("pairing", {"b_id": 1}),
    ("pairing", {"a_id": 77}),
    ("pairing", {"first_day": "2026-03-05", "last_day": "2026-03-04"}),
    ("absence", {"official_id": 77}),
    ("absence", {"last_day": "2026-03-04"}),
    ("absence", {"first_half": "pm", "last_half": "am"}),
    ("duty_rule", {"code": ""}),
    ("duty_rule", {"code": "hearing"}),
    ("duty_rule", {"kinds": ""}),
    ("duty_rule", {"unit": "hours"}),
    ("duty_rule", {"quota": -1.0}),
    ("duty_rule", {"period": "week"}),
    ("duty_rule", {"period": "interval"}),
    ("duty_rule", {"months": 2}),
    ("duty_rule", {"per": "county"}),
    ("duty_rule", {"unit": "days", "per": "household"}),
    ("duty_rule", {"valid_from": "2026-03-05", "valid_to": "2026-03-04"}),
    ("holiday", {"day": "2026-01-01"}),
    ("holiday", {"kind": "half"}),
    ("setting", {"key": ""}),
    ("setting", {"key": "pro_rata"}),
    ("print_log", {"full": 2}),
    ("print_log", {"pages": -1}),
    ("change", {"last_row": 0}),
]

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
