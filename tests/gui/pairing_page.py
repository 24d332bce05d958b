"""How a test looks at the page AB角."""

from gui.pages.pairing import PairingPage


def listed(page: PairingPage) -> list[list[str]]:
    """What the list shows, once the window's tick has brought what was written."""
    page.shell._hear()  # type: ignore[attr-defined]
    page.update()
    table: list[list[str]] = page._parts[page.view].table.shown()
    return table
