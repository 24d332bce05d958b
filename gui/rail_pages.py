"""The pages in the order of the rail, the last one at its foot. Only pages that work are named."""

from gui.page import Page
from gui.pages.contact_point import ContactPointPage
from gui.pages.setting import SettingPage

PAGES: tuple[type[Page], ...] = (ContactPointPage, SettingPage)
