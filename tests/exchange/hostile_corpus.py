"""Every file of the fault catalogue's import list, X1 to X16, made by hand.

What each must say is in hostile_messages.txt; people in the files are made up. To have the files themselves:
`python -m tests.exchange.hostile_corpus DIR`.
"""

import struct
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from models.exchange.limits import ENTRIES, FILE_BYTES
from models.exchange.ole import ole_stream
from tests.exchange.books import MAIN, book_parts, cell, raw_sheet, sheet_xml, zipped

FILES = Path(__file__).parent / "files"
LEADERS = [["姓名", "班子成员", "联络员电话"], ["张样一", "是", "13900001234"], ["李样二", "是", None]]
SHEET = sheet_xml(LEADERS)
PARTS = book_parts(SHEET, name="领导")
SOUND = zipped(PARTS)
CSV = "姓名,班子成员\r\n张样一,是\r\n"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000
POINTS = ["领导", "类别", "名称", "县(市、区)", "所属乡镇", "所属村", "起始日期"]
BOOK_LINK, SHEET_START = 0x01AE, 0x0085


class Specimen(NamedTuple):
    """One file: its number in the catalogue, its name, and how its bytes are made."""

    number: str
    name: str
    make: Callable[[], bytes]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


def specimens() -> Iterator[Specimen]:
    """All of them, by number."""
    for number, files in enumerate(_ALL, start=1):
        yield from (Specimen(f"X{number}", name, make) for name, make in files.items())


# --- X1: XML that defines what it then repeats, or reads other files


def _with_part(part: str, content: str | bytes) -> bytes:
    return zipped(PARTS | {part: content})


