from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from pantau.store.database import Database

from .conftest import CommandLine


def test_a_database_is_described_checked_and_upgraded(filled: CommandLine) -> None:
    told = filled.json("db", "info")
    assert (told["counts"]["article"], told["counts"]["story"]) == (4, 2)
    assert told["path"] == str(filled.database)
    assert filled.json("db", "check")["sound"] is True
    assert filled.json("db", "upgrade")["was"] == told["schema"]
    assert filled.json("audit", "verify")["links"] == told["counts"]["activity"]


def test_a_backup_is_made_and_restored(filled: CommandLine, tmp_path: Path) -> None:
    copy = tmp_path / "cadangan.db"
    assert filled.json("db", "backup", copy)["bytes"] == copy.stat().st_size
    assert filled("db", "backup", copy).code == 1
    filled("sources", "remove", 1)
    told = filled.json("db", "restore", copy)
    assert Path(told["before"]).exists()
    assert len(filled.json("sources", "list")) == 1


def test_a_damaged_file_is_a_fault(filled: CommandLine) -> None:
    content = bytearray(filled.database.read_bytes())
    content[8192:65536] = b"\xff" * (65536 - 8192)
    filled.database.with_name("pantau.db-wal").unlink(missing_ok=True)
    filled.database.write_bytes(content)
    answer = filled("db", "check")
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)


def test_a_forged_record_is_a_fault(filled: CommandLine) -> None:
    database = Database(str(filled.database))
    with database.connection() as connection:
        connection.exec_driver_sql("DROP TRIGGER activity_fixed")
        connection.exec_driver_sql("UPDATE activity SET kind = 'source.removed' WHERE id = 1")
    database.close()
    for command in (["db", "check"], ["audit", "verify"]):
        assert filled(*command).code == 1
    assert "nomor 1" in filled("audit", "verify").err


def test_a_database_that_is_not_there_is_not_made_by_looking(pantau: CommandLine) -> None:
    for command in (["db", "info"], ["db", "check"], ["audit", "verify"]):
        assert pantau(*command).code == 1
    assert not pantau.database.exists()


def test_the_doctor_names_each_part_and_its_remedy(pantau: CommandLine) -> None:
    found = {one["name"]: one for one in pantau.json("doctor")}
    assert {"qt", "display", "keyring", "database", "network", "disk"} <= set(found)
    assert all(one["ok"] or one["mend"] for one in found.values())
    assert pantau("doctor").code == 0
    assert not pantau.database.exists()


def test_a_later_programs_database_is_read_with_a_warning_and_never_written(filled: CommandLine) -> None:
    database = Database(str(filled.database))
    with database.write() as tx:
        tx.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    read = filled("queue", "--json")
    assert (read.code, len(read.json), read.err.count("9999")) == (0, 2, 1)
    for act in (("topics", "add", "Baru", "paspor"), ("engine", "--once"), ("db", "upgrade")):
        answer = filled(*act)
        assert (answer.code, answer.out) == (1, "")
        assert "9999" in answer.err
    assert "lebih baru (9999)" in filled("db", "check").err
    assert filled.json("db", "info")["schema"] == "9999"
