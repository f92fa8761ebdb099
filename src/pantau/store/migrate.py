"""Brings a database to the schema of this program: forward only, a backup before, all or nothing."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from pantau.domain.errors import StoreError
from pantau.store.backup import backup
from pantau.store.database import Database, Durability

HEAD = "0001"


def open_database(url: str, *, durability: Durability = Durability.FULL, upgrade: bool = True) -> Database:
    """The database at `url`, at today's schema.

    Raises StoreError: "store.newer" for one that a later program wrote, "store.not-a-pantau-database" for
    another program's file.
    """
    database = Database(url, durability=durability)
    if upgrade and version(database) != HEAD:
        migrate(database)
    return database


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
    from alembic.script import ScriptDirectory

    at = version(database)
    scripts = ScriptDirectory(str(Path(__file__).parent / "migrations"))
    if at is not None and at not in {script.revision for script in scripts.walk_revisions()}:
        raise StoreError("store.newer", version=at)
    kept = _backup_before(database, at)
    with database.connection() as connection:
        _step_up(connection, scripts)
        _check(connection)
    return kept


def _step_up(connection: Connection, scripts: object) -> None:
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    assert isinstance(scripts, ScriptDirectory)
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
