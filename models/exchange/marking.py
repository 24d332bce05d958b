"""What calamine does not tell of a file, found in its bytes and put into the sheets it gave."""

from models.exchange.archive import Archive
from models.exchange.ods_marks import ods_marks
from models.exchange.sheet import Marks, Merge, Sheet
from models.exchange.signature import FileKind, file_kind
from models.exchange.xls_marks import xls_marks
from models.exchange.xlsx_marks import sheet_parts, xlsx_marks


class Told:
    """The marks of every sheet of a file. Raises Problem if any part of the file is unsound."""

    def __init__(self, name: str, data: bytes) -> None:
        self.pictures = 0
        self._in_order: list[Marks] = []
        self._by_name: dict[str, Marks] = {}
        kind = file_kind(name, data)
        if kind is FileKind.XLS:
            self._in_order = xls_marks(data)
        elif kind is FileKind.ZIPPED:
            archive = Archive(name, data)
            self.pictures = archive.pictures
            self._by_name = ods_marks(archive.read("content.xml")) if archive.ods else _xlsx_marks(archive)

    def mark(self, sheet: Sheet, place: int) -> list[Merge]:
        """Put what is known of the sheet at that place into it; the cells that are merged there."""
        marks = self._marks(place, sheet.name)
        sheet.hidden_rows = frozenset(marks.hidden_rows)
        sheet.hidden_columns = frozenset(marks.hidden_columns)
        sheet.faults = marks.faults
        sheet.pictures = 0 if place else self.pictures
        return sheet.merges or marks.merges

    def _marks(self, place: int, name: str) -> Marks:
        if place < len(self._in_order):
            return self._in_order[place]
        return self._by_name.get(name) or Marks()


def _xlsx_marks(archive: Archive) -> dict[str, Marks]:
    names = {part: name for name, part in sheet_parts(archive).items()}
    marks: dict[str, Marks] = {}
    for part, xml in archive.parts():
        if part in names:
            marks[names[part].strip()] = xlsx_marks(names[part], xml)
    return marks
