"""demo, backup, verify, restore, check."""

from argparse import Namespace
from contextlib import suppress
from datetime import date

from models import storage
from models.change_chain import history_problems
from models.commands.saying import say
from models.commands.secret import given, unlock_if_given
from models.demo import fill_with_demo
from models.rules.calendar import chinese_date
from models.rules.problem import Problem
from models.rules.sudden_loss import said
from models.storage import record
from models.storage.copies import Contents
from models.storage.fingerprint import End
from models.storage.keys import WrongSecret

_ENDS = {
    End.NEVER: "数据文件没有上次关闭的记录，已做完整检查。",
    End.CLEAN: "数据文件与上次关闭时完全一样。",
    End.UNCLEAN: "上次没有正常关闭，已做完整检查。",
}


def demo(chosen: Namespace) -> None:
    """Fill an empty folder with people plainly made up."""
    fill_with_demo(date.today(), chosen.leaders, chosen.years, chosen.seed)
    say(f"已生成 {chosen.leaders} 位领导、{chosen.years} 年的演示数据（人名均为虚构）。")


def backup(chosen: Namespace) -> None:
    """A verified copy in the folder named, sealed under the password of the data or the one given."""
    password = given(chosen) or None
    path = storage.backup(chosen.folder, password=password, loss_is_meant=chosen.accept_loss)
    say(f"备份完成并已核对：“{path}”。")


def verify(chosen: Namespace) -> None:
    """Every byte of a backup, and the database in it. Raises Problem if anything is wrong."""
    contents = storage.verified(chosen.file, given(chosen) or None).contents
    say(f"备份完好：“{chosen.file}”。", *_told(contents))


def restore(chosen: Namespace) -> None:
    """Put a verified backup in the data's place, or in that of a file that cannot be opened."""
    secret = given(chosen) or None
    whole = storage.verified(chosen.file, secret)
    try:
        with suppress(WrongSecret):  # the password may be the backup's, not that of the data
            unlock_if_given(chosen)
        storage.open_database(chosen.data)
    except storage.Refused:
        kept = storage.put_back(chosen.file, chosen.data, secret)
    else:
        kept = storage.restore(whole)
    finally:
        storage.close_database()
    say("恢复完成：", *_told(whole.contents))
    if kept is not None:
        say(f"恢复前的数据另存在“{kept}”。")


def _told(contents: Contents) -> list[str]:
    about = contents.about
    at = about.at
    lines = [
        f"{chinese_date(at.date())} {at:%H:%M} 的备份，{'已加密' if contents.is_sealed else '没有加密'}。"
    ]
    lines += [f"单位：{about.unit}。"] if about.unit else []
    return [*lines, f"里面有：{said(contents.manifest.counts)}。"]


def check(chosen: Namespace) -> None:
    """Raises Problem with all that is wrong with the database."""
    found = storage.problems()
    if found:
        raise Problem("数据库检查发现问题，请用备份恢复：", *found)
    kept = record.read(chosen.data)
    if altered := history_problems(kept.entries, kept.chain):
        raise Problem("数据库完好，但历史记录不是程序写下的样子，可能有人改动过：", *altered)
    say(_ENDS[storage.last_end()], "数据库检查通过。")
