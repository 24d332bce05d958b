"""500 leaders' visit sheets against the same text by bare canvas calls, and memory."""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median

from tests.benchmarks._bare_canvas import bare, ours, record, run

LEADERS = 500
ROUNDS = 5
WANTED = 1 / 0.8  # of the yardstick's time: at least 0.8 of its pages a second
MOST_MEMORY = 120  # MB at the peak, of the whole process

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田"
_WORDS = (
    "门前道路雨天泥泞，希望硬化",
    "饮水管道老化，盼早日更换",
    "低保金到账时间不固定，盼明确每月发放日期",
    "希望村卫生室常备慢性病用药",
    "想学脐橙黄龙病防治技术",
    "反映电压不稳，夏季用电高峰时常跳闸",
    "",
)


def rows() -> list[tuple[str, str, str, float, float]]:
    """What, ours, the yardstick, their ratio, and the ratio wanted at most."""
    with tempfile.TemporaryDirectory() as folder:
        strings = Path(folder, "strings.json")
        run(__name__, "record", strings)
        rounds = [(run(__name__, "ours", strings), run(__name__, "bare", strings)) for _ in range(ROUNDS)]
    mine, theirs = (median(pair[side]["seconds"] for pair in rounds) for side in (0, 1))
    peak = max(pair[0]["peak"] for pair in rounds)
    pages = rounds[0][0]["pages"]
    what = f"打印 {LEADERS} 位领导的走访安排表（{pages:.0f} 页）"
    return [
        (what, f"{pages / mine:.0f} 页/秒", f"{pages / theirs:.0f} 页/秒", mine / theirs, WANTED),
        ("打印时的内存峰值", f"{peak:.0f} MB", f"{MOST_MEMORY} MB", peak / MOST_MEMORY, 1.0),
    ]


def _sheets() -> Iterator[object]:
    from models.rules.calendar import period
    from printing.documents.quarter_plan import QuarterPlan

    dice = Random(1)
    for number in range(LEADERS):
        yield QuarterPlan(
            office="样例市人民政府办公室",
            leader=_name(dice, number),
            post=dice.choice(("副市长", "市委常委、常务副市长", "市政府党组成员")),
            quarter=period("2026Q3"),
            day="2026年7月1日",
            year="全年（已/应）：走访户7/20次，调研16.5/60天，报告1/2篇，生活会0/1次",
            rows=_rows(dice),
            notes=("按走访首日计入当季；电话联系、未遇、他人代走的不计次。", "反映问题前为所记日期。"),
        )


def _rows(dice: Random) -> list[object]:
    from printing.documents.quarter_plan import PlanRow

    kinds = ["乡镇", "村", *["户"] * 10, "听诉"]
    return [
        PlanRow(
            number=str(number),
            kind=kind,
            whom=_name(dice, number),
            where=f"{dice.randint(1, 9)}组{dice.randint(1, 99)}号\n139****{dice.randint(1000, 9999)}",
            share=f"年{dice.randint(0, 2)}/2",
            last=f"{dice.randint(1, 6)}月{dice.randint(1, 28)}日",
            heard=dice.choice(_WORDS),
            planned=f"{dice.randint(7, 9)}月{dice.randint(1, 28)}日上午" if dice.random() < 0.6 else "",
        )
        for number, kind in enumerate(kinds, start=1)
    ]


def _name(dice: Random, number: int) -> str:
    return f"{dice.choice(_SURNAMES)}样{'一二三四五六七八九十'[number % 10]}"


if __name__ == "__main__":
    work = {
        "record": lambda path: record(_sheets(), path),
        "ours": lambda path: ours(_sheets(), path.with_suffix(".pdf")),
        "bare": bare,
    }[sys.argv[1]]
    print(json.dumps(work(Path(sys.argv[2]))))
