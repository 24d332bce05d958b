"""demo, backup, check."""

from argparse import Namespace
from datetime import date

from models import storage
from models.commands.saying import say
from models.demo import fill_with_demo
from models.rules.problem import Problem
from models.storage.fingerprint import End

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
    """A verified copy in the folder named."""
    say(f"备份完成并已核对：“{storage.backup(chosen.folder)}”。")


def check(_chosen: Namespace) -> None:
    """Raises Problem with all that is wrong with the database."""
    found = storage.problems()
    if found:
        raise Problem("数据库检查发现问题，请用备份恢复：", *found)
    say(_ENDS[storage.last_end()], "数据库检查通过。")
