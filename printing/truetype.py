"""One TrueType face on disk: which characters it has, how wide they are, and the part of it a print carries.

The outlines stay on disk until a print is closed, and then only the glyphs it used are read: a 15 MB Chinese
face costs about half a megabyte of memory and a millisecond to open.
"""

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from struct import pack, unpack
from typing import BinaryIO

RESTRICTED, NO_SUBSETTING, BITMAPS_ONLY = 0x0002, 0x0100, 0x0200  # OpenType, OS/2.fsType
COPIED = ("cvt ", "fpgm", "prep")
WORDS, MORE, SCALE, TWO_SCALES, MATRIX = 0x0001, 0x0020, 0x0008, 0x0040, 0x0080  # composite glyph flags


class FontError(ValueError):
    """The file is no TrueType face that may be embedded."""


class Face:
    """A face with TrueType outlines. Widths in thousandths of the size. Raises FontError or OSError."""

    def __init__(self, path: Path, index: int = 0) -> None:
        self.path = path
        with path.open("rb") as file:
            self._places = _directory(file, index)
            head, hhea = self._read(file, "head"), self._read(file, "hhea")
            self._check_embedding(self._read(file, "OS/2")[8:10])
            self.units: int = unpack(">H", head[18:20])[0]
            self.box = tuple(self._thousandths(value) for value in unpack(">4h", head[36:44]))
            self.ascent, self.descent = map(self._thousandths, unpack(">2h", hhea[4:8]))
            self.name = _postscript_name(self._read(file, "name")) or path.stem
            self._cmap = _cmap(self._read(file, "cmap"))
            self._advances = self._read(file, "hmtx")
        self._long = head[50:52] == b"\0\1"
        self._metrics: int = unpack(">H", hhea[34:36])[0]

    def glyph(self, character: str) -> int:
        """The glyph number, 0 if the face lacks the character."""
        return self._cmap.glyph(ord(character))

    def width(self, glyph: int) -> int:
        return self._thousandths(self._metric(glyph)[0])

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """A TrueType file with the outlines of these glyphs alone, under their own numbers."""
        with self.path.open("rb") as file:
            outlines = self._outlines(file, {0, *glyphs})
            tables = {
                tag: self._read(file, tag) for tag in ("head", "hhea", "maxp", *COPIED) if tag in self._places
            }
        count = max(outlines) + 1
        tables["glyf"], tables["loca"] = _packed(outlines)
        tables["hmtx"] = self._packed_metrics(outlines, count)
        tables["head"] = tables["head"][:8] + bytes(4) + tables["head"][12:50] + b"\0\1" + tables["head"][52:]
        tables["hhea"] = tables["hhea"][:34] + pack(">H", count)
        tables["maxp"] = tables["maxp"][:4] + pack(">H", count) + tables["maxp"][6:]
        return _file(tables)

    def _read(self, file: BinaryIO, tag: str) -> bytes:
        offset, length = self._places[tag]
        file.seek(offset)
        return file.read(length)

    def _check_embedding(self, flags: bytes) -> None:
        kind = unpack(">H", flags)[0]
        if kind & 0x000F == RESTRICTED or kind & (NO_SUBSETTING | BITMAPS_ONLY):
            raise FontError(f"{self.path.name} may not be embedded")

    def _thousandths(self, value: int) -> int:
        return round(value * 1000 / self.units)

    def _metric(self, glyph: int) -> tuple[int, int]:
        if glyph < self._metrics:
            advance, bearing = unpack(">Hh", self._advances[4 * glyph : 4 * glyph + 4])
            return advance, bearing
        tail = 4 * self._metrics + 2 * (glyph - self._metrics)
        (advance,) = unpack(">H", self._advances[4 * self._metrics - 4 : 4 * self._metrics - 2])
        (bearing,) = unpack(">h", self._advances[tail : tail + 2])
        return advance, bearing

    @cached_property
    def _offsets(self) -> "array[int]":
        with self.path.open("rb") as file:
            return _numbers("I" if self._long else "H", self._read(file, "loca"))

    def _outlines(self, file: BinaryIO, wanted: set[int]) -> dict[int, bytes]:
        found: dict[int, bytes] = {}
        while wanted:
            for glyph in sorted(wanted):
                found[glyph] = self._outline(file, glyph)
            wanted = {part for glyph in wanted for part in _parts(found[glyph])} - found.keys()
        return found

    def _outline(self, file: BinaryIO, glyph: int) -> bytes:
        step = 1 if self._long else 2
        start, end = self._offsets[glyph] * step, self._offsets[glyph + 1] * step
        file.seek(self._places["glyf"][0] + start)
        return file.read(end - start)

    def _packed_metrics(self, outlines: Mapping[int, bytes], count: int) -> bytes:
        metrics = bytearray(4 * count)
        for glyph in outlines:
            metrics[4 * glyph : 4 * glyph + 4] = pack(">Hh", *self._metric(glyph))
        return bytes(metrics)


