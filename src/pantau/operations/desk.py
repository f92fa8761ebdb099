"""A desk: an officer at a database. Every operation takes one."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from sqlalchemy.exc import NoSuchModuleError, OperationalError

from pantau.domain.errors import StoreError
from pantau.domain.ids import ActivityId, OfficerId
from pantau.domain.team import Officer, Role
from pantau.store.database import Database, Durability
from pantau.store.location import default_url
from pantau.store.migrate import open_database
from pantau.store.transaction import Transaction

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Acting:
    """A write transaction in which an officer acts: the store's doors, the moment, and the record.

    at  the moment of the act, UTC: one for all that the transaction writes
    """

    def __init__(self, tx: Transaction, officer: Officer, at: datetime) -> None:
        self.officer = officer
        self.at = at
        self.sources = tx.sources
        self.articles = tx.articles
        self.stories = tx.stories
        self.topics = tx.topics
        self.marks = tx.marks
        self.issues = tx.issues
        self.narratives = tx.narratives
        self.team = tx.team
        self.settings = tx.settings
        self.activity = tx.activity

    def record(self, kind: str, subject: str, **facts: object) -> ActivityId:
        """Add a link to the activity chain: `kind` is a past event ("issue.assigned"), `subject` "issue:3"."""
        told = {name: _told(value) for name, value in facts.items()}
        return self.activity.append(kind, subject, told, actor=self.officer.id, at=self.at).id


@dataclass(frozen=True, slots=True)
class Desk:
    """`officer` acts; `clock` says when (UTC, aware). Safe to share among threads."""

    database: Database
    officer: Officer
    clock: Clock = utc_now

    def read(self) -> AbstractContextManager[Transaction]:
        """A snapshot of the database."""
        return self.database.read()

    @contextmanager
    def write(self) -> Iterator[Acting]:
        """All of the act is kept when the block ends, none of it when the block raises."""
        with self.database.write() as tx:
            now = self.clock()  # whole milliseconds, as the database keeps them
            yield Acting(tx, self.officer, now.replace(microsecond=now.microsecond // 1000 * 1000))

    def as_officer(self, officer: Officer) -> Desk:
        """The same desk with somebody else at it."""
        return Desk(self.database, officer, self.clock)

    def close(self) -> None:
        self.database.close()


def open_desk(url: str | None = None, *, name: str | None = None, clock: Clock = utc_now) -> Desk:
    """Open the database (made and upgraded as needed) for the local officer.

    url   a SQLAlchemy URL or a file's path; None: PANTAU_DATABASE or the file in the user's data folder
    name  the officer's name; None: the name by which the operating system knows the user

    A new database gets the shipped topics and a profile for the officer, who leads the shift until the
    desk has more people. At a database that a later program wrote (`database.later`) one can read only.
    Raises StoreError.
    """
    database = connect(url)
    try:
        _install(database)
        return Desk(database, _local_officer(database, name or local_name()), clock)
    except BaseException:
        database.close()
        raise


def prepared(url: str | None = None, *, durability: Durability = Durability.FULL) -> Database:
    """A database to work with: at today's schema, the shipped topics in force. The caller closes it.

    Raises StoreError, also "store.newer" for a database of a later program: the engine would write to it.
    """
    database = connect(url, durability=durability)
    try:
        if database.later is not None:
            raise StoreError("store.newer", version=database.later)
        _install(database)
    except BaseException:
        database.close()
        raise
    return database


def _install(database: Database) -> None:
    from pantau.operations import topics

    if database.later is None:
        topics.install_shipped(database)


def connect(
    url: str | None = None, *, upgrade: bool = True, durability: Durability = Durability.FULL
) -> Database:
    """The database alone, its failures to open told as StoreError. The caller closes it.

    upgrade     brings it to today's schema, or makes it; else it is taken as it is
    durability  FULL for what people write; the engine's own work can be done again
    """
    try:
        return open_database(url or default_url(), upgrade=upgrade, durability=durability)
    except ImportError as error:
        raise StoreError("store.no-driver", detail=error.name or str(error)) from error
    except NoSuchModuleError as error:
        raise StoreError("store.bad-url") from error
    except OperationalError as error:
        raise StoreError("store.unreachable", detail=str(error.orig).splitlines()[0]) from error
    except OSError as error:
        raise StoreError("store.cannot-open", path=error.filename or "") from error


def local_name() -> str:
    """The user as the operating system names them; a container may know no name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "petugas"


def _local_officer(database: Database, name: str) -> Officer:
    # A look first: opening a desk must not wait for the engine's write transaction each time.
    with database.read() as tx:
        for officer in tx.team.all():
            if officer.name == name:
                return officer
    if database.later is not None:
        return Officer(OfficerId(0), name, Role.DRAFTER)  # a visitor: nobody acts at this desk
    with database.write() as tx:
        officer, _ = tx.team.ensure(name, Role.LEAD)
    return officer


def _told(value: object) -> object:
    """A fact as JSON keeps it, so that a chain link hashes alike before and after storing."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, list | tuple):
        return [_told(part) for part in value]
    if isinstance(value, dict):
        return {str(name): _told(part) for name, part in value.items()}
    return value
