"""CSV as Excel, WPS and other programs save it: UTF-8, GB18030 or UTF-16; comma, semicolon or tab."""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import StringIO

from models.rules.problem import Problem

_DELIMITERS = ",\t;"


def csv_rows(name: str, data: bytes) -> Iterator[list[str]]:
    """The rows of a CSV file, blank lines included. Raises Problem if it is no text."""
    text = _decoded(name, data)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # the limit is the whole process's
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    except csv.Error as error:
        raise Problem(f"“{name}”不是能读懂的 CSV 文件，请另存为 .xlsx 再导入。") from error


def _decoded(name: str, data: bytes) -> str:
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Problem(f"“{name}”不是文本文件，或用了少见的编码。请在 Excel 或 WPS 中另存为 .xlsx 再导入。")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith(BOM_UTF8):
        return ("utf-8-sig",)
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ("utf-16",)
    return ("utf-8", "gb18030")


def _delimiter(text: str) -> str:
    """Of the first line that has any, the delimiter it has most of."""
    for line in StringIO(text):
        counts = {line.count(mark): mark for mark in reversed(_DELIMITERS)}
        if max(counts):
            return counts[max(counts)]
    return ","
