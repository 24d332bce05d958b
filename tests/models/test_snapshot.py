"""Pages go from one connection into another, or it is said that they did not."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from models.storage.snapshot import copy_pages


def test_a_copy_that_somebody_keeps_locked_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.storage.snapshot.PATIENCE_S", 0.0)
    source, target, other = (
        dbapi2.connect(str(tmp_path / name), isolation_level=None, timeout=0) for name in ("a", "b", "b")
    )
    with closing(source), closing(target), closing(other):
        source.execute("CREATE TABLE t (x)")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(dbapi2.OperationalError, match="locked"):
            copy_pages(source, target)
        other.execute("COMMIT")
        copy_pages(source, target)
        assert target.execute("SELECT COUNT(*) FROM t").fetchone() == (0,)
