"""A “连心”台账 of 300 pages against bare canvas calls and the usual ways to a PDF, and memory by length."""

import json
import math
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from random import Random
from statistics import median

from tests.benchmarks._bare_canvas import bare, ours, record, run

PAGES = 300
SHORT, LONG = 50, 2000
ROUNDS = 3
MOST_TIME = 1.25  # of the yardstick's
MOST_MEMORY = 1.5  # of a short book's

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田"
_WORDS = (
    "门前道路雨天泥泞，希望硬化到户；已列入今年农村公路养护计划。",
    "饮水管道老化，盼早日更换；水利部门实地查看，月底前换好。",
    "低保金到账时间不固定，盼明确每月发放日期，由乡里张贴告知。",
    "希望村卫生室常备慢性病用药，卫健部门已配送第一批。",
    "想学脐橙黄龙病防治技术，农技人员下月到村里讲课。",
    "反映电压不稳，夏季用电高峰时常跳闸，供电所增容改造。",
)


def rows() -> Iterator[tuple[str, str, str, float, float]]:
    """What, ours, the yardstick, their ratio, and the ratio wanted at most; infinite if it is only told."""
    with tempfile.TemporaryDirectory() as folder:
        strings = Path(folder, "strings.json")
        run(__name__, "record", strings)
        rounds = [(run(__name__, "ours", strings), run(__name__, "bare", strings)) for _ in range(ROUNDS)]
        mine, theirs = (median(pair[side]["seconds"] for pair in rounds) for side in (0, 1))
        pages = rounds[0][0]["pages"]
        speed = (f"{pages / mine:.0f} 页/秒", f"{pages / theirs:.0f} 页/秒", mine / theirs)
        yield (f"“连心”台账（{pages:.0f} 页）比直接画同样的字", *speed, MOST_TIME)
        short, long = (run(__name__, what, strings) for what in ("short", "long"))
        what = f"打印内存：{long['pages']:.0f} 页比 {short['pages']:.0f} 页"
        peaks = [each["peak"] for each in (long, short)]
        yield what, f"{peaks[0]:.0f} MB", f"{peaks[1]:.0f} MB", peaks[0] / peaks[1], MOST_MEMORY
        for name, work in _others().items():
            other = run(__name__, work, strings)["seconds"] if work else math.nan
            told = f"{other:.1f} 秒" if work else "没有安装"
            yield f"同样的行用 {name}（只作对照）", f"{mine:.2f} 秒", told, mine / other, math.inf


def _others() -> dict[str, str]:
    """The usual ways to a PDF, and how they are measured; "" for what this machine has not."""
    found = {"reportlab 的 Table 和 Paragraph": "platypus"}
    for name, command in (("WeasyPrint", "weasyprint"), ("LibreOffice", "soffice")):
        found[name] = command if shutil.which(command) else ""
    return found


