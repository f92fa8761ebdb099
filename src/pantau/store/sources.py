"""Sources: who they are, how they fare, which are due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from pantau.domain.changes import ChangeKind
from pantau.domain.errors import NotFound
from pantau.domain.ids import SourceId
from pantau.domain.poll import Poll
from pantau.domain.source import NewSource, Source, Tier, Validators
from pantau.store.schema import SourceRow

Touch = Callable[[ChangeKind, int], None]


class Sources:
    def __init__(self, session: Session, touch: Touch) -> None:
        self._session = session
        self._touch = touch

    def add(self, new: NewSource) -> tuple[Source, bool]:
        """The source at that address, and whether it is new. One that was removed comes back with its history."""
        row = self._session.scalar(select(SourceRow).where(SourceRow.url == new.url))
        if row is not None and not row.removed:
            return _to_source(row), False
        if row is None:
            row = SourceRow(url=new.url, error_facts={})
            self._session.add(row)
        row.name = new.name or row.name or ""
        row.tier, row.region, row.intranet = new.tier.value, new.region, new.intranet
        row.enabled, row.removed, row.next_due = True, False, None
        self._session.flush()
        self._touch(ChangeKind.SOURCE, row.id)
        return _to_source(row), True

    def get(self, source: SourceId) -> Source:
        """Raises NotFound for one that is not there or was removed."""
        return _to_source(self._row(source))

    def all(self) -> list[Source]:
        rows = self._session.scalars(select(SourceRow).where(~SourceRow.removed).order_by(SourceRow.id))
        return [_to_source(row) for row in rows]

    def some(self, ids: Sequence[SourceId]) -> list[Source]:
        """The sources with these ids, removed ones too, for the names of what they carried."""
        rows = self._session.scalars(select(SourceRow).where(SourceRow.id.in_(ids)))
        return [_to_source(row) for row in rows]

    def claim_due(self, now: datetime, limit: int, hold: timedelta, *, every: bool = False) -> list[Source]:
        """Take up to `limit` sources whose time has come, longest overdue first; with `every`, all enabled ones.

        A taken source is due again after `hold`, so an engine that dies gives it back. PostgreSQL gives a row
        to one engine (SKIP LOCKED); SQLite has one writer.
        """
        wanted = select(SourceRow).where(SourceRow.enabled, ~SourceRow.removed)
        if not every:
            wanted = wanted.where(or_(SourceRow.next_due.is_(None), SourceRow.next_due <= now))
        rows = self._session.scalars(
            wanted.order_by(SourceRow.next_due.nulls_first(), SourceRow.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        ).all()
        if rows:
            self._session.execute(
                update(SourceRow)
                .where(SourceRow.id.in_([row.id for row in rows]))
                .values(next_due=now + hold),
                execution_options={"synchronize_session": False},
            )
        return [_to_source(row) for row in rows]

    def next_due(self) -> datetime | None:
        """When the next source is due; None when there is none."""
        return self._session.scalar(
            select(SourceRow.next_due)
            .where(SourceRow.enabled, ~SourceRow.removed)
            .order_by(SourceRow.next_due.nulls_first())
            .limit(1)
        )

    def record(self, poll: Poll, *, new_articles: int) -> None:
        """Store how a poll went. A permanent move is followed unless another source stands there already."""
        well = poll.error is None
        values: dict[str, Any] = {
            "last_polled": poll.at,
            "next_due": poll.next_due,
            "interval_minutes": poll.interval_minutes,
            "status": poll.status,
            "error": poll.error,
            "error_facts": dict(poll.error_facts),
            "failures": 0 if well else SourceRow.failures + 1,
        }
        if well:
            values["last_ok"] = poll.at
        if new_articles:
            values["articles"] = SourceRow.articles + new_articles
        if poll.validators is not None:
            values |= {
                "etag": poll.validators.etag,
                "last_modified": poll.validators.last_modified,
                "body_sha": poll.validators.body_sha,
            }
        self._session.execute(
            update(SourceRow).where(SourceRow.id == poll.source).values(values),
            execution_options={"synchronize_session": False},
        )
        self._adopt(poll)
        self._touch(ChangeKind.SOURCE, poll.source)

    def _adopt(self, poll: Poll) -> None:
        if poll.title:
            self._session.execute(
                update(SourceRow)
                .where(SourceRow.id == poll.source, SourceRow.name == "")
                .values(name=poll.title),
                execution_options={"synchronize_session": False},
            )
        if poll.moved_to and not self._session.scalar(
            select(SourceRow.id).where(SourceRow.url == poll.moved_to)
        ):
            self._session.execute(
                update(SourceRow).where(SourceRow.id == poll.source).values(url=poll.moved_to),
                execution_options={"synchronize_session": False},
            )

    def change(self, source: SourceId, **values: Any) -> Source:
        """Set `enabled`, `muted`, `name`, `tier`, `region`, `intranet` or `removed`."""
        row = self._row(source)
        for name, value in values.items():
            setattr(row, name, value)
        if values.get("enabled"):
            row.next_due, row.failures = None, 0
        self._session.flush()
        self._touch(ChangeKind.SOURCE, source)
        return _to_source(row)

    def restore(self, source: SourceId) -> Source:
        """Bring back a removed source."""
        row = self._session.get(SourceRow, source)
        if row is None:
            raise NotFound("source.not-found", id=source)
        row.removed = False
        self._session.flush()
        self._touch(ChangeKind.SOURCE, source)
        return _to_source(row)

    def _row(self, source: SourceId) -> SourceRow:
        row = self._session.get(SourceRow, source)
        if row is None or row.removed:
            raise NotFound("source.not-found", id=source)
        return row


def _to_source(row: SourceRow) -> Source:
    return Source(
        id=SourceId(row.id),
        url=row.url,
        name=row.name,
        tier=Tier(row.tier),
        region=row.region,
        enabled=row.enabled,
        intranet=row.intranet,
        muted=row.muted,
        validators=Validators(row.etag, row.last_modified, row.body_sha),
        last_polled=row.last_polled,
        last_ok=row.last_ok,
        status=row.status,
        error=row.error,
        error_facts=row.error_facts or {},
        failures=row.failures or 0,
        articles=row.articles or 0,
        interval_minutes=row.interval_minutes,
        next_due=row.next_due,
    )
