"""The yardstick of paper: the very strings of our pages drawn by bare canvas calls (rl_accel, no ASCII85).

It only draws strings that are ready, at places that are known, in faces that are registered before its clock
starts; ours opens the faces, lays out, rules, numbers and writes the file inside its clock.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

String = tuple[float, float, str, str, float]


def record(documents: Iterable[object], strings: Path) -> dict[str, float]:
    """Keep what our pages draw: for each page its strings with place, face and size."""
    import printing.flow
    from printing import fonts
    from printing.page import Page
    from printing.render import compose, stamp

    drawn: dict[Page, list[String]] = {}
    faces = fonts.built_in()

    class Recorded(Page):
        def text(self, x: float, y: float, text: str, style: object) -> None:
            drawn.setdefault(self, []).append((x, y, text, str(faces.chains[style.role][0].path), style.size))
            super().text(x, y, text, style)

    printing.flow.Page = Recorded
    pages: list[list[String]] = []
    for document in documents:
        drawn.clear()
        count = compose(document, stamp(1), faces).pages
        groups = list(drawn.values())
        for at, late in enumerate(groups[count:]):  # numbers and stamps come when the last page is known
            groups[at % count] += late
        pages += groups[:count]
    strings.write_text(json.dumps(pages), "utf-8")
    return {"pages": len(pages)}


def ours(documents: Iterable[object], path: Path) -> dict[str, float]:
    """Our own time and the process's peak."""
    from printing import fonts
    from printing.render import render, stamp

    kept = list(documents)
    begin = time.perf_counter()
    pages = render(kept, path, stamp(1), fonts.built_in())
    return {"seconds": time.perf_counter() - begin, "pages": pages, "peak": peak()}


def bare(strings: Path) -> dict[str, float]:
    """The yardstick's time."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    pages = json.loads(strings.read_text("utf-8"))
    for path in {path for page in pages for *_, path, _ in page}:
        pdfmetrics.registerFont(TTFont(path, path))
    begin = time.perf_counter()
    canvas = Canvas(str(strings.with_suffix(".bare.pdf")), pagesize=(841.89, 595.28), pageCompression=1)
    for page in pages:
        for x, y, text, face, size in page:
            canvas.setFont(face, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return {"seconds": time.perf_counter() - begin, "pages": len(pages), "peak": peak()}


def run(module: str, *arguments: str | Path) -> dict[str, float]:
    """One measurement in a process of its own."""
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return {key: float(value) for key, value in json.loads(done.stdout).items()}


def peak() -> float:
    """This process's own highest resident set in MB; getrusage would begin with what the parent held."""
    status = Path("/proc/self/status").read_text("ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
