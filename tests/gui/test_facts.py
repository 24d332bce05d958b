"""The words of the status line."""

from datetime import date, datetime

import pytest

from gui.state.facts import last_backup_text

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        (r"E:\连心台账备份\one.ldzb", r"E:\连心台账备份"),
        (r"E:\one.ldzb", "E:\\"),
        ("/media/办公 U盘/one.ldzb", "/media/办公 U盘"),
        (r"\\server\share\科室\备份\one.ldzb", r"\\server\share\科室\备份"),
    ],
)
def test_the_folder_of_the_last_backup_is_written_as_its_system_writes_it(path: str, folder: str) -> None:
    assert last_backup_text((datetime(2026, 11, 25, 8, 15), path), TODAY).endswith(f"（已核对，{folder}）")


def test_of_a_long_folder_the_end_is_told() -> None:
    told = last_backup_text((datetime(2026, 11, 24, 8, 15), "/" + "长" * 40 + "/备份/one.ldzb"), TODAY)
    assert told.startswith("最近备份：昨天 08:15（已核对，…长")
    assert told.endswith("长/备份）")
