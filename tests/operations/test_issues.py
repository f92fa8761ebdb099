from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import pytest

from pantau.domain.errors import NotFound, Refused, Stale
from pantau.domain.ids import OfficerId, StoryId
from pantau.domain.issue import Issue, Status
from pantau.domain.story import Mark
from pantau.operations import Desk, facts, issues, queue, settings, triage


@pytest.fixture
def issue(desk: Desk, stories: tuple[StoryId, StoryId]) -> Issue:
    return issues.take_up(desk, stories[0]).value


def test_a_story_taken_up_is_in_hand_with_a_deadline(desk: Desk, issue: Issue) -> None:
    assert (issue.status, issue.owner) == (Status.HANDLING, desk.officer.id)
    assert issue.deadline == desk.clock() + timedelta(minutes=30)
    assert queue.ranked(desk)[0].issue == issue.id


def test_the_deadline_is_a_setting(desk: Desk, stories: tuple[StoryId, StoryId]) -> None:
    settings.change(desk, {"first_statement_minutes": 15})
    assert issues.take_up(desk, stories[0]).value.deadline == desk.clock() + timedelta(minutes=15)


def test_a_story_is_taken_up_once(desk: Desk, issue: Issue, stories: tuple[StoryId, StoryId]) -> None:
    with pytest.raises(Refused, match="already-taken"):
        issues.take_up(desk, stories[0])


def test_two_officers_who_take_a_story_at_once_do_not_both_get_it(
    desk: Desk, drafter: Desk, stories: tuple[StoryId, StoryId]
) -> None:
    ready = Barrier(2)
    outcomes: list[object] = []

    def take(at: Desk) -> None:
        ready.wait()
        try:
            outcomes.append(issues.take_up(at, stories[0]).value)
        except Refused as refused:
            outcomes.append(refused.key)

    threads = [Thread(target=take, args=(at,)) for at in (desk, drafter)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(isinstance(outcome, Issue) for outcome in outcomes) == [False, True]
    assert len(issues.listed(desk)) == 1


def test_taking_up_is_undone_and_gives_the_story_back(desk: Desk, stories: tuple[StoryId, StoryId]) -> None:
    triage.dismiss(desk, stories[0])
    done = issues.take_up(desk, stories[0])
    assert done.undo is not None
    undone = done.undo()
    assert undone.value.status is Status.CLOSED
    story = queue.story(desk, stories[0]).story
    assert (story.issue, story.mark) == (None, Mark.DISMISSED)
    assert undone.undo is not None
    assert undone.undo().value.stories == (stories[0],)


def test_taking_up_is_not_undone_over_what_was_written(desk: Desk, stories: tuple[StoryId, StoryId]) -> None:
    done = issues.take_up(desk, stories[0])
    issues.note(desk, done.value.id, "Kalapas sudah dihubungi.")
    assert done.undo is not None
    with pytest.raises(Refused, match="written-on"):
        done.undo()


CHANGES = {
    "assign": lambda desk, issue: issues.assign(desk, issue, None),
    "status": lambda desk, issue: issues.set_status(desk, issue, Status.ANSWERED),
    "close": lambda desk, issue: issues.set_status(desk, issue, Status.CLOSED),
    "rename": lambda desk, issue: issues.rename(desk, issue, "Kericuhan di Lapas Kelas I"),
    "deadline": lambda desk, issue: issues.set_deadline(desk, issue, None),
    "link": lambda desk, issue: issues.link(desk, issue, StoryId(2)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_undo_of_a_change_brings_the_issue_back(desk: Desk, issue: Issue, change: str) -> None:
    done = CHANGES[change](desk, issue)
    assert done.value != issue
    assert done.undo is not None
    undone = done.undo().value
    assert replace(undone, version=issue.version) == issue
    with desk.read() as tx:
        tx.activity.verify()


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_on_an_older_version_is_refused_and_changes_nothing(
    desk: Desk, drafter: Desk, issue: Issue, change: str
) -> None:
    newer = issues.rename(drafter, issue, "Judul dari rekan").value
    with pytest.raises(Stale):
        CHANGES[change](desk, issue)
    assert issues.get(desk, issue.id) == newer


def test_undo_never_overwrites_a_colleague(desk: Desk, drafter: Desk, issue: Issue) -> None:
    done = issues.assign(desk, issue, None)
    issues.assign(drafter, done.value, drafter.officer.id)
    assert done.undo is not None
    with pytest.raises(Stale):
        done.undo()
    assert issues.get(desk, issue.id).owner == drafter.officer.id


def test_a_closed_issue_is_worked_on_only_after_it_was_opened_again(desk: Desk, issue: Issue) -> None:
    closed = issues.set_status(desk, issue, Status.CLOSED).value
    with pytest.raises(Refused, match="closed"):
        issues.assign(desk, closed, None)
    opened = issues.set_status(desk, closed, Status.OPEN).value
    assert issues.assign(desk, opened, None).value.owner is None


def test_an_issue_is_given_only_to_somebody_who_is_there(desk: Desk, issue: Issue) -> None:
    with pytest.raises(NotFound, match="officer"):
        issues.assign(desk, issue, OfficerId(99))


def test_a_story_of_another_issue_is_not_linked(
    desk: Desk, issue: Issue, stories: tuple[StoryId, StoryId]
) -> None:
    issues.take_up(desk, stories[1])
    with pytest.raises(Refused, match="already-taken"):
        issues.link(desk, issue, stories[1])


def test_the_last_story_stays_with_its_issue(desk: Desk, issue: Issue) -> None:
    with pytest.raises(Refused, match="last-story"):
        issues.unlink(desk, issue, issue.stories[0])


def test_an_issue_is_shown_with_all_that_was_written(desk: Desk, issue: Issue) -> None:
    issues.note(desk, issue.id, "Kalapas sudah dihubungi.")
    facts.add(desk, issue.id, "Dua orang luka ringan.", "Laporan Kalapas")
    view = issues.view(desk, issue.id)
    assert [note.text for note in view.notes] == ["Kalapas sudah dihubungi."]
    assert [fact.source for fact in view.facts] == ["Laporan Kalapas"]
    assert view.stories[0].title == issue.title
    assert [entry.kind for entry in view.activity] == ["issue.fact-added", "issue.noted", "issue.opened"]
