"""The only code that touches database files and backups.

What is named here is loaded when it is first asked for: the window starts without what makes backups.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.storage.automatic import copy_at_exit, loss_said, safety_copy
    from models.storage.backups import StickNeedsPassword, SuddenLoss, backup
    from models.storage.damaged import accept_as_it_is, copy_for_support, found_copies, put_back
    from models.storage.database import (
        Locked,
        close_database,
        database_path,
        has_password,
        last_end,
        open_database,
        problems,
    )
    from models.storage.lock import AlreadyOpen, call, is_called
    from models.storage.login import MustWait, seconds_left, unlock
    from models.storage.password import (
        change_password,
        new_code,
        plain_copies,
        remove_password,
        seal_copies,
        set_password,
    )
    from models.storage.purge import purge_for_good, purge_overdue
    from models.storage.record import last_backup
    from models.storage.refusal import Refused, Why
    from models.storage.restores import restore, verified
    from models.storage.unpacked import clear_left_behind, hold_own
    from models.storage.upgrading import upgrade

_NAMES = {
    "automatic": "copy_at_exit loss_said safety_copy",
    "backups": "StickNeedsPassword SuddenLoss backup",
    "damaged": "accept_as_it_is copy_for_support found_copies put_back",
    "database": "Locked close_database database_path has_password last_end open_database problems",
    "lock": "AlreadyOpen call is_called",
    "login": "MustWait seconds_left unlock",
    "password": "change_password new_code plain_copies remove_password seal_copies set_password",
    "purge": "purge_for_good purge_overdue",
    "record": "last_backup",
    "refusal": "Refused Why",
    "restores": "restore verified",
    "unpacked": "clear_left_behind hold_own",
    "upgrading": "upgrade",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "AlreadyOpen",
    "Locked",
    "MustWait",
    "Refused",
    "StickNeedsPassword",
    "SuddenLoss",
    "Why",
    "accept_as_it_is",
    "backup",
    "call",
    "change_password",
    "clear_left_behind",
    "close_database",
    "copy_at_exit",
    "copy_for_support",
    "database_path",
    "found_copies",
    "has_password",
    "hold_own",
    "is_called",
    "last_backup",
    "last_end",
    "loss_said",
    "new_code",
    "open_database",
    "plain_copies",
    "problems",
    "purge_for_good",
    "purge_overdue",
    "put_back",
    "remove_password",
    "restore",
    "safety_copy",
    "seal_copies",
    "seconds_left",
    "set_password",
    "unlock",
    "upgrade",
    "verified",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"models.storage.{_HOMES[name]}"), name)
