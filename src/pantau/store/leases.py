"""Who does the machine's work on a database: one holder at a time, by heartbeat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from pantau.store.schema import LeaseRow


@dataclass(frozen=True, slots=True)
class Lease:
    """`facts` is what the holder last said of itself: pid, what it is doing, when it polled."""

    holder: str
    expires: datetime
    facts: dict[str, Any]


class Leases:
    def __init__(self, session: Session) -> None:
        self._session = session

    def take(self, name: str, holder: str, now: datetime, hold: timedelta, facts: dict[str, Any]) -> bool:
        """Take or renew the lease; False when somebody else's has not run out. Call inside a write transaction."""
        row = self._session.get(LeaseRow, name, with_for_update=True)
        if row is None:
            self._session.add(LeaseRow(name=name, holder=holder, expires=now + hold, facts=facts))
            return True
        if row.holder != holder and row.expires > now:
            return False
        row.holder, row.expires, row.facts = holder, now + hold, facts
        return True

    def release(self, name: str, holder: str) -> None:
        self._session.execute(delete(LeaseRow).where(LeaseRow.name == name, LeaseRow.holder == holder))

    def current(self, name: str, now: datetime) -> Lease | None:
        """The lease in force, None when it ran out or nobody holds it."""
        row = self._session.get(LeaseRow, name)
        if row is None or row.expires <= now:
            return None
        return Lease(row.holder, row.expires, row.facts or {})
