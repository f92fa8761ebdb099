"""The officers' local profiles."""

from __future__ import annotations

from pantau.domain.errors import NotFound, Refused
from pantau.domain.ids import OfficerId
from pantau.domain.outcome import Done
from pantau.domain.team import Officer, Role
from pantau.operations.desk import Desk


def listed(desk: Desk) -> list[Officer]:
    with desk.read() as tx:
        return tx.team.all()


def ensure(desk: Desk, name: str, role: Role) -> Done[Officer]:
    """The profile of that name, made if there is none; a known one keeps its role."""
    name = " ".join(name.split())
    if not name:
        raise Refused("officer.no-name")
    with desk.write() as tx:
        officer, new = tx.team.ensure(name, role)
        entry = tx.record("officer.added", f"officer:{officer.id}", name=name, role=role) if new else None
    return Done(officer, entry)


def switch(desk: Desk, officer: OfficerId) -> Desk:
    """The desk with another officer at it. Raises NotFound."""
    with desk.read() as tx:
        return desk.as_officer(tx.team.get(officer))


def named(desk: Desk, name: str) -> Officer:
    """The officer of that name. Raises NotFound "officer.no-such-name"."""
    for officer in listed(desk):
        if officer.name == name:
            return officer
    raise NotFound("officer.no-such-name", name=name)


def names(desk: Desk) -> dict[OfficerId, str]:
    return {officer.id: officer.name for officer in listed(desk)}
