"""Backups by SQLite's online API, and the check of what came out (https://sqlite.org/backup.html)."""

from __future__ import annotations

from pathlib import Path

from pantau.domain.errors import StoreError
from pantau.store.database import Database


def backup(database: Database, target: Path) -> None:
    """Copy a running SQLite database; nothing stands at `target` until the copy is whole and checked."""
    _only_sqlite(database)
    if target.exists():
        raise StoreError("store.backup-exists", path=str(target))
    partial = target.with_name(target.name + ".part")
    _copy(database, partial)
    check_file(partial)
    partial.replace(target)


def restore(source: Path, database: Database) -> None:
    """Replace the content of a SQLite database by that of a backup, in one step of SQLite's own."""
    from pysqlite3 import dbapi2

    _only_sqlite(database)
    if not source.is_file():
        raise StoreError("store.no-backup", path=str(source))
    check_file(source)
    taken = dbapi2.connect(source)
    try:
        raw = database.raw()
        try:
            taken.backup(raw.driver_connection)
        finally:
            raw.close()
    finally:
        taken.close()


def check_file(path: Path) -> None:
    """Raises StoreError("store.damaged") unless SQLite finds the file whole."""
    from pysqlite3 import dbapi2

    connection = dbapi2.connect(path)
    try:
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except dbapi2.DatabaseError as error:
        raise StoreError("store.damaged", path=str(path)) from error
    finally:
        connection.close()
    if found != "ok":
        raise StoreError("store.damaged", path=str(path))


def _copy(database: Database, target: Path) -> None:
    from pysqlite3 import dbapi2

    target.unlink(missing_ok=True)
    copy = dbapi2.connect(target)
    try:
        raw = database.raw()
        try:
            raw.driver_connection.backup(copy)
        finally:
            raw.close()
    finally:
        copy.close()


def _only_sqlite(database: Database) -> None:
    if not database.is_sqlite:
        raise StoreError("store.backup-only-sqlite")
