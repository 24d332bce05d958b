"""What a disk refuses is a Problem wherever it comes up; what is ours is not called the disk's."""

import errno
import io

import peewee
import pytest
from sqlcipher3 import dbapi2

from models.storage.trouble import disk_trouble


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "full"), "磁盘空间不足"),
        (OSError(errno.ENODEV, "gone"), "磁盘已断开"),
        (io.UnsupportedOperation("not seekable"), "系统拒绝了操作"),
        (peewee.OperationalError("disk I/O error"), "磁盘读写出错"),
        (dbapi2.DatabaseError("disk error"), "磁盘读写出错"),
    ],
)
def test_an_error_of_the_disk_says_what_happened_whether_data_is_safe_and_what_to_do(
    error: Exception, said: str
) -> None:
    told = str(disk_trouble(error))
    assert said in told
    assert "以前保存的数据没有受影响" in told
    assert "再试" in told


def test_what_is_ours_is_not() -> None:
    assert disk_trouble(ValueError("样")) is None
