"""One stream out of an OLE container, the file around an .xls ([MS-CFB])."""

import struct
from collections.abc import Iterator
from itertools import islice

_FREE = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""


def ole_stream(data: bytes, *names: str) -> bytes:
    """The bytes of the first stream of one of these names. Raises ValueError if the container is damaged."""
    try:
        return _Container(data).stream(names)
    except (struct.error, IndexError) as error:
        raise ValueError("damaged container") from error


class _Container:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.sector = 1 << struct.unpack_from("<H", data, 30)[0]
        if not 7 <= self.sector.bit_length() - 1 <= 16:
            raise ValueError("no such sector size")
        self.sectors = len(data) // self.sector
        self.small = 1 << struct.unpack_from("<H", data, 32)[0]
        self.cutoff = struct.unpack_from("<I", data, 56)[0]
        sectors = islice(self._table_sectors(), self.sectors)
        self.table = self._numbers(b"".join(map(self._read, sectors)))
        self.directory = self._chain(struct.unpack_from("<I", data, 48)[0])

    def stream(self, names: tuple[str, ...]) -> bytes:
        root = self._entry(0)
        for place in range(len(self.directory) // 128):
            name, first, size = self._entry(place)
            if name in names:
                return self._content(first, size, root)
        raise ValueError("no such stream")

    def _content(self, first: int, size: int, root: tuple[str, int, int]) -> bytes:
        if size >= self.cutoff:
            return self._chain(first)[:size]
        minis = self._chain(root[1])
        table = self._numbers(self._chain(struct.unpack_from("<I", self.data, 60)[0]))
        places = _followed(table, first, len(minis) // self.small)
        return b"".join(minis[place * self.small : (place + 1) * self.small] for place in places)[:size]

    def _entry(self, place: int) -> tuple[str, int, int]:
        entry = self.directory[place * 128 : (place + 1) * 128]
        length, first, size = (struct.unpack_from("<H", entry, 64)[0], *struct.unpack_from("<II", entry, 116))
        return entry[: max(0, length - 2)].decode("utf-16-le", "replace"), first, size

    def _table_sectors(self) -> Iterator[int]:
        yield from (sector for sector in struct.unpack_from("<109I", self.data, 76) if sector < _FREE)
        more, left = struct.unpack_from("<II", self.data, 68)
        left = min(left, self.sectors)
        while more < _FREE and left > 0:
            *sectors, more = self._numbers(self._read(more))
            left -= 1
            yield from (sector for sector in sectors if sector < _FREE)

    def _chain(self, first: int) -> bytes:
        return b"".join(self._read(sector) for sector in _followed(self.table, first, self.sectors))

    def _read(self, sector: int) -> bytes:
        return self.data[(sector + 1) * self.sector : (sector + 2) * self.sector]

    @staticmethod
    def _numbers(data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _followed(table: tuple[int, ...], first: int, most: int) -> Iterator[int]:
    """The chain that begins at `first`; one longer than `most` runs in a circle."""
    seen = 0
    while first < _FREE:
        yield first
        first = table[first]
        seen += 1
        if seen > most:
            raise ValueError("endless chain")
