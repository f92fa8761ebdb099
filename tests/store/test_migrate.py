"""From nothing to today's schema, all or nothing, and never over a newer one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from pantau.domain.errors import StoreError
from pantau.domain.source import NewSource
from pantau.store.backup import backup, restore
from pantau.store.database import Database
from pantau.store.migrate import HEAD, migrate, open_database, version
from pantau.store.schema import Base


def test_the_newest_step_is_the_one_that_the_program_expects() -> None:
    from alembic.script import ScriptDirectory

    import pantau.store.migrations as migrations

    assert ScriptDirectory(migrations.__path__[0]).get_current_head() == HEAD


def test_the_steps_make_the_schema_of_the_models(database: Database) -> None:
    with database.read() as tx:
        found = inspect(tx.connection())
        for table in Base.metadata.sorted_tables:
            columns = {column["name"]: column["nullable"] for column in found.get_columns(table.name)}
            assert columns == {column.name: column.nullable for column in table.columns}, table.name


@pytest.fixture
def older(tmp_path: Path) -> Iterator[Database]:
    """A database of the first step, with a setting in it."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    import pantau.store.migrations as migrations

    scripts = ScriptDirectory(migrations.__path__[0])
    database = Database(f"sqlite:///{tmp_path / 'lama.db'}")
    with database.connection() as connection:
        steps = {"fn": lambda revision, _context: scripts._upgrade_revs("0001", revision)}
        context = MigrationContext.configure(connection, opts=steps)
        with Operations.context(context):
            context.run_migrations()
        connection.execute(text("INSERT INTO setting (key, value) VALUES ('language', '\"en\"')"))
    yield database
    database.close()


def test_an_older_database_is_stepped_up_with_all_that_is_in_it_and_a_copy_is_kept(older: Database) -> None:
    assert version(older) == "0001"
    kept = migrate(older)
    assert version(older) == HEAD
    with older.read() as tx:
        assert tx.settings.get("language") == "en"
        assert tx.connection().scalar(text("SELECT count(*) FROM story_thread")) == 0
    assert kept is not None
    copy = Database(f"sqlite:///{kept}")
    assert version(copy) == "0001"
    copy.close()


def test_the_sqlite_in_use_is_one_without_the_wal_reset_bug(database: Database) -> None:
    with database.read() as tx:
        told = tx.connection().scalar(text("SELECT sqlite_version()"))
    assert tuple(map(int, told.split("."))) >= (3, 51, 3)


@pytest.fixture
def newer(database: Database) -> Iterator[Database]:
    """A database that a later program wrote, opened by this one."""
    with database.write() as tx:
        tx.sources.add(NewSource("https://kabar.example/feed", "Kabar Contoh"))
        tx.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    opened = open_database(str(database.url))
    yield opened
    opened.close()


def test_a_newer_database_is_opened_to_be_read_and_nothing_more(newer: Database) -> None:
    assert newer.later == "9999"
    with newer.read() as tx:
        assert [source.name for source in tx.sources.all()] == ["Kabar Contoh"]
    with pytest.raises(StoreError, match=r"store\.newer"), newer.write():
        pass
    with pytest.raises(StoreError, match=r"store\.newer"), newer.connection():
        pass
    with pytest.raises(StoreError, match=r"store\.read-only"), newer.read() as tx:
        tx.connection().execute(text("DELETE FROM source"))


def test_a_newer_database_is_never_migrated(newer: Database, database: Database) -> None:
    with pytest.raises(StoreError, match=r"store\.newer"):
        migrate(database)
    assert version(database) == "9999"


def test_what_a_newer_database_no_longer_has_is_told_as_being_newer(
    newer: Database, database: Database
) -> None:
    with database.write() as tx:
        tx.connection().execute(text("ALTER TABLE source RENAME COLUMN name TO title"))
    with pytest.raises(StoreError, match=r"store\.newer"), newer.read() as tx:
        tx.sources.all()


def test_another_programs_file_is_refused(tmp_path: Path) -> None:
    other = Database(f"sqlite:///{tmp_path / 'lain.db'}")
    with other.write() as tx:
        tx.connection().execute(text("CREATE TABLE resep (id INTEGER)"))
    with pytest.raises(StoreError, match="not-a-pantau-database"):
        open_database(f"sqlite:///{tmp_path / 'lain.db'}")
    other.close()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "surat.db").write_text("Ini bukan basis data. " * 400)
    with pytest.raises(StoreError, match="not-a-database"):
        open_database(f"sqlite:///{tmp_path / 'surat.db'}")


def test_a_backup_brings_everything_back(database: Database, tmp_path: Path) -> None:
    with database.write() as tx:
        tx.settings.set("language", "id")
    backup(database, tmp_path / "salinan.db")
    with database.write() as tx:
        tx.settings.set("language", "en")
    restore(tmp_path / "salinan.db", database)
    with database.read() as tx:
        assert tx.settings.get("language") == "id"
    assert version(database) == HEAD


def test_a_backup_never_replaces_another(database: Database, tmp_path: Path) -> None:
    backup(database, tmp_path / "salinan.db")
    with pytest.raises(StoreError, match="backup-exists"):
        backup(database, tmp_path / "salinan.db")
