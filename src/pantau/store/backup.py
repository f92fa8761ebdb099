"""Backups by SQLite's online API, and the check of what came out (https://sqlite.org/backup.html)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pantau.domain.errors import StoreError
from pantau.store.database import Database
from pantau.store.failures import known

_OF_SOURCE = frozenset({"store.damaged", "store.not-a-database"})  # a copy that was never filled is neither


def backup(database: Database, target: Path) -> None:
    """Copy a running SQLite database; nothing stands at `target` until the copy is whole and checked.

    Raises StoreError.
    """
    _only_sqlite(database)
    if target.exists():
        raise StoreError("store.backup-exists", path=str(target))
    partial = target.with_name(target.name + ".part")
    try:
        _copy(database, partial)
        check_file(partial, of=database.path)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def restore(source: Path, database: Database) -> None:
    """Replace the content of a SQLite database by that of a backup, in one step of SQLite's own. Raises StoreError."""
    _only_sqlite(database)
    if not source.is_file():
        raise StoreError("store.no-backup", path=str(source))
    check_file(source)
    with _explained(database.path), _opened(source) as taken, closing(database.raw()) as raw:
        taken.backup(raw.driver_connection)


def check_file(path: Path, *, of: Path | None = None) -> None:
    """Raises StoreError("store.damaged") unless SQLite finds the file whole. `of` is the database that it copies,
    which is what is damaged then."""
    with _explained(of or path), _opened(path) as connection:
        _check(connection, of or path)


def check(database: Database) -> None:
    """As `check_file`, of a database that others may be writing to."""
    _only_sqlite(database)
    with _explained(database.path), closing(database.raw()) as raw:
        _check(raw.driver_connection, database.path)


def revision(path: Path) -> str | None:
    """The schema's revision in a database's file; None when it is no database of ours. Raises StoreError."""
    with _explained(path), _opened(path) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if "alembic_version" not in tables:
            return None
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if found is None else str(found[0])


def _check(connection: Any, path: Path | None) -> None:
    found = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise StoreError("store.damaged", path=str(path or ""))


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """A file to be read. One at rest is not touched: a backup may lie where nothing can be written."""
    from pysqlite3 import dbapi2

    log = path.with_name(path.name + "-wal")
    at_rest = not log.exists() or log.stat().st_size == 0
    address = f"file:{quote(str(path.absolute()))}{'?immutable=1' if at_rest else ''}"
    with closing(dbapi2.connect(address, uri=True)) as connection:
        yield connection


@contextmanager
def _explained(path: Path | None) -> Iterator[None]:
    """Failures of the driver as StoreError, where it is known what they mean; as damage where it is not."""
    from pysqlite3 import dbapi2

    try:
        yield
    except dbapi2.OperationalError as error:
        raise StoreError(known(str(error)) or "store.io-error", path=str(path or "")) from error
    except (dbapi2.DatabaseError, UnicodeDecodeError) as error:
        raise StoreError("store.damaged", path=str(path or "")) from error


def _copy(database: Database, target: Path) -> None:
    from pysqlite3 import dbapi2

    target.unlink(missing_ok=True)
    with _explained(database.path):
        raw = database.raw()
    with _explained(target), closing(raw), closing(dbapi2.connect(target)) as copy:
        try:
            raw.driver_connection.backup(copy)
        except dbapi2.DatabaseError as error:
            if (key := known(str(error))) in _OF_SOURCE:
                raise StoreError(key, path=str(database.path or "")) from error
            raise


def _only_sqlite(database: Database) -> None:
    if not database.is_sqlite:
        raise StoreError("store.backup-only-sqlite")
