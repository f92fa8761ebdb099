from __future__ import annotations

import pytest

from pantau.domain.errors import NotFound, Refused
from pantau.domain.ids import OfficerId, StoryId
from pantau.domain.team import Role
from pantau.operations import Desk, issues, team


def test_a_profile_is_made_once_and_keeps_its_role(desk: Desk) -> None:
    first = team.ensure(desk, "Kepala  Biro", Role.APPROVER)
    again = team.ensure(desk, "Kepala Biro", Role.MONITOR)
    assert (again.value, again.activity) == (first.value, None)
    assert team.names(desk)[first.value.id] == "Kepala Biro"


def test_another_officer_sits_down_at_the_desk(desk: Desk) -> None:
    other = team.ensure(desk, "Kepala Biro", Role.APPROVER).value
    assert team.switch(desk, other.id).officer == other
    assert team.named(desk, "Kepala Biro") == other


def test_an_officer_who_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no-such-name"):
        team.named(desk, "Siapa")
    with pytest.raises(NotFound, match="not-found"):
        team.switch(desk, OfficerId(9))
    with pytest.raises(Refused, match="no-name"):
        team.ensure(desk, " ", Role.LEAD)


def test_an_officer_who_left_keeps_a_name_but_acts_no_more(desk: Desk) -> None:
    gone = team.ensure(desk, "Pranata Humas", Role.DRAFTER).value
    done = team.remove(desk, gone.id)
    assert gone not in team.members(desk)
    assert team.names(desk)[gone.id] == "Pranata Humas"
    with pytest.raises(NotFound, match="no-such-name"):
        team.named(desk, "Pranata Humas")
    assert team.remove(desk, gone.id).activity is None
    assert done.undo is not None
    done.undo()
    assert team.named(desk, "Pranata Humas") == gone


def test_one_who_is_added_again_is_back_in_the_old_role(desk: Desk) -> None:
    gone = team.ensure(desk, "Pranata Humas", Role.DRAFTER).value
    team.remove(desk, gone.id)
    back = team.ensure(desk, "Pranata Humas", Role.LEAD)
    assert (back.value, back.activity is None) == (gone, False)


def test_the_last_lead_and_one_with_issues_in_hand_cannot_leave(
    desk: Desk, stories: tuple[StoryId, StoryId]
) -> None:
    with pytest.raises(Refused, match="last-lead"):
        team.remove(desk, desk.officer.id)
    other = team.ensure(desk, "Kepala Regu Malam", Role.LEAD).value
    issue = issues.take_up(desk, stories[0], other.id).value
    with pytest.raises(Refused, match="has-issues"):
        team.remove(desk, other.id)
    issues.assign(desk, issue, None)
    team.remove(desk, other.id)
    with pytest.raises(Refused, match="last-lead"):
        team.remove(desk, desk.officer.id)
