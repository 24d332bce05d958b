"""归档 as a task: the documents are loaded here, set on the worker, and kept all together or not at all."""

from collections.abc import Callable, Sequence
from datetime import date

from gui.look.palette import Tone
from gui.page import Shell
from gui.paper.print_jobs import stepping
from gui.state.print_choice import told
from gui.tasks import Task
from models.closing import Pages, close_quarter, insist_on_closable
from models.print_log import log_print
from models.rules.calendar import Period
from printing import fonts
from printing.closing import ToKeep, to_keep
from printing.documents import Form
from printing.fonts import Fonts
from printing.render import compose, stamp


def close(
    shell: Shell, quarter: Period, forms: Sequence[Form], today: date, done: Callable[[], object]
) -> None:
    """Print these documents of everybody and keep them. Raises Problem if the quarter cannot be closed."""
    insist_on_closable(quarter, today)
    loaded = [found for found in (to_keep(form, quarter, today) for form in forms) if found.documents]
    numbered = [(_number(one), one) for one in loaded]
    faces = fonts.chosen()

    def keep(made: Sequence[Pages]) -> None:
        close_quarter(quarter, made, today)
        done()
        pages = sum(one.pages for one in made)
        shell.notice(f"{quarter.title}已归档：{len(made)} 份文件，共 {pages} 页。按 Ctrl+Z 撤销。", Tone.DONE)

    def work(task: Task) -> list[Pages]:
        return [_made(task, number, one, faces) for number, one in numbered]

    shell.start(Task(f"正在归档{quarter.title}", work, keep, _raise))


def _number(one: ToKeep) -> int:
    said = told([one.period.title, "全部领导"], "")
    return log_print(one.form.title, said, full=False, pages=0, destination="归档")


def _made(task: Task, number: int, one: ToKeep, faces: Fonts) -> Pages:
    printed = compose(stepping(one.documents, task), stamp(number), faces)
    name = f"{one.form.title}_{one.period}"
    return Pages(number, one.form.name, one.period, name, printed.pages, printed.data)


def _raise(error: Exception) -> None:
    raise error
