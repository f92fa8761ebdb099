"""Threads: which stories are of one affair. Rows are written only as an affair grows, joins another or comes apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Select, bindparam, delete, select, update
from sqlalchemy.orm import Session

from pantau.domain.changes import ChangeKind
from pantau.domain.finding import Threading
from pantau.domain.story import Story
from pantau.store.bulk import among, insert_all, keys_for
from pantau.store.schema import StoryRow, StoryThreadRow, table_of
from pantau.store.stories import Stories

SHOWN = 100
_thread = table_of(StoryThreadRow)
_JOIN = update(_thread).where(_thread.c.thread_id == bindparam("ended")).values(thread_id=bindparam("into"))


def _newest(thread: int) -> Select[int]:
    """The stories of an affair that were told last, one more than is shown beside one of them."""
    return (
        select(StoryThreadRow.story_id)
        .join(StoryRow, StoryRow.id == StoryThreadRow.story_id)
        .where(StoryThreadRow.thread_id == thread, StoryRow.merged_into.is_(None))
        .order_by(StoryRow.last_seen.desc(), StoryRow.id.desc())
        .limit(SHOWN + 1)
    )


class Threads:
    def __init__(self, session: Session, touch: Callable[[ChangeKind, int], None]) -> None:
        self._session = session
        self._touch = touch

    def save(self, changed: Threading) -> None:
        """Follow what the machine found: threads that joined, then stories that moved."""
        connection = self._session.connection()
        if changed.joined:
            connection.execute(_JOIN, [{"ended": ended, "into": into} for ended, into in changed.joined])
            for _ended, into in changed.joined:
                self._touch_all(into)
        if not changed.moved:
            return
        dialect = connection.dialect.name
        keys = {"keys": keys_for(changed.moved, dialect)}
        connection.execute(delete(_thread).where(among(_thread.c.story_id, dialect)), keys)
        moved = [(story, thread) for story, thread in changed.moved.items() if thread is not None]
        insert_all(connection, _thread, [{"story_id": story, "thread_id": thread} for story, thread in moved])
        for story in changed.moved:
            self._touch(ChangeKind.STORY, story)

    def _touch_all(self, thread: int) -> None:
        for story in self._session.scalars(_newest(thread)):
            self._touch(ChangeKind.STORY, story)

    def since(self, moment: datetime) -> list[tuple[int, int]]:
        """Stories with a report since then that are of an affair with others, as (story, thread)."""
        rows = self._session.execute(
            select(StoryThreadRow.story_id, StoryThreadRow.thread_id)
            .join(StoryRow, StoryRow.id == StoryThreadRow.story_id)
            .where(StoryRow.last_seen >= moment, StoryRow.merged_into.is_(None))
        )
        return [(story, thread) for story, thread in rows]

    def beside(self, story: Story) -> list[Story]:
        """The other stories of the affair of a story, the newest first and SHOWN of them at most."""
        if story.thread is None:
            return []
        ids = self._session.scalars(_newest(story.thread))
        others = Stories(self._session, self._touch).some([one for one in ids if one != story.id])
        return sorted(others, key=lambda other: (other.last_seen, other.id), reverse=True)[:SHOWN]
