"""X1 to X5 of the fault catalogue: what is wrong with the file itself, before any cell of it is read."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from models.exchange.limits import ENTRIES, FILE_BYTES
from models.exchange.ole import ole_stream
from tests.exchange.books import book_parts, cell, raw_sheet, sheet_xml, zipped

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


# --- X1: XML that defines what it then repeats, or reads other files


def with_part(part: str, content: str | bytes) -> bytes:
    return zipped(PARTS | {part: content})


def _laughs() -> str:
    steps = "".join(f'<!ENTITY l{n} "' + f"&l{n - 1};" * 10 + '">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "哈">{steps}]><sst><si><t>&l9;</t></si></sst>'


def _quadratic() -> str:
    return '<!DOCTYPE a [<!ENTITY b "' + "哈" * 50_000 + '">]><a>' + "&b;" * 10_000 + "</a>"


EXTERNAL = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
X1 = {
    "十亿大笑.xlsx": lambda: with_part("xl/sharedStrings.xml", _laughs()),
    "二次膨胀.xlsx": lambda: with_part("xl/sharedStrings.xml", _quadratic()),
    "外部实体.xlsx": lambda: with_part("xl/worksheets/sheet1.xml", EXTERNAL),
    "外部定义.xlsx": lambda: with_part(
        "_rels/.rels", '<!DOCTYPE a SYSTEM "http://sample.invalid/a.dtd"><a/>'
    ),
    "另一种编码的实体.xlsx": lambda: with_part("xl/workbook.xml", EXTERNAL.encode("utf-16")),
    "实体.ods": lambda: ods(EXTERNAL),
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
    return ods(ods_content(body))


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


def xls_linked() -> bytes:
    place = next(n for n, (_, length) in enumerate(_xls_records()) if n > 3 and length >= 12)
    return xls_record(BOOK_LINK, place, b"\x01\x00\x08\x00\x00\x01a.xls")


def _macro_types() -> bytes:
    types = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    return with_part("[Content_Types].xml", types)


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
    "带宏.xlsx": lambda: with_part("xl/vbaProject.bin", b"\0"),
    "改名的带宏.xlsx": _macro_types,
    "四点零宏.xlsx": lambda: with_part("xl/macrosheets/sheet1.xml", "<a/>"),
    "控件.xlsx": lambda: with_part("xl/activeX/activeX1.xml", "<a/>"),
    "带宏.xls": lambda: ole_with("Workbook\0") + "_VBA_PROJECT_CUR".encode("utf-16-le"),
    "四点零宏.xls": _oldest_macros,
    "带宏.ods": lambda: ods(ods_content(""), {"Basic/Standard/Module1.xml": "<a/>"}),
    "空.xlsx": lambda: b"",
    "空.csv": lambda: b" \r\n",
    "一半.xlsx": lambda: SOUND[: len(SOUND) // 2],
    "一半.xls": lambda: (FILES / "mixed.xls").read_bytes()[:3000],
    "一半.ods": lambda: (FILES / "mixed.ods").read_bytes()[:5000],
    "乱码.csv": lambda: bytes(range(256)) * 10,
    "乱码.xlsx": lambda: bytes(range(255, -1, -1)) * 10,
}


# --- .ods by hand


def ods_content(rows: str) -> str:
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


def ods(content: str, more: dict[str, str] | None = None) -> bytes:
    manifest = "<manifest:manifest/>"
    return zipped(
        {"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest, **(more or {})}
    )
