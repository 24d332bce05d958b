"""What a file really is, by its first bytes and its name; all but plain workbooks are refused by name."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from enum import Enum, auto

from models.exchange.limits import FILE_BYTES
from models.rules.problem import Problem

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_NAMES = (".csv", ".txt", ".tsv")
_STRANGERS = (
    (b"%PDF", " PDF 文件"),
    (b"\xff\xd8\xff", " JPEG 图片"),
    (b"\x89PNG", " PNG 图片"),
    (b"GIF8", " GIF 图片"),
    (b"BM", " BMP 图片"),
    (b"Rar!", " RAR 压缩包"),
    (b"7z\xbc\xaf", " 7z 压缩包"),
    (b"\x1f\x8b", " GZIP 压缩包"),
    (b"{\\rtf", " RTF 文档"),
    (b"MZ", "程序文件"),
    (b"SQLite format 3", "数据库文件"),
    (b"\x09\x00\x04\x00", "过旧格式的工作簿"),
    (b"\x09\x02\x06\x00", "过旧格式的工作簿"),
    (b"\x09\x04\x06\x00", "过旧格式的工作簿"),
)
_LOCKED_STARTS = (b"%TSD-Header", b"E-SafeNet")
"""What the encryption software of offices puts at the beginning of files."""

_WEB = ("<html", "<!doctype html", "<table", "<meta", "<head", "mime-version:")
_LOOKED_INTO = 4096
_AGAIN = "请在 Excel 或 WPS 中打开后另存为 .xlsx 再导入。"


class FileKind(Enum):
    """How a file is read."""

    ZIPPED = auto()
    XLS = auto()
    TEXT = auto()


def file_kind(name: str, data: bytes) -> FileKind:
    """How to read these bytes of a file of that name. Raises Problem if they are no plain workbook."""
    if not data.strip():
        raise Problem(f"“{name}”是空文件，里面没有任何内容。")
    if len(data) > FILE_BYTES:
        raise Problem(f"“{name}”超过 {FILE_BYTES >> 20} MB，不能导入。请删去图片等内容，或分成几个文件。")
    if data.startswith(_ZIP):
        return _zipped(name)
    if data.startswith(_OLE):
        return _ole(name, data)
    _refuse_strangers(name, data)
    _refuse_markup(name, data)
    if name.lower().endswith(_TEXT_NAMES):
        return FileKind.TEXT
    if _is_text(data):
        raise Problem(f"“{name}”其实是文本文件（如 CSV），不是工作簿。请把扩展名改为 .csv 再导入。")
    raise Problem(f"“{name}”的内容不是工作簿，可能只改了扩展名，或文件已损坏。{_AGAIN}")


def _zipped(name: str) -> FileKind:
    if name.lower().endswith((".xlsm", ".xltm", ".xlam")):
        raise Problem(f"“{name}”是带宏的工作簿，为安全起见不能导入。{_AGAIN}")
    return FileKind.ZIPPED


def _ole(name: str, data: bytes) -> FileKind:
    def holds(entry: str) -> bool:
        return entry.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise Problem(f"“{name}”设有打开密码。请先在 Excel 或 WPS 中取消密码再导入。")
    if holds("WordDocument"):
        raise Problem(f"“{name}”是 Word 文档，不是工作簿。")
    if holds("PowerPoint Document"):
        raise Problem(f"“{name}”是演示文稿，不是工作簿。")
    if not (holds("Workbook\0") or holds("Book\0")):
        raise Problem(f"“{name}”不是完整的工作簿，可能没有拷贝完。")
    if holds("_VBA_PROJECT"):
        raise Problem(f"“{name}”是带宏的工作簿，为安全起见不能导入。{_AGAIN}")
    return FileKind.XLS


def _refuse_strangers(name: str, data: bytes) -> None:
    for start, kind in _STRANGERS:
        if data.startswith(start):
            raise Problem(f"“{name}”其实是{kind}，不是工作簿。")
    if any(start in data[:64] for start in _LOCKED_STARTS):
        raise Problem(f"“{name}”被单位的加密软件加密了。请先解密，再导入。")


def _refuse_markup(name: str, data: bytes) -> None:
    head = _beginning(data).lstrip().lower()
    if head.startswith(_WEB) or (head.startswith("<") and "<table" in head):
        raise Problem(f"“{name}”其实是网页，不是工作簿。{_AGAIN}")
    if head.startswith("<?xml"):
        raise Problem(f"“{name}”其实是 XML 文件，不是工作簿。{_AGAIN}")


def _beginning(data: bytes) -> str:
    coding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    return data[:_LOOKED_INTO].removeprefix(BOM_UTF8).decode(coding, "replace")


def _is_text(data: bytes) -> bool:
    """Whether every sign of the beginning can be read; a character may be cut at its end."""
    head = data[:_LOOKED_INTO]
    for coding in ("utf-16",) if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ("utf-8", "gb18030"):
        for cut in range(4):
            try:
                text = head[: len(head) - cut].decode(coding)
            except UnicodeDecodeError:
                continue
            return all(sign.isprintable() or sign in "\ufeff\r\n\t" or sign.isspace() for sign in text)
    return False
