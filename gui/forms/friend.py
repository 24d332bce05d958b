"""The form about a friend among the people."""

import tkinter
from collections.abc import Callable
from functools import partial
from typing import Any

from gui.page import Shell
from gui.widgets.controls import Choice, Control, LongText, Text
from gui.widgets.day_field import Day
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from gui.widgets.suggest import Suggest
from models import terms
from models.friend import Friend, save_friend
from models.official import Official, find_official, leaders
from models.rules.kinds import Sex
from models.terms import field_label

_PLAIN = ("name", "sex", "address", "standing", "phone", "met_on", "met_at", "contact")
_STANDINGS = ("党员", "老党员", "村民小组长", "种养大户", "致富带头人", "退役军人", "退休教师", "农民")

Make = Callable[[Any], Control]


def add_friend(page: tkinter.Misc, shell: Shell, leader: Official | None) -> Drawer:
    """A form for a new friend, of this leader if one is given."""
    values = {"official": leader.name if leader else "", "sex": "", "met_on": shell.today()}
    return _drawer(page, shell, "新增基层朋友", Friend, values)


def edit_friend(page: tkinter.Misc, shell: Shell, friend: Friend) -> Drawer:
    """A form for what is known of a friend."""
    kept = Friend.get_by_id(friend.id)
    values = {name: getattr(kept, name) for name in _PLAIN} | {"official": kept.official.name}
    return _drawer(page, shell, f"编辑基层朋友 {kept.name}", lambda: Friend.get_by_id(kept.id), values)


def _drawer(
    page: tkinter.Misc, shell: Shell, title: str, friend: Callable[[], Friend], values: dict[str, Any]
) -> Drawer:
    def keep(typed: dict[str, Any]) -> None:
        row = friend()
        row.official = find_official(typed["official"])
        for name in _PLAIN:
            setattr(row, name, typed[name])
        save_friend(row, shell.today())
        shell.notice(f"已保存基层朋友{row.name}。按 Ctrl+Z 撤销。")

    return Drawer(page, title, _fields(shell), keep, values)


def _fields(shell: Shell) -> list[Field]:
    sexes = {"": "（不填）"} | {str(sex): terms.label(sex) for sex in Sex}
    return [
        _field("official", lambda parent: Suggest(parent, _leaders), required=True),
        _field("name", required=True),
        _field("sex", lambda parent: Choice(parent, sexes)),
        _field("standing", lambda parent: Suggest(parent, lambda: _STANDINGS)),
        _field("address", wide=True),
        _field("phone"),
        _field("met_on", partial(Day, today=shell.today)),
        _field("met_at", wide=True),
        _field("contact", partial(LongText, lines=4), "怎样联系、办过什么事", wide=True),
    ]


def _leaders() -> list[str]:
    return [row.name for row in leaders()]


def _field(
    name: str, control: Make = Text, hint: str = "", *, required: bool = False, wide: bool = False
) -> Field:
    return Field(name, field_label("friend", name), control, hint, required, wide)
