"""Whose file this is and of which schema, before the one connection opens it."""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from models.storage import cipher, fingerprint, keys
from models.storage.files import reason
from models.storage.refusal import Refused, Why
from models.storage.steps import APPLICATION_ID

_HEADER_BYTES = 100


def is_sealed(path: Path) -> bool:
    """Whether the file seems to be under a password. Raises Refused if it cannot be read."""
    try:
        plain = cipher.is_plain(path)
    except OSError as error:
        raise Refused(Why.UNREADABLE, path, reason(error)) from error
    return not plain and (keys.has_password(path.parent) or fingerprint.was_sealed(path))


def insist_on_ours(path: Path) -> None:
    """Raise Refused if the plain file is another program's or not whole.

    One that was being made longer when the power went ends anywhere: its journal will cut it back.
    """
    try:
        header, size = _head(path), path.stat().st_size
    except OSError as error:
        raise Refused(Why.UNREADABLE, path, reason(error)) from error
    if len(header) < _HEADER_BYTES or not header.startswith(cipher.MAGIC):
        raise Refused(Why.DAMAGED, path)
    if size % _page_size(header) and not fingerprint.journal_is_hot(path):
        raise Refused(Why.DAMAGED, path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise Refused(Why.FOREIGN, path)


def version(path: Path) -> int:
    """The schema number. Raises Refused if the held key does not open a sealed file, or it is not ours."""
    if cipher.is_plain(path):
        return int.from_bytes(_head(path)[60:64], "big")
    try:
        with closing(cipher.connect(path, keys.held())) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise Refused(Why.FOREIGN, path)
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except dbapi2.OperationalError as error:
        raise Refused(Why.BUSY, path, str(error)) from error
    except dbapi2.DatabaseError as error:
        raise Refused(Why.DAMAGED, path) from error


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER_BYTES)


def _page_size(header: bytes) -> int:
    """Bytes of a page; SQLite writes 65536 as 1."""
    size = int.from_bytes(header[16:18], "big")
    return 65536 if size < 512 else size
