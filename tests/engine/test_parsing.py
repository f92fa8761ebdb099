"""Parsing happens in a child that can be killed: no body can stop the engine."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime

import psutil
import pytest

from pantau.domain.errors import PantauError
from pantau.engine.parsing import TOO_COSTLY, Parser
from pantau.engine.wire import Job

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title>
<item><title>Antrean paspor mengular</title><link>https://kabar.example/1</link><guid>satu</guid>
<description>Warga menunggu &lt;b&gt;tiga jam&lt;/b&gt;.</description>
<pubDate>Mon, 23 Nov 2026 10:00:00 +0700</pubDate></item></channel></rss>"""
_READY = (
    "import sys, time; out = sys.stdout.buffer; out.write(bytes(4)); out.flush(); sys.stdin.buffer.read(4); "
)
LATE = _READY + "time.sleep(60)"
DIES = _READY + "sys.exit(9)"
FLOODS = "import sys; sys.stdout.buffer.write(bytes([255]) * 2**23)"
FRAGILE = """
import os, time
from pantau.engine import child
work = child.work
def fragile(job):
    if b"mati" in job.body:
        os._exit(9)
    if b"lambat" in job.body:
        time.sleep(60)
    return work(job)
child.work = fragile
child.main()
"""


def job(body: bytes = FEED) -> Job:
    return Job("https://kabar.example/rss", "application/rss+xml", NOW, body)


async def test_a_feed_comes_back_whole_with_what_the_index_holds() -> None:
    async with Parser(1) as parser:
        parsed = await parser.parse(job())
    (entry,) = parsed.feed.entries
    assert (entry.title, entry.guid, entry.link) == (
        "Antrean paspor mengular",
        "satu",
        "https://kabar.example/1",
    )
    assert entry.summary_html == "Warga menunggu <b>tiga jam</b>."
    assert entry.summary_text == "Warga menunggu tiga jam."
    assert entry.published == datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
    assert parsed.index[0][0].startswith("antre")


async def test_a_body_that_takes_too_long_is_given_up_and_the_next_one_is_read() -> None:
    async with Parser(1, seconds=0.2, command=(sys.executable, "-c", LATE)) as parser:
        first, second = await asyncio.gather(parser.parse(job()), parser.parse(job()))
    assert first.feed.problems == second.feed.problems == (TOO_COSTLY,)


async def test_a_child_that_dies_over_a_body_costs_only_that_body() -> None:
    async with Parser(1, command=(sys.executable, "-c", DIES)) as parser:
        assert (await parser.parse(job())).feed.problems == (TOO_COSTLY,)
        assert (await parser.parse(job())).feed.problems == (TOO_COSTLY,)


async def test_a_machine_that_cannot_start_a_child_says_so() -> None:
    async with Parser(1, command=(sys.executable, "-c", "raise SystemExit(1)")) as parser:
        with pytest.raises(PantauError, match="no-parser"):
            await parser.parse(job())


async def test_the_child_keeps_to_its_memory() -> None:
    hungry = (
        "import sys; from pantau.engine.child import limit_memory; limit_memory(); "
        "sys.stdout.buffer.write(bytes(4)); sys.stdout.flush(); sys.stdin.buffer.read(4); bytearray(2**30)"
    )
    async with Parser(1, command=(sys.executable, "-c", hungry)) as parser:
        assert (await parser.parse(job())).feed.problems == (TOO_COSTLY,)


async def test_text_in_every_script_survives_the_way_there_and_back() -> None:
    title = "Kabar 🚨 «Dua» 中文 \u200fعربي"
    body = FEED.replace(b"Antrean paspor mengular", title.encode())
    async with Parser(1) as parser:
        parsed = await parser.parse(job(body))
    assert "中文" in parsed.feed.entries[0].title


def titled(title: str) -> Job:
    return job(FEED.replace(b"Antrean paspor mengular", title.encode()))


