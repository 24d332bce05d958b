"""How the live file is sealed: SQLCipher under a key made of the data key, every page authenticated."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from models.storage import keys

MAGIC = b"SQLite format 3\x00"


def is_plain(path: Path) -> bool:
    """Whether the file begins as one that anybody can read."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def key_of(path: Path) -> bytes | None:
    """The key that the file is under, None for a plain one."""
    return None if is_plain(path) else keys.held()


def phrase(key: bytes | None) -> str:
    """What SQLCipher is told: the raw key, so that no opening has to derive one; "" for a plain file."""
    return f"x'{page_key(key).hex()}'" if key else ""


def page_key(key: bytes) -> bytes:
    """What the pages are encrypted under."""
    return keys.subkey(key, "live database")


def side_key(key: bytes | None) -> bytes | None:
    """The key of the fingerprint beside the file."""
    return keys.subkey(key, "fingerprint") if key else None


def connect(path: Path, key: bytes | None) -> Any:
    """A connection of its own to a file of ours, beside the one connection of the program."""
    return _keyed(dbapi2.connect(str(path), isolation_level=None), key)


def connect_unchanging(path: Path, key: bytes | None) -> Any:
    """The same for a file that nobody writes to meanwhile: it need not be asked about at every page."""
    uri = f"{path.absolute().as_uri()}?immutable=1"
    return _keyed(dbapi2.connect(uri, uri=True, isolation_level=None), key)


def _keyed(connection: Any, key: bytes | None) -> Any:
    if key:
        connection.execute(f'PRAGMA key = "{phrase(key)}"')
    return connection
