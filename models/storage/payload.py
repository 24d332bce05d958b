"""What a backup's chunks hold: the manifest, the compressed database, and the digest that ends it."""

import json
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import chain

from models.storage.beside import Belt

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


def packed(manifest: Manifest, image: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces to seal, one after another."""
    text = json.dumps(asdict(manifest), ensure_ascii=False).encode()
    yield _LENGTH.pack(len(text)) + text
    digest, deflate = sha256(), zlib.compressobj(_LEVEL)
    with Belt(digest.update) as hashing:
        for piece in image:
            hashing.lay(piece)
            yield deflate.compress(piece)
    yield deflate.flush()
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
        digest, size, inflate = sha256(), 0, zlib.decompressobj()
        with Belt(digest.update) as hashing:
            for out in self._inflated(inflate, rest):
                size += len(out)
                if size > self.manifest.size:
                    raise Broken("more than was told")
                hashing.lay(out)
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

    def _inflated(self, inflate: "zlib._Decompress", rest: bytes) -> Iterator[bytes]:
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
        numbers = (manifest.version, manifest.size, *manifest.counts.values())
        if not all(type(number) is int and 0 <= number <= _MOST_BYTES for number in numbers):
            raise ValueError("numbers out of bounds")
        if not isinstance(manifest.computer, str):
            raise TypeError("not a text")
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Broken(str(error)) from error
    return manifest
