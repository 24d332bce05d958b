"""The forms about a matter: registering one, changing what is known of it."""

import tkinter
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from gui.look.palette import Tone
from gui.page import Shell
from gui.state.matter import point_names
from gui.widgets.controls import Check, Choice, Control, LongText, Text
from gui.widgets.day_field import Day
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from gui.widgets.suggest import Suggest
from models import terms
from models.assignment import assignments_ever
from models.contact_point import ContactPoint
from models.matter import Matter, MatterEntry, default_due, read_matter, save_matter
from models.matter_line import used_words
from models.official import Official, find_official, officials
from models.rules.calendar import chinese_date
from models.rules.kinds import MatterKind, PointKind
from models.rules.problem import Problem
from models.terms import field_label

_GONE = "这件事项刚才被撤销。填的内容还在，保存后登记为新的事项。"
_PLAIN = ("kind", "registered_on", "raised_by", "phone", "content", "category", "unit", "person")
_MORE = ("due", "in_charge", "sensitive")

Make = Callable[[Any], Control]


class MatterDrawer(Drawer):
    """`kept` hears of the matter once it is kept."""

    wide = 720

    def __init__(
        self, page: tkinter.Misc, shell: Shell, typed: MatterEntry, kept: Callable[[Matter], object]
    ) -> None:
        self._shell, self._typed, self._kept = shell, typed, kept
        number = Matter.get_by_id(typed.id).number if typed.id else ""
        title = f"编辑民情事项 {number}" if number else "登记民情事项"
        values = self._values(typed)
        super().__init__(page, title, self._fields(), self._save, values, section="登记一件民情事项")
        self.form.on_edit = self._edited
        self._say_due()
        self._begin()

    def renew(self) -> None:
        """Something was written elsewhere; what is typed for a matter that is gone is a new one now."""
        now = Matter.get_or_none(Matter.id == self._typed.id) if self._typed.id else None
        if self._typed.id and now is None:
            self._typed.id = None
            self._shell.notice(_GONE, Tone.NEAR)
        elif now is not None and not self.edited:
            self._typed = read_matter(now)
            self.form.set(self._values(self._typed))
            self._say_due()

    def _begin(self) -> None:
        """Where one types first; what is filled in already needs only Enter."""
        wanted = next((name for name in ("official", "content") if not self.form[name].get()), None)
        self.form[wanted].inner.focus_set() if wanted else self.main.focus_set()

    def _fields(self) -> list[Field]:
        day = partial(Day, today=self._shell.today)
        return [
            _field(
                "kind", lambda p: Choice(p, {kind: terms.label(kind) for kind in MatterKind}), required=True
            ),
            _field("registered_on", day, required=True),
            _field(
                "official", lambda p: Suggest(p, lambda: [row.name for row in officials()]), required=True
            ),
            _field("contact_point", lambda p: Suggest(p, self._points)),
            _field("raised_by"),
            _field("phone"),
            _field("content", partial(LongText, lines=4), required=True, wide=True),
            Field("in_charge", "", lambda p: Check(p, "领导包案")),
            Field("sensitive", "", lambda p: Check(p, "敏感：反映人姓名、电话不显示、不打印")),
            _field("unit", lambda p: Suggest(p, lambda: used_words("unit"))),
            _field("person"),
            _field("due", day),
            _field("category", lambda p: Suggest(p, lambda: used_words("category"))),
        ]

    def _points(self) -> dict[str, ContactPoint]:
        """The points to choose from, by what names each of them alone."""
        return _points_of(self._leader(), self._typed.contact_point, self._shell.today())

    def _leader(self) -> Official | None:
        try:
            return find_official(self.form["official"].get())
        except Problem:
            return None

    def _values(self, typed: MatterEntry) -> dict[str, Any]:
        leader = Official.get_or_none(Official.id == typed.official)
        points = _points_of(leader, typed.contact_point, self._shell.today())
        point = next((name for name, point in points.items() if point.id == typed.contact_point), "")
        values = {name: getattr(typed, name) for name in (*_PLAIN, *_MORE)}
        return values | {"official": leader.name if leader else "", "contact_point": point}

    def _edited(self, name: str) -> None:
        if name == "contact_point":
            self._name_household()
        if name in ("registered_on", "due"):
            self._say_due()

    def _name_household(self) -> None:
        """Whoever keeps house there raised it, unless somebody else is named."""
        point = self._points().get(self.form["contact_point"].get())
        if point is not None and point.kind == PointKind.HOUSEHOLD and not self.form["raised_by"].get():
            self.form["raised_by"].set(point.name)
            self.form["phone"].set(point.phone)

    def _say_due(self) -> None:
        """Which day an empty deadline means."""
        try:
            day, due = (self.form[name].get() for name in ("registered_on", "due"))
        except Problem:
            return
        if day is not None and due is None:
            self.form.remark("due", f"空白就是 {chinese_date(default_due(day))}")

    def _save(self, values: dict[str, Any]) -> None:
        point = self._point(values["contact_point"])
        given = {name: values[name] for name in (*_PLAIN, *_MORE)}
        leader = find_official(values["official"]).id
        typed = MatterEntry(
            official=leader, contact_point=point, activity=self._typed.activity, id=self._typed.id, **given
        )
        matter = save_matter(typed, self._shell.today())
        done = "已修改" if typed.id else "已登记"
        self._shell.notice(f"{done} {matter.number}。按 Ctrl+Z 撤销。")
        self._kept(matter)

    def _point(self, name: str) -> int | None:
        if not name:
            return None
        found = self._points().get(name)
        if found is None:
            raise Problem(f"列出的联系点中没有“{name}”。请从列出的当中选，或者留空，只填反映人。")
        return found.id


def add_matter(
    page: tkinter.Misc, shell: Shell, typed: MatterEntry, kept: Callable[[Matter], object] = lambda _: None
) -> MatterDrawer:
    """A form for a new matter, filled in as far as it is known."""
    return MatterDrawer(page, shell, typed, kept)


def edit_matter(page: tkinter.Misc, shell: Shell, matter: Matter) -> MatterDrawer:
    """A form for a kept matter."""
    return MatterDrawer(page, shell, read_matter(Matter.get_by_id(matter.id)), lambda _: None)


def _points_of(leader: Official | None, own: int | None, today: date) -> dict[str, ContactPoint]:
    """The points a leader keeps or kept contact with, and the one named already."""
    held = [row.contact_point for row in assignments_ever(leader, today)] if leader else []
    kept = [ContactPoint.get_by_id(own)] if own else []
    return point_names({point.id: point for point in [*held, *kept]}.values())


def _field(
    name: str, control: Make = Text, hint: str = "", *, required: bool = False, wide: bool = False
) -> Field:
    return Field(name, field_label("matter", name), control, hint, required, wide)
