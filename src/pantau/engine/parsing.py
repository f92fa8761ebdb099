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
AHEAD = 4  # jobs in a child's hands: it goes on to the next while the engine is busy with the last answer
TOO_COSTLY = "feed.too-costly"
_READY_SECONDS = 30.0  # for a new child to say that it is there: it imports first, on a busy machine slowly
CHILD = (sys.executable, "-m", "pantau.engine.child")


class _Process(asyncio.subprocess.Process):
    """A process that can be ended whatever it has still to say."""

    def __init__(
        self,
        transport: asyncio.SubprocessTransport,
        protocol: asyncio.SubprocessProtocol,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        super().__init__(transport, protocol, loop)
        self._answers = transport.get_pipe_transport(1)

    async def end(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.kill()
        if self._answers is not None:
            self._answers.close()  # asyncio's `wait` waits for its end, to which nobody reads any more
        await self.wait()


# No answer, or one that cannot be read: who answers nonsense is not asked again.
_LOST = (TimeoutError, OSError, asyncio.IncompleteReadError, EOFError, ValueError, LookupError, TypeError)


class _Child:
    """One process, started when it is first needed and again after it was killed.

    It may be asked again before it has answered, so that it need not wait for the engine between two feeds.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._process: _Process | None = None
        self._starting = asyncio.Lock()
        self._turn = asyncio.Lock()  # answers come in the order of the questions; so do those who wait for it
        self.jobs = 0  # asked and not answered yet

    async def start(self) -> _Process:
        """Have a process that has said that it is ready. Raises PantauError when there is none to be had."""
        async with self._starting:
            if self._process is None or self._process.returncode is not None:
                self._process = await self._begin()
            return self._process

    async def _begin(self) -> _Process:
        creating = asyncio.create_task(_created(self._command))
        try:
            process = await asyncio.shield(creating)
            assert process.stdout is not None
            async with asyncio.timeout(_READY_SECONDS):
                await process.stdout.readexactly(len(READY))
        except BaseException as error:
            await (await creating).end()  # broken off or not, no process is left behind
            if isinstance(error, TimeoutError | asyncio.IncompleteReadError):
                raise PantauError("engine.no-parser") from error
            raise
        return process

    async def parse(self, job: Job, seconds: float) -> Parsed | None:
        """What the job gave; None when the child died over it or took too long."""
        frame = pack_job(job)
        self.jobs += 1
        try:
            for _ in range(AHEAD + 1):  # others before it may be deadly, each of them once
                process = await self.start()
                with contextlib.suppress(_DiedOverAnotherError):
                    return await self._ask(process, frame, seconds)
            return None
        finally:
            self.jobs -= 1

    async def _ask(self, process: _Process, frame: bytes, seconds: float) -> Parsed | None:
        assert process.stdin is not None
        process.stdin.write(LENGTH.pack(len(frame)) + frame)
        try:
            async with self._turn:
                if process is not self._process:
                    raise _DiedOverAnotherError
                async with asyncio.timeout(seconds):
                    return unpack_parsed(await _answer(process))
        except _LOST:
            if process is not self._process:
                raise _DiedOverAnotherError from None
            await self.kill()
            return None
        except asyncio.CancelledError:
            if process is self._process:
                await self.kill()  # its answer would be taken for the next job's
            raise

    async def kill(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            await process.end()

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


class _DiedOverAnotherError(Exception):
    """The child died over the job before: this one is still to be done."""


async def _created(command: Sequence[str]) -> _Process:
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.subprocess_exec(
        lambda: asyncio.subprocess.SubprocessStreamProtocol(limit=2**20, loop=loop),
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    return _Process(transport, protocol, loop)


async def _answer(process: _Process) -> bytes:
    """The next answer. It is read before all questions are written: the child takes none while its answer waits."""
    assert process.stdout is not None
    (size,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
    if size > LARGEST_FRAME:
        raise EOFError
    return await process.stdout.readexactly(size)


class Parser:
    """Parsing children, one a processor beyond the engine's own; open with `async with`.

    Who has much to import opens it first and hands it on: the children import meanwhile. Opened twice it is one.
    """

    def __init__(
        self, children: int | None = None, *, seconds: float = SECONDS, command: Sequence[str] = CHILD
    ) -> None:
        count = children or max(1, min(4, (os.cpu_count() or 2) - 1))
        self._seconds = seconds
        self._children = [_Child(command) for _ in range(count)]
        self._slots = asyncio.Semaphore(count * AHEAD)
        self._starting: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        if not self._starting:
            self._starting = [asyncio.create_task(self._bring_up(child)) for child in self._children]
            for _ in range(2):  # the first steps of starting and of creating: then the processes are there
                await asyncio.sleep(0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """End the children; a job that still comes starts one again."""
        for starting in self._starting:
            starting.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        await asyncio.gather(*(child.close() for child in self._children))

    async def _bring_up(self, child: _Child) -> None:
        """Start a child before the first body is there, so that it imports meanwhile."""
        with contextlib.suppress(PantauError):  # said again, and then to somebody, by the first job
            await child.start()

    async def parse(self, job: Job) -> Parsed:
        """The feed; one that cost too much comes out empty, with the problem TOO_COSTLY."""
        async with self._slots:
            child = min(self._children, key=lambda child: child.jobs)
            parsed = await child.parse(job, self._seconds)
        return parsed or Parsed(Feed(format="", title="", entries=(), problems=(TOO_COSTLY,)))
