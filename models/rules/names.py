"""When two spellings are one name."""

import unicodedata

# Zero-width characters come along when names are copied from web pages and chat windows.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def name_key(name: str) -> str:
    """The key under which names match: NFKC, no spaces, nothing unseen (郝　样 = 郝样).

    Only for comparing and for key columns; what a person typed is kept as typed.
    """
    if name.isascii():
        return "".join(name.split())
    return "".join(unicodedata.normalize("NFKC", name).translate(_UNSEEN).split())
