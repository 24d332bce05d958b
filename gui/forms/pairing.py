"""The forms about pairings: entering one, replacing its B, letting it end; each does one write."""

import tkinter
from collections.abc import Callable
from functools import partial
from typing import Any

from gui.page import Shell
from gui.widgets.controls import Control, LongText, Text
from gui.widgets.day_field import Day
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from gui.widgets.suggest import Suggest
from models.official import find_official, officials
from models.pairing import Pairing, end_pairing, replace_pairing, save_pairing
from models.terms import field_label

_PLAIN = ("post", "first_day", "last_day", "document", "excluded")
_CHANGING = "更换或终止AB角"
_POST = "部门岗位必填；两位班子成员互为AB角，可以不填"

Make = Callable[[Any], Control]


def add_pairing(page: tkinter.Misc, shell: Shell) -> Drawer:
    """A form for a new pairing, from today on."""

    def keep(values: dict[str, Any]) -> None:
        made = save_pairing(_filled(Pairing(), values))
        shell.notice(f"已登记{_named(made)}。按 Ctrl+Z 撤销。")

    return Drawer(page, "新增AB角", _fields(shell), keep, {"first_day": shell.today()})


def edit_pairing(page: tkinter.Misc, shell: Shell, pairing: Pairing) -> Drawer:
    """A form to put a pairing right; another B from a day on is `replace_b`."""
    kept = Pairing.get_by_id(pairing.id)
    values = {name: getattr(kept, name) for name in _PLAIN} | {"a": kept.a.name, "b": kept.b.name}

    def keep(typed: dict[str, Any]) -> None:
        made = save_pairing(_filled(Pairing.get_by_id(kept.id), typed))
        shell.notice(f"已修改{_named(made)}。按 Ctrl+Z 撤销。")

    return Drawer(page, f"编辑 {_named(kept)}", _fields(shell), keep, values)


def replace_b(page: tkinter.Misc, shell: Shell, pairing: Pairing) -> Drawer:
    """A form that gives an A another B from a day on; the old pairing ends the day before."""
    kept = Pairing.get_by_id(pairing.id)

    def keep(values: dict[str, Any]) -> None:
        new = Pairing(a=kept.a, b=find_official(values["b"]), post=kept.post, excluded=values["excluded"])
        new.document = values["document"]
        made = replace_pairing(kept, new, values["first_day"])
        shell.notice(f"已更换：{_named(made)}，原来的到前一天为止。按 Ctrl+Z 撤销。")

    hint = f"{_named(kept)}到前一天为止，以前的记录不变。"
    fields = [
        Field("b", "新的B角", _people, required=True, wide=True),
        _field("first_day", partial(Day, today=shell.today), hint, required=True),
        _field("document"),
        _field("excluded", partial(LongText, lines=3), wide=True),
    ]
    given = {"first_day": shell.today(), "excluded": kept.excluded}
    return Drawer(page, f"更换 {kept.a.name} 的B角", fields, keep, given, "更换", section=_CHANGING)


def end(page: tkinter.Misc, shell: Shell, pairing: Pairing) -> Drawer:
    """A form that lets a pairing end with a day."""
    kept = Pairing.get_by_id(pairing.id)

    def keep(values: dict[str, Any]) -> None:
        end_pairing(kept, values["last_day"])
        shell.notice(f"{_named(kept)}已终止。按 Ctrl+Z 撤销。")

    hint = "这一天仍算在内；以前的记录不变。"
    fields = [_field("last_day", partial(Day, today=shell.today), hint, required=True, wide=True)]
    return Drawer(
        page, f"终止 {_named(kept)}", fields, keep, {"last_day": shell.today()}, "终止", section=_CHANGING
    )


def _fields(shell: Shell) -> list[Field]:
    day = partial(Day, today=shell.today)
    return [
        _field("a", _people, required=True),
        _field("b", _people, required=True),
        _field("post", hint=_POST, wide=True),
        _field("first_day", day),
        _field("last_day", day, "空白表示一直有效"),
        _field("document"),
        _field(
            "excluded", partial(LongText, lines=3), "B角不代行的事项，例如 法律规定不得代行的事项", wide=True
        ),
    ]


def _filled(pairing: Pairing, values: dict[str, Any]) -> Pairing:
    pairing.a, pairing.b = find_official(values["a"]), find_official(values["b"])
    for name in _PLAIN:
        setattr(pairing, name, values[name])
    return pairing


def _named(pairing: Pairing) -> str:
    """张样一、李样二（出纳）."""
    post = f"（{pairing.post}）" if pairing.post and not pairing.is_of_leaders else ""
    return f"{pairing.a.name}、{pairing.b.name}{post}"


def _field(
    name: str, control: Make = Text, hint: str = "", *, required: bool = False, wide: bool = False
) -> Field:
    return Field(name, field_label("pairing", name), control, hint, required, wide)


def _people(parent: tkinter.Misc) -> Suggest:
    return Suggest(parent, lambda: [row.name for row in officials()])