class _Groups:
    """cmap format 12: runs of characters with runs of glyphs."""

    def __init__(self, table: bytes) -> None:
        (count,) = unpack(">L", table[12:16])
        numbers = _numbers("I", table[16 : 16 + 12 * count])
        self._starts, self._ends, self._glyphs = numbers[0::3], numbers[1::3], numbers[2::3]

    def glyph(self, code: int) -> int:
        at = bisect_right(self._starts, code) - 1
        return self._glyphs[at] + code - self._starts[at] if at >= 0 and code <= self._ends[at] else 0


class _Segments:
    """cmap format 4: the older form, for U+0000 to U+FFFF."""

    def __init__(self, table: bytes) -> None:
        (twice,) = unpack(">H", table[6:8])
        self._ends = _numbers("H", table[14 : 14 + twice])
        self._starts = _numbers("H", table[16 + twice : 16 + 2 * twice])
        self._deltas = _numbers("H", table[16 + 2 * twice : 16 + 3 * twice])
        self._ranges = _numbers("H", table[16 + 3 * twice : len(table) & ~1])

    def glyph(self, code: int) -> int:
        at = bisect_left(self._ends, code)
        if code > 0xFFFF or at == len(self._ends) or code < self._starts[at]:
            return 0
        if not self._ranges[at]:
            return (code + self._deltas[at]) & 0xFFFF
        place = at + self._ranges[at] // 2 + code - self._starts[at]
        glyph = self._ranges[place] if place < len(self._ranges) else 0
        return (glyph + self._deltas[at]) & 0xFFFF if glyph else 0


def _directory(file: BinaryIO, index: int) -> dict[str, tuple[int, int]]:
    header = file.read(12)
    if header[:4] == b"ttcf":
        file.seek(12 + 4 * index)
        file.seek(unpack(">L", file.read(4))[0])
        header = file.read(12)
    if header[:4] not in (b"\0\1\0\0", b"true"):
        raise FontError("not TrueType outlines")
    records = file.read(16 * unpack(">H", header[4:6])[0])
    rows = (unpack(">4s4xLL", records[at : at + 16]) for at in range(0, len(records), 16))
    places = {tag.decode("latin-1"): (offset, length) for tag, offset, length in rows}
    if not {"glyf", "loca", "cmap", "hmtx", "hhea", "head", "maxp", "name", "OS/2"} <= places.keys():
        raise FontError("a table is missing")
    return places


def _cmap(table: bytes) -> _Groups | _Segments:
    count = unpack(">H", table[2:4])[0]
    offsets = sorted({unpack(">L", table[8 + 8 * at : 12 + 8 * at])[0] for at in range(count)})
    forms = {unpack(">H", table[offset : offset + 2])[0]: offset for offset in offsets}
    if 12 in forms:
        return _Groups(table[forms[12] :])
    if 4 not in forms:
        raise FontError("no Unicode character map")
    length = unpack(">H", table[forms[4] + 2 : forms[4] + 4])[0]
    return _Segments(table[forms[4] : forms[4] + length])


def _postscript_name(table: bytes) -> str:
    count, start = unpack(">HH", table[2:6])
    for at in range(6, 6 + 12 * count, 12):
        platform, _, _, kind, length, offset = unpack(">6H", table[at : at + 12])
        if kind == 6:
            text = table[start + offset : start + offset + length]
            return text.decode("utf-16-be" if platform != 1 else "latin-1").replace(" ", "")
    return ""


def _parts(outline: bytes) -> list[int]:
    """The glyphs a composite glyph is made of."""
    if outline[:1] < b"\x80":
        return []
    parts, at, flags = [], 10, MORE
    while flags & MORE:
        flags, part = unpack(">HH", outline[at : at + 4])
        parts.append(part)
        at += 8 if flags & WORDS else 6
        at += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0
    return parts


def _packed(outlines: Mapping[int, bytes]) -> tuple[bytes, bytes]:
    """The tables glyf and loca."""
    offsets, pieces, end = array("I"), [], 0
    for glyph in sorted(outlines):
        offsets.extend(array("I", [end]) * (glyph + 1 - len(offsets)))
        piece = outlines[glyph] + bytes(-len(outlines[glyph]) % 4)
        pieces.append(piece)
        end += len(piece)
    offsets.append(end)
    return b"".join(pieces), _big_endian(offsets)


def _file(tables: Mapping[str, bytes]) -> bytes:
    power = len(tables).bit_length() - 1
    out = [pack(">LHHHH", 0x00010000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))]
    padded = {tag: data + bytes(-len(data) % 4) for tag, data in sorted(tables.items())}
    offset = 12 + 16 * len(tables)
    for tag, data in padded.items():
        total = sum(_numbers("I", data)) & 0xFFFFFFFF
        out.append(pack(">4sLLL", tag.encode("latin-1"), total, offset, len(tables[tag])))
        offset += len(data)
    return b"".join([*out, *padded.values()])


def _numbers(kind: str, data: bytes) -> "array[int]":
    numbers = array(kind, data)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _big_endian(numbers: "array[int]") -> bytes:
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers.tobytes()
