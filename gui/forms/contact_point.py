"""The forms about officials and their contact points: what is asked, and the one write each of them does."""

import tkinter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from gui.look.palette import Tone
from gui.state.points import fields_asked
from gui.widgets.controls import Check, Choice, Control, LongText, Number, Text
from gui.widgets.day_field import Day
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field, Form
from gui.widgets.suggest import Suggest
from models import terms
from models.assignment import Assignment, assign, assignments_on, end_assignment
from models.contact_point import ContactPoint, place_of, save_point
from models.division import counties, townships, villages
from models.official import Official, find_official, next_rank, officials, save_official
from models.rules.kinds import PointKind
from models.rules.market_days import complaint, understood
from models.terms import field_label
from models.writing import Topic, writing

CATEGORIES = ("一般户", "脱贫户", "监测户", "低保户", "特困供养户")
_POINT = ("kind", "name", "county", "township", "village", "address", "phone", "people", "category")
_MORE = ("market_days", "note")
_OFFICIAL = ("name", "rank", "title", "unit", "duties", "is_member", "liaison", "liaison_phone")
_OFFICE = ("office_from", "office_to")
_MOVING, _ENDING = "把联系点移交给别的领导", "换一户、终止联系"

Make = Callable[[Any], Control]


def edit_official(page: tkinter.Misc, official: Official | None) -> Drawer:
    """A form for an official, a new one if None."""
    kept = official or Official(rank=next_rank(), is_member=True)
    fields = [
        _field("official", "name", required=True, hint="同名的人请加以区分" if official is None else ""),
        _field("official", "rank", Number, required=True, hint="数字小的排在前面"),
        _field("official", "title"),
        _field("official", "unit"),
        _field("official", "is_member", _check("班子成员，按履职要求计数"), wide=True),
        _field("official", "duties", LongText, wide=True),
        _field("official", "office_from", Day),
        _field("official", "office_to", Day),
        _field("official", "liaison"),
        _field("official", "liaison_phone"),
    ]

    def keep(values: dict[str, Any]) -> None:
        fresh = Official.get_by_id(kept.id) if kept.id else Official()
        for name in (*_OFFICIAL, *_OFFICE):
            setattr(fresh, name, values[name])
        save_official(fresh)

    title = "新增干部" if official is None else f"编辑干部 {official.name}"
    values = {name: getattr(kept, name) for name in (*_OFFICIAL, *_OFFICE)}
    return Drawer(page, title, fields, keep, values, section="领导到任")


def add_point(page: tkinter.Misc, leader: Official | None, today: date) -> Drawer:
    """A form for a new contact point and the leader who takes it."""
    given = {"kind": PointKind.HOUSEHOLD, "first_day": today, "leader": leader.name if leader else ""}
    fields = [*_leader_fields(), *_point_fields(lambda: drawer.form)]

    def keep(values: dict[str, Any]) -> None:
        official = find_official(values["leader"])
        with writing(f"新增联系点 {values['name']}", Topic.CONTACT_POINT):
            point = _save(ContactPoint(), values)
            assign(official, point, values["first_day"], values["document"])

    drawer = Drawer(page, "新增联系点", fields, keep, given | _beside(leader, today))
    _follow(drawer.form)
    return drawer


def edit_point(page: tkinter.Misc, point: ContactPoint) -> Drawer:
    """A form for what is known of a contact point."""
    values = {name: getattr(point, name) for name in (*_POINT[:3], *_POINT[5:], *_MORE)}
    places = {"township": point.above(PointKind.TOWNSHIP), "village": point.above(PointKind.VILLAGE)}
    number = point.id

    def keep(changed: dict[str, Any]) -> None:
        with writing(f"修改联系点 {changed['name']}", Topic.CONTACT_POINT):
            _save(ContactPoint.get_by_id(number), changed)

    fields = _point_fields(lambda: drawer.form)
    drawer = Drawer(page, f"编辑联系点 {point.name}", fields, keep, values | places)
    _follow(drawer.form)
    return drawer


def move_point(page: tkinter.Misc, assignment: Assignment, today: date) -> Drawer:
    """A form that gives the point to another leader from a day on; the history stays."""
    point = assignment.contact_point

    def keep(values: dict[str, Any]) -> None:
        assign(find_official(values["leader"]), point, values["first_day"], values["document"])

    hint = f"{assignment.official.name}的联系到前一天为止，以前的记录不变。"
    return Drawer(
        page, f"移交 {point.name}", _leader_fields(hint), keep, {"first_day": today}, "移交", section=_MOVING
    )


