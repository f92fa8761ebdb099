"""Threads in the database: who is with whom, what is told of it, and nothing written while nothing changes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from pantau.domain.changes import ChangeKind
from pantau.domain.finding import Threading
from pantau.domain.ids import ArticleId, StoryId
from pantau.domain.story import Story
from pantau.store.database import Database


@pytest.fixture
def stories(database: Database, now: datetime) -> None:
    """Stories 1 to 4, each an hour after the one before."""
    with database.write() as tx:
        tx.stories.save(
            Story(
                StoryId(number),
                f"Kabar {number}",
                10.0,
                False,
                (),
                1,
                1,
                now,
                now + timedelta(hours=number),
                ArticleId(number),
            )
            for number in range(1, 5)
        )


def thread(database: Database, changed: Threading) -> set[int]:
    """Save a change; the stories that the change feed names then."""
    with database.write() as tx:
        before = tx.changes.last()
        tx.threads.save(changed)
    with database.read() as tx:
        return {change.id for change in tx.changes.since(before) if change.kind is ChangeKind.STORY}


def beside(database: Database, story: int) -> list[int]:
    with database.read() as tx:
        return [other.id for other in tx.threads.beside(tx.stories.get(StoryId(story)))]


@pytest.mark.usefixtures("stories")
def test_the_others_of_an_affair_stand_beside_each_of_its_stories_the_newest_first(
    database: Database,
) -> None:
    assert beside(database, 1) == []
    assert thread(database, Threading({1: 1, 2: 1, 4: 1})) == {1, 2, 4}
    assert [beside(database, story) for story in (1, 2, 3, 4)] == [[4, 2], [4, 1], [], [2, 1]]
    with database.read() as tx:
        assert [(story.id, story.thread) for story in tx.stories.some([2, 3])] == [(2, 1), (3, None)]


@pytest.mark.usefixtures("stories")
def test_a_story_may_leave_and_threads_may_join_with_what_is_over(database: Database, now: datetime) -> None:
    thread(database, Threading({1: 1, 2: 1, 3: 3, 4: 3}))
    thread(database, Threading({2: None}, ((3, 1),)))
    assert [beside(database, story) for story in (1, 2)] == [[4, 3], []]
    with database.read() as tx:
        assert tx.threads.since(now + timedelta(hours=4)) == [(4, 1)]


@pytest.mark.usefixtures("stories")
def test_nothing_is_told_while_nothing_changes(database: Database) -> None:
    thread(database, Threading({1: 1, 2: 1}))
    with database.write() as tx:
        before = tx.changes.last()
        tx.threads.save(Threading({}))
    with database.read() as tx:
        assert tx.changes.last() == before


@pytest.mark.usefixtures("stories")
def test_scoring_a_story_anew_or_merging_one_keeps_the_others_thread(
    database: Database, now: datetime
) -> None:
    thread(database, Threading({1: 1, 2: 1, 3: 1}))
    with database.write() as tx:
        tx.stories.save(tx.stories.some([1]))
        tx.stories.merge([(StoryId(3), StoryId(2))])
    assert beside(database, 1) == [2]
