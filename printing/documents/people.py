"""Officials as forms name them: with their posts, and who is called to reach them."""

from models.official import Official
from printing.wording import one_a_line, plain


def with_post(official: Official) -> str:
    """李样二（副市长）, for running text."""
    return plain(official.name) + (f"（{official.title}）" if official.title else "")


def liaison(official: Official) -> str:
    """His liaison officer and the work telephones, one below the other; "" if neither is known."""
    return "\n".join(filter(None, (plain(official.liaison), one_a_line(official.liaison_phone))))
