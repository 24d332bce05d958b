"""Printing on Windows without a PDF reader: pdfium draws each page in bands of grey, GDI prints them."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from typing import Any

from gui.paper import windows_gdi as win
from gui.paper.pdf_pages import drawing
from gui.state.print_job import Job, Printer, on_sheet
from gui.state.print_range import named
from models.rules.problem import Problem

assert sys.platform == "win32"  # noqa: S101 -- tells the type checker, too

_FINEST = 600  # dots an inch; more cannot be seen in print and fills the queue
_BAND = 512  # rows drawn at once
_REFUSED = "打印机“{}”没有接受打印，可能已脱机或被取消。可以先“保存为 PDF”，或“用阅读器打开”再打印。"


def printers() -> list[Printer]:
    """The printers of this PC and those it is connected to."""
    need, count = wintypes.DWORD(), wintypes.DWORD()
    win.enum_printers(win.LOCAL_AND_CONNECTED, None, 4, None, 0, need, count)
    room = ctypes.create_string_buffer(max(1, need.value))
    if not win.enum_printers(win.LOCAL_AND_CONNECTED, None, 4, room, need.value, need, count):
        return []
    found = ctypes.cast(room, ctypes.POINTER(win.PrinterInfo))
    first = _default()
    return [
        Printer(one.name, one.name == first, bool(one.attributes & win.WORKS_OFFLINE))
        for one in (found[place] for place in range(count.value))
    ]


def send(data: bytes, job: Job) -> None:
    """Queue the PDF, each copy a print of its own, so that it begins on a fresh sheet."""
    with _opened(data) as file, _context(job) as (context, mode):
        for _ in range(job.copies):
            _print(file, job, context, mode)


def _default() -> str:
    size = wintypes.DWORD(512)
    name = ctypes.create_unicode_buffer(size.value)
    return name.value if win.default_printer(name, size) else ""


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2

    with drawing:
        file = pypdfium2.PdfDocument(data)
    try:
        yield file
    finally:
        with drawing:
            file.close()


@contextmanager
def _context(job: Job) -> Iterator[tuple[int, Any]]:
    """A device context of the printer with the job's choices, and those choices."""
    mode = _mode(job)
    context = win.create_dc("WINSPOOL", job.printer, None, mode)
    if not context:
        raise Problem(_REFUSED.format(job.printer))
    try:
        yield context, mode
    finally:
        win.delete_dc(context)


def _mode(job: Job) -> Any:
    """The driver's own settings, with the paper and the sides chosen."""
    handle = ctypes.c_void_p()
    if not win.open_printer(job.printer, handle, None):
        raise Problem(_REFUSED.format(job.printer))
    try:
        size = win.document_properties(None, handle, job.printer, None, None, 0)
        room = ctypes.create_string_buffer(max(size, ctypes.sizeof(win.DevMode)))
        win.document_properties(None, handle, job.printer, room, None, win.OUT)
        mode = win.DevMode.from_buffer(room)
        mode.fields |= win.PAPER_SIZE | win.DUPLEX
        mode.paper, mode.duplex = win.SHEETS[job.paper], win.LONG_EDGE if job.both_sides else win.SIMPLEX
        win.document_properties(None, handle, job.printer, room, room, win.IN_AND_OUT)
    finally:
        win.close_printer(handle)
    return room


def _print(file: Any, job: Job, context: int, mode: Any) -> None:
    about = win.DocInfo(ctypes.sizeof(win.DocInfo), job.title)
    if win.start_document(context, about) <= 0:
        raise Problem(_REFUSED.format(job.printer))
    for number in named(job.ranges, len(file)):
        with drawing:
            page = file[number - 1]
        try:
            if not _page(page, context, mode):
                win.abort_document(context)
                raise Problem(_REFUSED.format(job.printer))
        finally:
            with drawing:
                page.close()
    if win.end_document(context) <= 0:
        raise Problem(_REFUSED.format(job.printer))


def _page(page: Any, context: int, mode: Any) -> bool:
    """Draw one page at its true size on an upright sheet; whether the printer took it."""
    sheet = on_sheet(*page.get_size())
    head = win.DevMode.from_buffer(mode)
    head.fields |= win.ORIENTATION
    head.orientation = win.PORTRAIT
    win.reset_dc(context, mode)
    if win.start_page(context) <= 0:
        return False
    dots = [win.capability(context, side) for side in (win.DPI_X, win.DPI_Y)]
    fine = [min(each, _FINEST) for each in dots]
    drawn = [round(length * each / 72) for length, each in zip(sheet[:2], fine, strict=True)]
    for top in range(0, drawn[1], _BAND):
        larger = [each / fewer for each, fewer in zip(dots, fine, strict=True)]
        _band(page, context, (*drawn, sheet.turns), top, larger)
    return bool(win.end_page(context) > 0)


def _band(page: Any, context: int, drawn: tuple[int, ...], top: int, larger: list[float]) -> None:
    """Rows of the sheet from `top` on, put onto the paper `larger` than they are drawn."""
    import pypdfium2
    from pypdfium2 import raw

    wide, high, turns = drawn
    rows = min(_BAND, high - top)
    stride = (wide + 3) // 4 * 4
    with drawing:
        bitmap = pypdfium2.PdfBitmap.new_native(stride, rows, raw.FPDFBitmap_Gray)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, stride, rows)
        raw.FPDF_RenderPageBitmap(
            bitmap, page, 0, -top, wide, high, turns, raw.FPDF_ANNOT | raw.FPDF_PRINTING
        )
    x, y = (-win.capability(context, side) for side in (win.OFFSET_X, win.OFFSET_Y))
    first, last = round(top * larger[1]), round((top + rows) * larger[1])
    where = (x, y + first, round(wide * larger[0]), last - first)
    win.draw_picture(
        context, *where, 0, 0, wide, rows, bitmap.buffer, ctypes.byref(_picture(stride, rows)), 0, win.SRCCOPY
    )


def _picture(wide: int, rows: int) -> win.Picture:
    """The bitmap's description. Soft edges are darkened: a printer's raster would thin strokes by them."""
    about = win.Picture(40, wide, -rows, 1, 8)
    about.greys[:] = [max(0, 2 * grey - 255) * 0x010101 for grey in range(win.GREYS)]
    return about
