"""What keeps the data, by name and version: for 关于, and for whoever is asked for help."""

from contextlib import closing

from sqlcipher3 import dbapi2

from models.storage.steps import VERSION


def engine() -> dict[str, str]:
    """The format of the data that this program writes, and the versions of what writes it."""
    return {"数据格式": str(VERSION), "SQLite": dbapi2.sqlite_version, "SQLCipher": cipher_version()}


def cipher_version() -> str:
    """Of the library that encrypts."""
    with closing(dbapi2.connect(":memory:")) as connection:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    return str(row[0]).partition(" ")[0] if row else ""
