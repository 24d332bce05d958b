"""设置."""

from gui.page import Page


class SettingPage(Page):
    """What the office chose."""

    title = "设置"
    icon = "gear"