def _book(pages: int) -> object:
    """A book of about so many pages, half of them tables, half of them records."""
    from models.rules.calendar import period
    from printing.documents.ledger_sections import OPINION, POLICY, Opinion, SectionChapter, Told
    from printing.documents.ledger_visits import Quarter, Recorded, VisitsChapter
    from printing.documents.liaison_ledger import LiaisonLedger

    dice, year = Random(1), period("2026")
    facts = ("领导：张样一（市长）", "填报单位：样例市人民政府办公室", "2026年度")
    policies = [
        Told(str(at), _day(dice), "样例乡", dice.choice(_WORDS), "入户", f"{dice.randint(1, 9)}户")
        for at in range(1, pages * 3 // 2)
    ]
    opinions = [Opinion(str(at), *_opinion(dice)) for at in range(1, pages * 12 // 5)]
    records = [Recorded(f"{_day(dice)} {_name(dice)}", _record(dice)) for _ in range(pages // 2)]
    chapters = (
        SectionChapter(POLICY, facts, policies),
        SectionChapter(OPINION, facts, opinions),
        VisitsChapter([Quarter("2026年第一季度", records)]),
    )
    cover = [("年度", "2026年"), ("领导姓名", "张样一"), ("职务", "市长"), ("启用日期", "2026年1月1日")]
    return LiaisonLedger("张样一", year, cover, chapters)


def _opinion(dice: Random) -> Sequence[str]:
    where = f"样例乡样例村{dice.randint(1, 9)}组{dice.randint(1, 99)}号\n139****{dice.randint(1000, 9999)}"
    said = f"{dice.choice(_WORDS)}{dice.choice(_WORDS)}"
    done = ("道路交通", "样例县交通运输局", _day(dice), dice.choice(_WORDS), _day(dice), "满意", _day(dice))
    return (_day(dice), _name(dice), where, said, *done)


def _record(dice: Random) -> object:
    from printing.documents.visit_record import VisitRecord

    return VisitRecord(
        leader="张样一",
        post="市长",
        time="2026年7月15日\n星期三 上午",
        place=f"样例县样例乡样例村{dice.randint(1, 9)}组{dice.randint(1, 99)}号",
        companions="覃样一、韦样二",
        whom=_name(dice),
        phone=f"139****{dice.randint(1000, 9999)}",
        manner="入户",
        which="2026年第三季度，本年第2次",
        family=f"家庭人口{dice.randint(1, 9)}人，低保户",
        heard="".join(dice.choices(_WORDS, k=5)),
        reply="".join(dice.choices(_WORDS, k=4)),
    )


def _day(dice: Random) -> str:
    return f"{dice.randint(1, 12)}月{dice.randint(1, 28)}日"


def _name(dice: Random) -> str:
    return f"{dice.choice(_SURNAMES)}样{dice.choice('一二三四五六七八九十')}"


def _tables() -> Iterator[tuple[list[float], list[list[str]]]]:
    """The book's own rows as others take them: the widths of columns, and their texts under the heads."""
    for chapter in _book(PAGES).chapters:  # type: ignore[attr-defined]
        if hasattr(chapter, "kind"):
            columns = chapter.kind.columns
            heads = [column.title for column in columns]
            yield [column.width for column in columns], [heads, *map(list, chapter.rows)]
        else:
            for one in (each for quarter in chapter.quarters for each in quarter.records):
                _, form = one.record.story()
                for line in form.lines:
                    texts = [text for pair in line.pairs for text in pair]
                    yield [1, 6 if len(texts) == 2 else 2.5] * (len(texts) // 2), [texts]


def _platypus(strings: Path) -> dict[str, float]:
    """reportlab's own tables of paragraphs, breaking Chinese lines by its own rules."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    tables = list(_tables())
    pdfmetrics.registerFont(TTFont("serif", str(_face())))
    style = ParagraphStyle("cell", fontName="serif", fontSize=9, leading=11, wordWrap="CJK")
    begin = time.perf_counter()
    story: list[object] = []
    for widths, lines in tables:
        scale = 637 / sum(widths[: len(lines[0])])
        cells = [[Paragraph(escape(text), style) for text in line] for line in lines]
        grid = [("GRID", (0, 0), (-1, -1), 0.7, "#000000")]
        for at in range(0, len(cells), 500):  # one big table takes longer than its parts
            part = cells[at : at + 500]
            story.append(Table(part, [width * scale for width in widths[: len(part[0])]], style=grid))
    SimpleDocTemplate(str(strings.with_suffix(".platypus.pdf")), pagesize=landscape(A4)).build(story)
    return {"seconds": time.perf_counter() - begin}


def _weasyprint(strings: Path) -> dict[str, float]:
    """WeasyPrint sets a web page: the same rows as tables in HTML."""
    page, out = strings.with_suffix(".html"), strings.with_suffix(".weasyprint.pdf")
    cells = (
        "".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in line)}</tr>" for line in lines)
        for _, lines in _tables()
    )
    look = f"@font-face {{font-family: sc; src: url('{_face().as_uri()}')}} @page {{size: A4 landscape}}"
    look += "td {font: 9pt/11pt sc; border: 0.25mm solid} table {border-collapse: collapse; width: 100%}"
    tables = "".join(f"<table>{one}</table>" for one in cells)
    page.write_text(f"<meta charset='utf-8'><style>{look}</style>{tables}", "utf-8")
    return _by_command("weasyprint", page, out)


def _soffice(strings: Path) -> dict[str, float]:
    """LibreOffice prints a workbook: a sheet a table, the records one below another."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    lines_of_records = book.create_sheet("走访记录")
    for _, lines in _tables():
        sheet = book.create_sheet() if len(lines) > 1 else lines_of_records
        for line in lines:
            sheet.append(line)
    path = strings.with_suffix(".xlsx")
    book.save(path)
    return _by_command("soffice", "--headless", "--convert-to", "pdf", "--outdir", path.parent, path)


def _by_command(*command: str | Path) -> dict[str, float]:
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return {"seconds": time.perf_counter() - begin}


def _face() -> Path:
    from printing import fonts
    from printing.styles import Role

    return fonts.built_in().chains[Role.SONGTI][0].path


_WORK = {
    "record": lambda path: record([_book(PAGES)], path),
    "ours": lambda path: ours([_book(PAGES)], path.with_suffix(".pdf")),
    "bare": bare,
    "short": lambda path: ours([_book(SHORT)], path.with_suffix(".short.pdf")),
    "long": lambda path: ours([_book(LONG)], path.with_suffix(".long.pdf")),
    "platypus": _platypus,
    "weasyprint": _weasyprint,
    "soffice": _soffice,
}

if __name__ == "__main__":
    print(json.dumps(_WORK[sys.argv[1]](Path(sys.argv[2]))))
