"""Whether a folder build takes from the system only what every Windows 10 has: python imports.py FOLDER.

Run by the Python that built it. Exit 1, and names, if some part asks for a library that is neither
in the folder nor part of Windows.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pefile

WINDOWS = {
    *(
        "advapi32",
        "bcrypt",
        "bcryptprimitives",
        "comctl32",
        "comdlg32",
        "crypt32",
        "gdi32",
        "imm32",
        "iphlpapi",
    ),
    *(
        "kernel32",
        "msimg32",
        "netapi32",
        "ntdll",
        "ole32",
        "oleaut32",
        "psapi",
        "rpcrt4",
        "shell32",
        "user32",
    ),
    *("userenv", "uxtheme", "version", "winspool.drv", "ws2_32"),
}


def main(folder: str) -> int:
    """Look at every part; 1 if it would not start on a Windows that has nothing else installed."""
    parts = [path for path in Path(folder).rglob("*") if path.suffix.lower() in {".exe", ".dll", ".pyd"}]
    wanted = {(name, path.name) for path in parts for name in _imports(path)}
    there = {path.name.lower() for path in parts}
    strange = sorted((name, part) for name, part in wanted if name not in there and not _is_windows(name))
    print(f"{len(parts)} parts, {len({name for name, _ in wanted} - there)} libraries of Windows")
    for name, part in strange:
        print(f"  not in it: {name}, needed by {part}")
    return int(bool(strange))


def _imports(path: Path) -> Iterator[str]:
    with pefile.PE(str(path), fast_load=True) as part:
        part.parse_data_directories([1, 13])  # imported at once, imported when first called
        for kind in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT"):
            yield from (entry.dll.decode().lower() for entry in getattr(part, kind, ()))


def _is_windows(name: str) -> bool:
    return name.startswith(("api-ms-win-", "ext-ms-win-")) or name.removesuffix(".dll") in WINDOWS


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
