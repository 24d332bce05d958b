"""The data key and who may have it: wrapped once for the password and once for the recovery code.

The key itself is 256 random bits and stays the same for good, so another password rewrites no old backup.
`keys.json` beside the database holds the slots; every sealed backup carries a copy of them in its header.
"""

import json
import os
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from models.rules.problem import Problem
from models.storage.files import reason, replacing

FILE_NAME = "keys.json"
KEY_BYTES = 32
MEMORY_KIB, ITERATIONS, LANES = 64 * 1024, 3, 4
_MOST_MEMORY_KIB, _MOST_ITERATIONS, _MOST_LANES, _MOST_SLOTS = 1024 * 1024, 16, 16, 4
_SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 16, 12, 16
_MOST_BYTES = 4096

_ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY"  # nothing that handwriting takes for another: 0O 1IL 2Z 5S 8B
CODE_LENGTH, _GROUP = 25, 5

_WRONG = "密码或恢复码不对。"
_DAMAGED = "密码文件“{}”已损坏。数据和备份都没有改动；请用一份加密备份恢复，密码不变。"


class WrongSecret(Problem):
    """Neither the password nor the recovery code: the only answer that counts as a try."""


class SlotKind(StrEnum):
    """Whose secret opens a slot."""

    PASSWORD = "password"  # noqa: S105 - the kind, not a secret
    CODE = "code"


@dataclass(frozen=True)
class Slot:
    """The data key wrapped with what Argon2id makes of one secret; bytes are kept as hexadecimal text."""

    kind: SlotKind
    salt: str
    nonce: str
    wrapped: str
    memory_kib: int = MEMORY_KIB
    iterations: int = ITERATIONS
    lanes: int = LANES


_held: list[bytes] = []


def hold(key: bytes | None) -> None:
    """Keep the opened data key for as long as the program runs; None forgets it."""
    _held[:] = [] if key is None else [key]


def held() -> bytes | None:
    """The data key opened at start, None without a password or while locked."""
    return _held[0] if _held else None


def has_password(folder: Path) -> bool:
    """Whether the data of `folder` was given a password."""
    return (folder / FILE_NAME).exists()


def make_keys(folder: Path, password: str) -> tuple[bytes, str]:
    """Give the folder a new data key under this password; the key and the recovery code to print."""
    key, code = secrets.token_bytes(KEY_BYTES), new_code()
    write_slots(folder, (wrap(key, SlotKind.PASSWORD, password), wrap(key, SlotKind.CODE, code)))
    return key, code


def unlock(folder: Path, secret: str) -> bytes:
    """The data key, by the password or the recovery code. Raises WrongSecret."""
    return opened(read_slots(folder), secret)


def change_password(folder: Path, key: bytes, password: str) -> None:
    """Let another password open the key; the recovery code and all backups stay as they are."""
    _replace_slot(folder, wrap(key, SlotKind.PASSWORD, password))


def change_code(folder: Path, key: bytes) -> str:
    """A new recovery code, the old one opens nothing written from now on. The password stays."""
    code = new_code()
    _replace_slot(folder, wrap(key, SlotKind.CODE, code))
    return code


def forget_keys(folder: Path) -> None:
    """Take the password away. Only once the live file is plain: without the slots nothing opens it."""
    (folder / FILE_NAME).unlink(missing_ok=True)
    hold(None)


def read_slots(folder: Path) -> tuple[Slot, ...]:
    """The slots of keys.json. Raises Problem if it is missing, damaged or absurd."""
    path = folder / FILE_NAME
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES + 1)
        kept = json.loads(text)
        slots = slots_from_json(kept["slots"])
        if kept["check"] != _check(slots):  # a damaged slot would call the right password wrong
            raise ValueError("not as written")
        return slots
    except OSError as error:
        raise Problem(f"无法读取密码文件“{path}”：{reason(error)}。") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Problem(_DAMAGED.format(path)) from error


def write_slots(folder: Path, slots: Iterable[Slot]) -> None:
    """Put the slots into keys.json: all of it or the old one."""
    kept = tuple(slots)
    values = {"format": 1, "check": _check(kept), "slots": [asdict(slot) for slot in kept]}
    text = json.dumps(values, indent=1)
    with replacing(folder / FILE_NAME) as part:
        part.write_text(text, "utf-8")


