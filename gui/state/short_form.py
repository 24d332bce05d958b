"""What the form of an activity asks for: each kind only for what it needs."""

from collections.abc import Collection
from typing import NamedTuple

from models.rules.kinds import ActivityKind
from models.terms import field_label


class Shown(NamedTuple):
    """How a field is shown: its label, and whether it takes a whole line."""

    label: str
    wide: bool = False


_ORDER = (
    *("leaders", "kind", "state", "title", "span", "venue", "form", "place", "purpose"),
    *("stand_ins", "companions", "heard", "reply"),
)
_EVERY = {
    "leaders": Shown("领导", wide=True),
    "kind": Shown(field_label("activity", "kind")),
    "state": Shown(field_label("activity", "state")),
    "title": Shown(field_label("activity", "title"), wide=True),
    "span": Shown("日期", wide=True),
    "venue": Shown(field_label("activity", "venue")),
    "form": Shown(field_label("activity", "form")),
    "place": Shown(field_label("activity", "place")),
    "purpose": Shown(field_label("activity", "purpose")),
    "stand_ins": Shown("代为前往"),
    "companions": Shown("陪同人员"),
    "heard": Shown(field_label("activity", "heard")),
    "reply": Shown(field_label("activity", "reply")),
}
_ALWAYS = ("leaders", "kind", "state", "span")
_ASKED = {
    ActivityKind.VISIT: ("place", "purpose", "stand_ins", "companions", "heard", "reply"),
    ActivityKind.HEARING: ("venue", "place", "purpose", "stand_ins", "companions", "heard", "reply"),
    ActivityKind.FIELDWORK: ("form", "place", "purpose", "stand_ins", "companions"),
    ActivityKind.REPORT: ("title",),
    ActivityKind.POINT_MEETING: ("place", "stand_ins"),
}
_OWN_WORDS = {
    ActivityKind.HEARING: {"purpose": Shown("事由、来访人", wide=True)},
    ActivityKind.FIELDWORK: {"purpose": Shown("主题", wide=True)},
    ActivityKind.REPORT: {"span": Shown("提交日期", wide=True)},
    ActivityKind.POINT_MEETING: {"place": Shown("联系点")},
}


def fields_shown(kind: ActivityKind, held: Collection[str] = ()) -> dict[str, Shown]:
    """The fields of that kind's form in order; `held` are those in which a kept activity says something."""
    asked = {*_ALWAYS, *_ASKED[kind], *held}
    words = _EVERY | _OWN_WORDS.get(kind, {})
    return {name: words[name] for name in _ORDER if name in asked}


def asks_for_targets(kind: ActivityKind) -> bool:
    """Whether the form shows contact points to tick."""
    return kind == ActivityKind.VISIT


def asks_for_halves(kind: ActivityKind) -> bool:
    """Whether the form asks for halves of days and several days: a report is handed in on one day."""
    return kind != ActivityKind.REPORT
