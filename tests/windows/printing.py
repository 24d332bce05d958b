"""Run by Python for Windows, from the source: python printing.py PDF PAPER SIDES POSTSCRIPT.

Gives the PC a printer that writes PostScript into a file, and prints the PDF there by the program's own door.
"""

import ctypes
import sys
from ctypes import wintypes
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from gui.paper import printer
from gui.state.print_job import Job

NAME, DRIVER, SYSTEM = "三楼打印机", "Nobody", "Windows x64"
_NEW_ONE_WINS = 0x8014  # APD_INSTALL_WARNED_DRIVER, APD_COPY_FROM_DIRECTORY, APD_COPY_ALL_FILES


class Driver(ctypes.Structure):
    """DRIVER_INFO_3W."""

    _fields_ = (
        ("version", wintypes.DWORD),
        *((name, wintypes.LPWSTR) for name in ("name", "system", "driver", "data", "settings")),
        *((name, wintypes.LPWSTR) for name in ("help", "others", "monitor", "kind")),
    )


class Made(ctypes.Structure):
    """PRINTER_INFO_2W."""

    _fields_ = (
        *((name, wintypes.LPWSTR) for name in ("server", "name", "share", "port", "driver", "note", "place")),
        ("mode", ctypes.c_void_p),
        *((name, wintypes.LPWSTR) for name in ("divider", "processor", "kind", "parameters")),
        ("rights", ctypes.c_void_p),
        *((name, wintypes.DWORD) for name in ("attributes", "priority", "usual", "starts", "until")),
        *((name, wintypes.DWORD) for name in ("status", "jobs", "speed")),
    )


def main(pdf: str, paper: str, sides: str, out: str) -> None:
    """Print, twice on one sheet if `sides` is 2."""
    _make_printer(out)
    if NAME not in {one.name for one in printer.printers()}:
        raise SystemExit(f"{NAME} is not among {printer.printers()}")
    printer.send(Path(pdf).read_bytes(), Job("走访表", NAME, both_sides=sides == "2", paper=paper))


def _make_printer(port: str) -> None:
    spool = ctypes.WinDLL("winspool.drv")  # type: ignore[attr-defined,unused-ignore]
    files = ("wineps.drv", "printer.ppd", "wineps.drv")
    spool.AddPrinterDriverExW(None, 3, ctypes.byref(Driver(3, DRIVER, SYSTEM, *files)), _NEW_ONE_WINS)
    spool.AddPrinterW.restype = ctypes.c_void_p
    made = Made(name=NAME, port=port, driver=DRIVER, processor="winprint", kind="RAW")
    spool.AddPrinterW(None, 2, ctypes.byref(made))


if __name__ == "__main__":
    main(*sys.argv[1:])
