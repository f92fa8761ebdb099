"""An engine whose database is busy, full, or told the wrong time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pantau.domain.article import DateOrigin, Entry
from pantau.domain.errors import StoreError
from pantau.domain.ids import SourceId
from pantau.domain.poll import Poll
from pantau.domain.source import NewSource
from pantau.engine import run
from pantau.engine.keeping import Keeper
from pantau.engine.run import Engine
from pantau.engine.visit import Visit
from pantau.store import database as store
from pantau.store.database import Database
from pantau.store.migrate import open_database

from .outlets import item, newsroom


@pytest.fixture
def impatient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database that says at once that it is locked, and an engine that soon asks again."""
    monkeypatch.setattr(store, "BUSY_TIMEOUT_MS", 20)
    monkeypatch.setattr(run, "RETRY_SECONDS", 0.05)
    opened = open_database(f"sqlite:///{tmp_path / 'pantau.db'}")
    yield opened
    opened.close()


@contextmanager
def held(database: Database) -> Iterator[None]:
    """Somebody else is writing, and takes long."""
    raw = database.raw()
    raw.driver_connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        raw.driver_connection.execute("ROLLBACK")
        raw.close()


class Told:
    """What an engine told; `waiting` is set once it waits for the database."""

    def __init__(self) -> None:
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.waiting = asyncio.Event()

    def __call__(self, event: str, facts: dict[str, Any]) -> None:
        self.events.append((event, facts))
        if event == "waiting":
            self.waiting.set()


async def test_an_engine_waits_for_a_database_that_somebody_holds_and_loses_nothing(
    impatient: Database,
) -> None:
    told = Told()
    async with newsroom() as room:
        room.publish("kabar", item("Kericuhan di Lapas Pontianak"))
        with impatient.write() as tx:
            tx.sources.add(NewSource(room.url("kabar"), intranet=True))
        async with Engine(impatient, told) as engine:
            with held(impatient):
                once = asyncio.create_task(engine.once(every=True))
                await asyncio.wait_for(told.waiting.wait(), 10)
            await once
    event, facts = told.events[-1]
    assert (event, facts["ok"], facts["articles_new"], facts["stories"]) == ("done", 1, 1, 1)


async def test_an_engine_that_runs_for_ever_outlives_a_locked_database(impatient: Database) -> None:
    told = Told()
    async with Engine(impatient, told) as engine:
        with held(impatient), pytest.MonkeyPatch.context() as patch:
            patch.setitem(run.PASSING, "store.locked", 0.0)
            for_ever = asyncio.create_task(engine.forever())
            with impatient.read() as tx:
                assert not tx.sources.any_due(datetime.now(UTC))
            await asyncio.wait_for(told.waiting.wait(), 10)
        engine.stop()
        await for_ever
    assert told.events[-1][0] == "stopped"


async def test_a_single_round_gives_up_in_the_end_and_says_why(
    impatient: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(run.PASSING, "store.locked", 0.1)
    with held(impatient), pytest.raises(StoreError, match=r"store\.locked"):
        async with Engine(impatient, Told()):
            pass


def visit(source: int, *, is_first: bool = True) -> Visit:
    at = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
    entry = Entry("satu", "", "Kabar satu", "", "Isi.", "Isi.", at, DateOrigin.STATED, "id")
    poll = Poll(SourceId(source), at, at + timedelta(hours=1), 60.0, status=200, entries=(entry,))
    return Visit(poll, index=(("kabar satu", "isi"),), is_first=is_first)


@pytest.fixture
def keeper(database: Database) -> Keeper:
    with database.write() as tx:
        for name in ("kabar", "warta"):
            tx.sources.add(NewSource(f"https://{name}.example/feed"))
    return Keeper(database)


def test_a_feed_that_another_engine_stored_meanwhile_is_known_and_stops_nobody(keeper: Keeper) -> None:
    keeper.take([visit(1)])
    keeper.keep()
    keeper.take([visit(1), visit(2)])
    keeper.keep()
    assert (keeper.tally.sources, keeper.tally.articles_new) == (3, 2)


def test_what_a_failure_left_unstored_is_stored_by_the_next_call(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.take([visit(1), visit(2)])
    with monkeypatch.context() as patch:
        patch.setattr(keeper.database, "write", _full)
        with pytest.raises(StoreError):
            keeper.keep()
    keeper.keep()
    keeper.keep()
    assert (keeper.tally.sources, keeper.tally.articles_new) == (2, 2)


def _full() -> None:
    raise StoreError("store.disk-full", path="")


def test_sources_polled_while_the_clock_ran_ahead_are_due_once_it_is_right(
    database: Database, now: datetime
) -> None:
    with database.write() as tx:
        source, _ = tx.sources.add(NewSource("https://kabar.example/feed"))
        ahead = now + timedelta(days=1)
        tx.sources.record([Poll(source.id, ahead, ahead + timedelta(hours=1), 60.0, status=200)])
        assert [one.id for one in tx.sources.claim_due(now, 10, timedelta(minutes=5))] == [source.id]
        assert not tx.sources.any_due(now + timedelta(minutes=4))
