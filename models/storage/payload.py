"""What a backup's chunks hold: the manifest, the compressed database, and the digest that ends it."""

import json
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import Protocol

_LENGTH = struct.Struct(">I")
_MOST_MANIFEST = 64 * 1024
_MOST_BYTES = 2 << 30
_LEVEL = 1  # level 6 takes three times as long and saves a seventh
_PIECE = 1 << 20


class Broken(Exception):
    """The pieces are not what `packed` gives."""


@dataclass(frozen=True)
class Manifest:
    """What is inside, told before it is unpacked."""

    version: int
    """The schema's number."""
    size: int
    """Bytes of the database."""
    counts: Mapping[str, int]
    """Rows of each table."""
    computer: str
    entries: int = 0
    """How many the history has."""
    chain: str = ""
    """What its chain passes through at the last of them: nobody cuts it short or rewrites it unseen."""
    is_deflated: bool = True
    """Whether it is compressed: worth its time where nobody waits, or where writing is slow."""


class _Inflater(Protocol):
    """What of zlib's inflater is used."""

    @property
    def eof(self) -> bool: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _AsItIs:
    """Stands where the inflater does, for a database that was packed as it is."""

    def __init__(self, size: int) -> None:
        self._left = size
        self.eof = not size
        self.unconsumed_tail = self.unused_data = b""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        out = data[: min(max_length, self._left)]
        self._left -= len(out)
        self.eof = not self._left
        rest = data[len(out) :]
        self.unconsumed_tail, self.unused_data = (b"", rest) if self.eof else (rest, b"")
        return out


def packed(manifest: Manifest, image: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces to seal, one after another."""
    text = json.dumps(asdict(manifest), ensure_ascii=False).encode()
    yield _LENGTH.pack(len(text)) + text
    digest = sha256()
    hashed = map(partial(_heard, digest.update), image)
    yield from _deflated(hashed) if manifest.is_deflated else hashed
    yield digest.digest()


class Unpacking:
    """Takes the pieces apart again: `manifest` is there once `image` was asked for its first piece."""

    manifest: Manifest

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)

    def image(self) -> Iterator[bytes]:
        """The database. Raises Broken, at the latest after its last piece: only then all of it is sure.

        Unpacks no more than the manifest says, whatever the pieces say.
        """
        rest = self._read_manifest()
        digest, size = sha256(), 0
        inflate: _Inflater = (
            zlib.decompressobj() if self.manifest.is_deflated else _AsItIs(self.manifest.size)
        )
        for out in self._inflated(inflate, rest):
            size += len(out)
            if size > self.manifest.size:
                raise Broken("more than was told")
            digest.update(out)
            yield out
        if size != self.manifest.size or inflate.unused_data + b"".join(self._pieces) != digest.digest():
            raise Broken("not what was packed")

    def _read_manifest(self) -> bytes:
        start = self._at_least(b"", _LENGTH.size)
        length = _LENGTH.unpack_from(start)[0]
        if length > _MOST_MANIFEST:
            raise Broken("manifest too long")
        start = self._at_least(start, _LENGTH.size + length)
        self.manifest = _from_json(start[_LENGTH.size : _LENGTH.size + length])
        return start[_LENGTH.size + length :]

    def _at_least(self, start: bytes, size: int) -> bytes:
        while len(start) < size:
            piece = next(self._pieces, None)
            if piece is None:
                raise Broken("too short")
            start += piece
        return start

    def _inflated(self, inflate: "_Inflater", rest: bytes) -> Iterator[bytes]:
        try:
            for piece in chain((rest,), self._pieces):
                data = piece
                while data and not inflate.eof:
                    yield inflate.decompress(data, _PIECE)
                    data = inflate.unconsumed_tail
                if inflate.eof:
                    return
        except zlib.error as error:
            raise Broken(str(error)) from error


def _from_json(text: bytes) -> Manifest:
    try:
        manifest = Manifest(**json.loads(text))
        numbers = (manifest.version, manifest.size, manifest.entries, *manifest.counts.values())
        if not all(type(number) is int and 0 <= number <= _MOST_BYTES for number in numbers):
            raise ValueError("numbers out of bounds")
        kinds = [type(one) for one in (manifest.computer, manifest.chain, manifest.is_deflated)]
        if kinds != [str, str, bool]:
            raise TypeError("another kind")
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Broken(str(error)) from error
    return manifest


def _deflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    deflate = zlib.compressobj(_LEVEL)
    for piece in pieces:
        yield deflate.compress(piece)
    yield deflate.flush()


def _heard(hear: Callable[[bytes], object], piece: bytes) -> bytes:
    hear(piece)
    return piece
