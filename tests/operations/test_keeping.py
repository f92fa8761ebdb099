from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from pantau.domain.errors import StoreError
from pantau.domain.ids import StoryId
from pantau.domain.source import NewSource
from pantau.operations import Desk, issues, keeping, narratives, open_desk, sources
from pantau.store import migrate
from pantau.store.narratives import house_sha

from .conftest import HOUSE


@pytest.fixture
def url(desk: Desk) -> str:
    """The address of a database with something in it; the desk stays open, as a window's would."""
    sources.add(desk, NewSource("https://kabar.example/feed"))
    return str(desk.database.path)


def run(desk: Desk, *statements: str) -> None:
    with desk.database.connection() as connection:
        for sql in statements:
            connection.execute(text(sql))


def test_a_sound_database_says_what_it_is(url: str) -> None:
    info = keeping.check(url)
    assert (info.schema, info.program) == (migrate.HEAD, migrate.HEAD)
    assert info.counts["source"] == 1
    assert info.counts["activity"] == 1


def test_looking_at_a_database_that_is_not_there_does_not_make_it(tmp_path: Path) -> None:
    missing = tmp_path / "folder" / "tidak-ada.db"
    for look in (keeping.info, keeping.check, keeping.verify):
        with pytest.raises(StoreError, match="missing"):
            look(str(missing))
    assert not missing.parent.exists()


@pytest.mark.parametrize(
    ("sql", "key"),
    [
        ("DROP TRIGGER activity_fixed", "guard-missing"),
        ("DROP TABLE article_fts", "table-missing"),
        ("INSERT INTO note (issue_id, text, \"by\", at) VALUES (99, 'x', 1, 0)", "loose-reference"),
        ("UPDATE alembic_version SET version_num = '0001'", "old-schema"),
        ("UPDATE alembic_version SET version_num = '9999'", "newer"),
    ],
)
def test_the_first_fault_is_named(desk: Desk, url: str, sql: str, key: str) -> None:
    raw = desk.database.raw()
    raw.driver_connection.execute("PRAGMA foreign_keys = OFF")
    raw.driver_connection.execute(sql)
    raw.close()
    with pytest.raises(StoreError, match=key):
        keeping.check(url)


def test_a_guard_made_toothless_counts_as_missing(desk: Desk, url: str) -> None:
    run(
        desk,
        "DROP TRIGGER activity_fixed",
        "CREATE TRIGGER activity_fixed BEFORE UPDATE ON activity WHEN 0 BEGIN SELECT 1; END",
    )
    with pytest.raises(StoreError, match="guard-missing"):
        keeping.check(url)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE activity SET facts = '{}' WHERE id = 2",
        "UPDATE activity SET actor = NULL WHERE id = 1",
        "UPDATE activity SET at = at + 1 WHERE id = 3",
        "DELETE FROM activity WHERE id = 2",
        "DELETE FROM activity WHERE id = 1",
        "UPDATE activity SET id = 9 WHERE id = 3",
        "UPDATE activity SET facts = 'bukan JSON' WHERE id = 2",
        "UPDATE activity SET at = 'kemarin' WHERE id = 2",
        "UPDATE activity SET at = 99999999999999999 WHERE id = 2",
        "UPDATE activity SET kind = x'ff' WHERE id = 2",
    ],
)
def test_what_was_altered_in_the_record_shows(desk: Desk, url: str, tampering: str) -> None:
    for number in range(3):
        sources.add(desk, NewSource(f"https://kabar.example/{number}"))
    assert keeping.verify(url).links == 4
    run(desk, "DROP TRIGGER activity_fixed", "DROP TRIGGER activity_kept", tampering)
    with pytest.raises(StoreError, match=r"audit\.broken"):
        keeping.verify(url)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE narrative SET umbrella = 'Tidak ada korban.'",
        "UPDATE narrative SET umbrella = 'Tidak ada korban.', sha = '{sha}'",
        "UPDATE narrative SET messages = 'bukan JSON'",
        "UPDATE narrative SET status = 'draft'",
        "DELETE FROM narrative",
    ],
)
def test_an_approved_text_that_was_altered_outside_shows(
    drafter: Desk, approver: Desk, stories: tuple[StoryId, StoryId], tampering: str
) -> None:
    issue = issues.take_up(drafter, stories[0]).value.id
    seen = narratives.submit(drafter, narratives.write(drafter, issue, HOUSE, None).value).value
    narratives.approve(approver, seen)
    url = str(drafter.database.path)
    keeping.check(url)
    sha = house_sha(replace(HOUSE, umbrella="Tidak ada korban."))
    with drafter.database.connection() as connection:
        guards = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all()
        for guard in guards:
            connection.execute(text(f"DROP TRIGGER {guard}"))
    run(drafter, tampering.format(sha=sha))
    with pytest.raises(StoreError, match=r"audit\.text-changed"):
        keeping.verify(url)


