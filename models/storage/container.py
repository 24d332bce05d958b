"""The file of a backup, *.ldzb: a header anybody may read, then chunks that nobody can alter unnoticed.

magic (8) | length of the header (4, big-endian) | header (JSON) | chunks of 64 KiB, AES-256-GCM each. A
chunk has its number and whether it is the last for a nonce (the STREAM construction), and for associated data
the digest of all before the first: chunks cannot be swapped, cut off, added, or put under another header.
"""

import json
import secrets
import struct
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, BinaryIO, NamedTuple

from models.rules.problem import Problem
from models.storage.keys import KEY_BYTES, Slot, held, opened, slots_from_json, subkey

SUFFIX = ".ldzb"
MAGIC = b"LDZB\r\n\x1a\n"
CHUNK = 64 * 1024
FORMAT, CIPHER = 1, "AES-256-GCM"
_TAG = 16
_MOST_HEADER = 4096
_LENGTH = struct.Struct(">I")
_SALT_BYTES = 32

FOREIGN = "“{}”不是连心台账的备份文件。"
DAMAGED = "备份“{}”已损坏或没有写完，不能使用。请改用另一份备份。"
LOCKED = "备份“{}”是加密的，请输入当时的密码或恢复码。"
NEWER = "备份“{}”由更新版本的连心台账生成，请安装新版本后再使用。"


class Unsealable(Problem):
    """Not one of our backups, or one that is not whole."""


class NeedsSecret(Problem):
    """Whole as far as can be seen, but sealed under a key that is not at hand."""


class About(NamedTuple):
    """Which backup it is."""

    number: int
    """Later ones of an office have greater numbers, whatever the clock said."""
    created: str
    office: str
    """The data's own mark, the same in all backups of it."""
    unit: str
    reason: str

    @property
    def at(self) -> datetime:
        """When it was made, by the clock of then."""
        return datetime.fromisoformat(self.created)


@dataclass(frozen=True)
class Header:
    """What may be known of a backup without its password."""

    about: About
    slots: tuple[Slot, ...]
    """Empty for a plain copy: `plain_key` then opens it."""
    key_mark: str
    """Tells data keys apart without telling anything of them."""
    plain_key: str
    salt: str

    @property
    def is_sealed(self) -> bool:
        return bool(self.slots)


def sealed_header(about: About, key: bytes, slots: tuple[Slot, ...]) -> Header:
    """The header of a copy that only those slots open."""
    return Header(about, slots, key_mark=_mark(key), plain_key="", salt=secrets.token_hex(_SALT_BYTES))


def plain_header(about: About) -> Header:
    """The header of a copy that is not secret: its key shows damage, it hides nothing."""
    salt = secrets.token_hex(_SALT_BYTES)
    return Header(about, (), key_mark="", plain_key=secrets.token_hex(KEY_BYTES), salt=salt)


def key_of(header: Header, secret: str | None, name: str) -> bytes:
    """The data key of a copy: the one at hand if it is the same, else by a password or recovery code.

    Raises NeedsSecret if there is none, WrongSecret if it opens nothing.
    """
    if not header.is_sealed:
        return bytes.fromhex(header.plain_key)
    own = held()
    if own is not None and _mark(own) == header.key_mark:
        return own
    if secret is None:
        raise NeedsSecret(LOCKED.format(name))
    return opened(header.slots, secret)


def seal(file: BinaryIO, header: Header, key: bytes, pieces: Iterable[bytes]) -> None:
    """Write header and chunks; `key` is the data key. Raises OSError where the disk refuses."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    head = _head(header)
    file.write(head)
    cipher, about = AESGCM(_file_key(header, key)), sha256(head).digest()
    file.writelines(
        cipher.encrypt(_nonce(number, is_last=is_last), chunk, about)
        for number, (chunk, is_last) in enumerate(_chunks(pieces))
    )


def read_header(file: BinaryIO, name: str) -> tuple[Header, bytes]:
    """The header and the digest of it that vouches for it. Raises Unsealable; reads no more than 4 KiB."""
    start = file.read(len(MAGIC) + _LENGTH.size)
    if not start.startswith(MAGIC):
        raise Unsealable(FOREIGN.format(name))
    length = _LENGTH.unpack_from(start.ljust(len(MAGIC) + _LENGTH.size, b"\xff"), len(MAGIC))[0]
    text = file.read(length) if length <= _MOST_HEADER else b""
    try:
        values = json.loads(text)
        if values.pop("format") > FORMAT:
            raise Unsealable(NEWER.format(name))
        return _from_json(values), sha256(start + text).digest()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unsealable(DAMAGED.format(name)) from error


def unseal(file: BinaryIO, header: Header, about: bytes, key: bytes, name: str) -> Iterator[bytes]:
    """The pieces in order, each vouched for before it is given out. Raises Unsealable at one that is not."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(_file_key(header, key))
    sealed, number = file.read(CHUNK + _TAG), 0
    while True:
        following = file.read(CHUNK + _TAG)
        try:
            yield cipher.decrypt(_nonce(number, is_last=not following), sealed, about)
        except InvalidTag as error:
            raise Unsealable(DAMAGED.format(name)) from error
        if not following:
            return
        sealed, number = following, number + 1


def _head(header: Header) -> bytes:
    values = asdict(header) | {"about": header.about._asdict()}
    text = json.dumps({"format": FORMAT, "cipher": CIPHER} | values, ensure_ascii=False).encode()
    if len(text) > _MOST_HEADER:
        raise ValueError("header too long")
    return MAGIC + _LENGTH.pack(len(text)) + text


def _from_json(values: dict[str, Any]) -> Header:
    """Raises ValueError, TypeError or KeyError for anything that `_head` would not write."""
    if values.pop("cipher") != CIPHER:
        raise ValueError("unknown cipher")
    about, listed = About(**values.pop("about")), values.pop("slots")
    about.at  # noqa: B018 - raises if it is none
    header = Header(about, slots_from_json(listed) if listed else (), **values)
    if type(about.number) is not int or about.number < 0:
        raise ValueError("number out of bounds")
    if not all(isinstance(text, str) for text in (*about[1:], header.key_mark)):
        raise TypeError("not a text")
    sizes = [len(bytes.fromhex(text)) for text in (header.salt, header.plain_key)]
    if sizes != [_SALT_BYTES, 0 if header.is_sealed else KEY_BYTES]:
        raise ValueError("keys out of bounds")
    return header


def _mark(key: bytes) -> str:
    return subkey(key, "mark")[:8].hex()


def _file_key(header: Header, key: bytes) -> bytes:
    return subkey(key, "backup", bytes.fromhex(header.salt))


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


def _chunks(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Chunks of just 64 KiB, the last one at least empty, and whether it is the last."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) > CHUNK:
            yield bytes(waiting[:CHUNK]), False
            del waiting[:CHUNK]
    yield bytes(waiting), True
