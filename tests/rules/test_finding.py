"""What one types and what it finds, as a secretary could check it."""

import pytest

from models.rules.finding import Fit, fit, fits, search_key, search_keys, shortened, spelled, words

SPELLED = (
    *("横=heng", "山=shan", "村=cun", "富=fu", "长=zhang/chang", "张=zhang", "样=yang", "一=yi"),
    *("单=dan/chan/shan", "曾=ceng/zeng", "阿=a/e", "卜=bu/bo", "组=zu", "号=hao"),
)
READINGS = dict(pair.split("=") for pair in SPELLED)


def found(typed: str, text: str) -> Fit:
    key = search_key(text)
    (word,) = words(typed)
    return fit(word, key, spelled(key, lambda character: READINGS.get(character, character)))


@pytest.mark.parametrize(
    ("typed", "text", "where"),
    [
        # by its characters
        ("横山村", "横山村", Fit.WHOLE),
        ("横", "横山村", Fit.BEGINNING),
        ("山", "横山村", Fit.INSIDE),
        ("横村", "横山村", Fit.NOWHERE),
        ("横山村", "横山", Fit.NOWHERE),
        # by the first letters of its pinyin
        ("hsc", "横山村", Fit.WHOLE),
        ("zyy", "张样一", Fit.WHOLE),
        ("hs", "横山村", Fit.BEGINNING),
        ("sc", "横山村", Fit.INSIDE),
        ("hs", "富长村横山", Fit.INSIDE),
        ("hc", "横山村", Fit.NOWHERE),
        ("hscc", "横山村", Fit.NOWHERE),
        # by whole syllables, and by some whole and some not
        ("hengshancun", "横山村", Fit.WHOLE),
        ("hengsc", "横山村", Fit.WHOLE),
        ("hshanc", "横山村", Fit.WHOLE),
        ("zhyy", "张样一", Fit.WHOLE),
        ("hengsh", "横山村", Fit.BEGINNING),
        ("engshan", "横山村", Fit.NOWHERE),
        # capitals and full width are the same letters
        ("HSC", "横山村", Fit.WHOLE),
        ("ｈｓｃ", "横山村", Fit.WHOLE),
        ("hd20260001", "HD20260001", Fit.WHOLE),
        ("Ａ村", "a村", Fit.WHOLE),
        # a character that is read in several ways
        ("dy", "单样", Fit.WHOLE),
        ("shanyang", "单样", Fit.WHOLE),
        ("zyy", "曾样一", Fit.WHOLE),
        ("cyy", "曾样一", Fit.WHOLE),
        ("zhang", "富长村", Fit.INSIDE),
        ("fuchang", "富长村", Fit.BEGINNING),
        # letters, digits, signs and blanks inside a name
        ("3z12h", "3组12号", Fit.WHOLE),
        ("12号", "3组12号", Fit.INSIDE),
        ("ac", "A村", Fit.WHOLE),
        ("aby", "阿卜·样", Fit.WHOLE),
        ("张样", "张　样", Fit.WHOLE),
        ("zy", "张 样", Fit.WHOLE),
    ],
)
def test_what_is_typed_finds(typed: str, text: str, where: Fit) -> None:
    assert found(typed, text) is where


def test_many_texts_are_judged_as_each_alone() -> None:
    texts = ["", "横山村", "富长村横山", "张样一", "HS", "曾样一"]
    keys = search_keys(texts)
    spellings = [spelled(key, lambda character: READINGS.get(character, character)) for key in keys]
    for typed in ("hs", "横山", "zyy", "村", "x"):
        assert list(fits(words(typed)[0], keys, spellings)) == [found(typed, text) for text in texts]


def test_keys_of_many_texts_are_those_of_each_alone() -> None:
    texts = ["横山村", "", "Ａ 村\n二组", "，\u200b。", "a\0b"]
    assert search_keys(texts) == ["横山村", "", "a村二组", ",。", "ab"]
    assert search_keys([]) == []


def test_blanks_of_any_width_stand_between_words_and_each_counts_once() -> None:
    assert [word.key for word in words(" 张样一　饮水\tHSC hsc ")] == ["张样一", "饮水", "hsc"]
    assert words(" 　") == ()


def test_only_letters_and_digits_are_pinyin() -> None:
    assert [word.pinyin is not None for word in words("hsc 3z 横s h'sc .*")] == [
        True,
        True,
        False,
        False,
        False,
    ]


LONG = "村口道路雨天积水，希望早日修好排水沟；另外饮水管道老化"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("村口", "村口道路雨天积水，希望早…"),
        ("饮水", "…水沟；另外饮水管道老化"),
        ("积水", "…路雨天积水，希望早日修…"),
        ("hsc", "村口道路雨天积水，希望早…"),
        ("水,希", "…雨天积水，希望早日修好…"),
    ],
)
def test_a_long_text_is_cut_round_what_was_found(typed: str, said: str) -> None:
    short = shortened(LONG, words(typed), 13)
    assert short == said
    assert len(short) <= 13


def test_a_short_text_stays_whole_in_one_line() -> None:
    assert shortened("饮水\n管道", words("管道"), 13) == "饮水 管道"
