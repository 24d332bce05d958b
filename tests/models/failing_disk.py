"""How disks and rights fail, for real."""

import errno
import os
import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.storage import files

NOBODY = 65534


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    _, hard = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def a_disk_that_confirms_one_file_late(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The next time the file of this name is synced, the disk says that it failed; afterwards all is well."""
    real = files.sync

    def refuses_once(path: Path) -> None:
        if path.name == name:
            monkeypatch.setattr(files, "sync", real)
            raise OSError(errno.EIO, "input/output error")
        real(path)

    monkeypatch.setattr(files, "sync", refuses_once)


@contextmanager
def a_shared_place() -> Iterator[Path]:
    """A folder everybody may write to, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


@contextmanager
def as_somebody_without_rights() -> Iterator[None]:
    """Root may write anywhere, so root's tests do this as nobody."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)
