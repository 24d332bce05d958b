"""The password for commands: from the environment or a file, never from the line that others may see."""

import os
from argparse import Namespace

from models import storage
from models.rules.problem import Problem
from models.storage import keys
from models.storage.files import reason

_VARIABLE = "LIANXIN_PASSWORD"


def given(chosen: Namespace) -> str:
    """The password given to the command, "" if none. Raises Problem if the file cannot be read."""
    if chosen.password_file is None:
        return os.environ.get(_VARIABLE, "")
    try:
        text: str = chosen.password_file.read_text("utf-8-sig")
        return text.partition("\n")[0].rstrip("\r")
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "不是文本文件"
        raise Problem(f"无法读取密码文件“{chosen.password_file}”：{why}。") from error


def unlock_if_given(chosen: Namespace) -> None:
    """Hold the key of the data folder if it has one and a password was given. Raises as `unlock` does."""
    secret = given(chosen)
    if secret and keys.has_password(chosen.data):
        storage.unlock(chosen.data, secret)
