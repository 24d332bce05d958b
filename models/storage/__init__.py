"""The only code that touches database files and backups."""

from models.storage.automatic import copy_at_exit, safety_copy
from models.storage.backups import StickNeedsPassword, SuddenLoss, backup
from models.storage.damaged import accept_as_it_is, copies, copy_for_support, put_back
from models.storage.database import (
    Locked,
    close_database,
    database_path,
    last_end,
    open_database,
    problems,
)
from models.storage.lock import AlreadyOpen, call, is_called
from models.storage.login import MustWait, seconds_left, unlock
from models.storage.password import (
    change_password,
    has_password,
    new_code,
    plain_copies,
    remove_password,
    seal_copies,
    set_password,
)
from models.storage.record import last_backup
from models.storage.refusal import Refused, Why
from models.storage.restores import restore, verified

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
    "close_database",
    "copies",
    "copy_at_exit",
    "copy_for_support",
    "database_path",
    "has_password",
    "is_called",
    "last_backup",
    "last_end",
    "new_code",
    "open_database",
    "plain_copies",
    "problems",
    "put_back",
    "remove_password",
    "restore",
    "safety_copy",
    "seal_copies",
    "seconds_left",
    "set_password",
    "unlock",
    "verified",
]
