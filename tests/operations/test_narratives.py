from __future__ import annotations

from dataclasses import replace

import pytest

from pantau.domain.errors import PantauError, Refused, Stale
from pantau.domain.ids import IssueId, StoryId
from pantau.domain.issue import House, Narrative, NarrativeStatus
from pantau.operations import Desk, issues, narratives

HOUSE = House(
    "Dua warga binaan luka ringan dan sudah dirawat.",
    ("Situasi terkendali.", "Korban dirawat di RSUD.", "Penyebab sedang diperiksa."),
)


@pytest.fixture
def issue(desk: Desk, stories: tuple[StoryId, StoryId]) -> IssueId:
    return issues.take_up(desk, stories[0]).value.id


@pytest.fixture
def in_review(drafter: Desk, issue: IssueId) -> Narrative:
    return narratives.submit(drafter, narratives.write(drafter, issue, HOUSE, None).value).value


def kinds(desk: Desk, issue: IssueId) -> list[str]:
    found = [entry.kind for entry in reversed(issues.view(desk, issue).activity)]
    return [kind for kind in found if kind.startswith("narrative.")]


def test_typing_is_saved_each_time_but_recorded_once(drafter: Desk, issue: IssueId) -> None:
    seen = None
    for length in range(1, 30, 7):
        seen = narratives.write(drafter, issue, House(HOUSE.umbrella[:length]), seen).value
    assert narratives.current(drafter, issue) == seen
    assert kinds(drafter, issue) == ["narrative.drafted"]


def test_saving_the_same_text_again_changes_nothing(drafter: Desk, issue: IssueId) -> None:
    first = narratives.write(drafter, issue, HOUSE, None).value
    assert narratives.write(drafter, issue, HOUSE, first).value == first


def test_two_who_write_at_once_do_not_overwrite_each_other(desk: Desk, drafter: Desk, issue: IssueId) -> None:
    begun = narratives.write(drafter, issue, House("Tulisan pertama"), None).value
    with pytest.raises(Stale):
        narratives.write(desk, issue, House("Tulisan rekan"), None)
    later = narratives.write(drafter, issue, House("Tulisan pertama, lanjutan"), begun).value
    with pytest.raises(Stale):
        narratives.write(desk, issue, House("Tulisan rekan"), begun)
    assert narratives.current(desk, issue) == later


@pytest.mark.parametrize("house", [House(), House("Payung"), House("Payung", ("a", "b", " "))])
def test_an_incomplete_house_is_not_submitted(drafter: Desk, issue: IssueId, house: House) -> None:
    draft = narratives.write(drafter, issue, house, None).value
    with pytest.raises(Refused, match="incomplete"):
        narratives.submit(drafter, draft)


def test_a_second_person_approves_what_was_submitted(
    approver: Desk, issue: IssueId, in_review: Narrative
) -> None:
    done = narratives.approve(approver, in_review)
    assert (done.value.status, done.value.approved_by) == (NarrativeStatus.APPROVED, approver.officer.id)
    assert done.undo is None
    assert narratives.approved(approver, issue) == done.value
    assert kinds(approver, issue) == ["narrative.drafted", "narrative.submitted", "narrative.approved"]


def test_a_drafter_may_not_approve(desk: Desk, drafter: Desk, issue: IssueId) -> None:
    text = narratives.submit(desk, narratives.write(desk, issue, HOUSE, None).value).value
    with pytest.raises(Refused, match="not-approver"):
        narratives.approve(drafter, text)


def test_nobody_approves_a_version_that_they_wrote_on_even_if_somebody_else_wrote_last(
    desk: Desk, drafter: Desk, issue: IssueId
) -> None:
    begun = narratives.write(desk, issue, HOUSE, None).value
    amended = replace(HOUSE, umbrella=f"{HOUSE.umbrella} Demikian.")
    text = narratives.write(drafter, issue, amended, begun).value
    submitted = narratives.submit(drafter, text).value
    assert submitted.author == drafter.officer.id
    with pytest.raises(Refused, match="own-text"):
        narratives.approve(desk, submitted)


def test_writing_on_an_approved_text_begins_the_next_version(
    drafter: Desk, approver: Desk, issue: IssueId, in_review: Narrative
) -> None:
    approved = narratives.approve(approver, in_review).value
    amended = replace(HOUSE, umbrella="Tiga warga binaan luka ringan.")
    draft = narratives.write(drafter, issue, amended, approved).value
    assert (draft.number, draft.status) == (2, NarrativeStatus.DRAFT)
    assert narratives.approved(drafter, issue) == approved
    second = narratives.approve(approver, narratives.submit(drafter, draft).value).value
    assert narratives.approved(drafter, issue) == second
    assert [one.status for one in narratives.versions(drafter, issue)] == [
        NarrativeStatus.APPROVED,
        NarrativeStatus.SUPERSEDED,
    ]


def test_an_approver_sees_what_changed_since_the_version_in_force(
    drafter: Desk, approver: Desk, issue: IssueId, in_review: Narrative
) -> None:
    assert len(narratives.changes(approver, in_review)) == 4
    approved = narratives.approve(approver, in_review).value
    amended = replace(HOUSE, umbrella=HOUSE.umbrella.replace("Dua", "Tiga"))
    draft = narratives.write(drafter, issue, amended, approved).value
    (change,) = narratives.changes(approver, draft)
    assert [piece.text for piece in change.pieces][:2] == ["Dua", "Tiga"]


def test_writing_on_a_text_in_review_makes_it_a_draft_again(
    drafter: Desk, approver: Desk, issue: IssueId, in_review: Narrative
) -> None:
    narratives.write(drafter, issue, replace(HOUSE, umbrella="Lain."), in_review)
    with pytest.raises(Stale):
        narratives.approve(approver, in_review)
    assert kinds(drafter, issue)[-1] == "narrative.reopened"


def test_a_returned_text_tells_its_author_why(
    drafter: Desk, approver: Desk, issue: IssueId, in_review: Narrative
) -> None:
    with pytest.raises(Refused, match="why-needed"):
        narratives.give_back(approver, in_review, "  ")
    returned = narratives.give_back(approver, in_review, "Jumlah korban belum pasti.").value
    assert (returned.status, returned.returned_because) == (
        NarrativeStatus.DRAFT,
        "Jumlah korban belum pasti.",
    )
    again = narratives.submit(drafter, returned).value
    assert again.returned_because == ""


def test_submitting_is_undone_and_done_again(drafter: Desk, issue: IssueId) -> None:
    done = narratives.submit(drafter, narratives.write(drafter, issue, HOUSE, None).value)
    assert done.undo is not None
    undone = done.undo()
    assert undone.value.status is NarrativeStatus.DRAFT
    assert undone.undo is not None
    assert undone.undo().value.status is NarrativeStatus.IN_REVIEW


@pytest.mark.parametrize("act", [narratives.approve, narratives.withdraw])
def test_a_draft_is_neither_approved_nor_withdrawn(desk: Desk, drafter: Desk, issue: IssueId, act) -> None:  # type: ignore[no-untyped-def]
    draft = narratives.write(drafter, issue, HOUSE, None).value
    with pytest.raises(PantauError, match="not-reviewed"):
        act(desk, draft)
