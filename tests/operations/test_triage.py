from __future__ import annotations

import pytest

from pantau.domain.errors import NotFound, Refused
from pantau.domain.ids import SourceId, StoryId
from pantau.domain.story import Mark
from pantau.operations import Desk, issues, queue, triage


def test_watching_a_story_is_recorded_and_undone(desk: Desk, stories: tuple[StoryId, StoryId]) -> None:
    done = triage.watch(desk, stories[0])
    assert done.value.mark is Mark.WATCHED
    assert done.activity is not None
    assert done.undo is not None
    assert done.undo().value.mark is None
    with desk.read() as tx:
        assert [entry.kind for entry in tx.activity.of("story:1")] == ["story.unmarked", "story.watched"]


def test_what_already_is_so_is_skipped(desk: Desk, stories: tuple[StoryId, StoryId]) -> None:
    triage.watch(desk, stories[0])
    again = triage.watch(desk, stories[0])
    assert (again.activity, again.undo) == (None, None)


def test_a_dismissed_story_leaves_the_queue_and_comes_back_by_undo(
    desk: Desk, stories: tuple[StoryId, StoryId]
) -> None:
    triage.watch(desk, stories[0])
    done = triage.dismiss(desk, stories[0])
    assert [story.id for story in queue.ranked(desk)] == [stories[1]]
    assert done.undo is not None
    assert done.undo().value.mark is Mark.WATCHED
    assert [story.id for story in queue.ranked(desk)] == list(stories)


def test_a_story_in_hand_cannot_be_dismissed(desk: Desk, stories: tuple[StoryId, StoryId]) -> None:
    issue = issues.take_up(desk, stories[0]).value
    with pytest.raises(Refused) as refused:
        triage.dismiss(desk, stories[0])
    assert refused.value.facts == {"issue": issue.id}


def test_a_story_that_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(NotFound) as missing:
        triage.watch(desk, StoryId(404))
    assert missing.value.facts == {"id": 404}


def test_muting_a_source_is_undone(desk: Desk, source: SourceId) -> None:
    done = triage.mute_source(desk, source)
    assert done.value.muted
    assert [mute.value for mute in triage.mutes(desk)] == [str(source)]
    assert done.undo is not None
    assert not done.undo().value.muted
    assert triage.mutes(desk) == []


def test_a_word_is_muted_once_however_it_is_written(desk: Desk) -> None:
    triage.mute_word(desk, "  Drama   Korea ")
    assert triage.mute_word(desk, "drama korea").activity is None
    assert [mute.value for mute in triage.mutes(desk)] == ["drama korea"]
    with pytest.raises(Refused, match="empty"):
        triage.mute_word(desk, "  ")