def _laughs() -> str:
    steps = "".join(f'<!ENTITY l{n} "' + f"&l{n - 1};" * 10 + '">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "哈">{steps}]><sst><si><t>&l9;</t></si></sst>'


def _quadratic() -> str:
    return '<!DOCTYPE a [<!ENTITY b "' + "哈" * 50_000 + '">]><a>' + "&b;" * 10_000 + "</a>"


EXTERNAL = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
X1 = {
    "十亿大笑.xlsx": lambda: _with_part("xl/sharedStrings.xml", _laughs()),
    "二次膨胀.xlsx": lambda: _with_part("xl/sharedStrings.xml", _quadratic()),
    "外部实体.xlsx": lambda: _with_part("xl/worksheets/sheet1.xml", EXTERNAL),
    "外部定义.xlsx": lambda: _with_part(
        "_rels/.rels", '<!DOCTYPE a SYSTEM "http://sample.invalid/a.dtd"><a/>'
    ),
    "另一种编码的实体.xlsx": lambda: _with_part("xl/workbook.xml", EXTERNAL.encode("utf-16")),
    "实体.ods": lambda: _ods(EXTERNAL),
}


# --- X2: small outside, endless inside


def _blanks(sizes: list[int]) -> bytes:
    data = BytesIO(SOUND)
    with ZipFile(data, "a", ZIP_DEFLATED) as archive:
        for number, size in enumerate(sizes):
            archive.writestr(f"xl/extra{number}.xml", b" " * size)
    return data.getvalue()


def _many_parts(count: int) -> bytes:
    data = BytesIO(SOUND)
    with ZipFile(data, "a", ZIP_STORED) as archive:
        for number in range(count):
            archive.writestr(f"p{number}", b"")
    return data.getvalue()


def _lying() -> bytes:
    """A part of 16 MB whose headers claim one byte."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(b" " * 2**24) + packer.flush()
    return forged(zipped(PARTS | {"xl/worksheets/lie.xml": b" "}), b"xl/worksheets/lie.xml", body)


def forged(data: bytes, name: bytes, body: bytes) -> bytes:
    """Put `body` in place of the entry's content, while its headers go on claiming the old size."""
    start = data.index(name) - 30
    packed = struct.unpack_from("<I", data, start + 18)[0]
    content = start + 30 + len(name)
    shift = len(body) - packed
    directory = data.rindex(b"PK\x01\x02" + data[data.rindex(name) - 42 : data.rindex(name)]) + shift
    made = bytearray(data[:content] + body + data[content + packed :])
    struct.pack_into("<I", made, start + 18, len(body))
    struct.pack_into("<I", made, directory + 20, len(body))
    end = made.rindex(b"PK\x05\x06")
    struct.pack_into("<I", made, end + 16, struct.unpack_from("<I", made, end + 16)[0] + shift)
    return bytes(made)


def _overlapping() -> bytes:
    """Two parts of the directory that share the bytes of one."""
    data = bytearray(zipped(PARTS | {"xl/a.xml": "<a/>", "xl/b.xml": "<a/>"}))
    first, second = (data.rindex(name) - 46 for name in (b"xl/a.xml", b"xl/b.xml"))
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def _twice() -> bytes:
    return zipped(PARTS | {"XL/WORKBOOK.XML": PARTS["xl/workbook.xml"]})


def _repeated(rows: int, columns: int) -> bytes:
    repeat = f'table:number-columns-repeated="{columns}" office:value-type="string"'
    row = f"<table:table-cell {repeat}><text:p>甲</text:p></table:table-cell>"
    body = f'<table:table-row table:number-rows-repeated="{rows}">{row}</table:table-row>'
    return _ods(_ods_content(body))


X2 = {
    "压缩比.xlsx": lambda: _blanks([20 * 2**20]),
    "总量.xlsx": lambda: _blanks([10 * 2**20] * 11),
    "一个部件.xlsx": lambda: _blanks([51 * 2**20]),
    "两千个部件.xlsx": lambda: _many_parts(ENTRIES),
    "十万个部件.xlsx": lambda: _many_parts(100_000),
    "谎报大小.xlsx": _lying,
    "重叠的部件.xlsx": _overlapping,
    "重名的部件.xlsx": _twice,
    "压缩包里的压缩包.xlsx": lambda: zipped({"表.xlsx": SOUND}),
    "超过二十兆.xlsx": lambda: SOUND + b"\0" * FILE_BYTES,
    "超过二十兆.csv": lambda: CSV.encode() + b"\n" * FILE_BYTES,
    "重复一百万行.ods": lambda: _repeated(1_000_000, 30),
    "重复到最后一列.ods": lambda: _repeated(1_000_000, 16_384),
}


# --- X3: content far away


def _far(place: str, row: int) -> bytes:
    far = f'<row r="{row}">{cell(place, "远")}</row>'
    return zipped(book_parts(sheet_xml(LEADERS, after_rows=far), name="领导"))


X3 = {
    "最后一格.xlsx": lambda: _far("XFD1048576", 1_048_576),
    "最后一行.xlsx": lambda: _far("B1048576", 1_048_576),
    "声称很大.xlsx": lambda: zipped(
        book_parts(sheet_xml(LEADERS, before='<dimension ref="A1:XFD1048576"/>'), name="领导")
    ),
    "三百列.xlsx": lambda: table("领导", [[*LEADERS[0], *["列"] * 300], *LEADERS[1:]]),
    "空行二十兆.csv": lambda: CSV.encode() + b"\n" * (FILE_BYTES - 100),
}


# --- X4: as WPS and other programs write


def table(name: str, rows: list[list[object]]) -> bytes:
    """A workbook with these rows in a sheet of that name."""
    return zipped(book_parts(sheet_xml(rows), name=name))


def _with_pictures() -> bytes:
    formula = '<c r="C2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'
    rows = f'<row r="1">{cell("A1", "姓名")}</row><row r="2">{cell("A2", "张样一")}{formula}</row>'
    parts = book_parts(raw_sheet(rows), name="领导")
    return zipped(parts | {"xl/media/image1.png": b"\x89PNG", "xl/cellimages.xml": "<a/>"})


X4 = {
    "尺寸只写A1.xlsx": lambda: zipped(
        book_parts(sheet_xml(LEADERS, before='<dimension ref="A1"/>'), name="领导")
    ),
    "没有尺寸和样式.xlsx": lambda: SOUND,
    "嵌入单元格的图片.xlsx": _with_pictures,
    "表格.et": (FILES / "mixed.xls").read_bytes,
}


# --- X5: something else under a workbook's name


def ole_with(entry: str) -> bytes:
    """The beginning of an OLE file that has an entry of that name."""
    return OLE + entry.encode("utf-16-le") + b"\0" * 100


def xls_record(kind: int, place: int, body: bytes) -> bytes:
    """mixed.xls with its record number `place` after the first made one of this kind, beginning so."""
    data = (FILES / "mixed.xls").read_bytes()
    stream = ole_stream(data, "Workbook")
    at = 0
    for _ in range(place):
        at += 4 + struct.unpack_from("<H", stream, at + 2)[0]
    length = struct.unpack_from("<H", stream, at + 2)[0]
    start = data.index(stream[:100]) + at
    new = struct.pack("<HH", kind, length) + body[:length]
    return data[:start] + new + data[start + len(new) :]


def _xls_records() -> list[tuple[int, int]]:
    """The kinds and lengths of mixed.xls's first records."""
    stream, at, found = ole_stream((FILES / "mixed.xls").read_bytes(), "Workbook"), 0, []
    while not found or found[-1][0] != 0x000A:
        found.append(struct.unpack_from("<HH", stream, at))
        at += 4 + found[-1][1]
    return found


def _oldest_macros() -> bytes:
    place = next(n for n, (kind, _) in enumerate(_xls_records()) if kind == SHEET_START)
    data = (FILES / "mixed.xls").read_bytes()
    stream, at = ole_stream(data, "Workbook"), 0
    for _ in range(place):
        at += 4 + struct.unpack_from("<H", stream, at + 2)[0]
    start = data.index(stream[:100]) + at + 4 + 5
    return data[:start] + b"\x01" + data[start + 1 :]


def _xls_linked() -> bytes:
    place = next(n for n, (_, length) in enumerate(_xls_records()) if n > 3 and length >= 12)
    return xls_record(BOOK_LINK, place, b"\x01\x00\x08\x00\x00\x01a.xls")


def _macro_types() -> bytes:
    types = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    return _with_part("[Content_Types].xml", types)


HTML = "<html><head><meta charset='utf-8'></head><body><table><tr><td>姓名</td></tr></table></body></html>"
X5 = {
    "旧格式.xlsx": (FILES / "mixed.xls").read_bytes,
    "新格式.xls": lambda: SOUND,
    "国标文本.xlsx": lambda: CSV.encode("gb18030"),
    "文本.xlsx": CSV.encode,
    "带标记的文本.xls": lambda: CSV.encode("utf-8-sig"),
    "网页.xls": HTML.encode,
    "网页.xlsx": f"\ufeff <!-- 导出 --> {HTML}".encode,
    "另一种编码的网页.xls": lambda: HTML.encode("utf-16"),
    "网页.csv": HTML.encode,
    "单文件网页.xls": lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n",
    "二〇〇三.xls": lambda: b'<?xml version="1.0"?><Workbook/>',
    "文档.xlsx": lambda: zipped({"word/document.xml": "<a/>"}),
    "旧文档.xls": lambda: ole_with("WordDocument"),
    "演示.xlsx": lambda: zipped({"ppt/presentation.xml": "<a/>"}),
    "扫描件.xlsx": lambda: b"%PDF-1.7 ...",
    "照片.xlsx": lambda: b"\xff\xd8\xff\xe0 JFIF",
    "压缩包.xlsx": lambda: zipped({"说明.txt": "甲"}),
    "压缩包.xls": lambda: b"Rar!\x1a\x07\x01\x00",
    "二进制.xlsx": lambda: zipped({"xl/workbook.bin": b"\0"}),
    "两种工作簿.xlsx": lambda: zipped(PARTS | {"xl/workbook.bin": b"\0"}),
    "有密码.xlsx": lambda: ole_with("EncryptedPackage"),
    "有密码.xls": lambda: xls_record(0x002F, 1, b""),
    "有密码.ods": (FILES / "locked.ods").read_bytes,
    "单位加密.xlsx": lambda: b"%TSD-Header-###%" + b"\x01\xff" * 500,
    "带宏.xlsm": lambda: SOUND,
    "带宏.xlsx": lambda: _with_part("xl/vbaProject.bin", b"\0"),
    "改名的带宏.xlsx": _macro_types,
    "四点零宏.xlsx": lambda: _with_part("xl/macrosheets/sheet1.xml", "<a/>"),
    "控件.xlsx": lambda: _with_part("xl/activeX/activeX1.xml", "<a/>"),
    "带宏.xls": lambda: ole_with("Workbook\0") + "_VBA_PROJECT_CUR".encode("utf-16-le"),
    "四点零宏.xls": _oldest_macros,
    "带宏.ods": lambda: _ods(_ods_content(""), {"Basic/Standard/Module1.xml": "<a/>"}),
    "空.xlsx": lambda: b"",
    "空.csv": lambda: b" \r\n",
    "一半.xlsx": lambda: SOUND[: len(SOUND) // 2],
    "一半.xls": lambda: (FILES / "mixed.xls").read_bytes()[:3000],
    "一半.ods": lambda: (FILES / "mixed.ods").read_bytes()[:5000],
    "乱码.csv": lambda: bytes(range(256)) * 10,
    "乱码.xlsx": lambda: bytes(range(255, -1, -1)) * 10,
}


# --- X6: damage, beside the random one of test_refused_files


def _damaged_sheet() -> bytes:
    data = bytearray(SOUND)
    place = data.index(b"xl/worksheets/sheet1.xml") + 60
    data[place] ^= 0xFF
    return bytes(data)


X6 = {
    "坏了一个字节.xlsx": _damaged_sheet,
    "缺一个部件.xlsx": lambda: zipped({k: v for k, v in PARTS.items() if "sheet1" not in k}),
    "没有关系表.xlsx": lambda: zipped({k: v for k, v in PARTS.items() if "workbook.xml.rels" not in k}),
    "标记不配对.xlsx": lambda: _with_part("xl/worksheets/sheet1.xml", SHEET[: len(SHEET) // 2]),
}


# --- X7: merged cells


HOUSEHOLDS: list[list[object]] = [
    POINTS,
    ["张样一", "乡镇", "东样乡", "样县", None, None, "2026-1-1"],
    [None, "村", "东样村", None, "东样乡", None, "2026-1-1"],
    [None, "户", "赵样甲", None, "东样乡", "东样村", "2026-1-1"],
]


def _merged(ref: str, times: int = 1, rows: Sequence[Sequence[object]] = HOUSEHOLDS) -> bytes:
    merge = f'<mergeCell ref="{ref}"/>' * times
    merges = f"<mergeCells>{merge}</mergeCells>"
    return zipped(book_parts(sheet_xml(rows, after=merges), name="联系点", more=("领导", SHEET, "")))


X7 = {
    "合并的领导.xlsx": lambda: _merged("A2:A4"),
    "合并没有尽头.xlsx": lambda: _merged("A1:CV1000", 30, [["甲"]] * 1000),
}


# --- X8 to X10: dates, numbers, characters


def _dates(texts: list[object], style: str = "") -> bytes:
    rows = [["姓名", "任职起"], *([f"张样{n}", text] for n, text in enumerate(texts, start=1))]
    styles = (
        f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    return zipped(book_parts(sheet_xml(rows, style), name="领导", styles=styles))


GOOD_DAYS = ["2026.3.5", "2026-3-5", "２０２６年３月５日", "2026/03/05", "2026-03-05 9:30", "20260305"]
BAD_DAYS = [
    *("农历正月初五", "3/5", "3月5日", "26.3.5", "2026年3月", "1900-02-29", "2026-2-30", "2026-3-5 25:61"),
    *("3/5/2026", "二〇二六年三月五日", "2026-3-5至3-7", "46086"),
]
DAMAGED: list[list[object]] = [
    ["姓名", "联络员电话", "职务"],
    ["张样一", 4.52123198001011e17, None],
    ["李样二", 452123198001011234.0, None],
    ["王样三", "4.52123198001011E+17", None],
    ["赵样四", None, 452123198001011234.0],
    ["钱样五", None, "4.52123198001011E+17"],
    ["孙样六", 13900001234, 2024],
]
NAMES: list[list[object]] = [
    ["姓名", "联络员电话"],
    ["张\u3000样", "１３９００００１２３４"],
    ["李\u00a0样\u200b二", "０７９７－８３９１０００"],
    ["\U00020bb7样", None],
    ["\u3442样\ue000", None],
    ["\uf9d1样", None],
    ["e\u0301样", None],
    ["张样", None],
    ["六样", None],
]
X8 = {
    "写得对的日期.xlsx": lambda: _dates([*GOOD_DAYS, 46086]),
    "日期格.xlsx": lambda: _dates([46086, 46086.4], ' s="1"'),
    "看不懂的日期.xlsx": lambda: _dates(list(BAD_DAYS)),
    "不存在的日期格.xlsx": lambda: _dates([60, 0, -1, 1e9], ' s="1"'),
}
X9 = {
    "损坏的号码.xlsx": lambda: table("领导", DAMAGED),
    "损坏的号码.csv": lambda: "姓名,联络员电话\r\n张样一,1.39E+10\r\n".encode("gb18030"),
}
X10 = {"各样的字.xlsx": lambda: table("领导", NAMES)}


# --- X11 and X12: what lies beside the data, and what contradicts


def _hidden() -> bytes:
    rows = [
        *([[f"样市领导名单（{2026}年）"], ["填报单位：样办"]]),
        *LEADERS,
        ["王样三", "是", None, None],
        [None, None, None, "只有旁注"],
        ["小计", 3],
        ["备注：以上为现任", None],
    ]
    xml = sheet_xml(rows, before='<cols><col min="3" max="3" hidden="1"/></cols>')
    xml = xml.replace('<row r="4">', '<row r="4" hidden="1">')
    xml = xml.replace("</sheetData>", '</sheetData><autoFilter ref="A3:C6"/>')
    return zipped(book_parts(xml, name="领导", more=("联系点", sheet_xml([POINTS]), 'state="hidden"')))


CONTRADICTING: list[list[object]] = [
    POINTS,
    ["张样一", "乡镇", "东样乡", "样县", None, None, "2026-1-1"],
    ["张样一", "村", "东样村", "样县", "东样乡", None, "2026-1-1"],
    *[["张样一", "户", f"赵样{n}", "样县", "东样乡", "东样村", "2026-1-1"] for n in range(1, 12)],
    ["张样一", "户", "赵样1", "样县", "东样乡", "东样村", "2026-1-1"],
    ["张样一", "户", "钱样乙", "样县", "东样乡", "没有村", "2026-1-1"],
    ["没有人", "户", "孙样丙", "样县", "东样乡", "东样村", "2026-1-1"],
]
X11 = {"隐藏和说明.xlsx": _hidden}
X12 = {
    "矛盾的联系点.xlsx": lambda: zipped(
        book_parts(SHEET, name="领导", more=("联系点", sheet_xml(CONTRADICTING), ""))
    ),
    "重复的领导.xlsx": lambda: table("领导", [*LEADERS, ["张 样一", "否", None]]),
}


# --- X13: formulas and links


def _formulas() -> bytes:
    rows = "".join(
        (
            f'<row r="1">{cell("A1", "姓名")}{cell("B1", "职务")}</row>',
            f'<row r="2">{cell("A2", "张样一")}<c r="B2" t="str"><f>A1</f><v>市长</v></c></row>',
            f'<row r="3">{cell("A3", "李样二")}<c r="B3"><f>A1</f></c></row>',
            f'<row r="4">{cell("A4", "王样三")}<c r="B4" t="e"><f>A0</f><v>#REF!</v></c></row>',
            '<row r="5"><c r="A5" t="e"><f>A0</f><v>#REF!</v></c></row>',
            '<row r="7"><c r="A7"><f>A0</f></c></row>',
        )
    )
    return zipped(book_parts(raw_sheet(rows), name="领导"))


LINK = '<table:table-source xlink:href="file:///a.ods"/>'
X13 = {
    "公式.xlsx": _formulas,
    "外部链接.xlsx": lambda: _with_part("xl/externalLinks/externalLink1.xml", "<a/>"),
    "数据连接.xlsx": lambda: _with_part("xl/connections.xml", "<a/>"),
    "外部链接.xls": _xls_linked,
    "外部链接.ods": lambda: _ods(_ods_content(LINK)),
}


# --- X14 to X16: what a sound file must withstand


def _several() -> bytes:
    filled = [HOUSEHOLDS[0], *[["张样一", *row[1:3], "样县", *row[4:]] for row in HOUSEHOLDS[1:]]]
    return zipped(book_parts(SHEET, name="领导", more=("联系点", sheet_xml(filled), "")))


X14 = {"几行.xlsx": _several}
X15 = {"两遍.xlsx": _several}
X16 = {
    "控制字符.xlsx": lambda: table(
        "领导", [["姓名", "职务"], ["张样_x0007_一\u200b", "=1+1_x0000_市长\ufeff"]]
    ),
    "控制字符.csv": "姓名,职务\r\n张样\x07一,@市\x01长\r\n".encode,
}


# --- .ods by hand


def _ods_content(rows: str) -> str:
    names = "".join(
        f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    table_xml = f'<table:table table:name="领导">{rows}</table:table>'
    link = ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names}{link}><office:body>'
        f"<office:spreadsheet>{table_xml}</office:spreadsheet></office:body></office:document-content>"
    )


def _ods(content: str, more: dict[str, str] | None = None) -> bytes:
    manifest = "<manifest:manifest/>"
    return zipped(
        {"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest, **(more or {})}
    )


_ALL = (X1, X2, X3, X4, X5, X6, X7, X8, X9, X10, X11, X12, X13, X14, X15, X16)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for each in specimens():
        (folder / each.number).mkdir(parents=True, exist_ok=True)
        (folder / each.number / each.name).write_bytes(each.make())
