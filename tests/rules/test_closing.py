from models.rules.closing import Entered, LaterEntry, later_entries
from models.rules.kinds import Later

THEN = {"HD1": Entered("a", "甲"), "HD2": Entered("b", "乙"), "HD3": Entered("c", "丙")}


def test_nothing_is_told_of_what_stands_as_it_did_though_a_name_is_written_otherwise() -> None:
    assert not list(later_entries(THEN, {**THEN, "HD1": Entered("a", "甲改名")}))


def test_what_came_what_changed_and_what_went_is_told_apart() -> None:
    now = {"HD1": Entered("a", "甲"), "HD2": Entered("x", "乙改"), "HD9": Entered("n", "新")}
    assert list(later_entries(THEN, now)) == [
        LaterEntry("HD2", Later.CHANGED, "乙改"),
        LaterEntry("HD9", Later.ADDED, "新"),
        LaterEntry("HD3", Later.GONE, "丙"),
    ]
