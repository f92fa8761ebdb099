"""How far each stage of the pipeline has come, kept in the same transaction as its work."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pantau.store.schema import CursorRow


class Progress:
    def __init__(self, session: Session) -> None:
        self._session = session

    def position(self, stage: str) -> int:
        """The last article id that the stage has dealt with; 0 at first."""
        return self._session.scalar(select(CursorRow.position).where(CursorRow.name == stage)) or 0

    def advance(self, stage: str, position: int) -> None:
        self._row(stage).position = position

    def state(self, stage: str) -> dict[str, Any]:
        """What the stage wrote down for itself; {} at first."""
        return self._session.scalar(select(CursorRow.state).where(CursorRow.name == stage)) or {}

    def remember(self, stage: str, state: dict[str, Any]) -> None:
        self._row(stage).state = state

    def _row(self, stage: str) -> CursorRow:
        row = self._session.get(CursorRow, stage)
        if row is None:
            row = CursorRow(name=stage, position=0, state={})
            self._session.add(row)
        return row
