from __future__ import annotations

from datetime import datetime, timedelta

from pantau.domain.ids import SourceId
from pantau.domain.poll import Poll
from pantau.domain.source import NewSource
from pantau.operations import Desk, sources, status

from .conftest import Clock


def test_nobody_at_work_and_nothing_polled_yet(desk: Desk, source: SourceId) -> None:
    now = status.summary(desk)
    assert (now.engine, now.sources, now.waiting, now.failing, now.last_ok) == (None, 1, 1, 0, None)


def test_sources_that_fail_are_counted_apart(desk: Desk, source: SourceId, now: datetime) -> None:
    other = sources.add(desk, NewSource("https://lain.example/feed")).value.id
    resting = sources.add(desk, NewSource("https://tidur.example/feed")).value.id
    sources.disable(desk, resting)
    with desk.database.write() as tx:
        tx.sources.record([Poll(source, now, now, 15, status=200)])
        tx.sources.record([Poll(other, now, now, 15, status=503, error="source.server")])
    found = status.summary(desk)
    assert (found.sources, found.enabled, found.well, found.failing) == (3, 2, 1, 1)
    assert found.last_ok == now


def test_an_engine_that_stopped_renewing_is_gone(desk: Desk, clock: Clock) -> None:
    with desk.database.write() as tx:
        tx.leases.take(status.LEASE, "pc-1", clock(), timedelta(seconds=30), {"pid": 7})
    found = status.summary(desk).engine
    assert found is not None
    assert found.facts == {"pid": 7}
    clock.forward(seconds=31)
    assert status.summary(desk).engine is None
