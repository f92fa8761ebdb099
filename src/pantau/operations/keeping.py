"""The database's keeping: what it is, whether it is sound, copies of it, and the proof of the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url, text
from sqlalchemy.exc import ArgumentError

from pantau.domain.activity import Activity
from pantau.domain.errors import StoreError
from pantau.operations.desk import connect
from pantau.operations.issues import subject
from pantau.store import backup as copies
from pantau.store import migrate
from pantau.store.database import Database
from pantau.store.location import default_url
from pantau.store.schema import Base
from pantau.store.transaction import Transaction

_SHOWN = ("source", "article", "story", "issue", "narrative", "topic", "officer", "activity")


@dataclass(frozen=True, slots=True)
class Info:
    """`url` never shows a password; `path` and `bytes` are None unless it is a SQLite file that is there.

    schema   the revision that the database is at, None for an empty one
    program  the revision that this program works with
    engine   the database's own version, as "SQLite 3.53.0"
    counts   rows by kind; empty unless the schema is the program's
    """

    url: str
    path: Path | None
    bytes: int | None
    schema: str | None
    program: str
    engine: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Upgrade:
    """`backup` is the copy made beforehand; None when nothing had to be done, or there was nothing to keep."""

    was: str | None
    now: str
    backup: Path | None


@dataclass(frozen=True, slots=True)
class Proof:
    """`links` of the activity chain hold; `head` is the hash of the newest."""

    links: int
    head: str


def place(url: str | None) -> Path | None:
    """Where a SQLite database lies or would lie, without making it; None for a server or one in memory."""
    address = url or default_url()
    if "://" not in address:
        return Path(address).expanduser().resolve()
    try:
        parts = make_url(address)
    except ArgumentError as error:
        raise StoreError("store.bad-url") from error
    name = parts.database
    is_file = parts.get_backend_name() == "sqlite" and name and name != ":memory:"
    return Path(name) if is_file and name else None


def info(url: str | None) -> Info:
    """What the database is; nothing is changed. Raises StoreError."""
    database = _at(url)
    try:
        schema = migrate.version(database)
        counts = _counts(database) if schema == migrate.HEAD else {}
        path = database.path
        return Info(
            url=database.url.render_as_string(hide_password=True),
            path=path,
            bytes=path.stat().st_size if path is not None else None,
            schema=schema,
            program=migrate.HEAD,
            engine=_engine(database),
            counts=counts,
        )
    finally:
        database.close()


def upgrade(url: str | None) -> Upgrade:
    """Bring a database to this program's schema, a copy made first. Raises StoreError."""
    database = connect(url, upgrade=False)
    try:
        was = migrate.version(database)
        kept = migrate.migrate(database) if was != migrate.HEAD else None
        return Upgrade(was, migrate.HEAD, kept)
    finally:
        database.close()


def check(url: str | None) -> Info:
    """Look for faults: the file, its references, its guards, the activity chain, the approved texts.

    Raises StoreError for the first: "store.damaged", "store.loose-reference", "store.old-schema",
    "store.newer", "store.table-missing", "store.guard-missing", "audit.broken", "audit.text-changed".
    """
    database = _at(url)
    try:
        if database.path is not None:
            copies.check(database)
        if (found := migrate.version(database)) != migrate.HEAD:
            if found is not None and migrate.is_later(found):
                raise StoreError("store.newer", version=found)
            raise StoreError("store.old-schema", found=found, wanted=migrate.HEAD)
        _check_schema(database)
        with database.read() as tx:
            tx.activity.verify()
            _check_approved(tx)
    finally:
        database.close()
    return info(url)


def verify(url: str | None, head: str | None = None) -> Proof:
    """Walk the activity chain, and hold each approved text against the link of its approval.

    Raises StoreError "audit.broken" at the first link that does not hold, "audit.text-changed" at the first text.

    head  a hash from a document that left the desk; StoreError "audit.cut" when the chain no longer has it
    """
    database = _at(url)
    try:
        with database.read() as tx:
            links = tx.activity.verify()
            _check_approved(tx)
            newest = tx.activity.head()
            if head and not _has_link(tx.activity.latest(links), head.strip().lower()):
                raise StoreError("audit.cut", sha=head)
    finally:
        database.close()
    return Proof(links, newest)


