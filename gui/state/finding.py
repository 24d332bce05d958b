"""What is typed above a list, and which of its lines are meant: by the one rule of models.rules.finding."""

from collections.abc import Collection

from models.pinyin import spelling
from models.rules.finding import Fit, Word, fit, search_key, words


class Filter:
    """Asks line after line; a name that stands in many lines is looked at once. Nothing typed means all."""

    def __init__(self, typed: str) -> None:
        self._words = [_Known(word) for word in words(typed)]

    def finds(self, names: Collection[str], key: str = "") -> bool:
        """Whether each word is in one of the names, by its pinyin too, or in free text of that key."""
        for known in self._words:  # plain loops: a long list asks 50,000 times a key
            if known.word.key in key:
                continue
            for name in names:
                if known[name]:
                    break
            else:
                return False
        return True


class _Known(dict[str, bool]):
    """Of one word: the names it was compared with, and whether it fits."""

    def __init__(self, word: Word) -> None:
        super().__init__()
        self.word = word

    def __missing__(self, name: str) -> bool:
        self[name] = fits = fit(self.word, search_key(name), spelling(name)) is not Fit.NOWHERE
        return fits
