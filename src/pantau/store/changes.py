"""The change feed: readers catch up by sequence, so a lost notification loses nothing."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pantau.domain.changes import Change, ChangeKind
from pantau.store.schema import ChangeRow


class Changes:
    def __init__(self, session: Session) -> None:
        self._session = session

    def last(self) -> int:
        """The newest sequence number; 0 in a database without changes."""
        return self._session.scalar(select(func.max(ChangeRow.sequence))) or 0

    def oldest(self) -> int:
        """The oldest that is kept: a reader that is further behind must read everything anew."""
        return self._session.scalar(select(func.min(ChangeRow.sequence))) or 0

    def since(self, sequence: int, limit: int = 10_000) -> list[Change]:
        rows = self._session.scalars(
            select(ChangeRow).where(ChangeRow.sequence > sequence).order_by(ChangeRow.sequence).limit(limit)
        )
        return [Change(row.sequence, ChangeKind(row.kind), row.item) for row in rows]

    def touched(self, sequence: int, kinds: Collection[ChangeKind]) -> bool:
        """Whether something of these kinds changed after that sequence number."""
        found = self._session.scalar(
            select(ChangeRow.sequence)
            .where(ChangeRow.sequence > sequence, ChangeRow.kind.in_([kind.value for kind in kinds]))
            .limit(1)
        )
        return found is not None

    def prune(self, keep: int) -> None:
        """Drop all but the newest `keep` rows."""
        self._session.execute(delete(ChangeRow).where(ChangeRow.sequence <= self.last() - keep))
