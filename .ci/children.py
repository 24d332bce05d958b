"""PyInstaller makes every start ready for child processes; here only a start that has to do with them pays.

Its own hook, which takes a twentieth of the start, is a module now: a child runs it. Whoever starts children
needs but one thing of it: that they do not look for the main script, which is inside the program.
"""

import sys

OWN = "pyi_rth_multiprocessing"


class Starting:
    """First of the import finders: it finds nothing. `spawn` is imported when the first child is started."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name == "multiprocessing.spawn":
            sys.modules["multiprocessing.process"].ORIGINAL_DIR = None  # type: ignore[attr-defined]


if hasattr(sys, "_MEIPASS"):
    if {"--multiprocessing-fork", "-c"} & set(sys.argv):
        __import__(OWN)
    else:
        sys.meta_path.insert(0, Starting())