def backup(url: str | None, target: Path) -> Path:
    """Copy the running database to a new file, whole and checked. Raises StoreError."""
    database = _at(url)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        copies.backup(database, target)
    finally:
        database.close()
    return target


def restore(url: str | None, source: Path) -> Path | None:
    """Put a backup in the place of the database; where the copy of what was there before lies.

    The backup must be whole, of Pantau, and not from a later version. Raises StoreError, also
    "store.engine-at-work" while an engine holds the database: its work would go on from what is gone.
    """
    _check_backup(source)
    database = connect(url, upgrade=False)
    try:
        kept = _kept_before(database)
        copies.restore(source, database)
        if migrate.version(database) != migrate.HEAD:
            migrate.migrate(database)
    finally:
        database.close()
    return kept


def _at(url: str | None) -> Database:
    """An existing database, as it is. Raises StoreError "store.missing" rather than make one."""
    path = place(url)
    if path is not None and not path.exists():
        raise StoreError("store.missing", path=str(path))
    return connect(url, upgrade=False)


def _check_backup(source: Path) -> None:
    if not source.is_file():
        raise StoreError("store.no-backup", path=str(source))
    copies.check_file(source)
    found = copies.revision(source)
    if found is None:
        raise StoreError("store.not-a-pantau-database", path=str(source))
    if found > migrate.HEAD:
        raise StoreError("store.newer", version=found)


def _kept_before(database: Database) -> Path | None:
    if migrate.version(database) is None or database.path is None:
        return None
    with database.read() as tx:
        if tx.leases.current("engine", datetime.now(UTC)) is not None:
            raise StoreError("store.engine-at-work")
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    target = database.path.with_name(f"{database.path.stem}.before-restore.{stamp}.db")
    copies.backup(database, target)
    return target


def _check_schema(database: Database) -> None:
    if not database.is_sqlite:
        return
    with database.read() as tx:
        connection = tx.connection()
        loose = connection.execute(text("PRAGMA foreign_key_check")).first()
        if loose is not None:
            raise StoreError("store.loose-reference", table=loose[0], id=loose[1])
        missing = sorted(_parts_of_a_new_one() - _parts(tx))
    if missing:
        kind, name, _wording = missing[0]
        raise StoreError(f"store.{kind}-missing", name=name)


def _check_approved(tx: Transaction) -> None:
    """The chain says which texts were approved, by their hash: none may be altered, none may lack."""
    pinned = {
        (link.subject, link.facts.get("number")): link for link in tx.activity.of_kind("narrative.approved")
    }
    found: dict[tuple[str, object], str | None] = {
        (subject(issue), number): sha for issue, number, sha in tx.narratives.approved()
    }
    for text_of in sorted(pinned.keys() | found.keys(), key=str):
        sha = found.get(text_of)
        if sha is None or text_of not in pinned or sha != pinned[text_of].facts.get("sha"):
            raise StoreError("audit.text-changed", issue=text_of[0].partition(":")[2], number=str(text_of[1]))


def _parts(tx: Transaction) -> set[tuple[str, str, str]]:
    """Tables, and guards by their wording: one that was made toothless is missing as well."""
    rows = tx.connection().execute(
        text("SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'trigger')")
    )
    return {
        ("guard", row.name, row.sql) if row.type == "trigger" else ("table", row.name, "") for row in rows
    }


def _parts_of_a_new_one() -> set[tuple[str, str, str]]:
    new = migrate.open_database("sqlite://")
    try:
        with new.read() as tx:
            return _parts(tx)
    finally:
        new.close()


def _counts(database: Database) -> dict[str, int]:
    tables = Base.metadata.tables
    with database.read() as tx:
        return {
            name: tx.connection().scalar(text(f"SELECT count(*) FROM {tables[name].name}")) or 0  # noqa: S608
            for name in _SHOWN
        }


def _engine(database: Database) -> str:
    asked = "SELECT sqlite_version()" if database.is_sqlite else "SHOW server_version"
    with database.read() as tx:
        version = tx.connection().scalar(text(asked))
    return f"{'SQLite' if database.is_sqlite else 'PostgreSQL'} {version}"


def _has_link(links: list[Activity], sha: str) -> bool:
    return any(sha == link.hash for link in links)
