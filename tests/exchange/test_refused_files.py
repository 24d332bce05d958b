"""Files that are no plain workbook: each is refused by name, and nothing crashes."""

import random
import struct
import time
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from models.exchange.archive import Archive
from models.exchange.arriving import Arrivals
from models.exchange.limits import ENTRIES, FILE_BYTES, PART_BYTES
from models.exchange.marking import Told
from models.exchange.parsing import parsed
from models.exchange.sheet import Sheet
from models.rules.problem import Problem
from tests.exchange.books import book_parts, cell, raw_book, raw_sheet, zipped
from tests.exchange.hostile_files import forged, ole_with

FILES = Path(__file__).parent / "files"
ROW = f'<row r="1">{cell("A1", "甲")}</row>'
SOUND = raw_book(ROW)
PARTS = book_parts(raw_sheet(ROW))


def read(data: bytes, name: str) -> None:
    arrivals = Arrivals(Told(name, data))
    for step in parsed(name, data):
        if not isinstance(step, float):
            arrivals.take(step)


def refusal(data: bytes, name: str = "表.xlsx") -> str:
    with pytest.raises(Problem) as caught:
        read(data, name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xff\xd8\xff\xe0 JFIF", "JPEG"),
        (b"\x89PNG\r\n", "PNG"),
        (b"<html><table></table></html>", "网页"),
        ("\ufeff<!DOCTYPE html><html>".encode(), "网页"),
        (b'<?xml version="1.0"?><Workbook/>', "XML"),
        (b"{\\rtf1}", "RTF"),
        (zipped({"word/document.xml": "<a/>"}), "Word"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "演示文稿"),
        (zipped({"xl/workbook.bin": b"\0"}), "二进制工作簿"),
        (zipped({"readme.txt": "text"}), "压缩包"),
        (ole_with("WordDocument"), "Word"),
        ("只是文字".encode(), "不是工作簿"),
    ],
)
def test_other_files_with_a_workbooks_name_are_called_what_they_are(data: bytes, named: str) -> None:
    assert named in refusal(data)


@pytest.mark.parametrize("data", [b"", b"\0\0" * 0, b" \r\n"])
@pytest.mark.parametrize("name", ["表.xlsx", "表.csv", "表.xls"])
def test_an_empty_file_is_called_empty(data: bytes, name: str) -> None:
    assert "空文件" in refusal(data, name)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_called_damaged(share: float) -> None:
    assert "没有拷贝完" in refusal(SOUND[: int(len(SOUND) * share)])


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_other_formats_cut_short_are_called_damaged_too(kind: str) -> None:
    data = (FILES / f"mixed.{kind}").read_bytes()
    assert "没有拷贝完" in refusal(data[: len(data) // 2], f"表.{kind}")


def test_a_password_is_named() -> None:
    assert "密码" in refusal(ole_with("EncryptedPackage"))


def test_an_ods_that_libreoffice_locked_is_refused_for_its_password() -> None:
    assert "密码" in refusal((FILES / "locked.ods").read_bytes(), "表.ods")


def test_an_xls_with_a_password_is_refused_for_it() -> None:
    """The record after the stream's beginning says FILEPASS (0x002F), as in every locked .xls."""
    data = bytearray((FILES / "mixed.xls").read_bytes())
    after_beginning = data.index(b"\x09\x08\x10\x00\x00\x06\x05\x00") + 20
    data[after_beginning : after_beginning + 2] = b"\x2f\x00"
    assert "密码" in refusal(bytes(data), "表.xls")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (zipped(PARTS | {"xl/vbaProject.bin": b"\0"}), "表.xlsx"),
        (SOUND, "表.xlsm"),
        (ole_with("Workbook\0") + "_VBA_PROJECT_CUR".encode("utf-16-le"), "表.xls"),
    ],
)
def test_macros_are_named(data: bytes, name: str) -> None:
    assert "宏" in refusal(data, name)


def test_a_file_too_large_is_refused_before_it_is_looked_into() -> None:
    assert "20 MB" in refusal(SOUND + b"\0" * FILE_BYTES)


def test_too_many_parts_are_refused() -> None:
    assert "部件" in refusal(zipped(PARTS | {f"part{n}.xml": "<a/>" for n in range(ENTRIES)}))