def slots_from_json(values: Any) -> tuple[Slot, ...]:
    """Slots as a header or keys.json writes them. Raises ValueError, KeyError or TypeError if absurd."""
    slots = tuple(Slot(**{**value, "kind": SlotKind(value["kind"])}) for value in values)
    if not 1 <= len(slots) <= _MOST_SLOTS or not all(map(_is_sane, slots)):
        raise ValueError("slots out of bounds")
    return slots


def wrap(key: bytes, kind: SlotKind, secret: str) -> Slot:
    """A slot of its own for this secret."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    empty = Slot(kind, salt.hex(), nonce.hex(), "")
    wrapped = AESGCM(_wrapping_key(empty, secret)).encrypt(nonce, key, _about(empty))
    return Slot(kind, salt.hex(), nonce.hex(), wrapped.hex())


def opened(slots: Iterable[Slot], secret: str) -> bytes:
    """The data key, by whichever secret it is. Raises WrongSecret; which part was wrong is not told."""
    for slot in slots:
        if slot.kind is SlotKind.PASSWORD or looks_like_code(secret):
            key = _unwrapped(slot, secret)
            if key is not None:
                return key
    raise WrongSecret(_WRONG)


def subkey(key: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """256 bits for one purpose, from the data key: the same for the same purpose and salt."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    about = f"lianxin {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=about).derive(key)


def new_code() -> str:
    """A recovery code to print: five groups of five, the last character checks the others (111 bits)."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LENGTH - 1))
    letters += _ALPHABET[_checksum(letters)]
    return "-".join(letters[at : at + _GROUP] for at in range(0, CODE_LENGTH, _GROUP))


def looks_like_code(secret: str) -> bool:
    """Whether this may be a recovery code: a character mistyped or two swapped say no at once."""
    code = _plain_code(secret)
    if len(code) != CODE_LENGTH or not set(code) <= set(_ALPHABET):
        return False
    return _ALPHABET[_checksum(code[:-1])] == code[-1]


def _check(slots: Iterable[Slot]) -> str:
    return sha256(json.dumps([asdict(slot) for slot in slots]).encode()).hexdigest()


def _replace_slot(folder: Path, slot: Slot) -> None:
    others = [other for other in read_slots(folder) if other.kind is not slot.kind]
    write_slots(folder, sorted((*others, slot), key=lambda one: list(SlotKind).index(one.kind)))


def _is_sane(slot: Slot) -> bool:
    costs = (slot.memory_kib, slot.iterations, slot.lanes)
    least, most = (MEMORY_KIB, ITERATIONS, 1), (_MOST_MEMORY_KIB, _MOST_ITERATIONS, _MOST_LANES)
    sizes = [len(bytes.fromhex(text)) for text in (slot.salt, slot.nonce, slot.wrapped)]
    return (
        all(type(cost) is int for cost in costs)
        and all(low <= cost <= high for low, cost, high in zip(least, costs, most, strict=True))
        and sizes == [_SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES]
    )


def _unwrapped(slot: Slot, secret: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, wrapped = bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped)
    try:
        return AESGCM(_wrapping_key(slot, secret)).decrypt(nonce, wrapped, _about(slot))
    except InvalidTag:
        return None


def _wrapping_key(slot: Slot, secret: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    plain = _plain_code(secret) if slot.kind is SlotKind.CODE else unicodedata.normalize("NFKC", secret)
    kdf = Argon2id(
        salt=bytes.fromhex(slot.salt),
        length=KEY_BYTES,
        iterations=slot.iterations,
        lanes=slot.lanes,
        memory_cost=slot.memory_kib,
    )
    return kdf.derive(plain.encode("utf-8", "surrogatepass"))


def _about(slot: Slot) -> bytes:
    """What the wrapping also vouches for: whose slot it is and how dear."""
    return f"lianxin slot {slot.kind} {slot.memory_kib} {slot.iterations} {slot.lanes}".encode()


def _plain_code(secret: str) -> str:
    letters = unicodedata.normalize("NFKC", secret).upper()
    return "".join(letter for letter in letters if letter.isalnum())


def _checksum(letters: str) -> int:
    """Weights 1 and 2 by turns: of 25 letters any one changed and any two neighbours swapped show."""
    return sum(_ALPHABET.index(letter) * (1 + at % 2) for at, letter in enumerate(letters)) % len(_ALPHABET)
