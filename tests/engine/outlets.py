"""Outlets on loopback that an engine polls in tests; real sockets, real HTTP, good and bad manners.

async with newsroom() as room:
    room.publish("kabar", item("Antrean paspor mengular"))
    ... room.url("kabar") ...
"""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape

from aiohttp import web


@dataclass(frozen=True)
class Item:
    guid: str
    title: str
    text: str
    at: datetime


def item(title: str, text: str = "", guid: str = "", at: datetime | None = None) -> Item:
    return Item(guid or title, title, text or f"{title}.", at or datetime.now(UTC))


@dataclass
class Newsroom:
    """`seen` counts requests by path; `held` makes answers wait until it is set."""

    base: str = ""
    items: dict[str, list[Item]] = field(default_factory=dict)
    seen: list[tuple[str, int]] = field(default_factory=list)
    held: asyncio.Event | None = None

    def publish(self, outlet: str, *items: Item) -> None:
        self.items.setdefault(outlet, [])[:0] = items

    def url(self, outlet: str) -> str:
        return f"{self.base}/{outlet}"

    def statuses(self, outlet: str) -> list[int]:
        return [status for path, status in self.seen if path == f"/{outlet}"]

    def body(self, outlet: str) -> bytes:
        told = "".join(
            f"<item><title>{escape(one.title)}</title><guid isPermaLink='false'>{escape(one.guid)}</guid>"
            f"<link>https://{outlet}.example/{abs(hash(one.guid))}</link>"
            f"<description>{escape(one.text)}</description>"
            f"<pubDate>{format_datetime(one.at)}</pubDate></item>"
            for one in self.items.get(outlet, [])
        )
        channel = f"<channel><title>{outlet}</title>{told}</channel>"
        return f"<?xml version='1.0'?><rss version='2.0'>{channel}</rss>".encode()

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        response = await self._answer(request)
        self.seen.append((request.path, response.status))
        return response

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        outlet = request.path.strip("/")
        if self.held is not None:
            await self.held.wait()
        if bad := getattr(self, f"_{outlet.replace('-', '_')}", None):
            response: web.StreamResponse = await bad(request)
            return response
        if outlet not in self.items:
            return web.Response(status=404)
        body = self.body(outlet)
        tag = f'"{abs(hash(body))}"'
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        return web.Response(body=body, content_type="application/rss+xml", headers={"ETag": tag})

    async def _moved(self, request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(status=301, headers={"Location": "/kabar"})

    async def _endless(self, request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": f"/endless?{len(self.seen)}"})

    async def _gone(self, request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(status=410)

    async def _broken(self, request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(status=500)

    async def _silent(self, request: web.BaseRequest) -> web.StreamResponse:
        await asyncio.sleep(60)
        return web.Response()

    async def _dripping(self, request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for byte in self.body("kabar"):
            await response.write(bytes([byte]))
            await asyncio.sleep(0.05)
        return response

    async def _squeezed(self, request: web.BaseRequest) -> web.StreamResponse:
        body = gzip.compress(self.body("kabar").replace(b".example/", b".example/gz/"))
        return web.Response(
            body=body, headers={"Content-Encoding": "gzip"}, content_type="application/rss+xml"
        )

    async def _malformed(self, request: web.BaseRequest) -> web.StreamResponse:
        body = b"<rss version='2.0'><channel><title>Rusak</title><item><title>Lapas & Rutan</title><guid>r1</guid>"
        return web.Response(
            body=body + b"<link>https://rusak.example/1</link><b></item>", content_type="text/xml"
        )

    async def _mislabelled(self, request: web.BaseRequest) -> web.StreamResponse:
        body = "<rss version='2.0'><channel><title>x</title><item><title>Caf\xe9 ditutup</title><guid>c1</guid></item>"
        return web.Response(
            body=(body + "</channel></rss>").encode("windows-1252"),
            headers={"Content-Type": "application/rss+xml; charset=utf-8"},
        )

    async def _page(self, request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(text="<!DOCTYPE html><html><body>Situs dalam perbaikan</body></html>")


@asynccontextmanager
async def newsroom() -> AsyncIterator[Newsroom]:
    room = Newsroom()
    runner = web.ServerRunner(web.Server(room.answer), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    room.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield room
    finally:
        await runner.cleanup()
