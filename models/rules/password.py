"""What a password must be: long, or shorter with three kinds of characters, and nothing that all try."""

import re

_LONG, _SHORT, _KINDS = 10, 8, 3
_CLASSES = (r"[a-z]", r"[A-Z]", r"\d", r"[^a-zA-Z\d\s]")
_COMMON = {
    *("password", "passw0rd", "iloveyou", "administrator", "lianxintaizhang", "lianxin", "woaini"),
    *(
        "qwertyuiop",
        "qwerty",
        "asdfghjkl",
        "zxcvbnm",
        "1qaz2wsx",
        "q1w2e3r4",
        "abcd1234",
        "a1234567",
        "woaini1314",
    ),
}
_RUNS = "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm"


def complaint(password: str) -> str:
    """Why it will not do, "" if it will."""
    kinds = sum(bool(re.search(pattern, password)) for pattern in _CLASSES)
    if len(password) < _SHORT or (len(password) < _LONG and kinds < _KINDS):
        return "密码至少 10 个字符；或至少 8 个字符，并含大写字母、小写字母、数字、符号中的三种。"
    if _is_common(password.lower()):
        return "这个密码太容易被猜到，请换一个。"
    return ""


def _is_common(password: str) -> bool:
    """A word everybody tries, also with figures after it; a run of the keyboard; few characters repeated."""
    letters = password.strip("0123456789!@#.")
    return (
        password in _COMMON
        or letters in _COMMON
        or len(set(password)) <= 3
        or any(password in run or password[::-1] in run for run in _RUNS.split())
    )
