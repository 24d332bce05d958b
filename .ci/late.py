"""What a window does not need at once stays packed in the one file, and is unpacked when first imported.

The one file unpacks itself anew at every start, and two thirds of what it carries are for printing,
importing and backups. build.spec makes a module of each such folder, its files packed; they lie among the
other modules, which are only read when imported. In the program this is a runtime hook.
"""

import sys
from pathlib import Path
from zlib import compress

LATE = {
    "cryptography": "cryptography/",
    "docx": "docx/",
    "lxml": "lxml/",
    "models.exchange.reading": "python_calamine/",  # before its children start: they may not write
    "printing.fonts": "assets/fonts/print/",
    "pypdfium2": "pypdfium2_raw/",
    "pypinyin": "pypinyin/",
}
"""Whoever is imported, and the folder that must be there before."""


class Unpacking:
    """First of the import finders: it finds nothing, it only unpacks."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._waiting = {name: module_of(folder) for name, folder in LATE.items()}

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if module := self._waiting.pop(name, None):
            from importlib import import_module
            from zlib import decompress

            for place, data in import_module(module).FILES.items():
                self._put(self._root / place, decompress(data))
            del sys.modules[module]

    def _put(self, place: Path, data: bytes) -> None:
        """Under its name only when it is whole: a child process may be unpacking it as well.

        Windows lets no library be replaced that such a process has loaded; the one there is as good.
        """
        import os

        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            unfinished = place.with_name(f"{place.name}.{os.getpid()}")
            unfinished.write_bytes(data)
            try:
                unfinished.replace(place)
            except PermissionError:
                if not place.exists():
                    raise
                unfinished.unlink()


def module_of(folder: str) -> str:
    """The name of the module that holds a folder."""
    return "late_" + folder.strip("/").replace("/", "_")


def write(folder: str, collected: Path, modules: Path) -> tuple[str, str, str]:
    """Make the module of a folder that was collected; what PyInstaller is told of it."""
    files = {
        path.relative_to(collected).as_posix(): compress(path.read_bytes(), 9)
        for path in sorted((collected / folder).rglob("*"))
        if path.is_file()
    }
    modules.mkdir(parents=True, exist_ok=True)
    module = modules / f"{module_of(folder)}.py"
    module.write_text(f"FILES = {files!r}\n", "utf-8")
    return module.stem, str(module), "PYMODULE"


if hasattr(sys, "_MEIPASS"):
    sys.meta_path.insert(0, Unpacking(Path(sys._MEIPASS)))
