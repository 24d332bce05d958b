"""A field for several people: names with 、 between them, offered as one types."""

import re
import tkinter
from collections.abc import Callable, Iterable
from typing import Any

from gui.state.typed_choice import matches
from gui.widgets.suggest import Suggest
from models.rules.names import name_key

_BETWEEN = re.compile(r"[、,，;；\n]+")


class NamesField(Suggest):
    """`people` are those to offer, in order; its value is the list of names typed, each once."""

    def __init__(self, parent: tkinter.Misc, people: Callable[[], Iterable[str]]) -> None:
        super().__init__(parent, people)
        self._people = people

    def get(self) -> Any:
        names = [name.strip() for name in _BETWEEN.split(self.entry.get())]
        return list({name_key(name): name for name in names if name}.values())

    def set(self, value: Any) -> None:
        super().set(value if isinstance(value, str) else "、".join(value or ()))

    def _found(self, typed: str) -> list[str]:
        """What is typed with its last name made whole: whoever is named already is not offered again."""
        *whole, last = [piece.strip() for piece in _BETWEEN.split(typed)]
        named = [name for name in whole if name]
        keys = {name_key(name) for name in named}
        free = [name for name in self._people() if name_key(name) not in keys]
        return ["、".join([*named, name]) for name in matches(last, free)]

    def _only_one(self) -> tuple[int, ...]:
        """The only person meant by a few letters: nobody's name is written that way."""
        letters = _BETWEEN.split(self.entry.get())[-1].strip()
        return (0,) if letters.isascii() and letters.isalpha() and len(self.offered) == 1 else ()
