"""Serves a scenario's outlets over real HTTP on loopback, as they stand at the simulated time."""

from __future__ import annotations

import socket
from bisect import bisect_right
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from aiohttp import web

from pantau.domain.source import NewSource
from pantau.drill import rendering
from pantau.drill.clock import Clock
from pantau.drill.outlets import Outlet, outlets
from pantau.drill.scenario import Report, Scenario

LATEST = 40  # items in a feed, as many as the larger outlets keep


@dataclass(frozen=True, slots=True)
class Page:
    """A rendered feed. `count` reports are out in all, which makes it the feed's version."""

    count: int
    updated: datetime
    body: bytes
    media_type: str

    @property
    def headers(self) -> dict[str, str]:
        modified = format_datetime(self.updated.astimezone(UTC).replace(microsecond=0), usegmt=True)
        return {"ETag": f'"v{self.count}"', "Last-Modified": modified, "Cache-Control": "no-cache"}

    def is_known(self, request: web.BaseRequest) -> bool:
        """Whether the reader has this very page (RFC 9110, 13.2.2: an ETag decides before a date)."""
        tags = request.headers.get("If-None-Match")
        if tags is not None:
            return tags.strip() == "*" or f'"v{self.count}"' in tags
        since = _date(request.headers.get("If-Modified-Since"))
        return since is not None and self.updated.replace(microsecond=0) <= since


class Channel:
    """One outlet's feed at any time; rendered again only when what it shows has changed."""

    def __init__(self, outlet: Outlet, reports: Sequence[Report], start: datetime, address: str) -> None:
        self.outlet = outlet
        self._address = address
        self._start = start
        self._times = [report.at for report in reports]
        self._items = [rendering.item(report) for report in reports]
        self._shown: Page | None = None

    def page(self, now: datetime) -> Page:
        """The feed with the latest `LATEST` reports that are out at `now`."""
        count = bisect_right(self._times, now)
        if self._shown is None or self._shown.count != count:
            self._shown = self._render(count)
        return self._shown

    def _render(self, count: int) -> Page:
        updated = self._times[count - 1] if count else self._start
        latest = reversed(self._items[max(0, count - LATEST) : count])
        body = rendering.feed(self.outlet, latest, updated, self._address)
        return Page(count, updated, body, rendering.MEDIA_TYPES[self.outlet.form])


class FeedServer:
    """The outlets of a scenario at `address`: /outlet/<slug>.xml each, and all of them in /opml."""

    def __init__(self, scenario: Scenario, clock: Clock, address: str) -> None:
        self.clock = clock
        self.address = address
        self._channels = {
            f"/outlet/{outlet.slug}.xml": Channel(outlet, reports, scenario.start, self.feed_of(outlet))
            for outlet, reports in _by_outlet(scenario.reports)
        }

    def feed_of(self, outlet: Outlet) -> str:
        return f"{self.address}/outlet/{outlet.slug}.xml"

    @property
    def sources(self) -> tuple[NewSource, ...]:
        """The outlets as sources to add: named, with tier and region, allowed on loopback."""
        return tuple(
            NewSource(self.feed_of(outlet), outlet.name, outlet.tier, outlet.region, intranet=True)
            for outlet in (channel.outlet for channel in self._channels.values())
        )

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        channel = self._channels.get(request.path)
        if channel is not None:
            return _send(channel.page(self.clock.now), request)
        if request.path == "/opml":
            every = [(one.outlet, self.feed_of(one.outlet)) for one in self._channels.values()]
            return web.Response(body=rendering.opml(every), content_type="text/x-opml", charset="utf-8")
        return web.Response(status=404, text="Tidak ada umpan di alamat ini.")


@asynccontextmanager
async def serve(scenario: Scenario, clock: Clock, port: int = 0) -> AsyncIterator[FeedServer]:
    """Serve a scenario on 127.0.0.1 until the block ends; port 0 takes any that is free.

    Raises OSError when the port is taken.
    """
    with socket.create_server(("127.0.0.1", port)) as listening:
        server = FeedServer(scenario, clock, f"http://127.0.0.1:{listening.getsockname()[1]}")
        # The low-level server: no routing and no access log, since a drill asks some ten thousand times.
        runner = web.ServerRunner(web.Server(server.answer), access_log=None)
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            yield server
        finally:
            await runner.cleanup()


def _by_outlet(reports: Iterable[Report]) -> list[tuple[Outlet, list[Report]]]:
    """Every outlet with its reports in order of time, those without any as well."""
    found: dict[str, list[Report]] = {slug: [] for slug in outlets()}
    for report in reports:
        found[report.outlet.slug].append(report)
    return [(outlets()[slug], told) for slug, told in found.items()]


def _send(page: Page, request: web.BaseRequest) -> web.Response:
    if page.is_known(request):
        return web.Response(status=304, headers=page.headers)
    return web.Response(body=page.body, headers=page.headers, content_type=page.media_type, charset="utf-8")


def _date(text: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(text) if text else None
    except ValueError:
        return None
