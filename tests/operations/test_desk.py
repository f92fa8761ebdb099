from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from pantau.domain.errors import StoreError
from pantau.domain.story import Mark
from pantau.domain.team import Role
from pantau.operations import Desk, open_desk, topics
from pantau.operations.desk import prepared


def test_a_new_database_has_the_shipped_topics_and_no_sources(desk: Desk) -> None:
    with desk.read() as tx:
        assert {topic.name for topic in tx.topics.in_force()} == {topic.name for topic in topics.shipped()}
        assert tx.sources.all() == []


def test_the_local_officer_leads_and_is_made_once(desk: Desk) -> None:
    url = str(desk.database.path)
    again = open_desk(url, name=desk.officer.name)
    assert again.officer == desk.officer
    assert desk.officer.role is Role.LEAD
    again.close()


def test_opening_a_known_database_writes_nothing_and_so_waits_for_nobody(desk: Desk) -> None:
    with desk.database.write():
        open_desk(str(desk.database.path), name=desk.officer.name).close()


def test_a_shipped_topic_that_was_removed_does_not_come_back(desk: Desk) -> None:
    gone = topics.listed(desk)[0]
    topics.remove(desk, gone.id)
    open_desk(str(desk.database.path), name=desk.officer.name).close()
    assert gone.name not in [topic.name for topic in topics.listed(desk)]


def test_a_record_keeps_its_hash_whatever_kind_of_facts_it_tells(desk: Desk) -> None:
    with desk.write() as tx:
        tx.record(
            "test.done", "test:1", mark=Mark.WATCHED, at=tx.at, ids=(1, 2), more={"one": None, "two": 0.5}
        )
    with desk.read() as tx:
        assert tx.activity.verify() == 1


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    stray = tmp_path / "surat.db"
    stray.write_bytes(b"Yth. Kepala Biro " * 100)
    with pytest.raises(StoreError, match="not-a-database"):
        open_desk(str(stray))
    assert stray.read_bytes() == b"Yth. Kepala Biro " * 100


def test_at_a_later_programs_database_one_reads_and_nobody_acts(desk: Desk) -> None:
    with desk.database.write() as tx:
        tx.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    visit = open_desk(str(desk.database.path), name="Tamu")
    assert [topic.name for topic in topics.listed(visit)]
    with pytest.raises(StoreError, match=r"store\.newer"):
        topics.add(visit, "Baru", "paspor")
    visit.close()
    with pytest.raises(StoreError, match=r"store\.newer"):
        prepared(str(desk.database.path))
