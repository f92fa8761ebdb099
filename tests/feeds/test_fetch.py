"""One fetch: what comes back from servers that behave, and the failure named for each that does not."""

from __future__ import annotations

import asyncio
import resource
import time
from collections.abc import AsyncIterator
from importlib import metadata

import pytest
from server import BODY, ETAG, MODIFIED, Server, doorkeeper

from pantau.domain.errors import FetchError
from pantau.domain.source import Validators
from pantau.feeds.fetch import AGENT, Fetcher, Limits

LIMITS = Limits(seconds=0.6, connect_seconds=0.4, body_bytes=2**20, public_pause=0)


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    async with Fetcher(LIMITS) as opened:
        yield opened


async def failed(fetcher: Fetcher, url: str, **options: object) -> FetchError:
    with pytest.raises(FetchError) as raised:
        await fetcher.fetch(url, intranet=True, **options)  # type: ignore[arg-type]
    return raised.value


def test_a_source_may_cost_half_a_minute_ten_mebibytes_and_five_redirects() -> None:
    usual = Limits()
    assert (usual.seconds, usual.connect_seconds, usual.body_bytes, usual.redirects) == (
        30,
        10,
        10 * 2**20,
        5,
    )


async def test_a_feed_comes_with_what_is_needed_to_ask_again(server: Server, fetcher: Fetcher) -> None:
    got = await fetcher.fetch(server.at("/feed"), intranet=True)
    assert (got.status, got.body, got.not_modified) == (200, BODY, False)
    assert (got.url, got.permanent_url) == (server.at("/feed"), None)
    assert (got.validators.etag, got.validators.last_modified) == (ETAG, MODIFIED)
    assert got.content_type is not None
    assert got.content_type.startswith("application/rss+xml")
    assert (got.max_age, got.retry_after) == (300, None)
    assert 0 < got.elapsed < 0.6


async def test_an_unchanged_feed_costs_no_body_and_keeps_its_validators(
    server: Server, fetcher: Fetcher
) -> None:
    first = await fetcher.fetch(server.at("/feed"), intranet=True)
    again = await fetcher.fetch(server.at("/feed"), first.validators, intranet=True)
    assert (again.status, again.body, again.not_modified) == (304, None, True)
    assert again.validators == first.validators
    asked = server.seen[-1].headers
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == (ETAG, MODIFIED)


async def test_the_same_body_again_counts_as_unchanged_where_the_server_knows_no_304(
    server: Server, fetcher: Fetcher
) -> None:
    first = await fetcher.fetch(server.at("/plain"), intranet=True)
    again = await fetcher.fetch(server.at("/plain"), first.validators, intranet=True)
    assert (again.status, again.body, again.not_modified) == (200, None, True)


@pytest.mark.parametrize("etag", ['"a"\r\nX-Evil: 1', '"' + "a" * 5000 + '"', "\x00", ""])
async def test_a_validator_that_could_become_another_header_is_not_sent(
    server: Server, fetcher: Fetcher, etag: str
) -> None:
    await fetcher.fetch(server.at("/feed"), Validators(etag=etag), intranet=True)
    assert "If-None-Match" not in server.seen[-1].headers
    assert "X-Evil" not in server.seen[-1].headers


def test_the_version_that_it_names_is_the_one_that_it_has() -> None:
    version = metadata.version("pantau")
    assert AGENT.startswith(f"Pantau/{version.rpartition('.')[0]} ")


async def test_it_says_who_is_asking_and_claims_no_address_that_it_does_not_have(server: Server) -> None:
    async with Fetcher(LIMITS) as plain, Fetcher(LIMITS, contact="https://humas.example/pantau") as named:
        await plain.fetch(server.at("/feed"), intranet=True)
        await named.fetch(server.at("/feed"), intranet=True)
    agents = [seen.headers["User-Agent"] for seen in server.seen]
    assert agents == [AGENT, f"{AGENT[:-1]}; +https://humas.example/pantau)"]
    assert "http" not in AGENT
    assert not {"Cookie", "Referer", "Authorization"} & set(server.seen[0].headers)


@pytest.mark.parametrize("coding", ["gzip", "members", "padded", "deflate", "raw-deflate", "br"])
async def test_every_coding_that_is_asked_for_is_undone(
    server: Server, fetcher: Fetcher, coding: str
) -> None:
    assert (await fetcher.fetch(server.at(f"/encoded/{coding}"), intranet=True)).body == BODY


@pytest.mark.parametrize(
    ("coding", "key"),
    [
        ("lie", "source.garbled"),
        ("br-lie", "source.garbled"),
        ("layers", "source.garbled"),
        ("unknown", "source.garbled"),
        ("cut-gzip", "source.truncated"),
        ("cut-br", "source.truncated"),
    ],
)
async def test_a_coding_that_cannot_be_undone_is_named(
    server: Server, fetcher: Fetcher, coding: str, key: str
) -> None:
    assert (await failed(fetcher, server.at(f"/encoded/{coding}"))).key == key


