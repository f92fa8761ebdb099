"""The house's memory on a desk: every approved version counts, drafts do not."""

from __future__ import annotations

from pantau.domain.ids import IssueId, StoryId
from pantau.domain.issue import House
from pantau.operations import Desk, facts, issues, memory, narratives

from .conftest import HOUSE

LATER = House(
    "Tiga warga binaan luka ringan dan sudah dirawat.",
    ("Situasi terkendali.", "Korban dirawat di RSUD.", "Penyebab sedang diperiksa."),
)


def approve(drafter: Desk, approver: Desk, issue: IssueId, house: House) -> None:
    draft = narratives.write(drafter, issue, house, narratives.current(drafter, issue)).value
    narratives.approve(approver, narratives.submit(drafter, draft).value)


def test_versions_that_were_approved_are_remembered_with_what_became_of_them(
    desk: Desk, drafter: Desk, approver: Desk, stories: tuple[StoryId, StoryId]
) -> None:
    issue = IssueId(issues.take_up(desk, stories[0]).value.id)
    facts.add(desk, issue, "Lapas dihuni 812 warga binaan.", "Kepala lapas")
    narratives.write(drafter, issue, HOUSE, None)
    assert memory.pasts(desk) == []
    approve(drafter, approver, issue, HOUSE)
    approve(drafter, approver, issue, LATER)
    first, second = memory.pasts(desk)
    assert (first.version, first.in_force, first.facts) == (1, False, ())
    assert (second.version, second.in_force, second.facts) == (2, True, ("Lapas dihuni 812 warga binaan.",))
    assert second.text.splitlines()[0] == LATER.umbrella


def test_a_text_is_held_against_them_all(
    desk: Desk, drafter: Desk, approver: Desk, stories: tuple[StoryId, StoryId]
) -> None:
    issue = IssueId(issues.take_up(desk, stories[0]).value.id)
    approve(drafter, approver, issue, HOUSE)
    found = memory.against_all(desk, "Delapan warga binaan luka ringan dan sudah dirawat.")
    assert [(one.past.issue, one.finding.text, one.finding.expected) for one in found.contradictions] == [
        (issue, "Delapan", "Dua")
    ]
    assert [one.past.issue for one in found.similar] == [issue]
