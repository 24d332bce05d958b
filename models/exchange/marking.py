"""What calamine does not tell of a file, found in its bytes and put into the sheets it gave."""

from pathlib import PurePath

from models.exchange.archive import Archive
from models.exchange.ods_marks import ods_marks
from models.exchange.sheet import Marks, Merge, Sheet
from models.exchange.signature import FileKind, file_kind
from models.exchange.xls_marks import xls_marks
from models.exchange.xlsx_marks import sheet_parts, xlsx_marks

_XLS, _ODS, _XLSX = (".xls", ".et", ".xlt", ".ett"), (".ods", ".ots"), (".xlsx", ".xltx", ".et")


class Told:
    """The marks of every sheet of a file. Raises Problem if any part of the file is unsound."""

    def __init__(self, name: str, data: bytes) -> None:
        self.pictures, ods = 0, False
        self._in_order: list[Marks] = []
        self._by_name: dict[str, Marks] = {}
        kind = file_kind(name, data)
        if kind is FileKind.XLS:
            self._in_order = xls_marks(data)
        elif kind is FileKind.ZIPPED:
            archive = Archive(name, data)
            self.pictures, ods = archive.pictures, archive.ods
            if ods:
                self._by_name = ods_marks(archive.read("content.xml"))
            else:
                self._in_order = _xlsx_marks(archive)
        self.disguise = _disguise(name, kind, ods)

    def mark(self, sheet: Sheet, place: int) -> list[Merge]:
        """Put what is known of the sheet at that place into it; the cells that are merged there."""
        marks = self._marks(place, sheet.name)
        sheet.hidden_rows = frozenset(marks.hidden_rows)
        sheet.hidden_columns = frozenset(marks.hidden_columns)
        sheet.faults = marks.faults
        if not place:
            sheet.pictures, sheet.disguise = self.pictures, self.disguise
        return sheet.merges or marks.merges

    def _marks(self, place: int, name: str) -> Marks:
        if place < len(self._in_order):
            return self._in_order[place]
        return self._by_name.get(name) or Marks()


def _xlsx_marks(archive: Archive) -> list[Marks]:
    """The marks of every sheet in the workbook's order; every part of the file was seen by then.

    Raises Problem if a sheet's part is missing: calamine would take the sheet for an empty one.
    """
    parts = sheet_parts(archive)
    for missing in {part for part, _ in parts} - set(archive.names):
        archive.read(missing)
    wanted = dict(parts)
    found = {part: xlsx_marks(wanted[part], xml) for part, xml in archive.parts() if part in wanted}
    return [found.get(part) or Marks() for part, _ in parts]


def _disguise(name: str, kind: FileKind, ods: bool) -> str:
    """The usual ending of what the file is, if its name ends otherwise."""
    if kind is FileKind.TEXT:
        return ""
    usual = _XLS if kind is FileKind.XLS else _ODS if ods else _XLSX
    return "" if PurePath(name).suffix.lower() in usual else usual[0]