def end_point(page: tkinter.Misc, assignment: Assignment, today: date) -> Drawer:
    """A form that lets the contact end with a day."""

    def keep(values: dict[str, Any]) -> None:
        end_assignment(assignment, values["last_day"])

    hint = "这一天仍算在内；以前的记录和表册不变。"
    fields = [Field("last_day", field_label("assignment", "last_day"), Day, hint, required=True, wide=True)]
    title = f"终止联系 {assignment.contact_point.name}"
    return Drawer(page, title, fields, keep, {"last_day": today}, "终止联系", section=_ENDING)


def _save(point: ContactPoint, values: dict[str, Any]) -> ContactPoint:
    asked = fields_asked(values["kind"])
    township, village = (values[name] if name in asked else "" for name in ("township", "village"))
    for name in ("kind", "name", "county", *_POINT[5:], *_MORE):
        setattr(point, name, values[name])
    point.parent = place_of(values["county"], township, village)
    return save_point(point)


def _beside(leader: Official | None, today: date) -> dict[str, Any]:
    """Where the leader's other households are: the next one is most likely there too."""
    if leader is None:
        return {}
    for row in reversed(assignments_on(leader, today)):
        point = row.contact_point
        if point.kind == PointKind.HOUSEHOLD:
            places = {"township": point.above(PointKind.TOWNSHIP), "village": point.above(PointKind.VILLAGE)}
            return {"county": point.county} | places
    return {}


def _leader_fields(hint: str = "") -> list[Field]:
    return [
        Field(
            "leader",
            "联系领导",
            _suggest(lambda: [row.name for row in officials()]),
            required=True,
            wide=True,
        ),
        Field("first_day", field_label("assignment", "first_day"), Day, hint, required=True),
        Field("document", field_label("assignment", "document"), Text),
    ]


def _point_fields(form: Callable[[], Form]) -> list[Field]:
    def value(name: str) -> str:
        return str(form()[name].get() or "")

    def names() -> list[str]:
        kind = form()["kind"].get()
        if kind == PointKind.TOWNSHIP:
            return townships(value("county"))
        return villages(value("county"), value("township")) if kind == PointKind.VILLAGE else []

    return [
        _field(
            "contact_point", "kind", _choice({kind: terms.label(kind) for kind in PointKind}), required=True
        ),
        _field("contact_point", "county", _suggest(counties), required=True),
        _field("contact_point", "township", _suggest(lambda: townships(value("county")))),
        _field("contact_point", "village", _suggest(lambda: villages(value("county"), value("township")))),
        _field("contact_point", "name", _suggest(names), required=True, hint="户填户主姓名"),
        _field("contact_point", "phone"),
        _field("contact_point", "people", Number),
        _field("contact_point", "category", _suggest(lambda: CATEGORIES)),
        _field("contact_point", "address"),
        _field("contact_point", "market_days", hint="例如 农历一四七、公历3、6、9"),
        _field("contact_point", "note", LongText, wide=True),
    ]


def _follow(form: Form) -> None:
    """Townships lie in no township: their fields for places rest. Market days are read at once."""

    def follow(name: str) -> None:
        if name in ("kind", ""):
            asked = fields_asked(form["kind"].get())
            for place in ("township", "village"):
                form[place].enable(on=place in asked)
        if name in ("market_days", ""):
            _say_how_read(form, form["market_days"].get())

    form.on_edit = follow
    follow("")


def _say_how_read(form: Form, pattern: str) -> None:
    """Under the market days: on which days they fall, or that nobody can tell."""
    if words := understood(pattern):
        form.remark("market_days", words)
    elif words := complaint(pattern):
        form.remark("market_days", words, Tone.NEAR)


def _field(
    noun: str, name: str, control: Make = Text, hint: str = "", *, required: bool = False, wide: bool = False
) -> Field:
    return Field(name, field_label(noun, name), control, hint, required, wide)


def _choice(words: dict[Any, str]) -> Make:
    return lambda parent: Choice(parent, words)


def _check(words: str) -> Make:
    return lambda parent: Check(parent, words)


def _suggest(choices: Callable[[], Iterable[str]]) -> Make:
    return lambda parent: Suggest(parent, choices)
