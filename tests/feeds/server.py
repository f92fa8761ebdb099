"""A server on loopback that behaves as badly as the ones out there; real sockets, real HTTP.

async with serving() as server:
    await fetcher.fetch(server.at("/gone"), intranet=True)
    assert server.seen[-1].path == "/gone"
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import ssl
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import brotli
from aiohttp import web
from multidict import CIMultiDictProxy

BODY = ("<rss><channel><title>Kabar</title>" + "<item><title>Rutan sesak</title></item>" * 200).encode()
ETAG = '"v1"'
MODIFIED = "Mon, 12 Jan 2026 00:00:00 GMT"
BOMB_MIB = 64


@dataclass(frozen=True)
class Seen:
    """A request as it came in."""

    path: str
    headers: CIMultiDictProxy[str]


@dataclass
class Server:
    """`base` is its address; `seen` every request; `elsewhere` where /away leads."""

    base: str = ""
    elsewhere: str = ""
    seen: list[Seen] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    def at(self, path: str) -> str:
        return self.base + path

    def paths(self) -> list[str]:
        return [seen.path for seen in self.seen]

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        self.seen.append(Seen(request.path, request.headers))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            first = "/" + request.path.split("/")[1]
            return await _PAGES.get(first, _missing)(self, request)
        finally:
            self.at_once -= 1


Page = Callable[[Server, web.BaseRequest], Awaitable[web.StreamResponse]]
_PAGES: dict[str, Page] = {}


def page(path: str) -> Callable[[Page], Page]:
    def kept(handler: Page) -> Page:
        _PAGES[path] = handler
        return handler

    return kept


async def _missing(server: Server, request: web.BaseRequest) -> web.Response:
    return web.Response(status=404, text="no such page" * 1000)


@page("/feed")
async def feed(server: Server, request: web.BaseRequest) -> web.Response:
    headers = {"ETag": ETAG, "Last-Modified": MODIFIED, "Cache-Control": "public, max-age=300"}
    if request.headers.get("If-None-Match") == ETAG:
        return web.Response(status=304, headers=headers)
    return web.Response(body=BODY, headers=headers, content_type="application/rss+xml")


@page("/plain")
async def plain(server: Server, request: web.BaseRequest) -> web.Response:
    return web.Response(body=BODY)


@page("/encoded")
async def encoded(server: Server, request: web.BaseRequest) -> web.Response:
    """/encoded/<coding>: the body in that coding; raw-deflate and members are the odd ones."""
    coding = request.path.rpartition("/")[2]
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    half = len(BODY) // 2
    body, name = {
        "gzip": (gzip.compress(BODY), "gzip"),
        "members": (gzip.compress(BODY[:half]) + gzip.compress(BODY[half:]), "gzip"),
        "padded": (gzip.compress(BODY) + b"\0" * 64, "gzip"),
        "deflate": (zlib.compress(BODY), "deflate"),
        "raw-deflate": (raw.compress(BODY) + raw.flush(), "deflate"),
        "br": (brotli.compress(BODY), "br"),
        "lie": (BODY, "gzip"),
        "br-lie": (BODY, "br"),
        "cut-gzip": (gzip.compress(BODY)[:-20], "gzip"),
        "cut-br": (brotli.compress(BODY)[:-5], "br"),
        "layers": (gzip.compress(gzip.compress(BODY)), "gzip, gzip"),
        "unknown": (BODY, "zstd"),
    }[coding]
    return web.Response(body=body, headers={"Content-Encoding": name})


@page("/bomb")
async def bomb(server: Server, request: web.BaseRequest) -> web.Response:
    coding = request.path.rpartition("/")[2]
    zeros = bytes(BOMB_MIB * 2**20)
    body = brotli.compress(zeros, quality=1) if coding == "br" else gzip.compress(zeros, 1)
    return web.Response(body=body, headers={"Content-Encoding": coding})


@page("/flood")
async def flood(server: Server, request: web.BaseRequest) -> web.StreamResponse:
    """A body without end and without compression."""
    response = web.StreamResponse()
    await response.prepare(request)
    with contextlib.suppress(ConnectionError):
        while True:
            await response.write(bytes(65_536))
    return response


@page("/status")
async def status(server: Server, request: web.BaseRequest) -> web.Response:
    """/status/<code>?after=<Retry-After>"""
    after = request.query.get("after")
    code = int(request.path.rpartition("/")[2])
    return web.Response(status=code, text="no", headers={"Retry-After": after} if after else None)


@page("/hop")
async def hop(server: Server, request: web.BaseRequest) -> web.Response:
    """/hop/<code>/<n>: n redirects with that code, then the feed."""
    _, _, code, left = request.path.split("/")
    target = f"/hop/{code}/{int(left) - 1}" if int(left) > 1 else "/feed"
    return web.Response(status=int(code), headers={"Location": target})


@page("/mixed")
async def mixed(server: Server, request: web.BaseRequest) -> web.Response:
    return web.Response(status=301, headers={"Location": "/hop/302/1"})


@page("/endless")
async def endless(server: Server, request: web.BaseRequest) -> web.Response:
    n = int(request.path.rpartition("/")[2] or 0)
    return web.Response(status=302, headers={"Location": f"/endless/{n + 1}"})


@page("/loop")
async def loop(server: Server, request: web.BaseRequest) -> web.Response:
    other = "/loop/b" if request.path.endswith("a") else "/loop/a"
    return web.Response(status=302, headers={"Location": other})


@page("/away")
async def away(server: Server, request: web.BaseRequest) -> web.Response:
    return web.Response(status=301, headers={"Location": server.elsewhere})


@page("/nowhere")
async def nowhere(server: Server, request: web.BaseRequest) -> web.Response:
    return web.Response(status=302)


@page("/slow")
async def slow(server: Server, request: web.BaseRequest) -> web.Response:
    await asyncio.sleep(20)
    return web.Response(body=BODY)


@page("/wait")
async def wait(server: Server, request: web.BaseRequest) -> web.Response:
    await asyncio.sleep(0.03)
    return web.Response(body=BODY)


@page("/drip")
async def drip(server: Server, request: web.BaseRequest) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    with contextlib.suppress(ConnectionError):
        for _ in range(1000):
            await response.write(b"<")
            await asyncio.sleep(0.02)
    return response


@page("/truncated")
async def truncated(server: Server, request: web.BaseRequest) -> web.StreamResponse:
    """/truncated/length promises more than it sends, /truncated/chunked never sends the last chunk."""
    response = web.StreamResponse()
    if request.path.endswith("length"):
        response.content_length = len(BODY)
    else:
        response.enable_chunked_encoding()
    await response.prepare(request)
    await response.write(BODY[: len(BODY) // 2])
    assert request.transport is not None
    request.transport.close()
    return response


@contextlib.asynccontextmanager
async def serving(host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    """A server on a free port of `host`."""
    server = Server()
    runner = web.ServerRunner(
        web.Server(server.answer, access_log=None, handler_cancellation=True), shutdown_timeout=0
    )
    await runner.setup()
    await web.TCPSite(runner, host, 0, ssl_context=tls).start()
    server.base = f"{'https' if tls else 'http'}://{host}:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()


@dataclass
class Doorkeeper:
    """Counts who comes in, whatever they want, and says `greeting` to each."""

    port: int = 0
    connections: int = 0


@contextlib.asynccontextmanager
async def doorkeeper(host: str = "127.0.0.1", greeting: bytes = b"") -> AsyncIterator[Doorkeeper]:
    """Accepts connections without speaking HTTP."""
    keeper = Doorkeeper()

    async def opened(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        keeper.connections += 1
        with contextlib.suppress(ConnectionError):
            if greeting:
                await reader.readuntil(b"\r\n\r\n")
            writer.write(greeting)
            await writer.drain()
        writer.close()

    listening = await asyncio.start_server(opened, host, 0)
    keeper.port = listening.sockets[0].getsockname()[1]
    async with listening:
        yield keeper
