"""The only code that touches database files and backups."""

from models.storage.backup import backup, last_backup
from models.storage.database import close_database, database_path, last_end, open_database, problems
from models.storage.lock import AlreadyOpen, call, is_called
from models.storage.refusal import Refused, Why

__all__ = [
    "AlreadyOpen",
    "Refused",
    "Why",
    "backup",
    "call",
    "close_database",
    "database_path",
    "is_called",
    "last_backup",
    "last_end",
    "open_database",
    "problems",
]
