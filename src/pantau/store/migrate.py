"""Brings a database to the schema of this program: forward only, a backup before, all or nothing."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from pantau.domain.errors import StoreError
from pantau.store.backup import backup
from pantau.store.database import Database, Durability

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

HEAD = "0002"


def open_database(url: str, *, durability: Durability = Durability.FULL, upgrade: bool = True) -> Database:
    """The database at `url`, at today's schema; one that a later program wrote is opened to be read (`later`).

    Raises StoreError "store.not-a-pantau-database" for another program's file.
    """
    database = Database(url, durability=durability)
    at = version(database) if upgrade else HEAD
    if at is not None and at != HEAD and is_later(at):
        database.close()
        return Database(url, durability=durability, later=at)
    if at != HEAD:
        migrate(database)
    return database


def is_later(revision: str) -> bool:
    """Whether a revision is none of ours, and so a later program's."""
    return revision not in {script.revision for script in _scripts().walk_revisions()}


def version(database: Database) -> str | None:
    """The revision that the database is at; None for an empty one."""
    with database.read() as transaction:
        connection = transaction.connection()
        tables = inspect(connection).get_table_names()
        if "alembic_version" in tables:
            found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
            return found
        if tables:
            raise StoreError("store.not-a-pantau-database", path=str(database.path or ""))
        return None


def migrate(database: Database) -> Path | None:
    """Step up to HEAD in one transaction, checked before it is kept; where the backup made beforehand lies."""
    at = version(database)
    if at is not None and is_later(at):
        raise StoreError("store.newer", version=at)
    kept = _backup_before(database, at)
    with database.connection() as connection:
        _step_up(connection, _scripts())
        _check(connection)
    return kept


def _scripts() -> ScriptDirectory:
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(Path(__file__).parent / "migrations"))


def _step_up(connection: Connection, scripts: ScriptDirectory) -> None:
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    context = MigrationContext.configure(
        connection, opts={"fn": lambda revision, _context: scripts._upgrade_revs("head", revision)}
    )
    with Operations.context(context):
        context.run_migrations()


def _check(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first():
        raise StoreError("store.migration-failed")


def _backup_before(database: Database, at: str | None) -> Path | None:
    if at is None or database.path is None:
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = database.path.with_name(f"{database.path.stem}.before-{HEAD}.{stamp}-{os.getpid()}.db")
    backup(database, target)
    return target
