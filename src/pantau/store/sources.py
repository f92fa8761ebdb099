"""Sources: who they are, how they fare, which are due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, ColumnElement, Integer, bindparam, case, literal, or_, select, update
from sqlalchemy.orm import Session

from pantau.domain.changes import ChangeKind
from pantau.domain.errors import NotFound
from pantau.domain.ids import SourceId
from pantau.domain.poll import Poll
from pantau.domain.source import NewSource, Source, Tier, Validators
from pantau.store.schema import SourceRow, table_of

Touch = Callable[[ChangeKind, int], None]


# The hot path: prepared once, on the table and not on the mapped class.
_source = table_of(SourceRow)
_TIERS = select(_source.c.id, _source.c.tier)
_POLLED = (
    update(_source)
    .where(_source.c.id == bindparam("source"))
    .values(last_polled=bindparam("at"), next_due=bindparam("due"), status=bindparam("answer"))
)
_WENT_WELL = _POLLED.values(
    last_ok=bindparam("at"),
    interval_minutes=bindparam("interval"),
    error=None,
    error_facts={},
    failures=0,
    name=case((_source.c.name == "", bindparam("title")), else_=_source.c.name),
    articles=_source.c.articles + bindparam("new", type_=Integer),
    etag=bindparam("new_etag"),
    last_modified=bindparam("new_modified"),
    body_sha=bindparam("new_sha"),
)
_FAILED = _POLLED.values(
    error=bindparam("key"), error_facts=bindparam("facts", type_=JSON), failures=_source.c.failures + 1
)


CLOCK_SLACK = timedelta(
    minutes=5
)  # a poll further in the future than this was made while the clock was wrong


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

    def tiers(self) -> dict[int, Tier]:
        """The tier of every source by id, removed ones too."""
        return {row.id: Tier(row.tier) for row in self._session.connection().execute(_TIERS)}

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
            wanted = wanted.where(_is_due(now))
        rows = self._session.scalars(
            wanted.order_by(SourceRow.next_due.nulls_first(), SourceRow.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        ).all()
        if rows:
            self._session.execute(
                update(SourceRow)
                .where(SourceRow.id.in_([row.id for row in rows]))
                .values(next_due=now + hold, last_polled=_not_after(now)),
                execution_options={"synchronize_session": False},
            )
        return [_to_source(row) for row in rows]

    def any_due(self, now: datetime) -> bool:
        """Whether the time of some source has come."""
        wanted = select(SourceRow.id).where(SourceRow.enabled, ~SourceRow.removed)
        return self._session.scalar(wanted.where(_is_due(now)).limit(1)) is not None

    def record(self, polls: Sequence[Poll], new_articles: Sequence[int] | None = None) -> None:
        """Store how polls went, and how many new articles each brought (None: none of them any).

        A permanent move is followed unless another source stands there already.
        """
        connection = self._session.connection()
        brought = new_articles if new_articles is not None else [0] * len(polls)
        pairs = list(zip(polls, brought, strict=True))
        if well := [_well_values(poll, new) for poll, new in pairs if poll.error is None]:
            connection.execute(_WENT_WELL, well)
        if failed := [_failed_values(poll) for poll in polls if poll.error is not None]:
            connection.execute(_FAILED, failed)
        for poll in polls:
            if poll.moved_to:
                self._move(poll.source, poll.moved_to)
            self._touch(ChangeKind.SOURCE, poll.source)

    def _move(self, source: SourceId, url: str) -> None:
        if self._session.scalar(select(SourceRow.id).where(SourceRow.url == url)) is None:
            self._session.connection().execute(update(_source).where(_source.c.id == source).values(url=url))

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


def _is_due(now: datetime) -> ColumnElement[bool]:
    """Its time has come, or was set by a clock that ran ahead and has been put right since."""
    return or_(
        SourceRow.next_due.is_(None), SourceRow.next_due <= now, SourceRow.last_polled > now + CLOCK_SLACK
    )


def _not_after(now: datetime) -> ColumnElement[datetime | None]:
    moment = literal(now, _source.c.last_polled.type)
    return case((SourceRow.last_polled > moment, moment), else_=SourceRow.last_polled)


def _well_values(poll: Poll, new_articles: int) -> dict[str, Any]:
    given = poll.validators or Validators()
    return {
        "source": poll.source,
        "at": poll.at,
        "due": poll.next_due,
        "answer": poll.status,
        "interval": poll.interval_minutes,
        "title": poll.title,
        "new": new_articles,
        "new_etag": given.etag,
        "new_modified": given.last_modified,
        "new_sha": given.body_sha,
    }


def _failed_values(poll: Poll) -> dict[str, Any]:
    return {
        "source": poll.source,
        "at": poll.at,
        "due": poll.next_due,
        "answer": poll.status,
        "key": poll.error,
        "facts": dict(poll.error_facts),
    }


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
