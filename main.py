"""Start: arguments lead to the window or to one headless command; no rules live here."""

import argparse
import gc
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from models.logbook import NAME as LOG
from models.logbook import log_into
from models.rules.calendar import day_named
from models.rules.kinds import Half
from models.rules.problem import Problem

DONE, MENDABLE, WRONG_USAGE, OUR_FAULT = range(4)
UNREAD = 141
"""What a shell says of a program that was cut off by whoever read it: 128 and SIGPIPE."""
_OPENED_BY = "第一行是密码的文件；也可以用环境变量 LIANXIN_PASSWORD"
_log = logging.getLogger("lianxin")


def main(arguments: list[str] | None = None) -> int:
    """Run one command, or the window if none is named; the exit code as the command line promises it."""
    logging.raiseExceptions = False  # a log that cannot be written says nothing on top of it
    if hasattr(sys, "frozen") and {"--multiprocessing-fork", "-c"} & set(sys.argv):  # a child process
        from multiprocessing import freeze_support

        freeze_support()
    if sys.platform == "win32":
        from models.commands.terminal import speak_up

        speak_up()
    folder = _default_folder()
    try:
        chosen = _parsed(arguments)
        folder = chosen.data
        code = _run(chosen)
        if sys.stdout is not None:  # a window without a console has none
            sys.stdout.flush()
        return code
    except Problem as problem:
        print(problem, file=sys.stderr)
        return MENDABLE
    except BrokenPipeError:
        return _nobody_reads()
    except Exception as error:
        _log_into(folder)
        _log.exception("unexpected")
        if trouble := _disk_trouble(error):
            print(trouble, file=sys.stderr)
            return MENDABLE
        print(f"程序出了问题，数据没有改变。详情已写入“{folder / LOG}”。", file=sys.stderr)
        return OUR_FAULT


def _disk_trouble(error: Exception) -> Problem | None:
    from models.storage.trouble import disk_trouble

    return disk_trouble(error)


def _nobody_reads() -> int:
    """Whoever read what a command prints has seen enough, as `head` has: no fault, but no success either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains as it ends
    return UNREAD


def _run(chosen: argparse.Namespace) -> int:
    if chosen.act is None:
        return _window(chosen.data)
    if hasattr(sys, "frozen"):
        from gui import splash

        splash.close()
    if chosen.needs_data:
        _with_data(chosen)
    else:
        chosen.act(chosen)
    return DONE


def _with_data(chosen: argparse.Namespace) -> None:
    from models.clerk import take_over
    from models.commands.secret import unlock_if_given
    from models.storage import close_database, open_database

    try:
        unlock_if_given(chosen)
        open_database(chosen.data)
        take_over(chosen.data)
        _log_into(chosen.data)
        chosen.act(chosen)
    finally:
        close_database()


def _window(folder: Path) -> int:
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        raise Problem("没有可用的显示器，窗口无法打开。不开窗口也能使用，请运行 main.py --help 查看命令。")
    gc.disable()  # what is made until the window stands stays to the end: nothing to collect, see Window.run
    from gui.start import run

    _log_into(folder)
    return DONE if run(folder) else MENDABLE


def _self_test(chosen: argparse.Namespace) -> None:
    from gui import self_test

    def window() -> self_test.WindowRound:
        from gui import self_test_window

        return self_test_window.run

    self_test.run(main, window, chosen.out)


def _log_into(folder: Path) -> None:
    """Faults of ours go into a file beside the data; a folder that cannot be written is told elsewhere."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        log_into(folder / LOG)


def _parsed(arguments: list[str] | None) -> argparse.Namespace:
    """The arguments; the many parsers of commands are made only if there is more than the window's one."""
    window = argparse.ArgumentParser(prog="main.py", add_help=False)
    window.add_argument("--data", type=Path, default=_default_folder(), help="数据文件夹")
    window.add_argument("--password-file", type=Path, help=_OPENED_BY)
    window.set_defaults(act=None)
    given = sys.argv[1:] if arguments is None else arguments
    arguments = ["self-test" if word == "--self-test" else word for word in given]
    chosen, rest = window.parse_known_args(arguments)
    return _parser(window).parse_args(arguments) if rest else chosen