@pytest.mark.parametrize("path", ["/bomb/gzip", "/bomb/br", "/flood"])
async def test_a_body_without_measure_is_stopped_at_the_limit(
    server: Server, fetcher: Fetcher, path: str
) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    error = await failed(fetcher, server.at(path))
    assert (error.key, error.facts["limit_mib"]) == ("source.too-large", 1)
    assert (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < (50 + 64) * 1024
    )  # 64: the server's own


@pytest.mark.parametrize(
    ("status", "key"),
    [
        (204, "source.status"),
        (206, "source.status"),
        (400, "source.status"),
        (401, "source.denied"),
        (403, "source.denied"),
        (404, "source.status"),
        (410, "source.gone"),
        (429, "source.limited"),
        (500, "source.server"),
        (503, "source.server"),
    ],
)
async def test_an_answer_without_a_feed_says_its_status(
    server: Server, fetcher: Fetcher, status: int, key: str
) -> None:
    error = await failed(fetcher, server.at(f"/status/{status}"))
    assert (error.key, error.facts["status"]) == (key, status)


async def test_how_long_to_wait_is_told_in_seconds(server: Server, fetcher: Fetcher) -> None:
    limited = await failed(fetcher, server.at("/status/429?after=90"))
    assert (limited.facts["retry_after"], limited.facts["wait_minutes"]) == (90, 2)
    busy = await failed(fetcher, server.at("/status/503?after=120"))
    assert busy.facts["retry_after"] == 120


@pytest.mark.parametrize("path", ["/slow", "/drip"])
async def test_a_server_that_takes_its_time_is_given_up_in_time(
    server: Server, fetcher: Fetcher, path: str
) -> None:
    began = time.monotonic()
    error = await failed(fetcher, server.at(path))
    assert (error.key, error.facts["seconds"]) == ("source.timeout", 0.6)
    assert time.monotonic() - began < 1.2


@pytest.mark.parametrize("kind", ["length", "chunked"])
async def test_a_body_that_breaks_off_is_not_taken_for_whole(
    server: Server, fetcher: Fetcher, kind: str
) -> None:
    assert (await failed(fetcher, server.at(f"/truncated/{kind}"))).key == "source.truncated"


@pytest.mark.parametrize(
    ("greeting", "key"),
    [
        (b"", "source.connect"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "source.garbled"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", "source.garbled"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n", "source.garbled"),
        (b"HTTP/1.1 304 Not Modified\r\n\r\n", "source.status"),
        (b"HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n", "source.server"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n", ""),
    ],
)
async def test_what_speaks_no_http_is_named_and_never_hangs(
    fetcher: Fetcher, greeting: bytes, key: str
) -> None:
    async with doorkeeper(greeting=greeting) as keeper:
        url = f"http://127.0.0.1:{keeper.port}/"
        if key:
            assert (await failed(fetcher, url)).key == key
        else:
            assert (await fetcher.fetch(url, intranet=True)).body == b""


async def test_a_closed_door_and_an_unknown_name_are_told_apart() -> None:
    def unknown(host: str) -> list[str]:
        raise OSError(-2, "Name or service not known")

    async with doorkeeper() as keeper:
        port = keeper.port
    async with Fetcher(LIMITS, lookup=unknown) as fetcher:
        assert (await failed(fetcher, f"http://127.0.0.1:{port}/")).key == "source.connect"
        error = await failed(fetcher, "http://tidak-ada.example/feed")
        assert (error.key, error.facts["host"]) == ("source.dns", "tidak-ada.example")


async def test_a_name_server_that_never_answers_is_given_up_in_time() -> None:
    def dead(host: str) -> list[str]:
        time.sleep(1.5)
        return []

    async with Fetcher(LIMITS, lookup=dead) as fetcher:
        began = time.monotonic()
        error = await failed(fetcher, "http://lama.example/feed")
        assert error.key == "source.timeout"
        assert time.monotonic() - began < 1.0
    await asyncio.sleep(1.2)  # the thread ends by itself and finds nobody waiting


async def test_connections_are_used_again_after_answers_with_and_without_a_feed(
    server: Server, fetcher: Fetcher
) -> None:
    for path in ("/feed", "/hop/302/2", "/plain"):
        await fetcher.fetch(server.at(path), intranet=True)
        await failed(fetcher, server.at("/status/500"))
    connector = fetcher._intranet.session.connector
    assert connector is not None
    assert sum(len(kept) for kept in connector._conns.values()) == 1
