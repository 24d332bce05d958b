"""Names, places, posts: short texts that stand in many records, each kept and looked through once."""

from models.pinyin import spelling
from models.rules.finding import Word, fits, search_key


class Lexicon:
    """Gives each text a number; number 0 is the empty text, which nothing fits."""

    def __init__(self) -> None:
        self._numbers = {"": 0}
        self._keys = [""]
        self._spellings = [""]

    def number(self, text: str) -> int:
        """The number of a text, the same for the same text."""
        known = self._numbers.get(text)
        if known is not None:
            return known
        self._keys.append(search_key(text))
        self._spellings.append(spelling(text))
        return self._numbers.setdefault(text, len(self._numbers))

    def fits(self, word: Word) -> bytes:
        """By number: how the word fits each text, as a `Fit`."""
        return fits(word, self._keys, self._spellings)
