"""Files to import, built by hand or by openpyxl, sound and unsound."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from models.exchange.sheet import column_letter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def save_book(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """A workbook with these rows in these sheets."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def raw_sheet(rows: str, before: str = "", after: str = "") -> str:
    """The XML of a worksheet with this XML inside its sheetData, before and after it."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def cell(place: str, text: str) -> str:
    """The XML of a text cell."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def sheet_xml(
    rows: Sequence[Sequence[object]],
    style: str = "",
    *,
    before: str = "",
    after_rows: str = "",
    after: str = "",
) -> str:
    """The XML of a worksheet with these texts and numbers; `style` is an attribute of the numbers' cells."""
    lines = []
    for number, values in enumerate(rows, start=1):
        places = [(f"{column_letter(at)}{number}", value) for at, value in enumerate(values, start=1)]
        cells = "".join(
            cell(place, value) if isinstance(value, str) else f'<c r="{place}"{style}><v>{value!r}</v></c>'
            for place, value in places
            if value is not None
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    return raw_sheet("".join(lines) + after_rows, before, after)


def book_parts(
    sheet: str,
    workbook: str = "",
    name: str = "表",
    more: tuple[str, str, str] | None = None,
    styles: str = "",
) -> dict[str, str]:
    """The parts of a smallest .xlsx whose first sheet has this XML; `more` is one more: name, XML, marks."""
    sheets = [(name, sheet, ""), *([more] if more else [])]
    named = "".join(
        f'<sheet name="{title}" sheetId="{n}" {marks} r:id="rId{n}"/>'
        for n, (title, _, marks) in enumerate(sheets, start=1)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    if styles:
        related += f'<Relationship Id="rId9" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{workbook}<sheets>{named}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'
        ),
        **{f"xl/worksheets/sheet{n}.xml": xml for n, (_, xml, _) in enumerate(sheets, start=1)},
    }
    return parts | ({"xl/styles.xml": styles} if styles else {})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def raw_book(rows: str, before: str = "", after: str = "", workbook: str = "") -> bytes:
    """The bytes of a smallest .xlsx with this XML in its only sheet."""
    return zipped(book_parts(raw_sheet(rows, before, after), workbook))
