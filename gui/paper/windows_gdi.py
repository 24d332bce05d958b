"""The few functions and structures of Windows that printing needs, declared once (winspool.h, wingdi.h)."""

import ctypes
import sys
from ctypes import c_int, c_long, c_short, c_void_p, c_wchar, c_wchar_p, wintypes
from typing import Any

assert sys.platform == "win32"  # noqa: S101 -- tells the type checker, too

LOCAL_AND_CONNECTED, WORKS_OFFLINE = 2 | 4, 0x400
OUT, IN_AND_OUT = 2, 2 | 8  # DM_OUT_BUFFER, DM_IN_BUFFER
ORIENTATION, PAPER_SIZE, DUPLEX = 0x1, 0x2, 0x1000  # dmFields
PORTRAIT, SIMPLEX, LONG_EDGE = 1, 1, 2
SHEETS = {"A4": 9, "A3": 8}  # dmPaperSize
DPI_X, DPI_Y, OFFSET_X, OFFSET_Y = 88, 90, 112, 113  # GetDeviceCaps
SRCCOPY, GREYS = 0x00CC0020, 256


class PrinterInfo(ctypes.Structure):
    """PRINTER_INFO_4W."""

    _fields_ = [("name", c_wchar_p), ("server", c_wchar_p), ("attributes", wintypes.DWORD)]


class DevMode(ctypes.Structure):
    """The head of DEVMODEW; what follows belongs to the driver."""

    _fields_ = [
        ("device", c_wchar * 32),
        ("version", wintypes.WORD),
        ("driver", wintypes.WORD),
        ("size", wintypes.WORD),
        ("extra", wintypes.WORD),
        ("fields", wintypes.DWORD),
        *[
            (name, c_short)
            for name in ("orientation", "paper", "length", "width", "scale", "copies", "source")
        ],
        *[(name, c_short) for name in ("quality", "colour", "duplex")],
    ]


class DocInfo(ctypes.Structure):
    """DOCINFOW."""

    _fields_ = [
        ("size", c_int),
        ("name", c_wchar_p),
        ("output", c_wchar_p),
        ("type", c_wchar_p),
        ("flags", wintypes.DWORD),
    ]


class Picture(ctypes.Structure):
    """BITMAPINFO of rows of grey bytes, the first row at the top if `high` is negative."""

    _fields_ = [
        ("size", wintypes.DWORD),
        ("wide", c_long),
        ("high", c_long),
        ("planes", wintypes.WORD),
        ("bits", wintypes.WORD),
        *[(name, wintypes.DWORD) for name in ("compression", "bytes")],
        *[(name, c_long) for name in ("per_metre_x", "per_metre_y")],
        *[(name, wintypes.DWORD) for name in ("used", "important")],
        ("greys", wintypes.DWORD * GREYS),
    ]


def _declared(library: Any, name: str, result: Any, *arguments: Any) -> Any:
    function = getattr(library, name)
    function.restype, function.argtypes = result, arguments
    return function


_gdi, _spool = ctypes.WinDLL("gdi32"), ctypes.WinDLL("winspool.drv")
_size = ctypes.POINTER(wintypes.DWORD)
create_dc = _declared(_gdi, "CreateDCW", c_void_p, c_wchar_p, c_wchar_p, c_wchar_p, c_void_p)
reset_dc = _declared(_gdi, "ResetDCW", c_void_p, c_void_p, c_void_p)
delete_dc = _declared(_gdi, "DeleteDC", c_int, c_void_p)
capability = _declared(_gdi, "GetDeviceCaps", c_int, c_void_p, c_int)
start_document = _declared(_gdi, "StartDocW", c_int, c_void_p, ctypes.POINTER(DocInfo))
start_page, end_page, end_document, abort_document = (
    _declared(_gdi, name, c_int, c_void_p) for name in ("StartPage", "EndPage", "EndDoc", "AbortDoc")
)
draw_picture = _declared(
    _gdi, "StretchDIBits", c_int, c_void_p, *[c_int] * 8, c_void_p, c_void_p, wintypes.UINT, wintypes.DWORD
)
open_printer = _declared(_spool, "OpenPrinterW", c_int, c_wchar_p, ctypes.POINTER(c_void_p), c_void_p)
close_printer = _declared(_spool, "ClosePrinter", c_int, c_void_p)
document_properties = _declared(
    _spool, "DocumentPropertiesW", c_long, c_void_p, c_void_p, c_wchar_p, c_void_p, c_void_p, wintypes.DWORD
)
enum_printers = _declared(
    _spool,
    "EnumPrintersW",
    c_int,
    wintypes.DWORD,
    c_wchar_p,
    wintypes.DWORD,
    c_void_p,
    wintypes.DWORD,
    _size,
    _size,
)
default_printer = _declared(_spool, "GetDefaultPrinterW", c_int, c_wchar_p, _size)
