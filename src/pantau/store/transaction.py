"""One transaction, with the tables' doors on it."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection, insert
from sqlalchemy.orm import Session

from pantau.domain.changes import ChangeKind
from pantau.store.activity import ActivityLog
from pantau.store.arrivals import Arrivals
from pantau.store.articles import Articles
from pantau.store.changes import Changes
from pantau.store.issues import Issues
from pantau.store.leases import Leases
from pantau.store.marks import Marks
from pantau.store.narratives import Narratives
from pantau.store.progress import Progress
from pantau.store.schema import ChangeRow, table_of
from pantau.store.search import Search
from pantau.store.settings import Settings
from pantau.store.sources import Sources
from pantau.store.stories import Stories
from pantau.store.team import Team
from pantau.store.threads import Threads
from pantau.store.topics import Topics

_INSERT_CHANGES = insert(table_of(ChangeRow))


class Transaction:
    """Rows stay inside the store; values of `domain` leave it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._touched: dict[tuple[ChangeKind, int], None] = {}

    def connection(self) -> Connection:
        """The bare connection, for what is said in SQL only inside the store."""
        return self._session.connection()

    def touch(self, kind: ChangeKind, item: int) -> None:
        """Have the change feed say, at commit, that this thing changed."""
        self._touched[kind, item] = None

    def announce(self) -> None:
        """Write the change feed's rows: last of all, so that a sequence number is never seen before its change."""
        if self._touched:
            self._session.connection().execute(
                _INSERT_CHANGES, [{"kind": kind.value, "item": item} for kind, item in self._touched]
            )

    @cached_property
    def sources(self) -> Sources:
        return Sources(self._session, self.touch)

    @cached_property
    def arrivals(self) -> Arrivals:
        return Arrivals(self._session)

    @cached_property
    def articles(self) -> Articles:
        return Articles(self._session)

    @cached_property
    def stories(self) -> Stories:
        return Stories(self._session, self.touch)

    @cached_property
    def threads(self) -> Threads:
        return Threads(self._session, self.touch)

    @cached_property
    def topics(self) -> Topics:
        return Topics(self._session, self.touch)

    @cached_property
    def marks(self) -> Marks:
        return Marks(self._session, self.touch)

    @cached_property
    def issues(self) -> Issues:
        return Issues(self._session, self.touch)

    @cached_property
    def narratives(self) -> Narratives:
        return Narratives(self._session, self.touch)

    @cached_property
    def team(self) -> Team:
        return Team(self._session, self.touch)

    @cached_property
    def activity(self) -> ActivityLog:
        return ActivityLog(self._session)

    @cached_property
    def settings(self) -> Settings:
        return Settings(self._session, self.touch)

    @cached_property
    def changes(self) -> Changes:
        return Changes(self._session)

    @cached_property
    def search(self) -> Search:
        return Search(self._session)

    @cached_property
    def progress(self) -> Progress:
        return Progress(self._session)

    @cached_property
    def leases(self) -> Leases:
        return Leases(self._session)
