"""The plain file's second name, by which it is overwritten once another has taken its place."""

from pathlib import Path

import pytest

from models.storage.wipe import keep_second_name, wipe_remnant


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "lianxin.db"
    path.write_bytes(b"plain")
    return path


def test_a_second_name_that_an_earlier_attempt_left_is_kept(path: Path) -> None:
    keep_second_name(path)
    keep_second_name(path)
    path.unlink()
    assert path.with_name("lianxin.plain").read_bytes() == b"plain"
    wipe_remnant(path)
    assert list(path.parent.iterdir()) == []


def test_a_second_name_that_cannot_go_while_the_file_is_open_is_no_trouble(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_second_name(path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", _in_use)
        wipe_remnant(path)
        keep_second_name(path)
    wipe_remnant(path)
    assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == b"plain"


def _in_use(_path: Path, missing_ok: bool = False) -> None:
    """What Windows says of every name of a file that is open."""
    raise PermissionError(13, "in use")
