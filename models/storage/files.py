"""Files that are whole or not there: every file the program writes for a user goes through here."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.rules.problem import Problem

_REASONS = {
    errno.ENOSPC: "磁盘空间不足",
    errno.EFBIG: "文件超过了磁盘允许的大小",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "没有写入权限，或文件正被其他程序打开",
    errno.EPERM: "没有写入权限",
    errno.ENOENT: "文件夹不存在",
    errno.ENOTDIR: "文件夹不存在",
    errno.EISDIR: "这是一个文件夹",
    errno.EIO: "磁盘读写出错",
    errno.ENODEV: "磁盘已断开",
    errno.ENAMETOOLONG: "文件名太长",
}
_IN_USE = (5, 32, 33)  # Windows: access denied, sharing violation, lock violation
_PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


def reason(error: OSError) -> str:
    """Why the disk refused, in words a secretary can act on."""
    return _REASONS.get(error.errno or 0, f"系统拒绝了操作（{error.strerror or error}）")


class Unconfirmed(Problem):
    """The new file is in its place, but the disk did not confirm it: what was done must not be taken back."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a temporary path beside `path`; when the block ends well it is synced and takes `path`'s place.

    Otherwise nothing is left behind and an old file stays as it was. Raises Problem where the disk refuses,
    Unconfirmed if it does so when the file is in its place already.
    """
    part = path.with_name(path.name + ".part")
    try:
        yield part
        sync(part)
        _put_in_place(part, path)
    except OSError as error:
        _forget(part)
        if error.errno is None:  # no refusal of the system: the work itself was broken off
            raise
        raise Problem(f"无法写入“{path}”：{reason(error)}。文件没有改变。") from error
    except BaseException:
        _forget(part)
        raise
    _settle(path)


def _settle(path: Path) -> None:
    """Take the new name to the disk. Where syncing a folder means nothing, the file takes it along."""
    try:
        sync(path)
        sync_folder(path.parent)
    except OSError as error:
        text = f"“{path}”已经写好，但磁盘没有确认（{reason(error)}），断电时可能丢失。请再保存一次。"
        raise Unconfirmed(text) from error


def _put_in_place(part: Path, path: Path) -> None:
    """On Windows whoever looks at a new file, an antivirus say, keeps it from being renamed for a moment."""
    for pause in _PAUSES_S:
        try:
            part.replace(path)
        except OSError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
            time.sleep(pause)
        else:
            return
    part.replace(path)


def _forget(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Push the file's bytes to the disk itself."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Push a folder's entries to the disk, where the system has such a thing."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(descriptor)
