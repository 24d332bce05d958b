"""A quicker first import of ttkbootstrap, which asks for its own version: that takes a fifth of the start.

`importlib.metadata` brings mail, zip and URL parsing along, none of which a window needs. While ttkbootstrap
is imported a stand-in answers; afterwards everything is as before. Should ttkbootstrap ever ask for more
than its version, the stand-in is taken away and the import is an ordinary one.
"""

import sys
from contextlib import suppress
from importlib import import_module
from types import ModuleType

_NAME = "importlib.metadata"


def import_ttkbootstrap() -> None:
    """Import it without its version, unless somebody has the metadata or ttkbootstrap already."""
    if _NAME in sys.modules or "ttkbootstrap" in sys.modules:
        return
    stand_in = ModuleType(_NAME)
    vars(stand_in).update(version=lambda _name: "", PackageNotFoundError=LookupError)
    sys.modules[_NAME] = stand_in
    try:
        with suppress(ImportError):
            import_module("ttkbootstrap")
    finally:
        del sys.modules[_NAME]
