"""Politeness: how many requests at once, and the pauses between them."""

from __future__ import annotations

import asyncio
import time

import pytest
from server import serving

from pantau.domain.errors import FetchError
from pantau.feeds.fetch import Fetcher, Limits

OUTLETS = ("127.0.0.2/31",)


async def test_a_public_host_is_asked_twice_at_once_at_most() -> None:
    async with (
        serving("127.0.0.2") as outlet,
        Fetcher(Limits(public_pause=0.001), opened=OUTLETS) as fetcher,
    ):
        await asyncio.gather(*(fetcher.fetch(outlet.at(f"/wait/{n}")) for n in range(8)))
        assert outlet.most_at_once == 2


async def test_requests_to_one_public_host_start_a_pause_apart_and_other_hosts_do_not_wait_for_it() -> None:
    async with (
        serving("127.0.0.2") as slow,
        serving("127.0.0.3") as other,
        Fetcher(Limits(public_pause=0.3, at_once=1), opened=OUTLETS) as fetcher,
    ):
        began = time.monotonic()
        queue = [asyncio.create_task(fetcher.fetch(slow.at(f"/plain/{n}"))) for n in range(5)]
        await asyncio.sleep(0)
        await fetcher.fetch(other.at("/plain"))
        assert time.monotonic() - began < 0.3
        await asyncio.gather(*queue)
        assert 1.2 <= time.monotonic() - began < 2.4


async def test_an_intranet_host_is_asked_by_many_at_once_without_a_pause() -> None:
    async with serving() as server, Fetcher(Limits(public_pause=5)) as fetcher:
        began = time.monotonic()
        await asyncio.gather(*(fetcher.fetch(server.at("/wait"), intranet=True) for _ in range(64)))
        assert server.most_at_once == 32
        assert time.monotonic() - began < 2


async def test_never_more_requests_are_under_way_than_allowed_in_all() -> None:
    async with serving() as server, Fetcher(Limits(at_once=5)) as fetcher:
        await asyncio.gather(*(fetcher.fetch(server.at("/wait"), intranet=True) for _ in range(20)))
        assert server.most_at_once == 5


async def test_a_host_that_asks_to_be_left_alone_is_not_asked_again_for_any_of_its_feeds() -> None:
    async with (
        serving("127.0.0.2") as outlet,
        serving("127.0.0.3") as other,
        Fetcher(Limits(public_pause=0.001), opened=OUTLETS) as fetcher,
    ):
        with pytest.raises(FetchError):
            await fetcher.fetch(outlet.at("/status/429?after=1"))
        with pytest.raises(FetchError) as held:
            await fetcher.fetch(outlet.at("/feed"))
        assert held.value.key == "source.limited"
        assert 0 < float(str(held.value.facts["retry_after"])) <= 1
        assert len(outlet.seen) == 1
        await fetcher.fetch(other.at("/feed"))
        await asyncio.sleep(1.05)
        assert (await fetcher.fetch(outlet.at("/feed"))).status == 200


async def test_an_intranet_host_that_limits_one_feed_is_still_asked_for_the_others() -> None:
    async with serving() as server, Fetcher() as fetcher:
        with pytest.raises(FetchError):
            await fetcher.fetch(server.at("/status/429?after=60"), intranet=True)
        assert (await fetcher.fetch(server.at("/feed"), intranet=True)).status == 200


async def test_waiting_for_a_turn_does_not_count_against_the_time_of_a_fetch() -> None:
    limits = Limits(seconds=0.2, intranet_per_host=1)
    async with serving() as server, Fetcher(limits) as fetcher:
        got = await asyncio.gather(*(fetcher.fetch(server.at("/wait"), intranet=True) for _ in range(12)))
        assert all(one.elapsed < 0.2 for one in got)


async def test_turns_are_given_back_when_fetches_fail_or_are_broken_off() -> None:
    limits = Limits(seconds=0.1, at_once=2, intranet_per_host=2)
    async with serving() as server, Fetcher(limits) as fetcher:
        failing = (fetcher.fetch(server.at("/slow"), intranet=True) for _ in range(6))
        errors = await asyncio.gather(*failing, return_exceptions=True)
        assert all(isinstance(error, FetchError) for error in errors)
        broken_off = [asyncio.create_task(fetcher.fetch(server.at("/wait"), intranet=True)) for _ in range(6)]
        await asyncio.sleep(0.01)
        for task in broken_off:
            task.cancel()
        await asyncio.gather(*broken_off, return_exceptions=True)
        assert (await fetcher.fetch(server.at("/feed"), intranet=True)).status == 200
        assert not fetcher._intranet.turns._hosts
