"""A quicker first import of ttkbootstrap, which asks for its own version: that takes a fifth of the start.

`importlib.metadata` brings mail, zip and URL parsing along, none of which a window needs; `PIL.ImageGrab`,
for a colour dropper that never opens, brings processes and temporary files. While ttkbootstrap is imported
stand-ins answer; afterwards everything is as before. Should ttkbootstrap ever ask more of them while it is
imported, they are taken away and the import is an ordinary one.
"""

import sys
from contextlib import suppress
from importlib import import_module
from types import ModuleType

_ANSWERS = {
    "importlib.metadata": {"version": lambda _name: "", "PackageNotFoundError": LookupError},
    "PIL.ImageGrab": {},
}


def import_ttkbootstrap() -> None:
    """Import it without what it does not need, unless somebody has any of that or ttkbootstrap already."""
    if "ttkbootstrap" in sys.modules or sys.modules.keys() & _ANSWERS.keys():
        return
    for name, answers in _ANSWERS.items():
        sys.modules[name] = stand_in = ModuleType(name)
        vars(stand_in).update(answers)
    try:
        with suppress(ImportError):
            import_module("ttkbootstrap")
    finally:
        for name in _ANSWERS:
            del sys.modules[name]
