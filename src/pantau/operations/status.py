"""How the machine fares, for the status bar: who does its work, and how the sources are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pantau.operations.desk import Desk
from pantau.store.leases import Lease

LEASE = "engine"


@dataclass(frozen=True, slots=True)
class Status:
    """`engine` is None when nobody does the machine's work. Counts are of sources, removed ones left out.

    failing  enabled sources whose last poll went wrong
    waiting  enabled sources that were never polled
    last_ok  when a source last answered well
    """

    engine: Lease | None
    sources: int
    enabled: int
    failing: int
    waiting: int
    last_ok: datetime | None

    @property
    def well(self) -> int:
        return self.enabled - self.failing - self.waiting


def summary(desk: Desk) -> Status:
    with desk.read() as tx:
        engine = tx.leases.current(LEASE, desk.clock())
        sources = tx.sources.all()
    enabled = [source for source in sources if source.enabled]
    return Status(
        engine=engine,
        sources=len(sources),
        enabled=len(enabled),
        failing=sum(source.error is not None for source in enabled),
        waiting=sum(source.last_polled is None for source in enabled),
        last_ok=max((source.last_ok for source in sources if source.last_ok), default=None),
    )
