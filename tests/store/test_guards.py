"""What the database itself refuses, whoever asks and however."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from pantau.domain.errors import PantauError, Refused, Stale, StoreError
from pantau.domain.ids import OfficerId, StoryId
from pantau.domain.issue import House, Issue, Narrative, NarrativeStatus
from pantau.domain.team import Role
from pantau.store.database import Database

HOUSE = House(
    "Dua warga binaan luka ringan.", ("Situasi terkendali.", "Korban dirawat.", "Penyebab diperiksa.")
)


@pytest.fixture
def team(database: Database) -> tuple[OfficerId, OfficerId]:
    with database.write() as tx:
        author, _ = tx.team.ensure("Pranata Humas", Role.DRAFTER)
        approver, _ = tx.team.ensure("Kepala Biro", Role.APPROVER)
    return author.id, approver.id


@pytest.fixture
def issue(database: Database, team: tuple[OfficerId, OfficerId], now: datetime) -> Issue:
    with database.write() as tx:
        return tx.issues.open("Kericuhan", StoryId(1), owner=team[0], at=now, deadline=None)


@pytest.fixture
def in_review(
    database: Database, team: tuple[OfficerId, OfficerId], issue: Issue, now: datetime
) -> Narrative:
    with database.write() as tx:
        return tx.narratives.submit(tx.narratives.draft(issue.id, HOUSE, team[0], now), now)


def run(database: Database, sql: str) -> None:
    with database.write() as tx:
        tx.connection().execute(text(sql))


def test_a_second_person_approves(
    database: Database, team: tuple[OfficerId, OfficerId], in_review: Narrative, now: datetime
) -> None:
    with database.write() as tx:
        approved = tx.narratives.approve(in_review, team[1], now)
    assert (approved.status, approved.approved_by) == (NarrativeStatus.APPROVED, team[1])


def test_nobody_approves_their_own_text(
    database: Database, team: tuple[OfficerId, OfficerId], in_review: Narrative, now: datetime
) -> None:
    with pytest.raises(Refused, match="own-text"), database.write() as tx:
        tx.narratives.approve(in_review, team[0], now)


def test_a_text_that_was_not_reviewed_cannot_be_approved(
    database: Database, team: tuple[OfficerId, OfficerId], issue: Issue, now: datetime
) -> None:
    with database.write() as tx:
        draft = tx.narratives.draft(issue.id, HOUSE, team[0], now)
    with pytest.raises(Refused, match="not-reviewed"), database.write() as tx:
        tx.narratives.approve(draft, team[1], now)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE narrative SET status = 'approved', approved_by = author, version = version + 1",
        "UPDATE narrative SET status = 'approved', approved_by = NULL, version = version + 1",
        "UPDATE narrative SET status = 'approved', approved_by = 2, umbrella = 'lain', version = version + 1",
        "UPDATE narrative SET status = 'approved', approved_by = 2, author = 2, version = version + 1",
        "UPDATE narrative SET umbrella = 'lain', version = version + 1",
        "UPDATE narrative SET author = 2, version = version + 1",
        "UPDATE narrative SET umbrella = 'lain'",
        "DELETE FROM narrative",
        "INSERT INTO narrative (issue_id, number, status, umbrella, messages, author, edited, returned_because,"
        " version) VALUES (1, 9, 'approved', 'x', '[]', 1, 0, '', 1)",
    ],
)
def test_raw_sql_cannot_approve_or_rewrite(database: Database, in_review: Narrative, sql: str) -> None:
    with pytest.raises((Refused, IntegrityError)):
        run(database, sql)


def test_an_approved_text_is_fixed(
    database: Database, team: tuple[OfficerId, OfficerId], in_review: Narrative, now: datetime
) -> None:
    with database.write() as tx:
        approved = tx.narratives.approve(in_review, team[1], now)
    with pytest.raises(PantauError), database.write() as tx:
        tx.narratives.write(approved, HOUSE, team[0], now)


def test_a_newer_approval_supersedes_the_older(
    database: Database, team: tuple[OfficerId, OfficerId], issue: Issue, in_review: Narrative, now: datetime
) -> None:
    with database.write() as tx:
        tx.narratives.approve(in_review, team[1], now)
        second = tx.narratives.draft(issue.id, replace(HOUSE, umbrella="Tiga luka ringan."), team[0], now)
        tx.narratives.approve(tx.narratives.submit(second, now), team[1], now)
        assert [version.status for version in tx.narratives.of(issue.id)] == [
            NarrativeStatus.APPROVED,
            NarrativeStatus.SUPERSEDED,
        ]


def test_an_older_version_of_an_issue_does_not_overwrite_a_newer(database: Database, issue: Issue) -> None:
    with database.write() as tx:
        tx.issues.save(replace(issue, title="Kericuhan Lapas"))
    with pytest.raises(Stale), database.write() as tx:
        tx.issues.save(replace(issue, title="Lama"))


@pytest.mark.parametrize("sql", ["UPDATE activity SET kind = 'x'", "DELETE FROM activity"])
def test_the_activity_only_grows(database: Database, now: datetime, sql: str) -> None:
    with database.write() as tx:
        tx.activity.append("story.watched", "story:1", {}, actor=None, at=now)
    with pytest.raises(Refused):
        run(database, sql)


def test_a_tampered_link_breaks_the_chain(database: Database, now: datetime) -> None:
    with database.write() as tx:
        for number in range(5):
            tx.activity.append("story.watched", f"story:{number}", {"score": 71.5}, actor=None, at=now)
        assert tx.activity.verify() == 5
    run(database, "DROP TRIGGER activity_fixed")
    run(database, "UPDATE activity SET subject = 'story:9' WHERE id = 3")
    with pytest.raises(StoreError) as broken, database.read() as tx:
        tx.activity.verify()
    assert broken.value.facts == {"id": 3}


def test_the_change_feed_tells_what_a_transaction_touched(database: Database, issue: Issue) -> None:
    with database.read() as tx:
        before = tx.changes.last()
    with database.write() as tx:
        tx.issues.save(replace(issue, title="Lain"))
    with database.read() as tx:
        assert [(change.kind.value, change.id) for change in tx.changes.since(before)] == [
            ("issue", issue.id)
        ]


def test_nothing_of_a_failed_transaction_is_kept(database: Database, issue: Issue) -> None:
    def fail() -> None:
        with database.write() as tx:
            tx.issues.save(replace(issue, title="Setengah"))
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        fail()
    with database.read() as tx:
        assert tx.issues.get(issue.id).title == "Kericuhan"
