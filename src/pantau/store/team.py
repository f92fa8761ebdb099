"""Officers' local profiles."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from pantau.domain.changes import ChangeKind
from pantau.domain.errors import NotFound
from pantau.domain.ids import OfficerId
from pantau.domain.team import Officer, Role
from pantau.store.schema import OfficerRow

Touch = Callable[[ChangeKind, int], None]


class Team:
    def __init__(self, session: Session, touch: Touch) -> None:
        self._session = session
        self._touch = touch

    def all(self) -> list[Officer]:
        return [_to_officer(row) for row in self._session.scalars(select(OfficerRow).order_by(OfficerRow.id))]

    def get(self, officer: OfficerId) -> Officer:
        row = self._session.get(OfficerRow, officer)
        if row is None:
            raise NotFound("officer.not-found", id=officer)
        return _to_officer(row)

    def ensure(self, name: str, role: Role) -> tuple[Officer, bool]:
        """The officer of that name, and whether the profile is new; a known one keeps its role."""
        row = self._session.scalar(select(OfficerRow).where(OfficerRow.name == name))
        if row is not None:
            return _to_officer(row), False
        row = OfficerRow(name=name, role=role.value)
        self._session.add(row)
        self._session.flush()
        self._touch(ChangeKind.OFFICER, row.id)
        return _to_officer(row), True


def _to_officer(row: OfficerRow) -> Officer:
    return Officer(OfficerId(row.id), row.name, Role(row.role))
