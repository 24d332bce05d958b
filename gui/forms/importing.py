"""Import from a workbook: choose, read in the background, see what it would do, then all of it or nothing."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs
from gui.look.palette import COLOURS, TINTS, Tone
from gui.look.scale import px
from gui.page import Page
from gui.state.import_lines import HEADS, Line, as_csv, counts, lines, verdict
from gui.tasks import Task
from gui.widgets.day_field import Day
from gui.widgets.paragraphs import Paragraphs, Said
from gui.widgets.table import Answers, Column, Table
from models.exchange.importing import ImportPlan, apply_import, plan_sheets_read
from models.exchange.reading import read_workbook
from models.storage.files import replacing


def choose(page: Page, view: "ImportView | None") -> "ImportView | None":
    """Ask for a file and read it; the view to come, or the old one if nothing was chosen."""
    path = dialogs.ask_open_file(page, "导入哪个文件？", dialogs.WORKBOOKS)
    if path is None:
        return view
    if view is not None and view.winfo_exists():
        view.destroy()
    fresh = ImportView(page, path)
    fresh.read()
    return fresh


class ImportView(ttk.Frame):
    """Lies over the page from when the file is read until it is imported or left."""

    def __init__(self, page: Page, path: Path) -> None:
        super().__init__(page, style="Card.TFrame", padding=(px(24), px(18)))
        self._page, self._path = page, path
        self.plan: ImportPlan | None = None
        self._build()

    def read(self) -> None:
        """Read the file, as it is now, in the background; the preview comes when that is done."""
        start = self._start.get()
        title = f"正在读取 {self._path.name}"
        self._page.shell.start(
            Task(title, self._work, lambda sheets: self._read(sheets, start), self._failed)
        )

    def apply(self) -> None:
        """Import what the preview shows, and close."""
        if self.plan is None:
            return
        with self._page.shell.busy("正在写入……"):
            apply_import(self.plan)
        self._page.shell.notice(
            f"已导入“{self._path.name}”：新增 {self.plan.new} 行，更改 {self.plan.changed} 行。"
        )
        self.leave()

    def leave(self) -> None:
        """Close; what was not imported is not."""
        self.destroy()
        self._page.take_keyboard()

    def save_lines(self) -> None:
        """Write what cannot be imported into a file, to mend by."""
        name = f"{self._path.stem}-核对结果.csv"
        path = dialogs.ask_save_file(self._page, "保存核对结果", ("CSV 表格", ("*.csv",)), name)
        if path is not None:
            with replacing(path) as part:
                part.write_bytes(as_csv(self.table.rows.items))
            self._page.shell.notice(f"核对结果已保存到“{path}”。")

    def _work(self, task: Task) -> Sequence[Any]:
        def told(share: float) -> None:
            task.step(share, f"已读 {share:.0%}")

        return read_workbook(self._path, told, lambda: task.asked_to_stop)

    def _read(self, sheets: Sequence[Any], start: date | None) -> None:
        if self.winfo_exists():
            self._plan(sheets, start)
            self.place(relwidth=1.0, relheight=1.0)
            self.lift()
            (self.again if self.main.instate(["disabled"]) else self.main).focus_set()

    def _failed(self, error: Exception) -> None:
        if self.winfo_exists():
            self.destroy()
        raise error

    def _plan(self, sheets: Sequence[Any], start: date | None) -> None:
        with self._page.shell.busy("正在核对……"):
            plan = plan_sheets_read(self._path.name, sheets, self._page.shell.today(), start)
        self.plan = plan
        for (word, number, tone), tile in zip(counts(plan), self._tiles, strict=True):
            tile.configure(text=f"{word}  {number}", foreground=COLOURS[tone], background=TINTS[tone])
        self._verdict.configure(text=verdict(plan))
        shown = lines(plan)
        self.table.fill(shown)
        self.whole.say([])
        if shown:
            self.table.pick(0)
        useless = bool(plan.refused) or not (plan.new or plan.changed)
        self.main.state(["disabled" if useless else "!disabled"])
        self._save.state(["!disabled" if shown else "disabled"])

    def _build(self) -> None:
        head = ttk.Frame(self, style="Paper.TFrame")
        head.pack(fill="x")
        ttk.Label(head, text=f"导入 {self._path.name}", style="Paper.TLabel", font="LianxinHeading").pack(
            anchor="w"
        )
        self._verdict = ttk.Label(head, style="Soft.TLabel")
        self._verdict.pack(anchor="w", pady=(px(2), px(12)))
        tiles = ttk.Frame(self, style="Paper.TFrame")
        tiles.pack(fill="x", pady=(0, px(12)))
        self._tiles = [
            ttk.TkLabel(tiles, autostyle=False, font="LianxinHeading", padx=px(20), pady=px(8))
            for _ in range(4)
        ]
        for tile in self._tiles:
            tile.pack(side="left", padx=(0, px(12)))
        self._build_start(tiles)
        self._build_foot()
        self._build_table()

    def _build_start(self, row: ttk.Frame) -> None:
        self.again = ttk.Button(row, text="重新核对", style="Quiet.TButton", command=self.read)
        self.again.pack(side="right")
        self._start = Day(row, self._page.shell.today)
        self._start.pack(side="right", padx=px(8))
        ttk.Label(row, text="未写日期的联系安排从哪天起", style="Soft.TLabel").pack(side="right")

    def _build_foot(self) -> None:
        foot = ttk.Frame(self, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", pady=(px(12), 0))
        self.main = ttk.Button(foot, text="导入", style="Main.TButton", command=self.apply)
        self.main.pack(side="right")
        ttk.Button(foot, text="返回", style="Quiet.TButton", command=self.leave).pack(
            side="right", padx=px(8)
        )
        self._save = ttk.Button(foot, text="保存核对结果", style="Quiet.TButton", command=self.save_lines)
        self._save.pack(side="left")
        ttk.Label(foot, text="严禁导入国家秘密", style="Soft.TLabel").pack(side="left", padx=px(16))

    def _build_table(self) -> None:
        columns = [
            Column(HEADS[0], 110, lambda line: (line.sign, line.tone), stretch=0),
            Column(HEADS[1], 110, lambda line: line.sheet, stretch=0.3),
            Column(
                HEADS[2], 60, lambda line: line.row, lambda line: int(line.row or 0), stretch=0, right=True
            ),
            Column(HEADS[3], 120, lambda line: line.column, stretch=0.3),
            Column(HEADS[4], 420, _words, stretch=3),
        ]
        self.whole = Paragraphs(self)
        self.whole.pack(side="bottom", fill="x", pady=(px(12), 0))
        self.table = Table(
            *(self, "import", columns, self._page.shell.remembered),
            empty="没有需要注意的地方。",
            answers=Answers(pick=lambda line: self.whole.say([Said(line.words)])),
        )
        self.table.pack(fill="both", expand=True)


def _words(line: Line) -> tuple[str, Tone]:
    return line.words, Tone.PLAIN
