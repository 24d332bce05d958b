"""X6 to X16 of the fault catalogue: damage inside, and cells that are not what they seem."""

from collections.abc import Sequence

from tests.exchange.books import MAIN, book_parts, cell, raw_sheet, sheet_xml, zipped
from tests.exchange.hostile_files import (
    LEADERS,
    PARTS,
    POINTS,
    SHEET,
    SOUND,
    ods,
    ods_content,
    table,
    with_part,
    xls_linked,
)

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
    "标记不配对.xlsx": lambda: with_part("xl/worksheets/sheet1.xml", SHEET[: len(SHEET) // 2]),
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
    "外部链接.xlsx": lambda: with_part("xl/externalLinks/externalLink1.xml", "<a/>"),
    "数据连接.xlsx": lambda: with_part("xl/connections.xml", "<a/>"),
    "外部链接.xls": xls_linked,
    "外部链接.ods": lambda: ods(ods_content(LINK)),
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
