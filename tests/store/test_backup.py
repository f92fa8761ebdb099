"""Copies of a database: checked without being touched, and no half one left behind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from pantau.domain.errors import StoreError
from pantau.domain.source import NewSource
from pantau.store import backup as copies
from pantau.store import migrate
from pantau.store.database import Database


@pytest.fixture
def copy(database: Database, tmp_path: Path) -> Path:
    with database.write() as tx:
        tx.sources.add(NewSource("https://kabar.example/feed"))
    folder = tmp_path / "cadangan #1 100%"
    folder.mkdir()
    copies.backup(database, folder / "senin.db")
    return folder / "senin.db"


def test_a_backup_is_read_without_anything_written_beside_it(copy: Path) -> None:
    before = copy.stat().st_mtime_ns
    copies.check_file(copy)
    assert copies.revision(copy) == migrate.HEAD
    assert [file.name for file in copy.parent.iterdir()] == ["senin.db"]
    assert copy.stat().st_mtime_ns == before


def test_what_is_still_in_the_log_of_a_backup_in_use_is_restored_too(copy: Path, database: Database) -> None:
    used = migrate.open_database(str(copy))
    with used.write() as tx:
        tx.sources.add(NewSource("https://baru.example/feed"))
    copies.restore(copy, database)
    used.close()
    with database.read() as tx:
        assert len(tx.sources.all()) == 2


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """As on a full disk: no file may grow beyond `size` bytes."""
    if sys.platform == "win32":
        pytest.skip("only POSIX systems limit the size of files")
    else:
        import resource

        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_copy_for_which_there_is_no_room_says_so_and_is_taken_away(
    database: Database, tmp_path: Path
) -> None:
    target = tmp_path / "senin.db"
    with largest_file(16_384), pytest.raises(StoreError, match=r"disk-full|io-error"):
        copies.backup(database, target)
    assert not list(tmp_path.glob("senin.db*"))


def test_damage_is_found_in_a_file_at_rest_and_in_one_at_work(copy: Path) -> None:
    body = bytearray(copy.read_bytes())
    body[4096:12_288] = b"\xff" * 8192
    copy.write_bytes(body)
    with pytest.raises(StoreError, match=r"store\.damaged"):
        copies.check_file(copy)
    database = Database(str(copy))
    with pytest.raises(StoreError, match=r"store\.damaged"):
        copies.check(database)
    database.close()


def test_the_revision_of_another_programs_file_is_not_known(tmp_path: Path) -> None:
    other = Database(str(tmp_path / "lain.db"))
    with other.connection() as connection:
        connection.execute(text("CREATE TABLE x (a)"))
    other.close()
    assert copies.revision(tmp_path / "lain.db") is None


@pytest.mark.parametrize("wrong", [b"CREATE TABLE (((((", b"CREATE TABLE (\xab\xab\xab\xab"])
def test_a_damaged_schema_is_told_as_damage_of_the_database_and_not_of_its_copy(
    copy: Path, tmp_path: Path, wrong: bytes
) -> None:
    copy.write_bytes(copy.read_bytes().replace(b"CREATE TABLE sourc", wrong))
    damaged = Database(str(copy))
    with pytest.raises(StoreError, match=r"store\.damaged") as said, damaged.read() as tx:
        tx.sources.all()
    assert said.value.facts["path"] == str(copy)
    with pytest.raises(StoreError, match=r"store\.damaged") as said:
        copies.backup(damaged, tmp_path / "selasa.db")
    damaged.close()
    assert said.value.facts["path"] == str(copy)
    assert not list(tmp_path.glob("selasa.db*"))
