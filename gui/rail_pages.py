"""The pages in the order of the rail, the last one at its foot; each is imported when it is first shown.

Only pages that work are named.
"""

from gui.page import Page, RailPage


def _today() -> type[Page]:
    from gui.pages.today import TodayPage

    return TodayPage


def _coverage() -> type[Page]:
    from gui.pages.coverage import CoveragePage

    return CoveragePage


def _contact_point() -> type[Page]:
    from gui.pages.contact_point import ContactPointPage

    return ContactPointPage


def _friend() -> type[Page]:
    from gui.pages.friend import FriendPage

    return FriendPage


def _calendar() -> type[Page]:
    from gui.pages.calendar import CalendarPage

    return CalendarPage


def _activity() -> type[Page]:
    from gui.pages.activity import ActivityPage

    return ActivityPage


def _matter() -> type[Page]:
    from gui.pages.matter import MatterPage

    return MatterPage


def _pairing() -> type[Page]:
    from gui.pages.pairing import PairingPage

    return PairingPage


def _print_center() -> type[Page]:
    from gui.pages.print_center import PrintCenterPage

    return PrintCenterPage


def _backup() -> type[Page]:
    from gui.pages.backup import BackupPage

    return BackupPage


def _history() -> type[Page]:
    from gui.pages.history import HistoryPage

    return HistoryPage


def _setting() -> type[Page]:
    from gui.pages.setting import SettingPage

    return SettingPage


PAGES = (
    RailPage("今日要办", "list-check", _today),
    RailPage("履职总览", "grid-3x3-gap", _coverage),
    RailPage("联系点", "people", _contact_point),
    RailPage("基层朋友", "person-heart", _friend),
    RailPage("走访日历", "calendar3", _calendar),
    RailPage("走访登记", "journal-check", _activity),
    RailPage("民情事项", "chat-left-text", _matter),
    RailPage("AB角", "arrow-left-right", _pairing),
    RailPage("打印中心", "printer", _print_center),
    RailPage("备份与恢复", "archive", _backup),
    RailPage("撤销与历史", "clock-history", _history),
    RailPage("设置", "gear", _setting),
)
