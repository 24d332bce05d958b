from pathlib import Path

from models.print_log import PrintLog, finish_print, log_print, prints
from models.writing import Topic, drain_topics


def test_a_number_is_taken_before_the_print_and_its_entry_is_unfinished_until_then(office: Path) -> None:
    number = log_print("季度走访安排表", "2026年第四季度", full=False, pages=0, destination="打印机甲")
    assert PrintLog.get_by_id(number).pages == 0
    finish_print(number, 9)
    entry = PrintLog.get_by_id(number)
    assert (entry.pages, entry.destination, entry.full) == (9, "打印机甲", False)
    assert entry.who
    assert drain_topics() == {Topic.PRINT_LOG}


def test_numbers_rise_and_the_newest_print_comes_first(office: Path) -> None:
    for destination in ("甲", "乙"):
        log_print("季度走访安排表", "", full=True, pages=0, destination=destination)
    assert [(entry.id, entry.destination) for entry in prints()] == [(2, "乙"), (1, "甲")]