def _parser(window: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py", description="连心台账", parents=[window])
    commands = parser.add_subparsers(title="命令", metavar="命令")
    _add_exchange_commands(commands)
    _add_counting_commands(commands)
    _add_printing_commands(commands)
    _add_storage_commands(commands)
    return parser


def _add_exchange_commands(commands: Any) -> None:
    _command(
        commands,
        "template",
        lambda chosen: _exchange().template(chosen),
        "保存空白的导入模板",
        needs_data=False,
    ).add_argument("file", type=Path)
    reading = _command(
        commands,
        "import",
        lambda chosen: _exchange().import_(chosen),
        "导入 xlsx、xls、ods 或 csv，全部成功才保存",
    )
    reading.add_argument("file", type=Path)
    reading.add_argument("--dry-run", action="store_true", help="只预览，不保存")
    reading.add_argument("--from", dest="start", type=day_named, help="没有起始日期的联系点从哪天起")
    reading.add_argument("--json", action="store_true")
    writing = _command(commands, "export", lambda chosen: _exchange().export(chosen), "导出全部记录到 xlsx")
    writing.add_argument("file", type=Path)
    writing.add_argument("--leader", help="只导出一位领导")


def _add_counting_commands(commands: Any) -> None:
    counting = _command(
        commands, "progress", lambda chosen: _counting().progress(chosen), "某一期间各项要求的完成情况"
    )
    counting.add_argument("period", help="2026、2026H1 或 2026Q3")
    planning = _command(
        commands, "plan", lambda chosen: _counting().plan(chosen), "为还没有安排的走访和下访听诉拟定计划"
    )
    planning.add_argument("period", metavar="quarter", help="2026Q3")
    planning.add_argument("--apply", action="store_true", help="采用：存为计划")
    for command in (
        counting,
        _command(commands, "due", lambda chosen: _counting().due(chosen), "今日要办"),
        planning,
    ):
        command.add_argument("--on", type=day_named, default=date.today(), help="把这一天当作今天")
        command.add_argument("--leader", help="只看一位领导")
        command.add_argument("--json", action="store_true")
    board = _command(
        commands, "duty", lambda chosen: _counting().duty(chosen), "某个半天谁在岗、谁外出、由谁代行"
    )
    board.add_argument("--on", type=day_named, help="哪一天，不写是现在")
    board.add_argument("--half", choices=[half.value for half in Half], help="am 上午，pm 下午")
    board.add_argument("--json", action="store_true")
    days = _command(
        commands, "workdays", lambda chosen: _counting().workdays(chosen), "某年的节假日和调休上班日"
    )
    days.add_argument("year", type=lambda text: day_named(f"{text}-01-01").year)
    days.add_argument("--json", action="store_true")


def _add_printing_commands(commands: Any) -> None:
    _command(
        commands,
        "documents",
        lambda chosen: _printing().documents(chosen),
        "可以打印的文档",
        needs_data=False,
    )
    printing = _command(commands, "print", lambda chosen: _printing().print_(chosen), "生成 PDF")
    printing.add_argument("document")
    wishes = {"period": "2026 或 2026Q3", "leader": "只打印一位领导", "id": "活动编号或户的编号"}
    for name, says in (wishes | {"kind": "民情事项类别，例如 意见建议"}).items():
        printing.add_argument(f"--{name}", help=says)
    printing.add_argument("--pictures", action="store_true", help="附印活动图片（“连心”台账）")
    printing.add_argument("--full", action="store_true", help="不脱敏")
    printing.add_argument(
        "--out", type=Path, required=True, help=".pdf 文件（表册可用 .xlsx，小结可用 .docx），或文件夹"
    )


def _add_storage_commands(commands: Any) -> None:
    demo = _command(commands, "demo", lambda chosen: _storage().demo(chosen), "在空文件夹里生成演示数据")
    demo.add_argument("--leaders", type=int, default=9)
    demo.add_argument("--years", type=int, default=1)
    demo.add_argument("--seed", type=int, default=1)
    copying = _command(commands, "backup", lambda chosen: _storage().backup(chosen), "备份到文件夹并核对")
    copying.add_argument("folder", type=Path)
    copying.add_argument("--accept-loss", action="store_true", help="记录比上次少了许多也照常备份")
    for name, says in (("verify", "核对一份备份"), ("restore", "用一份备份恢复")):
        act = partial(_on_copy, name)
        _command(commands, name, act, says, needs_data=False).add_argument("file", type=Path)
    _command(commands, "check", lambda chosen: _storage().check(chosen), "检查数据库")
    trial = _command(commands, "self-test", _self_test, "在临时文件夹里把各项功能试一遍", needs_data=False)
    trial.add_argument("--out", type=Path, help="把打印的文件、窗口图片和自检报告留在这个文件夹")


def _command(
    commands: Any,
    name: str,
    act: Callable[[argparse.Namespace], None],
    says: str,
    *,
    needs_data: bool = True,
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=says, description=says)
    command.add_argument("--password-file", type=Path, default=argparse.SUPPRESS, help=_OPENED_BY)
    command.set_defaults(act=act, needs_data=needs_data)
    return command


def _exchange() -> Any:
    from models.commands import exchange

    return exchange


def _counting() -> Any:
    from models.commands import counting

    return counting


def _on_copy(name: str, chosen: argparse.Namespace) -> None:
    """Whether the data can be opened is the command's own matter: a backup is for when it cannot."""
    _log_into(chosen.data)
    getattr(_storage(), name)(chosen)


def _printing() -> Any:
    from printing import commands

    return commands


def _storage() -> Any:
    from models.commands import storage

    return storage


def _default_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("lianxin-ledger", appauthor=False)


if __name__ == "__main__":
    sys.exit(main())
