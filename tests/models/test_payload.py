"""What is packed comes back whole; what claims to be and is not is refused, whatever it says of itself."""

import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

import pytest

from models.storage.payload import Broken, Manifest, Unpacking, packed

IMAGE = bytes(range(256)) * 20_000
MANIFEST = Manifest(5, len(IMAGE), {"official": 9}, "样机")


def pieces(content: bytes, size: int = 65536) -> Iterator[bytes]:
    return (content[at : at + size] for at in range(0, len(content), size))


@pytest.mark.parametrize("is_deflated", [True, False])
@pytest.mark.parametrize("size", [1, 999, 65536, 10**8])
def test_it_comes_back_with_what_was_told_of_it(is_deflated: bool, size: int) -> None:
    manifest = replace(MANIFEST, is_deflated=is_deflated)
    image = IMAGE[: 5000 * size]
    manifest = replace(manifest, size=len(image))
    unpacking = Unpacking(pieces(b"".join(packed(manifest, pieces(image))), size))
    assert b"".join(unpacking.image()) == image
    assert unpacking.manifest == manifest


@pytest.mark.parametrize("end", [b"", b"less", b"four", b"four" + bytes(32), b"four and more" + bytes(32)])
def test_what_was_packed_as_it_is_is_held_to_its_size_and_digest(end: bytes) -> None:
    text = json.dumps({**TOLD, "is_deflated": False}).encode()
    with pytest.raises(Broken):
        list(Unpacking(pieces(struct.pack(">I", len(text)) + text + end, 3)).image())


def made(manifest: object, body: bytes, digest: bytes | None = None) -> bytes:
    text = json.dumps(manifest).encode()
    end = sha256(body).digest() if digest is None else digest
    return struct.pack(">I", len(text)) + text + zlib.compress(body) + end


TOLD = {"version": 5, "size": 4, "counts": {}, "computer": ""}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\0",
        struct.pack(">I", 2**31) + b" " * 100_000,
        made(TOLD, b"more than four"),
        made(TOLD, b"les"),
        made(TOLD, b"four", digest=bytes(32)),
        made(TOLD, b"four") + b"\0",
        made(TOLD, b"four")[:-1],
        made(TOLD, b"four")[:-40],
        made({**TOLD, "size": 2**40}, b"four"),
        made({**TOLD, "size": -1}, b"four"),
        made({**TOLD, "size": True}, b"four"),
        made({**TOLD, "counts": []}, b"four"),
        made({**TOLD, "counts": {"official": "9"}}, b"four"),
        made({**TOLD, "computer": 1}, b"four"),
        made({**TOLD, "more": 1}, b"four"),
        made({**TOLD, "is_deflated": 1}, b"four"),
        made([], b"four"),
        made(TOLD, b"four").replace(b"version", b"Version"),
    ],
)
def test_what_is_not_as_it_was_packed_is_refused(content: bytes) -> None:
    with pytest.raises(Broken):
        list(Unpacking(pieces(content, 10)).image())


def test_a_bomb_is_stopped_at_the_size_it_claims() -> None:
    bomb = made({**TOLD, "size": 5_000_000}, bytes(500_000_000))
    got: list[int] = []
    with pytest.raises(Broken, match="more than was told"):
        got.extend(map(len, Unpacking(pieces(bomb)).image()))
    assert sum(got) <= 5_000_000
    assert max(got) <= 1 << 20
