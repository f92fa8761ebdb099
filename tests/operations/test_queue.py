from __future__ import annotations

from datetime import datetime

import pytest

from pantau.domain.errors import NotFound
from pantau.domain.finding import Finding, Threading
from pantau.domain.ids import ArticleId, StoryId
from pantau.domain.story import Reading
from pantau.operations import Desk, facts, issues, queue


def test_the_queue_is_ranked_by_score(desk: Desk, stories: tuple[StoryId, StoryId]) -> None:
    assert [story.id for story in queue.ranked(desk)] == list(stories)
    assert [story.id for story in queue.ranked(desk, 1)] == [stories[0]]
    assert queue.count(desk) == 2


def test_a_story_shows_each_text_once_with_its_copies(
    desk: Desk,
    stories: tuple[StoryId, StoryId],
    publish,  # type: ignore[no-untyped-def]
) -> None:
    first = stories[0]
    copies = [publish(f"Kericuhan lapas {n}", "Naskah yang sama.") for n in range(3)]
    chain = [ArticleId(1), copies[0], copies[1]]
    with desk.database.write() as tx:
        tx.stories.record(
            [Finding(ArticleId(1), first, first, Reading())]
            + [
                Finding(copy, first, first, Reading(), copy_of=of)
                for copy, of in zip(copies, chain, strict=True)
            ]
        )
    view = queue.story(desk, first)
    assert len(view.articles) == 4
    (report,) = view.reports
    assert report.article.id == ArticleId(1)
    assert {copy.id for copy in report.copies} == set(copies)


def test_a_story_in_hand_comes_with_what_was_written_on_it(
    desk: Desk, stories: tuple[StoryId, StoryId]
) -> None:
    issue = issues.take_up(desk, stories[0]).value
    issues.note(desk, issue.id, "Kalapas dihubungi.")
    facts.add(desk, issue.id, "Dua luka.", "Laporan")
    view = queue.story(desk, stories[0])
    assert (view.issue, len(view.notes), len(view.facts)) == (issue, 1, 1)


def test_a_merged_story_leads_to_the_one_that_holds_its_reports(
    desk: Desk, stories: tuple[StoryId, StoryId], now: datetime
) -> None:
    issue = issues.take_up(desk, stories[1]).value
    with desk.database.write() as tx:
        tx.stories.merge([(stories[1], stories[0])])
    view = queue.story(desk, stories[1])
    assert (view.story.id, view.story.issue) == (stories[0], issue.id)


def test_a_story_comes_with_the_others_of_its_affair(desk: Desk, stories: tuple[StoryId, StoryId]) -> None:
    first, second = stories
    assert queue.story(desk, first).thread == ()
    with desk.database.write() as tx:
        tx.threads.save(Threading(dict.fromkeys(stories, first)))
    assert [other.id for other in queue.story(desk, first).thread] == [second]
    issues.take_up(desk, first)
    assert [other.id for other in queue.story(desk, first).thread] == [second]


def test_an_unknown_story_is_named(desk: Desk) -> None:
    with pytest.raises(NotFound, match="story"):
        queue.story(desk, StoryId(5))
