"""Redirects: which are followed, which move a source for good, and what does not travel along."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from server import BODY, ETAG, Server, doorkeeper, serving

from pantau.domain.errors import FetchError
from pantau.domain.source import Validators
from pantau.feeds.fetch import Fetcher, Limits

LIMITS = Limits(seconds=2, connect_seconds=1, public_pause=0)
SECRETS = {"Authorization": "Bearer rahasia", "Cookie": "sesi=rahasia", "X-Kunci": "rahasia"}


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    async with Fetcher(LIMITS) as opened:
        yield opened


@pytest.mark.parametrize("status", [301, 308])
@pytest.mark.parametrize("hops", [1, 3, 5])
async def test_a_chain_of_permanent_redirects_moves_the_source(
    server: Server, fetcher: Fetcher, status: int, hops: int
) -> None:
    got = await fetcher.fetch(server.at(f"/hop/{status}/{hops}"), intranet=True)
    assert got.body == BODY
    assert got.url == got.permanent_url == server.at("/feed")


@pytest.mark.parametrize("path", ["/hop/302/1", "/hop/303/1", "/hop/307/1", "/mixed"])
async def test_one_temporary_redirect_in_the_chain_leaves_the_source_where_it_is(
    server: Server, fetcher: Fetcher, path: str
) -> None:
    got = await fetcher.fetch(server.at(path), intranet=True)
    assert (got.body, got.url, got.permanent_url) == (BODY, server.at("/feed"), None)


async def test_an_unchanged_feed_behind_a_redirect_is_recognised(server: Server, fetcher: Fetcher) -> None:
    got = await fetcher.fetch(server.at("/hop/301/2"), Validators(etag=ETAG), intranet=True)
    assert (got.status, got.permanent_url) == (304, server.at("/feed"))


async def test_the_sixth_redirect_is_not_followed(server: Server, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError) as refused:
        await fetcher.fetch(server.at("/endless/0"), intranet=True)
    assert (refused.value.key, refused.value.facts["hops"]) == ("source.too-many-redirects", 5)
    assert len(server.seen) == 6


async def test_a_loop_is_seen_when_it_closes(server: Server, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match=r"source\.redirect-loop"):
        await fetcher.fetch(server.at("/loop/a"), intranet=True)
    assert server.paths() == ["/loop/a", "/loop/b"]


async def test_a_redirect_that_names_no_goal_is_an_odd_status(server: Server, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match=r"source\.status"):
        await fetcher.fetch(server.at("/nowhere"), intranet=True)


@pytest.mark.parametrize(
    "goal", ["file:///etc/passwd", "ftp://berita.example/", "javascript:1", "data:text/xml,<a/>"]
)
async def test_a_redirect_leads_to_the_web_or_nowhere(server: Server, fetcher: Fetcher, goal: str) -> None:
    server.elsewhere = goal
    with pytest.raises(FetchError, match=r"source\.bad-address"):
        await fetcher.fetch(server.at("/away"), intranet=True)


async def test_a_public_source_is_not_led_into_the_intranet() -> None:
    async with doorkeeper() as inner, serving("127.0.0.2") as outlet:
        outlet.elsewhere = f"http://127.0.0.1:{inner.port}/feed"
        async with Fetcher(LIMITS, opened=("127.0.0.2/32",)) as fetcher:
            with pytest.raises(FetchError) as refused:
                await fetcher.fetch(outlet.at("/away"))
        assert (refused.value.key, refused.value.facts["address"]) == ("source.refused-address", "127.0.0.1")
        assert len(outlet.seen) == 1
    assert inner.connections == 0


async def test_secrets_stay_with_the_origin_that_they_are_for(fetcher: Fetcher) -> None:
    async with serving() as ours, serving() as other:
        ours.elsewhere = other.at("/feed")
        await fetcher.fetch(ours.at("/away"), Validators(etag='"lama"'), intranet=True, headers=SECRETS)
        assert {name: ours.seen[0].headers[name] for name in SECRETS} == SECRETS
        arrived = other.seen[0].headers
        assert "rahasia" not in str(dict(arrived))
        allowed = {"Host", "User-Agent", "Accept", "Accept-Encoding", "If-None-Match", "If-Modified-Since"}
        assert set(arrived) <= allowed


async def test_secrets_do_not_come_back_through_a_second_origin(fetcher: Fetcher) -> None:
    async with serving() as ours, serving() as other:
        ours.elsewhere, other.elsewhere = other.at("/away"), ours.at("/feed")
        await fetcher.fetch(ours.at("/away"), intranet=True, headers=SECRETS)
        assert ours.paths() == ["/away", "/feed"]
        assert "rahasia" not in str(dict(ours.seen[-1].headers))


async def test_secrets_go_along_within_one_origin(server: Server, fetcher: Fetcher) -> None:
    await fetcher.fetch(server.at("/hop/302/1"), intranet=True, headers=SECRETS)
    assert server.seen[-1].headers["Authorization"] == "Bearer rahasia"
