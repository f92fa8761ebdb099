"""Officers' words on stories, and what they muted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pantau.domain.changes import ChangeKind
from pantau.domain.ids import MuteId, OfficerId, StoryId
from pantau.domain.story import Mark
from pantau.store.schema import MuteRow, StoryMarkRow

Touch = Callable[[ChangeKind, int], None]


class MuteKind(StrEnum):
    SOURCE = "source"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Mute:
    """`value` is a source's id as text, or a word."""

    id: MuteId
    kind: MuteKind
    value: str
    by: OfficerId
    at: datetime


class Marks:
    def __init__(self, session: Session, touch: Touch) -> None:
        self._session = session
        self._touch = touch

    def get(self, story: StoryId) -> Mark | None:
        row = self._session.get(StoryMarkRow, story)
        return None if row is None else Mark(row.mark)

    def set(self, story: StoryId, mark: Mark | None, by: OfficerId, at: datetime) -> None:
        """Mark a story, or with None take the mark away."""
        row = self._session.get(StoryMarkRow, story)
        if mark is None:
            if row is not None:
                self._session.delete(row)
        elif row is None:
            self._session.add(StoryMarkRow(story_id=story, mark=mark.value, by=by, at=at))
        else:
            row.mark, row.by, row.at = mark.value, by, at
        self._touch(ChangeKind.STORY, story)

    def mutes(self) -> list[Mute]:
        rows = self._session.scalars(select(MuteRow).order_by(MuteRow.id))
        return [
            Mute(MuteId(row.id), MuteKind(row.kind), row.value, OfficerId(row.by), row.at) for row in rows
        ]

    def mute(self, kind: MuteKind, value: str, by: OfficerId, at: datetime) -> None:
        known = self._session.scalar(
            select(MuteRow).where(MuteRow.kind == kind.value, MuteRow.value == value)
        )
        if known is None:
            self._session.add(MuteRow(kind=kind.value, value=value, by=by, at=at))
        self._touch(ChangeKind.SETTING, 0)

    def unmute(self, kind: MuteKind, value: str) -> None:
        self._session.execute(delete(MuteRow).where(MuteRow.kind == kind.value, MuteRow.value == value))
        self._touch(ChangeKind.SETTING, 0)
