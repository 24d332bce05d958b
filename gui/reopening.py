"""How a form was opened, told in values JSON knows, so that it can be opened so again after a restart."""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from importlib import import_module
from typing import Any

from models.base import Table
from models.rules import kinds
from models.rules.problem import Problem

_FORMS = "gui.forms."
_GONE = "这份内容属于的表单打不开了：它所说的记录已经不在了。"
_NEWER = "这份内容由另一个版本的程序留下，表单打不开。"
Told = dict[str, Any]


class _Untold(Exception):
    """Something that cannot be put in words."""


def told(page: Any, form: Callable[..., Any], about: Sequence[Any]) -> Told | None:
    """The function that opened the form and what it got; None if that cannot be told."""
    try:
        given = [_told(page, one) for one in about]
    except _Untold:
        return None
    return {"module": form.__module__, "name": form.__name__, "given": given}


def again(page: Any, opened: Told) -> tuple[Callable[..., Any], list[Any]]:
    """The function and what it gets. Raises Problem if a row or the function is gone."""
    if not str(opened["module"]).startswith(_FORMS) or str(opened["name"]).startswith("_"):
        raise Problem(_NEWER)
    try:
        form = getattr(import_module(opened["module"]), opened["name"])
        return form, [_meant(page, kind, value) for kind, value in opened["given"]]
    except (ImportError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise Problem(_NEWER) from error


def _told(page: Any, one: Any) -> tuple[str, Any]:
    if one is page.shell:
        return "shell", None
    if getattr(one, "__self__", None) is page:
        return "page", one.__name__
    if isinstance(one, Table):
        return "row", [type(one).__module__, type(one).__name__, one.get_id()]
    if names := _parts(one):
        parts = {name: _told(page, getattr(one, name)) for name in names}
        return "entry", [type(one).__module__, type(one).__name__, parts]
    return _told_plainly(page, one)


def _told_plainly(page: Any, one: Any) -> tuple[str, Any]:
    if isinstance(one, StrEnum):
        return "word", [type(one).__name__, one.value]
    if isinstance(one, date):
        return "day", one.isoformat()
    if isinstance(one, list | tuple):
        return "list", [_told(page, part) for part in one]
    if one is None or isinstance(one, str | int | float):
        return "plain", one
    raise _Untold


def _parts(one: Any) -> Sequence[str]:
    """The names of what a tuple with names or a dataclass is made of; none of anything else."""
    if is_dataclass(one):
        return [field.name for field in fields(one)]
    return getattr(one, "_fields", ())


def _meant(page: Any, kind: str, value: Any) -> Any:
    known: dict[str, Callable[[], Any]] = {
        "shell": lambda: page.shell,
        "page": lambda: getattr(page, value),
        "word": lambda: getattr(kinds, value[0])(value[1]),
        "plain": lambda: value,
        "day": lambda: date.fromisoformat(value),
        "row": lambda: _row(*value),
        "list": lambda: [_meant(page, *part) for part in value],
        "entry": lambda: _entry(page, *value),
    }
    return known[kind]()


def _row(module: str, name: str, number: int) -> Table:
    table = _of_models(module, name)
    row = table.get_or_none(table.id == number) if issubclass(table, Table) else None
    if row is None:
        raise Problem(_GONE)
    found: Table = row
    return found


def _entry(page: Any, module: str, name: str, parts: dict[str, Any]) -> Any:
    return _of_models(module, name)(**{field: _meant(page, *part) for field, part in parts.items()})


def _of_models(module: str, name: str) -> Any:
    if not module.startswith("models."):
        raise Problem(_NEWER)
    return getattr(import_module(module), name)
