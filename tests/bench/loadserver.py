"""Serves invented news feeds on loopback, fast enough that whoever reads them is what is measured.

    .venv/bin/python tests/bench/loadserver.py --feeds 1000 --items 50

Prints its address once everything is rendered and it listens. /feed/N.xml from 1 (RSS and Atom by turns),
/opml, /stats (what was asked and answered), /reset (counts from nothing again).
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import hashlib
import signal
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime
from xml.sax.saxutils import escape

import newsroom
from aiohttp import web
from newsroom import Item

WIB = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Rendered:
    """A feed as it goes over the wire, plain and packed."""

    body: bytes
    packed: bytes
    headers: dict[str, str]
    modified: datetime

    def is_known_to(self, request: web.BaseRequest) -> bool:
        """Whether the asker's copy is this one; a tag outranks a date (RFC 9110, 13.2.2)."""
        if (tags := request.headers.get("If-None-Match")) is not None:
            return self.headers["ETag"] in tags
        with suppress(TypeError, ValueError):
            return parsedate_to_datetime(request.headers.get("If-Modified-Since", "")) >= self.modified
        return False


def _rss(name: str, site: str, items: list[Item]) -> str:
    entries = "".join(
        f"<item><title>{escape(item.title)}</title><link>{site}/berita/{item.number}</link>"
        f'<guid isPermaLink="false">{site}#{item.number}</guid><pubDate>{format_datetime(item.at)}</pubDate>'
        f"<description>{escape(f'<p>{item.summary}</p>')}</description></item>\n"
        for item in items
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>{escape(name)}</title>'
        f"<link>{site}/</link><description>{escape(name)}</description><language>id</language>\n{entries}</channel></rss>"
    )


def _atom(name: str, site: str, items: list[Item]) -> str:
    entries = "".join(
        f'<entry><title>{escape(item.title)}</title><link href="{site}/berita/{item.number}"/>'
        f"<id>{site}#{item.number}</id><published>{item.at.isoformat()}</published>"
        f"<updated>{item.at.isoformat()}</updated>"
        f'<summary type="html">{escape(f"<p>{item.summary}</p>")}</summary></entry>\n'
        for item in items
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">'
        f'<title>{escape(name)}</title><id>{site}/</id><link href="{site}/"/>'
        f"<updated>{items[0].at.isoformat()}</updated><author><name>Redaksi</name></author>\n{entries}</feed>"
    )


def render(feed: int, items: list[Item], started: datetime) -> Rendered:
    """A feed, counted from 0: even ones are RSS 2.0, odd ones Atom."""
    write, kind = (_atom, "atom") if feed % 2 else (_rss, "rss")
    body = write(newsroom.name_of(feed), f"http://media{feed + 1}.example", items).encode()
    headers = {
        "Content-Type": f"application/{kind}+xml; charset=utf-8",
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:20]}"',
        "Last-Modified": format_datetime(started.astimezone(UTC), usegmt=True),
        "Vary": "Accept-Encoding",
    }
    return Rendered(body, gzip.compress(body, 5), headers, started)


class LoadServer:
    """Answers from memory; low-level aiohttp, since routing would cost more than the answer."""

    def __init__(self, feeds: list[Rendered]) -> None:
        self._feeds = feeds
        self.address = ""
        self._reset()

    def _reset(self) -> None:
        self._statuses: Counter[int] = Counter()
        self._asked: set[int] = set()
        self._conditional = 0

    async def __call__(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith("/feed/") and path.endswith(".xml"):
            answer = self._feed(request, path[6:-4])
            self._statuses[answer.status] += 1
            return answer
        match path:
            case "/opml":
                return web.Response(text=self._opml(), content_type="text/x-opml")
            case "/stats":
                return web.json_response(self._stats())
            case "/reset":
                self._reset()
                return web.json_response({"reset": True})
        return web.Response(status=404)

    def _feed(self, request: web.BaseRequest, number: str) -> web.Response:
        if not number.isdecimal() or not 1 <= int(number) <= len(self._feeds):
            return web.Response(status=404)
        feed = self._feeds[int(number) - 1]
        self._asked.add(int(number))
        self._conditional += "If-None-Match" in request.headers or "If-Modified-Since" in request.headers
        if feed.is_known_to(request):
            return web.Response(status=304, headers=feed.headers)
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            return web.Response(body=feed.packed, headers=feed.headers | {"Content-Encoding": "gzip"})
        return web.Response(body=feed.body, headers=feed.headers)

    def _stats(self) -> dict[str, object]:
        return {
            "requests": self._statuses.total(),
            "feeds_asked": len(self._asked),
            "conditional": self._conditional,
            "statuses": {str(status): count for status, count in sorted(self._statuses.items())},
        }

    def _opml(self) -> str:
        outlines = "\n".join(
            f'<outline type="rss" text="{escape(newsroom.name_of(feed))}" xmlUrl="{self.address}/feed/{feed + 1}.xml"/>'
            for feed in range(len(self._feeds))
        )
        head = '<?xml version="1.0"?>\n<opml version="2.0"><head><title>Bench</title></head>'
        return f"{head}<body>\n{outlines}\n</body></opml>"


async def serve(feeds: int, items: int, seed: int, port: int) -> None:
    started = datetime.now(WIB).replace(microsecond=0)
    stand = newsroom.write(feeds, items, started, seed)
    handler = LoadServer([render(feed, reports, started) for feed, reports in enumerate(stand)])
    del stand
    runner = web.ServerRunner(web.Server(handler, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port, backlog=2048).start()
    handler.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    print(handler.address, flush=True)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
    await runner.cleanup()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--items", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    options = parser.parse_args()
    if options.feeds < 1 or options.items < 1:
        sys.exit("loadserver: at least one feed with one item")
    asyncio.run(serve(options.feeds, options.items, options.seed, options.port))


if __name__ == "__main__":
    main()
