"""The officers' local profiles."""

from __future__ import annotations

from functools import partial

from pantau.domain.errors import NotFound, Refused
from pantau.domain.ids import OfficerId
from pantau.domain.outcome import Done
from pantau.domain.team import Officer, Role
from pantau.operations.desk import Acting, Desk
from pantau.store.transaction import Transaction

_LEFT = "team_left"  # the ids of those who left: their rows stay, for what they wrote refers to them


def listed(desk: Desk) -> list[Officer]:
    """Everybody who ever had a profile: what they did keeps their names."""
    with desk.read() as tx:
        return tx.team.all()


def members(desk: Desk) -> list[Officer]:
    """Those who are of the team now."""
    with desk.read() as tx:
        left = _left(tx)
        return [officer for officer in tx.team.all() if officer.id not in left]


def _left(tx: Transaction | Acting) -> set[int]:
    return set(tx.settings.get(_LEFT, ()))


def ensure(desk: Desk, name: str, role: Role) -> Done[Officer]:
    """The profile of that name, made if there is none; a known one keeps its role, and one who left is back."""
    name = " ".join(name.split())
    if not name:
        raise Refused("officer.no-name")
    with desk.write() as tx:
        officer, new = tx.team.ensure(name, role)
        if not new and officer.id not in _left(tx):
            return Done(officer, None)
        tx.settings.set(_LEFT, sorted(_left(tx) - {officer.id}))
        kind = "officer.added" if new else "officer.returned"
        entry = tx.record(kind, f"officer:{officer.id}", name=name, role=officer.role)
    return Done(officer, entry)


def remove(desk: Desk, officer: OfficerId) -> Done[Officer]:
    """Have an officer leave the team: nobody acts as them or hands them an issue any more; what they did stands.

    Raises NotFound, and Refused for the last lead and for one who still has issues in hand.
    """
    with desk.write() as tx:
        leaving, left = tx.team.get(officer), _left(tx)
        if officer in left:
            return Done(leaving, None)
        if leaving.role is Role.LEAD and not _has_other_lead(tx, leaving, left):
            raise Refused("officer.last-lead", name=leaving.name)
        if count := sum(issue.owner == officer for issue in tx.issues.all()):
            raise Refused("officer.has-issues", name=leaving.name, count=count)
        tx.settings.set(_LEFT, sorted(left | {officer}))
        entry = tx.record("officer.left", f"officer:{officer}", name=leaving.name, role=leaving.role)
    return Done(leaving, entry, undo=partial(ensure, desk, leaving.name, leaving.role))


def _has_other_lead(tx: Acting, leaving: Officer, left: set[int]) -> bool:
    return any(one.role is Role.LEAD and one.id != leaving.id and one.id not in left for one in tx.team.all())


def switch(desk: Desk, officer: OfficerId) -> Desk:
    """The desk with another officer at it. Raises NotFound."""
    with desk.read() as tx:
        return desk.as_officer(tx.team.get(officer))


def named(desk: Desk, name: str) -> Officer:
    """The officer of that name, who is of the team. Raises NotFound "officer.no-such-name"."""
    for officer in members(desk):
        if officer.name == name:
            return officer
    raise NotFound("officer.no-such-name", name=name)


def names(desk: Desk) -> dict[OfficerId, str]:
    return {officer.id: officer.name for officer in listed(desk)}
