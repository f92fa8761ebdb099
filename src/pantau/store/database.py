"""Opens a database and hands out transactions.

SQLite runs in WAL with our own BEGIN, since the driver's implicit transactions leave DDL outside
(https://docs.sqlalchemy.org/en/21/dialects/sqlite.html#pysqlite-serializable). The SQLite in use is the one that
pysqlite3 brings: before 3.51.3 two writing connections could corrupt a WAL database (https://sqlite.org/wal.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from pantau.domain.errors import StoreError
from pantau.store.failures import known, translated
from pantau.store.transaction import Transaction

MINIMUM_SQLITE = (3, 51, 3)
BUSY_TIMEOUT_MS = 15_000
WAL_PAGES = (
    16_384  # 64 MiB: a checkpoint waits for the disk, so a burst of feeds must not make one every few feeds
)
_BEGIN = "pantau_begin"


class Durability(StrEnum):
    """What survives a power cut: every commit (what people write), or all but the last (what can be fetched again)."""

    FULL = "FULL"
    NORMAL = "NORMAL"


class Database:
    """A database at a URL. Safe to share among threads; every transaction has a connection of its own.

    later  the revision of the later program that wrote it, which can be read but not written; None: it is ours
    """

    def __init__(
        self, url: str, *, durability: Durability = Durability.FULL, later: str | None = None
    ) -> None:
        self.url: URL = _normalised(url)
        self.later = later
        self._durability = durability
        self._engine = self._create()
        self._writing = self._engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
        self._reading = self._engine.execution_options(**{_BEGIN: "BEGIN"})

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def path(self) -> Path | None:
        """The file of a SQLite database; None for others and for one in memory."""
        name = self.url.database
        return Path(name) if self.is_sqlite and name and name != ":memory:" else None

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """A snapshot: sees one state of the database from its first query to its end."""
        with translated(self.path), self._told(), Session(self._reading) as session, session.begin():
            yield Transaction(session)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """A write transaction: all of it is kept when the block ends, none of it when the block raises."""
        self._refuse_later()
        with translated(self.path), Session(self._writing) as session, session.begin():
            transaction = Transaction(session)
            yield transaction
            transaction.announce()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A bare connection inside a write transaction, for migrations and backups."""
        self._refuse_later()
        with translated(self.path), self._writing.begin() as connection:
            yield connection

    def raw(self) -> Any:
        """A driver connection of its own, for what SQL does not say (backup, data_version). The caller closes it."""
        return self._engine.raw_connection()

    def close(self) -> None:
        self._engine.dispose()

    def _refuse_later(self) -> None:
        if self.later is not None:
            raise StoreError("store.newer", version=self.later)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A later program may have renamed what we ask for."""
        try:
            yield
        except DBAPIError as error:
            if known(str(error.orig)) in (None, "store.not-a-pantau-database"):
                self._refuse_later()
            raise

    def _create(self) -> Engine:
        if not self.is_sqlite:
            return create_engine(self.url, pool_pre_ping=True)
        return _create_sqlite(self.url, self._durability, query_only=self.later is not None)


def _normalised(url: str) -> URL:
    """Accepts SQLAlchemy URLs and plain file paths."""
    if "://" not in url:
        return URL.create("sqlite", database=str(Path(url).expanduser().resolve()))
    try:
        return make_url(url)
    except Exception as error:
        raise StoreError("store.bad-url") from error


def _create_sqlite(url: URL, durability: Durability, *, query_only: bool = False) -> Engine:
    from pysqlite3 import dbapi2

    if dbapi2.sqlite_version_info < MINIMUM_SQLITE:
        raise StoreError("store.old-sqlite", version=dbapi2.sqlite_version)
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    pool = {} if url.database in (None, "", ":memory:") else {"pool_size": 8, "max_overflow": 16}
    engine = create_engine(
        url,
        module=dbapi2,
        connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000},
        **pool,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout = {BUSY_TIMEOUT_MS}",
            "journal_mode = WAL",
            f"wal_autocheckpoint = {WAL_PAGES}",
            f"synchronous = {durability}",
            "foreign_keys = ON",
            "temp_store = MEMORY",
            "cache_size = -16000",
            "trusted_schema = OFF",
            f"query_only = {'ON' if query_only else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))

    return engine
