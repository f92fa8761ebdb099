"""Names to addresses, checked: what comes out is what is connected to, so a later, other answer changes nothing.

aiohttp asks `CheckedResolver` for each new connection and connects to just the addresses it returns;
`guarded_socket` looks once more at the very address that a socket is to be opened for, names and literals alike.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
import threading
from collections.abc import Callable
from functools import partial

from aiohttp.abc import AbstractResolver, ResolveResult

from pantau.feeds.guard import Guard

Lookup = Callable[[str], list[str]]
"""Blocking: the addresses of a host, best first. Raises OSError (as `socket.gaierror`) when it has none."""

AddrInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[object, ...]]

LOOKUPS_AT_ONCE = 32


class RefusedAddressError(OSError):
    """A socket was asked for to an address that the guard refuses."""

    def __init__(self, address: str, kind: str) -> None:
        super().__init__(errno.EACCES, f"refused address {address} ({kind})")
        self.address, self.kind = address, kind


def system_lookup(host: str) -> list[str]:
    """What this machine's own resolver says, hosts file included; localhost needs none (RFC 6761, 6.3)."""
    if host.rstrip(".").lower() == "localhost":
        return ["127.0.0.1", "::1"]
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


class CheckedResolver(AbstractResolver):
    """Resolves with `lookup`, in threads, and lets through only what `guard` allows.

    Of several addresses the allowed ones stay; when none does, FetchError "source.refused-address". A name
    without an address is an OSError, as aiohttp expects.
    """

    def __init__(self, guard: Guard, lookup: Lookup = system_lookup) -> None:
        self._guard, self._lookup = guard, lookup
        self._free = asyncio.Semaphore(LOOKUPS_AT_ONCE)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        addresses = await self._in_thread(host)
        if not addresses:
            raise socket.gaierror(socket.EAI_NONAME, "no address")
        allowed = [address for address in addresses if self._guard.refusal(address) is None]
        if not allowed:
            self._guard.check(addresses[0], host)
        return [_result(host, address, port) for address in allowed]

    async def _in_thread(self, host: str) -> list[str]:
        """Look up in a thread of its own.

        A daemon: a name server that never answers must hold up neither the other lookups (a pool of four would
        be full at once) nor the end of the program. The place is free when the thread ends, waited for or not.
        """
        await self._free.acquire()
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[list[str]] = loop.create_future()

        def work() -> None:
            try:
                settle = partial(_settle, answer, self._lookup(host), None)
            except Exception as error:
                settle = partial(_settle, answer, [], error)
            with contextlib.suppress(RuntimeError):  # the loop has been closed meanwhile
                loop.call_soon_threadsafe(self._free.release)
                loop.call_soon_threadsafe(settle)

        threading.Thread(target=work, name=f"lookup {host}", daemon=True).start()
        return await answer

    async def close(self) -> None:
        """Nothing is held open."""


def _settle(answer: asyncio.Future[list[str]], addresses: list[str], error: Exception | None) -> None:
    if answer.done():  # given up by who asked
        return
    if error is None:
        answer.set_result(addresses)
    else:
        answer.set_exception(error)


def _result(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=flags)


def guarded_socket(guard: Guard, info: AddrInfo) -> socket.socket:
    """A socket for the address in `info`, or RefusedAddressError and none."""
    family, kind, protocol, _, sockaddr = info
    address = str(sockaddr[0])
    if why := guard.refusal(address):
        raise RefusedAddressError(address, why)
    return socket.socket(family=family, type=kind, proto=protocol)
