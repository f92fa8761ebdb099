"""Whose turn it is: how many requests go out at once, in all and to one host, and with what pause between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from pantau.feeds.answers import limited


@dataclass(slots=True)
class _Host:
    free: asyncio.Semaphore
    next_start: float = 0.0  # in the loop's time
    held_until: float = 0.0
    users: int = field(default=0)


class Turns:
    """Gives requests to hosts their turn.

    total     shared by all who take turns; taken last, so that waiting for a slow host keeps nobody else waiting
    per_host  requests to one host at once
    pause     seconds between the starts of two requests to one host; 0 for none
    """

    def __init__(self, total: asyncio.Semaphore, *, per_host: int, pause: float) -> None:
        self._total, self._per_host, self._pause = total, per_host, pause
        self._hosts: dict[str, _Host] = {}
        self._loop = asyncio.get_running_loop()

    @asynccontextmanager
    async def of(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn with `host` and keep it for the block.

        Raises FetchError "source.limited" at once while the host has asked to be left alone.
        """
        state = self._hosts.get(host)
        if state is None:
            state = self._hosts[host] = _Host(asyncio.Semaphore(self._per_host))
        state.users += 1
        try:
            async with state.free:
                if self._pause:
                    await self._paced(host, state)
                async with self._total:
                    yield
        finally:
            state.users -= 1
            self._forget(host)

    async def _paced(self, host: str, state: _Host) -> None:
        now = self._loop.time()
        if state.held_until > now:
            raise limited(host, state.held_until - now)
        start = max(now, state.next_start)
        state.next_start = start + self._pause
        if start > now:
            await asyncio.sleep(start - now)

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone: it answered 429 with a Retry-After, and means all of its feeds.

        Only with a pause: an intranet host has many unlike services behind one name.
        """
        state = self._hosts.get(host)
        if self._pause and state is not None:
            state.held_until = self._loop.time() + seconds

    def _forget(self, host: str) -> None:
        """Drop a host that nobody waits for once its pause is over, so that the table stays small."""
        state = self._hosts.get(host)
        if state is None or state.users:
            return
        rest = max(state.next_start, state.held_until) - self._loop.time()
        if rest <= 0:
            del self._hosts[host]
        else:
            self._loop.call_later(rest + 0.01, self._forget, host)