def test_a_cut_tail_shows_against_a_hash_that_left_the_desk(desk: Desk, url: str) -> None:
    first = keeping.verify(url).head
    sources.add(desk, NewSource("https://lain.example/feed"))
    second = keeping.verify(url, first).head
    run(desk, "DROP TRIGGER activity_kept", "DELETE FROM activity WHERE id = 2")
    assert keeping.verify(url, first).links == 1
    with pytest.raises(StoreError, match=r"audit\.cut"):
        keeping.verify(url, second)


def test_a_backup_is_restored_and_what_was_there_is_kept(desk: Desk, url: str, tmp_path: Path) -> None:
    copy = keeping.backup(url, tmp_path / "cadangan" / "senin.db")
    sources.add(desk, NewSource("https://lain.example/feed"))
    kept = keeping.restore(url, copy)
    assert [source.url for source in sources.listed(desk)] == ["https://kabar.example/feed"]
    assert kept is not None
    assert keeping.info(str(kept)).counts["source"] == 2


def test_a_backup_never_overwrites(url: str, tmp_path: Path) -> None:
    taken = tmp_path / "penting.db"
    taken.write_text("jangan ditimpa")
    with pytest.raises(StoreError, match="backup-exists"):
        keeping.backup(url, taken)
    assert taken.read_text() == "jangan ditimpa"


def test_a_backup_goes_into_a_new_place(url: str, tmp_path: Path) -> None:
    copy = keeping.backup(url, tmp_path / "cadangan.db")
    new = str(tmp_path / "baru" / "pantau.db")
    assert keeping.restore(new, copy) is None
    assert keeping.check(new).counts["source"] == 1


def test_only_a_whole_backup_of_pantau_is_restored(desk: Desk, url: str, tmp_path: Path) -> None:
    stray, empty, other = tmp_path / "surat.db", tmp_path / "kosong.db", tmp_path / "lain.db"
    stray.write_text("Yth. Kepala Biro " * 999)
    empty.touch()
    newer = keeping.backup(url, other)
    later = migrate.open_database(str(newer), upgrade=False)
    with later.connection() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    later.close()
    for source, key in (
        (stray, "damaged"),
        (empty, "not-a-pantau"),
        (newer, "newer"),
        (tmp_path, "no-backup"),
    ):
        with pytest.raises(StoreError, match=key):
            keeping.restore(url, source)
    assert len(sources.listed(desk)) == 1


def test_nothing_is_restored_under_an_engine_at_work(desk: Desk, url: str, tmp_path: Path) -> None:
    copy = keeping.backup(url, tmp_path / "cadangan.db")
    with desk.database.write() as tx:
        tx.leases.take("engine", "pc-1", datetime.now(UTC), timedelta(minutes=1), {})
    with pytest.raises(StoreError, match="engine-at-work"):
        keeping.restore(url, copy)


def test_an_upgrade_makes_a_database_and_then_has_nothing_to_do(tmp_path: Path) -> None:
    new = str(tmp_path / "baru.db")
    assert keeping.upgrade(new) == keeping.Upgrade(None, migrate.HEAD, None)
    assert keeping.upgrade(new) == keeping.Upgrade(migrate.HEAD, migrate.HEAD, None)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("postgresql+nodriver://server/pantau", "bad-url"),
        ("://", "bad-url"),
        ("oracle+oracledb://server/pantau", "no-driver"),
        ("/proc/version/pantau.db", "cannot-open"),
    ],
)
def test_an_address_that_cannot_be_opened_says_why(url: str, key: str) -> None:
    with pytest.raises(StoreError, match=key):
        open_desk(url)
