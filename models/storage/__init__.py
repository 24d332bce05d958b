"""The only code that touches database files and backups."""

from models.storage.backup import backup, last_backup
from models.storage.database import close_database, database_path, open_database, problems

__all__ = ["backup", "close_database", "database_path", "last_backup", "open_database", "problems"]
