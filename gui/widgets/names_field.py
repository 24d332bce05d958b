"""A field for several people: names with 、 between them, offered as one types."""

import re
import tkinter
from collections.abc import Callable, Iterable
from typing import Any

from gui.widgets.suggest import Suggest
from models.rules.names import name_key

_BETWEEN = re.compile(r"[、,，;；\n]+")


class NamesField(Suggest):
    """`people` are those to offer, in order; its value is the list of names typed, each once."""

    def __init__(self, parent: tkinter.Misc, people: Callable[[], Iterable[str]]) -> None:
        super().__init__(parent, self._endings)
        self._people = people

    def get(self) -> Any:
        names = [name.strip() for name in _BETWEEN.split(self.entry.get())]
        return list({name_key(name): name for name in names if name}.values())

    def set(self, value: Any) -> None:
        super().set(value if isinstance(value, str) else "、".join(value or ()))

    def _endings(self) -> Iterable[str]:
        """What is typed with its last name made whole: whoever is named already is not offered again."""
        pieces = _BETWEEN.split(self.entry.get())
        whole = [piece.strip() for piece in pieces[:-1] if piece.strip()]
        named = {name_key(name) for name in whole}
        start = "、".join([*whole, ""])
        return [start + name for name in self._people() if name_key(name) not in named]
