"""The history is chained as it is written, and checked: what was altered, taken out, put in another order."""

from collections.abc import Iterable, Iterator
from itertools import islice
from secrets import token_hex
from typing import Any

from models.base import database
from models.rules.chain import START, Heading, chained, digest

BLANKED = "blanked"
"""The subject of entries that say which others were blanked, by their numbers."""

_HEADING = "id, action, at, who, subject, first_row, last_row"
_AT_ONCE = 1000
_LINKS_AT_ONCE = 200
_CHAIN = (
    "UPDATE change SET salt = link.salt, digest = link.digest, chain = link.chain"
    " FROM link WHERE change.id = link.number"
)
_FEW = 20


def chain_since(last: int) -> None:
    """Chain the entries after that one, inside the write that made them."""
    entries, before = _entries_after(last, "label, old, new"), _chain_at(last)
    while some := list(islice(entries, _LINKS_AT_ONCE)):
        links: list[Any] = []
        for *heading, label, old, new in some:
            salt = token_hex(16)
            content = digest(salt, label, old, new)
            before = chained(before, Heading(*heading), content)
            links += (heading[0], salt, content, before)
        marks = ", ".join(["(?, ?, ?, ?)"] * len(some))
        database.execute_sql(f"WITH link (number, salt, digest, chain) AS (VALUES {marks}) {_CHAIN}", links)


def history_problems(entries: int = 0, chain: str = "") -> list[str]:
    """What in the history is not as it was written, in Chinese; empty if it is whole.

    With what the last backup saw of it, also a history that was cut short or rewritten whole is noticed.
    """
    found = list(_problems())
    if chain and not found and _chain_at(entries) != chain:
        found = [f"历史记录到第 {entries} 条为止，和上次备份时的不一样：备份以后有人删改过，又重新编排了。"]
    if len(found) > _FEW:
        found[_FEW:] = [f"还有 {len(found) - _FEW} 条历史记录有问题。"]
    return found


def _problems() -> Iterator[str]:
    blanked = _blanked()
    before, number = START, 0
    for *raw, label, old, new, salt, content, chain in _entries_after(
        0, "label, old, new, salt, digest, chain"
    ):
        heading = Heading(*raw)
        yield from _gap(number + 1, heading.number)
        is_blank = not (salt or label or old or new) and heading.number in blanked
        if chained(before, heading, content) != chain:
            if heading.number == number + 1:
                yield f"{_named(heading)}的时间、经办人或先后次序被改动过。"
        elif not is_blank and digest(salt, label, old, new) != content:
            yield f"{_named(heading)}的内容被改动过。"
        before, number = chain, heading.number
    yield from _gap(number + 1, _last_given() + 1)


def _gap(first: int, after: int) -> Iterator[str]:
    """Entries first…after - 1 are not there."""
    if first + 1 == after:
        yield f"历史记录第 {first} 条不见了。"
    elif first < after:
        yield f"历史记录第 {first} 条到第 {after - 1} 条不见了。"


def _named(heading: Heading) -> str:
    return f"历史记录第 {heading.number} 条（{heading.at}，{heading.who}）"


def _blanked() -> set[int]:
    sql = "SELECT first_row, last_row FROM change WHERE subject = ?"
    return set(_numbers(database.execute_sql(sql, (BLANKED,)).fetchall()))


def _numbers(runs: Iterable[tuple[int, int]]) -> Iterator[int]:
    for first, last in runs:
        yield from range(first, last + 1)


def _chain_at(number: int) -> str:
    row = database.execute_sql("SELECT chain FROM change WHERE id = ?", (number,)).fetchone()
    return str(row[0]) if row else START


def _last_given() -> int:
    row = database.execute_sql("SELECT seq FROM sqlite_sequence WHERE name = 'change'").fetchone()
    return int(row[0]) if row else 0


def _entries_after(last: int, columns: str) -> Iterator[tuple[Any, ...]]:
    """Entries in order, read so many at once: they may be a hundred thousand."""
    sql = f"SELECT {_HEADING}, {columns} FROM change WHERE id > ? ORDER BY id LIMIT {_AT_ONCE}"
    while rows := database.execute_sql(sql, (last,)).fetchall():
        yield from rows
        last = rows[-1][0]
