"""Keys of a list's rows: F8 for the history of what the row is about, Delete to put it into the bin."""

from collections.abc import Callable
from typing import Any

from gui.page import Shell
from gui.widgets.table import Table
from models.history_words import current, row_name

HISTORY = "撤销与历史"


def listen(
    shell: Shell,
    table: Table,
    about: Callable[[Any], Any],
    delete: Callable[[Any], object] | None = None,
) -> None:
    """`about` gives the record a row is about; `delete` deletes it, or raises Problem with the reason."""
    sheet = table.sheet
    sheet.bind("<F8>", lambda _: see_history(shell, table, about))
    if delete is not None:
        sheet.bind("<Delete>", lambda _: put_into_bin(shell, table, about, delete))


def see_history(shell: Shell, table: Table, about: Callable[[Any], Any]) -> str:
    """Show what was done to what the row under the cursor is about."""
    if table.current is not None:
        shell.visit(HISTORY, about(table.current))
    return "break"


def put_into_bin(
    shell: Shell, table: Table, about: Callable[[Any], Any], delete: Callable[[Any], object]
) -> str:
    """Delete what the row under the cursor is about; it can be had back at once, and later from the bin."""
    if table.current is not None:
        record = about(table.current)
        held = current(record._meta.table_name, record.id)
        delete(record)
        name = row_name(record._meta.table_name, held) if held else ""
        shell.notice(f"已删除{name}。按 Ctrl+Z 恢复，以后可在“{HISTORY}”的回收站恢复。")
    return "break"
