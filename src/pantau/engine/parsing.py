"""Parses feeds in children that can be killed, so that no feed can stop, slow or swell the engine."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from pantau.domain.article import Feed
from pantau.domain.errors import PantauError
from pantau.engine.wire import LARGEST_FRAME, LENGTH, READY, Job, Parsed, pack_job, unpack_parsed

SECONDS = 4.0  # for one feed in all
TOO_COSTLY = "feed.too-costly"
_READY_SECONDS = 30.0  # for a new child to say that it is there: it imports first, on a busy machine slowly
CHILD = (sys.executable, "-m", "pantau.engine.child")


class _Child:
    """One process, started when it is first needed and again after it was killed."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Have a process that has said that it is ready. Raises PantauError when there is none to be had."""
        if self._process is not None and self._process.returncode is None:
            return
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            limit=2**20,
        )
        assert self._process.stdout is not None
        try:
            async with asyncio.timeout(_READY_SECONDS):
                await self._process.stdout.readexactly(len(READY))
        except (TimeoutError, asyncio.IncompleteReadError) as error:
            await self.kill()
            raise PantauError("engine.no-parser") from error

    async def parse(self, job: Job, seconds: float) -> Parsed | None:
        """What the job gave; None when the child died over it or took too long."""
        await self.start()
        try:
            async with asyncio.timeout(seconds):
                return unpack_parsed(await self._ask(pack_job(job)))
        except (TimeoutError, OSError, asyncio.IncompleteReadError, EOFError):
            await self.kill()
            return None
        except asyncio.CancelledError:
            await self.kill()  # its answer would be taken for the next job's
            raise

    async def _ask(self, frame: bytes) -> bytes:
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(LENGTH.pack(len(frame)) + frame)
        await process.stdin.drain()
        (size,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
        if size > LARGEST_FRAME:
            raise EOFError
        return await process.stdout.readexactly(size)

    async def kill(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def close(self) -> None:
        """End the child gently: it leaves when its input ends."""
        process = self._process
        if process is None or process.stdin is None:
            return
        process.stdin.close()
        try:
            async with asyncio.timeout(2.0):
                await process.wait()
        except TimeoutError:
            await self.kill()
        self._process = None


class Parser:
    """Parsing children, one a processor beyond the engine's own; open with `async with`."""

    def __init__(
        self, children: int | None = None, *, seconds: float = SECONDS, command: Sequence[str] = CHILD
    ) -> None:
        count = children or max(1, min(4, (os.cpu_count() or 2) - 1))
        self._seconds = seconds
        self._children = [_Child(command) for _ in range(count)]
        self._idle: asyncio.Queue[_Child] = asyncio.Queue()

    async def __aenter__(self) -> Self:
        self._starting = [asyncio.create_task(self._bring_up(child)) for child in self._children]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for starting in self._starting:
            starting.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        await asyncio.gather(*(child.close() for child in self._children))

    async def _bring_up(self, child: _Child) -> None:
        """Start a child before the first body is there, so that it imports meanwhile."""
        try:
            await child.start()
        except PantauError:
            pass  # said again, and then to somebody, by the first job
        finally:
            self._idle.put_nowait(child)

    async def parse(self, job: Job) -> Parsed:
        """The feed; one that cost too much comes out empty, with the problem TOO_COSTLY."""
        child = await self._idle.get()
        try:
            parsed = await child.parse(job, self._seconds)
        finally:
            self._idle.put_nowait(child)
        return parsed or Parsed(Feed(format="", title="", entries=(), problems=(TOO_COSTLY,)))
