"""A round of visits: many sources at once, each handed on as soon as it is done."""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, zip_longest
from urllib.parse import urlsplit

from pantau.domain.source import Source
from pantau.engine.visit import Visit, Visitor

IN_HAND = 128  # visits whose bodies may be in memory at a time
DONE = 64  # that may wait to be stored: when the database does not answer, fetching pauses too
FLOOD = 100  # with so many under way a batch waits for GATHERED visits, GATHER_SECONDS at most: cheaper
GATHERED = 64
GATHER_SECONDS = 0.1


class Round:
    """Visits under way and those that are done and wait to be stored."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self._tasks: set[asyncio.Task[None]] = set()
        self._done: asyncio.Queue[Visit] = asyncio.Queue(DONE)
        self._slots = asyncio.Semaphore(IN_HAND)

    @property
    def is_over(self) -> bool:
        """Nothing is under way and nothing waits."""
        return not self._tasks and self._done.empty()

    @property
    def under_way(self) -> int:
        return len(self._tasks)

    def begin(self, sources: Iterable[Source]) -> None:
        """Start visiting; hosts take turns, so that one with many feeds holds up nobody else."""
        for source in alternating(sources):
            task = asyncio.create_task(self._visit(source))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _visit(self, source: Source) -> None:
        async with self._slots:
            await self._done.put(await self._visitor.visit(source))

    async def batch(self, wait: float) -> list[Visit]:
        """What is done by now, waiting up to `wait` seconds for a first visit; [] when there is none."""
        try:
            async with asyncio.timeout(wait):
                batch = [await self._done.get()]
        except TimeoutError:
            return []
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GATHER_SECONDS):
                while self.under_way >= FLOOD and len(batch) < GATHERED:
                    batch.append(await self._done.get())
        return batch + self._ready()

    def _ready(self) -> list[Visit]:
        ready = []
        while not self._done.empty():
            ready.append(self._done.get_nowait())
        return ready

    async def stop(self) -> None:
        """Break off what is under way; its sources are due again when their claim runs out."""
        for task in list(self._tasks):
            task.cancel()
        results = await asyncio.gather(*self._tasks, return_exceptions=True)
        for result in results:
            if isinstance(result, Exception):
                raise result


def alternating(sources: Iterable[Source]) -> list[Source]:
    """The sources in an order in which hosts take turns."""
    by_host: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_host[urlsplit(source.url).netloc].append(source)
    turns = zip_longest(*by_host.values())
    return [source for source in chain.from_iterable(turns) if source is not None]
