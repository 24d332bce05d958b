"""All records of an office by their values, to hold one office against another."""

from pathlib import Path

from models.exchange.exporting import export_workbook
from models.exchange.importing import apply_import, plan_import
from models.storage import close_database, open_database
from tests.exchange.rows import TODAY, stored

TABLES = {
    "official": "name, rank, title, unit, duties, is_member, liaison, liaison_phone, office_from, office_to",
    "contact_point p": "kind, name, county, address, phone, people, category, market_days, note,"
    " (SELECT name FROM contact_point WHERE id = p.parent_id)",
    "assignment JOIN official o ON o.id = official_id JOIN contact_point p ON p.id = contact_point_id": (
        "o.name, p.name, p.address, first_day, last_day, document"
    ),
    "activity": (
        "number, kind, first_day, first_half, last_day, last_half,"
        " place, purpose, state, heard, reply, entered_on, venue, form, title,"
        " answered_on"
    ),
    "participant r JOIN activity a ON a.id = activity_id LEFT JOIN official o ON o.id = official_id": (
        "number, role, o.name, r.name"
    ),
    "target t JOIN activity a ON a.id = activity_id JOIN contact_point p ON p.id = contact_point_id": (
        "number, p.name, p.address, outcome, manner, reason, t.heard, t.reply, services"
    ),
    "pairing": "a_id, b_id, post, first_day, last_day, document, excluded",
    "absence": (
        "official_id, first_day, first_half, last_day, last_half, reason, place, approver, told_on, handover,"
        " returned_on"
    ),
    "holiday": "day, kind, name",
    "duty_rule": "code, name, kinds, unit, quota, period, months, per, source, valid_from, valid_to",
    "setting": "key, value, valid_from",
    "explanation e LEFT JOIN contact_point p ON p.id = contact_point_id": (
        "(SELECT name FROM official WHERE id = official_id), rule, p.name, p.address, period, reason, day"
    ),
    "matter m JOIN official o ON o.id = official_id LEFT JOIN contact_point p ON p.id = contact_point_id"
    " LEFT JOIN activity a ON a.id = activity_id": (
        "m.number, m.kind, registered_on, o.name, p.kind, p.name, p.address, a.number, raised_by, m.phone,"
        " content, m.category, m.unit, person, due, m.state, result, told_on, closed_on, satisfaction,"
        " in_charge, sensitive"
    ),
    "matter_step s JOIN matter m ON m.id = matter_id": "number, s.kind, day, words",
    "friend JOIN official o ON o.id = official_id": (
        "o.name, friend.name, sex, address, standing, phone, met_on, met_at, contact"
    ),
}


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All records, told by their values instead of their ids."""
    return {
        table: sorted(stored(f"SELECT {columns} FROM {table}"), key=repr) for table, columns in TABLES.items()
    }


def moved_to_an_empty_folder(tmp_path: Path) -> Path:
    """Export the open office, open an empty one and import; the workbook."""
    path = tmp_path / "全部.xlsx"
    export_workbook(path)
    close_database()
    open_database(tmp_path / "other")
    made = plan_import(path, TODAY)
    assert made.refused == []
    apply_import(made)
    return path