def large(items: int) -> Job:
    item = FEED[FEED.index(b"<item>") : FEED.index(b"</channel>")]
    item = item.replace(b"Warga menunggu", b"Antrean paspor mengular di kantor imigrasi. " * 500)
    many = b"".join(item.replace(b"satu", b"%d" % number) for number in range(items))
    return job(b'<rss version="2.0"><channel><title>Kabar</title>' + many + b"</channel></rss>")


async def test_many_jobs_at_once_each_get_their_own_answer() -> None:
    titles = [f"Kabar ke-{number}" for number in range(60)]
    async with Parser(2) as parser:
        parsed = await asyncio.gather(*(parser.parse(titled(title)) for title in titles))
    assert [one.feed.entries[0].title for one in parsed] == titles


async def test_a_child_that_dies_over_one_of_several_bodies_costs_only_that_one() -> None:
    async with Parser(1, command=(sys.executable, "-c", FRAGILE)) as parser:
        jobs = [titled("satu"), titled("mati"), titled("dua"), titled("tiga")]
        parsed = await asyncio.gather(*(parser.parse(one) for one in jobs))
    assert [[entry.title for entry in one.feed.entries] for one in parsed] == [
        ["satu"],
        [],
        ["dua"],
        ["tiga"],
    ]
    assert parsed[1].feed.problems == (TOO_COSTLY,)


async def test_a_body_that_takes_too_long_holds_up_those_behind_it_and_costs_none_of_them() -> None:
    async with Parser(1, seconds=1.0, command=(sys.executable, "-c", FRAGILE)) as parser:
        jobs = [titled("satu"), titled("lambat"), titled("dua")]
        parsed = await asyncio.gather(*(parser.parse(one) for one in jobs))
    assert [len(one.feed.entries) for one in parsed] == [1, 0, 1]


async def test_answers_larger_than_what_is_read_ahead_cost_no_feed() -> None:
    async with Parser(1, seconds=15.0) as parser:
        parsed = await asyncio.gather(*(parser.parse(large(100)) for _ in range(4)))
    assert [len(one.feed.entries) for one in parsed] == [100] * 4


async def test_a_child_that_says_more_than_anybody_reads_is_killed_nevertheless() -> None:
    async with Parser(1, command=(sys.executable, "-c", FLOODS)) as parser:
        async with asyncio.timeout(20.0):
            assert (await parser.parse(job())).feed.problems == (TOO_COSTLY,)
        assert not psutil.Process().children()


async def test_a_job_broken_off_takes_no_answer_from_the_others() -> None:
    async with Parser(1, command=(sys.executable, "-c", FRAGILE)) as parser:
        first = asyncio.create_task(parser.parse(titled("satu")))
        slow = asyncio.create_task(parser.parse(titled("lambat")))
        others = [asyncio.create_task(parser.parse(titled(title))) for title in ("dua", "tiga")]
        assert (await first).feed.entries[0].title == "satu"
        slow.cancel()
        parsed = await asyncio.gather(*others)
    assert slow.cancelled()
    assert [one.feed.entries[0].title for one in parsed] == ["dua", "tiga"]


async def test_a_child_killed_between_two_bodies_is_replaced() -> None:
    async with Parser(1) as parser:
        await parser.parse(job())
        (child,) = psutil.Process().children()
        child.kill()
        child.wait()
        await parser.parse(job())  # lost at worst, and none after it
        assert len((await parser.parse(job())).feed.entries) == 1


async def test_a_child_that_answers_nonsense_is_not_asked_again() -> None:
    nonsense = _READY + "out.write(bytes([0, 0, 0, 2]) + b'{}'); out.flush(); time.sleep(60)"
    async with Parser(1, command=(sys.executable, "-c", nonsense)) as parser:
        assert (await parser.parse(job())).feed.problems == (TOO_COSTLY,)
        assert (await parser.parse(job())).feed.problems == (TOO_COSTLY,)
