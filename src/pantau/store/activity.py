"""The activity: append-only and hash-chained, so that what was changed or cut afterwards shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pantau.domain.activity import Activity
from pantau.domain.errors import StoreError
from pantau.domain.ids import ActivityId, OfficerId
from pantau.store.schema import ActivityRow

GENESIS = "0" * 64


class ActivityLog:
    def __init__(self, session: Session) -> None:
        self._session = session

    def append(
        self, kind: str, subject: str, facts: dict[str, Any], *, actor: OfficerId | None, at: datetime
    ) -> Activity:
        """Add a link. The number is drawn inside the write transaction, whose lock makes the chain a line."""
        last = self._last()
        before, number = (GENESIS, 1) if last is None else (last.hash, last.id + 1)
        at = at.astimezone(UTC).replace(microsecond=at.microsecond // 1000 * 1000)
        link = chain_hash(number, at, actor, kind, subject, facts, before)
        row = ActivityRow(
            id=number, at=at, actor=actor, kind=kind, subject=subject, facts=facts, before=before, hash=link
        )
        self._session.add(row)
        self._session.flush()
        return _to_activity(row)

    def head(self) -> str:
        """The hash of the newest link: printed into exports, so that a cut tail can be seen from outside."""
        last = self._last()
        return GENESIS if last is None else last.hash

    def of(self, subject: str, limit: int = 500) -> list[Activity]:
        rows = self._session.scalars(
            select(ActivityRow)
            .where(ActivityRow.subject == subject)
            .order_by(ActivityRow.id.desc())
            .limit(limit)
        )
        return [_to_activity(row) for row in rows]

    def latest(self, limit: int = 100) -> list[Activity]:
        rows = self._session.scalars(select(ActivityRow).order_by(ActivityRow.id.desc()).limit(limit))
        return [_to_activity(row) for row in rows]

    def of_kind(self, kind: str) -> Iterator[Activity]:
        """All links of a kind, oldest first."""
        rows = self._session.scalars(
            select(ActivityRow).where(ActivityRow.kind == kind).order_by(ActivityRow.id)
        )
        return map(_to_activity, rows)

    def verify(self) -> int:
        """How many links hold. Raises StoreError("audit.broken", id=...) at the first that does not."""
        before, expected = GENESIS, 1
        rows = self._session.scalars(select(ActivityRow).order_by(ActivityRow.id)).yield_per(1)
        while True:
            try:
                row = next(rows, None)
                holds = row is None or (
                    row.id == expected and row.before == before and row.hash == _link(row)
                )
            except (ValueError, TypeError, OverflowError):  # what stands there is not even a fact or a moment
                holds = False
            if not holds:
                raise StoreError("audit.broken", id=expected)
            if row is None:
                return expected - 1
            before, expected = row.hash, expected + 1

    def _last(self) -> ActivityRow | None:
        return self._session.scalar(select(ActivityRow).order_by(ActivityRow.id.desc()).limit(1))


def chain_hash(
    number: int, at: datetime, actor: int | None, kind: str, subject: str, facts: dict[str, Any], before: str
) -> str:
    """SHA-256 over the canonical JSON of all fields and the hash before (RFC 8785 order and spacing)."""
    told = [number, at.astimezone(UTC).isoformat(), actor, kind, subject, facts, before]
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _link(row: ActivityRow) -> str:
    return chain_hash(row.id, row.at, row.actor, row.kind, row.subject, row.facts, row.before)


def _to_activity(row: ActivityRow) -> Activity:
    return Activity(
        id=ActivityId(row.id),
        at=row.at,
        actor=None if row.actor is None else OfficerId(row.actor),
        kind=row.kind,
        subject=row.subject,
        facts=row.facts,
        before=row.before,
        hash=row.hash,
    )
