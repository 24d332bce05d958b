"""The zip around an .xlsx or .ods: looked through from its directory before anything is unpacked."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from models.exchange.limits import ENTRIES, PART_BYTES, RATIO, RATIO_FROM_BYTES, UNPACKED_BYTES
from models.exchange.sheet import LINKED
from models.rules.problem import Problem

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_DAMAGED = "“{}”已损坏，或没有拷贝完。请重新拷贝一份，或在 Excel、WPS 中打开修复后再导入。"
_UNREADABLE = (BadZipFile, KeyError, EOFError, zlib.error, RuntimeError, OSError, ValueError, struct.error)
_STRANGE = "“{}”里有普通工作簿不会有的内容（{}），为安全起见不能导入。"
_MACROS = "“{}”是带宏的工作簿，为安全起见不能导入。请另存为不带宏的 .xlsx 再导入。"
_MACRO_PLACES = ("Basic/", "Scripts/", "xl/macrosheets/", "xl/activeX/")
"""LibreOffice's modules, Excel's oldest kind of macro, and controls with a program behind them."""

_SHEETS = ("xl/worksheets/", "content.xml")
"""These alone may fill a workbook: a year of 100,000 visits is one part of more than 50 MB."""

_LINK_PLACES = ("xl/externalLinks/", "xl/connections.xml", "xl/queryTables/")


class Archive:
    """An .xlsx or .ods that keeps to the limits; `ods` says which. Raises Problem for everything else."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        try:
            self._data = data
            self._zip = ZipFile(BytesIO(data))
        except _UNREADABLE as error:
            raise Problem(_DAMAGED.format(name)) from error
        self.names = self._zip.namelist()
        self._refuse_bombs(self._zip.infolist())
        self._refuse_tricks(self._zip.infolist())
        self._refuse_locks_and_macros(self._zip.infolist())
        self.ods = self._is_ods()

    def read(self, part: str) -> bytes:
        """The bytes of one part, without document types or entities. Raises Problem if it is damaged."""
        try:
            data = _unpacked(self._data, self._zip.getinfo(part))
        except _UNREADABLE as error:
            raise Problem(_DAMAGED.format(self.name)) from error
        if _defines_entities(data):
            raise Problem(_STRANGE.format(self.name, "XML 实体定义"))
        return data

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Every XML part with its bytes; by the time all were seen, the whole file is known to be sound."""
        for part in self.names:
            if part.lower().endswith((".xml", ".rels")):
                yield part, self.read(part)

    @property
    def pictures(self) -> int:
        return sum(part.startswith(("xl/media/", "Pictures/")) for part in self.names)

    def _refuse_bombs(self, entries: list[ZipInfo]) -> None:
        if len(entries) > ENTRIES:
            raise Problem(_STRANGE.format(self.name, f"{len(entries)} 个部件"))
        if sum(entry.file_size for entry in entries) > UNPACKED_BYTES:
            raise Problem(_STRANGE.format(self.name, f"解压后超过 {UNPACKED_BYTES >> 20} MB"))
        for entry in entries:
            if entry.file_size > PART_BYTES and not entry.filename.startswith(_SHEETS):
                raise Problem(_STRANGE.format(self.name, f"一个部件解压后超过 {PART_BYTES >> 20} MB"))
            if entry.file_size > max(RATIO_FROM_BYTES, entry.compress_size * RATIO):
                raise Problem(_STRANGE.format(self.name, "异常的压缩比"))

    def _refuse_tricks(self, entries: list[ZipInfo]) -> None:
        """Refuse what two programs read differently: parts of one name, parts inside each other."""
        if len({part.lower() for part in self.names}) < len(self.names):
            raise Problem(_STRANGE.format(self.name, "重名的部件"))
        end = 0
        for entry in sorted(entries, key=lambda each: each.header_offset):
            if entry.header_offset < end:
                raise Problem(_STRANGE.format(self.name, "互相重叠的部件"))
            end = entry.header_offset + entry.compress_size

    def _refuse_locks_and_macros(self, entries: list[ZipInfo]) -> None:
        if any(entry.flag_bits & 1 for entry in entries):
            raise Problem(f"“{self.name}”设有密码。请先取消密码再导入。")
        if any(map(_is_macro, self.names)) or self._says_macros():
            raise Problem(_MACROS.format(self.name))
        if any(part.startswith(_LINK_PLACES) for part in self.names):
            raise Problem(LINKED)

    def _says_macros(self) -> bool:
        """An .xlsm stays one under another name."""
        types = "[Content_Types].xml"
        return types in self.names and b"macroEnabled" in self.read(types)

    def _is_ods(self) -> bool:
        if "xl/workbook.xml" in self.names and "xl/workbook.bin" not in self.names:
            return False
        if "mimetype" in self.names and self.read("mimetype").strip() == _ODS:
            self._refuse_locked_ods()
            return True
        raise Problem(f"“{self.name}”{_what_else(self.names)}，不是能导入的工作簿。请另存为 .xlsx 再导入。")

    def _refuse_locked_ods(self) -> None:
        manifest = "META-INF/manifest.xml"
        if manifest in self.names and b"encryption-data" in self.read(manifest):
            raise Problem(f"“{self.name}”设有打开密码。请先取消密码再导入。")


def _unpacked(data: bytes, entry: ZipInfo) -> bytes:
    """One entry's content, never more than its header promised. Raises ValueError if the header lied."""
    name, extra = struct.unpack_from("<HH", data, entry.header_offset + 26)
    start = entry.header_offset + 30 + name + extra
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == ZIP_DEFLATED:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        content = inflater.decompress(packed, entry.file_size + 1)
        ended = inflater.eof
    else:
        content, ended = packed, entry.compress_type == ZIP_STORED
    if not ended or len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise ValueError("not what the directory says")
    return content


def _defines_entities(xml: bytes) -> bool:
    """Whether there is a document type; in UTF-16 or UTF-32 nobody could see it."""
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in xml[:4]:
        return True
    return b"<!DOCTYPE" in xml or b"<!ENTITY" in xml


def _is_macro(part: str) -> bool:
    return part.lower().endswith("vbaproject.bin") or (
        part.startswith(_MACRO_PLACES) and not part.endswith("/")
    )


def _what_else(names: list[str]) -> str:
    for start, kind in (("word/", "其实是 Word 文档"), ("ppt/", "其实是演示文稿"), ("xl/", "是二进制工作簿")):
        if any(name.startswith(start) for name in names):
            return kind
    return "其实是压缩包或其他文档"
