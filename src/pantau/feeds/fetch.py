"""Fetching a source: one conditional GET, with every limit that a stranger's server makes necessary.

Redirects are followed here and not by aiohttp, because each hop has to pass the guard, only harmless headers may
go on to another origin, and all hops together share one deadline.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from pantau.domain.source import Validators
from pantau.feeds.answers import (
    UNSTATED_WAIT,
    Fetched,
    conditions,
    failure,
    max_age,
    renewed,
    retry_after,
)
from pantau.feeds.decoding import ACCEPTED, decoder
from pantau.feeds.destination import Destination, destination
from pantau.feeds.failures import EXPLAINED, explained
from pantau.feeds.guard import Guard
from pantau.feeds.redirects import REDIRECTS, Trail
from pantau.feeds.resolver import CheckedResolver, Lookup, guarded_socket, system_lookup
from pantau.feeds.turns import Turns

AGENT = "Pantau/0.1 (feed reader of a public-relations desk)"
FEED_TYPES = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
)
_BODIES = frozenset({200, 203})
_NO_VALIDATORS = Validators()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a source may cost.

    seconds          for a fetch in all, waits for a turn not counted; `connect_seconds` of them to connect
    body_bytes       of a body as sent, and again as decoded
    redirects        followed at most
    at_once          requests in all, and `public_per_host`, `intranet_per_host` to one host
    public_pause     seconds between the starts of two requests to one public host
    """

    seconds: float = 30.0
    connect_seconds: float = 10.0
    body_bytes: int = 10 * 2**20
    redirects: int = 5
    at_once: int = 64
    public_per_host: int = 2
    public_pause: float = 0.5
    intranet_per_host: int = 32


@dataclass(frozen=True, slots=True)
class _Side:
    """What public and intranet sources do not share: a guard, connections (kept-alive ones too) and turns."""

    guard: Guard
    session: aiohttp.ClientSession
    turns: Turns


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes | None
    seconds: float


class Fetcher:
    """Fetches sources; open it with `async with` and keep it: it holds connections and the hosts' pauses.

    ca_file  PEM file of a private authority to be trusted besides the system's
    opened   networks that every source may stand on, as for `guard.Guard`
    contact  where an outlet reaches whoever runs this, an http(s) or mail address; goes into the User-Agent
    lookup   how names are resolved, in threads
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        ca_file: Path | None = None,
        opened: tuple[str, ...] = (),
        contact: str = "",
        lookup: Lookup = system_lookup,
    ) -> None:
        self._limits = limits or Limits()
        self._ca_file, self._opened, self._lookup = ca_file, opened, lookup
        self._agent = f"{AGENT[:-1]}; +{contact})" if contact else AGENT

    async def __aenter__(self) -> Self:
        limits = self._limits
        total = asyncio.Semaphore(limits.at_once)
        trust = _trusting(self._ca_file) if self._ca_file else True
        public = Turns(total, per_host=limits.public_per_host, pause=limits.public_pause)
        intranet = Turns(total, per_host=limits.intranet_per_host, pause=0.0)
        # Hardly longer than the pause: a thousand outlets in a row each leave an idle connection behind.
        self._public = self._side(Guard(opened=self._opened), public, trust, keep=limits.public_pause + 2.0)
        self._intranet = self._side(Guard(intranet=True, opened=self._opened), intranet, trust, keep=15.0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._public.session.close()
        await self._intranet.session.close()

    def _side(self, guard: Guard, turns: Turns, trust: ssl.SSLContext | bool, *, keep: float) -> _Side:
        connector = aiohttp.TCPConnector(
            limit=0,  # Turns does the counting
            keepalive_timeout=keep,
            resolver=CheckedResolver(guard, self._lookup),
            socket_factory=partial(guarded_socket, guard),
            ssl=trust,
        )
        session = aiohttp.ClientSession(
            connector=connector,
            headers={"User-Agent": self._agent, "Accept": FEED_TYPES, "Accept-Encoding": ACCEPTED},
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, connect=self._limits.connect_seconds),
            auto_decompress=False,  # it has no limit of its own
        )
        return _Side(guard, session, turns)

    async def fetch(
        self,
        url: str,
        validators: Validators = _NO_VALIDATORS,
        *,
        intranet: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> Fetched:
        """Fetch a source if it has changed.

        validators  what the last `Fetched` gave
        intranet    the source was marked as standing on an inner network
        headers     more to send, secrets among them, to the source's own origin and no other
        Raises FetchError; `words` has a sentence for each key.
        """
        side = self._intranet if intranet else self._public
        trail = Trail(destination(url), headers or {}, self._limits.redirects)
        asked = conditions(validators)
        seconds = 0.0
        while True:
            sent = {**asked, **trail.private} if trail.private else asked
            answer = await self._ask(side, trail.here, sent, self._limits.seconds - seconds)
            seconds += answer.seconds
            location = answer.headers.get("Location")
            if answer.status not in REDIRECTS or not location:
                return _fetched(answer, trail, validators, seconds)
            trail.follow(answer.status, location)

    async def _ask(self, side: _Side, hop: Destination, sent: Mapping[str, str], left: float) -> _Answer:
        """One request and its answer, in at most `left` seconds, the wait for a turn not counted."""
        if hop.ip is not None:  # aiohttp's resolver never sees these
            side.guard.check(hop.ip, hop.host)
        async with side.turns.of(hop.host):
            clock = asyncio.get_running_loop().time
            began = clock()
            try:
                async with asyncio.timeout(left):
                    status, headers, body = await self._exchange(side.session, hop, sent)
            except EXPLAINED as error:
                raise explained(error, hop.host, self._limits.seconds) from error
            if status == 429:
                wait = retry_after(headers.get("Retry-After"), datetime.now(UTC))
                side.turns.hold(hop.host, UNSTATED_WAIT if wait is None else wait)
            return _Answer(status, headers, body, clock() - began)

    async def _exchange(
        self, session: aiohttp.ClientSession, hop: Destination, sent: Mapping[str, str]
    ) -> tuple[int, Mapping[str, str], bytes | None]:
        response = await session.get(_prepared(hop.url), headers=sent, allow_redirects=False)
        try:
            body = await self._body(response) if response.status in _BODIES else None
            return response.status, response.headers, body
        finally:
            response.release()  # ends the connection, unless the answer has come to its own end

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        decoding = decoder(response.headers.get("Content-Encoding"), self._limits.body_bytes)
        while piece := await response.content.readany():
            decoding.feed(piece)
        return decoding.finish()


@lru_cache(maxsize=8192)
def _prepared(url: str) -> URL:
    """An address as aiohttp takes it, not to be quoted anew; kept, since the same ones come again and again."""
    return URL(url, encoded=True)


def _trusting(ca_file: Path) -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(cafile=ca_file)
    return context


def _fetched(answer: _Answer, trail: Trail, before: Validators, seconds: float) -> Fetched:
    if answer.body is None and not (answer.status == 304 and conditions(before)):  # a 304 has to be asked for
        raise failure(answer.status, answer.headers, trail.here.host, datetime.now(UTC))
    headers = answer.headers
    after = renewed(before, headers, answer.body)
    same = answer.body is None or after.body_sha == before.body_sha
    return Fetched(
        status=answer.status,
        url=trail.here.url,
        permanent_url=trail.moved_to,
        not_modified=same,
        body=None if same else answer.body,
        validators=after,
        content_type=headers.get("Content-Type"),
        retry_after=retry_after(headers.get("Retry-After"), datetime.now(UTC)),
        max_age=max_age(headers.get("Cache-Control")),
        elapsed=seconds,
    )
