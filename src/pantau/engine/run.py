"""Runs the engine: once over every due source, or for ever.

The network has the event loop; one other thread does everything that writes, in turns of a fraction of a second:
first what visits brought, then the index, then grouping and scoring. So a slow disk never breaks a download off, and
the first queue is there long before the last feed.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any, Self, TypeVar

from pantau.domain.errors import StoreError
from pantau.domain.source import Source
from pantau.engine.keeping import BATCH, Keeper, Tally
from pantau.engine.lease import RENEW_SECONDS, EngineLease
from pantau.engine.parsing import Parser
from pantau.engine.pipeline import BULK, Pipeline
from pantau.engine.round import Round
from pantau.engine.visit import Visit, Visitor
from pantau.feeds.fetch import Fetcher, Limits
from pantau.store.database import Database

T = TypeVar("T")
Emit = Callable[[str, dict[str, Any]], None]

CLAIM_HOLD = timedelta(minutes=5)
EVERY_SOURCE = 100_000
CLAIM_LIMIT = 200
CLAIM_SECONDS = 1.0
# Grouping gets its first turn with the first feeds. While they still pour in it holds them up, so it waits long for
# the next, unless nothing comes for a moment; else it follows what comes in closely.
FLOOD_SECONDS = 8.0
QUEUE_SECONDS = 0.5
SILENT_WAITS = 4
TURN_SECONDS = 0.25
RESCORE_SECONDS = 15.0
STOP_SECONDS = 5.0  # for visits under way when asked to stop
RETRY_SECONDS = 2.0
# What passes, and for how many seconds a single round waits for it; an engine that runs for ever waits on.
PASSING = {"store.locked": 60.0, "store.disk-full": 0.0}


def utc_now() -> datetime:
    return datetime.now(UTC)


class Engine:
    """The machine at work on a database; open it with `async with`, which takes the lease.

    emit    is told what happens, as (event, facts)
    clock   tells UTC; a drill's stands still during a round
    parser  one that is open already
    """

    def __init__(
        self,
        database: Database,
        emit: Emit,
        *,
        clock: Callable[[], datetime] = utc_now,
        limits: Limits | None = None,
        opened: tuple[str, ...] = (),
        parser: Parser | None = None,
    ) -> None:
        self._database = database
        self._emit = emit
        self._clock = clock
        self._fetcher = Fetcher(limits, opened=opened)
        self._parser = parser or Parser()
        self._visits = Round(Visitor(self._fetcher, self._parser, clock))
        self._keeper = Keeper(database)
        self._pipeline = Pipeline(database, clock)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="pantau-writer")
        self._lease = EngineLease(database)
        self._stopping = asyncio.Event()
        self._is_endless = False
        self._began = time.monotonic()
        self._pause = FLOOD_SECONDS
        self._silent = 0
        self._due = dict.fromkeys(("claim", "queue", "renewal", "rescore"), 0.0)

    async def __aenter__(self) -> Self:
        try:
            await self._in_writer(self._lease.take, utc_now())
        except BaseException:
            self._writer.shutdown()
            raise
        await self._fetcher.__aenter__()
        await self._parser.__aenter__()
        return self

    async def __aexit__(self, *failure: Any) -> None:
        self.stop()
        try:
            await self._visits.stop()
        finally:
            await self._parser.__aexit__(*failure)
            await self._fetcher.__aexit__(*failure)
            with contextlib.suppress(StoreError):  # a lease that cannot be given back runs out
                await self._in_writer(self._lease.release)
            self._writer.shutdown()

    @property
    def tally(self) -> Tally:
        return self._keeper.tally

    def stop(self) -> None:
        """Finish the batch in hand and end."""
        self._stopping.set()

    async def round(self, *, every: bool = False) -> int:
        """Poll every due source (with `every`, each enabled one), run the pipeline to the end; active stories."""
        await self._poll_all(every)
        return await self._finish()

    async def once(self, *, every: bool = False) -> None:
        """One round and no more, and its figures as the last event."""
        await self._poll_all(every)
        await self._parser.close()  # grouping wants the memory
        stories = await self._finish()
        self._tell("done", **self.tally.facts(), stories=stories)

    async def _poll_all(self, every: bool) -> None:
        sources = await self._in_writer(self._claim, EVERY_SOURCE, every)
        self._tell("polling", sources=len(sources))
        self._visits.begin(sources)
        while not self._visits.is_over and not self._stopping.is_set():
            await self._turn()
        await self._wind_up()

    async def forever(self) -> None:
        """Poll sources as they come due, until `stop`."""
        self._is_endless = True
        self._tell("started")
        while not self._stopping.is_set():
            await self._claim_due()
            await self._turn()
        await self._wind_up()
        await self._in_writer(self._keeper.index)
        self._tell("stopped", **self.tally.facts())

    # --- polling

    async def _claim_due(self) -> None:
        if self._visits.under_way >= CLAIM_LIMIT or not self._is_due("claim", CLAIM_SECONDS):
            return
        if sources := await self._in_writer(self._claim, CLAIM_LIMIT, False):
            self._tell("polling", sources=len(sources))
            self._visits.begin(sources)

    def _claim(self, limit: int, every: bool) -> list[Source]:
        now = self._clock()
        with self._database.read() as tx:
            if not every and not tx.sources.any_due(now):
                return []
        with self._database.write() as tx:
            return tx.sources.claim_due(now, limit, CLAIM_HOLD, every=every)

    # --- turns of the writer

    async def _turn(self) -> None:
        """Store what came, index, group and score; in a flood of feeds the latter less and less often."""
        await self._renew()
        is_busy = self._keeper.unindexed > 0 or self._pipeline.is_behind
        batch = await self._visits.batch(0.02 if is_busy else 0.5)
        self._silent = 0 if batch else self._silent + 1
        if batch:
            await self._keep(batch)
        if self._keeper.unindexed >= BATCH or (self._keeper.unindexed and not batch):
            await self._index()
        # What is still under way may hang for long: the flood is over when some waits in a row brought nothing.
        has_come = self.tally.articles_new > 0
        if (has_come and self._is_due("queue", self._pause)) or self._silent >= SILENT_WAITS:
            self._pause = FLOOD_SECONDS if batch else QUEUE_SECONDS
            await self._group()

    async def _keep(self, batch: Sequence[Visit]) -> None:
        known = self.tally.articles_new
        self._keeper.take(batch)
        await self._in_writer(self._keeper.keep)
        self._pipeline.is_behind = self._pipeline.is_behind or self.tally.articles_new > known
        for visit in batch:
            self._tell("polled", source=visit.poll.source, status=visit.poll.status, **_outcome(visit))

    async def _index(self) -> None:
        await self._in_writer(self._keeper.index)
        self._tell("searchable", articles=self.tally.articles_new)

    async def _group(self) -> None:
        if self._pipeline.is_behind:
            if placed := await self._in_writer(self._pipeline.step, TURN_SECONDS):
                self._tell("queue", articles=placed, stories=self._pipeline.stories)
        elif self._is_due("rescore", RESCORE_SECONDS):
            await self._in_writer(self._pipeline.refresh)

    async def _wind_up(self) -> None:
        """Store what is done; when asked to stop, give what is under way a moment, then break it off."""
        limit = time.monotonic() + (STOP_SECONDS if self._stopping.is_set() else 60.0)
        while not self._visits.is_over and time.monotonic() < limit:
            if batch := await self._visits.batch(0.2):
                await self._keep(batch)
        await self._visits.stop()
        if batch := await self._visits.batch(0.0):
            await self._keep(batch)

    async def _finish(self) -> int:
        await self._in_writer(self._keeper.index)
        self._tell("stored", articles=self.tally.articles_new)
        while not self._stopping.is_set() and (
            placed := await self._in_writer(self._pipeline.step, 1.0, BULK)
        ):
            self._tell("queue", articles=placed, stories=self._pipeline.stories)
            await self._renew()
        return await self._in_writer(self._pipeline.refresh)

    async def _renew(self) -> None:
        if not self._is_due("renewal", RENEW_SECONDS):
            return
        facts = {"polling": self._visits.under_way, "behind": self._pipeline.is_behind}
        if not await self._in_writer(self._lease.renew, utc_now(), facts):
            self._tell("lease-lost")
            self.stop()

    def _is_due(self, work: str, seconds: float) -> bool:
        """Whether it is time for some work again, and if so, when the next time is."""
        now = time.monotonic()
        if now < self._due[work]:
            return False
        self._due[work] = now + seconds
        return True

    def _tell(self, event: str, **facts: Any) -> None:
        self._emit(event, {**facts, "seconds": round(time.monotonic() - self._began, 3)})

    async def _in_writer(self, work: Callable[..., T], *arguments: Any) -> T:
        """Run in the writer's thread; while the database is busy or its disk full, wait and run it again.

        So `work` must be safe to run again after a StoreError. When asked to stop it has one more try.
        """
        began = time.monotonic()
        while True:
            try:
                return await asyncio.get_running_loop().run_in_executor(self._writer, work, *arguments)
            except StoreError as error:
                if self._stopping.is_set() or not self._is_passing(error, time.monotonic() - began):
                    raise
                self._tell("waiting", error=error.key, facts=error.facts)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(RETRY_SECONDS):
                    await self._stopping.wait()

    def _is_passing(self, error: StoreError, waited: float) -> bool:
        return error.key in PASSING and (self._is_endless or waited < PASSING[error.key])


def _outcome(visit: Visit) -> dict[str, Any]:
    poll = visit.poll
    return {"error": poll.error, "facts": poll.error_facts} if poll.error else {"entries": len(poll.entries)}