def test_a_bomb_is_refused_by_its_size_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
        for part in range(11):
            with archive.open(f"xl/extra{part}.xml", "w") as file:
                file.write(b" " * 10 * 2**20)
    assert "解压后超过 100 MB" in refusal(path.read_bytes())


def test_a_sheet_may_be_as_large_as_a_year_of_visits_needs() -> None:
    """100,000 activities are a part of more than 50 MB, which any other part may not be."""
    rows = "".join(f"<!--{number:09}-->" for number in range(3_300_000))
    assert len(rows) > PART_BYTES
    assert not Archive("表.xlsx", zipped(book_parts(raw_sheet(rows)))).ods
    with pytest.raises(Problem, match="一个部件解压后超过 50 MB"):
        Archive("表.xlsx", zipped(PARTS | {"xl/styles.xml": rows}))


def test_a_bomb_is_refused_by_its_ratio() -> None:
    assert "压缩比" in refusal(zipped(PARTS | {"xl/extra.xml": b" " * 20 * 2**20}))


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(b" " * 2**24) + packed.flush()
    data = bytearray(zipped(PARTS | {"xl/worksheets/lie.xml": b" "}))
    data = forged(bytes(data), b"xl/worksheets/lie.xml", body)
    assert "已损坏" in refusal(data)


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"])
def test_document_types_and_entities_are_refused(xml: str, encoding: str, part: str) -> None:
    assert "实体" in refusal(zipped(PARTS | {part: xml.encode(encoding)}))


def test_content_in_the_last_cell_of_all_is_refused_before_memory_is_taken() -> None:
    rows = f'{ROW}<row r="1048576">{cell("XFD1048576", "远")}</row>'
    assert "1048576 行、XFD 列" in refusal(raw_book(rows))


def test_merged_cells_without_end_are_refused() -> None:
    rows = "".join(f'<row r="{n}">{cell(f"A{n}", "甲")}</row>' for n in range(1, 1001))
    merged = '<mergeCell ref="A1:CV1000"/>' * 30
    assert "合并单元格太多" in refusal(raw_book(rows, after=f"<mergeCells>{merged}</mergeCells>"))


@pytest.mark.parametrize("piece", ["<c ", '<c r="DA1" t="e', '<c r="DA1" ', '<row hidden="1" ', "<c><f>"])
def test_xml_made_to_be_slow_to_search_is_read_or_refused_at_once(piece: str) -> None:
    started = time.perf_counter()
    _read_or_refuse(raw_book(ROW + '<row hidden="1" t="e"><f></f>' + piece * 100_000), "xlsx")
    assert time.perf_counter() - started < 5


def test_a_container_that_runs_in_circles_is_left_at_once() -> None:
    """Its further table points to itself, four thousand million times."""
    data = bytearray((FILES / "mixed.xls").read_bytes())
    struct.pack_into("<II", data, 68, 0, 0xFFFFFFF0)
    data[512 : 512 + 512] = struct.pack("<128I", *[0] * 128)
    assert "已损坏" in refusal(bytes(data), "表.xls")


def test_a_sheet_whose_name_is_anothers_but_for_blanks_keeps_its_own_marks() -> None:
    hidden = raw_sheet(f'<row r="1" hidden="1">{cell("A1", "甲")}</row>')
    told = Told("表.xlsx", zipped(book_parts(raw_sheet(ROW), more=("表 ", hidden, ""))))
    first, second = Sheet("表", []), Sheet("表", [])
    told.mark(first, 0)
    told.mark(second, 1)
    assert (first.hidden_rows, second.hidden_rows) == (frozenset(), {1})


def test_binary_rubbish_is_no_csv() -> None:
    assert "不是文本文件" in refusal(bytes(range(256)) * 10, "表.csv")


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_random_damage_is_read_or_refused_but_never_crashes(kind: str) -> None:
    sound = (FILES / f"mixed.{kind}").read_bytes()
    chance = random.Random(7)
    for _ in range(100):
        data = bytearray(sound)
        for _ in range(chance.randrange(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        _read_or_refuse(bytes(data), kind)


def _read_or_refuse(data: bytes, kind: str) -> None:
    try:
        read(data, f"表.{kind}")
    except Problem:
        return
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what the child process turns into a Problem
            raise
