from __future__ import annotations

import pytest

from pantau.domain.errors import NotFound, Refused
from pantau.domain.ids import OfficerId
from pantau.domain.team import Role
from pantau.operations import Desk, team


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
