"""Printing where CUPS is: `lpstat` names the printers, `lp` takes the PDF on its standard input."""

import subprocess
from collections.abc import Sequence

from gui.paper.outside import environment
from gui.state.print_job import Job, Printer
from models.rules.problem import Problem

_PATIENCE = 20  # seconds; a print server that is away keeps lpstat waiting much longer
_OTHERWISE = "可以先“保存为 PDF”，或“用阅读器打开”再打印。"
_MISSING = f"这台电脑没有安装打印服务（CUPS），不能直接打印。{_OTHERWISE}"
_SILENT = f"打印服务没有回答，打印机可能已脱机或打印服务器连不上。{_OTHERWISE}"
_DOWN = f"打印服务没有启动，请联系管理员启动 CUPS。{_OTHERWISE}"


def printers() -> list[Printer]:
    """The queues CUPS knows and those it finds on the network. Raises Problem if it does not answer."""
    found = _run(["lpstat", "-e"])
    if found.returncode and "add" not in found.stderr:  # "No destinations added." is an answer
        raise Problem(_DOWN)
    told = _run(["lpstat", "-p", "-d"]).stdout.splitlines()
    stopped = {line.split()[1] for line in told if line.startswith("printer ") and " disabled " in line}
    preferred = next((line.split(": ")[1] for line in told if line.startswith("system default")), "")
    return [Printer(name, name == preferred, name in stopped) for name in found.stdout.split()]


def send(data: bytes, job: Job) -> None:
    """Queue the PDF. Raises Problem with what lp said if it did not take it."""
    ranges = ",".join(f"{first}-{last}" for first, last in job.ranges)
    command = ["lp", "-d", job.printer, "-n", str(job.copies), "-t", job.title]
    command += ["-o", f"sides={'two-sided-long-edge' if job.both_sides else 'one-sided'}"]
    command += ["-o", f"media={job.paper}"]
    command += ["-P", ranges] if ranges else []
    done = _run(command, data)
    if done.returncode:
        raise Problem(
            f"打印机“{job.printer}”没有接受打印：{done.stderr.strip() or '没有说明原因'}。{_OTHERWISE}"
        )


def _run(command: Sequence[str], data: bytes = b"") -> "subprocess.CompletedProcess[str]":
    plainly = {**environment(), "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    try:
        done = subprocess.run(  # noqa: S603 -- lp and lpstat with arguments of ours, no shell
            command, input=data, capture_output=True, timeout=_PATIENCE, env=plainly, check=False
        )
    except FileNotFoundError as error:
        raise Problem(_MISSING) from error
    except subprocess.TimeoutExpired as error:
        raise Problem(_SILENT) from error
    told = [text.decode("utf-8", "replace") for text in (done.stdout, done.stderr)]
    return subprocess.CompletedProcess(command, done.returncode, *told)
