from __future__ import annotations

from dataclasses import replace

import pytest

from pantau.domain.errors import Refused, Stale
from pantau.domain.ids import StoryId
from pantau.domain.issue import House, Issue, Status
from pantau.operations import Desk, facts, issues, narratives, queue, regrouping


@pytest.fixture
def pair(desk: Desk, stories: tuple[StoryId, StoryId]) -> tuple[Issue, Issue]:
    return issues.take_up(desk, stories[0]).value, issues.take_up(desk, stories[1]).value


def test_a_merged_issue_hands_on_its_stories_notes_and_facts(
    desk: Desk, drafter: Desk, pair: tuple[Issue, Issue]
) -> None:
    first, second = pair
    issues.note(drafter, first.id, "Kalapas sudah dihubungi.")
    facts.add(drafter, first.id, "Dua luka.", "Laporan Kalapas")
    facts.add(desk, second.id, "Dua luka.", "Laporan Kalapas")
    merged = regrouping.merge(desk, first, second).value
    view = issues.view(desk, merged.id)
    assert merged.stories == (StoryId(1), StoryId(2))
    assert [(note.text, note.by) for note in view.notes] == [("Kalapas sudah dihubungi.", drafter.officer.id)]
    assert len(view.facts) == 1
    assert [issue.id for issue in issues.listed(desk)] == [second.id]
    assert issues.view(desk, first.id).notes[0].text == "Kalapas sudah dihubungi."


def test_an_issue_with_a_narrative_is_not_merged_into_one_without(
    desk: Desk, pair: tuple[Issue, Issue]
) -> None:
    narratives.write(desk, pair[0].id, House("Situasi terkendali."), None)
    with pytest.raises(Refused, match="merge-other-way"):
        regrouping.merge(desk, *pair)
    assert regrouping.merge(desk, pair[1], pair[0]).value.stories == (StoryId(1), StoryId(2))


def test_merging_looks_at_both_versions(desk: Desk, pair: tuple[Issue, Issue]) -> None:
    issues.rename(desk, pair[1], "Judul dari rekan")
    with pytest.raises(Stale):
        regrouping.merge(desk, *pair)
    with pytest.raises(Refused, match="itself"):
        regrouping.merge(desk, pair[0], pair[0])


def test_a_closed_issue_is_not_merged(desk: Desk, pair: tuple[Issue, Issue]) -> None:
    closed = issues.set_status(desk, pair[0], Status.CLOSED).value
    with pytest.raises(Refused, match="closed"):
        regrouping.merge(desk, closed, pair[1])


def test_a_part_split_off_keeps_owner_and_deadline_and_goes_back_by_undo(
    desk: Desk, stories: tuple[StoryId, StoryId]
) -> None:
    whole = issues.link(desk, issues.take_up(desk, stories[0]).value, stories[1]).value
    done = regrouping.split(desk, whole, [stories[1]], "Antrean paspor")
    assert (done.value.stories, done.value.owner, done.value.deadline) == (
        (stories[1],),
        whole.owner,
        whole.deadline,
    )
    assert queue.story(desk, stories[1]).story.issue == done.value.id
    assert done.undo is not None
    back = done.undo().value
    assert replace(back, version=whole.version) == whole


@pytest.mark.parametrize("chosen", [[], [1, 2], [7]])
def test_a_split_leaves_stories_on_both_sides(
    desk: Desk, stories: tuple[StoryId, StoryId], chosen: list[int]
) -> None:
    whole = issues.link(desk, issues.take_up(desk, stories[0]).value, stories[1]).value
    with pytest.raises(Refused, match="bad-split"):
        regrouping.split(desk, whole, [StoryId(story) for story in chosen], "Lain")
